/* SPDX-License-Identifier: EUPL-1.2 */
#include "web/redazione.h"

#include <string.h>

#include "base/hash.h"
#include "web/modulo.h"
#include "web/redazione_gruppi.h"
#include "web/suggeriti.h"

const struct scritto scritti[] = {
	{ "relazione", "relazione", "redigi", "relazione" },
	{ "progetto", "progetto", "progetto", "progetto" },
	{ "verbale", "verbale", "verbale", "verbale" },
	{ "determinazione", "determinazione", "prepara-determina",
	    "determinazione" },
	{ "lettera", NULL, "comunica", NULL },
	{ NULL, NULL, NULL, NULL },
};

struct foglio {
	struct arena *a;
	struct nodo *albero;
	struct modulo_dati dati;
	struct coppia *campi;
	int n;
	bool bozza;		/* of a draft: what it said at first is not known */
};

/* ---- what the page has read ---- */

static const char *
parameter(const struct foglio *f, const char *nome)
{
	const struct nodo *p;

	for (p = nodo_child(f->albero, "parametro"); p != NULL;
	    p = nodo_next(p, "parametro"))
		if (strcmp(nodo_attr(p, "nome"), nome) == 0)
			return nodo_all_text(f->a, p);
	return NULL;
}

/* The reading that answered with such a vista, in *vista. */
static const struct nodo *
answered(const struct foglio *f, const char *nome, const struct nodo **vista)
{
	const struct nodo *p;

	for (p = nodo_child(f->albero, "parte"); p; p = nodo_next(p, "parte"))
		if ((*vista = nodo_child(p, nome)) != NULL)
			return p;
	return NULL;
}

static const struct nodo *
row_of_menu(const struct foglio *f, const char *atto)
{
	const struct nodo *s = nodo_child(f->albero, "sessione"), *p;

	for (p = s != NULL ? nodo_child(s, "puo") : NULL; p != NULL;
	    p = nodo_next(p, "puo"))
		if (strcmp(nodo_attr(p, "atto"), atto) == 0)
			return p;
	return NULL;
}

/* ---- what the form says ---- */

static void
add(struct foglio *f, const char *nome, const char *valore)
{
	struct coppia *more;

	if (valore == NULL)
		return;
	more = arena_alloc(f->a, ((size_t)f->n + 1) * sizeof *more);
	if (f->n > 0)
		memcpy(more, f->campi, (size_t)f->n * sizeof *more);
	more[f->n++] = (struct coppia){ nome, valore };
	f->campi = more;
}

/* What it was made on, so that nobody's words are written over. */
static void
add_base(struct foglio *f, const struct nodo *in)
{
	const struct nodo *b = nodo_child(in, "base"), *t;

	for (t = b != NULL ? nodo_child(b, "testa") : NULL; t != NULL;
	    t = nodo_next(t, "testa"))
		add(f, "_base", arena_printf(f->a, "%s@%s",
		    nodo_attr(t, "cartella"), nodo_attr(t, "commit")));
}

static int
of_draft(struct foglio *f, const struct nodo *bozza)
{
	const struct nodo *in = nodo_child(bozza, f->dati.atto);

	if (in == NULL)
		return 0;
	add(f, "_id", nodo_attr(bozza, "id"));
	add_base(f, bozza);
	return modulo_da_albero(&f->campi, &f->n, f->a, f->dati.atto, in);
}

static int
of_document(struct foglio *f, const struct scritto *s)
{
	const struct nodo *doc, *part;

	add(f, "cartella", parameter(f, "cartella"));
	if (s->tipo == NULL ||
	    (part = answered(f, s->tipo, &doc)) == NULL) {
		add(f, "tipo", parameter(f, "tipo"));
		add(f, "oggetto", parameter(f, "oggetto"));
		add(f, "riferimento", parameter(f, "riferimento"));
		add(f, "modello", parameter(f, "modello"));
		return 0;
	}
	add(f, s->campo, parameter(f, "documento"));
	add_base(f, part);
	return modulo_da_albero(&f->campi, &f->n, f->a, s->atto, doc);
}

/* By its name at the end of the address, or by the document that was read. */
static const struct scritto *
which(const struct foglio *f)
{
	const char *via = nodo_attr(f->albero, "via");
	const char *che = via != NULL ? strrchr(via, '/') : NULL;
	const struct nodo *ignored;
	const struct scritto *s;

	if (che != NULL)
		che++;
	for (s = scritti; s->che != NULL; s++)
		if (che != NULL && strcmp(che, s->che) == 0)
			return s;
	for (s = scritti; s->che != NULL; s++)
		if (s->tipo != NULL &&
		    answered(f, s->tipo, &ignored) != NULL)
			return s;
	return NULL;
}

static int
fill(struct foglio *f)
{
	const struct nodo *bozze = NULL, *bozza = NULL;
	const struct scritto *s;

	if (answered(f, "bozze", &bozze) != NULL)
		bozza = nodo_child(bozze, "bozza");
	if (bozza != NULL && nodo_attr(bozza, "atto") != NULL) {
		f->dati.atto = nodo_attr(bozza, "atto");
		f->bozza = true;
		return of_draft(f, bozza);
	}
	if ((s = which(f)) == NULL)
		return 0;
	f->dati.atto = s->atto;
	return of_document(f, s);
}

static void
say_kind(struct foglio *f, struct nodo *modulo)
{
	const struct scritto *s;

	for (s = scritti; s->che != NULL; s++)
		if (strcmp(s->atto, f->dati.atto) == 0) {
			nodo_set(f->a, modulo, "che", s->che);
			nodo_set(f->a, modulo, "tipo", s->tipo);
			nodo_set(f->a, modulo, "campo-documento", s->campo);
		}
}

/* ---- what was said when the form was opened ---- */

/* A field that stands alone at the top: what it says can be compared. */
static struct nodo *
plain_value(const struct nodo *campo)
{
	struct nodo *v = nodo_child(campo, "valore");

	return strcmp(campo->nome, "campo") == 0 &&
	    nodo_attr(campo, "ripetuto") == NULL && v != NULL ? v : NULL;
}

static const char *
digest(struct arena *a, const struct nodo *v)
{
	const char *text = nodo_all_text(a, v);
	char hex[IMPRONTA_LEN + 1];

	hash_hex(hex, text, strlen(text));
	return arena_strdup(a, hex);
}

static void
say_before(struct arena *a, struct nodo *modulo)
{
	const struct nodo *c;
	struct nodo *v;

	for (c = nodo_child(modulo, NULL); c != NULL; c = nodo_next(c, NULL))
		if ((v = plain_value(c)) != NULL)
			nodo_elem_printf(a, modulo, "prima", "%s %s",
			    nodo_attr(c, "percorso"), digest(a, v));
}

static bool
untouched(struct arena *a, const struct nodo *modulo, const char *percorso,
    const struct nodo *v)
{
	const char *want = arena_printf(a, "%s %s", percorso, digest(a, v));
	const struct nodo *p;

	for (p = nodo_child(modulo, "prima"); p; p = nodo_next(p, "prima"))
		if (strcmp(nodo_all_text(a, p), want) == 0)
			return true;
	return false;
}

/* ---- two who wrote at once ---- */

static bool
in_conflict(const struct nodo *modulo)
{
	const struct nodo *r;

	for (r = nodo_child(modulo, "rilievo"); r; r = nodo_next(r, "rilievo"))
		if (strcmp(nodo_attr(r, "codice"), "conflitto") == 0)
			return true;
	return false;
}

static const struct nodo *
same_field(const struct nodo *modulo, const char *percorso)
{
	const struct nodo *c;

	for (c = nodo_child(modulo, "campo"); c; c = nodo_next(c, "campo"))
		if (strcmp(nodo_attr(c, "percorso"), percorso) == 0)
			return c;
	return NULL;
}

static void
compare_field(struct arena *a, struct nodo *mine, struct nodo *campo,
    const struct nodo *now)
{
	const char *percorso = nodo_attr(campo, "percorso"), *text;
	const struct nodo *other = same_field(now, percorso), *is;
	struct nodo *v = plain_value(campo), *ora;

	if (v == NULL || other == NULL || (is = plain_value(other)) == NULL)
		return;
	text = nodo_all_text(a, is);
	if (strcmp(text, nodo_all_text(a, v)) == 0)
		return;
	if (!untouched(a, mine, percorso, v)) {
		ora = nodo_elem(a, campo, "ora");
		nodo_text(a, ora, text);
		return;
	}
	while (v->primo != NULL)
		nodo_remove(v->primo);
	nodo_text(a, v, text);
	nodo_set(a, campo, "aggiornato", "si");
}

/* What `mine` was made on becomes what it was; what `now` is, its base. */
static void
change_base(struct arena *a, struct nodo *mine, const struct nodo *now)
{
	struct nodo *b;

	for (b = nodo_child(mine, "base"); b; b = nodo_next(b, "base"))
		b->nome = "base-prima";
	for (b = nodo_child(now, "base"); b; b = nodo_next(b, "base"))
		nodo_add(mine, nodo_copy(a, b));
}

static void
compare(struct arena *a, struct nodo *mine, const struct nodo *now)
{
	struct nodo *c;

	nodo_set(a, mine, "conflitto", "si");
	for (c = nodo_child(mine, "campo"); c; c = nodo_next(c, "campo"))
		compare_field(a, mine, c, now);
	redazione_gruppi(mine, now, a);
	change_base(a, mine, now);
}

/* ---- the page ---- */

/* The form of what the page has read; NULL: there is none for who asks. */
static struct nodo *
form_of_page(struct foglio *f)
{
	const struct nodo *row;
	struct nodo *modulo;
	const char *cs;

	if (fill(f) != 0 || f->dati.atto == NULL ||
	    (row = row_of_menu(f, f->dati.atto)) == NULL)
		return NULL;
	f->dati.campi = f->campi;
	f->dati.n = f->n;
	if ((cs = modulo_valore(&f->dati, "cartella")) != NULL)
		add(f, "_ritorno", arena_printf(f->a, "/redazione/%s", cs));
	f->dati.campi = f->campi;
	f->dati.n = f->n;
	if (modulo_albero(&modulo, f->a, row, &f->dati, NULL) != 0)
		return NULL;
	say_kind(f, modulo);
	suggeriti_metti(modulo, f->a, f->albero);
	return modulo;
}

void
redazione_completa(struct nodo *albero, struct arena *a)
{
	struct foglio f = { .a = a, .albero = albero };
	struct nodo *mine = nodo_child(albero, "modulo");
	struct nodo *now = form_of_page(&f);

	err_clear();
	if (mine == NULL) {
		if (now == NULL)
			return;
		if (!f.bozza)
			say_before(a, now);
		nodo_add(albero, now);
		return;
	}
	f.dati.atto = nodo_attr(mine, "atto");
	say_kind(&f, mine);
	suggeriti_metti(mine, a, albero);
	if (now != NULL && in_conflict(mine))
		compare(a, mine, now);
}
