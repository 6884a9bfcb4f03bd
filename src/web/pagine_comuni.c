/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_comuni.c - the form of any atto, outcomes, errors, the help. */
#include "web/pagina.h"

const struct pagina pagine_comuni[] = {
	{ 0 }
};
