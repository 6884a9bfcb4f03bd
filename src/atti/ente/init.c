/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * init.c - the first act of a store: the body, its offices, its policy and
 * the first responsible of the register.
 *
 * Refuses: a second time.  Norm: DPR 445/2000 artt. 50, 61.
 */
#include <string.h>

#include "atti/table.h"
#include "base/resource.h"
#include "documenti/firmabile.h"
#include "documenti/oscuramento.h"
#include "documenti/procedimento.h"
#include "documenti/repertorio.h"
#include "documenti/massimario.h"
#include "documenti/termini.h"
#include "xml/xml.h"

#define SALTO_MAX_GIORNI "5"

static int
esamina(struct op *op)
{
	const struct nodo *u, *v;
	struct ultimo ultimo;
	const char *codice;
	int r;

	if ((r = registro_ultimo(&ultimo, op->st->registro)) != 0)
		return r;
	if (ultimo.seq != 0)
		op_errore(op, "", "gia-iniziato", NULL,
		    "questo archivio è già iniziato");
	for (u = nodo_child(op->in, "ufficio"); u; u = nodo_next(u, "ufficio"))
		for (v = nodo_next(u, "ufficio"); v != NULL;
		    v = nodo_next(v, "ufficio")) {
			codice = nodo_value(op->a, u, "codice");
			if (strcmp(codice,
			    nodo_value(op->a, v, "codice")) == 0)
				op_errore(op, "ufficio", "doppio", NULL,
				    "l'ufficio %s è scritto due volte", codice);
		}
	return 0;
}

static struct nodo *
ente(struct op *op)
{
	static const char *const same[] = {
		"denominazione", "codice-ipa", "codice-aoo", "indirizzo", "pec"
	};
	struct nodo *n = nodo_new(op->a, "ente"), *x;
	const struct nodo *u;
	const char *demo = op_campo(op, "dimostrativo");
	size_t i;

	for (i = 0; i < NELEM(same); i++)
		nodo_elem_text(op->a, n, same[i], op_campo(op, same[i]));
	nodo_elem_text(op->a, n, "dimostrativo", demo != NULL ? demo : "no");
	nodo_elem_text(op->a, nodo_elem(op->a, n, "orologio"),
	    "salto-max-giorni", SALTO_MAX_GIORNI);
	for (u = nodo_child(op->in, "ufficio"); u; u = nodo_next(u, "ufficio")) {
		x = nodo_elem(op->a, n, "ufficio");
		nodo_set(op->a, x, "codice",
		    nodo_value(op->a, u, "codice"));
		nodo_elem_text(op->a, x, "denominazione",
		    nodo_value(op->a, u, "denominazione"));
	}
	return n;
}

static struct nodo *
responsabile(struct op *op)
{
	static const char *const same[] = {
		"cognome", "nome", "qualifica", "login"
	};
	struct nodo *n = nodo_new(op->a, "utente");
	const struct nodo *from = nodo_child(op->in, "responsabile");
	size_t i;

	nodo_set(op->a, n, "codice", nodo_value(op->a, from, "codice"));
	for (i = 0; i < NELEM(same); i++)
		nodo_elem_text(op->a, n, same[i],
		    nodo_value(op->a, from, same[i]));
	nodo_elem_text(op->a, n, "ruolo", "responsabile-protocollo");
	nodo_elem_text(op->a, n, "attivo", "si");
	return n;
}

/* Those that every body has: its decisions, and the authorised annulments of
 * the register. */
static void
add_repertories(struct op *op)
{
	static const char *const list[][3] = {
		{ "determinazioni", "Determinazioni", "art. 183 d.lgs. 267/2000" },
		{ REPERTORIO_ANNULLAMENTI, "Provvedimenti di annullamento di "
		    "protocollo", "art. 54 DPR 445/2000" },
	};
	size_t i;

	for (i = 0; i < NELEM(list); i++)
		op_deposita(op, "ente", repertorio_path(op->a, list[i][0]),
		    repertorio_make(op->a, list[i][0], list[i][1], list[i][2],
		    true));
}

/* What every body begins with. */
static int
model(struct nodo **out, struct op *op, const char *nome)
{
	const struct resource *m = resource_find(arena_printf(op->a,
	    "templates/ente/%s", nome));

	if (m == NULL)
		return err_set(ERR_FAULT, "manca il modello di %s", nome);
	return xml_parse(out, op->a, m->data, m->size, XML_OURS);
}

static int
applica(struct op *op)
{
	struct nodo *n, *permessi, *procedimento, *termini, *oscuramento;
	struct nodo *firme, *massimario;
	int r;

	if ((r = model(&permessi, op, "permessi.xml")) != 0 ||
	    (r = model(&procedimento, op, PROCEDIMENTO_PERCORSO)) != 0 ||
	    (r = model(&termini, op, TERMINI_PERCORSO)) != 0 ||
	    (r = model(&oscuramento, op, OSCURAMENTO_PERCORSO)) != 0 ||
	    (r = model(&firme, op, FIRME_PERCORSO)) != 0 ||
	    (r = model(&massimario, op, MASSIMARIO_PERCORSO)) != 0)
		return r;
	op_deposita(op, "ente", "ente.xml", ente(op));
	n = responsabile(op);
	op_deposita(op, "ente", arena_printf(op->a, "utenti/%s.xml",
	    nodo_attr(n, "codice")), n);
	op_deposita(op, "ente", "permessi.xml", permessi);
	op_deposita(op, "ente", PROCEDIMENTO_PERCORSO, procedimento);
	op_deposita(op, "ente", TERMINI_PERCORSO, termini);
	op_deposita(op, "ente", OSCURAMENTO_PERCORSO, oscuramento);
	op_deposita(op, "ente", FIRME_PERCORSO, firme);
	op_deposita(op, "ente", MASSIMARIO_PERCORSO, massimario);
	add_repertories(op);
	return 0;
}

const struct atto atto_init = {
	.nome = "init",
	.sommario = "crea l'archivio di un ente e il primo responsabile",
	.norma = "artt. 50 e 61 DPR 445/2000",
	.flags = FONDA,
	.esamina = esamina,
	.applica = applica,
};
