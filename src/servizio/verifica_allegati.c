/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica_allegati.c - the bytes of every attachment against its name, those
 * the chain names against those that are there.
 *
 * One piece of work is a directory allegati/ab of a year.  What seems wrong is
 * looked at once more before it is told: an act may have destroyed it, or
 * brought it, meanwhile.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "archivio/allegato.h"
#include "base/file.h"
#include "base/hash.h"
#include "registro/distrutti.h"
#include "servizio/rilettura.h"
#include "servizio/verifica.h"

#define PESO 50			/* of a directory, in acts */

struct secchio {
	const char *anno;		/* "registro/2026/allegati" */
	const char *dir, *path;		/* of the year; of the directory */
};

struct allegati {
	struct verifica *v;
	char **names;			/* improntas the chain knows, sorted */
	int n;
	unsigned char *visto;		/* of each: there; shared */
	struct secchio *secchio;
	int n_secchi, cap;
	const char *anno;		/* whose leftovers are being counted */
	int avanzi;
};

/* ---- the plan ---- */

static int
add_year(struct allegati *x, const char *year)
{
	struct arena *a = x->v->a;
	const char *rel = arena_printf(a, "registro/%s/allegati", year);
	const char *dir = store_path(a, x->v->st, rel);
	char **names;
	int r;

	if (strlen(year) != 4 || !dir_exists(dir))
		return 0;
	if ((r = dir_list(&names, a, dir)) != 0)
		return r;
	for (; *names != NULL; names++) {
		x->secchio = arena_more(a, x->secchio, x->n_secchi, &x->cap,
		    sizeof *x->secchio);
		x->secchio[x->n_secchi++] = (struct secchio){ rel, dir,
		    arena_printf(a, "%s/%s", dir, *names) };
	}
	return 0;
}

static int
add_years(struct allegati *x)
{
	const char *dir = store_path(x->v->a, x->v->st, "registro");
	char **names;
	int r;

	if (!dir_exists(dir))
		return 0;
	if ((r = dir_list(&names, x->v->a, dir)) != 0)
		return r;
	for (; *names != NULL; names++)
		if ((r = add_year(x, *names)) != 0)
			return r;
	return 0;
}

int
allegati_pianta(struct allegati **out, struct verifica *v)
{
	struct allegati *x = arena_alloc(v->a, sizeof *x);
	int r;

	x->v = v;
	x->anno = "";
	if ((r = registro_allegati(&x->names, &x->n, v->a,
	    v->st->registro)) != 0 || (r = add_years(x)) != 0)
		return r;
	x->visto = mmap(NULL, (size_t)x->n + 1, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (x->visto == MAP_FAILED)
		return err_sys("memoria da dividere");
	*out = x;
	return 0;
}

void
allegati_free(struct allegati *x)
{
	if (x != NULL)
		munmap(x->visto, (size_t)x->n + 1);
}

int
allegati_quanti(const struct allegati *x)
{
	return x->n_secchi;
}

int64_t
allegati_peso(const struct allegati *x, int i)
{
	(void)x;
	(void)i;
	return PESO;
}

/* ---- one directory ---- */

static int
by_text(const void *key, const void *element)
{
	return strcmp(key, *(char *const *)element);
}

/* Where it stands among those of the chain; -1: nowhere. */
static int
place_of(const struct allegati *x, const char *impronta)
{
	char **at = x->n == 0 ? NULL : bsearch(impronta, x->names,
	    (size_t)x->n, sizeof *x->names, by_text);

	return at == NULL ? -1 : (int)(at - x->names);
}

struct veduta {				/* of a directory */
	struct buf dubbi;		/* name and text of each that is wrong */
	struct buf ignoti;		/* names the chain does not have */
	uint32_t n_dubbi, n_ignoti, n;
	bool gia;
	int64_t byte;
};

static void
doubt(struct veduta *w, const char *name, const char *what)
{
	buf_block(&w->dubbi, name, strlen(name));
	buf_block(&w->dubbi, what, strlen(what));
	w->n_dubbi++;
}

/* One the chain does not name; one so young may be of an act being done. */
static void
look_at_unknown(const struct allegati *x, struct veduta *w, const char *name,
    const struct stat *st)
{
	if (!x->v->soli && st->st_ctime >= x->v->inizio)
		return;
	buf_block(&w->ignoti, name, strlen(name));
	w->n_ignoti++;
}

/* `gia`: its bytes were looked at by the one that was cut short. */
static void
look_at_file(struct allegati *x, struct veduta *w, const struct secchio *s,
    const char *name, bool gia)
{
	AUTO(arena) a = arena_new();
	struct stat st = { 0 };
	int at;

	w->n++;
	if (!hash_valid(name)) {
		doubt(w, name, arena_printf(a, "%s non è il nome di un "
		    "allegato", name));
		return;
	}
	if ((at = place_of(x, name)) >= 0)
		x->visto[at] = 1;
	if (lstat(arena_printf(a, "%s/%s", s->path, name), &st) == 0)
		w->byte += st.st_size;
	if (!gia && allegato_check(s->dir, name) != 0) {
		doubt(w, name, err_msg());
		err_clear();
	} else if (at < 0) {
		look_at_unknown(x, w, name, &st);
	}
}

/* Of the directory, its path and the names in it. */
static void
mark(char out[IMPRONTA_LEN + 1], const struct secchio *s, char **names)
{
	AUTO_BUF b = { 0 };

	buf_printf(&b, "%s\n", s->path);
	for (; *names != NULL; names++)
		buf_printf(&b, "%s\n", *names);
	hash_hex(out, b.data, b.len);
}

static void
look_at_directory(struct allegati *x, struct veduta *w,
    const struct secchio *s, char **names)
{
	char segno[IMPRONTA_LEN + 1];
	bool gia;

	mark(segno, s, names);
	gia = corso_ha(&x->v->corso, segno);
	for (; *names != NULL; names++)
		look_at_file(x, w, s, *names, gia);
	if (!gia && w->n_dubbi == 0)
		corso_segna(&x->v->corso, segno);
	w->gia = gia;
}

void
allegati_guarda(struct allegati *x, int i, struct buf *out)
{
	const struct secchio *s = &x->secchio[i];
	AUTO(arena) a = arena_new();
	struct veduta w = { 0 };
	char **names;

	if (dir_list(&names, a, s->path) != 0) {
		doubt(&w, "", err_msg());
		err_clear();
	} else {
		look_at_directory(x, &w, s, names);
	}
	buf_u32(out, w.gia);
	buf_u32(out, w.n);
	buf_block(out, &w.byte, sizeof w.byte);
	buf_u32(out, w.n_dubbi);
	buf_append(out, w.dubbi.data, w.dubbi.len);
	buf_u32(out, w.n_ignoti);
	buf_append(out, w.ignoti.data, w.ignoti.len);
	buf_free(&w.dubbi);
	buf_free(&w.ignoti);
}

/* ---- once more, and what comes of it ---- */

/* 1: an act has destroyed it since. */
static int
destroyed_since(struct verifica *v, const char *impronta)
{
	struct adesso now;
	int r;

	if (v->soli)
		return 0;
	if ((r = adesso_apri(&now, v)) != 0)
		return r;
	r = registro_distrutto(NULL, NULL, now.st->registro, impronta);
	adesso_chiudi(&now);
	return r;
}

static void
tell_doubt(struct allegati *x, const struct secchio *s, const char *name,
    const char *what)
{
	struct verifica *v = x->v;
	int r = 0;

	if (hash_valid(name) && !file_exists(allegato_path(v->a, s->dir,
	    name)) && (r = destroyed_since(v, name)) == 1)
		return;
	if (r < 0)
		verifica_errore(v, s->path);
	dico(v->conto, v->l, false, s->path, "%s", what);
}

/* Of the one whose turn is over. */
static void
tell_leftovers(struct allegati *x)
{
	if (x->avanzi > 0)
		dico(x->v->conto, x->v->l, true, x->anno,
		    "%d allegati di atti interrotti", x->avanzi);
	x->avanzi = 0;
}

/* Of those the chain did not have, those it still does not have. */
static int
count_unknown(struct allegati *x, struct arena *a, struct cursor *c)
{
	const char **years;
	struct adesso now;
	const void *p;
	int r = 0, n;
	uint32_t left;
	size_t len;

	if ((r = cursor_u32(&left, c)) != 0 || left == 0 ||
	    (r = adesso_apri(&now, x->v)) != 0)
		return r;
	for (; left > 0 && r == 0; left--) {
		if ((r = cursor_block(&p, &len, c)) == 0 &&
		    (r = registro_allegato_anni(&years, &n, a,
		    now.st->registro, arena_strndup(a, p, len))) == 0)
			x->avanzi += n == 0;
	}
	adesso_chiudi(&now);
	return r;
}

static int
tell_found(struct allegati *x, const struct secchio *s, struct cursor *c)
{
	AUTO(arena) a = arena_new();
	const void *name, *what, *p;
	uint32_t gia, n, left;
	size_t k, j;
	int64_t byte;
	int r;

	if ((r = cursor_u32(&gia, c)) != 0 || (r = cursor_u32(&n, c)) != 0 ||
	    (r = cursor_block(&p, &k, c)) != 0 ||
	    (r = cursor_u32(&left, c)) != 0)
		return r;
	memcpy(&byte, p, sizeof byte);
	x->v->ripresi += gia != 0;
	x->v->conto->allegati += n;
	x->v->conto->byte += byte;
	for (; left > 0; left--) {
		if ((r = cursor_block(&name, &k, c)) != 0 ||
		    (r = cursor_block(&what, &j, c)) != 0)
			return r;
		tell_doubt(x, s, arena_strndup(a, name, k),
		    arena_strndup(a, what, j));
	}
	return count_unknown(x, a, c);
}

void
allegati_dici(struct allegati *x, int i, struct cursor *done)
{
	const struct secchio *s = &x->secchio[i];

	if (strcmp(x->anno, s->anno) != 0)
		tell_leftovers(x);
	x->anno = s->anno;
	if (done == NULL)
		dico(x->v->conto, x->v->l, false, s->path, "non è stata "
		    "guardata: il processo che la guardava è finito prima");
	else if (tell_found(x, s, done) != 0)
		verifica_errore(x->v, s->path);
}

/* ---- those that are nowhere, and those that should be ---- */

static bool
somewhere(struct allegati *x, const int *years, int n, const char *impronta,
    const char **dir)
{
	struct verifica *v = x->v;
	int k;

	for (k = 0; k < n; k++) {
		*dir = store_allegati(v->a, v->st, years[k]);
		if (file_exists(allegato_path(v->a, *dir, impronta)))
			return true;
	}
	return false;
}

static int
check_missing(struct allegati *x, const int *years, int n, int i)
{
	struct verifica *v = x->v;
	const char *dir;
	int r;

	if (!hash_valid(x->names[i])) {
		dico(v->conto, v->l, false, "registro catena_allegato",
		    "%.80s non è un'impronta", x->names[i]);
		return 0;
	}
	if (x->visto[i] || somewhere(x, years, n, x->names[i], &dir))
		return 0;
	if ((r = registro_distrutto(NULL, NULL, v->st->registro,
	    x->names[i])) == 0)
		r = destroyed_since(v, x->names[i]);
	if (r == 0)
		dico(v->conto, v->l, false, "allegati",
		    "manca l'allegato %s", x->names[i]);
	return r < 0 ? r : 0;
}

/* Bytes that an act has destroyed, and that are there. */
static int
check_destroyed(struct allegati *x, const int *years, int n)
{
	struct verifica *v = x->v;
	const char **list, *dir;
	int r, i, k;

	if ((r = registro_distrutti(&list, &k, v->a, v->st->registro)) != 0)
		return r;
	for (i = 0; i < k; i++) {
		if (!hash_valid(list[i]) ||
		    !somewhere(x, years, n, list[i], &dir))
			continue;
		if ((r = registro_distrutto(NULL, NULL, v->st->registro,
		    list[i])) < 0)
			return r;
		if (r == 1)
			dico(v->conto, v->l, v->st->readonly,
			    arena_printf(v->a, "%s/%.2s", dir, list[i]),
			    "%s c'è ancora: un atto lo dice distrutto; "
			    "rimesso da una copia, o da distruggere", list[i]);
	}
	return 0;
}

int
allegati_mancanti(struct allegati *x)
{
	struct verifica *v = x->v;
	int *years, n, r, i;

	tell_leftovers(x);
	if ((r = registro_anni(&years, &n, v->a, v->st->registro)) != 0)
		return r;
	for (i = 0; i < x->n; i++)
		if ((r = check_missing(x, years, n, i)) != 0)
			return r;
	return check_destroyed(x, years, n);
}
