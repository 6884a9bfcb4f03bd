/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_chiavi.c - keys, as they are enrolled and revoked.  Each enrolment
 * is a row: what a key could do is asked of a place in the chain.  Sets of
 * certificates that are believed.
 */
#include "registro/proietta.h"

int
proietta_chiave(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	const char *impronta = dato(a, doc, "impronta-chiave");
	const char *tipo = dato(a, doc, "impronta-chiave/@tipo");
	const char *algoritmo = dato(a, doc, "algoritmo");
	const char *identita = dato(a, doc, "identita");
	const char *dal = dato(a, doc, "dal");
	const char *custodia = dato(a, doc, "custodia");

	if (!impronta || !tipo || !algoritmo || !identita || !dal ||
	    !custodia)
		return ERR_INVALID;
	return db_run(r->db, Q_CHIAVE_ADD, "sisssssssss", impronta, p->seq,
	    tipo, DATO(a, doc, "utente"), DATO(a, doc, "qualita"), dal,
	    DATO(a, doc, "al"), custodia, identita, algoritmo,
	    DATO(a, doc, "scade"));
}

int
proietta_revoca_chiave(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *impronta = dato(a, doc, "impronta-chiave");
	const char *motivo = dato(a, doc, "motivo");
	const char *revocata = dato(a, doc, "revocata");
	const char *dal = DATO(a, doc, "dal");

	if (!impronta || !motivo || !revocata)
		return ERR_INVALID;
	return db_run(r->db, Q_CHIAVE_REVOCA, "sisss", impronta, p->seq,
	    revocata, motivo, dal != NULL ? dal : "");
}

int
proietta_fiducia(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *nome = dato(a, doc, "nome");

	if (nome == NULL)
		return ERR_INVALID;
	if (nodo_child(doc, "ritirata") != NULL)
		return db_run(r->db, Q_FIDUCIA_TOGLI, "s", nome);
	return db_run(r->db, Q_FIDUCIA_SET, "ssi", nome,
	    DATO(a, doc, "elenco/@scade"), p->seq);
}
