/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dizionario.c - the fields a kind of paper has, and what a word was meant
 * to be when there is none of that name.
 *
 * Refuses names that nobody can have written in good faith: nothing longer
 * than NAME_MAX_LEN is looked for.
 */
#include "resa/modello.h"

#include <stdbool.h>
#include <string.h>

#include "base/resource.h"
#include "xml/xml.h"

#define NAME_MAX_LEN 80		/* bytes of a field's name */
#define DEPTH_MAX 8		/* sets within sets */
#define LIBERO "libero."

static bool
is(const struct nodo *n, const char *nome)
{
	return n->nome != NULL && strcmp(n->nome, nome) == 0;
}

static int
campi_read(struct nodo **out, struct arena *a)
{
	const struct resource *res = resource_find("templates/campi.xml");

	if (res == NULL)
		return err_set(ERR_ABSENT, "manca il dizionario dei campi");
	return xml_parse(out, a, res->data, res->size, XML_OURS);
}

/* The child of `n` whose attribute "nome" is that. */
static struct nodo *
named(const struct nodo *n, const char *elemento, const char *nome)
{
	struct nodo *c;
	const char *s;

	for (c = nodo_child(n, elemento); c != NULL; c = nodo_next(c, elemento))
		if ((s = nodo_attr(c, "nome")) != NULL && strcmp(s, nome) == 0)
			return c;
	return NULL;
}

/* A field, or a list with what is said of it as its first text. */
static void
take(struct nodo *to, struct arena *a, const struct nodo *c)
{
	const char *aiuto;
	struct nodo *n;

	if (named(to, NULL, nodo_attr(c, "nome")) != NULL)
		return;		/* of two sets that both have it */
	n = nodo_elem(a, to, c->nome);
	for (const struct attr *at = c->attr; at != NULL; at = at->succ)
		if (strcmp(at->nome, "aiuto") != 0)
			nodo_set(a, n, at->nome, at->valore);
	if ((aiuto = nodo_attr(c, "aiuto")) != NULL)
		nodo_text(a, n, aiuto);
	for (c = c->primo; c != NULL; c = c->succ) {
		if (c->nome == NULL)
			nodo_text(a, n, c->testo);
		else if (nodo_attr(c, "nome") != NULL)
			take(n, a, c);
	}
}

/* What `da` lists itself, and what the sets it uses do. */
static int
gather(struct nodo *to, struct arena *a, const struct nodo *campi,
    const struct nodo *da, int depth)
{
	const char *insieme;
	struct nodo *c, *set;
	int r;

	if (depth > DEPTH_MAX)
		return err_set(ERR_FAULT, "nel dizionario dei campi un insieme "
		    "usa se stesso");
	for (c = nodo_child(da, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if ((insieme = nodo_attr(c, "insieme")) == NULL) {
			if (nodo_attr(c, "nome") != NULL)
				take(to, a, c);
			continue;
		}
		if ((set = named(campi, "insieme", insieme)) == NULL)
			return err_set(ERR_FAULT, "il dizionario dei campi non "
			    "ha l'insieme «%s»", insieme);
		if ((r = gather(to, a, campi, set, depth + 1)) != 0)
			return r;
	}
	return 0;
}

int
dizionario_di(struct nodo **out, struct arena *a, const char *carta)
{
	const char *denominazione;
	struct nodo *campi, *kind, *d;
	int r;

	if ((r = campi_read(&campi, a)) != 0)
		return r;
	if ((kind = named(campi, "carta", carta)) == NULL)
		return err_set(ERR_ABSENT, "non c'è la carta «%s»", carta);
	d = nodo_new(a, "dizionario");
	nodo_set(a, d, "carta", carta);
	if ((denominazione = nodo_attr(kind, "denominazione")) != NULL)
		nodo_set(a, d, "denominazione", denominazione);
	if ((r = gather(d, a, campi, kind, 0)) != 0)
		return r;
	*out = d;
	return 0;
}

int
dizionario_carte(const char *const **out, struct arena *a)
{
	const char **list = NULL, *nome;
	int n = 0, cap = 0, r;
	struct nodo *campi, *c;

	if ((r = campi_read(&campi, a)) != 0)
		return r;
	for (c = nodo_child(campi, "carta"); c != NULL;
	    c = nodo_next(c, "carta")) {
		if ((nome = nodo_attr(c, "nome")) == NULL)
			continue;
		list = arena_more(a, list, n, &cap, sizeof *list);
		list[n++] = nome;
	}
	list = arena_more(a, list, n, &cap, sizeof *list);
	list[n] = NULL;
	*out = list;
	return 0;
}

/* ---- names ---- */

static bool
lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* [a-z][a-z0-9-]{0,60}, the last a letter: digits at the end do not count. */
static bool
libero_valid(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return lower(s[0]) && s[n] == '\0' && n <= 61 && lower(s[n - 1]);
}

static const struct nodo *
find(const struct nodo *d, const char *nome)
{
	const struct nodo *c, *found;
	const char *s;

	for (c = nodo_child(d, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if ((s = nodo_attr(c, "nome")) == NULL)
			continue;
		if (strcmp(s, nome) == 0)
			return c;
		if (is(c, "elenco") && (found = find(c, nome)) != NULL)
			return found;
	}
	return NULL;
}

const struct nodo *
dizionario_trova(const struct nodo *d, struct arena *a, const char *nome)
{
	const char *parola = nome + strlen(LIBERO);
	struct nodo *n;

	if (strlen(nome) > NAME_MAX_LEN)
		return NULL;
	if (strncmp(nome, LIBERO, strlen(LIBERO)) != 0)
		return find(d, nome);
	if (!libero_valid(parola))
		return NULL;
	n = nodo_new(a, "campo");
	nodo_set(a, n, "nome", nome);
	nodo_set(a, n, "via", arena_printf(a, "libero[@nome='%s']", parola));
	nodo_set(a, n, "tipo", "testo");
	nodo_set(a, n, "esempio", parola);
	nodo_text(a, n, "ciò che si chiede a chi scrive");
	return n;
}

/* ---- the nearest ---- */

static size_t
least(size_t x, size_t y)
{
	return x < y ? x : y;
}

/* Letters to change, add or take away (Levenshtein), in bytes; capitals are
 * small letters here, "_" and " " are "-". */
static size_t
distance(const char *s, const char *t)
{
	size_t row[NAME_MAX_LEN + 1], n = strlen(t), i, j, diagonal, above;

	if (n > NAME_MAX_LEN)
		return NAME_MAX_LEN;
	for (j = 0; j <= n; j++)
		row[j] = j;
	for (i = 0; s[i] != '\0'; i++) {
		char c = s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] + 32) :
		    s[i] == '_' || s[i] == ' ' ? '-' : s[i];

		diagonal = row[0];
		row[0] = i + 1;
		for (j = 1; j <= n; j++) {
			above = row[j];
			row[j] = least(least(above, row[j - 1]) + 1,
			    diagonal + (c != t[j - 1]));
			diagonal = above;
		}
	}
	return row[n];
}

/* How far a name is from what was written; its last words alone count as
 * one letter off ("cognome", "minore.cognome"). */
static size_t
far_from(const char *scritto, const char *nome)
{
	size_t best = distance(scritto, nome), d;
	const char *dot;

	for (dot = strchr(nome, '.'); dot != NULL; dot = strchr(dot + 1, '.')) {
		d = distance(scritto, dot + 1) + 1;
		best = least(best, d);
	}
	return best;
}

static void
nearest(const char **out, size_t *best, const struct nodo *d,
    const char *scritto)
{
	const struct nodo *c;
	const char *nome;
	size_t far;

	for (c = nodo_child(d, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if ((nome = nodo_attr(c, "nome")) == NULL)
			continue;
		if ((far = far_from(scritto, nome)) < *best) {
			*best = far;
			*out = nome;
		}
		if (is(c, "elenco"))
			nearest(out, best, c, scritto);
	}
}

const char *
dizionario_vicino(const struct nodo *d, struct arena *a, const char *nome)
{
	size_t len = strlen(nome), best = least(2 + len / 4, 6);
	const char *out = NULL;

	if (len == 0 || len > NAME_MAX_LEN)
		return NULL;
	(void)a;
	nearest(&out, &best, d, nome);
	return out;
}
