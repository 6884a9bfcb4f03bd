/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/voce_diario.h"

#include <string.h>

#include "base/utf8.h"
#include "documenti/regole.h"

void
voce_diario_testo(struct rilievi *out, const struct nodo *in)
{
	const char *testo = nodo_value(out->a, in, "testo");
	size_t n;

	if (!prosa_present(out->a, in, "testo")) {
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "testo"),
		    "manca-testo", NULL, "una voce del diario dice qualcosa");
		return;
	}
	if ((n = utf8_length(testo)) > VOCE_CARATTERI)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "testo"),
		    "testo-lungo", NULL, "il testo ha %zu caratteri, una voce "
		    "del diario ne ha al massimo %d: dividilo in più voci, o "
		    "scrivi una relazione con «redigi»", n, VOCE_CARATTERI);
}

void
voce_diario_check(struct rilievi *out, const struct nodo *in,
    const char *aperta, const char *oggi)
{
	const char *data = nodo_value(out->a, in, "data");

	regola_non_futura(out, in, "data", oggi, "la data del fatto");
	if (data != NULL && strcmp(data, aperta) < 0)
		rilievo_add(out, AVVISO, figlio_path(out->a, in, "data"),
		    "data-anteriore", NULL, "la cartella è aperta dal %s: se "
		    "il fatto è davvero del %s, conferma con --conferma "
		    "data-anteriore", aperta, data);
	voce_diario_testo(out, in);
}

bool
voce_diario_riservata(struct arena *a, const struct nodo *doc)
{
	const char *v = nodo_value(a, doc, "riservata");

	return v != NULL && strcmp(v, "si") == 0;
}

struct nodo *
voce_diario_make(struct arena *a, const struct nodo *in, const char *autore,
    const char *oggi)
{
	struct nodo *n = nodo_new(a, VOCE_DIARIO);
	const char *data = nodo_value(a, in, "data");
	const char *tipo = nodo_value(a, in, "tipo");

	nodo_elem_text(a, n, "data", data != NULL ? data : oggi);
	nodo_elem_text(a, n, "tipo", tipo != NULL ? tipo : "nota");
	nodo_elem_text(a, n, "autore", autore);
	nodo_elem_text(a, n, "partecipanti",
	    nodo_value(a, in, "partecipanti"));
	nodo_elem_text(a, n, "luogo", nodo_value(a, in, "luogo"));
	nodo_elem_text(a, n, "riservata", nodo_value(a, in, "riservata"));
	nodo_elem_text(a, n, "appuntamento",
	    nodo_value(a, in, "appuntamento"));
	nodo_add(n, nodo_copy(a, nodo_child(in, "testo")));
	return n;
}
