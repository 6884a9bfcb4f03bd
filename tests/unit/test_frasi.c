/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The passphrase of a PKCS#12 file and the PIN of a token stand in their own
 * page alone: not in what libcrypto made of them, nor in what is left behind.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <fcntl.h>
#include <cmocka.h>

#include "pki.h"

#define MODULO "/usr/lib/softhsm/libsofthsm2.so"
#define ORA INT64_C(1795251600)		/* 2026-11-21 */

/* The word, each letter one too many: what seeks it does not hold it. */
static const char disguised[] = "Ofttvop!dj!mfhhf";
#define WORD (sizeof disguised - 1)

static const char make[] =
    "printf 'Ofttvop!dj!mfhhf' | tr '!-~' ' -}' > frase\n"
    "radice radice; certifica ada radice 20250101 20350101 persona\n"
    "openssl pkcs12 -export -inkey ada.key -in ada.crt -passout file:frase "
	"-out ada.p12\n"
    "openssl pkey -in ada.key -text -noout | sed -n '/^priv/,/^pub/p' | "
	"grep '^ ' | tr -d ' :\\n' | perl -ne 'print "
	"substr(pack(\"H*\", $_), -32)' > ada.numero\n"
    "mkdir gettoni\n"
    "printf 'directories.tokendir = %s/gettoni\\nlog.level = ERROR\\n' "
	"\"$PWD\" > softhsm.conf\n"
    "export SOFTHSM2_CONF=$PWD/softhsm.conf; pin=$(cat frase)\n"
    "softhsm2-util --init-token --free --label uno --so-pin 9999 --pin "
	"\"$pin\" >/dev/null\n"
    "openssl pkcs8 -topk8 -nocrypt -in ada.key -out ada.p8; "
	"softhsm2-util --token uno --pin \"$pin\" --import ada.p8 --label ada "
	"--id 01 >/dev/null; openssl x509 -in ada.crt -outform DER -out "
	"ada.der; pkcs11-tool --module " MODULO " --token-label uno "
	"--login --pin \"$pin\" --write-object ada.der --type cert --label "
	"ada --id 01 >/dev/null 2>&1\n";

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

/* What is sought, disguised in the same way: the word, or the number that is
 * the secret key, its last byte first, as a computer has it. */
static struct {
	unsigned char p[64];
	size_t n;
} sought;

static void
seek_word(void)
{
	memcpy(sought.p, disguised, WORD);
	sought.n = WORD;
}

static void
seek_key(void)
{
	AUTO_FD int fd = open(arena_printf(arena, "%s/ada.numero", pki),
	    O_RDONLY | O_CLOEXEC);
	unsigned char c;

	assert_true(fd >= 0);
	for (sought.n = 0; sought.n < 32 && read(fd, &c, 1) == 1; sought.n++)
		sought.p[31 - sought.n] = (unsigned char)(c + 1);
	segreto_wipe(&c, 1);
	assert_int_equal(sought.n, 32);
}

/* Its bytes `step` apart: 2 is what PKCS#12 makes of a word. */
static size_t
times_in(const char *p, size_t n, size_t step)
{
	size_t i, k, found = 0;

	/* what begins behind the page is found with the next */
	for (i = 0; i < 4096 && i + sought.n * step <= n; i++) {
		for (k = 0; k < sought.n && (unsigned char)(p[i + k * step] +
		    1) == sought.p[k]; k++)
			;
		found += k == sought.n;
	}
	return found;
}

/* Is that address in locked pages, in no core? */
static bool
guarded(unsigned long at)
{
	FILE *maps = fopen("/proc/self/smaps", "re");
	unsigned long from, to;
	bool here = false, yes = false;
	char row[512];

	assert_non_null(maps);
	while (fgets(row, sizeof row, maps) != NULL)
		if (sscanf(row, "%lx-%lx ", &from, &to) == 2)
			here = from <= at && at < to;
		else if (here && strncmp(row, "VmFlags:", 8) == 0)
			yes = strstr(row, " lo") != NULL &&
			    strstr(row, " dd") != NULL;
	fclose(maps);
	return yes;
}

/* How often it stands in our memory, *well where it may; one page after the other, each read
 * together with the beginning of the next. */
static size_t
remembered_where(size_t *well)
{
	static char piece[8192];
	FILE *maps = fopen("/proc/self/maps", "re");
	AUTO_FD int mem = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
	unsigned long from, to, at;
	size_t found = 0, here;
	char row[512];
	ssize_t n;

	*well = 0;

	assert_non_null(maps);
	assert_true(mem >= 0);
	while (fgets(row, sizeof row, maps) != NULL) {
		if (sscanf(row, "%lx-%lx ", &from, &to) != 2 ||
		    strstr(row, " rw") == NULL || to - from > 64UL << 20)
			continue;	/* no shadow memory of a sanitizer */
		for (at = from; at < to; at += 4096) {
			n = pread(mem, piece, to - at < 4096 + 64 ? to - at :
			    4096 + 64, (off_t)at);
			/* not what this buffer itself holds */
			if (n <= 0 || (at + 8192 > (uintptr_t)piece &&
			    at < (uintptr_t)piece + sizeof piece))
				continue;
			here = times_in(piece, (size_t)n, 1) +
			    times_in(piece, (size_t)n, 2);
			found += here;
			if (here > 0 && guarded(at))
				*well += here;
		}
		segreto_wipe(piece, sizeof piece);
	}
	fclose(maps);
	return found;
}

static size_t
remembered(void)
{
	size_t well;

	return remembered_where(&well);
}

static void
read_word(struct segreto **out)
{
	AUTO_FD int fd = open(arena_printf(arena, "%s/frase", pki),
	    O_RDONLY | O_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(segreto_read(out, fd), 0);
	assert_int_equal(segreto_len(*out), WORD);
}

static void
signs(struct firmatario *f)
{
	AUTO_BUF b = { 0 };

	if (firma_cades(&b, f, true, "x", 1, ORA) != 0)
		fail_msg("%s", err_msg());
}

static void
p12(void **state)
{
	struct byte_dati b = letto("ada.p12");
	AUTO(segreto) s = NULL;
	AUTO(firmatario) f = NULL;

	(void)state;
	seek_word();
	assert_int_equal(remembered(), 0);
	read_word(&s);
	assert_int_equal(remembered(), 1);
	assert_int_equal(firmatario_p12(&f, b.p, b.n, s), 0);
	signs(f);
	assert_int_equal(remembered(), 1);
	segreto_free(MOVE(s));
	assert_int_equal(remembered(), 0);
}

static void
p12_refused(void **state)
{
	struct byte_dati b = letto("ada.crt");
	AUTO(segreto) s = NULL;
	AUTO(firmatario) f = NULL;

	(void)state;
	read_word(&s);
	assert_int_equal(firmatario_p12(&f, b.p, b.n, s), ERR_INVALID);
	segreto_free(MOVE(s));
	assert_int_equal(remembered(), 0);
}

static void
pin(void **state)
{
	AUTO(segreto) s = NULL;
	AUTO(firmatario) f = NULL;

	(void)state;
	read_word(&s);
	if (firmatario_pkcs11(&f, MODULO, "pkcs11:token=uno", s) != 0)
		fail_msg("%s", err_msg());
	signs(f);
	segreto_free(MOVE(s));
	/* libp11 keeps it as long as the token is open */
	firmatario_close(MOVE(f));
	assert_int_equal(remembered(), 0);
}

/* The key itself: in the file it stands under the passphrase. */
static void
key(void **state)
{
	struct byte_dati b = letto("ada.p12");
	AUTO(segreto) s = NULL;
	AUTO(firmatario) f = NULL;
	size_t n, well;

	(void)state;
	seek_key();
	assert_int_equal(remembered(), 0);
	read_word(&s);
	assert_int_equal(firmatario_p12(&f, b.p, b.n, s), 0);
	signs(f);
	n = remembered_where(&well);
	assert_true(n > 0);
	assert_int_equal(n, well);
	firmatario_close(MOVE(f));
	assert_int_equal(remembered(), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(p12),
		cmocka_unit_test(p12_refused),
		cmocka_unit_test(pin),
		cmocka_unit_test(key),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
