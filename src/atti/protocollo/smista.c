/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * smista.c - send a registration to the offices, or to people of theirs, that
 * must act on it or know of it.
 *
 * Refuses: offices and people that do not exist, a person of another office or
 * no longer active, the same twice, nobody who must act, what is annulled;
 * oneself or one's own office for what one may not read; other destinations in
 * the place of those from which a case was born.
 * Keeps: every smistamento, in order; a later one adds to those before, or
 * takes their place.  Norm: DPR 445/2000 art. 56; L. 241/1990 art. 4.
 */
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/smistamento.h"
#include "registro/smistamento.h"

static int
check_office(struct op *op, const struct nodo *d)
{
	const struct nodo *u = nodo_child(d, "ufficio");
	const char *ignored;
	int r;

	r = registro_ufficio(&ignored, op->a, op->st->registro,
	    nodo_all_text(op->a, u));
	if (r == ERR_ABSENT) {
		rilievo_add(&op->ril, ERRORE, nodo_path(op->a, u),
		    "ufficio-ignoto", NULL, "l'ufficio %s non esiste",
		    nodo_all_text(op->a, u));
		return 0;
	}
	return r;
}

/* A person is a person of that office, in service. */
static int
check_person(struct op *op, const struct nodo *d)
{
	const char *ufficio = nodo_value(op->a, d, "ufficio");
	const char *codice = nodo_value(op->a, d, "utente");
	struct utente u = { .attivo = false };
	const char *path;
	int r;

	if (codice == NULL)
		return 0;
	path = nodo_path(op->a, nodo_child(d, "utente"));
	r = registro_utente(&u, op->a, op->st->registro, codice);
	if (r == ERR_ABSENT || (r == 0 && !u.attivo)) {
		rilievo_add(&op->ril, ERRORE, path, r == 0 ?
		    "utente-inattivo" : "utente-ignoto", NULL, r == 0 ?
		    "l'utente %s non è più attivo" : "l'utente %s non esiste",
		    codice);
		return 0;
	}
	if (r != 0)
		return r;
	r = registro_in_ufficio(op->st->registro, codice, ufficio);
	if (r == 0)
		rilievo_add(&op->ril, ERRORE, path, "altro-ufficio", NULL,
		    "l'utente %s non è dell'ufficio %s", codice, ufficio);
	return r < 0 ? r : 0;
}

/* It is there already, and nothing says that it goes there anew. */
static int
check_new(struct op *op, const struct nodo *d, const struct numero *n)
{
	const char *ufficio = nodo_value(op->a, d, "ufficio");
	const char *utente = nodo_value(op->a, d, "utente");
	int r;

	if (smistamento_sostituisce(op->a, op->in))
		return 0;
	r = registro_gia_destinata(op->st->registro, n, ufficio,
	    utente != NULL ? utente : "", nodo_value(op->a, d, "titolo"));
	if (r == 1)
		rilievo_add(&op->ril, ERRORE, nodo_path(op->a, d),
		    "gia-smistata", NULL, "la registrazione %s è già stata "
		    "smistata a %s", numero_text(op->a, n),
		    utente != NULL ? utente : ufficio);
	return r < 0 ? r : 0;
}

static int
check_destinations(struct op *op, const struct numero *n)
{
	const struct nodo *d;
	int r;

	for (d = nodo_child(op->in, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione"))
		if ((r = check_office(op, d)) != 0 ||
		    (r = check_person(op, d)) != 0 ||
		    (r = check_new(op, d, n)) != 0)
			return r;
	return 0;
}

/* Taking the place of those before: not of a case, of work only knowingly. */
static int
check_replaced(struct op *op, const struct numero *n)
{
	struct registro *reg = op->st->registro;
	struct numero ac;
	int r, before, working;

	if (!smistamento_sostituisce(op->a, op->in))
		return 0;
	if ((r = registro_smistamenti(&before, reg, n)) != 0 ||
	    (r = registro_in_carico(&working, reg, n)) != 0)
		return r;
	if (before == 0)
		op_errore(op, "sostituisce", "niente-da-sostituire", NULL,
		    "la registrazione %s non è ancora stata smistata: togli "
		    "--sostituisce", numero_text(op->a, n));
	if (working > 0)
		op_avviso(op, "sostituisce", "in-carico", NULL, "la "
		    "registrazione %s è già in carico a chi l'ha ricevuta, e "
		    "gli sarebbe tolta", numero_text(op->a, n));
	r = registro_accesso_di(&ac, reg, n);
	if (r == 0)
		op_errore(op, "sostituisce", "gia-assegnata", NULL, "dalla "
		    "registrazione %s è nato l'accesso %s: il caso passa ad "
		    "altri con «riassegna»", numero_text(op->a, n),
		    numero_text(op->a, &ac));
	return r == ERR_ABSENT ? 0 : r;
}

/* Sending opens it: a riservata one may not read is not sent to oneself. */
static int
check_own(struct op *op, const struct numero *n)
{
	struct occhio occhio = op_occhio(op);
	const struct nodo *d;
	struct nodo *v;
	int r;

	if ((r = registro_vista_registrazione(&v, op->a, op->st->registro,
	    &occhio, n)) != 0 || nodo_attr(v, "oscurata") == NULL)
		return r;
	for (d = nodo_child(op->in, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione")) {
		r = registro_in_ufficio(op->st->registro, op_agente(op),
		    nodo_value(op->a, d, "ufficio"));
		if (r == 1)
			rilievo_add(&op->ril, ERRORE, nodo_path(op->a, d),
			    "riservata", "art. 32 GDPR", "la registrazione %s "
			    "è riservata e non la vedi in chiaro: a te e al "
			    "tuo ufficio la smista chi la può leggere",
			    numero_text(op->a, n));
		if (r < 0)
			return r;
	}
	return 0;
}

static int
esamina(struct op *op)
{
	struct registro *reg = op->st->registro;
	struct numero n;
	int r, competenti;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = check_own(op, &n)) != 0 ||
	    (r = registrazione_valida(op, "protocollo", &n)) < 0)
		return r;
	if ((r = registro_competenti(&competenti, reg, &n)) != 0)
		return r;
	smistamento_check(&op->ril, op->in, competenti > 0 &&
	    !smistamento_sostituisce(op->a, op->in));
	if ((r = check_replaced(op, &n)) != 0)
		return r;
	return check_destinations(op, &n);
}

static int
applica(struct op *op)
{
	struct numero n;
	int r, before;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_smistamenti(&before, op->st->registro, &n)) != 0)
		return r;
	op->fatto = numero_text(op->a, &n);
	op_deposita(op, numero_folder(op->a, &n), numero_follow_path(op->a,
	    "smistamenti", n.progressivo, before + 1),
	    smistamento_make(op->a, op->in, before + 1, op->ora_iso,
	    op->utente));
	return 0;
}

const struct atto atto_smista = {
	.nome = "smista",
	.sommario = "manda una registrazione agli uffici o a persone",
	.norma = "art. 56 DPR 445/2000; art. 4 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};
