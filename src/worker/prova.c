/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prova.c - the inmate tries the bars: what the sandbox test runs inside the
 * cage of each job.  Everything here must fail.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include <netinet/in.h>

#include "worker/operaio.h"

/* A name that does not exist: were the bars open, nothing would be lost. */
#define NUOVO "/tmp/cartella-operaio-prova"
#define FCHMODAT2 452		/* Linux 6.6; not in Debian 12's headers */

/* By the cage, and not because there is nothing to act on. */
static bool
refused(long r)
{
	return r == -1 && (errno == EPERM || errno == EACCES);
}

static bool
opens(void)
{
	return !refused(open("/etc/passwd", O_RDONLY | O_CLOEXEC)) ||
	    !refused(open("/etc", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

static bool
writes(void)
{
	bool file, dir;

	file = !refused(open(NUOVO, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
	dir = !refused(mkdir(NUOVO "-d", 0700));
	(void)!unlink(NUOVO);
	(void)!rmdir(NUOVO "-d");
	return file || dir || !refused(truncate(NUOVO, 0));
}

static bool
connects(void)
{
	struct sockaddr_in in = { .sin_family = AF_INET };
	struct sockaddr_un un = { .sun_family = AF_UNIX,
	    .sun_path = "/run/systemd/notify" };

	return !refused(socket(AF_INET, SOCK_STREAM, 0)) ||
	    !refused(socket(AF_INET6, SOCK_DGRAM, 0)) ||
	    !refused(socket(AF_UNIX, SOCK_STREAM, 0)) ||
	    !refused(connect(0, (void *)&in, sizeof in)) ||
	    !refused(connect(0, (void *)&un, sizeof un));
}

static bool
executes(void)
{
	char *argv[] = { (char []){ "true" }, NULL }, *envp[] = { NULL };

	/* if it can, this process becomes `true` and ends with 0: therefore
	 * the parent also wants to read a word */
	return !refused(execve("/bin/true", argv, envp));
}

static bool
touches_others(void)
{
	pid_t pid;

	if (!refused(kill(getppid(), 0)) ||
	    !refused(ptrace(PTRACE_PEEKDATA, getppid(), NULL, NULL)))
		return true;
	if ((pid = fork()) == 0)
		_exit(0);
	return !refused(pid);
}

static bool
changes_modes(void)
{
	bool strict;

	/* fchmodat2: where it is not refused it must not exist */
	strict = syscall(FCHMODAT2, AT_FDCWD, NUOVO, 0700, 0) == -1 &&
	    errno != ENOENT;
	return !strict || !refused(chmod(NUOVO, 0700)) ||
	    !refused(fchmodat(AT_FDCWD, NUOVO, 0700, 0));
}

/* Of the descriptors of the parent none but 0-3 may be here. */
static bool
inherits(void)
{
	int fd;

	for (fd = 4; fd < 256; fd++)
		if (lseek(fd, 0, SEEK_CUR) != -1 || errno != EBADF)
			return true;
	return false;
}

_Noreturn void
prova_run(void)
{
	int open_bars = 0;

	if (inherits())
		open_bars |= PROVA_EREDITA;
	if (opens())
		open_bars |= PROVA_APRI;
	if (writes())
		open_bars |= PROVA_SCRIVI;
	if (connects())
		open_bars |= PROVA_CONNETTI;
	if (touches_others())
		open_bars |= PROVA_PROCESSI;
	if (changes_modes())
		open_bars |= PROVA_ATTRIBUTI;
	if (executes())
		open_bars |= PROVA_ESEGUI;
	if (write(1, "rifiutato", 9) != 9)
		open_bars |= PROVA_ESEGUI;
	_exit(open_bars);
}
