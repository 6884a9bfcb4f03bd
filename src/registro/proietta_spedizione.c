/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_spedizione.c - sendings, what came back, and where each stands.
 */
#include "registro/proietta.h"

#include <stdlib.h>

#include "documenti/spedizione.h"
#include "registro/attesa.h"
#include "registro/spedizione.h"

int
proietta_spedizione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *ordine = dato(a, doc, "ordine"), *who;
	const char *mezzo = dato(a, doc, "mezzo");
	const char *data = dato(a, doc, "data");
	const struct nodo *d;
	struct numero n;
	int64_t tutti = 0;
	int e;

	if (ordine == NULL || mezzo == NULL || data == NULL)
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, doc, "protocollo")) != 0)
		return e;
	for (d = nodo_child(doc, "destinatario"); d != NULL;
	    d = nodo_next(d, "destinatario")) {
		who = nodo_all_text(a, d);
		if ((e = db_run(r->db, Q_SPEDIZIONE_ADD, "ddssssssssi", n.anno,
		    n.progressivo, ordine, who, mezzo, data,
		    DATO(a, doc, "estremi"), DATO(a, doc, "nota"),
		    DATO(a, doc, "operatore"), DATO(a, doc, "ora"),
		    p->seq)) != 0 ||
		    (e = db_run(r->db, Q_INVIO_SET, "ddssssi", n.anno,
		    n.progressivo, who, invio_stato(mezzo), mezzo, data,
		    p->seq)) != 0)
			return e;
	}
	if ((e = db_int(&tutti, r->db, Q_SPEDITA_A_TUTTI, "dd", n.anno,
	    n.progressivo)) != 0)
		return e;
	return tutti ? attesa_togli(r, ATTESA_DA_SPEDIRE, &n) : 0;
}

/* The state follows from the one before and the receipt. */
static int
advance(struct registro *r, struct arena *a, const struct posizione *p,
    const struct numero *n, int destinatario, const char *esito)
{
	const char *stato;
	struct invio i;
	int e;

	if ((e = registro_invio(&i, a, r, n, destinatario)) != 0)
		return e;
	if ((stato = invio_dopo(i.stato, esito)) == NULL)
		return err_set(ERR_INVALID, "una ricevuta di %s non segue lo "
		    "stato %s", esito, i.stato);
	return db_run(r->db, Q_INVIO_STATO, "dddsi", n->anno, n->progressivo,
	    destinatario, stato, p->seq);
}

int
proietta_ricevuta_spedizione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *who = dato(a, doc, "destinatario");
	const char *esito = dato(a, doc, "esito");
	struct numero n;
	int e;

	if (who == NULL || esito == NULL)
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, doc, "protocollo")) != 0 ||
	    (e = db_run(r->db, Q_RICEVUTA_ADD, "ddsssssssssssi", n.anno,
	    n.progressivo, DATO(a, doc, "ordine"), who, esito,
	    DATO(a, doc, "data"), DATO(a, doc, "estremi"),
	    DATO(a, doc, "file/nome"), DATO(a, doc, "file/impronta"),
	    DATO(a, doc, "file/tipo"), DATO(a, doc, "file/dimensione"),
	    DATO(a, doc, "operatore"), DATO(a, doc, "ora"), p->seq)) != 0)
		return e;
	return advance(r, a, p, &n, (int)strtol(who, NULL, 10), esito);
}
