/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accogli_blocchi.c - paragraphs that say {{ripeti x}}, {{se x}}, {{se non x}}
 * and {{fine}} become a section around what is between them.
 *
 * Refuses: one that is not closed, or closed elsewhere than where it began (in
 * another cell, another item of a list); {{fine}} of another; nothing between;
 * where a section cannot be (a list, a note).
 */
#include <string.h>

#include "resa/accogli.h"

/* ---- words ---- */

/* Behind `word` and its blank; NULL: it does not begin with it. */
static const char *
after(const char *s, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(s, word, n) != 0 || (s[n] != '\0' && s[n] != ' '))
		return NULL;
	return s[n] == ' ' ? s + n + 1 : s + n;
}

bool
accogli_mark(struct marca *out, struct arena *a, const char *testo)
{
	static const char *const words[] = { "fine", "ripeti", "se non", "se" };
	const char *rest;
	size_t i;

	/* as other programs write it: {{#se x}} … {{/se}} */
	if (testo[0] == '/' && after(testo + 1, "fine") == NULL) {
		out->parola = "fine";
		out->di = arena_strdup(a, testo + 1);
		return true;
	}
	if (testo[0] == '#' || testo[0] == '/')
		testo++;
	for (i = 0; i < NELEM(words); i++)
		if ((rest = after(testo, words[i])) != NULL) {
			out->parola = words[i];
			out->di = arena_strdup(a, rest);
			return true;
		}
	return false;
}

/* ---- sections ---- */

struct pila {
	const struct marca *m[ACCOGLI_ANNIDATI_MAX];
	int n;
};

static const char *
shown(struct accogli *ac, const struct marca *m)
{
	return arena_printf(ac->a, "{{%s%s%.60s}}", m->parola,
	    m->di[0] != '\0' ? " " : "", m->di);
}

static const char *
section_name(struct arena *a, const struct marca *m)
{
	return arena_printf(a, "%s_%s", strcmp(m->parola, "se non") == 0 ?
	    "se_non" : m->parola, m->di);
}

/* "fine", "fine se", "fine ripeti famiglia": of the one that is open? */
static bool
closes(struct arena *a, const struct marca *open, const struct marca *end)
{
	return end->di[0] == '\0' || strcmp(end->di, open->parola) == 0 ||
	    (strcmp(end->di, "se") == 0 && open->parola[0] == 's') ||
	    strcmp(end->di, open->di) == 0 || strcmp(end->di,
	    arena_printf(a, "%s %s", open->parola, open->di)) == 0;
}

static bool
room_for_section(struct accogli *ac, const struct marca *m)
{
	if (accogli_around(m->p, "text:list") != NULL)
		accogli_error(ac, m->p, "blocco", "%s sta in un elenco "
		    "puntato: lo si metta in un paragrafo senza punto, prima "
		    "o dopo l'elenco", shown(ac, m));
	else if (accogli_around(m->p, "text:note") != NULL)
		accogli_error(ac, m->p, "blocco", "%s sta in una nota: lì non "
		    "si può", shown(ac, m));
	else
		return true;
	return false;
}

static void
cross(struct accogli *ac, const struct marca *open, const struct marca *end)
{
	if (accogli_around(open->p, "table:table-cell") !=
	    accogli_around(end->p, "table:table-cell"))
		accogli_error(ac, end->p, "blocco", "%s si chiude in un'altra "
		    "cella: per ripetere le righe di una tabella le si dia il "
		    "nome ripeti_%.60s (Tabella, Proprietà)", shown(ac, open),
		    open->di);
	else
		accogli_error(ac, end->p, "blocco", "%s si chiude altrove: i "
		    "due paragrafi stanno nello stesso punto del testo (non "
		    "uno in una sezione o cornice e l'altro fuori)",
		    shown(ac, open));
}

/* What the paragraph carried besides its words goes with it. */
static void
warn_break(struct accogli *ac, const struct marca *m)
{
	const char *style = nodo_attr(m->p, "text:style-name");

	if (style != NULL && nomi_has(&ac->salti, style) &&
	    rilievo_find(ac->ril, "salto-pagina") == NULL)
		accogli_warn(ac, "salto-pagina", "%s: %s cominciava una "
		    "pagina, o le dava lo stile: lo si dica al paragrafo che "
		    "segue", accogli_place(ac, m->p), shown(ac, m));
}

static bool
empty_between(const struct nodo *open, const struct nodo *end)
{
	const struct nodo *c;

	for (c = open->succ; c != end; c = c->succ)
		if (c->nome != NULL && !accogli_is(c, "text:soft-page-break"))
			return false;
	return true;
}

/* From behind `open` to before `end`, both of one parent. */
static void
enclose(struct accogli *ac, const struct marca *open, const struct marca *end)
{
	struct nodo *s, *c;

	if (empty_between(open->p, end->p)) {
		accogli_error(ac, open->p, "blocco", "tra %s e {{fine}} non "
		    "c'è niente", shown(ac, open));
		return;
	}
	s = nodo_new(ac->a, "text:section");
	nodo_set(ac->a, s, "text:name", section_name(ac->a, open));
	while ((c = open->p->succ) != end->p) {
		nodo_remove(c);
		nodo_add(s, c);
	}
	nodo_add_before(end->p, s);
	warn_break(ac, open);
	warn_break(ac, end);
	nodo_remove(open->p);
	nodo_remove(end->p);
}

static void
close_one(struct accogli *ac, struct pila *pila, const struct marca *end)
{
	const struct marca *open;

	if (pila->n == 0) {
		accogli_error(ac, end->p, "blocco", "%s non chiude niente",
		    shown(ac, end));
		return;
	}
	open = pila->m[--pila->n];
	if (!closes(ac->a, open, end))
		accogli_error(ac, end->p, "blocco", "%s viene prima della "
		    "fine di %s: si chiudono dall'ultimo aperto",
		    shown(ac, end), shown(ac, open));
	else if (open->p->padre != end->p->padre)
		cross(ac, open, end);
	else if (room_for_section(ac, open))
		enclose(ac, open, end);
}

static void
open_one(struct accogli *ac, struct pila *pila, const struct marca *m)
{
	if (m->di[0] == '\0')
		accogli_error(ac, m->p, "blocco", "{{%s}}: manca il nome del "
		    "campo", m->parola);
	if (pila->n == ACCOGLI_ANNIDATI_MAX) {
		accogli_error(ac, m->p, "blocco", "%s è dentro ad altri %d",
		    shown(ac, m), ACCOGLI_ANNIDATI_MAX);
		return;
	}
	pila->m[pila->n++] = m;
}

void
accogli_blocks(struct accogli *ac, const struct marca *m, int n)
{
	struct pila pila = { 0 };
	int i;

	for (i = 0; i < n; i++) {
		if (strcmp(m[i].parola, "fine") == 0)
			close_one(ac, &pila, &m[i]);
		else
			open_one(ac, &pila, &m[i]);
	}
	while (pila.n > 0) {
		m = pila.m[--pila.n];
		accogli_error(ac, m->p, "blocco", "%s non è chiuso: manca "
		    "{{fine}}", shown(ac, m));
	}
}
