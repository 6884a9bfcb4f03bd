/* SPDX-License-Identifier: EUPL-1.2 */
/* salva.h - a backup being made.  Internal to servizio/. */
#ifndef SERVIZIO_SALVA_H
#define SERVIZIO_SALVA_H

#include "atti/store.h"
#include "registro/registro.h"
#include "servizio/salvataggio.h"

/* What is to be written of one unit; of those that are as they were, nothing. */
struct compito {
	int unita;			/* its place in nuovo->unita */
	const char *prima, *fino;	/* of a folder: commits between which
					 * its objects came */
	struct folder_tags tag;		/* those that its pezzi do not hold */
	const char *file;		/* of an attachment: where its bytes are */
	struct pezzo fatto;		/* what came of it */
};

struct salva {
	struct arena *a;		/* of this round */
	struct store *st;
	struct copia *copia;
	const struct salvataggio *prima;	/* what the copy has */
	struct salvataggio *nuovo;	/* what it will have */
	struct ultimo ultimo;		/* the moment */
	struct testa *teste;
	int n_teste;
	char **allegati;		/* those the chain names, sorted */
	int n_allegati;
	char **anni;			/* names in registro/ */
	int64_t letture;
	struct compito *compito;	/* those of the read log and of what
					 * is beside last */
	int n, cap;
	int fatti;			/* of them */
	int64_t nuove, mancano;		/* keys made; attachments lost */
	int operai;			/* how many at once; 0: as is of use */
	const struct ascolto *l;
};

/* Another place of the bytes of an attachment: beside a folder, in a package. */
struct legame {
	char impronta[IMPRONTA_LEN + 1];
	const char *path;
};

struct legami {
	struct legame *x;
	int n, cap;
};

/* salva_piano.c: with the register in a transaction, decides what is to do. */
int salva_piano(struct salva *s) MUST;
/* One more place, in the arena of the round. */
void salva_legame(struct salva *s, struct legami *l, const char *impronta,
    const char *path);
/* What the copy has of a unit, with its key; NULL: nothing that is of use. */
const struct unita *salva_prima(const struct salva *s, const char *nome);
/* A unit whose bytes never change: its pezzi, or that it is to be written
 * (NULL: it is not). */
struct compito *salva_immutabile(struct salva *s, struct unita *u);
/* salva_unita.c: does it. */
int salva_scrivi(struct salva *s) MUST;
/* The rest of a file, held against its impronta. */
int salva_file(struct penna *p, int fd, const char *impronta) MUST;

/* salva_consegne.c: packages that may have to be handed over once more; their
 * attachments are only places of those that the store has. */
int salva_piano_consegne(struct salva *s, struct legami *l) MUST;
int salva_consegna(struct penna *p, struct salva *s, const struct unita *u)
    MUST;
/* Is one of them no more, as no transfer needs it since? */
bool salva_consegne_tolte(const struct salva *s);

#endif
