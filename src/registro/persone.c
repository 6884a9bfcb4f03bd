/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/persone.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documenti/nome.h"
#include "registro/query.h"

#define RIGHE 30		/* people, by name and by sound */
#define PAROLE 4		/* looked for together */
#define OLTRE "\xf4\x8f\xbf\xbf"	/* behind every letter */

/* PERSONA_COLONNE */
static struct persona *
row(struct arena *a, struct stmt *s)
{
	struct persona *p = arena_alloc(a, sizeof *p);

	*p = (struct persona){
		.caso = { numero_serie(stmt_text(s, 0)), (int)stmt_int(s, 1),
		    (int)stmt_int(s, 2) },
		.ruolo = stmt_dup(a, s, 3), .cognome = stmt_dup(a, s, 4),
		.nome = stmt_dup(a, s, 5), .nascita = stmt_dup(a, s, 6),
		.codice_fiscale = stmt_dup(a, s, 7), .suono = stmt_dup(a, s, 8),
		.parole = stmt_dup(a, s, 9), .tipo = stmt_dup(a, s, 10),
		.id = stmt_int(s, 11),
	};
	return p;
}

/* ---- one person of a case, said in several documents ---- */

/* Neither says otherwise. */
static bool
agree(const char *a, const char *b)
{
	return a == NULL || b == NULL || strcmp(a, b) == 0;
}

static bool
same(const struct persona *a, const struct persona *b)
{
	if (!numero_equal(&a->caso, &b->caso))
		return false;
	if (a->codice_fiscale != NULL && b->codice_fiscale != NULL)
		return strcmp(a->codice_fiscale, b->codice_fiscale) == 0;
	return strcmp(a->suono, b->suono) == 0 &&
	    agree(a->nascita, b->nascita);
}

/* In the place its grado gives it; who is there already is the better. */
static void
add(struct persona **list, struct persona *p)
{
	struct persona **at;

	for (at = list; *at != NULL; at = &(*at)->succ)
		if (same(*at, p)) {
			if (p->ruolo[0] == '\0')
				(*at)->ruolo = p->ruolo;
			return;
		}
	for (at = list; *at != NULL && (*at)->grado <= p->grado; )
		at = &(*at)->succ;
	p->succ = *at;
	*at = p;
}

static int
length(const struct persona *p)
{
	int n = 0;

	for (; p != NULL; p = p->succ)
		n++;
	return n;
}

/* ---- what is typed ---- */

struct cercato {
	const char *parola[PAROLE];	/* the longest first */
	int n;
};

static void
want(struct cercato *c, const char *word)
{
	int i, k;

	for (i = 0; i < c->n && strlen(c->parola[i]) >= strlen(word); i++)
		continue;
	if (i == PAROLE)
		return;
	if (c->n < PAROLE)
		c->n++;
	for (k = c->n - 1; k > i; k--)
		c->parola[k] = c->parola[k - 1];
	c->parola[i] = word;
}

/* "1/3/2018", "01-03-2018", "2018-03-01" -> "2018-03-01"; NULL: no day. */
static const char *
day(struct arena *a, const char *s)
{
	int g, m, n, end = 0;
	char c, d;

	if (sscanf(s, "%4d-%2d-%2d%n", &n, &m, &g, &end) == 3 &&
	    s[end] == '\0' && n > 1000)
		return arena_printf(a, "%04d-%02d-%02d", n, m, g);
	if (sscanf(s, "%2d%c%2d%c%4d%n", &g, &c, &m, &d, &n, &end) == 5 &&
	    s[end] == '\0' && n > 1000 && c == d && strchr("/.-", c) != NULL)
		return arena_printf(a, "%04d-%02d-%02d", n, m, g);
	return NULL;
}

/* The words of one piece between blanks: "D'Angelo" is dangelo. */
static int
want_piece(struct cercato *c, struct arena *a, const char *piece)
{
	const char *s = day(a, piece);
	char *words;
	size_t n, one;
	int r;

	if (s != NULL) {
		want(c, s);
		return 0;
	}
	if ((r = nome_parole(&words, a, piece)) != 0)
		return r;
	for (s = words + strspn(words, " "); *s != '\0'; s += n) {
		n = strcspn(s, " ");
		one = n == 1 ? strspn(s + 1, " ") : 0;
		if (one > 0 && s[1 + one] != '\0') {
			n = 1 + one + strcspn(s + 1 + one, " ");
			want(c, arena_printf(a, "%c%.*s", s[0],
			    (int)(n - 1 - one), s + 1 + one));
		} else
			want(c, arena_strndup(a, s, n));
		n += strspn(s + n, " ");
	}
	return 0;
}

static int
understand(struct cercato *c, struct arena *a, const char *typed)
{
	char *s = arena_strdup(a, typed), *piece, *next = NULL;
	int r;

	for (piece = strtok_r(s, " \t\n", &next); piece != NULL;
	    piece = strtok_r(NULL, " \t\n", &next))
		if ((r = want_piece(c, a, piece)) != 0)
			return r;
	if (c->n == 0 || strlen(c->parola[0]) < 2)
		return err_set(ERR_INVALID, "scrivi almeno due lettere di un "
		    "nome, una data di nascita o un codice fiscale");
	return 0;
}

/* The sound of each word; what has none worth the name, days and codes are
 * what they are. */
static struct cercato
sounds_of(struct arena *a, const struct cercato *c)
{
	struct cercato out = { 0 };
	const char *s;
	int i;

	for (i = 0; i < c->n; i++) {
		s = nome_suono(a, c->parola[i]);
		if (s[0] == '\0' || s[1] == '\0' ||
		    strpbrk(s, "0123456789") != NULL)
			s = c->parola[i];
		want(&out, s);
	}
	return out;
}

/* ---- finding ---- */

struct passo {			/* one go: by words, or by sounds */
	struct arena *a;
	struct registro *r;
	const struct occhio *o;
	const struct cercato *c;
	bool suoni;
};

/* A short sound is nobody's beginning: it must be all. */
static bool
is_short(const struct passo *x, int i)
{
	return x->suoni && strlen(x->c->parola[i]) < 3;
}

static const char *
pattern(const struct passo *x, int i)
{
	if (i >= x->c->n)
		return "";
	return arena_printf(x->a, is_short(x, i) ? " %s " : " %s",
	    x->c->parola[i]);
}

/* How well it fits: one for each word that is not whole. */
static int
grade(const struct passo *x, const struct persona *p)
{
	int i, n = x->suoni ? 10 : 0;

	for (i = 0; i < x->c->n; i++)
		n += strstr(p->parole, arena_printf(x->a, " %s ",
		    x->c->parola[i])) == NULL;
	return n;
}

/* ---- two roads to the same people in the same order ---- */

/*
 * Along the keys, until there are enough: fast where one sees much.  Or all the
 * people of the few cases that can be one's own: fast where one sees little.
 * Both give them by their first key that fits, then as they were written.
 */
struct strada {
	bool chiavi;		/* along the keys */
	bool tutti;		/* he may see every case */
	bool ufficio;		/* those of his offices */
};

/*
 * With one case in d his, RIGHE people are found in RIGHE * d steps along the
 * keys; else each of his n cases is a step, some dearer.  What is chosen changes
 * the time, not the answer.
 */
static int
weigh(struct strada *out, const struct passo *x)
{
	int64_t people, n, limit = 1;
	int e;

	if ((e = db_int(&people, x->r->db, Q_PERSONE_QUANTE, "")) != 0)
		return e;
	while (limit * limit < 4 * people)
		limit++;
	if ((e = db_int(&n, x->r->db, Q_PERSONE_PORTATA, "si", x->o->utente,
	    limit)) != 0)
		return e;
	out->chiavi = n == limit;
	return 0;
}

static int
choose(struct strada *out, const struct passo *x)
{
	AUTO_STMT s = NULL;
	bool others;
	int e;

	if ((e = db_query(&s, x->r->db, Q_PERSONE_AMBITI, "ss", x->o->utente,
	    x->o->atto)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	out->tutti = stmt_int(s, 0) == 1;
	out->ufficio = stmt_int(s, 1) == 1;
	others = stmt_int(s, 2) == 1;
	out->chiavi = out->tutti || others;
	if (out->chiavi || !out->ufficio)
		return 0;
	return weigh(out, x);
}

static int
start(struct stmt **s, const struct passo *x, const struct strada *via)
{
	const char *w = x->c->parola[0];
	const char *end = is_short(x, 0) ? "\x01" : OLTRE;

	return via->chiavi ? db_query(s, x->r->db, Q_PERSONE_TROVA, "sssssssd",
	    x->o->utente, x->o->atto, w, arena_printf(x->a, "%s%s", w, end),
	    pattern(x, 1), pattern(x, 2), pattern(x, 3), via->tutti) :
	    db_query(s, x->r->db, Q_PERSONE_MIE, "sssssssd", x->o->utente,
	    x->o->atto, pattern(x, 0), "", pattern(x, 1), pattern(x, 2),
	    pattern(x, 3), via->ufficio);
}

/* The first of his words, in the order of the alphabet, that fits. */
static const char *
first_key(const struct passo *x, const struct persona *p)
{
	const char *want = x->c->parola[0], *s, *found = NULL, *word;
	size_t n;

	for (s = p->parole + strspn(p->parole, " "); *s != '\0';
	    s += n + strspn(s + n, " ")) {
		n = strcspn(s, " ");
		if (strncmp(s, want, strlen(want)) != 0 ||
		    (is_short(x, 0) && n != strlen(want)))
			continue;
		word = arena_strndup(x->a, s, n);
		if (found == NULL || strcmp(word, found) < 0)
			found = word;
	}
	return found != NULL ? found : "";
}

static int
by_key(const void *pa, const void *pb)
{
	const struct persona *a = *(struct persona *const *)pa;
	const struct persona *b = *(struct persona *const *)pb;
	int k = strcmp(a->chiave, b->chiave);

	return k != 0 ? k : (a->id > b->id) - (a->id < b->id);
}

struct righe {
	struct persona **p;
	int n, cap;
};

static void
keep(struct righe *l, struct arena *a, struct persona *p)
{
	l->p = arena_more(a, l->p, l->n, &l->cap, sizeof(struct persona *));
	l->p[l->n++] = p;
}

/* Of two keys of his the first came first. */
static bool
had(const struct righe *l, int64_t id)
{
	int i;

	for (i = 0; i < l->n; i++)
		if (l->p[i]->id == id)
			return true;
	return false;
}

static int
gather(struct righe *l, const struct passo *x, const struct strada *via)
{
	struct persona *p;
	AUTO_STMT s = NULL;
	int e;

	if ((e = start(&s, x, via)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		p = row(x->a, s);
		if (via->chiavi && had(l, p->id))
			continue;
		p->chiave = first_key(x, p);
		keep(l, x->a, p);
		if (via->chiavi && l->n > RIGHE)
			return 0;
	}
	if (e == 0 && l->n > 1)
		qsort(l->p, (size_t)l->n, sizeof(struct persona *), by_key);
	return e;
}

/* 1: there were more than are looked at; 0; or an error. */
static int
go(struct persona **list, const struct passo *x)
{
	struct strada via = { 0 };
	struct righe l = { 0 };
	int e, i;

	if ((e = choose(&via, x)) != 0 || (e = gather(&l, x, &via)) != 0)
		return e;
	for (i = 0; i < l.n && i < RIGHE; i++) {
		l.p[i]->grado = grade(x, l.p[i]);
		add(list, l.p[i]);
	}
	return l.n > RIGHE;
}

/* The first of them. */
static void
cut(struct persona *list, bool *altri)
{
	int n;

	for (n = 1; list != NULL; list = list->succ, n++)
		if (n == PERSONE_LIMITE) {
			*altri = *altri || list->succ != NULL;
			list->succ = NULL;
		}
}

int
registro_persone(struct persona **out, bool *altri, struct arena *a,
    struct registro *r, const struct occhio *o, const char *cercato)
{
	struct cercato words = { 0 }, sounds;
	struct passo x = { a, r, o, &words, false };
	struct persona *list = NULL;
	int e, n;

	if ((e = understand(&words, a, cercato)) != 0)
		return e;
	if ((n = go(&list, &x)) < 0)
		return n;
	*altri = n == 1;
	sounds = sounds_of(a, &words);
	x.c = &sounds;
	x.suoni = true;
	if (length(list) < PERSONE_LIMITE && sounds.n > 0) {
		if ((n = go(&list, &x)) < 0)
			return n;
		*altri = *altri || n == 1;
	}
	cut(list, altri);
	*out = list;
	return 0;
}

/* ---- who looks the same ---- */

static int
collect(struct persona **list, struct arena *a, struct stmt *s)
{
	int e;

	while ((e = stmt_step(s)) == 1)
		add(list, row(a, s));
	return e;
}

static int
with_code(struct persona **list, struct arena *a, struct registro *r,
    const struct occhio *o, const char *cf)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_PERSONE_CF, "sss", o->utente, o->atto,
	    cf)) != 0)
		return e;
	return collect(list, a, s);
}

static int
with_sound(struct persona **list, struct arena *a, struct registro *r,
    const struct occhio *o, const struct persona *p)
{
	AUTO_STMT s = NULL;
	char *sound;
	int e;

	if ((e = nome_suono_persona(&sound, a, p->cognome, p->nome)) != 0 ||
	    (e = db_query(&s, r->db, Q_PERSONE_SUONO, "ssss", o->utente,
	    o->atto, sound, p->nascita)) != 0)
		return e;
	return collect(list, a, s);
}

int
registro_persone_simili(struct persona **out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct persona *p)
{
	struct persona *list = NULL;
	int e = 0;

	if (p->codice_fiscale != NULL)
		e = with_code(&list, a, r, o, p->codice_fiscale);
	if (e == 0 && p->nascita != NULL)
		e = with_sound(&list, a, r, o, p);
	*out = list;
	return e;
}

int
registro_interessato(struct persona *out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_PERSONA_INTERESSATO, "sssdd", o->utente,
	    o->atto, numero_sigla(n->serie), n->anno, n->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "di %s non si sa di chi è",
		    numero_text(a, n));
	*out = *row(a, s);
	return 0;
}

/* ---- cartelle of one person ---- */

#define UNITE_MAX 50

struct unite {
	struct numero n[UNITE_MAX];
	int count;
};

static void
reach(struct unite *u, const struct numero *n)
{
	int i;

	for (i = 0; i < u->count; i++)
		if (numero_equal(&u->n[i], n))
			return;
	if (u->count < UNITE_MAX)
		u->n[u->count++] = *n;
}

static int
neighbours(struct unite *u, struct registro *r, const struct occhio *o,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_PERSONA_UNITE, "ssdd", o->utente,
	    o->atto, n->anno, n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		reach(u, &(struct numero){ SERIE_CARTELLA,
		    (int)stmt_int(s, 0), (int)stmt_int(s, 1) });
	return e;
}

int
registro_persona_unite(struct numero **out, int *n_out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n)
{
	struct unite u = { { *n }, 1 };
	int i, e;

	/* by those he sees only: a hidden one in between parts them */
	for (i = 0; i < u.count; i++)
		if ((e = neighbours(&u, r, o, &u.n[i])) != 0)
			return e;
	*out = arena_memdup(a, u.n, (size_t)u.count * sizeof *u.n);
	*n_out = u.count;
	return 0;
}

int
registro_persona_unita(struct registro *r, const struct numero *n,
    const struct numero *con)
{
	int64_t one;
	int e = db_int(&one, r->db, Q_PERSONA_UNITA, "dddd", n->anno,
	    n->progressivo, con->anno, con->progressivo);

	if (e == 0)
		return 1;
	if (e == ERR_ABSENT)
		err_clear();
	return e == ERR_ABSENT ? 0 : e;
}

/* ---- comuni ---- */

int
registro_vista_comuni(struct nodo *vista, struct arena *a,
    struct registro *r, const struct numero *cartella, const char *giorno)
{
	static const char *const nomi[] = { "tipo", NULL, "codice", "dal",
	    "al", "fonte" };
	AUTO_STMT s = NULL;
	struct nodo *n;
	int e, i;

	if ((e = db_query(&s, r->db, Q_COMUNI_AL, "dds", cartella->anno,
	    cartella->progressivo, giorno)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		n = nodo_elem_text(a, vista, "comune", stmt_text(s, 1));
		for (i = 0; i < (int)NELEM(nomi); i++)
			if (nomi[i] != NULL && !stmt_null(s, i))
				nodo_set(a, n, nomi[i], stmt_text(s, i));
	}
	return e;
}
