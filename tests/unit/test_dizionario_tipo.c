/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * test_dizionario_tipo.c - the fields of a type of the office, from its schema.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/auto.h"
#include "documenti/dizionario_tipo.h"
#include "xml/xml.h"

#define CAMPO(nome, tipo, altro) "<xs:element name=\"" nome "\" type=\"" tipo \
    "\"" altro "><xs:annotation><xs:documentation xml:lang=\"it\">che " nome \
    "</xs:documentation></xs:annotation></xs:element>"
#define TIPO(nome, dentro) "<xs:complexType name=\"" nome "\"><xs:sequence>" \
    dentro "</xs:sequence></xs:complexType>"

static const char schema[] =
    "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
    "xmlns=\"urn:cartella:1\" targetNamespace=\"urn:cartella:1\">"
    "<xs:element name=\"casa\"><xs:complexType><xs:sequence>"
    CAMPO("giorno", "data", "")
    CAMPO("calda", "si-no", "")
    CAMPO("luogo", "luogo", "")
    CAMPO("stanza", "stanza", " maxOccurs=\"20\"")
    CAMPO("nota", "testo-breve", " maxOccurs=\"5\"")
    CAMPO("fine", "data", "")
    "</xs:sequence></xs:complexType></xs:element>"
    "<xs:simpleType name=\"data\"><xs:restriction base=\"xs:date\"/>"
    "</xs:simpleType>"
    "<xs:simpleType name=\"testo-breve\"><xs:restriction base=\"xs:string\"/>"
    "</xs:simpleType>"
    "<xs:simpleType name=\"si-no\"><xs:restriction base=\"xs:string\">"
    "<xs:enumeration value=\"si\"/><xs:enumeration value=\"no\"/>"
    "</xs:restriction></xs:simpleType>"
    TIPO("luogo", CAMPO("via", "testo-breve", ""))
    TIPO("stanza", CAMPO("uso", "testo-breve", "")
    CAMPO("finestra", "finestra", " maxOccurs=\"9\"")
    CAMPO("ultima", "data", ""))
    TIPO("finestra", CAMPO("lato", "testo-breve", ""))
    "</xs:schema>";

static struct nodo *
dictionary(struct arena *a)
{
	struct nodo *d = nodo_new(a, "dizionario");
	const struct campo *campi;

	assert_int_equal(campi_load_bytes(&campi, a, schema, strlen(schema),
	    "casa"), 0);
	dizionario_tipo(d, a, campi, "casa");
	return d;
}

/* "nome via tipo;" of fields, "[nome via …]" of lists. */
static void
say(struct buf *out, const struct nodo *n)
{
	const struct nodo *c;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (strcmp(c->nome, "elenco") == 0) {
			buf_printf(out, "[%s %s ", nodo_attr(c, "nome"),
			    nodo_attr(c, "via"));
			say(out, c);
			buf_puts(out, "]");
		} else
			buf_printf(out, "%s %s %s;", nodo_attr(c, "nome"),
			    nodo_attr(c, "via"), nodo_attr(c, "tipo"));
	}
}

static void
fields_and_lists_as_they_stand(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };

	(void)state;
	say(&b, dictionary(a));
	assert_string_equal(buf_str(&b),
	    "casa.giorno casa/giorno data;"
	    "casa.calda casa/calda si-no;"
	    "casa.luogo.via casa/luogo/via testo;"
	    "[casa.stanza casa/stanza "
	    "casa.stanza.uso uso testo;"
	    "[casa.stanza.finestra finestra "
	    "casa.stanza.finestra.lato lato testo;]"
	    "casa.stanza.ultima ultima data;]"
	    "[casa.nota casa/nota casa.nota.valore . testo;]"
	    "casa.fine casa/fine data;");
}

static void
each_has_help_and_an_example(void **state)
{
	AUTO(arena) a = arena_new();
	const struct nodo *d = dictionary(a), *c;

	(void)state;
	for (c = nodo_child(d, "campo"); c != NULL; c = nodo_next(c, "campo")) {
		assert_non_null(nodo_attr(c, "esempio"));
		assert_memory_equal(nodo_all_text(a, c), "che ", 4);
	}
	c = nodo_child(d, "elenco");
	assert_string_equal(c->primo->testo, "che stanza");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_and_lists_as_they_stand),
		cmocka_unit_test(each_has_help_and_an_example),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
