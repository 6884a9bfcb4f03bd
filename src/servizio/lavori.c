/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavori.c - pieces of work among processes: a shared counter says which is the
 * next, a byte of shared memory a piece how far it is, a nameless file a child
 * what it found.
 *
 * Keeps: no child outlives who started it; a piece whose child died is never
 * taken for done.  Refuses nothing: a child that cannot be started is one less.
 */
#include "servizio/lavori.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/point.h"

#define FIGLI_MAX 64
#define OGNI 50000000L			/* ns between two looks at the children */

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

struct esito {
	const unsigned char *p;		/* NULL: not done */
	size_t n;
};

struct lavori {
	struct comune *comune;
	size_t grande;			/* bytes of it */
	int n, *ordine;
	const int64_t *peso;
	lavoro_fn *fn;
	void *arg;
	struct figlio figlio[FIGLI_MAX];
	int n_figli;
	struct buf mio;			/* what this process found */
	struct esito *esito;
};

/* ---- one piece ---- */

/* The next one, done; what it found behind its number and length. */
static bool
one(struct lavori *l, struct buf *out)
{
	int k = atomic_fetch_add(&l->comune->prossimo, 1), i;
	AUTO_BUF found = { 0 };

	if (k >= l->n)
		return false;
	i = l->ordine[k];
	l->fn(l->arg, i, &found);
	buf_u32(out, (uint32_t)i);
	buf_block(out, found.data, found.len);
	return true;
}

static void
done(struct lavori *l, int i)
{
	atomic_fetch_add(&l->comune->fatto, l->peso[i]);
	atomic_store(&l->comune->finito[i], 1);
}

/* ---- a child ---- */

static _Noreturn void
child(struct lavori *l, int fd, pid_t parent)
{
	AUTO_BUF b = { 0 };
	struct cursor c;
	uint32_t i;

	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
		_exit(1);
	while (one(l, &b)) {
		c = (struct cursor){ (unsigned char *)b.data, b.len };
		POINT("verifica-figlio");
		if (file_write_fd(fd, b.data, b.len) != 0 ||
		    cursor_u32(&i, &c) != 0)
			_exit(1);
		done(l, (int)i);
		buf_clear(&b);
	}
	_exit(0);
}

static void
start_one(struct lavori *l)
{
	struct figlio *f = &l->figlio[l->n_figli];
	pid_t parent = getpid();

	*f = (struct figlio){ .fd = -1 };
	if (file_memory(&f->fd, NULL, 0) != 0) {
		err_clear();
		return;
	}
	if ((f->pid = fork()) == 0)
		child(l, f->fd, parent);
	if (f->pid < 0) {
		close(f->fd);
		return;
	}
	l->n_figli++;
}

/* ---- who starts first ---- */

static const int64_t *weights;		/* for by_weight */

static int
by_weight(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	if (weights[x] != weights[y])
		return weights[x] > weights[y] ? -1 : 1;
	return x < y ? -1 : x > y;
}

int
lavori_avvia(struct lavori **out, int n, const int64_t *peso, int processi,
    lavoro_fn *fn, void *arg)
{
	AUTO(lavori) l = calloc(1, sizeof *l);
	int i;

	if (l == NULL || (l->ordine = calloc((size_t)n + 1,
	    sizeof *l->ordine)) == NULL ||
	    (l->esito = calloc((size_t)n + 1, sizeof *l->esito)) == NULL)
		abort();
	l->n = n;
	l->peso = peso;
	l->fn = fn;
	l->arg = arg;
	l->grande = sizeof *l->comune + (size_t)n;
	l->comune = mmap(NULL, l->grande, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (l->comune == MAP_FAILED) {
		l->comune = NULL;
		return err_sys("memoria da dividere");
	}
	for (i = 0; i < n; i++)
		l->ordine[i] = i;
	weights = peso;
	if (n > 1)
		qsort(l->ordine, (size_t)n, sizeof *l->ordine, by_weight);
	for (i = 1; i < processi && i <= FIGLI_MAX && i < n; i++)
		start_one(l);
	*out = MOVE(l);
	return 0;
}

/* ---- the end ---- */

/* 1: they have all ended. */
static int
reap(struct lavori *l)
{
	int i, left = 0, status;
	pid_t r;

	for (i = 0; i < l->n_figli; i++) {
		if (l->figlio[i].pid == 0)
			continue;
		r = waitpid(l->figlio[i].pid, &status, WNOHANG);
		if (r == 0 || (r < 0 && errno == EINTR))
			left++;
		else
			l->figlio[i].pid = 0;
	}
	return left == 0;
}

/* The pieces in what one has found; of the last, cut short, nothing. */
static void
share_out(struct lavori *l, const struct buf *b)
{
	struct cursor c = { (const unsigned char *)b->data, b->len };
	const void *p;
	uint32_t i;
	size_t n;

	while (c.left > 0 && cursor_u32(&i, &c) == 0 &&
	    cursor_block(&p, &n, &c) == 0)
		if (i < (uint32_t)l->n && atomic_load(&l->comune->finito[i]))
			l->esito[i] = (struct esito){ p, n };
	err_clear();
}

static int
collect(struct lavori *l)
{
	struct figlio *f;
	int i, r;

	for (i = 0; i < l->n_figli; i++) {
		f = &l->figlio[i];
		if (lseek(f->fd, 0, SEEK_SET) != 0)
			return err_sys("ciò che un processo ha trovato");
		if ((r = file_read_fd(&f->trovato, f->fd, SIZE_MAX / 2)) != 0)
			return r;
		share_out(l, &f->trovato);
	}
	share_out(l, &l->mio);
	return 0;
}

int
lavori_finisci(struct lavori *l, void (*passo)(void *arg), void *arg)
{
	const struct timespec pause = { .tv_nsec = OGNI };
	size_t before = l->mio.len;
	struct cursor c;
	uint32_t i;

	while (one(l, &l->mio)) {
		c = (struct cursor){ (unsigned char *)l->mio.data + before,
		    l->mio.len - before };
		if (cursor_u32(&i, &c) == 0)
			done(l, (int)i);
		before = l->mio.len;
		if (passo != NULL)
			passo(arg);
	}
	while (!reap(l)) {
		if (passo != NULL)
			passo(arg);
		nanosleep(&pause, NULL);
	}
	return collect(l);
}

bool
lavori_esito(struct cursor *out, const struct lavori *l, int i)
{
	if (l->esito[i].p == NULL)
		return false;
	*out = (struct cursor){ l->esito[i].p, l->esito[i].n };
	return true;
}

int64_t
lavori_fatto(const struct lavori *l)
{
	return atomic_load(&l->comune->fatto);
}

void
lavori_free(struct lavori *l)
{
	int i;

	if (l == NULL)
		return;
	for (i = 0; i < l->n_figli; i++) {
		if (l->figlio[i].pid > 0) {
			kill(l->figlio[i].pid, SIGKILL);
			while (waitpid(l->figlio[i].pid, NULL, 0) < 0 &&
			    errno == EINTR)
				continue;
		}
		close(l->figlio[i].fd);
		buf_free(&l->figlio[i].trovato);
	}
	if (l->comune != NULL)
		munmap(l->comune, l->grande);
	buf_free(&l->mio);
	free(l->ordine);
	free(l->esito);
	free(l);
}
