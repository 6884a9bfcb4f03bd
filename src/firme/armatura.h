/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * armatura.h - is a signature in ASCII armour written as one writes it?
 *
 * Whoever reads armour takes much for the same: other words in the last line,
 * a comment, blanks, spare bits.  None of it is signed, and none is a byte that
 * somebody else may choose.  Norm: RFC 4880 §6.2.
 */
#ifndef FIRME_ARMATURA_H
#define FIRME_ARMATURA_H

#include <stdbool.h>
#include <stddef.h>

/* One signature: no comment, lines of 64, no spare bit, nothing behind. */
bool armatura_esatta(const char *p, size_t n);

#endif
