/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casi_strada.h - the acts of casi.c from the first contact to the proposta:
 * each makes an istanza, foretells its outcome, and if it is done does it in
 * the model too.
 */
#ifndef CASI_STRADA_H
#define CASI_STRADA_H

#include "casi_prova.h"

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
	struct esperimento p, s;
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
	const char *prot;
	struct esperimento p;

	(void)unused;
	(void)u;
	if (assente[as] ||
	    (prot = registration(a, nord ? NORD : SOC)) == NULL)
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
add_scheda(struct esperimento *p)
{
	struct nodo *s = nodo_elem(p->a, p->in, "scheda");

	nodo_elem_text(p->a, nodo_elem(p->a, s, "contatto"), "interlocutore",
	    "utente");
	nodo_elem_text(p->a, nodo_elem(p->a, s, "segnalato"), "cognome",
	    "Bianchi");
	nodo_elem_text(p->a, nodo_elem(p->a, s, "motivazioni"), "p", "Sola.");
}

static void
add_liberatoria(struct esperimento *p)
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
	struct esperimento p;

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
	struct esperimento p;

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
	static const int as[] = { AS1, AS1, AS2, ASN, UNO, UNO };

	return once_in(6) ? draw(UTENTI) : as[draw(NELEM(as))];
}

static bool
is_as(int u)
{
	return utente[u].ruoli & R_AS;
}

static void
expect_worker(struct esperimento *p, int to)
{
	if (!errs(p, assente[to], "utente-inattivo"))
		errs(p, !is_as(to), "altro-ruolo");
}

static void
assegna(struct arena *a, struct caso *c, int u)
{
	int to = colleague(), off = once_in(5) ? draw(2) : NESSUNO;
	struct esperimento p;

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
	expect_worker(&p, to);
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
	struct esperimento p;

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
	expect_worker(&p, to);
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
	struct esperimento p;

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
	struct esperimento p;

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
add_targets(struct esperimento *p, struct caso *second)
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
	struct esperimento p;
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
	struct esperimento p;

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
	/* mostly it is signed at once */
	if (once_in(3))
		return;
	begin(&p, a, "firma", u, c);
	target(&p);
	path(&p, "documento", "relazioni", again ? again : c->n_rel);
	nodo_elem_text(p.a, p.in, "resa", "nessuna");
	errs(&p, !utente[u].chiave, "senza-chiave");
	if (try(&p))
		c->rel[again ? again - 1 : c->n_rel - 1].firmata[u] = true;
}

static void
firma(struct arena *a, struct caso *c, int u)
{
	int n = once_in(10) ? c->n_rel + 1 : c->n_rel -
	    (once_in(3) ? draw(3) : 0);
	struct esperimento p;

	if (n < 1)
		n = 1;
	begin(&p, a, "firma", u, c);
	target(&p);
	path(&p, "documento", "relazioni", n);
	nodo_elem_text(p.a, p.in, "resa", "nessuna");
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
	struct esperimento p;

	if (c->n_prop == CARTE)
		return;
	for (i = 0; i < c->n_rel; i++)
		any |= c->rel[i].firmata[c->rel[i].autore];
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
some_proposta(struct esperimento *p)
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
	struct esperimento p;

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
	struct esperimento p;
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

#endif
