/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trasferire.h - what the atti of a transfer have in common: the papers of a
 * case read again, one step over them, a message sealed and put with them.
 * Internal to atti/.
 *
 * Papers stand in ente/trasferimenti/<case>/<nnnn>.xml, the message each was, or
 * came in, in messaggi/<nnnn>.xml beside.  No state is stored: what may be done
 * is what trasferimento_passo makes of the papers, at each act anew.
 */
#ifndef ATTI_TRASFERIMENTO_TRASFERIRE_H
#define ATTI_TRASFERIMENTO_TRASFERIRE_H

#include "atti/firme/firmare.h"
#include "atti/op.h"
#include "documenti/trasferimento.h"
#include "documenti/trasferimento_carte.h"
#include "registro/trasferimenti.h"

#define TRASFERIRE_NORMA "art. 6 L. 328/2000; art. 32 GDPR"

struct trasferimento {
	const char *noi;		/* IPA code of this body */
	const char *caso;		/* id of the case; NULL: it never travelled */
	struct tr_caso tutti;		/* all its transfers */
	struct carta_trasferimento *carte;
	int n_carte;
	struct tr_lato lato;		/* the one meant; or TR_NESSUNO */
	bool altra_offerta;		/* another one of ours waits */
};

/* Transfer `id` (NULL: a new one) of a case; qui: without any paper, the case
 * is this body's. */
int trasferire_leggi(struct trasferimento *out, struct op *op,
    const char *caso, const char *id, bool qui) MUST;
/* That of the field `trasferimento`.  absent: there is none. */
int trasferire_detto(struct trasferimento *out, struct op *op) MUST;
/* Of a cartella of ours: the offer that waits or was accepted, else a new
 * one. */
int trasferire_cartella(struct trasferimento *out, struct op *op,
    const struct numero *n) MUST;

/* One event, on the facts as they are now; pacchetto: of what is here. */
struct tr_esito trasferire_passo(const struct trasferimento *t, struct op *op,
    enum tr_evento evento, const struct tr_lettera *m, const char *firmatario,
    const char *pacchetto);
/* The same of a decision; a rilievo at `path` when it is refused. */
struct tr_esito trasferire_decidi(const struct trasferimento *t,
    struct op *op, const char *path, enum tr_evento evento,
    const struct tr_lettera *m, const char *pacchetto);

/* A paper of its case, by its place. */
int trasferire_carta(struct nodo **out, struct op *op,
    const struct trasferimento *t, int ordine) MUST;

/* What `from`, an offer or its istanza, leaves behind or gives in copy. */
void trasferire_riserve(struct tr_stesura *out, struct arena *a,
    const struct nodo *from);
/* esamina: may it be given so?  Rilievi at `path`. */
int trasferire_riserve_esamina(struct op *op, const struct numero *n,
    const struct tr_stesura *s, const char *path) MUST;
/* prepara: a package of cartella n as it is now, without the types of s; its
 * impronta, what could not be made of it (NULL: nothing), and it waits for
 * consegna_poni. */
int trasferire_pacchetto(const char **impronta, const char **nota,
    struct op *op, const struct numero *n, const struct tr_stesura *s) MUST;

struct spedita {			/* a message of ours, ready */
	struct nodo *carta, *messaggio;
	struct firmato firma;
};
/* esamina: has the office a seal? */
int trasferire_sigillo(struct op *op) MUST;
/* prepara: m as a paper, sealed.  1: a rilievo says why not. */
int trasferire_sigilla(struct spedita *out, struct op *op,
    enum tr_messaggio tipo, const struct tr_lettera *m, struct tr_stesura *s)
    MUST;

/* applica: a paper and its message, the n-th (0, 1) of this act. */
void trasferire_deposita(struct op *op, const struct trasferimento *t, int n,
    struct nodo *carta, struct nodo *messaggio);
/* The same of one of ours.  busy: the seal was changed meanwhile. */
int trasferire_spedisci(struct op *op, const struct trasferimento *t, int n,
    const struct spedita *s) MUST;

/* prepara and applica of an atto that is one word to the other body, about a
 * transfer there is; `trova` finds it, both times. */
typedef int trasferire_trova_fn(struct trasferimento *out, struct op *op);
int trasferire_parola(struct op *op, trasferire_trova_fn *trova,
    enum tr_messaggio tipo, struct tr_stesura *s) MUST;
int trasferire_detta(struct op *op, trasferire_trova_fn *trova) MUST;

/* Where the message of a paper stands in ente/. */
const char *trasferire_messaggio(struct arena *a, const char *caso,
    int ordine);

#endif
