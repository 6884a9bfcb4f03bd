/* SPDX-License-Identifier: EUPL-1.2 */
/* test_parola.c - passwords and codes tried in their cage. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "worker/parola.h"
#include "worker/worker.h"

/* The key of RFC 6238, appendix B, for SHA-1. */
#define CHIAVE "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

static struct segreto *
word(const char *s)
{
	struct segreto *out;

	assert_int_equal(segreto_new(&out, s, strlen(s)), 0);
	return out;
}

static void
passwords(void **state)
{
	AUTO(segreto) good = word("correre piano verso sera");
	AUTO(segreto) bad = word("correre piano verso serA");
	AUTO(segreto) none = word("");
	char hash[PAROLA_HASH], again[PAROLA_HASH];

	(void)state;
	assert_int_equal(worker_parola_crea(hash, good), 0);
	assert_memory_equal(hash, "$y$", 3);
	assert_int_equal(worker_parola_crea(again, good), 0);
	assert_string_not_equal(hash, again);
	assert_int_equal(worker_parola_vale(hash, good), 1);
	assert_int_equal(worker_parola_vale(again, good), 1);
	assert_int_equal(worker_parola_vale(hash, bad), 0);
	assert_int_equal(worker_parola_vale(hash, none), 0);
	/* nobody's password is never right */
	assert_int_equal(worker_parola_vale(NULL, good), 0);
	assert_int_equal(worker_parola_vale(NULL, none), 0);
	/* nor is what is no hash at all a door left open */
	assert_true(worker_parola_vale("*0", good) < 0);
	assert_true(worker_parola_vale("x", good) < 0);
}

static void
too_long(void **state)
{
	char s[PAROLA_MAX + 2], hash[PAROLA_HASH];
	AUTO(segreto) w = NULL;

	(void)state;
	memset(s, 'a', sizeof s);
	s[sizeof s - 1] = '\0';
	w = word(s);
	assert_int_equal(worker_parola_crea(hash, w), ERR_INVALID);
}

static int
code(const char *typed, int64_t ora, int64_t *passo)
{
	AUTO(segreto) w = word(typed);

	return worker_totp(passo, CHIAVE, w, ora);
}

static void
codes(void **state)
{
	int64_t p = 0;

	(void)state;
	/* RFC 6238: at 59 s 94287082, of which six digits */
	assert_int_equal(code("287082", 59, &p), 1);
	assert_int_equal(p, 1);
	assert_int_equal(code("081804", 1111111109, &p), 1);
	assert_int_equal(p, 37037036);
	assert_int_equal(code("081 804", 1111111109, &p), 1);
	/* one step late or early, no more */
	assert_int_equal(code("081804", 1111111109 + 30, &p), 1);
	assert_int_equal(p, 37037036);
	assert_int_equal(code("081804", 1111111109 + 90, &p), 0);
	assert_int_equal(code("081804", 1111111109 - 90, &p), 0);
	assert_int_equal(code("081805", 1111111109, &p), 0);
	assert_int_equal(code("", 59, &p), 0);
	assert_int_equal(code("28708", 59, &p), 0);
	assert_int_equal(code("94287082", 59, &p), 0);
	assert_int_equal(code("28708a", 59, &p), 0);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(passwords), cmocka_unit_test(too_long),
		cmocka_unit_test(codes),
	};

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
