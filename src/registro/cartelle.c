/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/cartelle.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "documenti/nome.h"
#include "registro/query.h"

#define PAROLE 3		/* looked for together: the first ones */

/* " luca", " bianchi": how words of hers begin; "" not asked for. */
static int
words(const char *out[PAROLE], struct arena *a, const char *persona)
{
	char *s, *w, *rest;
	int e, n = 0;

	for (e = 0; e < PAROLE; e++)
		out[e] = "";
	if (persona == NULL)
		return 0;
	if ((e = nome_parole(&s, a, persona)) != 0)
		return e;
	for (w = strtok_r(s, " ", &rest); w != NULL && n < PAROLE;
	    w = strtok_r(NULL, " ", &rest))
		out[n++] = arena_printf(a, " %s", w);
	return n > 0 ? 0 : err_set(ERR_INVALID, "scrivi il nome o il cognome "
	    "di una persona della cartella, o il loro inizio");
}

/* When the last one shown ends: "" from the beginning. */
static int
behind(const char **out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	*out = "";
	if (n == NULL)
		return 0;
	if ((e = db_query(&s, r->db, Q_CARTELLE_SCADENZA, "ssdds", o->utente,
	    o->atto, n->anno, n->progressivo, r->mano)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "%s non esiste, o non è fra le "
		    "cartelle che puoi vedere: ricomincia senza --dopo",
		    numero_text(a, n));
	*out = stmt_dup(a, s, 0);
	return 0;
}

static void
add(struct nodo *v, struct arena *a, struct stmt *s)
{
	struct numero n = { SERIE_CARTELLA, (int)stmt_int(s, 0),
	    (int)stmt_int(s, 1) };
	struct nodo *x = nodo_elem(a, v, "cartella");

	nodo_set(a, x, "riferimento", numero_text(a, &n));
	nodo_set(a, x, "stato", stmt_text(s, 2));
	nodo_set(a, x, "responsabile", stmt_text(s, 3));
	nodo_set(a, x, "ufficio", stmt_text(s, 4));
	nodo_set(a, x, "aperta", stmt_text(s, 5));
	nodo_set(a, x, "chiusa", stmt_text(s, 6));
	nodo_set(a, x, "termine", stmt_text(s, 7));
	nodo_set(a, x, "scade", stmt_text(s, 8));
	nodo_set(a, x, "giorni", stmt_text(s, 9));
	nodo_set(a, x, "scartata", stmt_dup(a, s, 10));
}

static const char *
any(const char *v)
{
	return v != NULL ? v : "";
}

static int
count(struct nodo *v, struct arena *a, struct registro *r,
    const struct occhio *o, const struct scelta_cartelle *c,
    const char *const w[PAROLE])
{
	int64_t n;
	int e = db_int(&n, r->db, Q_CARTELLE_QUANTE, "sssssssss", o->utente,
	    o->atto, any(c->stato), any(c->responsabile), any(c->ufficio),
	    w[0], w[1], w[2], r->mano);

	if (e != 0)
		return e;
	nodo_set(a, v, "quante", arena_printf(a, "%lld", (long long)n));
	if (n == strtol(CARTELLE_CONTA, NULL, 10))
		nodo_set(a, v, "oltre", "si");
	return 0;
}

static int
page(struct stmt **out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct scelta_cartelle *c,
    const char *const w[PAROLE])
{
	int anno = c->dopo != NULL ? c->dopo->anno : INT_MAX;
	int numero = c->dopo != NULL ? c->dopo->progressivo : INT_MAX;
	const char *scade;
	int e;

	if (!c->per_termine)
		return db_query(out, r->db, Q_CARTELLE_PER_NUMERO,
		    "sssssssssdd", o->utente, o->atto, any(c->stato),
		    any(c->responsabile), any(c->ufficio), w[0], w[1], w[2],
		    r->mano, anno, numero);
	if ((e = behind(&scade, a, r, o, c->dopo)) != 0)
		return e;
	return db_query(out, r->db, Q_CARTELLE_PER_TERMINE, "sssssssssdds",
	    o->utente, o->atto, any(c->stato), any(c->responsabile),
	    any(c->ufficio), w[0], w[1], w[2], r->mano, anno, numero, scade);
}

int
registro_cartelle(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct scelta_cartelle *c)
{
	struct nodo *v = nodo_new(a, "cartelle");
	const char *w[PAROLE];
	AUTO_STMT s = NULL;
	int e, n;

	if ((e = words(w, a, c->persona)) != 0 ||
	    (e = count(v, a, r, o, c, w)) != 0 ||
	    (e = page(&s, a, r, o, c, w)) != 0)
		return e;
	for (n = 0; (e = stmt_step(s)) == 1; n++) {
		if (n == CARTELLE_PAGINA) {
			nodo_set(a, v, "altri", "si");
			e = 0;
			break;
		}
		add(v, a, s);
	}
	if (e == 0)
		*out = v;
	return e;
}
