/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * xades_interno.h - of the files xades*.c of the room firme/ alone.
 */
#ifndef FIRME_XADES_INTERNO_H
#define FIRME_XADES_INTERNO_H

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "firme/firme.h"
#include "firme/xades.h"
#include "xml/firmato.h"

#define DS "http://www.w3.org/2000/09/xmldsig#"
#define XADES "http://uri.etsi.org/01903/v1.3.2#"
#define XADES_PROPRIETA "http://uri.etsi.org/01903#SignedProperties"
#define ENVELOPED DS "enveloped-signature"
#define EXC_C14N "http://www.w3.org/2001/10/xml-exc-c14n#"
#define MORE "http://www.w3.org/2001/04/xmldsig-more#"
#define SHA256_URI "http://www.w3.org/2001/04/xmlenc#sha256"

/* A signature taken apart; what is not found is NULL or 0. */
struct xades {
	struct arena *a;
	xmlDocPtr doc;
	xmlNodePtr firma, info, valore, chiavi, proprieta;
	const char *proprieta_id, *chiavi_id, *bersaglio;
	const char *digest;	/* of the signature method: "sha256" */
	const char *cert_digest, *cert_valore;	/* base64, of the signer's */
	int64_t dichiarata;	/* 0: not said */
	int documento, proprie;	/* references */
	bool debole;		/* an algorithm in it is */
	bool leggibile;		/* fit to be verified; else: */
	enum esito esito;
	const char *codice, *testo;
};

/* From x->a and x->doc.  absent: no signature at all. */
int xades_read(struct xades *x) MUST;
/* The first child of that name, or NULL; the next one called like n; its text
 * without blanks around; bytes in base64 (blanks between them), in the arena. */
xmlNodePtr xades_child(const xmlNode *n, const char *ns, const char *nome);
xmlNodePtr xades_next(const xmlNode *n);
const char *xades_text(struct arena *a, const xmlNode *n);
const char *xades_attribute(struct arena *a, const xmlNode *n,
    const char *nome);
bool xades_base64(struct byte_dati *out, struct arena *a, const char *text);

/* xmlsec, before the door of a cage is closed. */
int xades_init(void) MUST;
/* Are these bytes signed with the key of that certificate?  If not, x says
 * what is wrong. */
bool xades_holds(struct xades *x, X509 *cert);

#endif
