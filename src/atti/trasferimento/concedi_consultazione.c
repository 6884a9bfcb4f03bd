/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * concedi_consultazione.c - some documents of a cartella, open to another body
 * for some days: to look at, or to have a copy of.  The case stays ours.
 *
 * Refuses: more days than the policy has; no ground, or a liberatoria that does
 * not hold, is not for working with others, or ends before; who is of this
 * body, or of two; what its author may not read himself, private notes, papers
 * about who sees the case; a sealed cartella.  Norm: GDPR artt. 5, 6, 9, 32;
 * D.lgs. 196/2003 art. 2-ter; L. 328/2000 art. 22.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/caso/schede.h"
#include "atti/riservatezza/misura.h"
#include "atti/table.h"
#include "base/resource.h"
#include "documenti/consultazione.h"
#include "registro/carte.h"
#include "registro/consultazioni.h"
#include "registro/espunzioni.h"

#define NORMA "artt. 5, 6 e 9 GDPR"

/* ---- who ---- */

/* One who consults; the body of the first in *ente (NULL: not known yet). */
static int
check_user(const char **ente, struct op *op, const struct misurato *caso,
    const char *codice)
{
	struct luogo l;
	struct utente u;
	int r = registro_utente(&u, op->a, op->st->registro, codice);

	if (r == ERR_ABSENT || (r == 0 && (!u.attivo || u.ente == NULL))) {
		op_errore(op, "utente", "non-esterno", NULL, "%s non è un "
		    "utente di un altro ente: si nomina con --ruolo "
		    "ente-esterno e --ente", codice);
		return 0;
	}
	if (r != 0)
		return r;
	if (*ente == NULL)
		*ente = u.ente;
	else if (strcmp(*ente, u.ente) != 0)
		op_errore(op, "utente", "altro-ente", NULL, "%s è di «%s», non "
		    "di «%s»: a ogni ente la sua consultazione", codice,
		    u.ente, *ente);
	r = registro_conflitto(&l, op->a, op->st->registro, &caso->n, codice);
	if (r == 0)
		op_errore(op, "utente", "in-conflitto", "art. 6-bis "
		    "L. 241/1990", "%s è in conflitto di interessi con questo "
		    "caso", codice);
	return r == ERR_ABSENT ? 0 : r;
}

static int
check_users(const char **ente, struct op *op, const struct misurato *caso)
{
	const struct nodo *u;
	int r;

	*ente = op_campo(op, "ente");
	for (u = nodo_child(op->in, "utente"); u; u = nodo_next(u, "utente"))
		if ((r = check_user(ente, op, caso, nodo_all_text(op->a,
		    u))) != 0)
			return r;
	return 0;
}

/* ---- what ---- */

static int
check_document(struct op *op, const struct misurato *caso, const char *path)
{
	struct occhio occhio = op_occhio(op);
	const char *whose;
	struct attuale at;
	int r = registro_vede_documento(op->st->registro, &occhio, &caso->n,
	    path);

	if (r == ERR_ABSENT)
		op_errore(op, "documento", "documento-ignoto", NULL, "in %s "
		    "non c'è il documento %s, o non è fra quelli che puoi "
		    "leggere: li elenca «mostra»",
		    numero_text(op->a, &caso->n), path);
	if (r != 0)
		return r == ERR_ABSENT ? 0 : r;
	if ((r = registro_attuale(&at, op->a, op->st->registro, caso->folder,
	    path)) != 0 ||
	    (r = registro_riservato_di(&whose, op->a, op->st->registro,
	    caso->folder, path)) != 0)
		return r;
	if (!consultazione_ammette(at.tipo))
		op_errore(op, "documento", "non-si-da", NORMA, "%s (%s) resta "
		    "nel servizio", path, at.tipo);
	else if (whose != NULL)
		op_errore(op, "documento", "riservata", NORMA, "%s è una nota "
		    "riservata: non esce", path);
	return 0;
}

static bool
is_type(struct op *op, const char *tipo)
{
	return resource_find(arena_printf(op->a, "schema/documenti/%s.xsd",
	    tipo)) != NULL;
}

static int
check_type(struct op *op, const struct misurato *caso, const char *tipo)
{
	struct occhio occhio = op_occhio(op);
	struct tipo t;
	int r;

	if (!is_type(op, tipo)) {
		r = registro_tipo(&t, op->a, op->st->registro, tipo);
		if (r == ERR_ABSENT)
			op_errore(op, "tipo", "tipo-ignoto", NULL, "non ci "
			    "sono documenti di tipo «%s»: il tipo di ognuno lo "
			    "dice «mostra»", tipo);
		if (r != 0)
			return r == ERR_ABSENT ? 0 : r;
	}
	r = registro_legge_tipo(op->st->registro, &occhio, &caso->n, tipo);
	if (r == 0)
		op_errore(op, "tipo", "non-letto", NORMA, "i documenti di tipo "
		    "«%s» non puoi leggerli tu: non puoi darli ad altri",
		    tipo);
	return r < 0 ? r : 0;
}

static int
check_things(struct op *op, const struct misurato *caso)
{
	const struct nodo *x;
	int r;

	for (x = nodo_child(op->in, "documento"); x != NULL;
	    x = nodo_next(x, "documento"))
		if ((r = check_document(op, caso, nodo_all_text(op->a,
		    x))) != 0)
			return r;
	for (x = nodo_child(op->in, "tipo"); x; x = nodo_next(x, "tipo"))
		if ((r = check_type(op, caso, nodo_all_text(op->a, x))) != 0)
			return r;
	return 0;
}

/* ---- on what ground ---- */

static void
check_consent(struct op *op, const struct nodo *lib, const char *path)
{
	const char *scadenza = nodo_value(op->a, lib, "scadenza");
	const char *ambito = nodo_value(op->a, lib, "ambito");
	const char *al = op_campo(op, "al");

	if (ambito == NULL || strcmp(ambito, "rete") != 0)
		op_errore(op, "liberatoria", "non-in-rete", NORMA, "%s non "
		    "permette di lavorare in rete con altri servizi", path);
	if (scadenza != NULL && strcmp(scadenza, al) < 0)
		op_errore(op, "al", "oltre-la-liberatoria", NORMA, "%s vale "
		    "fino al %s: la consultazione finisce al più quel giorno",
		    path, scadenza);
}

static int
check_ground(struct op *op, const struct misurato *caso)
{
	const char *path = op_campo(op, "liberatoria"), *revoked;
	struct attuale at;
	struct nodo *lib;
	int r;

	if (path == NULL)
		return 0;
	r = registro_attuale(&at, op->a, op->st->registro, caso->folder, path);
	if (r == ERR_ABSENT || (r == 0 && strcmp(at.tipo,
	    "liberatoria") != 0)) {
		op_errore(op, "liberatoria", "liberatoria-ignota", NULL,
		    "nella cartella non c'è la liberatoria %s", path);
		return 0;
	}
	if (r != 0 || (r = store_documento(&lib, op->a, op->st, caso->folder,
	    path)) != 0 ||
	    (r = schede_revocata(&revoked, op, caso->folder, path)) != 0)
		return r;
	check_consent(op, lib, path);
	if (revoked != NULL)
		op_errore(op, "liberatoria", "revocata", "art. 7(3) GDPR",
		    "%s è stata revocata (%s)", path, revoked);
	return 0;
}

/* ---- the act ---- */

static int
check_sealed(struct op *op, const struct misurato *caso)
{
	struct luogo l;
	int r = registro_secretazione(&l, op->a, op->st->registro, &caso->n);

	if (r == 0)
		op_errore(op, "cartella", "secretata", NORMA, "%s è secretata: "
		    "non si dà in consultazione", numero_text(op->a,
		    &caso->n));
	return r == ERR_ABSENT ? 0 : r;
}

static int
esamina(struct op *op)
{
	struct misurato caso;
	const char *ente;
	int r, giorni;

	if ((r = misura_find(&caso, op, "cartella")) != 0 ||
	    (r = registro_consultazione_giorni(&giorni,
	    op->st->registro)) != 0)
		return r;
	consultazione_check(&op->ril, op->in, op_oggi(op), giorni);
	if ((r = check_sealed(op, &caso)) != 0 ||
	    (r = check_users(&ente, op, &caso)) != 0 ||
	    (r = check_things(op, &caso)) != 0)
		return r;
	return check_ground(op, &caso);
}

static int
applica(struct op *op)
{
	struct misurato caso;
	const char *ente, *path;
	int r;

	if ((r = misura_find(&caso, op, "cartella")) != 0 ||
	    (r = check_users(&ente, op, &caso)) != 0 ||
	    (r = misura_percorso(&path, op, caso.folder,
	    DIR_CONSULTAZIONI)) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, path, consultazione_make(op->a, op->in,
	    ente, op_agente(op), op_oggi(op)));
	return 0;
}

const struct atto atto_concedi_consultazione = {
	.nome = "concedi-consultazione",
	.sommario = "un altro ente consulta per un po' alcuni documenti di una cartella",
	.norma = NORMA,
	.esamina = esamina,
	.applica = applica,
};
