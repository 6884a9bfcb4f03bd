/* SPDX-License-Identifier: EUPL-1.2 */
/* Fields from a schema, an istanza from fields, prose from plain text. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "xml/interno.h"

#define XS "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' " \
	"xmlns='urn:cartella:1' targetNamespace='urn:cartella:1' " \
	"elementFormDefault='qualified'>"
#define IT(t) "<xs:annotation><xs:documentation xml:lang='en'>no" \
	"</xs:documentation><xs:documentation xml:lang='it'>" t \
	"</xs:documentation></xs:annotation>"

static const char schema[] = XS
    "<xs:simpleType name='flusso'><xs:restriction base='xs:string'>"
    "<xs:enumeration value='entrata'/><xs:enumeration value='uscita'/>"
    "</xs:restriction></xs:simpleType>"
    "<xs:simpleType name='flusso-stretto'><xs:restriction base='flusso'/>"
    "</xs:simpleType>"
    "<xs:simpleType name='si-no'><xs:restriction base='xs:string'>"
    "<xs:enumeration value='si'/><xs:enumeration value='no'/>"
    "</xs:restriction></xs:simpleType>"
    "<xs:simpleType name='data'><xs:restriction base='xs:date'/>"
    "</xs:simpleType>"
    "<xs:simpleType name='nascita'><xs:restriction base='data'/>"
    "</xs:simpleType>"
    "<xs:simpleType name='voto'><xs:restriction base='xs:integer'/>"
    "</xs:simpleType>"
    "<xs:complexType name='prosa'><xs:choice maxOccurs='unbounded'>"
    "<xs:element name='p' type='xs:string'/></xs:choice></xs:complexType>"
    "<xs:complexType name='soggetto'><xs:sequence>"
    "<xs:element name='nome' type='xs:token'>" IT("il nome")
    "</xs:element><xs:element name='pec' type='xs:token' minOccurs='0'/>"
    "<xs:element name='recapito' minOccurs='0' maxOccurs='9'>"
    "<xs:complexType><xs:sequence><xs:element name='via' type='xs:token'/>"
    "<xs:element name='cap' type='xs:token' minOccurs='0'/></xs:sequence>"
    "</xs:complexType></xs:element></xs:sequence>"
    "<xs:attribute name='tipo' type='flusso' use='required'/>"
    "</xs:complexType>"
    "<xs:element name='altro' type='soggetto'/>"
    "<xs:element name='testo' type='xs:string'/>"
    "<xs:element name='prova' type='prova-campi'/>"
    "<xs:complexType name='prova-campi'><xs:sequence>"
    "<xs:element name='flusso' type='flusso'>" IT("che flusso")
    "</xs:element>"
    "<xs:element name='stretto' type='flusso-stretto' minOccurs='0'/>"
    "<xs:element name='nascita' type='nascita'/>"
    "<xs:element name='scadenza' type='xs:date' minOccurs='0'/>"
    "<xs:element name='voto' type='voto' minOccurs='0'/>"
    "<xs:element name='quanti' type='xs:nonNegativeInteger' "
    "minOccurs='0'/>"
    "<xs:element name='dentro' minOccurs='0'><xs:simpleType>"
    "<xs:restriction base='xs:string'><xs:enumeration value='x'/>"
    "</xs:restriction></xs:simpleType></xs:element>"
    "<xs:element name='urgente' type='si-no' minOccurs='0'/>"
    "<xs:element name='mittente' type='soggetto' minOccurs='0' "
    "maxOccurs='50'/>"
    "<xs:choice><xs:element name='a' type='xs:token'/>"
    "<xs:sequence maxOccurs='3'><xs:element name='b' type='xs:token'/>"
    "</xs:sequence></xs:choice>"
    "<xs:element name='nota' type='xs:string' maxOccurs='unbounded'/>"
    "<xs:element name='testo' type='prosa'/>"
    "</xs:sequence><xs:attribute name='id' type='xs:string'/>"
    "</xs:complexType></xs:schema>";

/* ---- reading the schema ---- */

static const struct campo *
named(const struct campo *list, const char *percorso)
{
	for (; list->percorso != NULL; list++)
		if (strcmp(list->percorso, percorso) == 0)
			return list;
	fail_msg("manca il campo %s", percorso);
	return NULL;
}

static const struct campo *
load(struct arena *a)
{
	const struct campo *list;

	assert_int_equal(campi_load_bytes(&list, a, schema, strlen(schema),
	    "prova"), 0);
	return list;
}

static void
fields_in_order(void **state)
{
	static const char *const order[] = {
		"@id", "flusso", "stretto", "nascita", "scadenza", "voto",
		"quanti", "dentro", "urgente", "mittente", "mittente.@tipo",
		"mittente.nome", "mittente.pec", "mittente.recapito",
		"mittente.recapito.via", "mittente.recapito.cap", "a", "b",
		"nota", "testo"
	};
	AUTO(arena) a = arena_new();
	const struct campo *list = load(a);
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(order); i++)
		assert_string_equal(list[i].percorso, order[i]);
	assert_null(list[i].percorso);
	assert_int_equal(named(list, "flusso")->livello, 0);
	assert_int_equal(named(list, "mittente.nome")->livello, 1);
	assert_int_equal(named(list, "mittente.recapito.via")->livello, 2);
}

static void
fields_and_kinds(void **state)
{
	static const char *const kinds[][2] = {
		{ "@id", "testo" }, { "flusso", "scelta" },
		{ "stretto", "scelta" }, { "nascita", "data" },
		{ "scadenza", "data" }, { "voto", "intero" },
		{ "quanti", "intero" }, { "dentro", "scelta" },
		{ "urgente", "si-no" }, { "mittente", "gruppo" },
		{ "mittente.@tipo", "scelta" }, { "mittente.nome", "testo" },
		{ "mittente.recapito", "gruppo" }, { "nota", "testo" },
		{ "testo", "prosa" },
	};
	AUTO(arena) a = arena_new();
	const struct campo *list = load(a), *c;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(kinds); i++)
		assert_string_equal(named(list, kinds[i][0])->tipo,
		    kinds[i][1]);
	c = named(list, "flusso");
	assert_string_equal(c->etichetta, "che flusso");
	assert_string_equal(c->scelte[0], "entrata");
	assert_string_equal(c->scelte[1], "uscita");
	assert_null(c->scelte[2]);
	assert_string_equal(named(list, "mittente.nome")->etichetta, "il nome");
	assert_string_equal(named(list, "nota")->etichetta, "");
}

static void
fields_and_number(void **state)
{
	AUTO(arena) a = arena_new();
	const struct campo *list = load(a);

	(void)state;
	assert_true(named(list, "flusso")->obbligatorio);
	assert_false(named(list, "flusso")->ripetuto);
	assert_false(named(list, "scadenza")->obbligatorio);
	assert_false(named(list, "mittente")->obbligatorio);
	assert_true(named(list, "mittente")->ripetuto);
	assert_true(named(list, "mittente.@tipo")->obbligatorio);
	assert_false(named(list, "@id")->obbligatorio);
	assert_true(named(list, "mittente.nome")->obbligatorio);
	assert_true(named(list, "mittente.recapito")->ripetuto);
	/* of a choice none must be there; of a repeated group each may be */
	assert_false(named(list, "a")->obbligatorio);
	assert_false(named(list, "a")->ripetuto);
	assert_false(named(list, "b")->obbligatorio);
	assert_true(named(list, "b")->ripetuto);
	assert_true(named(list, "nota")->obbligatorio);
	assert_true(named(list, "nota")->ripetuto);
}

static void
no_fields(void **state)
{
	static const char turning[] = XS "<xs:element name='r' type='t'/>"
	    "<xs:complexType name='t'><xs:sequence>"
	    "<xs:element name='x' type='t'/><xs:element name='y' type='t'/>"
	    "</xs:sequence></xs:complexType></xs:schema>";
	static const char circle[] = XS "<xs:element name='r'><xs:complexType>"
	    "<xs:sequence><xs:element name='x' type='t'/></xs:sequence>"
	    "</xs:complexType></xs:element>"
	    "<xs:simpleType name='t'><xs:restriction base='t'/>"
	    "</xs:simpleType></xs:schema>";
	AUTO(arena) a = arena_new();
	const struct campo *list = NULL;

	(void)state;
	assert_int_equal(campi_load_bytes(&list, a, schema, strlen(schema),
	    "manca"), ERR_ABSENT);
	assert_int_equal(campi_load_bytes(&list, a, "x", 1, "x"), ERR_INVALID);
	assert_int_equal(campi_load(&list, "manca", "x"), ERR_ABSENT);
	assert_int_equal(campi_load_bytes(&list, a, turning, strlen(turning),
	    "r"), ERR_FAULT);
	assert_null(list);
	assert_int_equal(campi_load_bytes(&list, a, schema, strlen(schema),
	    "testo"), 0);
	assert_null(list[0].percorso);
	assert_int_equal(campi_load_bytes(&list, a, circle, strlen(circle),
	    "r"), 0);
	assert_string_equal(list[0].tipo, "testo");
}

/* ---- building ---- */

#define BUILT(n, a, pairs) campi_build_bytes(n, a, schema, strlen(schema), \
	"prova", pairs, (int)NELEM(pairs))

static void
built_is(struct nodo *n, const char *inside)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };

	nodo_write(&b, n);
	assert_string_equal(b.data, arena_printf(a, "<?xml version=\"1.0\" "
	    "encoding=\"UTF-8\"?>\n<prova xmlns=\"urn:cartella:1\"%s", inside));
}

/* The order is the schema's, whatever the order given. */
static void
builds_in_order(void **state)
{
	static const char *const pairs[][2] = {
		{ "testo", "uno\n\n- due" }, { "nota", "n1" },
		{ "mittente.pec", "x@y" }, { "nota", "n2" },
		{ "mittente.nome", "Perche\xcc\x80" }, { "flusso", "entrata" },
		{ "mittente.@tipo", "uscita" }, { "@id", "7" },
		{ "nascita", "2020-01-01" },
	};
	AUTO(arena) a = arena_new();
	struct nodo *n;

	(void)state;
	assert_int_equal(BUILT(&n, a, pairs), 0);
	built_is(n, " id=\"7\">\n"
	    "  <flusso>entrata</flusso>\n"
	    "  <nascita>2020-01-01</nascita>\n"
	    "  <mittente tipo=\"uscita\">\n"
	    "    <nome>Perchè</nome>\n"
	    "    <pec>x@y</pec>\n"
	    "  </mittente>\n"
	    "  <nota>n1</nota>\n"
	    "  <nota>n2</nota>\n"
	    "  <testo>\n"
	    "    <p>uno</p>\n"
	    "    <voce>due</voce>\n"
	    "  </testo>\n"
	    "</prova>\n");
}

/* What is given again opens the nearest group that may be repeated. */
static void
builds_repetitions(void **state)
{
	static const char *const pairs[][2] = {
		{ "mittente.nome", "A" }, { "mittente.recapito.via", "a1" },
		{ "mittente.recapito.cap", "1" },
		{ "mittente.recapito.via", "a2" },
		{ "mittente.nome", "B" }, { "mittente.recapito.via", "b1" },
		{ "mittente.pec", "b@b" }, { "flusso", "uscita" },
	};
	AUTO(arena) a = arena_new();
	struct nodo *n;

	(void)state;
	assert_int_equal(BUILT(&n, a, pairs), 0);
	built_is(n, ">\n"
	    "  <flusso>uscita</flusso>\n"
	    "  <mittente>\n"
	    "    <nome>A</nome>\n"
	    "    <recapito>\n"
	    "      <via>a1</via>\n"
	    "      <cap>1</cap>\n"
	    "    </recapito>\n"
	    "    <recapito>\n"
	    "      <via>a2</via>\n"
	    "    </recapito>\n"
	    "  </mittente>\n"
	    "  <mittente>\n"
	    "    <nome>B</nome>\n"
	    "    <pec>b@b</pec>\n"
	    "    <recapito>\n"
	    "      <via>b1</via>\n"
	    "    </recapito>\n"
	    "  </mittente>\n"
	    "</prova>\n");
}

static void
refused(const char *percorso, const char *valore, const char *words)
{
	const char *pairs[1][2] = { { percorso, valore } };
	AUTO(arena) a = arena_new();
	struct nodo *n = NULL;

	err_clear();
	assert_int_equal(BUILT(&n, a, pairs), ERR_INVALID);
	assert_null(n);
	assert_non_null(strstr(err_msg(), words));
}

static void
refuses_fields(void **state)
{
	static const char *const twice[][2] = {
		{ "flusso", "entrata" }, { "flusso", "uscita" },
	};
	static const char *const again[][2] = {
		{ "@id", "1" }, { "@id", "2" },
	};
	AUTO(arena) a = arena_new();
	struct nodo *n;

	(void)state;
	refused("manca", "x", "«manca»");
	refused("", "x", "non esiste");
	refused("mittente", "x", "non esiste");
	refused("mittente.nome.x", "x", "non esiste");
	refused("mittente/nome", "x", "non esiste");
	refused("prova.flusso", "x", "non esiste");
	refused("mittente.@nome", "x", "non esiste");
	assert_int_equal(BUILT(&n, a, twice), ERR_INVALID);
	assert_non_null(strstr(err_msg(), "una volta sola"));
	assert_int_equal(BUILT(&n, a, again), ERR_INVALID);
}

static void
refuses_characters(void **state)
{
	static const char *const bad[] = {
		"\x01", "a\rb", "\x1b[31m", "\x7f", "\xff", "\xc3", "\xed\xa0\x80",
		"\xef\xbf\xbe", "\xef\xbf\xbf", "\xc2\x85", "\xc2\x9b" "31m"
	};
	static const char *const good[][2] = {
		{ "nota", "a\tb\nc" }, { "nota", "<&>\"'" },
		{ "nota", "\xc2\xa0\xf0\x9f\x98\x80" },
	};
	AUTO(arena) a = arena_new();
	struct nodo *n;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(bad); i++) {
		refused("nota", bad[i], "«nota»");
		refused("@id", bad[i], "«@id»");
		refused("testo", bad[i], "«testo»");
	}
	assert_int_equal(BUILT(&n, a, good), 0);
	assert_string_equal(nodo_value(a, n, "nota"), "a\tb\nc");
}

static void
refuses_too_many(void **state)
{
	static const char *pairs[501][2];
	AUTO(arena) a = arena_new();
	struct nodo *n;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(pairs); i++) {
		pairs[i][0] = "nota";
		pairs[i][1] = "x";
	}
	assert_int_equal(campi_build_bytes(&n, a, schema, strlen(schema),
	    "prova", pairs, 500), 0);
	assert_int_equal(campi_build_bytes(&n, a, schema, strlen(schema),
	    "prova", pairs, 501), ERR_INVALID);
}

/* What is built from a shipped schema is valid against it. */
static void
shipped_schema(void **state)
{
	static const char *const pairs[][2] = {
		{ "motivo", "controllata" },
		{ "ora", "2026-11-20T10:15:30+01:00" },
	};
	AUTO(arena) a = arena_new();
	struct rilievi r = { .a = a };
	AUTO_BUF b = { 0 };
	struct nodo *n;

	(void)state;
	assert_int_equal(campi_build(&n, a, "atti/conferma-ora",
	    "conferma-ora", pairs, 2), 0);
	nodo_write(&b, n);
	assert_int_equal(xml_validate(&r, "atti/conferma-ora", b.data, b.len),
	    0);
	assert_int_equal(r.errori, 0);
	assert_int_equal(campi_build(&n, a, "atti/manca", "x", pairs, 2),
	    ERR_ABSENT);
}

/* ---- prose ---- */

static void
prosa_is(const char *text, const char *inside)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "prova");
	AUTO_BUF b = { 0 };
	const char *start;

	prosa_parse(a, n, text);
	nodo_write(&b, n);
	start = strchr(strstr(b.data, "<prova"), '>');
	if (strncmp(start + 1, inside, strlen(inside)) != 0 ||
	    strcmp(start + 1 + strlen(inside), "\n</prova>\n") != 0)
		fail_msg("%s ->%s", text, b.data);
}

static void
prosa_forms(void **state)
{
	(void)state;
	prosa_is("uno\ndue\n\n tre \n", "\n  <p>uno due</p>\n  <p>tre</p>");
	prosa_is("uno\r\n\r\ndue", "\n  <p>uno</p>\n  <p>due</p>");
	prosa_is("ecco:\n- uno \n-  due\nfine", "\n  <p>ecco:</p>"
	    "\n  <voce>uno</voce>\n  <voce>due</voce>\n  <p>fine</p>");
	prosa_is("un *nome* e _un altro_.", "\n  <p>un <b>nome</b> e "
	    "<i>un altro</i>.</p>");
	prosa_is("*a _b_ c*", "\n  <p><b>a <i>b</i> c</b></p>");
	prosa_is("2 * 3 * 4, nome_di_file, *solo", "\n  <p>2 * 3 * 4, "
	    "nome_di_file, *solo</p>");
	prosa_is("** __ * _", "\n  <p>** __ * _</p>");
	prosa_is("-\nx", "\n  <p>-</p>\n  <p>x</p>");
	prosa_is("-x\n--", "\n  <p>-x --</p>");
	prosa_is("<b>no</b> & sì", "\n  <p>&lt;b&gt;no&lt;/b&gt; &amp; sì</p>");
}

static void
prosa_of_nothing(void **state)
{
	static const char *const blank[] = { "", " ", "\n\n", "\t\n \r\n" };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(blank); i++) {
		AUTO(arena) a = arena_new();
		struct nodo *n = nodo_new(a, "prova");

		prosa_parse(a, n, blank[i]);
		assert_null(n->primo);
		assert_string_equal(prosa_text(a, n), "");
	}
}

static void
prosa_shown(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "prova");

	(void)state;
	prosa_parse(a, n, "uno\ndue\n\n\n- a\n- *b* c\nfine");
	assert_string_equal(prosa_text(a, n),
	    "uno due\n\n- a\n- *b* c\n\nfine");
}

/* Shown in a form and sent back unchanged, it is the same prose. */
static void
prosa_same_again(uint32_t seed)
{
	static const char letters[] = "aab  **__-\n\n.,#|1\\";
	AUTO(arena) a = arena_new();
	struct nodo *one = nodo_new(a, "prova"), *two = nodo_new(a, "prova");
	AUTO_BUF text = { 0 };
	int i;

	for (i = 0; i < 24; i++) {
		seed = seed * 1664525u + 1013904223u;
		buf_putc(&text, letters[(seed >> 10) % (sizeof letters - 1)]);
	}
	prosa_parse(a, one, buf_str(&text));
	prosa_parse(a, two, prosa_text(a, one));
	if (strcmp(prosa_text(a, one), prosa_text(a, two)) != 0 ||
	    strcmp(nodo_all_text(a, prosa_normale(a, one)),
	    nodo_all_text(a, prosa_normale(a, two))) != 0)
		fail_msg("«%s»:\n%s\n%s", text.data, prosa_text(a, one),
		    prosa_text(a, two));
}

static void
prosa_round(void **state)
{
	uint32_t i;

	(void)state;
	for (i = 0; i < 20000; i++)
		prosa_same_again(i * 7919u);
}

/* Headings, numbers, tables; and what only looks like them. */
static void
prosa_blocks(void **state)
{
	(void)state;
	prosa_is("# Uno\ndue\n# *a*", "\n  <titolo>Uno</titolo>\n  <p>due</p>"
	    "\n  <titolo><b>a</b></titolo>");
	prosa_is("#\n#x\n## y", "\n  <p># #x ## y</p>");
	prosa_is("ecco:\n1. uno\n2. due\n\n3. tre", "\n  <p>ecco:</p>"
	    "\n  <punto>uno</punto>\n  <punto>due</punto>"
	    "\n  <punto>tre</punto>");
	prosa_is("3. tre\n2. due", "\n  <p>3. tre 2. due</p>");
	prosa_is("1. uno\n3. tre\n1. uno", "\n  <punto>uno</punto>"
	    "\n  <p>3. tre</p>\n  <punto>uno</punto>");
	prosa_is("1.uno 2. due\n01. x", "\n  <p>1.uno 2. due 01. x</p>");
	prosa_is("| a | *b* |\n|c|d\\|e|\n\n|f|", "\n  <tabella>\n    <riga>"
	    "\n      <cella>a</cella>\n      <cella><b>b</b></cella>\n    "
	    "</riga>\n    <riga>\n      <cella>c</cella>\n      <cella>d|e"
	    "</cella>\n    </riga>\n  </tabella>\n  <tabella>\n    <riga>\n"
	    "      <cella>f</cella>\n    </riga>\n  </tabella>");
	prosa_is("|\n| a", "\n  <p>| | a</p>");
	prosa_is("\\# a\n\n\\- b\n\n\\1. c", "\n  <p># a</p>\n  <p>- b</p>"
	    "\n  <p>1. c</p>");
	prosa_is("\\*a\\* \\\\ C:\\dati", "\n  <p>*a* \\ C:\\dati</p>");
	prosa_is("Firma ______", "\n  <p>Firma ______</p>");
}

static const char *
shown(struct arena *a, const char *text)
{
	struct nodo *n = nodo_new(a, "prova");

	prosa_parse(a, n, text);
	return prosa_text(a, n);
}

static void
prosa_blocks_shown(void **state)
{
	static const char *const same[] = { "# Uno\n\ndue\n\n1. a\n2. *b*\n\n"
	    "- c", "| a | b |\n|  | d\\|e |\n\n| f |", "\\1. a\n\n1. b\n\n"
	    "3. c\n\n\\1. d", "2 * 3 * 4, a_b_c, C:\\dati, ______", "\\# a",
	    "1. a\n2. b\n\n\\3. c" };
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(same); i++)
		assert_string_equal(shown(a, same[i]), same[i]);
}

/* One form for the same line; bold within a word is left out of the text. */
static void
prosa_one_form(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "x"), *p = nodo_elem(a, n, "p"), *i;
	AUTO_BUF b = { 0 };

	(void)state;
	nodo_text(a, p, " ca");
	nodo_text(a, nodo_elem(a, p, "b"), "sa ");
	i = nodo_elem(a, p, "i");
	nodo_text(a, i, "e\t");
	nodo_text(a, nodo_elem(a, i, "b"), " via ");
	nodo_elem(a, n, "voce");
	nodo_elem(a, nodo_elem(a, nodo_elem(a, n, "tabella"), "riga"), "cella");
	nodo_write(&b, prosa_normale(a, n));
	assert_non_null(strstr(b.data, "<x xmlns=\"urn:cartella:1\">\n  <p>ca"
	    "<b>sa</b> <i>e <b>via</b></i></p>\n</x>"));
	assert_string_equal(prosa_text(a, n), "casa _e  *via*_\n\n|  |");
}

/* Thousands of marks that never close take no time. */
static void
prosa_open_marks(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "prova");
	AUTO_BUF b = { 0 };
	int i;

	(void)state;
	for (i = 0; i < 300000; i++)
		buf_puts(&b, "*a _b ");
	prosa_parse(a, n, b.data);
	assert_int_equal(strlen(nodo_all_text(a, n)), b.len - 1);
}

/* A group that is opened holds what follows, also when the one before lacks it;
 * one that does not repeat is not opened, nor is a field. */
static void
groups_opened(void **state)
{
	static const char *const pairs[][2] = {
		{ "mittente", NULL }, { "mittente.pec", "uno@pec.example" },
		{ "mittente", NULL }, { "mittente.denominazione", "Due" },
	};
	static const char *const once[][2] = { { "riservata", NULL } };
	static const char *const leaf[][2] = { { "oggetto", NULL } };
	AUTO(arena) a = arena_new();
	struct nodo *n = NULL, *m;

	(void)state;
	assert_int_equal(campi_build(&n, a, "atti/registra", "registra", pairs,
	    NELEM(pairs)), 0);
	m = nodo_child(n, "mittente");
	assert_null(nodo_find(m, "denominazione"));
	m = nodo_next(m, "mittente");
	assert_string_equal(nodo_value(a, m, "denominazione"), "Due");
	assert_int_equal(campi_build(&n, a, "atti/registra", "registra", once,
	    1), ERR_INVALID);
	assert_int_equal(campi_build(&n, a, "atti/registra", "registra", leaf,
	    1), ERR_INVALID);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_in_order),
		cmocka_unit_test(fields_and_kinds),
		cmocka_unit_test(fields_and_number),
		cmocka_unit_test(no_fields),
		cmocka_unit_test(builds_in_order),
		cmocka_unit_test(builds_repetitions),
		cmocka_unit_test(groups_opened),
		cmocka_unit_test(refuses_fields),
		cmocka_unit_test(refuses_characters),
		cmocka_unit_test(refuses_too_many),
		cmocka_unit_test(shipped_schema),
		cmocka_unit_test(prosa_forms),
		cmocka_unit_test(prosa_of_nothing),
		cmocka_unit_test(prosa_shown),
		cmocka_unit_test(prosa_round),
		cmocka_unit_test(prosa_open_marks),
		cmocka_unit_test(prosa_blocks),
		cmocka_unit_test(prosa_blocks_shown),
		cmocka_unit_test(prosa_one_form),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
