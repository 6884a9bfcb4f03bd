/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * procedimento.h - the table of states and passages in force, and facts its
 * guards ask for.  No permission asked: for esamina; the table is no secret.
 */
#ifndef REGISTRO_PROCEDIMENTO_H
#define REGISTRO_PROCEDIMENTO_H

#include "registro/registro.h"
#include "xml/rilievo.h"

struct passaggio {
	const char *oggetto, *da, *atto;
	const char *esito;		/* "": it has but one */
	const char *a;
};
/* Where an atto leads from a state; out->a filled.  absent: nowhere. */
int registro_passaggio(struct passaggio *out, struct arena *a,
    struct registro *r) MUST;
/* All that may be done from a state, in the order of the table. */
int registro_passaggi_da(struct passaggio **out, int *n, struct arena *a,
    struct registro *r, const char *oggetto, const char *da) MUST;

struct guardia {
	const char *nome;
	enum grado grado;
};
int registro_guardie(struct guardia **out, int *n, struct arena *a,
    struct registro *r, const struct passaggio *p) MUST;

/* Days without accessi and interventi after which a closing is proposed. */
int registro_inattivita(int *giorni, struct registro *r) MUST;

/* The last day something was done for the person of a cartella, and how many
 * days ago it is. */
int registro_ultima_attivita(const char **out, int *giorni, struct arena *a,
    struct registro *r, const struct numero *cartella) MUST;

/* The documents of a folder below a directory of it, in path order. */
int registro_attuali_sotto(struct attuale **out, int *n, struct arena *a,
    struct registro *r, const char *cartella, const char *dir) MUST;

#endif
