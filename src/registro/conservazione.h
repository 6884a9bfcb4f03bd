/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * conservazione.h - how long closed cartelle, accessi and fascicoli are kept, what
 * holds them, what was handed to the archivio di deposito.  Permission is in
 * the queries: what an eye may not see is neither listed nor counted.
 */
#ifndef REGISTRO_CONSERVAZIONE_H
#define REGISTRO_CONSERVAZIONE_H

#include "documenti/blocco.h"
#include "documenti/massimario.h"
#include "registro/registro.h"

#define CONSERVAZIONE_PAGINA 50
#define DIR_BLOCCHI BLOCCHI_DIR
#define DIR_DEPOSITI "depositi"

struct massimario_letto;
void massimario_letto_free(struct massimario_letto *m);
/* The one in force, the register's for as long as it is; absent: none. */
int registro_massimario(const struct massimario **out, struct registro *r)
    MUST;

/* Is there such a voce in any titolario?  1 also when none was adopted yet. */
int registro_voce_nota(struct registro *r, const char *indice) MUST;

/* What a massimario must have rows for, distinct. */
struct classe_in_uso {
	const char *cosa;
	const char *classifica;		/* NULL: an accesso */
	const char *tipo;		/* NULL: a cartella */
};
int registro_classi_in_uso(struct classe_in_uso **out, int *n,
    struct arena *a, struct registro *r) MUST;

/*
 * Adds to `vista` one <voce riferimento= classifica= chiusa= esito= scade=
 * scaduta= bloccata= ibrida=>why</voce> each, behind `dopo` (NULL: from the
 * first), with <blocco [di=]> (to whom may read it; di: the accesso it was set
 * on before that became a cartella) and <deposito> in it; continua= when there
 * are more.  filtro: as schema/atti/conservazione.xsd says.
 */
int registro_conservazione(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, enum serie serie,
    const char *filtro, const struct numero *dopo) MUST;
/* The same <voce> of one, open ones too; absent: none, or hidden. */
int registro_conservazione_di(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n) MUST;

/* Adds to `vista` one <consegnata riferimento= classifica= chiusa= luogo=
 * scaffale= pezzi= scartata=> for each thing handed over with that list, its day
 * in data=; absent: no such list, or nothing of it to be seen. */
int registro_deposito(struct nodo *vista, struct arena *a, struct registro *r,
    const struct occhio *o, int elenco) MUST;

/* Closed in that year and not handed over since, as this eye may see them. */
struct da_depositare {
	struct numero n;
	const char *classifica, *chiuso;
};
int registro_da_depositare(struct da_depositare **out, int *n,
    struct arena *a, struct registro *r, const struct occhio *o, int anno)
    MUST;

/* ---- for whoever works at the case ---- */

/* What is missing to know until when the cartella is kept, if it is closed on
 * that day: a birth, the end of a measure, in words; NULL: nothing of these.
 * No permission asked: for esamina. */
int registro_conservabile(const char **perche, struct arena *a,
    struct registro *r, const struct numero *n, const char *giorno) MUST;
/* 1: measure `percorso` of that folder has an end, 0: it has none; absent: it
 * is no measure.  No permission asked. */
int registro_misura_finita(struct registro *r, const char *cartella,
    const char *percorso) MUST;

#endif
