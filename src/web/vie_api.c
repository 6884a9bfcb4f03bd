/* SPDX-License-Identifier: EUPL-1.2 */
/* vie_api.c - the ways of programs. */
#include "web/chiamata.h"

const struct via vie_api[] = {
	{ 0 }
};
