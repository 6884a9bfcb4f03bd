/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * istruttoria.h - where the inquiry of a cartella stands, for the acts that
 * carry it on.  Internal to atti/.
 */
#ifndef ATTI_CASO_ISTRUTTORIA_H
#define ATTI_CASO_ISTRUTTORIA_H

#include "atti/caso/cartella.h"
#include "documenti/istruttoria.h"

struct istruttoria {
	const char *proposta;		/* its path; NULL: there is none */
	const char *percorso;		/* NULL: not begun */
	struct nodo *doc;
	const char *preavviso;		/* its path; NULL: none sent */
	struct nodo *preavviso_doc;
	int osservazioni;		/* how many were received */
	int prossima;			/* ordinal of the next document there */
};

/* Of the last proposta of the cartella, which need not be approved. */
int istruttoria_leggi(struct istruttoria *out, struct op *op,
    const struct caso *caso) MUST;
/* The same with a rilievo when it has not begun. */
int istruttoria_avviata(struct istruttoria *out, struct op *op,
    const struct caso *caso) MUST;

/* <procedimento>: what papers say of it, but for how it ends. */
int istruttoria_carta(struct nodo **out, struct op *op,
    const struct nodo *doc) MUST;

/* "Ines Blu, istruttore" */
int utente_in_parole(const char **out, struct op *op, const char *utente) MUST;

#endif
