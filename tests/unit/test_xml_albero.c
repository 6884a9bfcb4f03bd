/* SPDX-License-Identifier: EUPL-1.2 */
/* The plain tree: its one written form, and its way between processes. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "xml/interno.h"

/* ---- random trees, the same at every run ---- */

static uint32_t seed;

static uint32_t
chance(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

static const char *
random_text(struct arena *a)
{
	static const char *const piece[] = {
		"a", "parola", " ", "\n", "\t", "\r", "&", "<", ">", "\"", "'",
		"]]>", "è", "€", "\xf0\x9f\x98\x80", "<!--", "\x01", "  ",
		"\xef\xbf\xbf"
	};
	AUTO_BUF b = { 0 };
	uint32_t n = chance(6);

	while (n-- > 0)
		buf_puts(&b, piece[chance(NELEM(piece))]);
	return arena_strdup(a, buf_str(&b));
}

static void
random_below(struct arena *a, struct nodo *n, int depth)
{
	static const char *const name[] = {
		"p", "voce", "cella", "b", "i", "oggetto", "tabella", "riga"
	};
	static const char *const attr[] = { "id", "z", "a-b", "A", "a" };
	uint32_t i, count = chance(5);

	for (i = chance(4); i > 0; i--)
		nodo_set(a, n, attr[chance(NELEM(attr))], random_text(a));
	for (i = 0; i < count; i++) {
		if (chance(2) || depth > 6)
			nodo_text(a, n, random_text(a));
		else
			random_below(a, nodo_elem(a, n,
			    name[chance(NELEM(name))]), depth + 1);
	}
}

/* Written, read and written again: the same bytes, whatever the tree. */
static void
same_again(uint32_t start)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "prova"), *back = NULL;
	AUTO_BUF one = { 0 };
	AUTO_BUF two = { 0 };

	seed = start;
	random_below(a, n, 0);
	nodo_write(&one, n);
	if (xml_parse(&back, a, one.data, one.len, XML_OURS) != 0)
		fail_msg("%u: %s\n%s", start, err_msg(), one.data);
	nodo_write(&two, back);
	assert_string_equal(one.data, two.data);
}

static void
written_form_is_one(void **state)
{
	uint32_t i;

	(void)state;
	for (i = 0; i < 3000; i++)
		same_again(i * 7919u);
}

/* In prosa nothing at all is lost: the text read is the text given. */
static void
prosa_is_verbatim(void **state)
{
	static const char text[] = "  due  spazi,\n\tun tab\r e\nla fine \n";
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "relazione"), *p, *back;
	AUTO_BUF b = { 0 };

	(void)state;
	p = nodo_elem(a, nodo_elem(a, n, "prosa"), "p");
	nodo_text(a, p, text);
	nodo_text(a, nodo_elem(a, p, "b"), " ");
	nodo_text(a, p, "\n");
	nodo_write(&b, n);
	assert_int_equal(xml_parse(&back, a, b.data, b.len, XML_OURS), 0);
	p = nodo_find(back, "prosa/p");
	assert_string_equal(p->primo->testo, text);
	assert_string_equal(nodo_value(a, p, "b"), " ");
	assert_string_equal(p->ultimo->testo, "\n");
}

static void
written_form(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "registra"), *m;
	AUTO_BUF b = { 0 };

	(void)state;
	nodo_set(a, n, "versione", "1");
	nodo_set(a, n, "id", "\"<&>\t\n\r'");
	nodo_elem_text(a, n, "oggetto", "Tizio & <Caio> \"x\"\r");
	m = nodo_elem(a, n, "mittente");
	nodo_elem(a, m, "vuoto");
	nodo_text(a, nodo_elem(a, m, "bianco"), " \n");
	nodo_text(a, nodo_elem(a, m, "voce"), " ");
	nodo_write(&b, n);
	assert_string_equal(b.data,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<registra xmlns=\"urn:cartella:1\" "
	    "id=\"&quot;&lt;&amp;&gt;&#9;&#10;&#13;'\" versione=\"1\">\n"
	    "  <oggetto>Tizio &amp; &lt;Caio&gt; \"x\"&#13;</oggetto>\n"
	    "  <mittente>\n"
	    "    <vuoto/>\n"
	    "    <bianco/>\n"
	    "    <voce> </voce>\n"
	    "  </mittente>\n"
	    "</registra>\n");
}

static void
illegal_characters_show(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "x"), *back;
	AUTO_BUF b = { 0 };

	(void)state;
	nodo_text(a, n, "a\x01" "b\xef\xbf\xbe" "c");
	nodo_write(&b, n);
	assert_int_equal(xml_parse(&back, a, b.data, b.len, XML_OURS), 0);
	assert_string_equal(nodo_all_text(a, back),
	    "a\xef\xbf\xbd" "b\xef\xbf\xbd" "c");
}

/* All attributes are kept and sorted, however many. */
static void
many_attributes(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "x"), *back;
	AUTO_BUF b = { 0 };
	const char *at, *last = "";
	char name[8];
	int i;

	(void)state;
	for (i = 199; i >= 0; i--)
		nodo_set(a, n, arena_printf(a, "a%d", i), "v");
	nodo_write(&b, n);
	for (i = 0, at = b.data; (at = strstr(at, " a")) != NULL; i++, at++) {
		memcpy(name, at + 1, sizeof name - 1);
		name[strcspn(name, "=")] = '\0';
		assert_true(strcmp(name, last) > 0);
		last = arena_strdup(a, name);
	}
	assert_int_equal(i, 200);
	assert_int_equal(xml_parse(&back, a, b.data, b.len, XML_OURS), 0);
	assert_string_equal(nodo_attr(back, "a199"), "v");
}

static void
making_and_asking(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "r"), *x, *y, *z, *copy;

	(void)state;
	x = nodo_elem_text(a, n, "x", "uno");
	y = nodo_elem_printf(a, n, "x", "%d", 2);
	z = nodo_new(a, "primo");
	nodo_add_first(n, z);
	assert_null(nodo_elem_text(a, n, "x", ""));
	assert_null(nodo_elem_text(a, n, "x", NULL));
	nodo_set(a, nodo_elem(a, y, "sotto"), "k", "v");
	assert_ptr_equal(n->primo, z);
	assert_ptr_equal(nodo_child(n, "x"), x);
	assert_ptr_equal(nodo_next(x, "x"), y);
	assert_null(nodo_next(y, NULL));
	assert_string_equal(nodo_path(a, nodo_child(y, "sotto")),
	    "/r/x[2]/sotto");
	assert_string_equal(nodo_path(a, z), "/r/primo");
	assert_string_equal(nodo_value(a, n, "x"), "uno");
	assert_string_equal(nodo_value(a, y, "sotto/@k"), "v");
	assert_null(nodo_value(a, n, "x/sotto/@k"));
	assert_null(nodo_find(n, "x/nulla"));
	assert_null(nodo_find(n, "xx"));
	copy = nodo_copy(a, n);
	nodo_remove(x);
	assert_ptr_equal(nodo_child(n, "x"), y);
	nodo_remove(y);
	nodo_remove(z);
	assert_null(n->primo);
	assert_null(n->ultimo);
	nodo_add_first(n, x);
	nodo_add_before(x, z);
	assert_ptr_equal(n->primo, z);
	assert_ptr_equal(n->ultimo, x);
	assert_string_equal(nodo_value(a, copy, "x"), "uno");
	nodo_set(a, copy, "k", "1");
	nodo_set(a, copy, "k", "2");
	assert_string_equal(nodo_attr(copy, "k"), "2");
	nodo_set(a, copy, "k", NULL);
	assert_null(nodo_attr(copy, "k"));
}

/* ---- between processes ---- */

static void
unpack_exact(int *result, const void *bytes, size_t len)
{
	AUTO(arena) a = arena_new();
	void *copy = malloc(len > 0 ? len : 1);	/* ASan guards its end */
	struct cursor c = { copy, len };
	struct nodo *n = NULL;
	AUTO_BUF b = { 0 };

	assert_non_null(copy);
	memcpy(copy, bytes, len);
	*result = nodo_unpack(&n, a, &c);
	assert_true(*result == 0 || *result == ERR_INVALID);
	assert_true((n != NULL) == (*result == 0));
	free(copy);
	/* what comes out can be written, and read again */
	if (n == NULL)
		return;
	nodo_write(&b, n);
	assert_int_equal(xml_parse(&n, a, b.data, b.len, XML_OURS), 0);
}

static void
sample(struct buf *b)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "prova");

	seed = 4711;
	while (b->len < 400) {
		random_below(a, n, 0);
		nodo_elem_text(a, n, "città", "è");
		buf_clear(b);
		nodo_write(b, n);
		assert_int_equal(xml_parse(&n, a, b->data, b->len, 0), 0);
		buf_clear(b);
		nodo_pack(b, n);
	}
}

static void
pack_and_back(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF one = { 0 };
	AUTO_BUF two = { 0 };
	struct cursor c;
	struct nodo *n;

	(void)state;
	sample(&one);
	buf_puts(&one, "coda");
	c = (struct cursor){ (unsigned char *)one.data, one.len };
	assert_int_equal(nodo_unpack(&n, a, &c), 0);
	assert_int_equal(c.left, 4);	/* what follows is not touched */
	nodo_pack(&two, n);
	assert_int_equal(two.len, one.len - 4);
	assert_memory_equal(one.data, two.data, two.len);
}

static void
pack_cut_short(void **state)
{
	AUTO_BUF b = { 0 };
	size_t len;
	int r;

	(void)state;
	sample(&b);
	for (len = 0; len < b.len; len++) {
		unpack_exact(&r, b.data, len);
		assert_int_equal(r, ERR_INVALID);
	}
	unpack_exact(&r, b.data, b.len);
	assert_int_equal(r, 0);
}

static void
pack_damaged(void **state)
{
	AUTO_BUF b = { 0 };
	int i, j, r, refused = 0;

	(void)state;
	sample(&b);
	for (i = 0; i < 5000; i++) {
		AUTO_BUF bad = { 0 };

		buf_append(&bad, b.data, b.len);
		for (j = (int)chance(3); j >= 0; j--)
			bad.data[chance((uint32_t)b.len)] ^=
			    (char)(1u << chance(8));
		unpack_exact(&r, bad.data, bad.len);
		refused += r != 0;
	}
	assert_true(refused > 1000);
}

static void
pack_refused(const void *bytes, size_t len)
{
	int r;

	unpack_exact(&r, bytes, len);
	assert_int_equal(r, ERR_INVALID);
}

static void
one_element(struct buf *b, const char *name, const char *text)
{
	buf_u32(b, 2);
	buf_block(b, name, strlen(name));
	buf_u32(b, 0);
	buf_u32(b, 1);
	buf_u32(b, 1);
	buf_block(b, text, strlen(text));
}

static void
pack_lies(void **state)
{
	static const char *const bad[] = {
		"", "a b", "a:b", "1a", "-a", "a>", "a\xc3", "a\x01", "\xc3\x97"
	};
	AUTO_BUF b = { 0 };
	size_t i;
	int r;

	(void)state;
	one_element(&b, "a", "testo");
	unpack_exact(&r, b.data, b.len);
	assert_int_equal(r, 0);
	for (i = 0; i < NELEM(bad); i++) {
		buf_clear(&b);
		one_element(&b, bad[i], "testo");
		pack_refused(b.data, b.len);
	}
	buf_clear(&b);
	one_element(&b, "a", "\x01");
	pack_refused(b.data, b.len);
	buf_clear(&b);
	one_element(&b, "a", "\xff");
	pack_refused(b.data, b.len);
	/* a text as root; an unknown kind; four thousand million children */
	pack_refused("\0\0\0\1\0\0\0\1x", 9);
	pack_refused("\0\0\0\3\0\0\0\1x", 9);
	pack_refused("\0\0\0\2\0\0\0\1x\0\0\0\0\xff\xff\xff\xff", 17);
	pack_refused("\0\0\0\2\0\0\0\1x\xff\xff\xff\xff", 13);
}

static void
nested(struct buf *b, int depth)
{
	for (; depth > 1; depth--)
		buf_append(b, "\0\0\0\2\0\0\0\1x\0\0\0\0\0\0\0\1", 17);
	buf_append(b, "\0\0\0\2\0\0\0\1x\0\0\0\0\0\0\0\0", 17);
}

static void
pack_depth(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	struct nodo *n = NULL;
	struct cursor c;
	int r;

	(void)state;
	nested(&b, 250);
	unpack_exact(&r, b.data, b.len);
	assert_int_equal(r, 0);
	buf_clear(&b);
	nested(&b, 100000);
	c = (struct cursor){ (unsigned char *)b.data, b.len };
	assert_int_equal(nodo_unpack(&n, a, &c), ERR_INVALID);
	assert_null(n);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(written_form),
		cmocka_unit_test(written_form_is_one),
		cmocka_unit_test(prosa_is_verbatim),
		cmocka_unit_test(illegal_characters_show),
		cmocka_unit_test(many_attributes),
		cmocka_unit_test(making_and_asking),
		cmocka_unit_test(pack_and_back),
		cmocka_unit_test(pack_cut_short),
		cmocka_unit_test(pack_damaged),
		cmocka_unit_test(pack_lies),
		cmocka_unit_test(pack_depth),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
