/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * salva_piano.c - what a backup has to write: of each unit what its pezzi do
 * not hold yet, all of it when they are gone, under a new key when what they
 * hold is no longer part of the folder's history (something was erased).
 *
 * Nothing here opens a folder: heads and tags are the register's, so that of
 * a unit that has not moved only its pezzi are looked for.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "archivio/allegato.h"
#include "base/file.h"
#include "registro/distrutti.h"
#include "registro/espunzioni.h"
#include "registro/salvataggi.h"
#include "registro/sigilli.h"
#include "servizio/rilettura.h"
#include "servizio/salva.h"

#define PEZZI_MAX 64		/* of a unit: then it is written again whole */
#define PARTE 4000		/* acts of a folder in one pezzo */
#define PARTI 16		/* but not many more pezzi at once than these */

static struct compito *
to_do(struct salva *s, const struct unita *u)
{
	struct compito *c;

	s->compito = arena_more(s->a, s->compito, s->n, &s->cap,
	    sizeof *s->compito);
	c = &s->compito[s->n++];
	*c = (struct compito){ .unita = (int)(u - s->nuovo->unita),
	    .prima = "" };
	return c;
}

static void
new_key(struct salva *s, struct unita *u)
{
	cifra_chiave(u->chiave);
	chiave_segno(u->segno, u->chiave);
	s->nuove++;
}

const struct unita *
salva_prima(const struct salva *s, const char *nome)
{
	const struct unita *u = salvataggio_unita(s->prima, nome);

	return u != NULL && u->chiave[0] != '\0' ? u : NULL;
}

/* All pezzi there, and not too many? */
static bool
usable(const struct salva *s, const struct unita *u)
{
	int i;

	if (u->n_pezzi == 0 || u->n_pezzi >= PEZZI_MAX)
		return false;
	for (i = 0; i < u->n_pezzi; i++)
		if (!copia_ha(s->copia, &u->pezzo[i]))
			return false;
	return true;
}

static void
keep_key(struct unita *u, const struct unita *was)
{
	memcpy(u->chiave, was->chiave, sizeof u->chiave);
	memcpy(u->segno, was->segno, sizeof u->segno);
}

static void
keep_pieces(struct salva *s, struct unita *u, const struct unita *was)
{
	int i;

	for (i = 0; i < was->n_pezzi; i++)
		unita_pezzo(s->nuovo->a, u, &was->pezzo[i]);
}

struct compito *
salva_immutabile(struct salva *s, struct unita *u)
{
	const struct unita *was = salva_prima(s, u->nome);

	if (was != NULL)
		keep_key(u, was);
	else
		new_key(s, u);
	if (was == NULL || !usable(s, was))
		return to_do(s, u);
	keep_pieces(s, u, was);
	return NULL;
}

/* ---- folders ---- */

/* Those that an act behind `dopo` has made. */
static int
tags_behind(struct folder_tags *out, struct salva *s, const char *cartella,
    int64_t dopo)
{
	struct tag_riga *list;
	int r, n, i;

	if ((r = registro_tag(&list, &n, s->a, s->st->registro,
	    cartella)) != 0)
		return r;
	out->tag = n > 0 ? arena_alloc(s->a, (size_t)n * sizeof *out->tag) :
	    NULL;
	out->n = 0;
	for (i = 0; i < n; i++)
		if (list[i].seq > dopo)
			out->tag[out->n++] = (struct tag_ref){ list[i].nome,
			    list[i].oggetto, list[i].commit };
	return 0;
}

static struct compito *
part(struct salva *s, int unita, const char *prima, const char *fino)
{
	struct compito *c = to_do(s, &s->nuovo->unita[unita]);

	c->prima = prima;
	c->fino = fino;
	return c;
}

/* A long history in parts, so that more than one can write them; *out: the
 * last. */
static int
plan_parts(struct compito **out, struct salva *s, int unita,
    const struct testa *t, const char *prima)
{
	int64_t dopo = prima[0] != '\0' ? s->prima->atti : 0;
	int r, i, n = 0, k = 0, each = t->atti / PARTI;
	struct posto *p = NULL;

	if (each < PARTE)
		each = PARTE;
	if (t->atti > PARTE && (r = registro_posti(&p, &n, s->a,
	    s->st->registro, t->cartella)) != 0)
		return r;
	for (i = 0; i < n - 1; i++)
		if (p[i].seq > dopo && ++k % each == 0) {
			(void)part(s, unita, prima, p[i].commit);
			prima = p[i].commit;
		}
	*out = part(s, unita, prima, t->commit);
	return 0;
}

static int
plan_folder(struct salva *s, const struct testa *t)
{
	struct unita *u = salvataggio_nuova(s->nuovo, UNITA_CARTELLA,
	    t->cartella);
	const struct unita *was = salva_prima(s, t->cartella);
	struct folder_tags tags;
	struct compito *c;
	bool more;
	int r, kept = 0;

	memcpy(u->testa, t->commit, sizeof u->testa);
	if (was != NULL && (kept = registro_ha_posto(s->st->registro,
	    t->cartella, was->testa)) < 0)
		return kept;
	if (kept)
		keep_key(u, was);
	else
		new_key(s, u);
	more = kept && usable(s, was);
	if ((r = tags_behind(&tags, s, t->cartella,
	    more ? s->prima->atti : 0)) != 0)
		return r;
	if (more) {
		keep_pieces(s, u, was);
		if (strcmp(was->testa, t->commit) == 0 && tags.n == 0)
			return 0;
	}
	if ((r = plan_parts(&c, s, (int)(u - s->nuovo->unita), t,
	    more ? was->testa : "")) != 0)
		return r;
	c->tag = tags;
	return 0;
}

/* ---- attachments ---- */

void
salva_legame(struct salva *s, struct legami *l, const char *impronta,
    const char *path)
{
	struct legame *x;

	l->x = arena_more(s->a, l->x, l->n, &l->cap, sizeof *l->x);
	x = &l->x[l->n++];
	*x = (struct legame){ .path = path };
	memcpy(x->impronta, impronta, IMPRONTA_LEN);
}

/* "<impronta>.<ext>" beside a folder: another name of those bytes. */
static int
links_of(struct legami *out, struct salva *s, const char *cartella)
{
	const char *dir = arena_printf(s->a, "%s/allegati", cartella);
	char impronta[IMPRONTA_LEN + 1], **names;
	int r = dir_list(&names, s->a, store_path(s->a, s->st, dir));

	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	for (; *names != NULL; names++) {
		snprintf(impronta, sizeof impronta, "%s", *names);
		if (!hash_valid(impronta) || strpbrk(*names, " \n") != NULL)
			return err_set(ERR_FAULT, "%s/%s non è un allegato: "
			    "eseguire «cartella verifica»", dir, *names);
		salva_legame(s, out, impronta, arena_printf(s->a, "%s/%s", dir,
		    *names));
	}
	return 0;
}

static int
by_impronta(const void *x, const void *y)
{
	return strcmp(((const struct legame *)x)->impronta,
	    ((const struct legame *)y)->impronta);
}

static bool
is_year(const char *name)
{
	return strlen(name) == 4 && strspn(name, "0123456789") == 4;
}

/* Where its bytes are, in the years and beside folders. */
static void
places(struct salva *s, struct unita *u, const struct legami *l, int *at)
{
	const char *path;
	int i;

	for (i = 0; s->anni[i] != NULL; i++) {
		if (!is_year(s->anni[i]))
			continue;
		path = arena_printf(s->a, "registro/%s/allegati/%.2s/%s",
		    s->anni[i], u->nome, u->nome);
		if (file_exists(store_path(s->a, s->st, path)))
			unita_dove(s->nuovo->a, u, path);
	}
	while (*at < l->n && strcmp(l->x[*at].impronta, u->nome) < 0)
		++*at;
	for (; *at < l->n && strcmp(l->x[*at].impronta, u->nome) == 0; ++*at)
		unita_dove(s->nuovo->a, u, l->x[*at].path);
}

static int
plan_attachment(struct salva *s, const char *impronta, const struct legami *l,
    int *at)
{
	struct unita *u = salvataggio_nuova(s->nuovo, UNITA_ALLEGATO,
	    impronta);
	struct compito *c;
	int r;

	places(s, u, l, at);
	if (u->n_dove == 0) {
		s->nuovo->n--;
		r = registro_distrutto(NULL, s->a, s->st->registro, impronta);
		s->mancano += r == 0;	/* not destroyed: lost */
		return r < 0 ? r : 0;
	}
	if ((c = salva_immutabile(s, u)) != NULL)
		c->file = store_path(s->a, s->st, u->dove[0]);
	return 0;
}

static int
plan_attachments(struct salva *s)
{
	struct legami l = { 0 };
	int i, r, at = 0;

	for (i = 0; i < s->n_teste; i++)
		if ((r = links_of(&l, s, s->teste[i].cartella)) != 0)
			return r;
	if ((r = salva_piano_consegne(s, &l)) != 0)
		return r;
	if (l.n > 1)
		qsort(l.x, (size_t)l.n, sizeof *l.x, by_impronta);
	for (i = 0; i < s->n_allegati; i++)
		if ((r = plan_attachment(s, s->allegati[i], &l, &at)) != 0)
			return r;
	return 0;
}

/* ---- the two others ---- */

static void
plan_log(struct salva *s)
{
	struct unita *u = salvataggio_nuova(s->nuovo, UNITA_LETTURE,
	    SALVA_UNITA_LETTURE);
	const struct unita *was = salva_prima(s, SALVA_UNITA_LETTURE);

	if (was != NULL)
		keep_key(u, was);
	else
		new_key(s, u);
	if (was != NULL && usable(s, was) && was->fino <= s->letture) {
		keep_pieces(s, u, was);
		u->fino = was->fino;
	}
	if (u->fino < s->letture)
		to_do(s, u);
}

/* Few and small: looked at each time. */
static void
plan_others(struct salva *s)
{
	struct unita *u = salvataggio_nuova(s->nuovo, UNITA_ALTRO,
	    SALVA_UNITA_ALTRO);
	const struct unita *was = salva_prima(s, SALVA_UNITA_ALTRO);

	if (was != NULL)
		keep_key(u, was);
	else
		new_key(s, u);
	if (was != NULL && usable(s, was)) {
		keep_pieces(s, u, was);
		memcpy(u->testa, was->testa, sizeof u->testa);
	}
	to_do(s, u);
}

int
salva_piano(struct salva *s)
{
	int i, r;

	for (i = 0; i < s->n_teste; i++)
		if ((r = plan_folder(s, &s->teste[i])) != 0)
			return r;
	if ((r = plan_attachments(s)) != 0)
		return r;
	plan_log(s);
	plan_others(s);
	return 0;
}
