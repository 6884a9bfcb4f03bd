/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * posta.h - GMime made safe: an e-mail or PEC message into parts and the data
 * of its envelope.  Called only inside a worker.
 *
 * Refuses (invalid): what is not a message.  A damaged part becomes a part
 * with `nota`, never a lost one.  The message itself, byte for byte, is kept
 * by the caller.
 *
 * What is read here is what the message *says*.  That a PEC envelope is
 * genuine only its provider's signature can tell: verify that apart.
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
	int pec;			/* 1: has the form of a PEC envelope:
					 * X-Trasporto or X-Ricevuta, and
					 * daticert.xml */
	const char *testo;		/* body as plain UTF-8 text */
	struct parte *parti;		/* attachments, nested ones included */
	int n_parti;
};

/*
 * Once, before the door of the cage closes: the tables of characters are files
 * and could not be opened later.
 */
void posta_init(void);

/*
 * Of a PEC message (not of its receipts) sender, subject and text are those of
 * the message inside, data and message_id those of the envelope.
 *
 * Limits: 200 parts, nesting 10, 512 MB of parts in all; what is beyond is
 * named in a nota.
 */
int posta_read(struct messaggio *out, struct arena *a, const void *eml,
    size_t n) MUST;

#endif
