/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_ente.c - the body: administration and indicators. */
#include "web/pagina.h"

const struct pagina pagine_ente[] = {
	{ 0 }
};
