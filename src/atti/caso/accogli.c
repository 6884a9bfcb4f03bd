/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accogli.c - somebody comes to the service, or the service moves of its own:
 * a direct accesso, with the scheda of the segretariato, also when nothing
 * follows.
 *
 * Refuses: an istanza that is annulled, goes out or has its accesso already;
 * a case that ends here without reasons; a service nobody named.  Keeps: the
 * scheda and the liberatoria stand in the accesso, whoever answers for it
 * later.  Norm: L. 328/2000 art. 22 c. 4; L. 241/1990 art. 2.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/caso/passaggio.h"
#include "atti/caso/persone.h"
#include "atti/caso/schede.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/accesso.h"
#include "documenti/scheda_segretariato.h"

/* ---- rules ---- */

static int
check_office(struct op *op)
{
	const char *codice = op_campo(op, "ufficio"), *ignored;
	int r;

	if (codice != NULL) {
		r = registro_ufficio(&ignored, op->a, op->st->registro,
		    codice);
		if (r == ERR_ABSENT)
			op_errore(op, "ufficio", "ufficio-ignoto", NULL,
			    "l'ufficio %s non esiste", codice);
		return r == ERR_ABSENT ? 0 : r;
	}
	if ((r = registro_ufficio_di(&codice, op->a, op->st->registro,
	    op_agente(op))) != 0)
		return r;
	if (*codice == '\0')
		op_errore(op, "ufficio", "senza-ufficio", NULL, "non sei di "
		    "nessun ufficio: scrivi quale lo segue con --ufficio");
	return 0;
}

/* The istanza the person signed, if it was registered. */
static int
check_request(struct op *op)
{
	struct numero n, already;
	struct nodo *v;
	int r;

	if (op_campo(op, "protocollo") == NULL)
		return 0;
	if ((r = registrazione_in_chiaro(&v, &n, op)) != 0 ||
	    (r = registrazione_valida(op, "protocollo", &n)) <= 0)
		return r;
	if (strcmp(nodo_value(op->a, v, "flusso"), "entrata") != 0)
		op_errore(op, "protocollo", "non-in-entrata", NULL,
		    "la registrazione %s non è in entrata: non è un'istanza",
		    numero_text(op->a, &n));
	r = registro_accesso_di(&already, op->st->registro, &n);
	if (r == 0)
		op_errore(op, "protocollo", "gia-assegnata", NULL, "dalla "
		    "registrazione %s è già nato un accesso",
		    numero_text(op->a, &n));
	return r == ERR_ABSENT ? 0 : r;
}

static const char *
outcome(struct op *op)
{
	return accogli_concluso(op->a, op->in) ? "concluso" : "da-assegnare";
}

static int
esamina(struct op *op)
{
	int r;

	schede_esamina(op);
	accogli_check(&op->ril, op->in);
	if ((r = check_office(op)) != 0 || (r = check_request(op)) != 0 ||
	    (r = persone_simili(op, nodo_find(op->in, "scheda/segnalato"),
	    "scheda/segnalato", NULL)) != 0)
		return r;
	return passaggio_esamina(op, OGGETTO_ACCESSO, STATO_INIZIO,
	    outcome(op));
}

/* ---- effect ---- */

static int
cover(struct nodo **out, struct op *op)
{
	const char *iniziativa = op_campo(op, "iniziativa");
	const char *ufficio = op_campo(op, "ufficio");
	struct accesso_nuovo n = {
		.iniziativa = iniziativa != NULL ? iniziativa : "cittadino",
		.protocollo = op_campo(op, "protocollo"),
		.responsabile = op_agente(op), .aperto = op_oggi(op),
	};
	int r;

	if (ufficio == NULL && (r = registro_ufficio_di(&ufficio, op->a,
	    op->st->registro, op_agente(op))) != 0)
		return r;
	n.ufficio = ufficio;
	*out = accesso_diretto(op->a, &n);
	if ((r = passaggio_applica(op, *out, OGGETTO_ACCESSO,
	    outcome(op))) != 0)
		return r;
	if (accogli_concluso(op->a, op->in))
		accesso_chiudi(op->a, *out, n.aperto,
		    accogli_motivo(op->a, op->in),
		    op_campo(op, "motivazione"));
	return 0;
}

/* The scheda, with what was decided. */
static struct nodo *
scheda(struct op *op)
{
	struct nodo *n, *x;

	n = scheda_segretariato_make(op->a, nodo_child(op->in, "scheda"),
	    op_agente(op), op_oggi(op));
	x = nodo_elem(op->a, n, "esito");
	nodo_elem_text(op->a, x, "tipo", op_campo(op, "esito"));
	nodo_elem_text(op->a, x, "inviato-a", op_campo(op, "inviato-a"));
	nodo_elem_text(op->a, x, "motivazione", op_campo(op, "motivazione"));
	return n;
}

static int
applica(struct op *op)
{
	struct numero ac = { SERIE_ACCESSO, clock_year(op->ora), 0 };
	const char *folder;
	struct nodo *n;
	int r;

	if ((r = registro_numero(&ac.progressivo, op->st->registro, ac.serie,
	    ac.anno)) != 0 || (r = cover(&n, op)) != 0)
		return r;
	folder = numero_folder(op->a, &ac);
	op->fatto = numero_text(op->a, &ac);
	op_deposita(op, folder, ACCESSO_COPERTINA, n);
	op_deposita(op, folder, SCHEDA_SEGRETARIATO_PERCORSO, scheda(op));
	return schede_liberatorie(op, folder);
}

const struct atto atto_accogli = {
	.nome = "accogli",
	.sommario = "accoglie chi si presenta e apre un accesso diretto",
	.norma = "art. 22 c. 4 L. 328/2000",
	.esamina = esamina,
	.applica = applica,
};
