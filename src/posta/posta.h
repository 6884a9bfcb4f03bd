/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * posta.h - GMime made safe: an e-mail or PEC message into parts and the data
 * of its envelope.  Called only inside a worker.
 *
 * Refuses (invalid): what is not a message.  A damaged part becomes a part
 * with `nota`, never a lost one.  The message itself, byte for byte, is kept
 * by the caller.
 */
#ifndef POSTA_POSTA_H
#define POSTA_POSTA_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

struct parte {
	const char *nome;	/* file name, made safe; never empty */
	const char *tipo;	/* MIME type */
	const void *p;
	size_t n;		/* bytes */
	const char *nota;	/* Italian, when something was wrong; or NULL */
};

struct messaggio {
	const char *mittente_nome;	/* "" when absent */
	const char *mittente_indirizzo;
	const char *destinatari;	/* addresses, comma and space between */
	const char *oggetto;
	const char *message_id;
	int64_t data;			/* seconds UTC; 0: unreadable */
	int pec;			/* 1: a PEC envelope (daticert.xml) */
	const char *testo;		/* body as plain UTF-8 text */
	struct parte *parti;		/* attachments, nested ones included */
	int n_parti;
};

/* Limits: 200 parts, nesting 10. */
int posta_read(struct messaggio *out, struct arena *a, const void *eml,
    size_t n) MUST;

#endif
