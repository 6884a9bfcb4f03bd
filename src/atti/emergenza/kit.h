/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * kit.h - a kit for the emergency register: a store of its own, for a machine
 * without network, that knows the people and the policy of the register it
 * comes from and keeps only emergency rows (DPR 445/2000 art. 63).
 *
 * In it: ente/kit.xml, what it is; ente/emergenza.xml, from apri-emergenza on;
 * registro/AAAA.git, the rows; `chiave-macchina`, which seals it and which the
 * seal destroys, so that a sealed kit cannot be made again by whoever carries
 * it.  The register has the key, in ente/emergenze/<nnnn>.xml.
 */
#ifndef ATTI_EMERGENZA_KIT_H
#define ATTI_EMERGENZA_KIT_H

#include "atti/op.h"
#include "documenti/emergenza.h"

#define KIT_CHIAVE "chiave-macchina"
#define KIT_LEGGIMI "LEGGIMI.txt"
#define KIT_DOCUMENTO "kit.xml"
#define KIT_EMERGENZA "emergenza.xml"
#define KIT_RIGHE "registrazioni-emergenza"

/* ---- in the register ---- */

/* ente/emergenze/<nnnn>.xml of the kit number `ordine`. */
char *kit_path(struct arena *a, int ordine);
/* How many kits were made ready, and the document of the last; *out is NULL
 * when there is none. */
int kit_ultimo(struct nodo **out, int *ordine, struct arena *a,
    struct store *st) MUST;
/* The kit of that code; absent: none of this register. */
int kit_di_codice(struct nodo **out, struct arena *a, struct store *st,
    const char *codice) MUST;
bool kit_fuori(struct arena *a, const struct nodo *kit);	/* preparato */
/* The document with its end: `stato`, who and when, why or the path of the
 * rientro; `ultimo` is the last number used in it, NULL: as before. */
struct nodo *kit_finito(struct op *op, const struct nodo *kit,
    const char *stato, const char *motivo, const char *rientro,
    const char *ultimo);

/* The first act of a kit; servizio does it.  Its istanza has one <documento
 * percorso=> for each document to put in ente/. */
extern const struct atto atto_avvia_kit;

/* ---- in a kit ---- */

struct kit {
	struct nodo *doc;
	struct nodo *emergenza;		/* NULL: not opened */
	bool sigillato;
};
int kit_read(struct kit *out, struct arena *a, struct store *st) MUST;

/* Rilievi when the kit has expired, or is sealed, or was not opened. */
int kit_aperto(struct kit *out, struct op *op) MUST;

/* The day of the act, or of now before there is one. */
void kit_oggi(char out[GIORNO_LEN + 1], const struct op *op);
void kit_adesso(char out[ORA_LEN + 1], const struct op *op);

/* In a sealed kit the key goes; nothing elsewhere.  After COMMIT. */
int kit_dimentica(struct store *st) MUST;

#endif
