/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * certificati.c - asks a worker what certificates say, and files about
 * revocations; believes of its answer only what has its form, and as many as
 * were given.
 */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* ---- revocations ---- */

static bool
sound_revocations(const struct nodo *n)
{
	const char *tipo = nodo_attr(n, "tipo"), *dal = nodo_attr(n, "dal");
	const char *al = nodo_attr(n, "al");
	int64_t ignored;

	if (n->nome != NULL && strcmp(n->nome, "revoche") == 0 &&
	    tipo != NULL && (strcmp(tipo, "crl") == 0 ||
	    strcmp(tipo, "ocsp") == 0) && nodo_attr(n, "emittente") != NULL &&
	    dal != NULL && clock_parse(&ignored, dal) == 0 &&
	    (al == NULL || clock_parse(&ignored, al) == 0))
		return true;
	err_clear();
	return false;
}

int
worker_revoche(struct nodo **out, struct arena *a, int fd)
{
	struct richiesta q = { .lavoro = "revoche", .fd = fd, .secondi = 60,
	    .out_max = MB };
	AUTO_BUF answer = { 0 };
	struct nodo *n;
	struct cursor c;
	struct stat st;
	int r;

	if (fstat(fd, &st) != 0)
		return err_sys("revoche");
	if (!S_ISREG(st.st_mode) || (size_t)st.st_size > REVOCHE_MAX)
		return err_set(ERR_INVALID, "non è un file di al più %zu MB",
		    REVOCHE_MAX / MB);
	/* parent and child share its position */
	if (lseek(fd, 0, SEEK_SET) < 0)
		return err_sys("revoche");
	r = chiedi(&c, &answer, &q);
	if (lseek(fd, 0, SEEK_SET) < 0)
		return err_sys("revoche");
	if (r != 0)
		return r;
	if (nodo_unpack(&n, a, &c) != 0 || c.left != 0 ||
	    !sound_revocations(n))
		return chiedi_lie();
	*out = n;
	return 0;
}
