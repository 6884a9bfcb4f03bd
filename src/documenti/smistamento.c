/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/smistamento.h"

#include <string.h>

static const char *
person(struct arena *a, const struct nodo *d)
{
	const char *v = nodo_value(a, d, "utente");

	return v != NULL ? v : "";
}

static bool
same(struct arena *a, const struct nodo *d, const struct nodo *e)
{
	return strcmp(nodo_value(a, d, "ufficio"),
	    nodo_value(a, e, "ufficio")) == 0 &&
	    strcmp(person(a, d), person(a, e)) == 0;
}

static void
check_twice(struct rilievi *out, const struct nodo *in)
{
	const struct nodo *d, *e;

	for (d = nodo_child(in, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione")) {
		for (e = nodo_child(in, "destinazione"); e != d;
		    e = nodo_next(e, "destinazione"))
			if (same(out->a, d, e))
				break;
		if (e != d)
			rilievo_add(out, ERRORE, nodo_path(out->a,
			    nodo_child(d, "ufficio")), "ufficio-doppio", NULL,
			    "l'ufficio %s è scritto due volte",
			    nodo_value(out->a, d, "ufficio"));
	}
}

void
smistamento_check(struct rilievi *out, const struct nodo *in, bool competente)
{
	const struct nodo *d;

	check_twice(out, in);
	for (d = nodo_child(in, "destinazione"); d != NULL && !competente;
	    d = nodo_next(d, "destinazione"))
		competente = strcmp(nodo_value(out->a, d, "titolo"),
		    COMPETENZA) == 0;
	if (!competente)
		rilievo_add(out, ERRORE, "/smista/destinazione",
		    "senza-competenza", "art. 4 L. 241/1990", "almeno un "
		    "ufficio la riceve per competenza: indicalo con "
		    "--destinazione.titolo competenza");
}

bool
smistamento_sostituisce(struct arena *a, const struct nodo *in)
{
	const char *v = nodo_value(a, in, "sostituisce");

	return v != NULL && strcmp(v, "si") == 0;
}

struct nodo *
smistamento_make(struct arena *a, const struct nodo *in, int ordine,
    const char *ora, const char *operatore)
{
	struct nodo *out = nodo_new(a, "smistamento");
	const struct nodo *d;

	nodo_elem_text(a, out, "protocollo", nodo_value(a, in, "protocollo"));
	nodo_elem_printf(a, out, "ordine", "%d", ordine);
	if (smistamento_sostituisce(a, in))
		nodo_elem_text(a, out, "sostituisce", "si");
	for (d = nodo_child(in, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione"))
		nodo_add(out, nodo_copy(a, d));
	nodo_elem_text(a, out, "nota", nodo_value(a, in, "nota"));
	nodo_elem_text(a, out, "operatore", operatore);
	nodo_elem_text(a, out, "ora", ora);
	return out;
}

/* What all that follows a registration begins with. */
static struct nodo *
follow_up(struct arena *a, const char *tipo, const struct numero *n,
    int ordine)
{
	struct nodo *out = nodo_new(a, tipo);

	nodo_elem_text(a, out, "protocollo", numero_text(a, n));
	nodo_elem_printf(a, out, "ordine", "%d", ordine);
	return out;
}

struct nodo *
presa_visione_make(struct arena *a, const struct numero *n, int ordine,
    const char *const *uffici, const char *utente, const char *ora)
{
	struct nodo *out = follow_up(a, "presa-visione", n, ordine);

	for (; *uffici != NULL; uffici++)
		nodo_elem_text(a, out, "ufficio", *uffici);
	nodo_elem_text(a, out, "utente", utente);
	nodo_elem_text(a, out, "ora", ora);
	return out;
}

static struct nodo *
step(struct arena *a, const char *tipo, const struct numero *n, int ordine,
    const struct smistamento_destinazione *d, const char *utente,
    const char *ora)
{
	struct nodo *out = follow_up(a, tipo, n, ordine);

	nodo_elem_printf(a, out, "smistamento", "%d", d->ordine);
	nodo_elem_text(a, out, "ufficio", d->ufficio);
	nodo_elem_text(a, out, "destinatario", d->utente);
	nodo_elem_text(a, out, "utente", utente);
	nodo_elem_text(a, out, "ora", ora);
	return out;
}

struct nodo *
presa_in_carico_make(struct arena *a, const struct numero *n, int ordine,
    const struct smistamento_destinazione *d, const char *utente,
    const char *ora)
{
	return step(a, "presa-in-carico", n, ordine, d, utente, ora);
}

struct nodo *
rifiuto_make(struct arena *a, const struct numero *n, int ordine,
    const struct smistamento_destinazione *d, const char *utente,
    const char *ora, const char *motivo)
{
	struct nodo *out = step(a, "rifiuto", n, ordine, d, utente, ora);

	nodo_elem_text(a, out, "motivo", motivo);
	return out;
}
