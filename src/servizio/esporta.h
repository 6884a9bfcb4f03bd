/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esporta.h - what an export holds (docs/formato.md).  Internal to servizio/:
 * esporta writes it, importa makes it of what it has built and compares.
 */
#ifndef SERVIZIO_ESPORTA_H
#define SERVIZIO_ESPORTA_H

#include "archivio/archivio.h"
#include "atti/store.h"
#include "db/db.h"
#include "servizio/uscita.h"

/* The file that says what it is, and in which form. */
#define ESPORTA_FORMATO "FORMATO"
#define ESPORTA_FORMATO_TESTO "cartella esportazione 1\n"
#define ESPORTA_MANIFESTO "SHA256SUMS"
#define ESPORTA_LETTURE "letture/letture.txt"
#define ESPORTA_POSTI "allegati/posti.txt"
#define ESPORTA_LEGAMI "allegati/legami.txt"
#define ESPORTA_ACCESSI "accessi/accessi.csv"
#define ESPORTA_SCHEMA "schemi/registro.sql"

/* A store as it was at one moment, while others work. */
struct momento {
	struct arena *a;
	struct store *st;		/* its register in a transaction */
	struct db *registro, *letture;	/* the same, for whole tables */
	struct testa *teste;
	int n_teste;
	struct ultimo ultimo;
	int64_t letture_n;		/* the last row of the read log */
};

/* Under the lock; the moment lasts until momento_chiudi. */
int momento_apri(struct momento *m, struct arena *a, struct store *st) MUST;
void momento_chiudi(struct momento *m);

/* All files but the manifesto and ESPORTA_ACCESSI. */
int esporta_contenuto(struct uscita *u, struct momento *m) MUST;

/* esporta_tabelle.c: the register, and a table of any database as CSV. */
int esporta_registro(struct uscita *u, struct db *db) MUST;
int esporta_csv(struct uscita *u, const char *rel, struct db *db,
    const char *tabella) MUST;
/* A field, quoted when it must be; NULL is nothing, "" is "". */
void csv_campo(struct foglio *f, const char *s);

/* esporta_allegati.c */
int esporta_allegati(struct uscita *u, struct momento *m) MUST;

/* esporta_catena.c: the chain and the read log as the text that was hashed. */
int esporta_catena(struct uscita *u, struct momento *m) MUST;
int esporta_letture(struct uscita *u, struct momento *m) MUST;

/*
 * manifesto_export.c: every file below dir in one order, directories in byte
 * order of their names.  Refuses links, devices, names that could be taken for
 * something else.
 */
typedef int file_fn(void *arg, const char *rel, const char *path);
int esporta_cammina(const char *dir, file_fn *fn, void *arg) MUST;
/* Writes SHA256SUMS, synced, and gives its own impronta. */
int manifesto_scrivi(char impronta[65], const char *dir,
    const struct ascolto *l) MUST;
/* Is all of it there, nothing else, and each with its bytes?  *n: files.
 * invalid: the message says which is not. */
int manifesto_controlla(int64_t *n, const char *dir, const struct ascolto *l)
    MUST;

#endif
