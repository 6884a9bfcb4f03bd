/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tabella.h - a table of the body (termini, permessi, indicatori) that comes as
 * a file, perhaps written by hand, and becomes a document of ente/.
 */
#ifndef ATTI_ENTE_TABELLA_H
#define ATTI_ENTE_TABELLA_H

#include "atti/op.h"

/* An act that does nothing else, from FILE to document. */
struct adozione {
	const char *radice;	/* of the file: schema/documenti/<radice>.xsd */
	const char *percorso;	/* in ente/ */
	const char *file;	/* what is to be given: "la tabella, come …" */
	void (*check)(struct rilievi *out, const struct nodo *doc);
	/* What the new one changes, as the body is now: rilievi.  NULL: nothing
	 * is looked at.  Called again under the lock. */
	int (*confronta)(struct op *op, const struct nodo *doc);
};

/* esamina, prepara and applica of such an act. */
int tabella_esamina(struct op *op, const struct adozione *t) MUST;
int tabella_prepara(struct op *op, const struct adozione *t) MUST;
int tabella_applica(struct op *op, const struct adozione *t) MUST;

/* The one FILE of the act against schema/documenti/<radice>.xsd, whether or
 * not its root has id and versione.  NULL in *out: rilievi say why. */
int tabella_leggi(struct nodo **out, struct op *op, const char *radice) MUST;

/* Deposits it at `percorso` of ente/: it is always the same document, whose
 * versions are the tables adopted before. */
int tabella_deposita(struct op *op, const char *percorso, struct nodo *doc)
    MUST;

#endif
