/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * nodo.h - what every other room sees of an XML tree.
 *
 * A plain tree in an arena: libxml2 stays inside xml/.  All our documents are
 * in the one namespace XML_NS, so names here are local names.  A text node
 * has nome == NULL.  Adjacent text nodes do not occur in a parsed tree.
 */
#ifndef XML_NODO_H
#define XML_NODO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

#define XML_NS "urn:cartella:1"

struct attr {
	const char *nome, *valore;
	struct attr *succ;
};

struct nodo {
	const char *nome;		/* NULL: a text node */
	const char *testo;		/* of a text node; UTF-8 */
	struct attr *attr;		/* in document order */
	struct nodo *padre;
	struct nodo *primo, *ultimo;	/* children */
	struct nodo *succ, *prec;	/* siblings */
};

/* Making.  Strings are copied into the arena. */
struct nodo *nodo_new(struct arena *a, const char *nome);
void nodo_add(struct nodo *padre, struct nodo *figlio);	/* as last child */
void nodo_add_first(struct nodo *padre, struct nodo *figlio);
void nodo_add_before(struct nodo *punto, struct nodo *nuovo);
void nodo_remove(struct nodo *n);			/* out of its parent */
struct nodo *nodo_elem(struct arena *a, struct nodo *padre, const char *nome);
/* An element with text; a NULL or empty text makes nothing, returns NULL. */
struct nodo *nodo_elem_text(struct arena *a, struct nodo *padre,
    const char *nome, const char *testo);
struct nodo *nodo_elem_printf(struct arena *a, struct nodo *padre,
    const char *nome, const char *fmt, ...) PRINTF(4, 5);
void nodo_text(struct arena *a, struct nodo *padre, const char *testo);
void nodo_set(struct arena *a, struct nodo *n, const char *attr,
    const char *valore);	/* replaces; NULL removes */
struct nodo *nodo_copy(struct arena *a, const struct nodo *n);	/* deep */

/* Asking.  nome NULL = any element.  All return NULL when there is none. */
struct nodo *nodo_child(const struct nodo *n, const char *nome);
struct nodo *nodo_next(const struct nodo *n, const char *nome);
/* How many of that name are directly in it. */
int nodo_count(const struct nodo *n, const char *nome);
const char *nodo_attr(const struct nodo *n, const char *nome);

/*
 * A path of child names, "mittente/denominazione" or "base/testa/@commit";
 * the first match at each step.  nodo_value: the text of an element or of an
 * attribute, NULL when absent.  Element text is all text below it, joined; it
 * may point into the tree or into `a`.
 */
struct nodo *nodo_find(const struct nodo *n, const char *path);
const char *nodo_value(struct arena *a, const struct nodo *n, const char *path);
const char *nodo_all_text(struct arena *a, const struct nodo *n);

/* "/registra/allegato[2]/nome": the place of n, for rilievi and fields. */
char *nodo_path(struct arena *a, const struct nodo *n);

/*
 * The one deterministic form: UTF-8, LF, two spaces a level, attributes
 * sorted, xmlns on the root only; inside p, voce, punto, titolo and cella no
 * white space is added or dropped.  Parse, then write, gives the same bytes.
 */
void nodo_write(struct buf *out, const struct nodo *root);

/* The form that crosses between our processes; reading checks every bound. */
void nodo_pack(struct buf *out, const struct nodo *root);
int nodo_unpack(struct nodo **out, struct arena *a, struct cursor *c) MUST;

#endif
