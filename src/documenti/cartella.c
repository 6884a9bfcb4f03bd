/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/cartella.h"

#include <string.h>

bool
cartella_scrivibile(const char *stato)
{
	return strcmp(stato, CARTELLA_CHIUSO) != 0;
}
