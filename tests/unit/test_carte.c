/* SPDX-License-Identifier: EUPL-1.2 */
/* Pure rules of the papers of a case: merging, months, the DSU, types. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/resource.h"
#include "documenti/acquisito.h"
#include "documenti/fusione.h"
#include "documenti/percorso.h"
#include "documenti/regole.h"
#include "documenti/tipo.h"
#include "xml/xml.h"

static struct nodo *
parse(struct arena *a, const char *text, int flags)
{
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, text, strlen(text), flags), 0);
	return n;
}

/* ---- merging ---- */

#define SCHEDA(indirizzo, altro)					\
	"<scheda xmlns=\"" XML_NS "\"><anagrafica><cognome>B</cognome>"	\
	"</anagrafica><residenza>" indirizzo "<comune>P</comune>"	\
	"</residenza>" altro "</scheda>"
#define VIA(x) "<indirizzo>" x "</indirizzo>"
#define MIO(x) "<m xmlns=\"" XML_NS "\">" x "</m>"

/* What comes of it, flattened; the code of the first rilievo when there is
 * any. */
static const char *
merge_as(struct arena *a, const char *base, const char *ora, const char *mio,
    bool intero)
{
	struct rilievi ril = { .a = a };
	struct fusione f = { .intero = intero };
	struct nodo *out;
	AUTO_BUF b = { 0 };

	assert_int_equal(campi_load(&f.campi, "documenti/scheda",
	    "scheda"), 0);
	f.base = base != NULL ? parse(a, base, XML_OURS) : NULL;
	f.ora = parse(a, ora, XML_OURS);
	f.mio = parse(a, mio, XML_OURS);
	assert_int_equal(fusione(&out, &ril, &f), 0);
	if (ril.primo != NULL)
		return ril.primo->codice;
	nodo_write(&b, out);
	return arena_strdup(a, buf_str(&b));
}

static const char *
merge(struct arena *a, const char *base, const char *ora, const char *mio)
{
	return merge_as(a, base, ora, mio, false);
}

static void
same(struct arena *a, const char *got, const char *wanted)
{
	AUTO_BUF b = { 0 };

	nodo_write(&b, parse(a, wanted, XML_OURS));
	assert_string_equal(got, buf_str(&b));
}

static void
merging(void **state)
{
	AUTO(arena) a = arena_new();

	(void)state;
	same(a, merge(a, NULL, SCHEDA("", ""),
	    MIO("<residenza>" VIA("x") "</residenza>")), SCHEDA(VIA("x"), ""));
	/* the group is opened in its place */
	same(a, merge(a, NULL, SCHEDA("", "<note><p>n</p></note>"),
	    MIO("<profilo><medico>m</medico></profilo>")), SCHEDA("",
	    "<profilo><medico>m</medico></profilo><note><p>n</p></note>"));
	/* theirs and mine */
	same(a, merge(a, SCHEDA(VIA("a"), ""), SCHEDA(VIA("b"), ""),
	    MIO("<profilo><medico>m</medico></profilo>")),
	    SCHEDA(VIA("b"), "<profilo><medico>m</medico></profilo>"));
	/* all values of a field are one */
	same(a, merge(a, NULL, SCHEDA("", "<profilo><recapito>1</recapito>"
	    "<recapito>2</recapito></profilo>"),
	    MIO("<profilo><recapito>3</recapito></profilo>")),
	    SCHEDA("", "<profilo><recapito>3</recapito></profilo>"));
	/* mine, as I had seen it, is not my change */
	assert_string_equal(merge(a, SCHEDA(VIA("a"), ""),
	    SCHEDA(VIA("b"), ""), MIO("<residenza>" VIA("a")
	    "</residenza>")), "niente-cambia");
	assert_string_equal(merge(a, SCHEDA(VIA("a"), ""),
	    SCHEDA(VIA("b"), ""), MIO("<residenza>" VIA("c")
	    "</residenza>")), "conflitto");
	assert_string_equal(merge(a, SCHEDA(VIA("a"), ""), SCHEDA("", ""),
	    MIO("<residenza>" VIA("c") "</residenza>")), "conflitto");
	assert_string_equal(merge(a, SCHEDA(VIA("a"), ""),
	    SCHEDA(VIA("b"), ""), MIO("<togli>residenza.indirizzo</togli>")),
	    "conflitto");
	same(a, merge(a, SCHEDA(VIA("a"), ""), SCHEDA(VIA("a"), ""),
	    MIO("<togli>residenza.indirizzo</togli>")), SCHEDA("", ""));
	assert_string_equal(merge(a, NULL, SCHEDA("", ""),
	    MIO("<togli>anagrafica</togli>")), "campo-ignoto");
	assert_string_equal(merge(a, NULL, SCHEDA("", ""),
	    MIO("<togli>residenza.comune</togli>")), "obbligatorio");
}

/* A document written again from what one had seen: what it lacks goes, unless
 * somebody else has changed it. */
static void
merging_whole(void **state)
{
	AUTO(arena) a = arena_new();

	(void)state;
	same(a, merge_as(a, SCHEDA(VIA("a"), ""), SCHEDA(VIA("a"),
	    "<profilo><medico>m</medico></profilo>"), SCHEDA("", ""), true),
	    SCHEDA("", "<profilo><medico>m</medico></profilo>"));
	assert_string_equal(merge_as(a, SCHEDA(VIA("a"), ""),
	    SCHEDA(VIA("b"), ""), SCHEDA("", ""), true), "conflitto");
	/* prose that is written otherwise, and says the same, is the same */
	assert_string_equal(merge_as(a, SCHEDA("", "<note><p> n <b>x </b>\n"
	    "</p></note>"), SCHEDA("", "<note><p>altro</p></note>"),
	    SCHEDA("", "<note><p>n <b>x</b></p></note>"), true),
	    "niente-cambia");
}

/* ---- days and words ---- */

static void
months(void **state)
{
	AUTO(arena) a = arena_new();

	(void)state;
	assert_string_equal(mesi_dopo(a, "2026-11-20", 24), "2028-11-20");
	assert_string_equal(mesi_dopo(a, "2026-11-20", 2), "2027-01-20");
	assert_string_equal(mesi_dopo(a, "2026-12-31", 1), "2027-01-31");
	assert_string_equal(mesi_dopo(a, "2016-02-29", 144), "2028-02-29");
}

static void
dsu(void **state)
{
	AUTO(arena) a = arena_new();

	(void)state;
	assert_true(acquisito_dsu(a, "allegata DSU"));
	assert_true(acquisito_dsu(a, "la D.S.U. del 2026"));
	assert_true(acquisito_dsu(a, "dsu_2026.pdf"));
	assert_true(acquisito_dsu(a, "Dichiarazione  Sostitutiva UNICA"));
	assert_false(acquisito_dsu(a, "attestazione ISEE"));
	assert_false(acquisito_dsu(a, "dsuvida"));
	assert_false(acquisito_dsu(a, NULL));
}

static void
paths(void **state)
{
	(void)state;
	assert_string_equal(percorso_tipo("tipi/a/schema.xsd"),
	    "schema-di-tipo");
	assert_null(percorso_tipo("altro/schema.xsd"));
	assert_null(percorso_tipo("tipi/a/tipo.xml"));
	assert_string_equal(percorso_tipo("firme/0001/firma.asc"), "firma-openpgp");
}

/* ---- types ---- */

#define XSD(root, rest)							\
	"<schema targetNamespace=\"" XML_NS "\" "			\
	"elementFormDefault=\"qualified\"><element name=\"t\">"		\
	"<complexType><sequence>" root "</sequence></complexType>"	\
	"</element>" rest "</schema>"
#define CAMPO(attr)							\
	"<element " attr "><annotation><documentation>x</documentation>" \
	"</annotation></element>"

static const char *
adopted(struct arena *a, const char *xsd)
{
	struct rilievi ril = { .a = a };
	AUTO_BUF out = { 0 };

	assert_int_equal(tipo_chiudi(&out, &ril, parse(a, xsd, 0), "t", 3),
	    0);
	if (ril.primo != NULL) {
		assert_int_equal(out.len, 0);
		return ril.primo->codice;
	}
	return arena_strdup(a, buf_str(&out));
}

static void
types(void **state)
{
	static const char good[] =
	    "<t xmlns=\"" XML_NS "\" autore=\"as1\" "
	    "id=\"0123456789abcdef0123456789abcdef\" schema=\"3\" "
	    "scritto=\"2026-11-20\" versione=\"1\"><a>2026-11-20</a></t>";
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	const char *closed = adopted(a, XSD(CAMPO("name=\"a\" type=\"data\""),
	    ""));
	char bad[sizeof good];

	(void)state;
	assert_non_null(strstr(closed, "simpleType name=\"data\""));
	assert_null(strstr(closed, "name=\"prosa\""));
	assert_int_equal(xml_validate_with(&ril, "t", closed, strlen(closed),
	    good, strlen(good)), 0);
	assert_int_equal(ril.errori, 0);
	memcpy(bad, good, sizeof bad);
	*strchr(strstr(bad, "schema="), '3') = '2';
	assert_int_equal(xml_validate_with(&ril, "t", closed, strlen(closed),
	    bad, strlen(bad)), 0);
	assert_int_not_equal(ril.errori, 0);
	assert_string_equal(adopted(a, XSD(CAMPO("name=\"a\" "
	    "type=\"niente\""), "")), "tipo-ignoto");
	assert_string_equal(adopted(a, XSD(CAMPO("name=\"a\" type=\"data\"")
	    "<any/>", "")), "fuori-profilo");
	assert_string_equal(adopted(a, XSD(CAMPO("name=\"a\" type=\"data\""),
	    "<group name=\"g\"/>")), "fuori-profilo");
	assert_string_equal(adopted(a, XSD("", "")), "fuori-profilo");
	assert_string_equal(adopted(a, "<element/>"), "non-schema");
	assert_false(tipo_nome_libero("relazione"));
	assert_false(tipo_nome_libero("annota"));
	assert_false(tipo_nome_libero("esito"));
	assert_true(tipo_nome_libero("abitazione"));
}

/* What is wrong, in the words that the office reads. */
static void
types_refused(void **state)
{
#define VALORE(x) "<enumeration value=\"" x "\"/>"
#define ELENCO(x) "<element name=\"a\"><annotation><documentation>x"	\
	"</documentation></annotation><simpleType>" x "</simpleType></element>"
#define PAROLE(x) "<restriction base=\"xs:string\">" x "</restriction>"
#define A CAMPO("name=\"a\" type=\"data\"")
#define RADICE(x) "<schema targetNamespace=\"" XML_NS "\" "		\
	"elementFormDefault=\"qualified\">" x "</schema>"
#define NOTA(x) "<annotation>" x "</annotation>"
	static const struct {
		const char *xsd, *codice, *parola;
	} t[] = {
		{ XSD(NOTA("<b/>") A, ""), "fuori-profilo", "«b»" },
		{ XSD(NOTA("<documentation><i>x</i></documentation>") A, ""),
		    "fuori-profilo", "«i»" },
		{ XSD(ELENCO(PAROLE("") "<union/>"), ""), "fuori-profilo",
		    "«union»" },
		{ XSD(ELENCO("<union/>"), ""), "fuori-profilo", "«union»" },
		{ XSD(ELENCO(""), ""), "fuori-profilo", "elenco di parole" },
		{ XSD(ELENCO(PAROLE("")), ""), "fuori-profilo",
		    "non ha parole" },
		{ XSD(ELENCO(PAROLE(VALORE("si") VALORE("A B"))), ""),
		    "parola", "minuscole" },
		{ XSD(ELENCO(PAROLE(VALORE("si") "<pattern/>")), ""),
		    "fuori-profilo", "«pattern»" },
		{ XSD("<element name=\"a\" type=\"data\">" NOTA(
		    "<documentation>x</documentation>") "<key/></element>", ""),
		    "fuori-profilo", "«key»" },
		{ RADICE("<element name=\"t\"><key/><complexType><sequence>" A
		    "</sequence></complexType></element>"), "fuori-profilo",
		    "«key»" },
		{ RADICE("<element name=\"t\"/>"), "radice", "complexType" },
		{ RADICE(""), "radice", "non ha un element" },
		{ RADICE("<element name=\"t\"><complexType/></element>"),
		    "fuori-profilo", "ha una sequence" },
		{ RADICE("<element name=\"t\"><complexType><sequence>" A
		    "</sequence><attributeGroup ref=\"altro\"/></complexType>"
		    "</element>"), "fuori-profilo", "«attributeGroup»" },
		{ RADICE("<element name=\"t\"><complexType><sequence>" A
		    "</sequence><attributeGroup ref=\"documento\" x=\"1\"/>"
		    "</complexType></element>"), "fuori-profilo", "«x»" },
		/* one of ours that stands on a group */
		{ XSD(CAMPO("name=\"a\" type=\"lettera\""), ""), "non-compila",
		    "«lettera»" },
	};
	AUTO(arena) a = arena_new();
	const struct rilievo *r;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		struct rilievi ril = { .a = a };
		AUTO_BUF out = { 0 };

		assert_int_equal(tipo_chiudi(&out, &ril, parse(a, t[i].xsd, 0),
		    "t", 1), 0);
		if (out.len != 0)
			fail_msg("%zu is taken", i);
		for (r = ril.primo; r != NULL; r = r->succ)
			if (strcmp(r->codice, t[i].codice) == 0 &&
			    strstr(r->testo, t[i].parola) != NULL)
				break;
		if (r == NULL)
			fail_msg("%zu: %s: %s", i, ril.primo->codice,
			    ril.primo->testo);
	}
	/* a group before a field */
	assert_non_null(strstr(adopted(a, XSD("<sequence minOccurs=\"0\">" A
	    "</sequence>" CAMPO("name=\"b\" type=\"data\""), "")),
	    "name=\"b\""));
	assert_string_equal(adopted(a, XSD("<sequence>" A "</sequence>" A,
	    "")), "nome-doppio");
	/* notes wherever they may stand, and the attributes said already */
	assert_non_null(strstr(adopted(a, RADICE(NOTA("<appinfo/>")
	    "<element name=\"t\">" NOTA("<documentation>x</documentation>")
	    "<complexType>" NOTA("") "<sequence>" NOTA("") A "</sequence>"
	    "<attributeGroup ref=\"documento\"/></complexType></element>")),
	    "name=\"documento\""));
}

/* Every type of ours in one schema; a field more than there may be. */
static void
types_that_use_much(void **state)
{
	AUTO(arena) a = arena_new();
	const struct resource *res = resource_find("schema/comuni.xsd");
	const struct nodo *comuni = parse(a, (const char *)res->data, 0), *n;
	AUTO_BUF b = { 0 };
	const char *nome, *closed;
	int i;

	(void)state;
	for (n = nodo_child(comuni, NULL), i = 0; n != NULL && i < 290;
	    n = nodo_next(n, NULL))
		if ((nome = nodo_attr(n, "name")) != NULL &&
		    strstr(n->nome, "Type") != NULL &&
		    strcmp(nome, "lettera") != 0)
			buf_printf(&b, CAMPO("name=\"c%d\" type=\"%s\""), i++,
			    nome);
	assert_in_range(i, 201, 290);
	closed = adopted(a, arena_printf(a, XSD("%s", ""), buf_str(&b)));
	assert_non_null(strstr(closed, arena_printf(a, "name=\"c%d\"", i - 1)));
	for (; i <= 301; i++)
		buf_printf(&b, CAMPO("name=\"c%d\" type=\"data\""), i);
	assert_string_equal(adopted(a, arena_printf(a, XSD("%s", ""),
	    buf_str(&b))), "troppi-campi");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(merging),
		cmocka_unit_test(merging_whole),
		cmocka_unit_test(months),
		cmocka_unit_test(dsu),
		cmocka_unit_test(paths),
		cmocka_unit_test(types),
		cmocka_unit_test(types_refused),
		cmocka_unit_test(types_that_use_much),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
