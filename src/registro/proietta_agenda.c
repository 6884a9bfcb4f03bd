/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_agenda.c - appointments and who takes part.  Keeps: the rows of a
 * document are those of its last version.
 */
#include <string.h>

#include "documenti/appuntamento.h"
#include "registro/proietta.h"

static int
who(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const char *giorno, bool aperto)
{
	const struct nodo *u;
	int e;

	if ((e = db_run(r->db, Q_APPUNTAMENTO_UTENTI_TOGLI, "ss", p->cartella,
	    p->percorso)) != 0)
		return e;
	for (u = nodo_child(doc, "utente"); u; u = nodo_next(u, "utente"))
		if ((e = db_run(r->db, Q_APPUNTAMENTO_UTENTE_ADD, "sdsss",
		    nodo_all_text(a, u), aperto, giorno, p->cartella,
		    p->percorso)) != 0)
			return e;
	return 0;
}

int
proietta_appuntamento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *inizio = dato(a, doc, "inizio"), *tipo;
	const char *stato = appuntamento_stato(a, doc), *giorno;
	struct durata d;
	struct numero n;
	int e;

	if (inizio == NULL || (tipo = dato(a, doc, "tipo")) == NULL)
		return ERR_INVALID;
	giorno = arena_printf(a, "%.10s", inizio);
	if ((e = numero_of_folder(&n, p->cartella)) != 0 ||
	    (e = appuntamento_durata(&d, a, doc)) != 0 ||
	    (e = db_run(r->db, Q_APPUNTAMENTO_SET, "sssddssiissi",
	    p->cartella, p->percorso, numero_sigla(n.serie), n.anno,
	    n.progressivo, giorno, inizio, d.da, d.fino, tipo, stato,
	    p->seq)) != 0 ||
	    (e = who(r, a, p, doc, giorno,
	    strcmp(stato, APPUNTAMENTO_FISSATO) == 0)) != 0)
		return e;
	return strcmp(stato, APPUNTAMENTO_TENUTO) == 0 ?
	    attivita_segna(r, p->cartella, giorno) : 0;
}
