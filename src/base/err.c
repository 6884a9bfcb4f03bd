/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * err.c - one message buffer for the process (there are no threads).
 */
#define ERR_C
#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/auto.h"

static char message[2048];

static void
record(const char *fmt, va_list ap)
{
	char text[sizeof message];

	/* through a second buffer: an argument may be err_msg() itself */
	vsnprintf(text, sizeof text, fmt, ap);
	memcpy(message, text, sizeof message);
}

int
err_set(int code, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	record(fmt, ap);
	va_end(ap);
	return code;
}

static int
code_of(int number)
{
	switch (number) {
	case ENOENT:
	case ENOTDIR:
		return ERR_ABSENT;
	case EACCES:
	case EPERM:
		return ERR_FORBIDDEN;
	case EAGAIN:
	case EBUSY:
		return ERR_BUSY;
	case EINVAL:
	case ENAMETOOLONG:
	case ELOOP:
		return ERR_INVALID;
	default:
		return ERR_FAULT;
	}
}

/* In Italian, for what a user meets; the rest as the C library says it. */
static const char *
text_of(int number)
{
	static const struct {
		int number;
		const char *text;
	} words[] = {
		{ ENOENT, "non esiste" },
		{ ENOTDIR, "non è una directory" },
		{ EISDIR, "è una directory" },
		{ EEXIST, "esiste già" },
		{ EACCES, "permesso negato" },
		{ EPERM, "operazione non permessa" },
		{ EROFS, "è su un disco in sola lettura" },
		{ ENOSPC, "il disco è pieno: fare spazio e riprovare" },
		{ EDQUOT, "lo spazio concesso è finito: farselo aumentare" },
		{ EIO, "il disco dà errore: avvisare chi cura la macchina" },
		{ ELOOP, "è un collegamento simbolico" },
		{ ENAMETOOLONG, "il nome è troppo lungo" },
		{ EMFILE, "troppi file aperti" },
		{ ENXIO, "non è un file che si legge" },
	};
	size_t i;

	for (i = 0; i < NELEM(words); i++)
		if (words[i].number == number)
			return words[i].text;
	return strerror(number);
}

int
err_sys(const char *fmt, ...)
{
	int number = errno;
	size_t used;
	va_list ap;

	va_start(ap, fmt);
	record(fmt, ap);
	va_end(ap);
	used = strlen(message);
	snprintf(message + used, sizeof message - used, ": %s",
	    text_of(number));
	return code_of(number);
}

int
err_prefix(int code, const char *fmt, ...)
{
	char before[512], after[sizeof message];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(before, sizeof before, fmt, ap);
	va_end(ap);
	memcpy(after, message, sizeof after);
	snprintf(message, sizeof message, "%s: %.1500s", before, after);
	return code;
}

const char *
err_msg(void)
{
	return message;
}

void
err_clear(void)
{
	message[0] = '\0';
}
