/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tipo.h - a type of document that an office adds without C: what its schema
 * may say, and the closed schema that is made of it.
 *
 * Refuses all that is not the small profile: one root, sequence, choice,
 * elements with named types of comuni.xsd and liste.xsd or of its own, lists
 * of words; every field has its Italian label and an end to its repetitions.
 * No wildcard, no other include, no pattern, no mixed content.
 *
 * The closed schema has in itself what it uses of comuni.xsd and liste.xsd, so
 * that the documents of today stay valid whatever the program says tomorrow;
 * it is written by us from the tree that was checked, never copied.
 */
#ifndef DOCUMENTI_TIPO_H
#define DOCUMENTI_TIPO_H

#include <stdbool.h>

#include "base/buf.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define TIPI_DIR "tipi"		/* in ente/, and in a cartella */

/* `schema` as worker_xml_altrui gives it.  Rilievi say all that is outside the
 * profile, and *out is then left as it was.  fault: our own types. */
int tipo_chiudi(struct buf *out, struct rilievi *ril,
    const struct nodo *schema, const char *nome, int versione) MUST;

/* May a type of that name be adopted?  false: a document of ours, or something
 * a person reads, is called so. */
bool tipo_nome_libero(const char *nome);

/* "tipi/abitazione/schema.xsd" in ente/. */
char *tipo_percorso(struct arena *a, const char *nome, const char *file);

/* Is this a document of an adopted type?  Its version there, or 0. */
int tipo_versione(const struct nodo *doc);

#endif
