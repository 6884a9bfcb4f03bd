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
	const char *prima;		/* of a folder: what its pezzi hold */
	struct folder_tags tag;		/* those that they do not */
	const char *file;		/* of an attachment: where its bytes are */
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
	struct compito *compito;
	int n, cap;
	int64_t nuove, mancano;		/* keys made; attachments lost */
	const struct ascolto *l;
};

/* salva_piano.c: with the register in a transaction, decides what is to do. */
int salva_piano(struct salva *s) MUST;
/* salva_unita.c: does it. */
int salva_scrivi(struct salva *s) MUST;

#endif
