/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casi_istruttoria.h - the acts of casi.c from the inquiry to the end of the
 * cartella, and to its beginning again.
 */
#ifndef CASI_ISTRUTTORIA_H
#define CASI_ISTRUTTORIA_H

#include "casi_strada.h"

/* ---- the inquiry ---- */

static void
avvia(struct arena *a, struct caso *c, int u)
{
	bool asked = !once_in(3);
	struct esperimento p;

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
	struct esperimento p;

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
	struct esperimento p;

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
add_intervento(struct esperimento *p, bool controllo)
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
	int i, grants = esito == ACCOLTA ? 1 + draw(2) : 0;
	bool reply = once_in(2);
	const struct passo *s;
	struct esperimento p;

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
	for (i = 0; i < grants; i++)
		add_intervento(&p, i == 0);
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
	c->concede = grants;
}

static void
grant(struct caso *c)
{
	int i;

	for (i = 0; i < c->concede; i++) {
		struct intervento *x = &c->inter[c->n_inter++];

		*x = (struct intervento){ .aperto = true, .controllo = i == 0 };
		memcpy(x->dal, oggi, sizeof oggi);
	}
}

/* A no to who asked. */
static void
expect_refusal(struct esperimento *p)
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
	struct esperimento p;

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
	struct esperimento p;

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
some_intervento(struct esperimento *p, bool must_be_open)
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
	struct esperimento p;

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
	struct esperimento p;
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
	struct esperimento p;

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
	struct esperimento p;

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

#endif
