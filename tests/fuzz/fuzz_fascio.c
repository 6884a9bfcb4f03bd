/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_fascio.c - libFuzzer: any bytes as a git bundle of others, and, with the
 * checksum that nobody guesses put behind them, as the pack in one.
 *
 * Besides not crashing: a refusal leaves the output as it was, and what is
 * taken in can be read back by whoever is told of it: a head and objects.
 */
#include <assert.h>
#include <openssl/sha.h>
#include <stdint.h>
#include <stdlib.h>

#include "archivio/interno.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
as_pack(const uint8_t *data, size_t size)
{
	unsigned char sum[SHA_DIGEST_LENGTH];
	AUTO_FASCIO s = { 0 };
	AUTO_BUF pack = { 0 };
	int r;

	SHA1(data, size, sum);
	buf_append(&pack, data, size);
	buf_append(&pack, sum, sizeof sum);
	r = pacco_read(&s, pack.data, pack.len);
	assert(r == 0 || r == ERR_INVALID);
	if (r == 0 && s.n > 0) {
		git_oid_tostr(s.head, sizeof s.head, &s.object[0].id);
		r = fascio_check(&s);
		assert(r == 0 || r == ERR_INVALID);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool ready;
	AUTO_BUF out = { 0 };
	struct cursor c;
	const void *p;
	size_t n;
	int r;

	if (!ready && archivio_init() != 0)
		abort();
	ready = true;
	as_pack(data, size);
	r = bundle_unpack(&out, data, size);
	assert(r == 0 || r == ERR_INVALID);
	if (r != 0) {
		assert(out.len == 0);
		return 0;
	}
	c = (struct cursor){ (const unsigned char *)out.data, out.len };
	assert(cursor_block(&p, &n, &c) == 0 && n == COMMIT_LEN);
	assert(c.left > 0);
	return 0;
}
