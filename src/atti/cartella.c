/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/cartella.h"

#include "atti/atto.h"
#include "documenti/cartella.h"
#include "documenti/scheda.h"

int
caso_find(struct caso *out, struct op *op)
{
	struct occhio occhio = op_occhio(op);
	int r;

	if ((r = numero_parse(&out->n, op_campo(op, "cartella"))) != 0)
		return r;
	out->folder = numero_folder(op->a, &out->n);
	return registro_cartella(&out->c, op->a, op->st->registro, &occhio,
	    &out->n);
}

int
caso_scrivibile(struct caso *out, struct op *op)
{
	int r;

	if ((r = caso_find(out, op)) != 0)
		return r;
	if (!cartella_scrivibile(out->c.stato))
		op_errore(op, "cartella", "cartella-chiusa", NULL,
		    "la cartella %s è chiusa dal %s: non vi si scrive più",
		    numero_text(op->a, &out->n), out->c.chiusa);
	return 0;
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
