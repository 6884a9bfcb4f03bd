/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * bozza_odt.c - the atto `bozza`: an ODT to write a document of a case in, with
 * Writer: what the case says is there already, each text stands in a section
 * with the name of its field.  The atto that writes the document takes it back
 * (rientro_bozza.h).  Or, of what its author has kept of it so far (bozze), the
 * PDF to be looked at: no document yet, and it says so.
 *
 * Refuses by "absent" what the operator may not read; a signed document, which
 * is not written again; a model without texts to write.  Keeps: nothing in the
 * case; the row of the read log stands before the bytes leave.
 * Norm: art. 22 L. 328/2000.
 */
#include <string.h>

#include "atti/bozza.h"
#include "atti/carte/carta.h"
#include "atti/carte/modelli.h"
#include "atti/carte/rientro_bozza.h"
#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "registro/carte.h"
#include "registro/firme.h"
#include "resa/modello.h"
#include "resa/rientro.h"
#include "xml/campi.h"
#include "xml/xml.h"

/* Of a relazione, the model of each kind. */
static const struct {
	const char *tipo, *modello;
} relazioni[] = {
	{ "attivita", "relazione-attivita" },
	{ "con-esito", "relazione-esito" },
	{ "autorita-giudiziaria", "relazione-autorita" },
	{ "chiusura", "relazione-chiusura" },
};

struct lavoro {
	const struct bozza_tipo *t;
	struct caso caso;
	struct nodo *prima;		/* the document as it is; NULL: new */
	const struct nodo *mie;		/* words kept, not sent yet; NULL */
	bool pdf;			/* to be looked at, not to be written in */
	struct nodo *doc;		/* what the model prints */
	const struct campo *campi;	/* of the atto that writes it */
	struct modello_scelto m;
	struct nodo *marca;		/* what the draft carries with it */
};

/* ---- the document ---- */

static int
check_unsigned(struct op *op, const struct attuale *at)
{
	struct firma_riga *firme;
	int r, n;

	if ((r = registro_firme(&firme, &n, op->a, op->st->registro,
	    at->id)) != 0 ||
	    (r = registro_sottoscritto(op->st->registro, at->id)) < 0)
		return r;
	return n == 0 && r == 0 ? 0 : err_set(ERR_INVALID, "%s è firmato: non "
	    "si riscrive, se ne fa un altro", at->percorso);
}

static int
read_document(struct lavoro *l, struct op *op)
{
	const char *path = op_campo(op, "documento");
	struct occhio occhio = op_occhio(op);
	struct attuale at;
	int r;

	if (path == NULL)
		return 0;
	if ((r = registro_vede_documento(op->st->registro, &occhio,
	    &l->caso.n, path)) != 0 ||
	    (r = registro_attuale(&at, op->a, op->st->registro,
	    l->caso.folder, path)) != 0)
		return r;
	if (strcmp(at.tipo, l->t->tipo) != 0)
		return err_set(ERR_INVALID, "%s non è un documento «%s»: è "
		    "«%s»", path, l->t->tipo, at.tipo);
	if ((r = check_unsigned(op, &at)) != 0)
		return r;
	return store_documento(&l->prima, op->a, op->st, l->caso.folder,
	    path);
}

/* Is it of this case? */
static bool
names_case(struct op *op, const struct nodo *in)
{
	const struct nodo *c;

	for (c = nodo_child(in, "cartella"); c; c = nodo_next(c, "cartella"))
		if (strcmp(nodo_all_text(op->a, c),
		    op_campo(op, "cartella")) == 0)
			return true;
	return false;
}

static int
read_draft(struct lavoro *l, struct op *op)
{
	struct autore chi = { op->utente, op->per };
	const char *id = op_campo(op, "da");
	struct nodo *istanza, *in;
	struct bozza b;
	int r;

	if (id == NULL)
		return 0;
	if ((r = bozza_prendi(&b, op->a, op->st, &chi, id)) != 0 ||
	    (r = xml_parse(&istanza, op->a, b.testo, strlen(b.testo),
	    XML_OURS)) != 0)
		return r;
	in = nodo_child(istanza, l->t->atto);
	if (in == NULL || !names_case(op, in))
		return err_set(ERR_ABSENT, "non hai una bozza %s di un "
		    "documento «%s» in %s", id, l->t->tipo,
		    op_campo(op, "cartella"));
	l->mie = in;
	return 0;
}

/* The document that they would be. */
static struct nodo *
of_words(const struct lavoro *l, struct op *op)
{
	struct nodo *doc = nodo_new(op->a, l->t->tipo);
	const struct nodo *c;

	nodo_elem_text(op->a, doc, "autore", op_agente(op));
	nodo_elem_text(op->a, doc, "data", op_oggi(op));
	nodo_elem_text(op->a, doc, "scritto", op_oggi(op));
	for (c = nodo_child(l->mie, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (strcmp(c->nome, "cartella") == 0 ||
		    strcmp(c->nome, l->t->campo) == 0)
			continue;
		if (nodo_child(doc, "data") != NULL &&
		    strcmp(c->nome, "data") == 0)
			nodo_remove(nodo_child(doc, "data"));
		nodo_add(doc, nodo_copy(op->a, c));
	}
	return doc;
}

/* The model asked for, or that of the document. */
static int
choose_model(struct lavoro *l, struct op *op)
{
	const char *nome = op_campo(op, "modello"), *tipo;
	size_t i;

	if (nome != NULL)
		return modello_scegli(&l->m, op, nome, l->t->tipo);
	nome = l->t->modello;
	tipo = l->mie != NULL ? nodo_value(op->a, l->mie, "tipo") :
	    l->prima != NULL ? nodo_value(op->a, l->prima, "tipo") : NULL;
	for (i = 0; tipo != NULL && i < NELEM(relazioni); i++)
		if (strcmp(l->t->tipo, "relazione") == 0 &&
		    strcmp(relazioni[i].tipo, tipo) == 0)
			nome = relazioni[i].modello;
	return modello_scegli(&l->m, op, nome, l->t->tipo);
}

/* A text is there in its one form; where there is none, its place is. */
static void
show_texts(struct lavoro *l, struct op *op)
{
	const struct campo *c;
	struct nodo *old, *new;

	for (c = l->campi; c->percorso != NULL; c++) {
		if (strcmp(c->tipo, "prosa") != 0 || c->livello != 0)
			continue;
		if ((old = nodo_child(l->doc, c->percorso)) != NULL) {
			new = prosa_normale(op->a, old);
			nodo_add_before(old, new);
			nodo_remove(old);
			continue;
		}
		if (l->pdf)
			continue;
		new = nodo_elem(op->a, l->doc, c->percorso);
		nodo_elem_text(op->a, new, "p", arena_printf(op->a,
		    "«%s.%s»", l->t->tipo, c->percorso));
	}
}

/* ---- what it carries with it ---- */

static void
mark(struct lavoro *l, struct op *op, const char *nome, const char *valore)
{
	struct nodo *n = nodo_elem_text(op->a, l->marca, "dato", valore);

	if (n != NULL)
		nodo_set(op->a, n, "nome", nome);
}

static void
mark_field(struct lavoro *l, struct op *op, int *count, const char *percorso,
    const char *valore)
{
	const struct campo *c;

	for (c = l->campi; c->percorso != NULL; c++)
		if (strcmp(c->percorso, percorso) == 0 &&
		    strcmp(c->tipo, "gruppo") != 0 &&
		    strcmp(c->tipo, "prosa") != 0)
			mark(l, op, arena_printf(op->a, "cartella.campo.%04d",
			    ++*count), arena_printf(op->a, "%s=%s", percorso,
			    valore));
}

/* What the document says that is no text: it is not for Writer to change. */
static void
mark_fields(struct lavoro *l, struct op *op, const struct nodo *n,
    const char *prefix, int *count)
{
	const struct nodo *c;
	const char *path;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		path = prefix[0] == '\0' ? c->nome :
		    arena_printf(op->a, "%s.%s", prefix, c->nome);
		if (nodo_child(c, NULL) == NULL)
			mark_field(l, op, count, path,
			    nodo_all_text(op->a, c));
		mark_fields(l, op, c, path, count);
	}
}

/* A new relazione is of the kind its model is for. */
static void
mark_kind(struct lavoro *l, struct op *op)
{
	int count = 0;
	size_t i;

	for (i = 0; i < NELEM(relazioni); i++)
		if (strcmp(relazioni[i].modello, l->m.nome) == 0)
			mark_field(l, op, &count, "tipo", relazioni[i].tipo);
}

/* By what really stands in it. */
static int
mark_sections(struct lavoro *l, struct op *op, const struct buf *odt)
{
	struct nodo *back;
	const struct nodo *s;
	const char *all = NULL, *nome;
	size_t len = strlen(l->t->tipo);
	int r;

	if ((r = rientro_leggi(&back, op->a, odt->data, odt->len)) != 0)
		return r;
	for (s = nodo_child(back, "sezione"); s != NULL;
	    s = nodo_next(s, "sezione")) {
		nome = nodo_attr(s, "nome");
		if (strncmp(nome, l->t->tipo, len) == 0 && nome[len] == '.')
			all = all == NULL ? nome : arena_printf(op->a,
			    "%s %s", all, nome);
	}
	if (all == NULL)
		return err_set(ERR_INVALID, "il modello «%s» non ha testi di "
		    "un documento «%s» da scrivere", l->m.nome, l->t->tipo);
	mark(l, op, "cartella.sezioni", all);
	return 0;
}

static int
mark_origin(struct lavoro *l, struct op *op)
{
	char testa[TESTA_LEN + 1];
	int r, atti, count = 0;

	if ((r = registro_testa(testa, &atti, op->st->registro,
	    l->caso.folder)) != 0)
		return r;
	l->marca = nodo_new(op->a, "marca");
	mark(l, op, "cartella.numero", numero_text(op->a, &l->caso.n));
	mark(l, op, "cartella.tipo", l->t->tipo);
	if (l->prima == NULL) {
		mark_kind(l, op);
		return 0;
	}
	mark(l, op, "cartella.documento", op_campo(op, "documento"));
	mark(l, op, "cartella.versione", testa);
	mark_fields(l, op, l->prima, "", &count);
	return 0;
}

/* ---- the paper ---- */

static int
fill(struct buf *odt, struct lavoro *l, struct op *op)
{
	struct nodo *dati = nodo_new(op->a, "bozza"), *manca = NULL;
	int r;

	l->doc = l->mie != NULL ? of_words(l, op) : l->prima != NULL ? nodo_copy(op->a, l->prima) :
	    nodo_new(op->a, l->t->tipo);
	if ((r = campi_load(&l->campi, arena_printf(op->a, "atti/%s",
	    l->t->atto), l->t->atto)) != 0)
		return r;
	show_texts(l, op);
	if ((r = carta_testa(dati, op, l->caso.c.ufficio, NULL)) != 0 ||
	    (r = carta_parti(dati, op, l->t->tipo, &l->m, &l->caso,
	    NULL)) != 0)
		return r;
	nodo_add(dati, l->doc);
	if ((r = carta_firmatario(dati, op)) != 0)
		return r;
	return modello_riempi(odt, &manca, op->a, l->m.p, l->m.n, dati,
	    l->m.titolo, RIEMPI_BOZZA);
}

static int
to_write_in(struct buf *out, struct lavoro *l, struct op *op,
    const struct buf *odt)
{
	int r;

	if ((r = mark_origin(l, op)) != 0 ||
	    (r = mark_sections(l, op, odt)) != 0)
		return r;
	return rientro_segna(out, odt->data, odt->len, l->marca);
}

static int
esamina(struct op *op)
{
	const char *pdf = op_campo(op, "pdf");

	if (op_campo(op, "da") != NULL &&
	    (pdf == NULL || strcmp(pdf, "si") != 0))
		op_errore(op, "da", "solo-da-guardare", NULL, "di una bozza "
		    "tenuta da parte si fa il PDF: aggiungi --pdf si");
	return 0;
}

static int
applica(struct op *op)
{
	struct lavoro l = { .t = bozza_tipo_trova(op_campo(op, "tipo")) };
	const char *path = op_campo(op, "documento");
	const char *pdf = op_campo(op, "pdf");
	AUTO_BUF odt = { 0 }, out = { 0 };
	int r;

	if (l.t == NULL)
		return err_set(ERR_FAULT, "tipo di bozza sconosciuto");
	l.pdf = pdf != NULL && strcmp(pdf, "si") == 0;
	if ((r = caso_find(&l.caso, op)) != 0 ||
	    (r = read_document(&l, op)) != 0 ||
	    (r = read_draft(&l, op)) != 0 ||
	    (r = choose_model(&l, op)) != 0 ||
	    (r = fill(&odt, &l, op)) != 0 ||
	    (r = l.pdf ? carta_bozza(&out, op, &odt, "BOZZA NON FIRMATA") :
	    to_write_in(&out, &l, op, &odt)) != 0)
		return r;
	op->letto = arena_printf(op->a, "%s;documento=%s",
	    op_campo(op, "cartella"), path != NULL ? path : l.t->tipo);
	op->vista = nodo_new(op->a, "bozza");
	nodo_elem_text(op->a, op->vista, "riferimento",
	    op_campo(op, "cartella"));
	op->bytes = arena_memdup(op->a, out.data, out.len);
	op->n_bytes = out.len;
	return 0;
}

const struct atto atto_bozza = {
	.nome = "bozza",
	.sommario = "un documento da scrivere in Writer, che torna indietro",
	.norma = "art. 22 L. 328/2000",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};
