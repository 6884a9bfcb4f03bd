/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * zz_attesa.c - stands in for cms.c and xades.c until they are there: weak,
 * and behind them in the archive, so that they take its place.  To be removed
 * with their merge.
 */
#include "firme/xades.h"

#define WEAK __attribute__((weak))

WEAK int
verifica_cms(struct nodo **out, struct buf *contenuto, struct prova **prove,
    struct arena *a, const void *p, size_t n, const struct byte_dati *staccato,
    const struct fiducia *f)
{
	(void)out;
	(void)contenuto;
	(void)prove;
	(void)a;
	(void)p;
	(void)n;
	(void)staccato;
	(void)f;
	return err_set(ERR_INVALID, "CMS: non ancora");
}

WEAK int
verifica_xades(struct nodo **out, struct prova **prove, struct arena *a,
    const void *xml, size_t n, const struct fiducia *f)
{
	(void)out;
	(void)prove;
	(void)a;
	(void)xml;
	(void)n;
	(void)f;
	return err_set(ERR_ABSENT, "XAdES: non ancora");
}

WEAK bool
cms_sembra(const void *p, size_t n)
{
	return n > 1 && *(const char *)p == 0x30;
}

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
