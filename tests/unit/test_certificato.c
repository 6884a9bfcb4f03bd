/* SPDX-License-Identifier: EUPL-1.2 */
/* Certificates read and refused, PKCS#12, CAdES made: openssl has its word. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <time.h>
#include <cmocka.h>

#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include "base/clock.h"
#include "firme/cms_interno.h"
#include "pki.h"

static const char prose[] = "Relazione sociale, 21 novembre 2026: perché sì.\n";
#define PROSE prose, sizeof prose - 1

static const char make[] =
    "radice prova; ca prova\n"
    "certifica ada prova 20250101 20350101 persona "
	"'/C=IT/serialNumber=TINIT-SMPDAA80A41G999X/CN=Ada Esempio però'\n"
    "openssl x509 -in ada.crt -outform DER -out ada.der\n"
    "cat ada.crt prova.crt > due.pem; cat ada.crt ada.key > mista.pem\n"
    "head -c 300 ada.der > tronco.der; cat ada.der ada.der > doppio.der\n"
    "openssl genrsa -out rsa.key 2048 2>/dev/null\n"
    "openssl genrsa -out corta.key 1024 2>/dev/null\n"
    "chiave p192 prime192v1; chiave p384 P-384\n"
    "openssl genpkey -algorithm ed25519 -out ed.key\n"
    "for k in rsa corta p192 p384 ed; do "
	"certifica $k prova 20250101 20350101 persona; done\n"
    "openssl genpkey -algorithm ed448 -out ed448.key\n"
    "openssl dsaparam -noout -genkey -out dsa.key 1024 2>/dev/null\n"
    "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt "
	"ec_param_enc:explicit -out scritta.key\n"
    "for k in ed448 dsa scritta; do "
	"certifica $k prova 20250101 20350101 persona; done\n"
    "printf '[guasta]\\nbasicConstraints=DER:0500\\n[strana]\\n"
	"keyUsage=critical,nonRepudiation\\nqcStatements=DER:3003020101\\n' "
	">> ext.cnf\n"
    "x() { printf %64s | tr ' ' $1; }\n"
    "certifica guasta prova 20250101 20350101 guasta\n"
    "certifica strana prova 20250101 20350101 strana "
	"\"/C=IT/O=$(x o)/CN=$(x n)/serialNumber=$(x s)\"\n"
    "{ cat ada.crt; head -c 200000 /dev/zero; } > lungo.pem\n"
    "{ cat ada.der; printf '\\r\\n'; } > riga.der\n"
    "certifica ieri prova 20200101 20220101 persona\n"
    "certifica domani prova 20990101 21000101 persona\n"
    "certifica cifra prova 20250101 20350101 cifra\n"
    "certifica semplice prova 20250101 20350101 semplice "
	"'/C=IT/serialNumber=IT:12345678901/CN=Ufficio'\n"
    "p12() { n=$1; shift; openssl pkcs12 -export -inkey $n.key -in $n.crt "
	"-certfile prova.crt -passout pass:segreta -out $n.p12 \"$@\"; }\n"
    "for k in ada rsa corta p192 p384 ed ieri domani cifra semplice; do "
	"p12 $k; done\n"
    "openssl pkcs12 -export -inkey ada.key -in ada.crt -passout pass: "
	"-out senza.p12\n"
    "openssl pkcs12 -export -nokeys -in ada.crt -passout pass:segreta "
	"-out solo.p12\n"
    "openssl pkcs12 -export -legacy -inkey ada.key -in ada.crt "
	"-passout pass:segreta -out antico.p12\n"
    "openssl pkcs12 -export -nomac -inkey ada.key -in ada.crt "
	"-passout pass:segreta -out senzamac.p12\n"
    "head -c 400 ada.p12 > tronco.p12\n"
    /* its own authority, and said three times */
    "openssl req -x509 -new -key ada.key -subj /CN=sola -days 9999 -config "
	"ext.cnf -extensions sola -out sola.crt; cp ada.key sola.key\n"
    "cat sola.crt sola.crt prova.crt prova.crt > tre.pem\n"
    "openssl pkcs12 -export -inkey sola.key -in sola.crt -certfile tre.pem "
	"-passout pass:segreta -out sola.p12\n";

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

static void
describes(void **state)
{
	const char *const names[] = { "ada.crt", "ada.der" };
	char day[GIORNO_LEN + 1];
	struct byte_dati der = letto("ada.der");
	struct certificato c;
	char impronta[IMPRONTA_LEN + 1];
	size_t i;

	(void)state;
	hash_hex(impronta, der.p, der.n);
	for (i = 0; i < NELEM(names); i++) {
		struct byte_dati b = letto(names[i]);

		assert_int_equal(certificato_read(&c, arena, b.p, b.n), 0);
		assert_string_equal(c.impronta, impronta);
		assert_string_equal(c.nome, "Ada Esempio però");
		assert_string_equal(c.codice_fiscale, "SMPDAA80A41G999X");
		assert_non_null(strstr(c.soggetto, "CN=Ada Esempio però"));
		assert_string_equal(c.emittente, "CN=prova,O=Prove,C=IT");
		assert_string_equal(c.algoritmo, "P-256");
		clock_day(day, c.dal);
		assert_string_equal(day, "2025-01-01");
		clock_day(day, c.al);
		assert_string_equal(day, "2035-01-01");
		assert_true(c.puo_firmare && c.qualificato);
		assert_int_equal(strspn(c.seriale, "0123456789ABCDEF"),
		    strlen(c.seriale));
	}
}

static void
describes_others(void **state)
{
	struct certificato c;
	struct byte_dati b;

	(void)state;
	b = letto("semplice.crt");
	assert_int_equal(certificato_read(&c, arena, b.p, b.n), 0);
	assert_string_equal(c.codice_fiscale, "12345678901");
	assert_true(c.puo_firmare && !c.qualificato);
	b = letto("rsa.crt");
	assert_int_equal(certificato_read(&c, arena, b.p, b.n), 0);
	assert_string_equal(c.algoritmo, "rsa2048");
	assert_null(c.codice_fiscale);
	b = letto("p384.crt");
	assert_int_equal(certificato_read(&c, arena, b.p, b.n), 0);
	assert_string_equal(c.algoritmo, "P-384");
	b = letto("cifra.crt");
	assert_int_equal(certificato_read(&c, arena, b.p, b.n), 0);
	assert_false(c.puo_firmare);
}

/* A certificate that is not taken is described all the same, when somebody else
 * has signed with it. */
static void
describe(struct certificato *c, struct byte_dati b)
{
	AUTO(x509_st) x = NULL;

	assert_int_equal(x509_read(&x, b.p, b.n), 0);
	x509_describe(c, arena, x);
}

/* The certificate with other bytes in its name, as many. */
static struct byte_dati
renamed(const char *old, const char *new)
{
	struct byte_dati b = letto("riga.der");
	char *p = arena_memdup(arena, b.p, b.n), *at;

	at = memmem(p, b.n, old, strlen(old));
	assert_non_null(at);
	memcpy(at, new, strlen(old));
	return (struct byte_dati){ p, b.n };
}

static void
describes_strange_ones(void **state)
{
	ASN1_TIME *t = ASN1_TIME_new();
	struct certificato c;
	struct byte_dati b;
	int64_t when = 7;

	(void)state;
	describe(&c, letto("ed448.crt"));
	assert_string_equal(c.algoritmo, "ed448");
	describe(&c, letto("dsa.crt"));
	assert_string_equal(c.algoritmo, "dsa1024");
	describe(&c, letto("scritta.crt"));
	assert_string_equal(c.algoritmo, "P-256");	/* it is that one */
	describe(&c, letto("strana.crt"));
	assert_false(c.qualificato);
	assert_null(c.codice_fiscale);
	assert_int_equal(strlen(c.soggetto), 200);
	/* what is no text; what would be another line */
	b = renamed("per\xc3\xb2", "per\xff\xff");
	assert_int_equal(certificato_read(&c, arena, b.p, b.n), ERR_INVALID);
	describe(&c, renamed("Ada Esempio", "Ada\n\r\t\n  io"));
	assert_string_equal(c.nome, "Ada io però");
	assert_null(strchr(c.soggetto, '\n'));
	describe(&c, renamed("Ada Esempio", "Ada\0Esempio"));
	assert_string_equal(c.nome, "");
	describe(&c, renamed("TINIT-SMPDAA", "TINIT-smpdaa"));
	assert_null(c.codice_fiscale);
	/* before any certificate */
	assert_int_equal(ASN1_TIME_set_string(t, "18500101000000Z"), 1);
	assert_false(tempo_asn1(&when, t));
	assert_false(tempo_asn1(&when, NULL));
	assert_int_equal(when, 7);
	assert_int_equal(ASN1_TIME_set_string(t, "99991231235959Z"), 1);
	assert_true(tempo_asn1(&when, t));
	ASN1_TIME_free(t);
}

static void
refuses_certificates(void **state)
{
	static const struct {
		const char *file, *why;
	} bad[] = {
		{ "due.pem", "più certificati" },
		{ "mista.pem", "chiave segreta" },
		{ "ada.key", "chiave segreta" },
		{ "ada.csr", "non è un certificato" },
		{ "tronco.der", "non è un certificato" },
		{ "doppio.der", "dell'altro" },
		{ "corta.crt", "RSA più corta" },
		{ "p192.crt", "più corta di 256" },
		{ "ed.crt", "né RSA né" },
		{ "ed448.crt", "né RSA né" },
		{ "dsa.crt", "né RSA né" },
		{ "scritta.crt", "senza nome" },
		{ "guasta.crt", "danneggiato" },
		{ "lungo.pem", "troppo lungo" },
		{ "ada.p12", "non è un certificato" },
	};
	struct certificato c = { .nome = "intatto" };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(bad); i++) {
		struct byte_dati b = letto(bad[i].file);

		assert_int_equal(certificato_read(&c, arena, b.p, b.n),
		    ERR_INVALID);
		if (strstr(err_msg(), bad[i].why) == NULL)
			fail_msg("%s: %s", bad[i].file, err_msg());
		assert_string_equal(c.nome, "intatto");
	}
	assert_int_equal(certificato_read(&c, arena, "", 0), ERR_INVALID);
}

static void
writes_pem(void **state)
{
	struct byte_dati der = letto("ada.der");
	AUTO_BUF b = { 0 }, again = { 0 };

	(void)state;
	assert_int_equal(certificato_pem(&b, der.p, der.n), 0);
	assert_int_equal(certificato_pem(&again, b.data, b.len), 0);
	assert_string_equal(buf_str(&b), buf_str(&again));
	scritto("nostro.pem", b.data, b.len);
	assert_int_equal(sh("openssl x509 -in nostro.pem -outform DER | "
	    "cmp - ada.der"), 0);
}

/* ---- PKCS#12 ---- */

static int
open_p12(struct firmatario **out, const char *file, const char *frase)
{
	AUTO(segreto) s = NULL;
	struct byte_dati b = letto(file);

	if (frase != NULL)
		assert_int_equal(segreto_new(&s, frase, strlen(frase)), 0);
	return firmatario_p12(out, b.p, b.n, s);
}

static void
opens_p12(void **state)
{
	AUTO(firmatario) f = NULL;
	AUTO(firmatario) g = NULL;
	struct byte_dati der = letto("ada.der");

	(void)state;
	assert_int_equal(open_p12(&f, "ada.p12", "segreta"), 0);
	assert_string_equal(firmatario_certificato(f)->nome,
	    "Ada Esempio però");
	assert_int_equal(firmatario_der(f).n, der.n);
	assert_memory_equal(firmatario_der(f).p, der.p, der.n);
	assert_int_equal(open_p12(&g, "senza.p12", NULL), 0);
	/* what libcrypto gives back to us is wiped, also this way */
	assert_null(OPENSSL_realloc(OPENSSL_malloc(8), 0));
}

static void
refuses_p12(void **state)
{
	static const struct {
		const char *file, *frase;
		int code;
		const char *why;
	} bad[] = {
		{ "ada.p12", "sbagliata", ERR_FORBIDDEN, "non apre" },
		{ "ada.p12", "", ERR_FORBIDDEN, "non apre" },
		{ "ada.p12", NULL, ERR_FORBIDDEN, "non è stata data" },
		{ "tronco.p12", "segreta", ERR_INVALID, "PKCS#12" },
		{ "ada.crt", "segreta", ERR_INVALID, "PKCS#12" },
		{ "solo.p12", "segreta", ERR_INVALID, "non ci sono" },
		{ "antico.p12", "segreta", ERR_INVALID, "antiquato" },
		{ "senzamac.p12", "segreta", ERR_INVALID, "protetto" },
		{ "cifra.p12", "segreta", ERR_INVALID, "non è per firmare" },
		{ "corta.p12", "segreta", ERR_INVALID, "RSA più corta" },
		{ "p192.p12", "segreta", ERR_INVALID, "più corta di 256" },
		{ "ed.p12", "segreta", ERR_INVALID, "né RSA né" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(bad); i++) {
		AUTO(firmatario) f = NULL;
		int r = open_p12(&f, bad[i].file, bad[i].frase);

		if (r != bad[i].code || strstr(err_msg(), bad[i].why) == NULL)
			fail_msg("%s: %d %s", bad[i].file, r, err_msg());
		assert_null(f);
		assert_null(strstr(err_msg(), "segreta)"));
	}
}

/* The right frase, and within it bytes that are no keys. */
static void
broken_p12(void **state)
{
	STACK_OF(PKCS7) *safes = sk_PKCS7_new_null();
	PKCS7 *p7 = PKCS7_new();
	AUTO(firmatario) f = NULL;
	unsigned char *der = NULL;
	PKCS12 *p12;
	int n;

	(void)state;
	assert_int_equal(PKCS7_set_type(p7, NID_pkcs7_data), 1);
	assert_int_equal(ASN1_OCTET_STRING_set(p7->d.data,
	    (const unsigned char *)"guasto", 6), 1);
	assert_int_equal(sk_PKCS7_push(safes, p7), 1);
	p12 = PKCS12_add_safes(safes, NID_pkcs7_data);
	assert_non_null(p12);
	assert_int_equal(PKCS12_set_mac(p12, "segreta", -1, NULL, 0, 2048,
	    EVP_sha256()), 1);
	n = i2d_PKCS12(p12, &der);
	scritto("rotto.p12", der, (size_t)n);
	assert_int_equal(open_p12(&f, "rotto.p12", "segreta"), ERR_INVALID);
	assert_non_null(strstr(err_msg(), "non si legge"));
	assert_int_equal(open_p12(&f, "rotto.p12", "altra"), ERR_FORBIDDEN);
	assert_null(f);
	OPENSSL_free(der);
	PKCS12_free(p12);
	sk_PKCS7_pop_free(safes, PKCS7_free);
}

/* ---- revocation ---- */

static int64_t
at(const char *iso)
{
	int64_t t = 0;

	assert_int_equal(clock_parse(&t, iso), 0);
	return t;
}

static const char ora[] = "2026-11-21T10:00:00+01:00";

/* A list by the authority of ada that says no end, and revokes the others or
 * ada too, since a moment that cannot be read. */
static X509_CRL *
strange_list(X509 *da, const X509 *revoked, int64_t dal)
{
	struct byte_dati pem = letto("prova.key");
	BIO *b = BIO_new_mem_buf(pem.p, (int)pem.n);
	EVP_PKEY *k = PEM_read_bio_PrivateKey(b, NULL, NULL, NULL);
	ASN1_TIME *t = ASN1_TIME_set(NULL, (time_t)dal);
	X509_CRL *crl = X509_CRL_new();
	X509_REVOKED *r = X509_REVOKED_new();

	X509_CRL_set_version(crl, 1);
	X509_CRL_set_issuer_name(crl, X509_get_subject_name(da));
	X509_CRL_set1_lastUpdate(crl, t);
	assert_int_equal(ASN1_STRING_set(t, "ieri", 4), 1);
	X509_REVOKED_set_revocationDate(r, t);
	X509_REVOKED_set_serialNumber(r, (ASN1_INTEGER *)(uintptr_t)
	    X509_get0_serialNumber(revoked));
	assert_int_equal(X509_CRL_add0_revoked(crl, r), 1);
	assert_true(X509_CRL_sign(crl, k, EVP_sha256()) > 0);
	ASN1_TIME_free(t);
	EVP_PKEY_free(k);
	BIO_free(b);
	return crl;
}

static X509 *
cert_of(const char *file)
{
	struct byte_dati pem = letto(file);
	BIO *b = BIO_new_mem_buf(pem.p, (int)pem.n);
	X509 *c = PEM_read_bio_X509(b, NULL, NULL, NULL);

	BIO_free(b);
	assert_non_null(c);
	return c;
}

static void
strange_lists(void **state)
{
	static const struct {
		const char *revocato;
		int64_t dopo;		/* seconds behind the list */
		enum esito esito;
	} t[] = {
		{ "rsa.crt", 0, FIRMA_VALIDA },
		{ "rsa.crt", 1, FIRMA_INTEGRA },	/* no end: over at once */
		{ "ada.crt", 0, FIRMA_REVOCATA },
		{ "ada.crt", 1, FIRMA_REVOCATA },
	};
	const struct fidata none = { .ocsp = NULL };
	int64_t dal = at(ora);
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		X509 *ada = cert_of("ada.crt"), *da = cert_of("prova.crt");
		X509 *r = cert_of(t[i].revocato);
		STACK_OF(X509_CRL) *list = sk_X509_CRL_new_null();
		const struct quesito q = { .cert = ada, .crl = list,
		    .f = &none, .ora = dal + t[i].dopo };
		struct trovata found;

		assert_true(sk_X509_CRL_push(list, strange_list(da, r, dal)));
		trovata_init(&found, arena);
		revoca_giudica(&found, &q, ada, da);
		if (found.esito != t[i].esito)
			fail_msg("%zu: %s", i, esito_nome(found.esito));
		sk_X509_CRL_pop_free(list, X509_CRL_free);
		X509_free(r);
		X509_free(da);
		X509_free(ada);
	}
}

/* ---- what is found of a signature ---- */

/* Nothing is called valid that was not looked at to the end; findings and
 * evidence are bounded, and told once. */
static void
findings(void **state)
{
	AUTO(arena) a = arena_new();
	struct prova *prove = NULL, **coda = &prove;
	struct trovata t;
	struct nodo *n;
	int i;

	(void)state;
	trovata_init(&t, a);
	t.passi = PASSO_TUTTI & ~(unsigned)PASSO_REVOCA;
	n = trovata_close(&t, &coda);
	assert_string_equal(nodo_attr(n, "esito"), "non-verificata");
	assert_string_equal(nodo_value(a, n, "motivo/@codice"),
	    "esame-incompleto");
	assert_null(prove);

	trovata_init(&t, a);
	t.passi = PASSO_TUTTI;
	for (i = 0; i < 300; i++) {
		trovata_motivo(&t, FIRMA_VALIDA, arena_printf(a, "codice-%d",
		    i / 2), "testo %d", i);
		trovata_prova(&t, "crl", (struct byte_dati){ arena_printf(a,
		    "%d", i / 2), 3 });
		trovata_prova(&t, "crl", (struct byte_dati){ "", 0 });
	}
	n = trovata_close(&t, &coda);
	assert_string_equal(nodo_attr(n, "esito"), "valida");
	assert_int_equal(nodo_count(n, "motivo"), 20);
	assert_int_equal(nodo_count(n, "prova"), 100);
	for (i = 0; prove != NULL; prove = prove->succ)
		i++;
	assert_int_equal(i, 100);
}

/* ---- CAdES ---- */

static void
signs(struct buf *out, struct firmatario *f, bool staccata)
{
	if (firma_cades(out, f, staccata, PROSE, at(ora)) != 0)
		fail_msg("%s", err_msg());
}

/* openssl, which is not us, has the last word. */
static void
openssl_accepts(void **state)
{
	static const char *const who[] = { "ada", "rsa", "p384", "semplice" };
	size_t i;

	(void)state;
	scritto("testo", PROSE);
	for (i = 0; i < NELEM(who); i++) {
		AUTO(firmatario) f = NULL;
		AUTO_BUF p7s = { 0 }, p7m = { 0 };

		assert_int_equal(open_p12(&f, arena_printf(arena, "%s.p12",
		    who[i]), "segreta"), 0);
		signs(&p7s, f, true);
		signs(&p7m, f, false);
		assert_null(memmem(p7s.data, p7s.len, PROSE));
		scritto("f.p7s", p7s.data, p7s.len);
		scritto("f.p7m", p7m.data, p7m.len);
		assert_int_equal(sh(
		    "v() { openssl cms -verify -cades -binary -inform DER "
		    "-purpose any -CAfile prova.crt \"$@\" 2>/dev/null; }\n"
		    "v -in f.p7s -content testo -out fuori; cmp fuori testo\n"
		    "v -in f.p7m -out fuori; cmp fuori testo\n"
		    "echo >> testo-altro; cat testo >> testo-altro\n"
		    "! v -in f.p7s -content testo-altro -out fuori\n"), 0);
	}
}

/* What it carries: the time given, SHA-256, the chain, no more. */
static void
carries(void **state)
{
	AUTO(firmatario) f = NULL;
	AUTO_BUF p7s = { 0 };

	(void)state;
	assert_int_equal(open_p12(&f, "ada.p12", "segreta"), 0);
	signs(&p7s, f, true);
	scritto("c.p7s", p7s.data, p7s.len);
	assert_int_equal(sh(
	    "openssl cms -cmsout -print -inform DER -in c.p7s > c.txt\n"
	    "grep -q 'UTCTIME:Nov 21 09:00:00 2026 GMT' c.txt\n"
	    "grep -q 'signingCertificateV2' c.txt\n"
	    "grep -q 'eContent: <ABSENT>' c.txt\n"
	    "! grep -q -i 'smimeCap\\|sha1' c.txt\n"
	    "[ $(grep -c 'd.certificate:' c.txt) = 2 ]\n"), 0);
}

/* A file that repeats its certificates signs all the same. */
static void
repeated_certificates(void **state)
{
	AUTO(firmatario) f = NULL;
	AUTO_BUF p7s = { 0 };

	(void)state;
	assert_int_equal(open_p12(&f, "sola.p12", "segreta"), 0);
	assert_string_equal(firmatario_certificato(f)->nome, "sola");
	assert_int_equal(firma_cades(&p7s, f, true, PROSE, time(NULL)), 0);
	assert_true(cms_sembra(p7s.data, p7s.len));
}

static void
refuses_out_of_time(void **state)
{
	AUTO(firmatario) ieri = NULL;
	AUTO(firmatario) domani = NULL;
	AUTO_BUF b = { 0 };

	(void)state;
	assert_int_equal(open_p12(&ieri, "ieri.p12", "segreta"), 0);
	assert_int_equal(firma_cades(&b, ieri, true, PROSE, at(ora)),
	    ERR_INVALID);
	assert_non_null(strstr(err_msg(), "scaduto il 2022-01-01"));
	assert_int_equal(open_p12(&domani, "domani.p12", "segreta"), 0);
	assert_int_equal(firma_cades(&b, domani, true, PROSE, at(ora)),
	    ERR_INVALID);
	assert_non_null(strstr(err_msg(), "solo dal 2099-01-01"));
	assert_int_equal(b.len, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(describes),
		cmocka_unit_test(describes_others),
		cmocka_unit_test(describes_strange_ones),
		cmocka_unit_test(refuses_certificates),
		cmocka_unit_test(writes_pem),
		cmocka_unit_test(opens_p12),
		cmocka_unit_test(refuses_p12),
		cmocka_unit_test(strange_lists),
		cmocka_unit_test(broken_p12), cmocka_unit_test(findings),
		cmocka_unit_test(openssl_accepts),
		cmocka_unit_test(carries),
		cmocka_unit_test(repeated_certificates),
		cmocka_unit_test(refuses_out_of_time),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
