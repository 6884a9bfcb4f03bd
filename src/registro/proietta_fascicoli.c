/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_fascicoli.c - covers of fascicoli, and which registrations are in
 * them: those somebody put there, and those that a cartella is born of or has
 * sent.  Keeps: whoever answers for a fascicolo sees what is in it, so that
 * each change here renews what the search says of it.
 */
#include "registro/proietta.h"

#include <string.h>

#include "documenti/fascicolo.h"
#include "registro/ricerca.h"

/* What the search says of a registration, and to whom.  A letter stands in its
 * cartella before it is registered by the same act: that will say it. */
static int
renew_one(struct registro *r, const struct numero *n)
{
	int64_t there;
	int e = db_int(&there, r->db, Q_REGISTRATA, "dd", n->anno,
	    n->progressivo);

	if (e == ERR_ABSENT)
		return 0;
	return e != 0 ? e : ricerca_rinnova(r, n);
}

/* The registrations a fascicolo holds. */
static int
content(struct numero **out, int *n, struct arena *a, struct registro *r,
    const struct numero *f)
{
	struct numero *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_CONTENUTO_DI, "sdd",
	    numero_sigla(f->serie), f->anno, f->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct numero){ SERIE_PROTOCOLLO,
		    (int)stmt_int(s, 0), (int)stmt_int(s, 1) };
	}
	*out = list;
	*n = used;
	return e;
}

static int
renew(struct registro *r, const struct numero *f)
{
	AUTO(arena) a = arena_new();
	struct numero *list;
	int e, i, n = 0;

	e = content(&list, &n, a, r, f);
	for (i = 0; e == 0 && i < n; i++)
		e = renew_one(r, &list[i]);
	return e;
}

/* What follows for the registration that was put in, or taken out. */
static int
filed(struct registro *r, const struct numero *protocollo)
{
	int e = db_run(r->db, Q_SMISTAMENTO_FASCICOLATO, "dd",
	    protocollo->anno, protocollo->progressivo);

	return e != 0 ? e : renew_one(r, protocollo);
}

int
fascicolo_accoglie(struct registro *r, const struct numero *fascicolo,
    const struct numero *protocollo, const char *come, int64_t seq)
{
	int e;

	if ((e = db_run(r->db, Q_ACCOGLIE, "sddddsi",
	    numero_sigla(fascicolo->serie), fascicolo->anno,
	    fascicolo->progressivo, protocollo->anno, protocollo->progressivo,
	    come, seq)) != 0 ||
	    (e = termini_accoglie(r, fascicolo, protocollo, seq)) != 0)
		return e;
	return filed(r, protocollo);
}

int
fascicolo_cartella(struct registro *r, const struct numero *cartella,
    const struct numero *accesso, int64_t seq)
{
	struct numero n = { SERIE_PROTOCOLLO, 0, 0 };
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_PROTOCOLLO_DI_ACCESSO, "dd",
	    accesso->anno, accesso->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 1) {
		n.anno = (int)stmt_int(s, 0);
		n.progressivo = (int)stmt_int(s, 1);
		if ((e = fascicolo_accoglie(r, cartella, &n, COME_ORIGINE,
		    seq)) != 0)
			return e;
	}
	return renew(r, cartella);
}

int
proietta_fascicolo(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero n, padre = { 0 };
	const char *su = DATO(a, doc, "padre");
	const char *stato = dato(a, doc, "stato");
	const char *oggetto = dato(a, doc, "oggetto");
	int e;

	if (!stato || !oggetto)
		return ERR_INVALID;
	if ((e = numero_of_folder(&n, p->cartella)) != 0 ||
	    (su != NULL && (e = numero_parse(&padre, su)) != 0) ||
	    (e = db_run(r->db, Q_FASCICOLO_SET, "ddsssssddssssi", n.anno,
	    n.progressivo, stato, oggetto, DATO(a, doc, "tipo"),
	    DATO(a, doc, "classifica"),
	    su != NULL ? numero_sigla(padre.serie) : NULL, padre.anno,
	    padre.progressivo, DATO(a, doc, "ufficio"),
	    DATO(a, doc, "responsabile"), DATO(a, doc, "aperto"),
	    DATO(a, doc, "chiusura/data"), p->seq)) != 0)
		return e;
	return renew(r, &n);
}

static int
leave(struct registro *r, const struct numero *fascicolo,
    const struct numero *protocollo, int64_t seq)
{
	int e;

	if ((e = db_run(r->db, Q_TOLTO_ADD, "sddddi",
	    numero_sigla(fascicolo->serie), fascicolo->anno,
	    fascicolo->progressivo, protocollo->anno,
	    protocollo->progressivo, seq)) != 0 ||
	    (e = db_run(r->db, Q_LASCIA, "sdddd",
	    numero_sigla(fascicolo->serie), fascicolo->anno,
	    fascicolo->progressivo, protocollo->anno,
	    protocollo->progressivo)) != 0)
		return e;
	return filed(r, protocollo);
}

int
proietta_fascicolazione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *verso = dato(a, doc, "verso");
	const struct nodo *x;
	struct numero n, f;
	int e;

	if (verso == NULL)
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, doc, "protocollo")) != 0)
		return e;
	for (x = nodo_child(doc, "fascicolo"); x != NULL;
	    x = nodo_next(x, "fascicolo")) {
		if ((e = numero_parse(&f, nodo_all_text(a, x))) != 0)
			return e;
		e = strcmp(verso, "tolta") == 0 ? leave(r, &f, &n, p->seq) :
		    fascicolo_accoglie(r, &f, &n, COME_FASCICOLA, p->seq);
		if (e != 0)
			return e;
	}
	return 0;
}
