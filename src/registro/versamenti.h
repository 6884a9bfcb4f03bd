/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * versamenti.h - what was handed to the conservatore and what he answered.
 * Permission is in the queries that show something to somebody.
 * Norm: linee guida AgID §3.1.6, §4; CAD art. 44 c. 1-bis.
 */
#ifndef REGISTRO_VERSAMENTI_H
#define REGISTRO_VERSAMENTI_H

#include <stdbool.h>

#include "registro/registro.h"

#define DIR_VERSAMENTI "versamenti"
#define VERSAMENTI_PAGINA 20
#define DA_VERSARE_MAX 3000

/* ---- for versa ---- */

/* Sealed days that are not in conservation nor on their way, oldest first.  No
 * permission asked: what a day says is asked for by who reads it. */
int registro_giorni_da_versare(const char ***out, int *n, struct arena *a,
    struct registro *r) MUST;
/* Cartelle and fascicoli closed in that year, as this eye sees them, that were
 * not handed over, or in which something was done since. */
int registro_chiusi_da_versare(const char ***out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, int anno) MUST;

/* How it stands with a thing; absent: it was never handed over. */
struct versata {
	int versamento;			/* the last one */
	const char *esito;		/* "attesa", "accettato", "rifiutato" */
	const char *contenuto;
};
int registro_versata(struct versata *out, struct arena *a,
    struct registro *r, const char *unita) MUST;

/* How many fascicoli stand directly in it, whoever may see them. */
int registro_sotto(int *out, struct registro *r, const struct numero *n) MUST;
/* For how many years it is kept (METADATI_PER_SEMPRE); 0: not known. */
int registro_anni_conservazione(int *out, struct registro *r,
    const struct numero *n) MUST;

/* ---- for the package and for the report ---- */

struct versamento {
	int numero;
	const char *formato;		/* when the package was made, ISO */
	const char *utente, *pacchetto;	/* its impronta */
	const char *rapporto;		/* impronta; NULL: none yet */
	const char *conservatore;	/* code; NULL: not said */
};
/* numero 0: the last; absent: none. */
int registro_versamento(struct versamento *out, struct arena *a,
    struct registro *r, int numero) MUST;
int registro_versamento_di(struct versamento *out, struct arena *a,
    struct registro *r, const char *pacchetto) MUST;

/* ---- readings ---- */

/*
 * Adds one <versamento numero= formato= utente= pacchetto= rapporto= ora=
 * identificativo= conservatore=> for each in which this eye sees something, newest first,
 * with <conto esito= quante=> of what it sees; continua= when there are more.
 * filtro: as schema/atti/versamenti.xsd says; prima 0: from the newest.
 */
int registro_versamenti(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const char *filtro, int prima)
    MUST;
/* One, with an <unita numero= esito= motivo= documenti= intera=> each; absent:
 * none, or it has nothing for this eye. */
int registro_versamento_vista(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, int numero) MUST;
/* <da-versare numero= entro= tardi=> for each day that waits, and for what this
 * eye sees closed in that year and the one before. */
int registro_da_versare(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, int anno) MUST;

#endif
