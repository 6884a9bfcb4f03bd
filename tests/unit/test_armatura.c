/* SPDX-License-Identifier: EUPL-1.2 */
/* ASCII armour as one writes it: of each byte that is not the signature no other
 * will do. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "firme/armatura.h"

#define TESTA "-----BEGIN PGP SIGNATURE-----\n\n"
#define RIGA "iHUEABYIAB0WIQRVuQKs5YnjILnHEjFZYefwvhVwjgUCawK6TwAKCRBZYefwvhVw\n"
#define CODA "-----END PGP SIGNATURE-----\n"

static const char whole[] = TESTA RIGA "jggpAP93wNKMsAP40SZJXrPNq9O1+w=="
    "\n=u48M\n" CODA;

#define ESATTA(s) armatura_esatta(s, sizeof(s) - 1)

static void
what_is_written(void **state)
{
	(void)state;
	assert_true(ESATTA(whole));
	assert_true(ESATTA(TESTA RIGA CODA));
	assert_true(ESATTA(TESTA RIGA "AA==\n" CODA));
	assert_true(ESATTA(TESTA RIGA "AAA=\n" CODA));
	assert_true(ESATTA(TESTA "AAAA\n=AAAA\n" CODA));
}

static void
what_is_not(void **state)
{
	(void)state;
	assert_false(armatura_esatta("", 0));
	assert_false(ESATTA(TESTA CODA));
	assert_false(ESATTA(TESTA "\n" CODA));
	assert_false(ESATTA(TESTA "=AAAA\n" CODA));
	assert_false(ESATTA(TESTA "AAA\n" CODA));
	assert_false(ESATTA(TESTA "AAAA" CODA));	/* no end of line */
	assert_false(ESATTA(TESTA "AAAA\nAAAA\n" CODA));
	assert_false(ESATTA(TESTA "A===\n" CODA));
	assert_false(ESATTA(TESTA "AB==\n" CODA));	/* spare bits */
	assert_false(ESATTA(TESTA "AAB=\n" CODA));
	assert_false(ESATTA(TESTA "AA==\nAA==\n" CODA));
	assert_false(ESATTA(TESTA RIGA "AAAA\n=AAAA\n=AAAA\n" CODA));
	assert_false(ESATTA(TESTA RIGA "AAAA\n=AAA\n" CODA));
	assert_false(ESATTA(TESTA RIGA CODA "\n"));
	assert_false(ESATTA(TESTA RIGA CODA TESTA RIGA CODA));
	assert_false(ESATTA("\n" TESTA RIGA CODA));
	assert_false(ESATTA("-----BEGIN PGP SIGNATURE-----\nComment: x\n\n"
	    RIGA CODA));
	assert_false(ESATTA("-----BEGIN PGP SIGNATURE-----\r\n\r\n" RIGA CODA));
}

/* Another byte is refused, or is another signature. */
static void
each_bit(void **state)
{
	const size_t n = sizeof whole - 1;
	const size_t first = strlen(TESTA), last = n - strlen(CODA);
	char other[sizeof whole];
	size_t i;
	int bit;

	(void)state;
	for (i = 0; i < n; i++)
		for (bit = 0; bit < 8; bit++) {
			memcpy(other, whole, sizeof other);
			other[i] = (char)(other[i] ^ (1 << bit));
			if (!armatura_esatta(other, n))
				continue;
			assert_in_range(i, first, last - 1);
			assert_true(whole[i] != '\n' && whole[i] != '=' &&
			    other[i] != '\n' && other[i] != '=');
		}
	for (i = 0; i < n; i++)
		assert_false(armatura_esatta(whole, i));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written),
		cmocka_unit_test(what_is_not),
		cmocka_unit_test(each_bit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
