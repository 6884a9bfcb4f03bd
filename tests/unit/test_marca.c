/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Time and revocation from outside: RFC 3161 stamps by a local authority, OCSP
 * answers; and counter-signatures, which no tool at hand makes.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <time.h>
#include <cmocka.h>

#include <openssl/cms.h>
#include <openssl/ess.h>
#include <openssl/pem.h>
#include <openssl/ts.h>

#include "base/clock.h"
#include "firme/revoche.h"
#include "pki.h"

static const char prose[] = "Relazione sociale, 21 novembre 2026.\n";
#define PROSE prose, sizeof prose - 1
#define GIORNO 86400

static int64_t ora;		/* of the tests; stamps are made about now */

static const char make_people[] =
    "g() { date -u -d \"$1\" +%Y%m%d; }; radice radice; radice altra\n"
    "printf 'Relazione sociale, 21 novembre 2026.\\n' > testo\n"
    "d=$(g '-90 days')\n"
    "p() { certifica $1 radice $d $2 $3; }\n"
    "p ada $(g '+900 days') persona; p bruno $(g '+900 days') persona\n"
    "p breve $(g '+2 days') persona\n"
    "p ritirata $(g '+900 days') persona\n"
    "p tsa $(g '+900 days') marca; p tsa2 $(g '+900 days') marca\n"
    "p risponde $(g '+900 days') ocsp\n"
    "certifica estranea altra $d $(g '+900 days') persona\n"
    "certifica tsa-altrui altra $d $(g '+900 days') marca\n"
    "p12() { openssl pkcs12 -export -inkey $1.key -in $1.crt -passout pass: "
	"-out $1.p12; }; p12 ada; p12 breve; p12 ritirata\n";

/* Revoked ten days from now: a signature of now was good. */
static const char make_lists[] =
    "t() { date -u -d \"$1\" +$2%m%d%H%M%SZ; }\n"
    "ritira() { awk -F'\\t' -v OFS='\\t' -v n=\"CN=$1\\$\" -v d=$2 "
	"'$6 ~ n { $1 = \"R\"; $3 = d } { print }' radice.db/index > i; "
	"mv i radice.db/index; }\n"
    "crl() { openssl ca -gencrl -config radice.db/cnf -crl_lastupdate "
	"$(t \"$1\" %Y) -crl_nextupdate $(t \"$2\" %Y) -out $3.crl; }\n"
    "crl '-1 day' '+5 days' oggi\n"
    "ritira ritirata $(t '+10 days' %y),superseded; "
	"crl '+15 days' '+30 days' poi\n"
    "ritira tsa2 $(t '-10 days' %y),keyCompromise\n"
    "crl '-1 day' '+5 days' tsa2\n"
    /* an authority for stamps */
    "cat > tsa.cnf <<FINE\n"
    "[tsa]\ndefault_tsa=c\n[c]\nserial=tsa.serie\n"
    "default_policy=1.2.3.4\ndigests=sha256\naccuracy=secs:1\n"
    "ess_cert_id_alg=sha256\nsigner_digest=sha256\n"
    "FINE\necho 01 > tsa.serie\n";

/* marca REQUEST AUTHORITY → REQUEST.AUTHORITY.tsr */
static const char marca_sh[] =
    "marca() { openssl ts -reply -config tsa.cnf -queryfile $1 -signer "
	"$2.crt -inkey $2.key -out $1.$2.tsr 2>/dev/null; }\n";

/* A CAdES by NAME.p12, left in NAME.p7m, and its request in NAME.tsq. */
static void
make_signature(const char *name)
{
	struct byte_dati p12 = letto(arena_printf(arena, "%s.p12", name));
	AUTO(firmatario) f = NULL;
	AUTO_BUF p7m = { 0 }, tsq = { 0 };

	if (firmatario_p12(&f, p12.p, p12.n, NULL) != 0 ||
	    firma_cades(&p7m, f, false, PROSE, time(NULL)) != 0 ||
	    marca_chiedi(&tsq, p7m.data, p7m.len) != 0)
		fail_msg("%s: %s", name, err_msg());
	scritto(arena_printf(arena, "%s.p7m", name), p7m.data, p7m.len);
	scritto(arena_printf(arena, "%s.tsq", name), tsq.data, tsq.len);
}

static int
setup(void **state)
{
	(void)state;
	if (pki_make(make_people) != 0 || sh(make_lists) != 0)
		return -1;
	ora = time(NULL) + 3600;
	make_signature("ada");
	make_signature("breve");
	make_signature("ritirata");
	return sh(arena_printf(arena, "%s%s", marca_sh,
	    "for n in ada breve ritirata; do marca $n.tsq tsa; done\n"
	    "marca breve.tsq tsa2; marca breve.tsq tsa-altrui\n"
	    "openssl ts -query -data testo -sha1 -cert -out sha1.tsq "
	    "2>/dev/null; marca sha1.tsq tsa\n"));
}

static int
teardown(void **state)
{
	(void)state;
	return pki_remove();
}

/* ---- helpers ---- */

static int
put_stamp(const char *name, const char *tsr, const char *out)
{
	struct byte_dati p7m = letto(name), answer = letto(tsr);
	AUTO_BUF b = { 0 };
	int r = marca_metti(&b, p7m.p, p7m.n, answer.p, answer.n);

	if (r == 0)
		scritto(out, b.data, b.len);
	return r;
}

struct contorno {		/* names of files; NULL: none */
	const char *radice, *tsa, *crl, *crl2, *ocsp;
	int64_t ora;
};

static struct nodo *
verify(const char *file, const struct contorno *c, struct prova **prove)
{
	struct byte_dati b = letto(file), root[2] = { { NULL, 0 } },
	    tsa[2] = { { NULL, 0 } }, crl[3] = { { NULL, 0 } },
	    ocsp[2] = { { NULL, 0 } };
	struct fiducia f = { .radici = root, .radici_tsa = tsa, .crl = crl,
	    .ocsp = ocsp, .ora = c->ora };
	AUTO_BUF contenuto = { 0 };
	struct nodo *n = NULL;
	int i = 0;

	if (c->radice != NULL)
		root[0] = letto(c->radice);
	if (c->tsa != NULL)
		tsa[0] = letto(c->tsa);
	if (c->crl != NULL)
		crl[i++] = letto(c->crl);
	if (c->crl2 != NULL)
		crl[i++] = letto(c->crl2);
	crl[i] = (struct byte_dati){ NULL, 0 };
	if (c->ocsp != NULL)
		ocsp[0] = letto(c->ocsp);
	if (verifica_cms(&n, &contenuto, prove, arena, b.p, b.n, NULL, &f) !=
	    0)
		fail_msg("%s: %s", file, err_msg());
	/* the same in all: the content can be read */
	assert_string_equal(buf_str(&contenuto), prose);
	return n;
}

static bool
has_reason(const struct nodo *firma, const char *codice)
{
	const struct nodo *m;

	for (m = nodo_child(firma, "motivo"); m != NULL;
	    m = nodo_next(m, "motivo"))
		if (strcmp(nodo_attr(m, "codice"), codice) == 0)
			return true;
	return false;
}

static void
expect(const struct nodo *n, const char *esito, const char *codice)
{
	const struct nodo *firma = nodo_child(n, "firma");
	AUTO_BUF b = { 0 };

	assert_non_null(firma);
	if (strcmp(nodo_attr(firma, "esito"), esito) == 0 &&
	    (codice == NULL || has_reason(firma, codice)))
		return;
	nodo_write(&b, n);
	fail_msg("not %s, %s: %s", esito, codice != NULL ? codice : "-",
	    buf_str(&b));
}

/* ---- stamps ---- */

static void
stamps(void **state)
{
	struct contorno c = { "radice.crt", "radice.crt", "oggi.crl", NULL,
	    NULL, ora };
	struct prova *prove = NULL, *p;
	struct nodo *n;
	int marks = 0;

	(void)state;
	assert_int_equal(put_stamp("ada.p7m", "ada.tsq.tsa.tsr", "ada-t.p7m"),
	    0);
	n = verify("ada-t.p7m", &c, &prove);
	expect(n, "valida", NULL);
	assert_string_equal(nodo_value(arena, n, "firma/@profilo"), "CAdES-T");
	assert_string_equal(nodo_value(arena, n, "firma/ora/@fonte"), "marca");
	assert_string_equal(nodo_value(arena, n, "firma/ora/@marca"),
	    nodo_value(arena, n, "firma/ora/@riferimento"));
	for (p = prove; p != NULL; p = p->succ)
		marks += strcmp(p->tipo, "marca") == 0;
	assert_int_equal(marks, 1);
	/* others accept it with the stamp in it */
	assert_int_equal(sh("openssl cms -verify -cades -binary -inform DER "
	    "-purpose any -CAfile radice.crt -in ada-t.p7m -out fuori "
	    "2>/dev/null; cmp fuori testo\n"
	    "openssl ts -verify -queryfile ada.tsq -in ada.tsq.tsa.tsr "
	    "-CAfile radice.crt >/dev/null 2>&1\n"), 0);
}

/* A certificate that ends, or is revoked, after the stamp: only the stamp
 * helps; and only a good one. */
static void
stamp_outlives(void **state)
{
	struct contorno c = { "radice.crt", "radice.crt", "oggi.crl", NULL,
	    NULL, ora + 5 * GIORNO };
	struct nodo *n;

	(void)state;
	expect(verify("breve.p7m", &c, NULL), "scaduta",
	    "certificato-scaduto");
	assert_int_equal(put_stamp("breve.p7m", "breve.tsq.tsa.tsr",
	    "breve-t.p7m"), 0);
	expect(verify("breve-t.p7m", &c, NULL), "valida", NULL);
	c.tsa = NULL;			/* nobody is trusted for stamps */
	expect(verify("breve-t.p7m", &c, NULL), "scaduta", "marca-ignota");
	c = (struct contorno){ "radice.crt", "radice.crt", "poi.crl", NULL,
	    NULL, ora + 12 * GIORNO };
	expect(verify("ritirata.p7m", &c, NULL), "revocata",
	    "certificato-revocato");
	assert_int_equal(put_stamp("ritirata.p7m", "ritirata.tsq.tsa.tsr",
	    "ritirata-t.p7m"), 0);
	n = verify("ritirata-t.p7m", &c, NULL);
	expect(n, "valida", NULL);
}

static void
bad_stamps(void **state)
{
	struct contorno c = { "radice.crt", "radice.crt", "oggi.crl", NULL,
	    NULL, ora + 5 * GIORNO };
	struct nodo *n;

	(void)state;
	/* by an authority of others */
	assert_int_equal(put_stamp("breve.p7m", "breve.tsq.tsa-altrui.tsr",
	    "breve-altrui.p7m"), 0);
	expect(verify("breve-altrui.p7m", &c, NULL), "scaduta",
	    "marca-ignota");
	/* by one that had been revoked: proves nothing */
	assert_int_equal(put_stamp("breve.p7m", "breve.tsq.tsa2.tsr",
	    "breve-tsa2.p7m"), 0);
	c.crl = "tsa2.crl";
	expect(verify("breve-tsa2.p7m", &c, NULL), "scaduta", "marca-ignota");
	/* by one of which nothing is known: no further than "integra" */
	assert_int_equal(put_stamp("breve.p7m", "breve.tsq.tsa.tsr",
	    "breve-t.p7m"), 0);
	c.crl = NULL;
	n = verify("breve-t.p7m", &c, NULL);
	expect(n, "integra", "marca-revoca-non-nota");
	assert_string_equal(nodo_value(arena, n, "firma/ora/@fonte"), "marca");
	/* a stamp later than when we had the file moves nothing */
	c.crl = "oggi.crl";
	c.ora = time(NULL) - GIORNO / 2;
	n = verify("breve-t.p7m", &c, NULL);
	assert_string_equal(nodo_value(arena, n, "firma/ora/@fonte"),
	    "registrazione");
}

/* A stamp that is moved to another signature is worth nothing there. */
static void
moved_stamp(void **state)
{
	struct contorno c = { "radice.crt", "radice.crt", "oggi.crl", NULL,
	    NULL, ora + 5 * GIORNO };
	struct byte_dati from = letto("ritirata.tsq.tsa.tsr");
	struct byte_dati to = letto("breve.p7m");
	const unsigned char *p = from.p, *q = to.p;
	TS_RESP *resp = d2i_TS_RESP(NULL, &p, (long)from.n);
	CMS_ContentInfo *cms = d2i_CMS_ContentInfo(NULL, &q, (long)to.n);
	CMS_SignerInfo *si = sk_CMS_SignerInfo_value(
	    CMS_get0_SignerInfos(cms), 0);
	unsigned char *token = NULL, *der = NULL;
	int n = i2d_PKCS7(TS_RESP_get_token(resp), &token);

	(void)state;
	assert_int_equal(CMS_unsigned_add1_attr_by_NID(si,
	    NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token, n), 1);
	n = i2d_CMS_ContentInfo(cms, &der);
	scritto("spostata.p7m", der, (size_t)n);
	expect(verify("spostata.p7m", &c, NULL), "scaduta",
	    "marca-non-valida");
	/* and what is no stamp is nothing */
	assert_int_equal(CMS_unsigned_add1_attr_by_NID(si,
	    NID_id_smime_aa_timeStampToken, V_ASN1_OCTET_STRING, "x", 1), 1);
	OPENSSL_free(der);
	der = NULL;
	n = i2d_CMS_ContentInfo(cms, &der);
	scritto("spostata.p7m", der, (size_t)n);
	expect(verify("spostata.p7m", &c, NULL), "scaduta", NULL);
	OPENSSL_free(token);
	OPENSSL_free(der);
	TS_RESP_free(resp);
	CMS_ContentInfo_free(cms);
}

/* The last byte of `from`, which is of a signature, changed. */
static void
spoilt(const char *to, const char *from)
{
	struct byte_dati b = letto(from);
	unsigned char *p = arena_memdup(arena, b.p, b.n);

	p[b.n - 1] ^= 1;
	scritto(to, p, b.n);
}

static void
refuses_answers(void **state)
{
	struct contorno c = { "radice.crt", "radice.crt", "oggi.crl", NULL,
	    NULL, ora + 5 * GIORNO };

	(void)state;
	/* a yes without a stamp; a stamp that nobody signed */
	scritto("vuota.tsr", "\x30\x05\x30\x03\x02\x01\x00", 7);
	assert_int_equal(put_stamp("ada.p7m", "vuota.tsr", "x"), ERR_INVALID);
	assert_non_null(strstr(err_msg(), "non è una marca"));
	spoilt("guasta.tsr", "ada.tsq.tsa.tsr");
	assert_int_equal(put_stamp("ada.p7m", "guasta.tsr", "x"), ERR_INVALID);
	assert_non_null(strstr(err_msg(), "non è firmata come si deve"));
	assert_int_equal(put_stamp("breve.p7m", "breve.tsq.tsa.tsr",
	    "breve-t.p7m"), 0);
	spoilt("breve-guasta.p7m", "breve-t.p7m");
	expect(verify("breve-guasta.p7m", &c, NULL), "scaduta",
	    "marca-non-valida");
	assert_int_equal(put_stamp("ada.p7m", "breve.tsq.tsa.tsr", "x"),
	    ERR_INVALID);
	assert_non_null(strstr(err_msg(), "di un'altra firma"));
	assert_int_equal(put_stamp("ada.p7m", "sha1.tsq.tsa.tsr", "x"),
	    ERR_INVALID);
	assert_non_null(strstr(err_msg(), "rifiuta la marca"));
	assert_int_equal(put_stamp("ada.p7m", "testo", "x"), ERR_INVALID);
	assert_non_null(strstr(err_msg(), "non è una marca"));
	assert_int_equal(put_stamp("testo", "ada.tsq.tsa.tsr", "x"),
	    ERR_INVALID);
	assert_false(file_exists(arena_printf(arena, "%s/x", pki)));
}

/* ---- the office's command ---- */

static int
apply(const char *script, const char *out)
{
	struct byte_dati p7m = letto("ada.p7m");
	AUTO_BUF b = { 0 };
	int r;

	if (script != NULL) {
		scritto("comando", script, strlen(script));
		assert_int_equal(sh("chmod 700 comando"), 0);
		setenv("CARTELLA_TSA", arena_printf(arena, "%s/comando", pki),
		    1);
	} else {
		unsetenv("CARTELLA_TSA");
	}
	r = marca_applica(&b, p7m.p, p7m.n);
	unsetenv("CARTELLA_TSA");
	if (r == 0)
		scritto(out, b.data, b.len);
	else
		assert_int_equal(b.len, 0);
	return r;
}

static void
by_command(void **state)
{
	static const struct {
		const char *script, *why;
	} bad[] = {
		{ "#!/bin/sh\necho la rete non va >&2; exit 1\n",
		    "la rete non va" },
		{ "#!/bin/sh\nexit 0\n", "non è arrivata" },
		{ "#!/bin/sh\nhead -c 3000000 /dev/zero\n", "comando" },
		{ "#!/nessuno\n", "comando" },
		{ "#!/bin/sh\necho ciao\n", "non è una marca" },
		{ "#!/bin/sh\ncat \"${0%/*}/breve.tsq.tsa.tsr\"\n",
		    "di un'altra firma" },
	};
	struct contorno c = { "radice.crt", "radice.crt", "oggi.crl", NULL,
	    NULL, ora };
	struct byte_dati p7m = letto("ada.p7m"), same;
	AUTO_BUF b = { 0 };
	size_t i;

	(void)state;
	assert_int_equal(apply(NULL, "senza.p7m"), 0);
	same = letto("senza.p7m");
	assert_int_equal(same.n, p7m.n);
	assert_memory_equal(same.p, p7m.p, p7m.n);
	assert_int_equal(apply("#!/bin/sh\ncd \"${0%/*}\"; cat > q; "
	    "openssl ts -reply -config tsa.cnf -queryfile q -signer tsa.crt "
	    "-inkey tsa.key 2>/dev/null\n", "con.p7m"), 0);
	assert_string_equal(nodo_value(arena, verify("con.p7m", &c, NULL),
	    "firma/@profilo"), "CAdES-T");
	for (i = 0; i < NELEM(bad); i++) {
		int r = apply(bad[i].script, "x");

		if ((r != ERR_ABSENT && r != ERR_INVALID) ||
		    strstr(err_msg(), bad[i].why) == NULL)
			fail_msg("%zu: %d %s", i, r, err_msg());
	}
	setenv("CARTELLA_TSA", "comando", 1);
	assert_int_equal(marca_applica(&b, p7m.p, p7m.n), ERR_ABSENT);
	unsetenv("CARTELLA_TSA");
}

/* ---- OCSP ---- */

static const char ocsp_sh[] =
    "r() { openssl ocsp -index radice.db/index -CA radice.crt -rsigner "
	"$1.crt -rkey $1.key -reqin $2.req -respout $3.ocsp $4 >/dev/null "
	"2>&1; }\n"
    "for n in ada tsa2; do openssl ocsp -issuer radice.crt -cert $n.crt "
	"-reqout $n.req -no_nonce >/dev/null 2>&1; done\n"
    "openssl ocsp -sha256 -issuer radice.crt -cert ada.crt -reqout "
	"ada256.req -no_nonce >/dev/null 2>&1\n"
    "r risponde ada buona '-ndays 7'; r radice ada da-radice '-ndays 7'\n"
    "r bruno ada abusiva '-ndays 7'; r risponde tsa2 revocata '-ndays 7'\n"
    "r risponde ada256 sha256 '-ndays 7'; r risponde ada senza-fine; "
	"r risponde ada chiave '-resp_key_id -ndays 7'\n"
    "awk -F'\\t' -v OFS='\\t' '$6 ~ /CN=ada$/ { $1 = \"R\"; "
	"$3 = \"'$(date -u -d -5days +%y%m%d)'000000Z\" } { print }' "
	"radice.db/index > i; cp i radice.db/index\n"
    "r risponde ada cattiva '-ndays 7'\n"
    /* by a digest that is no more; of a certificate it does not know */
    "r risponde ada debole '-ndays 7 -rmd sha1'\n"
    "sed -i '/CN=ada$/d' radice.db/index; r risponde ada ignota '-ndays 7'\n";

/* Who answers, as it is shown: so many digits of a key, or a name. */
static void
responder_is(const char *file, size_t digits)
{
	struct byte_dati b = letto(file);
	struct revoche x;

	assert_int_equal(revoche_read(&x, arena, b.p, b.n), 0);
	assert_string_equal(x.tipo, "ocsp");
	assert_true(x.al > x.dal);
	if (digits == 0)
		assert_non_null(strstr(x.emittente, "CN=risponde"));
	else
		assert_int_equal(strspn(x.emittente, "0123456789abcdef"),
		    digits);
	assert_int_equal(revoche_read(&x, arena, b.p, b.n / 2), ERR_INVALID);
	assert_int_equal(revoche_read(&x, arena, "", 0), ERR_INVALID);
}

static void
ocsp(void **state)
{
	struct contorno c = { "radice.crt", NULL, NULL, NULL, NULL, ora };
	struct prova *prove = NULL;

	(void)state;
	assert_int_equal(sh(ocsp_sh), 0);
	expect(verify("ada.p7m", &c, NULL), "integra", "revoca-non-nota");
	c.ocsp = "buona.ocsp";
	expect(verify("ada.p7m", &c, &prove), "valida", NULL);
	assert_string_equal(prove->succ->succ->tipo, "ocsp");
	c.ocsp = "da-radice.ocsp";
	expect(verify("ada.p7m", &c, NULL), "valida", NULL);
	c.ocsp = "sha256.ocsp";
	expect(verify("ada.p7m", &c, NULL), "valida", NULL);
	c.ocsp = "chiave.ocsp";		/* who answers is a key, not a name */
	expect(verify("ada.p7m", &c, NULL), "valida", NULL);
	responder_is("chiave.ocsp", 40);
	responder_is("buona.ocsp", 0);
	c.ocsp = "revocata.ocsp";		/* of another certificate */
	expect(verify("ada.p7m", &c, NULL), "integra", "revoca-non-nota");
	c.ocsp = "abusiva.ocsp";		/* by somebody not named */
	expect(verify("ada.p7m", &c, NULL), "integra", "revoca-non-nota");
	c.ocsp = "debole.ocsp";
	expect(verify("ada.p7m", &c, NULL), "integra", "revoca-non-nota");
	c.ocsp = "ignota.ocsp";
	expect(verify("ada.p7m", &c, NULL), "integra", "revoca-non-nota");
	c.ocsp = "testo";
	expect(verify("ada.p7m", &c, NULL), "integra", "revoca-non-nota");
	c.ocsp = "cattiva.ocsp";
	expect(verify("ada.p7m", &c, NULL), "revocata",
	    "certificato-revocato");
	c.crl = "oggi.crl";	/* a list that did not know yet */
	expect(verify("ada.p7m", &c, NULL), "revocata",
	    "certificato-revocato");
	/* before it was revoked */
	c = (struct contorno){ "radice.crt", NULL, NULL, NULL, "cattiva.ocsp",
	    ora - 20 * GIORNO };
	expect(verify("ada.p7m", &c, NULL), "valida", NULL);
	/* too long after an answer, with an end and without */
	c.ocsp = "buona.ocsp";
	c.ora = ora + 8 * GIORNO;
	expect(verify("ada.p7m", &c, NULL), "integra", "revoca-non-nota");
	c.ocsp = "senza-fine.ocsp";
	c.ora = ora + GIORNO;
	expect(verify("ada.p7m", &c, NULL), "integra", "revoca-non-nota");
	c.ora = ora - GIORNO;
	expect(verify("ada.p7m", &c, NULL), "valida", NULL);
}

/* ---- counter-signatures ---- */

static void
wrap(struct buf *out, unsigned char tag, const struct buf *in)
{
	assert_true(in->len < 65536);
	buf_putc(out, (char)tag);
	if (in->len >= 128) {
		buf_putc(out, (char)0x82);
		buf_putc(out, (char)(in->len >> 8));
	}
	buf_putc(out, (char)(in->len & 0xff));
	buf_append(out, in->data, in->len);
}

/* <attr> of one value, appended. */
static void
attribute(struct buf *out, int nid, int type, const void *p, int n)
{
	X509_ATTRIBUTE *at = X509_ATTRIBUTE_create_by_NID(NULL, nid, type, p,
	    n);
	unsigned char *der = NULL;
	int len = i2d_X509_ATTRIBUTE(at, &der);

	assert_true(len > 0);
	buf_append(out, der, (size_t)len);
	OPENSSL_free(der);
	X509_ATTRIBUTE_free(at);
}

static X509 *
cert_of(const char *name)
{
	struct byte_dati b = letto(arena_printf(arena, "%s.crt", name));
	BIO *bio = BIO_new_mem_buf(b.p, (int)b.n);
	X509 *c = PEM_read_bio_X509(bio, NULL, NULL, NULL);

	BIO_free(bio);
	assert_non_null(c);
	return c;
}

static EVP_PKEY *
key_of(const char *name)
{
	struct byte_dati b = letto(arena_printf(arena, "%s.key", name));
	BIO *bio = BIO_new_mem_buf(b.p, (int)b.n);
	EVP_PKEY *k = PEM_read_bio_PrivateKey(bio, NULL, NULL, NULL);

	BIO_free(bio);
	assert_non_null(k);
	return k;
}

/* message-digest (RFC 5652 11.4: no content-type) and, with `ess`, the
 * certificate. */
static void
attributes(struct buf *out, X509 *c, const ASN1_OCTET_STRING *over, bool ess)
{
	unsigned char md[32], *der = NULL;
	ESS_SIGNING_CERT_V2 *v2;
	int len;

	EVP_Digest(ASN1_STRING_get0_data(over),
	    (size_t)ASN1_STRING_length(over), md, NULL, EVP_sha256(), NULL);
	attribute(out, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, md, 32);
	if (!ess)
		return;
	v2 = OSSL_ESS_signing_cert_v2_new_init(EVP_sha256(), c, NULL, 0);
	len = i2d_ESS_SIGNING_CERT_V2(v2, &der);
	attribute(out, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE,
	    der, len);
	OPENSSL_free(der);
	ESS_SIGNING_CERT_V2_free(v2);
}

/* SignerInfo of `who` over those bytes. */
static void
signer_info(struct buf *out, const char *who, const ASN1_OCTET_STRING *over,
    bool ess)
{
	static const char sha256[] = "\x30\x0b\x06\x09\x60\x86\x48\x01\x65"
	    "\x03\x04\x02\x01";
	static const char ecdsa[] = "\x30\x0a\x06\x08\x2a\x86\x48\xce\x3d\x04"
	    "\x03\x02";
	AUTO_BUF body = { 0 }, sid = { 0 }, attrs = { 0 }, set = { 0 },
	    sig = { 0 };
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	EVP_PKEY *k = key_of(who);
	X509 *c = cert_of(who);
	unsigned char value[256], *der = NULL;
	size_t n = sizeof value;
	int len;

	attributes(&attrs, c, over, ess);
	wrap(&set, 0x31, &attrs);
	assert_int_equal(EVP_DigestSignInit(ctx, NULL, EVP_sha256(), NULL, k),
	    1);
	assert_int_equal(EVP_DigestSign(ctx, value, &n, (unsigned char *)
	    set.data, set.len), 1);
	buf_append(&body, "\x02\x01\x01", 3);
	len = i2d_X509_NAME(X509_get_issuer_name(c), &der);
	buf_append(&sid, der, (size_t)len);
	OPENSSL_free(der);
	der = NULL;
	len = i2d_ASN1_INTEGER(X509_get_serialNumber(c), &der);
	buf_append(&sid, der, (size_t)len);
	OPENSSL_free(der);
	wrap(&body, 0x30, &sid);
	buf_append(&body, sha256, sizeof sha256 - 1);
	wrap(&body, 0xa0, &attrs);
	buf_append(&body, ecdsa, sizeof ecdsa - 1);
	buf_append(&sig, value, n);
	wrap(&body, 0x04, &sig);
	wrap(out, 0x30, &body);
	EVP_MD_CTX_free(ctx);
	EVP_PKEY_free(k);
	X509_free(c);
}

/* ada.p7m, counter-signed; `spoil` alters the counter-signature. */
static void
counter_sign(const char *out, const char *who, bool ess, bool spoil,
    int times)
{
	struct byte_dati b = letto("ada.p7m");
	const unsigned char *q = b.p;
	CMS_ContentInfo *cms = d2i_CMS_ContentInfo(NULL, &q, (long)b.n);
	CMS_SignerInfo *si = sk_CMS_SignerInfo_value(
	    CMS_get0_SignerInfos(cms), 0);
	X509 *c = cert_of(who);
	unsigned char *der = NULL;
	AUTO_BUF info = { 0 };
	int n;

	signer_info(&info, who, CMS_SignerInfo_get0_signature(si), ess);
	if (spoil)
		info.data[info.len - 2] ^= 1;
	assert_int_equal(CMS_add1_cert(cms, c), 1);
	while (times-- > 0)
		assert_int_equal(CMS_unsigned_add1_attr_by_NID(si,
		    NID_pkcs9_countersignature, V_ASN1_SEQUENCE, info.data,
		    (int)info.len), 1);
	n = i2d_CMS_ContentInfo(cms, &der);
	scritto(out, der, (size_t)n);
	OPENSSL_free(der);
	X509_free(c);
	CMS_ContentInfo_free(cms);
}

static void
counter_signatures(void **state)
{
	static const struct {
		const char *who;
		bool ess, spoil;
		const char *esito;
	} some[] = {
		{ "bruno", true, false, "valida" },
		{ "bruno", false, false, "integra" },
		{ "bruno", true, true, "non-valida" },
		{ "estranea", true, false, "ignota" },
	};
	struct contorno c = { "radice.crt", NULL, "oggi.crl", NULL, NULL,
	    ora };
	struct nodo *n;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(some); i++) {
		counter_sign("contro.p7m", some[i].who, some[i].ess,
		    some[i].spoil, 1);
		n = verify("contro.p7m", &c, NULL);
		expect(n, "valida", NULL);
		/* its own verdict; the file is as good as the worst in it */
		assert_string_equal(nodo_value(arena, n,
		    "firma/firma/@esito"), some[i].esito);
		assert_string_equal(nodo_attr(n, "esito"),
		    nodo_value(arena, n, "firma/firma/@esito"));
	}
	/* more than are looked at */
	counter_sign("contro.p7m", "bruno", true, false, 101);
	n = verify("contro.p7m", &c, NULL);
	assert_string_equal(nodo_attr(n, "esito"), "non-verificata");
	assert_int_equal(nodo_count(nodo_child(n, "firma"), "firma"), 100);
}

/* ---- an envelope with a stamp (RFC 5544) ---- */

/* `file` in one, with the stamp in `token`; `meta` before it, under the stamp
 * too when it begins with a true. */
static void
envelope(const char *out, const char *file, const char *token,
    const char *meta, size_t meta_n)
{
	static const char oid[] = "\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09"
	    "\x10\x01\x1f";
	struct byte_dati content = letto(file), stamp = letto(token);
	AUTO_BUF c = { 0 }, body = { 0 }, pair = { 0 }, seq = { 0 },
	    data = { 0 }, in = { 0 }, whole = { 0 };

	buf_append(&body, "\x02\x01\x01", 3);
	buf_append(&body, meta, meta_n);
	buf_append(&c, content.p, content.n);
	wrap(&body, 0x04, &c);
	buf_append(&pair, stamp.p, stamp.n);
	wrap(&seq, 0x30, &pair);
	wrap(&body, 0xa0, &seq);
	wrap(&data, 0x30, &body);
	buf_append(&in, oid, sizeof oid - 1);
	wrap(&in, 0xa0, &data);
	wrap(&whole, 0x30, &in);
	assert_true(cms_sembra(whole.data, whole.len));
	scritto(out, whole.data, whole.len);
}

static const char tsd_sh[] =
    "q() { openssl ts -query -data $1 -sha256 -cert -out q 2>/dev/null; "
	"openssl ts -reply -config tsa.cnf -queryfile q -signer tsa.crt "
	"-inkey tsa.key -token_out -out $2 2>/dev/null; }\n"
    "q breve.p7m breve.tok; q testo testo.tok\n"
    "{ printf '\\060\\003\\001\\001\\377'; cat breve.p7m; } > con-meta; "
	"q con-meta con-meta.tok\n";

static void
envelopes(void **state)
{
	struct contorno c = { "radice.crt", "radice.crt", "oggi.crl", NULL,
	    NULL, ora + 5 * GIORNO };
	struct nodo *n;

	(void)state;
	assert_int_equal(sh(tsd_sh), 0);
	/* too late without the stamp of the envelope, and not with it */
	expect(verify("breve.p7m", &c, NULL), "scaduta", NULL);
	envelope("breve.tsd", "breve.p7m", "breve.tok", "", 0);
	n = verify("breve.tsd", &c, NULL);
	assert_string_equal(nodo_attr(n, "esito"), "valida");
	assert_string_equal(nodo_value(arena, n, "firme/firma/ora/@fonte"),
	    "marca");
	/* with a description under the stamp, or not under it */
	envelope("meta.tsd", "breve.p7m", "con-meta.tok",
	    "\x30\x03\x01\x01\xff", 5);
	assert_string_equal(nodo_attr(verify("meta.tsd", &c, NULL), "esito"),
	    "valida");
	envelope("meta.tsd", "breve.p7m", "breve.tok", "\x30\x03\x01\x01\x00",
	    5);
	assert_string_equal(nodo_attr(verify("meta.tsd", &c, NULL), "esito"),
	    "valida");
	/* a stamp of something else proves nothing */
	envelope("altra.tsd", "breve.p7m", "testo.tok", "", 0);
	n = verify("altra.tsd", &c, NULL);
	assert_string_equal(nodo_attr(n, "esito"), "scaduta");
	assert_true(has_reason(nodo_find(n, "firme/firma"),
	    "marca-non-valida"));
	/* nor is a stamp a signature */
	envelope("testo.tsd", "testo", "testo.tok", "", 0);
	n = verify("testo.tsd", &c, NULL);
	assert_string_equal(nodo_attr(n, "esito"), "non-verificata");
	assert_null(nodo_child(n, "firma"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stamps),
		cmocka_unit_test(stamp_outlives),
		cmocka_unit_test(bad_stamps),
		cmocka_unit_test(moved_stamp),
		cmocka_unit_test(refuses_answers),
		cmocka_unit_test(by_command),
		cmocka_unit_test(ocsp),
		cmocka_unit_test(counter_signatures),
		cmocka_unit_test(envelopes),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
