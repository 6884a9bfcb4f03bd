/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme.h - OpenPGP through gpgme: sign bytes, verify bytes, verdict as data.
 * (CMS and CAdES: cms.h; XAdES: xades.h.)
 *
 * A verdict never comes from gpgme's summary alone: VALIDA needs a good
 * signature by exactly the full fingerprint that the caller expects (or one of
 * the keys given), not revoked, not expired when it was made.
 */
#ifndef FIRME_FIRME_H
#define FIRME_FIRME_H

#include <stdint.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/auto.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/segreto.h"

#define CHIAVE_LEN 40		/* hex digits, upper case, of a v4 fingerprint */

/*
 * What can be said of a signature, of any kind.  Only the first is ever shown
 * as valid; the words are those of esito_nome and of schema/comuni.xsd.
 */
enum esito {
	FIRMA_VALIDA,
	FIRMA_INTEGRA,		/* these bytes, this certificate; but that it
				 * was not revoked could not be told */
	FIRMA_NON_VALIDA,	/* other bytes, or a damaged signature */
	FIRMA_IGNOTA,		/* by nobody whom we trust */
	FIRMA_REVOCATA,		/* when it was made */
	FIRMA_SCADUTA,		/* already when it was made */
	FIRMA_DEBOLE,		/* a digest or a key too weak to be believed */
	FIRMA_NON_VERIFICATA	/* it is there, and we cannot verify it */
};

struct verdetto {
	enum esito esito;
	char chiave[CHIAVE_LEN + 1];	/* primary key, "" when unknown */
	int64_t ora;			/* as the signature claims */
	const char *testo;		/* Italian, one line */
};

const char *esito_nome(enum esito e);	/* "valida", "non-valida" … */
/* The worse of two, for a file with several signatures. */
enum esito esito_peggiore(enum esito a, enum esito b);

/* Keys in a GnuPG home. */
struct portachiavi;

/* Once a process. */
int firme_init(void) MUST;

/*
 * home NULL: the user's own (GNUPGHOME or ~/.gnupg).  absent: no gpg, or no
 * such home.  Without a terminal, or with CARTELLA_SENZA_PINENTRY set, nobody
 * is asked for a passphrase.
 */
int portachiavi_open(struct portachiavi **out, const char *home) MUST;
/* A fresh one in a temporary directory, for public keys: it has no agent;
 * removed at close. */
int portachiavi_temporary(struct portachiavi **out) MUST;
void portachiavi_close(struct portachiavi *p);
AUTO_DEFINE(portachiavi, portachiavi_close)

/*
 * From now on its keys open with this passphrase (loopback: no pinentry, nobody
 * is asked, the agent keeps nothing); NULL: as the agent does.  The segreto
 * must outlive p.
 */
void portachiavi_frase(struct portachiavi *p, const struct segreto *frase);
/* How long a signature may take, in seconds (0: as long as a person needs); an
 * agent that hangs is then given up: fault, and nothing is signed. */
void portachiavi_attesa(struct portachiavi *p, int secondi);

struct chiave {
	char impronta[CHIAVE_LEN + 1];	/* of the primary key */
	const char *identita;		/* first user id */
	const char *algoritmo;		/* "ed25519", "rsa3072" */
	int64_t creata, scade;		/* seconds; scade 0: never */
	int puo_firmare;		/* 1 or 0 */
};

/* Imports exactly one public key (armoured or not) and describes it.
 * invalid: none, several, a secret one, or one too weak (RSA below 2048 bits,
 * DSA); then the portachiavi is as it was. */
int chiave_import(struct chiave *out, struct arena *a, struct portachiavi *p,
    const void *bytes, size_t n) MUST;
/* The same alone, in a portachiavi of its own; armour gets the key as it will
 * be kept.  invalid also: one that cannot sign. */
int chiave_leggi(struct chiave *out, struct buf *armour, struct arena *a,
    const void *bytes, size_t n) MUST;
/* By fingerprint; absent: not here.  With secret = 1: only if it can sign
 * here. */
int chiave_find(struct chiave *out, struct arena *a, struct portachiavi *p,
    const char *impronta, int secret) MUST;
/* Appends the armoured public key. */
int chiave_export(struct buf *out, struct portachiavi *p,
    const char *impronta) MUST;

/*
 * Keys kept by the server (custodia.c): a GnuPG home of its own, mode 0700, of
 * this user, whose agent remembers nothing.  A key in it opens with its
 * passphrase, given for one signature, and in no other way.
 */
/* The home, made when missing.  forbidden: others can enter it. */
int custodia_open(struct portachiavi **out, const char *home) MUST;
/*
 * Takes in the secret key of that fingerprint, after it was seen that it does
 * not sign without the passphrase, and does with it.  invalid: bytes that are
 * not exactly that secret key, or it is not protected; forbidden: another
 * passphrase.  Then nothing was taken in.
 */
int custodia_metti(const char *home, const char *impronta, const void *bytes,
    size_t n, const struct segreto *frase) MUST;
/* The fingerprint of the one secret key in those bytes.  invalid: it is not
 * one. */
int custodia_chi(char impronta[CHIAVE_LEN + 1], const void *bytes,
    size_t n) MUST;
/* absent: it is not there. */
int custodia_togli(const char *home, const char *impronta) MUST;

/*
 * Detached, armoured; SHA-256 or longer, as GnuPG chooses (gpgme cannot impose
 * it: `personal-digest-preferences SHA512` in the home's gpg.conf does).
 * absent: no such secret key; forbidden: no passphrase given.
 */
int firma_openpgp(struct buf *out, struct portachiavi *p,
    const char *impronta, const void *data, size_t n) MUST;

/*
 * cifrato.c: armoured, for the key of that fingerprint and no other, with the
 * integrity that OpenPGP gives.  absent: no such key; invalid: it cannot
 * encrypt now.
 */
int openpgp_cifra(struct buf *out, struct portachiavi *p,
    const char *impronta, const void *data, size_t n) MUST;
/* absent: its secret key is not in p; forbidden: no passphrase, or another;
 * invalid: altered, or no such message. */
int openpgp_decifra(struct buf *out, struct portachiavi *p, const void *data,
    size_t n) MUST;
/* What opened the key of the last openpgp_decifra, the agent forgets. */
int openpgp_scorda(struct portachiavi *p) MUST;

/*
 * attesa: the fingerprint that must have signed; NULL: any in p.  Returns 0
 * whatever the verdict; an error only when no verdict could be reached.
 */
int verifica_openpgp(struct verdetto *out, struct arena *a,
    struct portachiavi *p, const char *attesa, const void *firma,
    size_t firma_len, const void *data, size_t n) MUST;

#endif
