/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casi.c - random acts on cases, by everybody, day after day, against the
 * model of casi_modello.h.
 *
 *	casi STORE SEED ACTS LETTERS
 *
 * STORE is that of casi.t.  At each step somebody tries something, sensible or
 * not; the model says whether it is done, and if not with which rilievi.  Now
 * and then everything is compared: the state on the cover, in the row and in
 * the model; who sees what; each scrivania with the model and with that of a
 * register read back from the folders.  At most LETTERS papers are made, which
 * take LibreOffice.  The first difference is printed and ends it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "casi_modello.h"

#include "atti/atto.h"
#include "atti/runner.h"
#include "base/random.h"
#include "registro/legami.h"
#include "registro/scrivania.h"
#include "servizio/rilettura.h"
#include "worker/worker.h"
#include "xml/xml.h"

enum fine { COMPIUTO, VIETATO, ASSENTE, RIFIUTATO };
static const char *const fine_nome[] = { "compiuto", "vietato", "assente",
	"rifiutato" };

#define CODICI 16
#define SALTO (5 * (int64_t)86400 - 1800)	/* of the clock guard */
#define NON_C_E "CS-2026-9999999"

static struct store *st;
static struct arena *keep;
static int64_t adesso, last_done;
static int done, refused, wrong, letters, n_deeds;

/* ---- chance ---- */

static uint64_t chance;

static int
draw(int n)
{
	chance = chance * 6364136223846793005u + 1442695040888963407u;
	return (int)((chance >> 33) % (uint64_t)n);
}

static bool
once_in(int n)
{
	return draw(n) == 0;
}

/* ---- the clock ---- */

static void
clock_set(int64_t t)
{
	char ora[ORA_LEN + 1];

	adesso = t;
	clock_iso(ora, t);
	clock_day(oggi, t);
	if (setenv("CARTELLA_ORA", ora, 1) != 0)
		abort();
}

/* Minutes, sometimes days: never more than the guard of the clock lets. */
static void
clock_on(void)
{
	int days = once_in(9) ? 1 + draw(4) : 0;

	if (adesso + days * (int64_t)86400 < last_done + SALTO)
		clock_set(adesso + days * (int64_t)86400 + draw(1800));
}

static void
days_from(giorno out, int n)
{
	clock_day(out, adesso + n * (int64_t)86400);
}

/* ---- an act that is tried, and what the model says of it ---- */

struct prova {
	struct arena *a;
	struct nodo *ist, *in;
	const char *atto;
	struct caso *c;
	int u;
	bool conferma;			/* of all that may be confirmed */
	enum fine fine;
	const char *codici[CODICI];
	int n;
	const char *fatto;		/* first number of the answer */
};

static void
confirm(struct prova *p)
{
	/* those the model does not know; then those it does */
	static const char *const codici[] = { "senza-documento",
	    "persona-nota", "termini-aperti", "non-inattiva", "sovrapposto",
	    "gia-passato", "ora-doppia", "senza-liberatoria",
	    "senza-stato-di-famiglia", "senza-progetto", "istruttoria-aperta",
	    "senza-comunicazione", "ricezione-non-provata",
	    "osservazioni-tardive", "fuori-dai-lettori" };
	size_t i, n = p->conferma ? NELEM(codici) : 7;
	struct nodo *c = nodo_elem(p->a, p->ist, "conferme");

	for (i = 0; i < n; i++)
		nodo_set(p->a, nodo_elem(p->a, c, "conferma"), "codice",
		    codici[i]);
}

static void
begin(struct prova *p, struct arena *a, const char *atto, int u,
    struct caso *c)
{
	char id[ID_LEN + 1];

	*p = (struct prova){ .a = a, .atto = atto, .u = u, .c = c,
	    .conferma = !once_in(8) };
	random_id(id);
	p->ist = nodo_new(a, "istanza");
	nodo_set(a, p->ist, "atto", atto);
	nodo_set(a, p->ist, "id", id);
	nodo_set(a, p->ist, "versione", "1");
	confirm(p);
	p->in = nodo_elem(a, p->ist, atto);
}

static void
field(struct prova *p, const char *nome, const char *v)
{
	nodo_elem_text(p->a, p->in, nome, v);
}

static void
prose(struct prova *p, const char *nome, const char *v)
{
	nodo_elem_text(p->a, nodo_elem(p->a, p->in, nome), "p", v);
}

static void
path(struct prova *p, const char *nome, const char *dir, int n)
{
	nodo_elem_printf(p->a, p->in, nome, "%s/%04d.xml", dir, n);
}

/* Whoever has not the atto, or does not see the case, learns nothing more. */
static void
may(struct prova *p, bool cartella)
{
	if (p->fine == COMPIUTO && ambiti(p->u, p->atto) == 0)
		p->fine = VIETATO;
	else if (p->fine == COMPIUTO && !vede(p->c, cartella, p->u, p->atto))
		p->fine = ASSENTE;
}

static void
also_sees(struct prova *p, const struct caso *c, bool cartella)
{
	if (p->fine == COMPIUTO && !vede(c, cartella, p->u, p->atto))
		p->fine = ASSENTE;
}

static bool
errs(struct prova *p, bool yes, const char *codice)
{
	int i;

	if (!yes)
		return false;
	for (i = 0; i < p->n; i++)
		if (strcmp(p->codici[i], codice) == 0)
			return true;
	p->codici[p->n++] = codice;
	return true;
}

static void
warns(struct prova *p, bool yes, const char *codice)
{
	errs(p, yes && !p->conferma, codice);
}

static enum fine
foretold(const struct prova *p)
{
	return p->fine == COMPIUTO && p->n > 0 ? RIFIUTATO : p->fine;
}

/* The cartella as target, which may be one that is not there. */
static void
target(struct prova *p)
{
	field(p, "cartella", p->c->cs != NULL ? p->c->cs : NON_C_E);
	may(p, true);
}

/* Nothing is written in a closed one, and only the table's steps are made. */
static const struct passo *
step_of(struct prova *p, const char *esito)
{
	const struct passo *s;

	if (p->c->cs == NULL || errs(p, p->c->cartella == CHIUSO,
	    "cartella-chiusa"))
		return NULL;
	s = passo(passi_cartella, p->c->cartella, p->atto, esito);
	errs(p, s == NULL, "stato");
	return s;
}

/* ---- trying it ---- */

static bool
confirmed(const struct prova *p, const char *codice)
{
	const struct nodo *c = nodo_child(nodo_child(p->ist, "conferme"),
	    "conferma");

	for (; c != NULL; c = nodo_next(c, "conferma"))
		if (strcmp(nodo_attr(c, "codice"), codice) == 0)
			return true;
	return false;
}

static bool
expected(const struct prova *p, const char *codice)
{
	int i;

	for (i = 0; i < p->n; i++)
		if (strcmp(p->codici[i], codice) == 0)
			return true;
	return false;
}

/* The same rilievi, no more and no fewer? */
static bool
same_reasons(const struct prova *p, const struct op *op)
{
	const struct rilievo *r;
	int i;

	for (r = op->ril.primo; r != NULL; r = r->succ)
		if ((r->grado == ERRORE || !confirmed(p, r->codice)) &&
		    !expected(p, r->codice))
			return false;
	for (i = 0; i < p->n; i++)
		if (rilievo_find(&op->ril, p->codici[i]) == NULL)
			return false;
	return true;
}

static enum fine
outcome(const struct op *op, int r)
{
	if (r == ERR_FORBIDDEN)
		return VIETATO;
	if (r == ERR_ABSENT)
		return ASSENTE;
	if (r != 0)
		return (enum fine)-1;
	return op->stato == OP_FATTO ? COMPIUTO : RIFIUTATO;
}

static void
differs(const struct prova *p, const struct op *op, enum fine was)
{
	const struct rilievo *r;
	int i;

	wrong++;
	printf("%s %s di %s su %s %s (%s, %s): %s, e doveva essere %s\n",
	    oggi, p->atto, utente[p->u].nome, p->c ? p->c->ac : "-",
	    p->c && p->c->cs ? p->c->cs : "-",
	    p->c ? stato_nome[p->c->accesso] : "-",
	    p->c && p->c->cs ? stato_nome[p->c->cartella] : "-",
	    was == (enum fine)-1 ? err_msg() : fine_nome[was],
	    fine_nome[foretold(p)]);
	for (i = 0; i < p->n; i++)
		printf("  previsto: %s\n", p->codici[i]);
	for (r = op->ril.primo; r != NULL; r = r->succ)
		printf("  trovato: %s: %s\n", r->codice, r->testo);
}

/* True: done, as the model said; the model then does it too. */
static bool
try(struct prova *p)
{
	struct op *op = op_new(st, atto_find(p->atto), p->ist,
	    utente[p->u].nome, NULL);
	int r = runner_esegui(op);
	enum fine was = outcome(op, r);

	n_deeds++;
	was == COMPIUTO ? done++ : refused++;
	if (was == COMPIUTO)
		last_done = adesso;
	if (was != foretold(p) ||
	    (was == RIFIUTATO && !same_reasons(p, op)))
		differs(p, op, was);
	else if (was == COMPIUTO && op->fatto != NULL)
		p->fatto = arena_strdup(keep, op->fatto);
	err_clear();
	op_free(op);
	return wrong == 0 && was == COMPIUTO;
}

/* The same for what makes a paper, as long as papers may be made. */
static bool
try_paper(struct prova *p)
{
	if (foretold(p) != COMPIUTO)
		return try(p);
	if (letters == 0)
		return false;
	letters--;
	return try(p);
}

/* ---- a case begins ---- */

static struct caso *
new_case(void)
{
	struct caso *c = &casi[n_casi];

	memset(c, 0, sizeof *c);
	return c;
}

static const char *
registration(struct arena *a, int to)
{
	struct prova p, s;
	struct nodo *d;

	begin(&p, a, "registra", PROT1, NULL);
	field(&p, "flusso", "entrata");
	field(&p, "oggetto", "segnalazione");
	nodo_elem_text(a, nodo_elem(a, p.in, "mittente"), "denominazione",
	    "Scuola");
	field(&p, "classifica", "VII/9");
	if (!try(&p))
		return NULL;
	begin(&s, a, "smista", PROT1, NULL);
	field(&s, "protocollo", p.fatto);
	d = nodo_elem(a, s.in, "destinazione");
	nodo_elem_text(a, d, "ufficio", ufficio[to]);
	nodo_elem_text(a, d, "titolo", "competenza");
	return try(&s) ? p.fatto : NULL;
}

/* A report is registered, sent, seen and assigned. */
static void
reported(struct arena *a, struct caso *unused, int u)
{
	bool nord = once_in(4);
	int coord = nord ? COORDN : COORD, as = nord ? ASN : once_in(3) ?
	    UNO : AS1 + draw(2);
	struct caso *c = new_case();
	const char *prot = registration(a, nord ? NORD : SOC);
	struct prova p;

	(void)unused;
	(void)u;
	if (prot == NULL)
		return;
	begin(&p, a, "prendi-visione", coord, NULL);
	field(&p, "protocollo", prot);
	if (!try(&p))
		return;
	begin(&p, a, "assegna", coord, NULL);
	field(&p, "protocollo", prot);
	field(&p, "assistente", utente[as].nome);
	if (!try(&p))
		return;
	c->ac = p.fatto;
	c->accesso = ASSEGNATO;
	c->responsabile = as;
	c->ufficio = nord ? NORD : SOC;
	n_casi++;
}

static void
add_scheda(struct prova *p)
{
	struct nodo *s = nodo_elem(p->a, p->in, "scheda");

	nodo_elem_text(p->a, nodo_elem(p->a, s, "contatto"), "interlocutore",
	    "utente");
	nodo_elem_text(p->a, nodo_elem(p->a, s, "segnalato"), "cognome",
	    "Bianchi");
	nodo_elem_text(p->a, nodo_elem(p->a, s, "motivazioni"), "p", "Sola.");
}

static void
add_liberatoria(struct prova *p)
{
	struct nodo *l = nodo_elem(p->a, p->in, "liberatoria");

	nodo_elem_text(p->a, l, "ambito", "registrazione");
	nodo_elem_text(p->a, l, "data", oggi);
	nodo_elem_text(p->a, l, "firmatario", "Rosa Bianchi");
	nodo_elem_text(p->a, l, "qualita", "genitore");
}

static void
accogli(struct arena *a, struct caso *unused, int u)
{
	bool ends = once_in(6), why = !once_in(4);
	struct caso *c = new_case();
	struct prova p;

	(void)unused;
	begin(&p, a, "accogli", u, NULL);
	c->diretto = true;
	c->cittadino = !once_in(3);
	c->liberatoria = once_in(2);
	c->responsabile = u;
	c->ufficio = utente[u].ufficio;
	c->accesso = ends ? CHIUSO : APERTO;
	field(&p, "iniziativa", c->cittadino ? "cittadino" : "ufficio");
	add_scheda(&p);
	if (c->liberatoria)
		add_liberatoria(&p);
	field(&p, "esito", ends ? "orientamento" : "da-assegnare");
	if (why)
		field(&p, "motivazione", "Al CAF.");
	if (ambiti(u, "accogli") == 0)
		p.fine = VIETATO;
	errs(&p, ends && !why, "manca-motivazione");
	if (!try(&p))
		return;
	c->ac = p.fatto;
	n_casi++;
}

/* ---- an accesso ---- */

static void
aggiorna_accesso(struct arena *a, struct caso *c, int u)
{
	struct prova p;

	begin(&p, a, "aggiorna-accesso", u, c);
	field(&p, "accesso", c->ac);
	add_scheda(&p);
	may(&p, false);
	errs(&p, passo(passi_accesso, c->accesso, p.atto, "") == NULL, "stato");
	try(&p);
}

/* Whom it may be given to: rarely somebody who does not do this work. */
static int
colleague(void)
{
	static const int as[] = { AS1, AS2, ASN, UNO };

	return once_in(6) ? draw(UTENTI) : as[draw(NELEM(as))];
}

static bool
is_as(int u)
{
	return utente[u].ruoli & R_AS;
}

static void
assegna(struct arena *a, struct caso *c, int u)
{
	int to = colleague(), off = once_in(5) ? draw(2) : NESSUNO;
	struct prova p;

	begin(&p, a, "assegna", u, c);
	field(&p, "accesso", c->ac);
	field(&p, "assistente", utente[to].nome);
	if (off >= 0)
		field(&p, "ufficio", ufficio[off]);
	may(&p, false);
	if (passo(passi_accesso, c->accesso, p.atto, "") == NULL)
		errs(&p, true, "stato");
	else
		errs(&p, c->conflitto[to], "in-conflitto");
	errs(&p, !is_as(to), "altro-ruolo");
	if (!try(&p))
		return;
	c->accesso = ASSEGNATO;
	c->responsabile = to;
	if (off >= 0)
		c->ufficio = off;
}

static void
riassegna(struct arena *a, struct caso *c, int u)
{
	int to = colleague(), off = once_in(5) ? draw(2) : NESSUNO;
	bool cs = c->cs != NULL && once_in(2);
	struct prova p;

	begin(&p, a, "riassegna", u, c);
	field(&p, cs ? "cartella" : "accesso", cs ? c->cs : c->ac);
	field(&p, "assistente", utente[to].nome);
	if (off >= 0)
		field(&p, "ufficio", ufficio[off]);
	field(&p, "motivo", "carico di lavoro");
	may(&p, cs);
	if ((c->cs != NULL && passo(passi_cartella, c->cartella, p.atto,
	    "") == NULL) || passo(passi_accesso, c->accesso, p.atto,
	    "") == NULL)
		errs(&p, true, "stato");
	else if (!errs(&p, c->conflitto[to], "in-conflitto"))
		errs(&p, to == c->responsabile && (off < 0 ||
		    off == c->ufficio), "stesso-responsabile");
	errs(&p, !is_as(to), "altro-ruolo");
	if (!try(&p))
		return;
	c->responsabile = to;
	if (off >= 0)
		c->ufficio = off;
}

static void
valuta(struct arena *a, struct caso *c, int u)
{
	bool yes = !once_in(5), why = !once_in(4);
	const struct passo *s;
	struct prova p;

	begin(&p, a, "valuta", u, c);
	field(&p, "accesso", c->ac);
	field(&p, "presupposti", yes ? "si" : "no");
	prose(&p, "bisogno", "sola");
	if (!yes && why)
		prose(&p, "motivazione", "altrove");
	may(&p, false);
	s = passo(passi_accesso, c->accesso, p.atto, yes ? "si" : "no");
	errs(&p, s == NULL, "stato");
	errs(&p, s != NULL && !yes && !why, "manca-motivazione");
	warns(&p, s != NULL && yes && c->diretto && c->cittadino &&
	    !c->liberatoria, "senza-liberatoria");
	if (try(&p))
		c->accesso = s->a;
}

static void
apri(struct arena *a, struct caso *c, int u)
{
	bool lib = once_in(2), as_known = !once_in(8);
	const char *known = c->diretto ? c->cittadino ? "cittadino" :
	    "ufficio" : "altro-organo";
	struct nodo *s, *x;
	struct prova p;

	begin(&p, a, "apri", u, c);
	field(&p, "accesso", c->ac);
	s = nodo_elem(a, p.in, "scheda");
	x = nodo_elem(a, s, "anagrafica");
	nodo_elem_text(a, x, "cognome", "Bianchi");
	nodo_elem_text(a, x, "nome", "Luca");
	x = nodo_elem(a, x, "nascita");
	nodo_elem_text(a, x, "data", "2018-03-01");
	nodo_elem_text(a, x, "luogo", "Prova");
	nodo_elem_text(a, nodo_elem(a, s, "residenza"), "comune", "Prova");
	nodo_elem_text(a, s, "iniziativa", as_known ? known : "altro-organo");
	if (lib)
		add_liberatoria(&p);
	may(&p, false);
	warns(&p, !lib && !c->liberatoria, "senza-liberatoria");
	warns(&p, true, "senza-stato-di-famiglia");
	if (!errs(&p, c->cs != NULL, "gia-aperta") &&
	    !errs(&p, passo(passi_accesso, c->accesso, p.atto, "") == NULL,
	    "stato"))
		errs(&p, c->diretto && !as_known, "iniziativa");
	if (!try(&p))
		return;
	c->cs = p.fatto;
	c->accesso = c->cartella = CARICO;
}

/* ---- in the cartella ---- */

static struct caso *
other_case(void)
{
	return &casi[draw(n_casi)];
}

/* Also in several at once. */
static void
add_targets(struct prova *p, struct caso *second)
{
	target(p);
	errs(p, p->c->cs != NULL && p->c->cartella == CHIUSO,
	    "cartella-chiusa");
	if (second == NULL)
		return;
	field(p, "cartella", second->cs != NULL ? second->cs : NON_C_E);
	also_sees(p, second, true);
	errs(p, second->cartella == CHIUSO, "cartella-chiusa");
	errs(p, second == p->c, "cartella-ripetuta");
}

static void
annota(struct arena *a, struct caso *c, int u)
{
	struct caso *second = once_in(6) ? other_case() : NULL;
	bool tomorrow = once_in(10);
	struct prova p;
	giorno d;

	begin(&p, a, "annota", u, c);
	add_targets(&p, second);
	if (tomorrow) {
		days_from(d, 1);
		field(&p, "data", d);
	}
	prose(&p, "testo", "Colloquio con la madre.");
	if (once_in(4))
		field(&p, "riservata", "si");
	errs(&p, tomorrow, "data-futura");
	try(&p);
}

static bool
is_signed(const struct relazione *r)
{
	int u;

	for (u = 0; u < UTENTI; u++)
		if (r->firmata[u])
			return true;
	return false;
}

static void
redigi(struct arena *a, struct caso *c, int u)
{
	struct caso *second = once_in(8) ? other_case() : NULL;
	int again = once_in(4) ? 1 + draw(c->n_rel + 1) : 0, k;
	bool esito = !once_in(3);
	struct relazione *r;
	struct prova p;

	if (c->n_rel == CARTE || (second && second->n_rel == CARTE))
		return;
	if (again)
		second = NULL;
	begin(&p, a, "redigi", u, c);
	add_targets(&p, second);
	if (again)
		path(&p, "relazione", "relazioni", again);
	field(&p, "tipo", esito ? "con-esito" : "attivita");
	field(&p, "oggetto", "relazione su M. R.");
	prose(&p, "fatti-accertati", "Due colloqui.");
	prose(&p, "dichiarazioni", "È sola.");
	prose(&p, "valutazioni", "Serve un sostegno.");
	if (esito)
		prose(&p, "proposta", "Educativa.");
	if (again)
		errs(&p, again > c->n_rel, "relazione-ignota");
	if (again && again <= c->n_rel)
		errs(&p, is_signed(&c->rel[again - 1]), "relazione-firmata");
	if (!try(&p))
		return;
	for (k = 0; k < (second ? 2 : 1); k++) {
		struct caso *x = k ? second : c;

		r = &x->rel[again ? again - 1 : x->n_rel++];
		*r = (struct relazione){ .con_esito = esito, .autore = u };
	}
}

static void
firma(struct arena *a, struct caso *c, int u)
{
	int n = once_in(10) ? c->n_rel + 1 : c->n_rel - draw(3);
	struct prova p;

	if (n < 1)
		n = 1;
	begin(&p, a, "firma", u, c);
	target(&p);
	path(&p, "documento", "relazioni", n);
	errs(&p, c->cartella == CHIUSO, "cartella-chiusa");
	errs(&p, !utente[u].chiave, "senza-chiave");
	if (!errs(&p, n > c->n_rel, "documento-ignoto"))
		errs(&p, c->rel[n - 1].firmata[u], "gia-firmato");
	if (try(&p))
		c->rel[n - 1].firmata[u] = true;
}

static void
proponi(struct arena *a, struct caso *c, int u)
{
	int n = c->n_rel > 0 && !once_in(10) ? 1 + draw(c->n_rel) :
	    c->n_rel + 1, i;
	const struct passo *s;
	bool any = false;
	struct prova p;

	if (c->n_prop == CARTE)
		return;
	for (i = 0; i < c->n_rel; i++)
		any |= is_signed(&c->rel[i]);
	/* mostly one that will do */
	for (i = 0; i < c->n_rel && !once_in(4); i++)
		if (c->rel[i].con_esito &&
		    c->rel[i].firmata[c->rel[i].autore])
			n = i + 1;
	begin(&p, a, "proponi", u, c);
	target(&p);
	path(&p, "relazione", "relazioni", n);
	field(&p, "oggetto", "sostegno educativo");
	prose(&p, "testo", "Si propone.");
	if ((s = step_of(&p, "")) != NULL) {
		errs(&p, !any, "senza-relazione-firmata");
		warns(&p, true, "senza-progetto");
	}
	if (!errs(&p, n > c->n_rel, "non-relazione")) {
		errs(&p, !c->rel[n - 1].con_esito, "senza-esito");
		errs(&p, !c->rel[n - 1].firmata[c->rel[n - 1].autore],
		    "non-firmata");
	}
	if (!try(&p))
		return;
	c->cartella = s->a;
	c->prop[c->n_prop++] = ATTESA;
	c->rinviata = false;
	c->avviata = false;
	c->osservazioni = 0;
	c->preavviso[0] = '\0';
}

static int
some_proposta(struct prova *p)
{
	struct caso *c = p->c;
	int n = c->n_prop > 0 && !once_in(4) ? c->n_prop : 1 +
	    draw(c->n_prop + 1);

	path(p, "proposta", "proposte", n);
	if (!errs(p, n > c->n_prop, "non-proposta"))
		errs(p, c->prop[n - 1] != ATTESA, "gia-risposta");
	return n;
}

static void
approva(struct arena *a, struct caso *c, int u)
{
	int to = once_in(3) ? NORD : SDS, n;
	bool nowhere = once_in(12);
	const struct passo *s;
	struct prova p;

	begin(&p, a, "approva", u, c);
	target(&p);
	s = step_of(&p, "");
	n = some_proposta(&p);
	field(&p, "ufficio", nowhere ? "altrove" : ufficio[to]);
	errs(&p, nowhere, "ufficio-ignoto");
	errs(&p, !utente[u].chiave, "senza-chiave");
	if (!try_paper(&p))
		return;
	c->cartella = s->a;
	c->prop[n - 1] = APPROVATA;
	c->istruisce[to] = true;
}

static void
rinvia(struct arena *a, struct caso *c, int u)
{
	bool why = !once_in(6);
	const struct passo *s;
	struct prova p;
	int n;

	begin(&p, a, "rinvia", u, c);
	target(&p);
	s = step_of(&p, "");
	n = some_proposta(&p);
	prose(&p, "motivazione", why ? "Manca il progetto." : " ");
	errs(&p, s != NULL && !why, "manca-motivazione");
	if (!try(&p))
		return;
	c->cartella = s->a;
	c->prop[n - 1] = RINVIATA;
	c->rinviata = true;
}

/* ---- the inquiry ---- */

static void
avvia(struct arena *a, struct caso *c, int u)
{
	bool asked = !once_in(3);
	struct prova p;

	begin(&p, a, "avvia-istruttoria", u, c);
	target(&p);
	field(&p, "iniziativa", asked ? "istanza" : "ufficio");
	if (asked)
		field(&p, "istanza-data", oggi);
	if (step_of(&p, "") != NULL)
		errs(&p, c->avviata, "gia-avviata");
	warns(&p, true, "senza-comunicazione");
	if (!try(&p))
		return;
	c->avviata = true;
	c->di_parte = asked;
	c->n_inchieste++;
}

static void
preavvisa(struct arena *a, struct caso *c, int u)
{
	struct nodo *d;
	struct prova p;

	begin(&p, a, "preavvisa", u, c);
	target(&p);
	prose(&p, "motivi", "Il reddito.");
	d = nodo_elem(a, p.in, "destinatario");
	nodo_elem_text(a, d, "denominazione", "Bianchi Maria");
	nodo_elem_text(a, d, "indirizzo", "Via Po 1");
	if (step_of(&p, "") != NULL &&
	    !errs(&p, !c->avviata, "istruttoria-non-avviata")) {
		errs(&p, !c->di_parte, "non-di-parte");
		errs(&p, *c->preavviso, "gia-preavvisato");
	}
	errs(&p, !utente[u].chiave, "senza-chiave");
	if (try_paper(&p))
		memcpy(c->preavviso, oggi, sizeof oggi);
}

static bool
ten_days_over(const struct caso *c)
{
	char end[GIORNO_LEN + 1], next[GIORNO_LEN + 1];
	int i;

	memcpy(end, c->preavviso, sizeof end);
	for (i = 0; i < 10; i++) {
		clock_day_after(next, end);
		memcpy(end, next, sizeof end);
	}
	return strcmp(oggi, end) > 0;
}

static void
osserva(struct arena *a, struct caso *c, int u)
{
	const char *prot = NULL;
	struct prova p;

	begin(&p, a, "osserva", u, c);
	target(&p);
	if (step_of(&p, "") != NULL &&
	    !errs(&p, !c->avviata, "istruttoria-non-avviata"))
		errs(&p, !*c->preavviso, "senza-preavviso");
	/* a letter came to the office, or there is none */
	if (foretold(&p) == COMPIUTO && !once_in(6))
		prot = registration(a, utente[u].ufficio);
	field(&p, "protocollo", prot != NULL ? prot : "0999999/2026");
	errs(&p, prot == NULL, "protocollo-ignoto");
	warns(&p, prot != NULL && *c->preavviso && ten_days_over(c),
	    "osservazioni-tardive");
	if (try(&p))
		c->osservazioni++;
}

static void
add_intervento(struct prova *p, bool controllo)
{
	struct nodo *x = nodo_elem(p->a, p->in, "intervento");

	nodo_elem_text(p->a, x, "tipologia", "sostegno-educativo");
	nodo_elem_text(p->a, x, "ente-erogatore", "Coop");
	if (controllo)
		nodo_elem_text(p->a, x, "controllo", "sds");
	nodo_elem_text(p->a, x, "dal", oggi);
}

static const char *const esito_nome[] = { "accolta", "respinta", "sospesa" };

static void
prepara_determina(struct arena *a, struct caso *c, int u)
{
	int again = c->bozza ? (once_in(5) ? 0 : c->n_det) : once_in(8) ?
	    1 + draw(c->n_det + 1) : 0;
	enum esito esito = (enum esito)(once_in(2) ? 0 : draw(3));
	bool reply = once_in(2);
	const struct passo *s;
	struct prova p;

	if (c->n_det == CARTE)
		return;
	begin(&p, a, "prepara-determina", u, c);
	target(&p);
	if (again)
		path(&p, "determinazione", "determinazioni", again);
	field(&p, "esito", esito_nome[esito]);
	field(&p, "oggetto", "sostegno");
	prose(&p, "premesse", "Vista la relazione.");
	if (reply)
		prose(&p, "osservazioni", "Non bastano.");
	prose(&p, "dispositivo", "Di provvedere.");
	if (esito == ACCOLTA)
		add_intervento(&p, true);
	if (esito == ACCOLTA && once_in(2))
		add_intervento(&p, false);
	if ((s = step_of(&p, "")) != NULL &&
	    !errs(&p, !c->avviata, "istruttoria-non-avviata"))
		errs(&p, esito == RESPINTA && c->osservazioni > 0 && !reply,
		    "osservazioni-ignorate");
	if (!again)
		errs(&p, c->bozza, "bozza-in-attesa");
	else if (!errs(&p, again > c->n_det, "non-determinazione"))
		errs(&p, !c->bozza || again != c->n_det, "gia-adottata");
	if (!try(&p))
		return;
	c->n_det += !again;
	c->bozza = true;
	c->esito = esito;
	c->motivata = reply;
	c->bozza_di = c->n_inchieste;
	/* what it grants, if it is adopted */
	c->inter[CARTE - 1].controllo = nodo_next(nodo_child(p.in,
	    "intervento"), "intervento") != NULL;
}

static void
grant(struct caso *c)
{
	int i, n = c->inter[CARTE - 1].controllo ? 2 : 1;

	for (i = 0; i < n; i++) {
		struct intervento *x = &c->inter[c->n_inter++];

		*x = (struct intervento){ .aperto = true, .controllo = i == 0 };
		memcpy(x->dal, oggi, sizeof oggi);
	}
}

/* A no to who asked. */
static void
expect_refusal(struct prova *p)
{
	const struct caso *c = p->c;

	if (!c->di_parte || errs(p, !*c->preavviso, "senza-preavviso"))
		return;
	if (c->osservazioni > 0)
		errs(p, !c->motivata, "osservazioni-ignorate");
	else if (!errs(p, !ten_days_over(c), "osservazioni-attese"))
		warns(p, true, "ricezione-non-provata");
}

static void
determina(struct arena *a, struct caso *c, int u)
{
	int n = once_in(8) ? 1 + draw(c->n_det + 1) : c->n_det;
	bool draft = c->bozza && n == c->n_det && n > 0;
	const struct passo *s;
	struct prova p;

	if (c->n_inter > CARTE - 4)
		return;
	if (n == 0)
		n = 1;
	begin(&p, a, "determina", u, c);
	target(&p);
	path(&p, "determinazione", "determinazioni", n);
	if (!errs(&p, n > c->n_det, "non-determinazione"))
		errs(&p, !draft, "gia-adottata");
	s = step_of(&p, draft ? esito_nome[c->esito] : "accolta");
	if (s != NULL && draft && c->esito == RESPINTA)
		errs(&p, !*c->preavviso && (c->di_parte || !c->avviata),
		    "senza-preavviso");
	if (s != NULL && draft && p.n == 0 &&
	    !errs(&p, !c->avviata, "istruttoria-non-avviata") &&
	    !errs(&p, c->bozza_di != c->n_inchieste, "altra-istruttoria") &&
	    c->esito == RESPINTA)
		expect_refusal(&p);
	if (!try_paper(&p))
		return;
	c->cartella = s->a;
	c->bozza = false;
	if (c->esito == ACCOLTA)
		grant(c);
}

static void
comunica_esito(struct arena *a, struct caso *c, int u)
{
	int n = 1 + draw(c->n_det + 1);
	struct prova p;

	begin(&p, a, "comunica-esito", u, c);
	target(&p);
	path(&p, "determinazione", "determinazioni", n);
	errs(&p, c->cartella == CHIUSO, "cartella-chiusa");
	if (!errs(&p, n > c->n_det, "non-determinazione"))
		errs(&p, c->bozza && n == c->n_det, "non-adottata");
	errs(&p, !utente[u].chiave, "senza-chiave");
	try_paper(&p);
}

/* ---- what was granted ---- */

static int
some_intervento(struct prova *p, bool must_be_open)
{
	struct caso *c = p->c;
	int n = once_in(8) ? c->n_inter + 1 : 1 + draw(c->n_inter + 1), i;

	for (i = 0; i < c->n_inter && !once_in(4); i++)
		if (c->inter[i].aperto)
			n = i + 1;
	(void)must_be_open;
	path(p, "intervento", "interventi", n);
	if (!errs(p, n > c->n_inter, "non-intervento"))
		errs(p, !c->inter[n - 1].aperto, "intervento-chiuso");
	return n;
}

static void
look_at(struct arena *a, struct caso *c, int u, const char *atto,
    const char *esito)
{
	struct prova p;

	begin(&p, a, atto, u, c);
	target(&p);
	some_intervento(&p, true);
	field(&p, "data", oggi);
	field(&p, "esito", esito);
	prose(&p, "testo", "Visto.");
	step_of(&p, "");
	try(&p);
}

static void
controlla_servizio(struct arena *a, struct caso *c, int u)
{
	look_at(a, c, u, "controlla-servizio", "regolare");
}

static void
verifica_intervento(struct arena *a, struct caso *c, int u)
{
	look_at(a, c, u, "verifica-intervento", "adeguato");
}

static void
chiudi_intervento(struct arena *a, struct caso *c, int u)
{
	const struct passo *s;
	struct prova p;
	giorno day;
	int n;

	begin(&p, a, "chiudi-intervento", u, c);
	target(&p);
	n = some_intervento(&p, true);
	days_from(day, once_in(8) ? 1 : 0);
	field(&p, "data", day);
	field(&p, "motivo", "concluso");
	errs(&p, strcmp(day, oggi) > 0, "data-futura");
	s = step_of(&p, interventi_aperti(c, n - 1) > 0 ? "altri" : "ultimo");
	if (!try(&p))
		return;
	c->cartella = s->a;
	c->inter[n - 1].aperto = false;
	memcpy(c->inter[n - 1].chiuso, day, sizeof day);
}

/* ---- the end, and again ---- */

static void
chiudi(struct arena *a, struct caso *c, int u)
{
	const struct passo *s;
	struct prova p;

	begin(&p, a, "chiudi", u, c);
	target(&p);
	field(&p, "motivo", once_in(2) ? "conclusione" : "inattivita");
	field(&p, "nota", "Fine.");
	if ((s = step_of(&p, "")) != NULL) {
		errs(&p, interventi_aperti(c, NESSUNO) > 0,
		    "interventi-aperti");
		warns(&p, c->cartella == ISTRUTTORIA, "istruttoria-aperta");
	}
	if (!try(&p))
		return;
	c->accesso = c->cartella = CHIUSO;
	memcpy(c->chiusa, oggi, sizeof oggi);
}

static void
riapri(struct arena *a, struct caso *c, int u)
{
	bool from = once_in(3);
	giorno dal;
	struct prova p;

	begin(&p, a, "riapri", u, c);
	target(&p);
	days_from(dal, 1 - draw(4));
	if (from)
		field(&p, "presa-in-carico", dal);
	field(&p, "motivo", "Di nuovo sola.");
	errs(&p, from && strcmp(dal, oggi) > 0, "data-futura");
	errs(&p, from && c->cartella == CHIUSO &&
	    strcmp(dal, c->chiusa) < 0, "prima-della-chiusura");
	errs(&p, c->cartella != CHIUSO, "stato");
	if (try(&p))
		c->accesso = c->cartella = CARICO;
}

/* ---- who works on it, and who does not ---- */

static void
componi_equipe(struct arena *a, struct caso *c, int u)
{
	struct tratto t[MEMBRI];
	int i, k, n = 1 + draw(MEMBRI);
	struct prova p;
	struct nodo *x;

	begin(&p, a, "componi-equipe", u, c);
	target(&p);
	field(&p, "complesso", "si");
	field(&p, "motivo", "caso complesso");
	errs(&p, c->cartella == CHIUSO, "cartella-chiusa");
	for (i = 0; i < n; i++) {
		t[i] = (struct tratto){ .utente = draw(UTENTI) };
		days_from(t[i].dal, draw(5) - 2);
		if (once_in(2))
			days_from(t[i].al, draw(20) - 3);
		x = nodo_elem(a, p.in, "componente");
		nodo_elem_text(a, x, "ruolo", "educatore");
		nodo_elem_text(a, x, "utente", utente[t[i].utente].nome);
		nodo_elem_text(a, x, "dal", t[i].dal);
		if (*t[i].al)
			nodo_elem_text(a, x, "al", t[i].al);
		errs(&p, c->conflitto[t[i].utente], "in-conflitto");
		errs(&p, *t[i].al && strcmp(t[i].al, t[i].dal) < 0,
		    "al-rovescio");
		for (k = 0; k < i; k++)
			errs(&p, t[k].utente == t[i].utente &&
			    (!*t[k].al || strcmp(t[i].dal, t[k].al) <= 0) &&
			    (!*t[i].al || strcmp(t[k].dal, t[i].al) <= 0),
			    "due-volte");
	}
	if (!try(&p))
		return;
	memcpy(c->equipe, t, sizeof t);
	c->n_equipe = n;
}

static void
dichiara_conflitto(struct arena *a, struct caso *c, int u)
{
	bool cs = c->cs != NULL && once_in(2);
	int who = once_in(2) ? u : draw(UTENTI);
	struct prova p;

	begin(&p, a, "dichiara-conflitto", u, c);
	field(&p, "riferimento", cs ? c->cs : c->ac);
	field(&p, "motivo", "parente");
	if (who != u || once_in(2))
		field(&p, "utente", utente[who].nome);
	may(&p, cs);
	errs(&p, who != u && !(ambiti(u, p.atto) & (A_UFFICIO | A_TUTTI)),
	    "conflitto-altrui");
	errs(&p, who == c->responsabile, "responsabile-in-conflitto");
	errs(&p, c->conflitto[who], "gia-dichiarato");
	if (try(&p))
		c->conflitto[who] = true;
}

static void
cessa_conflitto(struct arena *a, struct caso *c, int u)
{
	bool cs = c->cs != NULL && once_in(2);
	int who = draw(UTENTI), i;
	struct prova p;

	for (i = 0; i < UTENTI && !once_in(4); i++)
		if (c->conflitto[i])
			who = i;
	begin(&p, a, "cessa-conflitto", u, c);
	field(&p, "riferimento", cs ? c->cs : c->ac);
	field(&p, "utente", utente[who].nome);
	field(&p, "motivo", "non lo è più");
	may(&p, cs);
	errs(&p, !c->conflitto[who], "nessun-conflitto");
	if (try(&p))
		c->conflitto[who] = false;
}

static void
accedi(struct arena *a, struct caso *c, int u)
{
	struct tratto *t = &c->stra[c->n_stra];
	int days = 1 + draw(4);
	struct prova p;

	if (c->n_stra == CARTE)
		return;
	begin(&p, a, "accedi", u, c);
	field(&p, "cartella", c->cs != NULL ? c->cs : NON_C_E);
	field(&p, "motivo", "chiamata nella notte");
	nodo_elem_printf(a, p.in, "giorni", "%d", days);
	/* first of all, so that nobody tries numbers */
	if (ambiti(u, p.atto) == 0 ||
	    !errs(&p, days > 3, "troppi-giorni")) {
		may(&p, true);
		errs(&p, vede(c, true, u, "mostra"), "gia-vista");
	}
	if (!try(&p))
		return;
	*t = (struct tratto){ .utente = u };
	memcpy(t->dal, oggi, sizeof oggi);
	days_from(t->al, days - 1);
	c->n_stra++;
}

static void
prendi_atto(struct arena *a, struct caso *c, int u)
{
	int i, own = 0, others = 0;
	struct prova p;

	for (i = 0; i < c->n_stra; i++)
		if (!c->stra[i].noto)
			c->stra[i].utente == u ? own++ : others++;
	begin(&p, a, "prendi-atto", u, c);
	target(&p);
	if (others == 0)
		errs(&p, true, own ? "accesso-proprio" : "nessun-accesso");
	if (!try(&p))
		return;
	for (i = 0; i < c->n_stra; i++)
		if (c->stra[i].utente != u)
			c->stra[i].noto = true;
}

static void
secreta(struct arena *a, struct caso *c, int u)
{
	bool adozione = once_in(2), order = !once_in(4), self = false;
	bool reader[UTENTI] = { false };
	int i, n = draw(4);
	struct prova p;

	begin(&p, a, "secreta", u, c);
	target(&p);
	field(&p, "motivo", adozione ? "adozione" : "indirizzo-protetto");
	if (order)
		field(&p, "provvedimento", "TM 12/2026");
	for (i = 0; i < n; i++)
		reader[draw(UTENTI)] = true;
	for (i = 0; i < UTENTI; i++)
		if (reader[i])
			field(&p, "lettore", utente[i].nome);
	self = c->responsabile == u || reader[u];
	errs(&p, adozione && !order, "manca-provvedimento");
	warns(&p, !self, "fuori-dai-lettori");
	if (!try(&p))
		return;
	c->secreta = true;
	c->adozione = adozione;
	memcpy(c->lettore, reader, sizeof reader);
}

static void
dissecreta(struct arena *a, struct caso *c, int u)
{
	bool order = once_in(2);
	struct prova p;

	begin(&p, a, "dissecreta", u, c);
	target(&p);
	field(&p, "motivo", "errore");
	if (order)
		field(&p, "provvedimento", "TM 13/2026");
	if (!errs(&p, !c->secreta, "non-secretata"))
		errs(&p, c->adozione && !order, "manca-provvedimento");
	if (try(&p))
		c->secreta = false;
}

static void
links(struct arena *a, struct caso *c, int u, bool on)
{
	struct caso *con = other_case();
	struct prova p;

	begin(&p, a, on ? "collega" : "scollega", u, c);
	target(&p);
	field(&p, "con", con->cs != NULL ? con->cs : NON_C_E);
	also_sees(&p, con, true);
	if (on)
		field(&p, "legame", "fratelli");
	else
		field(&p, "motivo", "non lo sono");
	if (on) {
		errs(&p, c->cartella == CHIUSO, "cartella-chiusa");
		if (!errs(&p, con == c, "se-stessa"))
			errs(&p, c->collegata[con - casi], "gia-collegate");
	} else
		errs(&p, !c->collegata[con - casi], "non-collegate");
	if (try(&p))
		c->collegata[con - casi] = con->collegata[c - casi] = on;
}

static void
collega(struct arena *a, struct caso *c, int u)
{
	links(a, c, u, true);
}

static void
scollega(struct arena *a, struct caso *c, int u)
{
	links(a, c, u, false);
}

static void
fissa(struct arena *a, struct caso *c, int u)
{
	bool cs = c->cs != NULL && once_in(2);
	struct prova p;
	giorno day;

	begin(&p, a, "fissa", u, c);
	field(&p, "caso", cs ? c->cs : c->ac);
	days_from(day, draw(9));
	field(&p, "giorno", day);
	field(&p, "alle", "10:30");
	field(&p, "tipo", "colloquio");
	may(&p, cs);
	errs(&p, (cs ? c->cartella : c->accesso) == CHIUSO, "caso-chiuso");
	try(&p);
}

/* ---- what is tried ---- */

typedef void act_fn(struct arena *, struct caso *, int);
static const struct tentativo {
	const char *atto;
	act_fn *fn;
	unsigned da;		/* states in which it is of use, as bits */
	bool cartella;
} tentativi[] = {
#define S(x) (1u << (x))
	{ "assegna", assegna, S(APERTO), false },
	{ "aggiorna-accesso", aggiorna_accesso, S(APERTO), false },
	{ "valuta", valuta, S(ASSEGNATO), false },
	{ "apri", apri, S(VALUTAZIONE), false },
	{ "riassegna", riassegna, S(ASSEGNATO), false },
	{ "annota", annota, S(CARICO) | S(EROGAZIONE), true },
	{ "redigi", redigi, S(CARICO), true },
	{ "firma", firma, S(CARICO), true },
	{ "firma", firma, S(CARICO), true },
	{ "proponi", proponi, S(CARICO), true },
	{ "proponi", proponi, S(CARICO), true },
	{ "approva", approva, S(PROPOSTA), true },
	{ "rinvia", rinvia, S(PROPOSTA), true },
	{ "avvia-istruttoria", avvia, S(ISTRUTTORIA), true },
	{ "preavvisa", preavvisa, S(ISTRUTTORIA), true },
	{ "osserva", osserva, S(ISTRUTTORIA), true },
	{ "prepara-determina", prepara_determina, S(ISTRUTTORIA), true },
	{ "determina", determina, S(ISTRUTTORIA), true },
	{ "comunica-esito", comunica_esito, S(EROGAZIONE), true },
	{ "controlla-servizio", controlla_servizio, S(EROGAZIONE), true },
	{ "verifica-intervento", verifica_intervento, S(EROGAZIONE), true },
	{ "chiudi-intervento", chiudi_intervento, S(EROGAZIONE), true },
	{ "chiudi-intervento", chiudi_intervento, S(EROGAZIONE), true },
	{ "chiudi", chiudi, S(CARICO), true },
	{ "riapri", riapri, S(CHIUSO), true },
	{ "riapri", riapri, S(CHIUSO), true },
	{ "componi-equipe", componi_equipe, 0, true },
	{ "dichiara-conflitto", dichiara_conflitto, 0, true },
	{ "cessa-conflitto", cessa_conflitto, 0, true },
	{ "accedi", accedi, 0, true },
	{ "prendi-atto", prendi_atto, 0, true },
	{ "secreta", secreta, 0, true },
	{ "dissecreta", dissecreta, 0, true },
	{ "collega", collega, 0, true },
	{ "scollega", scollega, 0, true },
	{ "fissa", fissa, 0, true },
#undef S
};

/* Mostly what the state of the case asks for, by somebody who may. */
static void
sensible(struct arena *a, struct caso *c)
{
	const struct tentativo *t;
	int i, u = 0;

	do
		t = &tentativi[draw(NELEM(tentativi))];
	while (!(t->da & (1u << (t->cartella && c->cs != NULL ? c->cartella :
	    c->accesso))) && !once_in(12));
	for (i = 0; i < 40; i++) {
		u = draw(UTENTI);
		if (vede(c, t->cartella, u, t->atto))
			break;
	}
	t->fn(a, c, u);
}

static void
step(void)
{
	AUTO(arena) a = arena_new();
	struct caso *c;

	clock_on();
	if (n_casi < CASI && (n_casi < 3 || once_in(n_casi * 6))) {
		(once_in(2) ? reported : accogli)(a, NULL, once_in(2) ? SEG :
		    draw(UTENTI));
		return;
	}
	c = &casi[draw(n_casi)];
	if (once_in(3))
		tentativi[draw(NELEM(tentativi))].fn(a, c, draw(UTENTI));
	else
		sensible(a, c);
}

/* ---- what must hold ---- */

static void
complain(const char *what, const char *where, const char *is,
    const char *should)
{
	wrong++;
	printf("%s %s di %s: %s, e doveva essere %s\n", oggi, what, where, is,
	    should);
}

/* Cover, row and model say the same. */
static void
check_cover(struct arena *a, const char *number, bool cartella,
    const struct caso *c)
{
	enum stato s = cartella ? c->cartella : c->accesso;
	struct occhio eye = { utente[c->responsabile].nome, "mostra" };
	struct numero n;
	struct nodo *doc;
	struct cartella cs;
	struct accesso ac;
	int r;

	if (numero_parse(&n, number) != 0 || store_documento(&doc, a, st,
	    numero_folder(a, &n), cartella ? "cartella.xml" :
	    "accesso.xml") != 0) {
		complain("copertina", number, err_msg(), "leggibile");
		return;
	}
	if (strcmp(nodo_value(a, doc, "stato"), stato_nome[s]) != 0)
		complain("stato", number, nodo_value(a, doc, "stato"),
		    stato_nome[s]);
	if (strcmp(nodo_value(a, doc, "responsabile"), eye.utente) != 0)
		complain("responsabile", number, nodo_value(a, doc,
		    "responsabile"), eye.utente);
	r = cartella ? registro_cartella(&cs, a, st->registro, &eye, &n) :
	    registro_accesso(&ac, a, st->registro, &eye, &n);
	if (r != 0)
		complain("riga", number, err_msg(), "visibile");
	else if (strcmp(cartella ? cs.stato : ac.stato, stato_nome[s]) != 0 ||
	    strcmp(cartella ? cs.ufficio : ac.ufficio,
	    ufficio[c->ufficio]) != 0)
		complain("riga", number, cartella ? cs.stato : ac.stato,
		    stato_nome[s]);
}

/* With each atto of the table, as with the program's own eye. */
static void
check_eyes(struct registro *r, const struct caso *c, bool cartella, int u)
{
	struct numero n;
	size_t i;
	int e;

	if (numero_parse(&n, cartella ? c->cs : c->ac) != 0)
		abort();
	for (i = 0; i < NELEM(poteri); i++) {
		struct occhio eye = { utente[u].nome, poteri[i].atto };

		e = registro_vede(r, &eye, &n);
		if ((e == 0) != vede(c, cartella, u, poteri[i].atto))
			complain(poteri[i].atto, cartella ? c->cs : c->ac,
			    e == 0 ? "visibile" : err_msg(), utente[u].nome);
		err_clear();
	}
}

/* Does chi-vede name who sees it?  Only those who read every type. */
static void
check_who(struct arena *a, struct registro *r, const struct caso *c,
    bool cartella)
{
	struct nodo *v = nodo_new(a, "chi-vede"), *x;
	struct numero n;
	bool named;
	int u;

	if (numero_parse(&n, cartella ? c->cs : c->ac) != 0 ||
	    registro_chi_vede(v, a, r, &n) != 0) {
		complain("chi-vede", c->ac, err_msg(), "una risposta");
		return;
	}
	for (u = 0; u < UTENTI; u++) {
		for (x = nodo_child(v, "utente"), named = false; x != NULL;
		    x = nodo_next(x, "utente"))
			named |= strcmp(nodo_attr(x, "codice"),
			    utente[u].nome) == 0;
		if (utente[u].ruoli & (R_AS | R_COORD) ?
		    named != vede(c, cartella, u, "mostra") :
		    named && !vede(c, cartella, u, "mostra"))
			complain("chi-vede", cartella ? c->cs : c->ac,
			    named ? "fra chi vede" : "non fra chi vede",
			    utente[u].nome);
	}
}

static int
lines(const struct nodo *v, const char *che, const char *number)
{
	const struct nodo *s, *x;
	int n = 0;

	for (s = nodo_child(v, "sezione"); s; s = nodo_next(s, "sezione"))
		for (x = nodo_child(s, "cosa"); x; x = nodo_next(x, "cosa"))
			n += strcmp(nodo_attr(s, "che"), che) == 0 &&
			    strcmp(nodo_attr(x, "riferimento"), number) == 0;
	return n;
}

static void
check_desk(struct arena *a, const struct nodo *v, int u)
{
	static const char *const kinds[] = { "accessi-da-assegnare",
	    "da-valutare", "da-aprire", "da-approvare", "rinviate",
	    "da-istruire", "da-firmare", "cartelle", "equipe",
	    "straordinari" };
	const struct caso *c;
	const char *number;
	int i, is, should;
	size_t k;

	for (i = 0; i < n_casi; i++)
		for (k = 0, c = &casi[i]; k < NELEM(kinds); k++) {
			number = k < 3 ? c->ac : c->cs;
			if (number == NULL)
				continue;
			should = aspetta(c, kinds[k], u);
			if ((is = lines(v, kinds[k], number)) != should)
				complain(arena_printf(a, "scrivania di %s, %s",
				    utente[u].nome, kinds[k]), number,
				    arena_printf(a, "%d", is),
				    arena_printf(a, "%d", should));
		}
}

/* The desk as it is, and as a register read back from documents has it. */
static void
check_desks(struct registro *twin, int u)
{
	AUTO(arena) a = arena_new();
	struct nodo *one = nodo_new(a, "scrivania"), *two;
	AUTO_BUF x = { 0 };
	AUTO_BUF y = { 0 };

	if (registro_scrivania(one, a, st->registro, utente[u].nome,
	    true) != 0) {
		complain("scrivania", utente[u].nome, err_msg(), "una");
		return;
	}
	check_desk(a, one, u);
	if (twin == NULL)
		return;
	two = nodo_new(a, "scrivania");
	if (registro_scrivania(two, a, twin, utente[u].nome, true) != 0) {
		complain("scrivania", utente[u].nome, err_msg(), "una");
		return;
	}
	nodo_write(&x, one);
	nodo_write(&y, two);
	if (x.len != y.len || memcmp(x.data, y.data, x.len) != 0)
		complain("scrivania", utente[u].nome, buf_str(&x),
		    buf_str(&y));
}

static void
check_all(struct registro *twin)
{
	AUTO(arena) a = arena_new();
	int i, u;

	for (u = 0; u < UTENTI; u++)
		check_desks(twin, u);
	for (i = 0; i < n_casi; i++) {
		check_cover(a, casi[i].ac, false, &casi[i]);
		if (casi[i].cs != NULL)
			check_cover(a, casi[i].cs, true, &casi[i]);
	}
	for (i = 0; i < n_casi; i++)
		for (u = 0; u < UTENTI; u++) {
			check_eyes(st->registro, &casi[i], false, u);
			if (casi[i].cs != NULL)
				check_eyes(st->registro, &casi[i], true, u);
		}
	for (i = 0; i < n_casi && twin != NULL; i++) {
		check_who(a, twin, &casi[i], false);
		if (casi[i].cs != NULL)
			check_who(a, twin, &casi[i], true);
	}
}

static void
defect(void *arg, bool note, const char *luogo, const char *che)
{
	(void)arg;
	if (!note)
		printf("%s: %s\n", luogo, che);
}

/* Everything again from the documents, in a register beside the other. */
static void
read_back(void)
{
	AUTO(arena) a = arena_new();
	const char *file = arena_printf(a, "%s.gemello", st->dir);
	struct ascolto l = { .difetto = defect };
	AUTO(registro) twin = NULL;
	struct conto conto = { 0 };

	if (rilettura(&conto, st, file, &l) != 0 || conto.difetti > 0 ||
	    registro_open(&twin, file, 0) != 0)
		complain("rilettura", st->dir, err_msg(), "senza difetti");
	else
		check_all(twin);
	registro_close(MOVE(twin));
	unlink(file);
	unlink(arena_printf(a, "%s-wal", file));
	unlink(arena_printf(a, "%s-shm", file));
}

int
main(int argc, char **argv)
{
	int every, n, next;

	if (argc != 5) {
		fprintf(stderr, "uso: casi STORE SEED ACTS LETTERS\n");
		return 2;
	}
	umask(077);
	xml_init();
	keep = arena_new();
	chance = strtoull(argv[2], NULL, 10);
	n = (int)strtol(argv[3], NULL, 10);
	letters = (int)strtol(argv[4], NULL, 10);
	if (store_open(&st, argv[1], 0) != 0 ||
	    clock_parse(&adesso, "2026-11-20T11:00:00+01:00") != 0) {
		fprintf(stderr, "%s\n", err_msg());
		return 1;
	}
	clock_set(last_done = adesso);
	every = n < 1000 ? n / 3 : n / 40;
	for (next = every; n_deeds < n && wrong == 0; ) {
		step();
		if (once_in(20))
			check_all(NULL);
		if (n_deeds >= next && wrong == 0) {
			read_back();
			next += every;
		}
	}
	if (wrong == 0)
		read_back();
	printf("seme %s, fino al %s: %d atti, %d compiuti, %d rifiutati, "
	    "%d casi, %d errori\n", argv[2], oggi, n_deeds, done, refused,
	    n_casi, wrong);
	store_close(st);
	arena_free(keep);
	return wrong != 0;
}
