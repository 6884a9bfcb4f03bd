/* SPDX-License-Identifier: EUPL-1.2 */
#include "colloquio/cronaca.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>


static void
quoted(struct buf *b, const char *s)
{
	buf_putc(b, '"');
	for (; *s != '\0'; s++)
		if (*s == '"' || *s == '\\')
			buf_printf(b, "\\%c", *s);
		else if ((unsigned char)*s < 0x20 || *s == 0x7f)
			buf_printf(b, "\\u%04x", (unsigned)(unsigned char)*s);
		else
			buf_putc(b, *s);
	buf_putc(b, '"');
}

void
cronaca(const char *evento, ...)
{
	struct timespec now;
	char ora[32];
	const char *key, *value;
	AUTO_BUF b = { 0 };
	struct tm tm;
	va_list ap;

	clock_gettime(CLOCK_REALTIME, &now);
	gmtime_r(&now.tv_sec, &tm);
	strftime(ora, sizeof ora, "%Y-%m-%dT%H:%M:%S", &tm);
	buf_printf(&b, "{\"ora\":\"%s.%03ldZ\",\"pid\":%d,\"evento\":", ora,
	    now.tv_nsec / 1000000, (int)getpid());
	quoted(&b, evento);
	va_start(ap, evento);
	while ((key = va_arg(ap, const char *)) != NULL) {
		if ((value = va_arg(ap, const char *)) == NULL)
			continue;
		buf_putc(&b, ',');
		quoted(&b, key);
		buf_putc(&b, ':');
		quoted(&b, value);
	}
	va_end(ap);
	buf_puts(&b, "}\n");
	if (write(STDERR_FILENO, b.data, b.len) < 0)
		return;		/* nowhere to say it */
}

/* ---- what may hold the words of a document ---- */

#define DIGITS "0123456789"
#define LEFT_OUT "…"

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (unsigned char)c >= 0x80;
}

/* Bytes of the quotation that begins at s; 0: none does.  One that is not
 * closed goes to the end.  An apostrophe stands behind a letter. */
static size_t
quotation(const char *start, const char *s)
{
	static const char *const marks[][2] = { { "«", "»" },
	    { "\"", "\"" }, { "'", "'" }, { "“", "”" } };
	const char *end;
	size_t i, n;

	for (i = 0; i < NELEM(marks); i++) {
		n = strlen(marks[i][0]);
		if (strncmp(s, marks[i][0], n) != 0 ||
		    (*s == '\'' && s > start && letter(s[-1])))
			continue;
		end = strstr(s + n, marks[i][1]);
		return end != NULL ? (size_t)(end - s) + strlen(marks[i][1]) :
		    strlen(s);
	}
	return 0;
}

/* A path, a number of something, a digest. */
static bool
names(const char *s, size_t n)
{
	size_t i, run = 0;

	for (i = 0; i < n; i++) {
		run = strchr(DIGITS "abcdef", s[i]) != NULL ? run + 1 : 0;
		if (s[i] == '/' || s[i] == '@' || run >= 16 ||
		    strspn(s + i, DIGITS) >= 4)
			return true;
	}
	return false;
}

void
cronaca_pulisci(struct buf *out, const char *s)
{
	const char *start = s;
	size_t n;

	while (*s != '\0') {
		if ((n = quotation(start, s)) > 0) {
			buf_puts(out, LEFT_OUT);
			s += n;
			continue;
		}
		n = strcspn(s, " :;,()\n\"");
		if (n > 1 && s[n - 1] == '.')
			n--;
		if (n == 0)
			buf_putc(out, *s++);
		else if (names(s, n))
			buf_puts(out, LEFT_OUT);
		else
			buf_append(out, s, n);
		s += n;
	}
}

void
cronaca_errore(const char *evento, const char *tipo, const char *messaggio)
{
	AUTO_BUF b = { 0 };

	if (messaggio != NULL)
		cronaca_pulisci(&b, messaggio);
	cronaca(evento, "tipo", tipo, "messaggio", buf_str(&b), NULL);
}
