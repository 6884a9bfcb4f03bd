/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * distruggi.h - bytes of attachments that go for good (op_distruggi): who else
 * needs them, and how they go behind COMMIT.
 */
#ifndef ATTI_ARCHIVIO_DISTRUGGI_H
#define ATTI_ARCHIVIO_DISTRUGGI_H

#include "atti/op.h"

/* What goes with the act, and so holds nothing back. */
struct via {
	const char *cartella;
	const char *const *percorsi;	/* documents of it, all their versions */
	int n;
	const char *const *altre;	/* folders that go whole */
	int n_altre;
	bool registrati;	/* nor do registrations, and what is in their
				 * folders: they keep the impronta */
};

/* A document (or registration) that stays and names those bytes, as one tells
 * it to the user; NULL: nobody does. */
int distruggi_trattiene(const char **chi, struct op *op, const char *impronta,
    const struct via *via) MUST;

/*
 * applica: the bytes go with the act (op_distruggi), and `doc` says so, unless
 * something that stays names them, or `resta`: then only their link beside
 * `cartella` goes.
 */
int distruggi_o_slega(struct nodo *doc, struct op *op, const char *cartella,
    const char *impronta, const struct via *via, bool resta) MUST;

/* A pending move of registro_mossa_allegato; done twice it is done.  Bytes that
 * a later act has brought again stay. */
int distruggi_mossa(struct store *st, const char *cartella,
    const char *impronta) MUST;

#endif
