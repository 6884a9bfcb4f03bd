/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rientro.c - an edited draft back into prosa: its sections by name, of each
 * the blocks; what was dropped, counted.
 *
 * Refuses: what is no ODT, an encrypted one, entries that climb out, are too
 * large or blown up, XML that xml_parse refuses.  Keeps: every word a person
 * reads in a section, in its order, and nothing he does not.
 */
#include "resa/rientro.h"

#include <stdlib.h>
#include <string.h>

#include "base/auto.h"
#include "base/utf8.h"
#include "resa/rientro_interno.h"
#include "xml/campi.h"
#include "xml/odf.h"
#include "zip/zip.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"
#define PARTE_MAX ((size_t)16 * 1024 * 1024)	/* bytes of content, styles */
#define META_MAX ((size_t)1024 * 1024)
#define CELLE_MAX 20			/* of a row; comuni.xsd */
#define RIGHE_MAX 50			/* copies of one row */
#define NOME_MAX 100			/* characters of a section's name */

static const char *const che_nomi[CHE_N] = {
	"colori", "sottolineature", "barrati", "apici", "caratteri",
	"nascosti", "allineamenti", "interruzioni", "collegamenti",
	"commenti", "note", "immagini", "riquadri", "oggetti",
	"indici", "revisioni", "tabulazioni", "a-capo",
	"capoversi", "livelli", "elenchi", "numerazioni",
	"celle-unite", "celle", "tabelle"
};

static void blocks(struct lettore *l, struct nodo *out, const struct nodo *n);

static bool
named(const struct nodo *n, const char *nome)
{
	return n->nome != NULL && strcmp(n->nome, nome) == 0;
}

/* ---- paragraphs ---- */

static int
own_marks(struct lettore *l, const struct nodo *p)
{
	struct aspetto s = stili_capoverso(&l->stili,
	    nodo_attr(p, "text:style-name"));

	if (!utf8_blank(nodo_all_text(l->a, p)))
		scarta_fuori(l, s.fuori);
	return (s.grassetto == 1 ? SEGNO_B : 0) |
	    (s.corsivo == 1 ? SEGNO_I : 0);
}

/* Headings have one level: those that differ from the first are told. */
static void
look_at_level(struct lettore *l, const struct nodo *out, const struct nodo *h)
{
	const char *level = nodo_attr(h, "text:outline-level");
	const struct nodo *first = nodo_child(out, "titolo");
	const char *was = first != NULL ? nodo_attr(first, "livello") : NULL;

	if (was != NULL && strcmp(was, level != NULL ? level : "1") != 0)
		scarta(l, CHE_LIVELLI);
}

/* A heading's own style is not what its writer made bold. */
static void
heading(struct lettore *l, struct nodo *out, const struct nodo *h)
{
	const char *level = nodo_attr(h, "text:outline-level");
	struct nodo *n = nodo_new(l->a, "titolo");
	struct linea x = { .l = l, .n = n };

	if (utf8_blank(nodo_all_text(l->a, h)))
		return;
	look_at_level(l, out, h);
	nodo_add(out, n);
	nodo_set(l->a, n, "livello", level != NULL ? level : "1");
	(void)own_marks(l, h);
	linea_leggi(&x, h, 0);
	linea_fine(&x);
}

static void
paragraph(struct lettore *l, struct nodo *out, const struct nodo *p)
{
	struct linea x = { .l = l, .padre = out, .spezza = true };

	x.n = nodo_elem(l->a, out, "p");
	linea_leggi(&x, p, own_marks(l, p));
	linea_fine(&x);
}

/* ---- lists ---- */

struct elenco {
	const char *stile;
	int livello;
	const char *nome;		/* "voce", "punto", or "p" */
};

static void list(struct lettore *l, struct nodo *out, const struct nodo *n,
    const char *stile, int livello);

/* The paragraphs of an item are one line. */
static void
item_lines(struct lettore *l, struct nodo *out, const struct nodo *item,
    const struct elenco *e)
{
	struct linea x = { .l = l };
	const struct nodo *c;

	for (c = nodo_child(item, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (named(c, "text:p") || (x.n != NULL && named(c, "text:h"))) {
			if (utf8_blank(nodo_all_text(l->a, c)))
				continue;
			if (x.n != NULL) {
				scarta(l, CHE_CAPOVERSI);
				linea_stacca(&x);
			} else {
				x.n = nodo_elem(l->a, out, e->nome);
			}
			linea_leggi(&x, c, own_marks(l, c));
			continue;
		}
		if (x.n != NULL)
			linea_fine(&x);
		x = (struct linea){ .l = l };
		if (named(c, "text:list")) {
			scarta(l, CHE_ELENCHI);
			list(l, out, c, e->stile, e->livello + 1);
		} else if (named(c, "text:h")) {
			if (strcmp(e->nome, "punto") == 0)
				scarta(l, CHE_NUMERAZIONI);
			heading(l, out, c);
		} else if (!named(c, "text:number")) {
			struct nodo *alone = nodo_new(l->a, "resto");

			nodo_add(alone, nodo_copy(l->a, c));
			blocks(l, out, alone);
		}
	}
	if (x.n != NULL)
		linea_fine(&x);
}

/* Does it go on from another, or begin elsewhere than at 1? */
static bool
own_numbers(const struct nodo *out, const struct nodo *n)
{
	const char *go_on = nodo_attr(n, "text:continue-numbering");
	const struct nodo *c;

	if (out->ultimo != NULL && named(out->ultimo, "punto"))
		return true;
	if ((go_on != NULL && strcmp(go_on, "true") == 0) ||
	    nodo_attr(n, "text:continue-list") != NULL)
		return true;
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		if (nodo_attr(c, "text:start-value") != NULL)
			return true;
	return false;
}

static const char *
list_style(struct lettore *l, const struct nodo *n, const char *inherited)
{
	const char *name = nodo_attr(n, "text:style-name");
	const struct nodo *p;

	if (name != NULL || inherited != NULL)
		return name != NULL ? name : inherited;
	p = nodo_find(n, "text:list-item/text:p");
	return p == NULL ? NULL : stili_elenco(&l->stili,
	    nodo_attr(p, "text:style-name"));
}

static void
list(struct lettore *l, struct nodo *out, const struct nodo *n,
    const char *stile, int livello)
{
	struct elenco e = { list_style(l, n, stile), livello, "voce" };
	const struct elenco head = { e.stile, livello, "p" };
	const struct nodo *c;

	if (stili_numerato(&l->stili, e.stile, livello))
		e.nome = "punto";
	if (strcmp(e.nome, "punto") == 0 && (own_numbers(out, n) ||
	    stili_inizio(&l->stili, e.stile, livello) != 1))
		scarta(l, CHE_NUMERAZIONI);
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (named(c, "text:list-item"))
			item_lines(l, out, c, &e);
		else if (named(c, "text:list-header"))
			item_lines(l, out, c, &head);
	}
}

static void
numbered_paragraph(struct lettore *l, struct nodo *out, const struct nodo *n)
{
	const char *style = nodo_attr(n, "text:style-name");
	const char *level = nodo_attr(n, "text:level");
	struct elenco e = { style, level != NULL ? rientro_numero(level) : 1, "voce" };

	if (stili_numerato(&l->stili, style, e.livello))
		e.nome = "punto";
	item_lines(l, out, n, &e);
}

/* ---- tables ---- */

/* All the paragraphs of a cell are one line; what is not one is told. */
static void
cell_lines(struct linea *x, const struct nodo *n, int segni)
{
	const struct nodo *c;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (named(c, "text:p") || named(c, "text:h")) {
			if (utf8_blank(nodo_all_text(x->l->a, c)))
				continue;
			if (x->n->primo != NULL || x->b.len > 0) {
				scarta(x->l, CHE_CAPOVERSI);
				linea_stacca(x);
			}
			linea_leggi(x, c, segni | own_marks(x->l, c));
			continue;
		}
		if (named(c, "table:table"))
			scarta(x->l, CHE_TABELLE);
		else if (named(c, "text:list"))
			scarta(x->l, CHE_ELENCHI);
		cell_lines(x, c, segni);
	}
}

static int
repeated(const struct nodo *n, const char *attr, int most)
{
	const char *v = nodo_attr(n, attr);
	int many = v != NULL ? rientro_numero(v) : 1;

	return many < 1 ? 1 : many > most ? most : many;
}

static bool
spans(const struct nodo *cell)
{
	const char *c = nodo_attr(cell, "table:number-columns-spanned");
	const char *r = nodo_attr(cell, "table:number-rows-spanned");

	return (c != NULL && rientro_numero(c) > 1) || (r != NULL && rientro_numero(r) > 1);
}

/* Of a row that is too long the last cell takes the rest. */
static void
cell(struct lettore *l, struct nodo *row, const struct nodo *n, int *count,
    int segni)
{
	int i, many = repeated(n, "table:number-columns-repeated", CELLE_MAX);
	struct linea x = { .l = l };

	if (spans(n))
		scarta(l, CHE_CELLE_UNITE);
	for (i = 0; i < many; i++) {
		if (*count < CELLE_MAX) {
			++*count;
			x.n = nodo_elem(l->a, row, "cella");
		} else if (utf8_blank(nodo_all_text(l->a, n))) {
			return;
		} else {
			scarta(l, CHE_CELLE);
			x.n = row->ultimo;
			linea_stacca(&x);
		}
		cell_lines(&x, n, segni);
		linea_fine(&x);
		x = (struct linea){ .l = l };
	}
}

/* The row at the head of a table is the one in bold. */
static void
row(struct lettore *l, struct nodo *table, const struct nodo *n, bool head)
{
	int i, count, many = repeated(n, "table:number-rows-repeated",
	    utf8_blank(nodo_all_text(l->a, n)) ? 1 : RIGHE_MAX);
	const struct nodo *c;
	struct nodo *to;

	for (i = 0; i < many; i++) {
		to = nodo_elem(l->a, table, "riga");
		count = 0;
		for (c = nodo_child(n, NULL); c != NULL;
		    c = nodo_next(c, NULL))
			if (named(c, "table:table-cell") ||
			    named(c, "table:covered-table-cell"))
				cell(l, to, c, &count, head ? SEGNO_B : 0);
		if (count == 0)
			nodo_remove(to);
	}
}

static void
rows(struct lettore *l, struct nodo *table, const struct nodo *n, bool head)
{
	const struct nodo *c;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (named(c, "table:table-row"))
			row(l, table, c, head);
		else if (named(c, "table:table-header-rows"))
			rows(l, table, c, true);
		else if (named(c, "table:table-rows") ||
		    named(c, "table:table-row-group"))
			rows(l, table, c, head);
	}
}

/* ---- blocks ---- */

/* "relazione.fatti-accertati": the name of a field, and so of a section. */
static bool
is_field(const char *s)
{
	return *s >= 'a' && *s <= 'z' &&
	    s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-.")] == '\0';
}

static const char *
section_name(const struct nodo *n)
{
	const char *v = nodo_attr(n, "text:name");

	return v != NULL ? v : "";
}

static void
frame(struct lettore *l, struct nodo *out, const struct nodo *n)
{
	const struct nodo *box = nodo_child(n, "draw:text-box");

	scarta(l, box != NULL ? CHE_RIQUADRI :
	    nodo_child(n, "draw:image") != NULL ? CHE_IMMAGINI : CHE_OGGETTI);
	if (box != NULL)
		blocks(l, out, box);
}

static void
other(struct lettore *l, struct nodo *out, const struct nodo *n)
{
	size_t len = strlen(n->nome);

	if (strcmp(n->nome, "office:annotation") == 0) {
		scarta(l, CHE_COMMENTI);
	} else if (strcmp(n->nome, "text:change") == 0 ||
	    strcmp(n->nome, "text:change-start") == 0) {
		scarta(l, CHE_REVISIONI);
	} else if (strcmp(n->nome, "text:tracked-changes") != 0 &&
	    strcmp(n->nome, "office:forms") != 0) {
		if (strncmp(n->nome, "draw:", 5) == 0)
			scarta(l, CHE_OGGETTI);
		else if (len > 6 && strcmp(n->nome + len - 6, "-index") == 0)
			scarta(l, CHE_INDICI);
		blocks(l, out, n);
	}
}

static void
block(struct lettore *l, struct nodo *out, const struct nodo *c)
{
	if (named(c, "text:p"))
		paragraph(l, out, c);
	else if (named(c, "text:h"))
		heading(l, out, c);
	else if (named(c, "text:list"))
		list(l, out, c, NULL, 1);
	else if (named(c, "text:numbered-paragraph"))
		numbered_paragraph(l, out, c);
	else if (named(c, "table:table"))
		rows(l, nodo_elem(l->a, out, "tabella"), c, false);
	else if (named(c, "draw:frame"))
		frame(l, out, c);
	else if (named(c, "text:section") && is_field(section_name(c)))
		return;			/* one of its own */
	else
		other(l, out, c);
}

static void
blocks(struct lettore *l, struct nodo *out, const struct nodo *n)
{
	const struct nodo *c;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		block(l, out, c);
}

/* ---- sections ---- */

/* Without the digits that keep names apart, and what does not show. */
static const char *
clean_name(struct arena *a, const char *nome)
{
	char *s = utf8_strip(a, nome);
	size_t n = strlen(s);

	while (is_field(s) && n > 1 && strchr("0123456789", s[n - 1]) != NULL)
		n--;
	while (utf8_length(s) > NOME_MAX) {
		for (n = strlen(s); n > 0 && (s[--n] & 0xc0) == 0x80; )
			continue;
		s[n] = '\0';
	}
	return arena_strndup(a, s, n);
}

static void
tell(struct nodo *out, struct lettore *l, const char *nome)
{
	struct nodo *n;
	int i;

	for (i = 0; i < CHE_N; i++) {
		if (l->volte[i] == 0)
			continue;
		n = nodo_elem(l->a, out, "tralasciato");
		nodo_set(l->a, n, "sezione", nome);
		nodo_set(l->a, n, "che", che_nomi[i]);
		nodo_set(l->a, n, "volte", arena_printf(l->a, "%d",
		    l->volte[i]));
	}
}

/* The name of the field, put where it had no text yet: also when its writer
 * began behind it. */
static void
drop_placeholder(struct lettore *l, struct nodo *n)
{
	size_t len = strlen(l->segnaposto);
	struct nodo *c;
	const char *at;

	for (c = n->primo; c != NULL; c = c->succ) {
		if (c->nome != NULL)
			drop_placeholder(l, c);
		else if ((at = strstr(c->testo, l->segnaposto)) != NULL)
			c->testo = arena_printf(l->a, "%.*s%s",
			    (int)(at - c->testo), c->testo, at + len);
	}
}

static void
section(struct nodo *out, struct lettore *l, const struct nodo *n)
{
	const char *name = clean_name(l->a, section_name(n));
	const char *shown = nodo_attr(n, "text:display");
	struct nodo *raw = nodo_new(l->a, "sezione"), *prosa;

	memset(l->volte, 0, sizeof l->volte);
	l->segnaposto = arena_printf(l->a, "«%s»", name);
	if (shown != NULL && strcmp(shown, "true") != 0)
		scarta(l, CHE_NASCOSTI);
	blocks(l, raw, n);
	drop_placeholder(l, raw);
	prosa = prosa_normale(l->a, raw);
	nodo_set(l->a, prosa, "nome", name);
	nodo_add(out, prosa);
	tell(out, l, name);
}

/* Those within another that have no name of a field are a part of it. */
static void
sections(struct nodo *out, struct lettore *l, const struct nodo *n, bool in)
{
	const struct nodo *c;
	bool own;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		own = named(c, "text:section") &&
		    (!in || is_field(section_name(c)));
		if (own)
			section(out, l, c);
		sections(out, l, c, in || own);
	}
}

/* ---- the file ---- */

static void
user_data(struct nodo *out, struct arena *a, const struct nodo *meta)
{
	const struct nodo *m = nodo_child(meta, "office:meta"), *c;
	const char *name;
	struct nodo *n;

	for (c = m != NULL ? nodo_child(m, "meta:user-defined") : NULL;
	    c != NULL; c = nodo_next(c, "meta:user-defined")) {
		name = nodo_attr(c, "meta:name");
		if (name == NULL || strncmp(name, "cartella.", 9) != 0 ||
		    !is_field(name))
			continue;
		n = nodo_elem(a, out, "dato");
		nodo_set(a, n, "nome", name);
		nodo_text(a, n, utf8_strip(a, nodo_all_text(a, c)));
	}
}

static int
check_kind(const void *odt, size_t n)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF type = { 0 }, manifest = { 0 };
	char **names;
	int r;

	if ((r = zip_names(&names, a, odt, n)) != 0 ||
	    (r = zip_read(&type, odt, n, "mimetype", 256)) != 0 ||
	    strcmp(buf_str(&type), MIMETYPE) != 0)
		return r == ERR_FAULT ? r : err_set(ERR_INVALID, "non è un "
		    "documento di Writer (ODT): salvalo come testo "
		    "OpenDocument (.odt)");
	r = zip_read(&manifest, odt, n, "META-INF/manifest.xml", META_MAX);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	if (r == 0 && strstr(buf_str(&manifest), "encryption-data") != NULL)
		return err_set(ERR_INVALID, "il documento è protetto da una "
		    "password: salvalo senza");
	err_clear();
	return 0;
}

/* *out NULL: there is no such part. */
static int
part(struct nodo **out, struct arena *a, const void *odt, size_t n,
    const char *nome, size_t max)
{
	AUTO_BUF b = { 0 };
	int r = zip_read(&b, odt, n, nome, max);

	*out = NULL;
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r == 0)
		r = odf_parse(out, a, b.data != NULL ? b.data : "", b.len);
	return r != 0 ? err_prefix(r, "%s", nome) : 0;
}

int
rientro_leggi(struct nodo **out, struct arena *a, const void *odt, size_t n)
{
	struct nodo *content, *styles, *meta, *all, *text;
	struct lettore l = { .a = a };
	int r;

	if ((r = check_kind(odt, n)) != 0 ||
	    (r = part(&content, a, odt, n, "content.xml", PARTE_MAX)) != 0 ||
	    (r = part(&styles, a, odt, n, "styles.xml", PARTE_MAX)) != 0 ||
	    (r = part(&meta, a, odt, n, "meta.xml", META_MAX)) != 0)
		return r;
	text = content != NULL ? nodo_find(content,
	    "office:body/office:text") : NULL;
	if (text == NULL)
		return err_set(ERR_INVALID, "content.xml non è un testo "
		    "OpenDocument");
	stili_leggi(&l.stili, a, content, styles);
	all = nodo_new(a, "sezioni");
	if (meta != NULL)
		user_data(all, a, meta);
	sections(all, &l, text, false);
	*out = all;
	return 0;
}
