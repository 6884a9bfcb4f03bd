/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica.h - what the files of `cartella verifica` share.  Internal to
 * servizio/.
 *
 * A verification is of one moment: the last act there was when it began.  It
 * takes the lock to know it and lets it go; st->registro is from then on a copy
 * of the register as it was.  Folders and attachments are looked at by several
 * processes while others write.  What seems wrong with them is looked at once
 * more, where the folder stands under the lock, before it is told.
 */
#ifndef SERVIZIO_VERIFICA_H
#define SERVIZIO_VERIFICA_H

#include "archivio/archivio.h"
#include "atti/store.h"
#include "base/casa.h"
#include "base/lock.h"
#include "servizio/servizio.h"

/* ---- things found, to be told later or not at all ---- */

struct referto {
	struct arena *a;
	struct detto {
		bool nota;
		const char *luogo, *che;
	} *x;
	int n, cap;
};

struct opera;

/* verifica_stato.c: what a verification that was cut short has looked at, and
 * where this one writes it down. */
struct corso {
	int fd;				/* -1: nowhere */
	int64_t da;			/* when it began, seconds UTC */
	const char **fatti;		/* sorted */
	int n;
};

struct verifica {
	struct arena *a;
	struct store *st;
	struct conto *conto;		/* of this round, */
	const struct ascolto *l;	/* that keeps what is found in referto */
	const struct ascolto *fuori;	/* who is told in the end */
	struct referto referto;
	const struct verifica_come *come;
	struct casa casa;
	const char *officina;		/* in it registers are made and copied */
	struct lock lock;		/* held where nobody else may write */
	bool soli;			/* nobody else writes: what seems is */
	int64_t inizio;			/* seconds UTC; younger things may be of
					 * an act that is being done */
	struct ultimo ultimo;		/* the last link of the moment */
	int64_t dopo;			/* looks behind this act only; 0: at all */
	struct corso corso;
	int ripresi;			/* pieces that were looked at before */
	const char *giorno, *intera;	/* of v->dopo: the sealed day, or ""; when
					 * all was looked at */
	struct rilettura *rilettura;	/* of the acts; NULL: not prepared */
	struct opera *opera;		/* while it runs */
	int64_t fatto, totale;		/* of what this process does itself; of
					 * all that is to be done */
	int64_t atti;			/* those read back; 0: not yet */
};

/* An error of ours while looking is a defect of the store. */
void verifica_errore(struct verifica *v, const char *luogo);
/* Tells how far it is. */
void verifica_avanza(struct verifica *v, const char *che);

/* ---- verifica_accanto.c ---- */

/* Begins with signatures and seals, in another process where there may be one; v
 * must outlive it. */
struct accanto;
int accanto_avvia(struct accanto **out, struct verifica *v) MUST;
/* Waits for what it found, and tells it. */
void accanto_dici(struct accanto *x);
void accanto_free(struct accanto *x);
AUTO_DEFINE(accanto, accanto_free)

/* ---- verifica_momento.c ---- */

/* The lock, what a dead process left pending, and the moment; the lock is let
 * go unless v->soli. */
int momento_prendi(struct verifica *v) MUST;
/* The copy; until then it is a read transaction. */
void momento_copia(struct verifica *v);
const char *momento_percorso(struct arena *a, const struct verifica *v);
/* 1: something was destroyed behind the moment, so that what was read may have
 * been gone; 0: not. */
int momento_passato(struct verifica *v) MUST;

/* The store as it is now, with the lock: for a short look.  With v->soli that
 * of the moment. */
struct adesso {
	struct store *st;
	struct lock lock;
	bool mio;			/* st is to be closed */
};
int adesso_apri(struct adesso *out, struct verifica *v) MUST;
void adesso_chiudi(struct adesso *x);

void referto_metti(struct referto *r, bool nota, const char *luogo,
    const char *che);
/* An ascolto that keeps what it is told in r. */
struct ascolto referto_ascolto(struct referto *r);
/* Tells it all. */
void referto_dici(struct verifica *v, const struct referto *r);
/* Into bytes and back, for who looks in another process. */
void referto_scrivi(struct buf *out, const struct referto *r);
int referto_leggi(struct referto *r, struct cursor *c) MUST;

/* ---- verifica_stato.c ---- */

/* What the last verification without defects was of. */
struct stato {
	char ora[40], intera[40];	/* when; when the last whole one was */
	int64_t seq;
	char anello[IMPRONTA_LEN + 1];
	char allegati[IMPRONTA_LEN + 1];	/* registro_allegati_manifesto */
	struct testa *teste;		/* by name; atti is not set */
	int n;
};
/* `intera`: when the last whole one was; NULL: this one is. */
int stato_scrivi_ultima(struct verifica *v, const char *intera) MUST;
/* absent: none yet; invalid: it cannot be read. */
int stato_leggi_ultima(struct stato *out, struct verifica *v) MUST;

/* A new one, or with `riprendi` the one that was cut short, if there is one
 * that is not too old. */
int corso_apri(struct corso *c, struct verifica *v, bool riprendi) MUST;
bool corso_ha(const struct corso *c, const char *cosa);
void corso_segna(const struct corso *c, const char *cosa);
void corso_chiudi(struct corso *c, struct verifica *v, bool finita);

/* ---- verifica_dopo.c ---- */

/* Only what was done behind the last act verified that a sealed day covers.
 * 1: there is none such, or something was destroyed since: it takes a whole
 * one, and why was said. */
int verifica_dopo(struct verifica *v) MUST;

/* ---- verifica_rapporto.c ---- */

/* The report, into verifiche/esito.xml and into `file` (may be NULL). */
int rapporto_scrivi(struct verifica *v, const struct conto *c, int64_t da,
    int64_t millisecondi) MUST;

/* ---- verifica_cartelle.c, verifica_allegati.c: pieces of work ---- */

/* Plans them (no other process yet), starts the processes, ends them, tells.
 * With v->rilettura its acts are read ahead first. */
int opera_avvia(struct opera **out, struct verifica *v) MUST;
int opera_finisci(struct opera *o, struct verifica *v) MUST;
void opera_free(struct opera *o);
AUTO_DEFINE(opera, opera_free)
int64_t opera_fatto(const struct opera *o);
/* NULL: it reads no acts ahead. */
struct squadra *opera_lettori(struct opera *o);

struct cartelle;
int cartelle_pianta(struct cartelle **out, struct verifica *v) MUST;
int cartelle_quante(const struct cartelle *c);
int64_t cartelle_peso(const struct cartelle *c, int i);
void cartelle_guarda(struct cartelle *c, int i, struct buf *out);
/* done: NULL when its process died. */
void cartelle_dici(struct cartelle *c, int i, struct cursor *done);
/* Folders on disk that the register does not know. */
int cartelle_ignote(struct cartelle *c) MUST;

struct allegati;
int allegati_pianta(struct allegati **out, struct verifica *v) MUST;
int allegati_quanti(const struct allegati *x);
int64_t allegati_peso(const struct allegati *x, int i);
void allegati_guarda(struct allegati *x, int i, struct buf *out);
void allegati_dici(struct allegati *x, int i, struct cursor *done);
/* Those that are nowhere, and those that should be. */
int allegati_mancanti(struct allegati *x) MUST;
void allegati_free(struct allegati *x);

#endif
