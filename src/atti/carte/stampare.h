/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * stampare.h - a document of a case or of an accesso as paper: through the
 * model of its kind, or the general one.
 *
 * Refuses by "absent" what the operator may not read.  Keeps: a paper says
 * whether its document is signed; what a policy removes is gone before there
 * is any layout.
 */
#ifndef ATTI_CARTE_STAMPARE_H
#define ATTI_CARTE_STAMPARE_H

#include <stdbool.h>

#include "atti/op.h"
#include "documenti/oscuramento.h"
#include "xml/campi.h"

struct stampando {
	struct numero n;		/* of the cartella, accesso, fascicolo; of
					 * the registration it tells of (0: of
					 * none) */
	const char *folder, *percorso;
	const char *tipo, *id, *impronta;
	int versione;			/* from 1; 0: it came from another body */
	const char *ora;		/* of the act that wrote it */
	struct nodo *doc;
	const struct campo *campi;	/* of its schema; NULL: not known */
	const char *titolo;		/* "Relazione sociale" */
	const char *ufficio;		/* of the case, its code; NULL: of the
					 * register */
	const char *firma;		/* "Ada Esempio, il …"; NULL: not signed */
	bool da_firmare;		/* of those that are */
	bool di_altri;			/* came with the case of another body:
					 * its users and offices are not ours */
};

/* The document at `percorso`.  absent: none, or not for this operator. */
int stampare_leggi(struct stampando *out, struct op *op,
    const struct numero *n, const char *percorso) MUST;

/* That of any git folder but the body's, the register's too.  Nobody's
 * permission is asked: it is for what was chosen by one who may, and for who
 * hands over the whole store.  absent: none. */
int stampare_apri(struct stampando *out, struct op *op, const char *folder,
    const char *percorso) MUST;

/*
 * Its ODT.  modello: NULL, that of its kind.  With a policy `o` (NULL: the
 * whole) the document is first redacted, and `omissioni` gets <omissione>…
 * (documenti/oscuramento.h).  invalid: the model that was asked for wants
 * fields that have no value, and the message names them.
 */
int stampare_odt(struct buf *odt, struct op *op, const struct stampando *s,
    const char *modello, const struct oscuramento *o,
    struct nodo *omissioni) MUST;

/* All that people wrote in it, by the general model that comes with the
 * program: for a copy of which somebody says that nothing is missing. */
int stampare_intero(struct buf *odt, struct op *op,
    const struct stampando *s) MUST;

/*
 * A rendition of it, for whoever cannot read XML: all that it says and nothing
 * of any other document, by the model that comes with the program; it says that
 * it is none of the original.  The same document, the same bytes, whatever day
 * it is.
 */
int stampare_resa(struct buf *odt, struct op *op, const struct stampando *s)
    MUST;

/* What stands on a paper beside its document: <avviso> of a draft, the line
 * that says which document it is; resa_aggiungi. */
struct nodo *stampare_parole(struct op *op, const struct stampando *s);

/*
 * The paper that the document keeps (a letter, a copy), PDF or ODT; *got false:
 * it keeps none.  absent: it is the copy of one that the operator may not read.
 */
int stampare_tenuta(struct buf *out, bool *got, struct op *op,
    const struct stampando *s, bool odt) MUST;

/* The impronta of such a PDF; NULL: it keeps none. */
const char *stampare_impronta_tenuta(struct op *op,
    const struct stampando *s);

/* The PDF that was signed with this version, its bytes held against the
 * manifesto.  absent: there is none. */
int stampare_firmata(struct buf *out, struct op *op,
    const struct stampando *s) MUST;

/* The paper it keeps, or one made now with its words; as PDF, to be sent with a
 * letter.  *titolo, in the arena of op: "Relazione sociale". */
int stampa_documento(struct buf *pdf, const char **titolo, struct op *op,
    const struct numero *n, const char *percorso) MUST;

/* Codes of people and offices in n, a part of s, give way to their names. */
void stampare_nomi(struct op *op, const struct stampando *s, struct nodo *n);

/* "Cartella CS-2026-0000001", "Protocollo 0000001/2026". */
const char *stampare_caso(struct op *op, const struct stampando *s);

/* "Ada Esempio" of the user "as1"; the code itself when there is none. */
const char *stampare_utente(struct op *op, const char *codice);

#endif
