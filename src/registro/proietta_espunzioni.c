/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_espunzioni.c - a document was erased: from now on no list and no
 * search shows it.
 *
 * Rows that its words have left elsewhere (a count, a day of last activity) go
 * when the register is made again, which every erasure ends in; reading the
 * folders again, they never come about.
 */
#include <stdlib.h>
#include <string.h>

#include "base/auto.h"
#include "registro/proietta.h"
#include "registro/testo.h"

static int
number(int64_t *out, struct arena *a, const struct nodo *n, const char *path)
{
	const char *v = dato(a, n, path);

	if (v == NULL)
		return ERR_INVALID;
	*out = strtoll(v, NULL, 10);
	return 0;
}

/* *last: the lapide of the last version. */
static int
versions(const char **last, struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *espunto,
    const char *percorso)
{
	const char *impronta, *lapide;
	const struct nodo *v;
	int64_t seq;
	int e;

	*last = NULL;
	for (v = nodo_child(espunto, "versione"); v != NULL;
	    v = nodo_next(v, "versione")) {
		impronta = dato(a, v, "impronta");
		lapide = dato(a, v, "lapide");
		if (impronta == NULL || lapide == NULL)
			return ERR_INVALID;
		if ((e = number(&seq, a, v, "atto")) != 0 ||
		    (e = db_run(r->db, Q_ESPUNTO_ADD, "ssissi", p->cartella,
		    percorso, seq, impronta, lapide, p->seq)) != 0)
			return e;
		*last = lapide;
	}
	return *last != NULL ? 0 : err_set(ERR_INVALID,
	    "l'espunzione non nomina nessuna versione");
}

static int
commits(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	const char *prima, *dopo;
	const struct nodo *c;
	int64_t seq;
	int e;

	for (c = nodo_child(doc, "commit"); c; c = nodo_next(c, "commit")) {
		prima = dato(a, c, "prima");
		dopo = dato(a, c, "dopo");
		if (prima == NULL || dopo == NULL)
			return ERR_INVALID;
		if ((e = number(&seq, a, c, "atto")) != 0 ||
		    (e = db_run(r->db, Q_POSTO_PRIMA_ADD, "ssisi",
		    p->cartella, prima, seq, dopo, p->seq)) != 0)
			return e;
	}
	return 0;
}

/* What it says to nobody any more; a riservata stays so. */
static int
hide(struct registro *r, const struct posizione *p, const char *percorso,
    const char *riservata_di)
{
	static const int rows[] = { Q_ESPUNTA_VOCE, Q_ESPUNTA_CORREZIONE,
	    Q_ESPUNTO_LIBRO, Q_ESPUNTA_FIRMA, Q_ESPUNTI_OGGETTI,
	    Q_ESPUNTO_APPUNTAMENTO, Q_APPUNTAMENTO_UTENTI_TOGLI,
	    Q_ESPUNTO_RISERVATO };
	size_t i;
	int e;

	if ((e = testo_togli(r, p->cartella, percorso)) != 0)
		return e;
	for (i = 0; i < NELEM(rows); i++)
		if ((e = db_run(r->db, rows[i], "ss", p->cartella,
		    percorso)) != 0)
			return e;
	return riservata_di == NULL ? 0 : db_run(r->db, Q_RISERVATO_ADD,
	    "sssi", p->cartella, percorso, riservata_di, p->seq);
}

static int
one(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *espunto)
{
	const char *percorso = dato(a, espunto, "percorso");
	const char *segno = dato(a, espunto, "segno");
	const char *lapide;
	int e;

	if (percorso == NULL || segno == NULL)
		return ERR_INVALID;
	if ((e = versions(&lapide, r, a, p, espunto, percorso)) != 0 ||
	    (e = db_run(r->db, Q_ESPUNTO_ATTUALE, "ssss", p->cartella,
	    percorso, segno, lapide)) != 0)
		return e;
	return hide(r, p, percorso, DATO(a, espunto, "riservata-di"));
}

int
proietta_espunzione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *x;
	int e;

	for (x = nodo_child(doc, "espunto"); x; x = nodo_next(x, "espunto"))
		if ((e = one(r, a, p, x)) != 0)
			return e;
	return commits(r, a, p, doc);
}
