/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The access database, opened more than once by one process while others come
 * and go: nobody's locks go, nobody reads a file that is no more.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "accesso/bozze.h"
#include "accesso/porta.h"
#include "accesso/sessioni.h"
#include "base/file.h"

#define AGENTE "aa"
#define ORA 1700000000

struct posto {
	char dir[64], path[96];
};

static int
setup(void **state)
{
	static struct posto p;

	snprintf(p.dir, sizeof p.dir, "%s/porta.XXXXXX",
	    getenv("TMPDIR") != NULL ? getenv("TMPDIR") : "/tmp");
	assert_non_null(mkdtemp(p.dir));
	snprintf(p.path, sizeof p.path, "%s/accesso.sqlite", p.dir);
	*state = &p;
	return 0;
}

static int
teardown(void **state)
{
	struct posto *p = *state;

	return dir_remove(p->dir);
}

/* What the other process does: lets somebody in, says his secret, ends. */
static int
let_in(const char *path)
{
	struct sessione s = { .utente = "as1", .via = "parola", .csrf = "x",
	    .agente = AGENTE, .indirizzo = "-", .nomina = "n", .inizio = ORA };
	char secret[SESSIONE_SEGRETO + 1];
	struct porta *p;

	if (porta_open(&p, path) != 0 || sessione_inizia(secret, p, &s) != 0)
		return 1;
	porta_close(p);
	return write(1, secret, SESSIONE_SEGRETO) != SESSIONE_SEGRETO;
}

/* A program of its own: what SQLite knows of locks does not go through a
 * fork. */
static void
elsewhere(char secret[SESSIONE_SEGRETO + 1], const char *path)
{
	int fd[2], status;
	pid_t pid;

	assert_int_equal(pipe(fd), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(fd[1], 1);
		execl("/proc/self/exe", "test_porta", path, (char *)NULL);
		_exit(127);
	}
	close(fd[1]);
	assert_int_equal(read(fd[0], secret, SESSIONE_SEGRETO),
	    SESSIONE_SEGRETO);
	secret[SESSIONE_SEGRETO] = '\0';
	close(fd[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

static void
opening_it_again_drops_no_lock(void **state)
{
	struct posto *x = *state;
	char secret[SESSIONE_SEGRETO + 1];
	AUTO(arena) a = arena_new();
	AUTO(porta) p = NULL;
	struct sessione s;
	struct bozze *b;
	int i;

	assert_int_equal(porta_open(&p, x->path), 0);
	for (i = 0; i < 4; i++) {
		elsewhere(secret, x->path);
		assert_int_equal(sessione_trova(&s, a, p, secret, AGENTE,
		    ORA), 0);
		assert_int_equal(bozze_open(&b, x->path), 0);
		bozze_close(b);
	}
}

static void
it_is_nobody_elses(void **state)
{
	struct posto *x = *state;
	AUTO(porta) p = NULL;
	struct porta *again;
	struct stat st;

	assert_int_equal(porta_open(&p, x->path), 0);
	assert_int_equal(stat(x->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(chmod(x->path, 0644), 0);
	assert_int_equal(porta_open(&again, x->path), 0);
	porta_close(again);
	assert_int_equal(stat(x->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

static void
a_link_is_no_file(void **state)
{
	struct posto *x = *state;
	char link[128];
	struct porta *p;

	snprintf(link, sizeof link, "%s/altro", x->dir);
	assert_int_equal(symlink(x->path, link), 0);
	assert_int_not_equal(porta_open(&p, link), 0);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		T(opening_it_again_drops_no_lock), T(it_is_nobody_elses),
		T(a_link_is_no_file),
	};

	if (argc > 1)
		return let_in(argv[1]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
