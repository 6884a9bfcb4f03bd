/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The XML parts of an ODT read and written: names by their namespace, whatever
 * the prefix; white space as it is; what is not of ODF told apart and never
 * written.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "xml/odf.h"
#include "xml/xml.h"

#define TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define FO "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
#define DECL "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static const char *
again(struct arena *a, const char *in)
{
	AUTO_BUF out = { 0 };
	struct nodo *n;

	if (odf_parse(&n, a, in, strlen(in)) != 0)
		fail_msg("%s: %s", in, err_msg());
	odf_write(&out, n);
	assert_memory_equal(buf_str(&out), DECL, strlen(DECL));
	return arena_strdup(a, buf_str(&out) + strlen(DECL));
}

static void
written(void **state)
{
	static const struct {
		const char *in, *out;
	} list[] = {
		{ "<text:p xmlns:text=\"" TEXT "\"/>",
		    "<text:p xmlns:text=\"" TEXT "\"/>" },
		/* other prefixes, none, one in another's place */
		{ "<t:p xmlns:t=\"" TEXT "\" t:a=\"1\"/>",
		    "<text:p xmlns:text=\"" TEXT "\" text:a=\"1\"/>" },
		{ "<p xmlns=\"" TEXT "\"><a/></p>", "<text:p xmlns:text=\""
		    TEXT "\"><text:a/></text:p>" },
		{ "<fo:p xmlns:fo=\"" TEXT "\" xmlns:text=\"" FO "\" "
		    "text:color=\"x\"/>", "<text:p xmlns:text=\"" TEXT
		    "\" xmlns:fo=\"" FO "\" fo:color=\"x\"/>" },
		{ "<a:p xmlns:a=\"" TEXT "\"><b:q xmlns:b=\"" TEXT "\"/>"
		    "</a:p>", "<text:p xmlns:text=\"" TEXT "\"><text:q/>"
		    "</text:p>" },
		/* one below that is bound anew */
		{ "<x:p xmlns:x=\"" TEXT "\"><x:q xmlns:x=\"" FO "\"/></x:p>",
		    "<text:p xmlns:text=\"" TEXT "\" xmlns:fo=\"" FO "\">"
		    "<fo:q/></text:p>" },
		/* white space and what must be escaped */
		{ "<text:p xmlns:text=\"" TEXT "\">  a\n\t<text:s/> b </text:p>",
		    "<text:p xmlns:text=\"" TEXT "\">  a\n\t<text:s/> b "
		    "</text:p>" },
		{ "<text:p xmlns:text=\"" TEXT "\" text:a='\"&lt;&#10;x'>"
		    "&amp;&lt;<![CDATA[<b>&]]></text:p>",
		    "<text:p xmlns:text=\"" TEXT "\" text:a=\"&quot;&lt;"
		    "&#10;x\">&amp;&lt;&lt;b&gt;&amp;</text:p>" },
		/* comments and instructions are not there */
		{ "<?xml version=\"1.0\"?><!-- a --><text:p xmlns:text=\"" TEXT
		    "\">b<!-- c -->d<?e f?></text:p>",
		    "<text:p xmlns:text=\"" TEXT "\">bd</text:p>" },
		/* not of ODF: never written, declared neither */
		{ "<text:p xmlns:text=\"" TEXT "\" xmlns:x=\"http://x.example/\""
		    " x:a=\"1\">b<x:c>d</x:c>e</text:p>",
		    "<text:p xmlns:text=\"" TEXT "\">be</text:p>" },
		{ "<text:p xmlns:text=\"" TEXT "\" xml:lang=\"it\"/>",
		    "<text:p xmlns:text=\"" TEXT "\" xml:lang=\"it\"/>" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(list); i++) {
		AUTO(arena) a = arena_new();
		const char *out = again(a, list[i].in);

		assert_string_equal(out, list[i].out);
		assert_string_equal(again(a, out), out);
	}
}

static void
names(void **state)
{
	static const char in[] = "<q xmlns:x=\"http://www.w3.org/1999/XSL/"
	    "Transform\" nudo=\"1\"><x:value-of x:select=\"2\"/></q>";
	AUTO(arena) a = arena_new();
	struct nodo *n, *c;

	(void)state;
	assert_int_equal(odf_parse(&n, a, in, strlen(in)), 0);
	assert_string_equal(n->nome, "q");
	assert_string_equal(nodo_attr(n, "nudo"), "1");
	c = nodo_child(n, NULL);
	assert_string_equal(c->nome, "estraneo:value-of");
	assert_string_equal(nodo_attr(c, "estraneo:select"), "2");
	assert_null(c->succ);
}

static void
refused(void **state)
{
	static const char *const list[] = {
		"", "testo", "<a", "<a></b>", "<a/><b/>", "<x:a/>",
		"<a x:b=\"1\"/>", "<a b=\"1\" b=\"2\"/>", "<a>&b;</a>",
		"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
		"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
		"<a>&b;</a>",
		"<!DOCTYPE a [<!ENTITY b \"xxxxxxxxxx\"><!ENTITY c "
		"\"&b;&b;&b;&b;\">]><a>&c;</a>",
		"<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>",
		"<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>",
		"<a>\xff</a>", "<a>\x01</a>", "<a>&#0;</a>",
	};
	AUTO_BUF deep = { 0 }, wide = { 0 };
	AUTO(arena) a = arena_new();
	struct nodo *n;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(list); i++)
		if (odf_parse(&n, a, list[i], strlen(list[i])) != ERR_INVALID)
			fail_msg("letto: %s", list[i]);
	for (i = 0; i < 100000; i++)
		buf_puts(&deep, "<a>");
	assert_int_equal(odf_parse(&n, a, deep.data, deep.len), ERR_INVALID);
	buf_puts(&wide, "<a");
	for (i = 0; i < 300; i++)
		buf_printf(&wide, " b%zu=\"\"", i);
	buf_puts(&wide, "/>");
	assert_int_equal(odf_parse(&n, a, wide.data, wide.len), ERR_INVALID);
}

/* A file of others may have a DOCTYPE that declares nothing. */
static void
doctype(void **state)
{
	static const char in[] = "<!DOCTYPE x PUBLIC \"-//OpenOffice.org//DTD "
	    "Manifest 1.0//EN\" \"Manifest.dtd\"><text:p xmlns:text=\"" TEXT
	    "\"/>";
	AUTO(arena) a = arena_new();

	(void)state;
	assert_string_equal(again(a, in), "<text:p xmlns:text=\"" TEXT "\"/>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(written), cmocka_unit_test(names),
		cmocka_unit_test(refused), cmocka_unit_test(doctype),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
