/* SPDX-License-Identifier: EUPL-1.2 */
/* Pure rules of the papers of a case: merging, months, the DSU, types. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

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
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
