/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_redazione.c - writing and signing. */
#include "web/pagina.h"

const struct pagina pagine_redazione[] = {
	{ 0 }
};
