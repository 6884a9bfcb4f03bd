/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_emergenza.c - rows of the emergency register: of a kit, and those
 * that a registration remembers.  Norm: DPR 445/2000 art. 63.
 */
#include "registro/proietta.h"

int
proietta_registrazione_emergenza(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *ora = dato(a, doc, "ora");
	const char *operatore = dato(a, doc, "operatore");
	struct numero n;
	int e;

	if (!ora || !operatore)
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, doc, "numero")) != 0)
		return e;
	return db_run(r->db, Q_EMERGENZA_ADD, "ddissdnn", n.anno,
	    n.progressivo, p->seq, ora, operatore,
	    nodo_child(doc, "riservata") != NULL);
}

int
emergenza_collega(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc,
    const struct numero *protocollo)
{
	const struct nodo *x = nodo_child(doc, "emergenza");
	const char *ora, *operatore;
	struct numero n;
	int e;

	if (x == NULL)
		return 0;
	ora = dato(a, x, "ora");
	operatore = dato(a, x, "operatore");
	if (!ora || !operatore)
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, x, "numero")) != 0)
		return e;
	return db_run(r->db, Q_EMERGENZA_ADD, "ddissddd", n.anno,
	    n.progressivo, p->seq, ora, operatore,
	    nodo_child(doc, "riservata") != NULL, protocollo->anno,
	    protocollo->progressivo);
}
