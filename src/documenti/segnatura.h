/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * segnatura.h - the segnatura informatica of Allegato 6: what ours says, what
 * one received means.  Pure; the foreign form is printed by xslt/segnatura.xsl.
 */
#ifndef DOCUMENTI_SEGNATURA_H
#define DOCUMENTI_SEGNATURA_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "xml/nodo.h"

#define SEGNATURA_REGISTRO "PG"		/* our CodiceRegistro */
/* The note on a received segnatura.xml begins so. */
#define SEGNATURA_NOTA "segnatura del mittente"

struct identificatore {
	const char *amministrazione, *aoo, *registro;	/* NULL: not said */
	const char *numero, *data;
};

struct segnatura_file {
	const char *nome, *impronta, *algoritmo;	/* may be NULL */
	struct segnatura_file *succ;
};

struct segnatura {
	bool v3;			/* Allegato 6; else 2013 or 2001 */
	struct identificatore id;
	const char *oggetto;		/* what a field could hold; or NULL */
	const char *mittente, *codice_ipa, *indirizzo;
	bool riservato;
	struct segnatura_file *file;	/* the main document first */
};

/* Any of the three vocabularies, names without prefixes.  What is missing, or
 * could not stand in a field of ours, is NULL.  invalid: no segnatura. */
int segnatura_read(struct segnatura *out, struct arena *a,
    const struct nodo *root) MUST;

/* The bytes of a SegnaturaInformatica in the form that
 * schema/segnatura-in.xsd describes: no prefixes, the Signature empty. */
void segnatura_neutral(struct buf *out, struct arena *a,
    const struct nodo *root);

/* Can it be said in an Identificatore of Allegato 6? */
bool segnatura_identifies(const struct identificatore *id);

/* <ricevuto> of a view for xslt/segnatura.xsl: the message we answer, by its
 * identificatore, or in words when that does not suffice. */
struct nodo *segnatura_ricevuto(struct arena *a,
    const struct identificatore *id, const struct nodo *reg);

/*
 * Does an Impronta, as it was written, match the SHA-256 of a file (hex)?
 * 1 yes, 0 no, -1 it is of another algorithm and cannot be told.
 */
int segnatura_impronta(const struct segnatura_file *f, const char *sha256);

/* ---- on paper and on a copy ---- */

#define SEGNATURA_RIGHE 6	/* at most, with the NULL at their end */

/* Whose register it is. */
struct segnatura_ente {
	const char *denominazione, *codice_ipa, *codice_aoo;
};

/* The lines of the stamp, or of a label (there number and day stand apart);
 * ANNULLATA is the last one of what is annulled. */
void segnatura_righe(const char *out[SEGNATURA_RIGHE], struct arena *a,
    const struct segnatura_ente *e, const struct nodo *reg, bool etichetta);

/* "c_x000;AOO1;0000001/2026;2026-11-20;<sha256 of the main document>", then
 * ";ANNULLATA": what the QR code says. */
char *segnatura_qr(struct arena *a, const struct segnatura_ente *e,
    const struct nodo *reg);

/* Adds to each file of a registration's view its impronta in base64. */
void segnatura_base64(struct arena *a, struct nodo *reg);

#endif
