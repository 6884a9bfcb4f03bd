/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * libro.h - the libro firma: the steps of signatures of a document, and what
 * waits for whom.  Everything is computed from rules, documents, signatures
 * and returns; permission is in the query of what is shown.
 */
#ifndef REGISTRO_LIBRO_H
#define REGISTRO_LIBRO_H

#include <stdbool.h>

#include "registro/registro.h"

/*
 * Adds to `out` one <voce> for each document that waits for the eye's
 * signature, oldest wait first, with what a person needs to decide and its
 * <passo>s; `mano` who would sign by delega in his name (then only what may be
 * given), or NULL.  At most 500: then oltre="si" on out.
 */
int registro_libro(struct nodo *out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *mano) MUST;
/* One <tornata> for each document of the eye's own that was given back and not
 * written again since. */
int registro_libro_tornati(struct nodo *out, struct arena *a,
    struct registro *r, const struct occhio *o) MUST;

/* ---- no permission asked: for esamina ---- */

struct libro_documento {
	bool attende;			/* not beyond its signatures */
	bool altri;			/* may sign whom no step names */
	const char *impronta;
	const char *rinviato_da, *motivo;	/* NULL: not given back */
};
/* absent: not a document that is signed. */
int registro_libro_documento(struct libro_documento *out, struct arena *a,
    struct registro *r, const char *documento) MUST;

struct libro_passo {
	int ordine;
	const char *chi, *ruolo, *scopo;
	bool obbligo, aperto, fatto;
};
/* The steps of a document; of those that name `chi`, when it is not NULL, and
 * which `mano` may do for him, when that is not NULL. */
int registro_libro_passi(struct libro_passo **out, int *n, struct arena *a,
    struct registro *r, const char *documento, const char *chi,
    const char *mano) MUST;

/* Obligatory signatures that documents of a folder lack: of the one at
 * `percorso`, or of all when it is NULL. */
struct libro_manca {
	const char *percorso, *chi, *ruolo;
};
int registro_firme_mancanti(struct libro_manca **out, int *n, struct arena *a,
    struct registro *r, const char *cartella, const char *percorso) MUST;

/* 1 or 0: is there a document of that type below dir, signed as it is now by
 * all who must? */
int registro_firmato_intero(struct registro *r, const char *cartella,
    const char *dir, const char *tipo) MUST;

/* 1 or 0: has that role the atto «firma», for documents of cases, or for those
 * that stand in ente? */
int registro_ruolo_firma(struct registro *r, const char *ruolo, bool ente)
    MUST;

#endif
