/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_correzioni.c - a field renewed, a registration annulled, made
 * riservata; what was there before stays in registrazione and soggetto, and in
 * each correction.
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/correzione.h"
#include "registro/ricerca.h"

/* What every document of a correction begins with. */
struct capo {
	struct numero n;
	int ordine;
	const char *motivo, *operatore, *ora;
};

static int
head(struct capo *out, struct arena *a, const struct nodo *doc)
{
	const char *ordine = DATO(a, doc, "ordine");

	out->ordine = ordine != NULL ? (int)strtol(ordine, NULL, 10) : 0;
	if ((out->motivo = dato(a, doc, "motivo")) == NULL ||
	    (out->operatore = dato(a, doc, "operatore")) == NULL ||
	    (out->ora = dato(a, doc, "ora")) == NULL)
		return ERR_INVALID;
	return dato_numero(&out->n, a, doc, "protocollo");
}

int
proietta_richiesta_correzione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *tipo = dato(a, doc, "tipo");
	struct capo c;
	int e;

	if (tipo == NULL)
		return ERR_INVALID;
	if ((e = head(&c, a, doc)) != 0 ||
	    (e = db_run(r->db, Q_RICHIESTA_ADD, "dddssssssi", c.n.anno,
	    c.n.progressivo, c.ordine, tipo, DATO(a, doc, "campo"), c.motivo,
	    DATO(a, doc, "richiedente"), c.operatore, c.ora, p->seq)) != 0)
		return e;
	return db_run(r->db, Q_RICHIESTA_APRI, "sddds", tipo, c.n.anno,
	    c.n.progressivo, c.ordine, c.ora);
}

/* ---- rettifica ---- */

static int
renew_party(struct registro *r, struct arena *a, const struct numero *n,
    const char *campo, int posto, const struct nodo *s)
{
	return db_run(r->db, Q_RETTIFICA_PARTE, "ddsdssss", n->anno,
	    n->progressivo, campo, posto, DATO(a, s, "denominazione"),
	    DATO(a, s, "codice-ipa"), DATO(a, s, "indirizzo"),
	    DATO(a, s, "pec"));
}

/* The face of the registration. */
static int
renew(struct registro *r, struct arena *a, const struct numero *n,
    const char *campo, int posto, const struct nodo *dopo)
{
	static const struct {
		const char *campo;
		int query;
	} one[] = {
		{ "oggetto", Q_RETTIFICA_OGGETTO },
		{ "mezzo", Q_RETTIFICA_MEZZO },
		{ "data-arrivo", Q_RETTIFICA_ARRIVO },
	};
	size_t i;

	if (campo_soggetto(campo))
		return renew_party(r, a, n, campo, posto,
		    nodo_child(dopo, campo));
	for (i = 0; i < NELEM(one); i++)
		if (strcmp(one[i].campo, campo) == 0)
			return db_run(r->db, one[i].query, "dds", n->anno,
			    n->progressivo, DATO(a, dopo, campo));
	return db_run(r->db, Q_RETTIFICA_MITTENTE, "ddss", n->anno,
	    n->progressivo, DATO(a, dopo, "protocollo-mittente/numero"),
	    DATO(a, dopo, "protocollo-mittente/data"));
}

static int
answered(struct registro *r, const char *tipo, const struct capo *c,
    const char *richiesta)
{
	return richiesta == NULL ? 0 : db_run(r->db, Q_RICHIESTA_CHIUDI,
	    "sdds", tipo, c->n.anno, c->n.progressivo, richiesta);
}

int
proietta_rettifica(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *prima = nodo_child(doc, "prima");
	const struct nodo *dopo = nodo_child(doc, "dopo");
	const char *campo = dato(a, doc, "campo");
	const char *at = DATO(a, doc, "posto");
	int e, posto = at != NULL ? (int)strtol(at, NULL, 10) : 0;
	struct capo c;

	if (campo == NULL || dato(a, doc, "prima") == NULL ||
	    dato(a, doc, "dopo") == NULL || dato(a, dopo, campo) == NULL)
		return ERR_INVALID;
	if ((e = head(&c, a, doc)) != 0 ||
	    (e = db_run(r->db, Q_RETTIFICA_ADD, "dddsdsssssssi", c.n.anno,
	    c.n.progressivo, c.ordine, campo, posto,
	    valore_text(a, prima, campo), valore_text(a, dopo, campo),
	    c.motivo, DATO(a, doc, "provvedimento"),
	    DATO(a, doc, "richiesta"), c.operatore, c.ora, p->seq)) != 0 ||
	    (e = renew(r, a, &c.n, campo, posto, dopo)) != 0 ||
	    (e = answered(r, CORREZIONE_RETTIFICA, &c,
	    DATO(a, doc, "richiesta"))) != 0)
		return e;
	return ricerca_rinnova(r, &c.n);
}

/* ---- the whole registration ---- */

int
proietta_annullamento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *inoltrata = dato(a, doc, "inoltrata");
	struct capo c;
	int e;

	if (inoltrata == NULL)
		return ERR_INVALID;
	if ((e = head(&c, a, doc)) != 0 ||
	    (e = db_run(r->db, Q_ANNULLAMENTO_ADD, "ddssssssdssi", c.n.anno,
	    c.n.progressivo, c.motivo, DATO(a, doc, "provvedimento"),
	    DATO(a, doc, "anno"), DATO(a, doc, "numero"),
	    DATO(a, doc, "richiesta"), DATO(a, doc, "richiedente"),
	    strcmp(inoltrata, "si") == 0, c.operatore, c.ora, p->seq)) != 0 ||
	    (e = db_run(r->db, Q_PROTOCOLLO_ANNULLA, "dd", c.n.anno,
	    c.n.progressivo)) != 0 ||
	    /* nothing more to correct */
	    (e = db_run(r->db, Q_RICHIESTE_CHIUDI, "dd", c.n.anno,
	    c.n.progressivo)) != 0)
		return e;
	return ricerca_rinnova(r, &c.n);
}

int
proietta_riserva(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *riservata = dato(a, doc, "riservata");
	const char *fino = DATO(a, doc, "fino-al");
	struct capo c;
	bool si;
	int e;

	if (riservata == NULL)
		return ERR_INVALID;
	si = strcmp(riservata, "si") == 0;
	if ((e = head(&c, a, doc)) != 0 ||
	    (e = db_run(r->db, Q_RISERVA_ADD, "ddddssssi", c.n.anno,
	    c.n.progressivo, c.ordine, si, c.motivo, fino, c.operatore, c.ora,
	    p->seq)) != 0 ||
	    (e = db_run(r->db, Q_PROTOCOLLO_RISERVA, "dddss", c.n.anno,
	    c.n.progressivo, si, si ? c.motivo : NULL,
	    si ? fino : NULL)) != 0)
		return e;
	return ricerca_rinnova(r, &c.n);
}
