/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/istruttoria.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/lettera.h"
#include "documenti/regole.h"

#define ART8 "art. 8 L. 241/1990"

void
giorno_piu(char out[GIORNO_LEN + 1], const char *giorno, int giorni)
{
	char next[GIORNO_LEN + 1];

	memcpy(out, giorno, GIORNO_LEN);
	out[GIORNO_LEN] = '\0';
	for (; giorni > 0; giorni--) {
		clock_day_after(next, out);
		memcpy(out, next, sizeof next);
	}
}

bool
istruttoria_di_parte(struct arena *a, const struct nodo *istruttoria)
{
	return strcmp(nodo_value(a, istruttoria, "iniziativa"), "istanza") == 0;
}

/* ---- the inquiry ---- */

void
istruttoria_check(struct rilievi *out, const struct nodo *in, const char *oggi)
{
	bool asked = istruttoria_di_parte(out->a, in);
	bool day = nodo_child(in, "istanza-data") != NULL;

	if (asked && !day)
		rilievo_add(out, ERRORE, figlio_path(out->a, in,
		    "istanza-data"), "senza-data-istanza", ART8, "il termine "
		    "corre dall'istanza: scrivi quando è arrivata con "
		    "--istanza-data");
	if (!asked && (day || nodo_child(in, "istanza-protocollo") != NULL))
		rilievo_add(out, ERRORE, figlio_path(out->a, in, day ?
		    "istanza-data" : "istanza-protocollo"), "non-di-parte",
		    ART8, "d'ufficio non c'è un'istanza: se un cittadino l'ha "
		    "presentata, l'iniziativa è «istanza»");
	regola_non_futura(out, in, "istanza-data", oggi,
	    "la data dell'istanza");
}

static int
days_of(struct arena *a, const struct nodo *in)
{
	const char *v = nodo_value(a, in, "giorni");

	return v != NULL ? (int)strtol(v, NULL, 10) : ISTRUTTORIA_GIORNI;
}

struct nodo *
istruttoria_make(struct arena *a, const struct nodo *in,
    const struct istruttoria_dati *d)
{
	static const char *const said[] = { "iniziativa", "istanza-data",
	    "istanza-protocollo" };
	const char *from = nodo_value(a, in, "istanza-data");
	struct nodo *n = nodo_new(a, "istruttoria");
	char end[GIORNO_LEN + 1];
	size_t i;

	if (from == NULL)
		from = d->oggi;
	giorno_piu(end, from, days_of(a, in));
	nodo_elem_text(a, n, "proposta", d->proposta);
	nodo_elem_text(a, n, "oggetto", d->oggetto);
	for (i = 0; i < NELEM(said); i++)
		nodo_elem_text(a, n, said[i], nodo_value(a, in, said[i]));
	nodo_elem_text(a, n, "ufficio", d->ufficio);
	nodo_elem_text(a, n, "responsabile", d->responsabile);
	nodo_elem_text(a, n, "data", d->oggi);
	nodo_elem_text(a, n, "decorrenza", from);
	nodo_elem_printf(a, n, "giorni", "%d", days_of(a, in));
	nodo_elem_text(a, n, "entro", end);
	return n;
}

void
istruttoria_fine(struct arena *a, struct nodo *doc, const char *percorso,
    const char *protocollo, const char *autore)
{
	nodo_elem_text(a, doc, "comunicazione", percorso);
	nodo_elem_text(a, doc, "protocollo", protocollo);
	nodo_elem_text(a, doc, "autore", autore);
}

struct nodo *
preavviso_make(struct arena *a, const struct nodo *in, const char *istruttoria,
    const char *oggi)
{
	struct nodo *n = nodo_new(a, "preavviso");

	nodo_elem_text(a, n, "istruttoria", istruttoria);
	nodo_add(n, nodo_copy(a, nodo_child(in, "motivi")));
	nodo_elem_text(a, n, "data", oggi);
	nodo_elem_printf(a, n, "giorni", "%d", PREAVVISO_GIORNI);
	return n;
}

/* ---- what the letters say ---- */

/* art. 8 c. 2, letters a) to d) */
struct nodo *
istruttoria_in_carta(struct arena *a, const struct nodo *istruttoria,
    const struct avviso *av)
{
	struct nodo *n = nodo_new(a, "procedimento"), *x;

	nodo_elem_text(a, n, "oggetto", nodo_value(a, istruttoria, "oggetto"));
	nodo_elem_text(a, n, "iniziativa", nodo_value(a, istruttoria,
	    "iniziativa"));
	if (istruttoria_di_parte(a, istruttoria)) {
		x = nodo_elem(a, n, "istanza");
		nodo_elem_text(a, x, "data", nodo_value(a, istruttoria,
		    "istanza-data"));
		nodo_elem_text(a, x, "protocollo", nodo_value(a, istruttoria,
		    "istanza-protocollo"));
	}
	nodo_elem_text(a, n, "ufficio", av->ufficio);
	nodo_elem_text(a, n, "responsabile", av->responsabile);
	nodo_elem_text(a, n, "domicilio-digitale", av->pec);
	nodo_elem_text(a, n, "decorrenza", nodo_value(a, istruttoria,
	    "decorrenza"));
	nodo_elem_text(a, n, "giorni", nodo_value(a, istruttoria, "giorni"));
	nodo_elem_text(a, n, "termine", nodo_value(a, istruttoria, "entro"));
	return n;
}

void
preavviso_in_carta(struct arena *a, struct nodo *procedimento,
    const struct nodo *motivi)
{
	nodo_add(procedimento, nodo_copy(a, motivi));
	nodo_elem_printf(a, procedimento, "giorni-osservazioni", "%d",
	    PREAVVISO_GIORNI);
}
