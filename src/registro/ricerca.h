/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ricerca.h - the full text of the register: how a thing gets into the index
 * (for projections) and how registrations are found and listed (for atti).
 *
 * What a reader may not see is not found, nor counted.  A riservata that he
 * may not read is found by what everybody sees of it (number, day, flow,
 * class, operator, office) and shown masked, never by a word of its content.
 */
#ifndef REGISTRO_RICERCA_H
#define REGISTRO_RICERCA_H

#include "registro/registro.h"

/* ---- for projections ---- */

/*
 * Writes again what the index says of a registration, from the tables as they
 * are: every projection that changes what it says, or who may see it, ends
 * with this.
 */
int ricerca_rinnova(struct registro *r, const struct numero *n) MUST;

/*
 * A row of another kind (an imported register, a fascicolo …).  Texts are as
 * people wrote them, never NULL; gettoni as in query_ricerca.h.  A row that
 * says the same already is left alone.
 */
struct ricerca_riga {
	const char *testo;	/* words */
	const char *parti;	/* senders and addressees */
	const char *estremi;	/* their own numbers */
	const char *gettoni;
};
int ricerca_metti(struct registro *r, int64_t chiave,
    const struct ricerca_riga *riga) MUST;

/* The key of a numbered thing; registrations: anno * 10^7 + progressivo.  Keys
 * below 0 are the rows of imported registers, older than all. */
int64_t ricerca_chiave(const struct numero *n);

/* ---- for atti ---- */

enum anche { ANCHE_SI, ANCHE_NO, ANCHE_SOLO };	/* with, without, only */

#define RICERCA_LIMITE 200

/* All together; NULL or 0: whatever. */
struct criteri {
	/* of the content: finds only what the reader may read */
	const char *parole;		/* all of them; the last may be cut */
	const char *corrispondente;	/* the same, among the parties */
	const char *protocollo_mittente;
	const char *impronta;		/* of one of its files */
	/* of the outline */
	int numero, anno;
	const char *dal, *al;		/* days, included */
	const char *emergenza;		/* its number there */
	const char *flusso, *classifica, *operatore;
	const char *ufficio;		/* it was sent to */
	enum anche annullate, riservate;

	int limite;			/* from 1 to RICERCA_LIMITE */
	struct numero dopo;		/* goes on behind this; 0: begins */
};

/*
 * <elenco>, newest first, one <registrazione> each with numero, ora, flusso,
 * classifica and, where the reader may read it, oggetto, the first mittente
 * and the first destinatario (@altri: how many more); attributes riservata,
 * annullata, oscurata.  <elenco altri="si">: there is more.
 */
int ricerca_trova(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct criteri *c) MUST;

/* <elenco giorno="…"> of a day in number order, then <totali> of what is
 * listed: tutte, entrata, uscita, interna, annullate, riservate. */
int ricerca_giorno(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *giorno) MUST;

#endif
