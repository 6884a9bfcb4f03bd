/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_registrazione.c - a registration: what it was at first, which never
 * changes, and its face of now.
 * Norm: DPR 445/2000 art. 53.
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "registro/attesa.h"

#include "registro/ricerca.h"

static int
add_subjects(struct registro *r, struct arena *a, const struct nodo *doc,
    const struct numero *n, const char *parte, int *ordine)
{
	/* as written, for ever; as it stands now */
	static const int both[] = { Q_SOGGETTO_ADD, Q_PARTE_ADD };
	const struct nodo *s;
	size_t i;
	int e;

	for (s = nodo_child(doc, parte); s != NULL; s = nodo_next(s, parte)) {
		++*ordine;
		for (i = 0; i < NELEM(both); i++)
			if ((e = db_run(r->db, both[i], "dddsssss", n->anno,
			    n->progressivo, *ordine, parte,
			    DATO(a, s, "denominazione"),
			    DATO(a, s, "codice-ipa"), DATO(a, s, "indirizzo"),
			    DATO(a, s, "pec"))) != 0)
				return e;
	}
	return 0;
}

static int
add_file(struct registro *r, struct arena *a, const struct nodo *f,
    const struct numero *n, int ordine)
{
	const char *dimensione = dato(a, f, "dimensione");

	if (dimensione == NULL)
		return ERR_INVALID;
	return db_run(r->db, Q_FILE_ADD, "dddsssis", n->anno, n->progressivo,
	    ordine, DATO(a, f, "nome"), DATO(a, f, "impronta"),
	    DATO(a, f, "tipo"), (int64_t)strtoll(dimensione, NULL, 10),
	    DATO(a, f, "nota"));
}

static int
add_files(struct registro *r, struct arena *a, const struct nodo *doc,
    const struct numero *n)
{
	const struct nodo *f = nodo_child(doc, "principale");
	int e, ordine = 0;

	if (f != NULL && (e = add_file(r, a, f, n, 0)) != 0)
		return e;
	for (f = nodo_child(doc, "allegato"); f; f = nodo_next(f, "allegato"))
		if ((e = add_file(r, a, f, n, ++ordine)) != 0)
			return e;
	return 0;
}

/* The row that later acts keep up to date. */
static int
add_face(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const struct numero *n)
{
	const char *ora = DATO(a, doc, "ora");

	return db_run(r->db, Q_PROTOCOLLO_ADD, "ddsssssdsssssssi", n->anno,
	    n->progressivo, arena_printf(a, "%.10s", ora), ora,
	    DATO(a, doc, "operatore"), DATO(a, doc, "flusso"),
	    DATO(a, doc, "oggetto"), nodo_child(doc, "riservata") != NULL,
	    DATO(a, doc, "riservata/motivo"),
	    DATO(a, doc, "riservata/fino-al"), DATO(a, doc, "mezzo"),
	    DATO(a, doc, "data-arrivo"),
	    DATO(a, doc, "protocollo-mittente/numero"),
	    DATO(a, doc, "protocollo-mittente/data"),
	    DATO(a, doc, "classifica"), p->seq);
}

/* What comes in waits to be sent to an office, what goes out to be sent away. */
static int
waits(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const struct numero *n)
{
	const char *flusso = DATO(a, doc, "flusso");

	if (strcmp(flusso, "entrata") == 0)
		return attesa_metti(r, ATTESA_DA_SMISTARE, n, NULL, p);
	if (strcmp(flusso, "uscita") == 0)
		return attesa_metti(r, ATTESA_DA_SPEDIRE, n,
		    DATO(a, doc, "operatore"), p);
	return 0;
}

/* What it was at first, for ever. */
static int
add_row(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const struct numero *n)
{
	const char *cartacei = DATO(a, doc, "cartacei/numero");
	struct numero s = { 0 };
	int e;

	if (DATO(a, doc, "sostituisce") != NULL &&
	    (e = dato_numero(&s, a, doc, "sostituisce")) != 0)
		return e;
	return db_run(r->db, Q_REGISTRAZIONE_ADD, "ddisssssdssssssssssssss",
	    n->anno, n->progressivo, p->seq, p->id, DATO(a, doc, "ora"),
	    DATO(a, doc, "operatore"), DATO(a, doc, "flusso"),
	    DATO(a, doc, "oggetto"), nodo_child(doc, "riservata") != NULL,
	    DATO(a, doc, "riservata/motivo"),
	    DATO(a, doc, "riservata/fino-al"), DATO(a, doc, "mezzo"),
	    DATO(a, doc, "data-arrivo"),
	    DATO(a, doc, "protocollo-mittente/numero"),
	    DATO(a, doc, "protocollo-mittente/data"),
	    DATO(a, doc, "classifica"), DATO(a, doc, "tipo"),
	    DATO(a, doc, "differita/motivo"),
	    DATO(a, doc, "differita/autorizzazione"),
	    s.anno ? arena_printf(a, "%d", s.anno) : NULL,
	    s.anno ? arena_printf(a, "%d", s.progressivo) : NULL, cartacei,
	    DATO(a, doc, "cartacei/descrizione"));
}

/* The number that the body's own register gave, when it is another one. */
static int
add_foreign(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const struct numero *n)
{
	const struct nodo *x = nodo_child(doc, "esterno");

	if (x == NULL)
		return 0;
	return db_run(r->db, Q_ESTERNO_ADD, "sssddi", DATO(a, x, "registro"),
	    DATO(a, x, "numero"), DATO(a, x, "data"), n->anno,
	    n->progressivo, p->seq);
}

int
proietta_registrazione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero n;
	int e, ordine = 0;

	if (!dato(a, doc, "ora") || !dato(a, doc, "flusso"))
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, doc, "numero")) != 0 ||
	    (e = add_row(r, a, p, doc, &n)) != 0 ||
	    (e = add_face(r, a, p, doc, &n)) != 0 ||
	    (e = emergenza_collega(r, a, p, doc, &n)) != 0 ||
	    (e = add_subjects(r, a, doc, &n, "mittente", &ordine)) != 0 ||
	    (e = add_subjects(r, a, doc, &n, "destinatario", &ordine)) != 0)
		return e;
	if ((e = add_files(r, a, doc, &n)) != 0 ||
	    (e = add_foreign(r, a, p, doc, &n)) != 0 ||
	    (e = waits(r, a, p, doc, &n)) != 0)
		return e;
	return ricerca_rinnova(r, &n);
}
