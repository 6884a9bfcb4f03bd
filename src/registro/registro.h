/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registro.h - the register of a store: chain, heads, projections, compiled
 * permission.  Opens registro.sqlite; knows nothing of git or of files.
 *
 * Rows are never written by an atto: the runner gives each document and each
 * link to registro_proietta and registro_anello, and `ricostruisci` gives the
 * same documents to the same functions, so that both give the same rows.
 *
 * "absent" is the answer both for what does not exist and for what the user
 * may not see.
 */
#ifndef REGISTRO_REGISTRO_H
#define REGISTRO_REGISTRO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/auto.h"
#include "base/err.h"
#include "documenti/anello.h"
#include "documenti/numero.h"
#include "xml/nodo.h"

struct registro;

enum {
	REGISTRO_CREATE = 1,	/* an empty one is made with its schema */
	REGISTRO_READONLY = 2,
	/* its full-text indices are left as they are: one that is made only to
	 * be compared, whose indices nobody asks */
	REGISTRO_SENZA_INDICI = 4
};

int registro_open(struct registro **out, const char *path, int flags) MUST;
/* An empty one in memory, to project some documents into and ask who sees what
 * on a day: there it is always that day, and nothing is indexed for search. */
int registro_prova(struct registro **out, const char *giorno) MUST;
/* All of it as it is at this moment, in a file of its own (db_copy). */
int registro_copia(struct registro *r, const char *path) MUST;
void registro_close(struct registro *r);
AUTO_DEFINE(registro, registro_close)

/* ---- transactions ---- */

int registro_begin(struct registro *r) MUST;	/* immediate */
int registro_commit(struct registro *r) MUST;
void registro_rollback(struct registro *r);	/* no-op outside one */
bool registro_in_transaction(struct registro *r);
int registro_savepoint(struct registro *r) MUST;
int registro_release(struct registro *r) MUST;
void registro_undo(struct registro *r);		/* back to the savepoint */
/* A read transaction: every query sees one moment. */
int registro_read_begin(struct registro *r) MUST;
void registro_read_end(struct registro *r);

/* ---- the chain ---- */

struct ultimo {
	int64_t seq;			/* 0: empty chain */
	char impronta[IMPRONTA_LEN + 1];
	int64_t ora;			/* seconds UTC */
};
int registro_ultimo(struct ultimo *out, struct registro *r) MUST;
/* Has this istanza been done?  absent: no. */
int registro_istanza(int64_t *seq, struct registro *r, const char *id) MUST;
/* The link's own rows: catena and what hangs on it. `tipi` stand beside
 * an->documenti. */
int registro_anello(struct registro *r, const struct anello *an,
    const char *giornale, const char *const *tipi) MUST;
int registro_posto(struct registro *r, int64_t seq, const char *cartella,
    const char *commit) MUST;

/* Every link, in order, as its rows say; callback returns 0 to go on. */
typedef int anello_fn(void *arg, const struct anello *an, const char *giornale);
int registro_catena(struct registro *r, anello_fn *fn, void *arg) MUST;
/* Those that wrote in a folder.  No permission asked. */
int registro_catena_di(struct registro *r, const char *cartella,
    anello_fn *fn, void *arg) MUST;

/* One, with the place of its journal entry and the types of its documents.
 * absent: there is none. */
int registro_anello_leggi(struct anello *out, const char **giornale,
    const char ***tipi, struct arena *a, struct registro *r, int64_t seq) MUST;

/* ---- heads and pending moves ---- */

#define TESTA_LEN 40
/* No such folder yet: commit "", atti 0. */
int registro_testa(char commit[TESTA_LEN + 1], int *atti, struct registro *r,
    const char *cartella) MUST;
int registro_testa_set(struct registro *r, const char *cartella,
    const char *commit, int atti) MUST;
/* 1: the folder has had that head; 0: never. */
int registro_ebbe_testa(struct registro *r, const char *cartella,
    const char *commit) MUST;
struct testa {
	const char *cartella, *commit;
	int atti;
};
int registro_teste(struct testa **out, int *n, struct arena *a,
    struct registro *r) MUST;

struct mossa {
	const char *cartella, *da, *a;
	const char *tag;		/* NULL: the branch */
	bool purga;	/* what `a` does not reach goes for good */
	/* of an attachment; NULL: a branch or a tag.  Its bytes go, or, where
	 * cartella is not "", its link beside that folder */
	const char *allegato;
};
int registro_mossa(struct registro *r, const char *cartella, const char *da,
    const char *a, bool purga) MUST;
/* A tag that is to be seen, and the object it names. */
int registro_mossa_tag(struct registro *r, const char *cartella,
    const char *tag, const char *oggetto) MUST;
int registro_mossa_allegato(struct registro *r, const char *cartella,
    const char *impronta) MUST;
/* Those not done since this boot, in order. */
int registro_mosse(struct mossa **out, int *n, struct arena *a,
    struct registro *r, const char *boot) MUST;
/* Marks all as done in this boot; its own transaction, not synced. */
int registro_mosse_fatte(struct registro *r, const char *boot) MUST;
/* Deletes those marked: within an act's transaction, after its sync. */
int registro_mosse_togli(struct registro *r, const char *boot) MUST;

/* ---- numbers ---- */

int registro_numero(int *out, struct registro *r, enum serie serie, int anno)
    MUST;
/* ISO time of the last registration; "" when there is none. */
int registro_ultima_registrazione(const char **out, struct arena *a,
    struct registro *r) MUST;
/* The last registration of an operator in a year; absent: none. */
int registro_ultima_di(struct numero *out, struct registro *r,
    const char *utente, int anno) MUST;
/* How many journal entries a folder has as home. */
int registro_giornale(int *out, struct registro *r, const char *cartella) MUST;
/* How many documents stand below a directory of a folder. */
int registro_documenti(int *out, struct registro *r, const char *cartella,
    const char *dir) MUST;

/* ---- projection ---- */

struct posizione {
	int64_t seq;
	const char *ora;		/* of the act, ISO */
	const char *cartella, *percorso, *id, *impronta, *tipo;
};
/* doc NULL: not XML (.asc).  A root element without rules of its own only
 * enters the list of documents. */
int registro_proietta(struct registro *r, const struct posizione *p,
    const struct nodo *doc) MUST;

/*
 * Documents of another body, below precedenti/, in order of path and after those
 * of their act: each is listed, read and found as one of its type, and says
 * nothing that holds here.  doc[i] NULL: its words are not found.
 */
int registro_proietta_altrui(struct registro *r, const struct posizione *p,
    const struct nodo *const *doc, int n) MUST;

/* ---- people and permission ---- */

/* absent: no active user with that login. */
int registro_utente_login(const char **out, struct arena *a,
    struct registro *r, const char *login) MUST;
struct utente {
	const char *codice, *cognome, *nome, *qualifica;	/* may be NULL */
	const char *ente;	/* another body's; NULL: of this one */
	bool attivo;
};
int registro_utente(struct utente *out, struct arena *a, struct registro *r,
    const char *codice) MUST;
/* 1 or 0. */
int registro_ha_ruolo(struct registro *r, const char *utente,
    const char *ruolo) MUST;
int registro_in_ufficio(struct registro *r, const char *utente,
    const char *ufficio) MUST;
/* First office of the user; "" when none. */
int registro_ufficio_di(const char **out, struct arena *a, struct registro *r,
    const char *utente) MUST;
int registro_ufficio(const char **denominazione, struct arena *a,
    struct registro *r, const char *codice) MUST;
/* forbidden: no role of the user has this atto. */
int registro_permesso(struct registro *r, const char *utente,
    const char *atto) MUST;

struct ente {
	const char *denominazione, *codice_ipa, *codice_aoo;
	const char *indirizzo, *pec;	/* NULL when absent */
	bool dimostrativo;
	int salto_giorni;
	/* the register that gives the numbers, and the program that asks it;
	 * NULL: this one is the register */
	const char *esterno, *programma;
};
int registro_ente(struct ente *out, struct arena *a, struct registro *r) MUST;

/* ---- what a user may see, for the sake of an atto ---- */

struct occhio {
	const char *utente, *atto;
};

/* Whose hand acts from now on in the name of the eye; NULL: its own.  A case
 * closed to the hand (a conflict of interest, a seal) is closed to both. */
void registro_mano(struct registro *r, const char *utente);

int registro_vede(struct registro *r, const struct occhio *o,
    const struct numero *n) MUST;

/* May this eye read this document of an accesso, a cartella, a fascicolo?
 * absent: no such document, or one whose type, or a riservata entry of the
 * diary, that is not for it. */
int registro_vede_documento(struct registro *r, const struct occhio *o,
    const struct numero *n, const char *percorso) MUST;
/* 1: of this cartella, or accesso, he is told in outline where it stands
 * (cartella_sagoma), whether he may read its cover or not; 0: he is not, or it is
 * none. */
int registro_vede_sagoma(struct registro *r, const struct occhio *o,
    const struct numero *n) MUST;

/* <registrazione>: fields of a riservata masked where the user may only know
 * that it is there. */
int registro_vista_registrazione(struct nodo **out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n) MUST;

struct accesso {
	const char *stato, *tipo, *ufficio, *responsabile, *aperto;
	const char *chiuso;		/* NULL when open */
	const char *classifica;		/* by the massimario; NULL: not closed
					 * alone, or without a row */
	int livello;			/* 2: it became a cartella */
	struct numero protocollo;	/* progressivo 0: none */
};
int registro_accesso(struct accesso *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *n) MUST;
/* The accesso born of a registration; absent: none.  No permission asked:
 * for esamina. */
int registro_accesso_di(struct numero *out, struct registro *r,
    const struct numero *protocollo) MUST;

struct cartella {
	const char *stato, *classifica, *ufficio, *responsabile, *aperta;
	const char *chiusa, *motivo;	/* NULL when open */
	struct numero accesso;		/* progressivo 0: none */
};
int registro_cartella(struct cartella *out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n) MUST;
int registro_cartella_di(struct numero *out, struct registro *r,
    const struct numero *accesso) MUST;

struct attuale {
	const char *percorso, *id, *tipo, *impronta;
	int64_t seq;
	const char *ora, *operatore;	/* of its act; NULL: not asked */
};
/* Documents of a folder, in path order, whoever may see them: to show them,
 * registro_attuali_visti (legami.h). */
int registro_attuali(struct attuale **out, int *n, struct arena *a,
    struct registro *r, const char *cartella) MUST;
/* One, with its hour; absent: no such document. */
int registro_attuale(struct attuale *out, struct arena *a, struct registro *r,
    const char *cartella, const char *percorso) MUST;

/* Every version of a document, oldest first; of one that came from others the
 * one that came, by the act it came with.  absent: no such document. */
struct versione {
	int64_t seq;			/* of the act that wrote it */
	const char *tipo, *impronta, *commit;
	const char *ora, *operatore;	/* of the act */
};
int registro_versioni(struct versione **out, int *n, struct arena *a,
    struct registro *r, const char *cartella, const char *percorso) MUST;

/* Adds to <esito> what the act `seq` made: numbers, folders, documents. */
int registro_esito(struct nodo *esito, struct arena *a, struct registro *r,
    int64_t seq) MUST;

/* ---- care ---- */

/* Every impronta of an attachment the chain names, sorted, each once. */
int registro_allegati(char ***out, int *n, struct arena *a,
    struct registro *r) MUST;
/* The years in which acts brought attachments. */
int registro_anni(int **out, int *n, struct arena *a, struct registro *r) MUST;

typedef void differenza_fn(void *arg, const char *tabella, const char *riga,
    const char *che);
/*
 * Compares every fixed and projected table of r with those of the register
 * rebuilt at `path`, row by row; schema, triggers and integrity of r too.
 */
int registro_confronta(struct registro *r, const char *path,
    differenza_fn *fn, void *arg) MUST;

/* EXPLAIN QUERY PLAN of every statement, "NAME\tdetail" a line. */
int registro_piani(struct buf *out, struct registro *r) MUST;

#endif
