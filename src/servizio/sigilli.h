/* SPDX-License-Identifier: EUPL-1.2 */
/* sigilli.h - the tags of seals, verified and put back.  Internal to
 * servizio/. */
#ifndef SERVIZIO_SIGILLI_H
#define SERVIZIO_SIGILLI_H

#include "archivio/archivio.h"
#include "atti/store.h"
#include "registro/registro.h"
#include "servizio/servizio.h"

/* The tags its seals have put into a folder, for folder_check. */
int sigilli_tag_di(struct folder_tags *out, struct arena *a,
    struct registro *reg, const char *cartella) MUST;

/*
 * Each tag that an act behind `dopo` made (0: all): of a link of this chain;
 * signed, by the key that its seal names, which could sign then.
 * That a key was later stolen is a remark: the store is whole, and the next
 * seal covers again what its seals did.
 */
int verifica_sigilli(struct conto *conto, struct store *st, int64_t dopo,
    const struct ascolto *l) MUST;

/* Makes the refs that a register being put in place says there are, and that
 * a dead process has not made. */
int sigilli_riponi(struct conto *conto, struct store *st,
    struct registro *reg, const struct ascolto *l) MUST;

#endif
