/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cms_verifica.h - of the room firme/ alone: one SignerInfo is judged, for the
 * file that holds it and for the signature it counter-signs.
 */
#ifndef FIRME_CMS_VERIFICA_H
#define FIRME_CMS_VERIFICA_H

#include "firme/cms_interno.h"

struct firmato {		/* what is signed, and what came with it */
	STACK_OF(X509) *certs;
	STACK_OF(X509_CRL) *crl;
	struct byte_dati contenuto;	/* p NULL: not at hand */
	const ASN1_OBJECT *tipo;	/* of the content; NULL: it is a
					 * signature that is counter-signed */
	const struct fidata *f;
	const struct marca_fuori *fuori;	/* NULL: none */
	int gradi;			/* counter-signatures above it */
};

/* Its <firma>, counter-signatures below; *e becomes the worst of all. */
struct nodo *firmatario_giudica(enum esito *e, struct arena *a,
    struct prova ***coda, const struct firmato *what, CMS_SignerInfo *si);

#endif
