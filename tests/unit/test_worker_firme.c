/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Signatures of received files, in their cage: what kind a file is, detached
 * ones, PDFs that grow, signed files within signed files, damage.  (What makes
 * a CMS or an XML signature good is for test_cms and test_xades.)
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <unistd.h>

#include "base/clock.h"
#include "pki.h"
#include "pdf_firmato.h"
#include "worker/worker.h"
#include "xml/xml.h"

#define FILTRO "ETSI.CAdES.detached"

static const char make[] =
    "radice prova\n"
    "certifica ada prova 20250101 20350101 persona '/C=IT/CN=Ada Esempio'\n"
    "openssl ca -config prova.db/cnf -gencrl -crl_lastupdate 20261001000000Z "
	"-crl_nextupdate 20270101000000Z -out prova.crl 2>/dev/null\n"
    "firma() { openssl cms -sign -binary -cades -nosmimecap -md sha256 "
	"-outform DER -signer ada.crt -inkey ada.key \"$@\"; }\n"
    "echo 'Relazione sociale.' > nota.txt; echo 'Altra.' > altra.txt\n"
    "firma -nodetach -in nota.txt -out nota.txt.p7m\n"
    "firma -in nota.txt -out nota.txt.p7s\n"
    "head -c 600 nota.txt.p7m > tronco.p7m\n"
    "base64 nota.txt.p7m > base64.p7m\n";

static struct byte_dati radici[2], crl[2];
static struct fiducia fidata;

static int
setup(void **state)
{
	(void)state;
	if (pki_make(make) != 0)
		return -1;
	radici[0] = letto("prova.crt");
	crl[0] = letto("prova.crl");
	fidata = (struct fiducia){ .radici = radici, .crl = crl };
	return clock_parse(&fidata.ora, "2026-11-20T10:00:00+01:00");
}

static int
teardown(void **state)
{
	(void)state;
	return pki_remove();
}

/* ---- asking ---- */

static struct nodo *tree;
static struct buf content;
static struct prova *evidence;

static int
file_fd(const char *name)
{
	int fd = open(arena_printf(arena, "%s/%s", pki, name), O_RDONLY);

	assert_true(fd >= 0);
	return fd;
}

static int
ask(const char *name, const char *detached, const struct fiducia *f)
{
	int r, fd = file_fd(name);
	int of = detached != NULL ? file_fd(detached) : -1;

	tree = NULL;
	evidence = NULL;
	buf_clear(&content);
	err_clear();
	r = worker_firme(&tree, &content, &evidence, arena, fd, of, f);
	close(fd);
	if (of >= 0)
		close(of);
	return r;
}

static int
ask_bytes(const void *p, size_t n, const struct fiducia *f)
{
	scritto("chiesto", p, n);
	return ask("chiesto", NULL, f);
}

static void
assert_value(const char *path, const char *wanted)
{
	const char *is = nodo_value(arena, tree, path);
	AUTO_BUF whole = { 0 };

	if (is != NULL && strcmp(is, wanted) == 0)
		return;
	nodo_write(&whole, tree);
	fail_msg("%s: «%s» invece di «%s»\n%s", path, is, wanted,
	    buf_str(&whole));
}

/* Is there a reason with that code, just below n? */
static bool
says(const struct nodo *n, const char *codice)
{
	const struct nodo *m;

	for (m = nodo_child(n, "motivo"); m; m = nodo_next(m, "motivo"))
		if (strcmp(nodo_attr(m, "codice"), codice) == 0)
			return true;
	return false;
}

/* ---- CMS ---- */

static void
attached(void **state)
{
	const char *const names[] = { "nota.txt.p7m", "base64.p7m" };
	const struct fiducia nobody = { .ora = fidata.ora };
	const struct fiducia no_crl = { .radici = radici, .ora = fidata.ora };
	const struct byte_dati nota = letto("nota.txt");
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(names); i++) {
		assert_int_equal(ask(names[i], NULL, &fidata), 0);
		assert_value("@formato", "cades");
		assert_value("@esito", "valida");
		assert_value("firma/firmatario/@nome", "Ada Esempio");
		assert_int_equal(content.len, nota.n);
		assert_memory_equal(content.data, nota.p, nota.n);
		assert_non_null(evidence);
	}
	assert_int_equal(ask(names[0], NULL, &nobody), 0);
	assert_value("@esito", "ignota");
	assert_int_equal(content.len, nota.n);
	assert_int_equal(ask(names[0], NULL, &no_crl), 0);
	assert_value("@esito", "integra");
}

static void
detached(void **state)
{
	(void)state;
	assert_int_equal(ask("nota.txt.p7s", "nota.txt", &fidata), 0);
	assert_value("@esito", "valida");
	assert_int_equal(content.len, 0);
	assert_int_equal(ask("nota.txt.p7s", "altra.txt", &fidata), 0);
	assert_value("@esito", "non-valida");
	/* inside is another content than the one it is said to be of */
	assert_int_equal(ask("nota.txt.p7m", "altra.txt", &fidata), 0);
	assert_value("@esito", "non-valida");
	/* alone, nobody knows what it is of */
	if (ask("nota.txt.p7s", NULL, &fidata) == 0)
		assert_string_not_equal(nodo_attr(tree, "esito"), "valida");
}

static void
no_signature(void **state)
{
	static const char *const plain[] = { "", "ciao", "<a>ciao</a>",
	    "<a>ciao", "%PDF-1.4\n%%EOF\n", "PK\3\4" };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(plain); i++) {
		if (ask_bytes(plain[i], strlen(plain[i]),
		    &fidata) != ERR_ABSENT)
			fail_msg("«%s»: %s", plain[i], err_msg());
		assert_null(tree);
	}
}

/* Any bytes: never valid, never a death. */
static void
hostile(void **state)
{
	static const char *const bad[] = { "\x30\x80", "\x30\x84\xff\xff\xff\xff",
	    "-----BEGIN CMS-----\nAAAA\n-----END CMS-----\n",
	    "%PDF-1.7\n/ByteRange [0 1 2 3]", "<Signature><SignatureValue/>",
	    "<!DOCTYPE x [<!ENTITY a \"b\">]><x><SignatureValue/>&a;</x>" };
	size_t i;
	int r;

	(void)state;
	for (i = 0; i < NELEM(bad); i++) {
		r = ask_bytes(bad[i], strlen(bad[i]), &fidata);
		if (r == ERR_FAULT || (r == 0 && strcmp(nodo_attr(tree,
		    "esito"), "valida") == 0))
			fail_msg("«%s»: %d %s", bad[i], r, err_msg());
	}
	r = ask("tronco.p7m", NULL, &fidata);
	assert_true(r == ERR_INVALID || (r == 0 && strcmp(nodo_attr(tree,
	    "esito"), "valida") != 0));
}

/* ---- PDF ---- */

/* Signs with openssl, which knows nothing of us. */
static void
sign(struct buf *der, const struct buf *data, void *arg)
{
	struct byte_dati out;

	(void)arg;
	scritto("dati.bin", data->data, data->len);
	assert_int_equal(sh("firma() { openssl cms -sign -binary -cades "
	    "-nosmimecap -md sha256 -outform DER -signer ada.crt "
	    "-inkey ada.key \"$@\"; }\nfirma -in dati.bin -out dati.der\n"), 0);
	out = letto("dati.der");
	buf_append(der, out.p, out.n);
}

static void
pdf_whole(void **state)
{
	struct pdf_prova p = { 0 };
	size_t i;

	(void)state;
	pdf_uno(&p, arena, FILTRO, sign, NULL);
	assert_int_equal(ask_bytes(p.b.data, p.b.len, &fidata), 0);
	assert_value("@formato", "pades");
	assert_value("@esito", "valida");
	assert_value("firma/@esito", "valida");
	assert_value("firma/@profilo", "PAdES-BES");
	assert_int_equal(content.len, 0);
	assert_null(nodo_child(nodo_child(tree, "firma"), "motivo"));

	/* one byte of what it covers */
	i = pdf_last(&p.b, "/MediaBox [0 0 595") + 15;
	p.b.data[i] = '4';
	assert_int_equal(ask_bytes(p.b.data, p.b.len, &fidata), 0);
	assert_value("@esito", "non-valida");
	buf_free(&p.b);
}

/* What was added behind is said, and what was signed is given back. */
static void
pdf_grown(void **state)
{
	struct pdf_prova p = { 0 };
	size_t before;

	(void)state;
	pdf_uno(&p, arena, FILTRO, sign, NULL);
	before = p.b.len;
	pdf_aggiunta(&p);
	assert_int_equal(ask_bytes(p.b.data, p.b.len, &fidata), 0);
	assert_value("@esito", "non-verificata");
	assert_true(says(tree, "aggiunte-dopo"));
	assert_value("firma/@esito", "valida");
	assert_true(says(nodo_child(tree, "firma"), "aggiunte-dopo"));
	assert_int_equal(content.len, before);
	assert_memory_equal(content.data, p.b.data, before);

	/* even one blank */
	p.b.len = before;
	buf_putc(&p.b, ' ');
	assert_int_equal(ask_bytes(p.b.data, p.b.len, &fidata), 0);
	assert_value("@esito", "non-verificata");
	buf_free(&p.b);
}

/* What it brings of revocations counts, for it is signed; roots do not. */
static void
pdf_brings_crl(void **state)
{
	const struct fiducia no_crl = { .radici = radici, .ora = fidata.ora };
	const struct fiducia nobody = { .ora = fidata.ora };
	struct pdf_prova p = { 0 };

	(void)state;
	assert_int_equal(sh("openssl crl -in prova.crl -outform DER -out "
	    "prova.crl.der"), 0);
	pdf_uno(&p, arena, FILTRO, sign, NULL);
	assert_int_equal(ask_bytes(p.b.data, p.b.len, &no_crl), 0);
	assert_value("firma/@esito", "integra");
	pdf_dss(&p, arena, letto("prova.crl.der").p, letto("prova.crl.der").n);
	assert_int_equal(ask_bytes(p.b.data, p.b.len, &no_crl), 0);
	assert_value("firma/@esito", "valida");
	assert_value("@esito", "non-verificata");
	assert_int_equal(ask_bytes(p.b.data, p.b.len, &nobody), 0);
	assert_value("firma/@esito", "ignota");
	buf_free(&p.b);
}

static void
pdf_two(void **state)
{
	struct pdf_prova p = { 0 };
	struct nodo *first, *second;

	(void)state;
	pdf_uno(&p, arena, FILTRO, sign, NULL);
	pdf_due(&p, arena, "adbe.pkcs7.detached", sign, NULL);
	assert_int_equal(ask_bytes(p.b.data, p.b.len, &fidata), 0);
	assert_value("@esito", "valida");
	first = nodo_child(tree, "firma");
	second = nodo_next(first, "firma");
	assert_non_null(second);
	assert_true(says(first, "versione-precedente"));
	assert_false(says(second, "versione-precedente"));
	assert_int_equal(content.len, 0);
	buf_free(&p.b);
}

static void
pdf_unknown_kinds(void **state)
{
	static const char *const kinds[][2] = {
		{ "ETSI.RFC3161", "marca-del-documento" },
		{ "adbe.pkcs7.sha1", "forma-non-verificata" },
		{ "adbe.x509.rsa_sha1", "forma-non-verificata" } };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(kinds); i++) {
		struct pdf_prova p = { 0 };

		pdf_uno(&p, arena, kinds[i][0], sign, NULL);
		assert_int_equal(ask_bytes(p.b.data, p.b.len, &fidata), 0);
		assert_value("@esito", "non-verificata");
		assert_true(says(nodo_child(tree, "firma"), kinds[i][1]));
		buf_free(&p.b);
	}
}

/* A later revision has taken the field out of the form. */
static void
pdf_hidden(void **state)
{
	struct pdf_prova p = { 0 };

	(void)state;
	pdf_uno(&p, arena, FILTRO, sign, NULL);
	pdf_begin(&p);
	pdf_catalog(&p, arena, "");
	pdf_end(&p);
	assert_int_equal(ask_bytes(p.b.data, p.b.len, &fidata), 0);
	assert_value("@esito", "non-verificata");
	assert_true(says(tree, "firma-non-mostrata"));
	buf_free(&p.b);
}

/* ---- one in the other ---- */

static void
nested(void **state)
{
	struct pdf_prova p = { 0 };
	size_t before;

	(void)state;
	pdf_uno(&p, arena, FILTRO, sign, NULL);
	before = p.b.len;
	scritto("doc.pdf", p.b.data, p.b.len);
	pdf_aggiunta(&p);
	scritto("piu.pdf", p.b.data, p.b.len);
	assert_int_equal(sh("for f in doc piu; do openssl cms -sign -binary "
	    "-cades -nosmimecap -md sha256 -outform DER -signer ada.crt "
	    "-inkey ada.key -nodetach -in $f.pdf -out $f.pdf.p7m; done"), 0);

	assert_int_equal(ask("doc.pdf.p7m", NULL, &fidata), 0);
	assert_value("@formato", "cades");
	assert_value("@esito", "valida");
	assert_value("firme/@formato", "pades");
	assert_value("firme/@esito", "valida");
	assert_int_equal(content.len, before);

	/* good outside, grown inside: the whole is not valid */
	assert_int_equal(ask("piu.pdf.p7m", NULL, &fidata), 0);
	assert_value("@esito", "non-verificata");
	assert_value("firma/@esito", "valida");
	assert_value("firme/@esito", "non-verificata");
	assert_int_equal(content.len, before);
	assert_memory_equal(content.data, p.b.data, before);
	buf_free(&p.b);
}

/* ---- others look at the same PDFs ---- */

static int
others_say(const struct pdf_prova *p, const char *words)
{
	scritto("altri.pdf", p->b.data, p->b.len);
	return sh(arena_printf(arena, "pdfsig altri.pdf >detto 2>&1 || true\n"
	    "grep -q '%s' detto # may refuse", words));
}

static void
pdfsig_agrees(void **state)
{
	struct pdf_prova p = { 0 };

	(void)state;
	if (sh("command -v pdfsig >/dev/null # may refuse") != 0)
		skip();
	pdf_uno(&p, arena, FILTRO, sign, NULL);
	assert_int_equal(others_say(&p, "Signature is Valid"), 0);
	assert_int_equal(others_say(&p, "Total document signed"), 0);
	pdf_aggiunta(&p);
	assert_int_equal(others_say(&p, "Signature is Valid"), 0);
	assert_int_equal(others_say(&p, "Not total document signed"), 0);
	p.b.data[pdf_last(&p.b, "/SigFlags 3") + 10] = '1';
	assert_int_equal(others_say(&p, "Digest Mismatch"), 0);
	assert_int_equal(ask_bytes(p.b.data, p.b.len, &fidata), 0);
	assert_value("firma/@esito", "non-valida");
	buf_free(&p.b);
}

/* ---- a child that lies ---- */

static const char *const lies[] = { "nome", "coda", "prova-in-meno",
    "prova-in-piu", "altra-prova", "altro-tipo", "contenuto" };

static void
put_evidence(struct buf *out, const char *tipo, const char *bytes)
{
	buf_u32(out, 1);
	buf_block(out, tipo, strlen(tipo));
	buf_block(out, bytes, strlen(bytes));
}

/* What the child answers to a file that begins with MENTI; "" is true. */
static _Noreturn void
lie(const char *which)
{
	AUTO(arena) a = arena_new();
	struct nodo *tree_of, *prova;
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF out = { 0 };
#define IS(word) (strcmp(which, word) == 0)

	tree_of = nodo_new(a, IS("nome") ? "fermo" : "firme");
	if (!IS("prova-in-piu")) {
		prova = nodo_elem(a, nodo_elem(a, tree_of, "firma"), "prova");
		hash_hex(impronta, "x", 1);
		nodo_set(a, prova, "impronta", impronta);
		nodo_set(a, prova, "tipo", "crl");
	}
	buf_u32(&out, 0);
	nodo_pack(&out, tree_of);
	buf_block(&out, "ciao", IS("contenuto") ? 4 : 0);
	if (IS("prova-in-meno"))
		buf_u32(&out, 0);
	else
		put_evidence(&out, IS("altro-tipo") ? "ocsp" : "crl",
		    IS("altra-prova") ? "y" : "x");
	if (IS("coda"))
		buf_putc(&out, 'x');
	_exit(file_write_fd(1, out.data, out.len) != 0 ? 1 : 0);
#undef IS
}

static void
lying(void **state)
{
	const char *text;
	size_t i;

	(void)state;
	assert_int_equal(ask_bytes("MENTI", 5, &fidata), 0);
	for (i = 0; i < NELEM(lies); i++) {
		text = arena_printf(arena, "MENTI%s", lies[i]);
		if (ask_bytes(text, strlen(text), &fidata) != ERR_FAULT)
			fail_msg("%s: creduto", lies[i]);
	}
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(attached),
		cmocka_unit_test(detached),
		cmocka_unit_test(no_signature),
		cmocka_unit_test(hostile),
		cmocka_unit_test(pdf_whole),
		cmocka_unit_test(pdf_grown),
		cmocka_unit_test(pdf_brings_crl),
		cmocka_unit_test(pdf_two),
		cmocka_unit_test(pdf_unknown_kinds),
		cmocka_unit_test(pdf_hidden),
		cmocka_unit_test(nested),
		cmocka_unit_test(pdfsig_agrees),
		cmocka_unit_test(lying),
	};

	char first[64] = "";

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0) {
		if (pread(3, first, sizeof first - 1, 0) >= 5 &&
		    strncmp(first, "MENTI", 5) == 0)
			lie(first + 5);
		worker_main(argv[2]);
	}
	xml_init();
	return cmocka_run_group_tests_name("worker_firme", tests, setup,
	    teardown);
}
