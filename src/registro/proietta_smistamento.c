/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_smistamento.c - where a registration went, who has seen it, who has
 * it in charge, who gave it back; and what therefore waits.
 *
 * A registration waits for the protocollo as long as nobody must act on it.
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "registro/attesa.h"
#include "registro/ricerca.h"
#include "registro/smistamento.h"

/* "" stands for a whole office. */
static const char *
person(struct arena *a, const struct nodo *doc, const char *path)
{
	const char *v = nodo_value(a, doc, path);

	return v != NULL ? v : "";
}

static int
add_destination(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *d, const struct numero *n, int ordine)
{
	const char *ufficio = dato(a, d, "ufficio");
	const char *titolo = dato(a, d, "titolo");

	if (!ufficio || !titolo)
		return ERR_INVALID;
	return db_run(r->db, Q_SMISTAMENTO_ADD, "dddssssi", n->anno,
	    n->progressivo, ordine, ufficio, person(a, d, "utente"), titolo,
	    p->ora, p->seq);
}

static int
replaces(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const struct numero *n)
{
	if (strcmp(person(a, doc, "sostituisce"), "si") != 0)
		return 0;
	return db_run(r->db, Q_SMISTAMENTI_SOSTITUISCI, "dds", n->anno,
	    n->progressivo, p->ora);
}

int
proietta_smistamento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *ordine = dato(a, doc, "ordine");
	const struct nodo *d;
	struct numero n;
	int e;

	if (ordine == NULL)
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, doc, "protocollo")) != 0 ||
	    (e = replaces(r, a, p, doc, &n)) != 0)
		return e;
	for (d = nodo_child(doc, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione"))
		if ((e = add_destination(r, a, p, d, &n,
		    (int)strtol(ordine, NULL, 10))) != 0)
			return e;
	if ((e = attesa_togli(r, ATTESA_DA_SMISTARE, &n)) != 0 ||
	    (e = attesa_togli(r, ATTESA_DA_RISMISTARE, &n)) != 0)
		return e;
	return ricerca_rinnova(r, &n);
}

int
proietta_presa_visione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *ordine = dato(a, doc, "ordine");
	const char *utente = dato(a, doc, "utente");
	const struct nodo *u;
	struct numero n;
	int e;

	if (!ordine || !utente)
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, doc, "protocollo")) != 0)
		return e;
	for (u = nodo_child(doc, "ufficio"); u; u = nodo_next(u, "ufficio"))
		if ((e = db_run(r->db, Q_SMISTAMENTO_VISTO, "ddsss", n.anno,
		    n.progressivo, nodo_all_text(a, u), utente, p->ora)) != 0)
			return e;
	return db_run(r->db, Q_PRESA_ADD, "dddssi", n.anno, n.progressivo,
	    (int)strtol(ordine, NULL, 10), utente, p->ora, p->seq);
}

/* The row of the step, and the destination's new state. */
static int
step(struct numero *n, struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc, int query)
{
	const char *ordine = dato(a, doc, "ordine");
	const char *smistamento = dato(a, doc, "smistamento");
	const char *ufficio = dato(a, doc, "ufficio");
	const char *utente = dato(a, doc, "utente");
	const char *to = person(a, doc, "destinatario");
	int e, of;

	if (!ordine || !smistamento || !ufficio || !utente)
		return ERR_INVALID;
	of = (int)strtol(smistamento, NULL, 10);
	if ((e = dato_numero(n, a, doc, "protocollo")) != 0 ||
	    (e = db_run(r->db, Q_PASSO_ADD, "ddsddsssssi", n->anno,
	    n->progressivo, doc->nome, (int)strtol(ordine, NULL, 10), of,
	    ufficio, to, utente, p->ora, DATO(a, doc, "motivo"),
	    p->seq)) != 0)
		return e;
	return db_run(r->db, query, "dddsss", n->anno, n->progressivo, of,
	    ufficio, to, p->ora);
}

int
proietta_presa_in_carico(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero n;
	int e;

	if ((e = step(&n, r, a, p, doc, Q_SMISTAMENTO_PRESO)) != 0)
		return e;
	return db_run(r->db, Q_SMISTAMENTO_FASCICOLATO, "dd", n.anno,
	    n.progressivo);
}

int
proietta_rifiuto(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero n;
	int e, left;

	if ((e = step(&n, r, a, p, doc, Q_SMISTAMENTO_RIFIUTATO)) != 0 ||
	    (e = registro_competenti(&left, r, &n)) != 0)
		return e;
	if (left == 0 &&
	    (e = attesa_metti(r, ATTESA_DA_RISMISTARE, &n, NULL, p)) != 0)
		return e;
	return ricerca_rinnova(r, &n);
}
