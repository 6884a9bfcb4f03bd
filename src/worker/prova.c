/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prova.c - the inmate tries the bars: what tests/web/gabbie.t has each process
 * of the program do behind its own door.
 *
 * Each attempt is made so that without a cage it would be done, or fail for
 * another reason than a refusal.  What is said of each is a line, "NAME errno",
 * or "NAME fatto"; an attempt that ends the process says nothing, and whoever
 * asked goes on with the next one in another process.  Keeps: were a bar open,
 * nothing would be lost.
 */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <linux/keyctl.h>
#include <netinet/in.h>

#include "worker/prova.h"

#define NUOVO "/tmp/cartella-gabbia-prova"
#define DEADLY "chiamata-a-32-bit"
#define FCHMODAT2 452		/* Linux 6.6; not in Debian 12's headers */
#define TROPPO ((size_t)64 << 30)	/* bytes: more than any cage allows */

/* ---- files ---- */

/* The path is of the test: a file of a store; the program itself if none. */
static long
opens_store(void)
{
	const char *path = getenv("CARTELLA_GABBIA_FILE");

	return open(path != NULL ? path : "/proc/self/exe",
	    O_RDONLY | O_CLOEXEC);
}

static long
opens_shadow(void)
{
	return open("/etc/shadow", O_RDONLY | O_CLOEXEC);
}

static long
opens_home(void)
{
	return open("/root", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static long
opens_memory(void)
{
	return open("/proc/self/mem", O_RDWR | O_CLOEXEC);
}

static long
makes_file(void)
{
	long r = open(NUOVO, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	int e = errno;

	if (r >= 0)
		unlink(NUOVO);
	errno = e;
	return r;
}

static long
makes_dir(void)
{
	long r = mkdir(NUOVO "-d", 0700);
	int e = errno;

	if (r == 0)
		rmdir(NUOVO "-d");
	errno = e;
	return r;
}

static long
links(void)
{
	long r = symlink("/etc/passwd", NUOVO "-l");
	int e = errno;

	if (r == 0)
		unlink(NUOVO "-l");
	errno = e;
	return r;
}

static long
removes(void)
{
	return unlink(PROVA_VITTIMA);
}

static long
cuts(void)
{
	return truncate(NUOVO "-nessuno", 0);
}

static long
changes_mode(void)
{
	return chmod(NUOVO "-nessuno", 0700);
}

static long
changes_mode_young(void)
{
	return syscall(FCHMODAT2, AT_FDCWD, NUOVO "-nessuno", 0700, 0);
}

/* A descriptor of others: of the parent's none but 0-3 may be here. */
static long
inherits(void)
{
	int fd;

	for (fd = 64; fd < 256; fd++)
		if (lseek(fd, 0, SEEK_CUR) != -1 || errno != EBADF)
			return 0;
	errno = EBADF;
	return -1;
}

/* What was given to be read, by a mistaken parent open for writing too. */
static long
writes_input(void)
{
	return write(0, "x", 0);
}

/* ---- the network ---- */

static long
tcp(void)
{
	return socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

static long
udp(void)
{
	return socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0);
}

static long
unix_socket(void)
{
	struct sockaddr_un un = { .sun_family = AF_UNIX,
	    .sun_path = "/run/cartella-gabbia-prova" };
	int s = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	return s < 0 ? -1 : connect(s, (void *)&un, sizeof un);
}

static long
packets(void)
{
	return socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);
}

static long
listens(void)
{
	struct sockaddr_in in = { .sin_family = AF_INET };
	int s = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	return s < 0 || bind(s, (void *)&in, sizeof in) != 0 ? -1 :
	    listen(s, 1);
}

/* ---- programs and processes ---- */

static long
forks(void)
{
	pid_t pid = fork();

	if (pid == 0)
		_exit(0);
	if (pid > 0)
		waitpid(pid, NULL, 0);
	return pid;
}

/* In a child, where there may be one: it would be the last thing done. */
static long
executes(void)
{
	char *argv[] = { (char []){ "true" }, NULL }, *envp[] = { NULL };
	pid_t pid = fork();
	int status;

	if (pid <= 0) {
		execve("/bin/true", argv, envp);
		if (pid == 0)
			_exit(errno);
		return -1;
	}
	waitpid(pid, &status, 0);
	errno = WIFEXITED(status) ? WEXITSTATUS(status) : EFAULT;
	return errno == 0 ? 0 : -1;
}

static long
executes_memory(void)
{
	char *argv[] = { (char []){ "x" }, NULL }, *envp[] = { NULL };

	return syscall(SYS_execveat, -1, "", argv, envp, AT_EMPTY_PATH);
}

static long
signals(void)
{
	return kill(0, 0);
}

static long
traces(void)
{
	return ptrace(PTRACE_PEEKDATA, 1, NULL, NULL);
}

static long
reads_other(void)
{
	char c;
	struct iovec here = { &c, 1 }, there = { &here, 1 };

	return process_vm_readv(1, &here, 1, &there, 1, 0);
}

static long
takes_descriptor(void)
{
	return syscall(SYS_pidfd_getfd, -1, 0, 0);
}

/* ---- memory ---- */

static long
maps_code(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
}

static long
makes_code(void)
{
	void *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return mprotect(p, 4096, PROT_READ | PROT_EXEC);
}

static long
takes_much(void)
{
	void *p = mmap(NULL, TROPPO, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (p == MAP_FAILED)
		return -1;
	munmap(p, TROPPO);
	return 0;
}

/* ---- the kernel's rarer doors ---- */

static long
io_uring(void)
{
	return syscall(SYS_io_uring_setup, 1, NULL);
}

static long
bpf(void)
{
	return syscall(SYS_bpf, -1, NULL, 0);
}

static long
faults(void)
{
	return syscall(SYS_userfaultfd, ~0);
}

static long
mounts(void)
{
	return mount(NULL, NUOVO "-nessuno", NULL, MS_REMOUNT, NULL);
}

static long
roots(void)
{
	return chroot(NUOVO "-nessuno");
}

static long
keys(void)
{
	return syscall(SYS_keyctl, KEYCTL_GET_KEYRING_ID,
	    KEY_SPEC_PROCESS_KEYRING, 1);
}

static long
measures(void)
{
	return syscall(SYS_perf_event_open, NULL, 0, -1, -1, 0);
}

static long
worlds(void)
{
	return unshare(CLONE_NEWUSER | CLONE_SIGHAND);
}

static long
opens_handle(void)
{
	return syscall(SYS_open_by_handle_at, -1, NULL, 0);
}

static long
types(void)
{
	return ioctl(0, TIOCSTI, "x");
}

/* A program with the rights of its owner would be of no use. */
static long
gains(void)
{
	int r = prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0);

	if (r == 1)
		errno = EPERM;
	return r == 1 ? -1 : r;
}

#ifdef __x86_64__
/* getpid, as a program of 32 bits asks it: numbers mean other calls there. */
static long
other_numbers(void)
{
	long r = 20;

	__asm__ volatile ("int $0x80" : "+a" (r) : : "memory");
	return r;
}
#endif

static const struct {
	const char *nome;
	long (*fa)(void);
} attempts[] = {
	{ "apri-archivio", opens_store },
	{ "apri-shadow", opens_shadow },
	{ "apri-casa-d'altri", opens_home },
	{ "apri-memoria", opens_memory },
	{ "crea-file", makes_file },
	{ "crea-directory", makes_dir },
	{ "crea-collegamento", links },
	{ "rimuovi", removes },
	{ "tronca", cuts },
	{ "cambia-modo", changes_mode },
	{ "cambia-modo-nuova", changes_mode_young },
	{ "descrittore-ereditato", inherits },
	{ "scrivi-ingresso", writes_input },
	{ "tcp", tcp },
	{ "udp", udp },
	{ "unix", unix_socket },
	{ "pacchetti", packets },
	{ "ascolta", listens },
	{ "processo", forks },
	{ "esegui", executes },
	{ "esegui-memoria", executes_memory },
	{ "segnale", signals },
	{ "ptrace", traces },
	{ "leggi-processo", reads_other },
	{ "prendi-descrittore", takes_descriptor },
	{ "memoria-eseguibile", maps_code },
	{ "codice-nuovo", makes_code },
	{ "memoria-troppa", takes_much },
	{ "io_uring", io_uring },
	{ "bpf", bpf },
	{ "userfaultfd", faults },
	{ "mount", mounts },
	{ "chroot", roots },
	{ "keyctl", keys },
	{ "perf", measures },
	{ "unshare", worlds },
	{ "apri-per-maniglia", opens_handle },
	{ "tiocsti", types },
	{ "diritti", gains },
#ifdef __x86_64__
	{ DEADLY, other_numbers },
#endif
	{ NULL, NULL },
};

const char *
prova_nome(int i)
{
	return attempts[i].nome;
}

void
prova_fai(const char *chi, int da, int fd, bool muore)
{
	const char *how;
	char line[160];
	int n;

	for (; attempts[da].nome != NULL; da++) {
		if (!muore && strcmp(attempts[da].nome, DEADLY) == 0)
			continue;
		errno = 0;
		if (attempts[da].fa() >= 0)
			how = "fatto";
		else if ((how = strerrorname_np(errno)) == NULL)
			how = "?";
		n = snprintf(line, sizeof line, "%s %s %s\n", chi,
		    attempts[da].nome, how);
		if (write(fd, line, (size_t)n) != n)
			_exit(1);
	}
}

void
prova_ferma(void)
{
	char c;

	if (write(1, "fermo\n", 6) == 6)
		(void)!read(0, &c, 1);
	_exit(0);
}

#ifdef PROVA
char *const *
prova_ambiente(void)
{
	static char yes[] = "CARTELLA_GABBIA=1", path[4096];
	static char *env[] = { NULL, NULL, NULL };
	const char *file = getenv("CARTELLA_GABBIA_FILE");

	if (getenv("CARTELLA_GABBIA") == NULL || file == NULL)
		return env + 2;
	snprintf(path, sizeof path, "CARTELLA_GABBIA_FILE=%s", file);
	env[0] = yes;
	env[1] = path;
	return env;
}
#endif
