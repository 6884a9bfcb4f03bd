/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme.h - OpenPGP through gpgme, CAdES through libcrypto: sign bytes, verify
 * bytes, verdict as data.
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

#define CHIAVE_LEN 40		/* hex digits, upper case, of a v4 fingerprint */

enum esito {
	FIRMA_VALIDA,
	FIRMA_NON_VALIDA,	/* other bytes, or a damaged signature */
	FIRMA_CHIAVE_IGNOTA,	/* not among the keys given */
	FIRMA_CHIAVE_REVOCATA,
	FIRMA_CHIAVE_SCADUTA	/* already when it was made */
};

struct verdetto {
	enum esito esito;
	char chiave[CHIAVE_LEN + 1];	/* primary key, "" when unknown */
	int64_t ora;			/* as the signature claims */
	const char *testo;		/* Italian, one line */
};

const char *esito_nome(enum esito e);	/* "valida", "non-valida" … */

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
/* A fresh one in a temporary directory, removed at close (its agent ended). */
int portachiavi_temporary(struct portachiavi **out) MUST;
void portachiavi_close(struct portachiavi *p);
AUTO_DEFINE(portachiavi, portachiavi_close)

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
/* By fingerprint; absent: not here.  With secret = 1: only if it can sign
 * here. */
int chiave_find(struct chiave *out, struct arena *a, struct portachiavi *p,
    const char *impronta, int secret) MUST;
/* Appends the armoured public key. */
int chiave_export(struct buf *out, struct portachiavi *p,
    const char *impronta) MUST;

/*
 * Detached, armoured; SHA-256 or longer, as GnuPG chooses (gpgme cannot impose
 * it: `personal-digest-preferences SHA512` in the home's gpg.conf does).
 * absent: no such secret key; forbidden: no passphrase given.
 */
int firma_openpgp(struct buf *out, struct portachiavi *p,
    const char *impronta, const void *data, size_t n) MUST;

/*
 * attesa: the fingerprint that must have signed; NULL: any in p.  Returns 0
 * whatever the verdict; an error only when no verdict could be reached.
 */
int verifica_openpgp(struct verdetto *out, struct arena *a,
    struct portachiavi *p, const char *attesa, const void *firma,
    size_t firma_len, const void *data, size_t n) MUST;

#endif
