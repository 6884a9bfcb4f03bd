/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/op.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "atti/atto.h"
#include "atti/trasferimento/consegne.h"
#include "base/file.h"
#include "base/random.h"
#include "documenti/percorso.h"
#include "documenti/provenienza.h"
#include "worker/worker.h"

#define FILE_MAX ((int64_t)2 * 1024 * 1024 * 1024)	/* bytes of one file */

struct dipendenza {
	const char *cartella;
	char commit[TESTA_LEN + 1];
	struct dipendenza *succ;
};

struct op *
op_new(struct store *st, const struct atto *atto, const struct nodo *istanza,
    const char *utente, const char *per)
{
	struct arena *a = arena_new();
	struct op *op = arena_alloc(a, sizeof *op);
	struct nodo *copy = nodo_copy(a, istanza);

	op->a = a;
	op->st = st;
	op->atto = atto;
	op->utente = arena_strdup(a, utente);
	op->per = per != NULL ? arena_strdup(a, per) : NULL;
	op->istanza = copy;
	assert(nodo_child(copy, atto->nome) != NULL);
	op->in = nodo_copy(a, nodo_child(copy, atto->nome));
	op->id = nodo_attr(copy, "id");
	op->ril.a = a;
	op->ultimo = &op->depositi;
	assert(op->id != NULL);
	return op;
}

void
op_free(struct op *op)
{
	if (op == NULL)
		return;
	op_azzera(op);
	arena_free(op->a);
}

const char *
op_campo(const struct op *op, const char *path)
{
	return nodo_value(op->a, op->in, path);
}

static void
add(struct op *op, enum grado grado, const char *path, const char *codice,
    const char *norma, const char *fmt, va_list ap)
{
	const char *text = arena_vprintf(op->a, fmt, ap);
	const char *place = arena_printf(op->a, "/%s%s%s", op->atto->nome,
	    path[0] ? "/" : "", path);

	rilievo_add(&op->ril, grado, place, codice, norma, "%s", text);
}

void
op_errore(struct op *op, const char *path, const char *codice,
    const char *norma, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add(op, ERRORE, path, codice, norma, fmt, ap);
	va_end(ap);
}

void
op_avviso(struct op *op, const char *path, const char *codice,
    const char *norma, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add(op, AVVISO, path, codice, norma, fmt, ap);
	va_end(ap);
}

static bool
confirmed(const struct op *op, const char *codice)
{
	const struct nodo *conferme = nodo_child(op->istanza, "conferme");
	const struct nodo *c;
	const char *v;

	for (c = conferme ? nodo_child(conferme, "conferma") : NULL;
	    c != NULL; c = nodo_next(c, "conferma")) {
		v = nodo_attr(c, "codice");
		if (v != NULL && strcmp(v, codice) == 0)
			return true;
	}
	return false;
}

bool
op_fermo(const struct op *op)
{
	const struct rilievo *r;

	for (r = op->ril.primo; r != NULL; r = r->succ)
		if (r->grado == ERRORE || !confirmed(op, r->codice))
			return true;
	return false;
}

const char *
op_agente(const struct op *op)
{
	return op->per != NULL ? op->per : op->utente;
}

void
op_letti_elenco(struct op *op, const char *nome)
{
	int max = op->n_letti;
	const struct nodo *v;

	for (v = nodo_child(op->vista, nome); v != NULL;
	    v = nodo_next(v, nome)) {
		op->letti = arena_more(op->a, op->letti, op->n_letti, &max,
		    sizeof *op->letti);
		op->letti[op->n_letti++] = nodo_attr(v, "riferimento");
	}
}

struct occhio
op_occhio(const struct op *op)
{
	return (struct occhio){ op_agente(op), op->atto->nome };
}

static struct deposito *
deposit(struct op *op, const char *cartella, const char *percorso)
{
	struct deposito *d = arena_alloc(op->a, sizeof *d);

	d->cartella = arena_strdup(op->a, cartella);
	d->percorso = arena_strdup(op->a, percorso);
	if (op->casa == NULL)
		op->casa = d->cartella;
	*op->ultimo = d;
	op->ultimo = &d->succ;
	return d;
}

int
op_base(const char **out, struct op *op, const char *cartella)
{
	const struct nodo *base = nodo_child(op->istanza, "base");
	const struct nodo *t;
	int r;

	*out = NULL;
	for (t = base ? nodo_child(base, "testa") : NULL; t != NULL;
	    t = nodo_next(t, "testa"))
		if (strcmp(nodo_attr(t, "cartella"), cartella) == 0)
			*out = nodo_attr(t, "commit");
	if (*out == NULL)
		return 0;
	if ((r = registro_ebbe_testa(op->st->registro, cartella, *out)) != 0)
		return r < 0 ? r : 0;
	rilievo_add(&op->ril, ERRORE, "/istanza/base", "base-ignota", NULL,
	    "la base dell'istanza (%s) non è una versione di questa cartella: "
	    "apri di nuovo il documento", *out);
	return 1;
}

static struct deposito *
deposit_document(struct op *op, const char *cartella, const char *percorso,
    struct nodo *doc)
{
	struct deposito *d = deposit(op, cartella, percorso);
	char id[ID_LEN + 1];

	if (nodo_attr(doc, "id") == NULL) {
		random_id(id);
		nodo_set(op->a, doc, "id", id);
	}
	nodo_set(op->a, doc, "versione", "1");
	d->nodo = doc;
	d->id = nodo_attr(doc, "id");
	d->tipo = doc->nome;
	return d;
}

void
op_deposita(struct op *op, const char *cartella, const char *percorso,
    struct nodo *doc)
{
	deposit_document(op, cartella, percorso, doc);
}

void
op_deposita_fuso(struct op *op, const char *cartella, const char *percorso,
    struct nodo *doc)
{
	deposit_document(op, cartella, percorso, doc)->fuso = true;
}

void
op_deposita_bytes(struct op *op, const char *cartella, const char *percorso,
    const void *p, size_t n)
{
	struct deposito *d = deposit(op, cartella, percorso);
	char id[ID_LEN + 1];

	random_id(id);
	d->id = arena_strdup(op->a, id);
	d->tipo = percorso_tipo(percorso);
	assert(d->tipo != NULL);
	d->p = arena_memdup(op->a, p, n);
	d->n = n;
}

int
op_tagga(struct op *op, const char *cartella, const char *nome, const void *p,
    size_t n)
{
	struct op_tag *t = arena_alloc(op->a, sizeof *t);
	int r;

	if ((r = tag_id(t->id, p, n)) != 0)
		return r;
	t->cartella = arena_strdup(op->a, cartella);
	t->nome = arena_strdup(op->a, nome);
	t->p = arena_memdup(op->a, p, n);
	t->n = n;
	t->succ = op->tag;
	op->tag = t;
	return 0;
}

/* With a provenienza goes what it vouches for: nothing else would. */
static bool
anchor_goes(const char *const *percorsi, int n)
{
	int i;

	for (i = 0; i < n; i++)
		if (strncmp(percorsi[i], PROVENIENZE_DIR "/",
		    strlen(PROVENIENZE_DIR) + 1) == 0)
			return true;
	return false;
}

int
op_riscrivi(struct op *op, const char *cartella, const char *const *percorsi,
    int n, rewrite_fn *fn, void *arg)
{
	struct op_riscrittura *x = arena_alloc(op->a, sizeof *x);
	struct folder *f;
	int r, atti;

	x->cartella = arena_strdup(op->a, cartella);
	if ((r = registro_testa(x->da, &atti, op->st->registro,
	    cartella)) != 0 ||
	    (r = store_folder(&f, op->st, cartella, false)) != 0 ||
	    (r = folder_rewrite_without(&x->fatta, op->a, f, x->da, percorsi,
	    n, fn, arg, anchor_goes(percorsi, n) ? PRECEDENTI_DIR :
	    NULL)) != 0)
		return r;
	x->succ = op->riscrittura;
	op->riscrittura = x;
	return 0;
}

static void
condemn(struct op *op, const char *cartella, const char *impronta)
{
	struct op_distrutto *x = arena_alloc(op->a, sizeof *x);

	x->impronta = arena_strdup(op->a, impronta);
	x->cartella = cartella;
	x->succ = op->distrutti;
	op->distrutti = x;
}

void
op_distruggi(struct op *op, const char *impronta)
{
	condemn(op, NULL, impronta);
}

void
op_slega(struct op *op, const char *cartella, const char *impronta)
{
	condemn(op, arena_strdup(op->a, cartella), impronta);
}

void
op_innesta(struct op *op, struct op_innesto *x)
{
	assert(op->innesto == NULL && op->storia != NULL);
	x->storia = op->storia;
	op->innesto = x;
}

static struct op_allegato *
listed(struct op *op, const struct allegato *al, const char *nome)
{
	struct op_allegato *x = arena_alloc(op->a, sizeof *x);

	x->al = *al;
	x->nome = arena_strdup(op->a, nome);
	x->succ = op->allegati;
	op->allegati = x;
	return x;
}

/* Where bytes wait for their act; its first ones find it swept. */
static char *
transito(struct op *op)
{
	char *dir = store_path(op->a, op->st, "transito");

	if (op->allegati == NULL && op->storia == NULL)
		allegato_sweep(dir);
	return dir;
}

int
op_ricevi_storia(char head[COMMIT_LEN + 1], struct op *op, int fd)
{
	char id[ID_LEN + 1];
	const char *dir;
	int r;

	assert(op->storia == NULL);
	random_id(id);
	dir = arena_printf(op->a, "%s/%s.git", transito(op), id);
	if ((r = archivio_init()) != 0 ||
	    (r = worker_fascio(head, dir, fd)) != 0)
		return r;
	op->storia = dir;
	return 0;
}

int
op_ricevi(struct op_allegato **out, struct op *op, int fd, const char *nome)
{
	struct allegato al;
	int r;

	if ((r = allegato_receive(&al, op->a, transito(op), fd,
	    FILE_MAX)) != 0)
		return err_prefix(r, "%s", nome);
	*out = listed(op, &al, nome);
	return 0;
}

int
op_ricevi_bytes(struct op_allegato **out, struct op *op, const void *p,
    size_t n, const char *nome)
{
	struct allegato al;
	int r;

	if ((r = allegato_receive_bytes(&al, op->a, transito(op), p,
	    n)) != 0)
		return err_prefix(r, "%s", nome);
	*out = listed(op, &al, nome);
	return 0;
}

const char *
op_in_transito(const struct op *op, const char *impronta)
{
	const struct op_allegato *x;

	for (x = op->allegati; x != NULL; x = x->succ)
		if (strcmp(x->al.impronta, impronta) == 0)
			return x->al.transito;
	return NULL;
}

int
op_dipende(struct op *op, const char *cartella)
{
	struct dipendenza *d = arena_alloc(op->a, sizeof *d);
	int atti;

	d->cartella = arena_strdup(op->a, cartella);
	d->succ = op->dipendenze;
	op->dipendenze = d;
	return registro_testa(d->commit, &atti, op->st->registro, cartella);
}

int
op_dipendenze_ferme(struct op *op)
{
	const struct dipendenza *d;
	const struct op_allegato *x;
	char now[TESTA_LEN + 1];
	int r, atti;

	for (x = op->allegati; x != NULL; x = x->succ)
		if (!file_exists(x->al.transito))
			return 0;
	for (d = op->dipendenze; d != NULL; d = d->succ) {
		if ((r = registro_testa(now, &atti, op->st->registro,
		    d->cartella)) != 0)
			return r;
		if (strcmp(now, d->commit) != 0)
			return 0;
	}
	return 1;
}

static bool
told_before(const struct nodo *n, const char *cartella)
{
	const struct nodo *x;

	for (x = nodo_child(n, "dati-da"); x; x = nodo_next(x, "dati-da"))
		if (strcmp(nodo_find(x, "cartella")->primo->testo,
		    cartella) == 0)
			return true;
	return false;
}

/* Listed last first; a folder looked at twice stands still, or the act is
 * prepared again. */
static void
tell(struct nodo *n, struct op *op, const struct dipendenza *d)
{
	struct nodo *x;

	if (d == NULL)
		return;
	tell(n, op, d->succ);
	if (d->commit[0] == '\0' || told_before(n, d->cartella))
		return;
	x = nodo_elem(op->a, n, "dati-da");
	nodo_elem_text(op->a, x, "cartella", d->cartella);
	nodo_elem_text(op->a, x, "commit", d->commit);
}

void
op_dati_da(struct nodo *n, struct op *op)
{
	tell(n, op, op->dipendenze);
}

void
op_dimentica_ricevuti(struct op *op)
{
	struct op_allegato *x;

	for (x = op->allegati; x != NULL; x = x->succ)
		unlink(x->al.transito);	/* gone already: no harm */
	/* its objects have other names where they went; else the sweep has it */
	if (op->storia != NULL && dir_remove(op->storia) != 0)
		err_clear();
	op->storia = NULL;
	op->allegati = NULL;
}

void
op_azzera(struct op *op)
{
	op_dimentica_ricevuti(op);
	consegna_lascia(op);
	op->dipendenze = NULL;
	op->prep = NULL;
	op->esterni = NULL;
	op->in = nodo_copy(op->a, nodo_child(op->istanza, op->atto->nome));
}
