/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * compila.c - an istanza's element from (field, value) pairs.  Order and
 * structure are the schema's; only the values are the person's.
 *
 * Refuses: unknown fields, repetitions the schema does not allow or past the
 * cap, control characters, text that is not UTF-8.
 */
#include <string.h>

#include "base/resource.h"
#include "base/utf8.h"
#include "xml/campi.h"
#include "xml/interno.h"

#define REPEATS_MAX 500

struct build {
	struct arena *a;
	const struct campo *campi;
	struct nodo *root;
	int made;
};

static const struct campo *
field(const struct build *b, const char *percorso)
{
	const struct campo *c;

	for (c = b->campi; c->percorso != NULL; c++)
		if (strcmp(c->percorso, percorso) == 0)
			return c;
	return NULL;
}

/* Place in the schema of the child `nome` of prefix: for the order. */
static int
rank(const struct build *b, const char *prefix, const char *nome)
{
	size_t len = strlen(prefix);
	const struct campo *c;
	const char *tail;
	int i = 0;

	for (c = b->campi; c->percorso != NULL; c++, i++) {
		tail = c->percorso;
		if (len > 0) {
			if (strncmp(tail, prefix, len) != 0 || tail[len] != '.')
				continue;
			tail += len + 1;
		}
		if (strcmp(tail, nome) == 0)
			return i;
	}
	return i;
}

/* A new child in its place: behind those that come before it or are equal. */
static struct nodo *
insert(struct build *b, struct nodo *padre, const char *prefix,
    const char *nome)
{
	struct nodo *n = nodo_new(b->a, nome), *c;
	int mine = rank(b, prefix, nome);

	for (c = nodo_child(padre, NULL); c != NULL; c = nodo_next(c, NULL))
		if (rank(b, prefix, c->nome) > mine) {
			nodo_add_before(c, n);
			return n;
		}
	nodo_add(padre, n);
	return n;
}

static struct nodo *
last(const struct nodo *padre, const char *nome)
{
	struct nodo *c;

	for (c = padre->ultimo; c != NULL; c = c->prec)
		if (c->nome != NULL && strcmp(c->nome, nome) == 0)
			return c;
	return NULL;
}

/* Has the group already a value at the rest of this path? */
static bool
taken(const struct nodo *group, const char *rest)
{
	const char *dot = strchr(rest, '.');
	const struct nodo *c;
	char name[128];

	if (rest[0] == '@')
		return nodo_attr(group, rest + 1) != NULL;
	if (strlen(rest) >= sizeof name)
		return false;
	memcpy(name, rest, strlen(rest) + 1);
	if (dot != NULL)
		name[dot - rest] = '\0';
	if ((c = last(group, name)) == NULL)
		return false;
	return dot == NULL || taken(c, dot + 1);
}

static int
repeated_error(const char *percorso)
{
	return err_set(ERR_INVALID, "il campo «%s» si può dare una volta sola",
	    percorso);
}

/* May a deeper group below this one still open a repetition of its own? */
static bool
deeper_repeats(const struct build *b, const char *percorso, size_t from)
{
	const char *dot = percorso + from;
	const struct campo *c;
	AUTO(arena) a = arena_new();

	while ((dot = strchr(dot + 1, '.')) != NULL) {
		c = field(b, arena_strndup(a, percorso,
		    (size_t)(dot - percorso)));
		if (c != NULL && c->ripetuto)
			return true;
	}
	c = field(b, percorso);
	return c != NULL && c->ripetuto;
}

/* The group that will hold the leaf of this path, opened where needed. */
static int
holder(struct nodo **out, const char **leaf, struct build *b,
    const char *percorso)
{
	struct nodo *at = b->root, *next;
	const char *rest = percorso, *dot, *prefix = "", *name, *full;
	const struct campo *c;

	while ((dot = strchr(rest, '.')) != NULL) {
		name = arena_strndup(b->a, rest, (size_t)(dot - rest));
		full = arena_strndup(b->a, percorso, (size_t)(dot - percorso));
		c = field(b, full);
		next = last(at, name);
		if (next != NULL && c != NULL && c->ripetuto &&
		    taken(next, dot + 1) &&
		    !deeper_repeats(b, percorso, (size_t)(dot - percorso)))
			next = NULL;
		if (next == NULL) {
			if (++b->made > REPEATS_MAX)
				return err_set(ERR_INVALID,
				    "troppe ripetizioni: al massimo %d",
				    REPEATS_MAX);
			next = insert(b, at, prefix, name);
		}
		at = next;
		prefix = full;
		rest = dot + 1;
	}
	*out = at;
	*leaf = rest;
	return 0;
}

static int
check_text(const char *percorso, const char *valore)
{
	if (!utf8_valid(valore, strlen(valore)))
		return err_set(ERR_INVALID, "il campo «%s» non è UTF-8 valido",
		    percorso);
	if (!utf8_plain(valore) || strchr(valore, '\r') != NULL)
		return err_set(ERR_INVALID, "il campo «%s» contiene caratteri "
		    "di controllo, o che cambiano il verso del testo",
		    percorso);
	if (!xml_text_valid(valore))
		return err_set(ERR_INVALID, "il campo «%s» contiene caratteri "
		    "non ammessi", percorso);
	return 0;
}

/* White space of any kind becomes one space, none at the ends. */
static void
join_words(char *s)
{
	char *start = s, *to = s;

	for (; *s != '\0'; s++) {
		if (*s != ' ' && *s != '\t' && *s != '\n')
			*to++ = *s;
		else if (to > start && to[-1] != ' ')
			*to++ = ' ';
	}
	if (to > start && to[-1] == ' ')
		to--;
	*to = '\0';
}

/* The next repetition of a group, still empty. */
static int
open_group(struct build *b, const struct campo *c)
{
	struct nodo *group = NULL;
	const char *leaf = "";
	int r;

	if (!c->ripetuto)
		return repeated_error(c->percorso);
	if ((r = holder(&group, &leaf, b, c->percorso)) != 0)
		return r;
	if (++b->made > REPEATS_MAX)
		return err_set(ERR_INVALID, "troppe ripetizioni: al massimo %d",
		    REPEATS_MAX);
	insert(b, group, leaf == c->percorso ? "" : arena_strndup(b->a,
	    c->percorso, (size_t)(leaf - 1 - c->percorso)), leaf);
	return 0;
}

static int
put(struct build *b, const char *percorso, const char *valore)
{
	const struct campo *c = field(b, percorso);
	struct nodo *group = NULL, *n;
	const char *leaf = "";
	char *nfc = NULL;
	int r;

	if (c != NULL && valore == NULL && strcmp(c->tipo, "gruppo") == 0)
		return open_group(b, c);
	if (c == NULL || valore == NULL ||
	    strcmp(c->tipo, "gruppo") == 0)
		return err_set(ERR_INVALID, "il campo «%s» non esiste",
		    percorso);
	if ((r = check_text(percorso, valore)) != 0 ||
	    (r = utf8_nfc(&nfc, b->a, valore)) != 0 ||
	    (r = holder(&group, &leaf, b, percorso)) != 0)
		return r;
	if (c->una_riga)
		join_words(nfc);
	if (leaf[0] == '@') {
		if (nodo_attr(group, leaf + 1) != NULL)
			return repeated_error(percorso);
		nodo_set(b->a, group, leaf + 1, nfc);
		return 0;
	}
	if (last(group, leaf) != NULL && !c->ripetuto)
		return repeated_error(percorso);
	if (++b->made > REPEATS_MAX)
		return err_set(ERR_INVALID, "troppi valori: al massimo %d",
		    REPEATS_MAX);
	n = insert(b, group, leaf == percorso ? "" : arena_strndup(b->a,
	    percorso, (size_t)(leaf - 1 - percorso)), leaf);
	if (strcmp(c->tipo, "prosa") == 0)
		prosa_parse(b->a, n, nfc);
	else
		nodo_text(b->a, n, nfc);
	return 0;
}

static int
build_all(struct nodo **out, struct build *b, const char *radice,
    const char *const (*coppie)[2], int n)
{
	int r, i;

	b->root = nodo_new(b->a, radice);
	for (i = 0; i < n; i++)
		if ((r = put(b, coppie[i][0], coppie[i][1])) != 0)
			return r;
	*out = b->root;
	return 0;
}

int
campi_aggiungi(struct nodo *root, struct arena *a, const struct campo *campi,
    const char *const (*coppie)[2], int n)
{
	struct build b = { .a = a, .campi = campi, .root = root };
	int r, i;

	for (i = 0; i < n; i++)
		if ((r = put(&b, coppie[i][0], coppie[i][1])) != 0)
			return r;
	return 0;
}

int
campi_insert(struct nodo **out, struct arena *a, const struct campo *campi,
    struct nodo *root, const char *percorso)
{
	struct build b = { .a = a, .campi = campi, .root = root };
	const struct campo *c = field(&b, percorso);
	struct nodo *group = NULL;
	const char *leaf = "";
	int r;

	if (c == NULL || strcmp(c->tipo, "gruppo") == 0)
		return err_set(ERR_ABSENT, "il campo «%s» non esiste",
		    percorso);
	if ((r = holder(&group, &leaf, &b, percorso)) != 0)
		return r;
	*out = insert(&b, group, leaf == percorso ? "" : arena_strndup(a,
	    percorso, (size_t)(leaf - 1 - percorso)), leaf);
	return 0;
}

int
campi_build_bytes(struct nodo **out, struct arena *a, const void *schema,
    size_t len, const char *radice, const char *const (*coppie)[2], int n)
{
	struct build b = { .a = a };
	int r;

	if ((r = campi_load_bytes(&b.campi, a, schema, len, radice)) != 0)
		return r;
	return build_all(out, &b, radice, coppie, n);
}

int
campi_build(struct nodo **out, struct arena *a, const char *schema,
    const char *radice, const char *const (*coppie)[2], int n)
{
	struct build b = { .a = a };
	int r;

	if ((r = campi_load(&b.campi, schema, radice)) != 0)
		return r;
	return build_all(out, &b, radice, coppie, n);
}
