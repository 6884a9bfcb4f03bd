/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * richiesta_firme.h - what is asked of the job `firme`, through a pipe.
 */
#ifndef WORKER_RICHIESTA_FIRME_H
#define WORKER_RICHIESTA_FIRME_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "firme/cms.h"

#define FIRMATO_MAX ((size_t)256 * 1024 * 1024)	/* bytes of a signed file */
#define FIRMA_STACCATA_MAX ((size_t)16 * 1024 * 1024)
#define FIDUCIA_MAX ((size_t)128 * 1024 * 1024)	/* bytes of all its lists */
#define RICHIESTA_FIRME_MAX (FIDUCIA_MAX + FIRMA_STACCATA_MAX + 65536)

struct richiesta_firme {
	bool staccata;		/* fd 3 is what `firma` is of */
	struct byte_dati firma;
	struct fiducia fiducia;
};

void richiesta_firme_pack(struct buf *out, const struct richiesta_firme *q);
/* Points into `in`, which must stay. */
int richiesta_firme_unpack(struct richiesta_firme *out, struct arena *a,
    const struct buf *in) MUST;

#endif
