/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/carte/carta.h"

#include <string.h>

#include "documenti/registrazione.h"
#include "resa/modello.h"
#include "resa/resa.h"
#include "worker/worker.h"

/* Where the body sits: its name without "Comune di". */
static const char *
seat(const char *denominazione)
{
	static const char before[] = "Comune di ";

	return strncmp(denominazione, before, sizeof before - 1) == 0 ?
	    denominazione + sizeof before - 1 : denominazione;
}

int
carta_testa(struct nodo *n, struct op *op, const char *ufficio,
    const char *luogo)
{
	struct nodo *e;
	char oggi[GIORNO_LEN + 1];
	const char *nome;
	struct ente ente;
	int r;

	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = registro_ente(&ente, op->a, op->st->registro)) != 0)
		return r;
	nome = arena_printf(op->a, "Area organizzativa omogenea %s",
	    ente.codice_aoo);
	if (ufficio != NULL && (r = registro_ufficio(&nome, op->a,
	    op->st->registro, ufficio)) != 0)
		return r;
	e = nodo_elem(op->a, n, "ente");
	nodo_elem_text(op->a, e, "denominazione", ente.denominazione);
	nodo_elem_text(op->a, e, "codice-ipa", ente.codice_ipa);
	nodo_elem_text(op->a, e, "ufficio", nome);
	nodo_elem_text(op->a, e, "indirizzo", ente.indirizzo);
	nodo_elem_text(op->a, e, "pec", ente.pec);
	nodo_elem_text(op->a, n, "luogo",
	    luogo != NULL ? luogo : seat(ente.denominazione));
	clock_day(oggi, clock_now());
	nodo_elem_text(op->a, n, "data", oggi);
	return 0;
}

int
carta_lettera(struct nodo **out, struct op *op, const char *ufficio,
    const char *luogo)
{
	struct nodo *n = nodo_new(op->a, "lettera");
	int r;

	if ((r = carta_testa(n, op, ufficio, luogo)) == 0)
		*out = n;
	return r;
}

int
carta_firmatario(struct nodo *lettera, struct op *op)
{
	struct nodo *f = nodo_elem(op->a, lettera, "firmatario");
	struct utente u;
	int r;

	if ((r = registro_utente(&u, op->a, op->st->registro,
	    op->utente)) != 0)
		return r;
	nodo_elem_printf(op->a, f, "nome", "%s %s", u.nome, u.cognome);
	nodo_elem_text(op->a, f, "qualifica", u.qualifica);
	return 0;
}

static int
receive(struct op_allegato **out, struct op *op, const struct buf *b,
    const char *nome, const char *coda, const char *cartella)
{
	int r;

	if ((r = op_ricevi_bytes(out, op, b->data, b->len,
	    arena_printf(op->a, "%s%s", nome, coda))) != 0)
		return r;
	(*out)->lega_a = cartella;
	return 0;
}

int
carta_riempi(struct buf *odt, struct nodo **manca, struct op *op,
    const struct carta_da_fare *f)
{
	int r;

	*manca = NULL;
	if ((r = modello_riempi(odt, manca, op->a, f->modello->p,
	    f->modello->n, f->dati, f->titolo, 0)) != 0)
		return err_prefix(r, "il modello «%s»", f->modello->nome);
	return *manca != NULL;
}

/* Which model, and the folders that prepara has looked at. */
static struct nodo *
made_from(struct op *op, const struct modello_scelto *m)
{
	struct nodo *n = nodo_new(op->a, "fatta-da"), *x;

	x = nodo_elem(op->a, n, "modello-usato");
	nodo_elem_text(op->a, x, "nome", m->nome);
	nodo_elem_printf(op->a, x, "versione", "%d", m->versione);
	nodo_elem_text(op->a, x, "impronta", m->impronta);
	op_dati_da(n, op);
	return n;
}

/* The bytes of the model: with them the folder can make the paper again. */
static int
keep_model(struct op *op, const struct carta_da_fare *f)
{
	struct op_allegato *al;
	int r;

	if ((r = op_ricevi_bytes(&al, op, f->modello->p, f->modello->n,
	    arena_printf(op->a, "modello-%s.odt", f->modello->nome))) != 0)
		return r;
	al->lega_a = f->cartella;
	return 0;
}

/* A manifesto of what else there is, the PDF and what it was made from. */
static int
sign(struct carta *out, struct op *op, const struct carta_da_fare *f)
{
	struct manifesto_oggetto *o = arena_alloc(op->a,
	    ((size_t)f->n_oggetti + 2) * sizeof *o);
	int i, n = 0;

	for (i = 0; i < f->n_oggetti; i++)
		o[n++] = f->oggetti[i];
	o[n++] = (struct manifesto_oggetto){ .ruolo = RUOLO_RESA,
	    .impronta = out->pdf->al.impronta, .nome = out->pdf->nome,
	    .formato = "application/pdf",
	    .dimensione = out->pdf->al.dimensione };
	o[n++] = (struct manifesto_oggetto){ .ruolo = RUOLO_FONTE,
	    .impronta = out->odt->al.impronta,
	    .formato = "application/vnd.oasis.opendocument.text",
	    .dimensione = out->odt->al.dimensione };
	return firmare(&out->firmato, op, FIRMA_PROPRIA, f->scopo, o, n);
}

static bool
is_x509(const struct carta *c)
{
	return strcmp(c->firmato.tipo, "x509") == 0;
}

static int
receive_signature(struct carta *out, struct op *op,
    const struct carta_da_fare *f)
{
	const struct buf manifesto = { (char *)out->firmato.p,
	    out->firmato.n, 0 };
	const struct buf firma = { (char *)out->firmato.firma,
	    out->firmato.firma_n, 0 };
	int r;

	if ((r = receive(&out->manifesto, op, &manifesto, f->nome,
	    "-manifesto.xml", f->cartella)) != 0)
		return r;
	return receive(&out->firma, op, &firma, f->nome, is_x509(out) ?
	    "-manifesto.xml.p7s" : "-manifesto.xml.asc", f->cartella);
}

/* What goes outside: there they know CAdES, and not our manifesto. */
static int
receive_cades(struct carta *out, struct op *op, const struct carta_da_fare *f,
    const struct buf *pdf)
{
	AUTO_BUF p7m = { 0 };
	int r;

	out->cades = NULL;
	if (!is_x509(out))
		return 0;
	if ((r = firmare_intorno(&p7m, op, &out->firmato, pdf->data,
	    pdf->len)) != 0)
		return r;
	return receive(&out->cades, op, &p7m, f->nome, ".pdf.p7m",
	    f->cartella);
}

int
carta_bozza(struct buf *pdf, struct op *op, const struct buf *odt,
    const char *avviso)
{
	struct nodo *w = nodo_new(op->a, "parole");
	AUTO_BUF whole = { 0 };
	int r;

	nodo_elem_text(op->a, w, "avviso", avviso);
	if ((r = resa_aggiungi(&whole, odt->data, odt->len, w)) != 0)
		return r;
	return worker_pdf(pdf, whole.data, whole.len);
}

/* As the paper would look; of a trial nothing else is made. */
static int
trial(struct op *op, const struct buf *odt, const struct carta_da_fare *f)
{
	AUTO_BUF pdf = { 0 };
	int r;

	if (!op->anteprima)
		return 1;
	if ((r = carta_bozza(&pdf, op, odt, "BOZZA NON FIRMATA NÉ "
	    "PROTOCOLLATA")) != 0)
		return r;
	op->vista = nodo_new(op->a, "anteprima");
	nodo_set(op->a, op->vista, "nome", arena_printf(op->a, "bozza-%s.pdf",
	    f->nome));
	op->bytes = arena_memdup(op->a, pdf.data, pdf.len);
	op->n_bytes = pdf.len;
	return 1;
}

int
carta_fai(struct carta *out, struct op *op, const struct carta_da_fare *f)
{
	AUTO_BUF odt = { 0 };
	AUTO_BUF pdf = { 0 };
	struct nodo *manca;
	int r;

	out->lettera = f->dati;
	out->cartella = f->cartella;
	out->fatta_da = made_from(op, f->modello);
	if ((r = carta_riempi(&odt, &manca, op, f)) != 0) {
		if (r == 1 && carta_manca(op, f->tipo, manca) != 0)
			return ERR_FAULT;
		return r;
	}
	if (op->saggio)
		return trial(op, &odt, f);
	if ((r = worker_pdf(&pdf, odt.data, odt.len)) != 0 ||
	    (r = receive(&out->odt, op, &odt, f->nome, ".odt",
	    f->cartella)) != 0 ||
	    (r = receive(&out->pdf, op, &pdf, f->nome, ".pdf",
	    f->cartella)) != 0 ||
	    (r = sign(out, op, f)) != 0 ||
	    (r = receive_cades(out, op, f, &pdf)) != 0 ||
	    (r = keep_model(op, f)) != 0)
		return r;
	return receive_signature(out, op, f);
}

void
carta_firme(struct nodo *doc, struct op *op, const struct carta *c)
{
	const struct nodo *x;
	struct nodo *f;

	for (x = nodo_child(c->fatta_da, NULL); x; x = nodo_next(x, NULL))
		nodo_add(doc, nodo_copy(op->a, x));
	nodo_elem_text(op->a, doc, "odt", c->odt->al.impronta);
	f = nodo_elem(op->a, doc, "firma-file");
	nodo_elem_text(op->a, f, "file", c->pdf->al.impronta);
	firmare_nodi(f, op, &c->firmato);
	if (c->cades != NULL)
		nodo_elem_text(op->a, f, "cades", c->cades->al.impronta);
}

int
carta_deposita(struct op *op, const struct carta *c)
{
	int r;

	if ((r = firmare_ancora(op, &c->firmato)) != 0)
		return r;
	return firmare_deposita(op, c->cartella, &c->firmato);
}

void
carta_nodi(struct nodo *doc, struct op *op, const struct carta *c)
{
	nodo_add(doc, nodo_copy(op->a, c->lettera));
	carta_firme(doc, op, c);
}

void
carta_file(struct nodo *campi, struct op *op, const struct carta *c)
{
	registrazione_file(op->a, campi, "principale", c->pdf->nome,
	    c->pdf->al.impronta, "application/pdf", c->pdf->al.dimensione,
	    NULL);
	registrazione_file(op->a, campi, "allegato", c->manifesto->nome,
	    c->manifesto->al.impronta, "application/xml",
	    c->manifesto->al.dimensione, "manifesto: ciò che è firmato");
	registrazione_file(op->a, campi, "allegato", c->firma->nome,
	    c->firma->al.impronta, is_x509(c) ?
	    "application/pkcs7-signature" : "application/pgp-signature",
	    c->firma->al.dimensione, is_x509(c) ?
	    "firma CAdES del manifesto" : "firma OpenPGP del manifesto");
	if (c->cades != NULL)
		registrazione_file(op->a, campi, "allegato", c->cades->nome,
		    c->cades->al.impronta, "application/pkcs7-mime",
		    c->cades->al.dimensione, "il documento principale con la "
		    "firma CAdES");
}
