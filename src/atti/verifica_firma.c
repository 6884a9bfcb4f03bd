/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica_firma.c - what was found of the signatures of a registration: every
 * look that was taken, with the evidence it stood on.  A signature that was
 * good when it was looked at stays so shown, whatever becomes of its key.
 *
 * Refuses by "absent" what the user may not see in clear.  Keeps: nothing is
 * verified here, and so nothing changes; who wants another look takes it with
 * «riverifica-firma».  Norm: CAD artt. 20, 24; DPCM 22 febbraio 2013 art. 41.
 */
#include <string.h>

#include "atti/table.h"

static int
esamina(struct op *op)
{
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0)
		return r;
	if (n.serie != SERIE_PROTOCOLLO)
		op_errore(op, "riferimento", "non-una-registrazione", NULL,
		    "indica un numero di protocollo");
	return 0;
}

/* The verdict itself, below the line that tells it. */
static int
add_verdict(struct op *op, struct nodo *to, const struct nodo *line)
{
	struct nodo *v = nodo_copy(op->a, line), *doc, *firme;
	int r;

	if ((r = store_documento(&doc, op->a, op->st,
	    nodo_attr(line, "cartella"), nodo_attr(line, "percorso"))) != 0)
		return r;
	nodo_set(op->a, v, "riga", nodo_all_text(op->a, v));
	if (v->primo != NULL)
		nodo_remove(v->primo);
	if (nodo_child(doc, "dopo") != NULL)
		nodo_add(v, nodo_copy(op->a, nodo_child(doc, "dopo")));
	if ((firme = nodo_child(doc, "firme")) != NULL)
		nodo_add(v, nodo_copy(op->a, firme));
	nodo_add(to, v);
	return 0;
}

static int
add_file(struct op *op, const struct nodo *reg, const struct nodo *f,
    const char *posto)
{
	struct nodo *v = nodo_elem(op->a, op->vista, "file");
	const struct nodo *line;
	int r;

	nodo_set(op->a, v, "posto", posto);
	nodo_set(op->a, v, "nome", nodo_value(op->a, f, "nome"));
	nodo_set(op->a, v, "impronta", nodo_value(op->a, f, "impronta"));
	for (line = nodo_child(reg, "verdetto"); line != NULL;
	    line = nodo_next(line, "verdetto"))
		if (strcmp(nodo_attr(line, "file"), posto) == 0 &&
		    (r = add_verdict(op, v, line)) != 0)
			return r;
	return 0;
}

static int
add_files(struct op *op, const struct nodo *reg)
{
	const char *which = op_campo(op, "file"), *posto;
	const struct nodo *f;
	int r, allegati = 0;

	for (f = nodo_child(reg, NULL); f != NULL; f = nodo_next(f, NULL)) {
		if (strcmp(f->nome, "principale") == 0)
			posto = "0";
		else if (strcmp(f->nome, "allegato") == 0)
			posto = arena_printf(op->a, "%d", ++allegati);
		else
			continue;
		if (which != NULL && strcmp(which, posto) != 0)
			continue;
		if ((r = add_file(op, reg, f, posto)) != 0)
			return r;
	}
	if (nodo_child(op->vista, "file") == NULL)
		return err_set(ERR_ABSENT, "di %s non c'è un file %s che puoi "
		    "vedere", op_campo(op, "riferimento"),
		    which != NULL ? which : "0");
	return 0;
}

static int
applica(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct nodo *reg;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0 ||
	    (r = registro_vista_registrazione(&reg, op->a, op->st->registro,
	    &occhio, &n)) != 0)
		return r;
	op->vista = nodo_new(op->a, "verifica-firma");
	nodo_set(op->a, op->vista, "riferimento", numero_text(op->a, &n));
	return add_files(op, reg);
}

const struct atto atto_verifica_firma = {
	.nome = "verifica-firma",
	.sommario = "che cosa si è trovato delle firme di un documento, ogni "
	    "volta che si è guardato",
	.norma = "artt. 20 e 24 CAD",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};
