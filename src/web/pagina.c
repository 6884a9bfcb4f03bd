/* SPDX-License-Identifier: EUPL-1.2 */
#include "web/pagina.h"

#include <string.h>

#include "base/clock.h"
#include "base/random.h"
#include "xml/campi.h"
#include "xml/xml.h"

static const struct pagina *const tables[] = {
	pagine_caso, pagine_registro, pagine_redazione, pagine_archivio,
	pagine_ente, pagine_accesso, pagine_comuni,
};

/* ---- finding it ---- */

/* Does the address fit "/cartella/{cartella}"?  What stands at a {name} is any
 * piece without a slash, not empty. */
bool
indirizzo_combacia(struct arena *a, const char *pattern, struct indirizzo *in)
{
	const char *p = pattern, *s = in->via;
	size_t n, len;

	in->n_pezzi = 0;
	while (*p != '\0') {
		if (*p != '{') {
			if (*p++ != *s++)
				return false;
			continue;
		}
		n = strcspn(p, "}");
		len = strcspn(s, "/");
		if (len == 0 || p[n] != '}' ||
		    in->n_pezzi == (int)NELEM(in->pezzi))
			return false;
		in->pezzi[in->n_pezzi++] = (struct coppia){
		    arena_strndup(a, p + 1, n - 1), arena_strndup(a, s, len) };
		p += n + 1;
		s += len;
	}
	return *s == '\0';
}

const struct pagina *
pagina_trova(struct arena *a, struct indirizzo *in)
{
	const struct pagina *p;
	size_t i;

	for (i = 0; i < NELEM(tables); i++)
		for (p = tables[i]; p->via != NULL; p++)
			if (indirizzo_combacia(a, p->via, in))
				return p;
	in->n_pezzi = 0;
	return NULL;
}

/* ---- what it reads ---- */

static const char *
of_query(const struct indirizzo *in, const char *nome, size_t n)
{
	int i;

	for (i = 0; i < in->n_query; i++)
		if (strlen(in->query[i].nome) == n &&
		    strncmp(in->query[i].nome, nome, n) == 0)
			return in->query[i].valore[0] != '\0' ?
			    in->query[i].valore : NULL;
	return NULL;
}

static const char *
of_piece(const struct indirizzo *in, const char *nome, size_t n)
{
	int i;

	for (i = 0; i < in->n_pezzi; i++)
		if (strlen(in->pezzi[i].nome) == n &&
		    strncmp(in->pezzi[i].nome, nome, n) == 0)
			return in->pezzi[i].valore;
	return NULL;
}

/* "{numero}/{anno}" */
static const char *
of_pieces(struct arena *a, const struct indirizzo *in, const char *what)
{
	AUTO_BUF b = { 0 };
	const char *v;
	size_t n;

	for (; *what != '\0'; what++) {
		if (*what != '{') {
			buf_putc(&b, *what);
			continue;
		}
		n = strcspn(++what, "}");
		if ((v = of_piece(in, what, n)) != NULL)
			buf_puts(&b, v);
		what += n;
	}
	return arena_strdup(a, buf_str(&b));
}

/* NULL: the field is left out. */
static const char *
value(struct arena *a, const struct indirizzo *in, const char *what)
{
	const char *v;
	size_t n;

	if (what[0] == '{')
		return of_pieces(a, in, what);
	if (what[0] != '?')
		return what;
	n = strcspn(what + 1, "|");
	if ((v = of_query(in, what + 1, n)) != NULL)
		return v;
	return what[1 + n] == '|' ? what + n + 2 : NULL;
}

#define FIELDS_MAX 32

static int
istanza(struct nodo **out, struct arena *a, const struct parte *p,
    const struct indirizzo *in)
{
	const char *pairs[FIELDS_MAX][2], *v;
	const char *const *c;
	struct nodo *body, *root;
	char id[ID_LEN + 1];
	int n = 0, r;

	for (c = p->campi; c != NULL && *c != NULL; c += 2)
		if (n < FIELDS_MAX && (v = value(a, in, c[1])) != NULL) {
			pairs[n][0] = c[0];
			pairs[n++][1] = v;
		}
	if ((r = campi_build(&body, a, arena_printf(a, "atti/%s", p->atto),
	    p->atto, (const char *const (*)[2])pairs, n)) != 0)
		return r;
	root = nodo_new(a, "istanza");
	random_id(id);
	nodo_set(a, root, "atto", p->atto);
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	nodo_add(root, body);
	*out = root;
	return 0;
}

int
pagina_chiede(struct nodo *richiesta, struct arena *a, const struct pagina *p,
    const struct indirizzo *in)
{
	const struct parte *x;
	struct nodo *reading, *one;
	int r;

	for (x = p->parti; x != NULL && x->atto != NULL; x++) {
		if (x->se != NULL && of_query(in, x->se, strlen(x->se)) == NULL)
			continue;
		if ((r = istanza(&one, a, x, in)) != 0)
			return r;
		reading = nodo_elem(a, richiesta, "lettura");
		if (x->facoltativa)
			nodo_set(a, reading, "facoltativa", "si");
		nodo_add(reading, one);
	}
	return 0;
}

/* ---- printing it ---- */

static void
parameters(struct nodo *to, struct arena *a, const struct coppia *c, int n)
{
	int i;

	for (i = 0; i < n; i++)
		if (c[i].valore[0] != '\0')
			nodo_set(a, nodo_elem_text(a, to, "parametro",
			    c[i].valore), "nome", c[i].nome);
}

/* As it stands in an address. */
static void
encode(struct buf *out, const char *s, bool path)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

	for (; *s != '\0'; s++)
		if (strchr(plain, *s) != NULL || (path && *s == '/'))
			buf_append(out, s, 1);
		else
			buf_printf(out, "%%%02X", (unsigned char)*s);
}

/* This address, to come back to; what was just done is not said twice. */
static const char *
here(struct arena *a, const struct indirizzo *in)
{
	AUTO_BUF b = { 0 };
	const char *sep = "?";
	int i;

	encode(&b, in->via, true);
	for (i = 0; i < in->n_query; i++) {
		const struct coppia *q = &in->query[i];

		if (q->valore[0] == '\0' || strcmp(q->nome, "fatto") == 0 ||
		    strcmp(q->nome, "esito") == 0)
			continue;
		buf_puts(&b, sep);
		encode(&b, q->nome, false);
		buf_puts(&b, "=");
		encode(&b, q->valore, false);
		sep = "&";
	}
	return arena_strndup(a, buf_str(&b), b.len);
}

/* What a form is told by: an id nobody has seen, where it stands, today. */
static void
circumstances(struct nodo *root, struct arena *a, const struct indirizzo *in)
{
	char id[ID_LEN + 1], day[GIORNO_LEN + 1];

	random_id(id);
	clock_day(day, clock_now());
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "oggi", day);
	nodo_set(a, root, "qui", here(a, in));
}

struct nodo *
pagina_albero(struct arena *a, const struct pagina *p,
    const struct indirizzo *in, const struct nodo *risposta)
{
	struct nodo *root = nodo_new(a, "pagina");
	const struct nodo *c;

	circumstances(root, a, in);
	nodo_set(a, root, "via", in->via);
	nodo_set(a, root, "titolo", p->titolo);
	nodo_set(a, root, "sezione", p->sezione);
	nodo_set(a, root, "aiuto", p->aiuto);
	parameters(root, a, in->pezzi, in->n_pezzi);
	parameters(root, a, in->query, in->n_query);
	if (risposta != NULL)
		for (c = risposta->primo; c != NULL; c = c->succ)
			nodo_add(root, nodo_copy(a, c));
	return root;
}

int
pagina_stampa(struct buf *out, const struct pagina *p,
    const struct nodo *albero)
{
	AUTO(arena) a = arena_new();

	return xml_transform(out, arena_printf(a, "web/%s", p->foglio), albero,
	    NULL);
}
