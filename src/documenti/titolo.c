/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/titolo.h"

#include <string.h>

#include "base/err.h"
#include "documenti/provenienza.h"

bool
titolo_voluto(const char *tipo)
{
	static const char *const no[] = { "voce-diario", "correzione-voce",
	    "appuntamento", "manifesto", "verdetto", "firma-openpgp",
	    "firma-cades", "cartella", "accesso", TIPO_DI_ALTRI };
	size_t i;

	for (i = 0; i < NELEM(no); i++)
		if (strcmp(tipo, no[i]) == 0)
			return false;
	return true;
}

/* The first of some places that says something. */
static const char *
first(struct arena *a, const struct nodo *doc, const char *const *where,
    size_t n)
{
	const char *v;
	size_t i;

	for (i = 0; i < n; i++)
		if ((v = nodo_value(a, doc, where[i])) != NULL && v[0] != '\0')
			return v;
	return NULL;
}

const char *
documento_titolo(struct arena *a, const struct nodo *doc)
{
	static const char *const where[] = { "oggetto", "dati/oggetto",
	    "lettera/oggetto", "titolo", "denominazione", "dati/autorita",
	    "firmatario", "documento-copiato/percorso", "intervento", "nota" };

	return first(a, doc, where, NELEM(where));
}

const char *
documento_giorno(struct arena *a, const struct nodo *doc)
{
	static const char *const where[] = { "data", "dati/data", "dal",
	    "apertura/data", "compilata" };

	return first(a, doc, where, NELEM(where));
}

const char *
documento_stato(struct arena *a, const struct nodo *doc)
{
	static const char *const where[] = { "stato", "esito" };
	const char *v = first(a, doc, where, NELEM(where));

	/* an outcome told at length is no word */
	return v != NULL && strlen(v) <= 30 ? v : NULL;
}
