/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * segreto.c - one page a secret, of its own, straight from the kernel.
 *
 * Refuses: to hold a secret in a page that could go to the disk (a limit on
 * locked memory that is too small is an error, not a warning).  The bytes are
 * read into the page one by one, so that they pass through nothing of ours.
 */
#include "base/segreto.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#define PAGINA 4096		/* bytes mapped: the struct and its bytes */

struct segreto {		/* stands at the beginning of its page */
	size_t len;
	char p[SEGRETO_MAX + 1];
};

_Static_assert(sizeof(struct segreto) <= PAGINA, "a secret fits its page");

void
segreto_wipe(void *p, size_t n)
{
	explicit_bzero(p, n);
}

/* An empty one. */
static int
page(struct segreto **out)
{
	void *p = mmap(NULL, PAGINA, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	int r;

	if (p == MAP_FAILED)
		return err_sys("memoria per un segreto");
	if (madvise(p, PAGINA, MADV_DONTDUMP) != 0 ||
	    madvise(p, PAGINA, MADV_WIPEONFORK) != 0 ||
	    mlock(p, PAGINA) != 0) {
		r = err_sys("memoria per un segreto, che non vada su disco "
		    "(limite «memlock» del sistema)");
		munmap(p, PAGINA);
		return r;
	}
	assert(p != NULL);
	*out = p;
	return 0;
}

void
segreto_free(struct segreto *s)
{
	if (s == NULL)
		return;
	segreto_wipe(s, sizeof *s);
	munmap(s, PAGINA);
}

static int
too_long(void)
{
	return err_set(ERR_INVALID, "la frase segreta è più lunga di %d byte",
	    SEGRETO_MAX);
}

static int
has_nul(void)
{
	return err_set(ERR_INVALID,
	    "la frase segreta contiene un carattere non ammesso");
}

int
segreto_new(struct segreto **out, const void *p, size_t n)
{
	AUTO(segreto) s = NULL;
	int r;

	if (n > SEGRETO_MAX)
		return too_long();
	if (memchr(p, '\0', n) != NULL)
		return has_nul();
	if ((r = page(&s)) != 0)
		return r;
	memcpy(s->p, p, n);
	s->len = n;
	*out = MOVE(s);
	return 0;
}

/* One line into s, without its end. */
static int
line(struct segreto *s, int fd, int (*wait)(int fd))
{
	ssize_t n;
	int r;

	for (;;) {
		if (wait != NULL && (r = wait(fd)) != 0)
			return r;
		n = read(fd, s->p + s->len, 1);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_sys("lettura della frase segreta");
		if (n == 0 || s->p[s->len] == '\n') {
			s->p[s->len] = '\0';
			return 0;
		}
		if (s->p[s->len] == '\0')
			return has_nul();
		if (++s->len > SEGRETO_MAX)
			return too_long();
	}
}

int
segreto_read(struct segreto **out, int fd)
{
	AUTO(segreto) s = NULL;
	int r;

	if ((r = page(&s)) != 0 || (r = line(s, fd, NULL)) != 0)
		return r;
	*out = MOVE(s);
	return 0;
}

/* ---- the terminal ---- */

static volatile sig_atomic_t asked_heard;
static sigset_t asked_open;	/* the mask in which signals are heard */

static void
hear(int sig)
{
	asked_heard = sig;
}

/* Those that would leave a terminal without echo behind. */
static const int deadly[] = { SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP };

/* Signals come in here and nowhere else: none is missed before a read that
 * would then wait for ever. */
static int
wait_for_key(int tty)
{
	struct pollfd p = { tty, POLLIN, 0 };

	while (ppoll(&p, 1, NULL, &asked_open) < 0) {
		if (errno != EINTR)
			return err_sys("terminale");
		if (asked_heard != 0)
			return err_set(ERR_FORBIDDEN,
			    "la frase segreta non è stata data");
	}
	return 0;
}

static void
say(int tty, const char *s)
{
	(void)!write(tty, s, strlen(s));
}

/* Asks with the echo off; whatever happens it is on again afterwards. */
static int
ask(struct segreto *s, int tty, const char *domanda)
{
	struct termios before, silent;
	int r;

	if (tcgetattr(tty, &before) != 0)
		return err_sys("terminale");
	silent = before;
	silent.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL);
	silent.c_lflag |= ICANON | ISIG;
	if (tcsetattr(tty, TCSAFLUSH, &silent) != 0)
		return err_sys("terminale");
	say(tty, domanda);
	r = line(s, tty, wait_for_key);
	say(tty, "\n");
	if (tcsetattr(tty, TCSAFLUSH, &before) != 0 && r == 0)
		return err_sys("terminale");
	return r;
}

/* The same with the deadly signals held back. */
static int
ask_guarded(struct segreto *s, int tty, const char *domanda)
{
	struct sigaction heard = { .sa_handler = hear }, old[NELEM(deadly)];
	sigset_t held;
	size_t i;
	int r;

	sigemptyset(&held);
	for (i = 0; i < NELEM(deadly); i++)
		sigaddset(&held, deadly[i]);
	sigprocmask(SIG_BLOCK, &held, &asked_open);
	asked_heard = 0;
	for (i = 0; i < NELEM(deadly); i++)
		sigaction(deadly[i], &heard, &old[i]);
	r = ask(s, tty, domanda);
	for (i = 0; i < NELEM(deadly); i++)
		sigaction(deadly[i], &old[i], NULL);
	sigprocmask(SIG_SETMASK, &asked_open, NULL);
	if (asked_heard != 0)
		raise(asked_heard);	/* as if nobody had listened */
	return r;
}

int
segreto_ask(struct segreto **out, const char *domanda)
{
	AUTO_FD int tty = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
	AUTO(segreto) s = NULL;
	int r;

	if (tty < 0)
		return err_set(ERR_ABSENT, "non c'è un terminale su cui "
		    "chiedere la frase segreta");
	if ((r = page(&s)) != 0 || (r = ask_guarded(s, tty, domanda)) != 0)
		return r;
	*out = MOVE(s);
	return 0;
}

const char *
segreto_str(const struct segreto *s)
{
	return s->p;
}

size_t
segreto_len(const struct segreto *s)
{
	return s->len;
}
