/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DAY 86400

/* Days since 1970-01-01 of a proleptic Gregorian date. */
static int64_t
days_of(int64_t y, int m, int d)
{
	int64_t era, yoe, doy;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static void
date_of(int64_t days, int64_t *y, int *m, int *d)
{
	int64_t z = days + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;

	*d = (int)(doy - (153 * mp + 2) / 5 + 1);
	*m = (int)(mp < 10 ? mp + 3 : mp - 9);
	*y = yoe + era * 400 + (*m <= 2);
}

static int64_t
floor_days(int64_t t)
{
	return (t >= 0 ? t : t - (DAY - 1)) / DAY;
}

/* 01:00 UTC of the last Sunday of the month (of 31 days). */
static int64_t
last_sunday(int64_t year, int month)
{
	int64_t last = days_of(year, month, 31);
	int64_t weekday = (last + 4) % 7;	/* 1970-01-01 was a Thursday */

	return (last - weekday) * DAY + 3600;
}

int
clock_offset(int64_t t)
{
	int64_t y;
	int m, d;

	date_of(floor_days(t), &y, &m, &d);
	if (t >= last_sunday(y, 3) && t < last_sunday(y, 10))
		return 7200;
	return 3600;
}

int64_t
clock_now(void)
{
#ifdef PROVA
	const char *frozen = getenv("CARTELLA_ORA");
	int64_t t;

	if (frozen != NULL && clock_parse(&t, frozen) == 0)
		return t;
#endif
	return (int64_t)time(NULL);
}

void
clock_iso(char out[ORA_LEN + 1], int64_t t)
{
	int offset = clock_offset(t);
	int64_t local = t + offset, days = floor_days(local), y;
	int rest = (int)(local - days * DAY), m, d;
	char text[64];

	date_of(days, &y, &m, &d);
	snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d+%02d:00",
	    (int)y, m, d, rest / 3600, rest / 60 % 60, rest % 60,
	    offset / 3600);
	memcpy(out, text, ORA_LEN);
	out[ORA_LEN] = '\0';
}

void
clock_day(char out[GIORNO_LEN + 1], int64_t t)
{
	char text[ORA_LEN + 1];

	clock_iso(text, t);
	memcpy(out, text, GIORNO_LEN);
	out[GIORNO_LEN] = '\0';
}

int
clock_year(int64_t t)
{
	int64_t y;
	int m, d;

	date_of(floor_days(t + clock_offset(t)), &y, &m, &d);
	return (int)y;
}

/* Exactly `n` digits at s; -1 when they are not. */
static int
digits(const char *s, int n)
{
	int v = 0, i;

	for (i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		v = v * 10 + (s[i] - '0');
	}
	return v;
}

static int
day_parse(int64_t *days, const char *s)
{
	static const int length[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	int y, m, d, max;

	if (strnlen(s, GIORNO_LEN) < GIORNO_LEN || s[4] != '-' || s[7] != '-')
		return -1;
	y = digits(s, 4);
	m = digits(s + 5, 2);
	d = digits(s + 8, 2);
	if (y < 1 || m < 1 || m > 12 || d < 1)
		return -1;
	max = length[m - 1];
	if (m == 2 && (y % 4 == 0 && (y % 100 != 0 || y % 400 == 0)))
		max = 29;
	if (d > max)
		return -1;
	*days = days_of(y, m, d);
	return 0;
}

int
clock_day_valid(const char *s)
{
	int64_t days;

	return strlen(s) == GIORNO_LEN && day_parse(&days, s) == 0;
}

void
clock_day_after(char out[GIORNO_LEN + 1], const char *giorno)
{
	int64_t days, y;
	char text[64];
	int m, d;

	if (day_parse(&days, giorno) != 0)
		abort();
	date_of(days + 1, &y, &m, &d);
	snprintf(text, sizeof text, "%04d-%02d-%02d", (int)y, m, d);
	memcpy(out, text, GIORNO_LEN);
	out[GIORNO_LEN] = '\0';
}

/* Seconds of "Z" or "+hh:mm"; -1 when it is neither. */
static int
zone_parse(int *out, const char *s)
{
	int h, m;

	if (strcmp(s, "Z") == 0) {
		*out = 0;
		return 0;
	}
	if (strlen(s) != 6 || (s[0] != '+' && s[0] != '-') || s[3] != ':')
		return -1;
	h = digits(s + 1, 2);
	m = digits(s + 4, 2);
	if (h < 0 || h > 14 || m < 0 || m > 59)
		return -1;
	*out = (h * 3600 + m * 60) * (s[0] == '-' ? -1 : 1);
	return 0;
}

int
clock_parse(int64_t *out, const char *s)
{
	int64_t days;
	int h, m, sec, zone;

	if (strlen(s) < 20 || day_parse(&days, s) != 0 || s[10] != 'T' ||
	    s[13] != ':' || s[16] != ':')
		goto bad;
	h = digits(s + 11, 2);
	m = digits(s + 14, 2);
	sec = digits(s + 17, 2);
	if (h < 0 || h > 23 || m < 0 || m > 59 || sec < 0 || sec > 59 ||
	    zone_parse(&zone, s + 19) != 0)
		goto bad;
	*out = days * DAY + h * 3600 + m * 60 + sec - zone;
	return 0;
bad:
	return err_set(ERR_INVALID, "«%.40s» non è una data e ora con fuso", s);
}

int64_t
clock_mono(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000000000 + ts.tv_nsec;
}
