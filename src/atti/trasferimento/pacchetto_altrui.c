/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto_altrui.c - of a package: what came with the case of another body
 * and goes on with it (pacchetto.h).
 *
 * Keeps: a provenienza names every attachment that came; of those only what no
 * document names (what proves the package, files of their registrations) goes
 * with it, all others with the documents that name them; the bundle of their
 * history only when our own goes too.
 */
#include <string.h>

#include "atti/trasferimento/imballo.h"
#include "atti/trasferimento/pacchetto.h"
#include "atti/trasferimento/pacchetto_esame.h"
#include "documenti/provenienza.h"

static void
add_name(struct pacchetto *p, const struct nodo *n)
{
	struct arena *a = p->op->a;

	p->nomi = arena_more(a, p->nomi, p->n_nomi, &p->cap_nomi,
	    sizeof *p->nomi);
	p->nomi[p->n_nomi++] = arena_printf(a, "%s.%s",
	    nodo_value(a, n, "impronta"), imballo_coda(a,
	    nodo_value(a, n, "nome")));
}

static void
add_impronta(struct pacchetto *p, const struct nodo *n)
{
	buf_printf(&p->testo, "%s\n", nodo_value(p->op->a, n, "impronta"));
}

int
pacchetto_di_altri(struct pacchetto *p, const char *percorso)
{
	struct nodo *doc, *n;
	int r;

	if ((r = store_documento(&doc, p->op->a, p->op->st, p->folder,
	    percorso)) != 0)
		return r;
	for (n = nodo_child(doc, "prova"); n; n = nodo_next(n, "prova")) {
		if (!p->intero && strcmp(nodo_value(p->op->a, n, "nome"),
		    PACCHETTO_FASCIO) == 0)
			continue;
		add_name(p, n);
		add_impronta(p, n);
	}
	for (n = nodo_child(doc, "allegato"); n; n = nodo_next(n, "allegato")) {
		add_name(p, n);
		if (nodo_child(n, "di") == NULL)
			add_impronta(p, n);
	}
	return 0;
}

/* The impronta under which a provenienza has kept that file; NULL: it has
 * not. */
static const char *
kept_as(struct arena *a, const struct nodo *doc, const char *nome)
{
	const struct nodo *n;

	for (n = nodo_child(doc, "prova"); n != NULL; n = nodo_next(n, "prova"))
		if (strcmp(nodo_value(a, n, "nome"), nome) == 0)
			return nodo_value(a, n, "impronta");
	return NULL;
}

int
pacchetto_chiave_di_altri(struct pacchetto *p, const char *nome)
{
	struct op *op = p->op;
	const char *impronta = NULL, *path;
	bool came = false;
	struct nodo *doc;
	size_t size = 0;
	int i, r;

	for (i = 0; i < p->n_doc && impronta == NULL; i++) {
		if (strcmp(p->doc[i].tipo, PROVENIENZA) != 0 ||
		    percorso_altrui(p->doc[i].percorso))
			continue;
		if ((r = store_documento(&doc, op->a, op->st, p->folder,
		    p->doc[i].percorso)) != 0)
			return r;
		impronta = kept_as(op->a, doc, nome);
		came = true;
	}
	if (impronta == NULL && came) {	/* it never was in their package */
		err_clear();
		return 0;
	}
	if (impronta == NULL)
		return err_set(ERR_FAULT, "%s non c'è, e qualcosa che va nel "
		    "pacchetto è firmato con lei: eseguire «cartella "
		    "verifica»", nome);
	err_clear();
	if ((r = imballo_bytes(&path, &size, op, impronta)) != 0 ||
	    (r = borsa_metti_file(&p->borsa, nome, path, size, impronta)) != 0)
		return r;
	pacchetto_voce(p, "chiavi", &p->borsa.file[p->borsa.n - 1]);
	return 0;
}
