/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/tipo_file.h"

#include <string.h>
#include <strings.h>

#include "base/auto.h"

static const struct {
	const char *magic;
	size_t n;
	const char *tipo;
} first_bytes[] = {
	{ "%PDF-", 5, "application/pdf" },
	{ "\x89PNG\r\n\x1a\n", 8, "image/png" },
	{ "\xff\xd8\xff", 3, "image/jpeg" },
	{ "II*\0", 4, "image/tiff" },
	{ "MM\0*", 4, "image/tiff" },
};

static const struct {
	const char *coda, *tipo;
} by_name[] = {
	{ ".p7m", "application/pkcs7-mime" },
	{ ".p7s", "application/pkcs7-signature" },
	{ ".eml", "message/rfc822" },
	{ ".odt", "application/vnd.oasis.opendocument.text" },
	{ ".docx", "application/vnd.openxmlformats-officedocument."
	    "wordprocessingml.document" },
	{ ".xml", "application/xml" },
	{ ".txt", "text/plain" },
	{ ".zip", "application/zip" },
	{ ".pdf", "application/pdf" },
};

const char *
tipo_file(const char *nome, const void *inizio, size_t n)
{
	size_t len = strlen(nome), i, tail;

	/* what the bytes say comes first: a name can lie */
	for (i = 0; i < NELEM(first_bytes); i++)
		if (n >= first_bytes[i].n &&
		    memcmp(inizio, first_bytes[i].magic,
		    first_bytes[i].n) == 0)
			return first_bytes[i].tipo;
	for (i = 0; i < NELEM(by_name); i++) {
		tail = strlen(by_name[i].coda);
		if (len > tail &&
		    strcasecmp(nome + len - tail, by_name[i].coda) == 0)
			return by_name[i].tipo;
	}
	return TIPO_IGNOTO;
}
