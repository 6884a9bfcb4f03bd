/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servizio.h - care of a store: making its directory, verifying it, rebuilding
 * its register.  These are not atti: they leave nothing in the chain.
 */
#ifndef SERVIZIO_SERVIZIO_H
#define SERVIZIO_SERVIZIO_H

#include <stdbool.h>
#include <stdint.h>

#include "atti/ente/ripristino.h"
#include "base/err.h"
#include "base/lock.h"
#include "base/segreto.h"

/*
 * Makes the directory of a store ready for its first act: format, empty
 * register and read log; what an init cut short has left is made anew.  *lock
 * keeps every other init away until lock_release.  1: a store already begun,
 * left as it is.  invalid: the directory holds something else.  With `kit` it
 * is to be a kit for an emergency.
 */
int servizio_prepara(struct lock *lock, const char *dir, bool kit) MUST;
/* Under that lock: if there was no first act, takes away what prepara made. */
void servizio_disfa(const char *dir);

/*
 * Writes the kit last prepared (prepara-emergenza) in a new directory, as a
 * store of its own; can be done again in another while the kit is out.
 * invalid: none is out, or it has expired, or `dove` is not empty.
 */
int servizio_kit(const char *dir, const char *dove) MUST;

/*
 * Takes the secret key in the file into the keeping of the server (atti/
 * custodia.h); its fingerprint in `impronta`.  invalid: it is not enrolled for
 * that, or not protected; forbidden: the passphrase is another.
 */
int servizio_custodisci(char impronta[41], const char *dir, int fd,
    const struct segreto *frase) MUST;
/* Out of it.  absent: the server does not keep it. */
int servizio_togli_custodita(const char *dir, const char *impronta) MUST;

/*
 * A package (BagIt) that came from somewhere, checked without a store: every
 * file against the lists, the index and the git history it brings, the chain's
 * links, signatures and seal.  Opens foreign bytes in cages only.  *sigillo, in
 * `chiave`: the key of the seal, "" when there is none; that it is who it says is
 * for people to ask.  0 also with defects: see *difetti.  absent: no directory.
 */
typedef void pacchetto_difetto_fn(void *arg, const char *file,
    const char *che);
int servizio_controlla_pacchetto(int *difetti, char chiave[41],
    const char *dir, pacchetto_difetto_fn *fn, void *arg) MUST;

/*
 * A consegna (docs/trasferimento.md) as the one file that is carried: a zip,
 * encrypted for the seal of the enrolled body `codice_ipa` and no other.
 * invalid: no enrolled body, its key cannot encrypt, the directory is too much
 * or holds what no consegna does, the file is there already.
 */
int servizio_imbusta(const char *dir, const char *codice_ipa,
    const char *consegna, const char *file) MUST;
/*
 * Such a file, opened with the office's seal, into the new directory `dove`.
 * Who has sent it, it does not say: the message inside does.  invalid: it is
 * not for us, altered, or something else; then dove is not there.
 */
struct mezzi_firma;
int servizio_sbusta(const char *dir, const char *file, const char *dove,
    const struct mezzi_firma *mezzi) MUST;

/* What verifica and ricostruisci say while they work. */
struct ascolto {
	/* A defect (nota: a remark that is no defect).  luogo: "registro",
	 * a folder, a file; che: Italian. */
	void (*difetto)(void *arg, bool nota, const char *luogo,
	    const char *che);
	/* fatto of totale (0: unknown) of what is being done. */
	void (*avanzamento)(void *arg, const char *che, int64_t fatto,
	    int64_t totale);
	void *arg;
};

struct conto {			/* what was looked at */
	int64_t atti, documenti, cartelle, allegati, firme, letture;
	int64_t oggetti, byte;		/* of git; of git and attachments */
	int64_t difetti, note;
	int64_t dopo;			/* only what is behind that act; 0: all */
};

/*
 * Checks everything (docs/verifica.md): SQLite, schema, chain, git objects,
 * refs, visible files, schemas of documents, attachments, signatures,
 * projections, read log.  Of the moment in which it began, while others write;
 * the writer's lock is taken for moments only (on a read-only store: not at
 * all).  `come` NULL: all of it, one process a processor.  0 also when defects
 * were found: see out->difetti.
 */
struct impronta_nota {		/* of a link, written down elsewhere */
	int64_t seq;
	const char *impronta;
};
struct verifica_come {
	int processi;		/* 0: as many as there are processors */
	bool da_ultima;		/* only what is new since the last one; all of
				 * it when there is none */
	bool riprendi;		/* goes on with one that was cut short */
	bool annota;		/* writes down in the store how far it came */
	const char *rapporto;	/* the report goes there, as JSON when its name
				 * ends in ".json"; NULL: nowhere */
	const struct impronta_nota *note;	/* what follows the last seal
				 * can be written anew by whoever has the files;
				 * these tell */
	int n_note;
};
int servizio_verifica(struct conto *out, const char *dir,
    const struct verifica_come *come, const struct ascolto *l) MUST;

/*
 * Makes registro.sqlite again from the git folders; the old one is kept as
 * registro.sqlite.precedente.  invalid: the folders are not whole (what is
 * wrong was told); the register is then left as it was.
 */
int servizio_ricostruisci(struct conto *out, const char *dir,
    const struct ascolto *l) MUST;

/*
 * Packs the single objects of each folder that has at least `soglia` of them
 * (archivio.h, folder_pack), while others work: the writer's lock is taken for
 * one folder at a time.  0 also when a folder was left as it was, which is told
 * as a defect.
 */
struct compattato {
	int64_t cartelle, oggetti;	/* packed: folders, files that went */
	int64_t difetti;
};
int servizio_compatta(struct compattato *out, const char *dir, int soglia,
    const struct ascolto *l) MUST;

struct store;
/* 1: an erasure (atto espungi) has happened and is not finished: the register
 * was not made again, or an old one that holds what was erased stands beside. */
int espunzioni_sospese(struct store *st) MUST;
/* Finishes it: pending moves, drafts, the register made again.  No store of
 * that directory is open in this process. */
int servizio_espunzioni(const char *dir) MUST;

/*
 * Writes the whole store in open formats into the directory `dove`, new or
 * empty, with a PDF/A beside each document.  forbidden: not the responsible (the
 * read log says so too); invalid: the directory holds something.  What fails
 * leaves it as it was; a PDF that cannot be made is told (difetto) and fails
 * nothing else.
 */
struct esportatore {
	const char *login, *come;	/* come: NULL, or in a demonstration */
	bool senza_pdf;			/* XML and attachments alone */
	const char *pdf_da;		/* an earlier export, whose PDFs are
					 * taken as far as they are what would
					 * be made again; NULL */
};
struct esportato {
	int64_t file, byte, atti;
	int64_t pdf, senza_pdf;		/* renditions made, not made; of
					 * importa: files that it passed over */
	char anello[65];		/* the impronta of the last link */
	char manifesto[65];		/* of SHA256SUMS */
};
int servizio_esporta(struct esportato *out, const char *dir, const char *dove,
    const struct esportatore *chi, const struct ascolto *l) MUST;

/*
 * Makes the store `dir`, new or empty, of such an export.  Nothing is believed:
 * all is hashed, built again from the git folders, verified, and held byte by
 * byte against the export.  invalid: the message says what is wrong; then dir
 * is left as it was.
 */
int servizio_importa(struct esportato *out, const char *dir, const char *da,
    const struct ascolto *l) MUST;

/*
 * Writes what is new since the last time into the copy at `dove` (made there
 * when the directory is new or empty), encrypted, while others work; its keys,
 * for the recovery key alone, into `chiavi`.  What was destroyed since is
 * readable in no older backup of this copy any more.  invalid: a directory
 * that is something else, or of a copy this store does not know; a recovery
 * key that cannot encrypt.  What fails leaves the last backup as it was.
 */
struct salva_come {
	const char *dove;
	const char *chiavi;	/* NULL: where they were last time */
	const char *per;	/* file of the recovery key; NULL: as last time */
	int processi;		/* at once; 0: as is of use */
	int avvisa;		/* after how many days it is missed; 0: as before */
	int tieni;		/* how many backups stay; 0: SALVA_TIENI */
};
#define SALVA_TIENI 60
struct salvato {
	int istantanea;		/* its number */
	int64_t atti, pezzi, byte;	/* written: pezzi and bytes */
	int64_t unita, nuove;	/* with a key of its own; those that have a
				 * key that did not stand there before */
	int64_t tolte;		/* keys that are no more */
	int64_t mancano;	/* attachments whose bytes are lost */
	char copia[33], per[41];
	char lista[65];		/* of the list: what to note down elsewhere */
	const char *chiavi;	/* in `a` */
};
struct arena;
int servizio_salva(struct salvato *out, struct arena *a, const char *dir,
    const struct salva_come *come, const struct ascolto *l) MUST;

/*
 * Is each backup at `dove` whole, byte for byte?  Asks for no key.  Defects go
 * to l.  With a store that knows the copy its last list is held against what the
 * store remembers (*noto).  invalid: it is no copy.
 */
struct controllo_copia {
	int istantanee;
	int64_t pezzi, byte, difetti;
	bool noto;
};
int servizio_controlla_salvataggio(struct controllo_copia *out,
    const char *dove, const char *store, const struct ascolto *l) MUST;

/*
 * Makes the store `dir`, new or empty, of a backup.  Believes nothing: all is
 * decrypted, hashed, the register built again from the folders, verified.
 * `ultimi`: of each series and year the last number known to have been given, of
 * the register in every year from that of the backup to this one (invalid); what
 * the backup lacks is left open (atti/ente/ripristino.h) until somebody declares
 * it, and so is a series of which nothing was said, unless `ritrovate` says that
 * of those nothing is known.
 * With `parziale` what can be read is written, and no store is made of it.
 * invalid: what is wrong is told; then dir is left as it was.
 */
struct ripristina_come {
	const char *da, *chiavi;
	int istantanea;		/* 0: the last */
	const struct ultimo_noto *ultimi;
	int n_ultimi;
	bool ritrovate;
	bool parziale;
	bool riserva;		/* a standby, which waits for no number */
	const struct segreto *frase;	/* of the recovery key; NULL: its agent */
};
struct ripristinato {
	int istantanea;
	int64_t ora, atti, cartelle, allegati, letture;
	int64_t perse;		/* units that no key opens; with `parziale` */
	int64_t mancanti;	/* numbers given that the backup lacks */
	int aperte;		/* series and years of which nothing was said */
	char anello[65];
};
int servizio_ripristina(struct ripristinato *out, const char *dir,
    const struct ripristina_come *come, const struct ascolto *l) MUST;

/*
 * The standby `dir` made of the last backup, when that is newer than it (*nuova);
 * of `come` counts where copy and keys are.  It is only read, until it is
 * promoted: then as in servizio_ripristina, of `come` counts which numbers are
 * known.  invalid: `dir` is no standby, or of another copy.
 */
struct seguito {
	struct riserva e;
	bool nuova;
};
int servizio_segui(struct seguito *out, const char *dir,
    const struct ripristina_come *come, const struct ascolto *l) MUST;
int servizio_promuovi(struct ripristinato *out, const char *dir,
    const struct ripristina_come *come) MUST;

#endif
