/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lotto_righe.c - from a table to one istanza a row.
 *
 * Refuses: a column that is no field, or that is an option as well; a row of
 * another length; the same row twice.  Keeps: the id of an istanza is made of
 * the secret of the lotto and of what the row says, so that a row sent again
 * is the same istanza.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "cli/lotto.h"
#include "worker/worker.h"
#include "xml/campi.h"

#define LOTTO_MAX 10000		/* letters */
#define LIBERO "libero."	/* column libero.X: --libero X=… */

/* ---- the heading ---- */

static const struct campo *
field(const struct campo *campi, const char *nome)
{
	for (; campi->percorso != NULL; campi++)
		if (strcmp(campi->percorso, nome) == 0 &&
		    strcmp(campi->tipo, "gruppo") != 0)
			return campi;
	return NULL;
}

/* The field that column `nome` fills. */
static const struct campo *
field_of_column(const struct campo *campi, const char *nome)
{
	size_t n = strlen(LIBERO);

	return field(campi, strncmp(nome, LIBERO, n) == 0 &&
	    nome[n] != '\0' ? "libero" : nome);
}

static int
check_column(const struct lotto *l, const struct csv_riga *h, int i,
    const struct campo *campi)
{
	const char *nome = h->campi[i];
	const struct campo *c = field_of_column(campi, nome);
	int k;

	if (c == NULL)
		return err_set(ERR_INVALID, "la colonna %d, «%s», non è un "
		    "campo di «%s»: «cartella aiuto %s» li elenca", i + 1,
		    nome, l->atto->nome, l->atto->nome);
	if (c->ripetuto)
		return 0;
	for (k = 0; k < i; k++)
		if (strcmp(h->campi[k], nome) == 0)
			return err_set(ERR_INVALID, "la colonna «%s» c'è due "
			    "volte", nome);
	for (k = 0; k < l->n_comuni; k++)
		if (strcmp(l->comuni[k][0], nome) == 0)
			return err_set(ERR_INVALID, "«%s» è una colonna, e "
			    "anche un'opzione: lasciane una", nome);
	return 0;
}

static int
check_heading(const struct lotto *l, const struct csv *t,
    const struct campo *campi)
{
	int i, r;

	if (t->n == 0)
		return err_set(ERR_INVALID, "il file è vuoto: la prima riga ha "
		    "i nomi delle colonne, come cartella e "
		    "destinatario.denominazione");
	if (t->n == 1)
		return err_set(ERR_INVALID, "c'è solo la riga dei nomi: "
		    "servono le righe delle lettere");
	if (t->n - 1 > LOTTO_MAX)
		return err_set(ERR_INVALID, "sono %d lettere: un lotto ne ha "
		    "al più %d, dividi la tabella", t->n - 1, LOTTO_MAX);
	for (i = 0; i < t->righe[0].n; i++)
		if ((r = check_column(l, &t->righe[0], i, campi)) != 0)
			return r;
	for (i = 0; i < l->n_comuni; i++)
		if (field(campi, l->comuni[i][0]) == NULL)
			return err_set(ERR_INVALID, "--%s non è un campo di "
			    "«%s»", l->comuni[i][0], l->atto->nome);
	return 0;
}

/* ---- a row ---- */

static void
refuse(struct lotto *l, struct lotto_riga *x, const char *perche)
{
	x->stato = LOTTO_RIFIUTATA;
	x->perche = arena_strdup(l->a, perche);
}

/* What it says and what all say; an empty cell says nothing. */
static void
fill(struct lotto *l, struct lotto_riga *x, const struct csv_riga *h,
    const struct csv_riga *c)
{
	size_t n = strlen(LIBERO);
	const char *nome, *v;
	int i;

	x->campi = arena_alloc(l->a, (size_t)(l->n_comuni + h->n) *
	    sizeof *x->campi);
	for (i = 0; i < l->n_comuni; i++, x->n_campi++)
		memcpy(x->campi[x->n_campi], l->comuni[i], sizeof *x->campi);
	for (i = 0; i < h->n; i++) {
		nome = h->campi[i];
		v = c->campi[i];
		if (v[strspn(v, " \t\r\n")] == '\0')
			continue;
		if (strncmp(nome, LIBERO, n) == 0) {
			v = arena_printf(l->a, "%s=%s", nome + n, v);
			nome = "libero";
		}
		x->campi[x->n_campi][0] = nome;
		x->campi[x->n_campi++][1] = v;
	}
}

/* Each text with its end, so that no two fields run into one another. */
static void
add(struct buf *b, const char *s)
{
	buf_append(b, s, strlen(s) + 1);
}

/* In order of name: columns may be moved about between two runs. */
static void
identify(const struct lotto *l, struct lotto_riga *x)
{
	const char *last = "", *next;
	char whole[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	int i;

	add(&b, l->atto->nome);
	for (;; last = next) {
		next = NULL;
		for (i = 0; i < x->n_campi; i++)
			if (strcmp(x->campi[i][0], last) > 0 && (next == NULL ||
			    strcmp(x->campi[i][0], next) < 0))
				next = x->campi[i][0];
		if (next == NULL)
			break;
		for (i = 0; i < x->n_campi; i++)
			if (strcmp(x->campi[i][0], next) == 0) {
				add(&b, next);
				add(&b, x->campi[i][1]);
			}
	}
	hash_hmac_hex(whole, l->chiave, LOTTO_CHIAVE_LEN, b.data, b.len);
	snprintf(x->id, sizeof x->id, "%.*s", ID_LEN, whole);
}

static bool
seen(struct lotto *l, struct lotto_riga *x)
{
	const struct lotto_riga *y;

	for (y = l->righe; y < x; y++)
		if (strcmp(y->id, x->id) == 0) {
			refuse(l, x, arena_printf(l->a, "è uguale alla riga "
			    "%d: toglila, o il destinatario avrà due lettere",
			    y->riga));
			return true;
		}
	return false;
}

static struct nodo *
envelope(struct arena *a, const struct lotto *l, const struct lotto_riga *x,
    struct nodo *in)
{
	struct nodo *root = nodo_new(a, "istanza"), *c;
	int i;

	nodo_set(a, root, "atto", l->atto->nome);
	nodo_set(a, root, "id", x->id);
	nodo_set(a, root, "versione", "1");
	if (l->r->n_conferme > 0) {
		c = nodo_elem(a, root, "conferme");
		for (i = 0; i < l->r->n_conferme; i++)
			nodo_set(a, nodo_elem(a, c, "conferma"), "codice",
			    l->r->conferme[i]);
	}
	nodo_add(root, in);
	return root;
}

/* In a cage like any other istanza.  Of what it takes only the istanza is
 * kept: there may be thousands. */
static int
validate(struct lotto *l, struct lotto_riga *x)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	struct nodo *in, *istanza;
	AUTO_BUF bytes = { 0 };
	int r;

	r = campi_build(&in, a, arena_printf(a, "atti/%s", l->atto->nome),
	    l->atto->nome, (const char *const (*)[2])x->campi, x->n_campi);
	if (r == ERR_INVALID) {
		refuse(l, x, err_msg());
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	nodo_write(&bytes, envelope(a, l, x, in));
	if ((r = worker_istanza(&istanza, &ril, a, l->atto->nome,
	    bytes.data, bytes.len)) != 0)
		return r;
	if (istanza == NULL)
		refuse(l, x, lotto_rilievi(a, &ril));
	else
		x->istanza = nodo_copy(l->a, istanza);
	return 0;
}

static int
read_row(struct lotto *l, struct lotto_riga *x, const struct csv_riga *h,
    const struct csv_riga *c)
{
	*x = (struct lotto_riga){ .riga = c->riga };
	if (c->n != h->n) {
		refuse(l, x, arena_printf(l->a, "ha %d colonne, i nomi sono "
		    "%d", c->n, h->n));
		return 0;
	}
	fill(l, x, h, c);
	identify(l, x);
	return seen(l, x) ? 0 : validate(l, x);
}

int
lotto_leggi(struct lotto *l, const char *path)
{
	const struct campo *campi;
	AUTO_FD int fd = -1;
	struct csv t;
	int i, r;

	if ((r = esegui_apri(&fd, path)) != 0)
		return r;
	if ((r = worker_csv(&t, l->a, fd, 0)) != 0)
		return err_prefix(r, "%s", path);
	if ((r = campi_load(&campi, arena_printf(l->a, "atti/%s",
	    l->atto->nome), l->atto->nome)) != 0)
		return r;
	if ((r = check_heading(l, &t, campi)) != 0)
		return err_prefix(r, "%s", path);
	l->righe = arena_alloc(l->a, (size_t)t.n * sizeof *l->righe);
	for (i = 1; i < t.n; i++, l->n++)
		if ((r = read_row(l, &l->righe[l->n], &t.righe[0],
		    &t.righe[i])) != 0)
			return r;
	return 0;
}
