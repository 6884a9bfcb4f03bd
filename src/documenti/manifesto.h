/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * manifesto.h - what is signed: a small document that names bytes, says who
 * signs them, in which capacity, when and what for.  Pure.
 *
 * One signature over it binds the XML original, its rendition and what goes
 * with it.  It names things by document id and impronta, never by path: the
 * signature is of bytes, wherever they are.  It never holds the number that is
 * still to be given (the law's order: signed, then registered).
 * Norm: CAD artt. 20, 23-ter; linee guida AgID par. 2.
 *
 *   <manifesto id= versione="1">
 *     <scopo>sottoscrizione</scopo>
 *     <utente>as1</utente> (the office's seal: <sigillo/>)
 *     <per>coord1</per>?		by delega
 *     <nome>Ada Esempio</nome>
 *     <qualita>assistente sociale</qualita>
 *     <chiave tipo="openpgp">FPR</chiave>
 *     <ora>2026-11-21T10:00:00+01:00</ora>
 *     <oggetto ruolo="originale" tipo="relazione" id="…" versione="2"
 *         impronta="…" [protocollo="0000012/2026"] [nome="…"]
 *         [dimensione="…"] [formato="application/pdf"]/>+
 *   </manifesto>
 */
#ifndef DOCUMENTI_MANIFESTO_H
#define DOCUMENTI_MANIFESTO_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "xml/nodo.h"

/* Purposes. */
#define SCOPO_SOTTOSCRIZIONE "sottoscrizione"	/* of one's own document */
#define SCOPO_VISTO "visto"			/* of another's, in its order */
#define SCOPO_APPROVAZIONE "approvazione"
#define SCOPO_ADOZIONE "adozione"		/* of a determinazione */
#define SCOPO_SPEDIZIONE "spedizione"		/* of a letter */
#define SCOPO_CONFORMITA "conformita"		/* of a copy */
#define SCOPO_SIGILLO "sigillo"			/* of a day, of a package */

/* Roles of what it names. */
#define RUOLO_ORIGINALE "originale"	/* the document, an XML of ours */
#define RUOLO_RESA "resa"		/* what people read: PDF */
#define RUOLO_FONTE "fonte"		/* what the rendition was made from */
#define RUOLO_ALLEGATO "allegato"

struct manifesto_oggetto {
	const char *ruolo, *impronta;
	const char *id, *versione, *tipo;	/* a document of ours; or NULL */
	const char *protocollo, *nome, *formato;	/* or NULL */
	int64_t dimensione;		/* bytes; 0: not said */
};

struct manifesto_capo {
	const char *scopo;
	const char *utente, *per;	/* utente NULL: the office's seal */
	const char *nome, *qualita;
	const char *tipo_chiave, *chiave;
	const char *ora;		/* clock_iso */
};

/* With id and versione of its own, ready to be written and signed; id is
 * random.  The objects follow with manifesto_add. */
struct nodo *manifesto_new(struct arena *a, const struct manifesto_capo *c);
void manifesto_add(struct arena *a, struct nodo *m,
    const struct manifesto_oggetto *o);

/* Its bytes, those that are signed (the deterministic form, once). */
void manifesto_bytes(struct buf *out, const struct nodo *m);

int manifesto_capo(struct manifesto_capo *out, struct arena *a,
    const struct nodo *m) MUST;
/* The objects, in order; NULL-ended by impronta. */
int manifesto_oggetti(struct manifesto_oggetto **out, int *n,
    struct arena *a, const struct nodo *m) MUST;
/* The first with that role; absent: none. */
int manifesto_oggetto(struct manifesto_oggetto *out, struct arena *a,
    const struct nodo *m, const char *ruolo) MUST;

#endif
