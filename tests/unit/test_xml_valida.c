/* SPDX-License-Identifier: EUPL-1.2 */
/* Faults against a schema, in Italian, each at its place. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/resource.h"
#include "base/utf8.h"
#include "xml/interno.h"

#define XS "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' " \
	"xmlns='urn:cartella:1' targetNamespace='urn:cartella:1' " \
	"elementFormDefault='qualified'>"
#define STRINGA "<xs:restriction base='xs:string'>"

static const char schema[] = XS
    "<xs:simpleType name='flusso'>" STRINGA
    "<xs:enumeration value='entrata'/><xs:enumeration value='uscita'/>"
    "</xs:restriction></xs:simpleType>"
    "<xs:simpleType name='data'><xs:restriction base='xs:date'>"
    "<xs:pattern value='[0-9]{4}-[0-9]{2}-[0-9]{2}'/>"
    "</xs:restriction></xs:simpleType>"
    "<xs:simpleType name='id'>" STRINGA "<xs:pattern value='[0-9]{3}'/>"
    "</xs:restriction></xs:simpleType>"
    "<xs:simpleType name='breve'><xs:restriction base='xs:token'>"
    "<xs:minLength value='2'/><xs:maxLength value='5'/>"
    "</xs:restriction></xs:simpleType>"
    "<xs:simpleType name='voto'><xs:restriction base='xs:integer'>"
    "<xs:minInclusive value='1'/><xs:maxInclusive value='10'/>"
    "</xs:restriction></xs:simpleType>"
    "<xs:complexType name='mittente'><xs:sequence>"
    "<xs:element name='nome' type='breve'/></xs:sequence></xs:complexType>"
    "<xs:element name='voce'><xs:complexType><xs:sequence>"
    "<xs:element name='cartella' type='breve' maxOccurs='3'/>"
    "<xs:element name='data' type='data' minOccurs='0'/>"
    "<xs:group ref='dove' minOccurs='0'/>"
    "<xs:element name='testo' type='breve'/>"
    "<xs:element name='nota' type='breve' minOccurs='0'/>"
    "<xs:choice><xs:element name='letta' type='vuota'/>"
    "<xs:element name='persa' type='vuota'/></xs:choice>"
    "</xs:sequence></xs:complexType></xs:element>"
    "<xs:group name='dove'><xs:sequence>"
    "<xs:element name='luogo' type='breve'/></xs:sequence></xs:group>"
    "<xs:complexType name='vuota'/>"
    "<xs:element name='prova'><xs:complexType><xs:sequence>"
    "<xs:element name='flusso' type='flusso'/>"
    "<xs:element name='data' type='data' minOccurs='0'/>"
    "<xs:element name='breve' type='breve' minOccurs='0'/>"
    "<xs:element name='numero' type='xs:nonNegativeInteger' minOccurs='0'/>"
    "<xs:element name='voto' type='voto' minOccurs='0'/>"
    "<xs:element name='mittente' type='mittente' minOccurs='0' "
    "maxOccurs='unbounded'/>"
    "</xs:sequence><xs:attribute name='id' type='id' use='required'/>"
    "<xs:attribute name='v' type='xs:string' fixed='1'/>"
    "<xs:attribute name='f' type='flusso'/>"
    "</xs:complexType></xs:element></xs:schema>";

#define ROOT "<prova xmlns='urn:cartella:1' id='123'>"
#define END "</prova>"
#define FLUSSO "<flusso>entrata</flusso>"

static void
validated(struct rilievi *out, const char *bytes)
{
	if (xml_validate_with(out, "prova", schema, strlen(schema), bytes,
	    strlen(bytes)) != 0)
		fail_msg("%s: %s", bytes, err_msg());
}

/* The n-th rilievo (from 0), or NULL. */
static const struct rilievo *
nth(const struct rilievi *r, int n)
{
	const struct rilievo *x = r->primo;

	while (x != NULL && n-- > 0)
		x = x->succ;
	return x;
}

static void
said(const struct rilievi *r, int n, const char *percorso, const char *codice,
    const char *testo)
{
	const struct rilievo *x = nth(r, n);

	assert_non_null(x);
	assert_string_equal(x->percorso, percorso);
	assert_string_equal(x->codice, codice);
	assert_string_equal(x->testo, testo);
	assert_int_equal(x->grado, ERRORE);
}

/* Exactly one fault. */
static void
one(const char *bytes, const char *percorso, const char *codice,
    const char *testo)
{
	AUTO(arena) a = arena_new();
	struct rilievi r = { .a = a };

	validated(&r, bytes);
	said(&r, 0, percorso, codice, testo);
	assert_int_equal(r.errori, 1);
}

static void
valid(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi r = { .a = a };

	(void)state;
	validated(&r, "<prova xmlns='urn:cartella:1' id='123' v='1' "
	    "f='uscita'>\n" FLUSSO "<data>2028-02-29</data> "
	    "<breve>ab</breve><numero>0</numero><voto>10</voto>"
	    "<mittente><nome>Tizio</nome></mittente>" END);
	assert_int_equal(r.errori + r.avvisi, 0);
	assert_null(r.primo);
}

static void
values(void **state)
{
	(void)state;
	one(ROOT "<flusso>l'altro {x}</flusso>" END, "/prova/flusso", "valore",
	    "«l'altro {x}» non è fra i valori ammessi: «entrata», «uscita»");
	one(ROOT FLUSSO "<data>2026-02-29</data>" END, "/prova/data",
	    "formato", "«2026-02-29» non va bene: ci vuole una data che "
	    "esiste, come 2026-11-20");
	one(ROOT FLUSSO "<data>ieri l'altro</data>" END, "/prova/data",
	    "formato", "«ieri l'altro» non va bene: ci vuole una data che "
	    "esiste, come 2026-11-20");
	one(ROOT FLUSSO "<numero>type 'xs:date'</numero>" END, "/prova/numero",
	    "formato", "«type 'xs:date'» non va bene: ci vuole un numero "
	    "intero");
	one(ROOT FLUSSO "<numero>-1</numero>" END, "/prova/numero", "formato",
	    "«-1» non va bene: ci vuole un numero intero");
	one(ROOT FLUSSO "<breve>abcdef</breve>" END, "/prova/breve",
	    "lunghezza", "è troppo lungo: al massimo 5 caratteri");
	one(ROOT FLUSSO "<breve>a</breve>" END, "/prova/breve",
	    "lunghezza", "è troppo corto: almeno 2 caratteri");
	one(ROOT FLUSSO "<voto>11</voto>" END, "/prova/voto", "valore",
	    "è troppo grande: il limite è 10");
	one(ROOT FLUSSO "<voto>0</voto>" END, "/prova/voto", "valore",
	    "è troppo piccolo: il limite è 1");
}

static void
empty_values(void **state)
{
	(void)state;
	one(ROOT "<flusso/>" END, "/prova/flusso", "vuoto",
	    "non può essere vuoto");
	one(ROOT FLUSSO "<data> </data>" END, "/prova/data", "vuoto",
	    "non può essere vuoto");
	one(ROOT FLUSSO "<breve>\n</breve>" END, "/prova/breve", "vuoto",
	    "non può essere vuoto");
	one(ROOT FLUSSO "<numero/>" END, "/prova/numero", "vuoto",
	    "non può essere vuoto");
}

static void
content(void **state)
{
	(void)state;
	one(ROOT END, "/prova", "manca", "manca «flusso»");
	one(ROOT "<data>2026-01-01</data>" END, "/prova/data", "inatteso",
	    "non ci vuole qui: ci vuole «flusso»");
	one(ROOT FLUSSO FLUSSO END, "/prova/flusso[2]", "inatteso",
	    "non ci vuole qui: ci vuole «data» o «breve» o «numero» o «voto» "
	    "o «mittente»");
	one(ROOT FLUSSO "<mittente><nome>aa</nome></mittente><mittente/>" END,
	    "/prova/mittente[2]", "manca", "manca «nome»");
	one(ROOT FLUSSO "<mittente><nome>aa</nome><nome>bb</nome></mittente>"
	    END, "/prova/mittente/nome[2]", "inatteso", "non ci vuole");
	one(ROOT FLUSSO "ciao" END, "/prova", "inatteso",
	    "c'è del testo dove vanno solo elementi");
	one(ROOT "<flusso>entrata<b/></flusso>" END, "/prova/flusso",
	    "inatteso", "ci vuole solo testo, senza altri elementi");
	one("<altro xmlns='urn:cartella:1'/>", "/altro", "inatteso",
	    "non è un documento di questo tipo");
	one("<prova id='123'>" FLUSSO END, "/prova", "inatteso",
	    "non è un documento di questo tipo");
}

#define VOCE "<voce xmlns='urn:cartella:1'><cartella>uno</cartella>"

/* What may be left out, or only be said again, is not what is missing. */
static void
what_is_missing(void **state)
{
	(void)state;
	one("<voce xmlns='urn:cartella:1'/>", "/voce", "manca",
	    "manca «cartella»");
	one(VOCE "</voce>", "/voce", "manca", "manca «testo»");
	one(VOCE "<cartella>due</cartella><data>2026-01-01</data></voce>",
	    "/voce", "manca", "manca «testo»");
	one(VOCE "<luogo>casa</luogo></voce>", "/voce", "manca",
	    "manca «testo»");
	/* one or the other */
	one(VOCE "<testo>sì</testo></voce>", "/voce", "manca",
	    "manca «letta» o «persa»");
}

/* Each thing is said once. */
static void
said_once(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi r = { .a = a };

	(void)state;
	one(VOCE "<testo>sì</testo><letta><b/><b/><i/></letta></voce>",
	    "/voce/letta", "inatteso", "dev'essere vuoto");
	/* of each document */
	validated(&r, ROOT END);
	validated(&r, ROOT END);
	assert_int_equal(r.errori, 2);
}

/* Each attribute its own fault, though they share an element. */
static void
attributes(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi r = { .a = a };

	(void)state;
	validated(&r, "<prova xmlns='urn:cartella:1' id='x' f='' v='2' z='3'>"
	    "<flusso w='1'>entrata</flusso>" END);
	assert_int_equal(r.errori, 5);
	said(&r, 0, "/prova/@id", "formato", "«x» non ha la forma richiesta");
	said(&r, 1, "/prova/@f", "vuoto", "non può essere vuoto");
	said(&r, 2, "/prova/@v", "valore", "dev'essere «1»");
	said(&r, 3, "/prova/@z", "inatteso", "l'attributo «z» non ci vuole");
	said(&r, 4, "/prova/flusso/@w", "inatteso",
	    "l'attributo «w» non ci vuole");
	one("<prova xmlns='urn:cartella:1'>" FLUSSO END, "/prova/@id", "manca",
	    "manca l'attributo «id»");
}

/* Several faults of one document are all said, and those before it stay. */
static void
several(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi r = { .a = a };

	(void)state;
	rilievo_add(&r, AVVISO, "/prova/flusso", "prima", NULL, "già detto");
	validated(&r, ROOT "<flusso>x</flusso><breve>abcdef</breve>"
	    "<numero>y</numero><zzz/>" END);
	assert_int_equal(r.avvisi, 1);
	assert_int_equal(r.errori, 4);
	assert_string_equal(nth(&r, 1)->percorso, "/prova/flusso");
	assert_string_equal(nth(&r, 4)->percorso, "/prova/zzz");
}

/* A long value is cut between characters. */
static void
cut_values(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi r = { .a = a };
	const char *t;

	(void)state;
	validated(&r, ROOT "<flusso>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	    "aaaaaaaaaaaaaaaaèèèèèè</flusso>" END);
	t = r.primo->testo;
	assert_true(utf8_valid(t, strlen(t)));
	assert_non_null(strstr(t, "a…»"));
}

static void
thousands_of_faults(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi r = { .a = a };
	AUTO_BUF b = { 0 };
	int i;

	(void)state;
	buf_puts(&b, ROOT FLUSSO);
	for (i = 0; i < 20000; i++)
		buf_puts(&b, "<mittente/>");
	buf_puts(&b, END);
	validated(&r, b.data);
	assert_int_equal(r.errori, 200);
}

static int
with_schema(const char *key, const char *bytes)
{
	static const char doc[] = ROOT FLUSSO END;
	AUTO(arena) a = arena_new();
	struct rilievi r = { .a = a };
	int e = xml_validate_with(&r, key, bytes, strlen(bytes), doc,
	    strlen(doc));

	return e != 0 ? e : r.errori;
}

static void
schemas_refused(void **state)
{
	(void)state;
	assert_int_equal(with_schema("a", "non xml"), ERR_INVALID);
	assert_int_equal(with_schema("a", "<altro/>"), ERR_INVALID);
	assert_int_equal(with_schema("a", XS "<xs:element name='prova' "
	    "type='manca'/></xs:schema>"), ERR_INVALID);
	assert_int_equal(with_schema("a", "<!DOCTYPE x [<!ENTITY e SYSTEM "
	    "'tests/fixtures/segreto.txt'>]>" XS "</xs:schema>"), ERR_INVALID);
	assert_int_equal(with_schema("a", XS "<xs:include schemaLocation="
	    "'schema/comuni.xsd'/></xs:schema>"), ERR_INVALID);
}

/* A type adopted anew under its old name is the new one. */
static void
schema_changed(void **state)
{
	(void)state;
	assert_int_equal(with_schema("b", XS "<xs:element name='prova'/>"
	    "</xs:schema>"), 0);
	assert_int_equal(with_schema("b", XS "<xs:element name='prova' "
	    "type='xs:date'/></xs:schema>") > 0, 1);
}

static void
bytes_refused(void **state)
{
	static const char *const bad[] = {
		"", "x", "<!DOCTYPE prova>" ROOT FLUSSO END,
		"<?x?>" ROOT FLUSSO END, ROOT "<?x?>" FLUSSO END,
		"<?xml version='1.0' encoding='latin1'?>" ROOT FLUSSO END,
	};
	AUTO(arena) a = arena_new();
	struct rilievi r = { .a = a };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(bad); i++)
		assert_int_equal(xml_validate_with(&r, "prova", schema,
		    strlen(schema), bad[i], strlen(bad[i])), ERR_INVALID);
	assert_null(r.primo);
	assert_int_equal(xml_validate(&r, "nessuno", "<x/>", 4), ERR_ABSENT);
	assert_int_equal(xml_preload_schema("nessuno"), ERR_ABSENT);
	assert_int_equal(xml_preload_schema("../x"), ERR_ABSENT);
}

/* Every schema we ship compiles. */
static void
shipped_schemas(void **state)
{
	AUTO(arena) a = arena_new();
	const struct resource *r;
	const char *name;
	size_t len;

	(void)state;
	for (r = resource_table; r->name != NULL; r++) {
		len = strlen(r->name);
		if (strncmp(r->name, "schema/", 7) != 0 ||
		    strcmp(r->name + len - 4, ".xsd") != 0)
			continue;
		name = arena_strndup(a, r->name + 7, len - 11);
		if (xml_preload_schema(name) != 0)
			fail_msg("%s", err_msg());
	}
}

static void
rilievi_and_back(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi r = { .a = a }, back = { .a = a }, none = { .a = a };
	struct nodo *n, *x;

	(void)state;
	rilievo_add(&r, AVVISO, "/x", "uno", NULL, "testo %d", 1);
	rilievo_add(&r, ERRORE, "", "due", "art. 53 DPR 445/2000", "<&>");
	n = rilievi_nodo(a, &r);
	/* a grade that we do not know refuses; half a rilievo is none */
	nodo_set(a, nodo_elem(a, n, "rilievo"), "codice", "tre");
	nodo_set(a, nodo_elem(a, n, "rilievo"), "grado", "errore");
	nodo_elem_text(a, n, "altro", "x");
	x = nodo_elem(a, n, "rilievo");
	nodo_set(a, x, "codice", "quattro");
	nodo_set(a, x, "grado", "nulla");
	rilievi_read(&back, n);
	assert_int_equal(back.avvisi, 1);
	assert_int_equal(back.errori, 2);
	assert_int_equal(nth(&back, 0)->grado, AVVISO);
	assert_null(nth(&back, 0)->norma);
	said(&back, 1, "", "due", "<&>");
	assert_string_equal(nth(&back, 1)->norma, "art. 53 DPR 445/2000");
	assert_ptr_equal(rilievo_find(&back, "due"), nth(&back, 1));
	said(&back, 2, "", "quattro", "");
	assert_null(rilievo_find(&back, "tre"));
	rilievi_read(&none, nodo_child(n, "rilievo"));
	assert_null(none.primo);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(valid),
		cmocka_unit_test(values),
		cmocka_unit_test(empty_values),
		cmocka_unit_test(content),
		cmocka_unit_test(what_is_missing),
		cmocka_unit_test(said_once),
		cmocka_unit_test(attributes),
		cmocka_unit_test(several),
		cmocka_unit_test(cut_values),
		cmocka_unit_test(thousands_of_faults),
		cmocka_unit_test(schemas_refused),
		cmocka_unit_test(schema_changed),
		cmocka_unit_test(bytes_refused),
		cmocka_unit_test(shipped_schemas),
		cmocka_unit_test(rilievi_and_back),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
