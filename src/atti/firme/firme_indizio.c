/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/firme/firme_indizio.h"

#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "firme/cms.h"
#include "resa/firme_pdf.h"

#define GUESS 65536		/* bytes looked at to guess at a CMS */

bool
nome_finisce(const char *s, const char *tail)
{
	size_t n = strlen(s), k = strlen(tail);

	return n > k && strcasecmp(s + n - k, tail) == 0;
}

/* A container with signatures within: their names stand in it in clear. */
static bool
zip_sembra_firmato(const char *p, size_t n)
{
	static const char *const names[] = { "META-INF/signature",
	    "META-INF/documentsignatures.xml", "_xmlsignatures/sig" };
	size_t i;

	if (n < 4 || memcmp(p, "PK\3\4", 4) != 0)
		return false;
	for (i = 0; i < NELEM(names); i++)
		if (memmem(p, n, names[i], strlen(names[i])) != NULL)
			return true;
	return false;
}

static struct indizio
of_xml(const char *p, size_t n)
{
	size_t i = 0;

	while (i < n && memchr("\xef\xbb\xbf \t\r\n", p[i], 7) != NULL)
		i++;
	if (i < n && p[i] == '<' &&
	    memmem(p, n, "SignatureValue", 14) != NULL)
		return (struct indizio){ "xades", true, NULL };
	return (struct indizio){ NULL, false, NULL };
}

/*
 * What signs a message as it was sent (smime.p7s) is of bytes that are no file
 * of ours, and an answer of a time stamper (.tsr) is of itself nobody's
 * signature: they are not looked at, and nothing is said of them.
 */
static struct indizio
first_look(const char *nome, const char *p, size_t n)
{
	struct indizio none = { NULL, false, NULL };
	bool cms;

	if (strcasecmp(nome, "smime.p7s") == 0 || nome_finisce(nome, ".tsr"))
		return none;
	cms = cms_sembra(p, n < GUESS ? n : GUESS);
	if (cms || nome_finisce(nome, ".p7m") || nome_finisce(nome, ".p7s"))
		return (struct indizio){ "cades", cms, NULL };
	if (pdf_sembra(p, n))
		return pdf_sembra_firmato(p, n) ?
		    (struct indizio){ "pades", true, NULL } : none;
	if (zip_sembra_firmato(p, n))
		return (struct indizio){ "xades", true,
		    "firme dentro un archivio (ASiC, ODF, OOXML)" };
	if (n > 15 && memmem(p, n < GUESS ? n : GUESS, "-----BEGIN PGP SIG",
	    18) != NULL)
		return (struct indizio){ "openpgp", true,
		    "firma OpenPGP di altri" };
	return of_xml(p, n);
}

int
firme_indizio(struct indizio *out, const char *nome, int fd)
{
	struct stat st;
	void *p;

	*out = (struct indizio){ NULL, false, NULL };
	if (fstat(fd, &st) != 0)
		return err_sys("%s", nome);
	if (st.st_size == 0)
		return 0;
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (p == MAP_FAILED)
		return err_sys("%s", nome);
	*out = first_look(nome, p, (size_t)st.st_size);
	munmap(p, (size_t)st.st_size);
	return 0;
}
