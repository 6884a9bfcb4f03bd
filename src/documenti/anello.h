/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * anello.h - a link of the chain: what it says, the text that is hashed, and
 * the journal document that carries it (docs/formato.md §5-6).
 *
 * The hash covers documents by path, segno and SHA-256, never a git id: git ids
 * are SHA-1, and erasing a document must be able to change them while the
 * chain keeps verifying.  Nor does it cover, or a journal hold, the id of a
 * document: the id salts its SHA-256, and when the document has been destroyed
 * nothing that stays may help to test a guess at what it said.
 */
#ifndef DOCUMENTI_ANELLO_H
#define DOCUMENTI_ANELLO_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/hash.h"
#include "xml/nodo.h"

/* The segno of a document: half the SHA-256 of its id, in hex. */
#define SEGNO_LEN 32

struct anello_documento {
	const char *cartella, *percorso;
	const char *id;			/* NULL: not known here, or erased */
	const char *impronta;
	char segno[SEGNO_LEN + 1];
};

struct anello {
	int64_t seq;			/* from 1 */
	const char *ora;		/* ISO 8601 with zone */
	const char *atto, *operatore;
	const char *per;		/* in whose name; NULL: own */
	const char *istanza;		/* id */
	const char *istanza_impronta;	/* of the envelope */
	const char *precedente;		/* impronta of the link before */
	char impronta[IMPRONTA_LEN + 1];
	const char **cartelle;		/* [0] is the home */
	int n_cartelle;
	struct anello_documento *documenti;
	int n_documenti;
	const char **allegati;		/* improntas */
	int n_allegati;
};

#define ANELLO_GENESI \
	"0000000000000000000000000000000000000000000000000000000000000000"

/* What names it in the register: its id, or its segno when that is not known
 * (of bytes that are not XML of ours it never is). */
const char *anello_id(const struct anello_documento *d);
void documento_segno(char out[SEGNO_LEN + 1], const char *id);

/* Sorts folders (but the home), documents and attachments as the format
 * wants, drops repeated attachments, gives each document with an id its
 * segno, and computes the impronta. */
void anello_seal(struct anello *an);

/* The text whose SHA-256 is its impronta (docs/formato.md §6), appended. */
void anello_text(struct buf *b, const struct anello *an);
/* The impronta its contents ought to have. */
void anello_compute(char out[IMPRONTA_LEN + 1], const struct anello *an);

/* The impronta of an istanza's envelope. */
void busta_impronta(char out[IMPRONTA_LEN + 1], const struct nodo *busta);
/* <istanza atto= id= versione=> with base and conferme only: a copy. */
struct nodo *busta_of(struct arena *a, const struct nodo *istanza);

/* <atto-compiuto>; busta is adopted into it. */
struct nodo *anello_nodo(struct arena *a, const struct anello *an,
    struct nodo *busta);

/* From <atto-compiuto>; ids are NULL.  invalid: something is missing in it.
 * Does not check hashes: compare with anello_compute. */
int anello_read(struct anello **out, struct arena *a, const struct nodo *n)
    MUST;

#endif
