/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * filtro.c - the system calls a worker may make.
 *
 * FILTRO_STRETTO is a list of what is allowed: reading, answering on stdout
 * and stderr only (an fd given for reading is never written), memory that is
 * neither shared nor code, clocks.  What a library may try harmlessly, and
 * what the sandbox test tries, gets EPERM; all the rest ends the process.
 *
 * FILTRO_UFFICIO is a list of what is forbidden, because what LibreOffice
 * needs cannot be listed: no exec, no new process (threads only), no socket,
 * no signal to others, and what landlock of older kernels does not see:
 * truncate by path, modes, owners, times, attributes.
 *
 * FILTRO_WEB is a list of what is allowed, and all else gets EPERM: connections
 * that come in and pairs of sockets, never one that goes out; files only as
 * landlock lets it; no program, no process, no thread.
 *
 * FILTRO_DIRECTORY is FILTRO_UFFICIO without threads and with connections that
 * go out: libldap and the resolver cannot be listed either.
 *
 * FILTRO_CUSTODE is a list: wait, kill, remove files.
 *
 * FILTRO_ARCHIVIO is for who has the store, and what it starts (gpg, workers,
 * LibreOffice): none of the kernel's rarer doors, no look into another process,
 * no network.  FILTRO_COMPOSITORE may start cartella-directory: TCP and UDP.
 */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <stdbool.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/auto.h"
#include "worker/gabbia.h"

#define CALL(name) SCMP_SYS(name)
#define FIRST_YOUNGER 451	/* after Linux 6.1 */
#define LAST_YOUNGER 700
#define WX (PROT_WRITE | PROT_EXEC)

static const int stretto_allowed[] = {
	CALL(read), CALL(readv), CALL(pread64), CALL(lseek), CALL(close),
	CALL(fstat), CALL(munmap), CALL(mremap), CALL(brk), CALL(madvise),
	CALL(futex), CALL(getrandom), CALL(clock_gettime),
	CALL(clock_getres), CALL(gettimeofday), CALL(time), CALL(getpid), CALL(getppid),
	CALL(gettid), CALL(rt_sigreturn), CALL(rt_sigprocmask),
	CALL(restart_syscall), CALL(sysinfo), CALL(exit), CALL(exit_group),
};

/* Answered EPERM instead of death. */
static const int stretto_refused[] = {
	CALL(open), CALL(openat), CALL(openat2), CALL(creat), CALL(stat),
	CALL(lstat), CALL(statx), CALL(access),
	CALL(faccessat), CALL(faccessat2), CALL(readlink), CALL(readlinkat),
	CALL(ioctl), CALL(fcntl), CALL(uname), CALL(getcwd),
	CALL(sched_yield), CALL(sched_getaffinity), CALL(prlimit64),
	CALL(getrlimit), CALL(getrusage), CALL(prctl), CALL(rt_sigaction),
	CALL(sigaltstack), CALL(socket), CALL(socketpair), CALL(connect),
	CALL(sendto), CALL(execve), CALL(execveat), CALL(fork), CALL(vfork),
	CALL(clone), CALL(clone3), CALL(kill), CALL(tkill), CALL(tgkill),
	CALL(ptrace), CALL(mkdir), CALL(mkdirat), CALL(rmdir), CALL(unlink),
	CALL(unlinkat), CALL(rename), CALL(renameat), CALL(renameat2),
	CALL(truncate), CALL(ftruncate), CALL(chmod), CALL(fchmodat),
	452 /* fchmodat2 */,
};

/* What nothing of ours needs, whatever it does. */
static const int system_refused[] = {
	CALL(ptrace), CALL(process_vm_readv), CALL(process_vm_writev),
	CALL(process_madvise), CALL(kcmp), CALL(pidfd_getfd), CALL(setns),
	CALL(unshare), CALL(mount), CALL(umount2), CALL(pivot_root),
	CALL(chroot), CALL(open_tree), CALL(move_mount), CALL(fsopen),
	CALL(fsconfig), CALL(fsmount), CALL(fspick), CALL(mount_setattr),
	CALL(swapon), CALL(swapoff), CALL(reboot), CALL(kexec_load),
	CALL(kexec_file_load), CALL(init_module), CALL(finit_module),
	CALL(delete_module), CALL(bpf), CALL(perf_event_open),
	CALL(userfaultfd), CALL(keyctl), CALL(add_key), CALL(request_key),
	CALL(io_uring_setup), CALL(io_uring_enter), CALL(io_uring_register),
	CALL(quotactl), CALL(quotactl_fd), CALL(acct), CALL(syslog),
	CALL(settimeofday), CALL(clock_settime), CALL(clock_adjtime),
	CALL(adjtimex), CALL(sethostname), CALL(setdomainname), CALL(iopl),
	CALL(ioperm), CALL(modify_ldt), CALL(personality),
	CALL(name_to_handle_at), CALL(open_by_handle_at),
	CALL(fanotify_init), CALL(capset), CALL(vhangup),
	CALL(lookup_dcookie), CALL(nfsservctl), CALL(vm86), CALL(vm86old),
};

/* More of who opens bytes of others. */
static const int ufficio_refused[] = {
	/* other programs and processes */
	CALL(execve), CALL(execveat), CALL(fork), CALL(vfork), CALL(kill),
	CALL(tkill), CALL(rt_sigqueueinfo), CALL(rt_tgsigqueueinfo),
	CALL(pidfd_open), CALL(pidfd_send_signal), CALL(setpgid),
	CALL(setsid), CALL(setpriority), CALL(ioprio_set),
	/* files, where landlock does not look */
	CALL(truncate), CALL(chmod), CALL(fchmodat), CALL(chown),
	CALL(lchown), CALL(fchownat), CALL(fchown), CALL(utime), CALL(utimes),
	CALL(futimesat), CALL(utimensat), CALL(setxattr), CALL(lsetxattr),
	CALL(fsetxattr), CALL(removexattr), CALL(lremovexattr),
	CALL(fremovexattr), CALL(mknod), CALL(mknodat), CALL(link),
	CALL(linkat), CALL(symlink), CALL(symlinkat), CALL(chdir),
	CALL(fchdir), CALL(inotify_init), CALL(inotify_init1),
	/* the system */
	CALL(seccomp), CALL(setuid), CALL(setgid), CALL(setreuid),
	CALL(setregid), CALL(setresuid), CALL(setresgid), CALL(setgroups),
	CALL(memfd_secret), CALL(listen), CALL(accept), CALL(accept4),
};

/* The network; not even the sockets of this machine. */
static const int network_refused[] = {
	CALL(socket), CALL(socketpair), CALL(connect), CALL(bind),
	CALL(sendto), CALL(sendmsg), CALL(sendmmsg),
};

static const int custode_allowed[] = {
	CALL(wait4), CALL(rt_sigtimedwait), CALL(rt_sigprocmask),
	CALL(rt_sigreturn), CALL(kill), CALL(openat), CALL(close),
	CALL(getdents64), CALL(newfstatat), CALL(fstat), CALL(lstat),
	CALL(fcntl), CALL(unlink), CALL(unlinkat), CALL(rmdir), CALL(lseek),
	CALL(brk), CALL(munmap), CALL(mremap), CALL(madvise), CALL(futex),
	CALL(restart_syscall), CALL(exit), CALL(exit_group), CALL(write),
};

static const int web_allowed[] = {
	CALL(read), CALL(readv), CALL(pread64), CALL(write), CALL(writev),
	CALL(pwrite64), CALL(lseek), CALL(close), CALL(fstat), CALL(fcntl),
	CALL(ftruncate), CALL(sendfile), CALL(openat), CALL(memfd_create),
	CALL(newfstatat), CALL(munmap), CALL(mremap), CALL(brk), CALL(madvise),
	CALL(futex), CALL(getrandom), CALL(clock_gettime), CALL(clock_getres),
	CALL(gettimeofday), CALL(time), CALL(getpid), CALL(gettid),
	CALL(rt_sigreturn), CALL(rt_sigprocmask), CALL(restart_syscall),
	CALL(sysinfo), CALL(exit), CALL(exit_group),
	CALL(epoll_wait), CALL(epoll_pwait), CALL(epoll_ctl), CALL(poll),
	CALL(ppoll), CALL(accept4), CALL(accept), CALL(shutdown),
	CALL(recvfrom), CALL(recvmsg), CALL(sendto), CALL(sendmsg),
	CALL(getsockname), CALL(getpeername), CALL(getsockopt),
	CALL(setsockopt),
};

static int
add_all(scmp_filter_ctx ctx, uint32_t action, const int *calls, size_t n)
{
	size_t i;
	int r;

	for (i = 0; i < n; i++) {
		r = seccomp_rule_add(ctx, action, calls[i], 0);
		/* an old kernel header may not know a call: it has none */
		if (r != 0 && r != -EDOM)
			return r;
	}
	return 0;
}

/* Allowed with these arguments only: any other ends the process. */
static int
stretto_conditions(scmp_filter_ctx ctx)
{
	const int out[] = { CALL(write), CALL(writev) };
	size_t i;
	int r, fd;

	for (i = 0; i < NELEM(out); i++)
		for (fd = 1; fd <= 2; fd++)
			if ((r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, out[i],
			    1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)fd, 0))) != 0)
				return r;
	/* fstat(3) of glibc; a path in its place tells sizes, no contents */
	if ((r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, CALL(newfstatat), 1,
	    SCMP_A3(SCMP_CMP_EQ, AT_EMPTY_PATH, 0))) != 0 ||
	    (r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(EPERM),
	    CALL(newfstatat), 1,
	    SCMP_A3(SCMP_CMP_NE, AT_EMPTY_PATH, 0))) != 0 ||
	    (r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, CALL(mprotect), 1,
	    SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))) != 0)
		return r;
	/* never shared: a shared mapping writes to the file it maps */
	return seccomp_rule_add(ctx, SCMP_ACT_ALLOW, CALL(mmap), 2,
	    SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
	    SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_SHARED, 0));
}

static int
stretto_rules(scmp_filter_ctx ctx)
{
	int r;

	if ((r = add_all(ctx, SCMP_ACT_ALLOW, stretto_allowed,
	    NELEM(stretto_allowed))) != 0 ||
	    (r = add_all(ctx, SCMP_ACT_ERRNO(EPERM), stretto_refused,
	    NELEM(stretto_refused))) != 0)
		return r;
	return stretto_conditions(ctx);
}

/*
 * A list of what is forbidden does not know what is not invented yet (452 is a
 * chmod, 463 sets attributes): here the kernel is no younger than Debian 12's,
 * and libraries do without, as they do there.  The numbers are the same on
 * every architecture.
 */
static int
refuse_younger(scmp_filter_ctx ctx)
{
	int call, r;

	for (call = FIRST_YOUNGER; call < LAST_YOUNGER; call++)
		if ((r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(ENOSYS), call,
		    0)) != 0)
			return r;
	return 0;
}

/* No typing into a terminal that was inherited. */
static int
refuse_typing(scmp_filter_ctx ctx)
{
	return seccomp_rule_add(ctx, SCMP_ACT_ERRNO(EPERM), CALL(ioctl), 1,
	    SCMP_A1(SCMP_CMP_MASKED_EQ, UINT32_MAX, TIOCSTI));
}

/* What is common to who opens bytes of others with libraries that cannot be
 * listed. */
static int
foreign_rules(scmp_filter_ctx ctx)
{
	const uint32_t no = SCMP_ACT_ERRNO(EPERM);
	int r;

	if ((r = add_all(ctx, no, system_refused, NELEM(system_refused))) != 0 ||
	    (r = add_all(ctx, no, ufficio_refused,
	    NELEM(ufficio_refused))) != 0 || (r = refuse_younger(ctx)) != 0)
		return r;
	/* threads, not processes; clone3 hides its flags from the filter, and
	 * glibc goes back to clone when there is none */
	if ((r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(ENOSYS), CALL(clone3),
	    0)) != 0 ||
	    (r = seccomp_rule_add(ctx, no, CALL(clone), 1,
	    SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0))) != 0 ||
	    (r = seccomp_rule_add(ctx, no, CALL(tgkill), 1,
	    SCMP_A0(SCMP_CMP_NE, (scmp_datum_t)getpid(), 0))) != 0)
		return r;
	return refuse_typing(ctx);
}

static int
ufficio_rules(scmp_filter_ctx ctx)
{
	int r = add_all(ctx, SCMP_ACT_ERRNO(EPERM), network_refused,
	    NELEM(network_refused));

	return r != 0 ? r : foreign_rules(ctx);
}

/* Sockets of these kinds only; the list ends with -1. */
static int
sockets_only(scmp_filter_ctx ctx, const int *kinds)
{
	const int *k;
	int i, r;

	for (i = 0; i < AF_MAX; i++) {
		for (k = kinds; *k >= 0 && *k != i; k++)
			;
		if (*k < 0 && (r = seccomp_rule_add(ctx,
		    SCMP_ACT_ERRNO(EPERM), CALL(socket), 1,
		    SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)i, 0))) != 0)
			return r;
	}
	return seccomp_rule_add(ctx, SCMP_ACT_ERRNO(EPERM), CALL(socket), 1,
	    SCMP_A0(SCMP_CMP_GE, AF_MAX, 0));
}

/* The resolver asks the kernel for addresses (netlink) and this machine for
 * names. */
static const int sockets_out[] = { AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, -1 };
static const int sockets_here[] = { AF_UNIX, -1 };

static int
directory_rules(scmp_filter_ctx ctx)
{
	const uint32_t no = SCMP_ACT_ERRNO(EPERM);
	int r;

	/* code comes from the files of libraries, and is not made; LibreOffice
	 * makes some, and cannot be refused it */
	if ((r = sockets_only(ctx, sockets_out)) != 0 ||
	    (r = seccomp_rule_add(ctx, no, CALL(mmap), 1,
	    SCMP_A2(SCMP_CMP_MASKED_EQ, WX, WX))) != 0 ||
	    (r = seccomp_rule_add(ctx, no, CALL(mprotect), 1,
	    SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC))) != 0)
		return r;
	return foreign_rules(ctx);
}

static int
store_rules(scmp_filter_ctx ctx, const int *sockets)
{
	int r = add_all(ctx, SCMP_ACT_ERRNO(EPERM), system_refused,
	    NELEM(system_refused));

	if (r != 0 || (r = sockets_only(ctx, sockets)) != 0)
		return r;
	return refuse_typing(ctx);
}

static int
archivio_rules(scmp_filter_ctx ctx)
{
	return store_rules(ctx, sockets_here);
}

static int
compositore_rules(scmp_filter_ctx ctx)
{
	return store_rules(ctx, sockets_out);
}

static int
custode_rules(scmp_filter_ctx ctx)
{
	int r = add_all(ctx, SCMP_ACT_ALLOW, custode_allowed,
	    NELEM(custode_allowed));

	if (r != 0)
		return r;
	return seccomp_rule_add(ctx, SCMP_ACT_ALLOW, CALL(mmap), 1,
	    SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
}

static int
web_rules(scmp_filter_ctx ctx)
{
	int r;

	if ((r = add_all(ctx, SCMP_ACT_ALLOW, web_allowed,
	    NELEM(web_allowed))) != 0 ||
	    (r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, CALL(socketpair), 1,
	    SCMP_A0(SCMP_CMP_EQ, AF_UNIX, 0))) != 0 ||
	    (r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, CALL(mprotect), 1,
	    SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))) != 0)
		return r;
	return seccomp_rule_add(ctx, SCMP_ACT_ALLOW, CALL(mmap), 1,
	    SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
}

static int
failed(int r, const char *what)
{
	errno = -r;
	return err_sys("gabbia: %s", what);
}

int
filtro_close(enum filtro filtro)
{
	static const struct {
		uint32_t other;		/* what is in no list */
		int (*rules)(scmp_filter_ctx ctx);
	} filters[] = {
		[FILTRO_STRETTO] = { SCMP_ACT_KILL_PROCESS, stretto_rules },
		[FILTRO_UFFICIO] = { SCMP_ACT_ALLOW, ufficio_rules },
		[FILTRO_WEB] = { SCMP_ACT_ERRNO(EPERM), web_rules },
		[FILTRO_DIRECTORY] = { SCMP_ACT_ALLOW, directory_rules },
		[FILTRO_CUSTODE] = { SCMP_ACT_ERRNO(EPERM), custode_rules },
		[FILTRO_ARCHIVIO] = { SCMP_ACT_ALLOW, archivio_rules },
		[FILTRO_COMPOSITORE] = { SCMP_ACT_ALLOW, compositore_rules },
	};
	scmp_filter_ctx ctx;
	int r;

	ctx = seccomp_init(filters[filtro].other);
	if (ctx == NULL)
		return err_set(ERR_FAULT, "gabbia: seccomp");
	/* calls of another architecture (32 bits) would escape the list */
	r = seccomp_attr_set(ctx, SCMP_FLTATR_ACT_BADARCH,
	    SCMP_ACT_KILL_PROCESS);
	/* a tree: a long list is not walked at each call */
	if (r == 0)
		r = seccomp_attr_set(ctx, SCMP_FLTATR_CTL_OPTIMIZE, 2);
	if (r == 0)
		r = filters[filtro].rules(ctx);
	if (r == 0)
		r = seccomp_load(ctx);
	seccomp_release(ctx);
	return r != 0 ? failed(r, "seccomp") : 0;
}
