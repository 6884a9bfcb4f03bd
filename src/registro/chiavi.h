/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiavi.h - the keys with which people and the office sign: OpenPGP keys and
 * X.509 certificates, enrolled by acts, from a day to a day, revoked by acts.
 *
 * Trust is ours: what a key could do is told by the chain, at the place of the
 * act that used it, not by what the key says of itself today.
 */
#ifndef REGISTRO_CHIAVI_H
#define REGISTRO_CHIAVI_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "registro/registro.h"

/* An enrolment.  The same key may be enrolled again for the same user (until
 * another day, in another capacity): then the last act before counts. */
struct chiave_arruolata {
	const char *impronta;	/* OpenPGP: 40 hex, upper case; X.509: 64 hex,
				 * lower case, SHA-256 of its DER */
	const char *tipo;	/* "openpgp", "x509" */
	const char *utente;	/* NULL: the office's (sigillo) */
	const char *qualita;	/* in which capacity: "assistente sociale";
				 * NULL: not said */
	const char *dal, *al;	/* days; al NULL: until revoked */
	const char *custodia;	/* "propria", "server" */
	const char *identita;	/* what the key says of itself */
	const char *algoritmo;	/* "ed25519" */
	const char *scade;	/* its own end (ora), as it was when enrolled;
				 * NULL: none */
	int64_t seq;		/* of the act that enrolled it */
	/* NULL, 0: not revoked.  compromessa_dal: from when its signatures are
	 * believed no more, "" when the reason takes nothing back */
	const char *revocata, *motivo, *compromessa_dal;
	int64_t seq_revoca;
};

/* Whatever its state.  absent: never enrolled. */
int registro_chiave_leggi(struct chiave_arruolata *out, struct arena *a,
    struct registro *r, const char *impronta) MUST;

/* Of a user (NULL: of the office), the newest first. */
int registro_chiavi(struct chiave_arruolata **out, int *n, struct arena *a,
    struct registro *r, const char *utente) MUST;

/* The key that is good today, of that tipo (NULL: any, the newest).  absent:
 * none: not enrolled, or not yet, or no more. */
int registro_chiave_in_forza(struct chiave_arruolata *out, struct arena *a,
    struct registro *r, const char *utente, const char *tipo) MUST;

/* Whatever its state, to an eye whose atto is for that key: its own, or
 * everybody's.  absent: none, or another's. */
int registro_chiave_vista(struct chiave_arruolata *out, struct arena *a,
    struct registro *r, const struct occhio *o, const char *impronta) MUST;

/*
 * Adds a <chiave impronta= tipo= utente= (none: the office's) qualita= dal= al=
 * custodia= identita= algoritmo= stato=> for each the eye may see: its own and
 * the office's, or all.  stato: in-vigore, non-ancora, scaduta, revocata (then
 * with motivo=, revocata=, non-creduta-dal=).  Only those of `utente`, or that
 * end within `entro` days, when these are not NULL.
 */
int registro_chiavi_viste(struct nodo *out, struct arena *a,
    struct registro *r, const struct occhio *o, const char *utente,
    const char *entro) MUST;

/* The sets of certificates that are believed today (documenti/fiducia.h), by
 * name; NULL-ended. */
int registro_fiducie(const char ***out, struct arena *a, struct registro *r)
    MUST;

/*
 * Could this key sign in the act `seq` of the moment `ora` (clock_iso) for that
 * user (NULL: for the office)?  1 yes; 0 no, *perche (Italian) says why.
 */
int registro_chiave_valeva(const char **perche, struct arena *a,
    struct registro *r, const char *impronta, const char *utente, int64_t seq,
    const char *ora) MUST;

#endif
