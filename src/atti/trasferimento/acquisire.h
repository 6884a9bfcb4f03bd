/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisire.h - the case of another body, taken in from its package.  Internal
 * to atti/.
 *
 * What is looked at belongs to a stranger until the whole of it was seen to
 * hold: the lists of the bag, the seal over them by the key that is known of
 * that body, the index, the history, the links of the chain, every signature.
 * Then the case becomes a cartella of ours.  What is of others stays known by
 * its path (below precedenti/) and is never projected as ours.
 */
#ifndef ATTI_TRASFERIMENTO_ACQUISIRE_H
#define ATTI_TRASFERIMENTO_ACQUISIRE_H

#include "atti/op.h"
#include "documenti/trasferimento.h"

struct pacchetto_altrui;	/* a package that was looked at; with the op */

struct ente_altrui {		/* whose package it must be */
	const char *ipa;	/* codice IPA */
	const char *chiave;	/* fingerprint of its seal, 40 hex digits */
	const void *pubblica;	/* that key, as it was enrolled */
	size_t n;		/* bytes of it */
	bool ritorna;		/* the case comes back into a cartella of ours:
				 * its history stays in its bundle, kept beside */
};

/*
 * prepara: looks at the bag in `sottodir` of the directory dirfd ("": there).
 * Foreign bytes are opened in cages; attachments and history wait in transito/.
 * *out is NULL when rilievi say what is wrong; then nothing was taken.
 */
int acquisire_guarda(struct pacchetto_altrui **out, struct op *op, int dirfd,
    const char *sottodir, const struct ente_altrui *di) MUST;

/* SHA-256 of its tagmanifest. */
const char *acquisire_impronta(const struct pacchetto_altrui *p);

/* Is the case sealed where it is? */
bool acquisire_secretata(const struct pacchetto_altrui *p);

struct presa {			/* what whoever takes it decides */
	const char *ufficio;	/* who answers for it here */
	const char *responsabile;
	const char *classifica;	/* NULL: the one it had there */
	const struct numero *ripresa;	/* our closed cartella of this case, which
				 * opens again; NULL: it is new */
	const char *motivo;	/* why it opens again */
};

/*
 * esamina, under the lock too: may it be done?  A passage that is not allowed,
 * a ripresa that is not closed or not to be seen, a person known here already (an
 * avviso: joining is offered, not done), that it is sealed (another).  p NULL:
 * not looked at yet.  Whom it is given to is affidare_esamina's (affidare.h).
 */
int acquisire_esamina(struct op *op, const struct pacchetto_altrui *p,
    const struct presa *presa) MUST;

/*
 * applica: makes the cartella of it; its number in *out.  The state it begins
 * in is that of the passage «inizio» of op's atto (ente/procedimento.xml); of a
 * ripresa, that from «chiuso».
 */
int acquisire_applica(struct numero *out, struct op *op,
    const struct pacchetto_altrui *p, const struct tr_lettera *patto,
    const struct presa *presa) MUST;

#endif
