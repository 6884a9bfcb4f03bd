/* SPDX-License-Identifier: EUPL-1.2 */
#include "worker/istanza.h"

#include <stdio.h>
#include <string.h>

#include "base/resource.h"
#include "base/utf8.h"
#include "xml/xml.h"

#define NOME_MAX 128

bool
schema_shipped(const char *nome)
{
	char path[NOME_MAX];
	int n = snprintf(path, sizeof path, "schema/%s.xsd", nome);

	return n > 0 && (size_t)n < sizeof path && resource_find(path) != NULL;
}

/* A fault in reading is for the person to know, not for the log. */
static int
parse(struct nodo **out, struct rilievi *ril, struct arena *a,
    const void *bytes, size_t n)
{
	int r = xml_parse(out, a, bytes, n, XML_OURS);

	if (r != ERR_INVALID)
		return r;
	rilievo_add(ril, ERRORE, "", "illeggibile", NULL, "%s", err_msg());
	err_clear();
	return 0;
}

/*
 * The text as it will be kept: in NFC.  What shows another text than the one
 * that is there is refused.
 */
static int
clean_text(const char **text, bool *plain, struct arena *a)
{
	char *nfc;
	int r;

	*plain = *plain && utf8_plain(*text);
	if ((r = utf8_nfc(&nfc, a, *text)) == 0)
		*text = nfc;
	return r;
}

static int
clean(struct nodo *n, struct rilievi *ril, struct arena *a)
{
	bool plain = true;
	struct attr *at;
	struct nodo *c;
	int r;

	for (at = n->attr; at != NULL; at = at->succ)
		if ((r = clean_text(&at->valore, &plain, a)) != 0)
			return r;
	for (c = n->primo; c != NULL; c = c->succ) {
		r = c->nome != NULL ? clean(c, ril, a) :
		    clean_text(&c->testo, &plain, a);
		if (r != 0)
			return r;
	}
	if (!plain)
		rilievo_add(ril, ERRORE, nodo_path(a, n), "caratteri", NULL,
		    "contiene caratteri di controllo, o che cambiano il verso "
		    "del testo: riscrivilo senza");
	return 0;
}

/* "atti/<atto>" of the root; NULL when a rilievo says what is wrong. */
static const char *
schema_of(struct rilievi *ril, struct arena *a, const struct nodo *root,
    const char *asked)
{
	const char *atto = nodo_attr(root, "atto"), *schema;

	if (strcmp(root->nome, "istanza") != 0) {
		rilievo_add(ril, ERRORE, nodo_path(a, root), "non-istanza",
		    NULL, "il documento non è un'istanza: il suo primo "
		    "elemento è %.60s, non istanza", root->nome);
		return NULL;
	}
	schema = arena_printf(a, "atti/%.100s", atto != NULL ? atto : "");
	if (atto == NULL || !schema_shipped(schema)) {
		rilievo_add(ril, ERRORE, "/istanza/@atto", "atto-sconosciuto",
		    NULL, "l'istanza chiede un atto che non esiste: «%.60s»",
		    atto != NULL ? atto : "");
		return NULL;
	}
	if (asked != NULL && strcmp(asked, schema) != 0) {
		rilievo_add(ril, ERRORE, "/istanza/@atto", "atto-diverso",
		    NULL, "l'istanza è dell'atto %.60s, non %s", atto,
		    strchr(asked, '/') + 1);
		return NULL;
	}
	return schema;
}

/* "/istanza/registra/oggetto" is "/registra/oggetto" to the rules of an atto
 * and to whoever reads; the envelope keeps its whole path. */
static void
shorten(struct rilievi *ril, const struct nodo *root)
{
	const char *atto = nodo_attr(root, "atto");
	struct rilievo *r;
	size_t n;

	for (r = ril->primo; r != NULL && atto != NULL; r = r->succ) {
		n = strlen(atto);
		if (strncmp(r->percorso, "/istanza/", 9) == 0 &&
		    strncmp(r->percorso + 9, atto, n) == 0 &&
		    strchr("/", r->percorso[9 + n]) != NULL)
			r->percorso += 8;
	}
}

int
documento_leggi(struct nodo **out, struct rilievi *ril, struct arena *a,
    const char *schema, const void *bytes, size_t n)
{
	int r;

	*out = NULL;
	if ((r = parse(out, ril, a, bytes, n)) != 0 || *out == NULL)
		return r;
	return xml_validate(ril, schema, bytes, n);
}

int
istanza_leggi(struct nodo **out, struct rilievi *ril, struct arena *a,
    const char *schema, const void *bytes, size_t n)
{
	int r;

	*out = NULL;
	if ((r = parse(out, ril, a, bytes, n)) != 0 || *out == NULL)
		return r;
	schema = schema_of(ril, a, *out, schema);
	if (schema != NULL &&
	    (r = xml_validate(ril, schema, bytes, n)) != 0)
		return r;
	if ((r = clean(*out, ril, a)) != 0)
		return r;
	shorten(ril, *out);
	return 0;
}
