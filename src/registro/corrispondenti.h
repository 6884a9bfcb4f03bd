/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * corrispondenti.h - the address book of the body: other bodies, never natural
 * persons (it stands in ente/, whose history is for ever).  Two entries of the
 * same body are joined, and can be parted again: the joined one keeps what it
 * said.
 */
#ifndef REGISTRO_CORRISPONDENTI_H
#define REGISTRO_CORRISPONDENTI_H

#include "registro/registro.h"

struct corrispondente {
	int codice;
	const char *denominazione, *tipo;
	const char *codice_ipa, *codice_aoo, *codice_fiscale;	/* or NULL */
	const char *indirizzo, *pec;				/* or NULL */
	bool attivo;
	int unito_a;			/* 0: it stands by itself */
};

int registro_corrispondente(struct corrispondente *out, struct arena *a,
    struct registro *r, int codice) MUST;
int registro_corrispondente_numero(int *out, struct registro *r) MUST;
/* Another one with the same name (capitals and accents apart) or IPA code;
 * absent: none. */
int registro_corrispondente_pari(int *out, struct registro *r,
    const char *denominazione, const char *codice_ipa, int codice) MUST;
/* <corrispondenti> with those whose words hold `parola` (NULL: all), 200 at
 * most. */
int registro_corrispondenti(struct nodo **out, struct arena *a,
    struct registro *r, const char *parola) MUST;
/* One, with those joined to it. */
int registro_vista_corrispondente(struct nodo **out, struct arena *a,
    struct registro *r, int codice) MUST;

#endif
