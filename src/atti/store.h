/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * store.h - an open store: its register, its read log, its git folders.
 */
#ifndef ATTI_STORE_H
#define ATTI_STORE_H

#include <stdbool.h>
#include <sys/types.h>

#include "accesso/bozze.h"
#include "accesso/letture.h"
#include "archivio/archivio.h"
#include "base/arena.h"
#include "base/auto.h"
#include "base/err.h"
#include "registro/registro.h"

struct store {
	char *dir;			/* absolute path */
	struct registro *registro;
	struct letture *letture;	/* NULL until store_letture */
	struct bozze *bozze;		/* NULL until store_bozze */
	dev_t dev;			/* the register's file, as opened */
	ino_t ino;
	bool readonly;
	bool kit;			/* a kit for an emergency (atti/emergenza/kit.h) */
	char boot[40];			/* the kernel's boot id */
	struct store_folder *folders;	/* open ones */
	int n_folders;
};

/* SENZA_REGISTRO: only its folders; registro is NULL. */
enum { STORE_READONLY = 1, STORE_SENZA_REGISTRO = 2 };

/* What the file `formato` of a store says; of a kit. */
#define STORE_FORMATO "cartella 1\n"
#define STORE_FORMATO_KIT "cartella 1 emergenza\n"

/* absent: no store there; invalid: a store of another format; fault: it
 * cannot be written and READONLY was not asked. */
int store_open(struct store **out, const char *dir, int flags) MUST;
bool store_writable(const char *dir);
void store_close(struct store *st);
AUTO_DEFINE(store, store_close)

/* Under the lock.  busy: `ricostruisci` has put another register in the place
 * of the one that is open: what we wrote there nobody would read. */
int store_current(struct store *st) MUST;

/* Path of something of the store. */
char *store_path(struct arena *a, const struct store *st, const char *rel);

/* An open git folder; owned by the store.  With `create` it is made when
 * missing.  absent: no such folder. */
int store_folder(struct folder **out, struct store *st, const char *nome,
    bool create) MUST;
/* Forgets open handles (maintenance, tests). */
void store_folders_close(struct store *st);

/* Opens the read log when first needed. */
int store_letture(struct letture **out, struct store *st) MUST;

/* The same for the drafts; made when there are none. */
int store_bozze(struct bozze **out, struct store *st) MUST;

/* Where the bytes of registered documents of a year are. */
char *store_allegati(struct arena *a, const struct store *st, int anno);

/* Opens the bytes of an attachment.  absent: not there. */
int store_allegato(int *fd, struct store *st, int anno, const char *impronta)
    MUST;

/*
 * A document as it stands at the head the register knows, its bytes checked
 * against the impronta of the chain.  fault: the bytes are other ones.
 */
int store_documento(struct nodo **out, struct arena *a, struct store *st,
    const char *cartella, const char *percorso) MUST;
int store_bytes(struct buf *out, struct store *st, const char *cartella,
    const char *percorso) MUST;
/* The same of any version, from the commit it stands in. */
int store_versione(struct buf *out, struct store *st, const char *cartella,
    const char *percorso, const struct versione *v) MUST;

/*
 * A file of a version of an adopted type (documenti/tipo.h): "schema.xsd" …
 * absent: no such version, or it has no such file.  Versions are those of
 * `reg`: st's register, or one that is being rebuilt.
 */
int store_tipo(struct buf *out, struct store *st, struct registro *reg,
    const char *tipo, int versione, const char *file) MUST;

/* forma_read_con with the types of the store. */
int store_forma(struct nodo **out, struct arena *a, struct store *st,
    struct registro *reg, const void *p, size_t n) MUST;

#endif
