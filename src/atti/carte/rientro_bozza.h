/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rientro_bozza.h - a draft made by the atto `bozza`, edited in Writer, as the
 * fields of the atto that writes the document; for the fronts.
 *
 * Refuses what would lose words without a sign: a section that was there and
 * is no more, one twice with different words, a draft of another case or of
 * another document than the one that is named.
 */
#ifndef ATTI_CARTE_RIENTRO_BOZZA_H
#define ATTI_CARTE_RIENTRO_BOZZA_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "xml/nodo.h"

/* The kinds of document that are drafted in Writer. */
struct bozza_tipo {
	const char *tipo;	/* root of the document; kind of paper */
	const char *atto;	/* that writes it */
	const char *campo;	/* of that atto: the document written again */
	const char *modello;	/* the one it is made by unless told */
};
extern const struct bozza_tipo bozza_tipi[];	/* tipo NULL at the end */

/* NULL: that atto takes no draft; there is no such kind. */
const struct bozza_tipo *bozza_tipo_di_atto(const char *atto);
const struct bozza_tipo *bozza_tipo_trova(const char *tipo);

/* The data a draft carries ("cartella.numero"); NULL: it does not. */
const char *rientro_bozza_dato(struct arena *a, const struct nodo *sezioni,
    const char *nome);

struct rientro_bozza {
	const char *(*campi)[2];	/* besides those given: name, value */
	int n_campi;
	struct nodo *prose;		/* <prosa nome="metodo">…</prosa>… */
	const char *folder, *commit;	/* what it was made on; NULL: new */
	const char **detti;		/* Italian, for its writer to know */
	int n_detti;
};

/*
 * `sezioni` as worker_rientro gives them; `dati`, n of them, the fields that
 * its writer gave beside it, which come first.  invalid: the message says
 * what to do.
 */
int rientro_bozza_leggi(struct rientro_bozza *out, struct arena *a,
    const struct bozza_tipo *t, const struct nodo *sezioni,
    const char *const (*dati)[2], int n) MUST;

/* Its prose into the atto's own element, its base into the istanza. */
int rientro_bozza_metti(struct nodo *istanza, struct nodo *in,
    struct arena *a, const struct rientro_bozza *b) MUST;

#endif
