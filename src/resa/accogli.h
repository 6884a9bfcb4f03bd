/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accogli.h - what the files of the intake of a model share.  The order is
 * that of modello_accogli: package, revisions, places, form, fields, sections,
 * names, declarations, package again.  Each step mends the trees or says what
 * is wrong; none stops at the first fault.
 */
#ifndef RESA_ACCOGLI_H
#define RESA_ACCOGLI_H

#include <stdbool.h>

#include "resa/modello.h"
#include "zip/zip.h"

#define ACCOGLI_ERRORI_MAX 40	/* said; then "and others" */
#define ACCOGLI_CAMPI_MAX 20000	/* fields of one model */
#define ACCOGLI_BLOCCHI_MAX 2000	/* sections and tables that have our names */
#define ACCOGLI_PARTI_MAX 150	/* pictures and fonts */
#define ACCOGLI_ANNIDATI_MAX 20	/* one in another */
#define ACCOGLI_FONDO_MAX 120	/* elements in one another: the sheet has more */

/* A list of names: added, then sorted once, then asked. */
struct nomi {
	const char **v;
	int n, cap;
};

/* Where a paragraph stands, as Writer shows it. */
struct luogo {
	const struct nodo *p;
	int pagina;		/* 0: not known */
	int paragrafo;		/* of the page; 0: in a table, a frame … */
	const char *inizio;	/* its first words */
};

struct accogli {
	struct arena *a;
	struct rilievi *ril;
	const struct nodo *dizionario;
	const char *titolo;		/* asked for; then the one there is */

	const void *zip;
	size_t n;
	struct nomi voci;		/* names of its entries */
	size_t spazio;			/* bytes that may still be unpacked */
	struct nodo *contenuto, *stili;	/* odf.h */
	struct zip_part *parti;		/* pictures and fonts that are kept */
	int n_parti, cap_parti;

	struct nomi salti;		/* styles that begin a page */
	struct luogo *luoghi;		/* sorted by p */
	int n_luoghi, cap_luoghi;
	int errori;			/* said */

	struct nomi campi;		/* fields and lists it uses */
	struct nomi scritti;		/* those that had been typed */
};

void nomi_add(struct nomi *p, struct arena *a, const char *s);
void nomi_sort(struct nomi *p);	/* each once */
bool nomi_has(const struct nomi *p, const char *s);

bool accogli_is(const struct nodo *n, const char *nome);	/* of a text: false */
bool accogli_paragraph(const struct nodo *n);		/* text:p, text:h */
/* The nearest element of that name around n, or NULL. */
const struct nodo *accogli_around(const struct nodo *n, const char *nome);
/* Out of the tree, its children in its place. */
void accogli_unwrap(struct nodo *n);
/* A text node, not yet in a tree. */
struct nodo *accogli_text(struct arena *a, const char *s, size_t n);
/* What of a text can be shown on one line: no controls, nothing that turns its
 * direction. */
char *accogli_plain(struct arena *a, const char *s);
/* A name as fields are compared: without blanks around, lower case. */
char *accogli_low(struct arena *a, const char *s);

/* accogli_luogo.c: looks at each paragraph once; then says where. */
void accogli_places(struct accogli *ac);
/* "pagina 2, paragrafo 7 («Il sottoscritto …»)"; "" when there is no place. */
const char *accogli_place(struct accogli *ac, const struct nodo *n);
/* An error, with its place when `dove` is not NULL. */
void accogli_error(struct accogli *ac, const struct nodo *dove,
    const char *codice, const char *fmt, ...) PRINTF(4, 5);
void accogli_warn(struct accogli *ac, const char *codice, const char *fmt, ...)
    PRINTF(3, 4);

/* accogli_pacco.c: opens; 0 also when rilievi say why not. */
int accogli_open(struct accogli *ac) MUST;
bool accogli_has(const struct accogli *ac, const char *nome);
/* Keeps an entry; NULL, or what is wrong with it. */
const char *accogli_keep(struct accogli *ac, const char *nome);
/* Nothing is written when the compiler says what is wrong. */
int accogli_write(struct buf *out, struct accogli *ac) MUST;

/* Each for both trees. */
void accogli_revisions(struct accogli *ac);	/* accogli_revisioni.c */
void accogli_forms(struct accogli *ac);		/* accogli_forma.c */
void accogli_fields(struct accogli *ac);	/* accogli_campi.c */
void accogli_names(struct accogli *ac);		/* accogli_nomi.c */
void accogli_declare(struct accogli *ac);	/* accogli_dichiara.c */
void accogli_language(struct accogli *ac);	/* accogli_lingua.c */
void accogli_fonts(struct accogli *ac);

/* accogli_blocchi.c: the paragraphs that open or close a section. */
struct marca {
	struct nodo *p;
	const char *parola;	/* "ripeti", "se", "se non", "fine" */
	const char *di;		/* the name it opens; of "fine", what it says */
};
/* What is within braces, in lower case: is it such a one? */
bool accogli_mark(struct marca *out, struct arena *a, const char *testo);
void accogli_blocks(struct accogli *ac, const struct marca *m, int n);

#endif
