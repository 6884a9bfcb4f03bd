/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * legami.h - who stands in which relation to an accesso or a cartella, and
 * what that opens.  A relation comes from a document and lasts from day to
 * day; the policy (ente/permessi.xml) says by its name what it opens.
 */
#ifndef REGISTRO_LEGAMI_H
#define REGISTRO_LEGAMI_H

#include "registro/registro.h"

/* ---- for projections ---- */

#define LEGAME_EQUIPE "equipe"
#define LEGAME_ISTRUTTORIA "istruttoria"
#define LEGAME_CONTROLLO "controllo"
#define LEGAME_COMUNE "comune"
#define LEGAME_STRAORDINARIO "straordinario"
#define LEGAME_CONSULTAZIONE "consultazione"

/* Exactly one of utente, ufficio, comune. */
struct legame {
	const char *relazione;
	const char *utente, *ufficio;	/* codes; NULL */
	const char *comune;		/* codice catastale; NULL */
	const char *dal, *al;		/* days, included; al NULL: open */
};
/* A relation to the accesso or cartella in whose folder document p stands. */
int legame_metti(struct registro *r, const struct posizione *p,
    const struct legame *l) MUST;
/* A document is written again: what its earlier version said is gone. */
int legami_togli(struct registro *r, const struct posizione *p) MUST;

/* ---- for atti: measures over a case ---- */

struct luogo {
	const char *cartella, *percorso;	/* of a document */
};
/* The document that declares this user in conflict of interest over it;
 * absent: none does.  No permission asked: for esamina. */
int registro_conflitto(struct luogo *out, struct arena *a,
    struct registro *r, const struct numero *n, const char *utente) MUST;
/* The document that seals it; absent: it is not sealed. */
int registro_secretazione(struct luogo *out, struct arena *a,
    struct registro *r, const struct numero *n) MUST;
/* The document that links two cartelle now, in either folder; absent. */
int registro_collegamento(struct luogo *out, struct arena *a,
    struct registro *r, const struct numero *una, const struct numero *altra)
    MUST;
/* Temporary accesses nobody has noted yet, in path order. */
struct straordinario {
	const char *percorso, *utente;
};
int registro_straordinari(struct straordinario **out, int *n, struct arena *a,
    struct registro *r, const struct numero *cartella) MUST;
/* For how many days at most one may be asked. */
int registro_straordinario_giorni(int *out, struct registro *r) MUST;

/* Adds one <collegata numero= legame= dal= al=> for each other cartella that
 * has to do with this one and that this eye may see. */
int registro_vista_collegate(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n) MUST;

/* ---- for atti: who sees a case ---- */

/* 1 when the user may read something of an accesso or a cartella with atto
 * mostra, 0 when it is not there for him. */
int registro_legge(struct arena *a, struct registro *r, const char *utente,
    const struct numero *n) MUST;

/* Whose covers he may look for: COPERTINE_NESSUNA, of closed cartelle only, or
 * of some that run too; negative: an error. */
enum { COPERTINE_NESSUNA, COPERTINE_CHIUSE, COPERTINE_ANCHE_APERTE };
int registro_copertine(struct registro *r, const char *utente) MUST;

/* Adds to <chi-vede> one <utente codice= cognome= nome=> for each active user
 * who may read something of it with atto mostra; in it one <motivo ruolo=
 * ambito= documento= dal= al=> for each reason (documento: what made the
 * relation), one <tipo> for each type of document ("*": every one) and one
 * <documento> for each path that a consultation names. */
int registro_chi_vede(struct nodo *out, struct arena *a, struct registro *r,
    const struct numero *n) MUST;

/* The versions that a folder had got by the end of a day, in order. */
struct scritto {
	struct posizione p;
	const char *commit;
};
int registro_folder_al(struct scritto **out, int *n, struct arena *a,
    struct registro *r, const char *cartella, const char *giorno) MUST;

/* ---- for atti: documents of an accesso, a cartella, a fascicolo ---- */

/* Those this eye may read, in path order; what it may not read is as absent.
 * None at all: absent. */
int registro_attuali_visti(struct attuale **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *num) MUST;

/* The same without the diary of a cartella. */
int registro_attuali_senza_diario(struct attuale **out, int *n,
    struct arena *a, struct registro *r, const struct occhio *o,
    const struct numero *num) MUST;
/* The same for others than the house: no riservata entry, whoever asks. */
int registro_attuali_per_altri(struct attuale **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *num) MUST;

/* 1 when that letter tells what documents of that type say, or went out with
 * one; no permission asked. */
int registro_riporta(struct registro *r, const char *cartella,
    const char *percorso, const char *tipo) MUST;

/* <storia> with one <atto seq= ora= atto= operatore= per= commit=> each, and
 * in it one <documento percorso= tipo=> for each it wrote in this folder; of
 * what this eye may read. */
int registro_storia(struct nodo *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *n) MUST;

#endif
