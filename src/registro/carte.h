/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * carte.h - documents of a case that others ask about: those a person has
 * signed, and the types an office has adopted.
 */
#ifndef REGISTRO_CARTE_H
#define REGISTRO_CARTE_H

#include "registro/registro.h"

/* 1: a person has signed some version of this document; 0: none. */
int registro_sottoscritto(struct registro *r, const char *documento_id) MUST;

/* The version in force of an adopted type; absent: no such type. */
struct tipo {
	const char *nome, *denominazione;
	int versione;		/* from 1 */
};
int registro_tipo(struct tipo *out, struct arena *a, struct registro *r,
    const char *nome) MUST;
/* All of them, by name. */
int registro_tipi(struct tipo **out, int *n, struct arena *a,
    struct registro *r) MUST;

#endif
