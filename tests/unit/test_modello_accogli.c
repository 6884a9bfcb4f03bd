/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The intake of a model: each rule once where it accepts and once where it
 * refuses, on packages made here.  Those that Writer makes are in
 * test_modello_writer.c.
 */
#include <string.h>

#include "accolta_prove.h"

#define F(nome, testo) "<text:user-field-get text:name=\"" nome "\">" testo \
	"</text:user-field-get>"
#define OGGETTO F("oggetto", "Un oggetto")
#define SP(x) "<text:span text:style-name=\"T1\">" x "</text:span>"
#define SEZ(nome, x) "<text:section text:name=\"" nome "\">" x \
	"</text:section>"

static const char *
body_of(struct arena *a, struct accolta *x)
{
	char *s = strstr(accolta_part(a, x, "content.xml"), "<office:text");

	assert_non_null(s);
	if (strstr(s, "</text:user-field-decls>") != NULL)
		s = strstr(s, "</text:user-field-decls>") + 24;
	else
		s = strchr(s, '>') + 1;
	*strstr(s, "</office:text>") = '\0';
	return s;
}

/* ---- typed fields ---- */

static const struct {
	const char *in, *out;
} guarite[] = {
	{ P("Ogg.: {{oggetto}}."), P("Ogg.: " OGGETTO ".") },
	{ P("{{ Oggetto }}{{oggetto}}"), P(OGGETTO OGGETTO) },
	{ P("a {{og<text:span text:style-name=\"T1\">get</text:span>to}} b"),
	    P("a " OGGETTO " b") },
	{ P("a " SP("x{{") SP("oggetto") SP("}}y") " b"),
	    P("a " SP("x" OGGETTO) SP("y") " b") },
	{ P("{" SP("{oggetto}") "}z"), P(OGGETTO "z") },
	{ P("{{<text:s text:c=\"2\"/>oggetto<text:tab/>}}"), P(OGGETTO) },
	{ P("{{ogg<text:bookmark text:name=\"b\"/>etto}}"),
	    P(OGGETTO "<text:bookmark text:name=\"b\"/>") },
	{ P("{{og<text:soft-page-break/>getto}}"),
	    P(OGGETTO "<text:soft-page-break/>") },
	{ P("{{\302\240og\302\255get\342\200\213to\342\200\257}}"), P(OGGETTO) },
	{ P("${oggetto} e ${ oggetto }"), P(OGGETTO " e " OGGETTO) },
	{ P("{{ente.codice\342\200\221ipa}}"),
	    P(F("ente.codice-ipa", "c_b000")) },
	{ P("{{destinatario.denominazione}}"),
	    P(F("destinatario.denominazione",
	    "Scuola \"Rodari\" &lt;media&gt;")) },
	{ P("{{libero.classe}}"), P(F("libero.classe", "classe")) },
	{ P(SP(SP("{{oggetto}}"))), P(SP(SP(OGGETTO))) },
	{ P("{{og" SP("<text:bookmark text:name=\"b\"/>get") "to}}"),
	    P(OGGETTO SP("<text:bookmark text:name=\"b\"/>")) },
	{ "<text:h text:outline-level=\"1\">{{oggetto}}</text:h>",
	    "<text:h text:outline-level=\"1\">" OGGETTO "</text:h>" },
	{ P("<text:placeholder text:placeholder-type=\"text\">&lt;Oggetto&gt;"
	    "</text:placeholder>"), P(OGGETTO) },
	{ P("<text:variable-get text:name=\"oggetto\">x</text:variable-get>"),
	    P(OGGETTO) },
	{ P("<text:user-field-input text:name=\"OGGETTO\">x"
	    "</text:user-field-input>"), P(OGGETTO) },
	{ P("<text:user-field-get text:name=\"Oggetto\" text:display=\"none\" "
	    "style:data-style-name=\"N1\">x</text:user-field-get>"),
	    P(OGGETTO) },
	{ P("{{corpo}}"), P(F("corpo", "Il testo.")) },
	{ P("testo con { una graffa } e $ e }{"),
	    P("testo con { una graffa } e $ e }{") },
	{ P("<text:a xlink:href=\"http://x.example/\">{{ogg</text:a>etto}}"),
	    P(OGGETTO) },
	{ P("<text:a xlink:href=\"http://x.example/\">sito</text:a>"),
	    P("sito") },
	{ P("{{og<office:annotation><dc:creator>x</dc:creator>" P("nota")
	    "</office:annotation>getto}}"), P(OGGETTO) },
	{ P("{{og<text:change-start text:change-id=\"c\"/>get"
	    "<text:change-end text:change-id=\"c\"/>t<text:change "
	    "text:change-id=\"d\"/>o}}"), P(OGGETTO) },
	{ P("<text:date text:fixed=\"true\" text:date-value=\"2026-01-01\">"
	    "1 gennaio</text:date>"), P("<text:date text:fixed=\"true\" "
	    "text:date-value=\"2026-01-01\">1 gennaio</text:date>") },
	{ P("<text:page-number>1</text:page-number>/<text:page-count>2"
	    "</text:page-count>"), P("<text:page-number>1</text:page-number>/"
	    "<text:page-count>2</text:page-count>") },
	/* blocks */
	{ P("{{se oggetto}}") P("x") P("{{fine}}"), SEZ("se_oggetto", P("x")) },
	{ P("{{SE NON oggetto}}") P("x") P(" {{ fine se }} "),
	    SEZ("se_non_oggetto", P("x")) },
	{ P("{{#se oggetto}}") P("x") P("{{/fine se oggetto}}"),
	    SEZ("se_oggetto", P("x")) },
	{ P("{{ripeti famiglia}}") P("{{famiglia.cognome}}") P("{{fine}}"),
	    SEZ("ripeti_famiglia", P(F("famiglia.cognome", "Rossi"))) },
	{ P("{{ri" SP("peti fami") "glia}}") P("a") P("{{se famiglia.nome}}")
	    P("b") P("{{fine}}") P("c") P("{{fine}}"), SEZ("ripeti_famiglia",
	    P("a") SEZ("se_famiglia.nome", P("b")) P("c")) },
	{ P("{{#se oggetto}}") P("x") P("{{/se}}"), SEZ("se_oggetto", P("x")) },
	{ P("{{se oggetto}}") P("x") P("{{fine}}") P("{{se oggetto}}") P("y")
	    P("{{fine}}"), SEZ("se_oggetto", P("x")) SEZ("se_oggetto2",
	    P("y")) },
	{ P("{{se famiglia}}") P("x") P("{{fine famiglia}}"),
	    SEZ("se_famiglia", P("x")) },
	{ SEZ("Se_Oggetto 7", P("x")), SEZ("se_oggetto", P("x")) },
	{ SEZ("RIPETI_famiglia_12", P("{{famiglia.nome}}")),
	    SEZ("ripeti_famiglia", P(F("famiglia.nome", "Anna"))) },
	{ "<text:section text:name=\"se_oggetto\" text:display=\"none\" "
	    "text:condition=\"x\">" P("x") "</text:section>",
	    SEZ("se_oggetto", P("x")) },
	{ SEZ("Sezione1", P("x")), SEZ("Sezione1", P("x")) },
	{ "<table:table table:name=\"ripeti_famiglia2\"><table:table-column/>"
	    "<table:table-header-rows><table:table-row><table:table-cell>"
	    P("Chi per {{oggetto}}") "</table:table-cell></table:table-row>"
	    "</table:table-header-rows><table:table-row><table:table-cell>"
	    P("{{famiglia.nome}}") "</table:table-cell></table:table-row>"
	    "</table:table>",
	    "<table:table table:name=\"ripeti_famiglia\"><table:table-column/>"
	    "<table:table-header-rows><table:table-row><table:table-cell>"
	    P("Chi per " OGGETTO) "</table:table-cell></table:table-row>"
	    "</table:table-header-rows><table:table-row><table:table-cell>"
	    P(F("famiglia.nome", "Anna")) "</table:table-cell>"
	    "</table:table-row></table:table>" },
	/* what is dropped */
	{ "<office:forms/><office:scripts/>" P("x"), P("x") },
	{ "<text:user-field-decls><text:user-field-decl text:name=\"z\"/>"
	    "</text:user-field-decls>" P("x"), P("x") },
	{ "<text:tracked-changes/>" P("x"), P("x") },
	{ "<text:p xmlns:x=\"http://x.example/\" x:y=\"z\" script:e=\"f\" "
	    "nudo=\"1\">x</text:p>", P("x") },
};

static void
healed(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(guarite); i++) {
		AUTO(arena) a = arena_new();
		struct accolta x;

		take_body(&x, a, guarite[i].in, accolta_stili);
		assert_int_equal(x.r, 0);
		if (x.ril.errori > 0 || x.scheda == NULL)
			fail_msg("%s\n%s", guarite[i].in,
			    accolta_rilievi(a, &x.ril));
		assert_string_equal(body_of(a, &x), guarite[i].out);
		same_again(a, &x);
		buf_free(&x.odt);
	}
}

/* ---- what is refused ---- */

static const struct {
	const char *in, *codice, *parole;
} rifiutate[] = {
	{ P("uno") P("{{ogetto}} due"), "campo-ignoto", "paragrafo 2 "
	    "(«{{ogetto}} due»): non c'è un campo «ogetto»: forse «oggetto»" },
	{ P("{{ente.codice_ipa}}"), "campo-ignoto", "forse «ente.codice-ipa»" },
	{ P("{{zzzzzzzzzzzz}}"), "campo-ignoto", "«zzzzzzzzzzzz»" },
	{ P("{{libero.}}"), "campo-ignoto", "libero." },
	{ P("{{libero.x'] | //*[y='}}"), "campo-ignoto", "libero.x" },
	{ P("{{oggetto']/../..}}"), "campo-ignoto", "oggetto" },
	{ P("<text:user-field-get text:name=\"{document('/etc/passwd')}\">x"
	    "</text:user-field-get>"), "campo-ignoto", "document" },
	{ P("{{og\342\200\256getto\302\205x}} y"), "campo-ignoto",
	    "(«{{oggettox}} y»)" },
	{ P("{{oggetto"), "graffe", "«{{»" },
	{ P("oggetto}}"), "graffe", "«}}»" },
	{ P("{{oggetto}"), "graffe", "«{{»" },
	{ P("${oggetto"), "graffe", "«${»" },
	{ P("{{{oggetto}}}"), "graffe", "«{{»" },
	{ P("{{}}"), "graffe", "manca" },
	{ P("{{og<text:page-number>1</text:page-number>getto}}"), "graffe",
	    "senza altro in mezzo" },
	{ P("{{og") P("getto}}"), "graffe", "paragrafo 2" },
	{ P("<draw:frame><draw:image xlink:href=\"Pictures/a.png\"/><svg:title>"
	    "{{oggetto}}</svg:title></draw:frame>"), "graffe", "descrizione" },
	/* blocks */
	{ P("{{se oggetto}}") P("x"), "blocco", "{{se oggetto}} non è chiuso" },
	{ P("x") P("{{fine}}"), "blocco", "non chiude niente" },
	{ P("{{se oggetto}}") P("{{fine}}"), "blocco", "non c'è niente" },
	{ P("{{se oggetto}}") "\n<text:soft-page-break/>\n" P("{{fine}}"),
	    "blocco", "non c'è niente" },
	{ P("{{se}}") P("x") P("{{fine}}"), "blocco", "manca il nome" },
	{ P("{{se oggetto}}") P("{{ripeti famiglia}}") P("x")
	    P("{{fine se}}") P("{{fine}}"), "blocco",
	    "viene prima della fine di {{ripeti famiglia}}" },
	{ P("{{se oggetto}}") SEZ("S", P("x") P("{{fine}}")), "blocco",
	    "si chiude altrove" },
	{ P("{{se oggetto}} x {{fine}}"), "non-solo", "da solo" },
	{ "<text:list><text:list-item>" P("{{se oggetto}}") P("x")
	    P("{{fine}}") "</text:list-item></text:list>", "blocco",
	    "elenco puntato" },
	{ "<table:table table:name=\"T1\"><table:table-row><table:table-cell>"
	    P("{{ripeti famiglia}}") "</table:table-cell><table:table-cell>"
	    P("{{fine}}") "</table:table-cell></table:table-row></table:table>",
	    "blocco", "nella tabella «T1», riga 1 («{{fine}}»): {{ripeti "
	    "famiglia}} si chiude in un'altra cella: per ripetere le righe di "
	    "una tabella le si dia il nome ripeti_famiglia" },
	/* names */
	{ P("{{famiglia.cognome}}"), "fuori-elenco", "ripeti_famiglia" },
	{ "<table:table table:name=\"ripeti_famiglia\">"
	    "<table:table-header-rows><table:table-row><table:table-cell>"
	    P("{{famiglia.nome}}") "</table:table-cell></table:table-row>"
	    "</table:table-header-rows></table:table>", "fuori-elenco",
	    "nella tabella" },
	{ SEZ("ripeti_riferimenti", P("{{famiglia.nome}}")), "fuori-elenco",
	    "famiglia" },
	{ P("{{famiglia}}"), "elenco-come-valore", "{{ripeti famiglia}}" },
	{ SEZ("ripeti_oggetto", P("x")), "non-elenco", "oggetto" },
	{ SEZ("ripeti_famiglia", SEZ("ripeti_famiglia", P("x"))), "non-elenco",
	    "si ripete già" },
	{ SEZ("se_ogetto", P("x")), "campo-ignoto", "forse «oggetto»" },
	{ SEZ("se-oggetto", P("x")), "nome-sezione", "trattino basso" },
	{ "<table:table table:name=\"se_oggetto\"><table:table-row>"
	    "<table:table-cell>" P("x") "</table:table-cell>"
	    "</table:table-row></table:table>", "nome-sezione", "sezione" },
	{ P("Testo: {{corpo}}"), "prosa", "da solo" },
	{ P("{{corpo}}{{oggetto}}"), "prosa", "da solo" },
	{ P("<draw:custom-shape>" P("{{oggetto}}") "</draw:custom-shape>"),
	    "forma-disegnata", "cornice" },
	{ P("<text:placeholder text:placeholder-type=\"text\">&lt;nome&gt;"
	    "</text:placeholder>"), "variabile", "«nome»" },
	{ P("<text:variable-get text:name=\"v\">1</text:variable-get>"),
	    "variabile", "«v»" },
	/* what may not be there */
	{ P("<text:date>oggi</text:date>"), "campo-mutevole", "«data»" },
	{ P("<text:time>ora</text:time>"), "campo-mutevole", "cambia" },
	{ P("<text:file-name>f</text:file-name>"), "campo-mutevole", "" },
	{ P("<text:sender-email>n</text:sender-email>"), "campo-mutevole",
	    "dell'utente" },
	{ P("<text:author-name>n</text:author-name>"), "campo-mutevole", "" },
	{ P("<text:user-defined text:name=\"Ente\">n</text:user-defined>"),
	    "campo-mutevole", "" },
	{ P("<text:conditional-text>n</text:conditional-text>"), "condizione",
	    "se_<campo>" },
	{ P("<text:hidden-paragraph/>x"), "condizione", "" },
	{ "<text:section text:name=\"S\" text:display=\"none\">" P("x")
	    "</text:section>", "condizione", "«S»" },
	{ P("<text:database-display>x</text:database-display>"), "base-dati",
	    "" },
	{ P("<text:page-variable-get>x</text:page-variable-get>"), "variabile",
	    "" },
	{ P("<text:text-input>x</text:text-input>"), "modulo", "libero" },
	{ P("<text:execute-macro>x</text:execute-macro>"), "macro", "" },
	{ P("<text:script script:language=\"x\">y</text:script>"), "macro",
	    "" },
	{ "<office:scripts><office:script/></office:scripts>", "macro", "" },
	{ P("<office:event-listeners/>"), "macro", "" },
	{ P("<script:event-listener/>"), "macro", "" },
	{ "<office:forms><form:form/></office:forms>", "modulo", "" },
	{ P("<draw:control/>"), "modulo", "" },
	{ P("<draw:frame><draw:object xlink:href=\"./Object 1\"/>"
	    "</draw:frame>"), "oggetto", "" },
	{ P("<draw:frame><draw:image><office:binary-data>AAAA"
	    "</office:binary-data></draw:image></draw:frame>"), "oggetto",
	    "FODT" },
	{ SEZ("S", "<text:section-source xlink:href=\"a.odt\"/>" P("x")),
	    "collegamento-esterno", "paragrafo 1 («x»)" },
	{ SEZ("S", "<office:dde-source/>" P("x")), "collegamento-esterno",
	    "" },
	{ IMG("http://x.example/a.png"), "collegamento-esterno",
	    "si incorpora" },
	{ IMG("file:///etc/passwd"), "collegamento-esterno", "" },
	{ IMG("../content.xml"), "collegamento-esterno", "" },
	{ IMG("Pictures/../../x.png"), "immagine", "non la contiene" },
	{ IMG("Pictures/a.png"), "immagine", "non la contiene" },
	{ P("<x:y xmlns:x=\"http://x.example/\">z</x:y>"), "estraneo", "" },
	{ P("<nudo xmlns=\"\">z</nudo>"), "estraneo", "" },
	{ P("<xsl:value-of xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" "
	    "select=\"document('/etc/passwd')\"/>"), "estraneo", "" },
	{ "<table:table><table:table-row><table:table-cell "
	    "table:formula=\"ooow:1+1\">" P("2") "</table:table-cell>"
	    "</table:table-row></table:table>", "variabile", "formula" },
};

static void
refused(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(rifiutate); i++) {
		AUTO(arena) a = arena_new();
		struct accolta x;

		take_body(&x, a, rifiutate[i].in, accolta_stili);
		if (x.ril.errori == 0)
			fail_msg("accolto: %s", rifiutate[i].in);
		check_refused(a, &x, rifiutate[i].codice, rifiutate[i].parole);
	}
}

/* ---- heads and feet, places ---- */

static void
heads(void **state)
{
	AUTO(arena) a = arena_new();
	const char *styles, *s;
	struct accolta x;

	(void)state;
	styles = accolta_testata(a, "header", P("{{ogg" SP("etto") "}}"));
	take_body(&x, a, P("{{data}}"), styles);
	if (x.ril.errori > 0)
		fail_msg("%s", accolta_rilievi(a, &x.ril));
	assert_string_equal(accolta_usati(a, x.scheda),
	    "campo:data campo:oggetto");
	s = accolta_part(a, &x, "styles.xml");
	assert_non_null(strstr(s, "<style:header><text:user-field-decls>"
	    "<text:user-field-decl office:value-type=\"string\" "
	    "office:string-value=\"Un oggetto\" text:name=\"oggetto\"/>"
	    "</text:user-field-decls>" P(OGGETTO)));
	assert_null(strstr(accolta_part(a, &x, "content.xml"),
	    "text:name=\"oggetto\""));
	same_again(a, &x);
	buf_free(&x.odt);

	take_body(&x, a, P("x"), accolta_testata(a, "header-first",
	    P("{{ogetto}}")));
	check_refused(a, &x, "campo-ignoto", "nella testata («{{ogetto}}»)");
	take_body(&x, a, P("x"), accolta_testata(a, "footer",
	    P("{{corpo}}")));
	check_refused(a, &x, "prosa", "nel piè di pagina");
}

static void
places(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF zip = { 0 };
	struct accolta x;

	(void)state;
	accolta_zip(&zip, a, accolta_content(a,
	    "<style:style style:name=\"P9\" style:family=\"paragraph\">"
	    "<style:paragraph-properties fo:break-before=\"page\"/>"
	    "</style:style>",
	    P("uno") "<text:soft-page-break/>" P("due")
	    P("tre<text:soft-page-break/> ancora") P("{{a}} quattro")
	    "<text:p text:style-name=\"P9\">{{b}} cinque</text:p>"
	    "<table:table table:name=\"Dati\"><table:table-row>"
	    "<table:table-cell>" P("x") "</table:table-cell></table:table-row>"
	    "<table:table-row><table:table-cell>" P("{{c}} sei")
	    "</table:table-cell></table:table-row></table:table>"
	    P("<draw:frame draw:name=\"Cornice1\"><draw:text-box>"
	    P("{{d}} sette") "</draw:text-box></draw:frame>")
	    P("nota<text:note><text:note-citation>1</text:note-citation>"
	    "<text:note-body>" P("{{e}} otto") "</text:note-body></text:note>")
	    P("Il sottoscritto, con la presente, dichiara e àttesta {{f}}")),
	    accolta_stili, NULL, 0);
	accolta_try(&x, a, zip.data, zip.len, NULL);
	check_refused(a, &x, "campo-ignoto",
	    "pagina 3, paragrafo 1 («{{a}} quattro»): ");
	check_refused(a, &x, "campo-ignoto",
	    "pagina 4, paragrafo 1 («{{b}} cinque»): ");
	check_refused(a, &x, "campo-ignoto",
	    "pagina 4, nella tabella «Dati», riga 2 («{{c}} sei»): ");
	check_refused(a, &x, "campo-ignoto",
	    "pagina 4, nella cornice «Cornice1» («{{d}} sette»): ");
	check_refused(a, &x, "campo-ignoto",
	    "pagina 4, in una nota («{{e}} otto»): ");
	check_refused(a, &x, "campo-ignoto", "pagina 4, paragrafo 4 («Il "
	    "sottoscritto, con la presente, dichia…»): ");
}

/* ---- declarations, language, title, warnings ---- */

static void
declared(void **state)
{
	AUTO(arena) a = arena_new();
	struct accolta x;
	const char *s;

	(void)state;
	take_body(&x, a, "<text:sequence-decls/>" P("{{oggetto}} {{data}} "
	    "{{oggetto}}"), accolta_stili);
	assert_int_equal(x.ril.errori, 0);
	s = accolta_part(a, &x, "content.xml");
	assert_non_null(strstr(s, "<text:sequence-decls/>"
	    "<text:user-field-decls><text:user-field-decl "
	    "office:value-type=\"string\" office:string-value=\"1° dicembre "
	    "2026\" text:name=\"data\"/><text:user-field-decl "
	    "office:value-type=\"string\" office:string-value=\"Un oggetto\" "
	    "text:name=\"oggetto\"/></text:user-field-decls>"));
	assert_string_equal(nodo_attr(x.scheda, "titolo"), "Una lettera");
	assert_string_equal(nodo_attr(nodo_child(x.scheda, NULL), "scritto"),
	    "si");
	assert_null(strstr(accolta_part(a, &x, MODELLO_FOGLIO),
	    "user-field"));
	buf_free(&x.odt);
}

#define STILI(attr) "<office:document-styles" NOMI " office:version=\"1.3\">" \
	"<office:styles><style:default-style style:family=\"paragraph\">" \
	"<style:text-properties" attr "/></style:default-style>" \
	"</office:styles></office:document-styles>"

static void
language(void **state)
{
	AUTO(arena) a = arena_new();
	struct accolta x;

	(void)state;
	take_body(&x, a, P("x"), accolta_stili);
	assert_int_equal(x.ril.avvisi, 0);
	buf_free(&x.odt);
	take_body(&x, a, P("x"), STILI(""));
	assert_int_equal(x.ril.avvisi, 1);
	assert_true(said(&x.ril, "lingua", "italiano"));
	assert_non_null(strstr(accolta_part(a, &x, "styles.xml"),
	    "<style:text-properties fo:language=\"it\" fo:country=\"IT\"/>"));
	same_again(a, &x);
	buf_free(&x.odt);
	take_body(&x, a, P("x"), "<office:document-styles" NOMI "/>");
	assert_true(said(&x.ril, "lingua", "italiano"));
	assert_non_null(strstr(accolta_part(a, &x, "styles.xml"),
	    "fo:language=\"it\""));
	buf_free(&x.odt);
	take_body(&x, a, P("x"), STILI(" fo:language=\"de\""));
	assert_true(said(&x.ril, "lingua", "«de»"));
	buf_free(&x.odt);
}

static void
titles(void **state)
{
	static const char no_title[] = "<office:document-meta" NOMI
	    "><office:meta><dc:title> </dc:title></office:meta>"
	    "</office:document-meta>";
	const struct zip_part meta = { "meta.xml", no_title,
	    sizeof no_title - 1, 0 };
	AUTO(arena) a = arena_new();
	AUTO_BUF zip = { 0 };
	struct accolta x;

	(void)state;
	accolta_zip(&zip, a, accolta_content(a, "", P("x")), accolta_stili,
	    &meta, 1);
	accolta_try(&x, a, zip.data, zip.len, NULL);
	check_refused(a, &x, "senza-titolo", "Proprietà");
	accolta_try(&x, a, zip.data, zip.len, "Dato & qui");
	assert_int_equal(x.ril.errori, 0);
	assert_string_equal(nodo_attr(x.scheda, "titolo"), "Dato & qui");
	assert_non_null(strstr(accolta_part(a, &x, "meta.xml"),
	    "<dc:title>Dato &amp; qui</dc:title><dc:language>it-IT"));
	same_again(a, &x);
	buf_free(&x.odt);
}

static void
warnings(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF zip = { 0 };
	struct accolta x;

	(void)state;
	take_body(&x, a, "<text:tracked-changes><text:changed-region "
	    "text:id=\"c\"><text:deletion>" P("{{ogetto}}") "</text:deletion>"
	    "</text:changed-region></text:tracked-changes>"
	    P("a<text:change text:change-id=\"c\"/>") P("<office:annotation>"
	    P("{{x") "</office:annotation><office:annotation-end/>b")
	    P("<text:a xlink:href=\"mailto:x@y.example\">c</text:a>")
	    P("d<text:note><text:note-citation>1</text:note-citation>"
	    "<text:note-body>" P("{{oggetto}}") "</text:note-body></text:note>"),
	    accolta_stili);
	if (x.ril.errori > 0)
		fail_msg("%s", accolta_rilievi(a, &x.ril));
	assert_int_equal(x.ril.avvisi, 4);
	assert_true(said(&x.ril, "revisioni", "(1)"));
	assert_true(said(&x.ril, "commenti", "(1)"));
	assert_true(said(&x.ril, "collegamenti", "(1)"));
	assert_true(said(&x.ril, "note", "PDF/UA"));
	assert_null(strstr(body_of(a, &x), "ogetto"));
	same_again(a, &x);
	buf_free(&x.odt);

	take_body(&x, a, P("uno {nessuno}") P("due {" SP("oggetto") "} {data}"),
	    accolta_stili);
	assert_int_equal(x.ril.errori, 0);
	assert_int_equal(x.ril.avvisi, 1);
	assert_true(said(&x.ril, "forse-campo", "paragrafo 2 («due {oggetto} "
	    "{data}»): «oggetto» resta"));
	buf_free(&x.odt);
	take_body(&x, a, P("di «oggetto»"), accolta_stili);
	assert_true(said(&x.ril, "forse-campo", "{{oggetto}}"));
	buf_free(&x.odt);
	take_body(&x, a, P("[x] «y» {z} &lt;oggetti&gt; [oggetto} {{oggetto}} "
	    "${data} [{{data}}] «{{oggetto}}»"), accolta_stili);
	assert_int_equal(x.ril.avvisi, 0);
	buf_free(&x.odt);

	accolta_zip(&zip, a, accolta_content(a, "<style:style style:name="
	    "\"P1\" style:master-page-name=\"Primo\"/>",
	    "<text:p text:style-name=\"P1\">{{se data}}</text:p>" P("x")
	    P("{{fine}}")), accolta_stili, NULL, 0);
	accolta_try(&x, a, zip.data, zip.len, NULL);
	assert_int_equal(x.ril.errori, 0);
	assert_true(said(&x.ril, "salto-pagina", "paragrafo 1 («{{se data}}»)"));
	buf_free(&x.odt);
}

static void
fonts(void **state)
{
	static const char styles[] = "<office:document-styles" NOMI
	    "><office:font-face-decls>"
	    "<style:font-face style:name=\"A\" svg:font-family=\"Arial\"/>"
	    "<style:font-face style:name=\"G\" "
	    "svg:font-family=\"'Gill Sans'\"/>"
	    "<style:font-face style:name=\"N\" svg:font-family=\"Mai\"/>"
	    "<style:font-face style:name=\"V\" svg:font-family=\"Vuota\"/>"
	    "</office:font-face-decls><office:styles><style:default-style "
	    "style:family=\"paragraph\"><style:text-properties "
	    "fo:language=\"it\" style:font-name=\"A\" "
	    "style:font-name-asian=\"N\"/></style:default-style>"
	    "<style:style style:name=\"Usato\" style:family=\"paragraph\">"
	    "<style:text-properties style:font-name=\"G\"/></style:style>"
	    "<style:style style:name=\"Altro\" style:family=\"paragraph\">"
	    "<style:text-properties style:font-name=\"V\"/></style:style>"
	    "</office:styles></office:document-styles>";
	AUTO(arena) a = arena_new();
	struct accolta x;

	(void)state;
	take_body(&x, a, "<text:p text:style-name=\"Usato\">x</text:p>",
	    styles);
	assert_int_equal(x.ril.errori, 0);
	assert_int_equal(x.ril.avvisi, 1);
	assert_true(said(&x.ril, "caratteri", "non ha: «Gill Sans»."));
	buf_free(&x.odt);
	take_body(&x, a, P("x"), styles);
	assert_int_equal(x.ril.avvisi, 0);
	buf_free(&x.odt);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(healed), cmocka_unit_test(refused),
		cmocka_unit_test(heads), cmocka_unit_test(places),
		cmocka_unit_test(declared), cmocka_unit_test(language),
		cmocka_unit_test(titles), cmocka_unit_test(warnings),
		cmocka_unit_test(fonts),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
