/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trasferimento_busta.h - one message as it is carried between two bodies: a
 * paper of a transfer, the manifesto that names it, the office's seal over
 * that.  Pure.
 *
 * The three stand in it as text, so that whoever unpacks them has the very
 * bytes that were signed, and gpg alone can check them.  Whether the seal holds
 * and whose it is, is not seen here: who opens one believes nothing of it
 * before firme/ has verified `firma` over the bytes of `manifesto`.
 */
#ifndef DOCUMENTI_TRASFERIMENTO_BUSTA_H
#define DOCUMENTI_TRASFERIMENTO_BUSTA_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "documenti/manifesto.h"
#include "documenti/trasferimento.h"
#include "xml/nodo.h"

struct tr_busta {
	const struct nodo *carta;	/* the paper */
	struct tr_lettera lettera;	/* what it says */
	struct manifesto_capo capo;	/* of the manifesto */
	const char *manifesto, *firma;	/* their bytes, 0-ended */
};

/* The object that the manifesto must have, and no other. */
struct manifesto_oggetto trasferimento_oggetto(struct arena *a,
    const struct nodo *carta);

/* Its id is of the signature. */
struct nodo *trasferimento_messaggio(struct arena *a, const struct nodo *carta,
    const struct nodo *manifesto, const char *firma);
void trasferimento_imbusta(struct buf *out, struct arena *a,
    const struct nodo *carta, const struct nodo *manifesto, const char *firma);

/*
 * invalid: not a message in our form, with the id of another; the paper is none of a transfer; the
 * manifesto is not of an office's seal, or names anything but those very bytes.
 */
int trasferimento_sbusta(struct tr_busta *out, struct arena *a, const void *p,
    size_t n) MUST;

#endif
