/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_consultazioni.c - what another body may look at, from the documents
 * that grant it and take it back.
 *
 * Keeps: a consultation whose liberatoria is taken back opens nothing from then
 * on; one that has ended is never opened again.
 */
#include "registro/consultazioni.h"

#include <string.h>

#include "registro/legami.h"
#include "registro/proietta.h"

/* Its row, and what it names. */
static int
keep(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	const char *copia = DATO(a, doc, "copia");
	const char *finita = DATO(a, doc, "cessazione/data");
	const struct nodo *c;
	struct numero n;
	int e;

	if ((e = numero_of_folder(&n, p->cartella)) != 0 ||
	    (e = db_run(r->db, Q_CONSULTAZIONE_SET, "ssddsssdsssi",
	    p->cartella, p->percorso, n.anno, n.progressivo,
	    dato(a, doc, "ente"), dato(a, doc, "dal"), dato(a, doc, "al"),
	    copia != NULL && strcmp(copia, "si") == 0,
	    DATO(a, doc, "liberatoria"), finita,
	    finita != NULL ? p->percorso : NULL, p->seq)) != 0 ||
	    (e = db_run(r->db, Q_CONSULTAZIONE_COSE_TOGLI, "ss", p->cartella,
	    p->percorso)) != 0)
		return e;
	for (c = nodo_child(doc, "tipo"); c; c = nodo_next(c, "tipo"))
		if ((e = db_run(r->db, Q_CONSULTAZIONE_COSA_ADD, "ssss",
		    p->cartella, p->percorso, nodo_all_text(a, c), "")) != 0)
			return e;
	for (c = nodo_child(doc, "documento"); c != NULL;
	    c = nodo_next(c, "documento"))
		if ((e = db_run(r->db, Q_CONSULTAZIONE_COSA_ADD, "ssss",
		    p->cartella, p->percorso, "", nodo_all_text(a, c))) != 0)
			return e;
	return 0;
}

int
proietta_consultazione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct legame l = { .relazione = LEGAME_CONSULTAZIONE,
	    .dal = dato(a, doc, "dal"), .al = dato(a, doc, "al") };
	const struct nodo *u;
	int e;

	if (!l.dal || !l.al || !dato(a, doc, "ente"))
		return ERR_INVALID;
	if ((e = legami_togli(r, p)) != 0 || (e = keep(r, a, p, doc)) != 0 ||
	    nodo_child(doc, "cessazione") != NULL)
		return e;
	for (u = nodo_child(doc, "utente"); u; u = nodo_next(u, "utente")) {
		l.utente = nodo_all_text(a, u);
		if ((e = legame_metti(r, p, &l)) != 0)
			return e;
	}
	return 0;
}

/* art. 7(3) GDPR: what stood on that consent ends with it. */
int
proietta_revoca_liberatoria(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *liberatoria = dato(a, doc, "liberatoria");
	const char *data = dato(a, doc, "data");
	int e;

	if (!liberatoria || !data)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_CONSULTAZIONE_LEGAMI_TOGLI, "ss",
	    p->cartella, liberatoria)) != 0)
		return e;
	return db_run(r->db, Q_CONSULTAZIONE_FINISCE, "ssss", p->cartella,
	    liberatoria, p->percorso, data);
}
