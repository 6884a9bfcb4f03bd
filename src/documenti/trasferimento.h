/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trasferimento.h - a case goes from one body to another: what one of the two
 * does at each event.  Pure: no clock, no files, no memory of its own.
 *
 * The sender alone decides.  It owns until its rilascio; the receiver owns when
 * that rilascio has reached it; in between nobody does, and the rilascio can be
 * sent again for ever.  An offer can be withdrawn until then.  What comes twice
 * or late is answered by the last answer once more.
 * Refuses, and then changes nothing: a message that is not signed by the other
 * of the two, or names another case, package or body; all that the table has
 * no row for.
 * Messages may be lost, doubled and come in any order; whoever carries them may
 * read nothing and change nothing (they are sealed).  It is assumed that each
 * body is honest, and that it does not forget: a store restored from an old
 * copy may own what it has released since.
 */
#ifndef DOCUMENTI_TRASFERIMENTO_H
#define DOCUMENTI_TRASFERIMENTO_H

#include <stdbool.h>
#include <stddef.h>

enum tr_stato {
	TR_NESSUNO,		/* not heard of */
	/* of who sends */
	TR_OFFERTA,
	TR_ACCETTATA,
	TR_RILASCIATA,		/* it is the other's */
	TR_RITIRATA,
	TR_RIFIUTATA,
	/* of who receives */
	TR_PERVENUTA,
	TR_IMPEGNATA,		/* we accepted: the rilascio is awaited */
	TR_RICEVUTA,		/* it is ours */
	TR_RESPINTA,		/* we refused */
	TR_DECADUTA,		/* they withdrew */
	TR_STATI
};

enum tr_messaggio {
	TR_NIENTE,
	TR_M_OFFERTA,
	TR_M_RILASCIO,
	TR_M_RITIRO,
	TR_M_ACCETTAZIONE,
	TR_M_RIFIUTO,
	TR_MESSAGGI
};

enum tr_evento {
	/* somebody here decides */
	TR_OFFRI,
	TR_RITIRA,
	TR_SCADE,		/* its days are over: withdrawn */
	TR_RILASCIA,
	TR_ACCETTA,
	TR_RIFIUTA,
	TR_RIPETI,		/* the last message once more */
	/* a message came */
	TR_E_OFFERTA,
	TR_E_RILASCIO,
	TR_E_RITIRO,
	TR_E_ACCETTAZIONE,
	TR_E_RIFIUTO,
	TR_EVENTI
};

/* What must hold for a row; all of them, as bits. */
enum tr_guardia {
	TR_IN_CARICO = 1 << 0,	/* the case is ours now */
	TR_NON_NOSTRA = 1 << 1,	/* it is not */
	TR_LIBERA = 1 << 2,	/* no other offer of ours waits */
	TR_AD_ALTRI = 1 << 3,	/* not to ourselves */
	TR_IN_TEMPO = 1 << 4,	/* today is not behind the offer's last day */
	TR_SCADUTA = 1 << 5,	/* it is */
	TR_COL_PACCHETTO = 1 << 6	/* the named package is here */
};
#define TR_GUARDIE 7		/* how many bits */

enum tr_effetto { TR_RESTA, TR_LASCIA, TR_PRENDE };

struct tr_passaggio {		/* a row of the table */
	enum tr_stato da;
	enum tr_evento evento;
	unsigned guardie;
	enum tr_stato a;
	enum tr_messaggio manda;
	enum tr_effetto effetto;	/* on who owns */
};
extern const struct tr_passaggio tr_passaggi[];
extern const size_t tr_passaggi_n;

/* What a message names.  Borrowed strings; NULL: it does not say. */
struct tr_lettera {
	enum tr_messaggio tipo;
	const char *id;		/* of the transfer */
	const char *caso;	/* id of the case, the same everywhere */
	const char *da, *a;	/* the bodies, as whoever knows their seals
				 * calls them */
	const char *pacchetto;	/* impronta of what is offered */
	const char *finale;	/* rilascio: impronta of the case as it was
				 * released; the offered one when nobody wrote
				 * since */
	const char *scade;	/* offerta: its last day, AAAA-MM-GG */
};

struct tr_lato {		/* one transfer as one side sees it */
	enum tr_stato stato;
	struct tr_lettera patto;	/* TR_NESSUNO: all NULL */
};

struct tr_fatto {		/* an event, with the facts of its moment */
	enum tr_evento evento;
	const struct tr_lettera *lettera;	/* what came, or for OFFRI what
						 * is to go; else NULL */
	const char *noi;	/* this body */
	const char *firmatario;	/* the body whose seal holds over what came;
				 * NULL: none does */
	const char *pacchetto;	/* impronta of the package that is here (came
				 * with it, or was just made); or NULL */
	const char *oggi;	/* AAAA-MM-GG */
	bool in_carico;		/* is the case ours? */
	bool altra_offerta;	/* does another offer of it wait? */
};

struct tr_esito {
	bool rifiutato;		/* nothing changed */
	const char *motivo;	/* in Italian, when it is refused */
	struct tr_lato dopo;	/* refused: as it was */
	enum tr_messaggio manda;	/* to the other side; its content is
					 * dopo.patto */
	enum tr_effetto effetto;
};

struct tr_esito trasferimento_passo(const struct tr_lato *l,
    const struct tr_fatto *f);

/* The same over another table: for whoever tries tables out. */
struct tr_esito trasferimento_passo_con(const struct tr_passaggio *tabella,
    size_t n, const struct tr_lato *l, const struct tr_fatto *f);

/* Their words, as documents and people write them: "offerta", "ritira". */
const char *tr_stato_nome(enum tr_stato s);
const char *tr_messaggio_nome(enum tr_messaggio m);
const char *tr_evento_nome(enum tr_evento e);
const char *tr_guardia_nome(enum tr_guardia g);
const char *tr_effetto_nome(enum tr_effetto e);

/* Is the message one that this body sends, by what it is and names? */
bool tr_lettera_di(const struct tr_lettera *m, const char *ente);

/* Where a transfer stands behind that message, the last that changed
 * something: of our own making, or the other's. */
enum tr_stato tr_stato_dopo(enum tr_messaggio m, bool nostro);

#endif
