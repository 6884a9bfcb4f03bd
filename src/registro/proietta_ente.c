/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_ente.c - the body, its people, its policy, compiled into tables.
 */
#include "registro/consultazioni.h"
#include "registro/proietta.h"
#include "registro/sigilli.h"

#include <stdlib.h>
#include <string.h>

int
proietta_ente(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	const char *nome = dato(a, doc, "denominazione");
	const char *ipa = dato(a, doc, "codice-ipa");
	const char *aoo = dato(a, doc, "codice-aoo");
	const char *salto = dato(a, doc, "orologio/salto-max-giorni");
	const char *demo = dato(a, doc, "dimostrativo");
	const struct nodo *u;
	int e;

	(void)p;
	if (!nome || !ipa || !aoo || !salto || !demo)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_ENTE_SET, "sssssddss", nome, ipa, aoo,
	    DATO(a, doc, "indirizzo"), DATO(a, doc, "pec"),
	    strcmp(demo, "si") == 0, (int)strtol(salto, NULL, 10),
	    DATO(a, doc, "protocollo-esterno/denominazione"),
	    DATO(a, doc, "protocollo-esterno/programma"))) != 0 ||
	    (e = db_run(r->db, Q_UFFICI_TOGLI, "")) != 0)
		return e;
	for (u = nodo_child(doc, "ufficio"); u; u = nodo_next(u, "ufficio"))
		if ((e = db_run(r->db, Q_UFFICIO_ADD, "ss",
		    nodo_attr(u, "codice"),
		    DATO(a, u, "denominazione"))) != 0)
			return e;
	return 0;
}

/* One row for each repeated element: (codice, text). */
static int
add_each(struct registro *r, struct arena *a, const struct nodo *doc,
    const char *nome, int query, const char *codice, bool codice_first)
{
	const struct nodo *n;
	const char *v;
	int e;

	for (n = nodo_child(doc, nome); n != NULL; n = nodo_next(n, nome)) {
		v = nodo_all_text(a, n);
		if ((e = db_run(r->db, query, "ss", codice_first ? codice : v,
		    codice_first ? v : codice)) != 0)
			return e;
	}
	return 0;
}

int
proietta_utente(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	const char *codice = dato(a, doc, "@codice");
	const char *cognome = dato(a, doc, "cognome");
	const char *nome = dato(a, doc, "nome");
	const char *attivo = dato(a, doc, "attivo");
	int e;

	(void)p;
	if (!codice || !cognome || !nome || !attivo)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_UTENTE_SET, "ssssdss", codice, cognome, nome,
	    DATO(a, doc, "qualifica"), strcmp(attivo, "si") == 0,
	    DATO(a, doc, "comune"), DATO(a, doc, "ente"))) != 0 ||
	    (e = db_run(r->db, Q_UTENTE_LOGIN_TOGLI, "s", codice)) != 0 ||
	    (e = db_run(r->db, Q_UTENTE_RUOLO_TOGLI, "s", codice)) != 0 ||
	    (e = db_run(r->db, Q_UTENTE_UFFICIO_TOGLI, "s", codice)) != 0 ||
	    (e = add_each(r, a, doc, "login", Q_UTENTE_LOGIN_SET, codice,
	    false)) != 0 ||
	    (e = add_each(r, a, doc, "ruolo", Q_UTENTE_RUOLO_ADD, codice,
	    true)) != 0)
		return e;
	return add_each(r, a, doc, "ufficio", Q_UTENTE_UFFICIO_ADD, codice,
	    true);
}

/* One row for each line of a role: (role, what, ambito). */
static int
add_lines(struct registro *r, const struct nodo *ruolo, const char *nome,
    const char *what, int query)
{
	const struct nodo *n;
	int e;

	for (n = nodo_child(ruolo, nome); n != NULL; n = nodo_next(n, nome))
		if ((e = db_run(r->db, query, "sss", nodo_attr(ruolo, "nome"),
		    nodo_attr(n, what), nodo_attr(n, "ambito"))) != 0)
			return e;
	return 0;
}

int
proietta_permessi(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *giorni = DATO(a, doc, "straordinario/@giorni");
	const char *atti = DATO(a, doc, "sigillo/@atti");
	const char *altri = DATO(a, doc, "consultazione/@giorni");
	const struct nodo *ruolo;
	int e;

	(void)p;
	if ((e = db_run(r->db, Q_POLITICA_SET, "did", giorni != NULL ?
	    (int)strtol(giorni, NULL, 10) : 1, atti != NULL ?
	    (int64_t)strtoll(atti, NULL, 10) : SIGILLO_ATTI, altri != NULL ?
	    (int)strtol(altri, NULL, 10) : CONSULTAZIONE_GIORNI)) != 0 ||
	    (e = db_run(r->db, Q_PERMESSI_TOGLI, "")) != 0 ||
	    (e = db_run(r->db, Q_PERMESSI_TIPO_TOGLI, "")) != 0)
		return e;
	for (ruolo = nodo_child(doc, "ruolo"); ruolo != NULL;
	    ruolo = nodo_next(ruolo, "ruolo"))
		if ((e = add_lines(r, ruolo, "atto", "nome",
		    Q_PERMESSO_ADD)) != 0 ||
		    (e = add_lines(r, ruolo, "documento", "tipo",
		    Q_PERMESSO_TIPO_ADD)) != 0)
			return e;
	return 0;
}

int
proietta_ora_confermata(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *ora = dato(a, doc, "ora");

	if (ora == NULL)
		return ERR_INVALID;
	return db_run(r->db, Q_ORA_CONFERMATA_ADD, "is", p->seq, ora);
}
