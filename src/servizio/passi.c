/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * passi.c - the commits of the folders, as steps of the acts that made them, in
 * the order of the acts.
 *
 * Finds: a commit that no act owns, or out of order; a history of others that is
 * not the one the commit says it goes on from.
 */
#include "servizio/passi.h"

#include <stdlib.h>
#include <string.h>

#include "servizio/rilettura.h"

/* ---- which commits ---- */

static int
add_step(void *arg, const struct git_commit_info *c)
{
	struct passi *x = arg;
	const char *trailer = strstr(c->messaggio, "\nAtto: ");
	const char *before = strstr(c->messaggio, "\n" FOLDER_PRIMA);
	struct passo *p;

	if (strcmp(c->id, x->fermo) == 0)
		return 1;
	if (trailer == NULL) {
		dico(x->conto, x->l, false, x->cartella,
		    "il commit %.12s non appartiene a nessun atto", c->id);
		return 0;
	}
	if (x->n == x->cap) {
		x->cap = x->cap ? x->cap * 2 : 1024;
		x->passo = realloc(x->passo, x->cap * sizeof *x->passo);
		if (x->passo == NULL)
			abort();
	}
	p = &x->passo[x->n++];
	p->seq = strtoll(trailer + 7, NULL, 10);
	/* newest first; an act makes one commit at most in a folder */
	if (p->seq >= x->seguente)
		dico(x->conto, x->l, false, x->cartella, "il commit %.12s è "
		    "dell'atto %lld e ne precede uno dell'atto %lld", c->id,
		    (long long)p->seq, (long long)x->seguente);
	x->seguente = p->seq;
	p->cartella = x->cartella;
	p->autore = arena_strdup(x->a, c->autore);
	p->ora = c->ora;
	memcpy(p->commit, c->id, sizeof p->commit);
	memcpy(p->parent, c->parent, sizeof p->parent);
	p->prima[0] = '\0';
	/* theirs has gone with its provenienza (op_riscrivi) */
	if (before == NULL || c->parent[0] == '\0')
		return 0;
	if (strncmp(before + 1 + strlen(FOLDER_PRIMA), c->parent,
	    COMMIT_LEN) != 0)
		dico(x->conto, x->l, false, x->cartella, "il commit %.12s dice "
		    "di seguire un'altra storia", c->id);
	/* what is before belongs to others */
	memcpy(p->prima, c->parent, sizeof p->prima);
	p->parent[0] = '\0';
	return 1;
}

/* ---- which of them are of the moment ---- */

static int
by_folder(const void *key, const void *element)
{
	return strcmp(key, ((const struct testa *)element)->cartella);
}

static int
is_it(void *arg, const struct git_commit_info *c)
{
	return strcmp(arg, c->id) == 0;
}

static int
act_of(void *arg, const struct git_commit_info *c)
{
	const char *trailer = strstr(c->messaggio, "\nAtto: ");

	*(int64_t *)arg = trailer != NULL ?
	    strtoll(trailer + 7, NULL, 10) : 0;
	return 1;
}

/* Makes of the head that the branch has the one it had then; "" when it had
 * none.  A branch that is not where it could be is read as it is. */
static int
head_then(char head[COMMIT_LEN + 1], struct passi *x, struct folder *f,
    const char *nome)
{
	const struct testa *t;
	int64_t act = 0;
	int r;

	if (x->fin == NULL || head[0] == '\0')
		return 0;
	t = x->fin->n == 0 ? NULL : bsearch(nome, x->fin->teste,
	    (size_t)x->fin->n, sizeof *t, by_folder);
	if (t == NULL) {
		r = folder_history(f, head, act_of, &act);
		if (act > x->fin->ultimo)
			head[0] = '\0';
		return r < 0 ? r : 0;
	}
	if (strlen(t->commit) != COMMIT_LEN || strcmp(t->commit, head) == 0)
		return 0;
	if ((r = folder_history(f, head, is_it,
	    (void *)(intptr_t)t->commit)) == 1)
		memcpy(head, t->commit, COMMIT_LEN);
	return r < 0 ? r : 0;
}

static void
read_history(struct passi *x, struct store *st, const char *nome)
{
	char head[COMMIT_LEN + 1];
	struct folder *f;

	x->cartella = nome;
	x->fermo = "";
	x->seguente = INT64_MAX;
	x->conto->cartelle++;
	if (folder_begun(store_path(x->a, st, nome)))
		return;
	if (store_folder(&f, st, nome, false) != 0 ||
	    folder_head(head, f) != 0 || head_then(head, x, f, nome) != 0 ||
	    (head[0] != '\0' && folder_history(f, head, add_step, x) < 0)) {
		dico(x->conto, x->l, false, nome, "non si legge: %s",
		    err_msg());
		err_clear();
	}
}

void
passi_tutti(struct passi *x, struct store *st, char **folders,
    const struct rilettura_fin *fin)
{
	int i;

	x->fin = fin;
	for (i = 0; folders[i] != NULL; i++) {
		read_history(x, st, folders[i]);
		if (x->l->avanzamento != NULL)
			x->l->avanzamento(x->l->arg, "cartelle", i + 1, 0);
	}
}

void
passi_tratto(struct passi *x, struct store *st,
    const struct cartella_toccata *t)
{
	struct folder *f;

	x->cartella = t->cartella;
	x->fermo = t->prima;
	x->seguente = INT64_MAX;
	if (store_folder(&f, st, x->cartella, false) != 0 ||
	    folder_history(f, t->testa, add_step, x) < 0) {
		dico(x->conto, x->l, false, x->cartella, "non si legge: %s",
		    err_msg());
		err_clear();
	}
	x->conto->cartelle++;
}

static int
by_seq(const void *a, const void *b)
{
	const struct passo *x = a, *y = b;

	if (x->seq != y->seq)
		return x->seq < y->seq ? -1 : 1;
	return strcmp(x->cartella, y->cartella);
}

void
passi_ordina(struct passi *x)
{
	if (x->n > 1)
		qsort(x->passo, x->n, sizeof *x->passo, by_seq);
}

size_t
passi_atto(const struct passi *x, size_t i)
{
	size_t n = 1;

	while (i + n < x->n && x->passo[i + n].seq == x->passo[i].seq)
		n++;
	return n;
}

void
passi_free(struct passi *x)
{
	free(x->passo);
}
