/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * copia_oscurata.c - a copy of a document for somebody who may not see all of
 * it: what the policy of the body does not let pass, and what its author takes
 * out by hand, is gone before there is any layout.
 *
 * Refuses: a document that the operator may not read whole, or of a type that
 * is not given to that destination; a reserved entry of the diary, to anybody;
 * a passage by hand that is not there.  Warns: when an address is protected,
 * text may tell it.  Keeps: what was left out, of which kinds, from which
 * version, by which policy.  Norm: GDPR artt. 5 c. 1 lett. c, 25.
 */
#include "atti/carte/copiare.h"

#include <string.h>

#include "atti/table.h"
#include "resa/resa.h"
#include "worker/worker.h"

#define COPIE_DIR "copie"

struct lavoro {
	struct caso caso;
	struct stampando s;
	struct nodo *politica;
	struct oscuramento o;
	/* what prepara made */
	struct nodo *omissioni;
	const char *odt, *pdf;		/* improntas */
};

/* ---- what there is ---- */

static int
look(struct lavoro *x, struct op *op)
{
	int r;

	memset(x, 0, sizeof *x);
	if ((r = caso_find(&x->caso, op)) != 0 ||
	    (r = stampare_leggi(&x->s, op, &x->caso.n, op_campo(op,
	    "documento"))) != 0 ||
	    (r = store_documento(&x->politica, op->a, op->st, "ente",
	    OSCURAMENTO_PERCORSO)) != 0 ||
	    (r = copiare_protetto(&x->o.protetto, op, &x->caso.n)) != 0)
		return r;
	x->o.politica = x->politica;
	x->o.destinazione = oscuramento_destinazione(x->politica,
	    op_campo(op, "per"));
	return 0;
}

/* ---- rules ---- */

static void
check_destination(struct op *op, const struct lavoro *x)
{
	if (x->o.destinazione == NULL) {
		op_errore(op, "per", "destinazione-ignota", NULL, "la politica "
		    "di oscuramento non conosce «%s»: ci sono %s", op_campo(op,
		    "per"), oscuramento_nomi(op->a, x->politica));
		return;
	}
	if (!oscuramento_da(x->o.destinazione, x->s.tipo))
		op_errore(op, "documento", "tipo-non-dato", "art. 5 GDPR",
		    "a «%s» non si danno documenti di tipo %s: che cosa si dà "
		    "lo dice «oscuramento»", op_campo(op, "per"), x->s.tipo);
}

static void
check_address(struct op *op, const struct lavoro *x)
{
	if (x->o.protetto && x->o.destinazione != NULL &&
	    oscuramento_protegge(x->o.destinazione))
		op_avviso(op, "documento", "indirizzo-protetto", NULL,
		    "la cartella ha un indirizzo protetto: i campi che lo "
		    "dicono si tolgono, il testo va riletto e ciò che vi "
		    "accenna tolto con --ometti; quando è fatto, conferma con "
		    "--conferma indirizzo-protetto");
}

static int
esamina(struct op *op)
{
	struct lavoro x;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 || (r = look(&x, op)) != 0)
		return r;
	copiare_non_riservato(op, &x.s);
	check_destination(op, &x);
	oscuramento_a_mano(&op->ril, op->a, op->in, x.s.doc);
	check_address(op, &x);
	return 0;
}

/* ---- the copy ---- */

static struct nodo *
words(struct op *op, const struct lavoro *x)
{
	struct nodo *w = nodo_new(op->a, "parole");

	nodo_elem_text(op->a, w, "avviso", "COPIA CON OMISSIONI");
	nodo_elem_printf(op->a, w, "p", "Copia con omissioni dal documento %s, "
	    "%s, versione %d, impronta SHA-256 %s; omessi: %s.",
	    x->s.percorso, numero_text(op->a, &x->s.n), x->s.versione,
	    x->s.impronta, oscuramento_dice(op->a, x->omissioni));
	nodo_elem_printf(op->a, w, "p", "Rilasciata per: %s.",
	    nodo_value(op->a, x->o.destinazione, "denominazione"));
	if (x->s.firma == NULL && x->s.da_firmare)
		nodo_elem_text(op->a, w, "p", "L'originale è una bozza non "
		    "firmata.");
	return w;
}

static int
make_paper(struct lavoro *x, struct op *op)
{
	const char *nome = arena_printf(op->a, "copia-%s-%s",
	    op_campo(op, "per"), copiare_nome(op, &x->s));
	AUTO_BUF bare = { 0 };
	AUTO_BUF odt = { 0 };
	AUTO_BUF pdf = { 0 };
	int r;

	x->omissioni = nodo_new(op->a, "omissioni");
	if ((r = stampare_odt(&bare, op, &x->s, NULL, &x->o,
	    x->omissioni)) != 0 ||
	    (r = resa_aggiungi(&odt, bare.data, bare.len, words(op,
	    x))) != 0 ||
	    (r = worker_pdf(&pdf, odt.data, odt.len)) != 0 ||
	    (r = copiare_allegato(&x->odt, op, &x->caso, odt.data, odt.len,
	    arena_printf(op->a, "%s.odt", nome))) != 0)
		return r;
	return copiare_allegato(&x->pdf, op, &x->caso, pdf.data, pdf.len,
	    arena_printf(op->a, "%s.pdf", nome));
}

static int
prepara(struct op *op)
{
	struct lavoro *x = arena_alloc(op->a, sizeof *x);
	struct caso caso;
	int r;

	/* the heads first: what is read after them is not older */
	if ((r = caso_dipende(&caso, op)) != 0 ||
	    (r = op_dipende(op, "ente")) != 0 || (r = look(x, op)) != 0)
		return r;
	check_destination(op, x);
	x->o.a_mano = oscuramento_a_mano(&op->ril, op->a, op->in, x->s.doc);
	if (op->ril.errori > 0)
		return 0;
	if ((r = make_paper(x, op)) != 0)
		return r;
	op->prep = x;
	return 0;
}

/* ---- effect ---- */

static int
policy(struct nodo *doc, struct op *op)
{
	struct nodo *n = nodo_elem(op->a, doc, "politica");
	const char *impronta;
	int r, count;

	if ((r = copiare_politica(&count, &impronta, op)) != 0)
		return r;
	nodo_elem_printf(op->a, n, "versione", "%d", count);
	nodo_elem_text(op->a, n, "impronta", impronta);
	return 0;
}

static int
document(struct nodo **out, struct op *op, const struct lavoro *x)
{
	struct nodo *n = nodo_new(op->a, "copia-oscurata");
	const struct nodo *c;
	int r;

	copiare_origine(n, op, &x->s);
	nodo_elem_text(op->a, n, "destinazione", op_campo(op, "per"));
	nodo_elem_text(op->a, n, "denominazione", nodo_value(op->a,
	    x->o.destinazione, "denominazione"));
	nodo_elem_text(op->a, n, "motivo", op_campo(op, "motivo"));
	if ((r = policy(n, op)) != 0)
		return r;
	for (c = nodo_child(op->in, "ometti"); c; c = nodo_next(c, "ometti"))
		nodo_add(n, nodo_copy(op->a, c));
	for (c = nodo_child(x->omissioni, NULL); c; c = nodo_next(c, NULL))
		nodo_add(n, nodo_copy(op->a, c));
	nodo_elem_text(op->a, n, "odt", x->odt);
	nodo_elem_text(op->a, n, "pdf", x->pdf);
	*out = n;
	return 0;
}

static int
applica(struct op *op)
{
	const struct lavoro *x = op->prep;
	const char *percorso;
	struct nodo *doc;
	int r;

	if (x == NULL)
		return err_set(ERR_FAULT, "la copia non è stata preparata");
	if ((r = document(&doc, op, x)) != 0 ||
	    (r = copiare_percorso(&percorso, op, &x->caso, COPIE_DIR)) != 0)
		return r;
	op->fatto = numero_text(op->a, &x->caso.n);
	op_deposita(op, x->caso.folder, percorso, doc);
	return 0;
}

const struct atto atto_copia_oscurata = {
	.nome = "copia-oscurata",
	.sommario = "la copia di un documento senza ciò che il destinatario "
	    "non deve vedere",
	.norma = "art. 5 c. 1 lett. c GDPR",
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
