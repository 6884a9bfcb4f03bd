/* SPDX-License-Identifier: EUPL-1.2 */
/* servi_bozze.c - drafts: istanze not sent yet. */
#include "servizio/servi.h"

const struct servi_riga servi_righe_bozze[] = {
	{ 0 }
};
