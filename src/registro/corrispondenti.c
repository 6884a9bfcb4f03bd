/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/corrispondenti.h"

#include <string.h>

#include "base/utf8.h"
#include "registro/query.h"

static struct corrispondente
row(struct arena *a, struct stmt *s)
{
	return (struct corrispondente){
		.codice = (int)stmt_int(s, 0),
		.denominazione = stmt_dup(a, s, 1),
		.tipo = stmt_dup(a, s, 2), .codice_ipa = stmt_dup(a, s, 3),
		.codice_aoo = stmt_dup(a, s, 4),
		.codice_fiscale = stmt_dup(a, s, 5),
		.indirizzo = stmt_dup(a, s, 6), .pec = stmt_dup(a, s, 7),
		.attivo = stmt_int(s, 8) == 1,
		.unito_a = (int)stmt_int(s, 9),
	};
}

int
registro_corrispondente(struct corrispondente *out, struct arena *a,
    struct registro *r, int codice)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CORRISPONDENTE, "d", codice)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "il corrispondente %d non esiste: "
		    "si cercano con «corrispondenti»", codice);
	*out = row(a, s);
	return 0;
}

int
registro_corrispondente_numero(int *out, struct registro *r)
{
	int64_t n;
	int e;

	if ((e = db_int(&n, r->db, Q_NUMERO_CORRISPONDENTE, "")) != 0)
		return e;
	*out = (int)n;
	return 0;
}

int
registro_corrispondente_pari(int *out, struct registro *r,
    const char *denominazione, const char *codice_ipa, int codice)
{
	AUTO(arena) a = arena_new();
	AUTO_STMT s = NULL;
	char *words;
	int e;

	if ((e = utf8_words(&words, a, denominazione)) != 0 ||
	    (e = db_query(&s, r->db, Q_CORRISPONDENTE_PARI, "ssd", words,
	    codice_ipa, codice)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "nessuno");
	*out = (int)stmt_int(s, 0);
	return 0;
}

static struct nodo *
view(struct arena *a, const struct corrispondente *c)
{
	struct nodo *n = nodo_new(a, "corrispondente");

	nodo_elem_printf(a, n, "codice", "%d", c->codice);
	nodo_elem_text(a, n, "denominazione", c->denominazione);
	nodo_elem_text(a, n, "tipo", c->tipo);
	nodo_elem_text(a, n, "codice-ipa", c->codice_ipa);
	nodo_elem_text(a, n, "codice-aoo", c->codice_aoo);
	nodo_elem_text(a, n, "codice-fiscale", c->codice_fiscale);
	nodo_elem_text(a, n, "indirizzo", c->indirizzo);
	nodo_elem_text(a, n, "pec", c->pec);
	if (!c->attivo)
		nodo_elem_text(a, n, "attivo", "no");
	if (c->unito_a != 0)
		nodo_elem_printf(a, n, "unito-a", "%d", c->unito_a);
	return n;
}

/* As an address or a code is written: its signs count. */
static const char *
lowered(struct arena *a, const char *s)
{
	char *low = arena_strdup(a, s + strspn(s, " \t\r\n")), *p;

	for (p = low; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	while (p > low && strchr(" \t\r\n", p[-1]) != NULL)
		*--p = '\0';
	return low;
}

int
registro_corrispondenti(struct nodo **out, struct arena *a,
    struct registro *r, const char *parola)
{
	struct nodo *v = nodo_new(a, "corrispondenti");
	struct corrispondente c;
	AUTO_STMT s = NULL;
	char *words = "", *low, *p;
	int e;

	if (parola != NULL && (e = utf8_words(&words, a, parola)) != 0)
		return e;
	/* the words stand between spaces: the last may be a beginning */
	low = arena_strdup(a, words);
	if ((p = strrchr(low, ' ')) != NULL)
		*p = '\0';
	if ((e = db_query(&s, r->db, Q_CORRISPONDENTI, "ss", low,
	    parola != NULL ? lowered(a, parola) : "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		c = row(a, s);
		nodo_add(v, view(a, &c));
	}
	*out = v;
	return e;
}

int
registro_vista_corrispondente(struct nodo **out, struct arena *a,
    struct registro *r, int codice)
{
	struct corrispondente c;
	AUTO_STMT s = NULL;
	int e;

	if ((e = registro_corrispondente(&c, a, r, codice)) != 0)
		return e;
	*out = view(a, &c);
	if ((e = db_query(&s, r->db, Q_CORRISPONDENTI_UNITI, "d",
	    codice)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		c = row(a, s);
		nodo_add(*out, view(a, &c));
	}
	return e;
}
