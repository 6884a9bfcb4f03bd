/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * XAdES made: xmlsec1 and Java, which know nothing of us, have their word.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/clock.h"
#include "firme/xades.h"
#include "pki.h"

#define ORA 1795168800		/* 2026-11-20 */
#define NS "http://www.agid.gov.it/protocollo/"

static const char doc[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!-- nota -->\n<p:Segnatura xmlns:p=\"" NS "\" p:lang='it'>\r\n"
    "  <p:Oggetto>perché &lt;così&gt; <![CDATA[<x>]]></p:Oggetto>\n"
    "  <p:Vuoto   />\n</p:Segnatura >\n";

static const char make[] =
    "radice prova; ca prova\n"
    "chiave p384 P-384; openssl genrsa -out rsa.key 2048 2>/dev/null\n"
    "for k in ada rsa p384; do certifica $k prova 20250101 20350101 persona\n"
    "openssl pkcs12 -export -inkey $k.key -in $k.crt -certfile prova.crt "
	"-passout pass:segreta -out $k.p12; done\n"
    "openssl genpkey -algorithm rsa-pss -pkeyopt rsa_keygen_bits:2048 "
	"-out pss.key 2>/dev/null\n"
    "certifica pss prova 20250101 20350101 persona\n"
    "openssl pkcs12 -export -inkey pss.key -in pss.crt "
	"-passout pass:segreta -out pss.p12\n"
    "certifica ieri prova 20200101 20220101 persona\n"
    "openssl pkcs12 -export -inkey ieri.key -in ieri.crt "
	"-passout pass:segreta -out ieri.p12\n";

static int
setup(void **state)
{
	(void)state;
	return pki_make(make);
}

static int
teardown(void **state)
{
	(void)state;
	return pki_remove();
}

static struct firmatario *
who(const char *nome)
{
	struct byte_dati p12 = letto(arena_printf(arena, "%s.p12", nome));
	struct firmatario *f = NULL;
	AUTO(segreto) frase = NULL;

	if (segreto_new(&frase, "segreta", 7) != 0 ||
	    firmatario_p12(&f, p12.p, p12.n, frase) != 0)
		fail_msg("%s", err_msg());
	return f;
}

static void
sign(const char *file, const char *nome, const char *xml)
{
	AUTO(firmatario) f = who(nome);
	AUTO_BUF out = { 0 };

	if (firma_xades(&out, f, xml, strlen(xml), ORA) != 0)
		fail_msg("%s", err_msg());
	scritto(file, out.data, out.len);
}

/* Before the end of the root, with every other byte as it was. */
static void
place(void **state)
{
	static const char end[] = "</p:Segnatura >\n";
	const size_t n = sizeof doc - sizeof end;
	struct byte_dati b;

	(void)state;
	sign("ada.xml", "ada", doc);
	b = letto("ada.xml");
	assert_memory_equal(b.p, doc, n);
	assert_string_equal((const char *)b.p + b.n - (sizeof end - 1), end);
	assert_memory_equal((const char *)b.p + n, "<ds:Signature ", 14);
	assert_memory_equal((const char *)b.p + b.n - (sizeof end - 1) - 15,
	    "</ds:Signature>", 15);
}

static void
others_verify(void **state)
{
	const char *java = arena_printf(arena, "java -XX:TieredStopAtLevel=1 "
	    "-XX:+UseSerialGC -Xshare:auto $OLDPWD/tests/tools/VerificaXml.java "
	    "ada.xml rsa.xml p384.xml altra.xml > detto\n"
	    "printf 'valida\\nvalida\\nvalida\\nnon valida\\n' | diff - detto");

	(void)state;
	sign("ada.xml", "ada", doc);
	sign("rsa.xml", "rsa", doc);
	sign("p384.xml", "p384", doc);
	assert_int_equal(sh("sed 's/perch/Perch/' ada.xml > altra.xml\n"
	    "v() { xmlsec1 --verify --id-attr:Id SignedProperties "
	    "--trusted-pem prova.crt --enabled-key-data x509 "
	    "$1 2>&1; }\n"
	    "for k in ada rsa p384; do v $k.xml; done\n"
	    "! v altra.xml"), 0);
	if (access("/usr/bin/javac", X_OK) != 0)
		skip();
	assert_int_equal(sh(java), 0);
}

static void
refused(const char *nome, const char *xml, const char *words)
{
	AUTO(firmatario) f = who(nome);
	AUTO_BUF out = { 0 };

	err_clear();
	assert_int_equal(firma_xades(&out, f, xml, strlen(xml), ORA),
	    ERR_INVALID);
	assert_int_equal(out.len, 0);
	if (strstr(err_msg(), words) == NULL)
		fail_msg("«%s», non «%s»", err_msg(), words);
}

static void
refusals(void **state)
{
	struct byte_dati b;

	(void)state;
	sign("ada.xml", "ada", doc);
	b = letto("ada.xml");
	refused("ada", b.p, "già una firma");
	refused("ieri", doc, "scaduto");
	refused("pss", doc, "serve una chiave RSA o EC");
	refused("ada", "<!DOCTYPE a><a></a>", "DOCTYPE");
	refused("ada", "<?a b?><a></a>", "istruzioni");
	refused("ada", "<a/>", "chiusura");
	refused("ada", "<a></a><!-- </a> -->", "chiusura");
	refused("ada", "<a></a><!--</a-->", "chiusura");
	refused("ada", "<a>", "mal formato");
	refused("ada", "", "vuoto");
	refused("ada", "<a>\xff</a>", "UTF-8");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(place),
		cmocka_unit_test(others_verify),
		cmocka_unit_test(refusals),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
