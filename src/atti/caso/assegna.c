/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * assegna.c - give a case to the social worker who answers for it: a report
 * just seen, which becomes an accesso, or an accesso that waits.
 *
 * Refuses: a registration that goes out, that the office has only for its
 * knowledge or has not seen, or that has its accesso already; whoever is no
 * active social worker, or in conflict; an accesso that has its social worker
 * (that is riassegna).  Keeps: one accesso a registration, one responsible a
 * case.  Norm: L. 241/1990 art. 5 c. 1.
 */
#include <string.h>

#include "atti/caso/affidare.h"
#include "atti/caso/cartella.h"
#include "atti/caso/passaggio.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/accesso.h"
#include "documenti/smistamento.h"
#include "registro/smistamento.h"

#define ART5 "art. 5 L. 241/1990"

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
		    "altri si usa «riassegna»", numero_text(op->a, &n),
		    numero_text(op->a, &already));
		return 0;
	}
	if (r != ERR_ABSENT || (r = check_seen(op, &n)) != 0)
		return r;
	return passaggio_esamina(op, OGGETTO_ACCESSO, STATO_INIZIO, NULL);
}

static int
assign_registration(struct op *op)
{
	struct numero n, ac = { SERIE_ACCESSO, clock_year(op->ora), 0 };
	const char *ufficio = op_campo(op, "ufficio");
	char today[GIORNO_LEN + 1];
	struct nodo *cover;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (ufficio == NULL && (r = seen_office(&ufficio, op, &n)) != 0) ||
	    (r = registro_numero(&ac.progressivo, op->st->registro, ac.serie,
	    ac.anno)) != 0)
		return r;
	clock_day(today, op->ora);
	op->fatto = numero_text(op->a, &ac);
	cover = accesso_indiretto(op->a, &n, ufficio,
	    op_campo(op, "assistente"), today);
	if ((r = passaggio_applica(op, cover, OGGETTO_ACCESSO, NULL)) != 0)
		return r;
	op_deposita(op, numero_folder(op->a, &ac), ACCESSO_COPERTINA, cover);
	return 0;
}

/* ---- an accesso somebody brought in person ---- */

static int
check_accesso(struct op *op)
{
	struct accesso acc;
	struct numero ac;
	int r;

	if ((r = accesso_find(&acc, &ac, op)) != 0)
		return r;
	return passaggio_esamina(op, OGGETTO_ACCESSO, acc.stato, NULL);
}

/* The cover, with its responsible, written again. */
static int
assign_accesso(struct op *op)
{
	const char *ufficio = op_campo(op, "ufficio"), *folder;
	struct nodo *cover;
	struct numero ac;
	int r;

	if ((r = numero_parse(&ac, op_campo(op, "accesso"))) != 0)
		return r;
	folder = numero_folder(op->a, &ac);
	if ((r = passaggio_copertina(&cover, op, folder,
	    OGGETTO_ACCESSO, NULL)) != 0)
		return r;
	if (ufficio == NULL)
		ufficio = nodo_value(op->a, cover, "ufficio");
	copertina_affida(op->a, cover, op_campo(op, "assistente"), ufficio);
	op->fatto = numero_text(op->a, &ac);
	op_deposita(op, folder, ACCESSO_COPERTINA, cover);
	return 0;
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
	    check_accesso(op)) != 0)
		return r;
	return affidare_esamina(op);
}

static int
applica(struct op *op)
{
	return is_new(op) ? assign_registration(op) : assign_accesso(op);
}

const struct atto atto_assegna = {
	.nome = "assegna",
	.sommario = "affida un caso a un'assistente sociale",
	.norma = "art. 5 c. 1 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};
