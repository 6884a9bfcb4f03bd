/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cartella.c - the case an act is about, as its operator sees it: what he may
 * not see is absent.  Refuses to write in a closed one.
 */
#include "atti/caso/cartella.h"

#include <string.h>

#include "atti/atto.h"
#include "documenti/cartella.h"
#include "documenti/scheda.h"
#include "registro/persone.h"

int
caso_di(struct caso *out, struct op *op, const char *numero)
{
	struct occhio occhio = op_occhio(op);
	int r;

	if ((r = numero_parse(&out->n, numero)) != 0)
		return r;
	out->folder = numero_folder(op->a, &out->n);
	return registro_cartella(&out->c, op->a, op->st->registro, &occhio,
	    &out->n);
}

int
caso_find(struct caso *out, struct op *op)
{
	return caso_di(out, op, op_campo(op, "cartella"));
}

static void
check_open(struct op *op, const struct caso *caso, const char *path)
{
	if (!cartella_scrivibile(caso->c.stato))
		op_errore(op, path, "cartella-chiusa", NULL,
		    "la cartella %s è chiusa dal %s: non vi si scrive più",
		    numero_text(op->a, &caso->n), caso->c.chiusa);
}

int
caso_scrivibile(struct caso *out, struct op *op)
{
	int r;

	if ((r = caso_find(out, op)) != 0)
		return r;
	check_open(op, out, "cartella");
	return 0;
}

/* Is it among those before it? */
static bool
given_twice(const struct caso *casi, int i)
{
	int k;

	for (k = 0; k < i; k++)
		if (numero_equal(&casi[k].n, &casi[i].n))
			return true;
	return false;
}

int
casi_scrivibili(struct caso **out, int *n, struct op *op)
{
	const struct nodo *c;
	struct caso *casi;
	int r, i = 0;

	for (c = nodo_child(op->in, "cartella"); c; c = nodo_next(c, "cartella"))
		i++;
	casi = arena_alloc(op->a, ((size_t)i + 1) * sizeof *casi);
	for (*n = i, i = 0, c = nodo_child(op->in, "cartella"); c != NULL;
	    i++, c = nodo_next(c, "cartella")) {
		const char *path = arena_printf(op->a, i > 0 ?
		    "cartella[%d]" : "cartella", i + 1);

		if ((r = caso_di(&casi[i], op, nodo_all_text(op->a, c))) != 0)
			return r;
		check_open(op, &casi[i], path);
		if (given_twice(casi, i))
			op_errore(op, path, "cartella-ripetuta", NULL,
			    "%s è data due volte", numero_text(op->a,
			    &casi[i].n));
	}
	*out = casi;
	return 0;
}

int
caso_documento_visto(struct nodo **out, struct op *op, const struct caso *caso,
    const char *percorso)
{
	struct occhio occhio = op_occhio(op);
	int r = registro_vede_documento(op->st->registro, &occhio, &caso->n,
	    percorso);

	*out = NULL;
	if (r == ERR_ABSENT)
		err_clear();
	if (r != 0)
		return r == ERR_ABSENT ? 0 : r;
	return store_documento(out, op->a, op->st, caso->folder, percorso);
}

int
caso_dipende(struct caso *out, struct op *op)
{
	int r;

	/* the head first: what is read after it is not older */
	if ((r = caso_find(out, op)) != 0 ||
	    (r = op_dipende(op, out->folder)) != 0)
		return r;
	return caso_find(out, op);
}

int
caso_senza_nome(struct op *op, const struct caso *caso, const char *path,
    const char *testo)
{
	struct nodo *scheda;
	const char *nome;
	int r;

	r = store_documento(&scheda, op->a, op->st, caso->folder,
	    SCHEDA_PERCORSO);
	if (r != 0)
		return r;
	if ((nome = scheda_nome_in(op->a, scheda, testo)) != NULL)
		op_avviso(op, path, "nome-in-oggetto", "art. 5 GDPR",
		    "l'oggetto contiene «%s»: si usano le iniziali e il "
		    "numero della cartella; se è necessario, conferma con "
		    "--conferma nome-in-oggetto", nome);
	return 0;
}

const char *
op_oggi(struct op *op)
{
	char oggi[GIORNO_LEN + 1];

	clock_day(oggi, op->ora != 0 ? op->ora : clock_now());
	return arena_strdup(op->a, oggi);
}

int
accesso_find(struct accesso *out, struct numero *n, struct op *op)
{
	struct occhio occhio = op_occhio(op);
	int r;

	memset(out, 0, sizeof *out);
	if ((r = numero_parse(n, op_campo(op, "accesso"))) != 0)
		return r;
	return registro_accesso(out, op->a, op->st->registro, &occhio, n);
}

int
caso_persona(struct nodo *vista, struct op *op, const struct numero *n)
{
	struct occhio occhio = op_occhio(op);
	struct persona p;
	struct nodo *x;
	int r;

	r = registro_interessato(&p, op->a, op->st->registro, &occhio, n);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	x = nodo_elem(op->a, vista, "persona");
	nodo_elem_text(op->a, x, "cognome", p.cognome);
	nodo_elem_text(op->a, x, "nome", p.nome);
	nodo_elem_text(op->a, x, "nascita", p.nascita);
	return 0;
}
