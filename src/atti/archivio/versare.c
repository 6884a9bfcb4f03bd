/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * versare.c - a package for the conservatore as a bag: each file with its
 * SHA-256 beside it and its metadata, the index, the schemas of it all
 * (versare.h).
 *
 * Norm: linee guida AgID, Allegato 2 (name.ext.sha256: hexadecimal, no line
 * end; XML with its schema) and 5; UNI 11386 (SInCRO).
 */
#include "atti/archivio/versare.h"

#include <stdlib.h>
#include <string.h>

#include "atti/trasferimento/imballo.h"
#include "base/resource.h"
#include "xml/xml.h"

#define VERSAMENTO_NORMA "art. 44 CAD; linee guida AgID, par. 3.1.6 e 4"

int
versare_apri(struct versare *v, struct op *op, const char *formato,
    const char *utente)
{
	struct ente e;
	int r;

	*v = (struct versare){ .op = op, .formato = formato, .utente = utente,
	    .borsa.a = op->a };
	if ((r = registro_ente(&e, op->a, op->st->registro)) != 0)
		return r;
	v->ente = (struct metadati_ente){ e.denominazione, e.codice_ipa,
	    e.codice_aoo };
	return imballo_sigillo(&v->sigillo, op);
}

/* ---- what goes ---- */

/* So that the same files, called the same, are known again; their renditions
 * change with the program that makes them. */
static const char *
content_of(struct versare *v, const struct unita *u)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	int i;

	for (i = u->primo; i < u->primo + u->n; i++)
		if (!v->pezzo[i].resa)
			buf_printf(&b, "%s  %s\n", v->pezzo[i].m.id.impronta,
			    v->pezzo[i].percorso);
	hash_hex(impronta, buf_str(&b), b.len);
	return arena_strdup(v->op->a, impronta);
}

static int
gather(struct versare *v, struct unita *u)
{
	struct numero n;
	int r;

	if (strlen(u->nome) == GIORNO_LEN && u->nome[4] == '-')
		return versare_giorno(v, u);
	if ((r = numero_parse(&n, u->nome)) != 0)
		return r;
	if (n.serie != SERIE_PROTOCOLLO)
		return versare_fascicolo(v, u);
	u->dir = arena_printf(v->op->a, "PG-%d-%07d", n.anno, n.progressivo);
	if ((r = versare_registrazione(v, arena_printf(v->op->a, "data/%s",
	    u->dir), &n, NULL, 0)) != 0)
		return r;
	return v->op->ril.errori > 0 ? 0 : versare_rese(v, u->primo);
}

int
versare_aggiungi(struct versare *v, const char *nome)
{
	struct unita u = { .nome = nome, .dir = nome, .intera = true,
	    .primo = v->n_pezzi, .primo_aggregato = v->n_aggregati };
	int r;

	if ((r = gather(v, &u)) != 0)
		return r;
	u.n = v->n_pezzi - u.primo;
	u.n_aggregati = v->n_aggregati - u.primo_aggregato;
	u.contenuto = content_of(v, &u);
	v->unita = arena_more(v->op->a, v->unita, v->n_unita, &v->cap_unita,
	    sizeof *v->unita);
	v->unita[v->n_unita++] = u;
	if (v->n_pezzi > VERSARE_FILE_MAX)
		op_errore(v->op, "", "troppi-file", NULL, "sono più di %d "
		    "file: versane una parte alla volta", VERSARE_FILE_MAX);
	return 0;
}

/* ---- the bag ---- */

static int
put(struct versare *v, const char *nome, const struct buf *b)
{
	return borsa_metti(&v->borsa, nome, arena_memdup(v->op->a,
	    b->data != NULL ? b->data : "", b->len), b->len);
}

static int
put_tree(struct versare *v, const char *nome, const struct nodo *n)
{
	AUTO_BUF b = { 0 };

	nodo_write(&b, n);
	return put(v, nome, &b);
}

/* Those that go with it, by their numbers in the list. */
static void
say_attachments(struct versare *v, int which, int da, int n)
{
	struct metadati_documento *m = &v->pezzo[which].m;
	const struct metadati_id **ids;
	const char **nomi;
	int i, k = 0;

	ids = arena_alloc(v->op->a, ((size_t)n + 1) *
	    sizeof(const struct metadati_id *));
	nomi = arena_alloc(v->op->a, ((size_t)n + 1) * sizeof *nomi);
	for (i = da; i < da + n; i++) {
		if (v->pezzo[i].primario != which || i == which)
			continue;
		ids[k] = &v->pezzo[i].m.id;
		nomi[k++] = v->pezzo[i].m.nome;
	}
	ids[k] = NULL;
	m->allegati = ids;
	m->allegati_nomi = nomi;
}

static int
put_file(struct versare *v, int which, const struct unita *u,
    struct nodo *gruppo)
{
	struct arena *a = v->op->a;
	struct pezzo *p = &v->pezzo[which];
	const char *metadati = arena_printf(a, "%s.metadati.xml",
	    p->percorso);
	struct nodo *f = nodo_elem(a, gruppo, "file");
	int r;

	say_attachments(v, which, u->primo, u->n);
	if (p->primario >= 0)
		p->m.primario = &v->pezzo[p->primario].m.id;
	r = p->p != NULL ? borsa_metti(&v->borsa, p->percorso, p->p, p->n) :
	    borsa_metti_file(&v->borsa, p->percorso, p->da, p->n,
	    p->m.id.impronta);
	if (r != 0 || (r = borsa_metti(&v->borsa, arena_printf(a, "%s.sha256",
	    p->percorso), p->m.id.impronta, IMPRONTA_LEN)) != 0 ||
	    (r = put_tree(v, metadati, metadati_documento(a, &v->ente,
	    &p->m))) != 0)
		return r;
	nodo_set(a, f, "percorso", p->percorso);
	nodo_set(a, f, "impronta", p->m.id.impronta);
	nodo_set(a, f, "dimensione", arena_printf(a, "%zu", p->n));
	nodo_set(a, f, "formato", p->m.formato);
	nodo_set(a, f, "metadati", metadati);
	nodo_set(a, f, "schema", p->schema);
	nodo_set(a, f, "resa-di", p->resa ? v->pezzo[p->primario].percorso :
	    NULL);
	return 0;
}

static int
put_aggregate(struct versare *v, struct aggregato *g, struct nodo *gruppo)
{
	struct arena *a = v->op->a;
	const struct metadati_id **ids = arena_alloc(a, ((size_t)g->n + 1) *
	    sizeof(const struct metadati_id *));
	struct nodo *n = nodo_elem(a, gruppo, "aggregazione");
	int i, r;

	for (i = 0; i < g->n; i++)
		ids[i] = &v->pezzo[g->primo + i].m.id;
	ids[g->n] = NULL;
	g->m.documenti = ids;
	if ((r = put_tree(v, g->percorso, metadati_aggregazione(a, &v->ente,
	    &g->m))) != 0)
		return r;
	nodo_set(a, n, "percorso", g->percorso);
	nodo_set(a, n, "impronta", borsa_trova(&v->borsa,
	    g->percorso)->impronta);
	return 0;
}

static int
put_unit(struct versare *v, const struct unita *u)
{
	struct nodo *gruppo = nodo_elem(v->op->a, v->indice, "gruppo");
	int i, r;

	nodo_set(v->op->a, gruppo, "nome", u->nome);
	nodo_set(v->op->a, gruppo, "contenuto", u->contenuto);
	nodo_set(v->op->a, gruppo, "intero", u->intera ? "si" : "no");
	for (i = 0; i < u->n_aggregati; i++)
		if ((r = put_aggregate(v, &v->aggregato[u->primo_aggregato +
		    i], gruppo)) != 0)
			return r;
	for (i = u->primo; i < u->primo + u->n; i++)
		if ((r = put_file(v, i, u, gruppo)) != 0)
			return r;
	return 0;
}

/* ---- schemas ---- */

static int
put_resource(struct versare *v, const char *nome, const char *resource)
{
	const struct resource *x = resource_find(resource);

	if (x == NULL)
		return err_set(ERR_FAULT, "nel programma non c'è %s",
		    resource);
	return borsa_metti(&v->borsa, nome, x->data, x->size);
}

/* "data/schemi/abitazione-2.xsd": of a type the office has adopted. */
static int
put_adopted(struct versare *v, const char *percorso)
{
	const char *nome = percorso + strlen("data/schemi/");
	const char *dash = strrchr(nome, '-');
	AUTO_BUF b = { 0 };
	int r;

	if (dash == NULL)
		return err_set(ERR_FAULT, "nel programma non c'è %s", percorso);
	if ((r = store_tipo(&b, v->op->st, v->op->st->registro,
	    arena_strndup(v->op->a, nome, (size_t)(dash - nome)),
	    (int)strtol(dash + 1, NULL, 10), "schema.xsd")) != 0)
		return r;
	return put(v, percorso, &b);
}

static int
put_schema(struct versare *v, const char *nome)
{
	const char *resource = arena_printf(v->op->a, "schema/documenti/%s",
	    nome + strlen("data/schemi/"));

	return resource_find(resource) != NULL ? put_resource(v, nome,
	    resource) : put_adopted(v, nome);
}

/* Of each kind of document once. */
static int
put_schemas(struct versare *v)
{
	const char **had = NULL, *nome;
	int i, k, r, n = 0, cap = 0;

	if ((r = put_resource(v, "data/schemi/indice.xsd",
	    "schema/pacchetto/indice-versamento.xsd")) != 0 ||
	    (r = put_resource(v, "data/schemi/metadati.xsd",
	    "schema/pacchetto/metadati.xsd")) != 0)
		return r;
	for (i = 0; i < v->n_pezzi; i++) {
		if ((nome = v->pezzo[i].schema) == NULL)
			continue;
		for (k = 0; k < n && strcmp(had[k], nome) != 0; k++)
			;
		if (k < n)
			continue;
		had = arena_more(v->op->a, had, n, &cap, sizeof *had);
		had[n++] = nome;
		if ((r = put_schema(v, nome)) != 0)
			return r;
	}
	return 0;
}

/* ---- the index ---- */

/* Drawn from what goes: the same package has the same. */
static const char *
index_id(struct versare *v)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	int i;

	buf_puts(&b, v->formato);
	for (i = 0; i < v->n_unita; i++)
		buf_puts(&b, v->unita[i].contenuto);
	hash_hex(impronta, buf_str(&b), b.len);
	return arena_strndup(v->op->a, impronta, 32);
}

static void
begin_index(struct versare *v)
{
	struct arena *a = v->op->a;
	struct nodo *n;

	v->indice = nodo_new(a, "indice-versamento");
	nodo_set(a, v->indice, "id", index_id(v));
	nodo_set(a, v->indice, "versione", "1");
	n = nodo_elem(a, v->indice, "programma");
	nodo_set(a, n, "nome", "Cartella");
	n = nodo_elem(a, v->indice, "volume");
	nodo_elem_text(a, n, "ente", v->ente.denominazione);
	nodo_elem_text(a, n, "codice-ipa", v->ente.ipa);
	nodo_elem_text(a, n, "codice-aoo", v->ente.aoo);
	nodo_elem_text(a, n, "sigillo", v->sigillo);
}

static int
end_index(struct versare *v)
{
	struct arena *a = v->op->a;
	struct nodo *n = nodo_elem(a, v->indice, "processo");
	AUTO_BUF text = { 0 };
	int r;

	nodo_elem_text(a, n, "ora", v->formato);
	nodo_elem_text(a, n, "operatore", v->utente);
	nodo_elem_text(a, n, "norma", VERSAMENTO_NORMA);
	if ((r = put_tree(v, "data/indice.xml", v->indice)) != 0 ||
	    (r = xml_transform(&text, "leggimi-versamento", v->indice,
	    NULL)) != 0)
		return r;
	return put(v, "LEGGIMI.txt", &text);
}

int
versare_chiudi(struct versare *v)
{
	const char *const info[] = {
		"Source-Organization", v->ente.denominazione,
		"Bagging-Date", arena_strndup(v->op->a, v->formato, 10), NULL
	};
	char impronta[IMPRONTA_LEN + 1];
	const struct borsa_file *t;
	int i, r;

	begin_index(v);
	for (i = 0; i < v->n_unita; i++)
		if ((r = put_unit(v, &v->unita[i])) != 0)
			return r;
	if ((r = put_schemas(v)) != 0 || (r = end_index(v)) != 0 ||
	    (r = borsa_chiudi(&v->borsa, info)) != 0)
		return r;
	t = borsa_trova(&v->borsa, BORSA_TAGMANIFEST);
	hash_hex(impronta, t->p, t->n);
	v->impronta = arena_strdup(v->op->a, impronta);
	return 0;
}
