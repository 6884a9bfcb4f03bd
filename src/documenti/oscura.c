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

/* The least of those that are told and not of nobody; NULL: none. */
static struct cella *
least_told(struct cella *c, int n)
{
	struct cella *least = NULL;
	int i;

	for (i = 0; i < n; i++)
		if (c[i].velo == SCOPERTA && c[i].n > 0 &&
		    (least == NULL || c[i].n < least->n))
			least = &c[i];
	return least;
}

/*
 * May each hidden cell be any number from 1 to k - 1, for who knows the rule
 * and the sum of what is hidden?  The hidden complements are at least k and,
 * being the least, at most the least that is told.
 */
static bool
safe(struct cella *c, int n, int64_t k)
{
	const struct cella *told = least_told(c, n);
	int64_t sum = 0, small = 0, other = 0, top;
	int i;

	for (i = 0; i < n; i++) {
		small += c[i].velo == SOTTO_SOGLIA;
		other += c[i].velo == COMPLEMENTARE;
		sum += c[i].velo == SCOPERTA ? 0 : c[i].n;
	}
	if (small == 0)
		return true;
	top = told != NULL ? told->n : sum;
	return sum - (small - 1) * (k - 1) - other * top <= 1 &&
	    sum - (small - 1) - other * k >= k - 1;
}

enum tabella
oscura(struct cella *c, int n, int64_t k)
{
	int64_t total = oscura_totale(c, n);
	struct cella *next;
	int i;

	for (i = 0; i < n; i++)
		c[i].velo = c[i].n > 0 && c[i].n < k ? SOTTO_SOGLIA : SCOPERTA;
	if (total > 0 && total < k)
		return TABELLA_OSCURA;
	while (!safe(c, n, k)) {
		if ((next = least_told(c, n)) == NULL)
			return TABELLA_TRATTENUTA;
		next->velo = COMPLEMENTARE;
	}
	return TABELLA_INTERA;
}
