/* SPDX-License-Identifier: EUPL-1.2 */
#include "colloquio/cronaca.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"

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
