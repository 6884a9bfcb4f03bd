/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cms.h - CMS and CAdES with libcrypto: sign with a PKCS#12 file or a PKCS#11
 * token, verify what others sent, RFC 3161 time stamps.
 *
 * Verifying is done on foreign bytes: only in a cage (worker_firme).  It says
 * "valida" only when the bytes, the path to a root that was given, the
 * validity at the reference time and the revocation at that time have all been
 * looked at and are good; the claimed signing time proves nothing.
 * Norms: CAD artt. 20, 24; Reg. (UE) 910/2014; ETSI EN 319 122-1 (CAdES
 * baseline); RFC 5652, 5035, 3161; DPCM 22 febbraio 2013 art. 41 (the
 * registration as a time that holds against third parties).
 */
#ifndef FIRME_CMS_H
#define FIRME_CMS_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/auto.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/segreto.h"
#include "xml/nodo.h"

struct byte_dati {		/* bytes of somebody else's, borrowed */
	const void *p;
	size_t n;
};

/* ---- certificates ---- */

struct certificato {
	char impronta[IMPRONTA_LEN + 1];	/* SHA-256 of its DER */
	const char *soggetto, *emittente;	/* RFC 2253, UTF-8 */
	const char *nome;			/* common name; "" */
	const char *codice_fiscale;		/* serialNumber TINIT-…; NULL */
	const char *seriale;			/* hex, upper case */
	const char *algoritmo;			/* "rsa3072", "P-256" */
	int64_t dal, al;			/* seconds UTC */
	bool puo_firmare;	/* key usage: digitalSignature or
				 * nonRepudiation, or none said */
	bool autorita;		/* it issues certificates: a CA's */
	bool qualificato;	/* it says so (QcCompliance); not looked up */
};

/* One certificate, DER or PEM.  invalid: none, several, damaged, a key below
 * RSA 2048 or of another kind than RSA and EC; the message says which. */
int certificato_read(struct certificato *out, struct arena *a, const void *p,
    size_t n) MUST;
/* Appends it as PEM. */
int certificato_pem(struct buf *out, const void *p, size_t n) MUST;

/* ---- signing ---- */

struct firmatario;		/* a certificate, its chain and its key */

/* From the bytes of a PKCS#12 file.  forbidden: another passphrase; invalid:
 * not one, no key, a certificate that cannot sign. */
int firmatario_p12(struct firmatario **out, const void *p, size_t n,
    const struct segreto *frase) MUST;
/*
 * From a token: `modulo` the PKCS#11 library, `uri` "pkcs11:token=…;object=…"
 * (RFC 7512; pin-value and pin-source in it are refused).  absent: no such
 * token, or it has been pulled out; forbidden: another PIN, or it is locked.
 */
int firmatario_pkcs11(struct firmatario **out, const char *modulo,
    const char *uri, const struct segreto *pin) MUST;
void firmatario_close(struct firmatario *f);
AUTO_DEFINE(firmatario, firmatario_close)

/* Its certificate (valid as long as it) and the DER bytes of it. */
const struct certificato *firmatario_certificato(const struct firmatario *f);
struct byte_dati firmatario_der(const struct firmatario *f);

/* CAdES-BES, DER, SHA-256, signing-certificate-v2, chain included, signing
 * time `ora`.  With `staccata` the data are not inside (.p7s), else they are
 * (.p7m).  Appended.  absent: the token is not there any more. */
int firma_cades(struct buf *out, struct firmatario *f, bool staccata,
    const void *p, size_t n, int64_t ora) MUST;

/* ---- time stamps (RFC 3161) ---- */

/* The request for the signature value of the (only) signer of a CMS. */
int marca_chiedi(struct buf *tsq, const void *p7m, size_t n) MUST;
/* The same signature with the answer of the authority in it: CAdES-T.
 * invalid: it answers another request, or says no (the message says why). */
int marca_metti(struct buf *out, const void *p7m, size_t n, const void *tsr,
    size_t tsr_len) MUST;

/*
 * The same, asked of the office's command: CARTELLA_TSA, an absolute path; it
 * reads the request on stdin and writes the answer.  Where there is none the
 * signature is appended as it is.  absent: it did not answer; the message says
 * what it said.
 */
int marca_applica(struct buf *out, const void *p7m, size_t n) MUST;

/* ---- verifying ---- */

/* Whom we trust, and what is known of revocations.  Lists end with p NULL; a
 * NULL list is an empty one. */
struct fiducia {
	const struct byte_dati *radici;		/* DER or PEM; a certificate
						 * here ends a path */
	const struct byte_dati *radici_tsa;	/* the same, for time stamps */
	const struct byte_dati *crl;		/* DER or PEM */
	const struct byte_dati *ocsp;		/* responses, DER */
	int64_t ora;		/* reference time when there is no stamp: when
				 * we had the bytes (the registration) */
};

/*
 * Verifies all that is in the file: DER, PEM, base64 with or without line
 * breaks and padding, one in another to 8 levels, an envelope with a stamp
 * (.tsd), several signers, counter-signatures, with or without
 * signingCertificateV2; by the rules of docs/firme.md.  `staccato` NULL:
 * the content is inside.  *out is always there, with esito; the innermost
 * content, readable whatever the verdict, is appended to `contenuto` (may be
 * NULL).  invalid: it is no CMS at all, or so damaged that not even the
 * content can be read; the message says so.
 *
 * The tree, whose form schema/documenti/verdetto.xsd declares:
 *   <firme formato="cades" esito="valida">
 *     <contenuto impronta="…" dimensione="1234"/>
 *     <firma esito="valida" profilo="CAdES-BES">
 *       <motivo codice="revoca-non-nota">testo italiano</motivo>*
 *       <firmatario impronta= soggetto= nome= codice-fiscale= emittente=
 *           seriale= dal= al= qualificato=/>		absent: unknown signer
 *       <algoritmo digest="sha256" chiave="rsa3072"/>
 *       <ora dichiarata="…" marca="…" riferimento="…" fonte="marca|registrazione"/>
 *       <prova tipo="certificato|crl|ocsp|marca" impronta="…"/>*
 *       <firma …>		counter-signature
 *     </firma>+
 *     <firme …>		a signed file within
 *   </firme>
 * dates are those of clock_iso.  The bytes of each <prova> are appended to
 * `prove` (may be NULL) in the order of the tree, each with its impronta.
 */
struct prova {
	char impronta[IMPRONTA_LEN + 1];
	const char *tipo;
	const void *p;			/* in the arena */
	size_t n;
	struct prova *succ;
};
int verifica_cms(struct nodo **out, struct buf *contenuto,
    struct prova **prove, struct arena *a, const void *p, size_t n,
    const struct byte_dati *staccato, const struct fiducia *f) MUST;

/* Does it begin like one?  (A guess from the first bytes: for choosing.) */
bool cms_sembra(const void *p, size_t n);

#endif
