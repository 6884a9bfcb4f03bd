/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * carta.h - making a paper: data → ODT by its model → PDF → manifesto that
 * binds both, signed; all before the lock and before any number exists (the
 * law's order: the document is made, signed, then registered).  Internal to
 * atti/.
 */
#ifndef ATTI_CARTE_CARTA_H
#define ATTI_CARTE_CARTA_H

#include "atti/carte/carta_dati.h"
#include "atti/firme/firmare.h"
#include "atti/op.h"
#include "base/err.h"

#define MODELLO_PROPOSTA "proposta"
#define TITOLO_PROPOSTA "Proposta approvata"
#define MODELLO_DETERMINAZIONE "determinazione"
#define TITOLO_DETERMINAZIONE "Determinazione"
#define MODELLO_RICEVUTA "ricevuta"

struct carta {
	struct nodo *lettera;		/* what the paper says */
	struct nodo *fatta_da;		/* <modello-usato>, <dati-da>… */
	struct op_allegato *odt, *pdf, *manifesto, *firma;
	struct op_allegato *cades;	/* the PDF in a CAdES signature; NULL:
					 * it was signed with OpenPGP */
	struct allegato_fatto *allegati;	/* what goes with it; NULL */
	struct firmato firmato;
	const char *cartella;		/* the folder that keeps it */
};

/* <lettera> with the body's head and the signer's name; the rest (addressee,
 * subject, text) is the caller's to add, in order, with carta_firmatario last.
 * If ente/ moves before the lock, the act is prepared again. */
int carta_lettera(struct nodo **out, struct op *op, const char *ufficio,
    const char *luogo) MUST;
/* The head alone - ente, luogo, data - into a paper that is no letter; ufficio
 * NULL: it is of the register, which all offices share. */
int carta_testa(struct nodo *carta, struct op *op, const char *ufficio,
    const char *luogo) MUST;
int carta_firmatario(struct nodo *lettera, struct op *op) MUST;

struct carta_da_fare {
	struct nodo *dati;		/* what it says: all its model uses */
	const struct modello_scelto *modello;
	const char *tipo;		/* CARTA_LETTERA … */
	const char *titolo;
	const char *nome;		/* of its files, without ending */
	const char *cartella;		/* the folder that keeps them */
	const char *scopo;		/* why it is signed: SCOPO_… */
	/* what else the signature binds: what it is about, what goes with it */
	const struct manifesto_oggetto *oggetti;
	int n_oggetti;
};

/* The ODT.  1: the model wants fields that have no value, *manca names them. */
int carta_riempi(struct buf *odt, struct nodo **manca, struct op *op,
    const struct carta_da_fare *f) MUST;

/* The PDF of a paper that is not yet what it will be, and says so above all. */
int carta_bozza(struct buf *pdf, struct op *op, const struct buf *odt,
    const char *avviso) MUST;

/*
 * Makes ODT and PDF, signs a manifesto of both with the operator's enrolled
 * key, puts all of it and the model in transito/, linked to allegati/ of the
 * folder.  1: not made, and a rilievo says why; or it is but a trial
 * (op->saggio), of which with op->anteprima the PDF is in op->bytes.
 */
int carta_fai(struct carta *out, struct op *op,
    const struct carta_da_fare *f) MUST;

/* The model, where its data come from, <odt> and <firma-file> of a document
 * that keeps the paper; carta_nodi puts what it says before them. */
void carta_firme(struct nodo *doc, struct op *op, const struct carta *c);
void carta_nodi(struct nodo *doc, struct op *op, const struct carta *c);

/* applica: its signature into firme/ of the folder, if the key is still good. */
int carta_deposita(struct op *op, const struct carta *c) MUST;

/* Main file, manifesto and signature into the fields of a registration, or of an entry
 * of a repertory. */
void carta_file(struct nodo *campi, struct op *op, const struct carta *c);

#endif
