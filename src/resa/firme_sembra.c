/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme_sembra.c - guesses from the bytes, for choosing whom to ask; apart from
 * firme_pdf.c, so that who only chooses links no libqpdf.
 */
#include <string.h>

#include "resa/firme_pdf.h"

bool
pdf_sembra(const void *p, size_t n)
{
	return memmem(p, n < 1024 ? n : 1024, "%PDF-", 5) != NULL;
}

bool
pdf_sembra_firmato(const void *p, size_t n)
{
	return memmem(p, n, "/ByteRange", 10) != NULL;
}
