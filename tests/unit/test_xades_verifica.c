/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * XAdES of others: what is good, what is not, and the corpus of documents
 * dressed so that a signature seems to cover what it does not.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/clock.h"
#include "base/hash.h"
#include "firme/xades.h"
#include "pki.h"
#include "xml/xml.h"

#define DS "http://www.w3.org/2000/09/xmldsig#"
#define XADES "http://uri.etsi.org/01903/v1.3.2#"

static const char doc[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!-- nota --><p:Segnatura xmlns:p=\"urn:p\" Id=\"radice\">\n"
    "  <p:Oggetto>perché <![CDATA[<x>]]></p:Oggetto>\n"
    "</p:Segnatura>\n";

static const char make[] =
    "radice prova; ca prova; radice altra\n"
    "openssl genrsa -out rsa.key 2048 2>/dev/null\n"
    "for k in ada rsa; do certifica $k prova 20250101 20350101 persona\n"
    "done; certifica cifra prova 20250101 20350101 cifra\n"
    "for k in ada rsa; do openssl pkcs12 -export -inkey $k.key -in $k.crt "
	"-certfile prova.crt -passout pass:segreta -out $k.p12; done\n"
    "openssl ca -config prova.db/cnf -gencrl -crl_lastupdate 20250101000000Z "
	"-crl_nextupdate 20350101000000Z -out prova.crl 2>/dev/null\n"
    "openssl ca -config prova.db/cnf -revoke ada.crt 2>/dev/null\n"
    "openssl ca -config prova.db/cnf -gencrl -crl_lastupdate 20250101000000Z "
	"-crl_nextupdate 20350101000000Z -out revocata.crl 2>/dev/null\n"
    "certifica tsa prova 20250101 20350101 marca\n"
    "cat > ts.cnf <<FINE\n[tsa]\ndefault_tsa=t\n[t]\nserial=ts.num\n"
	"signer_digest=sha256\ndefault_policy=1.2.3\ndigests=sha256\n"
	"crypto_device=builtin\nordering=no\ntsa_name=no\n"
	"ess_cert_id_chain=no\nFINE\n"
    "marca() { openssl ts -query -data $1 -sha256 -no_nonce -cert "
	"-out $1.tsq 2>/dev/null; openssl ts -reply -config ts.cnf "
	"-queryfile $1.tsq -signer tsa.crt -inkey tsa.key -token_out "
	"-out $1.tok 2>/dev/null; base64 $1.tok > $1.b64; }\n";

static struct fiducia fiducia;
static int64_t ora;		/* of signing: the authority is as old */
static char ora_iso[ORA_LEN + 1];

/* What `ada` and `rsa` sign. */
static const char *di_ada, *di_rsa;

static const char *
signed_by(const char *nome, const char *xml)
{
	struct byte_dati p12 = letto(arena_printf(arena, "%s.p12", nome));
	AUTO(firmatario) f = NULL;
	AUTO(segreto) frase = NULL;
	AUTO_BUF out = { 0 };

	if (segreto_new(&frase, "segreta", 7) != 0 ||
	    firmatario_p12(&f, p12.p, p12.n, frase) != 0 ||
	    firma_xades(&out, f, xml, strlen(xml), ora) != 0) {
		fprintf(stderr, "%s\n", err_msg());
		exit(1);
	}
	return arena_strdup(arena, buf_str(&out));
}

static const struct byte_dati *
one(const char *nome)
{
	struct byte_dati *list = arena_alloc(arena, 2 * sizeof *list);

	list[0] = letto(nome);
	return list;
}

static int
setup(void **state)
{
	(void)state;
	xml_init();
	if (pki_make(make) != 0)
		return -1;
	ora = clock_now();
	clock_iso(ora_iso, ora);
	fiducia = (struct fiducia){ .radici = one("prova.crt"),
	    .crl = one("prova.crl"), .ora = ora + 3600 };
	di_ada = signed_by("ada", doc);
	di_rsa = signed_by("rsa", doc);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	return pki_remove();
}

/* ---- asking ---- */

/* "esito codice…" of the one signature; the tree in *out unless NULL. */
static const char *
judged(struct nodo **out, const char *xml, size_t n, const struct fiducia *f)
{
	struct nodo *firme = NULL, *firma, *m;
	AUTO_BUF s = { 0 };
	int r;

	err_clear();
	if ((r = verifica_xades(&firme, NULL, arena, xml, n, f)) != 0)
		return arena_printf(arena, "%s", r == ERR_ABSENT ? "assente" :
		    r == ERR_INVALID ? "illeggibile" : err_msg());
	assert_string_equal(nodo_attr(firme, "formato"), "xades");
	firma = nodo_child(firme, "firma");
	assert_string_equal(nodo_attr(firme, "esito"),
	    nodo_attr(firma, "esito"));
	buf_puts(&s, nodo_attr(firma, "esito"));
	for (m = nodo_child(firma, "motivo"); m; m = nodo_next(m, "motivo"))
		buf_printf(&s, " %s", nodo_attr(m, "codice"));
	if (out != NULL)
		*out = firme;
	return arena_strdup(arena, buf_str(&s));
}

static void
says(const char *want, const char *xml)
{
	assert_string_equal(judged(NULL, xml, strlen(xml), &fiducia), want);
}

/* The first `from` as `to`: it must be there. */
static const char *
with(const char *xml, const char *from, const char *to)
{
	const char *at = strstr(xml, from);

	if (at == NULL)
		fail_msg("«%s» non c'è", from);
	return arena_printf(arena, "%.*s%s%s", (int)(at - xml), xml, to,
	    at + strlen(from));
}

/* Its signature, alone. */
static const char *
signature(const char *xml)
{
	const char *from = strstr(xml, "<ds:Signature ");
	const char *to = strstr(xml, "</ds:Signature>");

	return arena_strndup(arena, from, (size_t)(to - from) + 15);
}

/* ---- good ---- */

static void
good(void **state)
{
	struct nodo *firme = NULL, *firma;
	char impronta[IMPRONTA_LEN + 1];

	(void)state;
	assert_string_equal(judged(&firme, di_ada, strlen(di_ada), &fiducia),
	    "valida");
	hash_hex(impronta, di_ada, strlen(di_ada));
	assert_string_equal(nodo_value(arena, firme, "contenuto/@impronta"),
	    impronta);
	firma = nodo_child(firme, "firma");
	assert_string_equal(nodo_attr(firma, "profilo"), "XAdES-B");
	assert_string_equal(nodo_value(arena, firma, "firmatario/@nome"),
	    "ada");
	assert_string_equal(nodo_value(arena, firma, "algoritmo/@digest"),
	    "sha256");
	assert_string_equal(nodo_value(arena, firma, "ora/@dichiarata"),
	    ora_iso);
	assert_string_equal(nodo_value(arena, firma, "ora/@fonte"),
	    "registrazione");
	assert_non_null(nodo_child(firma, "prova"));
	says("valida", di_rsa);
}

/* Its evidence comes as bytes, those the tree names. */
static void
evidence(void **state)
{
	struct nodo *firme = NULL, *p;
	struct prova *prove = NULL, *e;
	char is[IMPRONTA_LEN + 1];
	int n = 0;

	(void)state;
	assert_int_equal(verifica_xades(&firme, &prove, arena, di_ada,
	    strlen(di_ada), &fiducia), 0);
	p = nodo_find(firme, "firma/prova");
	for (e = prove; e != NULL; e = e->succ, p = nodo_next(p, "prova")) {
		assert_non_null(p);
		hash_hex(is, e->p, e->n);
		assert_string_equal(is, e->impronta);
		assert_string_equal(is, nodo_attr(p, "impronta"));
		n++;
	}
	assert_null(p);
	assert_true(n >= 3);	/* two certificates and a CRL */
	/* of another look, it goes behind */
	assert_int_equal(verifica_xades(&firme, &prove, arena, di_rsa,
	    strlen(di_rsa), &fiducia), 0);
	for (e = prove; e != NULL; e = e->succ)
		n--;
	assert_true(n <= -3);
}

/* Made by xmlsec1, and nothing like ours: no prefix, blanks everywhere, C14N
 * 1.0, SHA-512, the older SigningCertificate, a reference to the KeyInfo. */
static const char template[] =
    "impronta=$(openssl x509 -in rsa.crt -outform DER | "
	"openssl dgst -sha384 -binary | base64 -w 0)\n"
    "ds=" DS "; enc=http://www.w3.org/2001/04/xmlenc\n"
    "c14n=http://www.w3.org/TR/2001/REC-xml-c14n-20010315\n"
    "more=http://www.w3.org/2001/04/xmldsig-more\n"
    "r() { echo \"<Reference URI='$1' $2>$3<DigestMethod "
	"Algorithm='$enc#sha512'/> <DigestValue/></Reference>\"; }\n"
    "cat > modello.xml <<FINE\n"
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    "<?foglio di=stile?><a xmlns='urn:a' ID='x'>\n"
    "  <b c = 'd' b=\"&apos;\">è <!-- nota --> così</b>\n"
    "  <Signature xmlns='$ds' Id='S'>\n    <SignedInfo>\n"
    "  <CanonicalizationMethod Algorithm='$c14n'/>\n"
    "  <SignatureMethod Algorithm='$more#rsa-sha512'/>\n"
    "$(r '#K')\n$(r '' \"Id='D'\" \"<Transforms>"
	"<Transform Algorithm='${ds}enveloped-signature'/></Transforms>\")\n"
    "$(r '#P' \"Type='http://uri.etsi.org/01903#SignedProperties'\")\n"
    "  </SignedInfo>\n  <SignatureValue Id='V'/>\n"
    "  <KeyInfo Id='K'><X509Data><X509Certificate/></X509Data></KeyInfo>\n"
    "  <Object>\n<x:QualifyingProperties xmlns:x='" XADES "' Target='#S'>\n"
    "  <x:SignedProperties Id='P'><x:SignedSignatureProperties>"
	"<x:SigningTime>2026-11-20T10:00:00.250Z</x:SigningTime>"
	"<x:SigningCertificate><x:Cert><x:CertDigest><DigestMethod "
	"Algorithm='$more#sha384'/> <DigestValue>\n$impronta\n</DigestValue>"
	"</x:CertDigest></x:Cert></x:SigningCertificate>"
	"</x:SignedSignatureProperties></x:SignedProperties>\n"
    "</x:QualifyingProperties></Object></Signature>\n</a>\n"
    "FINE\n"
    "xmlsec1 --sign --id-attr:Id SignedProperties --id-attr:Id KeyInfo "
	"--privkey-pem rsa.key,rsa.crt --output loro.xml modello.xml\n";

static void
theirs(void **state)
{
	struct nodo *firme = NULL;
	struct byte_dati b;

	(void)state;
	assert_int_equal(sh(template), 0);
	b = letto("loro.xml");
	assert_string_equal(judged(&firme, b.p, b.n, &fiducia), "valida");
	assert_string_equal(nodo_value(arena, firme,
	    "firma/algoritmo/@digest"), "sha512");
	assert_string_equal(nodo_value(arena, firme,
	    "firma/ora/@dichiarata"), "2026-11-20T11:00:00+01:00");
	says("non-valida contenuto-diverso", with(b.p, "così", "cosi"));
	says("non-valida contenuto-diverso", with(b.p, "foglio", "fogli"));
	says("non-valida contenuto-diverso",
	    with(b.p, "<X509Data>", "<X509Data> "));
	says("valida", with(b.p, "c=\"d\" b=\"'\"", "b=\"'\"   c='d'"));
}

/* ---- whom we trust, and when ---- */

static const char *
judged_with(struct fiducia f)
{
	return judged(NULL, di_ada, strlen(di_ada), &f);
}

static void
trust(void **state)
{
	struct fiducia f = fiducia;

	(void)state;
	f.radici = one("altra.crt");
	assert_string_equal(judged_with(f), "ignota emittente-ignoto");
	f.radici = NULL;
	assert_string_equal(judged_with(f), "ignota emittente-ignoto");
	f = fiducia;
	f.crl = NULL;
	assert_string_equal(judged_with(f), "integra revoca-non-nota");
	/* the signer himself is the anchor: a trust list's */
	f.radici = one("ada.crt");
	assert_string_equal(judged_with(f), "valida");
	f = fiducia;
	f.ora = 2051222400;	/* 2035-01-01: the list is old, too */
	assert_string_equal(judged_with(f), "scaduta certificato-scaduto");
	f = fiducia;
	f.crl = one("revocata.crl");
	f.ora = ora + 86400;
	assert_string_equal(judged_with(f), "revocata certificato-revocato");
}

/* The signature of ada with a stamp that an authority gave to those bytes. */
static const char *
stamped(const char *over, const char *forma)
{
	scritto("marcato", over, strlen(over));
	assert_int_equal(sh(arena_printf(arena, "%s\nmarca marcato",
	    strstr(make, "marca()"))), 0);
	return with(di_ada, "</xades:QualifyingProperties>", arena_printf(arena,
	    "<xades:UnsignedProperties><xades:UnsignedSignatureProperties>"
	    "<xades:SignatureTimeStamp><ds:CanonicalizationMethod "
	    "Algorithm=\"%s\"/><xades:EncapsulatedTimeStamp>%s"
	    "</xades:EncapsulatedTimeStamp></xades:SignatureTimeStamp>"
	    "</xades:UnsignedSignatureProperties></xades:UnsignedProperties>"
	    "</xades:QualifyingProperties>", forma,
	    (const char *)letto("marcato.b64").p));
}

static void
stamps(void **state)
{
	static const char exclusive[] =
	    "http://www.w3.org/2001/10/xml-exc-c14n#";
	static const char inclusive[] =
	    "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
	const char *from = strstr(di_ada, "<ds:SignatureValue>") + 19;
	const char *value = arena_strndup(arena, from,
	    (size_t)(strstr(from, "</ds:SignatureValue>") - from));
	const char *one = arena_printf(arena, "<ds:SignatureValue xmlns:ds=\""
	    DS "\">%s</ds:SignatureValue>", value);
	const char *all = arena_printf(arena, "<ds:SignatureValue xmlns:ds=\""
	    DS "\" xmlns:p=\"urn:p\">%s</ds:SignatureValue>", value);
	struct fiducia f = fiducia;
	struct nodo *firme = NULL;
	const char *xml;

	(void)state;
	f.radici_tsa = f.radici;
	f.ora = 2051222400;		/* 2035: ada's certificate has ended */
	xml = stamped(one, exclusive);
	assert_string_equal(judged(&firme, xml, strlen(xml), &f), "valida");
	assert_string_equal(nodo_value(arena, firme, "firma/@profilo"),
	    "XAdES-T");
	assert_string_equal(nodo_value(arena, firme, "firma/ora/@fonte"),
	    "marca");
	xml = stamped(all, inclusive);
	assert_string_equal(judged(NULL, xml, strlen(xml), &f), "valida");
	/* of other bytes, by nobody we know, in an unknown form */
	xml = stamped(value, exclusive);
	assert_string_equal(judged(NULL, xml, strlen(xml), &f),
	    "scaduta marca-non-valida certificato-scaduto");
	xml = stamped(one, "urn:forma");
	assert_string_equal(judged(NULL, xml, strlen(xml), &f),
	    "scaduta marca-non-valida certificato-scaduto");
	f.radici_tsa = NULL;
	xml = stamped(one, exclusive);
	assert_string_equal(judged(NULL, xml, strlen(xml), &f),
	    "scaduta marca-ignota certificato-scaduto");
}

/* ---- other bytes ---- */

static void
altered(void **state)
{
	(void)state;
	says("non-valida contenuto-diverso", with(di_ada, "perch", "Perch"));
	says("non-valida contenuto-diverso",
	    with(di_ada, "</p:Oggetto>", "</p:Oggetto><p:Oggetto>b</p:Oggetto>"));
	says("non-valida contenuto-diverso", with(di_ada, "<p:Segnatura ",
	    "<?altro istruzioni?><p:Segnatura "));
	/* the claimed time is signed */
	says("non-valida contenuto-diverso",
	    with(di_ada, ora_iso, "2026-11-20T19:20:00+01:00"));
	says("non-valida certificato-diverso", with(di_ada,
	    "</ds:DigestValue></xades:CertDigest>",
	    "A</ds:DigestValue></xades:CertDigest>"));
	/* comments and how a character is written are not of the content */
	says("valida", with(di_ada, "<!-- nota -->", "<!-- altra -->"));
	says("valida", with(di_ada, "<![CDATA[<x>]]>", "&lt;x&gt;"));
}

/* The same characters in another code are the same document; a declaration
 * that is not true makes others of them. */
static void
other_code(void **state)
{
	const char *latin = with(with(di_ada, "UTF-8", "ISO-8859-1"),
	    "perch\xc3\xa9", "perch\xe9");

	(void)state;
	says("valida", latin);
	says("non-valida contenuto-diverso", with(di_ada, "UTF-8",
	    "ISO-8859-1"));
	says("illeggibile", with(latin, "ISO-8859-1", "UTF-8"));
	says("illeggibile", with(di_ada, "UTF-8", "UTF-16"));
}

/* Each character of the value, and of the first digest, counts. */
static void
value_altered(void **state)
{
	const char *at = strstr(di_ada, "<ds:SignatureValue>");
	char *xml = arena_strdup(arena, di_ada), *p;
	int i;

	(void)state;
	assert_non_null(at);
	p = xml + (at - di_ada) + strlen("<ds:SignatureValue>");
	for (i = 0; i < 84; i += 6) {
		char c = p[i];

		p[i] = c == 'A' ? 'B' : 'A';
		says("non-valida firma-non-torna", xml);
		p[i] = c;
	}
	says("valida", xml);
	says("non-valida firma-non-torna", with(di_ada,
	    "<ds:SignatureValue>", "<ds:SignatureValue>*"));
}

/* Another's key beside a signature, or another's signature. */
static void
other_key(void **state)
{
	const char *a = strstr(di_ada, "<ds:KeyInfo>");
	const char *b = strstr(di_rsa, "<ds:KeyInfo>");
	const char *key_a, *key_b;

	(void)state;
	key_a = arena_strndup(arena, a, (size_t)(strstr(a, "<ds:Object>") - a));
	key_b = arena_strndup(arena, b, (size_t)(strstr(b, "<ds:Object>") - b));
	says("non-valida certificato-diverso", with(di_ada, key_a, key_b));
	says("non-valida certificato-diverso", with(di_ada, key_a,
	    "<ds:KeyInfo><ds:KeyName>ada</ds:KeyName></ds:KeyInfo>"));
	/* a certificate with something behind it is none */
	assert_int_equal(sh("{ openssl x509 -in ada.crt -outform DER; echo; } "
	    "| openssl base64 -A > lungo.b64"), 0);
	says("non-valida certificato-diverso", with(di_ada, key_a,
	    arena_printf(arena, "<ds:KeyInfo><ds:X509Data><ds:X509Certificate>"
	    "%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo>",
	    (const char *)letto("lungo.b64").p)));
}

/* ---- dressed ---- */

static void
wrapped(void **state)
{
	const char *s = signature(di_ada);
	const char *bare = with(di_ada, s, "");
	const char *root = strstr(bare, "<p:Segnatura");

	(void)state;
	/* the signed document within another */
	says("non-verificata forma-non-prevista", arena_printf(arena,
	    "<p:Segnatura xmlns:p='urn:p'><p:Oggetto>altro</p:Oggetto>%s"
	    "</p:Segnatura>", strstr(di_ada, "<p:Segnatura")));
	/* within the signature itself */
	says("non-verificata senza-proprieta", with(di_ada, "<ds:Object>",
	    arena_printf(arena, "<ds:Object>%s", root)));
	says("non-verificata forma-non-prevista", with(di_ada,
	    "</ds:Signature>", arena_printf(arena,
	    "<ds:Object>%s</ds:Object></ds:Signature>", root)));
	/* the signature taken to another document */
	says("non-valida contenuto-diverso", arena_printf(arena,
	    "<p:Segnatura xmlns:p='urn:p'><p:Oggetto>altro</p:Oggetto>%s"
	    "</p:Segnatura>", s));
	/* and put elsewhere in its own */
	says("non-verificata forma-non-prevista", with(bare, "</p:Oggetto>",
	    arena_printf(arena, "%s</p:Oggetto>", s)));
	/* alone */
	says("non-verificata forma-non-prevista", s);
	/* two */
	says("non-verificata piu-firme", with(di_ada, "<ds:Signature ",
	    arena_printf(arena, "%s<ds:Signature ", signature(di_rsa))));
	says("non-verificata piu-firme", with(di_ada, "</p:Oggetto>",
	    "</p:Oggetto><a:Signature xmlns:a='" DS "'/>"));
}

/* Only part of the document, or something else, is covered. */
static void
references(void **state)
{
	static const char *const uris[] = { "#radice", "altro.xml",
	    "file:///etc/passwd", "http://127.0.0.1/", "#xpointer(/)",
	    "#xpointer(id('radice'))", "#a') | //*[1] | id('b" };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(uris); i++)
		says("non-verificata riferimento-estraneo", with(di_ada,
		    "URI=\"\"", arena_printf(arena, "URI=\"%s\"", uris[i])));
	says("non-verificata riferimento-estraneo",
	    with(di_ada, " URI=\"\"", ""));
	says("non-verificata riferimento-estraneo", with(di_ada,
	    " URI=\"#proprieta-", " URI=\"\" x=\"#proprieta-"));
	says("non-verificata riferimento-estraneo", with(di_ada,
	    " Type=\"http://uri.etsi.org/01903#SignedProperties\"", ""));
	says("non-verificata riferimento-estraneo", with(di_ada,
	    "<ds:Transform Algorithm=\"" DS "enveloped-signature\">"
	    "</ds:Transform>", ""));
}

/* Ids that two elements have, or that are no names. */
static void
ids(void **state)
{
	const char *id = strstr(di_ada, "Id=\"proprieta-");
	const char *firma = strstr(di_ada, "Id=\"firma-");

	(void)state;
	id = arena_strndup(arena, id, strlen("Id=\"proprieta-") + 17);
	firma = arena_strndup(arena, firma, strlen("Id=\"firma-") + 17);
	says("non-valida id-ripetuto", with(di_ada, "Id=\"radice\"", id));
	says("non-valida id-ripetuto", with(di_ada, "Id=\"radice\"",
	    arena_printf(arena, "xml:id%s", id + 2)));
	says("non-valida id-ripetuto", with(di_ada, "Id=\"radice\"",
	    arena_printf(arena, "ID%s", id + 2)));
	says("non-valida id-ripetuto", with(di_ada, "Id=\"radice\"", firma));
	says("non-verificata forma-non-prevista", with(di_ada, id,
	    "Id=\"a') | //* | id('b\""));
	says("non-valida proprieta-di-altri", with(di_ada, id, ""));
	says("non-valida proprieta-di-altri", with(di_ada, firma, ""));
	says("non-valida proprieta-di-altri",
	    with(di_ada, "Target=\"#", "Target=\"#x"));
}

static void
algorithms(void **state)
{
	static const struct {
		const char *from, *to, *want;
	} list[] = {
		{ "xmldsig-more#ecdsa-sha256", "xmldsig-more#hmac-sha256",
		    "non-verificata algoritmo-non-previsto" },
		{ "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
		    DS "hmac-sha1", "non-verificata algoritmo-non-previsto" },
		{ "xmldsig-more#ecdsa-sha256", "xmldsig-more#ecdsa-sha1",
		    "non-valida firma-non-torna digest-debole" },
		{ "xmldsig-more#ecdsa-sha256", "xmldsig-more#rsa-sha256",
		    "non-valida firma-non-torna" },
		{ "DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#"
		    "sha256\"", "DigestMethod Algorithm=\"" DS "md5\"",
		    "non-verificata algoritmo-non-previsto" },
		{ DS "enveloped-signature", DS "base64",
		    "non-verificata trasformazione-non-ammessa" },
		{ DS "enveloped-signature",
		    "http://www.w3.org/TR/1999/REC-xpath-19991116",
		    "non-verificata trasformazione-non-ammessa" },
		{ DS "enveloped-signature",
		    "http://www.w3.org/TR/1999/REC-xslt-19991116",
		    "non-verificata trasformazione-non-ammessa" },
		{ "CanonicalizationMethod Algorithm=\"http", "Canonicalization"
		    "Method Algorithm=\"ftp",
		    "non-verificata forma-non-prevista" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(list); i++)
		says(list[i].want, with(di_ada, list[i].from, list[i].to));
}

static const char *
between(const char *xml, const char *from, const char *to)
{
	const char *a = strstr(xml, from), *b = a ? strstr(a, to) : NULL;

	if (b == NULL)
		fail_msg("«%s» … «%s» non c'è", from, to);
	return arena_strndup(arena, a, (size_t)(b - a) + strlen(to));
}

/* What it says of itself left out, said twice, or said otherwise. */
static void
misshapen(void **state)
{
	const char *ref = between(di_ada, "<ds:Reference ", "</ds:Reference>");
	const char *of = between(di_ada, "<xades:CertDigest>",
	    "</xades:CertDigest>");

	(void)state;
	says("non-verificata senza-proprieta", with(with(di_ada,
	    "<xades:SignedProperties ", "<xades:Altre "),
	    "</xades:SignedProperties>", "</xades:Altre>"));
	says("non-verificata forma-non-prevista", with(di_ada,
	    "<ds:Reference ", "<ds:Altro></ds:Altro><ds:Reference "));
	says("non-verificata riferimento-estraneo", with(di_ada, ref,
	    arena_printf(arena, "%s%s", ref, ref)));
	says("non-verificata riferimento-estraneo", with(di_ada, ref, ""));
	says("non-verificata algoritmo-non-previsto", with(di_ada, of,
	    with(of, "xmlenc#sha256", "xmlenc#md5")));
	/* a time that is none is no time */
	says("non-valida contenuto-diverso", with(di_ada, ora_iso, "ieri"));
}

/* XML signatures that are no XAdES, and no signatures. */
static void
others(void **state)
{
	const char *v2 = "<xades:SigningCertificateV2>";
	const char *cert = strstr(di_ada, v2), *end;

	(void)state;
	assert_non_null(cert);
	end = strstr(cert, "</xades:SignedSignatureProperties>");
	says("non-verificata senza-certificato-firmato", with(di_ada,
	    arena_strndup(arena, cert, (size_t)(end - cert)), ""));
	says("non-verificata senza-proprieta",
	    with(di_ada, "xmlns:xades=\"" XADES, "xmlns:xades=\"urn:altro"));
	says("assente", doc);
	says("assente", "<Signature/>");
	says("illeggibile", "<!DOCTYPE a><a/>");
	says("illeggibile", "<a>");
	says("illeggibile", "");
	says("non-verificata forma-non-prevista",
	    "<a><Signature xmlns='" DS "'/></a>");
}

/* Cut at any length: never good, never a crash. */
static void
truncated(void **state)
{
	const size_t n = strlen(di_ada);
	size_t i;

	(void)state;
	for (i = 0; i + 2 < n; i += 37)
		assert_string_equal(judged(NULL, di_ada, i, &fiducia),
		    "illeggibile");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(good),
		cmocka_unit_test(evidence),
		cmocka_unit_test(theirs),
		cmocka_unit_test(trust),
		cmocka_unit_test(stamps),
		cmocka_unit_test(altered),
		cmocka_unit_test(other_code),
		cmocka_unit_test(value_altered),
		cmocka_unit_test(other_key),
		cmocka_unit_test(wrapped),
		cmocka_unit_test(references),
		cmocka_unit_test(ids),
		cmocka_unit_test(algorithms),
		cmocka_unit_test(misshapen),
		cmocka_unit_test(others),
		cmocka_unit_test(truncated),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
