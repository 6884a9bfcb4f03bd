/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * preavvisa.c - tell who asked why the answer is going to be no.
 *
 * Refuses: an inquiry that nobody asked for, one that has not begun, a second
 * preavviso.  Keeps: from its day the term of the inquiry is suspended.
 * Norm: L. 241/1990 art. 10-bis.
 */
#include "atti/carte/missiva.h"
#include "atti/caso/caso_passaggio.h"
#include "atti/caso/istruttoria.h"
#include "atti/table.h"

#define ART10BIS "art. 10-bis L. 241/1990"

struct prep {
	const char *ufficio, *oggetto;	/* of the letter */
	struct nodo *parti;		/* of its data: <procedimento> */
	struct carta *carta;
};

static int
esamina(struct op *op)
{
	struct istruttoria is;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = caso_stato(op, &caso, NULL)) != 0 ||
	    (r = istruttoria_avviata(&is, op, &caso)) != 0)
		return r;
	if (is.doc != NULL && !istruttoria_di_parte(op->a, is.doc))
		op_errore(op, "cartella", "non-di-parte", ART10BIS,
		    "si preavvisa chi ha presentato un'istanza: questo "
		    "procedimento è cominciato d'ufficio");
	if (is.preavviso != NULL)
		op_errore(op, "cartella", "gia-preavvisato", ART10BIS,
		    "il preavviso è già stato comunicato il %s: è %s",
		    nodo_value(op->a, is.preavviso_doc, "data"), is.preavviso);
	return missiva_esamina(op, &caso, MODELLO_PREAVVISO);
}

static struct missiva
letter(struct op *op, const struct prep *p)
{
	(void)op;
	return (struct missiva){ .ufficio = p->ufficio, .oggetto = p->oggetto,
	    .modello = MODELLO_PREAVVISO, .parti = p->parti,
	    .nome = "preavviso" };
}

/* What the letter says. */
static int
compose(struct prep *p, struct op *op, const struct caso *caso)
{
	struct istruttoria is;
	struct nodo *n;
	int r;

	if ((r = istruttoria_leggi(&is, op, caso)) != 0 ||
	    (r = registro_ufficio_di(&p->ufficio, op->a, op->st->registro,
	    op_agente(op))) != 0 ||
	    (r = istruttoria_carta(&n, op, is.doc)) != 0)
		return r;
	p->oggetto = arena_printf(op->a, "%s: motivi che ostano "
	    "all'accoglimento - %s", op_campo(op, "cartella"),
	    nodo_value(op->a, is.doc, "oggetto"));
	preavviso_in_carta(op->a, n, nodo_child(op->in, "motivi"));
	p->parti = nodo_new(op->a, "parti");
	nodo_add(p->parti, n);
	return 0;
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	struct missiva m;
	struct caso caso;
	int r;

	if ((r = caso_dipende(&caso, op)) != 0 ||
	    (r = compose(p, op, &caso)) != 0)
		return r;
	m = letter(op, p);
	if ((r = missiva_prepara(&p->carta, op, &caso, &m)) != 0)
		return r < 0 ? r : 0;
	op->prep = p;
	return 0;
}

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	struct istruttoria is;
	struct numero prot;
	struct missiva m;
	const char *path;
	struct nodo *doc;
	struct caso caso;
	int r;

	if (p == NULL)
		return err_set(ERR_FAULT, "la lettera non è stata preparata");
	m = letter(op, p);
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = istruttoria_leggi(&is, op, &caso)) != 0 ||
	    (r = missiva_applica(&prot, &path, op, &caso, p->carta, &m)) != 0)
		return r;
	doc = preavviso_make(op->a, op->in, is.percorso, op_oggi(op));
	istruttoria_fine(op->a, doc, path, numero_text(op->a, &prot),
	    op_agente(op));
	op_deposita(op, caso.folder, ordinale_path(op->a, "istruttoria",
	    is.prossima, ".xml"), doc);
	return caso_passa(op, &caso, NULL);
}

const struct atto atto_preavvisa = {
	.nome = "preavvisa",
	.sommario = "comunica i motivi per cui un'istanza non sarà accolta",
	.norma = "art. 10-bis L. 241/1990",
	.flags = PROTOCOLLA | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
