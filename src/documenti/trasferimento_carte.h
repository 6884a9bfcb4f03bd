/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trasferimento_carte.h - the papers of transfers: what a message says as a
 * document of ours, and how the transfers of a case stand, read back from the
 * papers of its folder.  Pure.
 *
 * A paper is kept when it changed something: one's own decision, the other's
 * message, one's own answer to it.  No state is kept: it is what the step of
 * trasferimento.h makes of them, in their order.  So nothing can be kept that
 * the step refuses.
 */
#ifndef DOCUMENTI_TRASFERIMENTO_CARTE_H
#define DOCUMENTI_TRASFERIMENTO_CARTE_H

#include "base/arena.h"
#include "base/err.h"
#include "documenti/trasferimento.h"
#include "xml/nodo.h"

/* Whom copies with omissis are for, when an offer does not say. */
#define TR_DESTINAZIONE "altro-comune"

/* "offerta-trasferimento", …: which message a document is; TR_NIENTE: none. */
enum tr_messaggio trasferimento_tipo(const struct nodo *doc);

/* What it names; strings live in a.  invalid: it is none of the five. */
int trasferimento_leggi(struct tr_lettera *out, struct arena *a,
    const struct nodo *doc) MUST;

struct tr_stesura {		/* what a paper says beside */
	const char *id;		/* of the document */
	const char *data, *autore;
	const char *cartella;	/* offerta: its number here */
	const char *protocollo;	/* accettazione */
	const char *motivo;	/* offerta, rifiuto, ritiro */
	const char *const *resta;	/* offerta: types that stay behind */
	int n_resta;
	const char *const *oscura;	/* offerta: types that go in copies */
	int n_oscura;
	const char *per;	/* offerta: whom the policy of redaction lets
				 * them pass for; NULL: there are none */
};
struct nodo *trasferimento_scrivi(struct arena *a, const struct tr_lettera *m,
    const struct tr_stesura *s);

struct tr_carta {
	const struct nodo *doc;
	const char *giorno;	/* of the act that put it here, AAAA-MM-GG */
};

struct tr_caso {		/* the transfers of a case, at one side */
	struct tr_lato *lati;	/* in the order of their first paper */
	int n;
	bool in_carico;
};

/*
 * The papers are in the order of the chain; in_carico: the case was this
 * body's before the first.  invalid: one of them does not follow from those
 * before; the message says which and why.
 */
int trasferimento_rileggi(struct tr_caso *out, struct arena *a,
    const char *noi, bool in_carico, const struct tr_carta *carte, int n) MUST;

#endif
