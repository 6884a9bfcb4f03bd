/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scartare.c - how what was authorised goes: the folder of a cartella, that of
 * the accesso it was born of, those of the fascicoli in it; of an accesso that
 * became no cartella, its own.
 *
 * Every version of every document becomes a lapide, and the history is written
 * again: acts, numbers and the chain stay, words do not.  Of covers there stays
 * where the case stood (documenti/scarto.h).  Keeps: bytes that a registration
 * outside, a repertory or a document of another folder names.
 * Norm: D.lgs 42/2004 art. 21; DPR 37/2001 art. 8.
 */
#include "atti/archivio/scartare.h"

#include <string.h>

#include "atti/archivio/distruggi.h"
#include "atti/archivio/espungere.h"
#include "base/hash.h"
#include "documenti/scarto.h"
#include "registro/legami.h"
#include "xml/xml.h"

struct lavoro {
	struct op *op;
	const struct da_scartare *s;
	const char *cartella;
	struct scarto_versione *v;
	int n;
};

/* ---- lapidi ---- */

static struct espunto
espunto_of(const struct lavoro *l, const struct scarto_versione *v)
{
	return (struct espunto){ .percorso = v->percorso, .tipo = v->tipo,
	    .segno = v->segno, .provvedimento = l->s->elenco->estremi,
	    .giorno = op_oggi(l->op), .istanza = l->op->id };
}

/* The lapide of one version, whose bytes are these. */
static int
bury_one(struct lavoro *l, struct buf *out, struct scarto_versione *v,
    const void *p, size_t n)
{
	struct espunto e = espunto_of(l, v);
	char impronta[IMPRONTA_LEN + 1];
	struct nodo *doc = NULL;
	int r;

	/* what is no XML of ours has no cover in it */
	if (scarto_e_copertina(v->tipo) &&
	    (r = xml_parse(&doc, l->op->a, p, n, XML_OURS)) != 0)
		return r;
	nodo_write(out, scarto_lapide(l->op->a, &e, v->impronta, doc));
	hash_hex(impronta, buf_str(out), out->len);
	v->lapide = arena_strdup(l->op->a, impronta);
	return 0;
}

/* What stands now for a version: once erased it stays as it is. */
static int
bury(void *arg, struct buf *out, const char *path, const void *p, size_t n)
{
	struct lavoro *l = arg;
	const char *lapide = NULL;
	char is[IMPRONTA_LEN + 1];
	int i, r;

	hash_hex(is, p, n);
	for (i = 0; i < l->n; i++) {
		struct scarto_versione *v = &l->v[i];

		if (strcmp(v->percorso, path) != 0 ||
		    strcmp(v->impronta, is) != 0)
			continue;
		if (lapide != NULL)
			v->lapide = lapide;
		else if ((r = bury_one(l, out, v, p, n)) != 0)
			return r;
		lapide = v->lapide;
	}
	if (lapide == NULL)
		buf_append(out, p, n);
	return 0;
}

static const char **
paths(int *n, struct lavoro *l)
{
	const char **list = arena_alloc(l->op->a, ((size_t)l->n + 1) *
	    sizeof *list);
	int i;

	for (*n = 0, i = 0; i < l->n; i++)
		if (*n == 0 || strcmp(list[*n - 1], l->v[i].percorso) != 0)
			list[(*n)++] = l->v[i].percorso;
	return list;
}

/* ---- the document that says so ---- */

static int
add_documents(struct nodo *doc, struct lavoro *l)
{
	struct nodo *d = NULL;
	int r, i;

	for (i = 0; i < l->n; i++) {
		struct scarto_versione *v = &l->v[i];
		struct espunto e = espunto_of(l, v);

		if (v->lapide == NULL)
			return err_set(ERR_FAULT, "%s: manca %s dell'atto "
			    "%lld: eseguire «cartella verifica»", l->cartella,
			    v->percorso, (long long)v->seq);
		if (i == 0 || strcmp(v[-1].percorso, v->percorso) != 0) {
			if ((r = registro_riservato_di(&e.riservata_di,
			    l->op->a, l->op->st->registro, l->cartella,
			    v->percorso)) != 0)
				return r;
			d = espunzione_documento(l->op->a, doc, &e);
		}
		espunzione_versione(l->op->a, d, v->seq, v->impronta,
		    v->lapide);
	}
	return 0;
}

/* Where an act stood before an earlier erasure: what it has now. */
static int
add_earlier(struct nodo *doc, struct lavoro *l, const struct posto *now,
    int n)
{
	struct posto *list;
	int r, i, k, count;

	if ((r = registro_posti_prima(&list, &count, l->op->a,
	    l->op->st->registro, l->cartella)) != 0)
		return r;
	for (i = 0; i < count; i++)
		for (k = 0; k < n; k++)
			if (now[k].seq == list[i].seq)
				espunzione_commit(l->op->a, doc, list[i].seq,
				    list[i].commit, now[k].commit);
	return 0;
}

static int
move_acts(struct nodo *doc, struct lavoro *l)
{
	struct posto *now;
	int r, n;

	if ((r = espungere_sposta(&now, &n, doc, l->op)) != 0)
		return r;
	return add_earlier(doc, l, now, n);
}

/* It was sealed: who may know what its registrations say stays as it was. */
static int
add_seal(struct nodo *doc, struct lavoro *l)
{
	struct op *op = l->op;
	struct nodo *seal, *x;
	const struct nodo *who;
	struct numero n;
	struct luogo at;
	int r;

	/* of what goes with a cartella, that one says it */
	if ((r = numero_of_folder(&n, l->cartella)) != 0 ||
	    strcmp(l->cartella, l->s->cartelle[0]) != 0 ||
	    n.serie == SERIE_FASCICOLO)
		return r;
	r = registro_secretazione(&at, op->a, op->st->registro, &n);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0 || (r = store_documento(&seal, op->a, op->st, at.cartella,
	    at.percorso)) != 0)
		return r;
	x = nodo_elem(op->a, doc, "secretata");
	for (who = nodo_child(seal, "lettore"); who; who = nodo_next(who,
	    "lettore"))
		nodo_elem_text(op->a, x, "lettore", nodo_all_text(op->a, who));
	return 0;
}

static struct nodo *
head(struct lavoro *l)
{
	struct op *op = l->op;
	struct nodo *n = nodo_new(op->a, SCARTO);

	nodo_elem_text(op->a, n, "autore", op_agente(op));
	nodo_elem_text(op->a, n, "scritto", op_oggi(op));
	nodo_elem_printf(op->a, n, "elenco", "%d", l->s->elenco->numero);
	nodo_elem_printf(op->a, n, "voce", "%d", l->s->voce->voce);
	nodo_elem_text(op->a, n, "unita", numero_text(op->a, &l->s->voce->n));
	nodo_elem_text(op->a, n, "autorizzazione", l->s->elenco->estremi);
	return n;
}

/* Registrations that only its own documents tied to it. */
static int
add_registrations(struct nodo *doc, struct lavoro *l)
{
	struct numero n, *list;
	int r, i, count;

	if ((r = numero_of_folder(&n, l->cartella)) != 0 ||
	    (r = registro_scarto_uscite(&list, &count, l->op->a,
	    l->op->st->registro, &n)) != 0)
		return r;
	for (i = 0; i < count; i++)
		nodo_elem_text(l->op->a, doc, "registrazione",
		    numero_text(l->op->a, &list[i]));
	return 0;
}

/* ---- attachments ---- */

static bool
condemned(const struct op *op, const char *impronta)
{
	const struct op_distrutto *x;

	for (x = op->distrutti; x != NULL; x = x->succ)
		if (x->cartella == NULL && strcmp(x->impronta, impronta) == 0)
			return true;
	return false;
}

/* Bytes of this folder: they go, or only their link beside it does. */
static int
condemn(struct nodo *doc, struct lavoro *l, const char *impronta)
{
	const struct via via = { .registrati = true,
	    .altre = l->s->tutte, .n_altre = l->s->n_tutte };
	int r;

	if (condemned(l->op, impronta))
		return 0;
	if ((r = registro_scarto_trattiene(l->op->st->registro, impronta,
	    l->s->tutte, l->s->n_tutte)) < 0)
		return r;
	return distruggi_o_slega(doc, l->op, l->cartella, impronta, &via,
	    r == 1);
}

static int
add_attachments(struct nodo *doc, struct lavoro *l)
{
	const char **list;
	int r, i, n;

	if ((r = registro_scarto_allegati(&list, &n, l->op->a,
	    l->op->st->registro, l->cartella)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = condemn(doc, l, list[i])) != 0)
			return r;
	return 0;
}

/* ---- a folder, all of them ---- */

static int
one_folder(struct op *op, const struct da_scartare *s, const char *cartella)
{
	struct lavoro l = { .op = op, .s = s, .cartella = cartella };
	const char **path;
	struct nodo *doc;
	int r, n;

	if ((r = registro_scarto_versioni(&l.v, &l.n, op->a,
	    op->st->registro, cartella)) != 0)
		return r;
	path = paths(&n, &l);
	if ((r = op_riscrivi(op, cartella, path, n, bury, &l)) != 0)
		return r;
	doc = head(&l);
	if ((r = add_seal(doc, &l)) != 0 ||
	    (r = add_documents(doc, &l)) != 0 ||
	    (r = move_acts(doc, &l)) != 0 ||
	    (r = add_registrations(doc, &l)) != 0 ||
	    (r = add_attachments(doc, &l)) != 0)
		return r;
	op_deposita(op, cartella, SCARTO_PERCORSO, doc);
	return 0;
}

int
scartare(struct op *op, const struct da_scartare *s)
{
	int r, i;

	for (i = 0; i < s->n; i++)
		if ((r = one_folder(op, s, s->cartelle[i])) != 0)
			return r;
	return 0;
}
