/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * comunica.c - a letter to a third party: made, signed, registered as uscita.
 *
 * Refuses: a closed cartella, an addressee who cannot be reached, or not by
 * that means, a signer without a key.  Warns: a name of the scheda in the
 * oggetto (initials and code belong there).  Keeps: the signed bytes never
 * contain their own number.  Norm: DPR 445/2000 artt. 53, 55; GDPR art. 5.
 */
#include "atti/carta.h"
#include "atti/cartella.h"
#include "atti/classificare.h"
#include "atti/esterno.h"
#include "atti/firmare.h"
#include "atti/protocolla.h"
#include "atti/table.h"
#include "documenti/lettera.h"
#include "documenti/registrazione.h"

static int
check_reference(struct op *op)
{
	const char *rif = op_campo(op, "riferimento");
	struct occhio occhio = op_occhio(op);
	struct numero n;
	int r;

	if (rif == NULL)
		return 0;
	if ((r = numero_parse(&n, rif)) != 0)
		return r;
	r = registro_vede(op->st->registro, &occhio, &n);
	if (r == ERR_ABSENT)
		op_errore(op, "riferimento", "riferimento-ignoto", NULL,
		    "il protocollo %s non c'è fra quelli che puoi vedere",
		    rif);
	return r == ERR_ABSENT ? 0 : r;
}

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0)
		return r;
	lettera_check_recapito(&op->ril, op->in);
	if ((r = check_reference(op)) != 0 ||
	    (r = classifica_check(op, "classifica", classifica_di(op,
	    &caso))) != 0 ||
	    (r = caso_senza_nome(op, &caso, "oggetto",
	    op_campo(op, "oggetto"))) != 0)
		return r;
	return firmare_esamina(op);
}

static int
letter(struct nodo **out, struct op *op, const struct cartella *c)
{
	const char *rif = op_campo(op, "riferimento");
	struct nodo *n, *corpo;
	const struct nodo *x;
	int r;

	if ((r = carta_lettera(&n, op, c->ufficio,
	    op_campo(op, "luogo"))) != 0)
		return r;
	nodo_add(n, nodo_copy(op->a, nodo_child(op->in, "destinatario")));
	nodo_elem_text(op->a, n, "oggetto", op_campo(op, "oggetto"));
	if (rif != NULL)
		nodo_elem_printf(op->a, n, "riferimento", "prot. %s", rif);
	corpo = nodo_elem(op->a, n, "corpo");
	for (x = nodo_child(nodo_child(op->in, "testo"), NULL); x != NULL;
	    x = nodo_next(x, NULL))
		nodo_add(corpo, nodo_copy(op->a, x));
	*out = n;
	return carta_firmatario(n, op);
}

/* The fields of the registration. */
static struct nodo *
fields(struct op *op, const struct carta *carta, const struct caso *caso)
{
	struct nodo *in = lettera_registra(op->a, carta->lettera, "uscita",
	    op_campo(op, "mezzo"), classifica_di(op, caso));

	carta_file(in, op, carta);
	return in;
}

static int
prepara(struct op *op)
{
	struct carta *carta = arena_alloc(op->a, sizeof *carta);
	struct nodo *lettera;
	struct caso caso;
	int r;

	/* of the folder only its office goes into the letter, and who writes
	 * is of that office: no op_dipende */
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = letter(&lettera, op, &caso.c)) != 0)
		return r;
	r = carta_fai(carta, op, lettera, op_campo(op, "oggetto"),
	    arena_printf(op->a, "comunicazione-%s", op_campo(op, "cartella")),
	    caso.folder);
	if (r != 0)
		return r < 0 ? r : 0;
	op->prep = carta;
	return esterno_chiedi(op, fields(op, carta, &caso));
}

/* The letter as the cartella keeps it. */
static struct nodo *
document(struct op *op, const struct carta *carta, const struct caso *caso)
{
	struct nodo *doc = nodo_new(op->a, "comunicazione");

	nodo_elem_text(op->a, doc, "cartella", numero_text(op->a, &caso->n));
	nodo_elem_text(op->a, doc, "protocollo", op->fatto);
	nodo_elem_text(op->a, doc, "autore", op->utente);
	carta_nodi(doc, op, carta);
	return doc;
}

static int
applica(struct op *op)
{
	const struct carta *carta = op->prep;
	struct numero prot;
	struct caso caso;
	int r, count;

	if (carta == NULL)
		return err_set(ERR_FAULT, "la lettera non è stata preparata");
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = registro_documenti(&count, op->st->registro, caso.folder,
	    "comunicazioni")) != 0 ||
	    (r = protocolla_numero(&prot, op)) != 0)
		return r;
	op_deposita(op, caso.folder, ordinale_path(op->a, "comunicazioni",
	    count + 1, ".xml"), document(op, carta, &caso));
	protocolla(op, &prot, fields(op, carta, &caso));
	return 0;
}

const struct atto atto_comunica = {
	.nome = "comunica",
	.sommario = "scrive a un terzo: lettera firmata, protocollata in uscita",
	.norma = "artt. 53 e 55 DPR 445/2000",
	.flags = PROTOCOLLA | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
