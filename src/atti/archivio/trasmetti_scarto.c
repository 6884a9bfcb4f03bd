/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trasmetti_scarto.c - write to the Soprintendenza: the request, with the list
 * as it was signed, or the verbale of the destruction, or that the request is
 * withdrawn; the letter is signed, registered as uscita, and is the step of the
 * scarto that it stands for.
 *
 * Refuses: a list that is beyond it, or was not signed by all who must; an
 * addressee who cannot be reached; a signer without a key.  Keeps: with the PDF
 * that was signed go its manifesto and signature, so that whoever gets it can
 * verify it.  Norm: D.lgs 42/2004 art. 21; DPR 37/2001 art. 8; DPR 445/2000
 * artt. 53, 55.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/archivio/scarti_carta.h"
#include "atti/carte/allegare.h"
#include "atti/carte/missiva.h"
#include "atti/firme/passi_firma.h"
#include "atti/protocollo/protocolla.h"
#include "atti/table.h"
#include "registro/firme.h"
#include "worker/worker.h"

#define LETTERA_PERCORSO "lettera-%s"

/* What the list waits to be told with: a letter with one of the two, or the
 * letter alone. */
static const char *
which(const struct scarto_elenco *e)
{
	if (e->ritirato != NULL)
		return SCARTO_RITIRO;
	return e->verbale != NULL ? SCARTO_VERBALE : SCARTO_ELENCO;
}

static const char *
title(struct op *op, const struct scarto_elenco *e)
{
	return arena_printf(op->a, e->verbale != NULL ? "Verbale di "
	    "distruzione, elenco di scarto %d" : "Elenco di scarto %d",
	    e->numero);
}

static const char *
model(const struct op *op)
{
	const char *v = op_campo(op, "modello");

	return v != NULL ? v : MODELLO_COMUNICAZIONE;
}

static int
esamina(struct op *op)
{
	static const char *const states[] = { "proposto", "verbalizzato",
	    "ritiro-da-comunicare", NULL };
	struct scarto_elenco e;
	int r;

	if ((r = scarto_find(&e, op)) != 0)
		return r;
	scarto_in_stato(op, &e, states);
	if (op->ril.errori == 0 && e.ritirato == NULL &&
	    (r = passi_firma_complete(op, "elenco", "ente",
	    scarto_percorso(op->a, e.numero, which(&e)), NULL)) != 0)
		return r;
	return missiva_esamina(op, NULL, model(op));
}

/* ---- what goes with it ---- */

struct fila {
	struct allegato_fatto *primo, **ultimo;
	const char *documento, *titolo;
};

static struct allegato_fatto *
add(struct fila *f, struct op *op, struct op_allegato *al)
{
	struct allegato_fatto *x = arena_alloc(op->a, sizeof *x);

	x->documento = f->documento;
	x->titolo = f->titolo;
	x->pdf = al;
	*f->ultimo = x;
	f->ultimo = &x->succ;
	return x;
}

/* Bytes of a document of ente that is no text for people. */
static int
add_beside(struct fila *f, struct op *op, const char *percorso,
    const char *nome, const char *formato, const char *titolo)
{
	struct allegato_fatto *x;
	struct op_allegato *al;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = store_bytes(&b, op->st, "ente", percorso)) != 0 ||
	    (r = op_ricevi_bytes(&al, op, b.data, b.len, nome)) != 0)
		return r;
	x = add(f, op, al);
	x->formato = formato;
	x->titolo = titolo;
	x->accanto = true;
	return 0;
}

/* The PDF that was signed, whose bytes stand in the year of the signature. */
static int
add_rendition(struct fila *f, struct op *op, const struct firma_riga *s,
    const struct nodo *manifesto)
{
	struct manifesto_oggetto o;
	struct op_allegato *al;
	AUTO_FD int fd = -1;
	int r = manifesto_oggetto(&o, op->a, manifesto, RUOLO_RESA);

	if (r == ERR_ABSENT)
		err_clear();
	if (r != 0)
		return r == ERR_ABSENT ? 0 : r;
	if ((r = store_allegato(&fd, op->st, (int)strtol(s->ora, NULL, 10),
	    o.impronta)) != 0 ||
	    (r = op_ricevi(&al, op, fd, o.nome)) != 0)
		return r;
	add(f, op, al);
	return 0;
}

static int
add_signature(struct fila *f, struct op *op, const struct firma_riga *s, int i)
{
	static const struct {
		const char *coda, *formato, *titolo;
	} kinds[] = {
		{ "firma.asc", "application/pgp-signature",
		    "firma OpenPGP del manifesto" },
		{ "firma.p7s", "application/pkcs7-signature",
		    "firma CAdES del manifesto" },
		{ "firma.p7m", "application/pkcs7-mime",
		    "firma CAdES, con il manifesto" },
	};
	size_t dir = (size_t)(strrchr(s->percorso, '/') + 1 - s->percorso), k;
	struct nodo *manifesto;
	struct attuale at;
	const char *path;
	int r;

	if ((r = store_documento(&manifesto, op->a, op->st, "ente",
	    s->percorso)) != 0 ||
	    (r = add_rendition(f, op, s, manifesto)) != 0 ||
	    (r = add_beside(f, op, s->percorso, arena_printf(op->a,
	    "firma-%d-manifesto.xml", i), "application/xml",
	    "manifesto: ciò che è firmato")) != 0)
		return r;
	for (k = 0; k < NELEM(kinds); k++) {
		path = arena_printf(op->a, "%.*s%s", (int)dir, s->percorso,
		    kinds[k].coda);
		r = registro_attuale(&at, op->a, op->st->registro, "ente",
		    path);
		if (r == ERR_ABSENT) {
			err_clear();
			continue;
		}
		if (r != 0)
			return r;
		return add_beside(f, op, path, arena_printf(op->a,
		    "firma-%d-manifesto.xml%s", i, strrchr(path, '.')),
		    kinds[k].formato, kinds[k].titolo);
	}
	return err_set(ERR_FAULT, "ente/%s non ha la sua firma: eseguire "
	    "«cartella verifica»", s->percorso);
}

/* Nobody has signed a PDF: the letter binds one. */
static int
add_unsigned(struct fila *f, struct op *op, const struct scarto_elenco *e)
{
	struct op_allegato *al;
	AUTO_BUF odt = { 0 };
	AUTO_BUF pdf = { 0 };
	int r;

	if ((r = scarti_carta(&odt, op, e, which(e))) != 0 ||
	    (r = worker_pdf(&pdf, odt.data, odt.len)) != 0 ||
	    (r = op_ricevi_bytes(&al, op, pdf.data, pdf.len, arena_printf(
	    op->a, "%s-scarto-%d.pdf", which(e), e->numero))) != 0)
		return r;
	al->lega_a = "ente";
	add(f, op, al);
	return 0;
}

static bool
has_rendition(const struct fila *f)
{
	const struct allegato_fatto *x;

	for (x = f->primo; x != NULL; x = x->succ)
		if (!x->accanto)
			return true;
	return false;
}

static int
gather(struct allegato_fatto **out, struct op *op,
    const struct scarto_elenco *e)
{
	struct fila f = { .titolo = title(op, e),
	    .documento = scarto_percorso(op->a, e->numero, which(e)) };
	struct firma_riga *list;
	struct attuale doc;
	int r, i, n;

	*out = NULL;
	if (e->ritirato != NULL)
		return 0;
	f.ultimo = &f.primo;
	if ((r = registro_attuale(&doc, op->a, op->st->registro, "ente",
	    f.documento)) != 0 ||
	    (r = registro_firme(&list, &n, op->a, op->st->registro,
	    doc.id)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = add_signature(&f, op, &list[i], i + 1)) != 0)
			return r;
	if (!has_rendition(&f) && (r = add_unsigned(&f, op, e)) != 0)
		return r;
	*out = f.primo;
	return 0;
}

/* ---- the letter ---- */

static const char *
subject(struct op *op, const struct scarto_elenco *e)
{
	if (e->ritirato != NULL)
		return arena_printf(op->a, "Ritiro della richiesta di "
		    "autorizzazione allo scarto, elenco %d", e->numero);
	return arena_printf(op->a, e->verbale != NULL ? "Trasmissione del "
	    "verbale di distruzione, elenco di scarto %d" : "Richiesta di "
	    "autorizzazione allo scarto, elenco %d", e->numero);
}

static int
letter(struct missiva *m, struct op *op, const struct scarto_elenco *e)
{
	*m = (struct missiva){
		.oggetto = subject(op, e),
		.riferimento = e->ritirato != NULL ? e->richiesta :
		    e->verbale != NULL ? e->risposta : NULL,
		.modello = model(op),
		.corpo = nodo_child(op->in, "testo"),
		.nome = arena_printf(op->a, "scarto-%d-%s", e->numero,
		    which(e)),
		.classifica = op_campo(op, "classifica"),
	};
	return registro_ufficio_di(&m->ufficio, op->a, op->st->registro,
	    op->utente);
}

static int
prepara(struct op *op)
{
	struct scarto_elenco e;
	struct carta *carta;
	struct missiva m;
	int r;

	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = scarto_find(&e, op)) != 0 ||
	    (r = letter(&m, op, &e)) != 0 || (!op->saggio &&
	    (r = gather(&m.allegati, op, &e)) != 0) ||
	    (r = missiva_prepara(&carta, op, NULL, &m)) != 0)
		return r < 0 ? r : 0;
	op->prep = carta;
	return 0;
}

/* ---- effect ---- */

static struct nodo *
document(struct op *op, const struct carta *carta, int elenco,
    const char *protocollo)
{
	struct nodo *doc = scarto_nodo(op, "lettera-scarto", elenco);

	nodo_elem_text(op->a, doc, "protocollo", protocollo);
	carta_nodi(doc, op, carta);
	allegare_nodi(doc, op, carta->allegati);
	return doc;
}

static int
applica(struct op *op)
{
	const struct carta *carta = op->prep;
	struct scarto_elenco e;
	struct numero prot;
	struct missiva m;
	const char *num;
	int r;

	if (carta == NULL)
		return err_set(ERR_FAULT, "la lettera non è stata preparata");
	if ((r = scarto_find(&e, op)) != 0 || (r = letter(&m, op, &e)) != 0 ||
	    (r = protocolla_numero(&prot, op)) != 0)
		return r;
	num = numero_text(op->a, &prot);
	if (e.verbale != NULL || e.ritirato != NULL)
		op_deposita(op, "ente", scarto_percorso(op->a, e.numero,
		    SCARTO_CHIUSURA), scarto_chiusura(op, e.numero, num));
	else
		op_deposita(op, "ente", scarto_percorso(op->a, e.numero,
		    SCARTO_RICHIESTA), scarto_richiesta(op, e.numero, num,
		    op_oggi(op)));
	op_deposita(op, "ente", scarto_percorso(op->a, e.numero,
	    arena_printf(op->a, LETTERA_PERCORSO, which(&e))), document(op,
	    carta, e.numero, num));
	protocolla(op, &prot, missiva_campi(op, carta, NULL, &m));
	return carta_deposita(op, carta);
}

const struct atto atto_trasmetti_scarto = {
	.nome = "trasmetti-scarto",
	.sommario = "scrive alla Soprintendenza: manda l'elenco, o il verbale, o ritira",
	.norma = "art. 21 D.lgs 42/2004; artt. 53 e 55 DPR 445/2000",
	.flags = PROTOCOLLA | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
