/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * innesti.c - the history of others, as it stands in a folder of ours.
 *
 * Finds: a tree that is not the one that came (the provenienza has its id), a
 * folder that goes on from another history, a document whose bytes are not
 * those of its impronta.  Keeps: of their documents the same rows as the act
 * has made; their acts are not replayed.
 */
#include "servizio/innesti.h"

#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "documenti/forma.h"
#include "documenti/percorso.h"
#include "documenti/provenienza.h"

struct esame {
	struct arena *a;
	struct folder *f;
	const struct innesto_dove *dove;
	struct provenienza p;
	innesto_difetto_fn *fn;
	void *arg;
};

static void
tell(struct esame *x, const char *percorso)
{
	x->fn(x->arg, x->dove->cartella, percorso, x->dove->seq);
}

/* ---- the history ---- */

static int
check_tree(struct esame *x, const char *commit, const char *dir)
{
	char is[COMMIT_LEN + 1];
	int r;

	if ((r = folder_tree(is, x->f, commit, dir)) != 0)
		return r;
	return strcmp(is, x->p.albero) == 0 ? 0 : err_set(ERR_INVALID,
	    "non è l'albero che arrivò");
}

static int
check_history(struct esame *x)
{
	const char *prima = x->dove->prima;
	int r;

	if ((r = check_tree(x, x->dove->commit, x->p.sotto)) != 0)
		return r;
	if (!x->p.radice)
		return prima[0] == '\0' ? 0 : err_set(ERR_INVALID,
		    "segue una storia che la provenienza non nomina");
	if (strcmp(prima, x->p.commit) != 0)
		return err_set(ERR_INVALID, "non segue la storia che la "
		    "provenienza nomina");
	return check_tree(x, prima, "");
}

/* ---- documents ---- */

static int
read_one(const struct nodo **out, struct esame *x, const char *path,
    const struct provenienza_documento *d)
{
	char is[IMPRONTA_LEN + 1];
	struct nodo *doc = NULL;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = folder_read(&b, x->f, x->dove->commit, path)) != 0)
		return r;
	hash_hex(is, buf_str(&b), b.len);
	if (strcmp(is, d->impronta) != 0)
		return err_set(ERR_INVALID, "i byte non sono quelli "
		    "dell'impronta che dice la provenienza");
	if (percorso_tipo(path) == NULL &&
	    forma_read(&doc, x->a, b.data, b.len) != 0) {
		err_clear();
		doc = NULL;
	}
	*out = doc;
	return 0;
}

static void
read_all(struct innesto *to, struct esame *x)
{
	const struct provenienza_documento *d;
	const char *path;
	int i;

	for (i = 0; i < x->p.n; i++) {
		d = &x->p.documento[i];
		path = arena_printf(x->a, "%s/%s", x->p.sotto, d->percorso);
		if (read_one(&to->doc[to->n], x, path, d) != 0) {
			tell(x, path);
			continue;
		}
		to->posizione[to->n++] = (struct posizione){ x->dove->seq,
		    x->dove->ora, x->dove->cartella, path, d->impronta,
		    d->impronta, d->tipo };
	}
}

int
innesto_leggi(struct innesto **out, struct arena *a, struct store *st,
    const struct innesto_dove *dove, const struct nodo *provenienza,
    innesto_difetto_fn *fn, void *arg)
{
	struct esame x = { .a = a, .dove = dove, .fn = fn, .arg = arg };
	struct innesto *to = arena_alloc(a, sizeof *to);

	*out = NULL;
	if (provenienza_leggi(&x.p, a, provenienza) != 0 ||
	    store_folder(&x.f, st, dove->cartella, false) != 0) {
		tell(&x, PROVENIENZE_DIR);
		return 0;
	}
	to->cartella = dove->cartella;
	to->sotto = x.p.sotto;
	to->posizione = arena_alloc(a, ((size_t)x.p.n + 1) *
	    sizeof *to->posizione);
	to->doc = arena_alloc(a, ((size_t)x.p.n + 1) *
	    sizeof(const struct nodo *));
	if (check_history(&x) != 0)
		tell(&x, x.p.sotto);
	read_all(to, &x);
	*out = to;
	return 0;
}

bool
innesto_suo(const struct innesto *x, const char *cartella,
    const char *percorso)
{
	size_t n = strlen(x->sotto);

	return strcmp(x->cartella, cartella) == 0 &&
	    strncmp(percorso, x->sotto, n) == 0 && percorso[n] == '/';
}
