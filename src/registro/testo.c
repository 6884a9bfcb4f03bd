/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * testo.c - documents of cases found by their words.
 *
 * Keeps: who has no right to look gets the same bytes whatever the store
 * holds.  The tokens of a reader only narrow; each row shown has passed the
 * permission in its statement (query_testo.h).
 */
#include "registro/testo.h"

#include <limits.h>
#include <string.h>

#include "documenti/parole.h"
#include "registro/query.h"
#include "registro/trova.h"

/* ---- the tokens of a reader ---- */

struct gettone {
	const char *ambito, *g;
};

struct lettore {
	struct gettone *g;	/* what each ambito is to him */
	int n;
	const char **ambiti;	/* that open a case; NULL-ended */
	bool tutti;		/* one of them is every case */
};

static int
read_tokens(struct lettore *l, struct arena *a, struct registro *r,
    const struct occhio *o)
{
	AUTO_STMT s = NULL;
	int e, cap = 0;

	if ((e = db_query(&s, r->db, Q_TESTO_LETTORE, "ss", o->utente,
	    o->atto)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		l->g = arena_more(a, l->g, l->n, &cap, sizeof *l->g);
		l->g[l->n++] = (struct gettone){
		    arena_strdup(a, stmt_text(s, 0)),
		    arena_strdup(a, stmt_text(s, 1)) };
	}
	return e;
}

static int
read_scopes(struct lettore *l, struct arena *a, struct registro *r,
    const struct occhio *o)
{
	AUTO_STMT s = NULL;
	int e, n = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_TESTO_AMBITI, "ss", o->utente,
	    o->atto)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		l->ambiti = arena_more(a, l->ambiti, n, &cap,
		    sizeof *l->ambiti);
		l->ambiti[n++] = stmt_dup(a, s, 0);
		l->tutti |= strcmp(l->ambiti[n - 1], "tutti") == 0;
	}
	l->ambiti = arena_more(a, l->ambiti, n, &cap, sizeof *l->ambiti);
	l->ambiti[n] = NULL;
	return e;
}

static bool
opens(const struct lettore *l, const char *ambito)
{
	int i;

	for (i = 0; l->ambiti[i] != NULL; i++)
		if (strcmp(l->ambiti[i], ambito) == 0)
			return true;
	return false;
}

/* Text of a token where a stroke would part it. */
static void
put_joined(struct buf *b, const char *s)
{
	for (; *s != '\0'; s++)
		if (*s == '-')
			buf_puts(b, "þ");
		else
			buf_putc(b, *s);
}

/* " OR " the tokens of an ambito, of one type of document (NULL: of all). */
static void
add_scope(struct buf *out, const struct lettore *l, const char *ambito,
    const char *tipo)
{
	int i;

	for (i = 0; i < l->n; i++) {
		AUTO_BUF t = { 0 };

		if (strcmp(l->g[i].ambito, ambito) != 0)
			continue;
		buf_puts(&t, l->g[i].g);
		if (tipo != NULL) {
			buf_puts(&t, "þd");
			put_joined(&t, tipo);
		}
		buf_puts(out, out->len > 0 ? " OR " : "");
		trova_cita(out, t.data);
	}
}

/* The types he reads, where he reads them; *inside: nowhere but in the cases
 * that are open to him anyway. */
static int
add_types(struct buf *out, bool *inside, struct registro *r,
    const struct occhio *o, const struct lettore *l)
{
	const char *tipo;
	AUTO_STMT s = NULL;
	int e;

	*inside = true;
	if ((e = db_query(&s, r->db, Q_TESTO_TIPI, "s", o->utente)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		tipo = stmt_text(s, 1);
		add_scope(out, l, stmt_text(s, 0),
		    strcmp(tipo, "*") == 0 ? NULL : tipo);
		*inside &= opens(l, stmt_text(s, 0));
	}
	return e;
}

/* What the reader may see; absent: nothing, whatever there is. */
static int
add_reader(struct buf *out, struct arena *a, struct registro *r,
    const struct occhio *o)
{
	struct lettore l = { 0 };
	AUTO_BUF cases = { 0 };
	AUTO_BUF types = { 0 };
	bool inside;
	int e, i;

	if ((e = read_tokens(&l, a, r, o)) != 0 ||
	    (e = read_scopes(&l, a, r, o)) != 0 ||
	    (e = add_types(&types, &inside, r, o, &l)) != 0)
		return e;
	for (i = 0; l.ambiti[i] != NULL; i++)
		add_scope(&cases, &l, l.ambiti[i], NULL);
	if (cases.len == 0 || types.len == 0)
		return err_set(ERR_ABSENT, "nessun ambito");
	buf_printf(out, "(%s)", types.data);
	if (!inside && !l.tutti)
		buf_printf(out, " AND (%s)", cases.data);
	return 0;
}

/* ---- the whole expression ---- */

static int
expression(struct buf *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct testo_criteri *c)
{
	AUTO_BUF sought = { 0 };
	AUTO_BUF words = { 0 };
	int e;

	parole_cercate(&sought, c->parole);
	if ((e = trova_parole(&words, a, r, Q_TESTO_VOCE, "parole",
	    buf_str(&sought))) != 0)
		return e;
	/* as in trova.c: the words first, then the tokens */
	buf_printf(out, "((%s) NOT gettoni : \"þ\") AND gettoni : (",
	    words.data);
	if (c->caso != NULL)
		buf_printf(out, "\"þk%sþ%04dþ%07d\" AND ",
		    numero_sigla(c->caso->serie), c->caso->anno,
		    c->caso->progressivo);
	if (c->tipo != NULL) {
		AUTO_BUF t = { 0 };

		buf_puts(&t, "þd");
		put_joined(&t, c->tipo);
		trova_cita(out, t.data);
		buf_puts(out, " AND ");
	}
	if ((e = add_reader(out, a, r, o)) != 0)
		return e;
	buf_putc(out, ')');
	return 0;
}

/* ---- rows ---- */

/* "… la \2madre\3 era …" as <intorno> and <parola>. */
static void
say_words(struct nodo *x, struct arena *a, const char *s)
{
	const char *nome = "intorno";
	size_t len;

	for (; *s != '\0'; s += len) {
		if (*s == '\2' || *s == '\3') {
			nome = *s == '\2' ? "parola" : "intorno";
			len = 1;
			continue;
		}
		len = strcspn(s, "\2\3");
		nodo_elem_text(a, x, nome, arena_strndup(a, s, len));
	}
}

static void
say_row(struct nodo *out, struct arena *a, struct stmt *s)
{
	struct numero n = { numero_serie(stmt_text(s, 0)),
	    (int)stmt_int(s, 1), (int)stmt_int(s, 2) };
	struct nodo *x = nodo_elem(a, out, "trovato");

	nodo_set(a, x, "riferimento", numero_text(a, &n));
	nodo_set(a, x, "percorso", stmt_text(s, 3));
	nodo_set(a, x, "tipo", stmt_text(s, 4));
	nodo_set(a, x, "giorno", stmt_text(s, 5));
	if (stmt_int(s, 7) != 0)
		nodo_set(a, x, "corretta", "si");
	say_words(x, a, stmt_text(s, 6));
}

/* The key of the first row of a query by day; `none` when there is none. */
static int
day_key(int64_t *out, struct registro *r, int query, const char *giorno,
    int64_t none)
{
	int e;

	*out = none;
	if (giorno == NULL || (e = db_int(out, r->db, query, "s",
	    giorno)) == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	return e;
}

/* Where the page begins. */
static int
begin(int64_t *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct testo_criteri *c)
{
	int e;

	*out = INT64_MAX;
	if (c->dopo == NULL)
		return 0;
	e = db_int(out, r->db, Q_TESTO_CHIAVE, "sssss", o->utente, o->atto,
	    numero_folder(a, c->dopo), c->dopo_percorso, r->mano);
	return e == ERR_ABSENT ? err_set(ERR_ABSENT, "%s di %s non c'è, o non "
	    "è fra le cose che puoi vedere: ricomincia senza --dopo",
	    c->dopo_percorso, numero_text(a, c->dopo)) : e;
}

static int
run(struct nodo *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct testo_criteri *c, const char *match)
{
	int64_t behind, first, last;
	AUTO_STMT s = NULL;
	int e, rows;

	if ((e = begin(&behind, a, r, o, c)) != 0 ||
	    (e = day_key(&first, r, Q_TESTO_DAL, c->dal,
	    c->dal != NULL ? INT64_MAX : 0)) != 0 ||
	    (e = day_key(&last, r, Q_TESTO_AL, c->al,
	    c->al != NULL ? 0 : INT64_MAX)) != 0 ||
	    (e = db_query(&s, r->db, Q_TESTO_TROVA, "sssisssiid", o->utente,
	    o->atto, match, behind, r->mano, c->dal != NULL ? c->dal : "",
	    c->al != NULL ? c->al : "9999-12-31", first, last,
	    c->limite + 1)) != 0)
		return e;
	for (rows = 0; (e = stmt_step(s)) == 1; rows++) {
		if (rows == c->limite) {
			nodo_set(a, out, "altri", "si");
			return 0;
		}
		say_row(out, a, s);
	}
	return e;
}

int
testo_trova(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct testo_criteri *c)
{
	struct nodo *v = nodo_new(a, "trovati");
	AUTO_BUF match = { 0 };
	int64_t behind;
	int e;

	if ((e = expression(&match, a, r, o, c)) == 0) {
		e = run(v, a, r, o, c, match.data);
	} else if (e == ERR_ABSENT) {
		/* nothing, but a page that begins nowhere is told so */
		err_clear();
		e = begin(&behind, a, r, o, c);
	}
	if (e != 0)
		return e;
	*out = v;
	return 0;
}
