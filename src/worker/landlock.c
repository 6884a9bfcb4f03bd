/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * landlock.c - takes every file away but the paths a job names.
 *
 * The kernel is asked which version (ABI) of landlock it has, and everything
 * that version can forbid is forbidden; Debian 12's has files only.  What it
 * does not cover (truncate, chmod, times, the network) the seccomp filter
 * does.  A kernel without landlock is enough for a job that opens no file at
 * all; one that must open some is refused there.
 *
 * Raw system calls: glibc 2.36 has no wrappers, its headers know ABI 2.
 */
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/landlock.h>

#include "base/auto.h"
#include "worker/gabbia.h"

/* What later kernels added to <linux/landlock.h>. */
#define FS_TRUNCATE ((uint64_t)1 << 14)		/* ABI 3 */
#define FS_IOCTL_DEV ((uint64_t)1 << 15)	/* ABI 5 */
#define NET_BIND ((uint64_t)1)			/* ABI 4 */
#define NET_ALL ((uint64_t)3)			/* bind, connect */
#define SCOPE_SOCKETS ((uint64_t)1)		/* ABI 6 */
#define SCOPE_ALL ((uint64_t)3)			/* and signals */

#define FS_READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define FS_EXEC (FS_READ | LANDLOCK_ACCESS_FS_EXECUTE)
#define FS_FILE (LANDLOCK_ACCESS_FS_READ_FILE | \
	LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | \
	FS_TRUNCATE | FS_IOCTL_DEV)		/* make sense for a file */
#define FS_WRITE (FS_READ | LANDLOCK_ACCESS_FS_WRITE_FILE | \
	LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | \
	LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | \
	FS_TRUNCATE)

struct ruleset {
	uint64_t fs, net, scope;
};

/* All rights of the first ABI, and what each later one added. */
static uint64_t
fs_handled(int abi)
{
	uint64_t all = ((uint64_t)1 << 13) - 1;

	if (abi >= 2)
		all |= LANDLOCK_ACCESS_FS_REFER;
	if (abi >= 3)
		all |= FS_TRUNCATE;
	if (abi >= 5)
		all |= FS_IOCTL_DEV;
	return all;
}

static size_t
ruleset_size(int abi)
{
	if (abi >= 6)
		return sizeof(struct ruleset);
	return abi >= 4 ? offsetof(struct ruleset, scope) :
	    offsetof(struct ruleset, net);
}

static int
allow(int rules, const char *path, uint64_t rights)
{
	AUTO_FD int fd = open(path, O_PATH | O_CLOEXEC);
	struct landlock_path_beneath_attr beneath = { .parent_fd = fd };
	struct stat st;

	if (fd < 0)		/* what is not there need not be allowed */
		return errno == ENOENT ? 0 : err_sys("gabbia: %s", path);
	if (fstat(fd, &st) != 0)
		return err_sys("gabbia: %s", path);
	beneath.allowed_access = S_ISDIR(st.st_mode) ? rights :
	    rights & FS_FILE;
	if (syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH,
	    &beneath, 0) != 0)
		return err_sys("gabbia: %s", path);
	return 0;
}

static int
allow_list(int rules, const char *const *paths, uint64_t rights)
{
	int r;

	for (; paths != NULL && *paths != NULL; paths++)
		if ((r = allow(rules, *paths, rights)) != 0)
			return r;
	return 0;
}

static int
restrict_self(const struct gabbia *g, int abi)
{
	struct ruleset set = { fs_handled(abi),
	    g->rete ? NET_BIND : NET_ALL,
	    g->segnali ? SCOPE_SOCKETS : SCOPE_ALL };
	AUTO_FD int rules = (int)syscall(SYS_landlock_create_ruleset, &set,
	    ruleset_size(abi), 0);
	int r;

	if (rules < 0)
		return err_sys("gabbia: landlock");
	if ((r = allow_list(rules, g->legge, set.fs & FS_READ)) != 0 ||
	    (r = allow_list(rules, g->esegue, set.fs & FS_EXEC)) != 0 ||
	    (g->scrive != NULL &&
	    (r = allow(rules, g->scrive, set.fs & FS_WRITE)) != 0))
		return r;
	if (syscall(SYS_landlock_restrict_self, rules, 0) != 0)
		return err_sys("gabbia: landlock");
	return 0;
}

int
landlock_close(const struct gabbia *g)
{
	int abi = (int)syscall(SYS_landlock_create_ruleset, NULL, 0,
	    LANDLOCK_CREATE_RULESET_VERSION);

	if (abi >= 1)
		return restrict_self(g, abi);
	if (g->filtro == FILTRO_STRETTO)
		return 0;
	return err_set(ERR_FORBIDDEN, "questo sistema non ha landlock: "
	    "non si aprono documenti fuori da una gabbia");
}
