/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Search against a model: what is found must be what looking at each
 * registration in turn, with the rules of mondo.h, would let that person
 * find; also after people, offices, responsibles and the day have changed.
 */
#include "mondo.h"

/* ---- the two answers ---- */

/* The expected answer to criteria the test can judge by itself. */
typedef bool judge_fn(const struct carta *c, const void *arg);

/* All pages of a search, a letter for each paper: '-' not found, 'c' in
 * clear, 'o' masked.  Pages follow each other without a gap or a repeat. */
static void
found(char out[CARTE + 1], struct mondo *m, int u, struct criteri c)
{
	struct occhio o = { name_of(m, u), "cerca" };
	int64_t last = INT64_MAX;
	const struct nodo *x;
	struct nodo *page;
	struct numero n;
	int i, rows;

	memset(out, '-', CARTE);
	out[CARTE] = '\0';
	do {
		if (ricerca_trova(&page, m->a, m->r, &o, &c) != 0)
			fail_msg("%s", err_msg());
		rows = 0;
		for (x = nodo_child(page, "registrazione"); x != NULL;
		    x = nodo_next(x, "registrazione"), rows++) {
			assert_int_equal(numero_parse(&n, nodo_value(m->a, x,
			    "numero")), 0);
			assert_true(ricerca_chiave(&n) < last);
			last = ricerca_chiave(&n);
			i = (n.anno - 2025) * CARTE / 2 + n.progressivo - 1;
			out[i] = nodo_attr(x, "oscurata") ? 'o' : 'c';
			assert_true((nodo_child(x, "oggetto") != NULL) ==
			    (out[i] == 'c'));
			assert_true((nodo_child(x, "mittente") != NULL) ==
			    (out[i] == 'c'));
			c.dopo = n;
		}
		assert_true(rows <= c.limite);
		if (nodo_attr(page, "altri") != NULL)
			assert_int_equal(rows, c.limite);
	} while (nodo_attr(page, "altri") != NULL);
}

static bool
sent_to(const struct carta *c, const void *arg)
{
	int i;

	for (i = 0; i < c->n_dest; i++)
		if (c->dest[i].ufficio == *(const int *)arg)
			return true;
	return false;
}

static void
expected(char out[CARTE + 1], struct mondo *m, int u, bool content,
    judge_fn *judge, const void *arg)
{
	const struct carta *c;
	int i;

	out[CARTE] = '\0';
	for (i = 0; i < CARTE; i++) {
		c = &m->carte[i];
		out[i] = '-';
		if (!sees(m, u, c, false) || !judge(c, arg))
			continue;
		if (judge == sent_to && !is_told(m, u, c, *(const int *)arg))
			continue;
		if (reads(m, u, c))
			out[i] = 'c';
		else if (!content)
			out[i] = 'o';
	}
}

/* Everybody; how many rows were found in all. */
static int
check(struct mondo *m, const struct criteri *c, bool content, judge_fn *judge,
    const void *arg)
{
	char is[CARTE + 1], ought[CARTE + 1];
	int u, i, n = 0;

	for (u = 0; u < UTENTI; u++) {
		found(is, m, u, *c);
		expected(ought, m, u, content, judge, arg);
		if (strcmp(is, ought) != 0)
			fail_msg("ut-%d «%s»:\n%s\n%s", u, c->parole ?
			    c->parole : "", is, ought);
		for (i = 0; i < CARTE; i++)
			n += is[i] != '-';
	}
	return n;
}

/* ---- judges ---- */

/* Is the word among those of a text?  Both as we wrote them. */
static bool
has_word(const char *text, const char *word)
{
	size_t len = strlen(word);
	const char *p = text;

	for (; p != NULL && (p = strstr(p, word)) != NULL; p++)
		if ((p == text || p[-1] == ' ') &&
		    (p[len] == ' ' || p[len] == '\0'))
			return true;
	return false;
}

static bool
word_anywhere(const struct carta *c, const void *arg)
{
	const char *word = arg;

	return has_word(c->oggetto, word) || has_word(c->mittente, word) ||
	    has_word(c->prot_mittente, word);
}

static bool
word_of_party(const struct carta *c, const void *arg)
{
	return has_word(c->mittente, arg);
}

static bool
same_flow(const struct carta *c, const void *arg)
{
	return strcmp(c->flusso, arg) == 0;
}

static bool
same_class(const struct carta *c, const void *arg)
{
	return strcmp(c->classifica, arg) == 0;
}

static bool
same_file(const struct carta *c, const void *arg)
{
	return c->file == *(const int *)arg;
}

static bool
of_operator(const struct carta *c, const void *arg)
{
	return c->operatore == *(const int *)arg;
}

static bool
of_emergency(const struct carta *c, const void *arg)
{
	return c->emergenza == *(const int *)arg;
}

static bool
number_seven(const struct carta *c, const void *arg)
{
	(void)arg;
	return c->numero.progressivo == 7;
}

static bool
second_year(const struct carta *c, const void *arg)
{
	(void)arg;
	return c->numero.anno == 2026;
}

static bool
between(const struct carta *c, const void *arg)
{
	const char *const *days = arg;

	return strcmp(c->giorno, days[0]) >= 0 &&
	    strcmp(c->giorno, days[1]) <= 0;
}

static bool
is_riservata(const struct carta *c, const void *arg)
{
	return c->riservata == *(const bool *)arg;
}

static bool
any(const struct carta *c, const void *arg)
{
	(void)c;
	(void)arg;
	return true;
}

/* ---- tests ---- */

/* Words that are no part of any other: searched whole, they are found where
 * they stand.  "12" stands in no number here but 12. */
static int
all_words(struct mondo *m)
{
	static const char *const whole[] = { "città", "perché", "Rossi",
	    "D'Angelo", "ÀÈÌ", "AND", "2026/45", "più-volte", "ñandú",
	    "straße" };
	int n = 0;
	size_t i;

	for (i = 0; i < NELEM(whole); i++) {
		struct criteri c = { .parole = whole[i], .limite = 7 };
		struct criteri d = { .corrispondente = whole[i], .limite = 50 };

		n += check(m, &c, true, word_anywhere, whole[i]);
		n += check(m, &d, true, word_of_party, whole[i]);
	}
	return n;
}

static int
all_outlines(struct mondo *m)
{
	static const char *const days[] = { "2025-02-11", "2026-01-15" };
	static const bool yes = true, no = false;
	int i, n = 0;

#define OUTLINE(judge, arg, ...)					\
	n += check(m, &(struct criteri){ .limite = 9, __VA_ARGS__ },	\
	    false, judge, arg)
	OUTLINE(any, NULL, .parole = NULL);
	OUTLINE(same_flow, "uscita", .flusso = "uscita");
	OUTLINE(same_class, "VII/9", .classifica = "VII/9");
	OUTLINE(number_seven, NULL, .numero = 7);
	OUTLINE(second_year, NULL, .anno = 2026);
	OUTLINE(between, days, .dal = days[0], .al = days[1]);
	OUTLINE(is_riservata, &yes, .riservate = ANCHE_SOLO);
	OUTLINE(is_riservata, &no, .riservate = ANCHE_NO);
	for (i = 0; i < UTENTI; i++)
		OUTLINE(of_operator, &i, .operatore = name_of(m, i));
	for (i = 3; i < CARTE; i += 7)
		OUTLINE(of_emergency, &i, .emergenza = arena_printf(m->a,
		    "EM-2026-%07d", i));
	for (i = 0; i < UFFICI; i++)
		OUTLINE(sent_to, &i, .ufficio = arena_printf(m->a, "uff-%d",
		    i));
	return n;
}

static int
all_files(struct mondo *m)
{
	int i, n = 0;

	for (i = 0; i < 5; i++) {
		struct criteri c = { .limite = 4, .impronta = arena_printf(
		    m->a, "%064d", i) };

		n += check(m, &c, true, same_file, &i);
	}
	return n;
}

static void
everything(struct mondo *m)
{
	assert_true(all_words(m) > 100);
	assert_true(all_outlines(m) > 100);
	assert_true(all_files(m) > 50);
}

static void
found_is_what_may_be_found(void **state)
{
	struct mondo *m = *state;

	everything(m);
}

/* People get other roles and offices, papers go further, cases pass. */
static void
also_after_changes(void **state)
{
	struct mondo *m = *state;
	int i, round;

	for (round = 0; round < 2; round++) {
		for (i = 0; i < UTENTI / 2; i++)
			draw_person(m, (int)draw(m, UTENTI));
		for (i = 0; i < CARTE / 4; i++) {
			send_to(m, &m->carte[draw(m, CARTE)],
			    (int)draw(m, UFFICI));
			give_back(m, &m->carte[draw(m, CARTE)]);
			give_to(m, &m->carte[draw(m, CARTE)],
			    (int)draw(m, UTENTI));
			keep_by(m, &m->carte[draw(m, CARTE)],
			    (int)draw(m, UTENTI));
		}
		everything(m);
	}
}

/* The index is not written again when a term passes: the day does it. */
static void
also_on_other_days(void **state)
{
	static const char *const days[] = { "2024-06-01", "2025-12-31",
	    "2026-01-30", "2026-01-31", "2026-03-31", "2026-11-21", "2026-12-31",
	    "2027-03-01", "2031-01-01" };
	struct mondo *m = *state;
	size_t i;

	for (i = 0; i < NELEM(days); i++) {
		today(m, days[i]);
		everything(m);
	}
}

static int
count(struct mondo *m, int u, const char *words)
{
	char is[CARTE + 1];
	int i, n = 0;

	found(is, m, u, (struct criteri){ .parole = words, .limite = 200 });
	for (i = 0; i < CARTE; i++)
		n += is[i] != '-';
	return n;
}

/* ut-0 made to read everything. */
static void
reader_of_all(struct mondo *m)
{
	m->persone[0] = (struct persona){ 1 << 1, 0, true };
	write_person(m, 0);
}

static void
words_as_people_write_them(void **state)
{
	struct mondo *m = *state;

	reader_of_all(m);
	assert_true(count(m, 0, "città") > 0);
	assert_int_equal(count(m, 0, "CITTA"), count(m, 0, "città"));
	assert_int_equal(count(m, 0, "citta'"), count(m, 0, "città"));
	assert_int_equal(count(m, 0, "cit"), count(m, 0, "città"));
	assert_int_equal(count(m, 0, "Citt"), count(m, 0, "città"));
	/* the last word only, and from three letters on */
	assert_int_equal(count(m, 0, "ci"), 0);
	assert_true(count(m, 0, "scuola citt") > 0);
	assert_int_equal(count(m, 0, "citt scuola"), 0);
	assert_int_equal(count(m, 0, "scuola citt"),
	    count(m, 0, "città scuola"));
	assert_true(count(m, 0, "scuol") > count(m, 0, "scuola"));
	assert_true(count(m, 0, "segnal") >= count(m, 0, "segnalazione"));
	assert_int_equal(count(m, 0, "d'ang"), count(m, 0, "D'ANGELO"));
	assert_int_equal(count(m, 0, "nandu"), count(m, 0, "ñandú"));
	assert_int_equal(count(m, 0, "STRAß"), count(m, 0, "straße"));
	/* numbers, in both forms */
	assert_int_equal(count(m, 0, "0000023/2025"), 1);
	assert_int_equal(count(m, 0, "a.pdf"), CARTE);
	assert_int_equal(count(m, 0, "EM-2026-0000010"), 1);
	/* marks alone are no words */
	assert_int_equal(count(m, 0, "scuola - città"),
	    count(m, 0, "scuola città"));
	assert_int_equal(count(m, 0, "***"), 0);
	assert_int_equal(count(m, 0, "\" \" -"), 0);
}

/* Nothing a person types is syntax of the index, nor opens its tokens. */
static void
words_are_never_syntax(void **state)
{
	static const char *const texts[] = { "AND", "OR", "NOT", "a OR b",
	    "NOT città", "NEAR(a b)", "NEAR", "\"", "\"\"", "\"a", "a\"b\"c",
	    "*", "a*", "^a", "-a", "a - b", "+", "(", ")", "((", "a) OR (b",
	    ":", "testo:a", "testo : a", "{testo}", "gettoni:þt", "\\", "'",
	    "';--", "%", "_", "a\tb", "þ", "{testo gettoni} : þt", "\x01",
	    "🙂", "a AND", "AND AND AND" };
	struct mondo *m = *state;
	struct occhio o = { "ut-0", "cerca" };
	struct nodo *page;
	size_t i;

	reader_of_all(m);
	for (i = 0; i < NELEM(texts); i++) {
		struct criteri c = { .parole = texts[i], .limite = 200 };
		struct criteri d = { .corrispondente = texts[i], .limite = 9 };
		struct criteri e = { .protocollo_mittente = texts[i],
		    .limite = 9 };

		if (ricerca_trova(&page, m->a, m->r, &o, &c) != 0 ||
		    ricerca_trova(&page, m->a, m->r, &o, &d) != 0 ||
		    ricerca_trova(&page, m->a, m->r, &o, &e) != 0)
			fail_msg("«%s»: %s", texts[i], err_msg());
	}
	/* what every row has as a token is no word of any */
	assert_int_equal(count(m, 0, "þt"), 0);
	assert_int_equal(count(m, 0, "þentrata"), 0);
	assert_int_equal(count(m, 0, "gettoni:þt"), 0);
	assert_int_equal(count(m, 0, "a OR b"), 0);
	/* nor do outline criteria open anything */
	assert_int_equal(ricerca_trova(&page, m->a, m->r, &o,
	    &(struct criteri){ .flusso = "x\" OR \"þt", .limite = 9 }), 0);
	assert_null(nodo_child(page, "registrazione"));
	o.utente = "ut-0\" OR \"þt";
	assert_int_equal(ricerca_trova(&page, m->a, m->r, &o,
	    &(struct criteri){ .limite = 9 }), 0);
	assert_null(nodo_child(page, "registrazione"));
}

static void
senders_own_number(void **state)
{
	struct mondo *m = *state;
	char is[CARTE + 1];
	int i;

	reader_of_all(m);
	found(is, m, 0, (struct criteri){ .protocollo_mittente = "2026/45",
	    .limite = 200 });
	for (i = 0; i < CARTE; i++)
		assert_int_equal(is[i], m->carte[i].prot_mittente != NULL &&
		    strcmp(m->carte[i].prot_mittente, "2026/45") == 0 ?
		    'c' : '-');
}

/* A row that says the same is left alone; another kind of row can be added
 * and does not come up among registrations. */
static void
rows_of_other_kinds(void **state)
{
	struct ricerca_riga riga = { "antico registro città", "", "", "þt" };
	struct numero fascicolo = { SERIE_FASCICOLO, 2026, 1 };
	struct mondo *m = *state;
	int before;

	reader_of_all(m);
	before = count(m, 0, "città");
	assert_int_equal(ricerca_metti(m->r, -5, &riga), 0);
	assert_int_equal(ricerca_metti(m->r, -5, &riga), 0);
	assert_int_equal(ricerca_metti(m->r, ricerca_chiave(&fascicolo),
	    &riga), 0);
	assert_int_equal(count(m, 0, "città"), before);
	assert_int_equal(count(m, 0, "antico"), 0);
	riga.testo = "altro";
	assert_int_equal(ricerca_metti(m->r, -5, &riga), 0);
	everything(m);
}

/* Tokens that say everybody may find everything change nothing: each row is
 * asked again who may see it. */
static void
tokens_are_not_believed(void **state)
{
	struct mondo *m = *state;
	AUTO_BUF all = { 0 };
	int i;

	buf_puts(&all, "þt þl þs");
	for (i = 0; i < UTENTI; i++)
		buf_printf(&all, " þoutþ%d þrutþ%d þputþ%d þqutþ%d", i, i, i,
		    i);
	for (i = 0; i < UFFICI; i++)
		buf_printf(&all, " þuuffþ%d þduffþ%d", i, i);
	for (i = 0; i < CARTE; i++) {
		const struct carta *c = &m->carte[i];
		struct ricerca_riga riga = { c->oggetto, c->mittente,
		    c->prot_mittente ? c->prot_mittente : "", all.data };

		assert_int_equal(ricerca_metti(m->r,
		    ricerca_chiave(&c->numero), &riga), 0);
	}
	assert_true(all_words(m) > 100);
	assert_true(all_files(m) > 50);
}

static void
list_of_a_day(void **state)
{
	struct mondo *m = *state;
	struct nodo *list;
	int u, i, n;

	for (u = 0; u < UTENTI; u++) {
		struct occhio o = { name_of(m, u), "cerca" };
		const struct nodo *x;

		assert_int_equal(ricerca_giorno(&list, m->a, m->r, &o,
		    "2026-01-13"), 0);
		x = nodo_child(list, "registrazione");
		for (i = n = 0; i < CARTE; i++) {
			const struct carta *c = &m->carte[i];

			if (strcmp(c->giorno, "2026-01-13") != 0 ||
			    !sees(m, u, c, false))
				continue;
			assert_non_null(x);
			assert_string_equal(nodo_value(m->a, x, "numero"),
			    numero_text(m->a, &c->numero));
			assert_true((nodo_child(x, "oggetto") != NULL) ==
			    reads(m, u, c));
			x = nodo_next(x, "registrazione");
			n++;
		}
		assert_null(x);
		assert_string_equal(nodo_value(m->a, list, "totali/tutte"),
		    arena_printf(m->a, "%d", n));
	}
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(found_is_what_may_be_found), T(also_after_changes),
		T(also_on_other_days), T(words_as_people_write_them),
		T(words_are_never_syntax), T(senders_own_number),
		T(rows_of_other_kinds), T(tokens_are_not_believed),
		T(list_of_a_day),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
