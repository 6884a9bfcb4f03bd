/* SPDX-License-Identifier: EUPL-1.2 */
/* A token (softhsm2): signs, refuses another PIN, is pulled out. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/clock.h"
#include "firme/xades.h"
#include "pki.h"

#define MODULO "/usr/lib/softhsm/libsofthsm2.so"
#define ORA INT64_C(1795251600)		/* 2026-11-21 */

static const char prose[] = "Relazione sociale, 21 novembre 2026.\n";
#define PROSE prose, sizeof prose - 1

/* Two tokens: one with a signer, the other with a signer and a second
 * certificate (the one to log in with, as on an Italian CNS). */
static const char make[] =
    "radice radice\n"
    "certifica ada radice 20250101 20350101 persona\n"
    "certifica entra radice 20250101 20350101 accesso\n"
    "openssl genrsa -out rsa.key 2048 2>/dev/null\n"
    "certifica rsa radice 20250101 20350101 persona\n"
    "mkdir gettoni\n"
    "printf 'directories.tokendir = %s/gettoni\\nlog.level = ERROR\\n' "
	"\"$PWD\" > softhsm.conf\n"
    "export SOFTHSM2_CONF=$PWD/softhsm.conf\n"
    "gettone() { softhsm2-util --init-token --free --label $1 --so-pin 9999 "
	"--pin 1234 >/dev/null; }\n"
    "metti() { openssl pkcs8 -topk8 -nocrypt -in $2.key -out $2.p8; "
	"softhsm2-util --token $1 --pin 1234 --import $2.p8 --label $2 "
	"--id $3 >/dev/null; openssl x509 -in $2.crt -outform DER -out "
	"$2.der; pkcs11-tool --module " MODULO " --token-label $1 "
	"--login --pin 1234 --write-object $2.der --type cert --label $2 "
	"--id $3 >/dev/null 2>&1; }\n"
    "gettone uno; metti uno ada 01\n"
    "gettone due; metti due rsa 02; metti due entra 03\n"
    "openssl x509 -in radice.crt -outform DER -out radice.der; "
	"pkcs11-tool --module " MODULO " --token-label due --login "
	"--pin 1234 --write-object radice.der --type cert --label radice "
	"--id 09 >/dev/null 2>&1\n"
    "gettone vuoto; gettone geloso\n"
    "gettone doppio; metti doppio ada 01; metti doppio rsa 02\n"
    /* a key that wants its PIN at each signature */
    "pkcs11-tool --module " MODULO " --token-label geloso --login --pin 1234 "
	"--write-object ada.p8 --type privkey --id 01 --label ada "
	"--always-auth --usage-sign >/dev/null 2>&1\n"
    "pkcs11-tool --module " MODULO " --token-label geloso --login --pin 1234 "
	"--write-object ada.der --type cert --id 01 --label ada >/dev/null "
	"2>&1\n";

static int
setup(void **state)
{
	(void)state;
	if (pki_make(make) != 0)
		return -1;
	setenv("SOFTHSM2_CONF", arena_printf(arena, "%s/softhsm.conf", pki),
	    1);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	return pki_remove();
}

static int
open_token(struct firmatario **out, const char *uri, const char *pin)
{
	AUTO(segreto) s = NULL;

	if (pin != NULL)
		assert_int_equal(segreto_new(&s, pin, strlen(pin)), 0);
	return firmatario_pkcs11(out, MODULO, uri, s);
}

static void
signs(void **state)
{
	static const struct {
		const char *uri, *nome;
	} good[] = {
		{ "pkcs11:token=uno", "ada" },
		{ "pkcs11:token=uno;object=ada;type=cert", "ada" },
		{ "pkcs11:token=uno;id=%01", "ada" },
		{ "pkcs11:token=d%75e", "rsa" },	/* non-repudiation */
		{ "pkcs11:object=entra;token=due", "entra" },
		{ "pkcs11:token=geloso", "ada" },
	};
	size_t i;

	(void)state;
	scritto("testo", PROSE);
	for (i = 0; i < NELEM(good); i++) {
		AUTO(firmatario) f = NULL;
		AUTO_BUF p7s = { 0 };

		if (open_token(&f, good[i].uri, "1234") != 0)
			fail_msg("%s: %s", good[i].uri, err_msg());
		assert_string_equal(firmatario_certificato(f)->nome,
		    good[i].nome);
		if (firma_cades(&p7s, f, true, PROSE, ORA) != 0)
			fail_msg("%s: %s", good[i].uri, err_msg());
		scritto("f.p7s", p7s.data, p7s.len);
		assert_int_equal(sh("openssl cms -verify -cades -binary "
		    "-inform DER -purpose any -CAfile radice.crt -in f.p7s "
		    "-content testo -out fuori 2>/dev/null"), 0);
	}
}

/* XAdES too, with both kinds of key. */
static void
signs_xml(void **state)
{
	static const struct {
		const char *uri, *nome;
	} good[] = { { "pkcs11:token=uno", "ada" },
		{ "pkcs11:token=due", "rsa" } };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(good); i++) {
		AUTO(firmatario) f = NULL;
		AUTO_BUF xml = { 0 };

		if (open_token(&f, good[i].uri, "1234") != 0 ||
		    firma_xades(&xml, f, "<a></a>", 7, ORA) != 0)
			fail_msg("%s: %s", good[i].uri, err_msg());
		scritto("f.xml", xml.data, xml.len);
		assert_int_equal(sh(arena_printf(arena, "xmlsec1 --verify "
		    "--id-attr:Id SignedProperties --pubkey-cert-pem %s.crt "
		    "f.xml 2>&1", good[i].nome)), 0);
	}
}

#define DI_64 "0123456789012345678901234567890123456789012345678901234567890123"
#define DI_256 DI_64 DI_64 DI_64 DI_64

static void
refuses(void **state)
{
	static const struct {
		const char *uri, *pin;
		int code;
		const char *why;
	} bad[] = {
		{ "pkcs11:token=uno", "4321", ERR_FORBIDDEN, "PIN non è" },
		{ "pkcs11:token=uno", "", ERR_FORBIDDEN, "PIN" },
		{ "pkcs11:token=uno", NULL, ERR_FORBIDDEN, "non è stato dato" },
		{ "pkcs11:token=tre", "1234", ERR_ABSENT, "token non c'è" },
		{ "pkcs11:", "1234", ERR_INVALID, "più d'uno" },
		{ "pkcs11:token=uno;object=rsa", "1234", ERR_ABSENT,
		    "non c'è un certificato" },
		{ "pkcs11:token=vuoto", "1234", ERR_ABSENT,
		    "non c'è un certificato" },
		{ "pkcs11:token=due;object=radice", "1234", ERR_ABSENT,
		    "non c'è un certificato" },
		{ "pkcs11:token=uno?pin-value=1234", NULL, ERR_INVALID,
		    "né il PIN" },
		{ "pkcs11:token=uno?pin-source=file:/x", NULL, ERR_INVALID,
		    "né il PIN" },
		{ "pkcs11:token=uno;pin-value=1234", NULL, ERR_INVALID,
		    "non è ammesso" },
		{ "pkcs11:token=%zz", "1234", ERR_INVALID, "non è ammesso" },
		{ "pkcs11:token=uno%00", "1234", ERR_INVALID,
		    "non è ammesso" },
		{ "token=uno", "1234", ERR_INVALID, "pkcs11:" },
		{ "pkcs11:token=doppio", "1234", ERR_INVALID,
		    "più certificati per firmare" },
		{ "pkcs11:token=" DI_256 "a", "1234", ERR_INVALID,
		    "non è ammesso" },
		{ "pkcs11:token=" DI_256, "1234", ERR_ABSENT,
		    "token non c'è" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(bad); i++) {
		AUTO(firmatario) f = NULL;
		int r = open_token(&f, bad[i].uri, bad[i].pin);

		if (r != bad[i].code || strstr(err_msg(), bad[i].why) == NULL)
			fail_msg("%s: %d %s", bad[i].uri, r, err_msg());
		assert_null(f);
		assert_null(strstr(err_msg(), "1234"));
	}
}

static void
refuses_library(void **state)
{
	AUTO(firmatario) f = NULL;

	(void)state;
	assert_int_equal(firmatario_pkcs11(&f, "/nessuna.so",
	    "pkcs11:token=uno", NULL), ERR_ABSENT);
	assert_int_equal(firmatario_pkcs11(&f, NULL, "pkcs11:token=uno",
	    NULL), ERR_INVALID);
	assert_null(f);
}

/* Pulled out between opening and signing: nothing is signed, and it is said;
 * put back, it signs again. */
static void
pulled_out(void **state)
{
	AUTO(firmatario) f = NULL;
	AUTO(firmatario) again = NULL;
	AUTO_BUF b = { 0 };

	(void)state;
	assert_int_equal(open_token(&f, "pkcs11:token=uno", "1234"), 0);
	assert_int_equal(sh("mv gettoni tolti; mkdir gettoni"), 0);
	assert_int_equal(firma_cades(&b, f, true, PROSE, ORA), ERR_ABSENT);
	assert_non_null(strstr(err_msg(), "non c'è più"));
	assert_int_equal(firma_xades(&b, f, "<a></a>", 7, ORA), ERR_ABSENT);
	assert_non_null(strstr(err_msg(), "non c'è più"));
	assert_int_equal(b.len, 0);
	firmatario_close(MOVE(f));
	assert_int_equal(open_token(&again, "pkcs11:token=uno", "1234"),
	    ERR_ABSENT);
	assert_int_equal(sh("rmdir gettoni; mv tolti gettoni"), 0);
	assert_int_equal(open_token(&again, "pkcs11:token=uno", "1234"), 0);
	assert_int_equal(firma_cades(&b, again, true, PROSE, ORA), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signs),
		cmocka_unit_test(signs_xml),
		cmocka_unit_test(refuses),
		cmocka_unit_test(refuses_library),
		cmocka_unit_test(pulled_out),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
