/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * riempi.c - a model and its data into a letter.
 *
 * The sheet inside the model does it (compila.c); here blanks become what
 * OpenDocument has for them, since it takes several for one.  A model is
 * unpacked once a process.  Refuses a value that is not UTF-8, and a letter
 * in which something is missing; copies nothing of the model but pictures
 * and fonts.  Keeps: the same bytes for the same model and data.
 */
#include "resa/modello.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/auto.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "resa/interno.h"
#include "xml/campi.h"
#include "xml/xml.h"
#include "zip/zip.h"

#define CACHE_MAX 64		/* models unpacked */

/* ---- models, unpacked once ---- */

struct pronto {
	char impronta[IMPRONTA_LEN + 1];	/* of the model */
	char foglio_impronta[IMPRONTA_LEN + 1];
	struct buf foglio;
	struct buf manifest;
	struct buf stili;	/* but heads and feet; empty: more varies */
	struct arena *a;		/* owns what follows */
	struct zip_part *parte;		/* what is copied */
	int n_parti;
	unsigned long usato;		/* the last time */
};

static struct pronto *pronti[CACHE_MAX];
static unsigned long ora;		/* counts uses */

static void
pronto_free(struct pronto *p)
{
	if (p == NULL)
		return;
	buf_free(&p->foglio);
	buf_free(&p->manifest);
	buf_free(&p->stili);
	arena_free(p->a);
	free(p);
}
AUTO_DEFINE(pronto, pronto_free)

static bool
copied(const char *nome)
{
	return nome[strlen(nome) - 1] != '/' &&
	    (strncmp(nome, "Pictures/", 9) == 0 ||
	    strncmp(nome, "Fonts/", 6) == 0);
}

static int
by_name(const void *x, const void *y)
{
	const struct zip_part *p = x, *q = y;

	return strcmp(p->nome, q->nome);
}

static int
copied_parts(struct pronto *p, const void *modello, size_t n)
{
	size_t total = 0;
	char **nome;
	int r, cap = 0;

	if ((r = zip_names(&nome, p->a, modello, n)) != 0)
		return r;
	for (; *nome != NULL; nome++) {
		AUTO_BUF b = { 0 };

		if (!copied(*nome))
			continue;
		if (p->n_parti == PARTI_MAX)
			return err_set(ERR_INVALID, "il modello ha più di %d "
			    "immagini e caratteri", PARTI_MAX);
		if ((r = zip_read(&b, modello, n, *nome,
		    4 * MODELLO_MAX - total)) != 0)
			return r;
		total += b.len;
		p->parte = arena_more(p->a, p->parte, p->n_parti, &cap,
		    sizeof *p->parte);
		p->parte[p->n_parti++] = (struct zip_part){ .nome = *nome,
		    .p = arena_memdup(p->a, buf_str(&b), b.len), .n = b.len,
		    .stored = strncmp(*nome, "Pictures/", 9) == 0 };
	}
	if (p->n_parti > 1)
		qsort(p->parte, (size_t)p->n_parti, sizeof *p->parte, by_name);
	return 0;
}

static int
foglio_read(struct buf *out, const void *modello, size_t n)
{
	int r = zip_read(out, modello, n, MODELLO_FOGLIO, 4 * MODELLO_MAX);

	return r == ERR_ABSENT ? err_set(ERR_INVALID, "non è un modello "
	    "accolto: gli manca il foglio") : r;
}

/* One part of the letter, as the sheet prints it. */
static int
print(struct buf *out, const struct pronto *p, const char *parte,
    const struct nodo *dati, int modo)
{
	const char *const params[] = { "parte", parte, "bozza",
	    modo & RIEMPI_BOZZA ? "si" : "no", NULL };

	return xml_transform_made(out, p->foglio_impronta, p->foglio.data,
	    p->foglio.len, dati, params);
}

/* What the sheet says of itself (xslt/modello.xsl). */
static int
scheda_of(const struct nodo **out, struct arena *a, const struct buf *foglio)
{
	struct nodo *sheet, *n;
	int r;

	if ((r = xml_parse(&sheet, a, foglio->data, foglio->len, 0)) != 0)
		return r;
	if ((n = nodo_child(sheet, "scheda")) == NULL)
		return err_set(ERR_INVALID, "il foglio del modello non dice "
		    "che campi usa");
	*out = n;
	return 0;
}

/* The styles but the pages, where all that varies stands. */
static int
fixed_styles(struct pronto *p)
{
	AUTO(arena) a = arena_new();
	const struct nodo *scheda = NULL;
	int r;

	if ((r = scheda_of(&scheda, a, &p->foglio)) != 0 ||
	    nodo_attr(scheda, "stili") != NULL)
		return r;
	return print(&p->stili, p, "stili-fissi", nodo_new(a, "modello"), 0);
}

static int
unpack(struct pronto **out, const char *impronta, const void *modello,
    size_t n)
{
	AUTO(pronto) p = calloc(1, sizeof *p);
	int r;

	if (p == NULL)
		abort();
	p->a = arena_new();
	memcpy(p->impronta, impronta, sizeof p->impronta);
	if ((r = foglio_read(&p->foglio, modello, n)) != 0 ||
	    (r = copied_parts(p, modello, n)) != 0)
		return r;
	hash_hex(p->foglio_impronta, p->foglio.data, p->foglio.len);
	if ((r = fixed_styles(p)) != 0)
		return r;
	odt_manifest(&p->manifest, p->a, p->parte, p->n_parti);
	*out = MOVE(p);
	return 0;
}

/* The model unpacked; the one not used for longest gives way. */
static int
model_ready(const struct pronto **out, const void *modello, size_t n)
{
	char impronta[IMPRONTA_LEN + 1];
	struct pronto **place = &pronti[0];
	struct pronto *new;
	int r, i;

	hash_hex(impronta, modello, n);
	for (i = 0; i < CACHE_MAX; i++) {
		if (pronti[i] != NULL &&
		    strcmp(pronti[i]->impronta, impronta) == 0) {
			pronti[i]->usato = ++ora;
			*out = pronti[i];
			return 0;
		}
		if (*place != NULL && (pronti[i] == NULL ||
		    pronti[i]->usato < (*place)->usato))
			place = &pronti[i];
	}
	if ((r = unpack(&new, impronta, modello, n)) != 0)
		return r;
	new->usato = ++ora;
	pronto_free(*place);
	*place = new;
	*out = new;
	return 0;
}

/* ---- data as the sheet takes them ---- */

/*
 * The elements and the attribute put in have names in capitals, that no
 * document of ours has: A-CAPO, TAB, SPAZI (n), QUANTI.  Sheets made today are
 * run for years: these names stay.
 */

/* The text of one block as it is gone through: b and i are no blocks. */
struct blocco {
	struct arena *a;
	bool dopo_vuoto;	/* a blank here would be taken for none */
	bool prosa;		/* ends of lines and tabs are blanks */
	const struct nodo *padre;	/* last asked of, and what it was */
	bool padre_prosa;
};

static void
put_run(struct nodo *to, struct blocco *b, const char *s, size_t n)
{
	if (n > 0)
		nodo_text(b->a, to, arena_strndup(b->a, s, n));
}

static void
put_spaces(struct nodo *to, struct blocco *b, size_t n)
{
	if (n > 0 && !b->dopo_vuoto) {
		nodo_text(b->a, to, " ");
		n--;
	}
	if (n > 0)
		nodo_set(b->a, nodo_elem(b->a, to, "SPAZI"), "n",
		    arena_printf(b->a, "%zu", n));
	b->dopo_vuoto = true;
}

/* A character that XML has not, at s: its bytes. */
static size_t
illegal(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] < 0x20 && u[0] != '\t' && u[0] != '\n')
		return 1;
	return u[0] == 0xef && u[1] == 0xbf && u[2] >= 0xbe ? 3 : 0;
}

/* Blanks to put for the n bytes of white space at s. */
static size_t
wide(const struct blocco *b, const char *s, size_t n)
{
	if (memchr(s, '\n', n) == NULL)
		return n;
	return b->dopo_vuoto ? 0 : 1;
}

static void
put_text(struct nodo *to, struct blocco *b, const char *s)
{
	const char *run = s;
	size_t n;

	while (*s != '\0') {
		n = strspn(s, b->prosa ? " \t\n" : " ");
		if (n == 1 && *s == ' ' && !b->dopo_vuoto && s[1] != '\n') {
			s++;
			b->dopo_vuoto = true;
			continue;
		}
		if (n == 0 && *s != '\n' && *s != '\t' && illegal(s) == 0) {
			b->dopo_vuoto = false;
			s++;
			continue;
		}
		put_run(to, b, run, (size_t)(s - run));
		if (n > 0) {
			put_spaces(to, b, wide(b, s, n));
		} else if (*s == '\n' || *s == '\t') {
			nodo_elem(b->a, to, *s == '\n' ? "A-CAPO" : "TAB");
			b->dopo_vuoto = true;
			n = 1;
		} else {
			n = illegal(s);
			if (*s != '\r')
				nodo_text(b->a, to, "\xef\xbf\xbd");
		}
		run = s += n;
	}
	put_run(to, b, run, (size_t)(s - run));
}

static bool
inline_name(const char *nome)
{
	return strcmp(nome, "b") == 0 || strcmp(nome, "i") == 0;
}

/* Blank text between elements is how a document is written, not what it
 * says; in a paragraph it is what it says. */
static bool
layout_only(const struct nodo *t)
{
	static const char *const verbatim[] = { "p", "voce", "punto", "titolo",
	    "cella", "b", "i" };
	size_t i;

	if (t->testo[strspn(t->testo, " \t\r\n")] != '\0' ||
	    (t->prec == NULL && t->succ == NULL))
		return false;
	for (i = 0; i < NELEM(verbatim); i++)
		if (strcmp(t->padre->nome, verbatim[i]) == 0)
			return false;
	return true;
}

/* Items that follow each other are one list: the first says how many. */
static void
mark_run(struct nodo *to, struct blocco *b, const struct nodo *n)
{
	const struct nodo *x;
	size_t count = 1;

	if (strcmp(n->nome, "voce") != 0 && strcmp(n->nome, "punto") != 0)
		return;
	for (x = n->prec; x != NULL && x->nome == NULL; x = x->prec)
		;
	if (x != NULL && strcmp(x->nome, n->nome) == 0)
		return;
	for (x = nodo_next(n, NULL); x != NULL && strcmp(x->nome, n->nome) == 0;
	    x = nodo_next(x, NULL))
		count++;
	nodo_set(b->a, to, "QUANTI", arena_printf(b->a, "%zu", count));
}

/* A line of prose?  Of a titolo or a punto its siblings say it, once for all
 * of them. */
static bool
prose_line(struct blocco *b, const struct nodo *n)
{
	if (strcmp(n->nome, "cella") == 0)
		return true;
	if (n->padre == NULL || (strcmp(n->nome, "titolo") != 0 &&
	    strcmp(n->nome, "punto") != 0))
		return prosa_blocco(n);
	if (b->padre != n->padre) {
		b->padre = n->padre;
		b->padre_prosa = prosa_sotto(n->padre);
	}
	return b->padre_prosa;
}

static int
copy_data(struct nodo *to, struct blocco *b, const struct nodo *n)
{
	const struct attr *at;
	const struct nodo *x;
	bool block = !inline_name(n->nome), outer = b->prosa;
	int r;

	for (at = n->attr; at != NULL; at = at->succ) {
		if (!utf8_valid(at->valore, strlen(at->valore)))
			return err_set(ERR_INVALID, "un dato non è testo "
			    "UTF-8");
		nodo_set(b->a, to, at->nome, at->valore);
	}
	mark_run(to, b, n);
	if (block) {
		b->dopo_vuoto = true;
		b->prosa = prose_line(b, n);
	}
	for (x = n->primo; x != NULL; x = x->succ) {
		if (x->nome != NULL) {
			if ((r = copy_data(nodo_elem(b->a, to, x->nome), b,
			    x)) != 0)
				return r;
			continue;
		}
		if (!utf8_valid(x->testo, strlen(x->testo)))
			return err_set(ERR_INVALID, "un dato non è testo "
			    "UTF-8");
		if (!layout_only(x))
			put_text(to, b, x->testo);
	}
	b->dopo_vuoto |= block;
	b->prosa = outer;
	return 0;
}

static int
data_of(struct nodo **out, struct arena *a, const struct nodo *dati)
{
	struct blocco b = { .a = a, .dopo_vuoto = true };
	struct nodo *to = nodo_new(a, dati->nome);
	int r;

	if ((r = copy_data(to, &b, dati)) == 0)
		*out = to;
	return r;
}

/* ---- what is missing ---- */

#define MANCA "<!--manca:"

static void
gather_missing(struct nodo **manca, struct arena *a, const char *s)
{
	const char *end;
	struct nodo *n;
	char *nome, *c;

	for (; (s = strstr(s, MANCA)) != NULL; s = end) {
		s += strlen(MANCA);
		if ((end = strstr(s, "-->")) == NULL)
			return;
		nome = arena_strndup(a, s, (size_t)(end - s));
		for (c = nome; (c = strchr(c, '_')) != NULL; c++)
			*c = '-';	/* a comment has no "--" */
		if (*manca == NULL)
			*manca = nodo_new(a, "manca");
		for (n = nodo_child(*manca, NULL); n != NULL;
		    n = nodo_next(n, NULL))
			if (strcmp(nodo_attr(n, "nome"), nome) == 0)
				break;
		if (n == NULL)
			nodo_set(a, nodo_elem(a, *manca, "campo"), "nome",
			    nome);
	}
}

/* ---- the letter ---- */

/* styles.xml; only its pages are printed anew when no more varies. */
static int
print_styles(struct buf *out, const struct pronto *p, const struct nodo *dati,
    int modo)
{
	static const char mark[] = "<!--maestre-->";
	AUTO_BUF pages = { 0 };
	const char *at, *body;
	int r;

	/* a draft has a style more */
	if (p->stili.len == 0 || modo & RIEMPI_BOZZA ||
	    (at = strstr(p->stili.data, mark)) == NULL)
		return print(out, p, "stili", dati, modo);
	if ((r = print(&pages, p, "maestre", dati, modo)) != 0)
		return r;
	buf_append(out, p->stili.data, (size_t)(at - p->stili.data));
	body = strstr(buf_str(&pages), "?>\n");	/* its declaration */
	buf_puts(out, body != NULL ? body + 3 : buf_str(&pages));
	buf_puts(out, at + strlen(mark));
	return 0;
}

int
modello_riempi(struct buf *out, struct nodo **manca, struct arena *a,
    const void *modello, size_t n, const struct nodo *dati,
    const char *titolo, int modo)
{
	AUTO(arena) own = arena_new();
	AUTO_BUF contenuto = { 0 }, stili = { 0 }, meta = { 0 };
	const char *const params[] = { "titolo", titolo, NULL };
	const struct pronto *p;
	struct nodo *d, *none = NULL;
	int r;

	/* PDF/A needs a title, and so does a reader's list of windows */
	if (titolo == NULL || !utf8_valid(titolo, strlen(titolo)) ||
	    utf8_blank(titolo))
		return err_set(ERR_INVALID, "il documento non ha un titolo");
	if ((r = model_ready(&p, modello, n)) != 0 ||
	    (r = data_of(&d, own, dati)) != 0 ||
	    (r = print(&contenuto, p, "contenuto", d, modo)) != 0 ||
	    (r = print_styles(&stili, p, d, modo)) != 0 ||
	    (r = xml_transform(&meta, "odt-meta", d, params)) != 0)
		return r;
	gather_missing(&none, a, buf_str(&contenuto));
	gather_missing(&none, a, buf_str(&stili));
	if (none == NULL && (r = odt_pack(out, &(struct odt_parti){
	    &contenuto, &stili, &meta, &p->manifest,
	    p->parte, p->n_parti })) != 0)
		return r;
	*manca = none;
	return 0;
}

/* ---- what a model uses ---- */

int
modello_scheda(struct nodo **out, struct arena *a, const void *modello,
    size_t n)
{
	AUTO_BUF foglio = { 0 }, meta = { 0 };
	const struct nodo *c = NULL;
	struct nodo *m, *to;
	int r;

	if ((r = foglio_read(&foglio, modello, n)) != 0 ||
	    (r = scheda_of(&c, a, &foglio)) != 0 ||
	    (r = zip_read(&meta, modello, n, "meta.xml", MODELLO_MAX)) != 0 ||
	    (r = xml_parse(&m, a, meta.data, meta.len, XML_ALTRUI)) != 0)
		return r;
	to = nodo_new(a, "modello");
	nodo_set(a, to, "titolo", nodo_value(a, m, "meta/title"));
	for (c = nodo_child(c, NULL); c != NULL; c = nodo_next(c, NULL))
		nodo_set(a, nodo_elem(a, to, c->nome), "nome",
		    nodo_attr(c, "nome"));
	*out = to;
	return 0;
}
