/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * comunica_esito.c - tell how a determinazione ended: to the social worker, or
 * to the citizen it is about.
 *
 * Within the body the letter is an interna, sent to who answers for the case;
 * with an addressee it is an uscita, with the remedies.  Refuses: a draft, an
 * addressee who cannot be reached.  Keeps: the oggetto has no name.
 * Norm: L. 241/1990 artt. 3 c. 4, 21-bis; Prato procedure, step 6.
 */
#include <string.h>

#include "atti/carte/missiva.h"
#include "atti/caso/determine.h"
#include "atti/table.h"

struct prep {
	struct missiva m;
	struct carta *carta;
};

static bool
to_citizen(const struct op *op)
{
	return nodo_child(op->in, "destinatario") != NULL;
}

static const char *
model(const struct op *op)
{
	return to_citizen(op) ? MODELLO_ESITO : MODELLO_ESITO_INTERNO;
}

static int
esamina(struct op *op)
{
	struct nodo *doc;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = determina_trova(&doc, op, &caso, false)) != 0)
		return r;
	return missiva_esamina(op, &caso, model(op));
}

/* <procedimento>, as it ended. */
static int
parts(struct nodo **out, struct op *op, const struct caso *caso,
    const struct nodo *doc)
{
	struct nodo *is, *n;
	int r;

	if ((r = store_documento(&is, op->a, op->st, caso->folder,
	    nodo_value(op->a, doc, "istruttoria"))) != 0 ||
	    (r = istruttoria_carta(&n, op, is)) != 0)
		return r;
	determinazione_in_carta(op->a, n, doc);
	*out = nodo_new(op->a, "parti");
	nodo_add(*out, n);
	return 0;
}

static int
letter(struct missiva *out, struct op *op, const struct caso *caso)
{
	struct nodo *doc, *own;
	int r;

	memset(out, 0, sizeof *out);
	if ((r = store_documento(&doc, op->a, op->st, caso->folder,
	    op_campo(op, "determinazione"))) != 0 ||
	    (r = parts(&own, op, caso, doc)) != 0 ||
	    (r = registro_ufficio_di(&out->ufficio, op->a, op->st->registro,
	    op_agente(op))) != 0)
		return r;
	out->oggetto = arena_printf(op->a, "%s: esito della pratica - %s",
	    op_campo(op, "cartella"), nodo_value(op->a, doc, "oggetto"));
	out->modello = model(op);
	out->corpo = nodo_child(op->in, "testo");
	out->parti = own;
	out->nome = "esito";
	if (!to_citizen(op)) {
		out->a_ufficio = caso->c.ufficio;
		out->a_utente = caso->c.responsabile;
	}
	return 0;
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	struct caso caso;
	int r;

	if ((r = caso_dipende(&caso, op)) != 0 ||
	    (r = letter(&p->m, op, &caso)) != 0)
		return r;
	if ((r = missiva_prepara(&p->carta, op, &caso, &p->m)) != 0)
		return r < 0 ? r : 0;
	op->prep = p;
	return 0;
}

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	const char *path;
	struct numero prot;
	struct caso caso;
	int r;

	if (p == NULL)
		return err_set(ERR_FAULT, "la lettera non è stata preparata");
	if ((r = caso_find(&caso, op)) != 0)
		return r;
	return missiva_applica(&prot, &path, op, &caso, p->carta, &p->m);
}

const struct atto atto_comunica_esito = {
	.nome = "comunica-esito",
	.sommario = "comunica l'esito all'assistente sociale, o al cittadino",
	.norma = "artt. 3 c. 4 e 21-bis L. 241/1990",
	.flags = PROTOCOLLA | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
