/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * codice_fiscale.h - what a codice fiscale of sixteen characters says of
 * itself.  Norm: DM 23/12/1976.
 *
 * All take a text that the schema has already found to have its form.  Digits
 * replaced by letters because of a homonym (omocodia) are read as digits.
 */
#ifndef DOCUMENTI_CODICE_FISCALE_H
#define DOCUMENTI_CODICE_FISCALE_H

#include <stdbool.h>

#define CODICE_FISCALE_LEN 16

/* Has it the form, and the check character its other fifteen want? */
bool codice_fiscale_valid(const char *cf);

/*
 * Does it agree with a birth date "2011-03-05" and a sex "F" or "M" (NULL: not
 * known)?  The century is not in it.
 */
bool codice_fiscale_agrees(const char *cf, const char *nascita,
    const char *sesso);

#endif
