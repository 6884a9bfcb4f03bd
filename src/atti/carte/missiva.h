/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * missiva.h - a letter written from a cartella, or from ente (caso NULL): made,
 * signed, registered, kept among the comunicazioni of the cartella.  To a third
 * party it is an uscita; to an office of the body an interna, sent on to it.
 * Internal to atti/.
 */
#ifndef ATTI_CARTE_MISSIVA_H
#define ATTI_CARTE_MISSIVA_H

#include "atti/carte/carta.h"
#include "atti/caso/cartella.h"

/* the models of the letters that an act writes */
#define MODELLO_COMUNICAZIONE "comunicazione"
#define MODELLO_AVVIO "avvio-procedimento"
#define MODELLO_PREAVVISO "preavviso"
#define MODELLO_ESITO "esito"
#define MODELLO_ESITO_INTERNO "esito-interno"

struct missiva {
	const char *ufficio;		/* that writes */
	const char *oggetto;
	const char *riferimento;	/* a protocol number; NULL */
	const char *modello;		/* by its name */
	const struct nodo *corpo;	/* of prosa: its children are the text */
	const struct nodo *parti;	/* that the act makes (carta_parti); NULL */
	const char *nome;		/* of its files, before "-CS-…" */
	/* of ente: what goes with it, made by the act, and where it is filed */
	struct allegato_fatto *allegati;
	const char *classifica;
	/* within the body, to know: an office and one of its people, NULL:
	 * to the third party of fields destinatario and mezzo */
	const char *a_ufficio, *a_utente;
};

/* esamina: rilievi on address, means, classifica (of a cartella, its own if the
 * istanza has none), the signer's key, and on the model: it is there, and has a
 * place for all that is written for it. */
int missiva_esamina(struct op *op, const struct caso *caso,
    const char *modello) MUST;

/* prepara: makes and signs it.  1: not signed, and a rilievo says why. */
int missiva_prepara(struct carta **out, struct op *op,
    const struct caso *caso, const struct missiva *m) MUST;

/* <registra> of it, with its files: what missiva_applica registers. */
struct nodo *missiva_campi(struct op *op, const struct carta *carta,
    const struct caso *caso, const struct missiva *m);

/* applica: registers it under the next number, *prot, and deposits
 * comunicazioni/<nnnn>.xml, *percorso.  Of a letter within the body m's last
 * two fields are asked again. */
int missiva_applica(struct numero *prot, const char **percorso, struct op *op,
    const struct caso *caso, const struct carta *carta,
    const struct missiva *m) MUST;

#endif
