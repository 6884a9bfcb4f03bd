/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/ricerca.h"

int
ricerca_rinnova(struct registro *r, const struct numero *n)
{
	(void)r;
	(void)n;
	return 0;
}
