/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casi_misure.h - the acts of casi.c that change who sees a case, and the
 * agenda.
 */
#ifndef CASI_MISURE_H
#define CASI_MISURE_H

#include "casi_strada.h"

/* ---- who works on it, and who does not ---- */

static void
componi_equipe(struct arena *a, struct caso *c, int u)
{
	struct tratto t[MEMBRI];
	int i, k, n = 1 + draw(MEMBRI);
	struct esperimento p;
	struct nodo *x;

	begin(&p, a, "componi-equipe", u, c);
	target(&p);
	field(&p, "complesso", "si");
	field(&p, "motivo", "caso complesso");
	errs(&p, c->cartella == CHIUSO, "cartella-chiusa");
	for (i = 0; i < n; i++) {
		t[i] = (struct tratto){ .utente = draw(INTERNI) };
		days_from(t[i].dal, draw(5) - 2);
		if (once_in(2))
			days_from(t[i].al, draw(20) - 3);
		x = nodo_elem(a, p.in, "componente");
		nodo_elem_text(a, x, "ruolo", "educatore");
		nodo_elem_text(a, x, "utente", utente[t[i].utente].nome);
		nodo_elem_text(a, x, "dal", t[i].dal);
		if (*t[i].al)
			nodo_elem_text(a, x, "al", t[i].al);
		errs(&p, assente[t[i].utente], "utente-ignoto");
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
	int chi = once_in(2) ? u : draw(UTENTI);
	struct esperimento p;

	begin(&p, a, "dichiara-conflitto", u, c);
	field(&p, "riferimento", cs ? c->cs : c->ac);
	field(&p, "motivo", "parente");
	if (chi != u || once_in(2))
		field(&p, "utente", utente[chi].nome);
	may(&p, cs);
	if (p.fine == COMPIUTO && !legge(c, cs, u))
		p.fine = ASSENTE;
	errs(&p, chi != u && ambiti(u, "cessa-conflitto") == 0,
	    "conflitto-altrui");
	errs(&p, chi != u && assente[chi], "utente-ignoto");
	errs(&p, chi == c->responsabile, "responsabile-in-conflitto");
	errs(&p, c->conflitto[chi], "gia-dichiarato");
	if (try(&p))
		c->conflitto[chi] = true;
}

static void
cessa_conflitto(struct arena *a, struct caso *c, int u)
{
	bool cs = c->cs != NULL && once_in(2);
	int chi = draw(UTENTI), i;
	struct esperimento p;

	for (i = 0; i < UTENTI && !once_in(4); i++)
		if (c->conflitto[i])
			chi = i;
	begin(&p, a, "cessa-conflitto", u, c);
	field(&p, "riferimento", cs ? c->cs : c->ac);
	field(&p, "utente", utente[chi].nome);
	field(&p, "motivo", "non lo è più");
	may(&p, cs);
	errs(&p, !c->conflitto[chi], "nessun-conflitto");
	if (try(&p))
		c->conflitto[chi] = false;
}

static void
accedi(struct arena *a, struct caso *c, int u)
{
	struct tratto *t = &c->stra[c->n_stra];
	int days = 1 + draw(4);
	struct esperimento p;

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
	struct esperimento p;

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
	struct esperimento p;

	begin(&p, a, "secreta", u, c);
	target(&p);
	field(&p, "motivo", adozione ? "adozione" : "indirizzo-protetto");
	if (order)
		field(&p, "provvedimento", "TM 12/2026");
	for (i = 0; i < n; i++)
		reader[draw(INTERNI)] = true;
	for (i = 0; i < UTENTI; i++)
		if (reader[i]) {
			field(&p, "lettore", utente[i].nome);
			errs(&p, assente[i], "utente-ignoto");
		}
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
	struct esperimento p;

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
	struct esperimento p;

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
	struct esperimento p;
	giorno day;

	begin(&p, a, "fissa", u, c);
	field(&p, "caso", cs ? c->cs : c->ac);
	days_from(day, draw(9));
	field(&p, "giorno", day);
	field(&p, "alle", "10:30");
	field(&p, "tipo", "colloquio");
	may(&p, cs);
	if (p.fine == COMPIUTO && !legge(c, cs, u))
		p.fine = ASSENTE;
	errs(&p, (cs ? c->cartella : c->accesso) == CHIUSO, "caso-chiuso");
	(void)try(&p);
}

/* Somebody leaves the service, or comes back. */
static void
nomina(struct arena *a)
{
	static const struct {
		int u;
		const char *ruolo;
	} chi[] = { { SEG, "segretariato" }, { AS2, "assistente-sociale" },
		{ ASN, "assistente-sociale" } };
	int i = draw(NELEM(chi)), u = chi[i].u;
	struct esperimento p;

	begin(&p, a, "nomina", NESSUNO, NULL);
	field(&p, "codice", utente[u].nome);
	field(&p, "cognome", "Prova");
	field(&p, "nome", utente[u].nome);
	field(&p, "ruolo", chi[i].ruolo);
	field(&p, "ufficio", ufficio[utente[u].ufficio]);
	field(&p, "attivo", assente[u] ? "si" : "no");
	if (try(&p))
		assente[u] = !assente[u];
}

/* A look, which changes nothing but leaves its row in the read log. */
static void
mostra(struct arena *a, struct caso *c, int u)
{
	bool cs = c->cs != NULL && once_in(2);
	struct esperimento p;

	begin(&p, a, "mostra", u, c);
	field(&p, "riferimento", cs ? c->cs : c->ac);
	if (assente[u])
		p.fine = VIETATO;
	else if (!legge(c, cs, u))
		p.fine = ASSENTE;
	try(&p);
}

#endif
