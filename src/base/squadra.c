/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * squadra.c - children that take the next piece of work from one counter, and
 * say what came of it through one pipe, a message a piece, each small enough
 * to be written in one go.
 *
 * Refuses to call it done when a child has died.
 */
#include "base/squadra.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define OPERAI_MAX 8

struct squadra {
	int n;
	lavoro_fn *lavoro;
	esito_fn *esito;
	void *arg;
	atomic_int *next;		/* shared: the piece to take */
	pid_t child[OPERAI_MAX];
	int children, back[2];
	int done;
};

struct messaggio {
	int i, code;
	size_t n;
	char p[SQUADRA_ESITO_MAX];	/* what it gave back, or why not */
};

static_assert(sizeof(struct messaggio) <= PIPE_BUF, "written in one go");

int
squadra_operai(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : n > OPERAI_MAX ? OPERAI_MAX : (int)n;
}

static int
alone(struct squadra *s)
{
	int i, r;

	for (i = 0; i < s->n; i++) {
		AUTO_BUF out = { 0 };

		if ((r = s->lavoro(&out, s->arg, i, 0)) != 0 ||
		    (r = s->esito(s->arg, i, &out)) != 0)
			return r;
	}
	return 0;
}

/* ---- a child ---- */

static void
fill(struct messaggio *m, int i, int code, const struct buf *out)
{
	*m = (struct messaggio){ .i = i, .code = code };
	if (code != 0) {
		strncpy(m->p, err_msg(), sizeof m->p - 1);
		return;
	}
	assert(out->len <= sizeof m->p);
	m->n = out->len;
	if (out->len > 0)
		memcpy(m->p, out->data, out->len);
}

static _Noreturn void
work(const struct squadra *s, int operaio)
{
	struct messaggio m;
	int i, r = 0;

	while (r == 0 && (i = atomic_fetch_add(s->next, 1)) < s->n) {
		AUTO_BUF out = { 0 };

		r = s->lavoro(&out, s->arg, i, operaio);
		fill(&m, i, r, &out);
		if (write(s->back[1], &m, sizeof m) != (ssize_t)sizeof m)
			_exit(1);
	}
	_exit(0);
}

static int
start(struct squadra *s, int operai)
{
	pid_t parent = getpid(), pid;

	while (s->children < operai) {
		if ((pid = fork()) < 0)
			return err_sys("fork");
		if (pid == 0) {
			(void)close(s->back[0]);
			if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 ||
			    getppid() != parent)
				_exit(1);
			work(s, s->children + 1);
		}
		s->child[s->children++] = pid;
	}
	return 0;
}

/* ---- the parent ---- */

/* 1: a whole message, 0: no child is left. */
static int
next_message(struct messaggio *m, int fd)
{
	size_t have = 0;
	ssize_t n;

	while (have < sizeof *m) {
		n = read(fd, (char *)m + have, sizeof *m - have);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_sys("lettura");
		if (n == 0)
			return 0;
		have += (size_t)n;
	}
	return 1;
}

static int
take(struct squadra *s, const struct messaggio *m)
{
	AUTO_BUF out = { 0 };

	if (m->code != 0)
		return err_set(m->code, "%.1999s", m->p);
	s->done++;
	buf_append(&out, m->p, m->n);
	return s->esito(s->arg, m->i, &out);
}

/* After an error nobody takes another piece; those in hand are finished. */
static int
collect(struct squadra *s, int r)
{
	struct messaggio m;
	int more;

	for (;;) {
		if (r != 0)
			atomic_store(s->next, s->n);
		if ((more = next_message(&m, s->back[0])) <= 0)
			return r != 0 ? r : more;
		if (r == 0)
			r = take(s, &m);
	}
}

static int
wait_for_all(struct squadra *s, int r)
{
	int i, status;

	for (i = 0; i < s->children; i++) {
		while (waitpid(s->child[i], &status, 0) < 0 && errno == EINTR)
			continue;
		if (r == 0 && (!WIFEXITED(status) ||
		    WEXITSTATUS(status) != 0))
			r = err_set(ERR_FAULT, "un processo che aiutava è "
			    "morto: riprova");
	}
	return r != 0 || s->done == s->n ? r : err_set(ERR_FAULT,
	    "un processo che aiutava non ha finito: riprova");
}

int
squadra_run(int n, int operai, lavoro_fn *lavoro, esito_fn *esito, void *arg)
{
	struct squadra s = { .n = n, .lavoro = lavoro, .esito = esito,
	    .arg = arg };
	int r;

	if (operai > n)
		operai = n;
	if (operai <= 1)
		return alone(&s);
	s.next = mmap(NULL, sizeof *s.next, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (s.next == MAP_FAILED)
		abort();
	atomic_init(s.next, 0);
	if (pipe2(s.back, O_CLOEXEC) != 0) {
		munmap(s.next, sizeof *s.next);
		return err_sys("pipe");
	}
	r = start(&s, operai > OPERAI_MAX ? OPERAI_MAX : operai);
	close(s.back[1]);
	r = collect(&s, r);
	close(s.back[0]);
	r = wait_for_all(&s, r);
	munmap(s.next, sizeof *s.next);
	return r;
}
