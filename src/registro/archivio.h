/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * archivio.h - what the archive holds, a year at a time: cartelle, fascicoli,
 * days of the register and seals.  Permission is in the queries: what the eye
 * may not see is neither listed nor counted.
 */
#ifndef REGISTRO_ARCHIVIO_H
#define REGISTRO_ARCHIVIO_H

#include "registro/registro.h"

#define ARCHIVIO_PAGINA 50

/*
 * Adds to `vista` one <voce riferimento= stato= …> for each cartella or
 * fascicolo of the year behind number `dopo` that is `stato` ("chiusi",
 * "aperti", "tutti"); continua= on vista, the last number, when there are more.
 */
int registro_archivio(struct nodo *vista, struct arena *a, struct registro *r,
    const struct occhio *o, enum serie serie, int anno, int dopo,
    const char *stato) MUST;

/* The same of the cartelle closed in that year, whenever they were opened,
 * behind `dopo` (NULL: from the first); continua= is a number "CS-2026-0000001". */
int registro_archivio_chiuse(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, int anno,
    const struct numero *dopo) MUST;

/* One <giorno data= registrazioni= chiuso= …> for each formed day of the year,
 * newest first, and the last seals as <sigillo>; nothing to who neither may read
 * a day nor keeps the whole archive. */
int registro_archivio_giorni(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, int anno) MUST;

#endif
