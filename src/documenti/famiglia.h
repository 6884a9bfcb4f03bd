/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * famiglia.h - the family of a person over time, put together from dated stati
 * di famiglia.  Pure.
 *
 * Each says who was there on its day.  Between two one only knows that somebody
 * came or went; what two sources say of one day may differ, and both are kept.
 * The same person is known again by codice fiscale, else by the sound of the
 * name and a birth that does not say otherwise.
 */
#ifndef DOCUMENTI_FAMIGLIA_H
#define DOCUMENTI_FAMIGLIA_H

#include <stdbool.h>

#include "base/arena.h"
#include "documenti/parentela.h"
#include "xml/nodo.h"

#define FAMIGLIA_DIR "stato-di-famiglia"
#define FAMIGLIA_MAX 120	/* people */
#define FONTI_MAX 400		/* documents */

struct fonte {
	const char *percorso, *data;
	const char *tipo;		/* anpr, certificato, dichiarato */
	const struct nodo *doc;
};

enum presenza { ASSENTE, CONVIVE, NON_CONVIVE };

struct membro {
	const char *cognome, *nome;
	const char *nascita, *codice_fiscale, *decesso;	/* or NULL */
	const char *parentela;		/* as written; NULL: the person */
	struct parentela p;
	char sesso;			/* 'F', 'M', 0: not known */
	const char *suono;
	const struct nodo *detto;	/* the last <componente> of him; NULL */
	int ultima;			/* the document it is in; -1 */
	unsigned char in[FONTI_MAX];	/* enum presenza in each document */
};

struct famiglia {
	struct arena *a;
	struct fonte *fonti;		/* by day, up to the day asked for */
	int n_fonti;
	struct membro *membri;		/* the person first */
	int n;
};

/*
 * scheda: of the person, NULL when it may not be read; fonti in any order, those
 * after `al` are left out.  invalid: too many people or documents.
 */
int famiglia_build(struct famiglia *out, struct arena *a,
    const struct nodo *scheda, const struct fonte *fonti, int n_fonti,
    const char *al) MUST;

/* Does he live with the person, as the last document says? */
bool famiglia_convive(const struct famiglia *f, const struct membro *m);

/*
 * <fonte percorso= data= tipo=>, then <membro convive= …> with one <periodo>
 * for each time he lived there, then <discordanza> for what two sources say
 * otherwise; into vista.
 */
void famiglia_vista(struct nodo *vista, const struct famiglia *f);

#endif
