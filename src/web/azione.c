/* SPDX-License-Identifier: EUPL-1.2 */
#include "web/azione.h"

#include <string.h>

#include "base/auto.h"

static const struct azione *const tables[] = {
	azioni_accesso, azioni_registro, azioni_redazione, azioni_ente,
};

const struct azione *
azione_trova(const char *via)
{
	const struct azione *z;
	size_t i;

	for (i = 0; i < NELEM(tables); i++)
		for (z = tables[i]; z->via != NULL; z++)
			if (strcmp(z->via, via) == 0)
				return z;
	return NULL;
}
