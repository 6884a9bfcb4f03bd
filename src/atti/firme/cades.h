/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cades.h - signatures by a certificate that was enrolled: made with the
 * PKCS#12 file or the token the front was told, verified in a cage.  Internal
 * to atti/ and servizio/.
 *
 * Refuses: a key whose certificate is not the one enrolled, a signature by
 * anybody else or by several.  Norm: CAD art. 20; Reg. (UE) 910/2014 art. 26;
 * ETSI EN 319 122-1.
 */
#ifndef ATTI_FIRME_CADES_H
#define ATTI_FIRME_CADES_H

#include "atti/op.h"
#include "base/err.h"
#include "firme/cms.h"

/* Who signs, as the front was told.  Errors of firmatario_p12, _pkcs11. */
int cades_firmatario(struct firmatario **out, const struct op *op) MUST;

/*
 * prepara: CAdES by the certificate `chiave` over n bytes, `staccata` (.p7s) or
 * around them (.p7m).  Appended.  1: not signed, and a rilievo says why.
 */
int cades_firma(struct buf *out, struct op *op, const char *chiave,
    bool staccata, const void *p, size_t n) MUST;

struct cades_esito {
	struct nodo *firme;	/* firme/cms.h */
	struct prova *prove;
	bool intorno;		/* the content is inside the signature */
	const char *perche;	/* Italian; NULL: it is good, and by that one */
};

/*
 * Is it a signature over those bytes, detached or around them, by the enrolled
 * certificate `chiave` and no other?  At the moment `ora`, whatever the
 * certificate is worth today.  With `marche` a time stamp in it is looked at
 * too, by whom the office trusts.  0 whatever the answer.
 */
int cades_verifica(struct cades_esito *out, struct arena *a, struct store *st,
    const char *chiave, const struct byte_dati *firma,
    const struct byte_dati *dati, int64_t ora, bool marche) MUST;

/* Does the issuer of its certificate say, in what we have of revocations, that
 * it was revoked by `ora`?  *perche NULL: not that we know. */
int cades_revocata(const char **perche, struct arena *a, struct store *st,
    const struct byte_dati *firma, const struct byte_dati *dati, int64_t ora)
    MUST;

#endif
