/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/determinazione.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/accesso.h"
#include "documenti/istruttoria.h"
#include "documenti/lettera.h"
#include "documenti/regole.h"

#define TUEL183 "art. 183 D.lgs 267/2000"

/* What draft and istanza have in common, in this order. */
static const char *const fields[] = {
	"esito", "oggetto", "premesse", "visto", "osservazioni", "dispositivo",
	"impegno", "visto-contabile", "intervento",
};

long
importo_centesimi(const char *importo)
{
	char *end;
	long euro = strtol(importo, &end, 10);

	return euro * 100 + (*end == '.' ? strtol(end + 1, NULL, 10) : 0);
}

/* ---- rules ---- */

static void
check_days(struct rilievi *out, const struct nodo *x)
{
	const char *dal = nodo_value(out->a, x, "dal");
	const char *al = nodo_value(out->a, x, "al");

	if (al != NULL && strcmp(al, dal) < 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, x, "al"),
		    "date-invertite", NULL, "l'intervento finisce il %s, "
		    "prima di cominciare il %s", al, dal);
}

static void
check_money(struct rilievi *out, const struct nodo *in)
{
	const char *impegno = nodo_value(out->a, in, "impegno/importo"), *v;
	const struct nodo *x;
	long sum = 0;

	for (x = nodo_child(in, "intervento"); x; x = nodo_next(x,
	    "intervento"))
		if ((v = nodo_value(out->a, x, "importo")) != NULL)
			sum += importo_centesimi(v);
	if (sum == 0)
		return;
	if (impegno == NULL)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "impegno"),
		    "senza-impegno", TUEL183, "gli interventi costano %ld.%02ld "
		    "euro: scrivi capitolo e importo dell'impegno di spesa",
		    sum / 100, sum % 100);
	else if (sum > importo_centesimi(impegno))
		rilievo_add(out, ERRORE, figlio_path(out->a, in,
		    "impegno/importo"), "impegno-insufficiente", TUEL183,
		    "gli interventi costano %ld.%02ld euro, l'impegno è di %s",
		    sum / 100, sum % 100, impegno);
}

void
determinazione_check(struct rilievi *out, const struct nodo *in)
{
	const struct nodo *x = nodo_child(in, "intervento");
	bool granted = strcmp(nodo_value(out->a, in, "esito"),
	    ESITO_ACCOLTA) == 0;

	if (granted && x == NULL)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "intervento"),
		    "senza-intervento", NULL, "se è accolta dice che cosa si "
		    "attiva: --intervento.tipologia, --intervento.dal …");
	if (!granted && x != NULL)
		rilievo_add(out, ERRORE, nodo_path(out->a, x),
		    "intervento-non-accolto", NULL, "un intervento si attiva "
		    "solo quando è accolta");
	for (; x != NULL; x = nodo_next(x, "intervento"))
		check_days(out, x);
	check_money(out, in);
}

/* ---- the document ---- */

static void
copy_fields(struct arena *a, struct nodo *out, const struct nodo *from)
{
	const struct nodo *x;
	size_t i;

	for (i = 0; i < NELEM(fields); i++)
		for (x = nodo_child(from, fields[i]); x != NULL;
		    x = nodo_next(x, fields[i]))
			nodo_add(out, nodo_copy(a, x));
}

struct nodo *
determinazione_make(struct arena *a, const struct nodo *in,
    const char *istruttoria, const char *responsabile, const char *autore,
    const char *oggi)
{
	struct nodo *n = nodo_new(a, "determinazione");

	nodo_elem_text(a, n, "istruttoria", istruttoria);
	nodo_elem_text(a, n, "responsabile", responsabile);
	copy_fields(a, n, in);
	nodo_elem_text(a, n, "autore", autore);
	nodo_elem_text(a, n, "data", oggi);
	nodo_elem_text(a, n, "stato", "bozza");
	return n;
}

bool
determinazione_bozza(struct arena *a, const struct nodo *doc)
{
	return strcmp(nodo_value(a, doc, "stato"), "bozza") == 0;
}

void
determinazione_carta(struct arena *a, struct nodo *carta,
    const struct nodo *doc, const char *responsabile)
{
	struct nodo *n = nodo_elem(a, carta, "determinazione");

	nodo_elem_text(a, n, "responsabile", responsabile);
	copy_fields(a, n, doc);
}

static void
copy_named(struct arena *a, struct nodo *to, const struct nodo *from,
    const char *nome)
{
	nodo_add(to, nodo_copy(a, nodo_child(from, nome)));
}

/* Its parts (parti-di-carta): they stand between its data and what is the
 * document's own. */
static void
copy_parts(struct arena *a, struct nodo *to, const struct nodo *after,
    const char *end)
{
	const struct nodo *x;

	for (x = nodo_next(after, NULL); x != NULL && strcmp(x->nome, end) != 0;
	    x = nodo_next(x, NULL))
		nodo_add(to, nodo_copy(a, x));
}

struct nodo *
determinazione_adotta(struct arena *a, struct nodo *doc,
    const struct nodo *carta, const struct adozione *d)
{
	struct nodo *n;

	copertina_stato(a, doc, "adottata");
	n = nodo_elem(a, doc, "adozione");
	nodo_elem_text(a, n, "dirigente", d->dirigente);
	nodo_elem_text(a, n, "repertorio", d->repertorio);
	nodo_elem_text(a, n, "numero", d->numero);
	copy_named(a, n, carta, "ente");
	copy_named(a, n, carta, "luogo");
	copy_named(a, n, carta, "data");
	copy_named(a, n, carta, "firmatario");
	nodo_elem_text(a, n, "responsabile", nodo_value(a, carta,
	    "determinazione/responsabile"));
	copy_parts(a, n, nodo_child(carta, "data"), "determinazione");
	return n;
}

struct nodo *
determinazione_carta_fatta(struct arena *a, const struct nodo *doc)
{
	const struct nodo *ad = nodo_child(doc, "adozione");
	struct nodo *n = nodo_new(a, "carta");

	copy_named(a, n, ad, "ente");
	copy_named(a, n, ad, "luogo");
	copy_named(a, n, ad, "data");
	copy_parts(a, n, nodo_child(ad, "responsabile"), "modello-usato");
	determinazione_carta(a, n, doc, nodo_value(a, ad, "responsabile"));
	copy_named(a, n, ad, "firmatario");
	return n;
}

struct nodo *
determinazione_voce(struct arena *a, const struct nodo *doc,
    const char *repertorio, const char *autore)
{
	struct nodo *n = nodo_new(a, "repertoria");

	nodo_elem_text(a, n, "repertorio", repertorio);
	nodo_elem_text(a, n, "oggetto", nodo_value(a, doc, "oggetto"));
	nodo_elem_text(a, n, "autore", autore);
	return n;
}

/* ---- the letter ---- */

static void
add_prosa(struct arena *a, struct nodo *n, const char *nome,
    const struct nodo *from)
{
	if (from != NULL)
		corpo_prosa(a, nodo_elem(a, n, nome), from);
}

void
determinazione_in_carta(struct arena *a, struct nodo *procedimento,
    const struct nodo *doc)
{
	const char *esito = nodo_value(a, doc, "esito");
	struct nodo *n = procedimento, *x;

	/* what is not granted is explained (art. 3 L. 241/1990) */
	if (strcmp(esito, ESITO_ACCOLTA) != 0)
		add_prosa(a, n, "motivi", nodo_child(doc, "premesse"));
	nodo_elem_text(a, n, "esito", esito);
	if (strcmp(esito, ESITO_ACCOLTA) != 0)
		add_prosa(a, n, "osservazioni", nodo_child(doc,
		    "osservazioni"));
	add_prosa(a, n, "dispositivo", nodo_child(doc, "dispositivo"));
	x = nodo_elem(a, n, "determinazione");
	nodo_elem_text(a, x, "numero", nodo_value(a, doc, "adozione/numero"));
	nodo_elem_text(a, x, "data", nodo_value(a, doc, "adozione/data"));
}
