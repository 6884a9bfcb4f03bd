/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cli.h - the command line: argv → istanza, vista → text.  Internal to cli/.
 *
 * Exit: 0 done · 1 rilievi, or absent-or-hidden · 2 usage · 3 the atto is not
 * your role's · 4 fault.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "atti/atto.h"
#include "atti/bozza.h"
#include "atti/carte/rientro_bozza.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/segreto.h"
#include "xml/campi.h"

enum {
	USCITA_FATTO = 0, USCITA_RILIEVI = 1, USCITA_USO = 2,
	USCITA_VIETATO = 3, USCITA_GUASTO = 4
};

struct riga {			/* a command line taken apart */
	const char *store, *come, *formato, *xml, *id, *in, *ripeti;
	const char *verbo;		/* atto or service word; NULL */
	const char *(*campi)[2];	/* (name, value) in the order given */
	int n_campi;
	const char **conferme;
	int n_conferme;
	const char **resto;		/* positional arguments */
	int n_resto;
	bool aiuto;
	bool bozza;			/* keep it, do not do it */
	/* with what to sign (mezzi.c) */
	const char *frase_da, *p12, *pkcs11, *sigillo;
	bool frase;
	struct mezzi_firma mezzi;	/* after mezzi_di_riga */
	struct segreto *segreto;	/* main's to free */
	bool di_nuovo;			/* verifica-firma: take another look */
};

/* invalid: the message says what is wrong with it. */
int riga_parse(struct riga *out, struct arena *a, int argc, char **argv) MUST;
/* The value of an option that is si or no; invalid: it is neither. */
int riga_si_no(bool *out, const char *const campo[2]) MUST;

/* Of a word that is no atto: the option of that name, NULL when it was not
 * given; its value; are there only those (NULL-ended), and `resto` arguments?
 * 0 … 9999999, -1 when it is none. */
const char *const *riga_campo(const struct riga *r, const char *nome);
const char *riga_valore(const struct riga *r, const char *nome);
bool riga_solo(const struct riga *r, const char *const *nomi, int resto);
int riga_numero(const char *s);

/* Fills r->mezzi: asks, or reads, the passphrase.  invalid: the line is
 * wrong; absent: there is nobody to ask. */
int mezzi_di_riga(struct arena *a, struct riga *r) MUST;

/* The login of whoever is at this command line. */
const char *esegui_login(void);

/* Does field c of an atto without files stand on the line without its name?
 * Those that must be given do; where none must, the first. */
bool campo_senza_nome(const struct campo *campi, const struct campo *c);

/* ripeti.c: --ripeti si fills sender and oggetto that were left out with those
 * of the operator's last registration, read like any other reading. */
int ripeti(struct riga *r, struct arena *a) MUST;

/*
 * rientro.c: an argument that is a draft written in Writer, of an atto that
 * takes one, gives the fields that the line does not; what is dropped of it is
 * said on stderr.  out->prose is for rientro_bozza_metti; NULL: no draft.
 */
int rientro_di_riga(struct rientro_bozza *out, struct riga *r,
    struct arena *a, const struct atto *atto) MUST;

/* Does the act, prints what there is to print, returns the exit status. */
int esegui_atto(struct arena *a, const struct riga *riga,
    const struct atto *atto);
/* verifica, ricostruisci. */
int esegui_servizio(const struct riga *riga);
bool servizio_word(const char *word);
/* verifica.c; the exit status. */
int verifica_di_riga(const struct riga *r);
/* esporta.c; the exit status. */
int esporta_di_riga(const struct riga *r);
/* salvataggi.c: backups; the exit status. */
struct ascolto;
int salva_di_riga(struct arena *a, const struct riga *r,
    const struct ascolto *l);
int controlla_salvataggio_di_riga(const struct riga *r,
    const struct ascolto *l);
int ripristina_di_riga(struct arena *a, const struct riga *r,
    const struct ascolto *l);
int segui_di_riga(const struct riga *r, const struct ascolto *l);
int promuovi_di_riga(struct arena *a, const struct riga *r);
/* servi.c: serves until told to end; argv is what to execute again. */
int servi_di_riga(const struct riga *riga, char **argv);

/* A plain file, named as it is, to read. */
int esegui_apri(int *out, const char *path) MUST;

/* lotto.c: `comunica` for each row of a table; the exit status. */
int lotto(struct arena *a, const struct riga *riga);

/* importa_altrui.c: `importa --da`, cases from another product; is the line
 * that? the exit status. */
bool importa_altrui_word(const struct riga *riga);
int importa_altrui(struct arena *a, const struct riga *riga);

/* revoche.c: takes files about revocations in, or lists them; exit status. */
int revoche(struct arena *a, const struct riga *riga);

/* accessi.c: passwords, tokens, sessions, refusals of those who come in through
 * the browser; exit status. */
bool accessi_word(const char *word);
int accessi_di_riga(struct arena *a, const struct riga *riga);

/* firma_tutte.c: `firma` for all that waits in the libro firma; the exit
 * status. */
int firma_tutte(struct arena *a, const struct riga *riga);

/* bozze.c: keeps the istanza and prints its id. */
int bozza_di_riga(struct arena *a, const struct riga *riga,
    const struct atto *atto, const struct nodo *istanza);
/* The draft of `bozze --manda`. */
struct mandata {
	const struct atto *atto;	/* NULL: the line sends none */
	struct autore chi;
	struct bozza bozza;
	bool compiuta;			/* it had been done already */
};
/* Its istanza into *bytes, confirmed by what this line confirms. */
int bozza_da_mandare(struct buf *bytes, struct mandata *out, struct arena *a,
    const struct riga *riga) MUST;
/* Its act is done: it is no draft any more.  One that had been done before
 * stays, and it says so: nobody knows whether its words are those. */
int bozza_fatta(const struct mandata *m, const struct riga *riga) MUST;

/* aiuto.c: the list, or one atto with its fields. */
int aiuto(struct arena *a, const char *atto);
/* A bash script on stdout. */
int completamento(struct arena *a, const char *shell);

/* stampa.c */
int stampa_vista(const struct nodo *vista, const char *formato);
/* What the program noted about the files of an answer, on stderr. */
void stampa_note(const struct nodo *vista);
/* A file handed over: into `in` (which must not exist), or stdout. */
int stampa_bytes(const void *p, size_t n, const char *in);
/* Several, into the directory `in`, which must not exist. */
int stampa_resi(const struct op *op, const char *in);
/* A text that may quote hostile input: without what moves the cursor. */
void stampa_testo(FILE *to, const char *s);
void stampa_rilievi(const struct rilievi *r);
int stampa_errore(int code);	/* err_msg() on stderr; the exit status */

#endif
