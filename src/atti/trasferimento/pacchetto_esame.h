/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto_esame.h - a package of others looked at, whoever wants to know:
 * `controlla-pacchetto`, which has no store, and the act that takes it in.
 *
 * The lists of the bag come first: if they do not hold nothing else is opened.
 * From then on a file is believed only with the bytes its list says, so that
 * nobody changes it in between.
 *
 * A signature of the case that is false - other bytes, a damaged one - is a
 * defect: the body made it, and has confirmed it.  Any other verdict is kept,
 * and told: what makes it less than valid may be known here and not there.
 */
#ifndef ATTI_TRASFERIMENTO_PACCHETTO_ESAME_H
#define ATTI_TRASFERIMENTO_PACCHETTO_ESAME_H

#include <stdbool.h>

#include "archivio/archivio.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "firme/firme.h"
#include "pacchi/borsa.h"
#include "xml/nodo.h"

#define PACCHETTO_INDICE "data/indice.xml"
#define PACCHETTO_FASCIO "data/cartella.bundle"
#define PACCHETTO_REGISTRO "data/registro.xml"
#define PACCHETTO_DOCUMENTI "data/documenti/"
#define PACCHETTO_ALLEGATI "data/allegati/"
#define PACCHETTO_CATENA "data/catena/"
#define PACCHETTO_CHIAVI "data/chiavi/"
#define PACCHETTO_DOCUMENTO_MAX ((size_t)32 * 1024 * 1024)	/* bytes */

/* What a list of the bag says, in order of name. */
struct pacchetto_elenco {
	struct pacchetto_riga {
		const char *nome, *impronta;
	} *riga;
	int n;
};

/* The bundle, open as fd, into a bare folder; its path and its head. */
typedef int pacchetto_storia_fn(void *arg, const char **dove,
    char head[COMMIT_LEN + 1], int fd);

struct pacchetto_attesa {	/* whose it must be */
	const char *ipa;	/* codice IPA */
	const char *chiave;	/* fingerprint of its seal */
	const void *pubblica;	/* that key */
	size_t n;		/* bytes of it */
};

struct pacchetto_firma {	/* of a manifesto in the case */
	const char *manifesto;	/* in data/documenti/ */
	enum esito esito;
	const char *testo;	/* Italian, one line */
	struct pacchetto_firma *succ;
};

struct pacchetto_visto {
	struct arena *a;
	const char *dir;
	const struct pacchetto_attesa *attesa;	/* NULL: whoever */
	borsa_difetto_fn *fn;	/* a defect: of which file, and what */
	pacchetto_storia_fn *prendi;
	void *arg;		/* of both */

	int difetti;
	char impronta[IMPRONTA_LEN + 1];	/* of the tagmanifest */
	char sigillo[41];	/* the key of the seal that holds; "" */
	struct pacchetto_elenco dati, altri;	/* of data/, of the rest */
	struct nodo *indice, *catena;
	struct folder *storia;
	char head[COMMIT_LEN + 1];
	struct pacchetto_firma *firme, **ultima;	/* by OpenPGP */
};

/*
 * Fills what stands behind `arg`.  0 also with defects, which may leave part
 * of it out; the folder is the caller's to close.  absent: no such directory.
 */
int pacchetto_esamina(struct pacchetto_visto *x) MUST;

/* The impronta its list has for a file; NULL: it names none. */
const char *pacchetto_elencato(const struct pacchetto_visto *x,
    const char *nome);
/* A file of at most PACCHETTO_DOCUMENTO_MAX bytes, those of its list.  invalid:
 * others. */
int pacchetto_leggi(struct buf *out, struct pacchetto_visto *x,
    const char *nome) MUST;
/* To be read by somebody who looks at its impronta himself. */
int pacchetto_apri(int *fd, struct pacchetto_visto *x, const char *nome) MUST;

void pacchetto_difetto(struct pacchetto_visto *x, const char *nome,
    const char *che);
/* invalid, absent: of what came; becomes a defect of that file, and 0.  Others
 * are errors of ours. */
int pacchetto_loro(struct pacchetto_visto *x, const char *nome, int r) MUST;

/* pacchetto_catena.c: the links: each is its impronta, follows the one before,
 * and names the documents that the index says it wrote. */
int pacchetto_esamina_catena(struct pacchetto_visto *x) MUST;

#endif
