/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/process.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"

#define ERR_KEPT 65536

extern char **environ;

struct pipes {
	int in[2], out[2], err[2];
};

static void
close_all(int *fd, int n)
{
	int i;

	for (i = 0; i < n; i++)
		if (fd[i] >= 0)
			close(fd[i]);
}

static int
pipes_open(struct pipes *p, bool with_in, bool with_err)
{
	memset(p, 0xff, sizeof *p);		/* all -1 */
	if ((with_in && pipe2(p->in, O_CLOEXEC) != 0) ||
	    pipe2(p->out, O_CLOEXEC) != 0 ||
	    (with_err && pipe2(p->err, O_CLOEXEC) != 0)) {
		int r = err_sys("pipe");

		close_all((int *)p, 6);
		return r;
	}
	return 0;
}

static _Noreturn void
child(const struct process *p, struct pipes *io)
{
	int in = io->in[0];

	if (p->stdin_fd > 0)
		in = p->stdin_fd;
	if (dup2(in, 0) < 0 || dup2(io->out[1], 1) < 0 ||
	    (io->err[1] >= 0 && dup2(io->err[1], 2) < 0))
		_exit(127);
	if (p->pass_fd == 3) {
		if (fcntl(3, F_SETFD, 0) < 0)
			_exit(127);
	} else if (p->pass_fd > 0 && dup2(p->pass_fd, 3) < 0) {
		_exit(127);
	}
	signal(SIGPIPE, SIG_DFL);
	execve(p->argv[0], (char *const *)(intptr_t)p->argv,
	    p->envp != NULL ? (char *const *)(intptr_t)p->envp : environ);
	_exit(127);
}

/* Reads what is there; sets *fd to -1 at its end. */
static int
drain(struct buf *b, int *fd, size_t max, bool cut)
{
	char piece[65536];
	ssize_t n = read(*fd, piece, sizeof piece);

	if (n < 0)
		return errno == EINTR || errno == EAGAIN ? 0 : err_sys("read");
	if (n == 0) {
		close(*fd);
		*fd = -1;
		return 0;
	}
	assert(b != NULL);	/* or there is no such pipe */
	if (b->len + (size_t)n > max) {
		if (cut)
			return 0;
		return err_set(ERR_INVALID,
		    "il processo figlio risponde con più di %zu byte", max);
	}
	buf_append(b, piece, (size_t)n);
	return 0;
}

static void
feed(const struct process *p, size_t *sent, int *fd)
{
	ssize_t n = 0;

	if (*sent < p->in_len)
		n = write(*fd, (const char *)p->in + *sent, p->in_len - *sent);
	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (n > 0)
		*sent += (size_t)n;
	/* a child that stops reading has its reasons: its exit tells */
	if (n < 0 || *sent == p->in_len) {
		close(*fd);
		*fd = -1;
	}
}

static int
converse(struct buf *out, struct buf *err, const struct process *p,
    struct pipes *io)
{
	int64_t end = clock_mono() + (int64_t)p->seconds * 1000000000;
	size_t sent = 0;
	int r;

	while (io->out[0] >= 0 || io->err[0] >= 0) {
		struct pollfd fds[3] = {
			{ io->in[1], POLLOUT, 0 }, { io->out[0], POLLIN, 0 },
			{ io->err[0], POLLIN, 0 },
		};
		int64_t left = p->seconds ? (end - clock_mono()) / 1000000 : 0;

		if (p->seconds && left <= 0)
			return err_set(ERR_FAULT, "il processo figlio non ha "
			    "risposto entro %d secondi", p->seconds);
		if (poll(fds, 3, p->seconds ? (int)left + 1 : -1) < 0) {
			if (errno == EINTR)
				continue;
			return err_sys("poll");
		}
		if (fds[0].fd >= 0 && fds[0].revents)
			feed(p, &sent, &io->in[1]);
		if (fds[1].fd >= 0 && fds[1].revents &&
		    (r = drain(out, &io->out[0], p->out_max, false)) != 0)
			return r;
		if (fds[2].fd >= 0 && fds[2].revents &&
		    (r = drain(err, &io->err[0], ERR_KEPT, true)) != 0)
			return r;
	}
	return 0;
}

static int
reap(pid_t pid, int r)
{
	int status;

	if (r != 0)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return err_sys("waitpid");
	if (r != 0)
		return r;
	if (WIFSIGNALED(status))
		return err_set(ERR_FAULT,
		    "il processo figlio è stato interrotto (segnale %d)",
		    WTERMSIG(status));
	return WEXITSTATUS(status);
}

int
process_run(struct buf *out, struct buf *err, const struct process *p)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before;
	struct pipes io;
	pid_t pid;
	int r;

	if ((r = pipes_open(&io, p->stdin_fd <= 0, err != NULL)) != 0)
		return r;
	if ((pid = fork()) < 0) {
		r = err_sys("fork");
		close_all((int *)&io, 6);
		return r;
	}
	if (pid == 0)
		child(p, &io);
	close_all(&io.in[0], 1);
	close_all(&io.out[1], 1);
	close_all(&io.err[1], 1);
	io.in[0] = io.out[1] = io.err[1] = -1;
	if (io.in[1] >= 0)
		fcntl(io.in[1], F_SETFL, O_NONBLOCK);
	sigaction(SIGPIPE, &ignore, &before);
	r = converse(out, err, p, &io);
	sigaction(SIGPIPE, &before, NULL);
	close_all((int *)&io, 6);
	return reap(pid, r);
}

/* First out of the way, then each to its place: they may be one another's. */
static _Noreturn void
spawned(const struct process *p, const int *fd, int n)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC), moved[8], i;

	for (i = 0; i < n; i++)
		if ((moved[i] = fcntl(fd[i], F_DUPFD_CLOEXEC, 16)) < 0)
			_exit(127);
	null = fcntl(null, F_DUPFD_CLOEXEC, 16);
	for (i = 0; i < n; i++)
		if (dup2(moved[i], 3 + i) < 0)
			_exit(127);
	if (dup2(null, 0) < 0 || dup2(null, 1) < 0)
		_exit(127);
#ifndef SAN
	if (dup2(null, 2) < 0)
		_exit(127);
#endif
	signal(SIGPIPE, SIG_DFL);
	execve(p->argv[0], (char *const *)(intptr_t)p->argv,
	    p->envp != NULL ? (char *const *)(intptr_t)p->envp : environ);
	_exit(127);
}

int
process_spawn(pid_t *out, const struct process *p, const int *fd, int n)
{
	pid_t pid;

	assert(n >= 0 && n <= 8);
	if ((pid = fork()) < 0)
		return err_sys("fork");
	if (pid == 0)
		spawned(p, fd, n);
	*out = pid;
	return 0;
}

int
process_wait(int *status, bool *ended, pid_t pid, int ms)
{
	AUTO_FD int fd = (int)syscall(SYS_pidfd_open, pid, 0);
	struct pollfd p = { fd, POLLIN, 0 };
	pid_t r;

	if (fd < 0)
		return err_sys("pidfd_open");
	while (poll(&p, 1, ms) < 0)
		if (errno != EINTR)
			return err_sys("poll");
	if ((r = waitpid(pid, status, WNOHANG)) < 0)
		return err_sys("waitpid");
	*ended = r == pid;
	return 0;
}

void
process_reserve(void)
{
	/* a core that goes to a program is not held back by the limit */
	setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
#if !defined(PROVA)
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

const char *
process_self(void)
{
	static char path[PATH_MAX];
	ssize_t n;

	if (path[0] == '\0') {
		n = readlink("/proc/self/exe", path, sizeof path - 1);
		path[n > 0 ? n : 0] = '\0';
	}
	return path;
}
