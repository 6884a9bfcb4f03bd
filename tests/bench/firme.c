/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme.c - signatures and verifications, as many as asked for, in this
 * process or its worker: what 8-firme.sh times.
 *
 *	firme openpgp-firma HOME FPR N
 *	firme openpgp-verifica HOME FPR DIR M N
 *	firme openpgp-insieme KEY FPR DIR M N
 *	firme cades-firma FILE.p12 N [OUT]
 *	firme cades-verifica FILE.p7m ROOT N
 *
 * DIR has the files 1 … M with their signatures 1.asc … M.asc; of the N that
 * are verified each M-th is the same.  Prints how many a second.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "firme/cms.h"
#include "firme/firme.h"
#include "worker/worker.h"

static const char sample[] = "<manifesto><scopo>prova</scopo></manifesto>\n";

static void
die(int r)
{
	if (r == 0)
		return;
	fprintf(stderr, "firme: %s\n", err_msg());
	exit(1);
}

static void
say(int n, int64_t start)
{
	printf("%.1f\n", n / ((double)(clock_mono() - start) / 1e9));
}

static void
slurp(struct buf *b, const char *path)
{
	die(file_read(b, path, 1 << 24));
}

static int
number(const char *s)
{
	return (int)strtol(s, NULL, 10);
}

static void
openpgp_sign(char **v, int n)
{
	AUTO(portachiavi) p = NULL;
	int64_t start;
	int i;

	die(firme_init());
	die(portachiavi_open(&p, v[0]));
	for (start = clock_mono(), i = 0; i < n; i++) {
		AUTO_BUF out = { 0 };

		die(firma_openpgp(&out, p, v[1], sample, sizeof sample - 1));
	}
	say(n, start);
}

struct coppia {
	struct buf dati, firma;
};

static struct coppia *
read_all(struct arena *a, const char *dir, int m)
{
	struct coppia *all = arena_alloc(a, (size_t)m * sizeof *all);
	int i;

	for (i = 0; i < m; i++) {
		all[i] = (struct coppia){ { 0 }, { 0 } };
		slurp(&all[i].dati, arena_printf(a, "%s/%d", dir, i + 1));
		slurp(&all[i].firma, arena_printf(a, "%s/%d.asc", dir, i + 1));
	}
	return all;
}

static void
openpgp_verify(struct arena *a, char **v, int m, int n)
{
	AUTO(portachiavi) p = NULL;
	struct coppia *all = read_all(a, v[2], m);
	struct verdetto what;
	int64_t start;
	int i;

	die(firme_init());
	die(portachiavi_open(&p, v[0]));
	for (start = clock_mono(), i = 0; i < n; i++) {
		const struct coppia *x = &all[i % m];

		die(verifica_openpgp(&what, a, p, v[1], x->firma.data,
		    x->firma.len, x->dati.data, x->dati.len));
		if (what.esito != FIRMA_VALIDA)
			exit(1);
	}
	say(n, start);
}

static void
openpgp_together(struct arena *a, char **v, int m, int n)
{
	struct coppia *all = read_all(a, v[2], m);
	struct firma_da_vedere *q = arena_alloc(a, (size_t)n * sizeof *q);
	bool *vale = arena_alloc(a, (size_t)n);
	AUTO_BUF key = { 0 };
	struct byte_dati k;
	int64_t start;
	int i, some;

	slurp(&key, v[0]);
	k = (struct byte_dati){ key.data, key.len };
	start = clock_mono();
	for (i = 0; i < n; i++)
		q[i] = (struct firma_da_vedere){ v[1],
		    { all[i % m].firma.data, all[i % m].firma.len },
		    { all[i % m].dati.data, all[i % m].dati.len } };
	for (i = 0; i < n; i += some) {
		some = n - i < 2000 ? n - i : 2000;
		die(worker_openpgp(vale + i, q + i, some, &k, 1));
	}
	for (i = 0; i < n; i++)
		if (!vale[i])
			exit(1);
	say(n, start);
}

static void
cades_sign(char **v, int n, const char *keep)
{
	AUTO(firmatario) f = NULL;
	AUTO(segreto) none = NULL;
	AUTO_BUF p12 = { 0 };
	int64_t start;
	int i;

	slurp(&p12, v[0]);
	die(segreto_new(&none, "prova", 5));
	die(firmatario_p12(&f, p12.data, p12.len, none));
	for (start = clock_mono(), i = 0; i < n; i++) {
		AUTO_BUF out = { 0 };

		die(firma_cades(&out, f, false, sample, sizeof sample - 1,
		    clock_now()));
		if (i == 0 && keep != NULL)
			die(file_put(keep, out.data, out.len, 0600));
	}
	say(n, start);
}

static void
cades_verify(struct arena *a, char **v, int n)
{
	AUTO_BUF p7m = { 0 }, root = { 0 };
	struct byte_dati roots[2] = { { NULL, 0 } };
	struct fiducia f = { .radici = roots, .ora = clock_now() };
	struct nodo *tree = NULL;
	int64_t start;
	int i;

	slurp(&p7m, v[0]);
	slurp(&root, v[1]);
	roots[0] = (struct byte_dati){ root.data, root.len };
	for (start = clock_mono(), i = 0; i < n; i++)
		die(verifica_cms(&tree, NULL, NULL, a, p7m.data, p7m.len, NULL,
		    &f));
	if (strcmp(nodo_attr(tree, "esito"), "valida") != 0) {
		fprintf(stderr, "firme: %s\n", nodo_attr(tree, "esito"));
		exit(1);
	}
	say(n, start);
}

int
main(int argc, char **argv)
{
	AUTO(arena) a = arena_new();
	const char *what = argc > 2 ? argv[1] : "";

	if (argc >= 3 && strcmp(what, "--operaio") == 0)
		worker_main(argv[2]);
	if (strcmp(what, "openpgp-firma") == 0 && argc == 5)
		openpgp_sign(argv + 2, number(argv[4]));
	else if (strcmp(what, "openpgp-verifica") == 0 && argc == 7)
		openpgp_verify(a, argv + 2, number(argv[5]), number(argv[6]));
	else if (strcmp(what, "openpgp-insieme") == 0 && argc == 7)
		openpgp_together(a, argv + 2, number(argv[5]), number(argv[6]));
	else if (strcmp(what, "cades-firma") == 0 && argc >= 4)
		cades_sign(argv + 2, number(argv[3]), argc > 4 ? argv[4] : NULL);
	else if (strcmp(what, "cades-verifica") == 0 && argc == 5)
		cades_verify(a, argv + 2, number(argv[4]));
	else
		return 2;
	return 0;
}
