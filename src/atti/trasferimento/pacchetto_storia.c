/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto_storia.c - of a package: the history of the folder as a git bundle,
 * and the links of the chain (pacchetto.h).
 *
 * Keeps: a bundle carries every past version of what it has; so when one
 * document stays behind, a new history of one commit is given instead, which
 * cites the old ids.  A link that names what stays behind, or another case,
 * is there with its impronta alone.
 */
#include <string.h>

#include "atti/trasferimento/pacchetto.h"
#include "base/clock.h"
#include "base/file.h"

#define FASCIO "data/cartella.bundle"

/* ---- the history ---- */

/* Where what is given stood before: <provenienza>. */
static void
say_origin(struct buf *out, struct pacchetto *p)
{
	struct arena *a = p->op->a;
	struct nodo *root = nodo_new(a, "provenienza"), *n;
	int i;

	nodo_set(a, root, "cartella", p->folder);
	nodo_set(a, root, "commit", p->head);
	nodo_set(a, root, "riferimento", p->riferimento);
	nodo_set(a, root, "versione", "1");
	for (i = 0; i < p->n_doc; i++) {
		n = nodo_elem(a, root, "documento");
		nodo_set(a, n, "percorso", p->doc[i].percorso);
		nodo_set(a, n, "impronta", p->doc[i].impronta);
		nodo_set(a, n, "seq", arena_printf(a, "%lld",
		    (long long)p->doc[i].seq));
		if (pacchetto_copia(p, p->doc[i].percorso) != NULL)
			nodo_set(a, n, "omissis", "si");
	}
	nodo_write(out, root);
}

static int
commit_all(char out[COMMIT_LEN + 1], struct pacchetto *p, struct folder *f)
{
	struct op *op = p->op;
	struct git_author who = { .nome = op->utente, .ora = op->ora,
	    .offset = clock_offset(op->ora) };
	AUTO(stage) s = stage_new(f, "");
	const struct borsa_file *b;
	AUTO_BUF origin = { 0 };
	int i, r;

	who.email = arena_printf(op->a, "%s@cartella.invalid", op->utente);
	for (i = 0; i < p->n_doc; i++) {
		b = borsa_trova(&p->borsa, arena_printf(op->a,
		    "data/documenti/%s", p->doc[i].percorso));
		if ((r = stage_put(s, p->doc[i].percorso, b->p,
		    b->n)) != 0)
			return r;
	}
	say_origin(&origin, p);
	if ((r = stage_put(s, "provenienza.xml", origin.data,
	    origin.len)) != 0)
		return r;
	return stage_commit(out, s, &who, arena_printf(op->a,
	    "pacchetto %s", p->riferimento));
}

/* In a folder that lives only for this. */
static int
bundle_anew(struct buf *out, struct pacchetto *p, const char *dir)
{
	char head[COMMIT_LEN + 1];
	AUTO(folder) f = NULL;
	int r;

	if ((r = folder_create(dir)) != 0 || (r = folder_open(&f, dir)) != 0 ||
	    (r = commit_all(head, p, f)) != 0)
		return r;
	return folder_bundle(out, f, head);
}

static int
new_history(struct buf *out, struct pacchetto *p)
{
	struct arena *a = p->op->a;
	const char *why;
	char *dir;
	int r, e;

	if ((r = dir_temporary(&dir, a)) != 0)
		return r;
	r = bundle_anew(out, p, arena_printf(a, "%s/storia.git", dir));
	why = arena_strdup(a, err_msg());
	if ((e = dir_remove(dir)) != 0 && r == 0)
		return e;
	return r == 0 ? 0 : err_set(r, "%s", why);
}

int
pacchetto_storia(struct pacchetto *p)
{
	struct folder *f;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = archivio_init()) != 0)
		return r;
	if (!p->intero) {
		r = new_history(&b, p);
	} else if ((r = store_folder(&f, p->op->st, p->folder,
	    false)) == 0) {
		r = folder_bundle(&b, f, p->head);
	}
	if (r != 0)
		return r;
	return pacchetto_metti(p, NULL, "storia", FASCIO, &b);
}

/* ---- the chain ---- */

/* Another case's folder, or a path of this one that stays behind? */
static bool
may_show(const struct pacchetto *p, const struct anello *an)
{
	int i;

	for (i = 0; i < an->n_cartelle; i++)
		if (strcmp(an->cartelle[i], p->folder) != 0 &&
		    strncmp(an->cartelle[i], "registro/", 9) != 0)
			return false;
	for (i = 0; i < an->n_documenti; i++)
		if (strcmp(an->documenti[i].cartella, p->folder) == 0 &&
		    !pacchetto_va(p, an->documenti[i].percorso))
			return false;
	return true;
}

struct links {
	struct pacchetto *p;
	struct nodo *list;
};

static int
add_link(void *arg, const struct anello *an, const char *giornale)
{
	struct links *x = arg;
	struct arena *a = x->p->op->a;
	const char *seq = arena_printf(a, "%lld", (long long)an->seq);
	bool whole = may_show(x->p, an);
	AUTO_BUF b = { 0 };
	struct nodo *n;

	(void)giornale;
	/* who has some documents of it is not told how many acts it has */
	if (!whole && x->p->consultazione != NULL)
		return 0;
	n = nodo_elem(a, x->list, "anello");
	nodo_set(a, n, "seq", seq);
	nodo_set(a, n, "impronta", an->impronta);
	if (!whole)
		return 0;
	nodo_set(a, n, "testo", "si");
	anello_text(&b, an);
	return pacchetto_metti(x->p, NULL, "catena", arena_printf(a,
	    "data/catena/%s.txt", seq), &b);
}

int
pacchetto_catena(struct pacchetto *p)
{
	struct links x = { p, nodo_new(p->op->a, "catena") };
	AUTO_BUF b = { 0 };
	int r;

	nodo_set(p->op->a, x.list, "riferimento", p->riferimento);
	if ((r = registro_catena_di(p->op->st->registro, p->folder, add_link,
	    &x)) != 0)
		return r;
	nodo_write(&b, x.list);
	return pacchetto_metti(p, NULL, "catena", "data/catena/catena.xml",
	    &b);
}
