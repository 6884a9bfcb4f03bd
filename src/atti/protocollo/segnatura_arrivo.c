/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * segnatura_arrivo.c - what a segnatura received says, put where the operator
 * wrote nothing.
 *
 * Believes no segnatura that stands in a message forwarded within the message:
 * it is of somebody else.  Warns, with the codes of Allegato 6, of one that
 * cannot be read or has been changed since it was signed, and of files that
 * are not those it names.  Whether its signer is to be believed is a verdetto's
 * to say (atti/firme/firme_ricevute.h).  Norm: DPR
 * 445/2000 art. 53 c. 1 lett. e; Allegato 6 LG.
 */
#include "atti/protocollo/segnatura_arrivo.h"

#include <string.h>
#include <strings.h>

#include "atti/file_ricevuti.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "documenti/segnatura.h"
#include "worker/worker.h"

#define ALLEGATO6 "Allegato 6 LG"

/* ---- where it is ---- */

/* The message a PEC envelope carries is the message itself. */
static bool
is_forwarded(const struct messaggio *m, const struct parte *p)
{
	return strcasecmp(p->tipo, "message/rfc822") == 0 &&
	    !(m->pec && strcasecmp(p->nome, "postacert.eml") == 0);
}

/* NULL: none.  What comes after a forwarded message may be part of it. */
static struct parte *
find(const struct messaggio *m)
{
	bool forwarded = false;
	int i;

	for (i = 0; i < m->n_parti; i++) {
		struct parte *p = &m->parti[i];

		forwarded = forwarded || is_forwarded(m, p);
		if (strcasecmp(p->nome, "segnatura.xml") != 0)
			continue;
		if (!forwarded)
			return p;
		if (p->nota == NULL)
			p->nota = "in un messaggio inoltrato: non se ne tiene "
			    "conto";
	}
	return NULL;
}

static struct parte *
part_named(const struct messaggio *m, const char *nome)
{
	int i;

	for (i = 0; i < m->n_parti; i++)
		if (strcasecmp(m->parti[i].nome, nome) == 0)
			return &m->parti[i];
	return NULL;
}

/* ---- what is wrong ---- */

static void
unreadable(struct op *op, struct parte *p)
{
	op_avviso(op, "allegato", "segnatura-illeggibile", ALLEGATO6,
	    "la segnatura %s non si legge (%s): controlla i dati a mano e "
	    "conferma con --conferma segnatura-illeggibile", p->nome,
	    err_msg());
	p->nota = "segnatura illeggibile";
	err_clear();
}

/* Not that it is unfit, but that nobody could tell: it made a cage end, or the
 * cage is broken.  What arrived is registered all the same. */
static bool
not_told(int r)
{
	return r == ERR_INVALID || r == ERR_FAULT;
}

/* Has it the form of Allegato 6?  What can be read of it is used anyhow. */
static int
check_form(struct op *op, const struct nodo *root, const char *nome)
{
	struct rilievi ril = { .a = op->a };
	AUTO_BUF neutral = { 0 };
	struct nodo *ignored;
	int r;

	segnatura_neutral(&neutral, op->a, root);
	if ((r = worker_documento(&ignored, &ril, op->a, "segnatura-in",
	    neutral.data, neutral.len)) == ERR_FAULT) {
		op_avviso(op, "allegato", "segnatura-non-conforme", ALLEGATO6,
		    "non si è potuto controllare se la segnatura %s ha la "
		    "forma dovuta (%s): controlla i dati letti e conferma con "
		    "--conferma segnatura-non-conforme", nome, err_msg());
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	if (ril.errori > 0)
		op_avviso(op, "allegato", "segnatura-non-conforme", ALLEGATO6,
		    "la segnatura %s non ha la forma dovuta (%s: %s): "
		    "controlla i dati letti e conferma con --conferma "
		    "segnatura-non-conforme", nome, ril.primo->percorso,
		    ril.primo->testo);
	return 0;
}

/*
 * Is it as it was signed?  Nobody is trusted here, so the best it can be is
 * "ignota"; only what cannot be its signature is told.
 */
static int
check_signature(struct op *op, const struct parte *p)
{
	const struct fiducia nobody = { .ora = clock_now() };
	const char *esito, *why;
	struct nodo *firme;
	AUTO_FD int fd = -1;
	int r;

	if ((r = file_memory(&fd, p->p, p->n)) != 0)
		return r;
	r = worker_firme(&firme, NULL, NULL, op->a, fd, -1, &nobody);
	if (r == ERR_ABSENT || not_told(r)) {
		/* not signed, or in no way we know; the verdetto says more */
		err_clear();
		return 0;
	}
	esito = nodo_attr(firme, "esito");
	why = nodo_value(op->a, firme, "firma/motivo");
	if (esito != NULL && strcmp(esito, "non-valida") == 0)
		op_avviso(op, "allegato", "segnatura-firma-non-valida",
		    ALLEGATO6, "la firma della segnatura %s non vale "
		    "(001_ValidazioneFirma: %s): avvisa il mittente, o "
		    "conferma con --conferma segnatura-firma-non-valida",
		    p->nome, why != NULL ? why : "");
	return 0;
}

static void
check_file(struct op *op, const struct messaggio *m,
    const struct segnatura_file *f, bool main)
{
	struct parte *p = part_named(m, f->nome);
	char sha256[IMPRONTA_LEN + 1];
	int same;

	if (p == NULL) {
		op_avviso(op, "allegato", "segnatura-manca-file", ALLEGATO6,
		    "la segnatura nomina il file %s, che nel messaggio non c'è "
		    "(003_DocumentoAllegatiNonLeggibili): chiedilo al "
		    "mittente, o conferma con --conferma segnatura-manca-file",
		    f->nome);
		return;
	}
	if (main && p->nota == NULL)
		p->nota = "documento primario secondo la segnatura";
	if (f->impronta == NULL)
		return;
	hash_hex(sha256, p->p, p->n);
	if ((same = segnatura_impronta(f, sha256)) == 0)
		op_avviso(op, "allegato", "impronta-diversa", ALLEGATO6,
		    "il file %s non è quello di cui la segnatura porta "
		    "l'impronta (002_AnomaliaImpronte): avvisa il mittente, o "
		    "conferma con --conferma impronta-diversa", f->nome);
	if (same < 0 && p->nota == NULL)
		p->nota = "impronta della segnatura non controllata: non è "
		    "SHA-256";
}

/* ---- what the operator left out ---- */

/* Puts a field and remembers its name. */
static void
fill(struct op *op, struct nodo *n, struct buf *filled)
{
	if (campo_mancante(op, n))
		buf_printf(filled, "%s%s", filled->len > 0 ? ", " : "",
		    n->nome);
}

static void
fill_sender(struct op *op, const struct messaggio *m,
    const struct segnatura *s, struct buf *filled)
{
	struct nodo *n = nodo_new(op->a, "mittente");
	const char *pec = m->mittente_indirizzo;

	if (s->mittente == NULL || !utf8_plain(s->mittente))
		return;
	if (!indirizzo_valido(pec))
		pec = s->indirizzo;
	nodo_elem_text(op->a, n, "denominazione", s->mittente);
	nodo_elem_text(op->a, n, "codice-ipa", s->codice_ipa);
	if (pec != NULL && indirizzo_valido(pec))
		nodo_elem_text(op->a, n, "pec", pec);
	fill(op, n, filled);
}

static void
fill_all(struct op *op, const struct messaggio *m, const struct segnatura *s,
    struct buf *filled)
{
	char oggi[GIORNO_LEN + 1];
	struct nodo *n;

	if (s->oggetto != NULL) {
		n = nodo_new(op->a, "oggetto");
		nodo_text(op->a, n, s->oggetto);
		fill(op, n, filled);
	}
	/* the sender's wish to keep it close is kept */
	if (s->riservato) {
		n = nodo_new(op->a, "riservata");
		nodo_elem_text(op->a, n, "motivo",
		    "riservato secondo la segnatura del mittente");
		fill(op, n, filled);
	}
	fill_sender(op, m, s, filled);
	n = nodo_new(op->a, "protocollo-mittente");
	nodo_elem_text(op->a, n, "numero", s->id.numero);
	clock_day(oggi, clock_now());
	if (s->id.data != NULL && strcmp(s->id.data, oggi) <= 0)
		nodo_elem_text(op->a, n, "data", s->id.data);
	fill(op, n, filled);
}

int
segnatura_arrivo(struct op *op, struct messaggio *m)
{
	const char *flusso = op_campo(op, "flusso");
	const struct segnatura_file *f;
	struct parte *p = find(m);
	AUTO_BUF filled = { 0 };
	struct segnatura s;
	struct nodo *root;
	int r;

	if (p == NULL || flusso == NULL || strcmp(flusso, "entrata") != 0)
		return 0;
	r = worker_xml_altrui(&root, op->a, p->p, p->n);
	if (r == 0)
		r = segnatura_read(&s, op->a, root);
	if (not_told(r)) {
		unreadable(op, p);
		return 0;
	}
	if (r != 0 || (s.v3 && ((r = check_form(op, root, p->nome)) != 0 ||
	    (r = check_signature(op, p)) != 0)))
		return r;
	for (f = s.file; f != NULL; f = f->succ)
		check_file(op, m, f, f == s.file);
	fill_all(op, m, &s, &filled);
	p->nota = filled.len == 0 ? SEGNATURA_NOTA :
	    arena_printf(op->a, SEGNATURA_NOTA ": ne vengono %s",
	    buf_str(&filled));
	return 0;
}
