/* SPDX-License-Identifier: EUPL-1.2 */
/* test_gabbia_web.c - what a web child can still do when its door is closed:
 * each thing is tried in a child of the test, which says what came of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "worker/gabbia.h"

static char *dir;

/* 0 when `try` worked behind the door, its errno when it did not. */
static int
behind(int (*try)(void))
{
	const struct gabbia g = { .filtro = FILTRO_WEB,
	    .secondi = UINT64_MAX, .memoria = (uint64_t)4 << 30,
	    .file = (uint64_t)1 << 20, .descrittori = 64, .scrive = dir };
	int status;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		errno = 0;
		if (gabbia_close(&g) != 0)
			_exit(255);
		_exit(try() >= 0 ? 0 : errno);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_not_equal(WEXITSTATUS(status), 255);
	return WEXITSTATUS(status);
}

static int
reads(void)
{
	return open("/etc/passwd", O_RDONLY | O_CLOEXEC);
}

static int
reads_itself(void)
{
	return open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
}

static int
writes(void)
{
	return open("/tmp/cartella-prova", O_CREAT | O_WRONLY | O_CLOEXEC,
	    0600);
}

static int
runs(void)
{
	return execl("/bin/true", "true", NULL);
}

static int
forks(void)
{
	return fork();
}

static int
calls_out(void)
{
	return socket(AF_INET, SOCK_STREAM, 0);
}

static int
calls_here(void)
{
	return socket(AF_UNIX, SOCK_STREAM, 0);
}

static int
pairs_out(void)
{
	int s[2];

	return socketpair(AF_NETLINK, SOCK_RAW, 0, s);
}

static int
kills(void)
{
	return kill(getppid(), 0);
}

static int
traces(void)
{
	return (int)ptrace(PTRACE_ATTACH, getppid(), NULL, NULL);
}

static int
makes_code(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
}

static int
changes_modes(void)
{
	return chmod(dir, 0777);
}

static int
links_it(void)
{
	return symlink("/etc/passwd", "x");
}

static const struct {
	const char *name;
	int (*try)(void);
} forbidden[] = {
	{ "reads", reads }, { "reads itself", reads_itself },
	{ "writes", writes }, { "runs", runs }, { "forks", forks },
	{ "calls out", calls_out }, { "calls here", calls_here },
	{ "pairs out", pairs_out }, { "kills", kills }, { "traces", traces },
	{ "makes code", makes_code }, { "changes modes", changes_modes },
	{ "links", links_it },
};

/* In these builds the cage is wider: the test is left out, for cmocka's skip()
 * prints "not ok", which prove counts as failed. */
#if defined(SAN) || defined(COV)
#define CAGED(test)
#else
#define CAGED(test) cmocka_unit_test(test),
#endif
__attribute__((unused)) static void
test_forbidden(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(forbidden); i++)
		switch (behind(forbidden[i].try)) {
		case EPERM:
		case EACCES:
			break;
		default:
			fail_msg("%s", forbidden[i].name);
		}
}

/* ---- what it lives by ---- */

static int
keeps_a_file(void)
{
	int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);

	return fd < 0 || write(fd, "x", 1) != 1 ? -1 : 0;
}

static int
asks(void)
{
	int s[2];

	return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, s);
}

static int
packs(void)
{
	return memfd_create("x", MFD_CLOEXEC | MFD_ALLOW_SEALING);
}

static void
test_allowed(void **state)
{
	(void)state;
	assert_int_equal(behind(keeps_a_file), 0);
	assert_int_equal(behind(asks), 0);
	assert_int_equal(behind(packs), 0);
}

/* What it keeps has no name: nobody finds it, and nobody has to remove it. */
static void
test_nameless(void **state)
{
	AUTO(arena) a = arena_new();
	char **names;

	(void)state;
	assert_int_equal(behind(keeps_a_file), 0);
	assert_int_equal(dir_list(&names, a, dir), 0);
	assert_null(names[0]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CAGED(test_forbidden)
		cmocka_unit_test(test_allowed),
		cmocka_unit_test(test_nameless),
	};
	AUTO(arena) a = arena_new();
	int r;

	if (dir_temporary(&dir, a) != 0)
		return 1;
	r = cmocka_run_group_tests(tests, NULL, NULL);
	return dir_remove(dir) != 0 ? 1 : r;
}
