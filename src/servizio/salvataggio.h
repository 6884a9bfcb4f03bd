/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * salvataggio.h - what a backup is made of (docs/formato.md).  Internal to
 * servizio/: salva writes it, ripristina makes a store of it, and
 * controlla-salvataggio looks at it without a key.
 *
 * A *unit* is what has a key of its own: a git folder, the bytes of one
 * attachment, a package that went to another body, the read log, the few files
 * beside.  It stands in *pezzi*, files
 * named by the SHA-256 of what they hold, encrypted.  An *istantanea* is a list
 * of pezzi, the first of which, the index, says of what unit each is.  Keys are
 * in one text, elsewhere: who has it not has nothing.
 */
#ifndef SERVIZIO_SALVATAGGIO_H
#define SERVIZIO_SALVATAGGIO_H

#include "archivio/archivio.h"
#include "base/cifra.h"
#include "base/hash.h"
#include "base/random.h"
#include "servizio/servizio.h"

#define SALVA_FORMA "COPIA"		/* says which copy a directory is */
#define SALVA_LISTE "istantanee"
#define SALVA_PEZZI "pezzi"
#define SALVA_UNITA_LETTURE "letture"
#define SALVA_UNITA_ALTRO "altro"
#define SALVA_DESTINATARIO "ripristino.asc"	/* the recovery key */
#define SALVA_DESTINATARIO_MAX 65536	/* bytes of it, armoured */
#define SALVA_LISTA_MAX ((size_t)1 << 30)	/* bytes of a list */
#define SEGNO_CHIAVE 16			/* hex digits that tell a key */
#define CHIAVE_HEX (2 * CIFRA_CHIAVE)

struct pezzo {
	char impronta[IMPRONTA_LEN + 1];
	int64_t byte;
};

enum unita_specie {
	UNITA_CARTELLA, UNITA_ALLEGATO, UNITA_CONSEGNA, UNITA_LETTURE,
	UNITA_ALTRO
};

struct unita {
	enum unita_specie specie;
	const char *nome;		/* a folder, an impronta, consegne/ and
					 * an impronta, or itself */
	char chiave[CHIAVE_HEX + 1];	/* "": it is not known */
	char segno[SEGNO_CHIAVE + 1];	/* of the key its pezzi have */
	char testa[COMMIT_LEN + 1];	/* of a folder; of `altro` a digest */
	int64_t fino;			/* of the read log: the last row */
	struct pezzo *pezzo;		/* oldest first */
	int n_pezzi, cap_pezzi;
	const char **dove;		/* paths of the store its bytes have */
	int n_dove, cap_dove;
};

struct istantanea {
	int n;
	int64_t atti;			/* the last act in it */
	int64_t ora;			/* seconds UTC */
	char impronta[IMPRONTA_LEN + 1]; /* of its list */
};

struct salvataggio {
	struct arena *a;
	char copia[ID_LEN + 1];
	char chiave_indice[CHIAVE_HEX + 1];
	struct istantanea *istantanea;	/* those the keys are for, in order */
	int n_istantanee, cap_istantanee;
	int64_t atti;			/* up to which the index goes */
	char anello[IMPRONTA_LEN + 1];	/* its impronta */
	int64_t letture;
	struct unita *unita;		/* by name */
	int n, cap;
};

/* ---- salvataggio.c ---- */

struct unita *salvataggio_unita(const struct salvataggio *s,
    const char *nome);
/* One more; the array is sorted by salvataggio_ordina. */
struct unita *salvataggio_nuova(struct salvataggio *s,
    enum unita_specie specie, const char *nome);
void salvataggio_ordina(struct salvataggio *s);
void unita_pezzo(struct arena *a, struct unita *u, const struct pezzo *p);
/* For qsort: by impronta. */
int pezzo_cmp(const void *x, const void *y);
void unita_dove(struct arena *a, struct unita *u, const char *path);
void chiave_segno(char out[SEGNO_CHIAVE + 1], const char *chiave);
/* What cifra.h is told that a pezzo of it is. */
const char *unita_contesto(struct arena *a, const char *copia,
    const struct unita *u);

/* ---- salvataggio_testo.c: the two texts and the list ---- */

void salvataggio_chiavi(struct buf *out, const struct salvataggio *s);
void salvataggio_indice(struct buf *out, const struct salvataggio *s);
/* invalid: it is not such a text (the message says which line).  Keys come
 * first; of a unit whose key is not that of its pezzi, or of which there is
 * none, `chiave` is "". */
int salvataggio_leggi_chiavi(struct salvataggio *s, const struct buf *b) MUST;
int salvataggio_leggi_indice(struct salvataggio *s, const struct buf *b) MUST;

/* A list: the pezzi of an istantanea, index first, the others in order. */
struct lista {
	char copia[ID_LEN + 1];
	int n;
	struct pezzo indice, *pezzo;
	int n_pezzi;
};
void lista_scrivi(struct buf *out, struct arena *a,
    const struct salvataggio *s, int n, int64_t ora,
    const struct pezzo *indice);
int lista_leggi(struct lista *out, struct arena *a, const struct buf *b) MUST;

/* ---- salvataggio_pezzi.c: the directory of a copy ---- */

struct copia {
	struct arena *a;
	const char *dir;
	char id[ID_LEN + 1];
	int operaio;			/* who writes: 0, or one of salva's
					 * children */
	int64_t pezzi, byte;		/* written (copia_conta) */
};

/* invalid: it is no copy. */
int copia_open(struct copia *out, struct arena *a, const char *dir) MUST;
/* A new one, in a new or empty directory. */
int copia_crea(struct copia *out, struct arena *a, const char *dir,
    const char *id) MUST;

struct penna;				/* a pezzo being written */
int penna_open(struct penna **out, struct copia *c, const char *chiave,
    const char *contesto) MUST;
void penna_put(struct penna *p, const void *s, size_t n);
/* A length of 32 bits and the bytes: a record of a pezzo of folders. */
void penna_blocco(struct penna *p, const void *s, size_t n);
/* The length alone: n bytes follow. */
void penna_lungo(struct penna *p, size_t n);
int penna_end(struct pezzo *out, struct penna **p) MUST;
void copia_conta(struct copia *c, const struct pezzo *p);
void penna_free(struct penna *p);
AUTO_DEFINE(penna, penna_free)

char *copia_path(struct arena *a, const struct copia *c, const char *impronta);
/* Is it there, with its length? */
bool copia_ha(const struct copia *c, const struct pezzo *p);
/* invalid: it is missing, or has other bytes. */
int copia_controlla(const struct copia *c, const struct pezzo *p) MUST;
int copia_decifra(struct decifra **out, const struct copia *c,
    const struct pezzo *p, const char *chiave, const char *contesto) MUST;
/* All of one, in memory; held against its impronta. */
int copia_leggi(struct buf *out, const struct copia *c, const struct pezzo *p,
    const char *chiave, const char *contesto) MUST;

char *copia_lista_path(struct arena *a, const struct copia *c, int n);
/* The numbers of the lists that are there, in order; *n of them. */
int copia_liste(int **out, int *n, struct arena *a, const struct copia *c)
    MUST;
/* Takes away lists that `s` does not know, and pezzi that no list has. */
int copia_sfoltisci(const struct copia *c, const struct salvataggio *s) MUST;

/* ---- salvataggio_chiavi.c: where keys are ---- */

/* The state that the store keeps of a copy: keys, index, where it is.
 * absent: the store knows no such copy. */
int stato_leggi(struct salvataggio *out, struct arena *a, const char *store,
    const char *copia) MUST;
int stato_scrivi(const struct salvataggio *s, const char *store,
    const char *dove, const char *chiavi, int avvisa) MUST;
/* The recovery key of a copy, as it was told. */
int stato_destinatario(struct buf *out, const char *store, const char *copia)
    MUST;
int stato_destinatario_metti(const char *store, const char *copia,
    const struct buf *chiave) MUST;

/* Can bytes be encrypted for it?  Its fingerprint.  invalid: no. */
int destinatario_prova(char impronta[41], const struct buf *chiave) MUST;
/* The keys, encrypted for the recovery key, in place of the older ones. */
int chiavi_metti(char impronta[41], const struct salvataggio *s,
    const char *dir, const struct buf *destinatario) MUST;
/* Read again with the secret key of whoever is here. */
int chiavi_prendi(struct salvataggio *out, struct arena *a, const char *dir,
    const char *copia, const struct segreto *frase) MUST;

#endif
