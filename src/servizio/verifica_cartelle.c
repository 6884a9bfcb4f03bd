/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica_cartelle.c - every git folder, looked at while others write.
 *
 * What a folder's objects are is true of the head it had; where it stands may
 * have changed since.  So whatever seems wrong is looked at once more, at the
 * head it has under the lock, and only that is told.  The lock is held for the
 * folder's refs and visible files, not for its objects.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/hash.h"
#include "registro/sigilli.h"
#include "registro/verifica.h"
#include "servizio/disposizione.h"
#include "servizio/rilettura.h"
#include "servizio/sigilli.h"
#include "servizio/verifica.h"

#define GIRI 3			/* of a folder that is erased from meanwhile */

struct cartelle {
	struct verifica *v;
	struct testa *teste;
	struct folder_tags *tag;	/* of each */
	int n;
	char (*segno)[IMPRONTA_LEN + 1];	/* of head and tags; for corso */
};

/* What was seen of one. */
struct vista {
	struct referto oggetti, posto;
	struct folder_visto visto;
	const char *luogo;		/* whose defects are being told */
	struct referto *dove;
};

/* ---- the plan ---- */

struct tagging {
	struct cartelle *c;
	int i, *cap;
};

/* They come by folder and name, as the heads do. */
static int
add_tag(void *arg, const struct tag_riga *t)
{
	struct tagging *g = arg;
	struct cartelle *c = g->c;
	struct arena *a = c->v->a;
	struct folder_tags *of;

	while (g->i < c->n && strcmp(c->teste[g->i].cartella,
	    t->cartella) < 0)
		g->i++;
	if (g->i == c->n || strcmp(c->teste[g->i].cartella, t->cartella) != 0)
		return 0;		/* told by who looks at the seals */
	of = &c->tag[g->i];
	of->tag = arena_more(a, of->tag, of->n, &g->cap[g->i],
	    sizeof *of->tag);
	of->tag[of->n++] = (struct tag_ref){ arena_strdup(a, t->nome),
	    arena_strdup(a, t->oggetto), arena_strdup(a, t->commit) };
	return 0;
}

/* Those that acts behind v->dopo wrote in. */
static int
touched(struct cartelle *c)
{
	struct verifica *v = c->v;
	struct toccata *t;
	int r, n, i;

	if ((r = registro_toccate(&t, &n, v->a, v->st->registro,
	    v->dopo)) != 0)
		return r;
	c->teste = arena_alloc(v->a, ((size_t)n + 1) * sizeof *c->teste);
	for (i = 0; i < n; i++)
		if (t[i].testa != NULL)
			c->teste[c->n++] = (struct testa){ t[i].cartella,
			    t[i].testa, t[i].atti };
	return 0;
}

/* What its bytes are looked at for: another head is another thing. */
static void
mark(struct cartelle *c, int i)
{
	const struct tag_ref *t = c->tag[i].tag;
	AUTO_BUF b = { 0 };
	int k;

	buf_printf(&b, "%s %s\n", c->teste[i].cartella, c->teste[i].commit);
	for (k = 0; k < c->tag[i].n; k++)
		buf_printf(&b, "%s %s\n", t[k].nome, t[k].id);
	hash_hex(c->segno[i], b.data, b.len);
}

int
cartelle_pianta(struct cartelle **out, struct verifica *v)
{
	struct cartelle *c = arena_alloc(v->a, sizeof *c);
	struct tagging g = { .c = c };
	int r, i;

	c->v = v;
	if ((r = v->dopo > 0 ? touched(c) : registro_teste(&c->teste, &c->n,
	    v->a, v->st->registro)) != 0)
		return r;
	c->tag = arena_alloc(v->a, ((size_t)c->n + 1) * sizeof *c->tag);
	g.cap = arena_alloc(v->a, ((size_t)c->n + 1) * sizeof *g.cap);
	for (i = 0; v->dopo > 0 && i < c->n; i++)
		if ((r = sigilli_tag_di(&c->tag[i], v->a, v->st->registro,
		    c->teste[i].cartella)) != 0)
			return r;
	if (v->dopo == 0 && (r = registro_ogni_tag(v->st->registro, 0,
	    add_tag, &g)) != 0)
		return r;
	c->segno = arena_alloc(v->a, ((size_t)c->n + 1) * sizeof *c->segno);
	for (i = 0; v->corso.fd >= 0 && i < c->n; i++)
		mark(c, i);
	*out = c;
	return 0;
}

int
cartelle_quante(const struct cartelle *c)
{
	return c->n;
}

int64_t
cartelle_peso(const struct cartelle *c, int i)
{
	return c->teste[i].atti > 0 ? c->teste[i].atti : 1;
}

/* ---- one folder ---- */

static void
defect(void *arg, const char *place, const char *what)
{
	struct vista *x = arg;

	referto_metti(x->dove, false, arena_printf(x->dove->a, "%s/%s",
	    x->luogo, place), what);
}

static void
failed(struct vista *x, struct referto *dove)
{
	referto_metti(dove, false, x->luogo, err_msg());
	err_clear();
}

static void
look(struct vista *x, struct folder *f, const struct testa *t,
    const struct folder_tags *tags, int che, int64_t prima)
{
	struct folder_sguardo g = { che, prima };
	struct folder_visto seen = { 0 };

	x->dove = che == FOLDER_OGGETTI ? &x->oggetti : &x->posto;
	if (folder_look(&seen, f, t->commit, tags, &g, defect, x) != 0)
		failed(x, x->dove);
	else if (che == FOLDER_OGGETTI)
		x->visto = seen;
}

/* The branch as the register has it? */
static void
look_at_branch(struct vista *x, struct folder *f, const struct testa *t)
{
	char head[COMMIT_LEN + 1];

	if (folder_head(head, f) != 0)
		failed(x, &x->posto);
	else if (strcmp(head, t->commit) != 0)
		referto_metti(&x->posto, false, t->cartella,
		    arena_printf(x->posto.a, "il ramo è a %.12s, il registro "
		    "lo dice a %.12s", head, t->commit));
}

static void
look_at_place(struct vista *x, struct folder *f, const struct testa *t,
    const struct folder_tags *tags)
{
	look_at_branch(x, f, t);
	look(x, f, t, tags, FOLDER_POSTO, 0);
}

static void
look_at_bytes(struct vista *x, struct verifica *v, struct folder *f,
    const struct testa *t, const struct folder_tags *tags, int64_t prima)
{
	struct ascolto keep = referto_ascolto(&x->oggetti);
	struct conto ignored = { 0 };

	look(x, f, t, tags, FOLDER_OGGETTI, prima);
	if (verifica_legami(&ignored, v->st, &keep, t->cartella) != 0)
		failed(x, &x->oggetti);
}

static void
vista_new(struct vista *x, struct arena *a, const char *luogo)
{
	*x = (struct vista){ .oggetti.a = a, .posto.a = a, .luogo = luogo };
}

void
cartelle_guarda(struct cartelle *c, int i, struct buf *out)
{
	AUTO(arena) a = arena_new();
	AUTO(folder) f = NULL;
	const struct testa *t = &c->teste[i];
	struct verifica *v = c->v;
	struct vista x;

	vista_new(&x, a, t->cartella);
	if (folder_open(&f, store_path(a, v->st, t->cartella)) != 0) {
		failed(&x, &x.posto);
	} else {
		if (v->dopo == 0 && !corso_ha(&v->corso, c->segno[i])) {
			look_at_bytes(&x, v, f, t, &c->tag[i],
			    v->soli ? 0 : v->inizio);
			if (x.oggetti.n == 0 && x.visto.avanzi == 0)
				corso_segna(&v->corso, c->segno[i]);
		}
		look_at_place(&x, f, t, &c->tag[i]);
	}
	referto_scrivi(out, &x.oggetti);
	referto_scrivi(out, &x.posto);
	buf_u32(out, (uint32_t)x.visto.avanzi);
	buf_block(out, &x.visto, sizeof x.visto);
}

/* ---- once more ---- */

/* Where it stands, under the lock; *t and *tags become those of now. */
static int
place_now(struct vista *x, struct arena *a, struct verifica *v,
    struct testa *t, struct folder_tags *tags)
{
	char commit[TESTA_LEN + 1];
	AUTO(folder) f = NULL;
	struct adesso now;
	int r;

	if ((r = adesso_apri(&now, v)) != 0)
		return r;
	if ((r = registro_testa(commit, &t->atti, now.st->registro,
	    t->cartella)) == 0 && (r = sigilli_tag_di(tags, a,
	    now.st->registro, t->cartella)) == 0) {
		t->commit = arena_strdup(a, commit);
		if ((r = folder_open(&f, store_path(a, v->st,
		    t->cartella))) == 0)
			look_at_place(x, f, t, tags);
	}
	adesso_chiudi(&now);
	return r;
}

/* 1: its branch is where it was.  0: it moved on while we looked. */
static int
still_there(struct verifica *v, const struct testa *t)
{
	char commit[TESTA_LEN + 1];
	struct adesso now;
	int r, atti;

	if ((r = adesso_apri(&now, v)) != 0)
		return r;
	r = registro_testa(commit, &atti, now.st->registro, t->cartella);
	adesso_chiudi(&now);
	return r != 0 ? r : strcmp(commit, t->commit) == 0;
}

static int
look_again(struct vista *x, struct arena *a, struct verifica *v,
    const struct testa *was)
{
	bool bytes = x->oggetti.n > 0;
	struct testa t = *was;
	int r, i;

	for (i = 0; i < GIRI; i++) {
		struct folder_tags tags = { 0 };
		AUTO(folder) f = NULL;
		int64_t now = time(NULL) - 1;

		vista_new(x, a, t.cartella);
		if ((r = place_now(x, a, v, &t, &tags)) != 0)
			return r;
		if (!bytes)
			return 0;
		if ((r = folder_open(&f, store_path(a, v->st,
		    t.cartella))) != 0)
			return r;
		look_at_bytes(x, v, f, &t, &tags, now);
		if (x->oggetti.n == 0 || (r = still_there(v, &t)) != 0)
			return r < 0 ? r : 0;
	}
	return 0;
}

/* ---- what comes of it ---- */

static int
read_vista(struct vista *x, struct cursor *c)
{
	const void *p;
	uint32_t left;
	size_t n;
	int r;

	if ((r = referto_leggi(&x->oggetti, c)) != 0 ||
	    (r = referto_leggi(&x->posto, c)) != 0 ||
	    (r = cursor_u32(&left, c)) != 0 ||
	    (r = cursor_block(&p, &n, c)) != 0)
		return r;
	if (n != sizeof x->visto)
		return err_set(ERR_FAULT, "una risposta è corta");
	memcpy(&x->visto, p, n);
	return 0;
}

static void
tell_acts(struct verifica *v, const struct testa *t)
{
	int atti;

	if (registro_giornale(&atti, v->st->registro, t->cartella) != 0)
		verifica_errore(v, "registro testa");
	else if (atti != t->atti)
		dico(v->conto, v->l, false, "registro testa", "%s: %d atti, "
		    "ma la catena ne ha %d", t->cartella, t->atti, atti);
}

void
cartelle_dici(struct cartelle *c, int i, struct cursor *done)
{
	AUTO(arena) a = arena_new();
	const struct testa *t = &c->teste[i];
	struct verifica *v = c->v;
	struct vista x;

	tell_acts(v, t);
	v->ripresi += corso_ha(&v->corso, c->segno[i]);
	vista_new(&x, a, t->cartella);
	if (done == NULL || read_vista(&x, done) != 0) {
		err_clear();
		dico(v->conto, v->l, false, t->cartella, "non è stata guardata: "
		    "il processo che la guardava è finito prima");
		return;
	}
	v->conto->oggetti += x.visto.oggetti;
	v->conto->byte += x.visto.byte;
	if (x.oggetti.n + x.posto.n > 0 && !v->soli &&
	    look_again(&x, a, v, t) != 0)
		verifica_errore(v, t->cartella);
	referto_dici(v, &x.posto);
	referto_dici(v, &x.oggetti);
	if (x.visto.avanzi > 0)
		dico(v->conto, v->l, true, t->cartella,
		    "%d oggetti di atti interrotti", x.visto.avanzi);
}

/* ---- those the register does not know ---- */

/* Under the lock: none is being made. */
static void
tell_unknown(struct verifica *v, struct store *now, const char *nome)
{
	char commit[TESTA_LEN + 1];
	bool begun;
	int atti;

	if (registro_testa(commit, &atti, now->registro, nome) != 0) {
		verifica_errore(v, nome);
		return;
	}
	if (commit[0] != '\0')
		return;			/* made since */
	begun = folder_begun(store_path(v->a, now, nome));
	dico(v->conto, v->l, begun, nome, begun ?
	    "vuota, di un atto interrotto" : "il registro non la conosce");
}

static int
by_name(const void *key, const void *element)
{
	return strcmp(key, ((const struct testa *)element)->cartella);
}

int
cartelle_ignote(struct cartelle *c)
{
	struct verifica *v = c->v;
	struct adesso now;
	char **names;
	int r, i;

	if ((r = rilettura_folders(&names, v->a, v->st)) != 0)
		return r;
	for (i = 0; names[i] != NULL; i++) {
		if (c->n > 0 && bsearch(names[i], c->teste, (size_t)c->n,
		    sizeof *c->teste, by_name) != NULL)
			continue;
		if ((r = adesso_apri(&now, v)) != 0)
			return r;
		tell_unknown(v, now.st, names[i]);
		adesso_chiudi(&now);
	}
	return 0;
}
