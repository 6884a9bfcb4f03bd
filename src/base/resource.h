/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * resource.h - the files shipped inside the binary: flattened schemas
 * ("schema/registra.xsd"), SQL ("schema/registro.sql"), stylesheets
 * ("xslt/testo.xsl"), templates.  One program, nothing to find at run time.
 */
#ifndef BASE_RESOURCE_H
#define BASE_RESOURCE_H

#include <stddef.h>

struct resource {
	const char *name;
	const char *data;	/* followed by a NUL that size does not count */
	size_t size;		/* bytes */
};

/* Sorted by name and ended by a NULL name; made by the Makefile. */
extern const struct resource resource_table[];

/* Another one whenever any of them is: 16 hex digits. */
extern const char resource_edition[];

const struct resource *resource_find(const char *name);	/* NULL: no such */

#endif
