/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_archivio.c - the archive, fascicoli and repertori. */
#include "web/pagina.h"

const struct pagina pagine_archivio[] = {
	{ 0 }
};
