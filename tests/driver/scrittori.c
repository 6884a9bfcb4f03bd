/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scrittori.c - processes that register all together, as fast as they can.
 *
 *	scrittori STORE USER[,USER] PROCESSES SECONDS [GROUP [NUMBERS]]
 *
 * Each process opens the store by itself and registers a new letter of its own
 * through the runner, again and again for SECONDS (0: once); with GROUP > 1 that many
 * wait together at every turn (runner_gruppo).  USER may be several, "prot,as1":
 * their acts alternate, and who may not register is refused.  A single process
 * is this one itself, so that a test can kill it.  Every number is appended to
 * the file NUMBERS as soon as it is answered, one line each.  Prints a line a
 * process and one for all; exits 1 if any act did not succeed.
 *
 * The wait is that of the caller: from asking to the answer.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atti/atto.h"
#include "atti/runner.h"
#include "base/clock.h"
#include "base/random.h"
#include "xml/xml.h"

#define GROUP_MAX 64
#define PROCESSES_MAX 256
#define USERS_MAX 4
#define SECOND ((int64_t)1000000000)

struct conta {			/* of one process, in shared memory */
	int64_t done, errors, worst, spent;	/* the last two in ns */
};

struct job {
	const char *store;
	const char *user[USERS_MAX];	/* in turn */
	int users;
	int processes, seconds, group;
	int numbers;		/* fd; -1: not wanted */
	struct conta *conta;
};

/* ---- one act ---- */

static struct nodo *
istanza(struct arena *a, const char *oggetto)
{
	struct nodo *root = nodo_new(a, "istanza"), *in;
	char id[ID_LEN + 1];

	random_id(id);
	nodo_set(a, root, "atto", "registra");
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	in = nodo_elem(a, root, "registra");
	nodo_elem_text(a, in, "flusso", "entrata");
	nodo_elem_text(a, in, "oggetto", oggetto);
	nodo_elem_text(a, nodo_elem(a, in, "mittente"), "denominazione",
	    "Scuola di Prova");
	nodo_elem_text(a, in, "classifica", "VII/9");
	return root;
}

/* Bytes that no other letter has. */
static int
letter(const char *text)
{
	int fd = memfd_create("lettera", MFD_CLOEXEC);
	size_t n = strlen(text);

	if (fd < 0 || write(fd, text, n) != (ssize_t)n ||
	    lseek(fd, 0, SEEK_SET) != 0) {
		perror("lettera");
		exit(1);
	}
	return fd;
}

static struct op *
prepare(struct arena *a, struct store *st, const char *user,
    struct op_file *f)
{
	char id[ID_LEN + 1];
	struct op *op;

	random_id(id);
	f->fd = letter(id);
	f->nome = "lettera.txt";
	op = op_new(st, atto_find("registra"),
	    istanza(a, "lettera della scuola"), user, NULL);
	op->file = f;
	op->n_file = 1;
	return op;
}

static void
outcome(const struct job *j, struct conta *c, const struct op *op)
{
	const struct rilievo *x;
	const char *number;
	char line[64];
	int n;

	if (op->stato == OP_FATTO) {
		c->done++;
		number = nodo_value(op->a, op->vista, "protocollo");
		n = snprintf(line, sizeof line, "%s\n", number ? number : "?");
		if (j->numbers >= 0 && write(j->numbers, line, (size_t)n) != n)
			perror("numeri");
		return;
	}
	c->errors++;
	fprintf(stderr, "stato %d: %s\n", op->stato,
	    op->messaggio != NULL ? op->messaggio : "");
	for (x = op->ril.primo; x != NULL; x = x->succ)
		fprintf(stderr, "  %s: %s\n", x->codice, x->testo);
}

static void
turn(struct store *st, const struct job *j, struct conta *c)
{
	AUTO(arena) a = arena_new();
	struct op_file files[GROUP_MAX] = { 0 };
	struct op *ops[GROUP_MAX];
	int64_t start, wait;
	int i, r;

	for (i = 0; i < j->group; i++)
		ops[i] = prepare(a, st, j->user[i % j->users], &files[i]);
	start = clock_mono();
	r = j->group == 1 ? runner_esegui(ops[0]) :
	    runner_gruppo(st, ops, j->group);
	wait = clock_mono() - start;
	if (r != 0)
		fprintf(stderr, "runner: %s\n", err_msg());
	c->spent += wait;
	if (wait > c->worst)
		c->worst = wait;
	for (i = 0; i < j->group; i++) {
		outcome(j, c, ops[i]);
		op_free(ops[i]);
		close(files[i].fd);
	}
}

/* ---- the processes ---- */

static int
writer(const struct job *j, struct conta *c, int gate)
{
	AUTO(store) st = NULL;
	int64_t end;
	char byte;

	if (store_open(&st, j->store, 0) != 0) {
		fprintf(stderr, "%s\n", err_msg());
		c->errors++;
		return 1;
	}
	/* all begin when the parent closes its end */
	if (gate >= 0 && read(gate, &byte, 1) != 0)
		return 1;
	end = clock_mono() + j->seconds * SECOND;
	do
		turn(st, j, c);
	while (clock_mono() < end);
	return c->errors != 0;
}

static void
start_all(const struct job *j)
{
	int gate[2], i;
	pid_t pid;

	if (pipe(gate) != 0) {
		perror("pipe");
		exit(1);
	}
	for (i = 0; i < j->processes; i++) {
		if ((pid = fork()) < 0) {
			perror("fork");
			exit(1);
		}
		if (pid == 0) {
			close(gate[1]);
			exit(writer(j, &j->conta[i], gate[0]));
		}
	}
	close(gate[0]);
	close(gate[1]);
}

static int
wait_all(void)
{
	int status, bad = 0;

	for (;;) {
		if (wait(&status) >= 0)
			bad |= status;
		else if (errno != EINTR)
			return bad != 0;
	}
}

/* ---- the report ---- */

static int
report(const struct job *j, int64_t spent)
{
	int64_t total = 0, errors = 0, least = INT64_MAX, worst = 0;
	double seconds = (double)spent / (double)SECOND, mean;
	const struct conta *c;
	int i;

	for (i = 0; i < j->processes; i++) {
		c = &j->conta[i];
		printf("processo %d: %lld registrazioni, attesa massima "
		    "%lld ms\n", i + 1, (long long)c->done,
		    (long long)(c->worst / 1000000));
		total += c->done;
		errors += c->errors;
		least = c->done < least ? c->done : least;
		worst = c->worst > worst ? c->worst : worst;
	}
	mean = (double)total / j->processes;
	printf("totale %lld registrazioni in %.1f s, %.0f al secondo\n",
	    (long long)total, seconds, (double)total / seconds);
	printf("minimo/media %.2f\n", mean > 0 ? (double)least / mean : 0.0);
	printf("attesa massima %lld ms\n", (long long)(worst / 1000000));
	printf("errori %lld\n", (long long)errors);
	return errors != 0;
}

static int
number_of(const char *text, int min, int max)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (*end != '\0' || n < min || n > max) {
		fprintf(stderr, "scrittori: %s: da %d a %d\n", text, min, max);
		exit(2);
	}
	return (int)n;
}

int
main(int argc, char **argv)
{
	struct job j = { .group = 1, .numbers = -1 };
	char *user, *rest;
	int64_t start;
	int bad;

	if (argc < 5 || argc > 7) {
		fprintf(stderr, "uso: scrittori STORE USER[,USER] PROCESSES SECONDS "
		    "[GROUP [NUMBERS]]\n");
		return 2;
	}
	j.store = argv[1];
	for (user = strtok_r(argv[2], ",", &rest); user != NULL &&
	    j.users < USERS_MAX; user = strtok_r(NULL, ",", &rest))
		j.user[j.users++] = user;
	if (j.users == 0) {
		fprintf(stderr, "scrittori: di chi?\n");
		return 2;
	}
	j.processes = number_of(argv[3], 1, PROCESSES_MAX);
	j.seconds = number_of(argv[4], 0, 3600);
	if (argc > 5)
		j.group = number_of(argv[5], 1, GROUP_MAX);
	if (argc > 6 && (j.numbers = open(argv[6], O_WRONLY | O_CREAT |
	    O_APPEND | O_CLOEXEC, 0600)) < 0) {
		perror(argv[6]);
		return 2;
	}
	j.conta = mmap(NULL, (size_t)j.processes * sizeof *j.conta,
	    PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (j.conta == MAP_FAILED) {
		perror("mmap");
		return 1;
	}
	umask(077);
	xml_init();
	start = clock_mono();
	if (j.processes == 1) {
		bad = writer(&j, &j.conta[0], -1);
	} else {
		start_all(&j);
		bad = wait_all();
	}
	return report(&j, clock_mono() - start) != 0 || bad;
}
