/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * parole.c - words that open: made at random, and judged when somebody chooses
 * one.  Length counts, not signs; refused are the ones everybody tries first,
 * and those made of the user's own name (NIST SP 800-63B, 5.1.1.2).
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "accesso/credenziali.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/utf8.h"

/* n digits of five random bits each. */
static void
random_base32(char *out, size_t n, const char *digits)
{
	unsigned char p[64];
	size_t i;

	if (n > sizeof p || getrandom(p, n, 0) != (ssize_t)n)
		abort();
	for (i = 0; i < n; i++)
		out[i] = digits[p[i] & 31];
	out[n] = '\0';
	explicit_bzero(p, sizeof p);
}

static const char base32[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/* What is read aloud or from paper: no l and 1, no o and 0. */
static const char letto[] = "abcdefghijkmnpqrstuvwxyz23456789";

void
credenziale_provvisoria(char out[PROVVISORIA_LEN + 1])
{
	char x[13];

	random_base32(x, 12, letto);
	snprintf(out, PROVVISORIA_LEN + 1, "%.4s-%.4s-%.4s", x, x + 4, x + 8);
	explicit_bzero(x, sizeof x);
}

void
credenziale_chiave(char out[TOTP_CHIAVE + 1])
{
	random_base32(out, TOTP_CHIAVE, base32);
}

/* Five bits of each of the first sixteen bytes of a digest. */
static void
recovery(char out[RECUPERO_LEN + 1], const char *hex)
{
	char x[17], byte[3] = "";
	int i;

	for (i = 0; i < 16; i++) {
		memcpy(byte, hex + 2 * i, 2);
		x[i] = base32[strtoul(byte, NULL, 16) & 31];
	}
	x[16] = '\0';
	snprintf(out, RECUPERO_LEN + 1, "%.4s-%.4s-%.4s-%.4s", x, x + 4,
	    x + 8, x + 12);
}

void
credenziale_recuperi(char out[RECUPERI][RECUPERO_LEN + 1], const char *chiave)
{
	char hex[IMPRONTA_LEN + 1], label[32];
	int i, n;

	for (i = 0; i < RECUPERI; i++) {
		n = snprintf(label, sizeof label, "recupero %d", i);
		hash_hmac_hex(hex, chiave, strlen(chiave), label, (size_t)n);
		recovery(out[i], hex);
	}
}

/* ---- what somebody has chosen ---- */

static const char *const comuni[] = {
	"password", "passw0rd", "parola", "segreto", "qwerty", "qwertz",
	"123456", "abcdef", "benvenut", "comune", "cartella", "welcome",
	"iloveyou", "amore", "juventus", "assistente", "sociale", NULL
};

/* How many of its characters are those of these words. */
static size_t
made_of(const char *parola, const char *const *words)
{
	size_t n = 0;

	for (; words != NULL && *words != NULL; words++)
		if (strlen(*words) >= 3 && strcasestr(parola, *words) != NULL)
			n += utf8_length(*words);
	return n;
}

static bool
few_signs(const char *s)
{
	bool seen[256] = { false };
	int n = 0;

	for (; *s != '\0'; s++)
		if (!seen[(unsigned char)*s]) {
			seen[(unsigned char)*s] = true;
			n++;
		}
	return n < 5;
}

const char *
parola_difetto(const struct segreto *parola, const char *const *nomi)
{
	const char *s = segreto_str(parola);

	if (!utf8_valid(s, segreto_len(parola)) || !utf8_plain(s))
		return "la parola d'ordine contiene caratteri che non si "
		    "possono usare";
	if (utf8_length(s) < PAROLA_MIN)
		return "la parola d'ordine è troppo corta: almeno 12 "
		    "caratteri; vanno bene anche quattro parole a caso";
	if (segreto_len(parola) > 200)
		return "la parola d'ordine è troppo lunga: al massimo 200 "
		    "caratteri";
	if (few_signs(s))
		return "la parola d'ordine ripete sempre gli stessi "
		    "caratteri: scegline una più varia";
	/* eight characters of his own, beside what all would guess */
	if (utf8_length(s) < made_of(s, comuni) + made_of(s, nomi) + 8)
		return "la parola d'ordine è fatta quasi solo di un nome o di "
		    "parole che tutti provano: scegline un'altra";
	return NULL;
}

/* ---- what a telephone reads ---- */

static void
percent(struct buf *out, const char *s)
{
	for (; *s != '\0'; s++)
		if (isalnum((unsigned char)*s) || strchr("-._~", *s) != NULL)
			buf_putc(out, *s);
		else
			buf_printf(out, "%%%02X", (unsigned char)*s);
}

char *
totp_indirizzo(struct arena *a, const char *ente, const char *utente,
    const char *chiave)
{
	AUTO_BUF b = { 0 };

	buf_puts(&b, "otpauth://totp/");
	percent(&b, ente);
	buf_puts(&b, ":");
	percent(&b, utente);
	buf_printf(&b, "?secret=%s&issuer=", chiave);
	percent(&b, ente);
	return arena_strdup(a, buf_str(&b));
}
