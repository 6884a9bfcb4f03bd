/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/oscura.h"

#include <stdbool.h>
#include <stddef.h>

int64_t
oscura_totale(const struct cella *c, int n)
{
	int64_t sum = 0;
	int i;

	for (i = 0; i < n; i++)
		sum += c[i].n;
	return sum;
}

/* The last that is not small; NULL: none.  The last, not the least or the
 * greatest: the choice must say nothing of how many they are. */
static struct cella *
complement(struct cella *c, int n, int64_t k)
{
	struct cella *last = NULL;
	int i;

	for (i = 0; i < n; i++)
		if (c[i].n >= k)
			last = &c[i];
	return last;
}

/*
 * May each of the small cells be any number from 1 to k - 1, for who knows the
 * rule and `sum`, what they and the complement are together?  It is asked of
 * what is told, so that the answer tells nothing more.
 */
static bool
safe(int64_t sum, int small, int64_t k)
{
	return sum - (small - 1) - k >= k - 1;
}

enum tabella
oscura(struct cella *c, int n, int64_t k)
{
	int64_t total = oscura_totale(c, n), sum = 0;
	struct cella *other;
	int i, small = 0;

	for (i = 0; i < n; i++) {
		c[i].velo = c[i].n > 0 && c[i].n < k ? SOTTO_SOGLIA : SCOPERTA;
		small += c[i].velo == SOTTO_SOGLIA;
		sum += c[i].velo == SOTTO_SOGLIA ? c[i].n : 0;
	}
	if (total > 0 && total < k)
		return TABELLA_OSCURA;
	if (small == 0)
		return TABELLA_INTERA;
	if ((other = complement(c, n, k)) == NULL ||
	    !safe(sum + other->n, small, k))
		return TABELLA_TRATTENUTA;
	other->velo = COMPLEMENTARE;
	return TABELLA_INTERA;
}
