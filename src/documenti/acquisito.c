/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/acquisito.h"

#include <string.h>

#include "base/auto.h"
#include "base/utf8.h"
#include "documenti/regole.h"

static const struct {
	const char *tipo, *dir;
	const char *data;	/* the day that cannot be of tomorrow */
	const char *fine;	/* cannot come before it; NULL: none */
} tipi[] = {
	{ "istanza-di-parte", "istanze", "data", NULL },
	{ "richiesta-scritta", "istanze", "data", "entro" },
	{ "provvedimento", "provvedimenti", "data", "termine" },
	{ "attestazione-isee", "isee", "rilasciata", "scadenza" },
	{ "relazione-msna", "relazioni", "data", NULL },
};

static size_t
index_of(const char *tipo)
{
	size_t i;

	for (i = 0; i < NELEM(tipi); i++)
		if (strcmp(tipi[i].tipo, tipo) == 0)
			break;
	return i;
}

const char *
acquisito_dir(const char *tipo)
{
	size_t i = index_of(tipo);

	return i < NELEM(tipi) ? tipi[i].dir : NULL;
}

const struct nodo *
acquisito_dati(const struct nodo *in)
{
	const struct nodo *c;

	for (c = nodo_child(in, NULL); c != NULL; c = nodo_next(c, NULL))
		if (index_of(c->nome) < NELEM(tipi))
			return c;
	return NULL;
}

/* A day that follows the day of the document. */
static void
check_after(struct rilievi *out, const struct nodo *dati, const char *campo,
    const char *data)
{
	const char *v = nodo_value(out->a, dati, campo);

	if (v != NULL && data != NULL && strcmp(v, data) < 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, dati, campo),
		    "data-anteriore", NULL, "%s viene prima della data del "
		    "documento (%s)", v, data);
}

/* What is over was so by today, and is said once. */
static void
check_ceased(struct rilievi *out, const struct nodo *dati, const char *oggi)
{
	const struct nodo *c, *y;

	for (c = nodo_child(dati, "cessa"); c; c = nodo_next(c, "cessa")) {
		regola_non_futura(out, c, "giorno", oggi, "la fine della "
		    "misura");
		for (y = nodo_next(c, "cessa"); y; y = nodo_next(y, "cessa"))
			if (strcmp(nodo_value(out->a, c, "misura"),
			    nodo_value(out->a, y, "misura")) == 0)
				rilievo_add(out, ERRORE, figlio_path(out->a,
				    dati, "cessa"), "doppio", NULL, "una "
				    "misura è detta due volte");
	}
}

void
acquisito_check(struct rilievi *out, const struct nodo *in, const char *oggi)
{
	static const char *const seguono[] = { "notificato",
	    "relazione-entro" };
	const struct nodo *dati = acquisito_dati(in);
	size_t i, t = dati != NULL ? index_of(dati->nome) : NELEM(tipi);
	const char *data;

	if (t == NELEM(tipi))
		return;
	regola_non_futura(out, dati, tipi[t].data, oggi,
	    "la data del documento");
	data = nodo_value(out->a, dati, tipi[t].data);
	if (tipi[t].fine != NULL)
		check_after(out, dati, tipi[t].fine, data);
	if (strcmp(dati->nome, "provvedimento") != 0)
		return;
	regola_non_futura(out, dati, "notificato", oggi, "la notifica");
	for (i = 0; i < NELEM(seguono); i++)
		check_after(out, dati, seguono[i], data);
	check_ceased(out, dati, oggi);
	if (nodo_child(dati, "tipo") == NULL &&
	    nodo_child(dati, "potesta") == NULL &&
	    nodo_child(dati, "cessa") == NULL)
		rilievo_add(out, ERRORE, figlio_path(out->a, dati, "tipo"),
		    "manca-tipo", NULL, "di un provvedimento si dice che cosa "
		    "dispone: --provvedimento.tipo, --provvedimento.potesta, "
		    "tutt'e due, o la misura che è finita: "
		    "--provvedimento.cessa.misura");
}

bool
acquisito_dsu(struct arena *a, const char *testo)
{
	char *words;

	if (testo == NULL || utf8_words(&words, a, testo) != 0)
		return false;
	return strstr(words, " dsu ") != NULL ||
	    strstr(words, " d s u ") != NULL ||
	    strstr(words, " dichiarazione sostitutiva unica ") != NULL;
}
