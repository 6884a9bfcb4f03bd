/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/carte/allegare.h"

#include <string.h>

#include "atti/carte/stampare.h"
#include "atti/firme/passi_firma.h"
#include "documenti/registrazione.h"
#include "registro/legami.h"

static bool
among(const struct attuale *list, int n, const char *percorso)
{
	int i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i].percorso, percorso) == 0)
			return true;
	return false;
}

static bool
given_before(struct op *op, const struct nodo *allega, const char *percorso)
{
	const struct nodo *x;

	for (x = nodo_child(op->in, "allega"); x != allega;
	    x = nodo_next(x, "allega"))
		if (strcmp(nodo_all_text(op->a, x), percorso) == 0)
			return true;
	return false;
}

int
allegare_esamina(struct op *op, const struct caso *caso)
{
	const struct nodo *x = nodo_child(op->in, "allega");
	struct occhio occhio = op_occhio(op);
	const char *percorso, *path;
	struct attuale *list = NULL;
	int r, i, n = 0;

	if (x == NULL)
		return 0;
	/* to others no riservata entry goes, whoever writes */
	r = registro_attuali_per_altri(&list, &n, op->a, op->st->registro,
	    &occhio, &caso->n);
	if (r == ERR_ABSENT)
		err_clear();
	else if (r != 0)
		return r;
	for (i = 1; x != NULL; x = nodo_next(x, "allega"), i++) {
		path = i > 1 ? arena_printf(op->a, "allega[%d]", i) : "allega";
		percorso = nodo_all_text(op->a, x);
		if (!among(list, n, percorso))
			op_errore(op, path, "documento-ignoto", NULL, "%s non "
			    "è fra i documenti della cartella che puoi leggere "
			    "e mandare ad altri", percorso);
		else if (given_before(op, x, percorso))
			op_errore(op, path, "allegato-ripetuto", NULL,
			    "%s è dato due volte", percorso);
		else if ((r = passi_firma_a_meta(op, path, caso->folder,
		    percorso)) != 0)
			return r;
	}
	return 0;
}

static int
make(struct allegato_fatto *f, struct op *op, const struct caso *caso, int i)
{
	AUTO_BUF pdf = { 0 };
	int r;

	if ((r = stampa_documento(&pdf, &f->titolo, op, &caso->n,
	    f->documento)) != 0)
		return err_prefix(r, "%s", f->documento);
	if ((r = op_ricevi_bytes(&f->pdf, op, pdf.data, pdf.len,
	    arena_printf(op->a, "allegato-%d-%s.pdf", i, numero_text(op->a,
	    &caso->n)))) != 0)
		return r;
	f->pdf->lega_a = caso->folder;
	return 0;
}

int
allegare_fai(struct allegato_fatto **out, struct op *op,
    const struct caso *caso)
{
	const struct nodo *x = nodo_child(op->in, "allega");
	struct allegato_fatto **last = out, *f;
	int r, i;

	*out = NULL;
	if (x != NULL && (r = op_dipende(op, caso->folder)) != 0)
		return r;
	for (i = 1; x != NULL; x = nodo_next(x, "allega"), i++) {
		f = arena_alloc(op->a, sizeof *f);
		f->documento = nodo_all_text(op->a, x);
		if ((r = make(f, op, caso, i)) != 0)
			return r;
		*last = f;
		last = &f->succ;
	}
	return 0;
}

const char *
allegato_formato(const struct allegato_fatto *f)
{
	return f->formato != NULL ? f->formato : "application/pdf";
}

void
allegare_parti(struct nodo *parti, struct op *op,
    const struct allegato_fatto *list)
{
	struct nodo *n;

	for (; list != NULL; list = list->succ) {
		if (list->accanto)
			continue;
		n = nodo_elem(op->a, parti, "allegato");
		nodo_elem_text(op->a, n, "titolo", list->titolo);
		nodo_elem_text(op->a, n, "impronta", list->pdf->al.impronta);
	}
}

void
allegare_nodi(struct nodo *doc, struct op *op,
    const struct allegato_fatto *list)
{
	struct nodo *n;

	for (; list != NULL; list = list->succ) {
		if (list->accanto)
			continue;
		n = nodo_elem(op->a, doc, "inviato");
		nodo_elem_text(op->a, n, "documento", list->documento);
		nodo_elem_text(op->a, n, "titolo", list->titolo);
		nodo_elem_text(op->a, n, "file", list->pdf->al.impronta);
	}
}

void
allegare_file(struct nodo *campi, struct op *op,
    const struct allegato_fatto *list)
{
	for (; list != NULL; list = list->succ)
		registrazione_file(op->a, campi, "allegato", list->pdf->nome,
		    list->pdf->al.impronta, allegato_formato(list),
		    list->pdf->al.dimensione, list->titolo);
}
