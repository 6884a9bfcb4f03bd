/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * distruggi.c - the bytes of an attachment go for good: in every year that has
 * them, beside every folder, in transito.
 *
 * Refuses nothing: the act has happened.  Keeps: bytes that a later act has
 * brought again under the same impronta.  Norm: GDPR art. 17.
 */
#include "atti/archivio/distruggi.h"

#include <stdlib.h>
#include <string.h>

#include "base/point.h"
#include "documenti/distrutto.h"
#include "registro/distrutti.h"

/* ---- who names them ---- */

static bool
goes(const struct via *via, const struct forse_nomina *x)
{
	int i;

	if (via->registrati && strncmp(x->cartella, "registro/", 9) == 0)
		return true;
	for (i = 0; i < via->n_altre; i++)
		if (strcmp(via->altre[i], x->cartella) == 0)
			return true;
	if (via->cartella == NULL || strcmp(via->cartella, x->cartella) != 0)
		return false;
	for (i = 0; i < via->n; i++)
		if (strcmp(via->percorsi[i], x->percorso) == 0)
			return true;
	return false;
}

static const char *
place(struct op *op, const struct forse_nomina *x)
{
	return arena_printf(op->a, "%s/%s", x->cartella, x->percorso);
}

/* 1: the version says the impronta. */
static int
says(struct op *op, const struct forse_nomina *x, const char *impronta)
{
	AUTO_BUF b = { 0 };
	struct folder *f;
	int r;

	if ((r = store_folder(&f, op->st, x->cartella, false)) != 0 ||
	    (r = folder_read(&b, f, x->commit, x->percorso)) != 0)
		return r;
	return memmem(buf_str(&b), b.len, impronta, IMPRONTA_LEN) != NULL;
}

static int
by_document(const char **chi, struct op *op, const char *impronta,
    const struct via *via)
{
	struct forse_nomina *x;
	int r, n, i;

	if ((r = registro_allegato_documenti(&x, &n, op->a,
	    op->st->registro, impronta)) != 0)
		return r;
	for (i = 0; i < n && *chi == NULL; i++) {
		if (goes(via, &x[i]))
			continue;
		if ((r = says(op, &x[i], impronta)) < 0)
			return r;
		if (r == 1)
			*chi = place(op, &x[i]);
	}
	return 0;
}

static int
by_signature(const char **chi, struct op *op, const char *impronta,
    const struct via *via)
{
	struct forse_nomina *x;
	int r, n, i;

	if ((r = registro_allegato_firmato(&x, &n, op->a, op->st->registro,
	    impronta)) != 0)
		return r;
	for (i = 0; i < n && *chi == NULL; i++)
		if (!goes(via, &x[i]))
			*chi = place(op, &x[i]);
	return 0;
}

int
distruggi_trattiene(const char **chi, struct op *op, const char *impronta,
    const struct via *via)
{
	const char *who = NULL;
	struct numero n;
	int r = 0;

	if (!via->registrati && (r = registro_allegato_registrato(&n,
	    op->st->registro, impronta)) == 1)
		who = arena_printf(op->a, "la registrazione %s",
		    numero_text(op->a, &n));
	if (r < 0 || (who == NULL &&
	    (r = by_document(&who, op, impronta, via)) != 0) ||
	    (who == NULL && (r = by_signature(&who, op, impronta, via)) != 0))
		return r;
	*chi = who;
	return 0;
}

int
distruggi_o_slega(struct nodo *doc, struct op *op, const char *cartella,
    const char *impronta, const struct via *via, bool resta)
{
	const char *who = NULL;
	int r;

	if (!resta && (r = distruggi_trattiene(&who, op, impronta, via)) != 0)
		return r;
	if (resta || who != NULL) {
		op_slega(op, cartella, impronta);
		return 0;
	}
	nodo_elem_text(op->a, doc, DISTRUTTO, impronta);
	op_distruggi(op, impronta);
	return 0;
}

/* ---- how they go ---- */

static int
unlink_beside(struct store *st, const char *cartella, const char *impronta)
{
	AUTO(arena) a = arena_new();
	int r = allegato_slega(store_path(a, st, arena_printf(a,
	    "%s/allegati", cartella)), impronta);

	POINT("legame-tolto");
	return r;
}

/* The final bytes last: as long as they are there the rest may be missing. */
static int
destroy(struct store *st, struct arena *a, const char *impronta)
{
	const char **anni;
	int r, n, i;

	if ((r = registro_allegato_anni(&anni, &n, a, st->registro,
	    impronta)) != 0 ||
	    (r = allegato_distruggi_transito(store_path(a, st, "transito"),
	    impronta)) != 0)
		return r;
	POINT("transito-distrutto");
	for (i = 0; i < n; i++) {
		if ((r = allegato_distruggi(store_allegati(a, st,
		    (int)strtol(anni[i], NULL, 10)), impronta)) != 0)
			return r;
		POINT("allegato-distrutto");
	}
	return 0;
}

int
distruggi_mossa(struct store *st, const char *cartella, const char *impronta)
{
	AUTO(arena) a = arena_new();
	const char **cartelle;
	int r, n, i;

	if (cartella[0] != '\0')
		return unlink_beside(st, cartella, impronta);
	if ((r = registro_allegato_cartelle(&cartelle, &n, a, st->registro,
	    impronta)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = unlink_beside(st, cartelle[i], impronta)) != 0)
			return r;
	if ((r = registro_distrutto(NULL, NULL, st->registro, impronta)) != 1)
		return r;
	return destroy(st, a, impronta);
}
