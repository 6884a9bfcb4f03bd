/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dichiara_perduti.c - the numbers that a restored store lacks are lost.
 *
 * Refuses: where none is missing; a number of a series that waits for none.
 * Keeps: they were given, and nobody gets them again.  Up to which number they
 * go says the restoration, where it was told, and else who declares them; that
 * of a series nobody knows any is confirmed, not passed over.
 * Norm: DPR 445/2000 artt. 53 and 63; the verbale says what was sought, where.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/ente/ripristino.h"
#include "atti/table.h"

#define PERDUTI_DIR "perduti"

#define MOLTI 1000		/* more at once may be a slip of the pen */

struct aperta {
	const struct numeri_aperti *x;
	int al;				/* what was said; -1: nothing */
};

/* The open series that `u` is of. */
static struct aperta *
open_of(struct aperta *list, int n, const struct ultimo_noto *u)
{
	int i;

	for (i = 0; i < n; i++)
		if (list[i].x->al == 0 && list[i].x->anno == u->anno &&
		    strcmp(list[i].x->serie, u->serie) == 0)
			return &list[i];
	return NULL;
}

/* One that was typed. */
static int
take_last(struct aperta *list, int n, struct op *op, const char *text)
{
	struct ultimo_noto u;
	struct aperta *x;
	int r;

	if ((r = ultimo_leggi(&u, text)) != 0)
		return r;
	if ((x = open_of(list, n, &u)) == NULL) {
		op_errore(op, "ultimo", "serie-non-aperta",
		    "art. 53 DPR 445/2000", "%s: di questa serie e anno "
		    "l'ultimo numero non si aspetta, o è già detto", text);
		return 0;
	}
	if (x->al >= 0)
		op_errore(op, "ultimo", "doppio", NULL, "%s: di questa serie e "
		    "anno è detto due volte", text);
	x->al = u.numero < x->x->dal ? x->x->dal - 1 : u.numero;
	if (x->al - x->x->dal >= MOLTI)
		op_avviso(op, "ultimo", "molti-numeri", NULL, "%s: così ne "
		    "vanno perduti %d, e non se ne danno più: si conferma?",
		    text, x->al - x->x->dal + 1);
	return 0;
}

/* Each open series, with how far it goes; *tacite: those nobody spoke of. */
static int
resolve(struct aperta **out, int *n, const char **tacite, struct op *op)
{
	const struct nodo *x = nodo_child(op->in, "ultimo");
	struct numeri_aperti *open;
	struct aperta *list;
	int r, i;

	if ((r = ripristino_leggi(&open, n, op->a, op->st)) != 0)
		return r;
	list = arena_alloc(op->a, ((size_t)*n + 1) * sizeof *list);
	for (i = 0; i < *n; i++)
		list[i] = (struct aperta){ &open[i], -1 };
	for (; x != NULL; x = nodo_next(x, "ultimo"))
		if ((r = take_last(list, *n, op, nodo_all_text(op->a, x))) != 0)
			return r;
	*tacite = NULL;
	for (i = 0; i < *n; i++) {
		if (open[i].al > 0)
			list[i].al = open[i].al;
		if (list[i].al >= 0)
			continue;
		list[i].al = open[i].dal - 1;
		*tacite = arena_printf(op->a, "%s%s%s", *tacite == NULL ? "" :
		    *tacite, *tacite == NULL ? "" : ", ", serie_testo(op->a,
		    open[i].serie, open[i].anno, open[i].dal - 1));
	}
	*out = list;
	return 0;
}

static int
esamina(struct op *op)
{
	const char *tacite;
	struct aperta *list;
	int r, n;

	if ((r = resolve(&list, &n, &tacite, op)) != 0)
		return r;
	if (tacite != NULL)
		op_avviso(op, "ultimo", "altre-serie", "art. 53 DPR 445/2000",
		    "dell'ultimo numero dato di queste serie non è detto "
		    "niente; i ritrovati arrivano a %s: si conferma che non se "
		    "ne sa nessuno di più?", tacite);
	if (n == 0)
		op_errore(op, "motivo", "nessun-numero-manca",
		    "art. 53 DPR 445/2000", "a questo registro non manca nessun "
		    "numero: si dichiarano perduti solo quelli che «ripristina» "
		    "non ha ritrovato");
	return 0;
}

static void
add_range(struct op *op, struct nodo *doc, const struct aperta *x)
{
	struct nodo *n = nodo_elem(op->a, doc, "intervallo");

	if (strcmp(x->x->serie, SERIE_PG) != 0)
		nodo_elem_text(op->a, n, "serie", x->x->serie);
	nodo_elem_printf(op->a, n, "anno", "%d", x->x->anno);
	nodo_elem_printf(op->a, n, "dal", "%d", x->x->dal);
	nodo_elem_printf(op->a, n, "al", "%d", x->al);
}

static int
applica(struct op *op)
{
	struct nodo *doc = nodo_new(op->a, "numeri-perduti");
	const char *tacite;
	struct aperta *list;
	int r, n, i, count;

	if ((r = resolve(&list, &n, &tacite, op)) != 0 ||
	    (r = registro_documenti(&count, op->st->registro, "ente",
	    PERDUTI_DIR)) != 0)
		return r;
	for (i = 0; i < n; i++)
		add_range(op, doc, &list[i]);
	nodo_elem_text(op->a, doc, "verbale", op_campo(op, "verbale"));
	nodo_elem_text(op->a, doc, "motivo", op_campo(op, "motivo"));
	nodo_elem_text(op->a, doc, "utente", op_agente(op));
	nodo_elem_text(op->a, doc, "data", op_oggi(op));
	op_deposita(op, "ente", ordinale_path(op->a, PERDUTI_DIR, count + 1,
	    ".xml"), doc);
	return 0;
}

const struct atto atto_dichiara_perduti = {
	.nome = "dichiara-perduti",
	.sommario = "dichiara perduti i numeri che un ripristino non ha ritrovato",
	.norma = "artt. 53 e 63 DPR 445/2000",
	.flags = NEL_RIPRISTINO | PERSONALE,
	.esamina = esamina,
	.applica = applica,
};
