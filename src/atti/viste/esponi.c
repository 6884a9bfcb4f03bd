/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esponi.c - the folder of a case handed over as files: every document this
 * eye may read, as it stands, and index.xml with what they are and which
 * registrations go with them.
 *
 * Refuses by "absent" what the user may not see.  Keeps: for others (another
 * body, the person himself) no riservata entry of the diary goes out, whoever
 * asks; each document given leaves its row in the read log; bytes of
 * registered papers are named by impronta, and handed over with «originale».
 * Norm: GDPR artt. 5, 15, 32; L. 241/1990 art. 22.
 */
#include <string.h>

#include "atti/table.h"
#include "registro/fascicoli.h"
#include "registro/legami.h"

static int
esamina(struct op *op)
{
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0)
		return r;
	if (n.serie == SERIE_PROTOCOLLO)
		op_errore(op, "riferimento", "non-un-caso", NULL,
		    "si espone un accesso, una cartella, un fascicolo: di una "
		    "registrazione si ha l'originale con «originale»");
	return 0;
}

static bool
for_others(struct op *op)
{
	const char *v = op_campo(op, "per-altri");

	return v != NULL && strcmp(v, "si") == 0;
}

/* One document: its bytes, its line in the index, its row in the log. */
static int
give(struct op *op, const char *folder, const char *riferimento,
    const struct attuale *d, struct op_reso *to)
{
	AUTO_BUF b = { 0 };
	struct nodo *n;
	int r;

	if ((r = store_bytes(&b, op->st, folder, d->percorso)) != 0)
		return r;
	*to = (struct op_reso){ .percorso = d->percorso, .n = b.len,
	    .p = arena_memdup(op->a, buf_str(&b), b.len) };
	n = nodo_elem(op->a, op->vista, "documento");
	nodo_set(op->a, n, "percorso", d->percorso);
	nodo_set(op->a, n, "tipo", d->tipo);
	nodo_set(op->a, n, "impronta", d->impronta);
	op->letti[op->n_letti++] = arena_printf(op->a, "%s;documento=%s",
	    riferimento, d->percorso);
	return 0;
}

/* Of each registration that goes with it and is read in clear, its files. */
static int
add_pointers(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct nodo *x, *reg, *f, *to;
	struct numero n;
	int r;

	for (x = nodo_child(op->vista, "registrazione"); x != NULL;
	    x = nodo_next(x, "registrazione")) {
		if (nodo_attr(x, "oscurata") != NULL)
			continue;
		if ((r = numero_parse(&n, nodo_attr(x, "numero"))) != 0 ||
		    (r = registro_vista_registrazione(&reg, op->a,
		    op->st->registro, &occhio, &n)) != 0)
			return r;
		for (f = nodo_child(reg, NULL); f; f = nodo_next(f, NULL)) {
			if (strcmp(f->nome, "principale") != 0 &&
			    strcmp(f->nome, "allegato") != 0)
				continue;
			to = nodo_elem(op->a, op->vista, "allegato");
			nodo_set(op->a, to, "protocollo",
			    nodo_attr(x, "numero"));
			nodo_set(op->a, to, "nome", nodo_value(op->a, f,
			    "nome"));
			nodo_set(op->a, to, "impronta", nodo_value(op->a, f,
			    "impronta"));
		}
	}
	return 0;
}

static void
add_index(struct op *op, struct op_reso *to)
{
	AUTO_BUF b = { 0 };

	nodo_write(&b, op->vista);
	*to = (struct op_reso){ .percorso = "index.xml", .n = b.len,
	    .p = arena_memdup(op->a, buf_str(&b), b.len) };
}

static int
hand_over(struct op *op, const struct numero *n, const struct attuale *list,
    int count)
{
	const char *folder = numero_folder(op->a, n);
	const char *riferimento = numero_text(op->a, n);
	struct occhio occhio = op_occhio(op);
	struct op_reso *file;
	int r, i;

	file = arena_alloc(op->a, ((size_t)count + 1) * sizeof *file);
	op->letti = arena_alloc(op->a, (size_t)count * sizeof *op->letti + 1);
	for (i = 0; i < count; i++)
		if ((r = give(op, folder, riferimento, &list[i],
		    &file[i])) != 0)
			return r;
	if (n->serie != SERIE_ACCESSO &&
	    ((r = registro_vista_contenuto(op->vista, op->a,
	    op->st->registro, &occhio, n, NULL)) != 0 ||
	    (r = add_pointers(op)) != 0))
		return r;
	add_index(op, &file[count]);
	op->resi = file;
	op->n_resi = count + 1;
	return 0;
}

static int
applica(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct attuale *list;
	struct numero n;
	int r, count;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0 ||
	    (r = registro_vede(op->st->registro, &occhio, &n)) != 0)
		return r;
	r = for_others(op) ?
	    registro_attuali_per_altri(&list, &count, op->a, op->st->registro,
	    &occhio, &n) :
	    registro_attuali_visti(&list, &count, op->a, op->st->registro,
	    &occhio, &n);
	if (r != 0)
		return r;
	op->vista = nodo_new(op->a, "esposizione");
	nodo_set(op->a, op->vista, "riferimento", numero_text(op->a, &n));
	nodo_set(op->a, op->vista, "ora", op->ora_iso);
	nodo_set(op->a, op->vista, "operatore", op_agente(op));
	if (for_others(op))
		nodo_set(op->a, op->vista, "per-altri", "si");
	if ((r = hand_over(op, &n, list, count)) != 0)
		return r;
	op->letto = arena_printf(op->a, "%s;esposta%s;documenti=%d",
	    numero_text(op->a, &n), for_others(op) ? ";per-altri" : "", count);
	return 0;
}

const struct atto atto_esponi = {
	.nome = "esponi",
	.sommario = "i documenti di un caso come file, in una directory nuova",
	.norma = "artt. 15 e 32 GDPR",
	.flags = LETTURA | RENDE_DIRECTORY,
	.esamina = esamina,
	.applica = applica,
};
