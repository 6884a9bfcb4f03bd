/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiudi_giorno.c - seal the register of an ended day: one signature over a
 * manifesto of the day's document and its paper, and a signed tag in each
 * folder of that day, on the commit where the day left it.
 *
 * Refuses: a day that is not over, not formed, sealed already; a later day
 * before an earlier one; to sign without an enrolled key.  Keeps: what is
 * signed are the stored bytes; the office's seal is used as soon as one is
 * enrolled, never silently replaced by somebody's key.
 * Norm: linee guida AgID §3.1.6 (within the next working day).
 */
#include <string.h>

#include "atti/carte/carta.h"
#include "atti/carte/modelli.h"
#include "atti/firme/firmare.h"
#include "atti/firme/sigillo.h"
#include "atti/protocollo/giorni.h"
#include "atti/table.h"
#include "worker/worker.h"

#define MODELLO "registro-giornaliero"
#define LG316 "linee guida AgID, par. 3.1.6"

struct prep {
	const char *giorno, *impronta;
	const struct op_allegato *pdf;
	struct firmato f;
	struct nodo *teste;		/* <testa> children, with their tags */
	struct tag_firmati tag;
};

/* ---- rules ---- */

/* The day asked for, or the oldest; NULL: a rilievo says why not. */
static int
which_day(const char **out, struct op *op)
{
	const char *oldest = NULL, *asked = op_campo(op, "giorno");
	int r = registro_da_chiudere(&oldest, op->a, op->st->registro);

	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	*out = asked != NULL ? asked : oldest;
	if (*out == NULL)
		op_errore(op, "", "niente-da-chiudere", LG316, "ogni giorno "
		    "formato è già chiuso; il registro di un giorno si forma "
		    "col primo atto di un giorno dopo, come una registrazione "
		    "o «conferma-ora»");
	return 0;
}

static void
check_formed(struct op *op, const char *giorno)
{
	char oggi[GIORNO_LEN + 1];

	clock_day(oggi, op->ora != 0 ? op->ora : clock_now());
	if (strcmp(giorno, oggi) >= 0)
		op_errore(op, "giorno", "giorno-non-finito", LG316, "il %s "
		    "non è finito: si chiude da domani", giorno);
	else
		op_errore(op, "giorno", "giorno-non-formato", LG316,
		    "il registro del %s non è formato: si forma col primo "
		    "atto di un giorno dopo, come una registrazione o "
		    "«conferma-ora»", giorno);
}

static int
check_day(struct op *op, const char *giorno)
{
	struct giornaliero g;
	const char *oldest;
	int r;

	r = registro_giornaliero(&g, op->a, op->st->registro, giorno);
	if (r == ERR_ABSENT) {
		check_formed(op, giorno);
		return 0;
	}
	if (r != 0)
		return r;
	if (g.chiuso) {
		op_errore(op, "giorno", "giorno-chiuso", LG316, "il %s è già "
		    "chiuso", giorno);
		return 0;
	}
	if ((r = registro_da_chiudere(&oldest, op->a, op->st->registro)) != 0)
		return r;
	if (strcmp(oldest, giorno) != 0)
		op_errore(op, "giorno", "prima-altri-giorni", LG316,
		    "i giorni si chiudono in ordine: prima il %s", oldest);
	return 0;
}

static int
esamina(struct op *op)
{
	const char *giorno = NULL;
	enum firma_di di;
	int r;

	if ((r = sigillo_di(&di, op)) != 0 ||
	    (r = firmare_esamina(op, di)) != 0 ||
	    (r = which_day(&giorno, op)) != 0 || giorno == NULL)
		return r;
	return check_day(op, giorno);
}

/* ---- paper and signatures ---- */

/* A day is closed by the office's model, or by the shipped one. */
static int
fill_paper(struct buf *odt, struct op *op, struct nodo *dati)
{
	struct carta_da_fare f = { .dati = dati,
	    .titolo = nodo_value(op->a, dati, "titolo") };
	struct modello_scelto m;
	struct nodo *manca;
	int r;

	if ((r = modello_scegli(&m, op, MODELLO, "registro")) != 0)
		return r;
	f.modello = &m;
	if ((r = carta_riempi(odt, &manca, op, &f)) <= 0)
		return r;
	return err_set(ERR_INVALID, "il modello «" MODELLO "» vuole «%s», che "
	    "il registro del giorno non ha: correggilo, o toglilo con "
	    "ritira-modello", nodo_attr(nodo_child(manca, "campo"), "nome"));
}

static int
make_paper(struct buf *pdf, struct op *op, const char *giorno)
{
	struct nodo *stampa, *doc;
	AUTO_BUF odt = { 0 };
	int r;

	if ((r = store_documento(&doc, op->a, op->st,
	    giorno_cartella(op->a, giorno), giorno_percorso(op->a,
	    "giornalieri", giorno, ".xml"))) != 0 ||
	    (r = giorni_stampa(&stampa, op, arena_printf(op->a, "Registro "
	    "giornaliero di protocollo del %.2s/%.2s/%.4s", giorno + 8,
	    giorno + 5, giorno))) != 0)
		return r;
	nodo_elem_text(op->a, stampa, "data", giorno);
	nodo_add(stampa, nodo_copy(op->a, doc));
	if ((r = fill_paper(&odt, op, stampa)) != 0)
		return r;
	return worker_pdf(pdf, odt.data, odt.len);
}

/* The day's document and its paper. */
static int
sign(struct op *op, struct prep *p, enum firma_di di)
{
	struct manifesto_oggetto o[2];
	int r;

	if ((r = firmare_originale(&o[0], op, giorno_cartella(op->a,
	    p->giorno), giorno_percorso(op->a, "giornalieri", p->giorno,
	    ".xml"))) != 0)
		return r;
	o[1] = (struct manifesto_oggetto){ .ruolo = RUOLO_RESA,
	    .impronta = p->pdf->al.impronta, .nome = p->pdf->nome,
	    .formato = "application/pdf",
	    .dimensione = p->pdf->al.dimensione };
	return firmare(&p->f, op, di, SCOPO_SIGILLO, o, 2);
}

static int
seal(struct op *op, struct prep *p, enum firma_di di)
{
	const char *nome = arena_printf(op->a, "registro-%s", p->giorno);
	struct op_allegato *x;
	AUTO_BUF pdf = { 0 };
	int r;

	if ((r = make_paper(&pdf, op, p->giorno)) != 0 ||
	    (r = op_ricevi_bytes(&x, op, pdf.data, pdf.len,
	    arena_printf(op->a, "%s.pdf", nome))) != 0)
		return r;
	p->pdf = x;
	if ((r = sign(op, p, di)) != 0 ||
	    (r = op_ricevi_bytes(&x, op, p->f.p, p->f.n,
	    arena_printf(op->a, "%s-manifesto.xml", nome))) != 0)
		return r;
	return op_ricevi_bytes(&x, op, p->f.firma, p->f.firma_n,
	    arena_printf(op->a, "%s-manifesto.xml.asc", nome));
}

/* What a tag says ties the commit to the chain, which knows no git. */
static int
sign_tags(struct op *op, struct prep *p, enum firma_di di,
    const struct giornaliero *g)
{
	int r;

	p->teste = nodo_new(op->a, "teste");
	if (g->primo != 0 && (r = registro_teste_giorno(p->teste, op->a,
	    op->st->registro, g->primo, g->ultimo)) != 0)
		return r;
	return sigillo_tag(&p->tag, op, di, p->teste,
	    arena_printf(op->a, "giorno/%s", p->giorno),
	    arena_printf(op->a, "registro del %s\n\nanello %lld %s\n"
	    "giornaliero %s\n", p->giorno, (long long)g->ultimo, g->anello,
	    g->impronta));
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	struct giornaliero g;
	enum firma_di di;
	int r;

	/* the day never changes; only the name and the keys of the body may */
	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = sigillo_di(&di, op)) != 0 ||
	    (r = which_day(&p->giorno, op)) != 0 ||
	    (r = registro_giornaliero(&g, op->a, op->st->registro,
	    p->giorno)) != 0)
		return r;
	p->impronta = g.impronta;
	if ((r = seal(op, p, di)) != 0 ||
	    (r = sign_tags(op, p, di, &g)) != 0)
		return r < 0 ? r : 0;
	op->prep = p;
	return 0;
}

/* ---- effect ---- */

static struct nodo *
closing(struct op *op, const struct prep *p)
{
	struct nodo *doc = nodo_new(op->a, "chiusura-giorno"), *f;
	const struct nodo *t;

	nodo_elem_text(op->a, doc, "giorno", p->giorno);
	nodo_elem_text(op->a, doc, "giornaliero", p->impronta);
	nodo_elem_text(op->a, doc, "operatore", op->utente);
	nodo_elem_text(op->a, doc, "ora", op->ora_iso);
	f = nodo_elem(op->a, doc, "firma-file");
	nodo_elem_text(op->a, f, "file", p->pdf->al.impronta);
	firmare_nodi(f, op, &p->f);
	for (t = nodo_child(p->teste, "testa"); t; t = nodo_next(t, "testa"))
		nodo_add(doc, nodo_copy(op->a, t));
	return doc;
}

/* The day is still the one to seal, the key still the enrolled one. */
static int
check_still(struct op *op, const struct prep *p)
{
	const char *giorno;
	int r;

	if ((r = registro_da_chiudere(&giorno, op->a,
	    op->st->registro)) != 0)
		return r;
	if (strcmp(giorno, p->giorno) != 0)
		return err_set(ERR_BUSY, "il giorno da chiudere è cambiato "
		    "mentre firmavi: riprova");
	return firmare_ancora(op, &p->f);
}

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	const char *cartella;
	int r;

	if (p == NULL)
		return err_set(ERR_FAULT, "la chiusura non è stata preparata");
	if ((r = check_still(op, p)) != 0 ||
	    (r = sigillo_tagga(op, &p->tag)) != 0)
		return r;
	cartella = giorno_cartella(op->a, p->giorno);
	op->fatto = p->giorno;
	op_deposita(op, cartella, giorno_percorso(op->a, "chiusure",
	    p->giorno, ".xml"), closing(op, p));
	return firmare_deposita(op, cartella, &p->f);
}

const struct atto atto_chiudi_giorno = {
	.nome = "chiudi-giorno",
	.sommario = "chiude il registro di un giorno: PDF/A e firma",
	.norma = "linee guida AgID, par. 3.1.6; art. 53 DPR 445/2000",
	.flags = RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
