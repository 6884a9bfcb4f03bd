/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_registro.c - the protocol register. */
#include "web/pagina.h"

const struct pagina pagine_registro[] = {
	{ 0 }
};
