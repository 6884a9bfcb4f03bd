/* SPDX-License-Identifier: EUPL-1.2 */
/* Encrypted files: known answers, and that nothing altered is ever read. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/cifra.h"
#include "base/file.h"

#define CHIAVE "000102030405060708090a0b0c0d0e0f" \
    "101112131415161718191a1b1c1d1e1f"
#define CONTESTO "allegato prova"
#define PEZZO 65536

static unsigned char sale[CIFRA_SALE];

static void
fill(struct buf *b, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		buf_putc(b, (char)(i * 7 & 255));
}

/* In a file without a name; its bytes too. */
static int
encrypt(struct buf *out, char impronta[IMPRONTA_LEN + 1], const void *p,
    size_t n)
{
	AUTO(cifra) c = NULL;
	int64_t byte = 0;
	int fd = -1;
	size_t half = n / 3;

	assert_int_equal(file_memory(&fd, "", 0), 0);
	assert_int_equal(cifra_open_con(&c, fd, CHIAVE, CONTESTO, sale), 0);
	cifra_put(c, p, half);
	cifra_put(c, (const char *)p + half, n - half);
	assert_int_equal(cifra_end(impronta, &byte, &c), 0);
	lseek(fd, 0, SEEK_SET);
	assert_int_equal(file_read_fd(out, fd, 1 << 24), 0);
	assert_int_equal(out->len, byte);
	return fd;
}

/* What comes out of these bytes; an error when they are not whole. */
static int
decrypt(struct buf *out, char impronta[IMPRONTA_LEN + 1], const void *p,
    size_t n, const char *chiave, const char *contesto)
{
	AUTO(decifra) d = NULL;
	AUTO_FD int fd = -1;
	char piece[1000];
	size_t got;
	int r;

	assert_int_equal(file_memory(&fd, p, n), 0);
	lseek(fd, 0, SEEK_SET);
	if ((r = decifra_open(&d, fd, chiave, contesto)) != 0)
		return r;
	fd = -1;
	do {
		if ((r = decifra_get(&got, d, piece, sizeof piece)) != 0)
			return r;
		buf_append(out, piece, got);
	} while (got == sizeof piece);
	return decifra_end(impronta, d);
}

/* Reckoned by another program from docs/formato.md alone. */
static const struct {
	size_t n, byte;
	const char *impronta;
} known[] = {
	{ 0, 56, "128b8ca8896af2e6fe27d96781f64655"
	    "d2745fc69e467cba3f7441c52e794a3c" },
	{ 1, 57, "fc09d755d45f91f249e04710eed7bcca"
	    "30726254dda4297e0a4ae8cb511bfb3e" },
	{ 5, 61, "a968b74630f3e87965292322456d879e"
	    "d061e73fbd8d5a1f2630ed340e48dbaf" },
	{ 65535, 65591, "3bfefa947800646d3279675700b4c02c"
	    "2620ce67b3ba2f52e950b100d8cd4c6d" },
	{ 65536, 65592, "94480ca29cefd32283fc656d020310dd"
	    "a19cb9d0199c8a5638a74356ab81138a" },
	{ 65537, 65609, "3cc530273a1b95ef8302106adf583532"
	    "cc2fd1d8594f7119cb36778b6bbcd6b8" },
	{ 131072, 131144, "9f119982b8f6fe3d4d690dfa1f55f3bd"
	    "76c014c379d264b2d1aa38912c0499a3" },
	{ 200000, 200104, "0ca3b5e31609cd838262706c2be90053"
	    "eecca3c811ee54cb5ac8d0c6e7e08cc0" },
};

static void
test_known(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(known); i++) {
		AUTO_BUF clear = { 0 }, file = { 0 }, back = { 0 };
		char impronta[IMPRONTA_LEN + 1], again[IMPRONTA_LEN + 1];

		fill(&clear, known[i].n);
		close(encrypt(&file, impronta, buf_str(&clear), clear.len));
		assert_int_equal(file.len, known[i].byte);
		assert_string_equal(impronta, known[i].impronta);
		hash_hex(again, file.data, file.len);
		assert_string_equal(again, impronta);
		assert_int_equal(decrypt(&back, again, file.data, file.len,
		    CHIAVE, CONTESTO), 0);
		assert_string_equal(again, impronta);
		assert_int_equal(back.len, clear.len);
		assert_memory_equal(buf_str(&back), buf_str(&clear), clear.len);
	}
}

static void
refused(const void *p, size_t n, const char *chiave, const char *contesto)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF out = { 0 };

	assert_int_equal(decrypt(&out, impronta, p, n, chiave, contesto),
	    ERR_INVALID);
	err_clear();
}

/* Every byte, of a small one; of a long one those at its seams. */
static void
test_altered(void **state)
{
	static const size_t at[] = { 0, 7, 8, 39, 40, 40 + PEZZO - 1,
	    40 + PEZZO, 40 + PEZZO + 15, 40 + PEZZO + 16, 40 + PEZZO + 17,
	    40 + PEZZO + 26, 40 + PEZZO + 42 };
	AUTO_BUF clear = { 0 }, file = { 0 }, small = { 0 };
	char impronta[IMPRONTA_LEN + 1];
	size_t i;

	(void)state;
	fill(&clear, PEZZO + 10);
	close(encrypt(&small, impronta, "ciao\n", 5));
	for (i = 0; i < small.len; i++) {
		small.data[i] ^= 1;
		refused(small.data, small.len, CHIAVE, CONTESTO);
		small.data[i] ^= 1;
	}
	close(encrypt(&file, impronta, clear.data, clear.len));
	for (i = 0; i < NELEM(at) && at[i] < file.len; i++) {
		file.data[at[i]] = (char)(file.data[at[i]] ^ 0x40);
		refused(file.data, file.len, CHIAVE, CONTESTO);
		file.data[at[i]] = (char)(file.data[at[i]] ^ 0x40);
	}
}

/* At any place, and just between two pieces; and longer. */
static void
test_cut(void **state)
{
	static const size_t at[] = { 0, 1, 39, 40, 41, 55, 40 + PEZZO,
	    40 + PEZZO + 15, 40 + PEZZO + 16, 40 + PEZZO + 17,
	    40 + 2 * (PEZZO + 16), 40 + 2 * (PEZZO + 16) + 1 };
	AUTO_BUF clear = { 0 }, file = { 0 };
	char impronta[IMPRONTA_LEN + 1];
	size_t i;

	(void)state;
	fill(&clear, 2 * PEZZO + 100);
	close(encrypt(&file, impronta, clear.data, clear.len));
	for (i = 0; i < NELEM(at); i++)
		refused(file.data, at[i], CHIAVE, CONTESTO);
	buf_putc(&file, 'x');
	refused(file.data, file.len, CHIAVE, CONTESTO);
}

static void
test_moved(void **state)
{
	AUTO_BUF clear = { 0 }, file = { 0 }, moved = { 0 };
	char impronta[IMPRONTA_LEN + 1];
	const size_t whole = PEZZO + 16;

	(void)state;
	fill(&clear, 3 * PEZZO);
	close(encrypt(&file, impronta, clear.data, clear.len));
	/* the first two exchanged */
	buf_append(&moved, file.data, 40);
	buf_append(&moved, file.data + 40 + whole, whole);
	buf_append(&moved, file.data + 40, whole);
	buf_append(&moved, file.data + 40 + 2 * whole, whole);
	refused(moved.data, moved.len, CHIAVE, CONTESTO);
	/* one left out, one twice */
	buf_clear(&moved);
	buf_append(&moved, file.data, 40 + whole);
	buf_append(&moved, file.data + 40 + 2 * whole, whole);
	refused(moved.data, moved.len, CHIAVE, CONTESTO);
	buf_clear(&moved);
	buf_append(&moved, file.data, 40 + whole);
	buf_append(&moved, file.data + 40, file.len - 40);
	refused(moved.data, moved.len, CHIAVE, CONTESTO);
}

static void
test_another(void **state)
{
	char chiave[2 * CIFRA_CHIAVE + 1], impronta[IMPRONTA_LEN + 1];
	AUTO_BUF file = { 0 }, out = { 0 };

	(void)state;
	close(encrypt(&file, impronta, "ciao\n", 5));
	cifra_chiave(chiave);
	refused(file.data, file.len, chiave, CONTESTO);
	refused(file.data, file.len, CHIAVE, "allegato altro");
	refused(file.data, file.len, "corta", CONTESTO);
	assert_int_equal(decrypt(&out, impronta, file.data, file.len, CHIAVE,
	    CONTESTO), 0);
	assert_string_equal(buf_str(&out), "ciao\n");
}

/* The same bytes twice are two files; two keys are two. */
static void
test_chance(void **state)
{
	char a[IMPRONTA_LEN + 1], b[IMPRONTA_LEN + 1];
	char x[2 * CIFRA_CHIAVE + 1], y[2 * CIFRA_CHIAVE + 1];
	AUTO(cifra) c = NULL;
	int64_t byte;
	int fd = -1;

	(void)state;
	assert_int_equal(file_memory(&fd, "", 0), 0);
	assert_int_equal(cifra_open(&c, fd, CHIAVE, CONTESTO), 0);
	assert_int_equal(cifra_end(a, &byte, &c), 0);
	assert_int_equal(cifra_open(&c, fd, CHIAVE, CONTESTO), 0);
	assert_int_equal(cifra_end(b, &byte, &c), 0);
	assert_string_not_equal(a, b);
	cifra_chiave(x);
	cifra_chiave(y);
	assert_true(hash_valid(x));
	assert_string_not_equal(x, y);
	close(fd);
}

/* A disk that takes no more: told at the end. */
static void
test_full(void **state)
{
	AUTO_FD int full = open("/dev/full", O_WRONLY);
	AUTO_FD int fd = -1;
	AUTO(cifra) c = NULL;
	AUTO_BUF clear = { 0 };
	char impronta[IMPRONTA_LEN + 1];
	int64_t byte;

	(void)state;
	assert_int_equal(file_memory(&fd, "", 0), 0);
	fill(&clear, 3 * PEZZO);
	assert_int_equal(cifra_open(&c, fd, CHIAVE, CONTESTO), 0);
	assert_true(full >= 0 && dup2(full, fd) == fd);
	cifra_put(c, clear.data, clear.len);
	assert_int_equal(cifra_end(impronta, &byte, &c), ERR_FAULT);
	assert_null(c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known),
		cmocka_unit_test(test_altered),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_moved),
		cmocka_unit_test(test_another),
		cmocka_unit_test(test_chance),
		cmocka_unit_test(test_full),
	};
	size_t i;

	for (i = 0; i < sizeof sale; i++)
		sale[i] = (unsigned char)(100 + i);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
