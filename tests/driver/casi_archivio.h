/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casi_archivio.h - the acts of casi.c on what is kept of a case, and on who of
 * another body looks at it: holds, deposit, consultations.
 */
#ifndef CASI_ARCHIVIO_H
#define CASI_ARCHIVIO_H

#include "casi_strada.h"

#define GIORNI_CONSULTA 90
#define IN_CONSULTAZIONI "legami/consultazioni/00"

/* ---- holds ---- */

static void
held(struct esperimento *p)
{
	field(p, "riferimento", p->c->cs != NULL ? p->c->cs : NON_C_E);
	may(p, true);
}

/* A hold by its number, which may be none. */
static int
one_hold(struct esperimento *p)
{
	int n = draw(p->c->n_blocchi + 2);

	nodo_elem_printf(p->a, p->in, "blocco", "%d", n + 1);
	if (!errs(p, n >= p->c->n_blocchi, "nessun-blocco"))
		errs(p, p->c->tolto[n], "blocco-tolto");
	return n;
}

static void
blocca(struct arena *a, struct caso *c, int u)
{
	bool again = once_in(3), why = once_in(2) ? !again : once_in(2);
	int days = draw(500) - 20;
	struct esperimento p;
	giorno day;

	if (c->n_blocchi == CARTE)
		return;
	begin(&p, a, "blocca-scarto", u, c);
	held(&p);
	field(&p, "estremi", "causa n. 5");
	if (why)
		field(&p, "motivo", "contenzioso");
	if (again)
		one_hold(&p);
	errs(&p, !again && !why, "manca-motivo");
	errs(&p, again && why, "gia-detto");
	if (once_in(2)) {
		days_from(day, days);
		field(&p, "rivedere", day);
		errs(&p, days <= 0, "data-passata");
		/* a year is not the same days each year */
		errs(&p, days > 366, "oltre-un-anno");
		if (days == 365 || days == 366)
			return;
	}
	if (try(&p) && !again)
		c->tolto[c->n_blocchi++] = false;
}

static void
sblocca(struct arena *a, struct caso *c, int u)
{
	struct esperimento p;
	int n;

	begin(&p, a, "sblocca-scarto", u, c);
	held(&p);
	n = one_hold(&p);
	field(&p, "motivo", "causa finita");
	if (try(&p))
		c->tolto[n] = true;
}

/* ---- the archivio di deposito ---- */

static void
deposita(struct arena *a, struct caso *c, int u)
{
	bool twice = once_in(8), shelf = once_in(4), place = once_in(2),
	    pieces = once_in(2), again;
	struct esperimento p;
	struct nodo *n;
	int i;

	begin(&p, a, "deposita", u, c);
	for (i = 0; i < 1 + twice; i++) {
		n = nodo_elem(a, p.in, "unita");
		nodo_elem_text(a, n, "numero", c->cs != NULL ? c->cs :
		    NON_C_E);
		if (place)
			nodo_elem_text(a, n, "luogo", "Cantina");
		if (shelf)
			nodo_elem_text(a, n, "scaffale", "3");
		if (pieces)
			nodo_elem_text(a, n, "pezzi", "2");
	}
	may(&p, true);
	errs(&p, twice, "doppio");
	errs(&p, (place || shelf) && !pieces, "mancano-pezzi");
	errs(&p, (pieces || shelf) && !place, "manca-luogo");
	/* as often as it is closed again, but on another day; or its paper moves */
	again = strcmp(c->depositata, c->chiusa) == 0;
	errs(&p, again && !place, "gia-depositato");
	warns(&p, again && place, "spostata");
	if (try(&p))
		memcpy(c->depositata, c->chiusa, sizeof oggi);
}

/* ---- another body looks ---- */

static void
whom(struct esperimento *p, struct consulta *k)
{
	int chi;

	k->nominato = !once_in(6);
	if (k->nominato)
		field(p, "utente", utente[EST].nome);
	errs(p, k->nominato && p->c->conflitto[EST], "in-conflitto");
	if (once_in(8)) {
		chi = draw(INTERNI);
		field(p, "utente", utente[chi].nome);
		errs(p, true, "non-esterno");
	} else {
		errs(p, !k->nominato, "nessuno");
	}
}

static void
concedi(struct arena *a, struct caso *c, int u)
{
	int from = once_in(3) ? draw(12) - 3 : 0, days = draw(100) - 4;
	bool said = from != 0, norma = !once_in(6), own = once_in(6);
	struct consulta k = { .nominato = false };
	struct esperimento p;

	if (c->n_consulte == CARTE)
		return;
	begin(&p, a, "concedi-consultazione", u, c);
	target(&p);
	days_from(k.dal, from);
	days_from(k.al, from + days - 1);
	field(&p, "al", k.al);
	field(&p, "scopo", "valutazione");
	whom(&p, &k);
	field(&p, "tipo", "cartella");
	if (own)
		field(&p, "tipo", "equipe");
	if (norma)
		field(&p, "norma", "art. 22 L. 328/2000");
	if (said)
		field(&p, "dal", k.dal);
	errs(&p, from < 0, "data-passata");
	errs(&p, days < 1, "al-rovescio");
	errs(&p, days > GIORNI_CONSULTA, "troppi-giorni");
	errs(&p, !norma, "fondamento");
	errs(&p, own, "non-si-da");
	errs(&p, c->secreta, "secretata");
	if (try(&p))
		c->consulte[c->n_consulte++] = k;
}

static void
revoca_consultazione(struct arena *a, struct caso *c, int u)
{
	int n = draw(c->n_consulte + 1);
	struct esperimento p;

	begin(&p, a, "revoca-consultazione", u, c);
	target(&p);
	path(&p, "consultazione", IN_CONSULTAZIONI, n + 1);
	field(&p, "motivo", "non occorre");
	if (!errs(&p, n == c->n_consulte, "consultazione-ignota"))
		errs(&p, c->consulte[n].revocata ||
		    strcmp(c->consulte[n].al, oggi) < 0, "gia-finita");
	if (try(&p))
		c->consulte[n].revocata = true;
}

#endif
