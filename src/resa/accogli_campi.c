/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accogli_campi.c - what was typed becomes real: {{campo}} is made a field of
 * Writer, whatever pieces the editor has cut it into.
 *
 * Each paragraph is laid flat: its characters in a row, each with the text it
 * comes from; bookmarks and ends of pages do not count, invisible characters
 * neither, blanks of any kind are blanks.  The field takes the place, and so
 * the form, of the first brace.  Refuses braces without their others.
 */
#include <string.h>

#include "resa/accogli.h"

#define NOME_MAX 120		/* bytes within braces */
#define MURO '\1'		/* something that is neither text nor nothing */

/* Byte `off` of piece `pezzo`: a text, or an element that counts as one. */
struct punto {
	uint32_t pezzo, off;
};

struct piano {
	struct buf testo;	/* the characters that count */
	struct buf punti;	/* struct punto: whence each byte comes */
	struct buf pezzi;	/* struct nodo * */
};

/* Bytes [da, a) of the flat text. */
struct segno {
	size_t da, a;
	const char *parole;	/* what is within, lower case */
};

struct lavoro_campi {
	struct accogli *ac;
	struct marca *marche;
	int n, cap;
	int altri;		/* fields written in another way */
};

static void
piano_free(struct piano *f)
{
	buf_free(&f->testo);
	buf_free(&f->punti);
	buf_free(&f->pezzi);
}

#define AUTO_PIANO __attribute__((cleanup(piano_free))) struct piano

static const struct punto *
punto_at(const struct piano *f, size_t i)
{
	return (const struct punto *)(const void *)f->punti.data + i;
}

static struct nodo *
pezzo_at(const struct piano *f, size_t i)
{
	return ((struct nodo **)(void *)f->pezzi.data)[i];
}

static size_t
pezzi_count(const struct piano *f)
{
	return f->pezzi.len / sizeof(struct nodo *);
}

/* ---- laying flat ---- */

/*
 * The bytes of the character at s, and what it counts as: 0 nothing, ' ' or
 * '-', MURO + 1 itself.
 */
static int
counts_as(size_t *n, const unsigned char *s)
{
	*n = s[0] < 0x80 ? 1 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	if (*n == 1)
		return s[0] <= ' ' ? ' ' : MURO + 1;
	if (s[0] == 0xc2)
		return s[1] == 0xa0 ? ' ' : s[1] == 0xad ? 0 : MURO + 1;
	if (s[0] == 0xe2 && s[1] == 0x80) {
		if (s[2] <= 0x8a || s[2] == 0xaf)
			return ' ';		/* U+2000-200A, 202F */
		if (s[2] <= 0x8f)
			return 0;		/* U+200B-200F */
		return s[2] <= 0x91 ? '-' : MURO + 1;
	}
	if (s[0] == 0xe2 && s[1] == 0x81)
		return s[2] == 0x9f ? ' ' : s[2] >= 0xa0 && s[2] <= 0xa4 ? 0 :
		    MURO + 1;
	if (s[0] == 0xef && s[1] == 0xbb && s[2] == 0xbf)
		return 0;
	return MURO + 1;
}

static void
lay_byte(struct piano *f, char c, size_t off)
{
	const struct punto p = { (uint32_t)pezzi_count(f) - 1, (uint32_t)off };

	buf_putc(&f->testo, c);
	buf_append(&f->punti, &p, sizeof p);
}

static void
lay_text(struct piano *f, struct nodo *t)
{
	const unsigned char *s = (const unsigned char *)t->testo;
	size_t i, k, n;
	int c;

	buf_append(&f->pezzi, &t, sizeof(struct nodo *));
	for (i = 0; s[i] != '\0'; i += n) {
		c = counts_as(&n, s + i);
		if (c == MURO + 1)
			for (k = 0; k < n; k++)
				lay_byte(f, (char)s[i + k], i + k);
		else if (c != 0)
			lay_byte(f, (char)c, i);
	}
}

static void
lay_mark(struct piano *f, struct nodo *n, char c)
{
	buf_append(&f->pezzi, &n, sizeof(struct nodo *));
	lay_byte(f, c, 0);
}

static bool
one_of(const struct nodo *n, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(n->nome, *list) == 0)
			return true;
	return false;
}

/* Elements whose text is that of the paragraph. */
static bool
through(const struct nodo *n)
{
	static const char *const list[] = { "text:span", "text:ruby",
	    "text:ruby-base", NULL };

	return one_of(n, list);
}

static void
lay(struct piano *f, struct nodo *p)
{
	static const char *const blank[] = { "text:s", "text:tab",
	    "text:line-break", NULL };
	static const char *const nothing[] = { "text:soft-page-break",
	    "text:bookmark", "text:bookmark-start", "text:bookmark-end",
	    "text:reference-mark", "text:reference-mark-start",
	    "text:reference-mark-end", "text:toc-mark", "text:toc-mark-start",
	    "text:toc-mark-end", "text:user-index-mark",
	    "text:user-index-mark-start", "text:user-index-mark-end",
	    "text:alphabetical-index-mark", "text:alphabetical-index-mark-start",
	    "text:alphabetical-index-mark-end", NULL };
	struct nodo *c;

	for (c = p->primo; c != NULL; c = c->succ) {
		if (c->nome == NULL)
			lay_text(f, c);
		else if (through(c))
			lay(f, c);
		else if (one_of(c, blank))
			lay_mark(f, c, ' ');
		else if (!one_of(c, nothing))
			lay_mark(f, c, MURO);
	}
}

/* ---- finding ---- */

static bool
at(const struct piano *f, size_t i, const char *s)
{
	size_t n = strlen(s);

	return i + n <= f->testo.len && memcmp(f->testo.data + i, s, n) == 0;
}

/* Where `close` begins, when nothing but a name is before it; 0: nowhere. */
static size_t
closed_at(const struct piano *f, size_t i, const char *close)
{
	size_t k;

	for (k = i; k < f->testo.len && k - i < NOME_MAX; k++) {
		if (at(f, k, close))
			return k;
		if (strchr("{}\1", f->testo.data[k]) != NULL)
			break;
	}
	return 0;
}

/* Blanks at the ends go, those in the middle are one. */
static const char *
words(struct arena *a, const struct piano *f, size_t da, size_t end)
{
	char *s = arena_strndup(a, f->testo.data + da, end - da), *w = s;
	const char *r;

	for (r = s; *r != '\0'; r++)
		if (*r != ' ' || (w > s && w[-1] != ' '))
			*w++ = *r;
	*w = '\0';
	return accogli_low(a, s);
}

static void
stray(struct accogli *ac, const struct nodo *p, const char *braces)
{
	accogli_error(ac, p, "graffe", "c'è «%s» senza la sua altra metà: un "
	    "campo si scrive {{nome}}, senza altro in mezzo", braces);
}

/* All there are in the paragraph; `out` holds struct segno. */
static void
find(struct buf *out, struct accogli *ac, const struct nodo *p,
    const struct piano *f)
{
	struct segno s;
	size_t i = 0, end, close;

	while (i < f->testo.len) {
		close = at(f, i, "{{") ? 2 : at(f, i, "${") ? 1 : 0;
		if (close == 0) {
			if (at(f, i, "}}")) {
				stray(ac, p, "}}");
				i++;
			}
			i++;
			continue;
		}
		end = closed_at(f, i + 2, close == 2 ? "}}" : "}");
		if (end == 0) {
			stray(ac, p, close == 2 ? "{{" : "${");
			i += 2;
			continue;
		}
		s = (struct segno){ i, end + close, words(ac->a, f, i + 2, end) };
		buf_append(out, &s, sizeof s);
		i = s.a;
	}
}

/* ---- mending ---- */

static struct nodo *
new_field(struct arena *a, const char *nome)
{
	struct nodo *n = nodo_new(a, "text:user-field-get");

	nodo_set(a, n, "text:name", nome);
	nodo_text(a, n, nome);
	return n;
}

/* A span that held nothing but what was taken away goes too. */
static void
drop_empty(struct nodo *n)
{
	struct nodo *up;

	while (accogli_is(n, "text:span") && n->primo == NULL) {
		up = n->padre;
		nodo_remove(n);
		n = up;
	}
}

static void
put_piece(struct arena *a, struct nodo *before, size_t da, size_t end)
{
	if (end > da)
		nodo_add_before(before, accogli_text(a, before->testo + da,
		    end - da));
}

/*
 * Piece k anew: its text without what the signs from *s on take of it, with
 * the fields of those that begin in it.  *s moves behind those that end.
 */
static void
cut_piece(struct arena *a, const struct piano *f, uint32_t k,
    const struct segno **s, const struct segno *end)
{
	struct nodo *t = pezzo_at(f, k), *up = t->padre;
	size_t done = 0, len = t->nome == NULL ? strlen(t->testo) : 1;
	const struct punto *da, *a1;

	for (; *s < end; ++*s) {
		da = punto_at(f, (*s)->da);
		a1 = punto_at(f, (*s)->a - 1);
		if (da->pezzo > k)
			break;
		if (da->pezzo == k) {
			put_piece(a, t, done, da->off);
			nodo_add_before(t, new_field(a, (*s)->parole));
		}
		done = a1->pezzo > k ? len : a1->off + 1u;
		if (a1->pezzo > k)
			break;
	}
	if (done == 0)
		return;			/* nothing of it is taken */
	if (t->nome == NULL)
		put_piece(a, t, done, len);
	nodo_remove(t);
	drop_empty(up);
}

static void
mend(struct arena *a, const struct piano *f, const struct segno *s, size_t n)
{
	const struct segno *end = s + n;
	size_t k, pezzi = pezzi_count(f);

	for (k = 0; k < pezzi && s < end; k++)
		cut_piece(a, f, (uint32_t)k, &s, end);
}

/* ---- paragraph by paragraph ---- */

static bool
alone(const struct piano *f, const struct segno *s)
{
	size_t i;

	for (i = 0; i < f->testo.len; i++)
		if ((i < s->da || i >= s->a) && f->testo.data[i] != ' ')
			return false;
	return true;
}

/* May there be anything to find? */
static bool
braces(const struct nodo *p)
{
	const struct nodo *c;

	for (c = p->primo; c != NULL; c = c->succ)
		if (c->nome == NULL ? strpbrk(c->testo, "{}[<\xc2") != NULL :
		    through(c) && braces(c))
			return true;
	return false;
}

/* What other programs, and people, put around a name. */
static const struct {
	const char *apre, *chiude;
} altri_segni[] = { { "{", "}" }, { "[", "]" }, { "«", "»" }, { "<", ">" } };

/* The name of a field that stands at s between such signs; NULL: none. */
static const char *
other_field(const struct accogli *ac, const char *s)
{
	const char *name, *end;
	size_t i, n;

	for (i = 0; i < NELEM(altri_segni); i++) {
		n = strlen(altri_segni[i].apre);
		if (strncmp(s, altri_segni[i].apre, n) != 0)
			continue;
		name = s + n;
		n = strcspn(name, "{}[]<>\1\xc2");
		if (n == 0 || n > NOME_MAX || strncmp(name + n,
		    altri_segni[i].chiude, strlen(altri_segni[i].chiude)) != 0)
			return NULL;
		end = accogli_low(ac->a, arena_strndup(ac->a, name, n));
		return dizionario_trova(ac->dizionario, ac->a, end) != NULL ?
		    end : NULL;
	}
	return NULL;
}

/*
 * {campo} with one brace, [campo] go out as they are written: whoever meant a
 * field is told of the first.
 */
static void
look_for_others(struct lavoro_campi *l, const struct nodo *p, struct piano *f)
{
	const char *start = buf_str(&f->testo), *s, *name;

	for (s = start; (s = strpbrk(s, "{[<\xc2")) != NULL; s++) {
		if (*s == '{' && (s[1] == '{' || (s > start &&
		    strchr("{$", s[-1]) != NULL)))
			continue;
		if ((name = other_field(l->ac, s)) == NULL || l->altri++ > 0)
			continue;
		accogli_warn(l->ac, "forse-campo", "%s: «%s» resta scritto "
		    "così; un campo si scrive {{%s}}", accogli_place(l->ac, p),
		    name, name);
	}
}

/* Those that open or close something stand alone in their paragraph. */
static bool
take_mark(struct lavoro_campi *l, struct nodo *p, const struct piano *f,
    const struct segno *s)
{
	struct marca m = { .p = p };

	if (!accogli_mark(&m, l->ac->a, s->parole))
		return false;
	if (!alone(f, s)) {
		accogli_error(l->ac, p, "non-solo", "{{%s}} sta da solo in un "
		    "paragrafo, prima o dopo quelli di cui parla", s->parole);
		return true;
	}
	l->marche = arena_more(l->ac->a, l->marche, l->n, &l->cap, sizeof m);
	l->marche[l->n++] = m;
	return true;
}

static void
heal(struct lavoro_campi *l, struct nodo *p)
{
	AUTO_PIANO f = { 0 };
	AUTO_BUF found = { 0 };
	const struct segno *s;
	size_t i, n;
	bool marks = false;

	if (!braces(p))
		return;
	lay(&f, p);
	find(&found, l->ac, p, &f);
	s = (const struct segno *)(const void *)found.data;
	n = found.len / sizeof *s;
	for (i = 0; i < n; i++) {
		if (s[i].parole[0] == '\0')
			accogli_error(l->ac, p, "graffe", "tra {{ e }} manca "
			    "il nome del campo");
		if (take_mark(l, p, &f, &s[i]))
			marks = true;
	}
	look_for_others(l, p, &f);
	if (marks)
		return;
	for (i = 0; i < n; i++)
		nomi_add(&l->ac->scritti, l->ac->a, s[i].parole);
	if (n > 0)
		mend(l->ac->a, &f, s, n);
}

/* A field of Writer that is not ours by kind, but by its name. */
static bool
kindred(const struct nodo *n)
{
	static const char *const kinds[] = { "text:placeholder",
	    "text:variable-get", "text:variable-input",
	    "text:user-field-input", NULL };

	return n->nome != NULL && one_of(n, kinds);
}

static void
make_real(struct accogli *ac, struct nodo *n)
{
	const char *nome = nodo_attr(n, "text:name"), *near;
	char *low;
	size_t len;

	if (accogli_is(n, "text:placeholder"))
		nome = nodo_all_text(ac->a, n);
	low = accogli_low(ac->a, nome != NULL ? nome : "");
	len = strlen(low);
	if (len > 1 && low[0] == '<' && low[len - 1] == '>')
		low = accogli_low(ac->a, arena_strndup(ac->a, low + 1,
		    len - 2));
	if (dizionario_trova(ac->dizionario, ac->a, low) != NULL)
		nodo_add_before(n, new_field(ac->a, low));
	else {
		near = dizionario_vicino(ac->dizionario, ac->a, low);
		accogli_error(ac, n, "variabile", "c'è un segnaposto o una "
		    "variabile di Writer, «%.60s», che non è un campo di "
		    "questo modello%s%s%s", low, near != NULL ? ": forse «" :
		    "", near != NULL ? near : "", near != NULL ? "»" : "");
	}
	nodo_remove(n);
}

static void
visit(struct lavoro_campi *l, struct nodo *n)
{
	struct nodo *c, *next;

	for (c = n->primo; c != NULL; c = next) {
		next = c->succ;
		if (kindred(c))
			make_real(l->ac, c);
		else if (c->nome != NULL)
			visit(l, c);
	}
	if (accogli_paragraph(n))
		heal(l, n);
}

/* Braces where no field can be: titles of pictures, names of lists. */
static void
check_rest(struct accogli *ac, const struct nodo *n)
{
	const struct nodo *c;

	for (c = n->primo; c != NULL; c = c->succ) {
		if (c->nome != NULL)
			check_rest(ac, c);
		else if (strstr(c->testo, "{{") != NULL ||
		    strstr(c->testo, "}}") != NULL)
			accogli_error(ac, n, "graffe", "qui un campo non può "
			    "stare (la descrizione di un'immagine, …)");
	}
}

void
accogli_fields(struct accogli *ac)
{
	struct lavoro_campi l = { .ac = ac };
	const int before = ac->errori;

	visit(&l, ac->contenuto);
	visit(&l, ac->stili);
	accogli_blocks(ac, l.marche, l.n);
	/* what was wrong in a paragraph has been said and still stands there */
	if (ac->errori > before)
		return;
	check_rest(ac, ac->contenuto);
	check_rest(ac, ac->stili);
}
