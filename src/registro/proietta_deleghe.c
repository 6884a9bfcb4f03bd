/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_deleghe.c - who gave which atti to whom, and whether he took them
 * back.
 */
#include "registro/proietta.h"

#include <stdlib.h>

int
proietta_delega(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	const char *numero = dato(a, doc, "numero");
	const char *delegante = dato(a, doc, "delegante");
	const char *delegato = dato(a, doc, "delegato");
	const char *dal = dato(a, doc, "dal");
	const char *al = dato(a, doc, "al");
	const struct nodo *t;
	int e, n;

	if (!numero || !delegante || !delegato || !dal || !al)
		return ERR_INVALID;
	n = (int)strtol(numero, NULL, 10);
	if ((e = db_run(r->db, Q_DELEGA_SET, "dssssdi", n, delegante, delegato,
	    dal, al, nodo_child(doc, "revoca") != NULL, p->seq)) != 0)
		return e;
	for (t = nodo_child(doc, "atto"); t != NULL; t = nodo_next(t, "atto"))
		if ((e = db_run(r->db, Q_DELEGA_ATTO_ADD, "ds", n,
		    nodo_all_text(a, t))) != 0)
			return e;
	return 0;
}
