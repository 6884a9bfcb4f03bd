/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * codice_fiscale.h - what a codice fiscale says of itself.  Norm: DM
 * 23/12/1976; art. 35 D.lgs 286/1998 and DPR 394/1999 art. 43 for those who
 * have only a code of the health service.
 *
 * All take a text that the schema has already found to have its form.  Digits
 * replaced by letters because of a homonym (omocodia) are read as digits.
 */
#ifndef DOCUMENTI_CODICE_FISCALE_H
#define DOCUMENTI_CODICE_FISCALE_H

#include <stdbool.h>

#include "base/arena.h"

#define CODICE_FISCALE_LEN 16

enum codice_fiscale {
	CF_ALTRO,		/* none of these forms */
	CF_PERSONA,		/* sixteen letters and digits */
	CF_PROVVISORIO,		/* eleven digits, until those are given */
	CF_STP,			/* a foreigner for the time being here */
	CF_ENI			/* a citizen of the Union who is not insured */
};
/* Only its form is looked at. */
enum codice_fiscale codice_fiscale_tipo(const char *cf);

/* Has it one of the forms, and the check character the others want?  STP and
 * ENI have none. */
bool codice_fiscale_valid(const char *cf);

/* The rest is told by a CF_PERSONA only: of others all agrees. */

/*
 * Does it agree with a birth date "2011-03-05" and a sex "F" or "M" (NULL: not
 * known)?  The century is not in it.
 */
bool codice_fiscale_agrees(const char *cf, const char *nascita,
    const char *sesso);
/* Do its first six letters come from this surname and this name? */
bool codice_fiscale_nome(struct arena *a, const char *cf, const char *cognome,
    const char *nome);
/* "G999", or "Z330" of another State: where it says one was born. */
char *codice_fiscale_luogo(struct arena *a, const char *cf);

#endif
