/* SPDX-License-Identifier: EUPL-1.2 */
/* pkcs11_provvisorio.c - until pkcs11.c is there: no token. */
#include "firme/cms.h"

int
firmatario_pkcs11(struct firmatario **out, const char *modulo,
    const char *uri, const struct segreto *pin)
{
	(void)out, (void)modulo, (void)uri, (void)pin;
	return err_set(ERR_ABSENT, "i token PKCS#11 non ci sono ancora");
}
