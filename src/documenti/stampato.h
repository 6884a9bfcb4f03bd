/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * stampato.h - any document of ours as a title, a table of its values and
 * sections of prose: what the general model of paper prints.  Pure.
 *
 * The labels are the Italian documentation of its schema.  Keeps: all that
 * people wrote is on the paper; what only the program needs (ids, imprints) is
 * not.
 */
#ifndef DOCUMENTI_STAMPATO_H
#define DOCUMENTI_STAMPATO_H

#include "base/arena.h"
#include "xml/campi.h"
#include "xml/nodo.h"

/* "voce-diario": "Voce di diario". */
const char *stampato_titolo(struct arena *a, const char *tipo);

/*
 * <documento><titolo/><di/>
 *   <dato><nome/><valore/></dato>*          its plain fields, in order
 *   <sezione><titolo/><testo>prosa</testo></sezione>*   the others
 * </documento>.  campi: of its schema; di: what it is of ("cartella CS-…");
 * NULL: nothing.
 */
struct nodo *stampato_fai(struct arena *a, const struct nodo *doc,
    const struct campo *campi, const char *titolo, const char *di);

/* 2026-12-01: "1° dicembre 2026"; with an hour: ", ore 10:20"; "si": "sì"; an
 * amount, a word of a list, as people write them. */
const char *stampato_valore(struct arena *a, const char *v,
    const struct campo *campo);

#endif
