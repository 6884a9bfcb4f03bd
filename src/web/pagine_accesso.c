/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_accesso.c - the way in, the own profile, sessions. */
#include "web/pagina.h"

const struct pagina pagine_accesso[] = {
	{ 0 }
};
