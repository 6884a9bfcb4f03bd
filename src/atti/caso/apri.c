/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * apri.c - take a case in charge: an accesso becomes a cartella sociale.
 *
 * Refuses: an accesso whose need was not found to have its presupposti, or
 * that has a cartella already; a birth to come; a codice fiscale that cannot
 * be.  Warns: no liberatoria (the duties of law do not wait for it, work with
 * other services does), no stato di famiglia, a person who is known already.
 * Keeps: whoever answers for the
 * accesso answers for the cartella.  Norm: L. 328/2000 art. 22.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/caso/passaggio.h"
#include "atti/caso/persone.h"
#include "atti/protocollo/classificare.h"
#include "atti/table.h"
#include "documenti/accesso.h"
#include "documenti/cartella.h"
#include "documenti/liberatoria.h"
#include "documenti/scheda.h"
#include "documenti/stato_di_famiglia.h"
#include "documenti/valutazione.h"

struct origine {		/* the accesso the cartella is born of */
	struct numero n;
	const char *folder;
	struct accesso acc;
};

static int
find_origin(struct origine *out, struct op *op)
{
	struct occhio occhio = op_occhio(op);
	int r;

	if ((r = numero_parse(&out->n, op_campo(op, "accesso"))) != 0)
		return r;
	out->folder = numero_folder(op->a, &out->n);
	return registro_accesso(&out->acc, op->a, op->st->registro, &occhio,
	    &out->n);
}

/* ---- rules ---- */

static int
check_presupposti(struct op *op, const struct origine *o)
{
	struct nodo *v;
	int r;

	r = store_documento(&v, op->a, op->st, o->folder,
	    VALUTAZIONE_PERCORSO);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	if (r == ERR_ABSENT || !valutazione_presupposti(op->a, v))
		op_errore(op, "accesso", "senza-presupposti", NULL,
		    "nell'accesso %s non risultano i presupposti: prima lo si "
		    "valuta con «valuta»", op_campo(op, "accesso"));
	return 0;
}

/* Who came in person, or that the service moved of its own, is known. */
static int
check_initiative(struct op *op, const struct origine *o)
{
	const char *said = op_campo(op, "scheda/iniziativa"), *known;
	struct nodo *accesso;
	int r;

	if ((r = store_documento(&accesso, op->a, op->st, o->folder,
	    ACCESSO_COPERTINA)) != 0)
		return r;
	known = nodo_value(op->a, accesso, "iniziativa");
	if (known != NULL && strcmp(known, said) != 0)
		op_errore(op, "scheda/iniziativa", "iniziativa", NULL,
		    "l'accesso viene da «%s», la scheda dice «%s»", known,
		    said);
	return 0;
}

static int
check_origin(struct op *op)
{
	struct origine o;
	struct numero had;
	int r;

	if ((r = find_origin(&o, op)) != 0)
		return r;
	r = registro_cartella_di(&had, op->st->registro, &o.n);
	if (r == 0) {
		op_errore(op, "accesso", "gia-aperta", NULL, "da questo "
		    "accesso è già nata la cartella %s",
		    numero_text(op->a, &had));
		return 0;
	}
	if (r != ERR_ABSENT)
		return r;
	if ((r = passaggio_esamina(op, OGGETTO_ACCESSO, o.acc.stato,
	    NULL)) != 0 || op->ril.errori > 0)
		return r;
	if ((r = check_initiative(op, &o)) != 0)
		return r;
	if ((r = persone_simili(op, nodo_find(op->in, "scheda/anagrafica"),
	    "scheda/anagrafica", &o.n)) != 0)
		return r;
	return check_presupposti(op, &o);
}

static const char *
class_of(const struct op *op)
{
	const char *classifica = op_campo(op, "classifica");

	return classifica != NULL ? classifica : CLASSIFICA_MINORI;
}

static int
esamina(struct op *op)
{
	const char *oggi = op_oggi(op);
	const struct nodo *l, *fam = nodo_child(op->in, "stato-di-famiglia");
	int r;

	scheda_check(&op->ril, nodo_child(op->in, "scheda"), oggi);
	for (l = nodo_child(op->in, "liberatoria"); l != NULL;
	    l = nodo_next(l, "liberatoria"))
		liberatoria_check(&op->ril, l, oggi);
	if (fam != NULL)
		stato_di_famiglia_check(&op->ril, fam, oggi);
	if ((r = passaggio_esamina(op, OGGETTO_CARTELLA, STATO_INIZIO,
	    NULL)) != 0 ||
	    (r = classifica_check(op, "classifica", class_of(op))) != 0)
		return r;
	return check_origin(op);
}

/* ---- effect ---- */

static struct nodo *
cover(struct op *op, const struct origine *o)
{
	struct nodo *n = nodo_new(op->a, "cartella");

	nodo_elem_text(op->a, n, "classifica", class_of(op));
	nodo_elem_text(op->a, n, "accesso", numero_text(op->a, &o->n));
	nodo_elem_text(op->a, n, "ufficio", o->acc.ufficio);
	nodo_elem_text(op->a, n, "responsabile", o->acc.responsabile);
	nodo_elem_text(op->a, n, "aperta", op_oggi(op));
	return n;
}

/* The documents the istanza brings, each at its place. */
static void
deposit_parts(struct op *op, const char *folder)
{
	const struct nodo *fam = nodo_child(op->in, "stato-di-famiglia"), *l;
	int i = 0;

	op_deposita(op, folder, SCHEDA_PERCORSO,
	    nodo_copy(op->a, nodo_child(op->in, "scheda")));
	for (l = nodo_child(op->in, "liberatoria"); l != NULL;
	    l = nodo_next(l, "liberatoria"))
		op_deposita(op, folder, ordinale_path(op->a, "liberatorie",
		    ++i, ".xml"), nodo_copy(op->a, l));
	if (fam != NULL)
		op_deposita(op, folder, arena_printf(op->a,
		    "stato-di-famiglia/%s.xml",
		    nodo_value(op->a, fam, "data")), nodo_copy(op->a, fam));
}

static int
applica(struct op *op)
{
	struct numero n = { SERIE_CARTELLA, clock_year(op->ora), 0 };
	struct nodo *accesso, *cartella;
	const char *folder;
	struct origine o;
	int r;

	if ((r = find_origin(&o, op)) != 0 ||
	    (r = store_documento(&accesso, op->a, op->st, o.folder,
	    ACCESSO_COPERTINA)) != 0 ||
	    (r = registro_numero(&n.progressivo, op->st->registro, n.serie,
	    n.anno)) != 0)
		return r;
	folder = numero_folder(op->a, &n);
	op->fatto = numero_text(op->a, &n);
	cartella = cover(op, &o);
	if ((r = passaggio_applica(op, cartella, OGGETTO_CARTELLA,
	    NULL)) != 0 || (r = passaggio_applica(op, accesso,
	    OGGETTO_ACCESSO, NULL)) != 0)
		return r;
	op_deposita(op, folder, CARTELLA_COPERTINA, cartella);
	deposit_parts(op, folder);
	op_deposita(op, o.folder, ACCESSO_COPERTINA, accesso);
	return 0;
}

const struct atto atto_apri = {
	.nome = "apri",
	.sommario = "prende in carico un accesso e apre la sua cartella",
	.norma = "art. 22 L. 328/2000",
	.esamina = esamina,
	.applica = applica,
};
