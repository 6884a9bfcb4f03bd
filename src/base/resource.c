/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/resource.h"

#include <string.h>

const struct resource *
resource_find(const char *name)
{
	const struct resource *r;

	for (r = resource_table; r->name != NULL; r++)
		if (strcmp(r->name, name) == 0)
			return r;
	return NULL;
}
