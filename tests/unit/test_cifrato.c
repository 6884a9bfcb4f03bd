/* SPDX-License-Identifier: EUPL-1.2 */
/* What is encrypted for one who can open it, with the real gpg; whom one cannot
 * encrypt for, and what one cannot open. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/process.h"
#include "firme/interno.h"
#include "casa_gpg.h"

static const char prose[] = "Trasferimento della cartella: perché sì.\n";
#define PROSE prose, sizeof prose - 1

static struct arena *arena;
static const char *home;
static struct portachiavi *own;

static int
sh(const char *script)
{
	return casa_script(script, 120);
}

static void
left(struct buf *out, const char *name)
{
	casa_file(out, arena, home, name);
}

static const char *
impronta(const char *name)
{
	return casa_impronta(arena, home, name);
}

/* terzi is a person of another home, whose public key was here for a while. */
static const char make[] =
    "cd $GNUPGHOME; mkdir t\n"
    "g() { gpg --batch --quiet --yes --pinentry-mode loopback "
	"--passphrase '' \"$@\"; }\n"
    "fpr() { gpg --batch --with-colons --list-keys \"=$1\" | "
	"awk -F: '/^fpr/{print $10}' | head -n 1; }\n"
    "key() { n=$1; shift; g \"$@\"; fpr $n > t/$n; }\n"
    "key sola --quick-gen-key sola ed25519 sign never\n"
    "key mia --quick-gen-key mia ed25519 sign never\n"
    "key terzi --quick-gen-key terzi ed25519 sign never\n"
    "key finita --faked-system-time 20240101T000000 --quick-gen-key finita "
	"ed25519 sign 1y\n"
    "for k in mia terzi; do g --quick-add-key $(cat t/$k) cv25519 encr "
	"never; done\n"
    "g --faked-system-time 20240102T000000 --quick-add-key $(cat t/finita) "
	"cv25519 encr 1y\n"
    "echo insieme > t/testo\n"
    "e() { o=$1; shift; g --trust-model always -o t/$o --encrypt \"$@\" "
	"t/testo; }\n"
    "e insieme -r $(cat t/terzi) -r $(cat t/mia)\n"
    "e solo-terzi -r $(cat t/terzi)\n"
    "g -o t/palese --store t/testo\n"
    "g --delete-secret-and-public-key $(cat t/terzi)\n";

/* What gpg answers about cards, agents and passphrases, as it is told. */
static void
words(void **state)
{
	static const struct {
		gpgme_err_code_t said;
		int code;
		const char *words;
	} all[] = {
		{ GPG_ERR_BAD_PASSPHRASE, ERR_FORBIDDEN, "non è quella" },
		{ GPG_ERR_BAD_PIN, ERR_FORBIDDEN, "non è quella" },
		{ GPG_ERR_PIN_BLOCKED, ERR_FORBIDDEN, "carta è bloccata" },
		{ GPG_ERR_CANCELED, ERR_FORBIDDEN, "non è stata data" },
		{ GPG_ERR_CARD_NOT_PRESENT, ERR_ABSENT, "non è inserita" },
		{ GPG_ERR_CARD_REMOVED, ERR_ABSENT, "non è inserita" },
		{ GPG_ERR_NO_SECKEY, ERR_ABSENT, "GnuPG" },
		{ GPG_ERR_BAD_DATA, ERR_INVALID, "GnuPG" },
		{ GPG_ERR_NO_AGENT, ERR_FAULT, "gpg-agent" },
		{ GPG_ERR_GENERAL, ERR_FAULT, "GnuPG" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(all); i++) {
		assert_int_equal(err_gpg(gpgme_error(all[i].said), "chiave %d",
		    7), all[i].code);
		assert_non_null(strstr(err_msg(), all[i].words));
		assert_int_equal(strncmp(err_msg(), "chiave 7: ", 10), 0);
	}
}

static int
setup(void **state)
{
	char *dir = NULL;

	(void)state;
	setenv("CARTELLA_SENZA_PINENTRY", "1", 1);
	arena = arena_new();
	assert_int_equal(firme_init(), 0);
	assert_int_equal(dir_temporary(&dir, arena), 0);
	home = dir;
	setenv("GNUPGHOME", home, 1);
	assert_int_equal(sh(make), 0);
	return portachiavi_open(&own, home);
}

static int
teardown(void **state)
{
	(void)state;
	portachiavi_close(own);
	sh("gpgconf --kill all");
	assert_int_equal(dir_remove(home), 0);
	arena_free(arena);
	return 0;
}

static void
there_and_back(void **state)
{
	AUTO_BUF made = { 0 }, clear = { 0 }, again = { 0 };

	(void)state;
	/* nothing was opened yet: nothing to forget */
	assert_int_equal(openpgp_scorda(own), 0);
	assert_int_equal(openpgp_cifra(&made, own, impronta("mia"), PROSE), 0);
	assert_null(memmem(made.data, made.len, "perch", 5));
	assert_int_equal(openpgp_decifra(&clear, own, made.data, made.len), 0);
	assert_int_equal(clear.len, sizeof prose - 1);
	assert_memory_equal(clear.data, prose, clear.len);
	assert_int_equal(openpgp_scorda(own), 0);
	/* for another too, whom we do not know any more */
	buf_clear(&made);
	left(&made, "insieme");
	assert_int_equal(openpgp_decifra(&again, own, made.data, made.len), 0);
	assert_string_equal(buf_str(&again), "insieme\n");
	assert_int_equal(openpgp_scorda(own), 0);
}

static void
not_for_them(void **state)
{
	static const char *const no[] = { "sola", "finita" };
	AUTO_BUF made = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(no); i++) {
		assert_int_equal(openpgp_cifra(&made, own, impronta(no[i]),
		    PROSE), ERR_INVALID);
		assert_non_null(strstr(err_msg(), "non si può cifrare"));
	}
	assert_int_equal(openpgp_cifra(&made, own, impronta("terzi"), PROSE),
	    ERR_ABSENT);
	assert_int_equal(openpgp_cifra(&made, own, "mia", PROSE),
	    ERR_INVALID);
	assert_int_equal(made.len, 0);
}

/* Another byte anywhere: never another text. */
static void
altered(void **state)
{
	AUTO_BUF made = { 0 };
	size_t i, step;

	(void)state;
	assert_int_equal(openpgp_cifra(&made, own, impronta("mia"), PROSE), 0);
	step = 1 + made.len / 12;
	for (i = 0; i < made.len; i += step) {
		AUTO_BUF b = { 0 }, clear = { 0 };
		int r;

		buf_append(&b, made.data, made.len);
		b.data[i] = (char)(b.data[i] ^ 4);
		r = openpgp_decifra(&clear, own, b.data, b.len);
		if (r != 0 && r != ERR_INVALID && r != ERR_ABSENT)
			fail_msg("%zu: %d %s", i, r, err_msg());
		if (r == 0)
			assert_memory_equal(clear.data, prose, clear.len);
		else
			assert_int_equal(clear.len, 0);
	}
}

static void
not_opened(void **state)
{
	static const char *const no[] = { "solo-terzi", "palese", "testo" };
	AUTO_BUF clear = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(no); i++) {
		AUTO_BUF b = { 0 };

		left(&b, no[i]);
		assert_int_equal(openpgp_decifra(&clear, own, b.data, b.len),
		    i == 0 ? ERR_ABSENT : ERR_INVALID);
	}
	assert_int_equal(openpgp_decifra(&clear, own, "", 0), ERR_INVALID);
	assert_int_equal(clear.len, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words),
		cmocka_unit_test(there_and_back),
		cmocka_unit_test(not_for_them),
		cmocka_unit_test(altered),
		cmocka_unit_test(not_opened),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
