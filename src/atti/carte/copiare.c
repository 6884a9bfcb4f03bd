/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/carte/copiare.h"

#include <string.h>

#include "registro/legami.h"

void
copiare_origine(struct nodo *doc, struct op *op, const struct stampando *s)
{
	nodo_elem_text(op->a, doc, "autore", op->utente);
	nodo_elem_text(op->a, doc, "scritto", op_oggi(op));
	nodo_elem_text(op->a, doc, "documento-percorso", s->percorso);
	nodo_elem_text(op->a, doc, "documento-tipo", s->tipo);
	nodo_elem_text(op->a, doc, "documento-id", s->id);
	nodo_elem_printf(op->a, doc, "documento-versione", "%d", s->versione);
	nodo_elem_text(op->a, doc, "documento-impronta", s->impronta);
}

void
copiare_non_riservato(struct op *op, const struct stampando *s)
{
	static const char dir[] = "diario/riservate/";
	const char *riservata = nodo_value(op->a, s->doc, "riservata");

	if (strncmp(s->percorso, dir, sizeof dir - 1) == 0 ||
	    (riservata != NULL && strcmp(riservata, "si") == 0))
		op_errore(op, "documento", "voce-riservata", "art. 5 GDPR",
		    "una voce riservata del diario non si dà in copia");
}

int
copiare_protetto(bool *out, struct op *op, const struct numero *n)
{
	struct luogo l;
	struct nodo *doc;
	const char *v;
	int r;

	*out = false;
	r = registro_secretazione(&l, op->a, op->st->registro, n);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0 || (r = store_documento(&doc, op->a, op->st, l.cartella,
	    l.percorso)) != 0)
		return r;
	v = nodo_value(op->a, doc, "motivo");
	*out = v != NULL && strcmp(v, "indirizzo-protetto") == 0;
	return 0;
}

int
copiare_politica(int *versione, const char **impronta, struct op *op)
{
	struct versione *v;
	int r, n;

	if ((r = registro_versioni(&v, &n, op->a, op->st->registro, "ente",
	    OSCURAMENTO_PERCORSO)) != 0)
		return r;
	*versione = n;
	*impronta = v[n - 1].impronta;
	return 0;
}

int
copiare_percorso(const char **out, struct op *op, const struct caso *caso,
    const char *dir)
{
	int r, n;

	if ((r = registro_documenti(&n, op->st->registro, caso->folder,
	    dir)) != 0)
		return r;
	*out = ordinale_path(op->a, dir, n + 1, ".xml");
	return 0;
}

int
copiare_allegato(const char **impronta, struct op *op,
    const struct caso *caso, const void *p, size_t n, const char *nome)
{
	struct op_allegato *al;
	int r;

	if ((r = op_ricevi_bytes(&al, op, p, n, nome)) != 0)
		return r;
	al->lega_a = caso->folder;
	*impronta = arena_strdup(op->a, al->al.impronta);
	return 0;
}

const char *
copiare_nome(struct op *op, const struct stampando *s)
{
	char *stem = arena_strndup(op->a, s->percorso,
	    strcspn(s->percorso, ".")), *c;

	for (c = stem; *c != '\0'; c++)
		if (*c == '/')
			*c = '-';
	return arena_printf(op->a, "%s-%s", stem, numero_text(op->a, &s->n));
}
