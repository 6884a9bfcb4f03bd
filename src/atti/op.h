/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * op.h - one operation on its way round: the istanza, who asks, what was
 * found, what will be written.
 */
#ifndef ATTI_OP_H
#define ATTI_OP_H

#include <stdbool.h>
#include <stdint.h>

#include "archivio/allegato.h"
#include "atti/store.h"
#include "base/arena.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/segreto.h"
#include "documenti/numero.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

struct atto;

struct op_file {		/* a FILE argument */
	int fd;			/* owned by the caller */
	const char *nome;
};

struct deposito {		/* a document about to be written */
	const char *cartella, *percorso, *tipo;
	const char *id;
	struct nodo *nodo;	/* NULL: bytes */
	const void *p;
	size_t n;		/* bytes */
	char impronta[IMPRONTA_LEN + 1];
	bool fuso;		/* its act has merged what others wrote */
	struct deposito *succ;
};

struct op_reso {			/* a file handed over */
	const char *percorso;	/* below the directory that takes them */
	const void *p;
	size_t n;		/* bytes */
	const char *da;		/* p NULL: those of this file of the store, */
	const char *impronta;	/* which must be this */
};

struct op_allegato {		/* bytes in transito/ */
	struct allegato al;
	const char *lega_a;	/* also to <cartella>/allegati/…; NULL: no */
	const char *nome;
	struct op_allegato *succ;
};

/*
 * With what the operator signs, as his front was told: never of the istanza,
 * never kept.  All NULL: his own GnuPG home and its agent.
 */
struct mezzi_firma {
	const char *portachiavi;	/* GnuPG home; NULL: the user's */
	const struct segreto *frase;	/* passphrase or PIN; NULL: the agent
					 * or the token asks */
	const char *p12;		/* path of a PKCS#12 file; NULL */
	const char *modulo, *uri;	/* PKCS#11 library and token; NULL */
	const char *sigillo;		/* GnuPG home of the office's seal;
					 * NULL: the store's own */
	bool custodita;		/* only with a key that the server keeps */
};

struct op_tag {			/* a tag object about to be written */
	const char *cartella, *nome;
	const void *p;
	size_t n;			/* bytes */
	char id[COMMIT_LEN + 1];
	struct op_tag *succ;
};

struct op_riscrittura {		/* a folder whose history is another now */
	const char *cartella;
	char da[COMMIT_LEN + 1];	/* its head until now */
	struct rewritten fatta;
	struct op_riscrittura *succ;
};

struct op_distrutto {		/* an attachment that goes for good */
	const char *impronta;
	const char *cartella;	/* only its link beside that; NULL: its bytes */
	struct op_distrutto *succ;
};

struct op_altrui {		/* a document of others that comes with it */
	const char *percorso;	/* in their folder */
	const char *tipo, *impronta;
	const struct nodo *nodo;	/* NULL: bytes, or no form of ours */
};

struct op_innesto {		/* the history of others in a folder of ours */
	const char *cartella;
	const char *storia;	/* a bare folder in transito/ */
	const char *commit;	/* its head */
	const char *sotto;	/* the directory that its tree becomes */
	bool radice;		/* the folder goes on from that commit */
	const struct op_altrui *documenti;
	int n;
};

enum op_stato { OP_DA_FARE, OP_FATTO, OP_RIFIUTATO, OP_ERRORE };

struct op {
	struct arena *a;
	struct store *st;
	const struct atto *atto;
	const char *utente;		/* who acts */
	const char *per;		/* in whose name (--come); NULL */
	const struct nodo *istanza;	/* the envelope */
	struct nodo *in;		/* a copy of the atto's own element, which
					 * prepara may complete */
	const char *id;			/* of the istanza */
	struct rilievi ril;
	const struct op_file *file;
	int n_file;
	struct mezzi_firma mezzi;

	int64_t ora;			/* set under the lock */
	char ora_iso[ORA_LEN + 1];
	int64_t seq;
	const char *casa;		/* home folder */
	const char *fatto;		/* "0000001/2026", for the commit */
	const char *passaggio;		/* the atto whose passages it takes
					 * (passaggio.h); NULL: its own */
	struct deposito *depositi, **ultimo;
	struct op_allegato *allegati;
	struct op_tag *tag;
	struct op_riscrittura *riscrittura;	/* the last first */
	struct op_distrutto *distrutti;
	struct op_innesto *innesto;	/* NULL: none */
	const char *storia;		/* of others, in transito/; NULL */
	struct dipendenza *dipendenze;	/* heads prepara looked at */
	struct nodo *esterni;		/* numbers of another register */
	void *prep;			/* prepara's own, in the arena */
	const char *consegna;		/* a package being kept (consegne.h); NULL */
	bool saggio;			/* only a trial: a letter is made as far
					 * as its words, without PDF and key */
	bool anteprima;			/* and the trial shows its PDF, which
					 * says that it is none (bytes) */

	bool pronta;			/* prepared without error */
	enum op_stato stato;
	int errore;			/* code when OP_ERRORE */
	const char *messaggio;		/* its text */
	const char *nota;		/* what prepara could not make, and the act
					 * does without; NULL */
	struct nodo *vista;		/* the answer */
	const char *letto;		/* LETTURA: what the log says was looked
					 * at, without blanks; NULL: the field
					 * riferimento */
	const char *testo;		/* the vista as the sheet of its type
					 * says it; NULL: as ours do */
	const char **letti;		/* and which cases, a row each */
	int n_letti;
	const void *bytes;		/* a file to hand over; NULL */
	size_t n_bytes;
	const struct op_reso *resi;	/* or several; NULL */
	int n_resi;
	bool ripetuta;			/* had been done before */
	bool con_base;			/* LETTURA: also the head of what it shows */
	struct nodo *base;		/* that head: <base>; NULL */
};

/* A field of the istanza; NULL when absent. */
const char *op_campo(const struct op *op, const char *path);

/* Shorthands for rilievi; path relative to the atto's element. */
void op_errore(struct op *op, const char *path, const char *codice,
    const char *norma, const char *fmt, ...) PRINTF(5, 6);
void op_avviso(struct op *op, const char *path, const char *codice,
    const char *norma, const char *fmt, ...) PRINTF(5, 6);

/* Do the rilievi found so far stop the act?  Avvisi that the istanza confirms
 * by code are no longer in the way. */
bool op_fermo(const struct op *op);

/* The user in whose name the act is done: `per` or `utente`. */
const char *op_agente(const struct op *op);
/* LETTURA: a row of the read log for the `riferimento` of each <nome> that the
 * vista lists. */
void op_letti_elenco(struct op *op, const char *nome);
/* The eye with which this act looks at things. */
struct occhio op_occhio(const struct op *op);

/* The commit of a folder on which the istanza was made, in *out; NULL: not
 * said.  1: it is none the folder has had, and a rilievo says so. */
int op_base(const char **out, struct op *op, const char *cartella) MUST;

/*
 * applica: puts a document in a folder.  Gives it id and versione when it has
 * none (a new version of a document keeps its id).  The folder of the first
 * deposit is the home unless op->casa says otherwise.
 */
void op_deposita(struct op *op, const char *cartella, const char *percorso,
    struct nodo *doc);
/* The same for a new version into which the act has merged what others wrote
 * since the base of the istanza: it overwrites nothing unseen. */
void op_deposita_fuso(struct op *op, const char *cartella,
    const char *percorso, struct nodo *doc);
void op_deposita_bytes(struct op *op, const char *cartella,
    const char *percorso, const void *p, size_t n);

/*
 * applica: a signed tag (archivio.h) of a folder that is there; written with
 * the act, seen when it has happened.  A document of the act names its id.
 */
int op_tagga(struct op *op, const char *cartella, const char *nome,
    const void *p, size_t n) MUST;

/*
 * applica: the history of a folder is written again with other bytes in place
 * of those files (folder_rewrite), and with a provenienza among them without all
 * that came of others; what the act deposits stands on the new one, the places
 * of its acts follow, and after COMMIT the old one is purged.  Once an
 * act and folder.
 */
int op_riscrivi(struct op *op, const char *cartella,
    const char *const *percorsi, int n, rewrite_fn *fn, void *arg) MUST;

/*
 * applica: the bytes of that impronta go for good once the act has happened: in
 * allegati of any year, links beside folders, copies in transito/.  Asks
 * nobody: who else names them, atti/archivio/distruggi.h.  A document of the act must
 * say so by a <distrutto> (documenti/distrutto.h), else the act is a fault; what
 * a later act brings again is there again.
 */
void op_distruggi(struct op *op, const char *impronta);
/* The same of the link beside one folder, where others keep the bytes. */
void op_slega(struct op *op, const char *cartella, const char *impronta);

/*
 * applica: what op->storia has becomes the directory x->sotto of that folder;
 * with x->radice the folder, which is new, goes on from x->commit.  Its
 * documents are known by that path and are nobody's act here.  Once an act; x
 * lives as long as op.
 */
void op_innesta(struct op *op, struct op_innesto *x);

/* prepara: a git bundle of others, opened in a cage, into transito/
 * (op->storia); its head.  invalid: the message says what is not taken in. */
int op_ricevi_storia(char head[COMMIT_LEN + 1], struct op *op, int fd) MUST;

/* prepara: takes bytes into transito/.  Returned in *out, also listed. */
int op_ricevi(struct op_allegato **out, struct op *op, int fd,
    const char *nome) MUST;
int op_ricevi_bytes(struct op_allegato **out, struct op *op, const void *p,
    size_t n, const char *nome) MUST;

/* prepara: what was taken in so far was only to be looked at. */
void op_dimentica_ricevuti(struct op *op);

/* Where the bytes taken in under that impronta wait; NULL: there are none. */
const char *op_in_transito(const struct op *op, const char *impronta);

/* prepara: remembers the head of a folder it read: if it moves before the
 * lock, the act is prepared again. */
int op_dipende(struct op *op, const char *cartella) MUST;
/* 1: all heads are where prepara saw them, and what it took in is there; 0: one
 * moved, or an act has destroyed those bytes. */
int op_dipendenze_ferme(struct op *op) MUST;
/* <dati-da> into n for each of them, the first looked at first. */
void op_dati_da(struct nodo *n, struct op *op);

/* Back to before prepara: bytes in transito and what it completed go. */
void op_azzera(struct op *op);

struct op *op_new(struct store *st, const struct atto *atto,
    const struct nodo *istanza, const char *utente, const char *per);
void op_free(struct op *op);
AUTO_DEFINE(op, op_free)

#endif
