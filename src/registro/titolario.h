/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * titolario.h - the plan of classification in force, and the class of a
 * registration.  Opens nothing of its own; a plan is no secret, a
 * registration's class is asked only for what was found visible before.
 */
#ifndef REGISTRO_TITOLARIO_H
#define REGISTRO_TITOLARIO_H

#include <stdbool.h>

#include "documenti/titolario.h"
#include "registro/registro.h"

struct titolario {
	int numero;			/* from 1 */
	const char *nome, *valido_dal;
	const char *sostituito;		/* day the next begins; NULL: none */
	const char *provvedimento;	/* NULL when absent */
};
/* In force on a day; absent: none. */
int registro_titolario(struct titolario *out, struct arena *a,
    struct registro *r, const char *giorno) MUST;
/* The last adopted; numero 0: none yet. */
int registro_titolario_ultimo(int *numero, const char **valido_dal,
    struct arena *a, struct registro *r) MUST;

/* In the order of the plan. */
int registro_titolario_voci(struct voce **out, int *n, struct arena *a,
    struct registro *r, int titolario) MUST;
/* absent: no such voce. */
int registro_titolario_voce(const char **denominazione, struct arena *a,
    struct registro *r, int titolario, const char *indice) MUST;

/* The classes of what was registered since that day, NULL-ended. */
int registro_classifiche_dal(const char ***out, struct arena *a,
    struct registro *r, const char *giorno) MUST;

struct classificata {
	const char *classifica;
	const char *dal;		/* day it got that class */
};
int registro_classificata(struct classificata *out, struct arena *a,
    struct registro *r, const struct numero *n) MUST;

/* How many documents <dir>/…/<number>-<k>.xml follow a registration. */
int registro_seguiti(int *out, struct registro *r, const struct numero *n,
    const char *dir) MUST;

/* Adds to the vista of a registration the name of its class, as it was on the
 * day it got it, and the classes it had; motives only when it is in clear. */
int registro_vista_classifica(struct nodo *vista, struct arena *a,
    struct registro *r, const struct numero *n) MUST;

#endif
