/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * assegna.c - give a case to the social worker who answers for it: a report
 * just seen, which becomes an accesso, or an accesso given to somebody else.
 *
 * Refuses: a registration that goes out, that the office has only for its
 * knowledge or has not seen, or that has its accesso already; whoever is no
 * active social worker; an accesso or a cartella that is closed.  Keeps: one
 * accesso a registration, one responsible a case, the earlier ones in the
 * history of the folder.  Norm: L. 241/1990 art. 5 c. 1.
 */
#include <string.h>

#include "atti/registrazione.h"
#include "atti/table.h"
#include "documenti/accesso.h"
#include "documenti/smistamento.h"
#include "registro/smistamento.h"

#define ART5 "art. 5 L. 241/1990"

/* ---- whom, and in which office ---- */

static int
check_worker(struct op *op)
{
	const char *codice = op_campo(op, "assistente");
	struct registro *reg = op->st->registro;
	struct utente u;
	int r;

	r = registro_utente(&u, op->a, reg, codice);
	if (r == ERR_ABSENT) {
		op_errore(op, "assistente", "utente-ignoto", NULL,
		    "l'utente %s non esiste", codice);
		return 0;
	}
	if (r != 0)
		return r;
	if (!u.attivo) {
		op_errore(op, "assistente", "utente-inattivo", NULL,
		    "l'utente %s non è più attivo", codice);
		return 0;
	}
	if ((r = registro_ha_ruolo(reg, codice, "assistente-sociale")) == 0)
		op_errore(op, "assistente", "altro-ruolo", ART5,
		    "%s non è assistente sociale: il caso va a chi lo è",
		    codice);
	return r < 0 ? r : 0;
}

static int
check_office(struct op *op)
{
	const char *codice = op_campo(op, "ufficio"), *ignored;
	int r;

	if (codice == NULL)
		return 0;
	r = registro_ufficio(&ignored, op->a, op->st->registro, codice);
	if (r == ERR_ABSENT) {
		op_errore(op, "ufficio", "ufficio-ignoto", NULL,
		    "l'ufficio %s non esiste", codice);
		return 0;
	}
	return r;
}

/* ---- a registration becomes an accesso ---- */

/* The office that must act on it, and to which the user belongs. */
static int
competent_office(const char **out, struct op *op, const struct numero *n)
{
	return registro_smistata_a(out, op->a, op->st->registro, n,
	    op_agente(op), COMPETENZA);
}

/* The one whose people have seen it, or have it in charge. */
static int
seen_office(const char **out, struct op *op, const struct numero *n)
{
	return registro_competente_vista(out, op->a, op->st->registro, n,
	    op_agente(op));
}

static int
check_seen(struct op *op, const struct numero *n)
{
	const char *ufficio;
	int r;

	r = competent_office(&ufficio, op, n);
	if (r == ERR_ABSENT) {
		op_errore(op, "protocollo", "non-competente", ART5, "la "
		    "registrazione %s non è stata smistata per competenza a "
		    "un tuo ufficio", numero_text(op->a, n));
		return 0;
	}
	if (r != 0)
		return r;
	r = seen_office(&ufficio, op, n);
	if (r != ERR_ABSENT)
		return r;
	op_errore(op, "protocollo", "non-vista", ART5, "nessuno dell'ufficio "
	    "%s ha preso in carico la registrazione %s, né l'ha vista: prima "
	    "si fa «prendi-in-carico»", ufficio, numero_text(op->a, n));
	return 0;
}

static int
check_incoming(struct op *op, const struct numero *n)
{
	struct occhio occhio = op_occhio(op);
	struct nodo *v;
	int r;

	if ((r = registro_vista_registrazione(&v, op->a, op->st->registro,
	    &occhio, n)) != 0)
		return r;
	if (strcmp(nodo_value(op->a, v, "flusso"), "uscita") == 0)
		op_errore(op, "protocollo", "in-uscita", NULL, "la "
		    "registrazione %s è in uscita: un accesso nasce da una "
		    "segnalazione ricevuta", numero_text(op->a, n));
	return 0;
}

static int
check_registration(struct op *op)
{
	struct numero n, already;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = check_incoming(op, &n)) != 0 ||
	    (r = registrazione_valida(op, "protocollo", &n)) <= 0)
		return r;
	r = registro_accesso_di(&already, op->st->registro, &n);
	if (r == 0) {
		op_errore(op, "protocollo", "gia-assegnata", NULL, "dalla "
		    "registrazione %s è già nato l'accesso %s: per darlo ad "
		    "altri si usa --accesso", numero_text(op->a, &n),
		    numero_text(op->a, &already));
		return 0;
	}
	return r == ERR_ABSENT ? check_seen(op, &n) : r;
}

static int
assign_registration(struct op *op)
{
	struct numero n, ac = { SERIE_ACCESSO, clock_year(op->ora), 0 };
	const char *ufficio = op_campo(op, "ufficio");
	char today[GIORNO_LEN + 1];
	int r;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (ufficio == NULL && (r = seen_office(&ufficio, op, &n)) != 0) ||
	    (r = registro_numero(&ac.progressivo, op->st->registro, ac.serie,
	    ac.anno)) != 0)
		return r;
	clock_day(today, op->ora);
	op->fatto = numero_text(op->a, &ac);
	op_deposita(op, numero_folder(op->a, &ac), ACCESSO_COPERTINA,
	    accesso_indiretto(op->a, &n, ufficio, op_campo(op, "assistente"),
	    today));
	return 0;
}

/* ---- an accesso goes to somebody else ---- */

/* The cartella born of an accesso; absent: none. */
static int
check_cartella(struct op *op, const struct numero *ac)
{
	struct occhio occhio = op_occhio(op);
	struct cartella c;
	struct numero cs;
	int r;

	r = registro_cartella_di(&cs, op->st->registro, ac);
	if (r != 0)
		return r == ERR_ABSENT ? 0 : r;
	if ((r = registro_cartella(&c, op->a, op->st->registro, &occhio,
	    &cs)) != 0)
		return r;
	if (c.chiusa != NULL)
		op_errore(op, "accesso", "cartella-chiusa", NULL,
		    "la cartella %s è chiusa", numero_text(op->a, &cs));
	return 0;
}

static int
check_accesso(struct op *op)
{
	const char *ufficio = op_campo(op, "ufficio");
	struct occhio occhio = op_occhio(op);
	struct accesso acc;
	struct numero ac;
	int r;

	if ((r = numero_parse(&ac, op_campo(op, "accesso"))) != 0 ||
	    (r = registro_accesso(&acc, op->a, op->st->registro, &occhio,
	    &ac)) != 0)
		return r;
	if (strcmp(acc.stato, ACCESSO_CHIUSO) == 0)
		op_errore(op, "accesso", "accesso-chiuso", NULL,
		    "l'accesso %s è chiuso", numero_text(op->a, &ac));
	else if (strcmp(acc.responsabile, op_campo(op, "assistente")) == 0 &&
	    (ufficio == NULL || strcmp(acc.ufficio, ufficio) == 0))
		op_errore(op, "assistente", "stesso-responsabile", NULL,
		    "l'accesso %s è già di %s", numero_text(op->a, &ac),
		    acc.responsabile);
	return check_cartella(op, &ac);
}

/* The cover, with the new responsible, written again. */
static int
entrust(struct op *op, const struct numero *n, const char *percorso)
{
	const char *folder = numero_folder(op->a, n);
	const char *ufficio = op_campo(op, "ufficio");
	struct nodo *cover;
	int r;

	if ((r = store_documento(&cover, op->a, op->st, folder,
	    percorso)) != 0)
		return r;
	if (ufficio == NULL)
		ufficio = nodo_value(op->a, cover, "ufficio");
	copertina_affida(op->a, cover, op_campo(op, "assistente"), ufficio);
	op_deposita(op, folder, percorso, cover);
	return 0;
}

static int
reassign(struct op *op)
{
	struct numero ac, cs;
	int r;

	if ((r = numero_parse(&ac, op_campo(op, "accesso"))) != 0 ||
	    (r = entrust(op, &ac, ACCESSO_COPERTINA)) != 0)
		return r;
	op->fatto = numero_text(op->a, &ac);
	r = registro_cartella_di(&cs, op->st->registro, &ac);
	if (r != 0)
		return r == ERR_ABSENT ? 0 : r;
	return entrust(op, &cs, "cartella.xml");
}

/* ---- either way ---- */

static bool
is_new(const struct op *op)
{
	return op_campo(op, "protocollo") != NULL;
}

static int
esamina(struct op *op)
{
	int r;

	if ((r = is_new(op) ? check_registration(op) :
	    check_accesso(op)) != 0 || (r = check_worker(op)) != 0)
		return r;
	return check_office(op);
}

static int
applica(struct op *op)
{
	return is_new(op) ? assign_registration(op) : reassign(op);
}

const struct atto atto_assegna = {
	.nome = "assegna",
	.sommario = "affida un caso a un'assistente sociale",
	.norma = "art. 5 c. 1 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};
