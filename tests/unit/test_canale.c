/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "colloquio/canale.h"
#include "colloquio/colloquio.h"

static void
of_text(struct buf *b, const char *s)
{
	buf_clear(b);
	buf_puts(b, s);
}

static void
test_roundtrip(void **state)
{
	struct consegna in, back;
	AUTO_BUF b = { 0 };
	int q[2], wait, file;
	char got[8] = { 0 };

	(void)state;
	assert_int_equal(canale_coda(q), 0);
	assert_int_equal(canale_prendi(&in, q[0], false), ERR_BUSY);
	assert_int_equal(canale_file(&file, "foglio", 6), 0);
	assert_int_equal(write(file, "x", 1), -1);
	of_text(&b, "chi è?");
	assert_int_equal(canale_chiedi(&wait, q[1], &b, &file, 1), 0);
	close(file);
	assert_int_equal(canale_ricevi(&back, wait), ERR_BUSY);
	assert_int_equal(canale_prendi(&in, q[0], true), 0);
	assert_string_equal(buf_str(&in.testo), "chi è?");
	assert_int_equal(in.n_fd, 1);
	assert_int_equal(pread(in.fd[0], got, 6, 0), 6);
	assert_string_equal(got, "foglio");
	of_text(&b, "io");
	assert_int_equal(canale_rispondi(&in, &b, in.fd, 1), 0);
	consegna_free(&in);
	assert_int_equal(canale_ricevi(&back, wait), 0);
	assert_string_equal(buf_str(&back.testo), "io");
	assert_int_equal(back.n_fd, 1);
	consegna_free(&back);
	close(wait);
	close(q[1]);
	assert_int_equal(canale_prendi(&in, q[0], true), ERR_ABSENT);
	close(q[0]);
}

/* Handed on, files and way back go with it; who hands on is no longer asked. */
static void
test_handed_on(void **state)
{
	struct consegna in, on, back;
	AUTO_BUF b = { 0 };
	int first[2], second[2], wait, file;
	char got[8] = { 0 };

	(void)state;
	assert_int_equal(canale_coda(first), 0);
	assert_int_equal(canale_coda(second), 0);
	assert_int_equal(canale_file(&file, "foglio", 6), 0);
	of_text(&b, "chi?");
	assert_int_equal(canale_chiedi(&wait, first[1], &b, &file, 1), 0);
	close(file);
	assert_int_equal(canale_prendi(&in, first[0], true), 0);
	assert_int_equal(canale_inoltra(&in, second[1]), 0);
	consegna_free(&in);
	assert_int_equal(canale_ricevi(&back, wait), ERR_BUSY);
	assert_int_equal(canale_prendi(&on, second[0], true), 0);
	assert_string_equal(buf_str(&on.testo), "chi?");
	assert_int_equal(on.n_fd, 1);
	assert_int_equal(pread(on.fd[0], got, 6, 0), 6);
	assert_string_equal(got, "foglio");
	assert_int_equal(canale_rispondi(&on, &b, NULL, 0), 0);
	consegna_free(&on);
	assert_int_equal(canale_ricevi(&back, wait), 0);
	consegna_free(&back);
	close(wait);
	/* what nobody takes is seen to end with its queue */
	of_text(&b, "e ora?");
	assert_int_equal(canale_chiedi(&wait, first[1], &b, NULL, 0), 0);
	assert_int_equal(canale_prendi(&in, first[0], true), 0);
	assert_int_equal(canale_inoltra(&in, second[1]), 0);
	consegna_free(&in);
	close(second[0]);
	close(second[1]);
	assert_int_equal(canale_ricevi(&back, wait), ERR_FAULT);
	close(wait);
	close(first[0]);
	close(first[1]);
}

/* Each request is taken by one; who dies with it is seen. */
static void
test_death(void **state)
{
	struct consegna in, back;
	AUTO_BUF b = { 0 };
	int q[2], wait, status;
	struct pollfd p;
	pid_t pid;

	(void)state;
	of_text(&b, "?");
	assert_int_equal(canale_coda(q), 0);
	assert_int_equal(canale_chiedi(&wait, q[1], &b, NULL, 0), 0);
	if ((pid = fork()) == 0)
		_exit(canale_prendi(&in, q[0], true) == 0 ? 7 : 8);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(WEXITSTATUS(status), 7);
	p = (struct pollfd){ wait, POLLIN, 0 };
	assert_int_equal(poll(&p, 1, 2000), 1);
	assert_int_equal(canale_ricevi(&back, wait), ERR_FAULT);
	close(wait);
	close(q[0]);
	close(q[1]);
}

/* A packet of nothing is no end: who takes does not go away for it. */
static void
test_nothing(void **state)
{
	struct consegna in;
	AUTO_BUF b = { 0 };
	int q[2], wait;

	(void)state;
	assert_int_equal(canale_coda(q), 0);
	assert_int_equal(send(q[1], "", 0, 0), 0);
	assert_int_equal(canale_prendi(&in, q[0], true), ERR_INVALID);
	assert_int_equal(send(q[1], "", 0, 0), 0);
	of_text(&b, "?");
	assert_int_equal(canale_chiedi(&wait, q[1], &b, NULL, 0), 0);
	assert_int_equal(canale_prendi(&in, q[0], false), ERR_INVALID);
	assert_int_equal(canale_prendi(&in, q[0], false), 0);
	consegna_free(&in);
	close(wait);
	assert_int_equal(send(q[1], "", 0, 0), 0);
	close(q[1]);
	while (canale_prendi(&in, q[0], true) != ERR_ABSENT)
		;
	close(q[0]);
}

/* Where there is no room for its files, a message is not taken by halves. */
static void
test_no_room(void **state)
{
	struct rlimit old, few;
	struct consegna in;
	AUTO_BUF b = { 0 };
	int q[2], wait, i, file[8];

	(void)state;
	of_text(&b, "?");
	assert_int_equal(canale_coda(q), 0);
	for (i = 0; i < 8; i++)
		file[i] = q[0];
	assert_int_equal(canale_chiedi(&wait, q[1], &b, file, 8), 0);
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &old), 0);
	few = old;
	few.rlim_cur = (rlim_t)wait + 6;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
	i = canale_prendi(&in, q[0], true);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &old), 0);
	assert_int_equal(i, ERR_INVALID);
	close(wait);
	close(q[0]);
	close(q[1]);
}

/* A queue nobody takes from fills, and says so without waiting; an answer
 * nobody waits for is no error. */
static void
test_full(void **state)
{
	struct consegna in;
	AUTO_BUF b = { 0 };
	int q[2], wait, n, r = 0;

	(void)state;
	of_text(&b, "?");
	assert_int_equal(canale_coda(q), 0);
	for (n = 0; n < 20000 && (r = canale_chiedi(&wait, q[1], &b, NULL,
	    0)) == 0; n++)
		close(wait);
	assert_int_equal(r, ERR_BUSY);
	assert_true(n >= 8);
	assert_int_equal(canale_prendi(&in, q[0], false), 0);
	assert_int_equal(canale_rispondi(&in, &b, NULL, 0), 0);
	consegna_free(&in);
	close(q[0]);
	close(q[1]);
}

static void
test_tree(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "richiesta"), *got;
	struct consegna in;
	int q[2], wait;

	(void)state;
	nodo_set(a, n, "tipo", "leggi");
	nodo_elem_text(a, n, "campo", "a < b");
	assert_int_equal(canale_coda(q), 0);
	assert_int_equal(colloquio_chiedi(&wait, q[1], n, NULL, 0), 0);
	assert_int_equal(canale_prendi(&in, q[0], true), 0);
	assert_int_equal(colloquio_apri(&got, a, &in), 0);
	assert_string_equal(nodo_attr(got, "tipo"), "leggi");
	assert_string_equal(nodo_value(a, got, "campo"), "a < b");
	/* cut short, it has no form */
	in.testo.len -= 3;
	assert_true(colloquio_apri(&got, a, &in) < 0);
	consegna_free(&in);
	assert_int_equal(esito_web_di("conflitto"), WEB_CONFLITTO);
	assert_int_equal(esito_web_di("altro"), WEB_GUASTO);
	assert_int_equal(esito_web_http(WEB_FRENA), 429);
	close(wait);
	close(q[0]);
	close(q[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_roundtrip),
		cmocka_unit_test(test_handed_on),
		cmocka_unit_test(test_death),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_no_room),
		cmocka_unit_test(test_full),
		cmocka_unit_test(test_tree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
