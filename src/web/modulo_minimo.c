/* SPDX-License-Identifier: EUPL-1.2 */
/* modulo_minimo.c - forms from pairs alone, until modulo.c has them from the
 * schema (an archive's first member of a name is the one that is linked). */
#include "web/modulo.h"

#include <string.h>

#include "base/random.h"
#include "xml/campi.h"

const char *
modulo_valore(const struct modulo_dati *d, const char *nome)
{
	int i;

	for (i = 0; i < d->n; i++)
		if (strcmp(d->campi[i].nome, nome) == 0)
			return d->campi[i].valore[0] != '\0' ?
			    d->campi[i].valore : NULL;
	return NULL;
}

enum modulo_azione
modulo_azione(const struct modulo_dati *d)
{
	const char *v = modulo_valore(d, "_azione");

	return v != NULL && strcmp(v, "prova") == 0 ? MODULO_PROVA :
	    v != NULL && strcmp(v, "bozza") == 0 ? MODULO_BOZZA : MODULO_INVIA;
}

const char *
modulo_ritorno(const struct modulo_dati *d)
{
	const char *v = modulo_valore(d, "_ritorno");

	return v != NULL && v[0] == '/' && v[1] != '/' ? v : NULL;
}

int
modulo_istanza(struct nodo **out, struct rilievi *ril, struct arena *a,
    const struct modulo_dati *d)
{
	const char *(*pairs)[2] = arena_alloc(a, (size_t)(d->n + 1) *
	    sizeof *pairs);
	const char *id = modulo_valore(d, "_id");
	struct nodo *root, *body;
	char fresh[ID_LEN + 1];
	int i, n = 0, r;

	for (i = 0; i < d->n; i++)
		if (d->campi[i].nome[0] != '_' &&
		    d->campi[i].valore[0] != '\0') {
			pairs[n][0] = d->campi[i].nome;
			pairs[n++][1] = d->campi[i].valore;
		}
	r = campi_build(&body, a, arena_printf(a, "atti/%s", d->atto),
	    d->atto, (const char *const (*)[2])pairs, n);
	if (r == ERR_INVALID) {
		rilievo_add(ril, ERRORE, "", "campo", NULL, "%s", err_msg());
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	random_id(fresh);
	root = nodo_new(a, "istanza");
	nodo_set(a, root, "atto", d->atto);
	nodo_set(a, root, "id", id != NULL && random_id_valid(id) ? id :
	    fresh);
	nodo_set(a, root, "versione", "1");
	nodo_add(root, body);
	*out = root;
	return 0;
}

int
modulo_albero(struct nodo **out, struct arena *a, const struct nodo *puo,
    const struct modulo_dati *d, const struct nodo *rilievi)
{
	*out = nodo_new(a, "modulo");
	nodo_set(a, *out, "atto", d->atto);
	nodo_set(a, *out, "sommario", nodo_attr(puo, "sommario"));
	if (rilievi != NULL)
		nodo_add(*out, nodo_copy(a, rilievi));
	return 0;
}
