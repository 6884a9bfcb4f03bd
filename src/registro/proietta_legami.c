/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_legami.c - relations to a case, and the measures over it, from the
 * documents that make them.
 * Keeps: the rows of a document are those of its last version.
 */
#include "registro/legami.h"

#include <string.h>

#include "registro/proietta.h"

static const char *
or_empty(const char *s)
{
	return s != NULL ? s : "";
}

int
legame_metti(struct registro *r, const struct posizione *p,
    const struct legame *l)
{
	struct numero n;
	int e;

	if ((l->utente != NULL) + (l->ufficio != NULL) +
	    (l->comune != NULL) != 1 || l->dal == NULL)
		return err_set(ERR_INVALID, "in %s un legame «%s» non dice di "
		    "chi, o da quando", p->percorso, l->relazione);
	if ((e = numero_of_folder(&n, p->cartella)) != 0)
		return e;
	return db_run(r->db, Q_LEGAME_ADD, "sddssssssssi",
	    numero_sigla(n.serie), n.anno, n.progressivo, l->relazione,
	    or_empty(l->utente), or_empty(l->ufficio), or_empty(l->comune),
	    l->dal, l->al, p->cartella, p->percorso, p->seq);
}

int
legami_togli(struct registro *r, const struct posizione *p)
{
	return db_run(r->db, Q_LEGAMI_TOGLI, "ss", p->cartella, p->percorso);
}

int
proietta_equipe(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct legame l = { .relazione = LEGAME_EQUIPE };
	const struct nodo *c;
	int e;

	if ((e = legami_togli(r, p)) != 0)
		return e;
	for (c = nodo_child(doc, "componente"); c != NULL;
	    c = nodo_next(c, "componente")) {
		l.utente = DATO(a, c, "utente");
		l.dal = DATO(a, c, "dal");
		l.al = DATO(a, c, "al");
		if (l.utente != NULL && (e = legame_metti(r, p, &l)) != 0)
			return e;
	}
	return 0;
}

/* ---- a case and what it was born of, or what was born of it ---- */

#define PARTI 2

/* A measure over a cartella is one over its accesso, and the other way. */
static int
parts(struct numero out[PARTI], int *n, struct registro *r,
    const struct posizione *p)
{
	struct numero *other = &out[1];
	AUTO_STMT s = NULL;
	int e;

	if ((e = numero_of_folder(&out[0], p->cartella)) != 0)
		return e;
	*n = 1;
	other->serie = out[0].serie == SERIE_CARTELLA ? SERIE_ACCESSO :
	    SERIE_CARTELLA;
	if ((e = db_query(&s, r->db, out[0].serie == SERIE_CARTELLA ?
	    Q_ACCESSO_DI_CARTELLA : Q_CARTELLA_DI, "dd", out[0].anno,
	    out[0].progressivo)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 1) {
		other->anno = (int)stmt_int(s, 0);
		other->progressivo = (int)stmt_int(s, 1);
		*n = 2;
	}
	return 0;
}

int
proietta_conflitto(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *utente = dato(a, doc, "utente");
	struct numero part[PARTI];
	int e, i, n;

	if (utente == NULL)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_CONFLITTI_TOGLI, "ss", p->cartella,
	    p->percorso)) != 0 || nodo_child(doc, "cessazione") != NULL)
		return e;
	if ((e = parts(part, &n, r, p)) != 0)
		return e;
	for (i = 0; i < n; i++)
		if ((e = db_run(r->db, Q_CONFLITTO_ADD, "sddsssi",
		    numero_sigla(part[i].serie), part[i].anno,
		    part[i].progressivo, utente, p->cartella, p->percorso,
		    p->seq)) != 0)
			return e;
	return 0;
}

/* A part of the case with its readers. */
static int
seal(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const struct numero *n)
{
	const struct nodo *l;
	int e;

	if ((e = db_run(r->db, Q_SECRETA_ADD, "sddssi",
	    numero_sigla(n->serie), n->anno, n->progressivo, p->cartella,
	    p->percorso, p->seq)) != 0)
		return e;
	for (l = nodo_child(doc, "lettore"); l; l = nodo_next(l, "lettore"))
		if ((e = db_run(r->db, Q_LETTORE_ADD, "sddsss",
		    numero_sigla(n->serie), n->anno, n->progressivo,
		    p->cartella, p->percorso, nodo_all_text(a, l))) != 0)
			return e;
	return 0;
}

int
misura_sigilla(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	struct numero part[PARTI];
	int e, i, n;

	if ((e = parts(part, &n, r, p)) != 0)
		return e;
	for (i = 0; i < n; i++)
		if ((e = seal(r, a, p, doc, &part[i])) != 0)
			return e;
	return 0;
}

int
proietta_secretazione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	int e;

	if ((e = db_run(r->db, Q_SECRETE_TOGLI, "ss", p->cartella,
	    p->percorso)) != 0 ||
	    (e = db_run(r->db, Q_LETTORI_TOGLI, "ss", p->cartella,
	    p->percorso)) != 0 || nodo_child(doc, "cessazione") != NULL)
		return e;
	return misura_sigilla(r, a, p, doc);
}

int
misure_eredita(struct registro *r, const struct numero *cartella,
    const struct numero *accesso)
{
	return db_run(r->db, Q_CONFLITTI_EREDITA, "dddd", cartella->anno,
	    cartella->progressivo, accesso->anno, accesso->progressivo);
}

/* ---- links ---- */

static int
link_way(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const struct numero *una,
    const struct numero *altra)
{
	return db_run(r->db, Q_COLLEGAMENTO_ADD, "ddddsssssi", una->anno,
	    una->progressivo, altra->anno, altra->progressivo,
	    DATO(a, doc, "legame"), DATO(a, doc, "dal"),
	    DATO(a, doc, "cessazione/data"), p->cartella, p->percorso,
	    p->seq);
}

int
proietta_collegamento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero una, altra;
	int e;

	if ((e = numero_of_folder(&una, p->cartella)) != 0 ||
	    (e = dato_numero(&altra, a, doc, "cartella")) != 0 ||
	    (e = db_run(r->db, Q_COLLEGAMENTI_TOGLI, "ss", p->cartella,
	    p->percorso)) != 0 ||
	    (e = link_way(r, a, p, doc, &una, &altra)) != 0)
		return e;
	return link_way(r, a, p, doc, &altra, &una);
}

/* ---- temporary access ---- */

/* It waits for the coordinator until he has noted it. */
static int
waits(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const struct legame *l)
{
	struct numero n;
	int e;

	if ((e = numero_of_folder(&n, p->cartella)) != 0)
		return e;
	if (nodo_child(doc, "presa-d-atto") != NULL)
		return db_run(r->db, Q_STRAORDINARIO_TOGLI, "dds", n.anno,
		    n.progressivo, p->percorso);
	return db_run(r->db, Q_STRAORDINARIO_ADD, "ddssssi", n.anno,
	    n.progressivo, p->percorso, l->utente, dato(a, doc, "ora"),
	    l->al, p->seq);
}

int
proietta_accesso_straordinario(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct legame l = { .relazione = LEGAME_STRAORDINARIO,
	    .utente = dato(a, doc, "utente"), .dal = dato(a, doc, "dal"),
	    .al = dato(a, doc, "al") };
	int e;

	if (!l.utente || !l.dal || !l.al)
		return ERR_INVALID;
	if ((e = legami_togli(r, p)) != 0 || (e = legame_metti(r, p, &l)) != 0)
		return e;
	return waits(r, a, p, doc, &l);
}
