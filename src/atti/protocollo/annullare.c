/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/protocollo/annullare.h"

#include <stdlib.h>
#include <string.h>

#include "atti/protocollo/registrazione.h"
#include "documenti/correzione.h"
#include "documenti/repertorio.h"
#include "registro/correzioni.h"
#include "registro/repertori.h"
#include "registro/smistamento.h"
#include "registro/spedizione.h"

#define ART54 "art. 54 DPR 445/2000"

/* ---- sent or not ---- */

static int
check_sent(struct op *op, const struct numero *n, bool inoltrata)
{
	struct registro *reg = op->st->registro;
	const char *numero = numero_text(op->a, n);
	int sent, going;

	if ((sent = registro_spedita(reg, n)) < 0)
		return sent;
	if ((going = registro_in_invio(reg, n)) < 0)
		return going;
	if (inoltrata && sent == 0)
		op_errore(op, "protocollo", "non-spedita", ART54,
		    "la registrazione %s non risulta spedita: usa «annulla»",
		    numero);
	else if (!inoltrata && sent == 1)
		op_errore(op, "protocollo", "gia-spedita", ART54, "la "
		    "registrazione %s è già stata spedita: registra una nuova "
		    "uscita con «registra --sostituisce %s», o il responsabile "
		    "usa «annulla-inoltro»", numero, numero);
	else if (going == 1)
		op_errore(op, "protocollo", "invio-in-corso", ART54, "la "
		    "spedizione di %s è in corso: prima acquisisci la "
		    "ricevuta con «acquisisci-ricevuta»", numero);
	return 0;
}

/* ---- who asked ---- */

/* Who asks does not authorise. */
static void
check_other(struct op *op, const char *path, const char *utente)
{
	if (strcmp(utente, op->utente) == 0 ||
	    strcmp(utente, op_agente(op)) == 0)
		op_errore(op, path, "autorizza-chi-chiede", ART54,
		    "l'annullamento lo ha chiesto %s: lo autorizza un altro",
		    utente);
}

static int
check_request(struct op *op, const struct numero *n, const char *ordine)
{
	struct richiesta q;
	int r;

	r = registro_richiesta(&q, op->a, op->st->registro, n,
	    (int)strtol(ordine, NULL, 10));
	if (r == ERR_ABSENT) {
		op_errore(op, "richiesta", "richiesta-ignota", ART54, "%s",
		    err_msg());
		return 0;
	}
	if (r != 0)
		return r;
	if (strcmp(q.tipo, CORREZIONE_ANNULLAMENTO) != 0)
		op_errore(op, "richiesta", "altra-richiesta", ART54,
		    "la richiesta %s è di %s", ordine, q.tipo);
	check_other(op, "richiesta", q.richiedente);
	if (strcmp(q.operatore, q.richiedente) != 0)
		check_other(op, "richiesta", q.operatore);
	return 0;
}

static int
check_person(struct op *op, const char *codice)
{
	struct utente u;
	int r = registro_utente(&u, op->a, op->st->registro, codice);

	if (r == ERR_ABSENT) {
		op_errore(op, "richiedente", "utente-ignoto", NULL,
		    "l'utente %s non esiste", codice);
		return 0;
	}
	if (r == 0)
		check_other(op, "richiedente", codice);
	return r;
}

static int
check_asked(struct op *op, const struct numero *n)
{
	const char *ordine = op_campo(op, "richiesta");
	const char *richiedente = op_campo(op, "richiedente");

	if (ordine == NULL && richiedente == NULL)
		op_errore(op, "richiedente", "manca-richiedente", ART54,
		    "indica la richiesta (--richiesta) o, se è su carta, chi "
		    "l'ha fatta (--richiedente)");
	else if (ordine != NULL && richiedente != NULL)
		op_errore(op, "richiedente", "due-richiedenti", ART54, "la "
		    "richiesta dice già chi l'ha fatta: togli --richiedente");
	else if (ordine != NULL)
		return check_request(op, n, ordine);
	else
		return check_person(op, richiedente);
	return 0;
}

/* ---- the rest ---- */

static int
check_repertory(struct op *op)
{
	const char *ignored;
	bool active = true;
	int r;

	r = registro_repertorio(&active, &ignored, op->a, op->st->registro,
	    REPERTORIO_ANNULLAMENTI);
	if (r == ERR_ABSENT || (r == 0 && !active)) {
		op_errore(op, "protocollo", "senza-repertorio", ART54, "il "
		    "repertorio %s non è aperto: riaprilo con "
		    "«istituisci-repertorio»", REPERTORIO_ANNULLAMENTI);
		return 0;
	}
	return r;
}

/* Who is working on it should hear of it. */
static int
check_in_charge(struct op *op, const struct numero *n)
{
	int r, working;

	if ((r = registro_in_carico(&working, op->st->registro, n)) != 0)
		return r;
	if (working > 0)
		op_avviso(op, "protocollo", "in-carico", ART54, "la "
		    "registrazione %s è in carico a chi l'ha ricevuta: "
		    "avvisalo, poi conferma con --conferma in-carico",
		    numero_text(op->a, n));
	return 0;
}

int
annullare_esamina(struct op *op, bool inoltrata)
{
	struct numero n;
	struct nodo *v;
	int r;

	if ((r = registrazione_in_chiaro(&v, &n, op)) != 0 ||
	    (r = registrazione_valida(op, "protocollo", &n)) <= 0)
		return r;
	if ((r = check_sent(op, &n, inoltrata)) != 0 ||
	    (r = check_asked(op, &n)) != 0 || (r = check_repertory(op)) != 0)
		return r;
	return check_in_charge(op, &n);
}

/* Who asked, as the request says or the istanza. */
static int
asked_by(const char **out, struct op *op, const struct numero *n)
{
	const char *ordine = op_campo(op, "richiesta");
	struct richiesta q;
	int r;

	*out = op_campo(op, "richiedente");
	if (ordine == NULL)
		return 0;
	if ((r = registro_richiesta(&q, op->a, op->st->registro, n,
	    (int)strtol(ordine, NULL, 10))) == 0)
		*out = q.richiedente;
	return r;
}

/* The provvedimento has a number in its repertory, of the year of today; the
 * annulment cites it. */
int
annullare_applica(struct op *op, bool inoltrata)
{
	struct numero n, year = { SERIE_PROTOCOLLO, clock_year(op->ora), 0 };
	struct annullamento x = { .anno = year.anno, .inoltrata = inoltrata };
	const char *ufficio;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = asked_by(&x.richiedente, op, &n)) != 0 ||
	    (r = registro_repertorio_numero(&x.numero, op->st->registro,
	    REPERTORIO_ANNULLAMENTI, x.anno)) != 0 ||
	    (r = registro_ufficio_di(&ufficio, op->a, op->st->registro,
	    op_agente(op))) != 0)
		return r;
	op->fatto = numero_text(op->a, &n);
	op_deposita(op, numero_folder(op->a, &n), numero_path(op->a,
	    ANNULLAMENTI, n.progressivo), annullamento_make(op->a, op->in, &x,
	    op->utente, op->ora_iso));
	op_deposita(op, numero_folder(op->a, &year), voce_path(op->a,
	    REPERTORIO_ANNULLAMENTI, x.numero), voce_make(op->a,
	    annullamento_voce(op->a, op->in), x.anno, x.numero, op->ora_iso,
	    op->utente, ufficio));
	return 0;
}
