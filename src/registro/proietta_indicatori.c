/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_indicatori.c - what indicators are counted from: every version of
 * what a case, its équipe, its meetings, a worker are.
 *
 * Keeps: no row is changed or taken away; what was so after an act is the last
 * row not behind it.
 */
#include <string.h>

#include "base/buf.h"
#include "documenti/appuntamento.h"
#include "registro/proietta.h"

#define TENUTO APPUNTAMENTO_TENUTO

int
proietta_indicatori(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	AUTO_BUF b = { 0 };

	(void)a;
	nodo_write(&b, doc);
	return db_run(r->db, Q_TABELLA_INDICATORI_ADD, "is", p->seq,
	    buf_str(&b));
}

int
storia_caso(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	const char *aperto = DATO(a, doc, "aperto");
	struct numero n;
	int e;

	if ((e = numero_of_folder(&n, p->cartella)) != 0)
		return e;
	return db_run(r->db, Q_STORIA_CASO_ADD, "sddissss",
	    numero_sigla(n.serie), n.anno, n.progressivo, p->seq,
	    DATO(a, doc, "stato"), DATO(a, doc, "ufficio"),
	    DATO(a, doc, "responsabile"),
	    aperto != NULL ? aperto : DATO(a, doc, "aperta"));
}

int
storia_equipe(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	const char *complesso = dato(a, doc, "complesso");
	const struct nodo *c;
	struct numero n;
	int e, i = 0;

	if (complesso == NULL)
		return ERR_INVALID;
	if ((e = numero_of_folder(&n, p->cartella)) != 0)
		return e;
	for (c = nodo_child(doc, "componente"); c != NULL;
	    c = nodo_next(c, "componente"))
		if ((e = db_run(r->db, Q_STORIA_EQUIPE_ADD, "ddiddss", n.anno,
		    n.progressivo, p->seq, ++i, strcmp(complesso, "si") == 0,
		    DATO(a, c, "dal"), DATO(a, c, "al"))) != 0)
			return e;
	return 0;
}

static int
add_fact(struct registro *r, const struct posizione *p, const char *genere,
    const char *giorno, const char *stato)
{
	struct numero n;
	int e;

	if (giorno == NULL || stato == NULL)
		return ERR_INVALID;
	if ((e = numero_of_folder(&n, p->cartella)) != 0)
		return e;
	return db_run(r->db, Q_STORIA_FATTO_ADD, "ssddsiss", genere,
	    numero_sigla(n.serie), n.anno, n.progressivo, p->percorso, p->seq,
	    giorno, stato);
}

/* To see somebody at his home is to hear him too. */
static bool
heard(const char *tipo)
{
	return strcmp(tipo, "colloquio") == 0 || strcmp(tipo, "visita") == 0;
}

int
storia_colloquio(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *tipo = dato(a, doc, "tipo");

	if (tipo == NULL)
		return ERR_INVALID;
	return heard(tipo) ? add_fact(r, p, "colloquio", dato(a, doc, "data"),
	    TENUTO) : 0;
}

int
storia_appuntamento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *tipo = dato(a, doc, "tipo");
	const char *inizio = dato(a, doc, "inizio");

	if (tipo == NULL || inizio == NULL)
		return ERR_INVALID;
	return heard(tipo) ? add_fact(r, p, "colloquio",
	    arena_printf(a, "%.10s", inizio), appuntamento_stato(a, doc)) : 0;
}

int
storia_riunione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	return add_fact(r, p, "riunione", dato(a, doc, "data"),
	    dato(a, doc, "stato"));
}

int
storia_provvedimento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	(void)a;
	(void)doc;
	return add_fact(r, p, "provvedimento", arena_printf(a, "%.10s",
	    p->ora), "");
}

/* Social workers of this body, not those another one sends. */
static bool
counts(struct arena *a, const struct nodo *doc)
{
	const char *attivo = DATO(a, doc, "attivo");
	const struct nodo *n;

	if (attivo == NULL || strcmp(attivo, "si") != 0 ||
	    DATO(a, doc, "comune") != NULL)
		return false;
	for (n = nodo_child(doc, "ruolo"); n; n = nodo_next(n, "ruolo"))
		if (strcmp(nodo_all_text(a, n), "assistente-sociale") == 0)
			return true;
	return false;
}

int
storia_operatore(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *codice = dato(a, doc, "@codice");
	const char *cognome = dato(a, doc, "cognome");
	const char *nome = dato(a, doc, "nome");

	if (codice == NULL || cognome == NULL || nome == NULL)
		return ERR_INVALID;
	return db_run(r->db, Q_STORIA_OPERATORE_ADD, "sisds", codice, p->seq,
	    arena_printf(a, "%s %s (%s)", cognome, nome, codice),
	    counts(a, doc), arena_printf(a, "%.10s", p->ora));
}
