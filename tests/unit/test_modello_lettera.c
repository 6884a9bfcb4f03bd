/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a model may not do, what a letter lacks, what is in the package; the
 * models shipped, in the real LibreOffice.  That is left out of the sanitizer
 * builds (not ours, full of leaks of its own).
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "modelli.h"
#include "strumenti.h"

#ifdef SAN
#define OFFICE 0
#else
#define OFFICE 1
#endif

/* ---- what is missing ---- */

static void
missing(void **state)
{
	static const char *const names[] = { "oggetto", "corpo", "rif.testo",
	    "libero.a--b", "data" };
	AUTO(arena) a = arena_new();
	AUTO_BUF m = { 0 }, odt = { 0 };
	struct nodo *manca = NULL, *n;
	size_t i;

	(void)state;
	model(&m, P(CAMPO("oggetto")) SEZIONE("se_caso.stato",
	    P(CAMPO("caso.stato"))) P(CAMPO("corpo")) P(CAMPO("oggetto"))
	    SEZIONE("ripeti_rif", P(CAMPO("rif.testo")))
	    P(CAMPO("libero.a--b")),
	    "<office:document-styles" NOMI "><office:styles/>"
	    "<office:master-styles><style:master-page style:name='x'>"
	    "<style:header>" P(CAMPO("data") CAMPO("oggetto"))
	    "</style:header></style:master-page></office:master-styles>"
	    "</office:document-styles>");
	assert_int_equal(modello_riempi(&odt, &manca, a, m.data, m.len,
	    parsed(a, "<dati xmlns='urn:cartella:1'><rif/><rif> </rif>"
	    "<corpo><p> </p></corpo></dati>", XML_OURS), "Prova", 0), 0);
	assert_non_null(manca);
	assert_int_equal(odt.len, 0);
	n = nodo_child(manca, NULL);
	for (i = 0; i < NELEM(names); i++, n = nodo_next(n, NULL)) {
		assert_non_null(n);
		assert_string_equal(nodo_attr(n, "nome"), names[i]);
	}
	assert_null(n);
}

/* ---- the model ---- */

static void
braces(void **state)
{
	AUTO(arena) a = arena_new();

	(void)state;
	BECOMES(P("{1+1} {{ }} <text:a xlink:href='{/}'>x</text:a>"
	    "<text:span text:style-name='Cartella_b'>{</text:span>")
	    P(CAMPO("corpo")), "<corpo>x</corpo>",
	    T("{1+1} {{ }} <text:a xlink:href=\"{/}\">x</text:a><text:span "
	    "text:style-name=\"Cartella_b\">{</text:span>") T("x"));
	assert_non_null(strstr(filled(a, SEZIONE("S{/}}a{", P("x")), "", 0),
	    "text:name=\"S{/}}a{\""));
}

static void
instructions(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF m = { 0 }, odt = { 0 };
	struct nodo *manca;

	(void)state;
	model(&m, P("a<xsl:value-of xmlns:xsl='http://www.w3.org/1999/XSL/"
	    "Transform' select='/'/><x:value-of xmlns:x='urn:cartella:foglio' "
	    "select='/'/><text:span xsl:use-attribute-sets='x' xmlns:xsl="
	    "'http://www.w3.org/1999/XSL/Transform'>b</text:span>"
	    "<c:campo xmlns:c='urn:cartella:1'>x</c:campo>"), stili_base);
	assert_int_equal(modello_riempi(&odt, &manca, a, m.data, m.len,
	    parsed(a, "<dati xmlns='urn:cartella:1'>segreto</dati>",
	    XML_OURS), "Prova", 0), 0);
	assert_string_equal(body(a, &odt), T("a<text:span>b</text:span>"));
}

static void
refused(const char *corpo, const char *perche)
{
	AUTO_BUF foglio = { 0 };

	err_clear();
	assert_int_not_equal(compiled(&foglio, corpo, stili_base), 0);
	assert_int_equal(foglio.len, 0);
	if (strstr(err_msg(), perche) == NULL)
		fail_msg("«%s» non dice «%s»", err_msg(), perche);
}

static void
refuses(void **state)
{
	AUTO_BUF foglio = { 0 };

	(void)state;
	refused(P(CAMPO("ogetto")), "«ogetto» non c'è; forse «oggetto»");
	refused(P(CAMPO("x[1]|//*")), "non c'è");
	refused(SEZIONE("se_oggetto&apos;or&apos;1", P("x")), "non c'è");
	refused(SEZIONE("ripeti_", P("x")), "non c'è");
	refused(P(CAMPO("libero.x&apos;or&apos;1")), "non c'è");
	refused(P(CAMPO("libero.")), "non c'è");
	refused(P(CAMPO("libero.x2")), "non c'è");
	refused(P(CAMPO("oggetto2")), "forse «oggetto»");
	refused(P(CAMPO("rif.testo")), "sta fuori da ciò che ripete");
	refused(SEZIONE("se_rif.testo", P("x")), "sta fuori");
	refused(SEZIONE("ripeti_famiglia.recapiti", P("x")), "sta fuori");
	refused(SEZIONE("ripeti_oggetto", P("x")), "non è un elenco");
	refused(P(CAMPO("rif")), "è un elenco");
	refused(P(CAMPO("storto")), "via di «storto»");
	refused(P(CAMPO("vuoto")), "via di «vuoto»");
	refused(P(CAMPO("chiamata")), "via di «chiamata»");
	refused("<campo via=\"document('x')\" modo='testo'/>",
	    "fuori da OpenDocument");
	assert_int_equal(compiled(&foglio, "", "<office:document-content"
	    NOMI "/>"), ERR_INVALID);
}

static void
not_models(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF m = { 0 }, odt = { 0 };
	struct nodo *d = parsed(a, "<dati xmlns='urn:cartella:1'><oggetto>x"
	    "</oggetto></dati>", XML_OURS), *manca = NULL;
	static const struct zip_part none = { "mimetype", "x", 1, 1 };

	(void)state;
	assert_int_equal(zip_write(&m, &none, 1), 0);
	assert_int_equal(modello_riempi(&odt, &manca, a, m.data, m.len, d,
	    "Prova", 0), ERR_INVALID);
	assert_int_equal(modello_riempi(&odt, &manca, a, "ciao", 4, d,
	    "Prova", 0), ERR_INVALID);
	assert_int_equal(modello_scheda(&manca, a, m.data, m.len),
	    ERR_INVALID);
	buf_clear(&m);
	model(&m, P(CAMPO("oggetto")), stili_base);
	assert_int_equal(modello_riempi(&odt, &manca, a, m.data, m.len, d,
	    " ", 0), ERR_INVALID);
	assert_int_equal(modello_riempi(&odt, &manca, a, m.data, m.len, d,
	    NULL, 0), ERR_INVALID);
	nodo_text(a, nodo_child(d, "oggetto"), "\xff\xfe");
	assert_int_equal(modello_riempi(&odt, &manca, a, m.data, m.len, d,
	    "Prova", 0), ERR_INVALID);
	assert_int_equal(odt.len, 0);
}

static void
controls(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF m = { 0 }, odt = { 0 };
	struct nodo *d = nodo_new(a, "dati"), *manca;

	(void)state;
	nodo_elem_text(a, d, "oggetto", "a\001b\r\nc\xef\xbf\xbf" "d");
	model(&m, P(CAMPO("oggetto")), stili_base);
	assert_int_equal(modello_riempi(&odt, &manca, a, m.data, m.len, d,
	    "Prova", 0), 0);
	assert_string_equal(body(a, &odt), T("a\xef\xbf\xbd" "b"
	    "<text:line-break/>c\xef\xbf\xbd" "d"));
}

static void
package(void **state)
{
	static const char *const names[] = { "mimetype",
	    "META-INF/manifest.xml", "styles.xml", "content.xml", "meta.xml",
	    "Fonts/f.ttf", "Pictures/x.png" };
	AUTO(arena) a = arena_new();
	AUTO_BUF m = { 0 }, odt = { 0 }, again = { 0 }, part = { 0 };
	struct nodo *d = parsed(a, "<dati xmlns='urn:cartella:1'><oggetto>x"
	    "</oggetto></dati>", XML_OURS), *manca;
	char **entry;
	size_t i;

	(void)state;
	model(&m, P(CAMPO("oggetto")), stili_base);
	assert_int_equal(modello_riempi(&odt, &manca, a, m.data, m.len, d,
	    "Titolo & prova", 0), 0);
	assert_int_equal(modello_riempi(&again, &manca, a, m.data, m.len, d,
	    "Titolo & prova", 0), 0);
	assert_int_equal(odt.len, again.len);
	assert_memory_equal(odt.data, again.data, odt.len);
	/* ODF 1.3 part 2, 3.3: first, not compressed, no extra field */
	assert_memory_equal(odt.data + 30,
	    "mimetypeapplication/vnd.oasis.opendocument.text", 47);
	assert_int_equal(zip_names(&entry, a, odt.data, odt.len), 0);
	for (i = 0; i < NELEM(names); i++)
		assert_string_equal(entry[i], names[i]);
	assert_null(entry[i]);
	part_of(&part, &odt, "META-INF/manifest.xml");
	assert_non_null(strstr(buf_str(&part), "\"Pictures/x.png\" "
	    "manifest:media-type=\"image/png\""));
	assert_null(strstr(buf_str(&part), "foglio"));
	buf_clear(&part);
	part_of(&part, &odt, "meta.xml");
	assert_non_null(strstr(buf_str(&part), "Titolo &amp; prova"));
}

/* More models than are kept unpacked: each still is its own. */
static void
many_models(void **state)
{
	AUTO(arena) a = arena_new();
	int i, round;

	(void)state;
	for (round = 0; round < 2; round++)
		for (i = 0; i < 70; i++)
			assert_string_equal(filled(a, arena_printf(a, P("%d "
			    CAMPO("oggetto")), i), "<oggetto>x</oggetto>", 0),
			    arena_printf(a, T("%d x"), i));
}

static void
sheet_says(void **state)
{
	static const char *const names[] = { "caso.stato", "corpo", "libero.x",
	    "oggetto", "rif", "rif.testo" };
	AUTO(arena) a = arena_new();
	AUTO_BUF m = { 0 };
	struct nodo *s, *n;
	size_t i;

	(void)state;
	model(&m, P(CAMPO("oggetto") CAMPO("libero.x") CAMPO("oggetto"))
	    SEZIONE("se_caso.stato", P(CAMPO("corpo")))
	    SEZIONE("ripeti_rif", P(CAMPO("rif.testo"))), stili_base);
	assert_int_equal(modello_scheda(&s, a, m.data, m.len), 0);
	assert_string_equal(s->nome, "modello");
	assert_string_equal(nodo_attr(s, "titolo"), "Prova");
	n = nodo_child(s, NULL);
	for (i = 0; i < NELEM(names); i++, n = nodo_next(n, NULL)) {
		assert_non_null(n);
		assert_string_equal(nodo_attr(n, "nome"), names[i]);
		assert_string_equal(n->nome, i == 4 ? "elenco" : "campo");
	}
	assert_null(n);
}

/* ---- the models shipped ---- */

static void
shipped(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *all, *m;
	const struct buf *odt, *twice;
	const char *nome;

	(void)state;
	assert_int_equal(modello_spediti(&all, a), 0);
	for (m = nodo_child(all, "modello"); m != NULL;
	    m = nodo_next(m, "modello")) {
		nome = nodo_attr(m, "nome");
		if (modello_spedito(&odt, nome) != 0 ||
		    modello_spedito(&twice, nome) != 0)
			fail_msg("%s: %s", nome, err_msg());
		assert_ptr_equal(odt, twice);
	}
	assert_int_equal(modello_spedito(&odt, "nessuno"), ERR_ABSENT);
	assert_int_equal(modello_spedito(&odt, "styles"), ERR_ABSENT);
	assert_int_equal(modello_spedito(&odt, "../campi"), ERR_ABSENT);
}

/* ---- the real LibreOffice ---- */

#define LETTERA "<ente><denominazione>Comune di Borgo San Lupo" \
	"</denominazione><codice-ipa>c_b000</codice-ipa><ufficio>Servizi " \
	"sociali</ufficio><indirizzo>Piazza della Repubblica 1</indirizzo>" \
	"<pec>protocollo@pec.example</pec></ente><luogo>Borgo San Lupo" \
	"</luogo><data>2026-11-01</data><destinatario><denominazione>Procura " \
	"presso il Tribunale per i minorenni</denominazione><indirizzo>Via " \
	"dei Bresciani 32</indirizzo><pec>procura@pec.example</pec>" \
	"</destinatario><oggetto>Trasmissione &lt;urgente&gt; della relazione" \
	"</oggetto><riferimento>prot. 0000001/2026 del 3 ottobre 2026" \
	"</riferimento><riferimento>Vs. nota 4521</riferimento><corpo><p>Si " \
	"trasmette <b>quanto accertato</b> e <i>valutato</i>: perché, città, " \
	"così.</p><voce>prima visita</voce><voce>seconda visita</voce><p>In " \
	"mezzo.</p><voce>terza</voce><tabella><riga><cella>uno</cella><cella>" \
	"due</cella></riga><riga><cella>tre</cella></riga></tabella></corpo>" \
	"<firmatario><nome>Lucia Ferri</nome><qualifica>La responsabile" \
	"</qualifica></firmatario>"

static void
write_odt(const char *dir, const char *nome, const struct buf *odt)
{
	AUTO(arena) a = arena_new();

	assert_int_equal(file_put(arena_printf(a, "%s/%s", dir, nome),
	    odt->data, odt->len, 0600), 0);
}

/* One letter on the shipped model, one that has everything. */
static void
papers(const char *dir)
{
	static const char styles[] =
	    "<office:document-styles office:version='1.3'" NOMI
	    "><office:styles><style:style style:name='Standard' "
	    "style:family='paragraph'/><style:style style:name='Testo' "
	    "style:family='paragraph' style:parent-style-name='Standard'/>"
	    "</office:styles><office:automatic-styles><style:page-layout "
	    "style:name='pl'><style:page-layout-properties fo:page-width="
	    "'21cm' fo:page-height='29.7cm' fo:margin='2cm'/>"
	    "<style:header-style/></style:page-layout>"
	    "</office:automatic-styles><office:master-styles>"
	    "<style:master-page style:name='Standard' style:page-layout-name="
	    "'pl'><style:header>" P("testa " CAMPO("oggetto"))
	    "</style:header></style:master-page></office:master-styles>"
	    "</office:document-styles>";
	AUTO(arena) a = arena_new();
	AUTO_BUF m = { 0 }, odt = { 0 };
	const struct buf *shipped_one;
	struct nodo *manca;

	assert_int_equal(modello_spedito(&shipped_one, "comunicazione"), 0);
	if (modello_riempi(&odt, &manca, a, shipped_one->data,
	    shipped_one->len, parsed(a, "<lettera xmlns='urn:cartella:1'>"
	    LETTERA "</lettera>", XML_OURS), "Comunicazione", 0) != 0)
		fail_msg("%s", err_msg());
	assert_null(manca);
	assert_null(odf_sano(a, odt.data, odt.len));
	write_odt(dir, "lettera.odt", &odt);

	buf_clear(&odt);
	model(&m, P("Oggetto: " CAMPO("oggetto")) P("€ " CAMPO("spesa"))
	    P(CAMPO("corpo"))
	    P("<draw:frame draw:name='f' text:anchor-type='as-char' svg:width="
	    "'8cm'><draw:text-box fo:min-height='1cm'>" P("cornice "
	    CAMPO("caso.numero")) "</draw:text-box></draw:frame>dopo"
	    "<text:note text:id='ftn1' text:note-class='footnote'>"
	    "<text:note-citation>1</text:note-citation><text:note-body>"
	    P("nota " CAMPO("data")) "</text:note-body></text:note>")
	    "<table:table table:name='ripeti_famiglia'><table:table-column/>"
	    "<table:table-header-rows><table:table-row>" CELLA("Nominativo")
	    "</table:table-row></table:table-header-rows><table:table-row>"
	    CELLA(CAMPO("famiglia.nome")) "</table:table-row></table:table>"
	    SEZIONE("ripeti_rif", SEZIONE("Sezione1", P("Rif. "
	    CAMPO("rif.testo")))) SEZIONE("se_non_urgente", P("senza fretta")),
	    styles);
	if (modello_riempi(&odt, &manca, a, m.data, m.len, parsed(a,
	    "<dati xmlns='urn:cartella:1'><oggetto>L’età &amp; l'attività "
	    "già così</oggetto><spesa>1234.5</spesa><quando>2026-12-01"
	    "</quando><caso numero='CS-2026-0000001'/><rif>uno</rif><rif>due"
	    "</rif><corpo><titolo>Primo capo</titolo><p>a capo\nqui, "
	    "<b>grasso</b></p><punto>alfa</punto><punto>beta</punto><tabella>"
	    "<riga><cella><b>Testa</b></cella></riga><riga><cella>cella "
	    "perché</cella></riga></tabella></corpo><famiglia><componente>"
	    "<nome>Niccolò D'Àncona</nome></componente><componente><nome>Zoë "
	    "Straßmann</nome></componente></famiglia></dati>", XML_OURS),
	    "Prova", RIEMPI_BOZZA) != 0)
		fail_msg("%s", err_msg());
	assert_null(odf_sano(a, odt.data, odt.len));
	write_odt(dir, "tutto.odt", &odt);
}

static void
has_all(const char *text, const char *const *values)
{
	for (; *values != NULL; values++)
		if (strstr(text, *values) == NULL)
			fail_msg("manca «%s» in «%s»", *values, text);
}

static void
office(void **state)
{
	static const char *const letter[] = { "Comune di Borgo San Lupo",
	    "Servizi sociali", "Piazza della Repubblica 1", "PEC "
	    "protocollo@pec.example", "c_b000", "Borgo San Lupo, 1° novembre "
	    "2026", "Procura presso il Tribunale per i minorenni",
	    "Via dei Bresciani 32", "PEC procura@pec.example", "Oggetto:",
	    "Trasmissione <urgente> della relazione", "prot. 0000001/2026 del "
	    "3 ottobre 2026", "Vs. nota 4521", "Si trasmette quanto accertato "
	    "e valutato: perché, città, così.", "– prima visita",
	    "– seconda visita", "– terza", "uno", "due", "tre",
	    "La responsabile Lucia Ferri", NULL };
	static const char *const all[] = { "testa L’età & l'attività già così",
	    "Oggetto: L’età & l'attività già così", "€ 1.234,50",
	    "Primo capo a capo qui, grasso 1. alfa 2. beta", "Testa cella "
	    "perché", "cornice CS-2026-0000001", "dopo", "nota 1° dicembre "
	    "2026", "Nominativo Niccolò D'Àncona Zoë Straßmann",
	    "Rif. uno", "Rif. due", "senza fretta", NULL };
	AUTO(arena) a = arena_new();
	AUTO_BUF said = { 0 };
	char *dir;

	(void)state;
	assert_int_equal(dir_temporary(&dir, a), 0);
	papers(dir);
	if (OFFICE) {
		const char *const argv[] = { "/usr/bin/soffice",
		    arena_printf(a, "-env:UserInstallation=file://%s/profilo",
		    dir), "--headless", "--convert-to", "pdf", "--outdir", dir,
		    arena_printf(a, "%s/lettera.odt", dir),
		    arena_printf(a, "%s/tutto.odt", dir), NULL };

		assert_int_equal(tool_run(&said, argv), 0);
		has_all(pdf_text(a, arena_printf(a, "%s/lettera.pdf", dir), 0),
		    letter);
		has_all(pdf_text(a, arena_printf(a, "%s/tutto.pdf", dir), 0),
		    all);
	}
	assert_int_equal(dir_remove(dir), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(missing),
		cmocka_unit_test(braces),
		cmocka_unit_test(instructions),
		cmocka_unit_test(refuses),
		cmocka_unit_test(not_models),
		cmocka_unit_test(controls),
		cmocka_unit_test(package),
		cmocka_unit_test(many_models),
		cmocka_unit_test(sheet_says),
		cmocka_unit_test(shipped),
		cmocka_unit_test(office),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
