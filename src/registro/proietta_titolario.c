/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_titolario.c - the plans of classification, and registrations that
 * got another class.
 */
#include "registro/proietta.h"

#include <stdlib.h>

#include "registro/ricerca.h"

int
proietta_titolario(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *ordine = dato(a, doc, "ordine");
	const char *nome = dato(a, doc, "nome");
	const char *dal = dato(a, doc, "valido-dal");
	const struct nodo *v;
	int e, numero, i = 0;

	if (!ordine || !nome || !dal)
		return ERR_INVALID;
	numero = (int)strtol(ordine, NULL, 10);
	if ((e = db_run(r->db, Q_TITOLARIO_ADD, "dsssi", numero, nome, dal,
	    DATO(a, doc, "provvedimento"), p->seq)) != 0)
		return e;
	for (v = nodo_child(doc, "voce"); v != NULL; v = nodo_next(v, "voce"))
		if ((e = db_run(r->db, Q_VOCE_TITOLARIO_ADD, "ddss", numero, ++i,
		    nodo_attr(v, "indice"), nodo_all_text(a, v))) != 0)
			return e;
	return 0;
}

int
proietta_classificazione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *ordine = dato(a, doc, "ordine");
	const char *da = dato(a, doc, "da"), *to = dato(a, doc, "a");
	const char *operatore = dato(a, doc, "operatore");
	const char *ora = dato(a, doc, "ora");
	struct numero n;
	int e;

	if (!ordine || !da || !to || !operatore || !ora)
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, doc, "protocollo")) != 0 ||
	    (e = db_run(r->db, Q_CLASSIFICAZIONE_ADD, "dddsssssi", n.anno,
	    n.progressivo, (int)strtol(ordine, NULL, 10), da, to,
	    DATO(a, doc, "motivo"), operatore, ora, p->seq)) != 0 ||
	    (e = db_run(r->db, Q_PROTOCOLLO_CLASSIFICA, "dds", n.anno,
	    n.progressivo, to)) != 0)
		return e;
	return ricerca_rinnova(r, &n);
}
