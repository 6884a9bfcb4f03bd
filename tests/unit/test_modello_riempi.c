/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Models into letters: what each element of a model becomes, and that
 * nothing of a name or of a value is ever more than text.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "modelli.h"

#ifdef SAN
#define TANTI (1 << 11)		/* a piece of memory each */
#else
#define TANTI (1 << 16)
#endif

/* ---- values ---- */

static void
types(void **state)
{
	(void)state;
	BECOMES(P("O: " CAMPO("oggetto") "."), "<oggetto>à &amp; b</oggetto>",
	    T("O: à &amp; b."));
	BECOMES(P(CAMPO("caso.numero")), "<caso numero='CS-1'/>", T("CS-1"));
	BECOMES(P(CAMPO("caso.stato")), "<caso><stato>in-carico</stato></caso>",
	    T("in carico"));
	BECOMES(P(CAMPO("data") "|" CAMPO("giorno") "|" CAMPO("ora")),
	    "<quando>2026-12-01</quando>",
	    T("1° dicembre 2026|01/12/2026|1° dicembre 2026"));
	BECOMES(P(CAMPO("data") "|" CAMPO("giorno") "|" CAMPO("ora")),
	    "<quando>2026-08-31T14:30:00+02:00</quando>",
	    T("31 agosto 2026|31/08/2026|31 agosto 2026, ore 14:30"));
	BECOMES(P(CAMPO("data") "|" CAMPO("giorno") "|" CAMPO("ora")),
	    "<quando>domani</quando>", T("domani|domani|domani"));
	BECOMES(P(CAMPO("data")), "<quando>2026-13-01</quando>",
	    T("2026-13-01"));
	BECOMES(P(CAMPO("spesa")), "<spesa>1200.00</spesa>", T("1.200,00"));
	BECOMES(P(CAMPO("spesa")), "<spesa>1234567.5</spesa>",
	    T("1.234.567,50"));
	BECOMES(P(CAMPO("spesa")), "<spesa>0.07</spesa>", T("0,07"));
	BECOMES(P(CAMPO("spesa")), "<spesa>-3</spesa>", T("-3,00"));
	BECOMES(P(CAMPO("spesa")), "<spesa>1.200,00</spesa>", T("1.200,00"));
	BECOMES(P(CAMPO("urgente")), "<urgente>si</urgente>", T("sì"));
	BECOMES(P(CAMPO("urgente")), "<urgente>no</urgente>", T("no"));
	BECOMES(P(CAMPO("libero.scuola")), "<libero nome='altro'>x</libero>"
	    "<libero nome='scuola'>Media</libero>", T("Media"));
	/* the first, step by step, as nodo_value */
	BECOMES(P(CAMPO("oggetto")), "<oggetto>uno</oggetto>"
	    "<oggetto>due</oggetto>", T("uno"));
	BECOMES(P("<text:user-field-input text:name='oggetto'>x"
	    "</text:user-field-input>"), "<oggetto>uno</oggetto>", T("uno"));
	BECOMES(P("<text:span text:style-name='Cartella_b'>" CAMPO("oggetto")
	    "</text:span> e " CAMPO("corpo")), "<oggetto>o</oggetto><corpo>"
	    "<p>uno <b>due</b></p><voce>tre</voce></corpo>",
	    T("<text:span text:style-name=\"Cartella_b\">o</text:span> e uno "
	    "<text:span text:style-name=\"Cartella_b\">due</text:span>"
	    "<text:line-break/>tre"));
}

static void
blanks(void **state)
{
	(void)state;
	BECOMES(P(CAMPO("oggetto")), "<oggetto>  a   b\tc\nd \n e</oggetto>",
	    T("<text:s text:c=\"2\"/>a <text:s text:c=\"2\"/>b<text:tab/>c"
	    "<text:line-break/>d <text:line-break/><text:s text:c=\"1\"/>e"));
	/* in prose lines end where they may; blanks are blanks */
	BECOMES(P(CAMPO("corpo")), "<corpo><p>\n  a\n   <b> b </b>  c\td\n"
	    "</p></corpo>",
	    T("a <text:span text:style-name=\"Cartella_b\"><text:s text:c="
	    "\"1\"/>b </text:span><text:s text:c=\"2\"/>c d "));
	BECOMES(P(CAMPO("corpo")), "<corpo><p>in  tutto</p></corpo>",
	    T("in <text:s text:c=\"1\"/>tutto"));
	BECOMES(P(CAMPO("corpo")), "<corpo>a\nb</corpo>",
	    T("a<text:line-break/>b"));
	/* how the data are laid out is no value */
	BECOMES(P(CAMPO("corpo")), "\n  <corpo>\n    <p>a</p>\n  </corpo>\n",
	    T("a"));
}

static void
hostile_values(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF big = { 0 };
	char *text;
	int i;

	(void)state;
	BECOMES(P(CAMPO("oggetto")), "<oggetto>&lt;text:p/&gt;]]&gt;{1+1}&lt;"
	    "!--manca:oggetto--&gt;&amp;amp;{{x}}&lt;xsl:value-of "
	    "select='/'/&gt;</oggetto>",
	    T("&lt;text:p/&gt;]]&gt;{1+1}&lt;!--manca:oggetto--&gt;&amp;amp;"
	    "{{x}}&lt;xsl:value-of select='/'/&gt;"));
	BECOMES(P(CAMPO("libero.x")), "<libero nome=\"x' or '1\">no</libero>"
	    "<libero nome='x'>si</libero>", T("si"));
	for (i = 0; i < TANTI; i++)
		buf_puts(&big, "{a} \n\t&lt;è  ");
	text = filled(a, P(CAMPO("oggetto")), arena_printf(a,
	    "<oggetto>%s</oggetto>", buf_str(&big)), 0);
	for (i = 0; (text = strstr(text, "{a} <text:line-break/><text:tab/>"
	    "&lt;è ")) != NULL; i++)
		text++;
	assert_int_equal(i, TANTI);
}

/* ---- what varies ---- */

static void
conditions(void **state)
{
	(void)state;
	BECOMES(SEZIONE("se_oggetto", P("si")) SEZIONE("se_non_oggetto",
	    P("no")), "<oggetto>x</oggetto>", T("si"));
	BECOMES(SEZIONE("se_oggetto", P("si")) SEZIONE("se_non_oggetto2",
	    P("no")), "", T("no"));
	BECOMES(SEZIONE("se_oggetto3", P("si")) SEZIONE("se_non_oggetto4",
	    P("no")), "<oggetto> \n</oggetto>", T("no"));
	BECOMES(SEZIONE("se_urgente", P("si")) SEZIONE("se_non_urgente",
	    P("no")), "<urgente>no</urgente>", T("no"));
	BECOMES(SEZIONE("se_rif", P("si")) SEZIONE("se_non_rif", P("no")),
	    "<rif>x</rif>", T("si"));
	BECOMES(SEZIONE("se_corpo", P(CAMPO("corpo")) SEZIONE("se_libero.nota",
	    P(CAMPO("libero.nota")))), "<corpo><p>x</p></corpo>", T("x"));
	/* one that means nothing stays */
	BECOMES(SEZIONE("Sezione1", P("x")), "",
	    "<text:section text:name=\"Sezione1\" text:style-name=\"S1\">"
	    T("x") "</text:section>");
}

#define FAMIGLIA "<famiglia><componente><nome>Ada</nome><recapito><numero>1" \
	"</numero></recapito><recapito><numero>2</numero></recapito>" \
	"</componente><componente><nome>Ugo</nome></componente></famiglia>"
#define C(in) "<table:table-cell>" T(in) "</table:table-cell>"

static void
repeats(void **state)
{
	(void)state;
	BECOMES(SEZIONE("ripeti_rif", P(CAMPO("oggetto") CAMPO("rif.testo"))),
	    "<oggetto>o</oggetto><rif>1</rif><rif>2</rif>", T("o1") T("o2"));
	BECOMES(P("x") SEZIONE("ripeti_rif2", P(CAMPO("rif.testo"))), "",
	    T("x"));
	BECOMES(SEZIONE("ripeti_famiglia", P(CAMPO("famiglia.nome"))
	    SEZIONE("ripeti_famiglia.recapiti", P(CAMPO("famiglia.nome") ": "
	    CAMPO("famiglia.recapiti.numero"))) SEZIONE("se_non_famiglia."
	    "recapiti", P("nessuno"))), FAMIGLIA,
	    T("Ada") T("Ada: 1") T("Ada: 2") T("Ugo") T("nessuno"));
	/* twice, one after the other */
	BECOMES(SEZIONE("ripeti_rif", P(CAMPO("rif.testo"))) SEZIONE(
	    "ripeti_rif2", P(CAMPO("rif.testo"))), "<rif>1</rif>",
	    T("1") T("1"));
	/* one list, not one each */
	BECOMES(SEZIONE("ripeti_rif", "<text:list><text:list-item>"
	    P(CAMPO("rif.testo")) "</text:list-item></text:list>"),
	    "<rif>1</rif><rif>2</rif>",
	    "<text:list><text:list-item>" T("1") "</text:list-item>"
	    "<text:list-item>" T("2") "</text:list-item></text:list>");
	BECOMES(P("x") SEZIONE("ripeti_rif", "<text:list><text:list-item>"
	    P(CAMPO("rif.testo")) "</text:list-item></text:list>"), "",
	    T("x"));
}

static void
tables(void **state)
{
	static const char table[] = P("x") "<table:table table:name='"
	    "ripeti_famiglia3'><table:table-column/><table:table-header-rows>"
	    "<table:table-row>" CELLA("Nome") "</table:table-row>"
	    "</table:table-header-rows><table:table-row>"
	    CELLA(CAMPO("famiglia.nome")) "</table:table-row>"
	    "<text:soft-page-break/></table:table>";

	(void)state;
	BECOMES(table, FAMIGLIA, T("x") "<table:table><table:table-column/>"
	    "<table:table-header-rows><table:table-row>" C("Nome")
	    "</table:table-row></table:table-header-rows><table:table-row>"
	    C("Ada") "</table:table-row><table:table-row>" C("Ugo")
	    "</table:table-row></table:table>");
	BECOMES(table, "", T("x"));
	/* a table in a repeated section, its name once */
	BECOMES(SEZIONE("ripeti_rif", "<table:table table:name='T'>"
	    "<table:table-row>" CELLA(CAMPO("rif.testo")) "</table:table-row>"
	    "</table:table>"), "<rif>1</rif>", "<table:table>"
	    "<table:table-row>" C("1") "</table:table-row></table:table>");
}

static void
left_out(void **state)
{
	(void)state;
	BECOMES("<text:user-field-decls><text:user-field-decl "
	    "office:value-type='string' office:string-value='vecchio' "
	    "text:name='oggetto'/></text:user-field-decls>"
	    "<text:tracked-changes><text:changed-region xml:id='c1' "
	    "text:id='c1'><text:deletion>" P("tolto") "</text:deletion>"
	    "</text:changed-region></text:tracked-changes>"
	    "<!-- una nota -->"
	    P("a<text:soft-page-break/><text:change text:change-id='c1'/>"
	    "<office:annotation><dc:creator>x</dc:creator>" P("nota")
	    "</office:annotation>b<office:annotation-end/>"),
	    "", T("ab"));
	/* names to point at: once each */
	BECOMES(SEZIONE("ripeti_rif", "<text:p text:style-name='Testo' "
	    "xml:id='p1'><text:bookmark text:name='qui'/>x"
	    "<text:reference-mark text:name='r'/></text:p>")
	    "<text:p text:style-name='Testo' xml:id='p2'><text:bookmark "
	    "text:name='la'/></text:p>", "<rif>1</rif><rif>2</rif>",
	    T("x") T("x") "<text:p text:style-name=\"Testo\" xml:id=\"p2\">"
	    "<text:bookmark text:name=\"la\"/></text:p>");
}

/* Everywhere a paragraph can stand. */
static void
places(void **state)
{
	static const char styles[] =
	    "<office:document-styles" NOMI "><office:styles>"
	    "<style:style style:name='Standard' style:family='paragraph'/>"
	    "<style:style style:name='Testo' style:family='paragraph'/>"
	    "</office:styles><office:master-styles>"
	    "<style:master-page style:name='Prima'><style:header>"
	    P("T1 " CAMPO("oggetto")) "</style:header><style:header-first>"
	    P("T2 " CAMPO("oggetto")) "</style:header-first><style:footer>"
	    SEZIONE("se_rif", P("no")) SEZIONE("ripeti_famiglia",
	    P("F1 " CAMPO("famiglia.nome"))) "</style:footer>"
	    "</style:master-page><style:master-page style:name='Altra'>"
	    "<style:header-left>" P("T3 " CAMPO("oggetto"))
	    "</style:header-left><style:footer>" P(CAMPO("corpo"))
	    "</style:footer></style:master-page></office:master-styles>"
	    "</office:document-styles>";
	static const char *const there[] = { "T1 ogg<", "T2 ogg<", "T3 ogg<",
	    "F1 Ada<", "F1 Ugo<", "<text:span text:style-name=\"Cartella_b\">"
	    "forte<", "style:name=\"Cartella_b\"" };
	AUTO(arena) a = arena_new();
	AUTO_BUF m = { 0 }, odt = { 0 }, part = { 0 };
	const char *guasto;
	struct nodo *manca;
	size_t i;

	(void)state;
	model(&m, P("<draw:frame text:anchor-type='paragraph'><draw:text-box>"
	    P("cornice " CAMPO("oggetto")) "</draw:text-box></draw:frame>"
	    "<text:note text:id='ftn1' text:note-class='footnote'>"
	    "<text:note-citation>1</text:note-citation><text:note-body>"
	    P("nota " CAMPO("oggetto")) "</text:note-body></text:note>"),
	    styles);
	assert_int_equal(modello_riempi(&odt, &manca, a, m.data, m.len,
	    parsed(a, "<dati xmlns='urn:cartella:1'><oggetto>ogg</oggetto>"
	    "<corpo><p><b>forte</b></p></corpo>" FAMIGLIA "</dati>",
	    XML_OURS), "Prova", 0), 0);
	assert_null(manca);
	if ((guasto = odf_sano(a, odt.data, odt.len)) != NULL)
		fail_msg("%s", guasto);
	assert_non_null(strstr(body(a, &odt), "cornice ogg<"));
	assert_non_null(strstr(body(a, &odt), "nota ogg<"));
	part_of(&part, &odt, "styles.xml");
	for (i = 0; i < NELEM(there); i++)
		if (strstr(buf_str(&part), there[i]) == NULL)
			fail_msg("manca «%s» in %s", there[i], buf_str(&part));
	assert_null(strstr(buf_str(&part), ">no<"));
}

/* Heads are of each letter, not of the first that was made. */
static void
heads(void **state)
{
	static const char *const names[] = { "Ada", "Ugo" };
	AUTO(arena) a = arena_new();
	AUTO_BUF m = { 0 }, odt = { 0 }, part = { 0 };
	struct nodo *manca;
	size_t i;

	(void)state;
	model(&m, P("x"), "<office:document-styles" NOMI "><office:styles>"
	    "<style:style style:name='Testo' style:family='paragraph'/>"
	    "</office:styles><office:master-styles><style:master-page "
	    "style:name='Prima'><style:header>" P(CAMPO("oggetto"))
	    "</style:header></style:master-page></office:master-styles>"
	    "</office:document-styles>");
	for (i = 0; i < 4; i++) {
		buf_clear(&odt);
		buf_clear(&part);
		assert_int_equal(modello_riempi(&odt, &manca, a, m.data,
		    m.len, parsed(a, arena_printf(a, "<dati xmlns='urn:"
		    "cartella:1'><oggetto>%s</oggetto></dati>", names[i % 2]),
		    XML_OURS), "Prova", i < 2 ? 0 : RIEMPI_BOZZA), 0);
		assert_null(manca);
		assert_null(odf_sano(a, odt.data, odt.len));
		part_of(&part, &odt, "styles.xml");
		assert_non_null(strstr(buf_str(&part), arena_printf(a,
		    "<style:header>" T("%s") "</style:header>",
		    names[i % 2])));
	}
}

/* ---- prose ---- */

#define VOCE(in) "<text:list-item>" T(in) "</text:list-item>"
#define RIGA(in) "<table:table-row>" in "</table:table-row>"
#define PC(in) "<table:table-cell table:style-name=\"Cartella_cella\">" \
	"<text:p text:style-name=\"Cartella_testo_cella\">" in "</text:p>" \
	"</table:table-cell>"

static void
prose(void **state)
{
	(void)state;
	BECOMES(P(CAMPO("corpo")), "<corpo><titolo>Uno</titolo><p>a <b>b <i>c"
	    "</i></b></p><voce>v1</voce><voce>v2</voce><punto>p1</punto>"
	    "<p>d</p><voce>v3</voce></corpo>",
	    "<text:h text:style-name=\"Cartella_titolo\" text:outline-level="
	    "\"1\">Uno</text:h>" T("a <text:span text:style-name=\"Cartella_b"
	    "\">b <text:span text:style-name=\"Cartella_i\">c</text:span>"
	    "</text:span>") "<text:list text:style-name=\"Cartella_voce\">"
	    VOCE("v1") VOCE("v2") "</text:list><text:list text:style-name="
	    "\"Cartella_punto\">" VOCE("p1") "</text:list>" T("d")
	    "<text:list text:style-name=\"Cartella_voce\">" VOCE("v3")
	    "</text:list>");
	/* a level below the heading it stands under */
	BECOMES("<text:h text:outline-level=\"2\">H</text:h>" P(CAMPO("corpo")),
	    "<corpo><titolo>Uno</titolo></corpo>",
	    "<text:h text:outline-level=\"2\">H</text:h><text:h "
	    "text:style-name=\"Cartella_titolo\" text:outline-level=\"3\">"
	    "Uno</text:h>");
	BECOMES(P("<text:span> " CAMPO("corpo") "</text:span><text:span/>"),
	    "<corpo>solo testo</corpo>", T("solo testo"));
	/* rows shorter than the longest */
	BECOMES(P(CAMPO("corpo")), "<corpo><tabella><riga><cella>1</cella>"
	    "</riga><riga><cella>2</cella><cella>3\n  x</cella></riga></tabella>"
	    "</corpo>", "<table:table table:style-name=\"Cartella_tabella\">"
	    "<table:table-column table:number-columns-repeated=\"2\"/>"
	    RIGA(PC("1") "<table:table-cell table:style-name=\"Cartella_cella"
	    "\" table:number-columns-repeated=\"1\"><text:p text:style-name="
	    "\"Cartella_testo_cella\"/></table:table-cell>")
	    RIGA(PC("2") PC("3 x")) "</table:table>");
	/* a first row all in bold is the head */
	BECOMES(P(CAMPO("corpo")), "<corpo><tabella><riga><cella><b>A</b>"
	    "</cella></riga><riga><cella>1</cella></riga></tabella></corpo>",
	    "<table:table table:style-name=\"Cartella_tabella\">"
	    "<table:table-column table:number-columns-repeated=\"1\"/>"
	    "<table:table-header-rows>" RIGA(PC("<text:span text:style-name="
	    "\"Cartella_b\">A</text:span>")) "</table:table-header-rows>"
	    RIGA(PC("1")) "</table:table>");
	BECOMES(SEZIONE("ripeti_famiglia", P(CAMPO("famiglia.nota"))),
	    "<famiglia><componente><nota><p>a</p></nota></componente>"
	    "<componente><nota><p>b</p></nota></componente></famiglia>",
	    T("a") T("b"));
}

/* What follows the first block: no second page, the style that follows. */
static void
prose_goes_on(void **state)
{
	static const char content_start[] = "<office:document-content "
	    "office:version='1.3'" NOMI "><office:automatic-styles>"
	    "<style:style style:name='P1' style:family='paragraph' "
	    "style:parent-style-name='Testo'><style:paragraph-properties "
	    "fo:break-before='page' fo:text-align='end'/></style:style>"
	    "<style:style style:name='P2' style:family='paragraph' "
	    "style:parent-style-name='Testo'><style:paragraph-properties "
	    "fo:text-align='end'/></style:style></office:automatic-styles>"
	    "<office:body><office:text>"
	    "<text:p text:style-name='P1'>" CAMPO("corpo") "</text:p>"
	    "<text:p text:style-name='P2'>" CAMPO("corpo") "</text:p>"
	    "<text:p text:style-name='Inizio'>" CAMPO("corpo") "</text:p>"
	    "</office:text></office:body></office:document-content>";
	static const char styles[] = "<office:document-styles" NOMI ">"
	    "<office:styles><style:style style:name='Testo' style:family="
	    "'paragraph'/><style:style style:name='Inizio' style:family="
	    "'paragraph' style:next-style-name='Testo'/></office:styles>"
	    "<office:master-styles/></office:document-styles>";
	AUTO(arena) a = arena_new();
	AUTO_BUF foglio = { 0 }, out = { 0 };
	const char *const params[] = { "parte", "contenuto", NULL };

	(void)state;
	if (modello_compila(&foglio, odf(a, content_start), odf(a, styles),
	    parsed(a, dizionario, XML_OURS)) != 0)
		fail_msg("%s", err_msg());
	if (xml_transform_made(&out, "seguito", foglio.data, foglio.len,
	    parsed(a, "<dati xmlns='urn:cartella:1'><corpo><p>a</p><p>b</p>"
	    "</corpo></dati>", XML_OURS), params) != 0)
		fail_msg("%s", err_msg());
	assert_non_null(strstr(buf_str(&out), "<text:p text:style-name=\"P1"
	    "\">a</text:p><text:p text:style-name=\"Cartella_seguito_P1\">b"
	    "</text:p><text:p text:style-name=\"P2\">a</text:p><text:p "
	    "text:style-name=\"P2\">b</text:p><text:p text:style-name="
	    "\"Inizio\">a</text:p>" T("b")));
	assert_non_null(strstr(buf_str(&out), "<style:style style:name="
	    "\"Cartella_seguito_P1\" style:family=\"paragraph\" "
	    "style:parent-style-name=\"Testo\"><style:paragraph-properties "
	    "fo:text-align=\"end\"/></style:style>"));
}

/* A run longer than the depth a sheet may go to. */
static void
long_list(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF corpo = { 0 };
	const char *text;
	int i, n;

	(void)state;
	buf_puts(&corpo, "<corpo>");
	for (i = 0; i < 5000; i++)
		buf_puts(&corpo, "<punto>v</punto>");
	buf_puts(&corpo, "</corpo>");
	text = filled(a, P(CAMPO("corpo")), buf_str(&corpo), 0);
	for (n = 0; (text = strstr(text, "<text:list-item>")) != NULL; n++)
		text++;
	assert_int_equal(n, 5000);
}

static void
drafts(void **state)
{
	(void)state;
	DRAFT(P(CAMPO("oggetto")) P("x " CAMPO("data")) P(CAMPO("corpo"))
	    P(CAMPO("corpo")), "<quando>2026-12-02</quando><corpo><p>a</p>"
	    "<p>b</p></corpo>",
	    T("<text:span text:style-name=\"Cartella_manca\">«oggetto»"
	    "</text:span>") T("x 2 dicembre 2026")
	    "<text:section text:name=\"corpo\">" T("a") T("b")
	    "</text:section>" T("a") T("b"));
	DRAFT(P(CAMPO("corpo")), "",
	    "<text:section text:name=\"corpo\"><text:p text:style-name="
	    "\"Testo\"/></text:section>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(types),
		cmocka_unit_test(blanks),
		cmocka_unit_test(hostile_values),
		cmocka_unit_test(conditions),
		cmocka_unit_test(repeats),
		cmocka_unit_test(tables),
		cmocka_unit_test(left_out),
		cmocka_unit_test(places),
		cmocka_unit_test(heads),
		cmocka_unit_test(prose),
		cmocka_unit_test(prose_goes_on),
		cmocka_unit_test(long_list),
		cmocka_unit_test(drafts),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
