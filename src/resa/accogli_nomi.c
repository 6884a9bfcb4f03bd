/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accogli_nomi.c - every name a model uses is one of its dictionary, used for
 * what it is.
 *
 * Refuses: unknown names, with the nearest there is; a field of a list outside
 * its ripeti_; a list as a value; ripeti_ of what is no list; rich text that
 * does not stand alone, or in a head or foot; fields in drawn shapes, which
 * Writer forgets.  Names are written as the dictionary has them, those of
 * sections and tables numbered from the second on.
 */
#include <string.h>

#include "resa/accogli.h"

#define ELENCHI_MAX 8		/* lists within lists */

enum genere { ALTRO, RIPETI, SE, SE_NON };

/* The sections and tables of one name that were met. */
struct conto {
	const char *nome;
	bool tabella;
	int quante;
};

struct giro {
	struct accogli *ac;
	struct conto *conti;
	int n_conti, cap_conti;
	int blocchi, campi;
	struct nomi caselle;		/* styles of text boxes that are drawn */
};

/* The lists that are being repeated here. */
struct aperto {
	const struct nodo *elenco;
	const struct aperto *fuori;
};

static bool
is_list(const struct nodo *d)
{
	return strcmp(d->nome, "elenco") == 0;
}

static bool
within(const struct aperto *o, const struct nodo *elenco)
{
	while (o != NULL && o->elenco != elenco)
		o = o->fuori;
	return o != NULL;
}

/* ---- looking up ---- */

static void
unknown(struct accogli *ac, const struct nodo *n, const char *nome)
{
	const char *near = dizionario_vicino(ac->dizionario, ac->a, nome);

	if (near != NULL)
		accogli_error(ac, n, "campo-ignoto", "non c'è un campo "
		    "«%.80s»: forse «%s»", nome, near);
	else
		accogli_error(ac, n, "campo-ignoto", "non c'è un campo "
		    "«%.80s»: i campi di questa carta li mostra «campi»",
		    nome);
}

/* What the name means here; NULL, and what is wrong was said. */
static const struct nodo *
look_up(struct accogli *ac, const struct nodo *n, const char *nome,
    const struct aperto *o)
{
	const struct nodo *d;
	const char *list;

	d = dizionario_trova(ac->dizionario, ac->a, nome);
	if (d == NULL) {
		unknown(ac, n, nome);
		return NULL;
	}
	nomi_add(&ac->campi, ac->a, nodo_attr(d, "nome"));
	if (d->padre == NULL || !accogli_is(d->padre, "elenco") ||
	    within(o, d->padre))
		return d;
	list = nodo_attr(d->padre, "nome");
	accogli_error(ac, n, "fuori-elenco", "«%s» è di ciascuno di «%s»: "
	    "sta in una sezione o tabella di nome ripeti_%s, o tra {{ripeti "
	    "%s}} e {{fine}}", nome, list, list, list);
	return NULL;
}

/* ---- sections and tables ---- */

/* Their kind; *nome: the field they name, without the digits at its end. */
static enum genere
kind_of(const char **nome, struct arena *a, const char *written)
{
	static const struct {
		const char *inizio;
		enum genere genere;
	} list[] = { { "ripeti_", RIPETI }, { "se_non_", SE_NON },
	    { "se_", SE } };
	char *low = accogli_low(a, written);
	size_t i, n = strlen(low), end = n;

	while (end > 0 && low[end - 1] >= '0' && low[end - 1] <= '9')
		end--;
	if (end < n && end > 0 && strchr("_ ", low[end - 1]) != NULL)
		end--;
	low[end] = '\0';
	for (i = 0; i < NELEM(list); i++)
		if (strncmp(low, list[i].inizio, strlen(list[i].inizio)) == 0) {
			*nome = accogli_low(a, low + strlen(list[i].inizio));
			return list[i].genere;
		}
	return ALTRO;
}

/* "Ripeti famiglia", "se-oggetto": meant, but not written, as ours. */
static bool
almost(struct arena *a, const char *written)
{
	static const char *const list[] = { "ripeti ", "ripeti-", "se ", "se-" };
	const char *low = accogli_low(a, written);
	size_t i;

	for (i = 0; i < NELEM(list); i++)
		if (strncmp(low, list[i], strlen(list[i])) == 0)
			return true;
	return false;
}

static int
count_name(struct giro *g, const char *nome, bool tabella)
{
	int i;

	for (i = 0; i < g->n_conti; i++)
		if (g->conti[i].tabella == tabella &&
		    strcmp(g->conti[i].nome, nome) == 0)
			return ++g->conti[i].quante;
	g->conti = arena_more(g->ac->a, g->conti, g->n_conti, &g->cap_conti,
	    sizeof *g->conti);
	g->conti[g->n_conti++] = (struct conto){ nome, tabella, 1 };
	return 1;
}

static void
number_name(struct giro *g, struct nodo *n, const char *attr, enum genere k,
    const char *nome)
{
	static const char *const words[] = { "", "ripeti_", "se_",
	    "se_non_" };
	const char *full = arena_printf(g->ac->a, "%s%s", words[k], nome);
	int i = count_name(g, full, accogli_is(n, "table:table"));

	nodo_set(g->ac->a, n, attr, i == 1 ? full :
	    arena_printf(g->ac->a, "%s%d", full, i));
}

/*
 * A section or table: what it is, its name put right.  *out: the list it
 * repeats, or NULL.
 */
static void
take_block(const struct nodo **out, struct giro *g, struct nodo *n,
    const struct aperto *o)
{
	const bool table = accogli_is(n, "table:table");
	const char *attr = table ? "table:name" : "text:name", *nome;
	const char *written = nodo_attr(n, attr);
	const struct nodo *d;
	enum genere k;

	*out = NULL;
	if (written == NULL)
		return;
	k = kind_of(&nome, g->ac->a, written);
	if (k == ALTRO && almost(g->ac->a, written))
		accogli_error(g->ac, n, "nome-sezione", "«%.60s»: si scrive "
		    "con un trattino basso, ripeti_… o se_…", written);
	if (k == ALTRO)
		return;
	if (++g->blocchi > ACCOGLI_BLOCCHI_MAX)
		return;
	if (table && k != RIPETI)
		accogli_error(g->ac, n, "nome-sezione", "la tabella «%.60s» "
		    "non può essere condizionata: la si metta in una sezione "
		    "di quel nome", written);
	if ((d = look_up(g->ac, n, nome, o)) == NULL)
		return;
	if (k == RIPETI && !is_list(d))
		accogli_error(g->ac, n, "non-elenco", "«%s» non è un elenco: "
		    "non si può ripetere", nome);
	else if (k == RIPETI && within(o, d))
		accogli_error(g->ac, n, "non-elenco", "«%s» si ripete già: una "
		    "ripetizione sta dentro a sé stessa", nome);
	else if (k == RIPETI)
		*out = d;
	number_name(g, n, attr, k, nome);
}

/* ---- fields ---- */

static bool
only_blanks(const char *s)
{
	return s[strspn(s, " \t\n")] == '\0';
}

/* Nothing to read in the paragraph but the field? */
static bool
alone(const struct nodo *p, const struct nodo *field)
{
	static const char *const silent[] = { "text:s",
	    "text:soft-page-break", "text:bookmark", "text:bookmark-start",
	    "text:bookmark-end", NULL };
	const struct nodo *c;
	int i;

	for (c = p->primo; c != NULL; c = c->succ) {
		if (c == field || (c->nome == NULL && only_blanks(c->testo)))
			continue;
		if (accogli_is(c, "text:span") && alone(c, field))
			continue;
		for (i = 0; silent[i] != NULL && c->nome != NULL; i++)
			if (accogli_is(c, silent[i]))
				break;
		if (c->nome == NULL || silent[i] == NULL)
			return false;
	}
	return true;
}

static const struct nodo *
paragraph_of(const struct nodo *n)
{
	while (n != NULL && !accogli_paragraph(n))
		n = n->padre;
	return n;
}

static void
check_prosa(struct accogli *ac, const struct nodo *n, const char *nome)
{
	const struct nodo *p = paragraph_of(n);

	if (accogli_around(n, "office:master-styles") != NULL)
		accogli_error(ac, n, "prosa", "«%s» è un testo di più "
		    "paragrafi: in una testata o in un piè di pagina non può "
		    "stare", nome);
	else if (p == NULL || !alone(p, n))
		accogli_error(ac, n, "prosa", "«%s» è un testo di più "
		    "paragrafi: sta da solo in un paragrafo", nome);
}

/* Writer takes a text box whose own style has no parent for a drawing. */
static void
find_boxes(struct giro *g, const struct nodo *root)
{
	const struct nodo *styles = nodo_child(root, "office:automatic-styles");
	const struct nodo *s;

	g->caselle = (struct nomi){ 0 };
	if (styles == NULL)
		return;
	for (s = nodo_child(styles, "style:style"); s != NULL;
	    s = nodo_next(s, "style:style"))
		if (nodo_attr(s, "style:name") != NULL &&
		    nodo_attr(s, "style:parent-style-name") == NULL)
			nomi_add(&g->caselle, g->ac->a,
			    nodo_attr(s, "style:name"));
	nomi_sort(&g->caselle);
}

/* In a drawing Writer knows no fields: it loses them, opening the model. */
static bool
drawn(const struct giro *g, const struct nodo *n)
{
	const struct nodo *frame;
	const char *style;

	for (; n != NULL; n = n->padre) {
		if (accogli_is(n, "draw:text-box")) {
			frame = accogli_around(n, "draw:frame");
			style = frame == NULL ? NULL :
			    nodo_attr(frame, "draw:style-name");
			return accogli_around(n, "draw:g") != NULL ||
			    (style != NULL && nomi_has(&g->caselle, style));
		}
		if (n->nome != NULL && strncmp(n->nome, "draw:", 5) == 0)
			return true;
	}
	return false;
}

static const char *
type_of(const struct nodo *d)
{
	const char *t = nodo_attr(d, "tipo");

	return t != NULL ? t : "";
}

static void
take_field(struct giro *g, struct nodo *n, const struct aperto *o)
{
	const char *written = nodo_attr(n, "text:name"), *nome;
	const struct nodo *d;

	if (++g->campi > ACCOGLI_CAMPI_MAX)
		return;
	nome = accogli_low(g->ac->a, written != NULL ? written : "");
	if ((d = look_up(g->ac, n, nome, o)) == NULL)
		return;
	if (is_list(d))
		accogli_error(g->ac, n, "elenco-come-valore", "«%s» è un "
		    "elenco, non un valore: si scriva ciò che se ne vuole tra "
		    "{{ripeti %s}} e {{fine}}", nome, nome);
	if (strcmp(type_of(d), "prosa") == 0)
		check_prosa(g->ac, n, nome);
	if (drawn(g, n))
		accogli_error(g->ac, n, "forma-disegnata", "il campo «%s» sta "
		    "in una casella di testo o in una forma disegnata, dove "
		    "Writer lo perde: si usi una cornice (Inserisci, Cornice)",
		    nome);
	n->attr = NULL;
	nodo_set(g->ac->a, n, "text:name", nodo_attr(d, "nome"));
}

/* ---- the whole ---- */

static void visit(struct giro *g, struct nodo *n, const struct aperto *o,
    int depth);

static void
visit_block(struct giro *g, struct nodo *n, const struct aperto *o, int depth)
{
	struct aperto mine = { NULL, o };
	struct nodo *c;

	take_block(&mine.elenco, g, n, o);
	if (mine.elenco != NULL && depth == ELENCHI_MAX) {
		accogli_error(g->ac, n, "blocco", "ci sono più di %d elenchi "
		    "uno nell'altro", ELENCHI_MAX);
		return;
	}
	/* the head of a table is not repeated */
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		visit(g, c, mine.elenco != NULL &&
		    !accogli_is(c, "table:table-header-rows") ? &mine : o,
		    depth + (mine.elenco != NULL));
}

static void
visit(struct giro *g, struct nodo *n, const struct aperto *o, int depth)
{
	struct nodo *c;

	if (accogli_is(n, "text:user-field-get"))
		take_field(g, n, o);
	else if (accogli_is(n, "text:section") || accogli_is(n, "table:table"))
		visit_block(g, n, o, depth);
	else
		for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
			visit(g, c, o, depth);
}

void
accogli_names(struct accogli *ac)
{
	struct giro g = { .ac = ac };

	find_boxes(&g, ac->contenuto);
	visit(&g, ac->contenuto, NULL, 0);
	find_boxes(&g, ac->stili);
	visit(&g, ac->stili, NULL, 0);
	nomi_sort(&ac->campi);
	if (g.campi > ACCOGLI_CAMPI_MAX)
		accogli_error(ac, NULL, "troppi", "il modello ha %d campi: se "
		    "ne accettano al più %d", g.campi, ACCOGLI_CAMPI_MAX);
	if (g.blocchi > ACCOGLI_BLOCCHI_MAX)
		accogli_error(ac, NULL, "troppi", "il modello ha %d sezioni e "
		    "tabelle di nome ripeti_ o se_: se ne accettano al più %d",
		    g.blocchi, ACCOGLI_BLOCCHI_MAX);
}
