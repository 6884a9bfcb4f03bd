/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * squadra.c - pieces of work among processes: a shared counter says which is
 * the next, a byte of shared memory a piece whether it is done, a nameless file
 * a child what it found, a byte in a pipe that it found something.
 *
 * Keeps: no child outlives who started it; a piece whose child died is never
 * taken for done.
 */
#include "base/squadra.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

#define OPERAI_MAX 64

struct comune {				/* shared by all of them */
	atomic_int prossimo;
	atomic_llong fatto;
	atomic_uchar finito[];		/* of each piece */
};

struct figlio {
	pid_t pid;			/* 0: it has ended */
	int fd;				/* what it found */
	struct buf trovato;
};

struct pezzo {
	int64_t peso;
	int i;
};

struct esito {
	const unsigned char *p;		/* NULL: not done */
	size_t n;
};

struct squadra {
	struct comune *comune;
	size_t grande;			/* bytes of it */
	int n;
	struct pezzo *pezzo;		/* in the order they are taken */
	lavoro_fn *fn;
	void *arg;
	struct figlio figlio[OPERAI_MAX];
	int n_figli, via[2];		/* a byte a piece that is done */
	struct buf mio;			/* what this process found */
	struct esito *esito;
};

int
squadra_operai(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : n > OPERAI_MAX ? OPERAI_MAX : (int)n;
}

/* ---- one piece ---- */

/* The next one, done: its number, code and length, and what it found or why
 * not. */
static const struct pezzo *
one(struct squadra *s, struct buf *out, int operaio)
{
	int k = atomic_fetch_add(&s->comune->prossimo, 1), r;
	AUTO_BUF found = { 0 };

	if (k >= s->n)
		return NULL;
	r = s->fn(&found, s->arg, s->pezzo[k].i, operaio);
	buf_u32(out, (uint32_t)s->pezzo[k].i);
	buf_u32(out, (uint32_t)-r);
	if (r == 0) {
		buf_block(out, found.data, found.len);
	} else {
		atomic_store(&s->comune->prossimo, s->n);
		buf_block(out, err_msg(), strlen(err_msg()));
	}
	return &s->pezzo[k];
}

static void
done(struct squadra *s, const struct pezzo *p)
{
	atomic_fetch_add(&s->comune->fatto, p->peso);
	atomic_store(&s->comune->finito[p->i], 1);
}

/* ---- a child ---- */

static _Noreturn void
child(struct squadra *s, int operaio, int fd, pid_t parent)
{
	const struct pezzo *p;
	AUTO_BUF b = { 0 };

	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
		_exit(1);
	while ((p = one(s, &b, operaio)) != NULL) {
		if (file_write_fd(fd, b.data, b.len) != 0)
			_exit(1);
		done(s, p);
		/* when it is full who reads it has enough to do */
		if (write(s->via[1], "", 1) != 1 && errno != EAGAIN)
			_exit(1);
		buf_clear(&b);
	}
	_exit(0);
}

static void
start_one(struct squadra *s)
{
	struct figlio *f = &s->figlio[s->n_figli];
	pid_t parent = getpid();

	*f = (struct figlio){ .fd = -1 };
	if (file_memory(&f->fd, NULL, 0) != 0) {
		err_clear();
		return;
	}
	if ((f->pid = fork()) == 0)
		child(s, s->n_figli + 1, f->fd, parent);
	if (f->pid < 0) {
		close(f->fd);
		return;
	}
	s->n_figli++;
}

/* ---- the start ---- */

static int
by_weight(const void *a, const void *b)
{
	const struct pezzo *x = a, *y = b;

	if (x->peso != y->peso)
		return x->peso > y->peso ? -1 : 1;
	return x->i < y->i ? -1 : x->i > y->i;
}

static int
share(struct squadra *s)
{
	s->grande = sizeof *s->comune + (size_t)s->n;
	s->comune = mmap(NULL, s->grande, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (s->comune == MAP_FAILED) {
		s->comune = NULL;
		return err_sys("memoria da dividere");
	}
	if (pipe2(s->via, O_CLOEXEC) != 0) {
		s->via[0] = s->via[1] = -1;
		return err_sys("pipe");
	}
	return fcntl(s->via[1], F_SETFL, O_NONBLOCK) == 0 ? 0 :
	    err_sys("pipe");
}

int
squadra_avvia(struct squadra **out, int n, const int64_t *peso, int operai,
    lavoro_fn *fn, void *arg)
{
	AUTO(squadra) s = calloc(1, sizeof *s);
	int r, i;

	if (s == NULL || (s->pezzo = calloc((size_t)n + 1,
	    sizeof *s->pezzo)) == NULL ||
	    (s->esito = calloc((size_t)n + 1, sizeof *s->esito)) == NULL)
		abort();
	s->n = n;
	s->fn = fn;
	s->arg = arg;
	s->via[0] = s->via[1] = -1;
	if ((r = share(s)) != 0)
		return r;
	for (i = 0; i < n; i++)
		s->pezzo[i] = (struct pezzo){ peso != NULL ? peso[i] : 1, i };
	qsort(s->pezzo, (size_t)n, sizeof *s->pezzo, by_weight);
	for (i = 1; i < operai && i <= OPERAI_MAX && i < n; i++)
		start_one(s);
	*out = MOVE(s);
	return 0;
}

/* ---- the end ---- */

static void
reap(struct figlio *f)
{
	while (f->pid > 0 && waitpid(f->pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	f->pid = 0;
}

/* The pieces in what one has found; of the last, cut short, nothing.  What is
 * returned is what a piece failed with. */
static int
share_out(struct squadra *s, const struct buf *b)
{
	struct cursor c = { (const unsigned char *)b->data, b->len };
	uint32_t i, code;
	const void *p;
	size_t n;
	int r = 0;

	while (c.left > 0 && cursor_u32(&i, &c) == 0 &&
	    cursor_u32(&code, &c) == 0 && cursor_block(&p, &n, &c) == 0)
		if (code != 0)
			r = err_set(-(int)code, "%.*s", (int)n,
			    (const char *)p);
		else if (i < (uint32_t)s->n &&
		    atomic_load(&s->comune->finito[i]))
			s->esito[i] = (struct esito){ p, n };
	if (r == 0)
		err_clear();
	return r;
}

static int
collect(struct squadra *s)
{
	struct figlio *f;
	int i, r;

	for (i = 0; i < s->n_figli; i++) {
		f = &s->figlio[i];
		if (lseek(f->fd, 0, SEEK_SET) != 0)
			return err_sys("ciò che un processo ha trovato");
		if ((r = file_read_fd(&f->trovato, f->fd,
		    SIZE_MAX / 2)) != 0 ||
		    (r = share_out(s, &f->trovato)) != 0)
			return r;
	}
	return share_out(s, &s->mio);
}

/* A byte for each piece of a child; the end of them all ends it. */
static int
listen_to_all(struct squadra *s, void (*passo)(void *arg), void *arg)
{
	ssize_t n;
	char c;

	close(s->via[1]);
	s->via[1] = -1;
	while ((n = read(s->via[0], &c, 1)) != 0) {
		if (n < 0 && errno != EINTR)
			return err_sys("ciò che un processo ha trovato");
		if (n > 0 && passo != NULL)
			passo(arg);
	}
	return 0;
}

int
squadra_finisci(struct squadra *s, void (*passo)(void *arg), void *arg)
{
	const struct pezzo *p;
	int r, i;

	while ((p = one(s, &s->mio, 0)) != NULL) {
		done(s, p);
		if (passo != NULL)
			passo(arg);
	}
	if ((r = listen_to_all(s, passo, arg)) != 0)
		return r;
	for (i = 0; i < s->n_figli; i++)
		reap(&s->figlio[i]);
	return collect(s);
}

bool
squadra_esito(struct cursor *out, const struct squadra *s, int i)
{
	if (s->esito[i].p == NULL)
		return false;
	*out = (struct cursor){ s->esito[i].p, s->esito[i].n };
	return true;
}

int64_t
squadra_fatto(const struct squadra *s)
{
	return atomic_load(&s->comune->fatto);
}

void
squadra_free(struct squadra *s)
{
	int i;

	if (s == NULL)
		return;
	for (i = 0; i < s->n_figli; i++) {
		if (s->figlio[i].pid > 0)
			kill(s->figlio[i].pid, SIGKILL);
		reap(&s->figlio[i]);
		close(s->figlio[i].fd);
		buf_free(&s->figlio[i].trovato);
	}
	for (i = 0; i < 2; i++)
		if (s->via[i] >= 0)
			close(s->via[i]);
	if (s->comune != NULL)
		munmap(s->comune, s->grande);
	buf_free(&s->mio);
	free(s->pezzo);
	free(s->esito);
	free(s);
}
