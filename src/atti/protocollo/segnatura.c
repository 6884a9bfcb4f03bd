/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * segnatura.c - the segnatura.xml of an uscita, and the four messages that
 * administrations send each other about one (Allegato 6).
 *
 * Refuses: what the user may not see in clear, a segnatura without an
 * amministrazione to read it or a document to describe, a confirmation of
 * what did not come, an annulment not decided, to sign a message (it has no
 * place for a signature).  Keeps: the same facts, the same bytes, but for the
 * signature.  Norm: DPR 445/2000 art. 55.
 */
#include <string.h>

#include "archivio/allegato.h"
#include "atti/protocollo/registrazione.h"
#include "atti/protocollo/segnatura_firma.h"
#include "atti/table.h"
#include "base/file.h"
#include "documenti/segnatura.h"
#include "registro/fascicoli.h"
#include "registro/titolario.h"
#include "worker/worker.h"
#include "xml/xml.h"

#define ALLEGATO6 "Allegato 6 LG"

enum which { SEGNATURA, CONFERMA, AGGIORNAMENTO, ECCEZIONE, ANNULLAMENTO };

static const char *const tipi[] = {
	[SEGNATURA] = "segnatura", [CONFERMA] = "conferma-ricezione",
	[AGGIORNAMENTO] = "aggiornamento-conferma",
	[ECCEZIONE] = "notifica-eccezione",
	[ANNULLAMENTO] = "annullamento-protocollazione",
};

static enum which
which_of(const struct op *op)
{
	const char *tipo = op_campo(op, "tipo");
	enum which i;

	for (i = ANNULLAMENTO; tipo != NULL && i > SEGNATURA; i--)
		if (strcmp(tipi[i], tipo) == 0)
			return i;
	return SEGNATURA;
}

static bool
to_sign(const struct op *op)
{
	const char *s = op_campo(op, "firmata");

	return s != NULL && strcmp(s, "si") == 0;
}

/* ---- rules ---- */

static int
esamina(struct op *op)
{
	const bool wanted = which_of(op) == ECCEZIONE;
	const bool there = op_campo(op, "motivo") != NULL;

	if (wanted && !there)
		op_errore(op, "motivo", "manca-motivo", ALLEGATO6,
		    "un'eccezione dice perché: indicalo con --motivo");
	if (!wanted && there)
		op_errore(op, "motivo", "motivo-di-troppo", ALLEGATO6,
		    "solo un'eccezione dice un motivo suo: togli --motivo");
	if (to_sign(op) && which_of(op) != SEGNATURA)
		op_errore(op, "firmata", "messaggio-senza-firma", ALLEGATO6,
		    "solo la segnatura si firma: togli --firmata");
	return 0;
}

static bool
to_administration(const struct nodo *reg)
{
	const struct nodo *d;

	for (d = nodo_child(reg, "destinatario"); d != NULL;
	    d = nodo_next(d, "destinatario"))
		if (nodo_child(d, "codice-ipa") != NULL)
			return true;
	return false;
}

/* Is there what this message speaks of? */
static int
check_facts(struct op *op, enum which w, const struct nodo *reg)
{
	const char *n = op_campo(op, "riferimento");
	const bool out = strcmp(nodo_value(op->a, reg, "flusso"),
	    "uscita") == 0;
	const bool in = strcmp(nodo_value(op->a, reg, "flusso"),
	    "entrata") == 0;

	if (nodo_attr(reg, "oscurata") != NULL)
		return err_set(ERR_ABSENT, "di %s non c'è un contenuto che "
		    "puoi vedere", n);
	if (nodo_child(reg, "esterno") != NULL)
		return err_set(ERR_INVALID, "il numero di %s è di un altro "
		    "registro: la segnatura la forma quello", n);
	if (w == ANNULLAMENTO && nodo_child(reg, "annullamento") == NULL)
		return err_set(ERR_INVALID, "%s non è annullata: prima si "
		    "annulla, poi lo si dice all'altra amministrazione", n);
	if (w == ANNULLAMENTO)
		return 0;
	if (w != SEGNATURA)
		return in ? 0 : err_set(ERR_INVALID, "%s non è un'entrata: si "
		    "risponde a un messaggio ricevuto", n);
	if (!out)
		return err_set(ERR_INVALID, "%s non è un'uscita: la segnatura "
		    "accompagna ciò che si spedisce", n);
	if (nodo_attr(reg, "annullata") != NULL)
		return err_set(ERR_INVALID, "%s è annullata: non si "
		    "spedisce", n);
	if (!to_administration(reg))
		return err_set(ERR_INVALID, "nessun destinatario di %s ha un "
		    "codice IPA: la segnatura si scambia fra "
		    "amministrazioni", n);
	if (nodo_child(reg, "principale") == NULL)
		return err_set(ERR_INVALID, "di %s non c'è il documento: la "
		    "segnatura ne porta l'impronta", n);
	return 0;
}

/* ---- what it says ---- */

static int
add_ente(struct nodo *v, struct op *op)
{
	struct ente ente;
	struct nodo *n;
	int r;

	if ((r = registro_ente(&ente, op->a, op->st->registro)) != 0)
		return r;
	n = nodo_elem(op->a, v, "ente");
	nodo_elem_text(op->a, n, "denominazione", ente.denominazione);
	nodo_elem_text(op->a, n, "codice-ipa", ente.codice_ipa);
	nodo_elem_text(op->a, n, "codice-aoo", ente.codice_aoo);
	nodo_elem_text(op->a, n, "pec", ente.pec);
	return 0;
}

/* The segnatura the message came with, which `registra` has noted. */
static const struct nodo *
received_file(struct arena *a, const struct nodo *reg)
{
	const struct nodo *f;
	const char *nota;

	for (f = nodo_child(reg, "allegato"); f; f = nodo_next(f, "allegato")) {
		nota = nodo_value(a, f, "nota");
		if (nota != NULL && strncmp(nota, SEGNATURA_NOTA,
		    sizeof SEGNATURA_NOTA - 1) == 0)
			return f;
	}
	return NULL;
}

/* absent: none came, or it says too little. */
static int
received_id(struct identificatore *out, struct op *op, const struct nodo *reg,
    const struct numero *n)
{
	const struct nodo *f = received_file(op->a, reg);
	struct segnatura s;
	AUTO_BUF bytes = { 0 };
	AUTO_FD int fd = -1;
	struct nodo *root;
	int r;

	if (f == NULL)
		return ERR_ABSENT;
	if ((r = registrazione_apri(&fd, op, f, n->anno)) != 0 ||
	    (r = file_read_fd(&bytes, fd, ALTRUI_MAX)) != 0 ||
	    (r = worker_xml_altrui(&root, op->a, bytes.data,
	    bytes.len)) != 0 || (r = segnatura_read(&s, op->a, root)) != 0)
		return r == ERR_INVALID ? ERR_ABSENT : r;
	*out = s.id;
	return 0;
}

static int
add_received(struct nodo *v, struct op *op, const struct nodo *reg,
    const struct numero *n)
{
	struct identificatore id;
	int r = received_id(&id, op, reg, n);

	if (r != 0 && r != ERR_ABSENT)
		return r;
	nodo_add(v, segnatura_ricevuto(op->a, r == 0 ? &id : NULL, reg));
	err_clear();
	return 0;
}

/* The provvedimento of an annulment has at least its number in the
 * repertory. */
static void
add_annulment(struct nodo *v, struct op *op, const struct nodo *reg)
{
	const struct nodo *x = nodo_child(reg, "annullamento");
	const char *p = nodo_value(op->a, x, "provvedimento");

	nodo_elem_text(op->a, v, "motivo", nodo_value(op->a, x, "motivo"));
	nodo_elem_text(op->a, v, "provvedimento",
	    p != NULL ? p : nodo_attr(x, "repertorio"));
}

static int
print(struct op *op, enum which w, struct nodo *reg, const struct numero *n)
{
	struct nodo *v = nodo_new(op->a, "segnatura");
	AUTO_BUF out = { 0 }, firmata = { 0 };
	const struct buf *made = &out;
	int r;

	nodo_set(op->a, v, "tipo", tipi[w]);
	nodo_set(op->a, v, "registro", SEGNATURA_REGISTRO);
	segnatura_base64(op->a, reg);
	if ((r = add_ente(v, op)) != 0)
		return r;
	nodo_add(v, reg);
	if (w == ANNULLAMENTO)
		add_annulment(v, op, reg);
	else if (w != SEGNATURA && (r = add_received(v, op, reg, n)) != 0)
		return r;
	nodo_elem_text(op->a, v, "motivo", op_campo(op, "motivo"));
	if ((r = xml_transform(&out, "segnatura", v, NULL)) != 0)
		return r;
	if (to_sign(op)) {
		if ((r = segnatura_firma(&firmata, op, out.data,
		    out.len)) != 0)
			return r;
		made = &firmata;
	}
	op->vista = v;
	op->bytes = arena_memdup(op->a, made->data, made->len);
	op->n_bytes = made->len;
	return 0;
}

static int
applica(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	enum which w = which_of(op);
	struct nodo *reg;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0 ||
	    (r = registro_vista_registrazione(&reg, op->a, op->st->registro,
	    &occhio, &n)) != 0 || (r = check_facts(op, w, reg)) != 0 ||
	    (r = registro_vista_classifica(reg, op->a, op->st->registro,
	    &n)) != 0 ||
	    (r = registro_vista_fascicoli(reg, op->a, op->st->registro,
	    &occhio, &n)) != 0)
		return r;
	return print(op, w, reg, &n);
}

const struct atto atto_segnatura = {
	.nome = "segnatura",
	.sommario = "segnatura.xml di un'uscita, e i messaggi fra amministrazioni",
	.norma = "art. 55 DPR 445/2000",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};
