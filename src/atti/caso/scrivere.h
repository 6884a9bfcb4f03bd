/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scrivere.h - what the atti that put one document in a cartella have in
 * common: find the case, refuse a closed one, look at the document that is
 * written again, refuse when it is signed, deposit.  Internal to atti/.
 *
 * Keeps: a new version has the path and the id of the old one.
 */
#ifndef ATTI_CASO_SCRIVERE_H
#define ATTI_CASO_SCRIVERE_H

#include <stdbool.h>

#include "atti/caso/cartella.h"

struct scrittura {
	const char *tipo;	/* root of the document: "relazione" */
	const char *che;	/* as a person calls it: "la relazione" */
	const char *dir;	/* "relazioni": the next ordinal there */
	bool gruppi;		/* by hundreds: it can grow */
	/* where it stands, when it is not an ordinal ("scheda.xml"): in the
	 * arena of op; NULL: dir */
	const char *(*percorso)(struct op *op);
	/* field that names the document to be written again; NULL: none is,
	 * but at `percorso` */
	const char *campo;
	bool piu_cartelle;	/* the same, new, in each field `cartella` */
	bool senza_autore;	/* does not say who wrote it and when */
	/* what others wrote since the base of the istanza is merged, field by
	 * field: of a document without groups that repeat */
	bool fonde;
	/* rules of the document (documenti/); NULL: none */
	void (*check)(struct rilievi *out, const struct nodo *in,
	    const char *oggi);
	/* istanza -> document, when it is not a plain copy of its fields */
	struct nodo *(*make)(struct arena *a, const struct nodo *in,
	    const char *autore, const char *oggi);
};

/* Rules: the case, not closed; the earlier document, not signed; check. */
int scrivere_esamina(struct op *op, const struct scrittura *s) MUST;
/* Effect: make (or scrivere_copia) and deposit. */
int scrivere_applica(struct op *op, const struct scrittura *s) MUST;

/* The same in pieces, for atti with more to say.  *prima: id NULL when it is
 * a new document; a rilievo when it is not there, or of another type. */
int scrivere_prima(struct attuale *prima, struct op *op,
    const struct caso *caso, const struct scrittura *s) MUST;
int scrivere_non_firmato(struct op *op, const struct scrittura *s,
    const struct attuale *prima) MUST;
int scrivere_deposita(struct op *op, const struct caso *caso,
    const struct scrittura *s, struct nodo *doc) MUST;

/* The document: <autore>, <scritto> (the day) and the fields of the istanza as
 * they are, but for `cartella` and `campo`. */
struct nodo *scrivere_copia(struct op *op, const struct scrittura *s);

/* Rules on the field `protocollo`, if it is there: absent when the operator
 * cannot read that registration in clear; a rilievo when it is annulled. */
int scrivere_protocollo(struct op *op) MUST;

#endif
