/* SPDX-License-Identifier: EUPL-1.2 */
#include "web/statici.h"

#include <stdbool.h>
#include <string.h>

static const struct {
	const char *fine, *tipo;
} types[] = {
	{ ".css", "text/css; charset=utf-8" },
	{ ".js", "text/javascript; charset=utf-8" },
	{ ".svg", "image/svg+xml" },
	{ ".png", "image/png" },
	{ ".ico", "image/x-icon" },
	{ ".woff2", "font/woff2" },
	{ ".woff", "font/woff" },
	{ ".json", "application/json" },
	{ ".txt", "text/plain; charset=utf-8" },
};

const struct resource *
statici_trova(const char *nome)
{
	const struct resource *r = statici_table;

	for (; r != NULL && r->name != NULL; r++)
		if (strcmp(r->name, nome) == 0)
			return r;
	return NULL;
}

const char *
statici_edizione(void)
{
	/* the address of what is weak may be none */
	const char *e = statici_edition;

	return e != NULL ? e : "0";
}

const char *
statici_tipo(const char *nome)
{
	size_t i, n = strlen(nome), k;

	for (i = 0; i < NELEM(types); i++) {
		k = strlen(types[i].fine);
		if (n > k && strcmp(nome + n - k, types[i].fine) == 0)
			return types[i].tipo;
	}
	return "application/octet-stream";
}
