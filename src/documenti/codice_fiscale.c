/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/codice_fiscale.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "documenti/nome.h"

static const char mesi[] = "ABCDEHLMPRST";
static const char omocodia[] = "LMNPQRSTUV";	/* for 0 to 9 */

/* What a character counts in an odd place, the first being odd: of 0 to 9,
 * then of A to Z. */
static const int odd_digit[] = { 1, 0, 5, 7, 9, 13, 15, 17, 19, 21 };
static const int odd_letter[] = {
	1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14,
	16, 10, 22, 25, 24, 23
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return c >= 'A' && c <= 'Z';
}

static int
weight(char c, bool odd)
{
	if (is_digit(c))
		return odd ? odd_digit[c - '0'] : c - '0';
	return odd ? odd_letter[c - 'A'] : c - 'A';
}

/* A digit, or the letter that stands for it; -1: neither. */
static int
digit(char c)
{
	const char *p;

	if (is_digit(c))
		return c - '0';
	p = c != '\0' ? strchr(omocodia, c) : NULL;
	return p != NULL ? (int)(p - omocodia) : -1;
}

static bool
all_digits(const char *s)
{
	return s[strspn(s, "0123456789")] == '\0';
}

enum codice_fiscale
codice_fiscale_tipo(const char *cf)
{
	size_t len = strlen(cf);

	if (len == 11 && all_digits(cf))
		return CF_PROVVISORIO;
	if (len != CODICE_FISCALE_LEN)
		return CF_ALTRO;
	if (all_digits(cf + 3) && strncmp(cf, "STP", 3) == 0)
		return CF_STP;
	if (all_digits(cf + 3) && strncmp(cf, "ENI", 3) == 0)
		return CF_ENI;
	return CF_PERSONA;
}

static bool
valid_person(const char *cf)
{
	static const int digits[] = { 6, 7, 9, 10, 12, 13, 14 };
	int i, sum = 0;
	size_t k;

	for (k = 0; k < sizeof digits / sizeof *digits; k++)
		if (digit(cf[digits[k]]) < 0)
			return false;
	for (i = 0; i < CODICE_FISCALE_LEN - 1; i++) {
		if (!is_digit(cf[i]) && !is_letter(cf[i]))
			return false;
		sum += weight(cf[i], i % 2 == 0);
	}
	return strchr(mesi, cf[8]) != NULL && cf[15] == 'A' + sum % 26;
}

/* Eleven digits, the last of which checks the others: every second one is
 * doubled, its digits added. */
static bool
valid_provisional(const char *cf)
{
	int i, d, sum = 0;

	for (i = 0; i < 10; i++) {
		d = cf[i] - '0';
		if (i % 2 == 1)
			d = d * 2 > 9 ? d * 2 - 9 : d * 2;
		sum += d;
	}
	return cf[10] - '0' == (10 - sum % 10) % 10;
}

bool
codice_fiscale_valid(const char *cf)
{
	switch (codice_fiscale_tipo(cf)) {
	case CF_PERSONA:
		return valid_person(cf);
	case CF_PROVVISORIO:
		return valid_provisional(cf);
	case CF_STP:
	case CF_ENI:
		return true;
	default:
		return false;
	}
}

/* The two digits from place i. */
static int
two(const char *cf, int i)
{
	return digit(cf[i]) * 10 + digit(cf[i + 1]);
}

bool
codice_fiscale_agrees(const char *cf, const char *nascita, const char *sesso)
{
	const char *mese;
	bool femmina;
	int giorno;

	if (codice_fiscale_tipo(cf) != CF_PERSONA)
		return true;
	if ((mese = strchr(mesi, cf[8])) == NULL)
		return false;
	giorno = two(cf, 9);
	femmina = giorno > 40;	/* a woman's day has 40 added */
	if (femmina)
		giorno -= 40;
	if (sesso != NULL && femmina != (strcmp(sesso, "F") == 0))
		return false;
	return two(cf, 6) == (int)(strtol(nascita, NULL, 10) % 100) &&
	    mese - mesi + 1 == strtol(nascita + 5, NULL, 10) &&
	    giorno == strtol(nascita + 8, NULL, 10);
}

/* ---- what names give ---- */

/* The consonants of a name, or its vowels, behind what is there. */
static void
letters(struct buf *out, const char *parole, bool vowels)
{
	for (; *parole != '\0'; parole++)
		if (*parole >= 'a' && *parole <= 'z' &&
		    (strchr("aeiou", *parole) != NULL) == vowels)
			buf_putc(out, (char)(*parole - 'a' + 'A'));
}

/* Three letters: of a given name with more than three consonants the second
 * is left out. */
static bool
gives(struct arena *a, const char *nome, const char *three, bool given)
{
	AUTO_BUF b = { 0 };
	const char *s;
	char *words;

	if (nome_parole(&words, a, nome) != 0)
		return false;
	letters(&b, words, false);
	if (given && b.len > 3)
		return three[0] == b.data[0] && three[1] == b.data[2] &&
		    three[2] == b.data[3];
	letters(&b, words, true);
	buf_puts(&b, "XXX");
	s = buf_str(&b);
	return strncmp(s, three, 3) == 0;
}

bool
codice_fiscale_nome(struct arena *a, const char *cf, const char *cognome,
    const char *nome)
{
	return codice_fiscale_tipo(cf) != CF_PERSONA ||
	    (gives(a, cognome, cf, false) && gives(a, nome, cf + 3, true));
}

char *
codice_fiscale_luogo(struct arena *a, const char *cf)
{
	char *luogo = arena_strndup(a, cf + 11, 4);
	int i;

	for (i = 1; i < 4; i++)
		luogo[i] = (char)('0' + digit(luogo[i]));
	return luogo;
}
