/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The same verdict inside the cage as outside: every algorithm and every kind
 * of evidence, so that nothing libcrypto does late meets a closed door.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <fcntl.h>
#include <time.h>
#include <cmocka.h>

#include "pki.h"
#include "worker/worker.h"
#include "xml/xml.h"

static const char make[] =
    "g() { date -u -d \"$1\" +%Y%m%d; }; t() { date -u -d \"$1\" "
	"+%Y%m%d%H%M%SZ; }\n"
    "radice radice; ca radice; echo testo > testo\n"
    "openssl genrsa -out rsa.key 2048 2>/dev/null; chiave p521 P-521\n"
    "for n in ada rsa p521; do certifica $n radice $(g -9days) $(g +99days) "
	"persona; done\n"
    "certifica tsa radice $(g -9days) $(g +99days) marca\n"
    "f() { o=$1 w=$2; shift 2; openssl cms -sign -cades -binary -nodetach "
	"-outform DER -signer $w.crt -inkey $w.key -in testo -out $o.p7m "
	"\"$@\"; }\n"
    "f ada ada; f rsa rsa; f p521 p521 -md sha512; f sha384 ada -md sha384\n"
    "f pss rsa -keyopt rsa_padding_mode:pss; f sha1 rsa -md sha1\n"
    "f sha3 rsa -md sha3-256; openssl base64 -in ada.p7m -out base64.p7m\n"
    "f dentro rsa -in ada.p7m\n"
    "openssl ca -gencrl -config radice.db/cnf -crl_lastupdate $(t -1day) "
	"-crl_nextupdate $(t +9days) -out radice.crl\n"
    "openssl ocsp -issuer radice.crt -cert ada.crt -reqout o.req -no_nonce "
	">/dev/null 2>&1\n"
    "openssl ocsp -index radice.db/index -CA radice.crt -rsigner radice.crt "
	"-rkey radice.key -reqin o.req -respout ada.ocsp -ndays 7 "
	">/dev/null 2>&1\n"
    "printf '[tsa]\\ndefault_tsa=c\\n[c]\\nserial=serie\\n"
	"default_policy=1.2.3.4\\ndigests=sha256\\ness_cert_id_alg=sha256\\n"
	"signer_digest=sha256\\n' > tsa.cnf; echo 01 > serie\n";

static int
setup(void **state)
{
	struct byte_dati p7m, tsr;
	AUTO_BUF tsq = { 0 }, stamped = { 0 };

	(void)state;
	if (pki_make(make) != 0)
		return -1;
	p7m = letto("ada.p7m");
	if (marca_chiedi(&tsq, p7m.p, p7m.n) != 0)
		return -1;
	scritto("tsq", tsq.data, tsq.len);
	if (sh("openssl ts -reply -config tsa.cnf -queryfile tsq -signer "
	    "tsa.crt -inkey tsa.key -out tsr 2>/dev/null") != 0)
		return -1;
	tsr = letto("tsr");
	if (marca_metti(&stamped, p7m.p, p7m.n, tsr.p, tsr.n) != 0)
		return -1;
	scritto("marcata.p7m", stamped.data, stamped.len);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	return pki_remove();
}

static void
same_verdict(const char *file, const struct fiducia *f)
{
	struct byte_dati b = letto(file);
	AUTO_BUF in = { 0 }, out = { 0 }, tree_in = { 0 }, tree_out = { 0 };
	struct prova *pin = NULL, *pout = NULL;
	struct nodo *n = NULL;
	AUTO_FD int fd = open(arena_printf(arena, "%s/%s", pki, file),
	    O_RDONLY | O_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(verifica_cms(&n, &out, &pout, arena, b.p, b.n, NULL,
	    f), 0);
	nodo_write(&tree_out, n);
	if (worker_firme(&n, &in, &pin, arena, fd, -1, f) != 0)
		fail_msg("%s: %s", file, err_msg());
	nodo_write(&tree_in, n);
	assert_string_equal(buf_str(&tree_in), buf_str(&tree_out));
	assert_string_equal(buf_str(&in), buf_str(&out));
	for (; pin != NULL && pout != NULL; pin = pin->succ, pout = pout->succ)
		assert_string_equal(pin->impronta, pout->impronta);
	assert_null(pin);
	assert_null(pout);
}

static void
inside_as_outside(void **state)
{
	static const char *const files[] = { "ada.p7m", "rsa.p7m", "p521.p7m",
	    "sha384.p7m", "pss.p7m", "sha1.p7m", "sha3.p7m", "base64.p7m",
	    "dentro.p7m", "marcata.p7m" };
	struct byte_dati root[2] = { letto("radice.crt"), { NULL, 0 } };
	struct byte_dati crl[2] = { letto("radice.crl"), { NULL, 0 } };
	struct byte_dati ocsp[2] = { letto("ada.ocsp"), { NULL, 0 } };
	struct fiducia f = { .radici = root, .radici_tsa = root, .crl = crl,
	    .ocsp = ocsp, .ora = time(NULL) + 60 };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(files); i++)
		same_verdict(files[i], &f);
	f.crl = NULL;
	same_verdict("ada.p7m", &f);
	f.radici = f.radici_tsa = NULL;
	same_verdict("marcata.p7m", &f);
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(inside_as_outside),
	};

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	xml_init();
	return cmocka_run_group_tests(tests, setup, teardown);
}
