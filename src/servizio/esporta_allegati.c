/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esporta_allegati.c - the bytes of registered documents, each once, under the
 * number and the name they were registered with.
 *
 * Refuses bytes that are not those of their impronta, and to leave one out that
 * no act has destroyed.
 * The names are those of others: in a path stand only letters and digits that
 * mean nothing to any system, the true name stands in the index.
 */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "archivio/allegato.h"
#include "base/file.h"
#include "base/hash.h"
#include "registro/distrutti.h"
#include "registro/esportazione.h"
#include "servizio/esporta.h"

#define NOME_MAX 80		/* bytes of a name in a path */

struct giro {
	struct uscita *u;
	struct momento *m;
	struct foglio *indice, *posti;
	int *anni, n_anni;
	char impronta[IMPRONTA_LEN + 1];	/* of the row before */
	char file[256];			/* where its bytes are, in the export; "":
					 * destroyed */
	int64_t byte;
};

/* The end of a name is kept: it says of what kind the file is. */
static char *
plain_name(struct arena *a, const char *nome)
{
	size_t n = strlen(nome);
	char *p, *s = arena_strdup(a, n > NOME_MAX ? nome + n - NOME_MAX :
	    nome);

	for (p = s; *p != '\0'; p++)
		if ((unsigned char)*p >= 0x80 || (!isalnum((unsigned char)*p) &&
		    strchr("-_.", *p) == NULL))
			*p = '_';
	return s;
}

/* Where its bytes go in the export. */
static const char *
place_of(struct arena *a, const struct allegato_noto *x)
{
	if (x->nome == NULL)
		return arena_printf(a, "allegati/altri/%.2s/%s", x->impronta,
		    x->impronta);
	return arena_printf(a, "allegati/protocollo/%04d/%07d/%d-%s", x->anno,
	    x->numero, x->ordine, plain_name(a, x->nome));
}

int
esporta_posto(const char **rel, struct arena *a, struct uscita *u,
    struct momento *m, const char *impronta)
{
	struct allegato_noto x;
	int r;

	if ((r = registro_un_allegato(&x, a, m->st->registro, impronta)) != 0)
		return r;
	*rel = place_of(a, &x);
	if (!file_exists(arena_printf(a, "%s/%s", u->dir, *rel)))
		*rel = NULL;
	return 0;
}

/* 0: nothing can be written, by order of an act. */
static int
is_destroyed(struct giro *g, const char *impronta)
{
	int r = registro_distrutto(NULL, NULL, g->m->st->registro, impronta);

	if (r == 0)
		return err_set(ERR_FAULT, "manca l'allegato %s: eseguire "
		    "«cartella verifica»", impronta);
	return r < 0 ? r : 0;
}

/* One that was not there before: its bytes, and the years that have them. */
static int
put_bytes(struct giro *g, const char *impronta, const char *rel)
{
	AUTO(arena) a = arena_new();
	const char *path = NULL, *p;
	int i;

	for (i = 0; i < g->n_anni; i++) {
		p = allegato_path(a, store_allegati(a, g->m->st, g->anni[i]),
		    impronta);
		if (!file_exists(p))
			continue;
		path = p;
		foglio_printf(g->posti, "%s %04d %s\n", impronta, g->anni[i],
		    rel);
	}
	memcpy(g->impronta, impronta, sizeof g->impronta);
	g->file[0] = '\0';
	if (path == NULL)
		return is_destroyed(g, impronta);
	g->byte = file_size(path);
	snprintf(g->file, sizeof g->file, "%s", rel);
	return uscita_copia(g->u, rel, path, impronta);
}

static void
put_index(struct giro *g, const struct allegato_noto *x)
{
	bool there = g->file[0] != '\0' && !x->distrutto;

	foglio_printf(g->indice, "%s,%s,", g->impronta, there ? g->file : "");
	if (there)
		foglio_printf(g->indice, "%" PRId64, g->byte);
	foglio_puts(g->indice, ",");
	if (x->nome == NULL) {
		foglio_puts(g->indice, ",,,\r\n");
		return;
	}
	foglio_printf(g->indice, "%d,%d,%d,", x->anno, x->numero, x->ordine);
	csv_campo(g->indice, x->nome);
	foglio_puts(g->indice, "\r\n");
}

static int
put_one(void *arg, const struct allegato_noto *x)
{
	AUTO(arena) a = arena_new();
	struct giro *g = arg;
	int r;

	if (!hash_valid(x->impronta))
		return err_set(ERR_FAULT, "%.80s non è un'impronta: eseguire "
		    "«cartella verifica»", x->impronta);
	if (strcmp(x->impronta, g->impronta) != 0 &&
	    (r = put_bytes(g, x->impronta, place_of(a, x))) != 0)
		return r;
	put_index(g, x);
	return 0;
}

/* ---- those that stand beside a folder too ---- */

static int
put_links(struct foglio *f, struct momento *m, const char *cartella)
{
	AUTO(arena) a = arena_new();
	char impronta[IMPRONTA_LEN + 1], **names;
	const char *dir = arena_printf(a, "%s/allegati", cartella);
	int r;

	if (!dir_exists(store_path(a, m->st, dir)))
		return 0;
	if ((r = dir_list(&names, a, store_path(a, m->st, dir))) != 0)
		return r;
	for (; *names != NULL; names++) {
		snprintf(impronta, sizeof impronta, "%s", *names);
		if (!hash_valid(impronta) ||
		    strcmp(plain_name(a, *names), *names) != 0)
			return err_set(ERR_FAULT, "%s/%s non è un allegato: "
			    "eseguire «cartella verifica»", dir, *names);
		foglio_printf(f, "%s %s/%s\n", impronta, dir, *names);
	}
	return 0;
}

int
esporta_allegati(struct uscita *u, struct momento *m)
{
	AUTO(foglio) indice = NULL, *posti = NULL, *legami = NULL;
	struct giro g = { .u = u, .m = m };
	int i, r;

	if ((r = registro_anni(&g.anni, &g.n_anni, m->a,
	    m->st->registro)) != 0 ||
	    (r = foglio_open(&indice, u, "allegati/indice.csv")) != 0 ||
	    (r = foglio_open(&posti, u, ESPORTA_POSTI)) != 0 ||
	    (r = foglio_open(&legami, u, ESPORTA_LEGAMI)) != 0)
		return r;
	g.indice = indice;
	g.posti = posti;
	foglio_puts(indice, "impronta,file,byte,anno,numero,ordine,nome\r\n");
	if ((r = registro_ogni_allegato(m->st->registro, put_one, &g)) != 0)
		return r;
	for (i = 0; i < m->n_teste; i++)
		if ((r = put_links(legami, m, m->teste[i].cartella)) != 0)
			return r;
	if ((r = foglio_end(&indice)) != 0 || (r = foglio_end(&posti)) != 0)
		return r;
	return foglio_end(&legami);
}
