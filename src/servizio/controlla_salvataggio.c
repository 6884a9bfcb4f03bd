/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * controlla_salvataggio.c - is a copy whole?  Asked without any key.
 *
 * Tells: a list that is not one, a pezzo that is missing or has other bytes, a
 * file that no list names.  What it cannot tell: that who writes the directory
 * has put whole lists and pezzi of his own there; that is the keys' to say, and
 * the store's, which remembers its last list.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/ente/salvataggi.h"
#include "base/clock.h"
#include "base/file.h"
#include "servizio/salvataggio.h"

struct esame {
	struct arena *a;
	struct controllo_copia *out;
	struct copia copia;
	const struct ascolto *l;
	struct pezzo *pezzo;		/* of all lists, each once when sorted */
	int n, cap;
	const struct salvataggio *noto;	/* NULL: this store knows it not */
};

static void
defect(struct esame *e, const char *luogo, const char *che)
{
	e->out->difetti++;
	if (e->l->difetto != NULL)
		e->l->difetto(e->l->arg, false, luogo, che);
	err_clear();
}

static void
add(struct esame *e, const struct pezzo *p)
{
	e->pezzo = arena_more(e->a, e->pezzo, e->n, &e->cap,
	    sizeof *e->pezzo);
	e->pezzo[e->n++] = *p;
}

/* Is this what the store remembers of it? */
static void
compare(struct esame *e, const char *luogo, int n, const struct buf *b)
{
	char impronta[IMPRONTA_LEN + 1];
	int i;

	for (i = 0; e->noto != NULL && i < e->noto->n_istantanee; i++) {
		if (e->noto->istantanea[i].n != n)
			continue;
		hash_hex(impronta, b->data, b->len);
		if (strcmp(impronta, e->noto->istantanea[i].impronta) != 0)
			defect(e, luogo, "non è quella che l'archivio "
			    "ricorda");
	}
}

static void
look_at_list(struct esame *e, int n)
{
	const char *luogo = arena_printf(e->a, SALVA_LISTE "/%07d.txt", n);
	AUTO_BUF b = { 0 };
	struct lista l;
	int i;

	if (file_read(&b, copia_lista_path(e->a, &e->copia, n),
	    SALVA_LISTA_MAX) != 0 || lista_leggi(&l, e->a, &b) != 0) {
		defect(e, luogo, arena_strdup(e->a, err_msg()));
		return;
	}
	if (l.n != n || strcmp(l.copia, e->copia.id) != 0) {
		defect(e, luogo, "è di un'altra copia, o di un altro numero");
		return;
	}
	compare(e, luogo, n, &b);
	add(e, &l.indice);
	for (i = 0; i < l.n_pezzi; i++)
		add(e, &l.pezzo[i]);
	e->out->istantanee++;
}

/* Those that the store remembers and are gone. */
static void
look_for_known(struct esame *e, const int *list, int n)
{
	int i, j;

	for (i = 0; e->noto != NULL && i < e->noto->n_istantanee; i++) {
		for (j = 0; j < n; j++)
			if (list[j] == e->noto->istantanea[i].n)
				break;
		if (j == n)
			defect(e, arena_printf(e->a, SALVA_LISTE "/%07d.txt",
			    e->noto->istantanea[i].n), "manca");
	}
}

static void
look_at_pieces(struct esame *e)
{
	const struct pezzo *p;
	int i;

	if (e->n > 1)
		qsort(e->pezzo, (size_t)e->n, sizeof *e->pezzo, pezzo_cmp);
	for (i = 0; i < e->n; i++) {
		p = &e->pezzo[i];
		if (i > 0 && pezzo_cmp(p, p - 1) == 0)
			continue;
		e->out->pezzi++;
		e->out->byte += p->byte;
		if (copia_controlla(&e->copia, p) != 0)
			defect(e, SALVA_PEZZI, arena_strdup(e->a, err_msg()));
		if (e->l->avanzamento != NULL)
			e->l->avanzamento(e->l->arg, "pezzi controllati",
			    i + 1, e->n);
	}
}

int
servizio_controlla_salvataggio(struct controllo_copia *out, const char *dove,
    const char *store, const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	struct esame e = { .a = a, .out = out, .l = l };
	struct salvataggio noto;
	int *list, n, i, r;

	memset(out, 0, sizeof *out);
	if ((r = copia_open(&e.copia, a, dove)) != 0 ||
	    (r = copia_liste(&list, &n, a, &e.copia)) != 0)
		return r;
	if (stato_leggi(&noto, a, store, e.copia.id) == 0) {
		e.noto = &noto;
		out->noto = true;
	}
	err_clear();
	for (i = 0; i < n; i++)
		look_at_list(&e, list[i]);
	look_for_known(&e, list, n);
	if (out->istantanee == 0)
		defect(&e, SALVA_LISTE, "non c'è nessun salvataggio intero");
	look_at_pieces(&e);
	return e.noto == NULL ? 0 : salvataggi_controllata(store, e.copia.id,
	    clock_now(), out->difetti);
}
