/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * avvia_istruttoria.c - the administrative office begins the inquiry on an
 * approved proposta, and tells who is concerned.
 *
 * Refuses: a cartella that has no proposta approved, an inquiry that has begun
 * already, an istanza without its day, a responsible person who is not of the
 * staff.  Warns: nobody is told.  Keeps: the letter is made and signed before
 * it has a number.  Norm: L. 241/1990 artt. 2, 5, 7, 8; Prato procedure, step 5.
 */
#include <string.h>

#include "atti/carte/missiva.h"
#include "atti/caso/caso_passaggio.h"
#include "atti/caso/istruttoria.h"
#include "atti/table.h"
#include "documenti/proposta.h"
#include "registro/fascicoli.h"

struct prep {
	struct nodo *doc;		/* <istruttoria>, without its end */
	const char *ufficio, *oggetto;	/* of the letter */
	struct nodo *parti;		/* of its data: <procedimento> */
	struct carta *carta;		/* NULL: nobody is told */
};

/* ---- rules ---- */

static const char *
responsible(struct op *op)
{
	const char *r = op_campo(op, "responsabile");

	return r != NULL ? r : op_agente(op);
}

static int
check_responsible(struct op *op)
{
	struct utente u;
	int r;

	r = registro_utente(&u, op->a, op->st->registro, responsible(op));
	if (r == ERR_ABSENT || (r == 0 && !u.attivo)) {
		op_errore(op, "responsabile", "utente-ignoto",
		    "art. 5 L. 241/1990", "%s non è fra chi lavora nell'ente",
		    responsible(op));
		return 0;
	}
	return r;
}

/* One of the cartella, of which he is told that it is there, or that he sees. */
static int
check_origin(struct op *op, const struct caso *caso)
{
	const char *prot = op_campo(op, "istanza-protocollo"), *ignored;
	struct occhio occhio = op_occhio(op);
	struct numero n;
	int r;

	if (prot == NULL)
		return 0;
	if ((r = numero_parse(&n, prot)) != 0)
		return r;
	r = registro_come_in(&ignored, op->a, op->st->registro, &caso->n, &n);
	if (r == ERR_ABSENT)
		r = registro_vede(op->st->registro, &occhio, &n);
	if (r == ERR_ABSENT)
		op_errore(op, "istanza-protocollo", "protocollo-ignoto", NULL,
		    "il protocollo %s non c'è fra quelli che puoi vedere",
		    prot);
	return r == ERR_ABSENT ? 0 : r;
}

/* Whatever states the body allows: of what the coordinator has approved. */
static int
check_approved(struct op *op, const struct caso *caso, const char *path)
{
	struct nodo *doc;
	int r;

	if (path != NULL && (r = store_documento(&doc, op->a, op->st,
	    caso->folder, path)) != 0)
		return r;
	if (path == NULL || strcmp(nodo_value(op->a, doc, "stato"),
	    PROPOSTA_APPROVATA) != 0)
		op_errore(op, "cartella", "senza-proposta", NULL, "nella "
		    "cartella non c'è una proposta approvata da istruire");
	return 0;
}

static int
check_first(struct op *op, const struct caso *caso)
{
	struct istruttoria is;
	int r;

	if (op->ril.errori > 0)
		return 0;
	if ((r = istruttoria_leggi(&is, op, caso)) != 0)
		return r;
	if (is.percorso != NULL)
		op_errore(op, "cartella", "gia-avviata", NULL, "l'istruttoria "
		    "è già avviata: è %s", is.percorso);
	return check_approved(op, caso, is.proposta);
}

static int
check_told(struct op *op, const struct caso *caso)
{
	if (nodo_child(op->in, "destinatario") != NULL)
		return missiva_esamina(op, caso, MODELLO_AVVIO);
	op_avviso(op, "destinatario", "senza-comunicazione",
	    "art. 7 L. 241/1990", "a nessuno si comunica l'avvio: scrivi il "
	    "destinatario o, se lo impediscono ragioni di urgenza o la tutela "
	    "del minore, conferma con --conferma senza-comunicazione");
	return 0;
}

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = caso_stato(op, &caso, NULL)) != 0 ||
	    (r = check_first(op, &caso)) != 0)
		return r;
	istruttoria_check(&op->ril, op->in, op_oggi(op));
	if ((r = check_responsible(op)) != 0 ||
	    (r = check_origin(op, &caso)) != 0)
		return r;
	return check_told(op, &caso);
}

/* ---- the letter ---- */

static int
document(struct prep *p, struct op *op, const struct caso *caso)
{
	struct istruttoria_dati d = { .responsabile = responsible(op),
	    .oggi = op_oggi(op) };
	struct istruttoria is;
	struct nodo *proposta;
	int r;

	if ((r = istruttoria_leggi(&is, op, caso)) != 0 ||
	    (r = store_documento(&proposta, op->a, op->st, caso->folder,
	    is.proposta)) != 0 ||
	    (r = registro_ufficio_di(&d.ufficio, op->a, op->st->registro,
	    op_agente(op))) != 0)
		return r;
	d.proposta = is.proposta;
	d.oggetto = nodo_value(op->a, proposta, "oggetto");
	p->doc = istruttoria_make(op->a, op->in, &d);
	p->ufficio = d.ufficio;
	p->oggetto = arena_printf(op->a, "%s: avvio del procedimento - %s",
	    op_campo(op, "cartella"), d.oggetto);
	return 0;
}

static struct missiva
letter(struct op *op, const struct prep *p)
{
	return (struct missiva){ .ufficio = p->ufficio, .oggetto = p->oggetto,
	    .riferimento = op_campo(op, "istanza-protocollo"),
	    .modello = MODELLO_AVVIO, .corpo = nodo_child(op->in, "testo"),
	    .parti = p->parti, .nome = "avvio" };
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	struct nodo *procedimento;
	struct missiva m;
	struct caso caso;
	int r;

	if ((r = caso_dipende(&caso, op)) != 0 ||
	    (r = document(p, op, &caso)) != 0)
		return r;
	op->prep = p;
	if (nodo_child(op->in, "destinatario") == NULL)
		return 0;
	if ((r = istruttoria_carta(&procedimento, op, p->doc)) != 0)
		return r;
	p->parti = nodo_new(op->a, "parti");
	nodo_add(p->parti, procedimento);
	m = letter(op, p);
	r = missiva_prepara(&p->carta, op, &caso, &m);
	return r < 0 ? r : 0;
}

/* ---- effect ---- */

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	const char *letter_path = NULL;
	struct istruttoria is;
	struct numero prot;
	struct missiva m;
	struct caso caso;
	int r;

	if (p == NULL)
		return err_set(ERR_FAULT, "l'istruttoria non è preparata");
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = istruttoria_leggi(&is, op, &caso)) != 0)
		return r;
	m = letter(op, p);
	op->fatto = numero_text(op->a, &caso.n);
	op->casa = caso.folder;
	if (p->carta != NULL && (r = missiva_applica(&prot, &letter_path, op,
	    &caso, p->carta, &m)) != 0)
		return r;
	istruttoria_fine(op->a, p->doc, letter_path, p->carta != NULL ?
	    numero_text(op->a, &prot) : NULL, op_agente(op));
	op_deposita(op, caso.folder, ordinale_path(op->a, "istruttoria",
	    is.prossima, ".xml"), p->doc);
	return caso_passa(op, &caso, NULL);
}

const struct atto atto_avvia_istruttoria = {
	.nome = "avvia-istruttoria",
	.sommario = "comincia l'istruttoria di una proposta approvata e lo comunica",
	.norma = "artt. 7 e 8 L. 241/1990",
	.flags = PROTOCOLLA | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
