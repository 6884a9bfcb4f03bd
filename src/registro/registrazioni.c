/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/registrazioni.h"

#include <string.h>

#include "base/utf8.h"
#include "registro/query.h"

/* ---- the view ---- */

static void
number_text(struct arena *a, struct nodo *padre, const char *nome,
    struct stmt *s, int col)
{
	struct numero n = { SERIE_PROTOCOLLO, (int)stmt_int(s, col),
	    (int)stmt_int(s, col + 1) };

	nodo_elem_text(a, padre, nome, numero_text(a, &n));
}

static int
add_fields(struct nodo *vista, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_REGISTRAZIONE_ALTRO, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) <= 0)
		return e;
	nodo_elem_text(a, vista, "tipo", stmt_text(s, 0));
	if (!stmt_null(s, 1)) {
		x = nodo_elem(a, vista, "differita");
		nodo_elem_text(a, x, "motivo", stmt_text(s, 1));
		nodo_elem_text(a, x, "autorizzazione", stmt_text(s, 2));
	}
	if (!stmt_null(s, 4))
		number_text(a, vista, "sostituisce", s, 3);
	if (!stmt_null(s, 5)) {
		x = nodo_elem(a, vista, "cartacei");
		nodo_elem_text(a, x, "numero", stmt_text(s, 5));
		nodo_elem_text(a, x, "descrizione", stmt_text(s, 6));
	}
	return 0;
}

static int
add_replacements(struct nodo *vista, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_SOSTITUITA_DA, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		number_text(a, vista, "sostituita-da", s, 0);
	return e;
}

static int
add_copies(struct nodo *vista, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_COPIE, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "copia-acquisita");
		nodo_set(a, x, "ordine", arena_printf(a, "%s.%s",
		    stmt_text(s, 0), stmt_text(s, 1)));
		nodo_set(a, x, "conformita", stmt_text(s, 6));
		nodo_set(a, x, "operatore", stmt_text(s, 7));
		nodo_set(a, x, "ora", stmt_text(s, 8));
		nodo_set(a, x, "distrutto", stmt_dup(a, s, 9));
		nodo_elem_text(a, x, "nome", stmt_text(s, 2));
		nodo_elem_text(a, x, "impronta", stmt_text(s, 3));
		nodo_elem_text(a, x, "tipo", stmt_text(s, 4));
		nodo_elem_text(a, x, "dimensione", stmt_text(s, 5));
	}
	return e;
}

static int
add_foreign(struct nodo *vista, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_ESTERNO, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) <= 0)
		return e;
	x = nodo_elem(a, vista, "esterno");
	nodo_elem_text(a, x, "registro", stmt_text(s, 0));
	nodo_elem_text(a, x, "numero", stmt_text(s, 1));
	nodo_elem_text(a, x, "data", stmt_text(s, 2));
	return 0;
}

int
registro_vista_altro(struct nodo *vista, struct arena *a, struct registro *r,
    const struct numero *n)
{
	int e;

	if ((e = add_fields(vista, a, r, n)) != 0 ||
	    (e = add_foreign(vista, a, r, n)) != 0 ||
	    (e = add_replacements(vista, a, r, n)) != 0)
		return e;
	return add_copies(vista, a, r, n);
}

int
registro_copie(int *out, struct registro *r, const struct numero *n)
{
	int64_t count;
	int e;

	if ((e = db_int(&count, r->db, Q_COPIE_N, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	*out = (int)count;
	return 0;
}

/* ---- the same thing registered before ---- */

/* The number of the row the statement has come to. */
static int
found(struct numero *out, struct stmt *s)
{
	int e = stmt_step(s);

	if (e < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "nessuna");
	*out = (struct numero){ SERIE_PROTOCOLLO, (int)stmt_int(s, 0),
	    (int)stmt_int(s, 1) };
	return 0;
}

int
registro_doppione_file(struct numero *out, struct registro *r,
    const char *impronta, bool main)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_DOPPIONE_FILE, "sd", impronta,
	    main ? 0 : 1000)) != 0)
		return e;
	return found(out, s);
}

int
registro_doppione_mittente(struct numero *out, struct registro *r,
    const char *numero, const char *mittente, const char *data)
{
	AUTO(arena) a = arena_new();
	char *words, *others;
	AUTO_STMT s = NULL;
	int e;

	if ((e = utf8_words(&words, a, mittente)) != 0 ||
	    (e = db_query(&s, r->db, Q_DOPPIONE_MITTENTE, "ss", numero,
	    data)) != 0)
		return e;
	while ((e = found(out, s)) == 0) {
		if ((e = utf8_words(&others, a, stmt_text(s, 2))) != 0)
			return e;
		if (strcmp(words, others) == 0)
			return 0;
	}
	return e;
}

int
registro_esterno_di(struct numero *out, struct registro *r,
    const char *registro, const char *data, const char *numero)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ESTERNO_DI, "sss", registro, data,
	    numero)) != 0)
		return e;
	return found(out, s);
}

int
registro_ultima_di(struct numero *out, struct registro *r, const char *utente,
    int anno)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ULTIMA_DI, "sd", utente, anno)) != 0)
		return e;
	return found(out, s);
}

/* ---- names ---- */

/* Is somebody's surname that begins with the word at *p, and the name too? */
static int
name_at(struct registro *r, const char *word, const char *words)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_NOME_IN, "ss", word, words)) != 0)
		return e;
	return stmt_step(s);
}

int
registro_nome_noto(struct registro *r, const char *testo)
{
	AUTO(arena) a = arena_new();
	const char *p, *end;
	char *words;
	int e;

	if ((e = utf8_words(&words, a, testo)) != 0)
		return e;
	for (p = words; (end = strchr(p + 1, ' ')) != NULL; p = end)
		if ((e = name_at(r, arena_strndup(a, p + 1,
		    (size_t)(end - p - 1)), words)) != 0)
			return e;
	return 0;
}
