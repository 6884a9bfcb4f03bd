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

/* Of the nation, whatever weekday. */
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

static void
day_text(char out[DATA_LEN + 1], time_t t)
{
	struct tm tm;

	gmtime_r(&t, &tm);
	strftime(out, DATA_LEN + 1, "%Y-%m-%d", &tm);
}

/* Of this Comune: its patron, the days it keeps closed. */
static bool
closed(const struct calendario *c, const char *data)
{
	int i;

	if (c == NULL)
		return false;
	if (c->patrono != NULL && strcmp(c->patrono, data + 5) == 0)
		return true;
	for (i = 0; i < c->n; i++)
		if (strcmp(c->chiusure[i], data) == 0)
			return true;
	return false;
}

bool
calendario_festivo(const char *data)
{
	time_t t = noon_of(data);
	struct tm tm;

	gmtime_r(&t, &tm);
	return tm.tm_wday == 0 || holiday(t);
}

bool
calendario_lavorativo(const struct calendario *c, const char *data)
{
	time_t t = noon_of(data);
	struct tm tm;

	gmtime_r(&t, &tm);
	return tm.tm_wday != 0 && tm.tm_wday != 6 && !holiday(t) &&
	    !closed(c, data);
}

void
calendario_giorni(char out[DATA_LEN + 1], const char *data, int giorni)
{
	day_text(out, noon_of(data) + (time_t)giorni * 86400);
}

void
calendario_precedente(char out[DATA_LEN + 1], const struct calendario *c,
    const char *data)
{
	calendario_giorni(out, data, -1);
	while (!calendario_lavorativo(c, out))
		calendario_giorni(out, out, -1);
}

void
calendario_mesi(char out[DATA_LEN + 1], const char *data, int mesi)
{
	int year = (int)strtol(data, NULL, 10);
	int month = (int)strtol(data + 5, NULL, 10) - 1 + mesi;
	int day = (int)strtol(data + 8, NULL, 10);
	char last[DATA_LEN + 1];
	int days;

	year += month / 12;
	month %= 12;
	/* the day before the first of the month after */
	day_text(last, noon(year, month + 2, 1) - 86400);
	days = (int)strtol(last + 8, NULL, 10);
	day_text(out, noon(year, month + 1, day < days ? day : days));
}

int
calendario_fra(const char *a, const char *b)
{
	return (int)((noon_of(b) - noon_of(a)) / 86400);
}
