/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casi_modello.h - the reference model of casi.c: what the norm lets be done
 * with a case, by whom, and who sees it.
 *
 * Written by hand from the procedure of Prato and its table of states, never
 * from ente/procedimento.xml or ente/permessi.xml: the program reads those,
 * and the two must say the same.  It knows arrays and nothing else.
 */
#ifndef CASI_MODELLO_H
#define CASI_MODELLO_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/clock.h"
#include "documenti/numero.h"

#define CASI 32			/* fewer than a page of the desk */
#define CARTE 90		/* relazioni, proposte … of a cartella */
#define MEMBRI 4

enum { SOC, NORD, SDS, PROT, UFFICI };
static const char *const ufficio[] = { "soc", "nord", "sds", "prot" };

/* ---- people ---- */

enum ruolo { R_PROT = 1, R_SEG = 2, R_AS = 4, R_COORD = 8, R_AMM = 16,
	R_DIR = 32, R_CTL = 64, R_ARCH = 128, R_EST = 256 };
enum { PROT1, SEG, COORD, COORDN, AS1, AS2, ASN, AMM, AMMN, DIR, CTL, UNO,
	ARCH, EST, UTENTI, INTERNI = EST, NESSUNO = -1 };
static const struct {
	const char *nome;
	int ufficio, ruoli;
	bool chiave;			/* signs */
} utente[UTENTI] = {
	[PROT1] = { "prot1", PROT, R_PROT, false },
	[SEG] = { "seg", SOC, R_SEG, false },
	[COORD] = { "coord", SOC, R_COORD, true },
	[COORDN] = { "coordn", NORD, R_COORD, true },
	[AS1] = { "as1", SOC, R_AS, true },
	[AS2] = { "as2", SOC, R_AS, false },
	[ASN] = { "asn", NORD, R_AS, true },
	[AMM] = { "amm", SDS, R_AMM, true },
	[AMMN] = { "ammn", NORD, R_AMM, false },
	[DIR] = { "dir", SDS, R_DIR, true },
	[CTL] = { "ctl", SDS, R_CTL, false },
	[UNO] = { "uno", SOC, R_AS | R_COORD, true },
	[ARCH] = { "arch", PROT, R_ARCH, false },
	[EST] = { "est", UFFICI, R_EST, false },	/* of another body */
};

static bool assente[UTENTI];		/* has left the service */

/* ---- states: norm table 1.1 ---- */

enum stato { INIZIO, APERTO, ASSEGNATO, VALUTAZIONE, CARICO, PROPOSTA,
	ISTRUTTORIA, EROGAZIONE, CHIUSO };
static const char *const stato_nome[] = { "inizio", "aperto", "assegnato",
	"in-valutazione", "in-carico", "proposta-inviata", "in-istruttoria",
	"in-erogazione", "chiuso" };

struct passo {
	enum stato da;
	const char *atto, *esito;
	enum stato a;
};
static const struct passo passi_accesso[] = {
	{ APERTO, "assegna", "", ASSEGNATO },
	{ ASSEGNATO, "riassegna", "", ASSEGNATO },
	{ VALUTAZIONE, "riassegna", "", VALUTAZIONE },
	{ CARICO, "riassegna", "", CARICO },
	{ APERTO, "aggiorna-accesso", "", APERTO },
	{ ASSEGNATO, "aggiorna-accesso", "", ASSEGNATO },
	{ VALUTAZIONE, "aggiorna-accesso", "", VALUTAZIONE },
	{ ASSEGNATO, "valuta", "si", VALUTAZIONE },
	{ ASSEGNATO, "valuta", "no", CHIUSO },
	{ VALUTAZIONE, "valuta", "si", VALUTAZIONE },
	{ VALUTAZIONE, "valuta", "no", CHIUSO },
	{ VALUTAZIONE, "apri", "", CARICO },
	{ INIZIO, NULL, NULL, INIZIO }
};
static const struct passo passi_cartella[] = {
	{ CARICO, "riassegna", "", CARICO },
	{ PROPOSTA, "riassegna", "", PROPOSTA },
	{ ISTRUTTORIA, "riassegna", "", ISTRUTTORIA },
	{ EROGAZIONE, "riassegna", "", EROGAZIONE },
	{ CARICO, "proponi", "", PROPOSTA },
	{ PROPOSTA, "approva", "", ISTRUTTORIA },
	{ PROPOSTA, "rinvia", "", CARICO },
	{ ISTRUTTORIA, "avvia-istruttoria", "", ISTRUTTORIA },
	{ ISTRUTTORIA, "preavvisa", "", ISTRUTTORIA },
	{ ISTRUTTORIA, "osserva", "", ISTRUTTORIA },
	{ ISTRUTTORIA, "prepara-determina", "", ISTRUTTORIA },
	{ ISTRUTTORIA, "determina", "accolta", EROGAZIONE },
	{ ISTRUTTORIA, "determina", "respinta", CARICO },
	{ ISTRUTTORIA, "determina", "sospesa", ISTRUTTORIA },
	{ EROGAZIONE, "controlla-servizio", "", EROGAZIONE },
	{ EROGAZIONE, "verifica-intervento", "", EROGAZIONE },
	{ EROGAZIONE, "chiudi-intervento", "altri", EROGAZIONE },
	{ EROGAZIONE, "chiudi-intervento", "ultimo", CARICO },
	{ CARICO, "chiudi", "", CHIUSO },
	{ ISTRUTTORIA, "chiudi", "", CHIUSO },
	{ EROGAZIONE, "chiudi", "", CHIUSO },
	{ CHIUSO, "riapri", "", CARICO },
	{ INIZIO, NULL, NULL, INIZIO }
};

/* NULL: that is not done from there. */
static const struct passo *
passo(const struct passo *t, enum stato da, const char *atto,
    const char *esito)
{
	for (; t->atto != NULL; t++)
		if (t->da == da && strcmp(t->atto, atto) == 0 &&
		    strcmp(t->esito, esito) == 0)
			return t;
	return NULL;
}

/* ---- who may: norm table 1.2 ---- */

enum { A_PROPRI = 1, A_UFFICIO = 2, A_EQUIPE = 4, A_ISTRUTTORIA = 8,
	A_CONTROLLO = 16, A_STRAORDINARIO = 32, A_TUTTI = 64, A_CHIUSE = 128,
	A_CONSULTA = 256, A_ENTE = 512 /* of no case: lists of scarto */ };
static const struct potere {
	const char *atto;
	int seg, as, coord, amm, dir, ctl, arch, est;
} poteri[] = {
#define P A_PROPRI
#define U A_UFFICIO
#define E A_EQUIPE
#define I A_ISTRUTTORIA
#define C A_CONTROLLO
#define S A_STRAORDINARIO
#define T A_TUTTI
#define X A_CHIUSE
#define K A_CONSULTA
#define N A_ENTE
	{ "accogli", U, P, U, 0, 0, 0, 0, 0 },
	{ "aggiorna-accesso", U, P, U, 0, 0, 0, 0, 0 },
	{ "assegna", U, 0, U, 0, 0, 0, 0, 0 },
	{ "riassegna", 0, 0, U, 0, 0, 0, 0, 0 },
	{ "valuta", 0, P, 0, 0, 0, 0, 0, 0 },
	{ "apri", 0, P, 0, 0, 0, 0, 0, 0 },
	{ "mostra", U, P | E | S, U | S, U | I, U | I, U | C, X, K },
	{ "annota", 0, P | E, 0, 0, 0, 0, 0, 0 },
	{ "redigi", 0, P | E, 0, 0, 0, 0, 0, 0 },
	{ "firma", 0, P | E, U, 0, N, 0, N, 0 },
	{ "proponi", 0, P, 0, 0, 0, 0, 0, 0 },
	{ "approva", 0, 0, U, 0, 0, 0, 0, 0 },
	{ "rinvia", 0, 0, U, 0, 0, 0, 0, 0 },
	{ "avvia-istruttoria", 0, 0, 0, U | I, 0, 0, 0, 0 },
	{ "preavvisa", 0, 0, 0, I, 0, 0, 0, 0 },
	{ "osserva", 0, 0, 0, U | I, 0, 0, 0, 0 },
	{ "prepara-determina", 0, 0, 0, I, 0, 0, 0, 0 },
	{ "determina", 0, 0, 0, 0, I, 0, 0, 0 },
	{ "comunica-esito", 0, 0, 0, I, 0, 0, 0, 0 },
	{ "controlla-servizio", 0, 0, 0, 0, 0, C, 0, 0 },
	{ "verifica-intervento", 0, P, 0, 0, 0, 0, 0, 0 },
	{ "chiudi-intervento", 0, P, 0, I, 0, 0, 0, 0 },
	{ "chiudi", 0, P, U, 0, 0, 0, 0, 0 },
	{ "riapri", 0, P, U, 0, 0, 0, 0, 0 },
	{ "componi-equipe", 0, P, U, 0, 0, 0, 0, 0 },
	{ "dichiara-conflitto", U, P | E, U, I, 0, C, 0, 0 },
	{ "cessa-conflitto", 0, 0, U, 0, 0, 0, 0, 0 },
	{ "accedi", 0, T, T, 0, 0, 0, 0, 0 },
	{ "prendi-atto", 0, 0, U, 0, 0, 0, 0, 0 },
	{ "secreta", 0, P, U, 0, 0, 0, 0, 0 },
	{ "dissecreta", 0, P, U, 0, 0, 0, 0, 0 },
	{ "collega", 0, P, U, 0, 0, 0, 0, 0 },
	{ "scollega", 0, P, U, 0, 0, 0, 0, 0 },
	{ "fissa", U, P | E, U, 0, 0, 0, 0, 0 },
	{ "blocca-scarto", 0, 0, U, 0, 0, 0, X, 0 },
	{ "sblocca-scarto", 0, 0, U, 0, 0, 0, X, 0 },
	{ "deposita", 0, 0, 0, 0, 0, 0, X, 0 },
	{ "concedi-consultazione", 0, P, U, 0, 0, 0, 0, 0 },
	{ "revoca-consultazione", 0, P, U, 0, 0, 0, 0, 0 },
#undef P
#undef U
#undef E
#undef I
#undef C
#undef S
#undef T
#undef X
#undef K
#undef N
};

static int
ambiti(int u, const char *atto)
{
	const struct potere *p;
	int r = utente[u].ruoli;

	if (assente[u])
		return 0;
	for (p = poteri; strcmp(p->atto, atto) != 0; p++)
		;
	return (r & R_SEG ? p->seg : 0) | (r & R_AS ? p->as : 0) |
	    (r & R_COORD ? p->coord : 0) | (r & R_AMM ? p->amm : 0) |
	    (r & R_DIR ? p->dir : 0) | (r & R_CTL ? p->ctl : 0) |
	    (r & R_ARCH ? p->arch : 0) | (r & R_EST ? p->est : 0);
}

/* ---- a case ---- */

typedef char giorno[GIORNO_LEN + 1];

struct relazione {
	bool con_esito, firmata[UTENTI];
	int autore;
};
struct intervento {
	bool aperto, controllo;		/* controllo: of SDS */
	giorno dal, chiuso;
};
struct tratto {				/* somebody, for some days */
	int utente;
	giorno dal, al;			/* al "": open */
	bool noto;			/* the coordinator has noted it */
};
struct consulta {			/* of EST, if he is named */
	giorno dal, al;
	bool nominato, revocata;
};
enum esito { ACCOLTA, RESPINTA, SOSPESA };
enum risposta { ATTESA, APPROVATA, RINVIATA };

struct caso {
	const char *ac, *cs;		/* numbers; cs NULL: none yet */
	enum stato accesso, cartella;
	int responsabile, ufficio;
	bool diretto, cittadino, liberatoria;
	giorno chiusa;
	struct relazione rel[CARTE];
	enum risposta prop[CARTE];
	int n_rel, n_prop;
	bool rinviata;			/* and nothing proposed since */
	/* the inquiry of the last proposta */
	bool avviata, di_parte;
	giorno preavviso;		/* "": none */
	int osservazioni;
	int n_inchieste;		/* in the whole life of the cartella */
	int n_det;
	bool bozza, motivata;		/* of the last determinazione */
	enum esito esito;
	int bozza_di;			/* which inquiry */
	int concede;			/* how many interventi it grants */
	struct intervento inter[CARTE];
	int n_inter;
	/* who */
	bool istruisce[UFFICI];
	bool conflitto[UTENTI];
	bool secreta, adozione, lettore[UTENTI];
	struct tratto equipe[MEMBRI];
	int n_equipe;
	struct tratto stra[CARTE];
	int n_stra;
	bool collegata[CASI];
	/* what is kept of it, and of another body */
	giorno depositata;		/* the closing that was handed over */
	bool tolto[CARTE];		/* holds that are over */
	int n_blocchi;
	struct consulta consulte[CARTE];
	int n_consulte;
};

static struct caso casi[CASI];
static int n_casi;
static giorno oggi;

static bool
oggi_fra(const char *dal, const char *al)
{
	return strcmp(dal, oggi) <= 0 && (*al == '\0' || strcmp(oggi, al) <= 0);
}

static int
interventi_aperti(const struct caso *c, int tranne)
{
	int i, n = 0;

	for (i = 0; i < c->n_inter; i++)
		n += c->inter[i].aperto && i != tranne;
	return n;
}

/* ---- who sees it ---- */

static bool
in_equipe(const struct caso *c, int u)
{
	int i;

	for (i = 0; i < c->n_equipe; i++)
		if (c->equipe[i].utente == u &&
		    oggi_fra(c->equipe[i].dal, c->equipe[i].al))
			return true;
	return false;
}

static bool
straordinario(const struct caso *c, int u)
{
	int i;

	for (i = 0; i < c->n_stra; i++)
		if (c->stra[i].utente == u &&
		    oggi_fra(c->stra[i].dal, c->stra[i].al))
			return true;
	return false;
}

static bool
controlla(const struct caso *c, int u)
{
	int i;

	for (i = 0; i < c->n_inter && utente[u].ufficio == SDS; i++)
		if (c->inter[i].controllo &&
		    oggi_fra(c->inter[i].dal, c->inter[i].chiuso))
			return true;
	return false;
}

static bool
consulta(const struct caso *c, int u)
{
	const struct consulta *k = c->consulte;
	int i;

	for (i = 0; i < c->n_consulte && u == EST; i++)
		if (k[i].nominato && !k[i].revocata &&
		    oggi_fra(k[i].dal, k[i].al))
			return true;
	return false;
}

static bool
chiuso_a(const struct caso *c, int u)
{
	return c->conflitto[u] ||
	    (c->secreta && c->responsabile != u && !c->lettore[u]);
}

/* Relations of their own have only cartelle; who keeps what is closed knows of
 * closed accessi too. */
static bool
vede(const struct caso *c, bool cartella, int u, const char *atto)
{
	int a = ambiti(u, atto);

	if (chiuso_a(c, u) || (cartella && c->cs == NULL))
		return false;
	return (a & A_TUTTI) ||
	    (a & (A_PROPRI | A_UFFICIO) && c->responsabile == u) ||
	    (a & A_UFFICIO && c->ufficio == utente[u].ufficio) ||
	    (a & A_CHIUSE && (cartella ? c->cartella : c->accesso) ==
	    CHIUSO) ||
	    (cartella && ((a & A_EQUIPE && in_equipe(c, u)) ||
	    (a & A_ISTRUTTORIA && c->istruisce[utente[u].ufficio]) ||
	    (a & A_CONTROLLO && controlla(c, u)) ||
	    (a & A_CONSULTA && consulta(c, u)) ||
	    (a & A_STRAORDINARIO && straordinario(c, u))));
}

/* Does he read something of it?  Norm table 1.2: who inquires does not read
 * the diary, who controls reads what was granted, the segretariato what came
 * to it. */
static bool
legge(const struct caso *c, bool cartella, int u)
{
	int r = utente[u].ruoli;

	if (!vede(c, cartella, u, "mostra"))
		return false;
	if (r & (R_AS | R_COORD))
		return true;
	if (r & (R_AMM | R_DIR))
		return cartella && c->istruisce[utente[u].ufficio];
	if (r & R_CTL)
		return cartella && controlla(c, u);
	if (r & R_ARCH)
		return true;
	if (r & R_EST)
		return cartella;
	return !cartella;
}

/* ---- what waits ---- */

static bool
suo(const struct caso *c, int u, const char *atto)
{
	return c->responsabile == u && ambiti(u, atto) != 0 &&
	    !chiuso_a(c, u);
}

static bool
del_suo_ufficio(const struct caso *c, int u, const char *atto)
{
	return c->ufficio == utente[u].ufficio &&
	    ambiti(u, atto) & A_UFFICIO && !chiuso_a(c, u);
}

/* How many lines of that kind the case has on the desk of u. */
static int
aspetta(const struct caso *c, const char *che, int u)
{
	bool viva = c->cs != NULL && c->cartella != CHIUSO;
	int i, n = 0;

	if (strcmp(che, "accessi-da-assegnare") == 0)
		return c->accesso == APERTO && del_suo_ufficio(c, u, "assegna");
	if (strcmp(che, "da-valutare") == 0)
		return c->accesso == ASSEGNATO && suo(c, u, "valuta");
	if (strcmp(che, "da-aprire") == 0)
		return c->accesso == VALUTAZIONE && suo(c, u, "apri");
	if (!viva && strcmp(che, "straordinari") != 0)
		return 0;
	if (strcmp(che, "da-approvare") == 0)
		return c->cartella == PROPOSTA &&
		    del_suo_ufficio(c, u, "approva");
	if (strcmp(che, "rinviate") == 0)
		return c->cartella == CARICO && c->rinviata &&
		    suo(c, u, "proponi");
	if (strcmp(che, "da-istruire") == 0)
		return c->cartella == ISTRUTTORIA && !c->avviata &&
		    vede(c, true, u, "avvia-istruttoria");
	/* a draft of an inquiry that is over cannot be signed */
	if (strcmp(che, "da-firmare") == 0)
		return c->cartella == ISTRUTTORIA && c->avviata && c->bozza &&
		    c->bozza_di == c->n_inchieste &&
		    vede(c, true, u, "determina");
	if (strcmp(che, "libro-firma") == 0) {
		for (i = 0; vede(c, true, u, "firma") && i < c->n_rel; i++)
			n += c->rel[i].autore == u && !c->rel[i].firmata[u];
		return n;
	}
	if (strcmp(che, "cartelle") == 0)
		return suo(c, u, "annota");
	if (strcmp(che, "equipe") == 0)
		return c->responsabile != u && in_equipe(c, u) &&
		    ambiti(u, "annota") & A_EQUIPE && !chiuso_a(c, u);
	for (i = 0; i < c->n_stra; i++)
		n += !c->stra[i].noto && c->stra[i].utente != u &&
		    vede(c, true, u, "prendi-atto");
	return n;
}

#endif
