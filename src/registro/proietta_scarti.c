/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_scarti.c - lists of what may be destroyed, what was answered, and
 * folders that were destroyed.
 *
 * Refuses: a folder destroyed twice, or that no authorised row names.  What a
 * case has left in other rows goes when the register is made again, which
 * every scarto ends in; reading the folders again, its rows never come about,
 * but for those of its cover, which say where it stood.
 */
#include <stdlib.h>
#include <string.h>

#include "documenti/fascicolo.h"
#include "documenti/scarto.h"
#include "registro/proietta.h"

static int
number(int *out, struct arena *a, const struct nodo *n, const char *path)
{
	const char *v = dato(a, n, path);

	if (v == NULL)
		return ERR_INVALID;
	*out = (int)strtol(v, NULL, 10);
	return 0;
}

/* ---- the list and what followed ---- */

static int
add_row(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *v, int elenco, int voce)
{
	const char *pezzi = DATO(a, v, "pezzi");
	const char *documenti = dato(a, v, "documenti");
	const char *byte = dato(a, v, "byte");
	struct numero n;
	int e;

	if (documenti == NULL || byte == NULL)
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, v, "numero")) != 0)
		return e;
	return db_run(r->db, Q_SCARTO_VOCE_ADD, "ddsddssssiidsssi", elenco,
	    voce, numero_sigla(n.serie), n.anno, n.progressivo,
	    DATO(a, v, "classifica"), DATO(a, v, "tipologia"),
	    DATO(a, v, "chiuso"), DATO(a, v, "scaduto"),
	    (int64_t)strtoll(documenti, NULL, 10),
	    (int64_t)strtoll(byte, NULL, 10),
	    pezzi != NULL ? (int)strtol(pezzi, NULL, 10) : 0,
	    DATO(a, v, "motivo"), DATO(a, v, "escluso"),
	    DATO(a, v, "riservata"), p->seq);
}

int
proietta_elenco_scarto(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *v;
	int e, elenco, voce = 0;

	if ((e = number(&elenco, a, doc, "ordine")) != 0 ||
	    (e = db_run(r->db, Q_SCARTO_ELENCO_ADD, "dssssi", elenco,
	    DATO(a, doc, "data"), DATO(a, doc, "utente"),
	    DATO(a, doc, "soprintendenza"), DATO(a, doc, "provvedimento"),
	    p->seq)) != 0)
		return e;
	for (v = nodo_child(doc, "voce"); v != NULL; v = nodo_next(v, "voce"))
		if ((e = add_row(r, a, p, v, elenco, ++voce)) != 0)
			return e;
	return 0;
}

/* It went out, or was withdrawn: nobody's signature is waited for any more. */
static int
no_more_signed(struct registro *r, struct arena *a, int elenco,
    const char *che)
{
	return db_run(r->db, Q_LIBRO_NON_ATTENDE, "s", scarto_percorso(a,
	    elenco, che));
}

int
proietta_richiesta_scarto(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	char scade[DATA_LEN + 1];
	const char *sospesa;
	int e, elenco;

	(void)p;
	if ((e = number(&elenco, a, doc, "ordine")) != 0)
		return e;
	if (dato(a, doc, "inviata") == NULL)
		return ERR_INVALID;
	scarto_scade(scade, &sospesa, a, doc);
	if ((e = no_more_signed(r, a, elenco, SCARTO_ELENCO)) != 0)
		return e;
	return db_run(r->db, Q_SCARTO_RICHIESTA, "dsssss", elenco,
	    DATO(a, doc, "protocollo"), DATO(a, doc, "inviata"), sospesa,
	    scade[0] != '\0' ? scade : NULL,
	    DATO(a, doc, "ministero/inviata"));
}

int
proietta_autorizzazione_scarto(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *x;
	int e, elenco, riga;

	(void)p;
	if ((e = number(&elenco, a, doc, "ordine")) != 0 ||
	    (e = db_run(r->db, Q_SCARTO_AUTORIZZATO, "dssss", elenco,
	    DATO(a, doc, "protocollo"), DATO(a, doc, "estremi"),
	    DATO(a, doc, "esito"), nodo_child(doc, "ministero") == NULL ?
	    NULL : scarto_ministero(a, doc))) != 0)
		return e;
	for (x = nodo_child(doc, "escluso"); x; x = nodo_next(x, "escluso"))
		if ((e = number(&riga, a, x, "riga")) != 0 ||
		    (e = db_run(r->db, Q_SCARTO_ESCLUSO, "dds", elenco, riga,
		    DATO(a, x, "motivo"))) != 0)
			return e;
	return 0;
}

int
proietta_verbale_scarto(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	int e, elenco;

	(void)p;
	if ((e = number(&elenco, a, doc, "ordine")) != 0)
		return e;
	return db_run(r->db, Q_SCARTO_VERBALE, "ds", elenco,
	    DATO(a, doc, "data"));
}

int
proietta_chiusura_scarto(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	int e, elenco;

	(void)p;
	if ((e = number(&elenco, a, doc, "ordine")) != 0 ||
	    (e = no_more_signed(r, a, elenco, SCARTO_VERBALE)) != 0)
		return e;
	return db_run(r->db, Q_SCARTO_CONCLUSO, "dss", elenco,
	    DATO(a, doc, "protocollo"), DATO(a, doc, "data"));
}

int
proietta_ritiro_scarto(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	int e, elenco;

	(void)p;
	if ((e = number(&elenco, a, doc, "ordine")) != 0 ||
	    (e = no_more_signed(r, a, elenco, SCARTO_ELENCO)) != 0)
		return e;
	return db_run(r->db, Q_SCARTO_RITIRATO, "dss", elenco,
	    DATO(a, doc, "data"), DATO(a, doc, "motivo"));
}

/* Its paper is kept by the year of its act, which gave the number. */
int
proietta_lettera_scarto(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	return firma_file_metti(r, a, p, doc, (int)strtol(p->ora, NULL, 10));
}

/* ---- a folder that was destroyed ---- */

/* All that stood in it is what an espunzione says of one document; who it was
 * about is found no more. */
static int
add_documents(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const struct numero *n)
{
	const struct nodo *d;
	int e;

	if ((e = db_run(r->db, Q_SCARTATO_ESPUNTI, "s", p->cartella)) != 0 ||
	    (e = db_run(r->db, Q_SCARTATO_PRIMA, "s", p->cartella)) != 0 ||
	    (e = proietta_espunzione(r, a, p, doc)) != 0)
		return e;
	for (d = nodo_child(doc, "espunto"); d; d = nodo_next(d, "espunto"))
		if ((e = db_run(r->db, Q_PERSONA_TOGLI, "sdds",
		    numero_sigla(n->serie), n->anno, n->progressivo,
		    DATO(a, d, "percorso"))) != 0)
			return e;
	return db_run(r->db, Q_SCARTATO_ATTUALI, "ss", p->cartella,
	    p->percorso);
}

/* What would still wait for somebody, or name it from elsewhere. */
static int
let_go(struct registro *r, const struct numero *n)
{
	static const int query[] = { Q_SCARTATO_TERMINI, Q_SCARTATO_INIZI,
	    Q_SCARTATO_RISPOSTE, Q_SCARTATO_SOSPENSIONI, Q_SCARTATO_RIPRESE,
	    Q_SCARTATO_UNIONI_CON, Q_SCARTATO_UNIONI, Q_SCARTATO_ATTESE,
	    Q_SCARTATO_RINVIATE };
	size_t i;
	int e;

	for (i = 0; n->serie == SERIE_CARTELLA && i < NELEM(query); i++)
		if ((e = db_run(r->db, query[i], "dd", n->anno,
		    n->progressivo)) != 0)
			return e;
	return db_run(r->db, Q_CONSERVAZIONE_TOGLI, "sdd",
	    numero_sigla(n->serie), n->anno, n->progressivo);
}

static int
add_registrations(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc, const struct numero *n)
{
	const struct nodo *x;
	struct numero prot;
	int e;

	for (x = nodo_child(doc, "registrazione"); x != NULL;
	    x = nodo_next(x, "registrazione"))
		if ((e = numero_parse(&prot, nodo_all_text(a, x))) != 0 ||
		    (e = fascicolo_accoglie(r, n, &prot, COME_ATTO,
		    p->seq)) != 0)
			return e;
	return 0;
}

static int
mark(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const struct numero *n)
{
	int e, elenco, voce;
	int64_t there;

	if ((e = number(&elenco, a, doc, "elenco")) != 0 ||
	    (e = number(&voce, a, doc, "voce")) != 0 ||
	    (e = db_run(r->db, Q_SCARTATO_ADD, "ssddddssi", p->cartella,
	    numero_sigla(n->serie), n->anno, n->progressivo, elenco, voce,
	    DATO(a, doc, "scritto"), DATO(a, doc, "autorizzazione"),
	    p->seq)) != 0)
		return e;
	e = db_int(&there, r->db, Q_SCARTATO_C_E, "s", p->cartella);
	if (e == ERR_ABSENT)
		return err_set(ERR_INVALID, "%s: la riga %d dell'elenco %d "
		    "non è autorizzata", p->cartella, voce, elenco);
	return e;
}

int
proietta_scarto(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero n;
	int e;

	if ((e = numero_of_folder(&n, p->cartella)) != 0 ||
	    (e = mark(r, a, p, doc, &n)) != 0 ||
	    (e = add_documents(r, a, p, doc, &n)) != 0 ||
	    (e = add_registrations(r, a, p, doc, &n)) != 0)
		return e;
	if (nodo_child(doc, "secretata") != NULL &&
	    (e = misura_sigilla(r, a, p, nodo_child(doc, "secretata"))) != 0)
		return e;
	return let_go(r, &n);
}
