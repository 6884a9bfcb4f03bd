/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/fusione.h"

#include <string.h>

#include "documenti/regole.h"

struct lavoro {
	const struct fusione *f;
	struct rilievi *ril;
	struct nodo *out;
	bool changed;
};

/* ---- a field of a tree ---- */

static const char *
leaf_of(const char *percorso)
{
	const char *dot = strrchr(percorso, '.');

	return dot != NULL ? dot + 1 : percorso;
}

/* The group that holds the field; NULL: it is not there. */
static struct nodo *
group_of(struct arena *a, const struct nodo *root, const char *percorso)
{
	const char *leaf = leaf_of(percorso);
	char *path, *s;

	if (leaf == percorso)
		return (struct nodo *)root;
	path = arena_strndup(a, percorso, (size_t)(leaf - 1 - percorso));
	for (s = path; (s = strchr(s, '.')) != NULL; s++)
		*s = '/';
	return nodo_find(root, path);
}

static struct nodo *
first_of(struct arena *a, const struct nodo *root, const char *percorso)
{
	const struct nodo *group = group_of(a, root, percorso);

	return group != NULL ? nodo_child(group, leaf_of(percorso)) : NULL;
}

/* All values of a field, to be compared, or to be read. */
static const char *
values(struct arena *a, const struct nodo *root, const struct campo *c,
    bool for_people)
{
	bool prosa = strcmp(c->tipo, "prosa") == 0;
	const struct nodo *n;
	AUTO_BUF b = { 0 };

	for (n = first_of(a, root, c->percorso); n != NULL;
	    n = nodo_next(n, leaf_of(c->percorso))) {
		if (!for_people)
			nodo_write(&b, prosa ? prosa_normale(a, n) : n);
		else
			buf_printf(&b, "%s%s", b.len > 0 ? ", " : "",
			    prosa ? prosa_text(a, n) : nodo_all_text(a, n));
	}
	return arena_strdup(a, buf_str(&b));
}

/* ---- changing it ---- */

static const char *
place(struct arena *a, const struct nodo *mio, const char *percorso)
{
	char *path = arena_printf(a, "/%s/%s", mio->nome, percorso), *s;

	for (s = path; (s = strchr(s, '.')) != NULL; s++)
		*s = '/';
	return path;
}

static int
replace(struct lavoro *l, const struct campo *c, const struct nodo *from)
{
	const struct nodo *n, *x;
	struct nodo *old, *new;
	int r;

	while ((old = first_of(l->ril->a, l->out, c->percorso)) != NULL)
		nodo_remove(old);
	for (n = from; n != NULL; n = nodo_next(n, leaf_of(c->percorso))) {
		if ((r = campi_insert(&new, l->ril->a, l->f->campi, l->out,
		    c->percorso)) != 0)
			return r;
		for (x = n->primo; x != NULL; x = x->succ)
			nodo_add(new, nodo_copy(l->ril->a, x));
	}
	l->changed = true;
	return 0;
}

static void
conflict(struct lavoro *l, const struct campo *c, const struct nodo *from)
{
	struct arena *a = l->ril->a;
	const char *is = values(a, l->f->ora, c, true);
	const char *was = values(a, l->f->base, c, true);

	rilievo_add(l->ril, ERRORE, place(a, l->f->mio, c->percorso),
	    "conflitto", NULL, "«%s» è stato cambiato da altri dopo che "
	    "avevi aperto il documento\n  diceva:   %s\n  ora dice: %s\n"
	    "  tu scrivi: %s\nScegli il testo, e mandalo sulla versione di "
	    "ora", c->etichetta, was[0] ? was : "(niente)",
	    is[0] ? is : "(niente)",
	    from != NULL ? values(a, l->f->mio, c, true) : "(niente)");
}

/* One field that `mio` gives (from: its first value) or takes away (NULL). */
static int
change(struct lavoro *l, const struct campo *c, const struct nodo *from)
{
	struct arena *a = l->ril->a;
	const char *is = values(a, l->f->ora, c, false), *was;
	const char *wanted = from != NULL ?
	    values(a, l->f->mio, c, false) : "";

	if (strcmp(wanted, is) == 0)
		return 0;
	if (l->f->base != NULL) {
		was = values(a, l->f->base, c, false);
		if (strcmp(wanted, was) == 0)
			return 0;	/* theirs; I left it as it was */
		if (strcmp(is, was) != 0) {
			conflict(l, c, from);
			return 0;
		}
	}
	return replace(l, c, from);
}

static const struct campo *
leaf_field(const struct fusione *f, const char *percorso)
{
	const struct campo *c;

	for (c = f->campi; c->percorso != NULL; c++)
		if (strcmp(c->percorso, percorso) == 0 &&
		    strcmp(c->tipo, "gruppo") != 0)
			return c;
	return NULL;
}

static int
take_away(struct lavoro *l, const struct nodo *togli)
{
	const char *name = nodo_all_text(l->ril->a, togli);
	const struct campo *c = leaf_field(l->f, name);
	const char *path = nodo_path(l->ril->a, togli);

	if (c == NULL) {
		rilievo_add(l->ril, ERRORE, path, "campo-ignoto", NULL,
		    "non c'è un campo «%s»", name);
		return 0;
	}
	if (c->obbligatorio) {
		rilievo_add(l->ril, ERRORE, path, "obbligatorio", NULL,
		    "«%s» non si può togliere: si cambia con --%s",
		    c->etichetta, name);
		return 0;
	}
	return change(l, c, NULL);
}

int
fusione(struct nodo **out, struct rilievi *ril, const struct fusione *f)
{
	struct lavoro l = { f, ril, nodo_copy(ril->a, f->ora), false };
	int before = ril->errori, r;
	const struct nodo *from;
	const struct campo *c;

	for (c = f->campi; c->percorso != NULL; c++) {
		if (strcmp(c->tipo, "gruppo") == 0)
			continue;
		from = first_of(ril->a, f->mio, c->percorso);
		if (from == NULL && !f->intero)
			continue;
		if ((r = change(&l, c, from)) != 0)
			return r;
	}
	for (from = nodo_child(f->mio, "togli"); from != NULL;
	    from = nodo_next(from, "togli"))
		if ((r = take_away(&l, from)) != 0)
			return r;
	if (!l.changed && ril->errori == before)
		rilievo_add(ril, ERRORE, nodo_path(ril->a, f->mio),
		    "niente-cambia", NULL, "il documento dice già così: non "
		    "c'è niente da cambiare");
	*out = l.out;
	return 0;
}
