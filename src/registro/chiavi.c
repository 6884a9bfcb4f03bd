/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/chiavi.h"

#include <string.h>

#include "base/clock.h"
#include "registro/query.h"

static struct chiave_arruolata
row(struct arena *a, struct stmt *s)
{
	return (struct chiave_arruolata){
		.impronta = stmt_dup(a, s, 0), .tipo = stmt_dup(a, s, 1),
		.utente = stmt_dup(a, s, 2), .qualita = stmt_dup(a, s, 3),
		.dal = stmt_dup(a, s, 4), .al = stmt_dup(a, s, 5),
		.custodia = stmt_dup(a, s, 6), .identita = stmt_dup(a, s, 7),
		.algoritmo = stmt_dup(a, s, 8), .scade = stmt_dup(a, s, 9),
		.seq = stmt_int(s, 10), .revocata = stmt_dup(a, s, 11),
		.motivo = stmt_dup(a, s, 12),
		.compromessa_dal = stmt_dup(a, s, 13),
		.seq_revoca = stmt_int(s, 14),
	};
}

/* The one row; absent: none, with these words. */
static int
one(struct chiave_arruolata *out, struct arena *a, struct stmt *s,
    const char *none)
{
	int e;

	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "%s", none);
	*out = row(a, s);
	return 0;
}

int
registro_chiave_leggi(struct chiave_arruolata *out, struct arena *a,
    struct registro *r, const char *impronta)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CHIAVE_LEGGI, "s", impronta)) != 0)
		return e;
	return one(out, a, s, "la chiave non è arruolata");
}

int
registro_chiavi(struct chiave_arruolata **out, int *n, struct arena *a,
    struct registro *r, const char *utente)
{
	struct chiave_arruolata *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_CHIAVI_DI, "s", utente)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = row(a, s);
	}
	if (e < 0)
		return e;
	*out = list;
	*n = used;
	return 0;
}

/* ---- shown ---- */

int
registro_chiave_vista(struct chiave_arruolata *out, struct arena *a,
    struct registro *r, const struct occhio *o, const char *impronta)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CHIAVE_VISTA, "sss", o->utente, o->atto,
	    impronta)) != 0)
		return e;
	return one(out, a, s, "la chiave non è arruolata");
}

static const char *
state(const struct chiave_arruolata *k, const char *oggi)
{
	if (k->revocata != NULL)
		return "revocata";
	if (strcmp(oggi, k->dal) < 0)
		return "non-ancora";
	return k->al != NULL && strcmp(oggi, k->al) > 0 ? "scaduta" :
	    "in-vigore";
}

static void
show(struct nodo *out, struct arena *a, const struct chiave_arruolata *k,
    const char *oggi)
{
	struct nodo *n = nodo_elem(a, out, "chiave");

	nodo_set(a, n, "impronta", k->impronta);
	nodo_set(a, n, "tipo", k->tipo);
	nodo_set(a, n, "utente", k->utente);
	nodo_set(a, n, "qualita", k->qualita);
	nodo_set(a, n, "dal", k->dal);
	nodo_set(a, n, "al", k->al);
	nodo_set(a, n, "custodia", k->custodia);
	nodo_set(a, n, "identita", k->identita);
	nodo_set(a, n, "algoritmo", k->algoritmo);
	nodo_set(a, n, "stato", state(k, oggi));
	nodo_set(a, n, "revocata", k->revocata);
	nodo_set(a, n, "motivo", k->motivo);
	if (k->revocata != NULL && k->compromessa_dal[0] != '\0')
		nodo_set(a, n, "non-creduta-dal", k->compromessa_dal);
}

int
registro_chiavi_viste(struct nodo *out, struct arena *a,
    struct registro *r, const struct occhio *o, const char *utente,
    const char *entro)
{
	struct chiave_arruolata k = { 0 };
	char oggi[GIORNO_LEN + 1];
	AUTO_STMT s = NULL;
	int e;

	clock_day(oggi, clock_now());
	if ((e = db_query(&s, r->db, Q_CHIAVI_VISTE, "ssss", o->utente,
	    o->atto, utente, entro)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		k = row(a, s);
		show(out, a, &k, oggi);
	}
	return e;
}

int
registro_fiducie(const char ***out, struct arena *a, struct registro *r)
{
	const char **list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_FIDUCIE, "")) != 0)
		return e;
	do {
		list = arena_more(a, list, used, &cap, sizeof *list);
		if ((e = stmt_step(s)) == 1)
			list[used++] = stmt_dup(a, s, 0);
	} while (e == 1);
	list[used] = NULL;
	*out = list;
	return e;
}

/* ---- could it sign then? ---- */

/* Whose it is, "as1" or the office's seal. */
static const char *
owner(struct arena *a, const char *utente)
{
	return utente == NULL ? "del sigillo dell'ufficio" :
	    arena_printf(a, "di %s", utente);
}

/* Why not, by days alone; NULL: these do not forbid it. */
static const char *
out_of_days(struct arena *a, const struct chiave_arruolata *k,
    const char *giorno)
{
	if (strcmp(giorno, k->dal) < 0)
		return arena_printf(a, "la chiave vale dal %s", k->dal);
	if (k->al != NULL && strcmp(giorno, k->al) > 0)
		return arena_printf(a, "la chiave valeva fino al %s", k->al);
	return NULL;
}

/* Revoked by an earlier act, or by a later one that takes back. */
static const char *
revoked(struct arena *a, const struct chiave_arruolata *k, int64_t seq,
    const char *giorno)
{
	if (k->revocata == NULL)
		return NULL;
	if (k->seq_revoca < seq)
		return arena_printf(a, "la chiave era già revocata (%s) con "
		    "l'atto %lld", k->motivo, (long long)k->seq_revoca);
	if (k->compromessa_dal[0] != '\0' &&
	    strcmp(giorno, k->compromessa_dal) >= 0)
		return arena_printf(a, "alle firme di questa chiave non si "
		    "crede più dal %s (%s)", k->compromessa_dal, k->motivo);
	return NULL;
}

/* The end that the key itself had when it was enrolled. */
static const char *
expired(struct arena *a, const struct chiave_arruolata *k, int64_t ora)
{
	int64_t end;

	if (k->scade == NULL)
		return NULL;
	if (clock_parse(&end, k->scade) != 0) {
		err_clear();
		return "non si legge quando la chiave scade";
	}
	return ora < end ? NULL :
	    arena_printf(a, "la chiave è scaduta il %s", k->scade);
}

int
registro_chiave_valeva(const char **perche, struct arena *a,
    struct registro *r, const char *impronta, const char *utente, int64_t seq,
    const char *ora)
{
	char giorno[GIORNO_LEN + 1];
	struct chiave_arruolata k = { 0 };
	AUTO_STMT s = NULL;
	const char *why;
	int64_t t;
	int e;

	if ((e = clock_parse(&t, ora)) != 0 ||
	    (e = db_query(&s, r->db, Q_CHIAVE_ALLORA, "si", impronta,
	    seq)) != 0)
		return e;
	e = one(&k, a, s, "la chiave non era arruolata");
	if (e == ERR_ABSENT) {
		err_clear();
		*perche = "la chiave non era arruolata";
		return 0;
	}
	if (e != 0)
		return e;
	clock_day(giorno, t);
	if ((utente == NULL) != (k.utente == NULL) ||
	    (utente != NULL && strcmp(utente, k.utente) != 0))
		why = arena_printf(a, "la chiave è %s", owner(a, k.utente));
	else if ((why = revoked(a, &k, seq, giorno)) == NULL &&
	    (why = out_of_days(a, &k, giorno)) == NULL)
		why = expired(a, &k, t);
	if (why == NULL)
		return 1;
	*perche = why;
	return 0;
}

/* ---- today ---- */

int
registro_chiave_in_forza(struct chiave_arruolata *out, struct arena *a,
    struct registro *r, const char *utente, const char *tipo)
{
	struct chiave_arruolata k = { 0 };
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CHIAVE_IN_FORZA, "ss", utente,
	    tipo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		k = row(a, s);
		if (expired(a, &k, clock_now()) != NULL)
			continue;
		*out = k;
		return 0;
	}
	if (e < 0)
		return e;
	return err_set(ERR_ABSENT, "%s", utente == NULL ?
	    "l'ufficio non ha un sigillo in vigore: si arruola con "
	    "«arruola-chiave --uso sigillo»" :
	    "l'utente non ha una chiave in vigore: si arruola con "
	    "«arruola-chiave»");
}
