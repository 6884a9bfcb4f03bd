/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_trasferimenti.c - other bodies, as their seals are enrolled and
 * revoked; the papers of transfers.
 *
 * Keeps: a paper is here only if it changed something, so where a transfer
 * stands is told by its last one (tr_stato_dopo).
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "documenti/trasferimento_carte.h"
#include "registro/proietta.h"
#include "registro/trasferimenti.h"

/* The small letters of the directory it stands in: "enti/c_a944/0001.xml". */
static int
place(const char **codice, int *ordine, struct arena *a,
    const struct posizione *p)
{
	const char *from = strchr(p->percorso, '/');
	const char *to = from != NULL ? strchr(from + 1, '/') : NULL;

	if (to == NULL)
		return err_set(ERR_INVALID, "%s non sta dove deve",
		    p->percorso);
	*codice = arena_strndup(a, from + 1, (size_t)(to - from - 1));
	*ordine = (int)strtol(to + 1, NULL, 10);
	return 0;
}

int
proietta_ente_arruolato(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	static const char *const fields[] = { "codice-ipa", "denominazione",
	    "impronta-chiave", "algoritmo", "identita", "verificata",
	    "arruolato" };
	const char *v[NELEM(fields)], *codice;
	int e, ordine;
	size_t i;

	for (i = 0; i < NELEM(fields); i++)
		if ((v[i] = dato(a, doc, fields[i])) == NULL)
			return ERR_INVALID;
	if ((e = place(&codice, &ordine, a, p)) != 0)
		return e;
	return db_run(r->db, Q_ALTRO_ENTE_ADD, "sdssssssssi", codice, ordine,
	    v[0], v[1], v[2], v[3], v[4], v[5], DATO(a, doc, "nota"), v[6],
	    p->seq);
}

int
proietta_revoca_ente(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *chiave = dato(a, doc, "impronta-chiave");
	const char *revocato = dato(a, doc, "revocato");
	const char *motivo = dato(a, doc, "motivo");
	const char *codice;
	int e, ordine;

	if (!chiave || !revocato || !motivo)
		return ERR_INVALID;
	if ((e = place(&codice, &ordine, a, p)) != 0)
		return e;
	return db_run(r->db, Q_ALTRO_ENTE_REVOCA, "ssss", codice, chiave,
	    revocato, motivo);
}

/* ---- papers ---- */

int
caso_provenienza(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *caso = dato(a, doc, "caso");
	struct numero n;
	int e;

	if (caso == NULL)
		return ERR_INVALID;
	if ((e = numero_of_folder(&n, p->cartella)) != 0)
		return e;
	return db_run(r->db, Q_CASO_TRASFERITO_ADD, "sddi", caso, n.anno,
	    n.progressivo, p->seq);
}

static int
begin(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const struct tr_lettera *m, bool ours,
    const char *giorno)
{
	const char *riferimento = dato(a, doc, "cartella");
	const char *motivo = dato(a, doc, "motivo");
	struct numero n = { SERIE_CARTELLA, 0, 0 };
	int e;

	if (!riferimento || !motivo)
		return ERR_INVALID;
	if (ours && ((e = numero_parse(&n, riferimento)) != 0 ||
	    (e = db_run(r->db, Q_CASO_TRASFERITO_ADD, "sddi", m->caso, n.anno,
	    n.progressivo, p->seq)) != 0))
		return e;
	if (!ours)
		return db_run(r->db, Q_TRASFERIMENTO_ADD, "ssssssnnssssi",
		    m->id, m->caso, "entrata", m->da, tr_stato_nome(
		    TR_PERVENUTA), riferimento, motivo, giorno, m->scade,
		    m->pacchetto, p->seq);
	return db_run(r->db, Q_TRASFERIMENTO_ADD, "ssssssddssssi", m->id,
	    m->caso, "uscita", m->a, tr_stato_nome(TR_OFFERTA), riferimento,
	    n.anno, n.progressivo, motivo, giorno, m->scade, m->pacchetto,
	    p->seq);
}

int
proietta_trasferimento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *giorno = arena_strndup(a, p->ora, 10), *caso;
	struct tr_lettera m;
	struct ente noi;
	int e, ordine;
	bool ours;

	if ((e = trasferimento_leggi(&m, a, doc)) != 0 ||
	    (e = registro_ente(&noi, a, r)) != 0 ||
	    (e = place(&caso, &ordine, a, p)) != 0)
		return e;
	if (m.id == NULL || m.caso == NULL || m.da == NULL || m.a == NULL ||
	    m.pacchetto == NULL || strcmp(m.caso, caso) != 0)
		return err_set(ERR_INVALID, "%s non è la carta di un "
		    "trasferimento di quel caso", p->percorso);
	ours = tr_lettera_di(&m, noi.codice_ipa);
	if ((e = db_run(r->db, Q_CARTA_TRASFERIMENTO_ADD, "sdssdsi", caso,
	    ordine, m.id, doc->nome, ours, giorno, p->seq)) != 0)
		return e;
	if (m.tipo == TR_M_OFFERTA)
		return begin(r, a, p, doc, &m, ours, giorno);
	return db_run(r->db, Q_TRASFERIMENTO_SET, "ssssssi", m.id,
	    tr_stato_nome(tr_stato_dopo(m.tipo, ours)), m.finale,
	    DATO(a, doc, "protocollo"), DATO(a, doc, "motivo"), giorno,
	    p->seq);
}
