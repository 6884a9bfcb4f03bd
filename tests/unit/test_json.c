/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "xml/json.h"
#include "xml/xml.h"

static void
assert_becomes(const char *xml, const char *wanted)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	struct json j = { .out = &b };
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, xml, strlen(xml), 0), 0);
	json_nodo(&j, NULL, n);
	assert_string_equal(buf_str(&b), wanted);
	assert_int_equal(j.livello, 0);
}

static void
test_values(void **state)
{
	AUTO_BUF b = { 0 };
	struct json j = { .out = &b };

	(void)state;
	json_object(&j, NULL);
	json_string(&j, "a", "1");
	json_array(&j, "b");
	json_int(&j, NULL, -7);
	json_bool(&j, NULL, true);
	json_null(&j, NULL);
	json_object(&j, NULL);
	json_end(&j);
	json_end(&j);
	json_bool(&j, "c", false);
	json_end(&j);
	assert_string_equal(buf_str(&b),
	    "{\"a\":\"1\",\"b\":[-7,true,null,{}],\"c\":false}");
}

static void
test_escapes(void **state)
{
	AUTO_BUF b = { 0 };
	struct json j = { .out = &b };

	(void)state;
	json_string(&j, NULL, "\"\\\n\t\x01\x7f</script>&\xc3\xa8");
	assert_string_equal(buf_str(&b), "\"\\\"\\\\\\n\\u0009\\u0001\\u007f"
	    "\\u003c/script\\u003e\\u0026\xc3\xa8\"");
}

static void
test_one_is_like_many(void **state)
{
	(void)state;
	assert_becomes("<v><x>1</x></v>", "{\"x\":[\"1\"]}");
	assert_becomes("<v><x>1</x><x>2</x></v>", "{\"x\":[\"1\",\"2\"]}");
	assert_becomes("<v><x>1</x><y/><x>2</x></v>",
	    "{\"x\":[\"1\",\"2\"],\"y\":[\"\"]}");
}

static void
test_attributes_and_text(void **state)
{
	(void)state;
	assert_becomes("<v a='1'>t</v>", "{\"@a\":\"1\",\"#\":\"t\"}");
	assert_becomes("<v a='1'>\n  <a>2</a>\n</v>",
	    "{\"@a\":\"1\",\"a\":[\"2\"]}");
	assert_becomes("<v>t</v>", "\"t\"");
	assert_becomes("<v/>", "\"\"");
}

static void
test_prose(void **state)
{
	(void)state;
	assert_becomes("<v><testo><p>a <b>b</b></p><voce>c</voce></testo></v>",
	    "{\"testo\":[\"a *b*\\n\\n- c\"]}");
	/* these are none */
	assert_becomes("<v><titolo>t</titolo></v>", "{\"titolo\":[\"t\"]}");
	assert_becomes("<v><voce n='1'>t</voce></v>",
	    "{\"voce\":[{\"@n\":\"1\",\"#\":\"t\"}]}");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_escapes),
		cmocka_unit_test(test_one_is_like_many),
		cmocka_unit_test(test_attributes_and_text),
		cmocka_unit_test(test_prose),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
