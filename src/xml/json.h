/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * json.h - JSON, written only: what programs that do not want XML are given.
 *
 * A tree becomes JSON by one rule, so that nothing in it depends on how many
 * there happen to be: an attribute is a member "@nome" with a string; the
 * children of one name are a member "nome" with an array, also when there is
 * one; text is a member "#".  An element with neither attributes nor children
 * is a string, and so is prosa, in the marks in which it is typed.  The order
 * of children of different names is lost: who needs it takes the XML.
 */
#ifndef XML_JSON_H
#define XML_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "xml/nodo.h"

#define JSON_DEPTH 600	/* a tree has 256 levels, two each here */

/* A text on its way; `{ .out = &b }` to begin. */
struct json {
	struct buf *out;
	bool righe;			/* a line for each, to be read */
	int livello;
	char apre[JSON_DEPTH];		/* '{' or '[' */
	bool altri[JSON_DEPTH];		/* something stands there already */
};

/* nome is the member's in an object, NULL in an array and at the top. */
void json_object(struct json *j, const char *nome);
void json_array(struct json *j, const char *nome);
void json_end(struct json *j);
void json_string(struct json *j, const char *nome, const char *valore);
void json_int(struct json *j, const char *nome, int64_t valore);
void json_bool(struct json *j, const char *nome, bool valore);
void json_null(struct json *j, const char *nome);

/* The value that stands for an element, by the rule above. */
void json_nodo(struct json *j, const char *nome, const struct nodo *n);

#endif
