/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_parola.c - the job "parola": yescrypt by libcrypt, codes by liboath.
 *
 * stdin is two lines, what is kept (may be empty) and what was typed.
 * `dettaglio` says what is wanted: "crea", "vale", or the moment of a code.
 * Answers the text to keep, or 1 and 0; a code's answer is followed by its
 * step as text.  Comparisons take the same time wherever they differ.
 */
#include <crypt.h>
#include <liboath/oath.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/segreto.h"
#include "worker/operaio.h"
#include "worker/parola.h"

/* 64 MB and an eighth of a second; the tests do not guess passwords. */
#ifdef PROVA
#define COSTO 1
#else
#define COSTO 7
#endif

static int
prepara(const char *dettaglio)
{
	(void)dettaglio;
	return oath_init() == OATH_OK ? 0 :
	    err_set(ERR_FAULT, "la libreria dei codici non si avvia");
}

/* Is this of crypt(3) a failure? */
static bool
failed(const char *s)
{
	return s == NULL || s[0] == '*' || strlen(s) >= PAROLA_HASH;
}

static int
no_crypt(void)
{
	return err_set(ERR_FAULT, "la parola d'ordine non si può calcolare");
}

static int
make(struct buf *out, const char *parola)
{
	struct crypt_data d = { 0 };
	char setting[CRYPT_GENSALT_OUTPUT_SIZE];
	const char *hash;

	if (crypt_gensalt_rn("$y$", COSTO, NULL, 0, setting,
	    (int)sizeof setting) == NULL)
		return no_crypt();
	hash = crypt_rn(parola, setting, &d, (int)sizeof d);
	if (failed(hash))
		return no_crypt();
	buf_block(out, hash, strlen(hash));
	return 0;
}

static bool
same(const char *x, const char *y)
{
	size_t n = strlen(x), i;
	unsigned char diff = 0;

	if (strlen(y) != n)
		return false;
	for (i = 0; i < n; i++)
		diff |= (unsigned char)(x[i] ^ y[i]);
	return diff == 0;
}

static int
compare(struct buf *out, const char *kept, const char *parola)
{
	struct crypt_data d = { 0 };
	AUTO_BUF spent = { 0 };
	const char *hash;

	if (kept[0] == '\0') {
		buf_u32(out, 0);
		return make(&spent, parola);
	}
	hash = crypt_rn(parola, kept, &d, (int)sizeof d);
	if (failed(hash))
		return no_crypt();
	buf_u32(out, same(hash, kept) ? 1 : 0);
	return 0;
}

static bool
six_digits(const char *s)
{
	return strlen(s) == 6 && strspn(s, "0123456789") == 6;
}

/* "123 456" is how telephones show it. */
static void
without_blanks(char *s)
{
	char *to = s;

	for (; *s != '\0'; s++)
		if (*s != ' ')
			*to++ = *s;
	*to = '\0';
}

static int
code(struct buf *out, const char *kept, char *typed, const char *when)
{
	AUTO_BUF text = { 0 };
	uint64_t step = 0;
	size_t n = 0;
	char *key;
	int r;

	without_blanks(typed);
	if (!six_digits(typed)) {
		buf_u32(out, 0);
		return 0;
	}
	if (oath_base32_decode(kept, strlen(kept), &key, &n) != OATH_OK)
		return err_set(ERR_FAULT, "la chiave del secondo fattore non "
		    "si legge");
	r = oath_totp_validate4(key, n, (time_t)strtoll(when, NULL, 10),
	    TOTP_PASSO, 0, 1, NULL, &step, 0, typed);
	segreto_wipe(key, n);
	free(key);
	if (r < 0 && r != OATH_INVALID_OTP)
		return err_set(ERR_FAULT, "il codice non si può calcolare");
	buf_u32(out, r >= 0 ? 1 : 0);
	buf_printf(&text, "%llu", (unsigned long long)step);
	buf_block(out, text.data, text.len);
	return 0;
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	AUTO_BUF in = { 0 };
	char *typed;
	int r;

	if ((r = file_read_fd(&in, 0, SEGRETO_MAX)) != 0)
		return r;
	if (dettaglio == NULL || in.data == NULL ||
	    strlen(in.data) != in.len || (typed = strchr(in.data, '\n')) == NULL)
		return err_set(ERR_INVALID, "richiesta senza forma");
	*typed++ = '\0';
	if (strcmp(dettaglio, "crea") == 0)
		r = make(out, typed);
	else if (strcmp(dettaglio, "vale") == 0)
		r = compare(out, in.data, typed);
	else
		r = code(out, in.data, typed, dettaglio);
	segreto_wipe(in.data, in.len);
	return r;
}

const struct lavoro lavoro_parola = {
	.nome = "parola",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 10,
	    .memoria = 1024 * MB },
	.prepara = prepara,
	.esegui = esegui,
};
