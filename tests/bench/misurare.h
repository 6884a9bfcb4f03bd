/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * misurare.h - one question asked many times, of the program through its
 * runner in this process, or of the program as a process of its own: p50 and
 * p99 in milliseconds of time and of processor (which others of the machine do
 * not lengthen).  Of processes also the most memory one of them took; it is
 * never less than what this process has when it forks.
 */
#ifndef BENCH_MISURARE_H
#define BENCH_MISURARE_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atti/atto.h"
#include "atti/runner.h"
#include "base/clock.h"
#include "base/random.h"
#include "xml/xml.h"
#include "parole.h"

#define PROVE 500		/* through the runner */
#define PROCESSI 50		/* as processes */
#define CAMPI 4

struct domanda {		/* what is asked, in istanza and command line */
	const char *atto, *utente;
	const char *campo[CAMPI], *valore[CAMPI];
	int n;
	bool nascosta;		/* the answer is that there is no such thing */
};

static inline void
field(struct domanda *d, const char *campo, const char *valore)
{
	d->campo[d->n] = campo;
	d->valore[d->n++] = valore;
}

/* ---- asking ---- */

static inline struct nodo *
question(struct arena *a, const struct domanda *d)
{
	struct nodo *root = nodo_new(a, "istanza"), *in;
	char id[ID_LEN + 1];
	int i;

	random_id(id);
	nodo_set(a, root, "atto", d->atto);
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	in = nodo_elem(a, root, d->atto);
	for (i = 0; i < d->n; i++)
		/* prosa is paragraphs, which the front makes of an option */
		if (strcmp(d->campo[i], "testo") == 0)
			nodo_elem_text(a, nodo_elem(a, in, "testo"), "p",
			    d->valore[i]);
		else
			nodo_elem_text(a, in, d->campo[i], d->valore[i]);
	return root;
}

static inline void
through_runner(struct store *st, const struct domanda *d)
{
	AUTO(arena) a = arena_new();
	AUTO(op) op = op_new(st, atto_find(d->atto), question(a, d),
	    d->utente, NULL);
	int r = runner_esegui(op);

	if (d->nascosta ? r == ERR_ABSENT : r == 0 && op->stato == OP_FATTO) {
		err_clear();
		return;
	}
	fprintf(stderr, "%s %s: %s\n", d->atto, d->n > 0 ? d->valore[0] : "",
	    op->ril.primo != NULL ? op->ril.primo->testo : err_msg());
	exit(1);
}

static inline void
child(const char *program, const char *dir, const struct domanda *d)
{
	const char *argv[6 + 2 * CAMPI + 1] = { program, "--store", dir,
	    "--come", d->utente, d->atto };
	int i, n = 6, null = open("/dev/null", O_WRONLY);

	for (i = 0; i < d->n; i++) {
		if (asprintf((char **)&argv[n++], "--%s", d->campo[i]) < 0)
			abort();
		argv[n++] = d->valore[i];
	}
	if (dup2(null, 1) != 1 || (d->nascosta && dup2(null, 2) != 2))
		abort();
	execv(program, (char **)argv);
	_exit(127);
}

/* The kilobytes it took at most. */
static inline long
as_process(const char *program, const char *dir, const struct domanda *d)
{
	struct rusage u;
	int status;
	pid_t pid = fork();

	if (pid == 0)
		child(program, dir, d);
	if (wait4(pid, &status, 0, &u) != pid || !WIFEXITED(status) ||
	    WEXITSTATUS(status) != (d->nascosta ? 1 : 0)) {
		fprintf(stderr, "%s: stato %d\n", d->atto, status);
		exit(1);
	}
	return u.ru_maxrss;
}

/* ---- figures ---- */

struct cifre {
	double ms[PROVE], cpu[PROVE];
	long memoria;		/* kilobytes; 0: not a process */
	int n;
};

static inline int
compare(const void *x, const void *y)
{
	const double *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

/* Milliseconds of processor of this process, or of its ended children. */
static inline double
processor(int who)
{
	struct rusage u;

	getrusage(who, &u);
	return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1e3 +
	    (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e3;
}

/* The kilobytes this process took at most. */
static inline long
resident_most(void)
{
	struct rusage u;

	getrusage(RUSAGE_SELF, &u);
	return u.ru_maxrss;
}

static inline void
ask_once(struct cifre *c, struct store *st, const struct domanda *d)
{
	double used = processor(RUSAGE_SELF);
	int64_t start = clock_mono();

	through_runner(st, d);
	c->ms[c->n] = (double)(clock_mono() - start) / 1e6;
	c->cpu[c->n++] = processor(RUSAGE_SELF) - used;
}

static inline void
ask_process(struct cifre *c, const char *program, const char *dir,
    const struct domanda *d)
{
	double used = processor(RUSAGE_CHILDREN);
	int64_t start = clock_mono();
	long kb = as_process(program, dir, d);

	c->ms[c->n] = (double)(clock_mono() - start) / 1e6;
	c->cpu[c->n++] = processor(RUSAGE_CHILDREN) - used;
	if (kb > c->memoria)
		c->memoria = kb;
}

/* Measures end here: the figures are left in order. */
static inline void
print(struct cifre *c, const char *tipo, const char *utente)
{
	int n = c->n;

	qsort(c->ms, (size_t)n, sizeof c->ms[0], compare);
	qsort(c->cpu, (size_t)n, sizeof c->cpu[0], compare);
	printf("  %-24s %-5s %-8s p50 %6.2f  p99 %6.2f  processore p50 %6.2f  "
	    "p99 %6.2f", tipo, utente, c->memoria > 0 ? "processo" :
	    "runner", c->ms[n / 2], c->ms[n * 99 / 100], c->cpu[n / 2],
	    c->cpu[n * 99 / 100]);
	if (c->memoria > 0)
		printf("  %ld MB", c->memoria / 1024);
	putchar('\n');
	fflush(stdout);
}

#endif
