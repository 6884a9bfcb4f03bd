/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * persone.h - the people named in the cases: found while a name is typed, or
 * because they look the same; cartelle that are one person's; the comuni of a
 * cartella.
 *
 * All that is found is of cases this eye sees, with the atto of the eye; a
 * case it does not see changes nothing of the answer.
 */
#ifndef REGISTRO_PERSONE_H
#define REGISTRO_PERSONE_H

#include "registro/registro.h"

struct persona {
	struct numero caso;		/* a cartella or an accesso */
	const char *ruolo;		/* "" the person it is about; "madre" */
	const char *cognome, *nome;
	const char *nascita, *codice_fiscale;	/* or NULL */
	const char *suono, *parole;
	const char *tipo;		/* of the document that names him */
	int64_t id;
	const char *chiave;		/* the word that was found */
	int grado;			/* 0 is best: see registro_persone */
	struct persona *succ;
};

#define PERSONE_LIMITE 20		/* as many are shown */

/*
 * Whoever has a word that begins with each word of `cercato`: names, a birth
 * ("01/03/2018", "2018-03-01"), a codice fiscale; if those are few, also who
 * sounds so (grado >= 10).  Best first; each person of a case once; *altri:
 * there are more.  invalid: no word of two characters at least.
 */
int registro_persone(struct persona **out, bool *altri, struct arena *a,
    struct registro *r, const struct occhio *o, const char *cercato) MUST;

/* Who has this codice fiscale (NULL: none), or sounds like this name and was
 * born that day (NULL: not known).  Each person of a case once. */
int registro_persone_simili(struct persona **out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct persona *p) MUST;

/* The person a case is about; absent: none, or hidden. */
int registro_interessato(struct persona *out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n) MUST;

/* The cartelle of the same person that this eye sees, n itself first. */
int registro_persona_unite(struct numero **out, int *n_out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n) MUST;
/* 1 or 0.  No permission asked: for esamina, when both are seen. */
int registro_persona_unita(struct registro *r, const struct numero *n,
    const struct numero *con) MUST;

/* Adds <comune tipo= codice= dal= al= fonte=> with the name, for each that
 * holds on that day. */
int registro_vista_comuni(struct nodo *vista, struct arena *a,
    struct registro *r, const struct numero *cartella, const char *giorno)
    MUST;

#endif
