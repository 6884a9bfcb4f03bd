/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * err.c - one message buffer for the process (there are no threads).
 */
#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

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

/* What an office meets, in its language; the rest as libc says it. */
static const char *
words_of(int number)
{
	switch (number) {
	case ENOSPC:
		return "il disco è pieno";
	case EDQUOT:
		return "lo spazio concesso a questo utente è finito";
	case EROFS:
		return "il disco è in sola lettura";
	case EIO:
		return "il disco è guasto";
	case EACCES:
	case EPERM:
		return "permesso negato";
	case ENOENT:
		return "non esiste";
	case EEXIST:
		return "esiste già";
	default:
		return strerror(number);
	}
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
	    words_of(number));
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
