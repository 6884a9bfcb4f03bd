/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registra STORE N GRUPPO PROCESSI [BYTE] - registrations through the runner:
 * N in all, by PROCESSI processes, GRUPPO at a time in one transaction, each
 * with a document of BYTE bytes (0: none).  Prints how many a second.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atti/runner.h"
#include "atti/atto.h"
#include "base/clock.h"
#include "base/random.h"
#include "xml/xml.h"

#define GRUPPO_MAX 64

static struct nodo *
istanza(struct arena *a, int n, bool file)
{
	struct nodo *root = nodo_new(a, "istanza"), *in, *x;
	char id[ID_LEN + 1];

	random_id(id);
	nodo_set(a, root, "atto", "registra");
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	if (!file) {
		x = nodo_elem(a, root, "conferme");
		nodo_set(a, nodo_elem(a, x, "conferma"), "codice",
		    "senza-documento");
	}
	in = nodo_elem(a, root, "registra");
	nodo_elem_text(a, in, "flusso", "entrata");
	nodo_elem_printf(a, in, "oggetto", "Segnalazione di prova n. %d", n);
	x = nodo_elem(a, in, "mittente");
	nodo_elem_text(a, x, "denominazione", "Istituto comprensivo di prova");
	nodo_elem_text(a, x, "pec", "istituto@pec.example");
	nodo_elem_text(a, in, "mezzo", "pec");
	nodo_elem_text(a, in, "classifica", "VII/9");
	return root;
}

static int
document(int n, int size)
{
	char path[] = "/tmp/bench-XXXXXX";
	int fd = mkstemp(path), i;

	if (fd < 0)
		abort();
	unlink(path);
	for (i = 0; i < size; i += 16)
		dprintf(fd, "%015d\n", n + i);
	lseek(fd, 0, SEEK_SET);
	return fd;
}

static void
one_group(struct store *st, int first, int count, int size)
{
	struct op *ops[GRUPPO_MAX];
	struct op_file files[GRUPPO_MAX];
	int i;

	for (i = 0; i < count; i++) {
		AUTO(arena) a = arena_new();

		ops[i] = op_new(st, atto_find("registra"),
		    istanza(a, first + i, size > 0), "prot1", NULL);
		if (size > 0) {
			files[i] = (struct op_file){ document(getpid() * 1000 +
			    first + i, size), "documento.txt" };
			ops[i]->file = &files[i];
			ops[i]->n_file = 1;
		}
	}
	if (runner_gruppo(st, ops, count) != 0)
		fprintf(stderr, "%s\n", err_msg());
	for (i = 0; i < count; i++) {
		if (ops[i]->stato != OP_FATTO) {
			fprintf(stderr, "non registrato: %s\n",
			    ops[i]->messaggio ? ops[i]->messaggio :
			    ops[i]->ril.primo ? ops[i]->ril.primo->testo : "?");
			exit(1);
		}
		if (size > 0)
			close(files[i].fd);
		op_free(ops[i]);
	}
}

static void
child(const char *dir, int n, int group, int size)
{
	AUTO(store) st = NULL;
	int i;

	if (store_open(&st, dir, 0) != 0) {
		fprintf(stderr, "%s\n", err_msg());
		exit(1);
	}
	for (i = 0; i < n; i += group)
		one_group(st, i, n - i < group ? n - i : group, size);
	store_close(MOVE(st));
	exit(0);
}

int
main(int argc, char **argv)
{
	int n, group, procs, size, i, status, bad = 0;
	int64_t start;

	if (argc < 5)
		return 2;
	xml_init();
	n = (int)strtol(argv[2], NULL, 10);
	group = (int)strtol(argv[3], NULL, 10);
	procs = (int)strtol(argv[4], NULL, 10);
	size = argc > 5 ? (int)strtol(argv[5], NULL, 10) : 0;
	if (n < 1 || group < 1 || group > GRUPPO_MAX || procs < 1)
		return 2;
	start = clock_mono();
	for (i = 0; i < procs; i++)
		if (fork() == 0)
			child(argv[1], n / procs, group, size);
	while (wait(&status) > 0)
		bad |= status;
	printf("%.1f\n", (double)(n / procs * procs) * 1e9 /
	    (double)(clock_mono() - start));
	return bad != 0;
}
