/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * consegne.h - packages that went to other bodies, kept as long as they may
 * have to be handed over once more (docs/trasferimento.md): the same bytes,
 * which another making would not give.
 *
 * One stands in consegne/<impronta>/ of the store, by the SHA-256 of its
 * tagmanifest; its attachments are links to those of the store.  None is named
 * by the chain: the papers of the transfer do that.  Keeps: what no transfer
 * needs any more goes with the next act.
 */
#ifndef ATTI_TRASFERIMENTO_CONSEGNE_H
#define ATTI_TRASFERIMENTO_CONSEGNE_H

#include "atti/op.h"
#include "pacchi/borsa.h"

#define CONSEGNE_DIR "consegne"	/* of the store */

/* prepara: writes a closed bag where it waits for its act (op->consegna);
 * impronta of it. */
int consegna_tieni(const char **impronta, struct op *op,
    const struct borsa *b) MUST;
/* applica: it stands where it is found, if the act happens. */
int consegna_poni(struct op *op, const char *impronta) MUST;
/* The act was not done. */
void consegna_lascia(struct op *op);

/* LETTURA: each file of it into op->resi, below `sottodir`, behind the n there
 * are.  absent: it is not kept. */
int consegna_rendi(struct op *op, const char *impronta, const char *sottodir)
    MUST;
/*
 * Each file of it by its lists, which are held against the impronta: their own
 * bytes are not read, but for the seal.  Names are valid only in so far as
 * borsa_nome_valido says so.  Other than 0 from fn ends it and is returned.
 * absent: it is not kept; fault: a list is not as it was.
 */
typedef int consegna_fn(void *arg, const char *impronta, const char *nome);
int consegna_ogni_file(struct arena *a, const struct store *st,
    const char *impronta, consegna_fn *fn, void *arg) MUST;
char *consegna_dir(struct arena *a, const struct store *st,
    const char *impronta);

/* A file of it, its bytes held against the lists.  absent: not kept. */
int consegna_leggi(struct buf *out, struct op *op, const char *impronta,
    const char *nome) MUST;

/* Under the lock: those that no transfer needs go. */
int consegne_pulisci(struct store *st) MUST;

#endif
