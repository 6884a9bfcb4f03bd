/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/modelli.h"

#include "registro/query.h"

static struct modello
row(struct arena *a, struct stmt *s)
{
	return (struct modello){ .nome = stmt_dup(a, s, 0),
	    .versione = (int)stmt_int(s, 1), .carta = stmt_dup(a, s, 2),
	    .denominazione = stmt_dup(a, s, 3), .titolo = stmt_dup(a, s, 4),
	    .impronta = stmt_dup(a, s, 5), .operatore = stmt_dup(a, s, 6),
	    .ora = stmt_dup(a, s, 7), .ritirato = stmt_int(s, 8) != 0,
	    .seq = stmt_int(s, 9) };
}

int
registro_modello(struct modello *out, struct arena *a, struct registro *r,
    const char *nome, int versione)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_MODELLO, "sd", nome, versione)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0 && versione == 0)
		return err_set(ERR_ABSENT, "l'ufficio non ha adottato un "
		    "modello «%s»", nome);
	if (e == 0)
		return err_set(ERR_ABSENT, "l'ufficio non ha adottato una "
		    "versione %d del modello «%s»", versione, nome);
	*out = row(a, s);
	return 0;
}

int
registro_modelli(struct modello **out, int *n, struct arena *a,
    struct registro *r)
{
	struct modello *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_MODELLI, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = row(a, s);
	}
	*out = list;
	*n = used;
	return e;
}

int
modelli_esito(struct nodo *esito, struct arena *a, struct registro *r,
    int64_t seq)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ATTO_SANATI, "i", seq)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		nodo_set(a, nodo_elem_printf(a, esito, "nota", "erano "
		    "scritti nel testo, ora sono campi veri: %s",
		    stmt_text(s, 0)), "file", "modello.odt");
	return e;
}
