/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * gpg gives up before it has read all that it is owed, by more than a pipe
 * holds: the operation ends all the same, and says what it can.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "firme/firme.h"

#define MUCH 900000		/* bytes behind what gpg gives up at */
#define ROUNDS 12		/* it gives up in time in half of them */

static struct arena *arena;
static struct portachiavi *ring;

static void
noise(struct buf *b)
{
	static const char zeros[MUCH];

	assert_int_equal(file_read(b, "tests/fixtures/gpg/"
	    "lasciata-a-meta.bin", 65536), 0);
	buf_append(b, zeros, sizeof zeros);
}

static void
a_key(void **state)
{
	AUTO_BUF b = { 0 }, armour = { 0 };
	struct chiave c;
	int i;

	(void)state;
	noise(&b);
	for (i = 0; i < ROUNDS; i++) {
		assert_int_equal(chiave_leggi(&c, &armour, arena, b.data,
		    b.len), ERR_INVALID);
		assert_non_null(strstr(err_msg(), "non è una chiave"));
	}
	assert_int_equal(armour.len, 0);
}

static void
a_message(void **state)
{
	AUTO_BUF b = { 0 }, clear = { 0 };
	int i;

	(void)state;
	noise(&b);
	for (i = 0; i < ROUNDS; i++)
		assert_int_not_equal(openpgp_decifra(&clear, ring, b.data,
		    b.len), 0);
	assert_int_equal(clear.len, 0);
}

/* The bytes signed are long, the signature is of a kind nobody knows. */
static void
a_signature(void **state)
{
	static const char sig[] = "-----BEGIN PGP SIGNATURE-----\n\n"
	    "iAUJAAEIAAo=\n-----END PGP SIGNATURE-----\n";
	AUTO_BUF b = { 0 };
	struct verdetto v;
	int i;

	(void)state;
	noise(&b);
	for (i = 0; i < ROUNDS; i++) {
		memset(&v, 0, sizeof v);
		assert_int_equal(verifica_openpgp(&v, arena, ring, NULL, sig,
		    sizeof sig - 1, b.data, b.len), 0);
		assert_int_equal(v.esito, FIRMA_NON_VALIDA);
	}
}

static int
open_all(void **state)
{
	(void)state;
	arena = arena_new();
	alarm(300);		/* it would turn for ever */
	return firme_init() != 0 || portachiavi_temporary(&ring) != 0;
}

static int
close_all(void **state)
{
	(void)state;
	portachiavi_close(ring);
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key),
		cmocka_unit_test(a_message),
		cmocka_unit_test(a_signature),
	};

	return cmocka_run_group_tests(tests, open_all, close_all);
}
