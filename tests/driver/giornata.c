/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * giornata.c - what the register of a full day costs.
 *
 *	giornata STORE USER ROWS DAY
 *
 * Registers ROWS letters on DAY, then one on the day after, which forms the
 * register of DAY, then another.  Prints the time of the rows, that of the
 * forming (first less second) and their ratio.  Only in test builds, whose
 * clock can be moved.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "atti/atto.h"
#include "atti/runner.h"
#include "base/clock.h"
#include "base/random.h"
#include "worker/worker.h"
#include "xml/xml.h"

static struct nodo *
istanza(struct arena *a, int i)
{
	struct nodo *root = nodo_new(a, "istanza"), *in;
	char id[ID_LEN + 1];

	random_id(id);
	nodo_set(a, root, "atto", "registra");
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	in = nodo_elem(a, nodo_elem(a, root, "conferme"), "conferma");
	nodo_set(a, in, "codice", "senza-documento");
	in = nodo_elem(a, root, "registra");
	nodo_elem_text(a, in, "flusso", "entrata");
	nodo_elem_printf(a, in, "oggetto", "segnalazione n. %d della scuola "
	    "sulla situazione di un alunno, con richiesta di incontro", i);
	nodo_elem_text(a, nodo_elem(a, in, "mittente"), "denominazione",
	    "Istituto comprensivo di Prova");
	nodo_elem_text(a, in, "mezzo", "pec");
	nodo_elem_text(a, in, "classifica", "VII/9");
	return root;
}

/* Nanoseconds that one registration took. */
static int64_t
one(struct store *st, const char *user, int i)
{
	AUTO(arena) a = arena_new();
	AUTO(op) op = op_new(st, atto_find("registra"), istanza(a, i), user,
	    NULL);
	int64_t start = clock_mono();

	if (runner_esegui(op) != 0 || op->stato != OP_FATTO) {
		fprintf(stderr, "giornata: %s\n", err_msg());
		exit(1);
	}
	return clock_mono() - start;
}

static void
clock_at(const char *day)
{
	char text[64];

	snprintf(text, sizeof text, "%s:10:00:00+01:00", day);
	text[GIORNO_LEN] = 'T';
	if (setenv("CARTELLA_ORA", text, 1) != 0)
		exit(2);
}

int
main(int argc, char **argv)
{
	int64_t rows = 0, first, second;
	char next[GIORNO_LEN + 1];
	AUTO(store) st = NULL;
	int i, n;

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	if (argc != 5 || !clock_day_valid(argv[4]) ||
	    (n = (int)strtol(argv[3], NULL, 10)) < 1) {
		fprintf(stderr, "uso: giornata STORE USER ROWS DAY\n");
		return 2;
	}
	umask(077);
	xml_init();
	if (store_open(&st, argv[1], 0) != 0) {
		fprintf(stderr, "giornata: %s\n", err_msg());
		return 2;
	}
	clock_at(argv[4]);
	for (i = 0; i < n; i++)
		rows += one(st, argv[2], i + 1);
	clock_day_after(next, argv[4]);
	clock_at(next);
	first = one(st, argv[2], n + 1);
	second = one(st, argv[2], n + 2);
	printf("%d registrazioni %.0f ms, il loro registro %.1f ms, %.3f\n", n,
	    (double)rows / 1e6, (double)(first - second) / 1e6,
	    (double)(first - second) / (double)rows);
	return 0;
}
