/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trasferimenti.h - other bodies whose seal was enrolled; the papers of the
 * cases that go from body to body, and where each transfer stands.
 *
 * What stands here is for lists.  Whoever acts reads the papers again
 * (documenti/trasferimento_carte.h).
 */
#ifndef REGISTRO_TRASFERIMENTI_H
#define REGISTRO_TRASFERIMENTI_H

#include "documenti/numero.h"
#include "registro/registro.h"

#define DIR_ENTI "enti"
#define DIR_TRASFERIMENTI "trasferimenti"

/* ---- other bodies ---- */

struct altro_ente {
	const char *codice_ipa, *denominazione;
	const char *chiave;		/* OpenPGP fingerprint */
	const char *revocato;		/* ora; NULL: it is believed */
	int ordine;			/* how often it was enrolled */
};

/* Where its papers stand in ente/: "enti/c_a944". */
const char *altro_ente_dir(struct arena *a, const char *codice_ipa);

/* As it was enrolled last, believed or not.  absent: never. */
int registro_altro_ente(struct altro_ente *out, struct arena *a,
    struct registro *r, const char *codice_ipa) MUST;
/* The body for which this key was enrolled; revocato: it ever was.  absent. */
int registro_chiave_altrui(struct altro_ente *out, struct arena *a,
    struct registro *r, const char *chiave) MUST;
/* Adds <ente> for each as it is now; of one body, each time. */
int registro_altri_enti(struct nodo *vista, struct arena *a,
    struct registro *r, const char *codice_ipa) MUST;

/* ---- transfers ---- */

struct carta_trasferimento {
	int ordine;
	bool nostra;
	const char *giorno;		/* of its act */
	const char *trasferimento, *tipo;
};

/* Of a case, in order. */
int registro_carte_trasferimento(struct carta_trasferimento **out, int *n,
    struct arena *a, struct registro *r, const char *caso) MUST;
/* The case of a transfer.  absent: there is no such transfer. */
int registro_caso_del_trasferimento(const char **out, struct arena *a,
    struct registro *r, const char *id) MUST;
/* The id under which a cartella of ours travels.  absent: it never did. */
int registro_caso_della_cartella(const char **out, struct arena *a,
    struct registro *r, const struct numero *n) MUST;
/* The number of a case here, the last it had.  absent: it has none. */
int registro_cartella_del_caso(struct numero *out, struct registro *r,
    const char *caso) MUST;

/* Adds <trasferimento> for each that the eye may see, the last first: those
 * that wait for somebody, or all, a page, from before the act `dopo` (0: the
 * last). */
int registro_trasferimenti(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, bool tutti, int64_t dopo)
    MUST;
/* The same of one; absent: none, or hidden. */
int registro_trasferimento(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const char *id) MUST;

/* <trasferimento id= stato=> of the papers that an act wrote, as it left it. */
int trasferimenti_esito(struct nodo *esito, struct arena *a,
    struct registro *r, int64_t seq) MUST;

/* Improntas of the packages that may have to be handed over once more. */
int registro_consegne(const char ***out, int *n, struct arena *a,
    struct registro *r) MUST;

#endif
