/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/calendario.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static time_t
noon(int year, int month, int day)
{
	struct tm tm = { .tm_year = year - 1900, .tm_mon = month - 1,
	    .tm_mday = day, .tm_hour = 12 };

	return timegm(&tm);
}

static time_t
noon_of(const char *data)
{
	return noon((int)strtol(data, NULL, 10),
	    (int)strtol(data + 5, NULL, 10), (int)strtol(data + 8, NULL, 10));
}

/* Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
static time_t
easter(int y)
{
	int a = y % 19, b = y / 100, c = y % 100;
	int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
	int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;

	return noon(y, f / 31, f % 31 + 1);
}

static bool
holiday(time_t t)
{
	static const char days[] = "0101 0106 0425 0501 0602 0815 1101 1208 "
	    "1225 1226";
	char mmdd[5];
	struct tm tm;

	gmtime_r(&t, &tm);
	strftime(mmdd, sizeof mmdd, "%m%d", &tm);
	if (strstr(days, mmdd) != NULL)
		return true;
	if (tm.tm_year + 1900 >= 2026 && strcmp(mmdd, "1004") == 0)
		return true;
	return t == easter(tm.tm_year + 1900) + 86400;
}

static bool
working(time_t t)
{
	struct tm tm;

	gmtime_r(&t, &tm);
	return tm.tm_wday != 0 && tm.tm_wday != 6 && !holiday(t);
}

bool
calendario_lavorativo(const char *data)
{
	return working(noon_of(data));
}

void
calendario_precedente(char out[DATA_LEN + 1], const char *data)
{
	time_t t = noon_of(data);
	struct tm tm;

	do
		t -= 86400;
	while (!working(t));
	gmtime_r(&t, &tm);
	strftime(out, DATA_LEN + 1, "%Y-%m-%d", &tm);
}
