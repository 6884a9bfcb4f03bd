/* SPDX-License-Identifier: EUPL-1.2 */
/* OpenPGP with the real gpg: what is signed, what is believed, what is not. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/process.h"
#include "firme/interno.h"
#include "firme/rapida.h"
#include "worker/worker.h"
#include "casa_gpg.h"

static const char prose[] = "Relazione sociale, 20 novembre 2026: perché sì.\n";
#define PROSE prose, sizeof prose - 1

/* The home where keys are made, and what the script left there. */
static struct arena *arena;
static const char *home;
static struct portachiavi *own;
/* The fast one, with the keys of own; NULL: not yet. */
static struct rapida *fast;

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

/* The fingerprint kept under that name. */
static const char *
impronta(const char *name)
{
	return casa_impronta(arena, home, name);
}

static const char make_keys[] =
    "cd $GNUPGHOME; mkdir t\n"
    "g() { gpg --batch --quiet --pinentry-mode loopback --passphrase '' "
	"\"$@\"; }\n"
    "fpr() { gpg --batch --with-colons --list-keys \"=$1\" | "
	"awk -F: '/^fpr/{print $10}' | sed -n ${2:-1}p; }\n"
    "key() { n=$1; shift; g \"$@\"; fpr \"$n\" > t/$n; }\n"
    "key ed --quick-gen-key ed ed25519 sign never\n"
    "key rsa --quick-gen-key rsa rsa3072 sign never\n"
    "key corta --quick-gen-key corta rsa1024 sign never\n"
    "key sotto --quick-gen-key sotto ed25519 cert never\n"
    "g -o t/sotto-prima.pub --export $(cat t/sotto)\n"
    "g --quick-add-key $(cat t/sotto) ed25519 sign never\n"
    "fpr sotto 2 > t/sotto-firma\n"
    "key revocata --quick-gen-key revocata ed25519 sign never\n"
    "key protetta --passphrase segreta --quick-gen-key protetta ed25519 "
	"sign never\n"
    "key scaduta --faked-system-time 20240101T000000 --quick-gen-key scaduta "
	"ed25519 sign 2y\n"
    "key vecchia --faked-system-time 20240101T000000 --quick-gen-key vecchia "
	"ed25519 sign 1y\n"
    "key segreta --quick-gen-key segreta ed25519 sign never\n"
    "key nuda --quick-gen-key nuda ed25519 cert never\n"
    "key antica --quick-gen-key antica dsa1024 sign never\n"
    "key durevole --quick-gen-key durevole ed25519 sign 9y\n"
    "cat > t/testo.txt\n";

static const char make_signatures[] =
    "cd $GNUPGHOME/t\n"
    "g() { gpg --batch --quiet --yes --pinentry-mode loopback "
	"--passphrase '' \"$@\"; }\n"
    "s() { u=$1; o=$2; shift 2; g -u $(cat $u) -o $o \"$@\" testo.txt; }\n"
    "s ed ed.sig -b; s ed ed.asc -ba; s rsa rsa.asc -ba\n"
    "s ed testuale.asc --textmode -ba; s ed sha1.asc --digest-algo SHA1 -ba\n"
    "s ed dentro.asc -sa; s ed chiaro.asc --clearsign\n"
    "s scaduta a-termine.asc --faked-system-time 20240601T000000 "
	"--default-sig-expire 1d -ba\n"
    "s vecchia vecchia.asc --faked-system-time 20240601T000000 -ba\n"
    "s corta corta.asc -ba; s sotto sotto.asc -ba\n"
    "s revocata revocata.asc -ba; s durevole durevole.asc -ba\n"
    "s ed con-chiave.asc --include-key-block -ba\n"
    "cat ed.asc ed.asc > doppia.asc; cat ed.sig ed.sig > doppia.sig\n"
    "s scaduta in-tempo.asc --faked-system-time 20240601T000000 -ba\n"
    "s scaduta in-ritardo.asc --faked-system-time 20250601T000000 -ba\n"
    "g --faked-system-time 20240602T000000 --quick-set-expire "
	"$(cat scaduta) 20241231T000000\n"
    "sed 's/^:-/-/' ../openpgp-revocs.d/$(cat revocata).rev > revoca.asc\n"
    "g -o revocata-prima.pub --export $(cat revocata)\n"
    "g --import revoca.asc\n"
    "sed 's/^:-/-/' ../openpgp-revocs.d/$(cat vecchia).rev | g --import\n"
    /* names that are two lines, no text, none */
    "n() { g --quick-gen-key \"$(printf \"$1\")\" ed25519 sign never; "
	"g -o $2.pub --export $(gpg --batch --with-colons --list-keys | "
	"awk -F: '/^fpr/{f=$10} END{print f}'); }\n"
    "n 'due\\nrighe' righe; n 'per\\362' latina\n"
    "g --export-filter 'keep-uid=uid =~ nessuno' -o anonima.pub --export "
	"$(cat ed)\n"
    "for k in ed rsa corta sotto revocata scaduta antica nuda; do "
	"g -o $k.pub --export $(cat $k); done\n"
    "LC_ALL=C sed 's/\\xda\\x47\\x0f\\x01/\\xda\\x47\\x0f\\x09/' ed.pub "
	"> ignota.pub\n"	/* a curve that there is not */
    "g -o segreta.sec --export-secret-keys $(cat segreta)\n"
    "g -o segreta.sec.asc -a --export-secret-keys $(cat segreta)\n"
    "g -o segreta.pub --export $(cat segreta)\n"
    "g -o due.asc -a --export $(cat ed) $(cat rsa)\n"
    "cat ed.pub segreta.sec > mista; cat segreta.pub segreta.sec > doppione\n";

static int
setup(void **state)
{
	char *dir = NULL;

	(void)state;
	setenv("CARTELLA_SENZA_PINENTRY", "1", 1);
	arena = arena_new();
	assert_int_equal(firme_init(), 0);
	assert_int_equal(firme_init(), 0);
	assert_int_equal(dir_temporary(&dir, arena), 0);
	home = dir;
	setenv("GNUPGHOME", home, 1);
	assert_int_equal(sh(make_keys), 0);
	assert_int_equal(file_put(arena_printf(arena, "%s/t/testo.txt", home),
	    PROSE, 0600), 0);
	assert_int_equal(sh(make_signatures), 0);
	return portachiavi_open(&own, home);
}

static int
teardown(void **state)
{
	(void)state;
	rapida_free(NULL);
	rapida_free(fast);
	portachiavi_close(own);
	sh("gpgconf --kill all");
	assert_int_equal(dir_remove(home), 0);
	arena_free(arena);
	return 0;
}

static void
fast_keys(void)
{
	static const char *const names[] = { "ed", "rsa", "corta", "sotto",
	    "revocata", "scaduta", "vecchia", "segreta", "durevole" };
	size_t i;

	assert_int_equal(rapida_new(&fast), 0);
	for (i = 0; i < NELEM(names); i++) {
		AUTO_BUF key = { 0 };

		assert_int_equal(chiave_export(&key, own, impronta(names[i])),
		    0);
		rapida_key(fast, key.data, key.len);
	}
}

/* It never says valid when gpg does not; `same`: nor the other way about. */
static void
agrees(const struct verdetto *v, const char *attesa, const struct buf *sig,
    const void *data, size_t n, bool same)
{
	bool vale;

	if (fast == NULL)
		fast_keys();
	if (attesa == NULL)
		return;
	vale = rapida_vale(fast, attesa, buf_str((struct buf *)(uintptr_t)sig),
	    sig->len, data, n);
	if (vale && v->esito != FIRMA_VALIDA)
		print_error("rapida: valida; gpg: %s (%s)\n",
		    esito_nome(v->esito), v->testo);
	assert_false(vale && v->esito != FIRMA_VALIDA);
	if (same && vale != (v->esito == FIRMA_VALIDA))
		print_error("rapida: %d; gpg: %s\n", vale, v->testo);
	assert_true(!same || vale == (v->esito == FIRMA_VALIDA));
}

/* The verdict on a signature left by the script, over the sample. */
static struct verdetto
verdict_in(struct portachiavi *p, const char *file, const char *attesa)
{
	struct verdetto v = { .testo = NULL };
	AUTO_BUF sig = { 0 };

	left(&sig, file);
	assert_int_equal(verifica_openpgp(&v, arena, p, attesa, sig.data,
	    sig.len, PROSE), 0);
	assert_non_null(v.testo);
	if (p == own)
		/* one that is not armoured is left to gpg */
		agrees(&v, attesa, &sig, PROSE, strncmp(buf_str(&sig),
		    "-----", 5) == 0);
	return v;
}

static void
esito_is(const char *file, const char *attesa, enum esito e)
{
	struct verdetto v = verdict_in(own, file, attesa);

	if (v.esito != e)
		print_error("%s: %s (%s)\n", file, esito_nome(v.esito),
		    v.testo);
	assert_int_equal(v.esito, e);
}

static void
signs_and_verifies(void **state)
{
	static const char *const names[] = { "ed", "rsa", "sotto" };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(names); i++) {
		const char *k = impronta(names[i]);
		AUTO_BUF sig = { 0 };
		struct verdetto v;

		assert_int_equal(firma_openpgp(&sig, own, k, PROSE), 0);
		assert_int_equal(strncmp(sig.data,
		    "-----BEGIN PGP SIGNATURE-----", 29), 0);
		assert_int_equal(file_put(arena_printf(arena, "%s/t/mia.asc",
		    home), sig.data, sig.len, 0600), 0);
		assert_int_equal(sh("cd $GNUPGHOME/t; "
		    "gpg --verify mia.asc testo.txt"), 0);
		v = verdict_in(own, "mia.asc", k);
		assert_int_equal(v.esito, FIRMA_VALIDA);
		assert_string_equal(v.chiave, k);
		assert_string_equal(v.testo, "firma valida");
		assert_true(llabs(v.ora - (int64_t)time(NULL)) < 120);
		esito_is("mia.asc", NULL, FIRMA_VALIDA);
	}
}

static void
signatures_of_gpg(void **state)
{
	(void)state;
	esito_is("ed.asc", impronta("ed"), FIRMA_VALIDA);
	esito_is("ed.sig", impronta("ed"), FIRMA_VALIDA);
	esito_is("rsa.asc", impronta("rsa"), FIRMA_VALIDA);
	/* a subkey signs for its primary key, and has no name of its own */
	esito_is("sotto.asc", impronta("sotto"), FIRMA_VALIDA);
	esito_is("sotto.asc", impronta("sotto-firma"), FIRMA_IGNOTA);
}

static void
other_bytes(void **state)
{
	char text[sizeof prose];
	AUTO_BUF sig = { 0 };
	struct verdetto v;
	size_t i;

	(void)state;
	left(&sig, "ed.asc");
	for (i = 0; i < sizeof prose - 1; i++) {
		memcpy(text, prose, sizeof prose);
		text[i] = (char)(text[i] ^ 1);
		assert_int_equal(verifica_openpgp(&v, arena, own,
		    impronta("ed"), sig.data, sig.len, text,
		    sizeof prose - 1), 0);
		assert_int_equal(v.esito, FIRMA_NON_VALIDA);
		assert_string_equal(v.chiave, "");
		agrees(&v, impronta("ed"), &sig, text, sizeof prose - 1, true);
	}
	assert_int_equal(verifica_openpgp(&v, arena, own, NULL, sig.data,
	    sig.len, prose, sizeof prose - 2), 0);
	assert_int_equal(v.esito, FIRMA_NON_VALIDA);
	assert_int_equal(verifica_openpgp(&v, arena, own, NULL, sig.data,
	    sig.len, NULL, 0), 0);
	assert_int_equal(v.esito, FIRMA_NON_VALIDA);
}

/*
 * Where the signed part of an ed25519 signature is: not the unhashed issuer,
 * nor the two bytes of digest after it (hints, RFC 4880 5.2.3), nor the bit
 * counts of its two numbers (gpg looks at the bytes they make).
 */
static int
is_signed(const struct buf *sig, size_t i)
{
	static const char issuer[] = { 9, 16 };	/* length, type */
	size_t hint = 0, second, at;

	for (at = 0; at + 10 < sig->len; at++)
		if (memcmp(sig->data + at, issuer, 2) == 0)
			hint = at;
	assert_true(hint > 20 && hint + 14 < sig->len);
	second = hint + 14 + (unsigned char)sig->data[hint + 13] / 8 +
	    ((unsigned char)sig->data[hint + 13] % 8 != 0) +
	    32u * (unsigned char)sig->data[hint + 12];
	return i < hint || (i >= hint + 14 && i < second) || i >= second + 2;
}

static void
other_signature_bytes(void **state)
{
	const char *k = impronta("ed");
	AUTO_BUF sig = { 0 };
	struct verdetto v;
	size_t i, tried = 0;

	(void)state;
	left(&sig, "ed.sig");
	for (i = 0; i < sig.len; i++) {
		if (!is_signed(&sig, i))
			continue;
		tried++;
		sig.data[i] = (char)(sig.data[i] ^ 4);
		assert_int_equal(verifica_openpgp(&v, arena, own, k, sig.data,
		    sig.len, PROSE), 0);
		if (v.esito == FIRMA_VALIDA)
			print_error("byte %zu of %zu\n", i, sig.len);
		assert_int_not_equal(v.esito, FIRMA_VALIDA);
		sig.data[i] = (char)(sig.data[i] ^ 4);
	}
	assert_true(tried > 95);
	for (i = 0; i < sig.len; i += 7) {
		assert_int_equal(verifica_openpgp(&v, arena, own, k, sig.data,
		    i, PROSE), 0);
		assert_int_equal(v.esito, FIRMA_NON_VALIDA);
	}
}

static void
not_a_signature(void **state)
{
	AUTO_BUF large = { 0 };
	struct verdetto v;
	size_t i;

	(void)state;
	esito_is("testo.txt", NULL, FIRMA_NON_VALIDA);
	esito_is("ed.pub", NULL, FIRMA_NON_VALIDA);
	esito_is("dentro.asc", impronta("ed"), FIRMA_NON_VALIDA);
	esito_is("chiaro.asc", impronta("ed"), FIRMA_NON_VALIDA);
	for (i = 0; i < 70000; i++)
		buf_append(&large, PROSE);
	/* gpg stops reading at once: no SIGPIPE, no error */
	assert_int_equal(verifica_openpgp(&v, arena, own, NULL, "\x88\x75zzz",
	    5, large.data, large.len), 0);
	assert_int_equal(v.esito, FIRMA_NON_VALIDA);
	assert_int_equal(verifica_openpgp(&v, arena, own, NULL, large.data,
	    large.len, PROSE), 0);
	assert_int_equal(v.esito, FIRMA_NON_VALIDA);
}

static void
several_signatures(void **state)
{
	(void)state;
	esito_is("doppia.asc", impronta("ed"), FIRMA_NON_VALIDA);
	esito_is("doppia.sig", impronta("ed"), FIRMA_NON_VALIDA);
	assert_string_equal(verdict_in(own, "doppia.asc", NULL).testo,
	    "più firme nello stesso file");
}

static void
weak_signatures(void **state)
{
	(void)state;
	esito_is("sha1.asc", impronta("ed"), FIRMA_NON_VALIDA);
	esito_is("testuale.asc", impronta("ed"), FIRMA_NON_VALIDA);
	esito_is("corta.asc", impronta("corta"), FIRMA_NON_VALIDA);
	esito_is("a-termine.asc", impronta("scaduta"), FIRMA_NON_VALIDA);
}

static void
other_key(void **state)
{
	AUTO(portachiavi) empty = NULL;
	struct verdetto v;

	(void)state;
	v = verdict_in(own, "ed.asc", impronta("rsa"));
	assert_int_equal(v.esito, FIRMA_IGNOTA);
	assert_string_equal(v.chiave, impronta("ed"));
	assert_int_equal(portachiavi_temporary(&empty), 0);
	v = verdict_in(empty, "ed.asc", NULL);
	assert_int_equal(v.esito, FIRMA_IGNOTA);
	assert_string_equal(v.chiave, "");
	/* a signature may carry its key: that is not a reason to know it */
	v = verdict_in(empty, "con-chiave.asc", NULL);
	assert_int_equal(v.esito, FIRMA_IGNOTA);
	v = verdict_in(empty, "con-chiave.asc", impronta("ed"));
	assert_int_equal(v.esito, FIRMA_IGNOTA);
}

static void
expired(void **state)
{
	const char *k = impronta("scaduta");
	struct verdetto v;

	(void)state;
	v = verdict_in(own, "in-tempo.asc", k);
	assert_int_equal(v.esito, FIRMA_VALIDA);
	assert_string_equal(v.testo, "firma valida; la chiave è scaduta in "
	    "seguito (2024-12-31)");
	esito_is("in-ritardo.asc", k, FIRMA_SCADUTA);
	esito_is("in-ritardo.asc", impronta("ed"), FIRMA_IGNOTA);
	/* one that has an end, and is not there yet */
	v = verdict_in(own, "durevole.asc", impronta("durevole"));
	assert_int_equal(v.esito, FIRMA_VALIDA);
	assert_string_equal(v.testo, "firma valida");
}

static void
take_in(struct chiave *out, struct portachiavi *p, const char *file)
{
	AUTO_BUF b = { 0 };

	left(&b, file);
	assert_int_equal(chiave_import(out, arena, p, b.data, b.len), 0);
}

static void
revoked(void **state)
{
	const char *k = impronta("revocata");
	AUTO(portachiavi) p = NULL;
	struct chiave c;

	(void)state;
	esito_is("revocata.asc", k, FIRMA_REVOCATA);
	esito_is("revocata.asc", NULL, FIRMA_REVOCATA);
	/* gpg then speaks of the end alone */
	esito_is("vecchia.asc", impronta("vecchia"), FIRMA_REVOCATA);
	/* known before the revocation, then revoked in the same home */
	assert_int_equal(portachiavi_temporary(&p), 0);
	take_in(&c, p, "revocata-prima.pub");
	assert_int_equal(c.puo_firmare, 1);
	assert_int_equal(verdict_in(p, "revocata.asc", k).esito, FIRMA_VALIDA);
	assert_int_equal(sh(arena_printf(arena, "gpg --batch --homedir %s "
	    "--import $GNUPGHOME/t/revoca.asc", p->home)), 0);
	assert_int_equal(verdict_in(p, "revocata.asc", k).esito,
	    FIRMA_REVOCATA);
	assert_int_equal(chiave_find(&c, arena, p, k, 0), 0);
	assert_int_equal(c.puo_firmare, 0);
	/* known before it had the part that signs */
	take_in(&c, p, "sotto-prima.pub");
	assert_int_equal(sh(arena_printf(arena, "gpg --batch --homedir %s "
	    "--import $GNUPGHOME/t/sotto.pub", p->home)), 0);
	assert_int_equal(verdict_in(p, "sotto.asc", NULL).esito, FIRMA_VALIDA);
}

static void
imports_one_key(void **state)
{
	AUTO(portachiavi) p = NULL;
	AUTO_BUF out = { 0 };
	struct chiave c;

	(void)state;
	assert_int_equal(portachiavi_temporary(&p), 0);
	take_in(&c, p, "rsa.pub");
	assert_string_equal(c.impronta, impronta("rsa"));
	assert_string_equal(c.algoritmo, "rsa3072");
	assert_string_equal(c.identita, "rsa");
	assert_int_equal(c.puo_firmare, 1);
	assert_int_equal(c.scade, 0);
	assert_true(llabs(c.creata - (int64_t)time(NULL)) < 600);
	take_in(&c, p, "rsa.pub");		/* again: the same */
	assert_string_equal(c.impronta, impronta("rsa"));
	assert_int_equal(verdict_in(p, "rsa.asc", NULL).esito, FIRMA_VALIDA);
	/* out, armoured, and in again */
	assert_int_equal(chiave_export(&out, own, impronta("ed")), 0);
	assert_int_equal(strncmp(out.data,
	    "-----BEGIN PGP PUBLIC KEY BLOCK-----", 36), 0);
	assert_int_equal(chiave_import(&c, arena, p, out.data, out.len), 0);
	assert_string_equal(c.algoritmo, "ed25519");
	take_in(&c, p, "righe.pub");
	assert_string_equal(c.identita, "due righe");
	take_in(&c, p, "latina.pub");
	assert_string_equal(c.identita, "");
	take_in(&c, p, "scaduta.pub");
	assert_int_equal(c.puo_firmare, 0);
	assert_true(c.scade > 1735000000 && c.scade < 1736000000);
}

static void
import_refuses(void **state)
{
	static const char *const bad[] = { "segreta.sec", "segreta.sec.asc",
	    "due.asc", "mista", "doppione", "testo.txt", "ed.asc",
	    "revoca.asc", "corta.pub", "antica.pub", "anonima.pub",
	    "ignota.pub" };
	AUTO(portachiavi) p = NULL;
	struct chiave c = { .impronta = "x" };
	size_t i;

	(void)state;
	assert_int_equal(portachiavi_temporary(&p), 0);
	for (i = 0; i < NELEM(bad); i++) {
		AUTO_BUF b = { 0 };
		int r;

		left(&b, bad[i]);
		r = chiave_import(&c, arena, p, b.data, b.len);
		if (r != ERR_INVALID)
			print_error("%s: %d %s\n", bad[i], r, err_msg());
		assert_int_equal(r, ERR_INVALID);
	}
	assert_int_equal(chiave_import(&c, arena, p, "", 0), ERR_INVALID);
	assert_string_equal(c.impronta, "x");
	/* and nothing was left behind */
	assert_int_equal(sh(arena_printf(arena, "test -z \"$(gpg --homedir %s "
	    "--list-keys; gpg --homedir %s --list-secret-keys)\"", p->home,
	    p->home)), 0);
}

/* A key that is handed over to be believed must be able to sign. */
static void
reads_who_can_sign(void **state)
{
	AUTO_BUF pub = { 0 }, armour = { 0 };
	struct chiave c;

	(void)state;
	left(&pub, "ed.pub");
	assert_int_equal(chiave_leggi(&c, &armour, arena, pub.data, pub.len),
	    0);
	assert_string_equal(c.impronta, impronta("ed"));
	buf_clear(&pub);
	buf_clear(&armour);
	left(&pub, "scaduta.pub");
	assert_int_equal(chiave_leggi(&c, &armour, arena, pub.data, pub.len),
	    ERR_INVALID);
	buf_clear(&pub);
	left(&pub, "nuda.pub");
	assert_int_equal(chiave_leggi(&c, &armour, arena, pub.data, pub.len),
	    ERR_INVALID);
	assert_non_null(strstr(err_msg(), "non può firmare"));
	assert_int_equal(armour.len, 0);
}

static void
finds_by_full_fingerprint(void **state)
{
	AUTO(portachiavi) p = NULL;
	const char *k = impronta("ed");
	struct chiave c;

	(void)state;
	assert_int_equal(chiave_find(&c, arena, own, k, 0), 0);
	assert_int_equal(chiave_find(&c, arena, own, k, 1), 0);
	assert_string_equal(c.impronta, k);
	assert_int_equal(chiave_find(&c, arena, own, k + 24, 0), ERR_INVALID);
	assert_int_equal(chiave_find(&c, arena, own, "ed", 0), ERR_INVALID);
	assert_int_equal(chiave_find(&c, arena, own, "", 0), ERR_INVALID);
	assert_int_equal(chiave_find(&c, arena, own,
	    "0000000000000000000000000000000000000000", 0), ERR_ABSENT);
	assert_int_equal(chiave_find(&c, arena, own, impronta("sotto-firma"),
	    0), ERR_ABSENT);
	assert_int_equal(chiave_find(&c, arena, own, impronta("revocata"), 1),
	    ERR_ABSENT);
	assert_int_equal(portachiavi_temporary(&p), 0);
	take_in(&c, p, "ed.pub");
	assert_int_equal(chiave_find(&c, arena, p, k, 1), ERR_ABSENT);
}

static void
cannot_sign(void **state)
{
	AUTO(portachiavi) p = NULL;
	AUTO_BUF out = { 0 };
	struct chiave c;

	(void)state;
	assert_int_equal(firma_openpgp(&out, own, impronta("protetta"), PROSE),
	    ERR_FORBIDDEN);
	assert_int_equal(firma_openpgp(&out, own, impronta("revocata"), PROSE),
	    ERR_ABSENT);
	assert_int_equal(firma_openpgp(&out, own, impronta("scaduta"), PROSE),
	    ERR_ABSENT);
	assert_int_equal(firma_openpgp(&out, own, "ed", PROSE), ERR_INVALID);
	assert_int_equal(portachiavi_temporary(&p), 0);
	take_in(&c, p, "ed.pub");
	assert_int_equal(firma_openpgp(&out, p, impronta("ed"), PROSE),
	    ERR_ABSENT);
	assert_int_equal(out.len, 0);
	assert_int_equal(portachiavi_open(&p, "/nessuna/cartella"),
	    ERR_ABSENT);
}

/* Somebody's configuration asks for a digest that nobody should believe. */
static void
weak_by_configuration(void **state)
{
	char *conf = arena_printf(arena, "%s/gpg.conf", home);
	AUTO_BUF out = { 0 };

	(void)state;
	assert_int_equal(file_put(conf, "digest-algo SHA1\n", 17, 0600), 0);
	assert_int_equal(firma_openpgp(&out, own, impronta("ed"), PROSE),
	    ERR_INVALID);
	assert_non_null(strstr(err_msg(), "gpg.conf"));
	assert_int_equal(out.len, 0);
	assert_int_equal(unlink(conf), 0);
	assert_int_equal(firma_openpgp(&out, own, impronta("ed"), PROSE), 0);
}

/* Below a directory too deep for a socket; with an agent that must end. */
static void
temporary_leaves_nothing(void **state)
{
	AUTO(portachiavi) p = NULL;
	char *deep, *where, **names;
	AUTO_BUF sig = { 0 };
	struct chiave c;

	(void)state;
	deep = arena_printf(arena, "%s/%080d", home, 0);
	assert_int_equal(dir_make(deep), 0);
	setenv("TMPDIR", deep, 1);
	assert_int_equal(portachiavi_temporary(&p), 0);
	unsetenv("TMPDIR");
	where = arena_strdup(arena, p->home);
	assert_int_equal(file_put(arena_printf(arena, "%s/gpg.conf", where),
	    "no-greeting\n", 12, 0600), 0);
	assert_int_equal(sh(arena_printf(arena, "gpg --batch --homedir %s "
	    "--import $GNUPGHOME/t/segreta.sec", where)), 0);
	assert_int_equal(chiave_find(&c, arena, p, impronta("segreta"), 1), 0);
	assert_int_equal(firma_openpgp(&sig, p, impronta("segreta"), PROSE),
	    0);
	assert_true(file_exists(arena_printf(arena, "%s/gpg.conf", where)));
	assert_int_equal(sh(arena_printf(arena,
	    "gpg-connect-agent --homedir %s --no-autostart /bye 2>&1 | "
	    "grep -q . && exit 1; exit 0", where)), 0);
	portachiavi_close(MOVE(p));
	assert_false(dir_exists(where));
	assert_int_equal(dir_list(&names, arena, deep), 0);
	assert_null(names[0]);
	assert_int_equal(sh(arena_printf(arena,
	    "! grep -lzx -- '%s' /proc/[0-9]*/cmdline 2>/dev/null", where)),
	    0);
}

/* Even in a home whose gpg.conf asks for it. */
static void
stays_off_the_network(void **state)
{
	static const char conf[] = "auto-key-retrieve\n"
	    "keyserver hkp://127.0.0.1:9\n";
	AUTO(portachiavi) p = NULL;

	(void)state;
	assert_int_equal(portachiavi_temporary(&p), 0);
	assert_int_equal(file_put(arena_printf(arena, "%s/gpg.conf", p->home),
	    conf, sizeof conf - 1, 0600), 0);
	assert_int_equal(verdict_in(p, "ed.asc", NULL).esito,
	    FIRMA_IGNOTA);
	assert_int_equal(sh(arena_printf(arena, "! test -e %s/S.dirmngr",
	    p->home)), 0);
	/* the same question by hand does start the fetcher */
	sh(arena_printf(arena, "cd $GNUPGHOME/t; gpg --homedir %s --verify "
	    "ed.asc testo.txt # may refuse", p->home));
	assert_int_equal(sh(arena_printf(arena, "test -e %s/S.dirmngr",
	    p->home)), 0);
}

/* Every byte of an armoured one changed in turn: never valid when gpg says
 * that it is not. */
static void
armour_altered(void **state)
{
	const char *k = impronta("ed");
	AUTO_BUF sig = { 0 };
	struct verdetto v;
	size_t i;

	(void)state;
	left(&sig, "ed.asc");
	assert_true(rapida_vale(fast, k, sig.data, sig.len, PROSE));
	for (i = 0; i < sig.len; i++) {
		sig.data[i] = (char)(sig.data[i] ^ 1);
		if (rapida_vale(fast, k, sig.data, sig.len, PROSE)) {
			assert_int_equal(verifica_openpgp(&v, arena, own, k,
			    sig.data, sig.len, PROSE), 0);
			assert_int_equal(v.esito, FIRMA_VALIDA);
		}
		sig.data[i] = (char)(sig.data[i] ^ 1);
	}
	for (i = 0; i < sig.len; i++)
		assert_false(rapida_vale(fast, k, sig.data, i, PROSE));
}

/* The same in its process, many together: each has its own answer. */
static void
many_together(void **state)
{
	static const struct {
		const char *firma, *chiave;
		bool vale;
	} cases[] = {
		{ "ed.asc", "ed", true }, { "rsa.asc", "rsa", true },
		{ "ed.asc", "rsa", false }, { "sotto.asc", "sotto", true },
		{ "sotto.asc", "sotto-firma", false },
		{ "doppia.asc", "ed", false }, { "sha1.asc", "ed", false },
		{ "revocata.asc", "revocata", false },
		{ "in-tempo.asc", "scaduta", true },
		{ "in-ritardo.asc", "scaduta", false },
		{ "corta.asc", "corta", false }, { "ed.sig", "ed", false },
		{ "testo.txt", "ed", false }, { "ed.asc", "ed", true },
	};
	static const char *const names[] = { "ed", "rsa", "corta", "sotto",
	    "revocata", "scaduta" };
	struct firma_da_vedere q[NELEM(cases)];
	struct byte_dati keys[NELEM(names) + 1];
	bool vale[NELEM(cases)];
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(names); i++) {
		AUTO_BUF key = { 0 };

		assert_int_equal(chiave_export(&key, own, impronta(names[i])),
		    0);
		keys[i] = (struct byte_dati){ arena_memdup(arena, key.data,
		    key.len), key.len };
	}
	keys[i] = (struct byte_dati){ "non una chiave", 14 };
	for (i = 0; i < NELEM(cases); i++) {
		AUTO_BUF sig = { 0 };

		left(&sig, cases[i].firma);
		q[i] = (struct firma_da_vedere){ impronta(cases[i].chiave),
		    { arena_memdup(arena, sig.data, sig.len), sig.len },
		    { PROSE } };
	}
	assert_int_equal(worker_openpgp(vale, q, (int)NELEM(cases), keys,
	    (int)NELEM(keys)), 0);
	for (i = 0; i < NELEM(cases); i++)
		assert_int_equal(vale[i], cases[i].vale);
	/* without keys nothing is */
	assert_int_equal(worker_openpgp(vale, q, 1, NULL, 0), 0);
	assert_false(vale[0]);
	q[0].chiave = "corta";
	assert_int_equal(worker_openpgp(vale, q, 1, keys, 1), ERR_INVALID);
	assert_int_equal(worker_openpgp(vale, q, 0, keys, 1), 0);
}

static void
names(void **state)
{
	struct verdetto v;

	(void)state;
	assert_string_equal(esito_nome(FIRMA_VALIDA), "valida");
	assert_string_equal(esito_nome(FIRMA_NON_VALIDA), "non-valida");
	assert_string_equal(esito_nome(FIRMA_SCADUTA),
	    "scaduta");
	assert_int_equal(verifica_openpgp(&v, arena, own, "abc", "x", 1,
	    PROSE), ERR_INVALID);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signs_and_verifies),
		cmocka_unit_test(signatures_of_gpg),
		cmocka_unit_test(other_bytes),
		cmocka_unit_test(other_signature_bytes),
		cmocka_unit_test(not_a_signature),
		cmocka_unit_test(several_signatures),
		cmocka_unit_test(weak_signatures),
		cmocka_unit_test(other_key),
		cmocka_unit_test(expired),
		cmocka_unit_test(revoked),
		cmocka_unit_test(imports_one_key),
		cmocka_unit_test(import_refuses),
		cmocka_unit_test(reads_who_can_sign),
		cmocka_unit_test(finds_by_full_fingerprint),
		cmocka_unit_test(cannot_sign),
		cmocka_unit_test(weak_by_configuration),
		cmocka_unit_test(temporary_leaves_nothing),
		cmocka_unit_test(stays_off_the_network),
		cmocka_unit_test(armour_altered),
		cmocka_unit_test(many_together),
		cmocka_unit_test(names),
	};

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	return cmocka_run_group_tests(tests, setup, teardown);
}
