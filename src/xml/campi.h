/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * campi.h - the fields of an istanza, read from its schema.
 *
 * Options of the command line, forms and blank istanze all come from here:
 * an atto declares its fields once, in its XSD (the small profile of
 * architettura: sequence, choice, named types, no wildcards).
 */
#ifndef XML_CAMPI_H
#define XML_CAMPI_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "xml/nodo.h"

struct campo {
	const char *percorso;	/* "mittente.denominazione", "voce.@tipo" */
	const char *etichetta;	/* first xs:documentation, Italian */
	const char *tipo;	/* "testo", "data", "prosa", "si-no", "scelta",
				 * "intero", "gruppo" (has fields below) */
	const char *nome_tipo;	/* its type's name in the schema, "utente-id";
				 * "": it is written in the field itself */
	const char *const *scelte;	/* of "scelta": NULL-ended values */
	const char *const *parole;	/* what each of them means; "": what
					 * it says itself */
	bool obbligatorio, ripetuto;
	bool una_riga;		/* white space becomes one space */
	int livello;		/* 0 = directly below the atto */
};

/*
 * The fields below element `radice` of the shipped schema, in schema order,
 * groups before what they contain; ended by a NULL percorso; read once and kept
 * as long as the process lives.  absent: no such schema or element.
 */
int campi_load(const struct campo **out, const char *schema,
    const char *radice) MUST;

/*
 * Builds <radice> from (percorso, valore) pairs in any order: the order and
 * structure are the schema's.  A leaf given again opens a new repetition of
 * the nearest repeated group (or of itself).  "prosa" values are what
 * prosa_parse reads.  A repeated group with NULL opens its next repetition, to
 * which what follows belongs.
 * invalid: an unknown field, or one repeated that may not be; at most 500.
 */
int campi_build(struct nodo **out, struct arena *a, const char *schema,
    const char *radice, const char *const (*coppie)[2], int n) MUST;

/* Both with a schema given as bytes (ente/tipi/). */
int campi_load_bytes(const struct campo **out, struct arena *a,
    const void *schema, size_t len, const char *radice) MUST;
int campi_build_bytes(struct nodo **out, struct arena *a, const void *schema,
    size_t len, const char *radice, const char *const (*coppie)[2], int n)
    MUST;

/*
 * A new element for the field `percorso`, still empty, in its place below
 * root, which is a document of those campi; groups are opened where they are
 * missing.  absent: no such field, or a group.
 */
int campi_insert(struct nodo **out, struct arena *a, const struct campo *campi,
    struct nodo *root, const char *percorso) MUST;

/* Values for a tree that is there already, built or read, as campi_build puts
 * them. */
int campi_aggiungi(struct nodo *root, struct arena *a,
    const struct campo *campi, const char *const (*coppie)[2], int n) MUST;

/*
 * Plain text → children of a prosa element, and back (for textareas): blank
 * line = paragraph, "- " = item, "1. " = numbered item, "# " = heading,
 * "| a | b |" = row of a table, *…* = bold, _…_ = italic, \ before a mark = the
 * character.
 */
void prosa_parse(struct arena *a, struct nodo *prosa, const char *testo);
char *prosa_text(struct arena *a, const struct nodo *prosa);

/* One line or cell of it to be read, not to be typed: marks stand within words
 * too, and a number, which those before it give, is "n. ". */
char *prosa_scritta(struct arena *a, const struct nodo *n);

/* Is all below n prosa?  Is n a line of it (p, voce, punto, titolo)?  Others
 * of our documents have a titolo or a punto that are none. */
bool prosa_sotto(const struct nodo *n);
bool prosa_blocco(const struct nodo *n);

/*
 * The same prosa in its one form: one blank for any white space, none at the
 * ends, no empty lines, rows of the same length, the same bold and italic in
 * the same elements.  What is printed and read back is this.
 */
struct nodo *prosa_normale(struct arena *a, const struct nodo *prosa);

#endif
