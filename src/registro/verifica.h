/* SPDX-License-Identifier: EUPL-1.2 */
/* verifica.h - what a verification from an act on asks of the register. */
#ifndef REGISTRO_VERIFICA_H
#define REGISTRO_VERIFICA_H

#include "registro/registro.h"

/* A folder that acts behind `dopo` wrote in: the head it had, "" when none, and
 * the one it has; NULL when the register does not say. */
struct toccata {
	const char *cartella, *prima, *testa;
	int atti;
};
int registro_toccate(struct toccata **out, int *n, struct arena *a,
    struct registro *r, int64_t dopo) MUST;

/* The attachments that those acts brought, sorted, each once. */
int registro_allegati_dopo(const char ***out, int *n, struct arena *a,
    struct registro *r, int64_t dopo) MUST;
/* SHA-256 of "<act> <impronta>\n" for each attachment of the acts up to `fino`,
 * in order. */
int registro_allegati_manifesto(char out[IMPRONTA_LEN + 1],
    struct registro *r, int64_t fino) MUST;

/* The last sealed day that ends with act `fino` or before, by a key that nobody
 * stole.  absent: none; invalid: rows by which its seal is verified are missing. */
int registro_giorno_chiuso(const char **data, int64_t *ultimo,
    struct arena *a, struct registro *r, int64_t fino) MUST;

/* The schema of the file against schema/registro.sql, word for word. */
int registro_schema(struct registro *r, differenza_fn *fn, void *arg) MUST;

#endif
