/* SPDX-License-Identifier: EUPL-1.2 */
/* ripresa.h - a backup being read back.  Internal to servizio/. */
#ifndef SERVIZIO_RIPRESA_H
#define SERVIZIO_RIPRESA_H

#include "servizio/nuovo.h"
#include "servizio/salvataggio.h"

struct ripresa {
	struct arena *a;
	const struct ripristina_come *come;
	const struct ascolto *l;
	struct copia copia;
	struct salvataggio s;		/* its keys and its index */
	struct nuovo fatto;		/* the store being made */
	const char *letture;		/* file with the text of the read log */
	int istantanea;			/* its number */
	int64_t ora;			/* of the backup */
	int aperte;			/* series of which nothing was said */
	int64_t perse, cartelle, allegati, mancanti;
};

/* ripresa_unita.c: every unit that has its key, decrypted, in its place. */
int ripresa_unita(struct ripresa *x) MUST;
/* ripristina.c: invalid: of a year since the backup nobody told the last number
 * of the register. */
int ripresa_anni(const struct ripresa *x) MUST;
/* The same: leaves open what was given and is not there (come->ultimi),
 * in the store fatto.dir. */
int ripresa_numeri(struct ripresa *x) MUST;

#endif
