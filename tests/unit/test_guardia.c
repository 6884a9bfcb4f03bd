/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "web/guardia.h"

static void
test_host(void **state)
{
	static const char *const good[] = { "x", "sociale.ente.it", "10.0.0.1",
	    "localhost:8080", "[::1]", "[::1]:8080" };
	static const char *const bad[] = { "", "a b", "a/b", "a:b", "a@b",
	    "[::1", "a:80:80", "<x>" };
	struct guardia g = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(good); i++)
		assert_true(guardia_host(&g, good[i]));
	for (i = 0; i < NELEM(bad); i++)
		assert_false(guardia_host(&g, bad[i]));
	assert_false(guardia_host(&g, NULL));
	g.nomi = "sociale.ente.it altro.it";
	assert_true(guardia_host(&g, "Sociale.Ente.it:443"));
	assert_true(guardia_host(&g, "altro.it"));
	assert_false(guardia_host(&g, "sociale.ente.it.male.example"));
	assert_false(guardia_host(&g, "ente.it"));
	assert_false(guardia_host(&g, "127.0.0.1"));
}

static void
test_origin(void **state)
{
	static const struct {
		const char *origin, *site;
		bool tls, good;
	} cases[] = {
		{ NULL, NULL, false, true },
		{ "http://x:80", NULL, false, true },
		{ "http://x:80", "same-origin", false, true },
		{ "http://X:80", NULL, false, true },
		{ "https://x:80", NULL, true, true },
		{ "http://x:80", NULL, true, false },
		{ "https://x:80", NULL, false, false },
		{ "http://x:80", "same-site", false, false },
		{ NULL, "cross-site", false, false },
		{ NULL, "none", false, false },
		{ "null", NULL, false, false },
		{ "http://x", NULL, false, false },
		{ "http://x:80.male.example", NULL, false, false },
		{ "", NULL, false, false },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(cases); i++) {
		struct chiamata c = { .cifrata = cases[i].tls,
		    .t = { .host = "x:80", .origin = cases[i].origin,
		    .sec_fetch_site = cases[i].site } };

		assert_int_equal(guardia_origine(&c), cases[i].good);
	}
}

static void
test_proxy(void **state)
{
	AUTO(arena) a = arena_new();
	struct guardia g = { .proxy = "127.0.0.1 10.0.0.2" };

	(void)state;
	assert_true(guardia_proxy(&g, "127.0.0.1"));
	assert_true(guardia_proxy(&g, "10.0.0.2"));
	assert_false(guardia_proxy(&g, "10.0.0.22"));
	assert_false(guardia_proxy(&g, "10.0.0"));
	assert_false(guardia_proxy(&g, ""));
	assert_false(guardia_proxy(&g, NULL));
	g.proxy = NULL;
	assert_false(guardia_proxy(&g, "127.0.0.1"));
	assert_string_equal(guardia_da_proxy(a, "1.2.3.4, 10.9.8.7"),
	    "10.9.8.7");
	assert_string_equal(guardia_da_proxy(a, "fe80::1"), "fe80::1");
	assert_null(guardia_da_proxy(a, "1.2.3.4, <script>"));
	assert_null(guardia_da_proxy(a, "1.2.3.4,"));
	assert_null(guardia_da_proxy(a, NULL));
}

#define SEGRETO "0123456789abcdef0123456789abcdef"

static void
test_cookie(void **state)
{
	AUTO(arena) a = arena_new();

	(void)state;
	assert_string_equal(guardia_cookie(a, "cartella=" SEGRETO, false),
	    SEGRETO);
	assert_string_equal(guardia_cookie(a, "a=b; cartella=" SEGRETO "; c=d",
	    false), SEGRETO);
	assert_null(guardia_cookie(a, "xcartella=" SEGRETO, false));
	assert_null(guardia_cookie(a, "cartellax=" SEGRETO, false));
	assert_null(guardia_cookie(a, "cartella=" SEGRETO "\"", false));
	assert_null(guardia_cookie(a, "cartella=", false));
	assert_null(guardia_cookie(a, NULL, false));
	/* over TLS only the one that no other host can set */
	assert_null(guardia_cookie(a, "cartella=" SEGRETO, true));
	assert_string_equal(guardia_cookie(a, "__Host-cartella=" SEGRETO,
	    true), SEGRETO);
	assert_string_equal(guardia_gettone(a, "Bearer " SEGRETO), SEGRETO);
	assert_null(guardia_gettone(a, "Basic " SEGRETO));
	assert_null(guardia_gettone(a, "Bearer " SEGRETO "<"));
}

static void
test_set_cookie(void **state)
{
	AUTO(arena) a = arena_new();
	const char *s;

	(void)state;
	s = guardia_set_cookie(a, SEGRETO, NULL, true);
	assert_string_equal(s, "__Host-cartella=" SEGRETO
	    "; Path=/; HttpOnly; SameSite=Lax; Secure");
	s = guardia_set_cookie(a, "", "600", false);
	assert_string_equal(s,
	    "cartella=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
}

static void
test_local(void **state)
{
	static const char *const bad[] = { NULL, "", "x", "//x", "/\\x",
	    "http://x", "/x\r\ny", "/x y", "/\xc3\xa8", "/<", "/\"",
	    "javascript:x" };
	size_t i;

	(void)state;
	assert_true(chiamata_locale("/"));
	assert_true(chiamata_locale("/cartella/CS-2026-0000001?a=%20b#c"));
	for (i = 0; i < NELEM(bad); i++)
		assert_false(chiamata_locale(bad[i]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_host),
		cmocka_unit_test(test_origin),
		cmocka_unit_test(test_proxy),
		cmocka_unit_test(test_cookie),
		cmocka_unit_test(test_set_cookie),
		cmocka_unit_test(test_local),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
