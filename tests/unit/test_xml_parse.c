/* SPDX-License-Identifier: EUPL-1.2 */
/* Bytes into a tree: what is kept, and what is refused. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <cmocka.h>

#include "base/file.h"
#include "xml/interno.h"

#define OSTILI "tests/fixtures/ostili"
#define SEGRETO "tests/fixtures/segreto.txt"
#define NS " xmlns=\"urn:cartella:1\""

static struct nodo *
parsed(struct arena *a, const char *s, int flags)
{
	struct nodo *n = NULL;

	if (xml_parse(&n, a, s, strlen(s), flags) != 0)
		fail_msg("%s: %s", s, err_msg());
	return n;
}

static void
refused_with(const char *s, int flags, const char *words)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = NULL;

	err_clear();
	assert_int_equal(xml_parse(&n, a, s, strlen(s), flags), ERR_INVALID);
	assert_null(n);
	if (strstr(err_msg(), words) == NULL)
		fail_msg("%s: «%s», non «%s»", s, err_msg(), words);
}

static void
what_is_kept(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n;

	(void)state;
	n = parsed(a, "\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>\n"
	    "<!-- prima --><r" NS " k='a&#10;b'>\n"
	    "  <o>uno <!-- no -->due<![CDATA[ <tre> ]]>&amp;&#233;</o>\n"
	    "  <v><![CDATA[ ]]></v>\n"
	    "</r>", XML_OURS);
	assert_string_equal(nodo_value(a, n, "@k"), "a\nb");
	assert_string_equal(nodo_value(a, n, "o"), "uno due <tre> &é");
	assert_ptr_equal(nodo_child(n, "o")->primo,
	    nodo_child(n, "o")->ultimo);
	assert_null(nodo_child(n, "v")->primo);
	assert_ptr_equal(n->primo, nodo_child(n, "o"));
}

static void
white_space(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = parsed(a, "<r> <p> <b> </b>\n</p> <x> <i> </i> </x> "
	    "<cella>\t</cella></r>", 0);

	(void)state;
	assert_string_equal(nodo_all_text(a, nodo_child(n, "p")), "  \n");
	assert_string_equal(nodo_all_text(a, nodo_child(n, "x")), "");
	assert_string_equal(nodo_all_text(a, nodo_child(n, "cella")), "\t");
	assert_string_equal(nodo_all_text(a, n), "  \n\t");
}

static void
other_vocabularies(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = parsed(a, "<p:Segnatura xmlns:p='urn:p' "
	    "p:versione='1'><Città xmlns='urn:q'>è</Città></p:Segnatura>", 0);

	(void)state;
	assert_string_equal(n->nome, "Segnatura");
	assert_string_equal(nodo_attr(n, "versione"), "1");
	assert_string_equal(nodo_value(a, n, "Città"), "è");
	/* what would become one attribute is not guessed at */
	refused_with("<r xmlns:p='urn:p' p:k='1' k='2'/>", 0, "«k»");
}

static void
words_of_refusal(void **state)
{
	(void)state;
	refused_with("<r" NS ">\n<a>\n</b></r>", 0, "riga 3: un elemento");
	refused_with("<r/>\n<r/>", 0, "riga 2: c'è altro");
	refused_with("\n<r>&nbsp;</r>", 0, "riga 2: un'entità");
	refused_with("<r>a & b</r>", 0, "riga 1: ");
	refused_with("<r k=1/>", 0, "senza virgolette");
	refused_with("\n\n<!DOCTYPE r><r/>", 0, "riga 3: il DOCTYPE");
	refused_with("<r>\n<?x y?></r>", 0, "riga 2: le istruzioni");
	refused_with("<r/>", XML_OURS, "riga 1: «r» non è nello spazio");
	refused_with("<r" NS " xml:lang='it'/>", XML_OURS, "«lang»");
	refused_with("<r><x:y/></r>", 0, "un prefisso non ha spazio");
	/* XML 1.0, fifth edition, allows U+FEFF in a name; we do not */
	refused_with("<r a\xef\xbb\xbf='1'/>", 0, "riga 1: un nome");
	refused_with("<a\xef\xbb\xbf/>", 0, "riga 1: un nome");
	/* never what the document says of someone */
	refused_with("<r><Rossi></Bianchi></r>", 0, "un altro nome");
	assert_null(strstr(err_msg(), "Rossi"));
	assert_null(strstr(err_msg(), "Bianchi"));
}

static void
encodings(void **state)
{
	static const char *const bad[] = {
		"ISO-8859-1", "US-ASCII", "UTF-7", "UTF-16", "EBCDIC-US",
		"windows-1252", "UTF-88", "UTF-", "x", ""
	};
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(bad); i++)
		refused_with(arena_printf(a, "<?xml version='1.0' "
		    "encoding = '%s'?><r/>", bad[i]), 0, "codifica");
	parsed(a, "<?xml version='1.0' encoding = \"Utf-8\" ?><r/>", 0);
	/* only the declaration counts */
	parsed(a, "<r encoding='ISO-8859-1'>encoding='x'?></r>", 0);
}

static void
nested_to_the_limit(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	struct cursor c;
	struct nodo *n;
	int i;

	(void)state;
	for (i = 0; i < 255; i++)
		buf_puts(&b, "<a>");
	buf_puts(&b, "x");
	for (i = 0; i < 255; i++)
		buf_puts(&b, "</a>");
	n = parsed(a, b.data, 0);
	/* all that is read can also cross between processes */
	buf_clear(&b);
	nodo_pack(&b, n);
	c = (struct cursor){ (unsigned char *)b.data, b.len };
	assert_int_equal(nodo_unpack(&n, a, &c), 0);
	buf_clear(&b);
	for (i = 0; i < 100000; i++)
		buf_puts(&b, "<a>");
	refused_with(b.data, 0, "troppo annidato");
}

/* Half a megabyte of comments between letters is read at once. */
static void
many_pieces_of_text(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	int i;

	(void)state;
	buf_puts(&b, "<a>");
	for (i = 0; i < 60000; i++)
		buf_puts(&b, "x<!---->");
	buf_puts(&b, "</a>");
	assert_int_equal(strlen(nodo_all_text(a, parsed(a, b.data, 0))), 60000);
}

/* ---- the hostile fixtures ---- */

/* How many times the secret was opened since the last call. */
static int
opened(int watch)
{
	char events[4096];
	ssize_t n = read(watch, events, sizeof events);

	return n > 0 ? (int)((size_t)n / sizeof(struct inotify_event)) : 0;
}

static void
one_hostile(const char *path, int watch)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = NULL;
	AUTO_BUF bytes = { 0 };
	int r;

	assert_int_equal(file_read(&bytes, path, 1 << 20), 0);
	err_clear();
	r = xml_parse(&n, a, buf_str(&bytes), bytes.len, XML_OURS);
	if (r != ERR_INVALID || n != NULL)
		fail_msg("%s: %d", path, r);
	assert_true(err_msg()[0] != '\0');
	assert_null(strstr(err_msg(), "segreto"));
	/* as anybody else's XML it may be read, but brings nothing along */
	if (xml_parse(&n, a, buf_str(&bytes), bytes.len, 0) == 0)
		assert_null(strstr(nodo_all_text(a, n), "segreto"));
	if (opened(watch) != 0)
		fail_msg("%s: legge " SEGRETO, path);
}

static void
hostile_fixtures(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_FD int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	AUTO_BUF secret = { 0 };
	char **names;
	int i;

	(void)state;
	assert_true(watch >= 0);
	assert_true(inotify_add_watch(watch, SEGRETO, IN_OPEN) >= 0);
	assert_int_equal(file_read(&secret, SEGRETO, 1000), 0);
	assert_true(opened(watch) > 0);		/* the watch does see */
	assert_int_equal(dir_list(&names, a, OSTILI), 0);
	for (i = 0; names[i] != NULL; i++)
		one_hostile(arena_printf(a, OSTILI "/%s", names[i]), watch);
	assert_true(i >= 30);
}

/* An absolute name, the way real attacks write it. */
static void
secret_by_url(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_FD int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	char *full = realpath(SEGRETO, NULL);

	(void)state;
	assert_non_null(full);
	assert_true(inotify_add_watch(watch, full, IN_OPEN) >= 0);
	refused_with(arena_printf(a, "<!DOCTYPE r [<!ENTITY s SYSTEM "
	    "\"file://%s\">]><r" NS ">&s;</r>", full), XML_OURS, "DOCTYPE");
	refused_with(arena_printf(a, "<!DOCTYPE r SYSTEM \"file://%s\">"
	    "<r" NS "/>", full), XML_OURS, "DOCTYPE");
	assert_int_equal(opened(watch), 0);
	free(full);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_kept),
		cmocka_unit_test(white_space),
		cmocka_unit_test(other_vocabularies),
		cmocka_unit_test(words_of_refusal),
		cmocka_unit_test(encodings),
		cmocka_unit_test(nested_to_the_limit),
		cmocka_unit_test(many_pieces_of_text),
		cmocka_unit_test(hostile_fixtures),
		cmocka_unit_test(secret_by_url),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
