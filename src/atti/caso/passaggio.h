/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * passaggio.h - the one door through which an accesso or a cartella goes from
 * a state to another.  Internal to atti/.
 *
 * Which doors there are, and their guards, is said by ente/procedimento.xml;
 * the atto is op's own, `oggetto` OGGETTO_ACCESSO or OGGETTO_CARTELLA, `esito`
 * the outcome of the atto ("accolta"), NULL when it has but one.
 */
#ifndef ATTI_CASO_PASSAGGIO_H
#define ATTI_CASO_PASSAGGIO_H

#include "atti/op.h"
#include "base/err.h"
#include "documenti/procedimento.h"

/*
 * esamina: a rilievo "stato" when this is not done from that state (it says
 * what is), or those of the guards that do not hold.  The accesso or cartella
 * is that of the field of that name; `stato` STATO_INIZIO: it is born now.  For
 * a closed cartella that has its rilievo already nothing is added.
 */
int passaggio_esamina(struct op *op, const char *oggetto, const char *stato,
    const char *esito) MUST;

/* applica: puts the new state on a cover, which is an empty element when it is
 * born now.  The caller deposits it. */
int passaggio_applica(struct op *op, struct nodo *copertina,
    const char *oggetto, const char *esito) MUST;

/* The same for the cover of `folder`, read from it into *copertina. */
int passaggio_copertina(struct nodo **copertina, struct op *op,
    const char *folder, const char *oggetto, const char *esito) MUST;

#endif
