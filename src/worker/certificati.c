/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * certificati.c - asks a worker what certificates say; believes of its answer
 * only as many as were given, each with its impronta.
 */
#include <string.h>

#include "base/clock.h"
#include "worker/operaio.h"
#include "worker/worker.h"

static bool
is_hex(const char *s)
{
	return s != NULL && strlen(s) == IMPRONTA_LEN &&
	    strspn(s, "0123456789abcdef") == IMPRONTA_LEN;
}

/* What is used without looking again has its form. */
static bool
sound(struct arena *a, const struct nodo *n)
{
	const char *dal = nodo_attr(n, "dal"), *al = nodo_attr(n, "al");
	int64_t ignored;

	if (strcmp(n->nome, "illeggibile") == 0)
		return true;
	if (strcmp(n->nome, "certificato") == 0 &&
	    is_hex(nodo_attr(n, "impronta")) && dal != NULL && al != NULL &&
	    nodo_attr(n, "nome") != NULL && nodo_attr(n, "soggetto") != NULL &&
	    nodo_attr(n, "algoritmo") != NULL &&
	    clock_parse(&ignored, dal) == 0 && clock_parse(&ignored, al) == 0 &&
	    strncmp(nodo_all_text(a, n), "-----BEGIN CERTIFICATE-----\n",
	    28) == 0)
		return true;
	err_clear();
	return false;
}

int
worker_certificati(struct nodo **out, struct arena *a,
    const struct byte_dati *dati, int quanti)
{
	struct richiesta q = { .lavoro = "certificati", .secondi = 30,
	    .out_max = 16 * CERTIFICATI_MAX };
	AUTO_BUF in = { 0 };
	AUTO_BUF answer = { 0 };
	const struct nodo *n;
	struct nodo *tree;
	struct cursor c;
	int r, i;

	for (i = 0; i < quanti; i++)
		buf_block(&in, dati[i].p, dati[i].n);
	if (in.len > CERTIFICATI_MAX)
		return err_set(ERR_INVALID, "i certificati superano insieme "
		    "%zu MB", CERTIFICATI_MAX / MB);
	q.p = in.data;
	q.n = in.len;
	if ((r = chiedi(&c, &answer, &q)) != 0)
		return r;
	if (nodo_unpack(&tree, a, &c) != 0 || c.left != 0 ||
	    tree->nome == NULL || strcmp(tree->nome, "certificati") != 0)
		return chiedi_lie();
	for (i = 0, n = nodo_child(tree, NULL); n; n = nodo_next(n, NULL))
		if (i++ >= quanti || !sound(a, n))
			return chiedi_lie();
	if (i != quanti)
		return chiedi_lie();
	*out = tree;
	return 0;
}
