/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * documenti.c - the list of documents of a folder, whoever asks; their versions
 * and signatures; what an act made.
 */
#include "registro/registro.h"

#include <string.h>

#include "documenti/provenienza.h"
#include "registro/emergenza.h"
#include "registro/modelli.h"
#include "registro/query.h"
#include "registro/sigilli.h"
#include "registro/trasferimenti.h"

int
registro_attuali(struct attuale **out, int *n, struct arena *a,
    struct registro *r, const char *cartella)
{
	AUTO_STMT s = NULL;
	struct attuale *list = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_ATTUALI, "s", cartella)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct attuale){ stmt_dup(a, s, 0),
		    stmt_dup(a, s, 1),
		    stmt_dup(a, s, 2), stmt_dup(a, s, 3), stmt_int(s, 4), NULL,
		    NULL };
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_attuale(struct attuale *out, struct arena *a, struct registro *r,
    const char *cartella, const char *percorso)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ATTUALE, "ss", cartella,
	    percorso)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "il documento %s non c'è", percorso);
	*out = (struct attuale){ arena_strdup(a, percorso), stmt_dup(a, s, 0),
	    stmt_dup(a, s, 1), stmt_dup(a, s, 2), stmt_int(s, 3), stmt_dup(a, s, 4),
	    NULL };
	return 0;
}

static int
versions(struct versione **out, int *n, struct arena *a, struct stmt *s)
{
	struct versione *list = NULL;
	int e, used = 0, cap = 0;

	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct versione){ stmt_int(s, 0),
		    stmt_dup(a, s, 1), stmt_dup(a, s, 2), stmt_dup(a, s, 3),
		    stmt_dup(a, s, 4), stmt_dup(a, s, 5) };
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_versioni(struct versione **out, int *n, struct arena *a,
    struct registro *r, const char *cartella, const char *percorso)
{
	AUTO_STMT s = NULL;
	struct attuale now;
	int e;

	/* a new version keeps the id: so the index on ids finds them all */
	if ((e = registro_attuale(&now, a, r, cartella, percorso)) != 0 ||
	    (e = percorso_altrui(percorso) ? db_query(&s, r->db,
	    Q_VERSIONE_ALTRUI, "ss", cartella, percorso) : db_query(&s, r->db,
	    Q_VERSIONI, "sss", cartella, percorso, now.id)) != 0)
		return e;
	return versions(out, n, a, s);
}

/* ---- what an act made ---- */

static int
made_registrations(struct nodo *esito, struct arena *a, struct registro *r,
    int64_t seq)
{
	struct numero num = { .serie = SERIE_PROTOCOLLO };
	AUTO_STMT s = NULL;
	struct nodo *n;
	int e;

	if ((e = db_query(&s, r->db, Q_ATTO_REGISTRAZIONI, "i", seq)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		num.anno = (int)stmt_int(s, 0);
		num.progressivo = (int)stmt_int(s, 1);
		n = nodo_elem_text(a, esito, "protocollo",
		    numero_text(a, &num));
		nodo_set(a, n, "ora", stmt_text(s, 2));
		nodo_set(a, n, "flusso", stmt_text(s, 3));
	}
	return e;
}

/* What the program saw in the files it was given. */
static int
made_notes(struct nodo *esito, struct arena *a, struct registro *r,
    int64_t seq)
{
	AUTO_STMT s = NULL;
	struct nodo *n;
	int e;

	if ((e = db_query(&s, r->db, Q_ATTO_NOTE, "i", seq)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		n = nodo_elem_text(a, esito, "nota", stmt_text(s, 1));
		nodo_set(a, n, "file", stmt_text(s, 0));
	}
	return e;
}

static int
made_entries(struct nodo *esito, struct arena *a, struct registro *r,
    int64_t seq)
{
	AUTO_STMT s = NULL;
	struct nodo *n;
	int e;

	if ((e = db_query(&s, r->db, Q_ATTO_VOCI, "i", seq)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		n = nodo_elem_printf(a, esito, "voce", "%s/%s",
		    stmt_text(s, 2), stmt_text(s, 1));
		nodo_set(a, n, "repertorio", stmt_text(s, 0));
	}
	return e;
}

static int
made_documents(struct nodo *esito, struct arena *a, struct registro *r,
    int64_t seq)
{
	AUTO_STMT s = NULL;
	struct numero num;
	struct nodo *n;
	int e;

	if ((e = db_query(&s, r->db, Q_CATENA_DOCUMENTI, "i", seq)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		n = nodo_elem(a, esito, "documento");
		nodo_set(a, n, "cartella", stmt_text(s, 0));
		nodo_set(a, n, "percorso", stmt_text(s, 1));
		nodo_set(a, n, "id", stmt_text(s, 2));
		nodo_set(a, n, "tipo", stmt_text(s, 3));
		if (numero_of_folder(&num, stmt_text(s, 0)) == 0)
			nodo_set(a, n, "numero", numero_text(a, &num));
	}
	err_clear();
	return e;
}

int
registro_esito(struct nodo *esito, struct arena *a, struct registro *r,
    int64_t seq)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CATENA_ONE, "i", seq)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_FAULT, "manca l'anello %lld",
		    (long long)seq);
	nodo_set(a, esito, "seq", arena_printf(a, "%lld", (long long)seq));
	nodo_set(a, esito, "ora", stmt_text(s, 0));
	nodo_set(a, esito, "atto", stmt_text(s, 1));
	nodo_set(a, esito, "operatore", stmt_text(s, 2));
	nodo_set(a, esito, "per", stmt_text(s, 3));
	if ((e = made_registrations(esito, a, r, seq)) != 0 ||
	    (e = emergenza_esito(esito, a, r, seq)) != 0 ||
	    (e = made_entries(esito, a, r, seq)) != 0 ||
	    (e = made_notes(esito, a, r, seq)) != 0 ||
	    (e = modelli_esito(esito, a, r, seq)) != 0 ||
	    (e = sigilli_esito(esito, a, r, seq)) != 0 ||
	    (e = trasferimenti_esito(esito, a, r, seq)) != 0)
		return e;
	return made_documents(esito, a, r, seq);
}
