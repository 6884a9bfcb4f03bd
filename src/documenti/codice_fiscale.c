/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/codice_fiscale.h"

#include <stdlib.h>
#include <string.h>

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

bool
codice_fiscale_valid(const char *cf)
{
	static const int digits[] = { 6, 7, 9, 10, 12, 13, 14 };
	int i, sum = 0;
	size_t k;

	if (strlen(cf) != CODICE_FISCALE_LEN)
		return false;
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

/* The two digits from place i. */
static int
two(const char *cf, int i)
{
	return digit(cf[i]) * 10 + digit(cf[i + 1]);
}

bool
codice_fiscale_agrees(const char *cf, const char *nascita, const char *sesso)
{
	const char *mese = cf[8] != '\0' ? strchr(mesi, cf[8]) : NULL;
	int giorno = two(cf, 9);
	bool femmina = giorno > 40;	/* a woman's day has 40 added */

	if (mese == NULL)
		return false;
	if (femmina)
		giorno -= 40;
	if (sesso != NULL && femmina != (strcmp(sesso, "F") == 0))
		return false;
	return two(cf, 6) == (int)(strtol(nascita, NULL, 10) % 100) &&
	    mese - mesi + 1 == strtol(nascita + 5, NULL, 10) &&
	    giorno == strtol(nascita + 8, NULL, 10);
}
