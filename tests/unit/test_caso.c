/* SPDX-License-Identifier: EUPL-1.2 */
/* The pure rules of a case: codice fiscale, papers, diary, relazione, states,
 * and what differs between two versions. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "albero.h"
#include "base/auto.h"
#include "documenti/cartella.h"
#include "documenti/codice_fiscale.h"
#include "documenti/confronto.h"
#include "documenti/liberatoria.h"
#include "documenti/relazione.h"
#include "documenti/scheda.h"
#include "documenti/stato_di_famiglia.h"
#include "documenti/voce_diario.h"
#include "xml/campi.h"
#include "xml/xml.h"

#define OGGI "2026-11-20"

/* Exactly these codes at these places: "codice percorso\n…", in order. */
static void
said(const struct rilievi *ril, const char *wanted)
{
	AUTO_BUF b = { 0 };
	const struct rilievo *r;

	for (r = ril->primo; r != NULL; r = r->succ)
		buf_printf(&b, "%s %s\n", r->codice, r->percorso);
	assert_string_equal(buf_str(&b), wanted);
}

/* ---- codice fiscale ---- */

static void
codice_fiscale_of_law(void **state)
{
	static const char *const good[] = {
		"RSSMRA85T10A562S", "BNCLCU18C01G999U", "BNCLCU18C41G999Y",
		/* omocodia: one, then all seven digits replaced */
		"BNCLCU18C01G99VJ", "BNCLCUMUCLMGVVVR",
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(good); i++)
		assert_true(codice_fiscale_valid(good[i]));
}

static void
codice_fiscale_refused(void **state)
{
	static const char *const bad[] = {
		"", "RSSMRA85T10A562", "RSSMRA85T10A562SS",
		"RSSMRA85T10A562T",	/* another check character */
		"RSSMAR85T10A562S",	/* two letters exchanged */
		"RSSMRA58T10A562S",	/* two digits exchanged */
		"rssmra85t10a562s", "RSSMRA85F10A562S", "RSSMRA8AT10A562S",
		"RSSMRA85T10A5625", "RSSMRA85T1 A562S", "RSSMRA85\xc3\x88""0A562S",
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(bad); i++)
		assert_false(codice_fiscale_valid(bad[i]));
}

/* Any one letter or digit changed for another of its kind is seen. */
static void
codice_fiscale_one_wrong(void **state)
{
	char cf[] = "RSSMRA85T10A562S";
	int i, c, missed = 0;

	(void)state;
	for (i = 0; i < 15; i++) {
		char was = cf[i];

		for (c = was <= '9' ? '0' : 'A'; c <= (was <= '9' ? '9' : 'Z');
		    c++) {
			cf[i] = (char)c;
			if (c != was)
				missed += codice_fiscale_valid(cf);
		}
		cf[i] = was;
	}
	assert_int_equal(missed, 0);
}

static void
codice_fiscale_birth(void **state)
{
	(void)state;
	assert_true(codice_fiscale_agrees("RSSMRA85T10A562S", "1985-12-10",
	    "M"));
	assert_true(codice_fiscale_agrees("RSSMRA85T10A562S", "1985-12-10",
	    NULL));
	assert_true(codice_fiscale_agrees("BNCLCU18C41G999Y", "2018-03-01",
	    "F"));
	assert_true(codice_fiscale_agrees("BNCLCU18C41G999Y", "2018-03-01",
	    NULL));
	/* omocodia in year and day */
	assert_true(codice_fiscale_agrees("BNCLCUMUCLMG999B", "2018-03-01",
	    "M"));
	assert_false(codice_fiscale_agrees("RSSMRA85T10A562S", "1985-12-10",
	    "F"));
	assert_false(codice_fiscale_agrees("RSSMRA85T10A562S", "1985-12-11",
	    "M"));
	assert_false(codice_fiscale_agrees("RSSMRA85T10A562S", "1985-11-10",
	    NULL));
	assert_false(codice_fiscale_agrees("RSSMRA85T10A562S", "1986-12-10",
	    NULL));
}

/* ---- papers of the opening ---- */

#define SCHEDA(nascita, sesso, cf)					\
	"<anagrafica><cognome>Bianchi</cognome><nome>Luca</nome>" sesso		\
	"<nascita><data>" nascita "</data><luogo>P</luogo></nascita>"	\
	cf "</anagrafica>"
#define CF(x) "<codice-fiscale>" x "</codice-fiscale>"

static void
scheda(void **state)
{
	static const struct {
		const char *inside, *wanted;
	} t[] = {
		{ SCHEDA("2018-03-01", "", ""), "" },
		{ SCHEDA(OGGI, "", ""), "" },
		{ SCHEDA("2018-03-01", "<sesso>M</sesso>",
		    CF("BNCLCU18C01G999U")), "" },
		{ SCHEDA("2026-11-21", "", ""),
		    "data-futura /scheda/anagrafica/nascita/data\n" },
		{ SCHEDA("2018-03-01", "", CF("BNCLCU18C01G999A")),
		    "codice-fiscale /scheda/anagrafica/codice-fiscale\n" },
		{ SCHEDA("2018-03-02", "", CF("BNCLCU18C01G999U")),
		    "codice-fiscale-discorde "
		    "/scheda/anagrafica/codice-fiscale\n" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct rilievi ril = { .a = a };

		scheda_check(&ril, tree(a, "scheda", t[i].inside), OGGI);
		said(&ril, t[i].wanted);
	}
}

/* Only a wrong one is an error: one that tells another birth can be the one
 * on the card, and is confirmed. */
static void
scheda_grades(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi wrong = { .a = a }, other = { .a = a };

	(void)state;
	scheda_check(&wrong, tree(a, "scheda", SCHEDA("2018-03-01", "",
	    CF("BNCLCU18C01G999A"))), OGGI);
	assert_int_equal(wrong.errori, 1);
	scheda_check(&other, tree(a, "scheda", SCHEDA("2018-03-02", "",
	    CF("BNCLCU18C01G999U"))), OGGI);
	assert_int_equal(other.errori, 0);
	assert_int_equal(other.avvisi, 1);
}

static void
liberatoria(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi good = { .a = a }, late = { .a = a }, ended = { .a = a };

	(void)state;
	liberatoria_check(&good, tree(a, "liberatoria", "<data>2026-11-20"
	    "</data><scadenza>2026-11-20</scadenza>"), OGGI);
	said(&good, "");
	liberatoria_check(&late, tree(a, "liberatoria",
	    "<data>2026-11-21</data>"), OGGI);
	said(&late, "data-futura /liberatoria/data\n");
	liberatoria_check(&ended, tree(a, "liberatoria", "<data>2026-11-20"
	    "</data><scadenza>2026-11-19</scadenza>"), OGGI);
	said(&ended, "scadenza /liberatoria/scadenza\n");
}

static void
stato_di_famiglia(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi good = { .a = a }, bad = { .a = a };

	(void)state;
	stato_di_famiglia_check(&good, tree(a, "stato-di-famiglia",
	    "<data>2026-11-20</data><componente><nascita>2026-11-20</nascita>"
	    "</componente><componente/>"), OGGI);
	said(&good, "");
	stato_di_famiglia_check(&bad, tree(a, "stato-di-famiglia",
	    "<data>2026-11-21</data><componente/><componente><nascita>"
	    "2026-11-22</nascita></componente>"), OGGI);
	said(&bad, "data-futura /stato-di-famiglia/data\nnascita-posteriore "
	    "/stato-di-famiglia/componente[2]/nascita\n");
}

/* ---- diary and relazione ---- */

static void
voce_diario(void **state)
{
	static const struct {
		const char *inside, *wanted;
	} t[] = {
		{ "<testo><p>x</p></testo>", "" },
		{ "<data>2026-11-20</data><testo><p>x</p></testo>", "" },
		{ "<data>2026-11-21</data><testo><p>x</p></testo>",
		    "data-futura /annota/data\n" },
		{ "<data>2026-10-31</data><testo><p>x</p></testo>",
		    "data-anteriore /annota/data\n" },
		{ "<testo><p> </p><voce>\t</voce></testo>",
		    "manca-testo /annota/testo\n" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct rilievi ril = { .a = a };

		voce_diario_check(&ril, tree(a, "annota", t[i].inside),
		    "2026-11-01", OGGI);
		said(&ril, t[i].wanted);
	}
}

#define PARTE(nome, testo) "<" nome "><p>" testo "</p></" nome ">"

static void
relazione(void **state)
{
	static const struct {
		const char *inside, *wanted;
	} t[] = {
		{ "<tipo>attivita</tipo>" PARTE("fatti-accertati", "x")
		    PARTE("dichiarazioni", "x") PARTE("valutazioni", "x"),
		    "" },
		{ "<tipo>con-esito</tipo>" PARTE("fatti-accertati", "x")
		    PARTE("dichiarazioni", "x") PARTE("valutazioni", "x")
		    PARTE("proposta", "x"), "" },
		{ "<tipo>con-esito</tipo>" PARTE("fatti-accertati", "x")
		    PARTE("dichiarazioni", "x") PARTE("valutazioni", "x")
		    PARTE("proposta", " "),
		    "manca-proposta /redigi/proposta\n" },
		{ "<tipo>autorita-giudiziaria</tipo>"
		    PARTE("fatti-accertati", "x") PARTE("valutazioni", "x"),
		    "manca-dichiarazioni /redigi/dichiarazioni\n" },
		{ "<tipo>attivita</tipo>", "manca-fatti-accertati "
		    "/redigi/fatti-accertati\nmanca-dichiarazioni "
		    "/redigi/dichiarazioni\nmanca-valutazioni "
		    "/redigi/valutazioni\n" },
	};
	const struct rilievo *r;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct rilievi ril = { .a = a };

		relazione_check(&ril, tree(a, "redigi", t[i].inside));
		said(&ril, t[i].wanted);
		for (r = ril.primo; r != NULL; r = r->succ)
			if (strcmp(r->codice, "manca-proposta") != 0)
				assert_string_equal(r->norma,
				    "art. 473-bis.27 c.p.c.");
	}
}

static void
states(void **state)
{
	(void)state;
	assert_true(cartella_scrivibile("in-carico"));
	assert_true(cartella_scrivibile("in-istruttoria"));
	assert_false(cartella_scrivibile("chiuso"));
}

/* ---- two versions ---- */

/* The difference as "-campo: testo\n…", words as [-…-] and {+…+}. */
static void
differs(const char *da, const char *a_, const char *wanted)
{
	AUTO(arena) a = arena_new();
	struct nodo *out = nodo_new(a, "confronto");
	const struct nodo *n, *w;
	AUTO_BUF b = { 0 };

	assert_int_equal(confronto(out, a, tree(a, "x", da),
	    tree(a, "x", a_)), 0);
	for (n = nodo_child(out, "riga"); n != NULL; n = nodo_next(n, "riga")) {
		buf_printf(&b, "%s%s:", nodo_attr(n, "segno"),
		    nodo_attr(n, "campo"));
		if (nodo_child(n, NULL) == NULL)
			buf_printf(&b, " %s", nodo_all_text(a, n));
		for (w = nodo_child(n, NULL); w; w = nodo_next(w, NULL))
			buf_printf(&b, strcmp(w->nome, "tolto") == 0 ?
			    " [-%s-]" : strcmp(w->nome, "messo") == 0 ?
			    " {+%s+}" : " %s", nodo_all_text(a, w));
		buf_putc(&b, '\n');
	}
	assert_string_equal(buf_str(&b), wanted);
}

static void
versions(void **state)
{
	(void)state;
	differs("<a>1</a>", "<a>1</a>", "");
	differs("<a>1</a><b>2</b>", "<a>1</a><b>3</b>", "~b: [-2-] {+3+}\n");
	/* the same words in another field are another line */
	differs("<a>1</a>", "<b>1</b>", "-a: 1\n+b: 1\n");
	differs("<a><c>1</c></a>", "<a><c>1</c><d>2</d></a>", "+a/d: 2\n");
	differs("<a x=\"1\">1</a>", "<a x=\"2\">1</a>",
	    "~a/x: [-1-] {+2+}\n");
	differs("<t><p>uno</p><p>due</p><p>tre</p></t>",
	    "<t><p>uno</p><p>tre</p></t>", "-t: due\n");
	differs("<t><p>uno</p></t>", "<t><p>un<b>o</b></p></t>",
	    "-t: uno\n+t: un*o*\n");
	differs("<t><p>uno</p></t>", "<t><voce>uno</voce></t>",
	    "~t: {+-+} uno\n");
	differs("<t><tabella><riga><cella>a</cella><cella>b</cella></riga>"
	    "</tabella></t>", "<t><tabella><riga><cella>a</cella>"
	    "<cella>c</cella></riga></tabella></t>",
	    "~t: | a | [-b-] {+c+}\n");
	differs("", "<a>1</a>", "-: \n+a: 1\n");
	/* the number of an item is not its own */
	differs("<t><punto>uno</punto><punto>tre</punto></t>",
	    "<t><punto>uno</punto><punto>due</punto><punto>tre</punto></t>",
	    "+t: n. due\n");
	differs("<t><titolo>uno</titolo></t>", "<t><p>uno</p></t>",
	    "~t: [-#-] uno\n");
	/* outside prosa a titolo is a field like others */
	differs("<s><titolo>a</titolo><ufficio>u</ufficio></s>",
	    "<s><titolo>b</titolo><ufficio>u</ufficio></s>",
	    "~s/titolo: [-a-] {+b+}\n");
}

/* Of a paragraph, the words; of what is another one, the whole. */
static void
versions_words(void **state)
{
	(void)state;
	differs("<t><p>la madre era sola in casa</p></t>",
	    "<t><p>la madre è sola in una casa</p></t>",
	    "~t: la madre [-era-] {+è+} sola in {+una+} casa\n");
	differs("<t><p>la madre era sola</p></t>",
	    "<t><p>il padre non lavora</p></t>",
	    "-t: la madre era sola\n+t: il padre non lavora\n");
	/* each with the one it has become, whatever came between */
	differs("<t><p>la madre era sola</p><p>il padre non lavora</p></t>",
	    "<t><p>nuovo paragrafo qui</p><p>la madre è sola</p>"
	    "<p>il padre lavora</p></t>",
	    "+t: nuovo paragrafo qui\n~t: la madre [-era-] {+è+} sola\n"
	    "~t: il padre [-non-] lavora\n");
	/* of two fields of a name, the first with the first */
	differs("<c>1</c><c>2</c>", "<c>3</c><c>4</c>",
	    "~c: [-1-] {+3+}\n~c: [-2-] {+4+}\n");
}

static void
versions_moved(void **state)
{
	(void)state;
	differs("<t><p>la madre era sola in casa</p><p>b</p><p>c</p></t>",
	    "<t><p>b</p><p>c</p><p>la madre era sola in casa</p></t>",
	    ">t: la madre era sola in casa\n");
	/* to another field it does not move: it goes and comes */
	differs("<t><p>la madre era sola in casa</p></t><u>x</u>",
	    "<t><p>b</p></t><u>x</u><v><p>la madre era sola in casa</p></v>",
	    "-t: la madre era sola in casa\n+t: b\n"
	    "+v: la madre era sola in casa\n");
}

/* What is in both, in order, is as long as it can be. */
static void
versions_longest(void **state)
{
	(void)state;
	differs("<t><p>a</p><p>b</p><p>c</p><p>d</p></t>",
	    "<t><p>b</p><p>x</p><p>d</p><p>a</p></t>",
	    "-t: a\n-t: c\n+t: x\n+t: a\n");
}

static void
versions_too_long(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *x = nodo_new(a, "t"), *y = nodo_new(a, "t");
	struct nodo *out = nodo_new(a, "confronto");
	int i;

	(void)state;
	for (i = 0; i < 20001; i++)
		nodo_elem_printf(a, nodo_elem(a, x, "x"), "v", "%d", i);
	nodo_elem_text(a, y, "v", "1");
	assert_int_equal(confronto(out, a, x, y), ERR_INVALID);
	assert_null(nodo_child(out, NULL));
	/* fewer lines, none of them the same */
	x = nodo_new(a, "t");
	for (i = 0; i < 4000; i++) {
		nodo_elem_printf(a, nodo_elem(a, x, "x"), "v", "%d", i);
		nodo_elem_printf(a, nodo_elem(a, y, "x"), "v", "b%d", i);
	}
	assert_int_equal(confronto(out, a, x, y), ERR_INVALID);
	assert_null(nodo_child(out, NULL));
}

/* A paragraph of very many words is shown whole, not word by word. */
static void
versions_long_paragraph(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	const char *s;
	int i;

	(void)state;
	for (i = 0; i < 1499; i++)
		buf_printf(&b, "%d ", i % 7);
	s = buf_str(&b);
	differs(arena_printf(a, "<t><p>%sdue</p></t>", s),
	    arena_printf(a, "<t><p>%stre</p></t>", s),
	    arena_printf(a, "~t: %.*s [-due-] {+tre+}\n", (int)strlen(s) - 1,
	    s));
	differs(arena_printf(a, "<t><p>%suno due</p></t>", s),
	    arena_printf(a, "<t><p>%suno tre</p></t>", s),
	    arena_printf(a, "-t: %suno due\n+t: %suno tre\n", s, s));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codice_fiscale_of_law),
		cmocka_unit_test(codice_fiscale_refused),
		cmocka_unit_test(codice_fiscale_one_wrong),
		cmocka_unit_test(codice_fiscale_birth),
		cmocka_unit_test(scheda),
		cmocka_unit_test(scheda_grades),
		cmocka_unit_test(liberatoria),
		cmocka_unit_test(stato_di_famiglia),
		cmocka_unit_test(voce_diario),
		cmocka_unit_test(relazione),
		cmocka_unit_test(states),
		cmocka_unit_test(versions),
		cmocka_unit_test(versions_words),
		cmocka_unit_test(versions_moved),
		cmocka_unit_test(versions_longest),
		cmocka_unit_test(versions_too_long),
		cmocka_unit_test(versions_long_paragraph),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
