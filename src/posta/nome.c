/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * nome.c - file names of attachments, fit for any disk and any eye.
 *
 * Refuses to pass on: directories, control characters, marks that turn
 * "exe.fdp" into what reads as a PDF, signs other systems forbid, two equal
 * names.  What cannot be kept is replaced, never rejected.
 */
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "posta/interno.h"

#define NOME_MAX 180	/* bytes, so that "-200" and more still fit in 255 */

static const struct extension {
	const char *tipo, *ext;
} extensions[] = {
	{ "message/rfc822", "eml" }, { "text/plain", "txt" },
	{ "text/html", "html" }, { "text/calendar", "ics" },
	{ "text/xml", "xml" }, { "application/xml", "xml" },
	{ "application/pdf", "pdf" }, { "image/jpeg", "jpg" },
	{ "image/png", "png" }, { "image/tiff", "tif" },
	{ "image/gif", "gif" }, { "application/zip", "zip" },
	{ "application/pkcs7-mime", "p7m" },
	{ "application/x-pkcs7-mime", "p7m" },
	{ "application/pkcs7-signature", "p7s" },
	{ "application/x-pkcs7-signature", "p7s" },
	{ "application/ms-tnef", "dat" },
};

static const char *
extension_of(const char *tipo)
{
	size_t i;

	for (i = 0; i < NELEM(extensions); i++)
		if (strcasecmp(tipo, extensions[i].tipo) == 0)
			return extensions[i].ext;
	return "bin";
}

/* The last '.' that is followed by a short extension; else the end. */
static size_t
stem_length(const char *s)
{
	const char *dot = strrchr(s, '.');

	if (dot == NULL || dot == s || strlen(dot) > 16)
		return strlen(s);
	return (size_t)(dot - s);
}

static char *
shorten(struct arena *a, const char *s)
{
	size_t stem = stem_length(s), ext = strlen(s) - stem;

	if (stem + ext <= NOME_MAX)
		return arena_strdup(a, s);
	stem = NOME_MAX - ext;
	while (stem > 0 && ((unsigned char)s[stem] & 0xc0) == 0x80)
		stem--;			/* not in the middle of a character */
	return arena_printf(a, "%.*s%s", (int)stem, s, s + strlen(s) - ext);
}

/* The last step of a path of whichever system, without forbidden signs. */
static char *
plain(struct arena *a, const char *proposto)
{
	char *s = testo_line(a, proposto), *p;
	size_t n;

	for (p = s; *p != '\0'; p++)
		if (*p == '\\')
			*p = '/';
	for (n = strlen(s); n > 0 && strchr("/. ", s[n - 1]) != NULL; n--)
		s[n - 1] = '\0';
	if ((p = strrchr(s, '/')) != NULL)
		s = p + 1;
	s += strspn(s, ". ");
	for (p = s; *p != '\0'; p++)
		if (strchr("<>:\"|?*", *p) != NULL)
			*p = '_';
	return shorten(a, s);
}

static bool
taken(const struct lettura *l, const char *nome)
{
	int i;

	/* other systems do not tell "A.pdf" from "a.pdf" */
	for (i = 0; i < l->n_parti; i++)
		if (strcasecmp(l->parti[i].nome, nome) == 0)
			return true;
	return false;
}

const char *
nome_safe(struct lettura *l, const char *proposto, const char *tipo)
{
	char *base, *nome;
	size_t stem;
	int i;

	base = plain(l->a, proposto != NULL ? proposto : "");
	if (!file_name_valid(base))
		base = arena_printf(l->a, "allegato-%d.%s", l->n_parti + 1,
		    extension_of(tipo));
	stem = stem_length(base);
	nome = base;
	for (i = 2; taken(l, nome); i++)
		nome = arena_printf(l->a, "%.*s-%d%s", (int)stem, base, i,
		    base + stem);
	return nome;
}
