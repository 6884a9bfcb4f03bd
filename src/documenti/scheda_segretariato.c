/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/scheda_segretariato.h"

#include <string.h>

#include "documenti/codice_fiscale.h"
#include "documenti/regole.h"

#define DM1976 "DM 23/12/1976"

static bool
is(struct arena *a, const struct nodo *n, const char *path, const char *what)
{
	const char *v = nodo_value(a, n, path);

	return v != NULL && strcmp(v, what) == 0;
}

static void
check_codice(struct rilievi *out, const struct nodo *scheda, const char *chi)
{
	const char *path = arena_printf(out->a, "%s/codice-fiscale", chi);
	const char *cf = nodo_value(out->a, scheda, path);

	if (cf != NULL && !codice_fiscale_valid(cf))
		rilievo_add(out, ERRORE, figlio_path(out->a, scheda, path),
		    "codice-fiscale", DM1976, "il codice fiscale %s non "
		    "esiste: il carattere di controllo è un altro", cf);
}

/* What the code says of the birth, when both are given. */
static void
check_birth(struct rilievi *out, const struct nodo *scheda)
{
	const char *cf = nodo_value(out->a, scheda, "segnalato/codice-fiscale");
	const char *nato = nodo_value(out->a, scheda, "segnalato/nato");

	if (cf != NULL && nato != NULL && codice_fiscale_valid(cf) &&
	    !codice_fiscale_agrees(cf, nato, nodo_value(out->a, scheda,
	    "segnalato/sesso")))
		rilievo_add(out, AVVISO, figlio_path(out->a, scheda,
		    "segnalato/codice-fiscale"), "codice-fiscale-discorde",
		    DM1976, "il codice fiscale %s dice un'altra data di "
		    "nascita o un altro sesso: se è quello del tesserino, "
		    "conferma con --conferma codice-fiscale-discorde", cf);
}

void
scheda_segretariato_check(struct rilievi *out, const struct nodo *scheda,
    const char *oggi)
{
	regola_non_futura(out, scheda, "contatto/data", oggi,
	    "la data del contatto");
	regola_non_futura(out, scheda, "segnalato/nato", oggi,
	    "la data di nascita");
	regola_non_futura(out, scheda, "privacy/data", oggi,
	    "la data dell'informativa");
	check_codice(out, scheda, "segnalante");
	check_codice(out, scheda, "segnalato");
	check_birth(out, scheda);
	if (is(out->a, scheda, "contatto/motivo", "inviato") &&
	    nodo_find(scheda, "contatto/inviato-da") == NULL)
		rilievo_add(out, ERRORE, figlio_path(out->a, scheda,
		    "contatto/inviato-da"), "manca-inviante", NULL,
		    "se la persona è inviata, scrivi da chi");
}

struct nodo *
scheda_segretariato_make(struct arena *a, const struct nodo *scheda,
    const char *operatore, const char *oggi)
{
	struct nodo *out = nodo_new(a, "scheda-segretariato"), *copy, *data;
	struct nodo *contatto;

	nodo_elem_text(a, out, "operatore", operatore);
	nodo_elem_text(a, out, "compilata", oggi);
	copy = nodo_copy(a, scheda);
	nodo_add(out, copy);
	contatto = nodo_child(copy, "contatto");
	if (nodo_child(contatto, "data") == NULL) {
		data = nodo_new(a, "data");
		nodo_text(a, data, oggi);
		nodo_add_first(contatto, data);
	}
	return out;
}

/* ---- what is decided ---- */

bool
accogli_concluso(struct arena *a, const struct nodo *in)
{
	return !is(a, in, "esito", "da-assegnare");
}

void
accogli_check(struct rilievi *out, const struct nodo *in)
{
	bool sent = nodo_child(in, "inviato-a") != NULL;
	bool other = is(out->a, in, "esito", "segnalazione-ad-altri");

	if (other && !sent)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "inviato-a"),
		    "manca-destinazione", NULL, "il caso si segnala ad altri: "
		    "scrivi a quale servizio con --inviato-a");
	if (sent && !other)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "inviato-a"),
		    "non-inviato", NULL, "il caso non si segnala ad altri: "
		    "togli --inviato-a, o cambia l'esito");
}

const char *
accogli_motivo(struct arena *a, const struct nodo *in)
{
	const char *esito = nodo_value(a, in, "esito");

	return strcmp(esito, "chiusura") == 0 ? "presupposti-assenti" : esito;
}
