/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modulo_albero.c - the form as a tree for its sheet, each rilievo beside the
 * field it speaks of.
 */
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "web/modulo_campi.h"

struct showing {
	struct arena *a;
	const struct modulo_dati *d;
	struct nodo *form;
};

/* ---- the field a rilievo speaks of ---- */

static bool
named(const struct nodo *n, const char *name, size_t len)
{
	const char *p = nodo_attr(n, "percorso"), *dot;

	if (p == NULL)
		return false;
	dot = strrchr(p, '.');
	p = dot != NULL ? dot + 1 : p;
	return strlen(p) == len && strncmp(p, name, len) == 0;
}

/* The k-th <gruppo>, or the <campo>, of that name directly below. */
static struct nodo *
child_named(const struct nodo *n, const char *name, size_t len, long k)
{
	struct nodo *c;
	long seen = 0;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (strcmp(c->nome, "campo") == 0 && named(c, name, len))
			return c;
		if (strcmp(c->nome, "gruppo") == 0 && named(c, name, len) &&
		    ++seen == k)
			return c;
	}
	return NULL;
}

static bool
is_word(const char *s, size_t n, const char *word)
{
	return strlen(word) == n && strncmp(s, word, n) == 0;
}

/* "/istanza/registra/mittente[2]/pec", "mittente/pec": as far as it leads. */
static struct nodo *
field_at(long *k, const struct showing *s, const char *path)
{
	struct nodo *at = s->form, *next;
	size_t n, whole;
	bool top = true;

	*k = 1;
	for (; *path != '\0'; path += whole) {
		path += strspn(path, "/.");
		whole = strcspn(path, "/.");
		n = strcspn(path, "/.[");
		if (top && (is_word(path, n, "istanza") ||
		    is_word(path, n, s->d->atto)))
			continue;
		top = false;
		*k = n < whole ? strtol(path + n + 1, NULL, 10) : 1;
		if (n == 0 || (next = child_named(at, path, n, *k)) == NULL)
			break;
		at = next;
	}
	return at != s->form ? at : NULL;
}

/* "manca «pec» o …" speaks of what is not there yet. */
static struct nodo *
missing_in(const struct nodo *at, const struct nodo *rilievo, struct arena *a)
{
	const char *code = nodo_attr(rilievo, "codice"), *text, *end;

	if (code == NULL || (strcmp(code, "manca") != 0 &&
	    strcmp(code, "inatteso") != 0))
		return NULL;
	text = strstr(nodo_all_text(a, rilievo), "«");
	if (text == NULL || (end = strstr(text, "»")) == NULL)
		return NULL;
	text += strlen("«");
	return child_named(at, text, (size_t)(end - text), 1);
}

/* Words of the schema alone do not say of what. */
static bool
needs_name(const struct nodo *rilievo)
{
	static const char *const codes[] = {
		"formato", "valore", "lunghezza", "vuoto", "inatteso"
	};
	const char *code = nodo_attr(rilievo, "codice");
	size_t i;

	for (i = 0; code != NULL && i < NELEM(codes); i++)
		if (strcmp(codes[i], code) == 0)
			return true;
	return false;
}

static const char *
value_id(const struct nodo *campo, long k)
{
	const struct nodo *v;

	for (v = nodo_child(campo, "valore"); v; v = nodo_next(v, "valore"))
		if (--k == 0)
			return nodo_attr(v, "id");
	return nodo_attr(campo, "id");
}

static bool
confirmed(const struct showing *s, const char *code)
{
	int i;

	for (i = 0; i < s->d->n; i++)
		if (strcmp(s->d->campi[i].nome, "_conferma") == 0 &&
		    strcmp(s->d->campi[i].valore, code) == 0)
			return true;
	return false;
}

static void
one_rilievo(struct showing *s, const struct nodo *rilievo)
{
	struct nodo *r = nodo_copy(s->a, rilievo), *at, *in, *copy;
	const char *path = nodo_attr(r, "percorso");
	long k;

	at = field_at(&k, s, path != NULL ? path : "");
	in = missing_in(at != NULL ? at : s->form, r, s->a);
	if (in != NULL) {
		at = in;
		k = 1;
	}
	if (at != NULL) {
		nodo_set(s->a, r, "campo", strcmp(at->nome, "campo") == 0 ?
		    value_id(at, k) : nodo_attr(at, "id"));
		if (needs_name(r))
			nodo_set(s->a, r, "di", nodo_attr(at, "etichetta"));
	}
	if (nodo_attr(r, "codice") != NULL &&
	    confirmed(s, nodo_attr(r, "codice")))
		nodo_set(s->a, r, "confermato", "si");
	if (at != NULL) {
		copy = nodo_copy(s->a, r);
		nodo_add(at, copy);
		nodo_set(s->a, at, "errato", "si");
	}
	nodo_add(s->form, r);
}

/* A group that holds what is wrong stands open. */
static bool
open_groups(struct arena *a, struct nodo *n)
{
	bool wrong = nodo_attr(n, "errato") != NULL;
	struct nodo *c;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		if ((strcmp(c->nome, "gruppo") == 0 ||
		    strcmp(c->nome, "campo") == 0) && open_groups(a, c))
			wrong = true;
	if (wrong && strcmp(n->nome, "gruppo") == 0)
		nodo_set(a, n, "aperto", "si");
	return wrong;
}

/* ---- the form itself ---- */

static void
kept(struct showing *s, const char *name, const char *as)
{
	int i;

	for (i = 0; i < s->d->n; i++)
		if (strcmp(s->d->campi[i].nome, name) == 0)
			nodo_elem_text(s->a, s->form, as,
			    s->d->campi[i].valore);
}

/* Confirmed before, and not in question now: still confirmed. */
static void
confirmations(struct showing *s, const struct nodo *rilievi)
{
	const struct nodo *r;
	const char *code;
	int i;

	for (i = 0; i < s->d->n; i++) {
		if (strcmp(s->d->campi[i].nome, "_conferma") != 0)
			continue;
		r = rilievi != NULL ? nodo_child(rilievi, "rilievo") : NULL;
		for (; r != NULL; r = nodo_next(r, "rilievo"))
			if ((code = nodo_attr(r, "codice")) != NULL &&
			    strcmp(code, s->d->campi[i].valore) == 0)
				break;
		if (r == NULL)
			nodo_elem_text(s->a, s->form, "conferma",
			    s->d->campi[i].valore);
	}
}

static void
set_head(struct showing *s, const struct nodo *puo)
{
	static const char *const said[] = {
		"sommario", "norma", "file", "firma", "lettera"
	};
	const char *page = modulo_valore(s->d, "_id");
	char id[ID_LEN + 1];
	size_t i;

	random_id(id);
	nodo_set(s->a, s->form, "atto", s->d->atto);
	nodo_set(s->a, s->form, "id",
	    page != NULL && random_id_valid(page) ? page : id);
	nodo_set(s->a, s->form, "ritorno", modulo_ritorno(s->d));
	nodo_set(s->a, s->form, "per", modulo_valore(s->d, "_per"));
	for (i = 0; puo != NULL && i < NELEM(said); i++)
		nodo_set(s->a, s->form, said[i], nodo_attr(puo, said[i]));
}

/* The first thing one types into below n. */
static const char *
first_value(const struct nodo *n)
{
	const struct nodo *c = nodo_child(n, NULL);
	const char *id = NULL;

	for (; c != NULL && id == NULL; c = nodo_next(c, NULL))
		id = strcmp(c->nome, "valore") == 0 ? nodo_attr(c, "id") :
		    first_value(c);
	return id;
}

/* The last group or field at `via`; a field's last value. */
static const char *
last_at(const struct nodo *n, const char *via)
{
	const struct nodo *c, *v;
	const char *id = NULL, *found, *mine;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		mine = nodo_attr(c, strcmp(c->nome, "gruppo") == 0 ? "base" :
		    "via");
		if (mine != NULL && strcmp(mine, via) == 0) {
			found = first_value(c);
			for (v = nodo_child(c, "valore"); v != NULL;
			    v = nodo_next(v, "valore"))
				found = nodo_attr(v, "id");
		} else {
			found = last_at(c, via);
		}
		if (found != NULL)
			id = found;
	}
	return id;
}

/* Where one goes on: in what was added, at the first thing wrong. */
static void
set_focus(struct showing *s)
{
	const char *what = modulo_valore(s->d, "_azione"), *id = NULL;
	const struct nodo *r;

	if (what != NULL && strncmp(what, "aggiungi:", 9) == 0)
		id = last_at(s->form, what + 9);
	for (r = nodo_child(s->form, "rilievo"); r != NULL && id == NULL;
	    r = nodo_next(r, "rilievo"))
		id = nodo_attr(r, "campo");
	nodo_set(s->a, s->form, "fuoco", id);
	if (what != NULL && strncmp(what, "aggiungi:", 9) == 0)
		nodo_set(s->a, s->form, "aggiunto", what + 9);
}

int
modulo_albero(struct nodo **out, struct arena *a, const struct nodo *puo,
    const struct modulo_dati *d, const struct nodo *rilievi)
{
	struct showing s = { .a = a, .d = d, .form = nodo_new(a, "modulo") };
	const struct campo *campi;
	const struct nodo *r;
	int e;

	if ((e = campi_load(&campi, arena_printf(a, "atti/%s", d->atto),
	    d->atto)) != 0)
		return e;
	set_head(&s, puo);
	if (rilievi == NULL)
		nodo_set(a, s.form, "nuovo", "si");
	/* more than fit: that is among the rilievi */
	(void)modulo_riempi(s.form, a, campi, d);
	kept(&s, "_base", "base");
	kept(&s, "_sosta", "sosta");
	kept(&s, "_prima", "prima");
	confirmations(&s, rilievi);
	r = rilievi != NULL ? nodo_child(rilievi, "rilievo") : NULL;
	for (; r != NULL; r = nodo_next(r, "rilievo"))
		one_rilievo(&s, r);
	open_groups(a, s.form);
	set_focus(&s);
	*out = s.form;
	return 0;
}
