/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prepara_emergenza.c - make ready a kit: the register of a second machine,
 * for when this one cannot be used.
 *
 * Refuses: a second kit while one is out.  Keeps: emergency numbers unique
 * over the year, whatever interruptions it has.  The directory of the kit is
 * written afterwards, by `scrivi-kit`.  Norm: DPR 445/2000 art. 63.
 */
#include <string.h>

#include "atti/emergenza/kit.h"
#include "atti/table.h"
#include "base/random.h"
#include "registro/emergenza.h"

#define GIORNI 90		/* when the istanza does not say */
#define GIORNI_MAX 365

static int
esamina(struct op *op)
{
	const char *scade = op_campo(op, "scade");
	char oggi[GIORNO_LEN + 1], limite[GIORNO_LEN + 1];
	struct nodo *last;
	int r, ordine;

	if ((r = kit_ultimo(&last, &ordine, op->a, op->st)) != 0)
		return r;
	if (kit_fuori(op->a, last))
		op_errore(op, "", "kit-fuori", EMERGENZA_ART63, "il kit n. %d, "
		    "preparato il %.10s, è ancora fuori: fallo rientrare con "
		    "«chiudi-emergenza», o annullalo con «annulla-kit»", ordine,
		    nodo_value(op->a, last, "preparato"));
	if (scade == NULL)
		return 0;
	kit_oggi(oggi, op);
	giorno_dopo(limite, oggi, GIORNI_MAX);
	if (strcmp(scade, oggi) < 0 || strcmp(scade, limite) > 0)
		op_errore(op, "scade", "scadenza", NULL,
		    "un kit si può usare fino a un giorno fra oggi e il %s",
		    limite);
	return 0;
}

/* The last number used in this year: of a row that came back, or written by
 * hand when a kit was annulled. */
static int
last_number(const char **out, struct op *op, const struct nodo *last)
{
	const char *known = last != NULL ?
	    nodo_value(op->a, last, "ultimo") : NULL;
	struct numero n = { SERIE_EMERGENZA, clock_year(op->ora), 0 }, k;
	int r;

	*out = NULL;
	if ((r = registro_numero(&n.progressivo, op->st->registro, n.serie,
	    n.anno)) != 0 ||
	    (known != NULL && (r = numero_parse(&k, known)) != 0))
		return r;
	n.progressivo--;
	if (known != NULL && k.anno == n.anno &&
	    k.progressivo > n.progressivo)
		n.progressivo = k.progressivo;
	if (n.progressivo > 0)
		*out = numero_text(op->a, &n);
	return 0;
}

static struct nodo *
kit_new(struct op *op, int ordine, const struct ultimo *ultimo)
{
	struct nodo *n = nodo_new(op->a, "kit-emergenza"), *x;
	char half[2][ID_LEN + 1], codice[ID_LEN + 1];
	char oggi[GIORNO_LEN + 1], scade[GIORNO_LEN + 1];

	random_id(codice);
	random_id(half[0]);
	random_id(half[1]);
	kit_oggi(oggi, op);
	giorno_dopo(scade, oggi, GIORNI);
	nodo_elem_printf(op->a, n, "ordine", "%d", ordine);
	nodo_elem_text(op->a, n, "stato", "preparato");
	nodo_elem_text(op->a, n, "codice", codice);
	nodo_elem_printf(op->a, n, "chiave", "%s%s", half[0], half[1]);
	nodo_elem_text(op->a, n, "preparato", op->ora_iso);
	nodo_elem_text(op->a, n, "operatore", op->utente);
	nodo_elem_text(op->a, n, "scade", op_campo(op, "scade") != NULL ?
	    op_campo(op, "scade") : scade);
	x = nodo_elem(op->a, n, "anello");
	nodo_set(op->a, x, "seq",
	    arena_printf(op->a, "%lld", (long long)ultimo->seq));
	nodo_set(op->a, x, "impronta", ultimo->impronta);
	return n;
}

static int
applica(struct op *op)
{
	struct nodo *last, *kit;
	struct ultimo ultimo;
	const char *number;
	int r, ordine;

	if ((r = kit_ultimo(&last, &ordine, op->a, op->st)) != 0 ||
	    (r = registro_ultimo(&ultimo, op->st->registro)) != 0 ||
	    (r = last_number(&number, op, last)) != 0)
		return r;
	kit = kit_new(op, ++ordine, &ultimo);
	nodo_elem_text(op->a, kit, "ultimo", number);
	op->fatto = arena_printf(op->a, "%d", ordine);
	op_deposita(op, "ente", kit_path(op->a, ordine), kit);
	return 0;
}

const struct atto atto_prepara_emergenza = {
	.nome = "prepara-emergenza",
	.sommario = "prepara un kit per il registro di emergenza",
	.norma = EMERGENZA_ART63,
	.esamina = esamina,
	.applica = applica,
};
