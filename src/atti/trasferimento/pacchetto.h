/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto.h - a cartella as a bag that is read and checked without this
 * program: what its parts share.  Internal to atti/.
 *
 * What may go out is decided once (pacchetto_scegli): the documents that this
 * operator may read and that are no private notes.  All other parts ask that
 * list: an attachment goes if what goes names it, a link of the chain is shown
 * if all it names goes; and the history goes only when every document does.
 */
#ifndef ATTI_TRASFERIMENTO_PACCHETTO_H
#define ATTI_TRASFERIMENTO_PACCHETTO_H

#include <stdbool.h>

#include "archivio/archivio.h"
#include "atti/carte/stampare.h"
#include "atti/op.h"
#include "base/buf.h"
#include "pacchi/borsa.h"
#include "registro/registro.h"

struct pacchetto_riserve {	/* what does not go as it is, by type */
	const char *const *resta;	/* that stay behind; may be NULL */
	int n_resta;
	const char *const *oscura;	/* of which copies go */
	int n_oscura;
	const char *per;	/* as the policy of redaction lets them
				 * pass for; when n_oscura > 0 */
};

struct copia_omissis {		/* documenti/omissis.h */
	const char *percorso, *originale;
	const char *ufficio;		/* of the original */
	struct nodo *doc;
};

struct pacchetto_carta {	/* a document as people read it */
	bool letta;		/* has a page; no: only of a signature */
	struct stampando s;
	const char *pdf;	/* in the bag; NULL: there is none */
	bool firmato;		/* that PDF was signed with it */
};

struct pacchetto {
	struct op *op;
	struct numero n;
	const char *folder, *riferimento;
	const char *consultazione;	/* only what it names; NULL */
	char head[COMMIT_LEN + 1];	/* of the folder, when it was made */
	struct attuale *doc;		/* those that go, in path order */
	int n_doc;
	bool intero;			/* they are all there are */
	struct pacchetto_carta *carta;	/* of each of them */
	bool senza_pdf;			/* no renditions are made */
	const char *nota;		/* what could not be made; NULL */
	struct borsa borsa;
	struct nodo *indice;		/* being filled */
	struct nodo *lettore;		/* what the reader shows */
	struct nodo *registro;		/* the registrations, as seen */
	struct buf testo;		/* of all that goes: what names files */
	const char **nomi;		/* "<impronta>.pdf", of what others
					 * have brought */
	int n_nomi, cap_nomi;
	const char *sigillo;		/* fingerprint; NULL: not sealed */
	struct pacchetto_riserve riserve;
	struct copia_omissis *copie;	/* in the place of documents; of doc */
	int n_copie;
	struct buf taciuto;	/* text of what does not go by riserve */
};

/*
 * The whole of it, closed and sealed, of cartella p->n as the operator of p->op
 * may give it; p: zero but for op, n, riserve, consultazione, senza_pdf.
 * absent: he does not see it.
 * p->testo is empty again; the rest is of the op.
 */
int pacchetto_fai(struct pacchetto *p) MUST;

/* Does the istanza say so? */
bool pacchetto_senza_pdf(const struct op *op);

/* A file of the bag, listed in the group `gruppo` of the index (NULL: not);
 * its entry, to be completed, in *voce (may be NULL). */
int pacchetto_metti(struct pacchetto *p, struct nodo **voce,
    const char *gruppo, const char *nome, const struct buf *bytes) MUST;
struct nodo *pacchetto_voce(struct pacchetto *p, const char *gruppo,
    const struct borsa_file *f);

/* pacchetto_parti.c */
int pacchetto_scegli(struct pacchetto *p) MUST;		/* absent: not seen */
int pacchetto_documenti(struct pacchetto *p) MUST;
int pacchetto_registro(struct pacchetto *p) MUST;
int pacchetto_allegati(struct pacchetto *p) MUST;
int pacchetto_chiavi(struct pacchetto *p) MUST;

/* pacchetto_altrui.c: of a cartella that has the case of another body below
 * precedenti/.  What a provenienza itself wants to go with it, into p->testo, and
 * the names of what came, into p->nomi; a key of their signatures, from among
 * what is kept of their package: one that was not in it cannot go. */
int pacchetto_di_altri(struct pacchetto *p, const char *percorso) MUST;
int pacchetto_chiave_di_altri(struct pacchetto *p, const char *nome) MUST;

/* pacchetto_rese.c: what people read of each document, and its PDF. */
int pacchetto_rese(struct pacchetto *p) MUST;

bool pacchetto_va(const struct pacchetto *p, const char *percorso);

/*
 * pacchetto_riserve.c: of p->doc what the riserve keep here is taken out, and
 * what tells of it; copies take the place of what is redacted.  Their bytes, as
 * they are in the package; a copy by its path, NULL: it is none.
 */
int pacchetto_riserva(struct pacchetto *p) MUST;
int pacchetto_bytes(struct buf *out, const struct pacchetto *p,
    const char *percorso) MUST;
const struct copia_omissis *pacchetto_copia(const struct pacchetto *p,
    const char *percorso);
/* Does something that does not go name that file? */
bool pacchetto_taciuto(const struct pacchetto *p, const char *impronta);

/*
 * esamina: is there such a destination, is it given those types, is there
 * something to leave out?  What stays without having been named is an avviso, at
 * the first look.  Rilievi at `path`.
 */
int pacchetto_riserve_esamina(struct op *op, const struct numero *n,
    const struct pacchetto_riserve *r, const char *path) MUST;

/* pacchetto_storia.c: the bundle; the links of the chain. */
int pacchetto_storia(struct pacchetto *p) MUST;
int pacchetto_catena(struct pacchetto *p) MUST;

/* pacchetto_lettore.c: the pages; what the index ends with; LEGGIMI.txt. */
int pacchetto_lettore(struct pacchetto *p) MUST;
int pacchetto_leggimi(struct pacchetto *p) MUST;

#endif
