/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/stampato.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/auto.h"

#define ETICHETTA_MAX 48	/* characters: longer, the name itself says it */
#define COLONNE_MAX 5		/* of a table of equal items */

/* Where the name of the root does not say it well. */
static const char *const titoli[][2] = {
	{ "attestazione", "Copia attestata conforme" },
	{ "attestazione-isee", "Attestazione ISEE" },
	{ "avvio-ufficio", "Avvio d'ufficio" },
	{ "cartella", "Copertina della cartella" },
	{ "collocamento-403", "Collocamento ai sensi dell'art. 403 c.c." },
	{ "copia-con-omissis", "Copia con omissis" },
	{ "copia-oscurata", "Copia con omissioni" },
	{ "correzione-voce", "Correzione di una voce di diario" },
	{ "equipe", "Équipe" },
	{ "preavviso", "Preavviso di rigetto" },
	{ "progetto", "Progetto individualizzato" },
	{ "relazione", "Relazione sociale" },
	{ "relazione-msna", "Relazione su un minore straniero non accompagnato" },
	{ "scheda", "Scheda della persona" },
	{ "scheda-segretariato", "Scheda di segretariato sociale" },
	{ "valutazione", "Valutazione del bisogno" },
	{ "verbale", "Verbale di riunione" },
	{ "voce-diario", "Voce di diario" },
};

/* Of the program, not of people. */
static const char *const tecnici[] = { "odt", "firma-file", "modello-usato",
    "dati-da", "chiave", "@id", "@versione", "@impronta", "@segno",
    "@commit" };

/* ---- words ---- */

/* A word of ours as people write it, with a capital or without. */
static char *
in_words(struct arena *a, const char *parola, bool capital)
{
	char *s = arena_strdup(a, parola), *p;

	for (p = s; *p != '\0'; p++)
		if (*p == '-')
			*p = ' ';
	if (capital)
		s[0] = (char)toupper((unsigned char)s[0]);
	return s;
}

const char *
stampato_titolo(struct arena *a, const char *tipo)
{
	size_t i;

	for (i = 0; i < NELEM(titoli); i++)
		if (strcmp(titoli[i][0], tipo) == 0)
			return titoli[i][1];
	return in_words(a, tipo, true);
}

static const char *
capital(struct arena *a, const char *s)
{
	char *t = arena_strdup(a, s);

	if (strncmp(t, "è", 2) == 0 || strncmp(t, "é", 2) == 0)
		t[1] = (char)(t[1] - 0x20);	/* È, É in UTF-8 */
	else
		t[0] = (char)toupper((unsigned char)t[0]);
	return t;
}

static const struct campo *
field(const struct campo *campi, const char *percorso)
{
	for (; campi != NULL && campi->percorso != NULL; campi++)
		if (strcmp(campi->percorso, percorso) == 0)
			return campi;
	return NULL;
}

/* The documentation of the field up to its first colon; where it is a
 * sentence, the name of the element. */
static const char *
label(struct arena *a, const struct campo *campo, const char *nome)
{
	const char *s = campo != NULL ? campo->etichetta : NULL;
	size_t len;

	nome += nome[0] == '@';
	if (s == NULL || s[0] == '\0')
		return in_words(a, nome, true);
	len = strcspn(s, ":;");
	if (len > ETICHETTA_MAX || memchr(s, ',', len) != NULL)
		return in_words(a, nome, true);
	return capital(a, arena_strndup(a, s, len));
}

/* ---- values ---- */

static bool
has_shape(const char *v, const char *shape)
{
	for (; *shape != '\0'; shape++, v++)
		if (*shape == '0' ? !isdigit((unsigned char)*v) : *v != *shape)
			return false;
	return true;
}

static const char *
long_day(struct arena *a, const char *v)
{
	static const char *const mesi[] = { "gennaio", "febbraio", "marzo",
	    "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
	    "ottobre", "novembre", "dicembre" };
	long m = strtol(v + 5, NULL, 10), d = strtol(v + 8, NULL, 10);

	if (m < 1 || m > 12)
		return v;
	return arena_printf(a, "%ld%s %s %.4s", d, d == 1 ? "°" : "",
	    mesi[m - 1], v);
}

static bool
ends(const char *s, const char *tail)
{
	size_t n = strlen(s), t = strlen(tail);

	return n >= t && strcmp(s + n - t, tail) == 0;
}

/* 6000.00: "6000,00 €" */
static const char *
amount(struct arena *a, const char *v)
{
	char *s = arena_printf(a, "%s €", v), *dot = strrchr(s, '.');

	if (dot != NULL)
		*dot = ',';
	return s;
}

static bool
is_choice(const struct campo *campo, const char *v)
{
	const char *const *s;

	if (campo == NULL || campo->scelte == NULL)
		return false;
	for (s = campo->scelte; *s != NULL; s++)
		if (strcmp(*s, v) == 0)
			return true;
	return false;
}

const char *
stampato_valore(struct arena *a, const char *v, const struct campo *campo)
{
	if (has_shape(v, "0000-00-00") && v[10] == '\0')
		return long_day(a, v);
	if (has_shape(v, "0000-00-00T00:00:00"))
		return arena_printf(a, "%s, ore %.5s", long_day(a, v), v + 11);
	if (campo != NULL && strcmp(campo->tipo, "si-no") == 0)
		return strcmp(v, "si") == 0 ? "sì" : v;
	if (campo != NULL && ends(campo->percorso, "importo") &&
	    strspn(v, "0123456789.") == strlen(v))
		return amount(a, v);
	if (is_choice(campo, v))
		return strcmp(v, "si") == 0 ? "sì" : in_words(a, v, false);
	return v;
}

/* ---- what kind of element ---- */

/* By its schema; where that is not known, by what is in it. */
static bool
is_prose(const struct campo *campo, const struct nodo *n)
{
	if (campo != NULL)
		return strcmp(campo->tipo, "prosa") == 0 &&
		    nodo_child(n, NULL) != NULL;
	return prosa_sotto(n);
}

static bool
is_leaf(const struct nodo *n)
{
	return nodo_child(n, NULL) == NULL;
}

static bool
is_technical(const struct nodo *n)
{
	size_t i;

	for (i = 0; i < NELEM(tecnici); i++)
		if (strcmp(n->nome, tecnici[i]) == 0)
			return true;
	return ends(n->nome, "-id") || ends(n->nome, "-impronta");
}

/* ---- blocks of prose ---- */

struct stampa {
	struct arena *a;
	const struct campo *campi;
};

static const struct campo *
field_of(const struct stampa *s, const char *sopra, const struct nodo *n)
{
	return field(s->campi, arena_printf(s->a, "%s%s", sopra, n->nome));
}

static void
bold(struct stampa *s, struct nodo *to, const char *nome, const char *text)
{
	nodo_elem_text(s->a, nodo_elem(s->a, to, nome), "b", text);
}

static const char *
value_of(const struct stampa *s, const char *sopra, const struct nodo *n)
{
	return stampato_valore(s->a, nodo_all_text(s->a, n), field_of(s, sopra,
	    n));
}

static void
add_prose(struct stampa *s, struct nodo *to, const struct nodo *n)
{
	const struct nodo *c;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		nodo_add(to, nodo_copy(s->a, c));
}

/* Do all items of that name have only plain fields, and not many? */
static bool
is_tabular(const struct nodo *first)
{
	const struct nodo *i, *c;
	int n;

	if (nodo_next(first, first->nome) == NULL)
		return false;
	for (i = first; i != NULL; i = nodo_next(i, first->nome)) {
		n = 0;
		for (c = nodo_child(i, NULL); c; c = nodo_next(c, NULL), n++)
			if (!is_leaf(c))
				return false;
		if (n > COLONNE_MAX)
			return false;
	}
	return true;
}

/* Names of the fields the items have, in the order of the first that has
 * them; at most COLONNE_MAX, else 0. */
static int
columns(const struct nodo **out, const struct nodo *first)
{
	const struct nodo *i, *c;
	int n = 0, k;

	for (i = first; i != NULL; i = nodo_next(i, first->nome))
		for (c = nodo_child(i, NULL); c; c = nodo_next(c, NULL)) {
			for (k = 0; k < n; k++)
				if (strcmp(out[k]->nome, c->nome) == 0)
					break;
			if (k < n)
				continue;
			if (n == COLONNE_MAX)
				return 0;
			out[n++] = c;
		}
	return n;
}

/* Items as rows below a head of labels. */
static bool
add_table(struct stampa *s, struct nodo *to, const char *sopra,
    const struct nodo *first)
{
	const char *below = arena_printf(s->a, "%s%s.", sopra, first->nome);
	const struct nodo *col[COLONNE_MAX], *i, *c;
	struct nodo *tab, *row, *cell;
	int n, k;

	if (!is_tabular(first) || (n = columns(col, first)) == 0)
		return false;
	tab = nodo_elem(s->a, to, "tabella");
	row = nodo_elem(s->a, tab, "riga");
	for (k = 0; k < n; k++)
		bold(s, row, "cella", label(s->a, field_of(s, below, col[k]),
		    col[k]->nome));
	for (i = first; i != NULL; i = nodo_next(i, first->nome)) {
		if (is_leaf(i))
			continue;	/* omitted: a line of its own */
		row = nodo_elem(s->a, tab, "riga");
		for (k = 0; k < n; k++) {
			cell = nodo_elem(s->a, row, "cella");
			c = nodo_child(i, col[k]->nome);
			if (c != NULL)
				nodo_text(s->a, cell, value_of(s, below, c));
		}
	}
	return true;
}

/* One field in a table of names and values, opened when there is none. */
static void
add_row(struct stampa *s, struct nodo *to, struct nodo **tab,
    const char *nome, const char *valore)
{
	struct nodo *row;

	if (*tab == NULL)
		*tab = nodo_elem(s->a, to, "tabella");
	row = nodo_elem(s->a, *tab, "riga");
	nodo_elem_text(s->a, row, "cella", nome);
	nodo_text(s->a, nodo_elem(s->a, row, "cella"), valore);
}

/* All that is below a group, its own groups and prose under their labels. */
static void
add_group(struct stampa *s, struct nodo *to, const char *sopra,
    const struct nodo *n)
{
	const char *below = arena_printf(s->a, "%s%s.", sopra, n->nome);
	const char *name;
	struct nodo *tab = NULL;
	const struct nodo *c;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (is_technical(c))
			continue;
		name = label(s->a, field_of(s, below, c), c->nome);
		if (is_leaf(c)) {
			add_row(s, to, &tab, name, value_of(s, below, c));
			continue;
		}
		tab = NULL;
		bold(s, to, "p", name);
		if (is_prose(field_of(s, below, c), c))
			add_prose(s, to, c);
		else
			add_group(s, to, below, c);
	}
}

/* ---- attributes ---- */

static void fields_below(struct arena *a, struct nodo *to,
    const struct nodo *n);

/* Those of an element become fields of it, "@nome" as their schema's paths say;
 * what it says beside them, a field like them. */
static struct nodo *
spread(struct arena *a, const struct nodo *n)
{
	struct nodo *out = nodo_new(a, n->nome);
	const struct attr *at;

	if (n->attr == NULL && is_leaf(n))
		return nodo_copy(a, n);
	for (at = n->attr; at != NULL; at = at->succ)
		nodo_elem_text(a, out, arena_printf(a, "@%s", at->nome),
		    at->valore);
	if (is_leaf(n) && n->primo != NULL)
		nodo_elem_text(a, out, "testo", nodo_all_text(a, n));
	fields_below(a, out, n);
	return out;
}

static void
fields_below(struct arena *a, struct nodo *to, const struct nodo *n)
{
	const struct nodo *c;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		nodo_add(to, prosa_sotto(c) ? nodo_copy(a, c) : spread(a, c));
}

/* ---- the paper ---- */

static void
add_field(struct stampa *s, struct nodo *out, const struct nodo *n)
{
	struct nodo *d = nodo_elem(s->a, out, "dato");

	nodo_elem_text(s->a, d, "nome", label(s->a, field(s->campi, n->nome),
	    n->nome));
	nodo_elem_text(s->a, d, "valore", value_of(s, "", n));
}

/* A group or prose under its label; equal items that follow it with it. */
static void
add_section(struct stampa *s, struct nodo *out, const struct nodo *n)
{
	struct nodo *sez = nodo_elem(s->a, out, "sezione"), *text;
	const struct nodo *i;

	nodo_elem_text(s->a, sez, "titolo", label(s->a, field(s->campi,
	    n->nome), n->nome));
	text = nodo_elem(s->a, sez, "testo");
	if (is_prose(field(s->campi, n->nome), n))
		add_prose(s, text, n);
	else if (!add_table(s, text, "", n))
		for (i = n; i != NULL; i = nodo_next(i, n->nome)) {
			if (is_leaf(i))
				continue;
			if (i != n)
				nodo_elem(s->a, text, "p");
			add_group(s, text, "", i);
		}
	/* there was nothing in it for people */
	if (nodo_child(text, NULL) == NULL)
		nodo_remove(sez);
}

/* Has add_section taken it with an earlier one of its name? */
static bool
taken(const struct nodo *n)
{
	const struct nodo *p;

	for (p = n->prec; p != NULL; p = p->prec)
		if (p->nome != NULL && strcmp(p->nome, n->nome) == 0 &&
		    !is_leaf(p))
			return true;
	return false;
}

struct nodo *
stampato_fai(struct arena *a, const struct nodo *doc,
    const struct campo *campi, const char *titolo, const char *di)
{
	struct nodo *out = nodo_new(a, "documento");
	struct nodo *all = nodo_new(a, doc->nome);
	struct stampa s = { a, campi };
	const struct nodo *c;

	nodo_elem_text(a, out, "titolo", titolo);
	nodo_elem_text(a, out, "di", di);
	fields_below(a, all, doc);
	for (c = nodo_child(all, NULL); c != NULL; c = nodo_next(c, NULL))
		if (is_leaf(c) && !is_technical(c))
			add_field(&s, out, c);
	for (c = nodo_child(all, NULL); c != NULL; c = nodo_next(c, NULL))
		if (!is_leaf(c) && !is_technical(c) &&
		    (is_prose(field(campi, c->nome), c) || !taken(c)))
			add_section(&s, out, c);
	return out;
}
