/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/modelli.h"

#include <string.h>

#include "base/hash.h"
#include "registro/modelli.h"
#include "resa/modello.h"

#define MODELLI_DIR "modelli"

char *
modello_percorso(struct arena *a, const char *nome, const char *file)
{
	return arena_printf(a, MODELLI_DIR "/%s/%s", nome, file);
}

/* ---- those shipped ---- */

static const struct nodo *
of_name(const struct nodo *indice, const char *nome)
{
	const struct nodo *m;

	for (m = nodo_child(indice, "modello"); m != NULL;
	    m = nodo_next(m, "modello"))
		if (strcmp(nodo_attr(m, "nome"), nome) == 0)
			return m;
	return NULL;
}

int
modello_in_indice(const struct nodo **out, struct arena *a, const char *nome)
{
	struct nodo *indice;
	int r;

	if ((r = modello_spediti(&indice, a)) != 0)
		return r;
	*out = of_name(indice, nome);
	return 0;
}

static int
shipped(struct modello_scelto *out, struct op *op, const struct nodo *m)
{
	const char *titolo = nodo_attr(m, "titolo");
	char impronta[IMPRONTA_LEN + 1];
	struct modello_scelto x = { 0 };
	const struct buf *b;
	int r;

	x.nome = arena_strdup(op->a, nodo_attr(m, "nome"));
	x.denominazione = arena_strdup(op->a, nodo_attr(m, "denominazione"));
	x.titolo = titolo == NULL ? x.denominazione :
	    arena_strdup(op->a, titolo);
	if ((r = modello_spedito(&b, x.nome)) != 0 ||
	    (r = modello_scheda(&x.scheda, op->a, b->data, b->len)) != 0)
		return r;
	hash_hex(impronta, b->data, b->len);
	x.impronta = arena_strdup(op->a, impronta);
	x.p = b->data;
	x.n = b->len;
	*out = x;
	return 0;
}

/* ---- those of the office ---- */

/* From the commit of the act that adopted it. */
static int
read_odt(struct buf *out, struct op *op, const struct modello *m)
{
	const char *doc = modello_percorso(op->a, m->nome, "modello.xml");
	char impronta[IMPRONTA_LEN + 1];
	struct versione *v;
	struct folder *f;
	int i, n, r;

	if ((r = registro_versioni(&v, &n, op->a, op->st->registro, "ente",
	    doc)) != 0 || (r = store_folder(&f, op->st, "ente", false)) != 0)
		return r;
	for (i = 0; i < n && v[i].seq != m->seq; i++)
		;
	if (i == n)
		return err_set(ERR_FAULT, "ente/%s non ha la versione %d", doc,
		    m->versione);
	if ((r = folder_read(out, f, v[i].commit, modello_percorso(op->a,
	    m->nome, "modello.odt"))) != 0)
		return r;
	hash_hex(impronta, out->data, out->len);
	if (strcmp(impronta, m->impronta) != 0)
		return err_set(ERR_FAULT, "il modello «%s» (versione %d) non è "
		    "quello adottato: eseguire «cartella verifica»", m->nome,
		    m->versione);
	return 0;
}

static int
adopted(struct modello_scelto *out, struct op *op, const struct modello *m)
{
	struct modello_scelto x = { .nome = m->nome, .versione = m->versione,
	    .impronta = m->impronta, .denominazione = m->denominazione,
	    .titolo = m->titolo };
	AUTO_BUF odt = { 0 };
	int r;

	if ((r = read_odt(&odt, op, m)) != 0)
		return r;
	x.p = arena_memdup(op->a, odt.data, odt.len);
	x.n = odt.len;
	if ((r = modello_scheda(&x.scheda, op->a, x.p, x.n)) != 0)
		return r;
	*out = x;
	return 0;
}

/* 1: the office's model of that name is in force; 0: it has none. */
static int
in_force(struct modello *out, struct op *op, const char *nome)
{
	int r = registro_modello(out, op->a, op->st->registro, nome, 0);

	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	return r != 0 ? r : !out->ritirato;
}

/* ---- choosing ---- */

static void
name(struct buf *out, const char *nome)
{
	buf_printf(out, "%s%s", out->len > 0 ? ", " : "", nome);
}

/* absent, with the names there are for that kind. */
static int
none(struct op *op, const char *nome, const char *carta)
{
	AUTO_BUF names = { 0 };
	struct modello *list, mine;
	struct nodo *indice;
	const struct nodo *m;
	int i, n, r;

	if ((r = modello_spediti(&indice, op->a)) != 0 ||
	    (r = registro_modelli(&list, &n, op->a, op->st->registro)) != 0)
		return r;
	for (m = nodo_child(indice, "modello"); m != NULL;
	    m = nodo_next(m, "modello"))
		if (strcmp(nodo_attr(m, "carta"), carta) == 0)
			name(&names, nodo_attr(m, "nome"));
	for (i = 0; i < n; i++) {
		mine = list[i];
		if (!mine.ritirato && strcmp(mine.carta, carta) == 0 &&
		    of_name(indice, mine.nome) == NULL)
			name(&names, mine.nome);
	}
	return err_set(ERR_ABSENT, "non c'è il modello «%s» per %s; modelli "
	    "per %s: %s", nome, carta, carta,
	    names.len > 0 ? buf_str(&names) : "nessuno");
}

int
modello_scegli(struct modello_scelto *out, struct op *op, const char *nome,
    const char *carta)
{
	const struct nodo *x;
	struct modello m;
	int r;

	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = in_force(&m, op, nome)) < 0)
		return r;
	if (r == 1)
		return strcmp(m.carta, carta) == 0 ? adopted(out, op, &m) :
		    none(op, nome, carta);
	if ((r = modello_in_indice(&x, op->a, nome)) != 0)
		return r;
	return x != NULL && strcmp(nodo_attr(x, "carta"), carta) == 0 ?
	    shipped(out, op, x) : none(op, nome, carta);
}

int
modello_versione(struct modello_scelto *out, struct op *op, const char *nome,
    int versione)
{
	const struct nodo *x;
	struct modello m;
	int r;

	if (versione > 0) {
		if ((r = registro_modello(&m, op->a, op->st->registro, nome,
		    versione)) != 0)
			return r;
		return adopted(out, op, &m);
	}
	if ((r = modello_in_indice(&x, op->a, nome)) != 0)
		return r;
	if (x == NULL)
		return err_set(ERR_ABSENT, "il programma non ha un modello "
		    "«%s»", nome);
	return shipped(out, op, x);
}
