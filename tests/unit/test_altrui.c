/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * XML of others in its cage: what is tolerated, what is refused, and that
 * nothing but the bytes given is ever looked at.
 */
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
#include "worker/operaio.h"
#include "worker/worker.h"
#include "xml/xml.h"

#define OSTILI "tests/fixtures/ostili"
#define SEGRETO "tests/fixtures/segreto.txt"
#define DICHIARA(code) "<?xml version='1.0' encoding='" code "'?>"

static struct nodo *
read_n(struct arena *a, const char *s, size_t n)
{
	struct nodo *root = NULL;

	if (worker_xml_altrui(&root, a, s, n) != 0)
		fail_msg("%.80s: %s", s, err_msg());
	return root;
}

static struct nodo *
read_text(struct arena *a, const char *s)
{
	return read_n(a, s, strlen(s));
}

static void
refused(const char *s, const char *words)
{
	AUTO(arena) a = arena_new();
	struct nodo *root = NULL;

	err_clear();
	assert_int_equal(worker_xml_altrui(&root, a, s, strlen(s)),
	    ERR_INVALID);
	assert_null(root);
	if (strstr(err_msg(), words) == NULL)
		fail_msg("%.80s: «%s», non «%s»", s, err_msg(), words);
}

static void
local_names(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n;

	(void)state;
	n = read_text(a, "<?xml version='1.0'?><?stile x?><!-- uno -->"
	    "<p:Segnatura xmlns:p='urn:p' p:versione='3.0.0'>"
	    "<p:Oggetto>Relaz<!-- due -->ione <?tre?>&amp; altro"
	    "<![CDATA[ <b>]]></p:Oggetto><Nota xmlns='urn:q' tipo='x'/>"
	    "</p:Segnatura><!-- fine -->");
	assert_string_equal(n->nome, "Segnatura");
	assert_string_equal(nodo_attr(n, "versione"), "3.0.0");
	assert_string_equal(nodo_value(a, n, "Oggetto"),
	    "Relazione & altro <b>");
	assert_string_equal(nodo_value(a, n, "Nota/@tipo"), "x");
	assert_null(nodo_next(nodo_child(n, NULL)->succ, NULL));
}

static void
doctype_passed_over(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n;

	(void)state;
	n = read_text(a, "<!DOCTYPE Segnatura SYSTEM \"Segnatura.dtd\">"
	    "<Segnatura><Oggetto>x</Oggetto></Segnatura>");
	assert_string_equal(nodo_value(a, n, "Oggetto"), "x");
	n = read_text(a, "<!DOCTYPE Segnatura PUBLIC \"-//x\" "
	    "\"http://127.0.0.1:1/Segnatura.dtd\"><Segnatura/>");
	assert_null(n->attr);
	n = read_text(a, "<!DOCTYPE r [<!ELEMENT r (#PCDATA)>"
	    "<!NOTATION gif SYSTEM 'x'><?a b?><!-- c -->]><r>y</r>");
	assert_string_equal(nodo_all_text(a, n), "y");
}

static void
declarations_refused(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	int i;

	(void)state;
	refused("<!DOCTYPE r [<!ENTITY x 'y'>]><r>&x;</r>",
	    "riga 1: il DOCTYPE dichiara entità");
	refused("<!DOCTYPE r [<!ENTITY x 'y'>]><r/>", "dichiara entità");
	refused("<!DOCTYPE r [\n<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
	    "<r>&x;</r>", "riga 2: il DOCTYPE dichiara entità");
	refused("<!DOCTYPE r [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/x'> "
	    "%x;]><r/>", "dichiara entità");
	refused("<!DOCTYPE r [<!NOTATION n SYSTEM 'n'><!ENTITY x SYSTEM 'x' "
	    "NDATA n>]><r/>", "dichiara entità");
	refused("<!DOCTYPE r [<!ATTLIST r k CDATA 'v'>]><r/>",
	    "dichiara attributi");
	refused("<!DOCTYPE r [<!ATTLIST r k (a|b|c) 'a'>]><r/>",
	    "dichiara attributi");
	/* not declared here: it is not guessed at, nor fetched */
	refused("<!DOCTYPE r SYSTEM 'r.dtd'><r>&agrave;</r>", "entità");
	refused("<!DOCTYPE r SYSTEM 'r.dtd'><r k='&agrave;'/>", "entità");
	refused("<!DOCTYPE r SYSTEM 'r.dtd' [%x;]><r>&y;</r>", "entità");
	buf_puts(&b, "<!DOCTYPE r [<!ENTITY a0 'ah'>");
	for (i = 1; i < 30; i++)
		buf_printf(&b, "<!ENTITY a%d '&a%d;&a%d;'>", i, i - 1, i - 1);
	buf_puts(&b, "]><r>&a29;</r>");
	refused(buf_str(&b), "dichiara entità");
}

static void
encodings(void **state)
{
	static const char *const unknown[] = { "UTF-16", "UTF-7", "EBCDIC-US",
	    "GB18030", "x", "", "ISO-8859-1//TRANSLIT",
	    "ISO-8859-111111111111111111111111111111" };
	AUTO(arena) a = arena_new();
	struct nodo *n;
	size_t i;

	(void)state;
	n = read_text(a, DICHIARA("ISO-8859-1") "<r k='\xe0'>\xe8\xa4</r>");
	assert_string_equal(nodo_all_text(a, n), "è¤");
	assert_string_equal(nodo_attr(n, "k"), "à");
	n = read_text(a, DICHIARA("iso-8859-15") "<r>\xe8\xa4</r>");
	assert_string_equal(nodo_all_text(a, n), "è€");
	n = read_text(a, DICHIARA("Windows-1252") "<r>\x80 \x93x\x94</r>");
	assert_string_equal(nodo_all_text(a, n), "€ “x”");
	n = read_text(a, "\xef\xbb\xbf" DICHIARA("utf-8") "<r>è</r>");
	assert_string_equal(nodo_all_text(a, n), "è");
	/* one sign, and a letter with its accent apart */
	n = read_text(a, "<r>e\xcc\x80</r>");
	assert_string_equal(nodo_all_text(a, n), "è");
	for (i = 0; i < NELEM(unknown); i++)
		refused(arena_printf(a, "<?xml version='1.0' encoding='%s'?>"
		    "<r/>", unknown[i]), "codifica");
	refused("<r>\xe8</r>", "UTF-8");
	refused(DICHIARA("UTF-8") "<r>\xe8</r>", "UTF-8");
	refused(DICHIARA("windows-1252") "<r>\x81</r>", "codifica");
	assert_int_equal(worker_xml_altrui(&n, a,
	    "\xff\xfe<\0r\0/\0>\0", 10), ERR_INVALID);
	assert_int_equal(worker_xml_altrui(&n, a, "<r>\0</r>", 8),
	    ERR_INVALID);
}

/* What would show another text than the one that is there. */
static void
tricks_dropped(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n;

	(void)state;
	n = read_text(a, "<r k='a\xc2\x9b" "b'>fattura\xe2\x80\xae"
	    "fdp.exe<s>\xef\xbb\xbf</s></r>");
	assert_string_equal(nodo_attr(n, "k"), "ab");
	assert_string_equal(n->primo->testo, "fatturafdp.exe");
	assert_string_equal(nodo_value(a, n, "s"), "");
	refused("<r>\x1b[31m</r>", "un carattere");
}

static void
size_and_depth(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	struct nodo *n;
	int i;

	(void)state;
	for (i = 0; i < 255; i++)
		buf_puts(&b, "<a>");
	for (i = 0; i < 255; i++)
		buf_puts(&b, "</a>");
	read_text(a, buf_str(&b));
	buf_clear(&b);
	for (i = 0; i < 100000; i++)
		buf_puts(&b, "<a>");
	refused(buf_str(&b), "troppo annidato");
	buf_clear(&b);
	buf_puts(&b, "<a>");
	while (b.len <= ALTRUI_MAX)
		buf_puts(&b, "                                ");
	buf_puts(&b, "</a>");
	assert_int_equal(worker_xml_altrui(&n, a, b.data, b.len),
	    ERR_INVALID);
	assert_non_null(strstr(err_msg(), "supera 4 MB"));
}

/* Every prefix of a good document is refused, and none brings the child down. */
static void
truncated(void **state)
{
	static const char whole[] = DICHIARA("ISO-8859-1")
	    "<!DOCTYPE a SYSTEM 'b'><a k='v'><![CDATA[x]]>&amp;</a>";
	AUTO(arena) a = arena_new();
	struct nodo *n;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof whole - 1; i++)
		assert_int_equal(worker_xml_altrui(&n, a, whole, i),
		    ERR_INVALID);
	read_n(a, whole, i);
}

/* How many times the secret was opened since the last call. */
static int
opened(int watch)
{
	char events[4096];
	ssize_t n = read(watch, events, sizeof events);

	return n > 0 ? (int)((size_t)n / sizeof(struct inotify_event)) : 0;
}

/* All hostile fixtures, where external things are only looked for in vain. */
static void
hostile_fixtures(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_FD int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	struct nodo *n = NULL;
	AUTO_BUF b = { 0 };
	char **names;
	int i, r;

	(void)state;
	assert_true(watch >= 0);
	assert_true(inotify_add_watch(watch, SEGRETO, IN_OPEN) >= 0);
	assert_int_equal(file_read(&b, SEGRETO, 1000), 0);
	assert_true(opened(watch) > 0);		/* the watch does see */
	assert_int_equal(dir_list(&names, a, OSTILI), 0);
	for (i = 0; names[i] != NULL; i++) {
		buf_clear(&b);
		assert_int_equal(file_read(&b, arena_printf(a, OSTILI "/%s",
		    names[i]), 1 << 20), 0);
		r = worker_xml_altrui(&n, a, buf_str(&b), b.len);
		assert_true(r == 0 || r == ERR_INVALID);
		assert_true(r != 0 ||
		    strstr(nodo_all_text(a, n), "segreto") == NULL);
		if (opened(watch) != 0)
			fail_msg("%s: legge " SEGRETO, names[i]);
	}
	assert_true(i >= 30);
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(local_names),
		cmocka_unit_test(doctype_passed_over),
		cmocka_unit_test(declarations_refused),
		cmocka_unit_test(encodings),
		cmocka_unit_test(tricks_dropped),
		cmocka_unit_test(size_and_depth),
		cmocka_unit_test(truncated),
		cmocka_unit_test(hostile_fixtures),
	};

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
