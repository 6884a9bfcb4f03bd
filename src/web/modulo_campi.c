/* SPDX-License-Identifier: EUPL-1.2 */
#include "web/modulo_campi.h"

#include <stdlib.h>
#include <string.h>

#include "web/modulo_parole.h"

struct filling {
	struct arena *a;
	const struct campo *campi;
	const char *adds;	/* via of what gets one more; NULL */
	const char *drops;	/* via of what loses its drop_n-th; NULL */
	long drop_n;
	int gruppi;		/* repetitions laid out so far */
};

/* Where a level of the schema stands in the form. */
struct place {
	const char *via;	/* "" at the top */
	bool wanted;		/* all groups around must be given */
};

static bool
is_group(const struct campo *c)
{
	return strcmp(c->tipo, "gruppo") == 0;
}

/* Is `name` the field of this percorso, or below it? */
static bool
below(const char *percorso, const char *name)
{
	size_t n = strlen(percorso);

	return strncmp(percorso, name, n) == 0 &&
	    (name[n] == '\0' || name[n] == '.');
}

/* Are these the fields of a file, which the act fills itself? */
static bool
modulo_di_file(const struct campo *gruppo)
{
	const struct campo *c;
	int marks = 0;

	for (c = gruppo + 1; c->percorso != NULL &&
	    c->livello > gruppo->livello; c++) {
		const char *dot = strrchr(c->percorso, '.');

		if (dot != NULL && (strcmp(dot, ".impronta") == 0 ||
		    strcmp(dot, ".dimensione") == 0))
			marks++;
	}
	return marks == 2;
}

/* ---- what a field is called ---- */

/* "oggetto del documento; per una riservata solo iniziali": the first part
 * names the field, the rest helps. */
static size_t
name_length(const char *s)
{
	static const char *const ends[] = { "; ", ": ", ", come ", ", se " };
	const char *at = strstr(s, " (");
	size_t i, n = strlen(s);

	/* "(11 cifre), STP o ENI" alone would help nobody */
	if (at != NULL && s[n - 1] == ')')
		n = (size_t)(at - s);
	for (i = 0; i < NELEM(ends); i++)
		if ((at = strstr(s, ends[i])) != NULL && (size_t)(at - s) < n)
			n = (size_t)(at - s);
	return n;
}

static const char *
capital(struct arena *a, const char *s, size_t n)
{
	char *copy = arena_strndup(a, s, n);

	if (copy[0] >= 'a' && copy[0] <= 'z')
		copy[0] = (char)(copy[0] - 'a' + 'A');
	/* "è affidatario": the Latin letters with a sign above */
	if (copy[0] == '\xc3' && (unsigned char)copy[1] >= 0xa0 &&
	    (unsigned char)copy[1] <= 0xbe)
		copy[1] = (char)(copy[1] - 0x20);
	return copy;
}

static const char *
last_name(const char *percorso)
{
	const char *dot = strrchr(percorso, '.');

	dot = dot != NULL ? dot + 1 : percorso;
	return dot[0] == '@' ? dot + 1 : dot;
}

/* Does the documentation say only what the answers mean, or when to answer?
 * Then it helps, and the field's own name is what it is called. */
static bool
names_nothing(const struct campo *c)
{
	static const char *const words[] = { "si: ", "no: ", "se " };
	size_t i;

	for (i = 0; i < NELEM(words); i++)
		if (strncmp(c->etichetta, words[i], strlen(words[i])) == 0)
			return true;
	return c->scelte != NULL && c->scelte[0] != NULL &&
	    strncmp(c->etichetta, c->scelte[0], strlen(c->scelte[0])) == 0;
}

/* The name as words: "fino-al" -> "Fino al". */
static void
set_own_name(struct filling *f, struct nodo *n, const struct campo *c)
{
	const char *name = parole_di_codice(f->a, last_name(c->percorso));
	const char *help = c->etichetta;

	nodo_set(f->a, n, "etichetta", capital(f->a, name, strlen(name)));
	if (strncmp(help, "si: ", 4) == 0)
		help = arena_printf(f->a, "Sì: %s", help + 4);
	if (help[0] != '\0' && (c->scelte == NULL ||
	    strchr(help, ':') != NULL))
		nodo_set(f->a, n, "aiuto",
		    capital(f->a, help, strlen(help)));
}

static void
set_label(struct filling *f, struct nodo *n, const struct campo *c)
{
	const char *s = c->etichetta, *help;
	size_t len = name_length(s);

	if (s[0] == '\0' || names_nothing(c)) {
		set_own_name(f, n, c);
		return;
	}
	nodo_set(f->a, n, "etichetta", capital(f->a, s, len));
	help = s + len;
	while (*help == ';' || *help == ':' || *help == ',' || *help == ' ')
		help++;
	/* a field for a day shows by itself how it is written */
	if (strcmp(c->tipo, "data") == 0 && strncmp(help, "come ", 5) == 0)
		for (help += strcspn(help, ";"); *help == ';' || *help == ' ';)
			help++;
	len = strlen(help);
	if (*help == '(' && help[len - 1] == ')') {
		help++;
		len -= 2;
	}
	if (len > 0)
		nodo_set(f->a, n, "aiuto", capital(f->a, help, len));
}

/* ---- values ---- */

/* "5/3/2026" is what people type where the browser has no calendar. */
static const char *
plain_day(struct arena *a, const char *s)
{
	char *end;
	long d, m, y;

	d = strtol(s, &end, 10);
	if (end == s || (*end != '/' && *end != '.' && *end != '-'))
		return s;
	m = strtol(s = end + 1, &end, 10);
	if (end == s || (*end != '/' && *end != '.' && *end != '-'))
		return s;
	y = strtol(s = end + 1, &end, 10);
	if (end != s + 4 || *end != '\0' || d < 1 || d > 31 || m < 1 || m > 12)
		return NULL;
	return arena_printf(a, "%04ld-%02ld-%02ld", y, m, d);
}

/* Lines end in LF alone; of what is no prose, nothing stands at the ends. */
static const char *
cleaned(struct arena *a, const struct campo *c, const char *v)
{
	char *copy = arena_strdup(a, v), *to = copy, *s;
	const char *day;

	for (s = copy; *s != '\0'; s++)
		if (*s != '\r')
			*to++ = *s;
		else if (s[1] != '\n')
			*to++ = '\n';
	while (to > copy && strchr(" \t\n", to[-1]) != NULL)
		to--;
	*to = '\0';
	if (strcmp(c->tipo, "prosa") == 0)
		return copy;
	s = copy + strspn(copy, " \t\n");
	if (strcmp(c->tipo, "data") == 0 && (day = plain_day(a, s)) != NULL &&
	    strlen(day) == 10)
		return day;
	return s;
}

static const char *
id_of(struct arena *a, const char *via)
{
	char *id = arena_printf(a, "f-%s", via), *to = id;
	const char *s;

	for (s = id; *s != '\0'; s++)
		if (*s != '@')
			*to++ = *s == '.' ? '_' : *s;
	*to = '\0';
	return id;
}

static struct nodo *
element(struct filling *f, struct nodo *to, const char *name,
    const struct campo *c, const char *via)
{
	struct nodo *n = nodo_elem(f->a, to, name);

	nodo_set(f->a, n, "percorso", c->percorso);
	nodo_set(f->a, n, "via", via);
	nodo_set(f->a, n, "id", id_of(f->a, via));
	set_label(f, n, c);
	nodo_set(f->a, n, "obbligatorio", c->obbligatorio ? "si" : NULL);
	nodo_set(f->a, n, "ripetuto", c->ripetuto ? "si" : NULL);
	return n;
}

static void
choices(struct filling *f, struct nodo *to, const struct campo *c)
{
	struct nodo *n;
	int i;

	for (i = 0; c->scelte != NULL && c->scelte[i] != NULL; i++) {
		n = nodo_elem(f->a, to, "scelta");
		nodo_set(f->a, n, "v", c->scelte[i]);
		nodo_text(f->a, n, c->parole[i][0] != '\0' ? c->parole[i] :
		    parole_di_codice(f->a, c->scelte[i]));
	}
}

static void
value(struct filling *f, struct nodo *to, const char *via, int k,
    const char *v)
{
	struct nodo *n = nodo_elem(f->a, to, "valore");

	nodo_set(f->a, n, "n", arena_printf(f->a, "%d", k));
	nodo_set(f->a, n, "id", k == 1 ? id_of(f->a, via) :
	    id_of(f->a, arena_printf(f->a, "%s.%d", via, k)));
	if (v[0] != '\0')
		nodo_text(f->a, n, v);
}

static bool
is(const char *a, const char *b)
{
	return a != NULL && strcmp(a, b) == 0;
}

static void
field(struct filling *f, struct nodo *to, const struct campo *c,
    const struct place *at, const struct coppia *v, int n)
{
	const char *via = arena_printf(f->a, "%s%s%s", at->via,
	    at->via[0] ? "." : "", c->percorso + (strrchr(c->percorso, '.') ?
	    strrchr(c->percorso, '.') + 1 - c->percorso : 0));
	struct nodo *e = element(f, to, "campo", c, via);
	const char *text;
	int i, k = 0, seen = 0;

	nodo_set(f->a, e, "tipo", c->tipo);
	nodo_set(f->a, e, "nome-tipo", c->nome_tipo[0] != '\0' ?
	    c->nome_tipo : NULL);
	nodo_set(f->a, e, "una-riga", c->una_riga ? "si" : NULL);
	nodo_set(f->a, e, "richiesto", at->wanted && c->obbligatorio ? "si" :
	    NULL);
	choices(f, e, c);
	for (i = 0; i < n; i++) {
		if (strcmp(v[i].nome, c->percorso) != 0 ||
		    (text = cleaned(f->a, c, v[i].valore))[0] == '\0')
			continue;
		if (is(f->drops, via) && ++seen == f->drop_n)
			continue;
		if (k == 0 || c->ripetuto)
			value(f, e, via, ++k, text);
	}
	if (k == 0 || is(f->adds, via))
		value(f, e, via, k + 1, "");
}

/* ---- groups ---- */

static void level(struct filling *f, struct nodo *to, const struct campo *c,
    const struct place *at, const struct coppia *v, int n);

/* May what has this name stand several times in one repetition of the group? */
static bool
repeats_within(const struct filling *f, const struct campo *group,
    const char *name)
{
	const struct campo *c;

	for (c = f->campi; c->percorso != NULL; c++)
		if (c->ripetuto && c != group &&
		    below(group->percorso, c->percorso) &&
		    below(c->percorso, name))
			return true;
	return false;
}

/* Where the repetition that begins at v[from] ends. */
static int
repetition_end(const struct filling *f, const struct campo *group,
    const struct coppia *v, int n, int from, bool marked)
{
	int i, j;

	for (i = from + 1; i < n; i++) {
		if (strcmp(v[i].nome, group->percorso) == 0)
			return i;
		if (marked || repeats_within(f, group, v[i].nome))
			continue;
		for (j = from; j < i; j++)
			if (strcmp(v[j].nome, v[i].nome) == 0)
				return i;
	}
	return n;
}

bool
modulo_pieno(const struct nodo *gruppo)
{
	const struct nodo *c, *v;

	for (c = nodo_child(gruppo, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (strcmp(c->nome, "gruppo") == 0 && modulo_pieno(c))
			return true;
		if (strcmp(c->nome, "campo") != 0)
			continue;
		for (v = nodo_child(c, "valore"); v; v = nodo_next(v, "valore"))
			if (v->primo != NULL)
				return true;
	}
	return false;
}

static struct nodo *
repetition(struct filling *f, struct nodo *to, const struct campo *c,
    const struct place *at, const char *base, int k, const struct coppia *v,
    int n)
{
	const char *via = c->ripetuto ?
	    arena_printf(f->a, "%s.%d", base, k) : base;
	struct nodo *g = element(f, to, "gruppo", c, via);
	struct place in = { via, at->wanted && c->obbligatorio };

	nodo_set(f->a, g, "base", base);
	nodo_set(f->a, g, "n", arena_printf(f->a, "%d", k));
	level(f, g, c + 1, &in, v, n);
	nodo_set(f->a, g, "pieno", modulo_pieno(g) ? "si" : NULL);
	return g;
}

/* Repetitions in which nothing was typed go, but for the last of all and one
 * that was asked for. */
static void
group(struct filling *f, struct nodo *to, const struct campo *c,
    const struct place *at, const struct coppia *v, int n)
{
	const char *base = arena_printf(f->a, "%s%s%s", at->via,
	    at->via[0] ? "." : "", last_name(c->percorso));
	struct nodo *g;
	bool marked = false;
	int i, end, k = 0, seen = 0;

	for (i = 0; i < n; i++)
		marked = marked || strcmp(v[i].nome, c->percorso) == 0;
	for (i = 0; i < n; i = end) {
		end = c->ripetuto ? repetition_end(f, c, v, n, i, marked) : n;
		if (is(f->drops, base) && ++seen == f->drop_n)
			continue;
		/* a form is laid out for whoever sends one: an act of that many
		 * is an istanza of the API */
		if (f->gruppi++ >= MODULO_GRUPPI)
			break;
		g = repetition(f, to, c, at, base, k + 1, v + i, end - i);
		if (modulo_pieno(g))
			k++;
		else
			nodo_remove(g);
	}
	if (k == 0 || (is(f->adds, base) && c->ripetuto))
		repetition(f, to, c, at, base, k + 1, NULL, 0);
}

/* Those of v that are of this field, in order. */
static struct coppia *
of_field(struct filling *f, int *out, const struct campo *c,
    const struct coppia *v, int n)
{
	struct coppia *list = arena_alloc(f->a, ((size_t)n + 1) * sizeof *list);
	int i, k = 0;

	for (i = 0; i < n; i++)
		if (below(c->percorso, v[i].nome))
			list[k++] = v[i];
	*out = k;
	return list;
}

static void
level(struct filling *f, struct nodo *to, const struct campo *c,
    const struct place *at, const struct coppia *v, int n)
{
	const struct coppia *mine;
	int depth = c->percorso != NULL ? c->livello : 0, k = 0;

	for (; c->percorso != NULL && c->livello >= depth; c++) {
		if (c->livello > depth || (is_group(c) && modulo_di_file(c)))
			continue;
		mine = of_field(f, &k, c, v, n);
		if (is_group(c))
			group(f, to, c, at, mine, k);
		else
			field(f, to, c, at, mine, k);
	}
}

bool
modulo_riempi(struct nodo *to, struct arena *a, const struct campo *campi,
    const struct modulo_dati *d)
{
	struct filling f = { .a = a, .campi = campi };
	const char *what = modulo_valore(d, "_azione"), *colon;
	struct place top = { "", true };

	if (what != NULL && strncmp(what, "aggiungi:", 9) == 0)
		f.adds = what + 9;
	if (what != NULL && strncmp(what, "togli:", 6) == 0 &&
	    (colon = strrchr(what + 6, ':')) != NULL) {
		f.drops = arena_strndup(a, what + 6,
		    (size_t)(colon - what - 6));
		f.drop_n = strtol(colon + 1, NULL, 10);
	}
	level(&f, to, campi, &top, d->campi, d->n);
	return f.gruppi <= MODULO_GRUPPI;
}
