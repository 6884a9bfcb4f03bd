/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * compila.c - a model into the stylesheet that fills it.
 *
 * Here is decided what each name of the model means: the tree given to
 * xslt/modello.xsl has, in place of fields, sections and tables with a
 * meaning, the elements campo, prosa, se and ripeti, with an XPath made only
 * of words of the dictionary.  They have no namespace, and nothing of the
 * model is without one: what is not of ODF is left out, what has no
 * namespace is refused.
 *
 * Refuses besides: a name the dictionary has not, a field of a list outside
 * what repeats it.
 */
#include "resa/modello.h"

#include <stdbool.h>
#include <string.h>

#include "base/auto.h"
#include "resa/interno.h"
#include "xml/odf.h"
#include "xml/xml.h"

#define NESTED_MAX 8	/* lists within lists */

struct compila {
	struct arena *a;
	const struct nodo *dizionario;
	struct nodo *scheda;			/* the fields used so far */
	const struct nodo *aperti[NESTED_MAX];	/* lists being repeated */
	int n_aperti;
	const struct nodo *stili;		/* styles.xml */
	struct nodo *uscita;	/* holds the part that is being made */
	bool contenuto;		/* content.xml, not styles.xml */
	int livello;		/* of the last heading; 0: none yet */
	bool paragrafo;		/* in one: blanks are text */
};

static bool
is(const struct nodo *n, const char *nome)
{
	return n->nome != NULL && strcmp(n->nome, nome) == 0;
}

static bool
one_of(const char *nome, const char *const *v)
{
	for (; *v != NULL; v++)
		if (strcmp(nome, *v) == 0)
			return true;
	return false;
}

/* ---- names ---- */

static const char *
word_end(const char *s)
{
	if (*s < 'a' || *s > 'z')
		return NULL;
	return s + strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-");
}

/*
 * "a/b/@c" as XPath below `base`, each name in our namespace; of fields, the
 * first child of the name at each step, as nodo_find does.  NULL: the via is
 * not one.
 */
static const char *
via_path(struct arena *a, const char *base, const char *via, bool campo)
{
	const char *path = base, *end;

	if (strcmp(via, ".") == 0)
		return base;
	for (;; via = end + 1) {
		bool attr = *via == '@';

		if ((end = word_end(via + attr)) == NULL ||
		    (*end != '\0' && *end != '/') ||
		    (attr && (*end != '\0' || !campo)))
			return NULL;
		path = arena_printf(a, "%s/%s%.*s%s", path, attr ? "" : "c:",
		    (int)(end - via), via, campo && !attr ? "[1]" : "");
		if (*end == '\0')
			return path;
	}
}

/* Where the item of the list stands that `d` is in; NULL: not open here. */
static const char *
base_of(struct compila *c, const struct nodo *d)
{
	int i;

	if (d->padre == NULL || !is(d->padre, "elenco"))
		return "/*";
	for (i = c->n_aperti; i > 0; i--)
		if (c->aperti[i - 1] == d->padre)
			return arena_printf(c->a, "$e%d", i);
	return NULL;
}

static void
note_used(struct compila *c, const char *elemento, const char *nome)
{
	struct nodo *n;

	for (n = nodo_child(c->scheda, NULL); n != NULL; n = nodo_next(n, NULL))
		if (strcmp(nodo_attr(n, "nome"), nome) >= 0)
			break;
	if (n != NULL && strcmp(nodo_attr(n, "nome"), nome) == 0)
		return;
	if (n == NULL) {
		n = nodo_elem(c->a, c->scheda, elemento);
	} else {
		struct nodo *new = nodo_new(c->a, elemento);

		nodo_add_before(n, new);
		n = new;
	}
	nodo_set(c->a, n, "nome", nome);
}

struct voce {
	const struct nodo *d;	/* of the dictionary */
	const char *nome, *path;
};

static int
resolve(struct voce *out, struct compila *c, const char *nome)
{
	const char *base, *vicino, *via;
	struct voce v;

	if ((v.d = dizionario_trova(c->dizionario, c->a, nome)) == NULL) {
		vicino = dizionario_vicino(c->dizionario, c->a, nome);
		return err_set(ERR_INVALID, "il campo «%s» non c'è%s%s%s",
		    nome, vicino == NULL ? "" : "; forse «",
		    vicino == NULL ? "" : vicino, vicino == NULL ? "" : "»");
	}
	v.nome = arena_strdup(c->a, nome);
	if ((base = base_of(c, v.d)) == NULL)
		return err_set(ERR_INVALID, "«%s» sta fuori da ciò che ripete "
		    "l'elenco «%s»", nome, nodo_attr(v.d->padre, "nome"));
	/* dizionario_trova has looked at the word of a free one */
	via = nodo_attr(v.d, "via");
	v.path = strncmp(nome, "libero.", 7) == 0 ?
	    arena_printf(c->a, "%s/c:libero[@nome='%s'][1]", base, nome + 7) :
	    via == NULL ? NULL :
	    via_path(c->a, base, via, is(v.d, "campo"));
	if (v.path == NULL)
		return err_set(ERR_FAULT, "nel dizionario la via di «%s» non è "
		    "scritta bene", nome);
	note_used(c, v.d->nome, v.nome);
	*out = v;
	return 0;
}

/* What a section or a table means by its name. */
enum senso { NESSUNO, SE, SE_NON, RIPETI };

static enum senso
meaning(const char **campo, struct arena *a, const char *nome)
{
	static const struct {
		const char *inizio;
		enum senso senso;
	} v[] = {
		{ "se_non_", SE_NON }, { "se_", SE }, { "ripeti_", RIPETI }
	};
	size_t i, n;

	for (i = 0; nome != NULL && i < NELEM(v); i++) {
		if (strncmp(nome, v[i].inizio, strlen(v[i].inizio)) != 0)
			continue;
		nome += strlen(v[i].inizio);
		for (n = strlen(nome); n > 0 && nome[n - 1] >= '0' &&
		    nome[n - 1] <= '9'; n--)
			;
		*campo = arena_strndup(a, nome, n);
		return v[i].senso;
	}
	return NESSUNO;
}

/* XPath: is there one?  Of a yes or no: is it yes? */
static const char *
test_of(struct compila *c, const struct voce *v, bool non)
{
	const char *tipo = nodo_attr(v->d, "tipo");
	const char *test;

	if (is(v->d, "elenco"))
		test = v->path;
	else if (tipo != NULL && strcmp(tipo, "si-no") == 0)
		test = arena_printf(c->a, "%s = 'si'", v->path);
	else
		test = arena_printf(c->a, "normalize-space(%s)", v->path);
	return non ? arena_printf(c->a, "not(%s)", test) :
	    arena_printf(c->a, "boolean(%s)", test);
}

/* ---- the tree ---- */

static int copy_children(struct nodo *to, struct compila *c,
    const struct nodo *n);

static const char *
field_name(const struct nodo *n)
{
	return is(n, "text:user-field-get") || is(n, "text:user-field-input") ?
	    nodo_attr(n, "text:name") : NULL;
}

/* How the sheet prints it; prose among other text is its lines. */
static const char *
mode_of(const struct nodo *campo)
{
	static const char *const modes[] = { "testo", "parola", "data",
	    "giorno", "ora", "orario", "importo", "si-no", NULL };
	const char *tipo = nodo_attr(campo, "tipo");

	if (tipo != NULL && strcmp(tipo, "prosa") == 0)
		return "righe";
	return tipo != NULL && one_of(tipo, modes) ? tipo : "testo";
}

/* "code = words; other-code = other words": how coded words are printed. */
static int
put_words(struct nodo *campo, struct compila *c, const char *parole)
{
	char *code, *words, *rest = arena_strdup(c->a, parole);
	const char *end;
	struct nodo *n;

	while ((code = strsep(&rest, ";")) != NULL) {
		code += strspn(code, " ");
		if ((end = word_end(code)) == NULL ||
		    strncmp(end, " = ", 3) != 0)
			return err_set(ERR_FAULT, "nel dizionario le parole di "
			    "«%s» non sono scritte bene",
			    nodo_attr(campo, "nome"));
		words = code + (end - code) + 3;
		n = nodo_elem_text(c->a, campo, "parola", words);
		nodo_set(c->a, n, "codice",
		    arena_strndup(c->a, code, (size_t)(end - code)));
	}
	return 0;
}

static int
put_field(struct nodo *to, struct compila *c, const char *nome)
{
	const char *parole;
	struct voce v;
	struct nodo *n;
	int r;

	if ((r = resolve(&v, c, nome)) != 0)
		return r;
	if (is(v.d, "elenco"))
		return err_set(ERR_INVALID, "«%s» è un elenco: si ripete, non "
		    "ha un valore", nome);
	n = nodo_elem(c->a, to, "campo");
	nodo_set(c->a, n, "nome", v.nome);
	nodo_set(c->a, n, "via", v.path);
	nodo_set(c->a, n, "se",
	    arena_printf(c->a, "normalize-space(%s)", v.path));
	nodo_set(c->a, n, "modo", mode_of(v.d));
	parole = nodo_attr(v.d, "parole");
	return parole != NULL ? put_words(n, c, parole) : 0;
}

/* The one field in a paragraph that has no more than that; NULL: it has. */
static const struct nodo *
only_field(const struct nodo *p)
{
	static const char *const passed_over[] = { "text:soft-page-break",
	    "text:bookmark", "text:bookmark-start", "text:bookmark-end",
	    "text:change", "text:change-start", "text:change-end",
	    "office:annotation", "office:annotation-end", "text:s", NULL };
	const struct nodo *n, *found = NULL, *in;

	for (n = p->primo; n != NULL; n = n->succ) {
		if (n->nome == NULL) {
			if (n->testo[strspn(n->testo, " \t\r\n")] != '\0')
				return NULL;
			continue;
		}
		if (one_of(n->nome, passed_over))
			continue;
		in = field_name(n) != NULL ? n :
		    is(n, "text:span") ? only_field(n) : NULL;
		if (in == NULL && is(n, "text:span") && n->primo == NULL)
			continue;
		if (in == NULL || found != NULL)
			return NULL;
		found = in;
	}
	return found;
}

static bool
used_already(const struct nodo *n, const char *nome)
{
	const struct nodo *c;

	if (is(n, "prosa") && nodo_attr(n, "sezione") != NULL &&
	    strcmp(nodo_attr(n, "nome"), nome) == 0)
		return true;
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		if (used_already(c, nome))
			return true;
	return false;
}

static const struct nodo *
root_of(const struct nodo *n)
{
	while (n->padre != NULL)
		n = n->padre;
	return n;
}

/* A paragraph with nothing but prose becomes its blocks.  *done: it was. */
static int
put_prose(bool *done, struct nodo *to, struct compila *c, const struct nodo *p)
{
	const struct nodo *field, *d;
	const char *nome, *tipo, *stile = nodo_attr(p, "text:style-name");
	struct nodo *n;
	int r;

	*done = false;
	if ((field = only_field(p)) == NULL)
		return 0;
	if (stile == NULL)
		stile = "Standard";
	nome = field_name(field);
	if ((d = dizionario_trova(c->dizionario, c->a, nome)) == NULL ||
	    (tipo = nodo_attr(d, "tipo")) == NULL || strcmp(tipo, "prosa") != 0)
		return 0;
	if ((r = put_field(to, c, nome)) != 0)
		return r;
	n = to->ultimo;
	n->nome = "prosa";
	nodo_set(c->a, n, "stile", stile);
	nodo_set(c->a, n, "seguito", stile_seguito(c->a, c->uscita->primo,
	    c->stili, stile));
	/* PDF/UA-1: no level is passed over */
	nodo_set(c->a, n, "livello", arena_printf(c->a, "%d", c->livello + 1));
	/* names of sections differ: the first one is what is written in */
	if (c->contenuto && c->n_aperti == 0 &&
	    !used_already(root_of(to), nome))
		nodo_set(c->a, n, "sezione", nome);
	*done = true;
	return 0;
}

static int
open_list(struct nodo **out, struct nodo *to, struct compila *c,
    const struct voce *v)
{
	struct nodo *n;

	if (!is(v->d, "elenco"))
		return err_set(ERR_INVALID, "«%s» non è un elenco: non si "
		    "ripete", v->nome);
	if (c->n_aperti == NESTED_MAX)
		return err_set(ERR_INVALID, "troppe ripetizioni una dentro "
		    "l'altra");
	c->aperti[c->n_aperti++] = v->d;
	n = nodo_elem(c->a, to, "ripeti");
	nodo_set(c->a, n, "elenco", v->path);
	nodo_set(c->a, n, "n", arena_printf(c->a, "%d", c->n_aperti));
	*out = n;
	return 0;
}

static struct nodo *
put_if(struct nodo *to, struct compila *c, const char *test)
{
	struct nodo *n = nodo_elem(c->a, to, "se");

	nodo_set(c->a, n, "se", test);
	return n;
}

/* The list that is all there is in a section; NULL: there is more. */
static const struct nodo *
only_list(const struct nodo *section)
{
	const struct nodo *n, *found = NULL;

	for (n = section->primo; n != NULL; n = n->succ) {
		if (n->nome == NULL || is(n, "text:soft-page-break"))
			continue;
		if (!is(n, "text:list") || found != NULL)
			return NULL;
		found = n;
	}
	return found;
}

/* Attributes that are names for others to point at: once each in a document,
 * so not in what is repeated. */
static const char *const names_once[] = { "xml:id", "text:id", "draw:id",
    "table:name", "text:continue-list", NULL };

static void
copy_attributes(struct nodo *to, struct compila *c, const struct nodo *n)
{
	const struct attr *at;

	for (at = n->attr; at != NULL; at = at->succ)
		if (strchr(at->nome, ':') != NULL &&
		    (c->n_aperti == 0 || !one_of(at->nome, names_once)))
			nodo_set(c->a, to, at->nome, at->valore);
}

/* One list, not one for each item: numbers go on. */
static int
repeat_list(struct nodo *to, struct compila *c, const struct voce *v,
    const struct nodo *list)
{
	struct nodo *l = nodo_elem(c->a, put_if(to, c, test_of(c, v, false)),
	    list->nome), *n;
	int r;

	copy_attributes(l, c, list);
	if ((r = open_list(&n, l, c, v)) != 0 ||
	    (r = copy_children(n, c, list)) != 0)
		return r;
	c->n_aperti--;
	return 0;
}

/* *done: it had a meaning, and stands in `to`. */
static int
put_section(bool *done, struct nodo *to, struct compila *c,
    const struct nodo *n)
{
	const struct nodo *list;
	const char *campo;
	struct nodo *in;
	enum senso senso;
	struct voce v;
	int r;

	senso = meaning(&campo, c->a, nodo_attr(n, "text:name"));
	*done = senso != NESSUNO;
	if (senso == NESSUNO)
		return 0;
	if ((r = resolve(&v, c, campo)) != 0)
		return r;
	if (senso != RIPETI)
		return copy_children(put_if(to, c,
		    test_of(c, &v, senso == SE_NON)), c, n);
	if ((list = only_list(n)) != NULL)
		return repeat_list(to, c, &v, list);
	if ((r = open_list(&in, to, c, &v)) != 0 ||
	    (r = copy_children(in, c, n)) != 0)
		return r;
	c->n_aperti--;
	return 0;
}

static int copy(struct nodo *to, struct compila *c, const struct nodo *n);

/* The rows but those of the head, once for each. */
static int
repeat_rows(struct nodo *table, struct compila *c, const struct voce *v,
    const struct nodo *n)
{
	static const char *const stays[] = { "table:title", "table:desc",
	    "table:table-source", "table:table-columns", "table:table-column",
	    "table:table-column-group", "table:table-header-columns",
	    "table:table-header-rows", "office:forms", "table:shapes", NULL };
	const struct nodo *x;
	struct nodo *rows = NULL;
	int r = 0;

	for (x = nodo_child(n, NULL); x != NULL && r == 0;
	    x = nodo_next(x, NULL)) {
		if (one_of(x->nome, stays) && rows == NULL)
			r = copy(table, c, x);
		else if (rows != NULL ||
		    (r = open_list(&rows, table, c, v)) == 0)
			r = copy(rows, c, x);
	}
	c->n_aperti -= rows != NULL;
	return r;
}

static int
put_table(bool *done, struct nodo *to, struct compila *c, const struct nodo *n)
{
	const char *campo;
	struct nodo *t;
	struct voce v;
	int r;

	*done = meaning(&campo, c->a, nodo_attr(n, "table:name")) == RIPETI;
	if (!*done)
		return 0;
	if ((r = resolve(&v, c, campo)) != 0)
		return r;
	t = nodo_elem(c->a, put_if(to, c, test_of(c, &v, false)), n->nome);
	copy_attributes(t, c, n);
	nodo_set(c->a, t, "table:name", NULL);
	return repeat_rows(t, c, &v, n);
}

/* What the letter does not have: what only an editor needs, what runs. */
static const char *const left_out[] = { "text:user-field-decls",
    "text:soft-page-break", "text:tracked-changes", "text:change",
    "text:change-start", "text:change-end", "office:annotation",
    "office:annotation-end", "office:scripts", "office:event-listeners",
    "office:forms", "text:script", "text:execute-macro",
    "text:dde-connection-decls", NULL };

/* Names of places: once each in a document. */
static const char *const places[] = { "text:bookmark", "text:bookmark-start",
    "text:bookmark-end", "text:reference-mark", "text:reference-mark-start",
    "text:reference-mark-end", "text:toc-mark-start", "text:toc-mark-end",
    "text:alphabetical-index-mark-start", "text:alphabetical-index-mark-end",
    "text:user-index-mark-start", "text:user-index-mark-end", NULL };

/* 1 to 9, so that there is one below. */
static int
level_of(const struct nodo *h)
{
	const char *s = nodo_attr(h, "text:outline-level");

	return s != NULL && s[0] >= '1' && s[0] <= '9' && s[1] == '\0' ?
	    s[0] - '0' : 1;
}

static int
copy(struct nodo *to, struct compila *c, const struct nodo *n)
{
	struct nodo *new;
	bool done = false;
	int r = 0;

	if (strchr(n->nome, ':') == NULL)
		return err_set(ERR_INVALID, "nel modello c'è un elemento fuori "
		    "da OpenDocument");
	if (strncmp(n->nome, "estraneo:", 9) == 0 ||
	    one_of(n->nome, left_out) ||
	    (c->n_aperti > 0 && one_of(n->nome, places)))
		return 0;
	if (field_name(n) != NULL)
		return put_field(to, c, field_name(n));
	if (is(n, "text:h"))
		c->livello = level_of(n);
	if (is(n, "text:p") || is(n, "text:h"))
		r = put_prose(&done, to, c, n);
	else if (is(n, "text:section"))
		r = put_section(&done, to, c, n);
	else if (is(n, "table:table"))
		r = put_table(&done, to, c, n);
	if (r != 0 || done)
		return r;
	new = nodo_elem(c->a, to, n->nome);
	copy_attributes(new, c, n);
	return copy_children(new, c, n);
}

static int
copy_children(struct nodo *to, struct compila *c, const struct nodo *n)
{
	bool outer = c->paragrafo;
	const struct nodo *x;
	int r = 0;

	c->paragrafo = outer || is(n, "text:p") || is(n, "text:h");
	for (x = n->primo; x != NULL && r == 0; x = x->succ) {
		if (x->nome != NULL)
			r = copy(to, c, x);
		else if (c->paragrafo || n->primo == n->ultimo ||
		    x->testo[strspn(x->testo, " \t\r\n")] != '\0')
			nodo_text(c->a, to, x->testo);
	}
	c->paragrafo = outer;
	return r;
}

/* ---- the whole ---- */

/* The styles the sheet adds need an element to stand in. */
static void
need_automatic(struct nodo *root, struct arena *a, const char *before)
{
	struct nodo *n = nodo_child(root, "office:automatic-styles"), *at;

	if (n != NULL)
		return;
	n = nodo_new(a, "office:automatic-styles");
	if ((at = nodo_child(root, before)) != NULL)
		nodo_add_before(at, n);
	else
		nodo_add(root, n);
}

static int
part(struct nodo *to, struct compila *c, const struct nodo *n,
    const char *root, const char *before)
{
	int r;

	if (!is(n, root))
		return err_set(ERR_INVALID, "il modello non è un testo "
		    "OpenDocument");
	c->uscita = to;
	if ((r = copy(to, c, n)) != 0)
		return r;
	need_automatic(to->primo, c->a, before);
	return 0;
}

int
modello_compila(struct buf *foglio, const struct nodo *contenuto,
    const struct nodo *stili, const struct nodo *dizionario)
{
	AUTO(arena) a = arena_new();
	struct nodo *m = nodo_new(a, "modello"), *con, *sti;
	struct compila c = { .a = a, .dizionario = dizionario,
	    .stili = stili };
	AUTO_BUF bytes = { 0 };
	int r;

	c.scheda = nodo_elem(a, m, "scheda");
	con = nodo_elem(a, m, "contenuto");
	sti = nodo_elem(a, m, "stili");
	c.contenuto = true;
	if ((r = part(con, &c, contenuto, "office:document-content",
	    "office:body")) != 0)
		return r;
	c.contenuto = false;
	if ((r = part(sti, &c, stili, "office:document-styles",
	    "office:master-styles")) != 0)
		return r;
	odf_write(&bytes, m);
	return xml_transform_bytes(foglio, "modello", bytes.data, bytes.len);
}
