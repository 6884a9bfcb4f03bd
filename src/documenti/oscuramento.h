/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * oscuramento.h - the policy of redaction (ente/oscuramento.xml), and a
 * document without what it does not let pass.  Pure.
 *
 * Keeps: what no rule keeps is removed; what is removed is nowhere in the
 * result, nor is how much it was.  Norm: GDPR artt. 5 c. 1 lett. c, 25.
 */
#ifndef DOCUMENTI_OSCURAMENTO_H
#define DOCUMENTI_OSCURAMENTO_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define OSCURAMENTO_PERCORSO "oscuramento.xml"

/* What the schema of the policy cannot say: no destination twice, each with
 * something it is given. */
void oscuramento_check(struct rilievi *out, const struct nodo *politica);

/* NULL: the policy does not know it. */
const struct nodo *oscuramento_destinazione(const struct nodo *politica,
    const char *nome);
/* "scuola, procura": those there are. */
const char *oscuramento_nomi(struct arena *a, const struct nodo *politica);
/* Is anything of a document of that type given to it? */
bool oscuramento_da(const struct nodo *destinazione, const char *tipo);
/* Must a protected address be kept from it? */
bool oscuramento_protegge(const struct nodo *destinazione);

struct oscuramento;
/* Would everything of such a document pass? */
bool oscuramento_intero(const struct oscuramento *o, const char *tipo);

/* "terze-persone": "dati di terze persone"; NULL: there is no such kind. */
const char *oscuramento_natura(const char *parola);

/*
 * The `ometti` of an istanza, "campo#paragrafo=natura" each, as children
 * <ometti campo paragrafo natura> of the result; a rilievo for a kind that is
 * not one, and for a passage that `doc` does not have: what is misspelt must
 * not stay in.
 */
struct nodo *oscuramento_a_mano(struct rilievi *out, struct arena *a,
    const struct nodo *in, const struct nodo *doc);

struct oscuramento {
	const struct nodo *politica, *destinazione;
	const struct nodo *a_mano;	/* oscuramento_a_mano; NULL */
	bool protetto;			/* the address of the case is */
};

/*
 * `doc` as its rules let it pass: where something stood there is
 * <omesso natura="…"/>; the root has no attributes.  xslt/oscura.xsl has the
 * order of the rules.
 */
int oscuramento_applica(struct nodo **out, struct arena *a,
    const struct oscuramento *o, const struct nodo *doc) MUST;

/* <omissione natura passi> into `out`, of each kind that is in `doc`; how many
 * passages in all. */
int oscuramento_conta(struct nodo *out, struct arena *a,
    const struct nodo *doc);
/* Puts "[omesso: dati di terze persone]" where <omesso> is. */
void oscuramento_scrivi(struct arena *a, struct nodo *doc);

/* "3 passi (dati di terze persone, valutazioni)" of those omissioni. */
const char *oscuramento_dice(struct arena *a, const struct nodo *omissioni);

#endif
