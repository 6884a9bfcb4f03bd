/* SPDX-License-Identifier: EUPL-1.2 */
/* XSLT as a pure function: what it gives, and what it may not do. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/resource.h"
#include "xml/interno.h"

#define SEGRETO "tests/fixtures/segreto.txt"
#define SHEET(body) "<xsl:stylesheet version='1.0' " \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform' " \
	"xmlns:c='urn:cartella:1' xmlns:exsl='http://exslt.org/common' " \
	"xmlns:sx='http://icl.com/saxon' " \
	"extension-element-prefixes='exsl sx'>" \
	"<xsl:output method='text' encoding='UTF-8'/>" \
	body "</xsl:stylesheet>"
#define ROOT(body) SHEET("<xsl:template match='/'>" body "</xsl:template>")

static struct nodo *
doc(struct arena *a)
{
	struct nodo *n = nodo_new(a, "vista"), *p;

	nodo_set(a, n, "titolo", "è «così» & \"così\"");
	p = nodo_elem(a, n, "p");
	nodo_text(a, p, "uno ");
	nodo_text(a, nodo_elem(a, p, "b"), "due");
	nodo_text(a, p, " <tre>");
	return n;
}

static void
gives(const char *sheet, const char *const *params, const char *text)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF out = { 0 };

	buf_puts(&out, "prima:");
	if (xml_transform_with(&out, sheet, strlen(sheet), doc(a), params) != 0)
		fail_msg("%s: %s", sheet, err_msg());
	assert_string_equal(out.data + 6, text);
}

static void
fails_with(const char *sheet, const char *words)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF out = { 0 };

	err_clear();
	assert_int_equal(xml_transform_with(&out, sheet, strlen(sheet),
	    doc(a), NULL), ERR_FAULT);
	assert_int_equal(out.len, 0);
	assert_null(strstr(err_msg(), "segreto non"));
	if (strstr(err_msg(), words) == NULL)
		fail_msg("%s: «%s»", sheet, err_msg());
}

static void
transforms(void **state)
{
	static const char *const params[] = {
		"x", "l'uno e \"l'altro\" {$y} &", "y", "1 + 1", NULL
	};

	(void)state;
	gives(ROOT("<xsl:value-of select='/c:vista/@titolo'/>"
	    "<xsl:value-of select='/c:vista/c:p'/>"), NULL,
	    "è «così» & \"così\"uno due <tre>");
	/* in the tree are the names of our namespace, and no others */
	gives(ROOT("<xsl:value-of select='count(/vista)'/>"
	    "<xsl:value-of select='count(//c:*)'/>"), NULL, "03");
	/* parameters are strings, never XPath */
	gives(SHEET("<xsl:param name='x'/><xsl:param name='y'/>"
	    "<xsl:template match='/'><xsl:value-of select='$x'/>|"
	    "<xsl:value-of select='$y'/></xsl:template>"), params,
	    "l'uno e \"l'altro\" {$y} &|1 + 1");
	gives(ROOT(""), NULL, "");
}

static void
html_is_escaped(void **state)
{
	static const char sheet[] = "<xsl:stylesheet version='1.0' "
	    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
	    "xmlns:c='urn:cartella:1' exclude-result-prefixes='c'>"
	    "<xsl:output method='xml' encoding='UTF-8' "
	    "omit-xml-declaration='yes'/>"
	    "<xsl:template match='/'><i t='{c:vista/@titolo}'>"
	    "<xsl:value-of select='c:vista/c:p'/></i>"
	    "</xsl:template></xsl:stylesheet>";

	(void)state;
	gives(sheet, NULL, "<i t=\"è «così» &amp; &quot;così&quot;\">"
	    "uno due &lt;tre&gt;</i>\n");
}

static void
sheets_refused(void **state)
{
	(void)state;
	fails_with("x", "riga 1");
	fails_with("<!DOCTYPE x>" ROOT(""), "DOCTYPE");
	fails_with(SHEET("<xsl:include href='" SEGRETO "'/>"), "non si compila");
	fails_with(SHEET("<xsl:import href='" SEGRETO "'/>"), "non si compila");
	fails_with(ROOT("<xsl:value-of select='(('/>"), "non si compila");
	fails_with(ROOT("<xsl:call-template name='manca'/>"), "");
	fails_with(ROOT("<xsl:message terminate='yes'>perché sì"
	    "</xsl:message>"), "perché sì");
}

static void
nothing_outside(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_FD int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	char *dir, *secret = realpath(SEGRETO, NULL);
	char events[4096];
	const char *to;

	(void)state;
	assert_non_null(secret);
	assert_true(inotify_add_watch(watch, secret, IN_OPEN) >= 0);
	assert_int_equal(dir_temporary(&dir, a), 0);
	to = arena_printf(a, "%s/scritto", dir);
	fails_with(ROOT("<xsl:copy-of select=\"document('" SEGRETO "')\"/>"),
	    "non è arrivato");
	fails_with(arena_printf(a, ROOT("<xsl:value-of select="
	    "\"document('file://%s')\"/>"), secret), "non è arrivato");
	fails_with(ROOT("<xsl:value-of select="
	    "\"document('http://127.0.0.1:9/x')\"/>"), "non è arrivato");
	fails_with(arena_printf(a, ROOT("<exsl:document href='%s'>x"
	    "</exsl:document>"), to), "");
	fails_with(arena_printf(a, ROOT("<sx:output file='%s'>x"
	    "</sx:output>"), to), "");
	assert_false(file_exists(to));
	assert_true(read(watch, events, sizeof events) < 0);
	assert_int_equal(dir_remove(dir), 0);
	free(secret);
}

static void
bounded(void **state)
{
	(void)state;
	fails_with(SHEET("<xsl:template match='/' name='t'>"
	    "<xsl:call-template name='t'/></xsl:template>"), "non è arrivato");
	/* two calls each time: 2^200 of them */
	fails_with(SHEET("<xsl:template match='/'><xsl:call-template name='t'>"
	    "<xsl:with-param name='n' select='200'/></xsl:call-template>"
	    "</xsl:template><xsl:template name='t'><xsl:param name='n'/>"
	    "<xsl:if test='$n &gt; 0'><xsl:call-template name='t'>"
	    "<xsl:with-param name='n' select='$n - 1'/></xsl:call-template>"
	    "<xsl:call-template name='t'><xsl:with-param name='n' "
	    "select='$n - 1'/></xsl:call-template></xsl:if>"
	    "</xsl:template>"), "non è arrivato");
}

/* After a sheet that failed, the next one works. */
static void
failure_leaves_nothing(void **state)
{
	(void)state;
	fails_with(ROOT("<xsl:message terminate='yes'/>"), "non è arrivato");
	gives(ROOT("bene"), NULL, "bene");
}

static void
shipped_sheets(void **state)
{
	AUTO(arena) a = arena_new();
	const struct resource *r;
	AUTO_BUF out = { 0 };

	(void)state;
	for (r = resource_table; r->name != NULL; r++)
		if (strncmp(r->name, "xslt/", 5) == 0 &&
		    xml_preload_sheet(arena_strndup(a, r->name + 5,
		    strlen(r->name) - 9)) != 0)
			fail_msg("%s", err_msg());
	assert_int_equal(xml_preload_sheet("nessuno"), ERR_ABSENT);
	assert_int_equal(xml_transform(&out, "nessuno", doc(a), NULL),
	    ERR_ABSENT);
	if (resource_find("xslt/testo.xsl") != NULL)
		assert_int_equal(xml_transform(&out, "testo", doc(a), NULL), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(transforms),
		cmocka_unit_test(html_is_escaped),
		cmocka_unit_test(sheets_refused),
		cmocka_unit_test(nothing_outside),
		cmocka_unit_test(bounded),
		cmocka_unit_test(failure_leaves_nothing),
		cmocka_unit_test(shipped_sheets),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
