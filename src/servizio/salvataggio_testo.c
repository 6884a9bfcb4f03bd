/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * salvataggio_testo.c - the keys, the index and the list of a backup, as text:
 * a word and its values a line.
 *
 * Refuses a line that has not its form, a unit that stands there twice: what is
 * read here decides what is written where.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "servizio/salvataggio.h"

#define FORMA_CHIAVI "cartella chiavi 1"
#define FORMA_INDICE "cartella indice 1"
#define FORMA_LISTA "cartella istantanea 1"
#define PAROLE 6		/* words of a line, at most */

static const char *const specie[] = {
	"cartella", "allegato", "consegna", "letture", "altro"
};

/* ---- writing ---- */

void
salvataggio_chiavi(struct buf *out, const struct salvataggio *s)
{
	const struct istantanea *x;
	int i;

	buf_printf(out, FORMA_CHIAVI "\ncopia %s\nindice %s\n", s->copia,
	    s->chiave_indice);
	for (i = 0; i < s->n_istantanee; i++) {
		x = &s->istantanea[i];
		buf_printf(out, "istantanea %d %" PRId64 " %" PRId64 " %s\n",
		    x->n, x->ora, x->atti, x->impronta);
	}
	for (i = 0; i < s->n; i++)
		buf_printf(out, "chiave %s %s\n", s->unita[i].nome,
		    s->unita[i].chiave);
}

static void
index_unit(struct buf *out, const struct unita *u)
{
	int i;

	buf_printf(out, "unita %s %s %s %s %" PRId64 "\n", specie[u->specie],
	    u->nome, u->segno, u->testa[0] != '\0' ? u->testa : "-", u->fino);
	for (i = 0; i < u->n_pezzi; i++)
		buf_printf(out, "pezzo %s %" PRId64 "\n", u->pezzo[i].impronta,
		    u->pezzo[i].byte);
	for (i = 0; i < u->n_dove; i++)
		buf_printf(out, "dove %s\n", u->dove[i]);
}

void
salvataggio_indice(struct buf *out, const struct salvataggio *s)
{
	int i;

	buf_printf(out, FORMA_INDICE "\ncopia %s\natti %" PRId64 " %s\n"
	    "letture %" PRId64 "\n", s->copia, s->atti, s->anello, s->letture);
	for (i = 0; i < s->n; i++)
		index_unit(out, &s->unita[i]);
}

void
lista_scrivi(struct buf *out, struct arena *a, const struct salvataggio *s,
    int n, int64_t ora, const struct pezzo *indice)
{
	struct pezzo *all;
	char iso[ORA_LEN + 1];
	int i, j, k = 0;

	for (i = 0; i < s->n; i++)
		k += s->unita[i].n_pezzi;
	all = arena_alloc(a, ((size_t)k + 1) * sizeof *all);
	for (i = k = 0; i < s->n; i++)
		for (j = 0; j < s->unita[i].n_pezzi; j++)
			all[k++] = s->unita[i].pezzo[j];
	/* in this order nothing tells which belong together */
	if (k > 1)
		qsort(all, (size_t)k, sizeof *all, pezzo_cmp);
	clock_iso(iso, ora);
	buf_printf(out, FORMA_LISTA "\ncopia %s\nistantanea %d %s\n"
	    "indice %s %" PRId64 "\n", s->copia, n, iso, indice->impronta,
	    indice->byte);
	for (i = 0; i < k; i++)
		buf_printf(out, "pezzo %s %" PRId64 "\n", all[i].impronta,
		    all[i].byte);
	buf_printf(out, "fine %d\n", k);
}

/* ---- reading ---- */

struct righe {
	char *next;		/* what is still to be read, in a copy */
	int n;			/* of the line */
	char *word[PAROLE];
	int words;
};

static int
wrong(const struct righe *r)
{
	return err_set(ERR_INVALID, "riga %d: non ha la sua forma", r->n);
}

/* The next line, cut at its blanks; 1: there was one, 0: no more. */
static int
line(struct righe *r)
{
	char *end, *at = r->next, *blank;

	if (*at == '\0')
		return 0;
	r->n++;
	r->words = 0;
	if ((end = strchr(at, '\n')) == NULL)
		return wrong(r);
	*end = '\0';
	r->next = end + 1;
	for (; r->words < PAROLE; at = blank + 1) {
		r->word[r->words++] = at;
		if ((blank = strchr(at, ' ')) == NULL)
			return 1;
		*blank = '\0';
	}
	return wrong(r);
}

static bool
is(const struct righe *r, const char *word, int words)
{
	return r->words == words && strcmp(r->word[0], word) == 0;
}

/* The first line and that of the copy, which must be this one ("": any). */
static int
head(struct righe *r, struct arena *a, const struct buf *b, const char *forma,
    char copia[ID_LEN + 1])
{
	size_t n = strlen(forma);

	*r = (struct righe){ 0 };
	if (b->len < n + 1 || strlen(b->data) != b->len ||
	    strncmp(b->data, forma, n) != 0 || b->data[n] != '\n')
		return err_set(ERR_INVALID, "non comincia con «%s»", forma);
	r->next = arena_strdup(a, b->data + n + 1);
	r->n = 1;
	if (line(r) != 1 || !is(r, "copia", 2) ||
	    !random_id_valid(r->word[1]))
		return wrong(r);
	if (copia[0] != '\0' && strcmp(copia, r->word[1]) != 0)
		return err_set(ERR_INVALID, "è di un'altra copia (%s)",
		    r->word[1]);
	memcpy(copia, r->word[1], ID_LEN + 1);
	return 0;
}

/* Digits alone, and not too many of them. */
static bool
number(int64_t *out, const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n > 15 || strspn(s, "0123456789") != n)
		return false;
	*out = strtoll(s, NULL, 10);
	return true;
}

/* Units in order, each once: of two with one name either could be found. */
static int
in_order(struct salvataggio *s)
{
	int i;

	salvataggio_ordina(s);
	for (i = 1; i < s->n; i++)
		if (strcmp(s->unita[i - 1].nome, s->unita[i].nome) == 0)
			return err_set(ERR_INVALID, "«%s» vi sta due volte",
			    s->unita[i].nome);
	return 0;
}

static bool
take_piece(struct pezzo *out, const struct righe *r)
{
	if (!hash_valid(r->word[1]) || !number(&out->byte, r->word[2]))
		return false;
	memcpy(out->impronta, r->word[1], sizeof out->impronta);
	return true;
}

static bool
take_snapshot(struct salvataggio *s, const struct righe *r)
{
	struct istantanea x;
	int64_t n;

	if (!number(&n, r->word[1]) || n < 1 || n > 9999999 ||
	    !number(&x.ora, r->word[2]) || !number(&x.atti, r->word[3]) ||
	    !hash_valid(r->word[4]))
		return false;
	x.n = (int)n;
	memcpy(x.impronta, r->word[4], sizeof x.impronta);
	s->istantanea = arena_more(s->a, s->istantanea, s->n_istantanee,
	    &s->cap_istantanee, sizeof x);
	s->istantanea[s->n_istantanee++] = x;
	return true;
}

static bool
take_key(struct salvataggio *s, const struct righe *r)
{
	struct unita *u;

	if (!hash_valid(r->word[2]) || !file_path_valid(r->word[1]))
		return false;
	u = salvataggio_nuova(s, UNITA_ALTRO, r->word[1]);
	memcpy(u->chiave, r->word[2], sizeof u->chiave);
	return true;
}

int
salvataggio_leggi_chiavi(struct salvataggio *s, const struct buf *b)
{
	struct righe r;
	bool good;
	int e;

	if ((e = head(&r, s->a, b, FORMA_CHIAVI, s->copia)) != 0)
		return e;
	while ((e = line(&r)) == 1) {
		if (is(&r, "indice", 2) && (good = hash_valid(r.word[1])))
			memcpy(s->chiave_indice, r.word[1],
			    sizeof s->chiave_indice);
		else if (is(&r, "istantanea", 5))
			good = take_snapshot(s, &r);
		else
			good = is(&r, "chiave", 3) && take_key(s, &r);
		if (!good)
			return wrong(&r);
	}
	if (e == 0 && s->chiave_indice[0] == '\0')
		return err_set(ERR_INVALID, "manca la chiave dell'indice");
	return e != 0 ? e : in_order(s);
}

/* ---- the index ---- */

struct indice {
	struct salvataggio *out;
	const struct salvataggio *keys;
	struct unita *now;
};

static bool
take_unit(struct indice *x, const struct righe *r)
{
	const struct unita *known = salvataggio_unita(x->keys, r->word[2]);
	char segno[SEGNO_CHIAVE + 1];
	struct unita *u;
	size_t i;

	for (i = 0; i < NELEM(specie); i++)
		if (strcmp(specie[i], r->word[1]) == 0)
			break;
	if (i == NELEM(specie) || !file_path_valid(r->word[2]) ||
	    strlen(r->word[3]) != SEGNO_CHIAVE ||
	    strlen(r->word[4]) > COMMIT_LEN)
		return false;
	x->now = u = salvataggio_nuova(x->out, (enum unita_specie)i,
	    r->word[2]);
	memcpy(u->segno, r->word[3], sizeof u->segno);
	if (strcmp(r->word[4], "-") != 0)
		memcpy(u->testa, r->word[4], strlen(r->word[4]) + 1);
	if (known != NULL) {
		chiave_segno(segno, known->chiave);
		if (strcmp(segno, u->segno) == 0)
			memcpy(u->chiave, known->chiave, sizeof u->chiave);
	}
	return number(&u->fino, r->word[5]);
}

static bool
take_line(struct indice *x, const struct righe *r)
{
	struct pezzo p;

	if (is(r, "atti", 3) && hash_valid(r->word[2])) {
		memcpy(x->out->anello, r->word[2], sizeof x->out->anello);
		return number(&x->out->atti, r->word[1]);
	}
	if (is(r, "letture", 2))
		return number(&x->out->letture, r->word[1]);
	if (is(r, "unita", 6))
		return take_unit(x, r);
	if (x->now == NULL)
		return false;
	if (is(r, "pezzo", 3) && take_piece(&p, r)) {
		unita_pezzo(x->out->a, x->now, &p);
		return true;
	}
	if (!is(r, "dove", 2) || !file_path_valid(r->word[1]))
		return false;
	unita_dove(x->out->a, x->now, r->word[1]);
	return true;
}

int
salvataggio_leggi_indice(struct salvataggio *s, const struct buf *b)
{
	struct salvataggio keys = *s;
	struct indice x = { s, &keys, NULL };
	struct righe r;
	int e;

	s->unita = NULL;
	s->n = s->cap = 0;
	if ((e = head(&r, s->a, b, FORMA_INDICE, s->copia)) != 0)
		return e;
	while ((e = line(&r)) == 1)
		if (!take_line(&x, &r))
			return wrong(&r);
	if (e == 0 && (s->anello[0] == '\0' || s->atti < 1))
		return err_set(ERR_INVALID, "non dice fino a quale atto va");
	return e != 0 ? e : in_order(s);
}

/* ---- a list ---- */

static bool
take_listed(struct lista *l, struct arena *a, int *cap, const struct righe *r)
{
	int64_t n;

	if (is(r, "istantanea", 3) && number(&n, r->word[1]) && n > 0 &&
	    n < 10000000) {
		l->n = (int)n;
		return true;
	}
	if (is(r, "indice", 3))
		return take_piece(&l->indice, r);
	if (!is(r, "pezzo", 3))
		return false;
	l->pezzo = arena_more(a, l->pezzo, l->n_pezzi, cap, sizeof *l->pezzo);
	return take_piece(&l->pezzo[l->n_pezzi++], r);
}

int
lista_leggi(struct lista *out, struct arena *a, const struct buf *b)
{
	struct lista l = { 0 };
	struct righe r;
	int64_t n = -1;
	int e, cap = 0;

	if ((e = head(&r, a, b, FORMA_LISTA, l.copia)) != 0)
		return e;
	while ((e = line(&r)) == 1) {
		if (is(&r, "fine", 2) && number(&n, r.word[1]))
			break;
		if (!take_listed(&l, a, &cap, &r))
			return wrong(&r);
	}
	if (e < 0)
		return e;
	if (n != l.n_pezzi || *r.next != '\0' || l.n == 0 ||
	    l.indice.impronta[0] == '\0')
		return err_set(ERR_INVALID, "non è intera");
	*out = l;
	return 0;
}
