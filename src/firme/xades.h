/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * xades.h - XAdES baseline B with xmlsec: the signature of a segnatura, and
 * those of XML that others sent (a segnatura, a national trust list).
 *
 * Verifying is done in a cage.  Refuses: a reference to other than this very
 * document, transforms that are not canonicalisation or enveloped-signature
 * (XPath, XSLT), two signatures, a key taken from anywhere but the certificate
 * that the signed properties name.  Norm: ETSI EN 319 132-1; Allegato 6.
 */
#ifndef FIRME_XADES_H
#define FIRME_XADES_H

#include "firme/cms.h"

/*
 * Enveloped signature of an XML document (UTF-8, no DOCTYPE, no instructions),
 * as the last child of its root: a reference to the whole document, one to the
 * signed properties (signing time `ora`, SigningCertificateV2, format of the
 * data).  All other bytes of it stay.  Appended.  invalid: it is no such
 * document, or has a signature already, or the certificate is not in force;
 * absent: the token is not there any more.
 */
int firma_xades(struct buf *out, struct firmatario *f, const void *xml,
    size_t n, int64_t ora) MUST;

/* As verifica_cms: the same tree, with formato="xades".  absent: there is no
 * signature in it. */
int verifica_xades(struct nodo **out, struct prova **prove, struct arena *a,
    const void *xml, size_t n, const struct fiducia *f) MUST;

/*
 * A trust list of a State (ETSI TS 119 612): <elenco paese="IT" numero="…"
 * emesso="…" scade="…"> (each only if it is said) with a <servizio nome=
 * tipo="CA/QC|TSA/QTST" stato="granted" dal=> for each certificate and each
 * status it has or had, the DER in base64 as its text.  The signature is not
 * looked at here (verifica_xades).  Foreign bytes: only in a cage.
 */
int elenco_fiducia(struct nodo **out, struct arena *a, const void *xml,
    size_t n) MUST;

#endif
