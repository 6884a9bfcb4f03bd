/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Who sees a case: role, type of document, relation.  Every relation opens to
 * whom it names what the policy gives it, from its first day to its last, and
 * nothing else; a conflict or a seal closes what they open.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "legami_prova.h"

static void
without_relations(void **state)
{
	static const char *const none[] = { NULL };
	struct esperimento p;

	(void)state;
	begin(&p, "2026-11-20");
	assert_int_equal(reads(&p, "as1", &uno), TUTTO);
	assert_int_equal(reads(&p, "coord", &uno), TUTTO);
	/* an atto on everything, and no document; documents, and no atto */
	assert_int_equal(reads(&p, "capo", &uno), 0);
	assert_int_equal(reads(&p, "arch", &uno), 0);
	others_read_nothing(&p, &uno, none);
	end(&p);
}

/* ---- what is closed ---- */

static void
change_state(struct esperimento *p, const char *stato, const char *more)
{
	project(p, CS1, papers[0], arena_printf(p->a, "<cartella" NS ">"
	    "<stato>%s</stato><classifica>VII/9</classifica>"
	    "<accesso>AC-2026-0000001</accesso><ufficio>soc</ufficio>"
	    "<responsabile>as1</responsabile><aperta>2026-01-01</aperta>%s"
	    PAROLA "</cartella>", stato, more));
}

/* As long as it is: a case that runs again is not of the archive. */
static void
what_is_closed(void **state)
{
	const struct occhio dep = { "dep", "mostra" }, arch = { "arch", "mostra" };
	struct esperimento p;

	(void)state;
	begin(&p, "2026-11-20");
	assert_int_equal(registro_copertine(p.r, "dep"), COPERTINE_CHIUSE);
	assert_int_equal(registro_copertine(p.r, "as1"),
	    COPERTINE_ANCHE_APERTE);
	assert_int_equal(registro_copertine(p.r, "capo"), COPERTINE_NESSUNA);
	assert_int_equal(registro_copertine(p.r, "arch"), COPERTINE_NESSUNA);
	assert_int_equal(reads(&p, "dep", &uno), 0);
	change_state(&p, "chiuso", "<chiusura><data>2026-11-19</data>"
	    "<motivo>conclusione</motivo></chiusura>");
	assert_int_equal(reads(&p, "dep", &uno), 0);
	assert_int_equal(registro_vede_sagoma(p.r, &dep, &uno), 1);
	assert_int_equal(registro_vede_sagoma(p.r, &dep, &due), 0);
	assert_int_equal(registro_vede_sagoma(p.r, &arch, &uno), 0);
	project(&p, AC1, "accesso.xml", "<accesso" NS "><tipo>indiretto</tipo>"
	    "<stato>chiuso</stato><ufficio>soc</ufficio><responsabile>as1"
	    "</responsabile><aperto>2026-01-01</aperto></accesso>");
	assert_int_equal(registro_vede(p.r, &dep, &accesso_uno), 0);
	assert_int_equal(registro_vede_sagoma(p.r, &dep, &accesso_uno), 0);
	change_state(&p, "in-carico", "");
	assert_int_equal(registro_vede_sagoma(p.r, &dep, &uno), 0);
	end(&p);
}

/* ---- words ---- */

static void
words_as_they_are_written(void **state)
{
	static const char *const same[] = { "affidamento", "AFFIDAMENTO",
	    "l'affidamento", "dell'affidamento", "Dell\u2019Affidam", "e' finito",
	    "\u00e8 finito", "finito. affidamento,", "l'" };
	static const char *const none[] = { "ffidamento", "affidamentox", "fi",
	    "affidam finito", "per l'affidamento", "in-carico", "as1" };
	const struct occhio o = { "as1", "mostra" };
	struct esperimento p;
	size_t i;

	(void)state;
	begin(&p, "2026-11-20");
	for (i = 0; i < NELEM(same); i++)
		assert_int_equal(finds(&p, &o, &uno, same[i], NULL),
		    TUTTO & ~RISERVATA);
	for (i = 0; i < NELEM(none); i++)
		assert_int_equal(finds(&p, &o, &uno, none[i], NULL), 0);
	end(&p);
}

/* What is syntax to SQLite is text: never an error, never more than words. */
static void
words_are_no_syntax(void **state)
{
	static const char *const hostile[] = { "\"", "\"\"", "\"\"\"", "'", "(",
	    ")", "()", "*", "**", "^", "AND", "OR", "NOT",
	    "a AND", "OR b", "NOT NOT", "NEAR", "NEAR(", "NEAR(a b, 2)",
	    "parole:", "parole : x", "gettoni : \"\u00fet\"", "\u00fet",
	    "\u00feras1", "{parole gettoni} : \u00fet", "- parole : x", "+",
	    "x + y", "x* *", "x\"*", "-x", "--", ";", "\\", "%", "_", "?1",
	    ":x", "x' OR '1'='1", "\xc2\xba", "\xe6\x97\xa5\xe6\x9c\xac",
	    "\xf0\x9f\x99\x82", "\xcc\x81", "a b c d e f g h i j k l",
	    "rowid", "testo_indice", "rank : 1", "\u2019" };
	const struct occhio o = { "as1", "mostra" }, capo = { "capo", "mostra" };
	AUTO_BUF many = { 0 };
	struct esperimento p;
	size_t i;

	(void)state;
	begin(&p, "2026-11-20");
	for (i = 0; i < NELEM(hostile); i++) {
		assert_int_equal(finds(&p, &o, &uno, hostile[i], NULL), 0);
		assert_int_equal(finds(&p, &capo, &uno, hostile[i], NULL), 0);
	}
	/* as many words as fit, each with marks of its own */
	for (i = 0; i < 2000; i++)
		buf_puts(&many, "affidamento \"finito\" ");
	assert_int_equal(finds(&p, &o, &uno, buf_str(&many), NULL),
	    TUTTO & ~RISERVATA);
	end(&p);
}

/* ---- each relation, each day ---- */

static const struct caso {
	struct legame l;
	const char *chi;	/* whom it opens to */
	int che;
} casi[] = {
	{ { LEGAME_EQUIPE, .utente = "as2" }, "as2", TUTTO & ~RISERVATA },
	{ { LEGAME_STRAORDINARIO, .utente = "as3" }, "as3",
	    TUTTO & ~RISERVATA },
	{ { LEGAME_ISTRUTTORIA, .ufficio = "amm" }, "amm1",
	    COPERTINA | PROGETTO },
	{ { LEGAME_CONTROLLO, .ufficio = "sds" }, "sds1", INTERVENTO },
	{ { LEGAME_COMUNE, .comune = "G999" }, "rem1", COPERTINA },
	/* a relation opens only what a role of his has of it */
	{ { LEGAME_EQUIPE, .utente = "amm1" }, "amm1", 0 },
	{ { LEGAME_ISTRUTTORIA, .utente = "as2" }, "as2", 0 },
	{ { LEGAME_EQUIPE, .utente = "capo" }, "capo", 0 },
	{ { LEGAME_EQUIPE, .ufficio = "nord" }, "as3", TUTTO & ~RISERVATA },
};

static void
one_relation(const struct caso *c, const char *giorno, const char *al,
    bool in_force)
{
	const char *const but[] = { c->chi, NULL };
	struct posizione pos;
	struct legame l = c->l;
	struct esperimento p;

	begin(&p, giorno);
	l.dal = "2026-11-10";
	l.al = al;
	pos = position(&p, CS1, "equipe/equipe.xml", "x");
	assert_int_equal(legame_metti(p.r, &pos, &l), 0);
	assert_int_equal(reads(&p, c->chi, &uno), in_force ? c->che : 0);
	others_read_nothing(&p, &uno, but);
	/* the other cartella is as it was, for him too */
	assert_int_equal(reads(&p, c->chi, &due), 0);
	/* the document written again without it */
	assert_int_equal(legami_togli(p.r, &pos), 0);
	assert_int_equal(reads(&p, c->chi, &uno), 0);
	end(&p);
}

static void
relations_last_from_day_to_day(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(casi); i++) {
		one_relation(&casi[i], "2026-11-09", "2026-11-20", false);
		one_relation(&casi[i], "2026-11-10", "2026-11-20", true);
		one_relation(&casi[i], "2026-11-20", "2026-11-20", true);
		one_relation(&casi[i], "2026-11-21", "2026-11-20", false);
		one_relation(&casi[i], "2026-11-09", NULL, false);
		one_relation(&casi[i], "2039-01-01", NULL, true);
	}
}

static void
a_relation_names_one(void **state)
{
	struct legame none = { LEGAME_EQUIPE, .dal = "2026-11-20" };
	struct legame two = { LEGAME_EQUIPE, .utente = "as2",
	    .ufficio = "soc", .dal = "2026-11-20" };
	struct legame never = { LEGAME_EQUIPE, .utente = "as2" };
	struct posizione pos;
	struct esperimento p;

	(void)state;
	begin(&p, "2026-11-20");
	pos = position(&p, CS1, "equipe/equipe.xml", "x");
	assert_int_equal(legame_metti(p.r, &pos, &none), ERR_INVALID);
	assert_int_equal(legame_metti(p.r, &pos, &two), ERR_INVALID);
	assert_int_equal(legame_metti(p.r, &pos, &never), ERR_INVALID);
	assert_int_equal(reads(&p, "as2", &uno), 0);
	end(&p);
}

/* The account of a remote comune sees only its minors (invariante 18). */
static void
remote_comune(void **state)
{
	struct legame l = { LEGAME_COMUNE, .comune = "G999",
	    .dal = "2026-01-01" };
	struct posizione pos;
	struct esperimento p;

	(void)state;
	begin(&p, "2026-11-20");
	pos = position(&p, CS2, "persone/comuni.xml", "x");
	assert_int_equal(legame_metti(p.r, &pos, &l), 0);
	assert_int_equal(reads(&p, "rem1", &due), COPERTINA);
	assert_int_equal(reads(&p, "rem1", &uno), 0);
	assert_int_equal(reads(&p, "rem2", &due), 0);
	assert_int_equal(reads(&p, "rem2", &uno), 0);
	end(&p);
}

/* ---- what closes ---- */

static void
a_conflict_closes_every_road(void **state)
{
	static const char *const whom[] = { "as1", "coord", "as2" };
	struct legame l = { LEGAME_EQUIPE, .utente = "as2",
	    .dal = "2026-01-01" };
	struct occhio o = { "coord", "mostra" };
	struct posizione pos;
	struct esperimento p;
	size_t i;

	(void)state;
	begin(&p, "2026-11-20");
	pos = position(&p, CS1, "equipe/equipe.xml", "x");
	assert_int_equal(legame_metti(p.r, &pos, &l), 0);
	for (i = 0; i < NELEM(whom); i++) {
		assert_int_not_equal(reads(&p, whom[i], &uno), 0);
		project(&p, CS1, "legami/conflitti/00/0001.xml",
		    arena_printf(p.a, CONFLITTO("%s", ""), whom[i]));
		assert_int_equal(reads(&p, whom[i], &uno), 0);
		/* the others and the other one are as they were */
		assert_int_not_equal(reads(&p, whom[(i + 1) % 3], &uno), 0);
		if (i < 2)
			assert_int_equal(reads(&p, whom[i], &due), TUTTO);
		o.utente = whom[i];
		assert_int_equal(registro_vede(p.r, &o, &accesso_uno),
		    ERR_ABSENT);
		project(&p, CS1, "legami/conflitti/00/0001.xml",
		    arena_printf(p.a, CONFLITTO("%s", CESSATO), whom[i]));
		assert_int_not_equal(reads(&p, whom[i], &uno), 0);
	}
	end(&p);
}

/* Declared on the accesso, before the cartella or after it was born. */
static void
a_conflict_goes_with_the_case(void **state)
{
	struct esperimento p;

	(void)state;
	begin(&p, "2026-11-20");
	project(&p, AC1, "legami/conflitti/00/0001.xml", CONFLITTO("coord",
	    ""));
	assert_int_equal(reads(&p, "coord", &uno), 0);
	assert_int_equal(reads(&p, "coord", &due), TUTTO);
	/* the next version of the cover inherits it as well */
	add_case(&(struct esperimento){ p.a, p.r, p.seq + 100 },
	    "cartelle/2026/0000003", "AC-2026-0000001");
	assert_int_equal(reads(&p, "coord", &(struct numero){
	    SERIE_CARTELLA, 2026, 3 }), 0);
	project(&p, AC1, "legami/conflitti/00/0001.xml", CONFLITTO("coord",
	    CESSATO));
	assert_int_equal(reads(&p, "coord", &uno), TUTTO);
	assert_int_equal(reads(&p, "coord", &(struct numero){
	    SERIE_CARTELLA, 2026, 3 }), TUTTO);
	end(&p);
}

static void
a_seal_closes_every_road(void **state)
{
	static const char path[] = "legami/secretazioni/00/0001.xml";
	struct legame l = { LEGAME_EQUIPE, .utente = "as2",
	    .dal = "2026-01-01" };
	struct occhio o = { "coord", "mostra" };
	struct posizione pos;
	struct esperimento p;

	(void)state;
	begin(&p, "2026-11-20");
	pos = position(&p, CS1, "equipe/equipe.xml", "x");
	assert_int_equal(legame_metti(p.r, &pos, &l), 0);
	project(&p, CS1, path, SECRETA(""));
	assert_int_equal(reads(&p, "as1", &uno), TUTTO);
	assert_int_equal(reads(&p, "coord", &uno), 0);
	assert_int_equal(reads(&p, "as2", &uno), 0);
	assert_int_equal(registro_vede(p.r, &o, &accesso_uno), ERR_ABSENT);
	/* named, and only with a road of their own */
	project(&p, CS1, path, SECRETA("<lettore>coord</lettore>"
	    "<lettore>amm1</lettore>"));
	assert_int_equal(reads(&p, "coord", &uno), TUTTO);
	assert_int_equal(reads(&p, "amm1", &uno), 0);
	assert_int_equal(reads(&p, "as2", &uno), 0);
	/* a reader in conflict is a reader no more */
	project(&p, CS1, "legami/conflitti/00/0001.xml", CONFLITTO("coord",
	    ""));
	assert_int_equal(reads(&p, "coord", &uno), 0);
	project(&p, CS1, path, SECRETA(CESSATO));
	assert_int_equal(reads(&p, "as2", &uno), TUTTO & ~RISERVATA);
	assert_int_equal(reads(&p, "coord", &uno), 0);
	end(&p);
}

/* Who acts in the name of another sees no more than himself may. */
static void
the_hand_is_closed_too(void **state)
{
	struct occhio o = { "coord", "mostra" };
	struct esperimento p;

	(void)state;
	begin(&p, "2026-11-20");
	project(&p, CS1, "legami/conflitti/00/0001.xml", CONFLITTO("as2", ""));
	assert_int_equal(registro_vede(p.r, &o, &uno), 0);
	registro_mano(p.r, "as2");
	assert_int_equal(registro_vede(p.r, &o, &uno), ERR_ABSENT);
	assert_int_equal(registro_vede(p.r, &o, &due), 0);
	registro_mano(p.r, "as3");
	assert_int_equal(registro_vede(p.r, &o, &uno), 0);
	registro_mano(p.r, NULL);
	assert_int_equal(registro_vede(p.r, &o, &uno), 0);
	end(&p);
}

/* A link is there for who sees both ends. */
static void
a_link_shows_both_or_none(void **state)
{
	static const char path[] = "legami/collegamenti/00/0001.xml";
	struct legame l = { LEGAME_EQUIPE, .utente = "as2",
	    .dal = "2026-01-01" };
	struct occhio as1 = { "as1", "mostra" }, as2 = { "as2", "mostra" };
	struct nodo *v;
	struct posizione pos;
	struct luogo at;
	struct esperimento p;

	(void)state;
	begin(&p, "2026-11-20");
	pos = position(&p, CS1, "equipe/equipe.xml", "x");
	assert_int_equal(legame_metti(p.r, &pos, &l), 0);
	project(&p, CS1, path, "<collegamento" NS "><cartella>CS-2026-0000002"
	    "</cartella><legame>fratelli</legame><dal>2026-11-20</dal>"
	    "</collegamento>");
	v = nodo_new(p.a, "x");
	assert_int_equal(registro_vista_collegate(v, p.a, p.r, &as1, &uno), 0);
	assert_string_equal(nodo_attr(nodo_child(v, "collegata"), "numero"),
	    "CS-2026-0000002");
	v = nodo_new(p.a, "x");
	assert_int_equal(registro_vista_collegate(v, p.a, p.r, &as1, &due), 0);
	assert_string_equal(nodo_attr(nodo_child(v, "collegata"), "numero"),
	    "CS-2026-0000001");
	assert_int_equal(registro_vede_documento(p.r, &as1, &uno, path), 0);
	/* of the équipe of one only */
	v = nodo_new(p.a, "x");
	assert_int_equal(registro_vista_collegate(v, p.a, p.r, &as2, &uno), 0);
	assert_null(nodo_child(v, "collegata"));
	assert_int_equal(registro_vede_documento(p.r, &as2, &uno, path),
	    ERR_ABSENT);
	assert_int_equal(registro_collegamento(&at, p.a, p.r, &due, &uno), 0);
	assert_string_equal(at.cartella, CS1);
	assert_int_equal(registro_collegamento(&at, p.a, p.r, &uno, &uno),
	    ERR_ABSENT);
	end(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_relations),
		cmocka_unit_test(what_is_closed),
		cmocka_unit_test(words_as_they_are_written),
		cmocka_unit_test(words_are_no_syntax),
		cmocka_unit_test(relations_last_from_day_to_day),
		cmocka_unit_test(a_relation_names_one),
		cmocka_unit_test(remote_comune),
		cmocka_unit_test(a_conflict_closes_every_road),
		cmocka_unit_test(a_conflict_goes_with_the_case),
		cmocka_unit_test(a_seal_closes_every_road),
		cmocka_unit_test(the_hand_is_closed_too),
		cmocka_unit_test(a_link_shows_both_or_none),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
