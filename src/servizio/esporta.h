/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esporta.h - what an export holds (docs/formato.md).  Internal to servizio/:
 * esporta writes it, importa makes it of what it has built and compares.
 */
#ifndef SERVIZIO_ESPORTA_H
#define SERVIZIO_ESPORTA_H

#include <stdbool.h>

#include "archivio/archivio.h"
#include "atti/store.h"
#include "base/auto.h"
#include "base/buf.h"
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
#define ESPORTA_PDF "pdf/"		/* where documents are to be read */
#define ESPORTA_FONTI "pdf/fonti.txt"
#define ESPORTA_STILE "pdf/stile.css"

/* A store as it was at one moment, while others work. */
struct momento {
	struct arena *a;
	struct store *st;		/* its register in a transaction */
	struct db *registro, *letture;	/* the same, for whole tables */
	struct testa *teste;
	int n_teste;
	struct ultimo ultimo;
	int64_t n_letture;		/* rows, once they are written */
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
void csv_riga(struct foglio *f, const char *const *valore, int n);

/* esporta_allegati.c */
int esporta_allegati(struct uscita *u, struct momento *m) MUST;
/* Where the bytes of that impronta went; *rel NULL: they are not there. */
int esporta_posto(const char **rel, struct arena *a, struct uscita *u,
    struct momento *m, const char *impronta) MUST;

/* esporta_catena.c: the chain and the read log as the text that was hashed. */
int esporta_catena(struct uscita *u, struct momento *m) MUST;
int esporta_letture(struct uscita *u, struct momento *m) MUST;

/*
 * esporta_pdf.c: a rendition in PDF/A of each document of ESPORTA_PDF, and
 * pages to find them; `utente` hands them over.  avute: of another export; NULL.
 * What cannot be made is told and counted in out->senza_pdf.
 */
struct avute;
int esporta_pdf(struct esportato *out, struct uscita *u, struct momento *m,
    const char *utente, const struct avute *avute) MUST;
/* Is that the name of a file that esporta_pdf writes?  documento, NULL or that
 * of the document, below the export, of which it is the PDF. */
bool esporta_pdf_nome(const char **documento, struct arena *a,
    const char *rel);

/* esporta_avute.c: the PDFs of an export, whole or cut short.  invalid: it has
 * none. */
int avute_leggi(struct avute **out, const char *dir) MUST;
void avute_free(struct avute *av);
AUTO_DEFINE(avute, avute_free)
/* 1: the PDF that was made of that ODT, in *out; 0: none, or other bytes. */
int avute_cerca(struct buf *out, const struct avute *av, const char *fonte)
    MUST;

/* esporta_indice.c: the pages, written as the folders come, in their order. */
struct indice;
struct indice_riga {
	const char *titolo, *di_che;	/* of the document; di_che: NULL */
	const char *ora, *firma;	/* firma: NULL, or whose */
	const char *percorso;		/* in its folder */
	const char *pdf;		/* below the export; NULL: there is none */
	bool resa;			/* a rendition, no paper of its own */
	const char *manca;		/* why there is none; NULL */
};
int indice_apri(struct indice **out, struct uscita *u, const char *ente,
    const char *ora) MUST;
/* One more document of the folder documenti/<nome>, of the same as before or of
 * a later one. */
int indice_riga(struct indice *x, const char *nome,
    const struct indice_riga *riga) MUST;
int indice_fine(struct indice *x) MUST;
void indice_free(struct indice *x);
AUTO_DEFINE(indice, indice_free)

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
