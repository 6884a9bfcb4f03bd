/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accolta_prove.h - what the tests of the intake ask of what came of a model;
 * apart from accolta.h, which the fuzz target includes too.
 */
#ifndef UNIT_ACCOLTA_PROVE_H
#define UNIT_ACCOLTA_PROVE_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "accolta.h"

static inline void
take_body(struct accolta *x, struct arena *a, const char *body,
    const char *styles)
{
	AUTO_BUF zip = { 0 };

	accolta_zip(&zip, a, accolta_content(a, "", body), styles, NULL, 0);
	accolta_try(x, a, zip.data, zip.len, NULL);
}

/* What is accepted is, taken in again, the same bytes. */
static inline void
same_again(struct arena *a, struct accolta *x)
{
	struct accolta again;

	accolta_try(&again, a, x->odt.data, x->odt.len, NULL);
	assert_int_equal(again.r, 0);
	if (again.ril.errori > 0)
		fail_msg("%s", accolta_rilievi(a, &again.ril));
	if (again.odt.len != x->odt.len ||
	    memcmp(again.odt.data, x->odt.data, x->odt.len) != 0)
		fail_msg("diverso:\n%s\n%s", accolta_part(a, x, "content.xml"),
		    accolta_part(a, &again, "content.xml"));
	assert_string_equal(accolta_usati(a, again.scheda),
	    accolta_usati(a, x->scheda));
	buf_free(&again.odt);
}

static inline bool
said(const struct rilievi *ril, const char *codice, const char *parole)
{
	const struct rilievo *r;

	for (r = ril->primo; r != NULL; r = r->succ)
		if (strcmp(r->codice, codice) == 0 &&
		    strstr(r->testo, parole) != NULL)
			return true;
	return false;
}

static inline void
check_refused(struct arena *a, struct accolta *x, const char *codice,
    const char *parole)
{
	assert_int_equal(x->r, 0);
	assert_true(x->ril.errori > 0);
	assert_null(x->scheda);
	assert_int_equal(x->odt.len, 0);
	if (!said(&x->ril, codice, parole))
		fail_msg("%s «%s»:\n%s", codice, parole,
		    accolta_rilievi(a, &x->ril));
}

#endif
