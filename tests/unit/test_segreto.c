/* SPDX-License-Identifier: EUPL-1.2 */
/* Secrets: what is taken, where it stands, that nothing of it is left. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/segreto.h"

/* A pipe that holds these bytes and then ends. */
static int
pipe_of(const void *p, size_t n)
{
	int fd[2];

	assert_int_equal(pipe(fd), 0);
	assert_int_equal(write(fd[1], p, n), n);
	close(fd[1]);
	return fd[0];
}

static void
test_new(void **state)
{
	AUTO(segreto) s = NULL;
	char longest[SEGRETO_MAX + 1];

	(void)state;
	assert_int_equal(segreto_new(&s, "perché no", 10), 0);
	assert_string_equal(segreto_str(s), "perché no");
	assert_int_equal(segreto_len(s), 10);
	segreto_free(MOVE(s));
	assert_int_equal(segreto_new(&s, "", 0), 0);
	assert_int_equal(segreto_len(s), 0);
	segreto_free(MOVE(s));
	assert_int_equal(segreto_new(&s, "a\0b", 3), ERR_INVALID);
	assert_null(s);
	memset(longest, 'x', sizeof longest);
	assert_int_equal(segreto_new(&s, longest, SEGRETO_MAX), 0);
	assert_int_equal(strlen(segreto_str(s)), SEGRETO_MAX);
	segreto_free(MOVE(s));
	assert_int_equal(segreto_new(&s, longest, sizeof longest), ERR_INVALID);
	assert_null(strstr(err_msg(), "xxx"));
	segreto_free(NULL);
}

static void
test_read(void **state)
{
	static const struct {
		const char *p;
		size_t n;
		int r;
		const char *is;
		size_t left;
	} cases[] = {
		{ "frase", 5, 0, "frase", 0 },
		{ "frase\n", 6, 0, "frase", 0 },
		{ "frase\r\n", 7, 0, "frase\r", 0 },
		{ " due parole \nresto", 18, 0, " due parole ", 5 },
		{ "", 0, 0, "", 0 }, { "\n\n", 2, 0, "", 1 },
		{ "a\0b\n", 4, ERR_INVALID, NULL, 2 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(cases); i++) {
		AUTO_FD int fd = pipe_of(cases[i].p, cases[i].n);
		AUTO(segreto) s = NULL;
		char rest[32];

		assert_int_equal(segreto_read(&s, fd), cases[i].r);
		if (cases[i].r == 0)
			assert_string_equal(segreto_str(s), cases[i].is);
		assert_int_equal(read(fd, rest, sizeof rest), cases[i].left);
	}
}

static void
test_read_long(void **state)
{
	char p[SEGRETO_MAX + 2];
	int extra;

	(void)state;
	memset(p, 'x', sizeof p);
	for (extra = 0; extra < 2; extra++) {
		AUTO_FD int fd = pipe_of(p, SEGRETO_MAX + (size_t)extra);
		AUTO(segreto) s = NULL;

		assert_int_equal(segreto_read(&s, fd),
		    extra ? ERR_INVALID : 0);
	}
	{
		AUTO(segreto) s = NULL;

		assert_int_equal(segreto_read(&s, 1000), ERR_FAULT);
		assert_null(s);
	}
}

/* The flags of the mapping that holds p, as /proc/self/smaps has them. */
static void
flags_of(char out[256], const void *p)
{
	FILE *f = fopen("/proc/self/smaps", "re");
	unsigned long from, to;
	char row[256];
	int in = 0;

	out[0] = '\0';
	assert_non_null(f);
	while (fgets(row, sizeof row, f) != NULL) {
		if (sscanf(row, "%lx-%lx ", &from, &to) == 2)
			in = (uintptr_t)p >= from && (uintptr_t)p < to;
		else if (in && strncmp(row, "VmFlags:", 8) == 0)
			memcpy(out, row + 8, sizeof row - 8);
	}
	fclose(f);
}

/* Locked, left out of a core, and of a child. */
static void
test_page(void **state)
{
	AUTO(segreto) s = NULL;
	char flags[256];
	int status;
	pid_t pid;

	(void)state;
	assert_int_equal(segreto_new(&s, "chiusa", 6), 0);
	flags_of(flags, s);
	assert_non_null(strstr(flags, " dd"));
	assert_non_null(strstr(flags, " wf"));
#ifndef SAN
	assert_non_null(strstr(flags, " lo"));	/* a no-op there */
#endif
	if ((pid = fork()) == 0)
		_exit(segreto_len(s) == 0 && segreto_str(s)[0] == '\0' ? 0 : 1);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_string_equal(segreto_str(s), "chiusa");
}

/*
 * A word, each letter one too many, so that what seeks it does not hold it; it
 * is sought byte by byte.
 */
static const char disguised[] = "Fz!ofttvop!dj!mfhhf";

static size_t
times_in(const char *p, size_t n)
{
	const size_t len = sizeof disguised - 1;
	size_t i, k, found = 0;

	for (i = 0; i + len <= n; i++) {
		for (k = 0; k < len && p[i + k] + 1 == disguised[k]; k++)
			;
		found += k == len;
	}
	return found;
}

/* How often it stands in our memory, wherever that can be read. */
static size_t
remembered(void)
{
	static char piece[65536];
	FILE *maps = fopen("/proc/self/maps", "re");
	AUTO_FD int mem = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
	unsigned long from, to, at, next;
	size_t found = 0;
	char row[512];
	ssize_t n;

	assert_non_null(maps);
	assert_true(mem >= 0);
	while (fgets(row, sizeof row, maps) != NULL) {
		if (sscanf(row, "%lx-%lx ", &from, &to) != 2 ||
		    strstr(row, " rw") == NULL || to - from > 64UL << 20)
			continue;	/* no shadow memory of a sanitizer */
		for (at = from; at < to; at = next) {
			n = pread(mem, piece, sizeof piece, (off_t)at);
			if (n <= 0)
				break;
			/* not what this buffer held a moment ago */
			if (at > (uintptr_t)piece - sizeof piece &&
			    at < (uintptr_t)piece + sizeof piece) {
				next = at + (unsigned long)n;
				continue;
			}
			found += times_in(piece, (size_t)n);
			next = at + (unsigned long)n;
		}
		segreto_wipe(piece, sizeof piece);
	}
	fclose(maps);
	return found;
}

static void
test_nothing_left(void **state)
{
	AUTO(segreto) s = NULL;
	size_t i;
	int fd[2];

	(void)state;
	assert_int_equal(pipe(fd), 0);
	for (i = 0; i < sizeof disguised - 1; i++) {
		char c = (char)(disguised[i] - 1);

		assert_int_equal(write(fd[1], &c, 1), 1);
	}
	close(fd[1]);
	assert_int_equal(remembered(), 0);
	assert_int_equal(segreto_read(&s, fd[0]), 0);
	close(fd[0]);
	assert_int_equal(times_in(segreto_str(s), segreto_len(s)), 1);
	assert_int_equal(remembered(), 1);
	segreto_free(MOVE(s));
	assert_int_equal(remembered(), 0);
}

static void
test_wipe(void **state)
{
	char p[8] = "segreto";
	size_t i;

	(void)state;
	segreto_wipe(p, sizeof p);
	for (i = 0; i < sizeof p; i++)
		assert_int_equal(p[i], 0);
}

/* ---- the terminal ---- */

struct terminale {
	int fd;
	pid_t pid;
};

/* A child with a terminal, that asks and exits with what came of it. */
static struct terminale
child_asks(const char *wanted)
{
	struct terminale t;
	struct segreto *s = NULL;
	int r;

	t.pid = forkpty(&t.fd, NULL, NULL, NULL);
	assert_true(t.pid >= 0);
	if (t.pid == 0) {
		signal(SIGTERM, SIG_DFL);
		signal(SIGINT, SIG_DFL);
		r = segreto_ask(&s, "Frase: ");
		if (r != 0)
			_exit(-r);
		_exit(strcmp(segreto_str(s), wanted) == 0 ? 0 : 99);
	}
	return t;
}

/* What the terminal shows until `stop` or the end. */
static void
shown(struct buf *out, int fd, const char *stop)
{
	struct pollfd p = { fd, POLLIN, 0 };
	char c[64];
	ssize_t n;

	while (poll(&p, 1, 5000) > 0 && (n = read(fd, c, sizeof c)) > 0) {
		buf_append(out, c, (size_t)n);
		if (stop != NULL && strstr(buf_str(out), stop) != NULL)
			return;
	}
}

static int
ended(const struct terminale *t)
{
	int status = -1;

	assert_int_equal(waitpid(t->pid, &status, 0), t->pid);
	close(t->fd);
	return status;
}

static void
test_ask(void **state)
{
	struct terminale t = child_asks("Ada 1815");
	AUTO_BUF out = { 0 };
	int status;

	(void)state;
	shown(&out, t.fd, "Frase: ");
	assert_string_equal(buf_str(&out), "Frase: ");
	assert_int_equal(write(t.fd, "Ada 1815\n", 9), 9);
	shown(&out, t.fd, NULL);
	status = ended(&t);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_string_equal(buf_str(&out), "Frase: \r\n");
}

/* Interrupted: it ends as it would have, and the echo is on again. */
static void
test_ask_interrupted(void **state)
{
	struct terminale t = child_asks("");
	AUTO_BUF out = { 0 };
	struct termios is;
	int status;

	(void)state;
	alarm(60);		/* one that misses the signal waits for ever */
	shown(&out, t.fd, "Frase: ");
	assert_int_equal(tcgetattr(t.fd, &is), 0);
	assert_int_equal(is.c_lflag & ECHO, 0);
	assert_int_equal(write(t.fd, "meta\x03", 5), 5);
	assert_int_equal(waitpid(t.pid, &status, 0), t.pid);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGINT);
	shown(&out, t.fd, NULL);
	assert_null(strstr(buf_str(&out), "meta"));
	close(t.fd);
	alarm(0);
}

static void
test_ask_nobody(void **state)
{
	int status;
	pid_t pid;

	(void)state;
	if ((pid = fork()) == 0) {
		struct segreto *s = NULL;

		setsid();
		_exit(segreto_ask(&s, "") == ERR_ABSENT && s == NULL ? 0 : 1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_new),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_read_long),
		cmocka_unit_test(test_page),
		cmocka_unit_test(test_nothing_left),
		cmocka_unit_test(test_wipe),
		cmocka_unit_test(test_ask),
		cmocka_unit_test(test_ask_interrupted),
		cmocka_unit_test(test_ask_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
