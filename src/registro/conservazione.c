/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/conservazione.h"

#include <stdlib.h>
#include <string.h>

#include "registro/query.h"

/* Of a cartella, an accesso, a fascicolo. */
static const int holds[] = { [SERIE_CARTELLA] = Q_BLOCCHI_CS,
	[SERIE_ACCESSO] = Q_BLOCCHI_AC, [SERIE_FASCICOLO] = Q_BLOCCHI_FA };
static const int pages[] = { [SERIE_CARTELLA] = Q_CONSERVAZIONE_CS,
	[SERIE_ACCESSO] = Q_CONSERVAZIONE_AC,
	[SERIE_FASCICOLO] = Q_CONSERVAZIONE_FA };
static const int singles[] = { [SERIE_CARTELLA] = Q_CONSERVAZIONE_UNA_CS,
	[SERIE_ACCESSO] = Q_CONSERVAZIONE_UNA_AC,
	[SERIE_FASCICOLO] = Q_CONSERVAZIONE_UNA_FA };

/* ---- for adotta-massimario ---- */

int
registro_voce_nota(struct registro *r, const char *indice)
{
	int64_t n;
	int e = db_int(&n, r->db, Q_VOCE_NOTA, "s", indice);

	return e != 0 ? e : (int)n;
}

int
registro_classi_in_uso(struct classe_in_uso **out, int *n, struct arena *a,
    struct registro *r)
{
	struct classe_in_uso *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_CLASSI_IN_USO, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct classe_in_uso){ stmt_dup(a, s, 0),
		    stmt_dup(a, s, 1), stmt_dup(a, s, 2) };
	}
	*out = list;
	*n = used;
	return e;
}

/* ---- rows ---- */

static void
add_deposit(struct nodo *x, struct arena *a, struct stmt *s)
{
	struct nodo *d;

	if (stmt_null(s, 9))
		return;
	d = nodo_elem(a, x, "deposito");
	nodo_set(a, d, "elenco", stmt_text(s, 9));
	nodo_set(a, d, "data", stmt_text(s, 10));
	nodo_set(a, d, "luogo", stmt_text(s, 11));
	nodo_set(a, d, "scaffale", stmt_text(s, 12));
	if (stmt_int(s, 13) == 0)
		return;
	nodo_set(a, d, "pezzi", stmt_text(s, 13));
	nodo_set(a, x, "ibrida", "si");
}

/* Of an open one there is no row; what stands in another goes with it; of a
 * sealed one the reasons tell of people. */
static const char *
no_reason(const struct nodo *x, enum serie serie)
{
	if (nodo_attr(x, "sagoma") != NULL)
		return serie == SERIE_ACCESSO ? "accesso secretato: le ragioni "
		    "le legge chi lo vede" : "cartella secretata: le ragioni "
		    "le legge chi la vede";
	if (nodo_attr(x, "chiusa") == NULL)
		return "è in corso: gli anni si contano da quando sarà chiusa";
	return serie == SERIE_ACCESSO ? "è diventato una cartella: si conserva "
	    "con quella" : "sta in altro: si conserva con ciò che la contiene";
}

static struct nodo *
add(struct nodo *vista, struct arena *a, struct stmt *s, enum serie serie)
{
	struct numero n = { serie, (int)stmt_int(s, 0), (int)stmt_int(s, 1) };
	struct nodo *x = nodo_elem(a, vista, "voce");

	nodo_set(a, x, "riferimento", numero_text(a, &n));
	nodo_set(a, x, "classifica", stmt_text(s, 2));
	nodo_set(a, x, "chiusa", stmt_text(s, 3));
	nodo_set(a, x, "esito", stmt_null(s, 4) ?
	    conservazione_parola(DA_CALCOLARE) : stmt_text(s, 4));
	nodo_set(a, x, "scade", stmt_text(s, 5));
	if (stmt_int(s, 14) == 1)
		nodo_set(a, x, "sagoma", "si");
	nodo_elem_text(a, x, "perche", stmt_null(s, 6) ?
	    no_reason(x, serie) : stmt_text(s, 6));
	if (!stmt_null(s, 7) && stmt_int(s, 7) == 1)
		nodo_set(a, x, "scaduta", "si");
	if (stmt_int(s, 8) == 1)
		nodo_set(a, x, "bloccata", "si");
	add_deposit(x, a, s);
	return x;
}

/* "blocchi/0003.xml" is 3. */
static const char *
hold_number(struct arena *a, const char *percorso)
{
	const char *slash = strrchr(percorso, '/');

	return arena_printf(a, "%d", slash == NULL ? 0 :
	    (int)strtol(slash + 1, NULL, 10));
}

static int
add_holds(struct nodo *voce, struct arena *a, struct registro *r,
    const struct occhio *o)
{
	AUTO_STMT s = NULL;
	struct numero n;
	struct nodo *x;
	int e;

	if (nodo_attr(voce, "bloccata") == NULL)
		return 0;
	if ((e = numero_parse(&n, nodo_attr(voce, "riferimento"))) != 0 ||
	    (e = db_query(&s, r->db, holds[n.serie], "sssdd", o->utente,
	    o->atto, r->mano, n.anno, n.progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, voce, "blocco");
		nodo_set(a, x, "di", stmt_text(s, 7));
		nodo_set(a, x, "numero", hold_number(a, stmt_text(s, 0)));
		nodo_set(a, x, "motivo", stmt_text(s, 1));
		nodo_text(a, x, stmt_text(s, 2));
		nodo_set(a, x, "protocollo", stmt_text(s, 3));
		nodo_set(a, x, "dal", stmt_text(s, 4));
		nodo_set(a, x, "rivedere", stmt_text(s, 5));
		if (stmt_int(s, 6) == 1)
			nodo_set(a, x, "tardi", "si");
	}
	return e;
}

static int
add_page(struct nodo *vista, struct arena *a, struct stmt *s,
    enum serie serie)
{
	const struct nodo *last = NULL;
	int e, n;

	for (n = 0; (e = stmt_step(s)) == 1; n++) {
		if (n == CONSERVAZIONE_PAGINA) {
			nodo_set(a, vista, "continua",
			    nodo_attr(last, "riferimento"));
			return 0;
		}
		last = add(vista, a, s, serie);
	}
	return e;
}

int
registro_conservazione(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, enum serie serie,
    const char *filtro, const struct numero *dopo)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, pages[serie], "ssssdd", o->utente,
	    o->atto, r->mano, filtro, dopo != NULL ? dopo->anno : 0,
	    dopo != NULL ? dopo->progressivo : 0)) != 0 ||
	    (e = add_page(vista, a, s, serie)) != 0)
		return e;
	for (x = nodo_child(vista, "voce"); x; x = nodo_next(x, "voce"))
		if ((e = add_holds(x, a, r, o)) != 0)
			return e;
	return 0;
}

int
registro_conservazione_di(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, singles[n->serie], "sssdd", o->utente,
	    o->atto, r->mano, n->anno, n->progressivo)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "%s non esiste, o non è fra le "
		    "cose che puoi vedere", numero_text(a, n));
	return add_holds(add(vista, a, s, n->serie), a, r, o);
}

/* ---- a list ---- */

static void
add_handed_over(struct nodo *vista, struct arena *a, struct stmt *s)
{
	struct numero n = { numero_serie(stmt_text(s, 0)),
	    (int)stmt_int(s, 1), (int)stmt_int(s, 2) };
	struct nodo *x = nodo_elem(a, vista, "consegnata");

	nodo_set(a, x, "riferimento", numero_text(a, &n));
	nodo_set(a, x, "classifica", stmt_text(s, 3));
	nodo_set(a, x, "chiusa", stmt_text(s, 4));
	nodo_set(a, x, "luogo", stmt_text(s, 5));
	nodo_set(a, x, "scaffale", stmt_text(s, 6));
	if (stmt_int(s, 7) > 0)
		nodo_set(a, x, "pezzi", stmt_text(s, 7));
	if (stmt_int(s, 9) == 1)
		nodo_set(a, x, "scartata", "si");
	if (stmt_int(s, 10) == 1)
		nodo_set(a, x, "sagoma", "si");
	nodo_set(a, vista, "data", stmt_text(s, 8));
}

int
registro_deposito(struct nodo *vista, struct arena *a, struct registro *r,
    const struct occhio *o, int elenco)
{
	AUTO_STMT s = NULL;
	int e, n = 0;

	if ((e = db_query(&s, r->db, Q_DEPOSITATE, "sssd", o->utente, o->atto,
	    r->mano, elenco)) != 0)
		return e;
	for (; (e = stmt_step(s)) == 1; n++)
		add_handed_over(vista, a, s);
	return e != 0 || n > 0 ? e : err_set(ERR_ABSENT, "non c'è un elenco di "
	    "deposito %d, o niente che tu possa vedere", elenco);
}

/* ---- for deposita ---- */

static int
add_closed(struct da_depositare **list, int *n, int *cap, struct arena *a,
    struct registro *r, const struct occhio *o, enum serie serie, int anno)
{
	static const int query[] = { [SERIE_CARTELLA] = Q_DA_DEPOSITARE_CS,
		[SERIE_ACCESSO] = Q_DA_DEPOSITARE_AC,
		[SERIE_FASCICOLO] = Q_DA_DEPOSITARE_FA };
	struct da_depositare *x;
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, query[serie], "sssd", o->utente, o->atto, r->mano, anno)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		*list = arena_more(a, *list, *n, cap, sizeof **list);
		x = &(*list)[(*n)++];
		x->n = (struct numero){ serie, (int)stmt_int(s, 0),
		    (int)stmt_int(s, 1) };
		x->classifica = stmt_dup(a, s, 2);
		x->chiuso = stmt_dup(a, s, 3);
	}
	return e;
}

int
registro_da_depositare(struct da_depositare **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, int anno)
{
	static const enum serie all[] = { SERIE_CARTELLA, SERIE_ACCESSO,
		SERIE_FASCICOLO };
	int e = 0, cap = 0;
	size_t i;

	*out = NULL;
	*n = 0;
	for (i = 0; e == 0 && i < NELEM(all); i++)
		e = add_closed(out, n, &cap, a, r, o, all[i], anno);
	return e;
}
