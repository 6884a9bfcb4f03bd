/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * interventi.h - what the acts on an intervento share.  Internal to atti/.
 */
#ifndef ATTI_CASO_INTERVENTI_H
#define ATTI_CASO_INTERVENTI_H

#include "atti/caso/istruttoria.h"
#include "documenti/intervento.h"

/* esamina: the open intervento of field `intervento`; *out NULL and a rilievo
 * when there is none.  The state of the cartella is the caller's to ask. */
int intervento_esamina(struct nodo **out, struct caso *caso, struct op *op)
    MUST;

/* esamina of what was seen of it: open, on a day it had begun and that is not
 * to come, in a state where one looks. */
int intervento_esamina_veduto(struct op *op) MUST;
/* applica: what was seen of it, <controllo> or <verifica-intervento>: the
 * fields of the istanza and the author.  Deposited with `ufficio`, unless
 * NULL, at its end. */
int intervento_veduto(struct op *op, const char *tipo, const char *ufficio)
    MUST;

#endif
