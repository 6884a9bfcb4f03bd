/* SPDX-License-Identifier: EUPL-1.2 */
/* servi_interno.h - a request on its way; the loops.  Internal to servi_*.c. */
#ifndef SERVIZIO_SERVI_INTERNO_H
#define SERVIZIO_SERVI_INTERNO_H

#include "atti/op.h"
#include "servizio/servi.h"
#include "servizio/sosta.h"

#define LETTURE_MAX 12			/* readings of one request */

struct lavoro_servi {
	struct consegna c;
	struct arena *a;
	struct nodo *richiesta, *risposta;
	const struct servi_riga *riga;	/* NULL: it has been answered */
	struct richiedente chi;
	int64_t inizio;			/* ns, monotonic */
	int reso[RESI_MAX], n_resi;	/* descriptors of its answer */
	struct op *op[LETTURE_MAX];	/* what is to be run with others' */
	struct nodo *parte[LETTURE_MAX];	/* where its outcome goes */
	int n_op;
	struct servi_file files;
	struct segreto *frase;
};

/* Takes over what has arrived, opens it, finds its row and who asks; with
 * ->riga NULL it has been answered, or handed on, and is done with. */
struct lavoro_servi *lavoro_new(struct servi *s, struct consegna *c);
void lavoro_free(struct lavoro_servi *l);
/* s speaks of this request from now on. */
void lavoro_entra(struct servi *s, struct lavoro_servi *l);
/* Sends the answer, counts it. */
void lavoro_rispondi(struct servi *s, struct lavoro_servi *l);

/*
 * An istanza as it came into one that may be run.  0: *out, or NULL with
 * rilievi that say why not.  invalid: it has no form.
 */
int servi_istanza(struct nodo **out, const struct atto **atto,
    struct rilievi *ril, struct arena *a, const struct nodo *n) MUST;

/* <sessione>, of s->chi, into the answer; with its <puo>s when asked. */
int servi_sessione(struct nodo *risposta, struct servi *s, bool menu) MUST;

/*
 * leggi, compi: what can be run with others' stands in l->op afterwards.
 * servi_fine tells the outcome of each.
 */
void servi_leggi(struct servi *s, struct lavoro_servi *l);
void servi_compi(struct servi *s, struct lavoro_servi *l);
void servi_fine(struct servi *s, struct lavoro_servi *l);
/* Is it one that reads? */
bool servi_lettura(const struct op *op);
/* Is what it asks for of the compositori? */
bool servi_lenta(const struct lavoro_servi *l);
/* Does this atto send a letter, which a trial can show? */
bool servi_lettera(const char *atto);


/* A process of that trade: adds 1 to `pronto` when its store is open, answers
 * until nobody can ask any more. */
_Noreturn void servi_processo(struct servi *s, int prende, int pronto);

#endif
