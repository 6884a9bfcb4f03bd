/* SPDX-License-Identifier: EUPL-1.2 */
/* test_sosta.c - files kept for a session: whose, how long, how many. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/random.h"
#include "servizio/sosta.h"

struct mondo {
	struct arena *a;
	char *dir;
	const char *mia, *altrui;
};

static int
begin(void **state)
{
	struct mondo *m = calloc(1, sizeof *m);

	m->a = arena_new();
	if (dir_temporary(&m->dir, m->a) != 0)
		return -1;
	m->mia = sosta_casa(m->a, m->dir, "prot", "s1");
	m->altrui = sosta_casa(m->a, m->dir, "prot", "s2");
	*state = m;
	return 0;
}

static int
end(void **state)
{
	struct mondo *m = *state;
	int r = dir_remove(m->dir);

	arena_free(m->a);
	free(m);
	return r;
}

static struct nodo *
put(struct mondo *m, const char *bytes, const char *nome)
{
	struct nodo *n;
	AUTO_FD int fd = -1;

	assert_int_equal(file_memory(&fd, bytes, strlen(bytes)), 0);
	assert_int_equal(sosta_metti(&n, m->a, m->mia, fd, nome), 0);
	return n;
}

/* The hour of a file is over. */
static void
grow_old(struct mondo *m, const char *id)
{
	struct timespec t[2] = { { .tv_sec = time(NULL) - SOSTA_SECONDI },
	    { .tv_sec = time(NULL) - SOSTA_SECONDI } };

	assert_int_equal(utimensat(AT_FDCWD, arena_printf(m->a, "%s/%s",
	    m->mia, id), t, 0), 0);
}

static void
a_file_comes_back(void **state)
{
	struct mondo *m = *state;
	struct nodo *n = put(m, "%PDF-1.4 ciao", "lettera.pdf"), *again;
	const char *id = nodo_attr(n, "id");
	AUTO_BUF b = { 0 };
	int fd;

	assert_string_equal(nodo_attr(n, "tipo"), "application/pdf");
	assert_string_equal(nodo_attr(n, "dimensione"), "13");
	assert_int_equal(sosta_apri(&fd, &again, m->a, m->mia, id), 0);
	assert_int_equal(file_read_fd(&b, fd, 100), 0);
	assert_string_equal(buf_str(&b), "%PDF-1.4 ciao");
	assert_string_equal(nodo_attr(again, "nome"), "lettera.pdf");
	close(fd);
}

static void
what_is_learned_stays(void **state)
{
	struct mondo *m = *state;
	struct nodo *n = put(m, "x", "a.txt"), *again;

	nodo_set(m->a, nodo_elem_text(m->a, n, "campo", "Oggetto"), "nome",
	    "oggetto");
	assert_int_equal(sosta_annota(m->a, m->mia, n), 0);
	assert_int_equal(sosta_apri(NULL, &again, m->a, m->mia,
	    nodo_attr(n, "id")), 0);
	assert_string_equal(nodo_value(m->a, again, "campo"), "Oggetto");
}

static void
another_session_has_none(void **state)
{
	struct mondo *m = *state;
	const char *id = nodo_attr(put(m, "x", "a.txt"), "id");
	struct nodo *n;

	assert_string_not_equal(m->mia, m->altrui);
	assert_string_not_equal(m->mia, sosta_casa(m->a, m->dir, "resp",
	    "s1"));
	assert_int_equal(sosta_apri(NULL, &n, m->a, m->altrui, id),
	    ERR_ABSENT);
	sosta_togli(m->a, m->altrui, id);
	assert_int_equal(sosta_apri(NULL, &n, m->a, m->mia, id), 0);
}

static void
it_follows_its_session(void **state)
{
	struct mondo *m = *state;
	const char *id = nodo_attr(put(m, "x", "a.txt"), "id");
	struct nodo *n;

	sosta_sposta(m->altrui, m->mia);	/* nothing there: nothing done */
	assert_int_equal(sosta_apri(NULL, &n, m->a, m->mia, id), 0);
	sosta_sposta(m->mia, m->altrui);
	assert_int_equal(sosta_apri(NULL, &n, m->a, m->altrui, id), 0);
	assert_int_equal(sosta_apri(NULL, &n, m->a, m->mia, id), ERR_ABSENT);
}

static void
an_id_is_no_path(void **state)
{
	struct mondo *m = *state;
	struct nodo *n;

	put(m, "x", "a.txt");
	assert_int_equal(sosta_apri(NULL, &n, m->a, m->mia, "../a"),
	    ERR_ABSENT);
	assert_int_equal(sosta_apri(NULL, &n, m->a, m->mia, ""), ERR_ABSENT);
	assert_int_equal(sosta_apri(NULL, &n, m->a, m->mia, NULL),
	    ERR_ABSENT);
}

static void
a_name_is_a_name(void **state)
{
	static const char *const bad[] = { "", "..", "a/b", "a\nb",
	    "fine\xe2\x80\xae" "fdp.exe", "\xff" };
	struct mondo *m = *state;
	struct nodo *n;
	AUTO_FD int fd = -1;
	size_t i;

	assert_int_equal(file_memory(&fd, "x", 1), 0);
	for (i = 0; i < NELEM(bad); i++)
		assert_int_equal(sosta_metti(&n, m->a, m->mia, fd, bad[i]),
		    ERR_INVALID);
	assert_false(dir_exists(arena_printf(m->a, "%s/x", m->mia)));
}

static void
its_hour_ends(void **state)
{
	struct mondo *m = *state;
	const char *id = nodo_attr(put(m, "x", "a.txt"), "id");
	const char *path = arena_printf(m->a, "%s/%s", m->mia, id);
	struct nodo *n, *other = put(m, "y", "b.txt");

	grow_old(m, id);
	assert_int_equal(sosta_apri(NULL, &n, m->a, m->mia, id), ERR_ABSENT);
	assert_true(file_exists(path));
	sosta_pulisci(m->dir);
	assert_false(file_exists(path));
	assert_int_equal(sosta_apri(NULL, &n, m->a, m->mia,
	    nodo_attr(other, "id")), 0);
}

static void
not_more_than_so_many(void **state)
{
	struct mondo *m = *state;
	struct nodo *n, *last = NULL;
	AUTO_FD int fd = -1;
	int i;

	for (i = 0; i < SOSTA_FILE; i++)
		last = put(m, "x", "a.txt");
	assert_int_equal(file_memory(&fd, "x", 1), 0);
	assert_int_equal(sosta_metti(&n, m->a, m->mia, fd, "a.txt"),
	    ERR_INVALID);
	sosta_togli(m->a, m->mia, nodo_attr(last, "id"));
	assert_int_equal(sosta_metti(&n, m->a, m->mia, fd, "a.txt"), 0);
}

static void
nobody_else_reads_them(void **state)
{
	struct mondo *m = *state;
	struct nodo *n = put(m, "x", "a.txt");
	struct stat st;

	assert_int_equal(stat(m->mia, &st), 0);
	assert_int_equal(st.st_mode & 077, 0);
	assert_int_equal(stat(arena_printf(m->a, "%s/%s", m->mia,
	    nodo_attr(n, "id")), &st), 0);
	assert_int_equal(st.st_mode & 077, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(f) cmocka_unit_test_setup_teardown(f, begin, end)
		T(a_file_comes_back), T(what_is_learned_stays),
		T(another_session_has_none), T(it_follows_its_session),
		T(an_id_is_no_path),
		T(a_name_is_a_name), T(its_hour_ends),
		T(not_more_than_so_many), T(nobody_else_reads_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
