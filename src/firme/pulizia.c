/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pulizia.c - libcrypto wipes what it gives back.
 *
 * It cleans most of its secrets, not all: the key derivation of PKCS#12 frees
 * the passphrase as it is, twice for each file.  So all that it frees is wiped
 * first, in the programs that open keys.  Set before main, because libcrypto
 * takes an allocator only before its first allocation.
 *
 * The numbers that are the secret part of a key it keeps in a heap of its own, if
 * there is one: locked, in no core.  There is, before a key is opened.
 */
#include <malloc.h>
#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>

#include "firme/cms_interno.h"

#define CHIAVI 65536		/* bytes: some keys at once */

static bool installed;

static void *
take(size_t n, const char *file, int line)
{
	(void)file;
	(void)line;
	return n == 0 ? NULL : malloc(n);
}

static void
give_back(void *p, const char *file, int line)
{
	(void)file;
	(void)line;
	if (p == NULL)
		return;
	explicit_bzero(p, malloc_usable_size(p));
	free(p);
}

/* Never in place of the system: what it leaves behind would not be wiped. */
static void *
resize(void *p, size_t n, const char *file, int line)
{
	size_t had = p != NULL ? malloc_usable_size(p) : 0;
	void *q;

	if (n == 0) {
		give_back(p, file, line);
		return NULL;
	}
	if (p != NULL && n <= had && n > had / 2)
		return p;
	if ((q = take(n, file, line)) == NULL)
		return NULL;
	if (p != NULL)
		memcpy(q, p, had < n ? had : n);
	give_back(p, file, line);
	return q;
}

__attribute__((constructor)) static void
install(void)
{
	installed = CRYPTO_set_mem_functions(take, resize, give_back) == 1;
}

int
pulizia_pronta(void)
{
	if (!installed)
		return err_set(ERR_FAULT, "la memoria della frase segreta non "
		    "si può pulire");
	if (CRYPTO_secure_malloc_initialized() == 0 &&
	    CRYPTO_secure_malloc_init(CHIAVI, 16) != 1)
		return err_set(ERR_FAULT, "memoria per una chiave, che non "
		    "vada su disco (limite «memlock» del sistema)");
	return 0;
}
