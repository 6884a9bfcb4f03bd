/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/oscuramento.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "xml/xml.h"

/* As schema/oscuramento.xsd has them; in this order they are told. */
static const struct {
	const char *parola, *dice;
} nature[] = {
	{ "dati-sanitari", "dati sanitari" },
	{ "terze-persone", "dati di terze persone" },
	{ "nota-riservata", "nota riservata" },
	{ "diario", "diario" },
	{ "valutazioni", "valutazioni" },
	{ "segnalante", "identità del segnalante" },
	{ "indirizzo-protetto", "indirizzo protetto" },
	{ "dati-giudiziari", "dati giudiziari" },
	{ "non-necessari", "dati non necessari" },
};

const char *
oscuramento_natura(const char *parola)
{
	size_t i;

	for (i = 0; i < NELEM(nature); i++)
		if (strcmp(nature[i].parola, parola) == 0)
			return nature[i].dice;
	return NULL;
}

/* ---- the policy ---- */

void
oscuramento_check(struct rilievi *out, const struct nodo *politica)
{
	const struct nodo *d, *x;

	for (d = nodo_child(politica, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione")) {
		for (x = nodo_next(d, "destinazione"); x != NULL;
		    x = nodo_next(x, "destinazione"))
			if (strcmp(nodo_attr(x, "nome"),
			    nodo_attr(d, "nome")) == 0)
				rilievo_add(out, ERRORE, nodo_path(out->a, x),
				    "doppio", NULL, "la destinazione «%s» c'è "
				    "due volte: riunisci le sue regole",
				    nodo_attr(d, "nome"));
		if (nodo_child(d, "tieni") == NULL)
			rilievo_add(out, ERRORE, nodo_path(out->a, d),
			    "niente-da-dare", NULL, "a «%s» non si darebbe "
			    "nulla: aggiungi almeno un «tieni», o togli la "
			    "destinazione", nodo_attr(d, "nome"));
	}
}

const struct nodo *
oscuramento_destinazione(const struct nodo *politica, const char *nome)
{
	const struct nodo *d;

	for (d = nodo_child(politica, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione"))
		if (strcmp(nodo_attr(d, "nome"), nome) == 0)
			return d;
	return NULL;
}

const char *
oscuramento_nomi(struct arena *a, const struct nodo *politica)
{
	const char *list = "";
	const struct nodo *d;

	for (d = nodo_child(politica, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione"))
		list = arena_printf(a, "%s%s%s", list, *list ? ", " : "",
		    nodo_attr(d, "nome"));
	return list;
}

static bool
has_rule(const struct nodo *d, const char *che, const char *tipo,
    const char *campo)
{
	const struct nodo *r;

	for (r = nodo_child(d, che); r != NULL; r = nodo_next(r, che))
		if (strcmp(nodo_attr(r, "tipo"), tipo) == 0 &&
		    (campo == NULL || strcmp(nodo_attr(r, "campo"),
		    campo) == 0))
			return true;
	return false;
}

bool
oscuramento_da(const struct nodo *d, const char *tipo)
{
	return has_rule(d, "tieni", tipo, NULL) ||
	    (has_rule(d, "tieni", "*", NULL) &&
	    !has_rule(d, "togli", tipo, "*"));
}

bool
oscuramento_protegge(const struct nodo *d)
{
	const struct nodo *c = nodo_child(d, "conosce-indirizzo-protetto");

	return c == NULL || c->primo == NULL || c->primo->testo == NULL ||
	    strcmp(c->primo->testo, "si") != 0;
}

/* The rule that keeps all of it, and none that takes something away. */
bool
oscuramento_intero(const struct oscuramento *o, const char *tipo)
{
	const struct nodo *d = o->destinazione;

	return (has_rule(d, "tieni", tipo, "*") ||
	    has_rule(d, "tieni", "*", "*")) &&
	    !has_rule(d, "togli", tipo, NULL) &&
	    !has_rule(d, "togli", "*", NULL) &&
	    !(o->protetto && oscuramento_protegge(d));
}

/* ---- by hand ---- */

/* Are there elements at the path "a.b" below n; does one of them have a child
 * in that place, if a place is asked for? */
static bool
has_passage(struct arena *a, const struct nodo *n, const char *campo,
    const char *paragrafo)
{
	const char *dot = strchr(campo, '.');
	const char *nome = dot == NULL ? campo :
	    arena_strndup(a, campo, (size_t)(dot - campo));
	const struct nodo *c, *k;
	long left;

	for (c = nodo_child(n, nome); c != NULL; c = nodo_next(c, nome)) {
		if (dot != NULL) {
			if (has_passage(a, c, dot + 1, paragrafo))
				return true;
			continue;
		}
		left = paragrafo != NULL ? strtol(paragrafo, NULL, 10) : 0;
		for (k = nodo_child(c, NULL); k != NULL && left > 1;
		    k = nodo_next(k, NULL))
			left--;
		if (left == 0 || k != NULL)
			return true;
	}
	return false;
}

static void
one_by_hand(struct nodo *list, struct rilievi *out, struct arena *a,
    const struct nodo *x, const struct nodo *doc)
{
	const char *text = nodo_all_text(a, x);
	const char *eq = strchr(text, '='), *hash = strchr(text, '#');
	const char *campo, *paragrafo;
	struct nodo *n;

	if (eq == NULL || oscuramento_natura(eq + 1) == NULL) {
		rilievo_add(out, ERRORE, nodo_path(a, x), "natura-ignota",
		    NULL, "«%s»: la natura di ciò che si omette è una di "
		    "dati-sanitari, terze-persone, nota-riservata, diario, "
		    "valutazioni, segnalante, indirizzo-protetto, "
		    "dati-giudiziari, non-necessari", text);
		return;
	}
	campo = arena_strndup(a, text, (size_t)((hash != NULL ? hash : eq) -
	    text));
	paragrafo = hash == NULL ? NULL : arena_strndup(a, hash + 1,
	    (size_t)(eq - hash - 1));
	if (!has_passage(a, doc, campo, paragrafo))
		rilievo_add(out, ERRORE, nodo_path(a, x), "passo-ignoto", NULL,
		    "nel documento non c'è «%s»%s%s: scritto così non "
		    "verrebbe tolto nulla", campo,
		    paragrafo != NULL ? ", passo " : "",
		    paragrafo != NULL ? paragrafo : "");
	n = nodo_elem(a, list, "ometti");
	nodo_set(a, n, "campo", campo);
	nodo_set(a, n, "paragrafo", paragrafo);
	nodo_set(a, n, "natura", eq + 1);
}

struct nodo *
oscuramento_a_mano(struct rilievi *out, struct arena *a,
    const struct nodo *in, const struct nodo *doc)
{
	struct nodo *list = nodo_new(a, "a-mano");
	const struct nodo *x;

	for (x = nodo_child(in, "ometti"); x != NULL;
	    x = nodo_next(x, "ometti"))
		one_by_hand(list, out, a, x, doc);
	return list;
}

/* ---- what passes ---- */

static void
add_copies(struct nodo *to, struct arena *a, const struct nodo *from,
    const char *nome)
{
	const struct nodo *c;

	for (c = nodo_child(from, nome); c != NULL; c = nodo_next(c, nome))
		nodo_add(to, nodo_copy(a, c));
}

int
oscuramento_applica(struct nodo **out, struct arena *a,
    const struct oscuramento *o, const struct nodo *doc)
{
	struct nodo *n = nodo_new(a, "oscura");
	AUTO_BUF made = { 0 };
	int r;

	nodo_set(a, n, "tipo", doc->nome);
	add_copies(n, a, o->destinazione, "tieni");
	add_copies(n, a, o->destinazione, "togli");
	if (o->protetto && oscuramento_protegge(o->destinazione))
		add_copies(n, a, o->politica, "protetto");
	if (o->a_mano != NULL)
		add_copies(n, a, o->a_mano, "ometti");
	nodo_add(nodo_elem(a, n, "documento"), nodo_copy(a, doc));
	if ((r = xml_transform(&made, "oscura", n, NULL)) != 0)
		return r;
	return xml_parse(out, a, made.data, made.len, XML_OURS);
}

/* The nature of what was here; NULL: it is no mark of ours (a document of an
 * adopted type may have an element of that name). */
static const char *
omitted(const struct nodo *n)
{
	const char *natura;

	if (n->nome == NULL || strcmp(n->nome, "omesso") != 0)
		return NULL;
	natura = nodo_attr(n, "natura");
	return natura != NULL && oscuramento_natura(natura) != NULL ?
	    natura : NULL;
}

static int
count_kind(const struct nodo *n, const char *natura)
{
	const struct nodo *c;
	int k = 0;

	if (omitted(n) != NULL)
		return strcmp(omitted(n), natura) == 0;
	for (c = n->primo; c != NULL; c = c->succ)
		k += count_kind(c, natura);
	return k;
}

int
oscuramento_conta(struct nodo *out, struct arena *a, const struct nodo *doc)
{
	struct nodo *x;
	int all = 0, k;
	size_t i;

	for (i = 0; i < NELEM(nature); i++) {
		if ((k = count_kind(doc, nature[i].parola)) == 0)
			continue;
		x = nodo_elem(a, out, "omissione");
		nodo_set(a, x, "natura", nature[i].parola);
		nodo_set(a, x, "passi", arena_printf(a, "%d", k));
		all += k;
	}
	return all;
}

void
oscuramento_scrivi(struct arena *a, struct nodo *doc)
{
	struct nodo *c, *next;
	const char *natura;

	for (c = doc->primo; c != NULL; c = next) {
		next = c->succ;
		if ((natura = omitted(c)) == NULL) {
			oscuramento_scrivi(a, c);
			continue;
		}
		nodo_remove(c);
		nodo_text(a, doc, arena_printf(a, "[omesso: %s]",
		    oscuramento_natura(natura)));
	}
}

const char *
oscuramento_dice(struct arena *a, const struct nodo *omissioni)
{
	const struct nodo *x;
	const char *kinds = "";
	long all = 0;

	for (x = nodo_child(omissioni, "omissione"); x != NULL;
	    x = nodo_next(x, "omissione")) {
		all += strtol(nodo_attr(x, "passi"), NULL, 10);
		kinds = arena_printf(a, "%s%s%s", kinds, *kinds ? ", " : "",
		    oscuramento_natura(nodo_attr(x, "natura")));
	}
	if (all == 0)
		return "nulla";
	return arena_printf(a, "%ld %s (%s)", all, all == 1 ? "passo" :
	    "passi", kinds);
}
