/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * squadra.c - pieces of work among processes: shared counters say which is the
 * next, shared memory whether a piece is done, nameless files of each child
 * what it found, a byte in a pipe that it found something.
 *
 * Pieces in a line have a file of their own in each child, from which they go
 * as they are read, and a pipe of leaves: whoever takes one takes a byte, whoever
 * has read one puts it back, so that nobody runs far ahead of the reader.
 *
 * Keeps: no child outlives who started it; a piece whose child died is never
 * taken for done, nor waited for.
 */
#include "base/squadra.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
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
#define ANTICIPO 16		/* pieces in line that nobody has read yet */
#define PAZIENZA 100		/* ms, before one looks who is still alive */

struct comune {				/* shared by all of them */
	atomic_int in_fila, prossimo;	/* the next, of the line and behind it */
	atomic_llong fatto;
	struct posto {			/* of each piece */
		atomic_uchar finito;
		int operaio;		/* in line: who did it, and where it */
		int64_t da, lungo;	/* is in his file; -1: it failed */
	} posto[];
};

struct figlio {
	pid_t pid;			/* 0: it has ended */
	int fd;				/* what it found */
	int fila;			/* the same, of pieces in line */
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
	int n, fila;			/* all; the first of them in line */
	struct pezzo *pezzo;		/* in the order they are taken */
	lavoro_fn *fn;
	void *arg;
	struct figlio figlio[OPERAI_MAX];
	int n_figli, via[2];		/* a byte a piece that is done */
	int licenze[2];			/* a byte a piece in line to be taken */
	int sentiti;			/* bytes of via already read */
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

/* The next that is not in line; NULL: there is none. */
static const struct pezzo *
take(struct squadra *s)
{
	int k = atomic_fetch_add(&s->comune->prossimo, 1);

	return k < s->n ? &s->pezzo[k] : NULL;
}

/* Does it: its number, code and length, and what it found or why not. */
static void
one(struct squadra *s, struct buf *out, const struct pezzo *p, int operaio)
{
	AUTO_BUF found = { 0 };
	int r = s->fn(&found, s->arg, p->i, operaio);

	buf_u32(out, (uint32_t)p->i);
	buf_u32(out, (uint32_t)-r);
	if (r == 0) {
		buf_block(out, found.data, found.len);
	} else {
		atomic_store(&s->comune->prossimo, s->n);
		buf_block(out, err_msg(), strlen(err_msg()));
	}
}

static void
done(struct squadra *s, const struct pezzo *p)
{
	atomic_fetch_add(&s->comune->fatto, p->peso);
	atomic_store(&s->comune->posto[p->i].finito, 1);
}

/* ---- a child ---- */

/* One in line, while there is leave; else another; else leave is waited for. */
static const struct pezzo *
next(struct squadra *s)
{
	struct pollfd wait = { s->licenze[0], POLLIN, 0 };
	const struct pezzo *p;
	char c;
	int k;

	while (atomic_load(&s->comune->in_fila) < s->fila) {
		if (read(s->licenze[0], &c, 1) == 1) {
			k = atomic_fetch_add(&s->comune->in_fila, 1);
			if (k < s->fila)
				return &s->pezzo[k];
		} else if ((p = take(s)) != NULL) {
			return p;
		} else {
			poll(&wait, 1, -1);
		}
	}
	return take(s);
}

static int
one_in_line(struct squadra *s, const struct pezzo *p, int operaio)
{
	struct posto *to = &s->comune->posto[p->i];
	int fd = s->figlio[operaio - 1].fila;
	AUTO_BUF found = { 0 };

	to->operaio = operaio;
	to->lungo = -1;
	to->da = lseek(fd, 0, SEEK_CUR);
	if (s->fn(&found, s->arg, p->i, operaio) != 0)
		err_clear();		/* who reads does it again, and tells */
	else if (to->da < 0 || file_write_fd(fd, found.data, found.len) != 0)
		return -1;
	else
		to->lungo = (int64_t)found.len;
	return 0;
}

static int
do_one(struct squadra *s, const struct pezzo *p, int operaio)
{
	AUTO_BUF b = { 0 };

	if (p->i < s->fila)
		return one_in_line(s, p, operaio);
	one(s, &b, p, operaio);
	return file_write_fd(s->figlio[operaio - 1].fd, b.data, b.len);
}

static _Noreturn void
child(struct squadra *s, int operaio, pid_t parent)
{
	const struct pezzo *p;

	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
		_exit(1);
	while ((p = next(s)) != NULL) {
		if (do_one(s, p, operaio) != 0)
			_exit(1);
		done(s, p);
		/* when it is full who reads it has enough to do */
		if (write(s->via[1], "", 1) != 1 && errno != EAGAIN)
			_exit(1);
	}
	_exit(0);
}

static void
close_files(const struct figlio *f)
{
	if (f->fd >= 0)
		close(f->fd);
	if (f->fila >= 0)
		close(f->fila);
}

static void
start_one(struct squadra *s)
{
	struct figlio *f = &s->figlio[s->n_figli];
	pid_t parent = getpid();

	*f = (struct figlio){ .fd = -1, .fila = -1 };
	if (file_memory(&f->fd, NULL, 0) != 0 ||
	    file_memory(&f->fila, NULL, 0) != 0) {
		err_clear();
		f->pid = -1;
	} else if ((f->pid = fork()) == 0) {
		child(s, s->n_figli + 1, parent);
	}
	if (f->pid > 0)
		s->n_figli++;
	else
		close_files(f);
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
	s->grande = sizeof *s->comune + (size_t)s->n * sizeof(struct posto);
	s->comune = mmap(NULL, s->grande, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (s->comune == MAP_FAILED) {
		s->comune = NULL;
		return err_sys("memoria da dividere");
	}
	atomic_store(&s->comune->prossimo, s->fila);
	if (pipe2(s->via, O_CLOEXEC) != 0) {
		s->via[0] = s->via[1] = -1;
		return err_sys("pipe");
	}
	if (pipe2(s->licenze, O_CLOEXEC | O_NONBLOCK) != 0) {
		s->licenze[0] = s->licenze[1] = -1;
		return err_sys("pipe");
	}
	return fcntl(s->via[1], F_SETFL, O_NONBLOCK) == 0 ? 0 :
	    err_sys("pipe");
}

/* So many bytes more; a pipe that is full has enough. */
static void
give_leave(const struct squadra *s, int n)
{
	while (n-- > 0 && write(s->licenze[1], "", 1) == 1)
		continue;
}

int
squadra_avvia(struct squadra **out, int n, int fila, const int64_t *peso,
    int operai, lavoro_fn *fn, void *arg)
{
	AUTO(squadra) s = calloc(1, sizeof *s);
	int r, i;

	if (s == NULL || (s->pezzo = calloc((size_t)n + 1,
	    sizeof *s->pezzo)) == NULL ||
	    (s->esito = calloc((size_t)n + 1, sizeof *s->esito)) == NULL)
		abort();
	s->n = n;
	s->fila = fila;
	s->fn = fn;
	s->arg = arg;
	s->via[0] = s->via[1] = s->licenze[0] = s->licenze[1] = -1;
	if ((r = share(s)) != 0)
		return r;
	for (i = 0; i < n; i++)
		s->pezzo[i] = (struct pezzo){ peso != NULL ? peso[i] : 1, i };
	qsort(s->pezzo + fila, (size_t)(n - fila), sizeof *s->pezzo, by_weight);
	give_leave(s, ANTICIPO);
	for (i = 1; i < operai && i <= OPERAI_MAX && i < n; i++)
		start_one(s);
	close(s->via[1]);		/* so that the end of them all ends it */
	s->via[1] = -1;
	*out = MOVE(s);
	return 0;
}

/* ---- the line ---- */

static bool
finished(const struct squadra *s, int i)
{
	return atomic_load(&s->comune->posto[i].finito) != 0;
}

/* Did one of them end?  Before the line does only who was killed, or could not
 * write. */
static bool
one_is_gone(struct squadra *s)
{
	bool gone = false;
	int i;

	for (i = 0; i < s->n_figli; i++) {
		struct figlio *f = &s->figlio[i];

		if (f->pid > 0 && waitpid(f->pid, NULL, WNOHANG) == f->pid)
			f->pid = 0;
		gone |= f->pid == 0;
	}
	return gone;
}

/* Something else is done meanwhile, if there is something.  false: it will not
 * come, as far as one can tell. */
static bool
wait_a_little(struct squadra *s)
{
	struct pollfd heard = { s->via[0], POLLIN, 0 };
	const struct pezzo *p = take(s);
	char c[ANTICIPO];
	ssize_t n;

	if (p != NULL) {
		one(s, &s->mio, p, 0);
		done(s, p);
		s->sentiti++;
		return true;
	}
	if (poll(&heard, 1, PAZIENZA) <= 0)
		return !one_is_gone(s);
	if ((n = read(s->via[0], c, sizeof c)) > 0)
		s->sentiti += (int)n;
	return n != 0;
}

static int
read_at(struct buf *out, int fd, int64_t from, int64_t n)
{
	char piece[65536];
	ssize_t got;

	for (; n > 0; from += got, n -= got) {
		got = pread(fd, piece, n < (int64_t)sizeof piece ? (size_t)n :
		    sizeof piece, from);
		if (got <= 0)
			return -1;
		buf_append(out, piece, (size_t)got);
	}
	return 0;
}

bool
squadra_fila(struct buf *out, struct squadra *s, int i)
{
	const struct posto *of = &s->comune->posto[i];
	size_t start = out->len;
	int nobody = i, fd;

	if (s->n_figli == 0 || atomic_compare_exchange_strong(
	    &s->comune->in_fila, &nobody, i + 1))
		return false;
	while (!finished(s, i) && wait_a_little(s))
		continue;
	give_leave(s, 1);
	if (!finished(s, i) || of->lungo < 0)
		return false;
	fd = s->figlio[of->operaio - 1].fila;
	if (read_at(out, fd, of->da, of->lungo) != 0) {
		out->len = start;
		return false;
	}
	/* what stays there is memory; it goes at the end in any case */
	(void)fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, of->da,
	    of->lungo > 0 ? of->lungo : 1);
	return true;
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
		    finished(s, (int)i))
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

	for (; s->sentiti > 0; s->sentiti--)
		if (passo != NULL)
			passo(arg);
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

	/* whoever waits for leave need not */
	atomic_store(&s->comune->in_fila, s->fila);
	give_leave(s, s->n_figli);
	while ((p = take(s)) != NULL) {
		one(s, &s->mio, p, 0);
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
		close_files(&s->figlio[i]);
		buf_free(&s->figlio[i].trovato);
	}
	for (i = 0; i < 2; i++) {
		if (s->via[i] >= 0)
			close(s->via[i]);
		if (s->licenze[i] >= 0)
			close(s->licenze[i]);
	}
	if (s->comune != NULL)
		munmap(s->comune, s->grande);
	buf_free(&s->mio);
	free(s->pezzo);
	free(s->esito);
	free(s);
}
