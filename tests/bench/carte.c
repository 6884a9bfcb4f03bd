/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * carte odt N DATI.xml [FUORI] - papers a second from the data of one letter: ODT
 * on the shipped model.  The last one is written to FUORI.
 * carte modello 1 DATI.xml FUORI: the model itself.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "resa/modello.h"
#include "resa/resa.h"
#include "worker/worker.h"
#include "xml/xml.h"

static _Noreturn void
die(void)
{
	fprintf(stderr, "%s\n", err_msg());
	_exit(1);
}

static void
letter_make(struct buf *odt, const struct nodo *letter)
{
	AUTO(arena) a = arena_new();
	const struct buf *model;
	struct nodo *missing;

	if (modello_spedito(&model, "comunicazione") != 0 ||
	    modello_riempi(odt, &missing, a, model->data, model->len, letter,
	    "Prova", 0) != 0)
		die();
	if (missing != NULL) {
		fprintf(stderr, "manca un campo\n");
		_exit(1);
	}
}

static void
report(int n, int64_t start, const struct buf *last, const char *path)
{
	double t = (double)(clock_mono() - start) / 1e9;

	if (path != NULL && file_put(path, last->data, last->len, 0600) != 0)
		die();
	printf("%.2f\n", n / t);
	fflush(stdout);
	_exit(0);
}

int
main(int argc, char **argv)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF data = { 0 };
	AUTO_BUF odt = { 0 };
	const struct buf *model;
	struct nodo *letter;
	const char *out;
	int64_t start;
	int n, i;

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	if (argc < 4 || (n = (int)strtol(argv[2], NULL, 10)) < 1)
		return 2;
	out = argc > 4 ? argv[4] : NULL;
	if (file_read(&data, argv[3], 1 << 20) != 0 ||
	    xml_parse(&letter, a, data.data, data.len, XML_OURS) != 0)
		die();
	if (strcmp(argv[1], "modello") == 0) {
		if (modello_spedito(&model, "comunicazione") != 0)
			die();
		report(n, clock_mono(), model, out);
	}
	start = clock_mono();
	for (i = 0; i < n; i++) {
		buf_clear(&odt);
		letter_make(&odt, letter);
	}
	report(n, start, &odt, out);
}
