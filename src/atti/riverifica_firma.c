/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * riverifica_firma.c - look again at the signatures of a registration: other
 * roots, other revocations, a program that can do more.
 *
 * Refuses: a registration none of whose files bears a signature.  Keeps: every
 * verdict before this one; the time that counts is still that of the
 * registration.  Norm: CAD art. 20; DPCM 22 febbraio 2013 art. 41.
 */
#include <string.h>

#include "archivio/allegato.h"
#include "atti/firme_ricevute.h"
#include "atti/registrazione.h"
#include "atti/table.h"

static int
esamina(struct op *op)
{
	struct numero n;
	struct nodo *v;
	int r;

	if ((r = registrazione_in_chiaro(&v, &n, op)) != 0)
		return r;
	if (nodo_child(v, "principale") == NULL &&
	    nodo_child(v, "allegato") == NULL)
		op_errore(op, "protocollo", "senza-file", NULL,
		    "la registrazione %s non ha file da verificare",
		    numero_text(op->a, &n));
	return 0;
}

/* Its files: the main one has place 0 whether it is there or not. */
static int
files_of(struct file_firmato **out, int *n, struct op *op,
    const struct nodo *reg, int anno)
{
	const char *dir = store_allegati(op->a, op->st, anno);
	const char *which = op_campo(op, "file"), *posto;
	struct file_firmato *list = NULL;
	const struct nodo *f;
	int used = 0, cap = 0, allegati = 0;
	bool there = false;

	for (f = nodo_child(reg, NULL); f != NULL; f = nodo_next(f, NULL)) {
		if (strcmp(f->nome, "principale") == 0)
			posto = "0";
		else if (strcmp(f->nome, "allegato") == 0)
			posto = arena_printf(op->a, "%d", ++allegati);
		else
			continue;
		list = arena_more(op->a, list, used, &cap, sizeof *list);
		list[used] = (struct file_firmato){
		    .nome = nodo_value(op->a, f, "nome"),
		    .impronta = nodo_value(op->a, f, "impronta"),
		    .solo_compagno = which != NULL &&
		    strcmp(which, posto) != 0 };
		list[used].path = allegato_path(op->a, dir,
		    list[used].impronta);
		there = there || !list[used].solo_compagno;
		used++;
	}
	*out = list;
	*n = used;
	if (!there)
		return err_set(ERR_ABSENT, "di %s non c'è un file %s",
		    op_campo(op, "protocollo"), which != NULL ? which : "0");
	return 0;
}

static int
prepara(struct op *op)
{
	struct firme_ricevute *firme;
	struct file_firmato *file;
	struct nodo *reg;
	struct numero n;
	int64_t ora;
	int r, count;

	if ((r = registrazione_in_chiaro(&reg, &n, op)) != 0 ||
	    (r = files_of(&file, &count, op, reg, n.anno)) != 0 ||
	    (r = clock_parse(&ora, nodo_value(op->a, reg, "ora"))) != 0 ||
	    (r = firme_ricevute(&firme, op, file, count, ora)) != 0)
		return r;
	if (firme == NULL)
		op_errore(op, "protocollo", "nessuna-firma", NULL,
		    "nei file di %s non si trovano firme da verificare",
		    numero_text(op->a, &n));
	op->prep = firme;
	return 0;
}

static int
applica(struct op *op)
{
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0)
		return r;
	op->fatto = numero_text(op->a, &n);
	return firme_ricevute_deposita(op, &n, op->prep);
}

const struct atto atto_riverifica_firma = {
	.nome = "riverifica-firma",
	.sommario = "verifica di nuovo le firme di una registrazione; le "
	    "verifiche di prima restano",
	.norma = "art. 20 CAD; art. 41 DPCM 22 febbraio 2013",
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
