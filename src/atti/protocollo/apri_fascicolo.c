/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * apri_fascicolo.c - open a fascicolo, by itself or in another one.
 *
 * Refuses: one in a closed fascicolo, or more than three deep; in a cartella,
 * another office or responsible than the cartella's; a responsible who is not
 * of the office.  Keeps: one in another has its class.
 * Norm: CAD art. 41; DPR 445/2000 art. 64 c. 4.
 */
#include <string.h>

#include "atti/protocollo/classificare.h"
#include "atti/protocollo/fascicolo.h"
#include "atti/table.h"
#include "documenti/fascicolo.h"

#define CAD41 "art. 41 CAD"

struct piano {			/* what the new one will be */
	struct contenitore su;	/* livello 0: it stands by itself */
	const char *classifica, *ufficio, *responsabile;
};

/* ---- from the istanza, or from what it stands in ---- */

static int
plan(struct piano *p, struct op *op)
{
	const char *padre = op_campo(op, "padre");
	int r;

	*p = (struct piano){
		.classifica = op_campo(op, "classifica"),
		.ufficio = op_campo(op, "ufficio"),
		.responsabile = op_campo(op, "responsabile"),
	};
	if (padre != NULL && (r = contenitore_find(&p->su, op, padre)) != 0)
		return r;
	if (padre != NULL && p->classifica == NULL)
		p->classifica = p->su.classifica;
	if (padre != NULL && p->ufficio == NULL)
		p->ufficio = p->su.ufficio;
	if (p->responsabile == NULL)
		p->responsabile = p->su.di_un_caso ? p->su.responsabile :
		    op_agente(op);
	return 0;
}

/* ---- rules ---- */

static void
check_parent(struct op *op, const struct piano *p)
{
	if (p->su.livello == 0)
		return;
	if (p->su.chiuso != NULL)
		op_errore(op, "padre", "fascicolo-chiuso", CAD41,
		    "%s è chiuso dal %s: non vi si apre più nulla",
		    op_campo(op, "padre"), p->su.chiuso);
	if (p->su.livello >= LIVELLI)
		op_errore(op, "padre", "troppo-profondo", CAD41, "%s è già al "
		    "livello %d, l'ultimo: apri il fascicolo in quello che lo "
		    "contiene", op_campo(op, "padre"), LIVELLI);
	if (strcmp(p->classifica, p->su.classifica) != 0)
		op_errore(op, "classifica", "altra-classifica", CAD41,
		    "un fascicolo ha la classifica di quello in cui sta, %s: "
		    "togli --classifica", p->su.classifica);
	if (p->su.di_un_caso && (strcmp(p->ufficio, p->su.ufficio) != 0 ||
	    strcmp(p->responsabile, p->su.responsabile) != 0))
		op_errore(op, "padre", "della-cartella", CAD41, "ciò che sta "
		    "in una cartella è dell'ufficio e del responsabile della "
		    "cartella: togli --ufficio e --responsabile");
}

static void
check_missing(struct op *op, const struct piano *p)
{
	if (p->classifica == NULL)
		op_errore(op, "classifica", "manca-classifica",
		    "art. 64 DPR 445/2000", "ogni fascicolo è classificato: "
		    "indica --classifica, come VII/9");
	if (p->ufficio == NULL)
		op_errore(op, "ufficio", "manca-ufficio", CAD41,
		    "un fascicolo è di un ufficio: indica --ufficio");
}

static int
check_office(struct op *op, const struct piano *p)
{
	struct registro *reg = op->st->registro;
	const char *ignored;
	struct utente u;
	int r;

	r = registro_ufficio(&ignored, op->a, reg, p->ufficio);
	if (r == ERR_ABSENT) {
		op_errore(op, "ufficio", "ufficio-ignoto", NULL,
		    "l'ufficio %s non esiste", p->ufficio);
		return 0;
	}
	if (r != 0)
		return r;
	r = registro_utente(&u, op->a, reg, p->responsabile);
	if (r == 0 && u.attivo)
		r = registro_in_ufficio(reg, p->responsabile, p->ufficio);
	else if (r == 0 || r == ERR_ABSENT)
		r = 0;
	if (r == 0)
		op_errore(op, "responsabile", "altro-ufficio", CAD41,
		    "%s non è dell'ufficio %s: indica con --responsabile chi "
		    "risponde del fascicolo", p->responsabile, p->ufficio);
	return r < 0 ? r : 0;
}

static int
esamina(struct op *op)
{
	struct piano p;
	int r;

	if ((r = plan(&p, op)) != 0)
		return r;
	check_parent(op, &p);
	check_missing(op, &p);
	if (p.ufficio != NULL && !p.su.di_un_caso &&
	    (r = check_office(op, &p)) != 0)
		return r;
	return classifica_check(op, "classifica", p.classifica);
}

/* ---- effect ---- */

static int
applica(struct op *op)
{
	struct numero n = { SERIE_FASCICOLO, clock_year(op->ora), 0 };
	struct fascicolo_dati d = { .giorno = op_oggi(op) };
	struct ente ente;
	struct piano p;
	int r;

	if ((r = plan(&p, op)) != 0 ||
	    (r = registro_ente(&ente, op->a, op->st->registro)) != 0 ||
	    (r = registro_numero(&n.progressivo, op->st->registro, n.serie,
	    n.anno)) != 0)
		return r;
	op->fatto = d.numero = numero_text(op->a, &n);
	d.classifica = p.classifica;
	d.ufficio = p.ufficio;
	d.responsabile = p.responsabile;
	d.ente = ente.denominazione;
	d.codice_ipa = ente.codice_ipa;
	op_deposita(op, numero_folder(op->a, &n), FASCICOLO_COPERTINA,
	    fascicolo_make(op->a, op->in, &d));
	return 0;
}

const struct atto atto_apri_fascicolo = {
	.nome = "apri-fascicolo",
	.sommario = "apre un fascicolo, o un sottofascicolo",
	.norma = "art. 41 CAD; art. 64 DPR 445/2000",
	.esamina = esamina,
	.applica = applica,
};
