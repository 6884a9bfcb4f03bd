/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_versamenti.c - a package for the conservatore, his report; which
 * sealed days wait to be handed over, and until when.
 *
 * Keeps: nothing is in conservation before a report says so; what is not taken
 * waits again.  Norm: linee guida AgID §3.1.6 (next working day).
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/calendario.h"
#include "registro/query.h"
#include "registro/termini.h"

/* A day with its term. */
static int
day_waits(struct registro *r, const char *data)
{
	struct calendario office;
	char entro[DATA_LEN + 1];
	int e;

	if ((e = registro_calendario(&office, r)) != 0)
		return e;
	calendario_giorni(entro, data, 1);
	while (!calendario_lavorativo(&office, entro))
		calendario_giorni(entro, entro, 1);
	return db_run(r->db, Q_DA_VERSARE_ADD, "ss", data, entro);
}

int
proietta_giorno_da_versare(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *data = dato(a, doc, "giorno");

	(void)p;
	return data == NULL ? ERR_INVALID : day_waits(r, data);
}

/* "2026-11-20" is a day, and no number of ours looks like it. */
static bool
is_day(const char *unita)
{
	return strlen(unita) == DATA_LEN && unita[4] == '-' &&
	    unita[7] == '-';
}

static int
handed_over(struct registro *r, struct arena *a, const struct posizione *p,
    int versamento, int ordine, const struct nodo *u)
{
	const char *unita = dato(a, u, "numero");
	const char *contenuto = dato(a, u, "contenuto");
	const char *intera = dato(a, u, "intera");
	struct numero n = { .serie = SERIE_N };
	int e;

	if (!unita || !contenuto || !intera)
		return ERR_INVALID;
	if (!is_day(unita) && (e = numero_parse(&n, unita)) != 0)
		return e;
	if ((e = db_run(r->db, Q_VERSATA_ADD, "dsdsddsddi", versamento, unita,
	    ordine, n.serie == SERIE_N ? "GG" : n.serie == SERIE_PROTOCOLLO ?
	    "PG" : numero_sigla(n.serie), n.serie == SERIE_N ? 0 : n.anno,
	    n.serie == SERIE_N ? 0 : n.progressivo, contenuto,
	    nodo_count(u, "documento"), strcmp(intera, "si") == 0,
	    p->seq)) != 0)
		return e;
	return n.serie == SERIE_N ? db_run(r->db, Q_DA_VERSARE_TOGLI, "s",
	    unita) : 0;
}

static int
whole(struct arena *a, const struct nodo *doc, const char *path)
{
	const char *v = dato(a, doc, path);

	return v == NULL ? -1 : (int)strtol(v, NULL, 10);
}

int
proietta_versamento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	int n = whole(a, doc, "ordine"), files = whole(a, doc, "documenti");
	const char *formato = dato(a, doc, "formato");
	const char *utente = dato(a, doc, "utente");
	const char *pacchetto = dato(a, doc, "pacchetto");
	const struct nodo *u;
	int e, ordine = 0;

	if (n < 0 || files < 0 || !formato || !utente || !pacchetto)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_VERSAMENTO_ADD, "dssssdi", n, formato,
	    utente, pacchetto, DATO(a, doc, "conservatore"), files,
	    p->seq)) != 0)
		return e;
	for (u = nodo_child(doc, "unita"); u; u = nodo_next(u, "unita"))
		if ((e = handed_over(r, a, p, n, ++ordine, u)) != 0)
			return e;
	return 0;
}

/* Not taken: a day waits again, unless it is already on its way again. */
static int
waits_again(struct registro *r, const char *unita)
{
	AUTO_STMT s = NULL;
	int e;

	if (!is_day(unita))
		return 0;
	if ((e = db_query(&s, r->db, Q_IN_CORSO, "s", unita)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	return e == 1 ? 0 : day_waits(r, unita);
}

static int
answered(struct registro *r, struct arena *a, int versamento,
    const struct nodo *u)
{
	const char *unita = dato(a, u, "numero"), *esito = dato(a, u, "esito");
	int e;

	if (!unita || !esito)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_VERSATA_ESITO, "dsss", versamento, unita,
	    esito, DATO(a, u, "motivo"))) != 0)
		return e;
	return strcmp(esito, "rifiutato") == 0 ? waits_again(r, unita) : 0;
}

int
proietta_esito_versamento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	int n = whole(a, doc, "versamento"), e;
	const char *rapporto = dato(a, doc, "rapporto");
	const char *ora = dato(a, doc, "ora");
	const char *id = dato(a, doc, "identificativo");
	const struct nodo *u;

	if (n < 0 || !rapporto || !ora || !id)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_VERSAMENTO_RAPPORTO, "dsssi", n, rapporto,
	    ora, id, p->seq)) != 0)
		return e;
	for (u = nodo_child(doc, "unita"); u; u = nodo_next(u, "unita"))
		if ((e = answered(r, a, n, u)) != 0)
			return e;
	return 0;
}
