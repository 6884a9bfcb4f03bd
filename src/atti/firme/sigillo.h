/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sigillo.h - the office's seal: its key, and the tags that let any git check
 * where the folders stood.  Internal to atti/.
 *
 * The secret key stands in a GnuPG home of its own, <store>/sigillo/ or where
 * the front was told (struct mezzi_firma), readable by nobody else.
 */
#ifndef ATTI_FIRME_SIGILLO_H
#define ATTI_FIRME_SIGILLO_H

#include "atti/firme/firmare.h"
#include "atti/op.h"
#include "base/err.h"
#include "firme/firme.h"

#define SIGILLO_DIR "sigillo"
#define SIGILLO_AUTORE "sigillo"	/* who a tag says has made it */

/* Who seals now: the office when a seal is enrolled and in force, else the
 * operator. */
int sigillo_di(enum firma_di *out, struct op *op) MUST;

/* The home with the office's secret key, open.  absent: it is not there;
 * forbidden: others could read it. */
int sigillo_portachiavi(struct portachiavi **out, struct op *op) MUST;
/* The same without an act. */
int sigillo_apri(struct portachiavi **out, struct arena *a,
    const struct store *st, const struct mezzi_firma *m) MUST;

struct tag_firmato {		/* a tag, ready to be written */
	const char *cartella;
	const void *p;
	size_t n;		/* bytes */
};

struct tag_firmati {		/* those of one seal */
	const char *nome;
	const char *chiave;	/* that signed them; NULL: none was made */
	struct tag_firmato *tag;
	int n;
};

/*
 * prepara: a tag for each <testa cartella= commit=> in `teste`, which gets the
 * id of its own (tag=).  None at all when the operator signs with an X.509
 * certificate: git knows only the signatures of gpg here.  1: not signed, and
 * a rilievo says why.
 */
int sigillo_tag(struct tag_firmati *out, struct op *op, enum firma_di di,
    struct nodo *teste, const char *nome, const char *messaggio) MUST;

/* applica: they are written with the act. */
int sigillo_tagga(struct op *op, const struct tag_firmati *tag) MUST;

#endif
