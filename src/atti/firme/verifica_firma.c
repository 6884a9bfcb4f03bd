/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica_firma.c - what was found of the signatures of a registration, or of
 * a document of a case, or of a list of scarto: every look that was taken, with
 * the evidence it stood on.  A signature that was good when it was looked at
 * stays so shown, whatever becomes of its key; what the chain has learnt of the
 * key since is told beside.
 *
 * Refuses by "absent" what the user may not see in clear.  Keeps: nothing is
 * verified here, and so nothing changes; who wants another look takes it with
 * «riverifica-firma».  Norm: CAD artt. 20, 24; DPCM 22 febbraio 2013 art. 41.
 */
#include <string.h>

#include "atti/firme/firme_proprie.h"
#include "atti/firme/sede_firma.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/verdetto.h"
#include "registro/verdetti.h"

/* Of ente there is no number. */
static bool
is_ente(const struct op *op)
{
	return strcmp(op_campo(op, "riferimento"), SEDE_ENTE) == 0;
}

static int
esamina(struct op *op)
{
	struct numero n = { .serie = SERIE_CARTELLA };
	int r;

	if (!is_ente(op) &&
	    (r = numero_parse(&n, op_campo(op, "riferimento"))) != 0)
		return r;
	if (n.serie != SERIE_PROTOCOLLO && (n.serie != SERIE_CARTELLA ||
	    op_campo(op, "documento") == NULL))
		op_errore(op, "documento", "manca-documento", NULL, "indica "
		    "un numero di protocollo, o una cartella e il suo "
		    "documento con --documento");
	return 0;
}

/* What was found, below the line that tells it. */
static void
add_found(struct op *op, struct nodo *v, const struct nodo *doc)
{
	static const char *const parts[] = { "dopo", "firme" };
	const struct nodo *n;
	size_t i;

	for (i = 0; i < NELEM(parts); i++)
		if ((n = nodo_child(doc, parts[i])) != NULL)
			nodo_add(v, nodo_copy(op->a, n));
}

/* ---- a registration ---- */

static int
add_verdict(struct op *op, struct nodo *to, const struct nodo *line)
{
	struct nodo *v = nodo_copy(op->a, line), *doc;
	int r;

	if ((r = store_documento(&doc, op->a, op->st,
	    nodo_attr(line, "cartella"), nodo_attr(line, "percorso"))) != 0)
		return r;
	nodo_set(op->a, v, "riga", nodo_all_text(op->a, v));
	if (v->primo != NULL)
		nodo_remove(v->primo);
	add_found(op, v, doc);
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
	const struct nodo *f = NULL;
	int r;

	while ((f = registrazione_prossimo(&posto, op->a, reg, f)) != NULL) {
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
show_registration(struct op *op, const struct numero *n)
{
	struct occhio occhio = op_occhio(op);
	struct nodo *reg;
	int r;

	if ((r = registro_vista_registrazione(&reg, op->a, op->st->registro,
	    &occhio, n)) != 0)
		return r;
	return add_files(op, reg);
}

/* ---- a document ---- */

static int
add_looks(struct op *op, struct nodo *to, const struct caso *caso,
    const struct firma_riga *f)
{
	struct nodo *doc, *v;
	const char **paths;
	int r, i, n;

	if ((r = registro_verdetti_percorsi(&paths, &n, op->a,
	    op->st->registro, caso->folder, firme_proprie_dir(op, f))) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if ((r = store_documento(&doc, op->a, op->st, caso->folder,
		    paths[i])) != 0)
			return r;
		v = nodo_elem(op->a, to, "verdetto");
		nodo_set(op->a, v, "percorso", paths[i]);
		nodo_set(op->a, v, "ora", nodo_value(op->a, doc, "ora"));
		nodo_set(op->a, v, "operatore", nodo_value(op->a, doc,
		    "operatore"));
		nodo_set(op->a, v, "esito", verdetto_esito(doc));
		nodo_set(op->a, v, "riga", verdetto_riga(op->a, doc));
		add_found(op, v, doc);
	}
	return 0;
}

static int
add_signature(struct op *op, const struct caso *caso,
    const struct firma_riga *f, const char *now)
{
	struct nodo *v = nodo_elem(op->a, op->vista, "sottoscritta");
	const char *why = NULL;
	int r;

	nodo_set(op->a, v, "percorso", f->percorso);
	nodo_set(op->a, v, "scopo", f->scopo);
	nodo_set(op->a, v, "utente", f->utente);
	nodo_set(op->a, v, "per", f->per);
	nodo_set(op->a, v, "chiave", f->chiave);
	nodo_set(op->a, v, "ora", f->ora);
	if (f->documento_impronta != NULL &&
	    strcmp(f->documento_impronta, now) != 0)
		nodo_set(op->a, v, "versione", "precedente");
	if ((r = firme_proprie_valeva(&why, op, caso, f)) < 0)
		return r;
	if (r == 0)
		nodo_set(op->a, v, "non-valeva", why);
	return add_looks(op, v, caso, f);
}

static int
show_document(struct op *op)
{
	const char *documento = op_campo(op, "documento");
	struct firma_riga *list;
	struct attuale doc;
	struct caso caso;
	int r, i, n;

	if ((r = sede_firma_di(&caso, op, op_campo(op,
	    "riferimento"))) != 0 ||
	    (r = sede_firma_legge(op, &caso, documento)) != 0 ||
	    (r = registro_attuale(&doc, op->a, op->st->registro, caso.folder,
	    documento)) != 0 ||
	    (r = firme_proprie_elenco(&list, &n, op, &caso, documento)) != 0)
		return r;
	nodo_set(op->a, op->vista, "documento", documento);
	nodo_set(op->a, op->vista, "impronta", doc.impronta);
	for (i = 0; i < n; i++)
		if ((r = add_signature(op, &caso, &list[i],
		    doc.impronta)) != 0)
			return r;
	return 0;
}

static int
applica(struct op *op)
{
	struct numero n = { .serie = SERIE_CARTELLA };
	int r;

	if (!is_ente(op) &&
	    (r = numero_parse(&n, op_campo(op, "riferimento"))) != 0)
		return r;
	op->vista = nodo_new(op->a, "verifica-firma");
	nodo_set(op->a, op->vista, "riferimento", is_ente(op) ? SEDE_ENTE :
	    numero_text(op->a, &n));
	return n.serie == SERIE_PROTOCOLLO ? show_registration(op, &n) :
	    show_document(op);
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
