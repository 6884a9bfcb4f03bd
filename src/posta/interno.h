/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * interno.h - what the files of this room share; nobody else includes it.
 */
#ifndef POSTA_INTERNO_H
#define POSTA_INTERNO_H

#include <stdbool.h>
#include <stddef.h>

#include <gmime/gmime.h>

#include "base/arena.h"
#include "base/buf.h"
#include "posta/posta.h"

#define PARTI_MAX 200
#define LIVELLI_MAX 10
#define MESSAGGIO_MAX ((size_t)1 << 30)		/* GLib counts in 32 bits */
#define TOTALE_MAX ((size_t)512 * 1024 * 1024)	/* bytes of all parts */

/* One message while it is read. */
struct lettura {
	struct arena *a;
	GMimeParserOptions *opzioni;
	GByteArray *bytes;	/* the message; not owned */
	struct parte parti[PARTI_MAX];
	int n_parti;
	int oltre;		/* parts beyond the limit */
	size_t totale;		/* bytes of the parts so far */
	struct buf testo;	/* the body found so far, UTF-8 */
	bool rotto;		/* truncated, or its borders are missing */
	bool pec;		/* headers of a PEC envelope */
	bool trasporto;		/* ... that carries a message (no receipt) */
	const struct parte *daticert;
	GMimeMessage *postacert;	/* the message inside; not owned */
};

/* Where in the message a part stands. */
struct luogo {
	int livello;		/* multiparts and messages around it */
	bool corpo;		/* its text is text of the message */
	bool alternativa;	/* inside a multipart/alternative */
	bool annidato;		/* inside another message */
};

/* testo.c: bytes of any origin into clean UTF-8 in NFC, in the arena.
 * *nota is set, not cleared, when the declared charset was wrong. */
char *testo_body(struct arena *a, const void *p, size_t n,
    const char *charset, const char **nota);
/* One line: no control characters, no bidi overrides, single spaces. */
char *testo_line(struct arena *a, const char *s);
void testo_init(void);

/* html.c: a crude reading of HTML (UTF-8) as text. */
void html_text(struct buf *out, const char *html);

/* nome.c: a safe name, unlike any of the names there already. */
const char *nome_safe(struct lettura *l, const char *proposto,
    const char *tipo);

/* parti.c: walks the message. */
void parti_visit(struct lettura *l, GMimeObject *o, struct luogo dove);

/* busta.c: who, to whom, about what. */
void busta_read(struct messaggio *out, struct lettura *l, GMimeMessage *m);
/* The same from daticert.xml and the message inside, over what was read. */
void busta_pec(struct messaggio *out, struct lettura *l);

#endif
