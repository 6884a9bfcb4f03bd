/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisire_interno.h - what looking at a package (acquisire_guarda.c) leaves
 * for making a cartella of it (acquisire.c).
 */
#ifndef ATTI_TRASFERIMENTO_ACQUISIRE_INTERNO_H
#define ATTI_TRASFERIMENTO_ACQUISIRE_INTERNO_H

#include "atti/trasferimento/acquisire.h"
#include "atti/trasferimento/pacchetto_esame.h"

struct allegato_venuto {
	const char *nome;		/* in the package */
	char impronta[IMPRONTA_LEN + 1];
	const char *protocollo;		/* theirs; NULL */
	const char **di;		/* paths of documents that name it */
	int n_di, cap;
};

struct pacchetto_altrui {
	const char *impronta;
	const struct ente_altrui *di;
	const char *head, *albero;	/* of the history that came */
	bool con_fascio;		/* its bundle is kept beside */
	const struct nodo *indice;
	const struct nodo *scheda, *famiglia;	/* famiglia NULL: none */
	const char *giorno_famiglia;	/* of it */
	const char *classifica;	/* of their cover; NULL: it did not come */
	const struct nodo **blocchi;	/* their holds */
	int n_blocchi, cap_blocchi;
	const struct nodo *secretazione;	/* in force there; NULL */
	struct op_altrui *documenti;	/* in order of path */
	const struct nodo **voce;	/* of each: its line in the index */
	int n;
	struct allegato_venuto *allegati;	/* in order of impronta */
	int n_allegati;
	struct nodo *parti;	/* <prova>, <registrazione>, <firma> */
	int dubbie;		/* signatures that are not "valida" here */
	const char *dubbia;	/* the first of them, in words */
};

struct sguardo {		/* a look at a package */
	struct op *op;
	struct pacchetto_altrui *p;
	struct pacchetto_visto v;
	const struct nodo **voce;	/* of the index, in order of percorso */
	int n_voci;
};

/* The line of the index about a file; NULL: it has none. */
const struct nodo *acquisire_voce(struct sguardo *s, const char *nome);
/* What our documents may say of a path, and a folder hold below precedenti/. */
bool acquisire_percorso_va(const char *path);
/* Order of struct allegato_venuto. */
int acquisire_per_impronta(const void *a, const void *b);

/* acquisire_documenti.c: those of the package, behind its attachments; what is
 * wrong with one is a defect. */
int acquisire_documenti(struct sguardo *s) MUST;

/* acquisire_firme.c: the signatures that came, as <firma> of p->parti; a false
 * one of their own is a defect. */
int acquisire_firme(struct pacchetto_altrui *p, struct op *op,
    struct pacchetto_visto *v) MUST;

#endif
