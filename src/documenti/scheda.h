/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scheda.h - the person a cartella is about: what the schema cannot say.
 */
#ifndef DOCUMENTI_SCHEDA_H
#define DOCUMENTI_SCHEDA_H

#include "base/arena.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define SCHEDA_PERCORSO "scheda.xml"

/* The rules of who the person is (anagrafica.h). */
void scheda_check(struct rilievi *out, const struct nodo *scheda,
    const char *oggi);

/*
 * What of the person's name the text writes out: surname, a given name or the
 * codice fiscale, as whole words, whatever the capitals and the accents.  NULL:
 * nothing; initials are no name.
 */
const char *scheda_nome_in(struct arena *a, const struct nodo *scheda,
    const char *testo);

/* The same of one of whom cognome, nome, codice-fiscale are said. */
const char *persona_nome_in(struct arena *a, const struct nodo *persona,
    const char *testo);

/* "L. B.", of a nome and a cognome; NULL: one is missing. */
const char *persona_iniziali(struct arena *a, const char *nome,
    const char *cognome);
/* "L. B.": of the first given name and of the surname. */
const char *scheda_iniziali(struct arena *a, const struct nodo *scheda);

#endif
