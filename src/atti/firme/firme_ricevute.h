/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme_ricevute.h - the signatures of files that others sent: what is found
 * of them becomes a verdetto beside the registration.  Internal to atti/.
 *
 * Never refuses: a file that is damaged, hostile or of no known form has been
 * received like any other, and the verdict says what is wrong with it.
 * Norm: DPCM 3 dicembre 2013 art. 9 (it arrived: it is registered); CAD art. 20;
 * DPCM 22 febbraio 2013 art. 41 (the registration as a time).
 */
#ifndef ATTI_FIRME_FIRME_RICEVUTE_H
#define ATTI_FIRME_FIRME_RICEVUTE_H

#include "atti/op.h"
#include "base/err.h"

struct firme_ricevute {
	const char *firma;	/* impronta of the signature's file */
	const char *su;		/* of what it signs, if known and elsewhere */
	struct nodo *firme;	/* firme/cms.h */
	struct firme_ricevute *succ;
};

struct file_firmato {
	const char *nome, *impronta;
	const char *path;	/* of its bytes; NULL: fd */
	int fd;
	int64_t ora;		/* when we had them, if later than the others;
				 * 0: with the others */
	bool solo_compagno;	/* not to be looked at, but for the detached
				 * signatures of it */
};

/*
 * prepara: looks at those files, which came together: each that bears a
 * signature, or should by its name, is one of *out, in order.  A detached one
 * is verified with the file it is of by its name.  Evidence and the content
 * inside are taken in as attachments of the act.  `ora`: when we had the bytes.
 */
int firme_ricevute(struct firme_ricevute **out, struct op *op,
    const struct file_firmato *file, int n, int64_t ora) MUST;

/* The same, and nothing is kept: neither evidence nor what is inside. */
int firme_ricevute_giudica(struct firme_ricevute **out, struct op *op,
    const struct file_firmato *file, int n, int64_t ora) MUST;

/* The same of the files that the act has taken into transito/, <principale>
 * and <allegato> of its istanza. */
int firme_ricevute_arrivo(struct firme_ricevute **out, struct op *op) MUST;

/* One file, nothing kept: for a reading.  NULL: it bears no signature. */
int firme_ricevute_guarda(struct nodo **out, struct op *op,
    const struct file_firmato *file, int n, int which, int64_t ora) MUST;

/* applica: the verdetti, behind those the registration has. */
int firme_ricevute_deposita(struct op *op, const struct numero *n,
    const struct firme_ricevute *list) MUST;

#endif
