/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_caso.c - covers of accessi and cartelle, proposals, signatures.
 */
#include "documenti/provenienza.h"
#include "documenti/fascicolo.h"
#include "documenti/proposta.h"
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "registro/attesa.h"
#include "registro/legami.h"
#include "registro/ricerca.h"

/* A number named by an optional element; progressivo 0 when absent. */
static int
optional_number(struct numero *out, struct arena *a, const struct nodo *doc,
    const char *path)
{
	const char *v = nodo_value(a, doc, path);

	*out = (struct numero){ 0 };
	return v == NULL ? 0 : numero_parse(out, v);
}

/* Born of a registration: who saw it or had it has done his part. */
static int
born(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const struct numero *prot)
{
	struct numero already;
	int e = registro_accesso_di(&already, r, prot);

	if (e != ERR_ABSENT)
		return e;
	err_clear();
	return db_run(r->db, Q_SMISTAMENTO_ASSEGNATO, "ddss", prot->anno,
	    prot->progressivo, DATO(a, doc, "ufficio"), p->ora);
}

int
proietta_accesso(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero n, prot;
	int e;

	if ((e = numero_of_folder(&n, p->cartella)) != 0 ||
	    (e = optional_number(&prot, a, doc, "protocollo")) != 0)
		return e;
	if (prot.progressivo == 0)
		return db_run(r->db, Q_ACCESSO_SET, "ddssnnssssi", n.anno,
		    n.progressivo, DATO(a, doc, "tipo"), DATO(a, doc, "stato"),
		    DATO(a, doc, "ufficio"), DATO(a, doc, "responsabile"),
		    DATO(a, doc, "aperto"), DATO(a, doc, "chiusura/data"),
		    p->seq);
	if ((e = born(r, a, p, doc, &prot)) != 0)
		return e;
	if ((e = db_run(r->db, Q_ACCESSO_SET, "ddssddssssi", n.anno,
	    n.progressivo, DATO(a, doc, "tipo"), DATO(a, doc, "stato"),
	    prot.anno, prot.progressivo, DATO(a, doc, "ufficio"),
	    DATO(a, doc, "responsabile"), DATO(a, doc, "aperto"),
	    DATO(a, doc, "chiusura/data"), p->seq)) != 0)
		return e;
	return ricerca_rinnova(r, &prot);
}

int
proietta_cartella(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero n, accesso;
	int e;

	if ((e = numero_of_folder(&n, p->cartella)) != 0 ||
	    (e = optional_number(&accesso, a, doc, "accesso")) != 0)
		return e;
	if ((e = db_run(r->db, Q_CARTELLA_SET, "ddssddsssssi", n.anno,
	    n.progressivo, DATO(a, doc, "stato"), DATO(a, doc, "classifica"),
	    accesso.anno, accesso.progressivo, DATO(a, doc, "ufficio"),
	    DATO(a, doc, "responsabile"), DATO(a, doc, "aperta"),
	    DATO(a, doc, "chiusura/data"), DATO(a, doc, "chiusura/motivo"),
	    p->seq)) != 0)
		return e;
	if ((e = attivita_segna(r, p->cartella, DATO(a, doc, "aperta"))) != 0)
		return e;
	if ((e = misure_eredita(r, &n, &accesso)) != 0)
		return e;
	return fascicolo_cartella(r, &n, &accesso, p->seq);
}

/* <firma-file> of a paper registered under `protocollo`, which is then among
 * the registrations of the cartella. */
static int
signed_file(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *paper)
{
	struct numero n, cartella;
	int e;

	if ((e = optional_number(&n, a, paper, "protocollo")) != 0 ||
	    (e = firma_file_metti(r, a, p, paper, n.anno)) != 0 ||
	    (e = numero_of_folder(&cartella, p->cartella)) != 0)
		return e;
	return fascicolo_accoglie(r, &cartella, &n, COME_ATTO, p->seq);
}

/* It waits for who made it, until another is made. */
static int
sent_back(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	const char *stato = dato(a, doc, "stato");
	struct numero n;
	int e;

	if (stato == NULL)
		return ERR_INVALID;
	if ((e = numero_of_folder(&n, p->cartella)) != 0)
		return e;
	if (strcmp(stato, PROPOSTA_RINVIATA) == 0)
		return db_run(r->db, Q_RINVIATA_SET, "dds", n.anno,
		    n.progressivo, p->ora);
	return db_run(r->db, Q_RINVIATA_TOGLI, "dd", n.anno, n.progressivo);
}

/* Once approved it is with the office it was sent to, whose inquiry begins
 * anew: a draft that an earlier one has left waits for nobody. */
int
proietta_proposta(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *approvazione = nodo_child(doc, "approvazione");
	struct legame l = { .relazione = LEGAME_ISTRUTTORIA };
	struct numero n;
	int e;

	if ((e = sent_back(r, a, p, doc)) != 0 ||
	    (e = legami_togli(r, p)) != 0 || approvazione == NULL)
		return e;
	l.ufficio = DATO(a, approvazione, "ufficio");
	l.dal = DATO(a, approvazione, "data");
	if ((e = numero_of_folder(&n, p->cartella)) != 0 ||
	    (e = attesa_metti(r, ATTESA_DA_ISTRUIRE, &n, NULL, p)) != 0 ||
	    (e = attesa_togli(r, ATTESA_DA_FIRMARE, &n)) != 0 ||
	    (l.ufficio != NULL && (e = legame_metti(r, p, &l)) != 0))
		return e;
	return signed_file(r, a, p, approvazione);
}

/* The parts of a letter, and the documents whose words they are. */
static const struct {
	const char *parte, *tipo;
} riportati[] = {
	{ "caso", "cartella" },
	{ "minore", "scheda" },
	{ "famiglia", "stato-di-famiglia" },
	{ "provvedimento", "provvedimento" },
	{ "collocamento", "collocamento-403" },
	{ "procedimento", "istruttoria" },
	{ "appuntamento", "appuntamento" },
};

int
lettera_riporta(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *lettera = nodo_child(doc, "lettera"), *x;
	size_t i;
	int e;

	for (i = 0; lettera != NULL && i < NELEM(riportati); i++)
		if (nodo_child(lettera, riportati[i].parte) != NULL &&
		    (e = db_run(r->db, Q_RIPORTA_ADD, "sssi", p->cartella,
		    p->percorso, riportati[i].tipo, p->seq)) != 0)
			return e;
	for (x = nodo_child(doc, "inviato"); x; x = nodo_next(x, "inviato"))
		if ((e = db_run(r->db, Q_RIPORTA_MANDATO, "sssi", p->cartella,
		    p->percorso, percorso_accanto(a, p->percorso,
		    DATO(a, x, "documento")), p->seq)) != 0)
			return e;
	return 0;
}

int
proietta_comunicazione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	int e = lettera_riporta(r, a, p, doc);

	return e != 0 ? e : signed_file(r, a, p, doc);
}

/* Its signature is over a paper that is not registered: kept by the year of its
 * act. */
int
proietta_attestazione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	return firma_file_metti(r, a, p, doc, (int)strtol(p->ora, NULL, 10));
}
