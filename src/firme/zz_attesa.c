/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * zz_attesa.c - stands in for pkcs11.c until it is there: weak,
 * and behind them in the archive, so that it takes its place.  To be removed
 * with its merge.
 */
#include "firme/xades.h"

#define WEAK __attribute__((weak))

WEAK int
firmatario_pkcs11(struct firmatario **out, const char *modulo,
    const char *uri, const struct segreto *pin)
{
	(void)out;
	(void)modulo;
	(void)uri;
	(void)pin;
	return err_set(ERR_INVALID, "PKCS#11: non ancora");
}
