/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/manifesto.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/auto.h"
#include "base/random.h"

/* ---- writing ---- */

struct nodo *
manifesto_new(struct arena *a, const struct manifesto_capo *c)
{
	struct nodo *m = nodo_new(a, "manifesto"), *k;
	char id[ID_LEN + 1];

	random_id(id);
	nodo_set(a, m, "id", id);
	nodo_set(a, m, "versione", "1");
	nodo_elem_text(a, m, "scopo", c->scopo);
	if (c->utente != NULL) {
		nodo_elem_text(a, m, "utente", c->utente);
		nodo_elem_text(a, m, "per", c->per);
	} else {
		nodo_elem(a, m, "sigillo");
	}
	nodo_elem_text(a, m, "nome", c->nome);
	nodo_elem_text(a, m, "qualita", c->qualita);
	k = nodo_elem_text(a, m, "chiave", c->chiave);
	nodo_set(a, k, "tipo", c->tipo_chiave);
	nodo_elem_text(a, m, "ora", c->ora);
	return m;
}

void
manifesto_add(struct arena *a, struct nodo *m,
    const struct manifesto_oggetto *o)
{
	struct nodo *n = nodo_elem(a, m, "oggetto");

	nodo_set(a, n, "ruolo", o->ruolo);
	nodo_set(a, n, "impronta", o->impronta);
	nodo_set(a, n, "id", o->id);
	nodo_set(a, n, "versione", o->versione);
	nodo_set(a, n, "tipo", o->tipo);
	nodo_set(a, n, "protocollo", o->protocollo);
	nodo_set(a, n, "nome", o->nome);
	nodo_set(a, n, "formato", o->formato);
	if (o->dimensione > 0)
		nodo_set(a, n, "dimensione", arena_printf(a, "%" PRId64,
		    o->dimensione));
}

void
manifesto_bytes(struct buf *out, const struct nodo *m)
{
	nodo_write(out, m);
}

/* ---- reading ---- */

int
manifesto_capo(struct manifesto_capo *out, struct arena *a,
    const struct nodo *m)
{
	struct manifesto_capo c = {
		.scopo = nodo_value(a, m, "scopo"),
		.utente = nodo_value(a, m, "utente"),
		.per = nodo_value(a, m, "per"),
		.nome = nodo_value(a, m, "nome"),
		.qualita = nodo_value(a, m, "qualita"),
		.tipo_chiave = nodo_value(a, m, "chiave/@tipo"),
		.chiave = nodo_value(a, m, "chiave"),
		.ora = nodo_value(a, m, "ora"),
	};

	/* who signs is never left to be guessed */
	if (c.scopo == NULL || c.nome == NULL || c.tipo_chiave == NULL ||
	    c.chiave == NULL || c.ora == NULL ||
	    (c.utente == NULL) != (nodo_child(m, "sigillo") != NULL) ||
	    (c.utente == NULL && c.per != NULL))
		return err_set(ERR_INVALID, "il manifesto non dice chi firma, "
		    "con che chiave, quando o perché");
	*out = c;
	return 0;
}

static int
read_object(struct manifesto_oggetto *o, const struct nodo *n)
{
	const char *size = nodo_attr(n, "dimensione");

	*o = (struct manifesto_oggetto){
		.ruolo = nodo_attr(n, "ruolo"),
		.impronta = nodo_attr(n, "impronta"),
		.id = nodo_attr(n, "id"),
		.versione = nodo_attr(n, "versione"),
		.tipo = nodo_attr(n, "tipo"),
		.protocollo = nodo_attr(n, "protocollo"),
		.nome = nodo_attr(n, "nome"),
		.formato = nodo_attr(n, "formato"),
		.dimensione = size == NULL ? 0 : strtoll(size, NULL, 10),
	};
	return o->ruolo != NULL && o->impronta != NULL ? 0 :
	    err_set(ERR_INVALID, "il manifesto ha un oggetto senza ruolo o "
	    "senza impronta");
}

int
manifesto_oggetti(struct manifesto_oggetto **out, int *n, struct arena *a,
    const struct nodo *m)
{
	struct manifesto_oggetto *list = NULL, o;
	const struct nodo *x;
	int r, used = 0, cap = 0;

	for (x = nodo_child(m, "oggetto"); x; x = nodo_next(x, "oggetto")) {
		if ((r = read_object(&o, x)) != 0)
			return r;
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = o;
	}
	if (used == 0)
		return err_set(ERR_INVALID, "il manifesto non nomina niente");
	list = arena_more(a, list, used, &cap, sizeof *list);
	list[used] = (struct manifesto_oggetto){ 0 };
	*out = list;
	*n = used;
	return 0;
}

int
manifesto_oggetto(struct manifesto_oggetto *out, struct arena *a,
    const struct nodo *m, const char *ruolo)
{
	struct manifesto_oggetto *list;
	int r, i, n;

	if ((r = manifesto_oggetti(&list, &n, a, m)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if (strcmp(list[i].ruolo, ruolo) == 0) {
			*out = list[i];
			return 0;
		}
	return err_set(ERR_ABSENT, "il manifesto non ha oggetti di ruolo «%s»",
	    ruolo);
}
