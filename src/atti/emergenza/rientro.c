/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rientro.c - the files of a kit, its chain, its seal, its rows.
 *
 * Refuses: a file that no link names or that has other bytes, a link that does
 * not follow, atti that are not of an emergency, a chain without its seal, a
 * seal of another key, numbers that do not follow.  XML is opened in a cage.
 * Norm: DPR 445/2000 art. 63.
 */
#include "atti/emergenza/rientro.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atti/atto.h"
#include "base/file.h"
#include "worker/worker.h"

#define PEZZI_MAX 200000
#define BYTE_MAX ((size_t)256 * 1024 * 1024)	/* of all XML */

struct pezzo {
	const char *cartella, *percorso;
	const char *p;
	size_t n;			/* bytes */
	char impronta[IMPRONTA_LEN + 1];
};

/* ---- the files ---- */

static int
add_piece(void *arg, const char *path, const void *p, size_t n)
{
	struct rientro *r = arg;
	struct pezzo *x;

	if (r->n == PEZZI_MAX || (r->bytes += n) > BYTE_MAX)
		return err_set(ERR_INVALID, "il kit è troppo grande");
	if (r->n == r->cap) {
		r->cap = r->cap ? r->cap * 2 : 256;
		r->pezzi = realloc(r->pezzi, r->cap * sizeof *r->pezzi);
		if (r->pezzi == NULL)
			abort();
	}
	x = &r->pezzi[r->n++];
	x->cartella = r->cartella;
	x->percorso = arena_strdup(r->a, path);
	x->p = arena_memdup(r->a, p, n);
	x->n = n;
	hash_hex(x->impronta, p, n);
	return 0;
}

static int
read_folder(struct rientro *r, const char *nome)
{
	char head[COMMIT_LEN + 1];
	struct folder *f;
	int e;

	r->cartella = nome;
	if ((e = store_folder(&f, r->st, nome, false)) != 0 ||
	    (e = folder_head(head, f)) != 0)
		return e;
	return head[0] == '\0' ? 0 : folder_walk(f, head, "", add_piece, r);
}

static int
read_folders(struct rientro *r)
{
	char **names;
	size_t len;
	int e;

	if ((e = read_folder(r, "ente")) != 0)
		return e;
	e = dir_list(&names, r->a, store_path(r->a, r->st, "registro"));
	if (e == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	for (; e == 0 && *names != NULL; names++)
		if ((len = strlen(*names)) == 8 &&
		    strcmp(*names + 4, ".git") == 0)
			e = read_folder(r, arena_printf(r->a, "registro/%s",
			    *names));
	return e;
}

static int
place(const char *c1, const char *p1, const char *c2, const char *p2)
{
	int c = strcmp(c1, c2);

	return c != 0 ? c : strcmp(p1, p2);
}

static int
by_place(const void *a, const void *b)
{
	const struct pezzo *x = a, *y = b;

	return place(x->cartella, x->percorso, y->cartella, y->percorso);
}

static const struct pezzo *
piece(const struct rientro *r, const char *cartella, const char *percorso)
{
	struct pezzo key = { .cartella = cartella, .percorso = percorso };

	return bsearch(&key, r->pezzi, r->n, sizeof *r->pezzi, by_place);
}

/* A document of ours, written by somebody else: in a cage, then in our form. */
static int
open_piece(struct nodo **out, struct rientro *r, const struct pezzo *x,
    const char *tipo)
{
	struct rilievi ril = { .a = r->a };
	AUTO_BUF again = { 0 };
	int e;

	if ((e = worker_documento(out, &ril, r->a, arena_printf(r->a,
	    "documenti/%s", tipo), x->p, x->n)) != 0)
		return e;
	if (*out == NULL || strcmp((*out)->nome, tipo) != 0)
		return err_set(ERR_INVALID, "%s non è valido: %s", x->percorso,
		    ril.primo != NULL ? ril.primo->testo : "altra radice");
	nodo_write(&again, *out);
	if (again.len != x->n || memcmp(again.data, x->p, x->n) != 0)
		return err_set(ERR_INVALID,
		    "%s non è nella forma deterministica", x->percorso);
	return 0;
}

/* ---- the chain ---- */

static bool
is_journal(const struct pezzo *x)
{
	return strncmp(x->percorso, "atti/", 5) == 0;
}

static int
read_link(struct rientro *r, const struct pezzo *x)
{
	char impronta[IMPRONTA_LEN + 1];
	struct anello *an;
	struct nodo *doc;
	int e;

	if ((e = open_piece(&doc, r, x, "atto-compiuto")) != 0 ||
	    (e = anello_read(&an, r->a, doc)) != 0)
		return e;
	busta_impronta(impronta, nodo_child(doc, "istanza"));
	if (strcmp(impronta, an->istanza_impronta) != 0 ||
	    strcmp(x->cartella, an->cartelle[0]) != 0 ||
	    an->seq > r->n_anelli || r->anelli[an->seq - 1] != NULL)
		return err_set(ERR_INVALID, "%s non è al suo posto nella "
		    "catena", x->percorso);
	r->anelli[an->seq - 1] = an;
	return 0;
}

static const char *const atti_del_kit[] = { "apri-emergenza",
	"proroga-emergenza", "registra-emergenza", "conferma-ora" };

/* The first founds, the last seals, between them there is only emergency. */
static bool
right_atto(const struct rientro *r, int i)
{
	const char *atto = r->anelli[i]->atto;
	size_t k;

	if (i == 0)
		return strcmp(atto, atto_avvia_kit.nome) == 0;
	if (i == r->n_anelli - 1)
		return strcmp(atto, "sigilla-emergenza") == 0;
	for (k = 0; k < NELEM(atti_del_kit); k++)
		if (strcmp(atto, atti_del_kit[k]) == 0)
			return true;
	return false;
}

static int
check_links(struct rientro *r)
{
	const char *before = ANELLO_GENESI;
	char impronta[IMPRONTA_LEN + 1];
	int i, last = r->n_anelli - 1;

	for (i = 0; i <= last; i++) {
		anello_compute(impronta, r->anelli[i]);
		if (strcmp(impronta, r->anelli[i]->impronta) != 0 ||
		    strcmp(before, r->anelli[i]->precedente) != 0)
			return err_set(ERR_INVALID, "l'anello %d della catena "
			    "del kit è stato modificato", i + 1);
		before = r->anelli[i]->impronta;
	}
	if (last < 1 || strcmp(r->anelli[last]->atto, "sigilla-emergenza") != 0)
		return err_set(ERR_INVALID, "il kit non è sigillato: nel kit, "
		    "«verifica» e poi «sigilla-emergenza»");
	for (i = 0; i <= last; i++)
		if (!right_atto(r, i))
			return err_set(ERR_INVALID, "nel kit c'è un atto che "
			    "non è di un'emergenza: %s", r->anelli[i]->atto);
	return 0;
}

static int
read_chain(struct rientro *r)
{
	size_t i;
	int e;

	for (i = 0; i < r->n; i++)
		r->n_anelli += is_journal(&r->pezzi[i]);
	r->anelli = arena_alloc(r->a, ((size_t)r->n_anelli + 1) *
	    sizeof(struct anello *));
	/* each finds its own place, once: so none is left empty */
	for (i = 0; i < r->n; i++)
		if (is_journal(&r->pezzi[i]) &&
		    (e = read_link(r, &r->pezzi[i])) != 0)
			return e;
	return check_links(r);
}

/* ---- the documents of the chain ---- */

struct voce {			/* a document as a link names it */
	const struct anello_documento *d;
	int64_t seq;
};

static int
by_document(const void *a, const void *b)
{
	const struct voce *x = a, *y = b;
	int c = place(x->d->cartella, x->d->percorso, y->d->cartella,
	    y->d->percorso);

	return c != 0 ? c : x->seq < y->seq ? -1 : 1;
}

static bool
superseded(const struct voce *v, size_t i, size_t n)
{
	return i + 1 < n && place(v[i].d->cartella, v[i].d->percorso,
	    v[i + 1].d->cartella, v[i + 1].d->percorso) == 0;
}

/* The last version of each document is there, with its bytes. */
static int
check_versions(const struct rientro *r, const struct voce *v, size_t n)
{
	size_t i, files = 0, found = 0;
	const struct pezzo *x;

	for (i = 0; i < n; i++) {
		if (superseded(v, i, n))
			continue;
		x = piece(r, v[i].d->cartella, v[i].d->percorso);
		if (x == NULL || strcmp(x->impronta, v[i].d->impronta) != 0)
			return err_set(ERR_INVALID, "%s %s del kit manca, o è "
			    "stato modificato", v[i].d->cartella,
			    v[i].d->percorso);
		found++;
	}
	for (i = 0; i < r->n; i++)
		files += !is_journal(&r->pezzi[i]);
	if (files != found)
		return err_set(ERR_INVALID,
		    "nel kit ci sono documenti che nessun atto nomina");
	return 0;
}

static int
check_documents(struct rientro *r)
{
	size_t n = 0, used = 0;
	struct voce *v;
	int i, k;

	for (i = 0; i < r->n_anelli; i++)
		n += (size_t)r->anelli[i]->n_documenti;
	v = arena_alloc(r->a, (n + 1) * sizeof *v);
	for (i = 0; i < r->n_anelli; i++)
		for (k = 0; k < r->anelli[i]->n_documenti; k++)
			v[used++] = (struct voce){ &r->anelli[i]->documenti[k],
			    r->anelli[i]->seq };
	qsort(v, n, sizeof *v, by_document);
	return check_versions(r, v, n);
}

static int
open_named(struct nodo **out, struct rientro *r, const char *percorso,
    const char *tipo)
{
	const struct pezzo *x = piece(r, "ente", percorso);

	if (x == NULL)
		return err_set(ERR_INVALID, "nel kit manca %s", percorso);
	return open_piece(out, r, x, tipo);
}

static int
read_all(struct rientro *r, const char *dir)
{
	int e;

	if ((e = store_open(&r->st, dir,
	    STORE_READONLY | STORE_SENZA_REGISTRO)) != 0)
		return e;
	if (!r->st->kit)
		return err_set(ERR_INVALID, "è un archivio, non un kit per "
		    "l'emergenza");
	if ((e = read_folders(r)) != 0)
		return e;
	if (r->n > 1)
		qsort(r->pezzi, r->n, sizeof *r->pezzi, by_place);
	if ((e = read_chain(r)) != 0 || (e = check_documents(r)) != 0 ||
	    (e = open_named(&r->kit, r, KIT_DOCUMENTO, "kit")) != 0)
		return e;
	return open_named(&r->emergenza, r, KIT_EMERGENZA, "emergenza");
}

/* What is broken in a stranger's directory is no fault of ours. */
static int
theirs(int e)
{
	AUTO(arena) a = arena_new();

	return e == ERR_FAULT || e == ERR_FORBIDDEN || e == ERR_ABSENT ?
	    err_set(ERR_INVALID, "%s", arena_strdup(a, err_msg())) : e;
}

int
rientro_read(struct rientro *out, struct arena *a, const char *dir)
{
	int e;

	memset(out, 0, sizeof *out);
	out->a = a;
	if ((e = read_all(out, dir)) != 0)
		rientro_close(out);
	return theirs(e);
}

void
rientro_close(struct rientro *r)
{
	store_close(MOVE(r->st));
	free(r->pezzi);
	r->pezzi = NULL;
	r->n = 0;
}

/* ---- the seal and the rows ---- */

static int
check_seal(struct rientro *r, const char *chiave)
{
	const char *prova = nodo_value(r->a, r->emergenza, "chiusura/prova");
	char is[IMPRONTA_LEN + 1];

	if (prova == NULL)
		return err_set(ERR_INVALID, "il kit non è sigillato");
	emergenza_prova(is, r->a, r->emergenza,
	    r->anelli[r->n_anelli - 1]->precedente, chiave);
	if (strcmp(is, prova) != 0)
		return err_set(ERR_INVALID, "il sigillo non è quello del kit "
		    "che questo registro ha preparato");
	return 0;
}

/* The row of a link, which must follow the row before. */
static int
read_row(struct rientro *r, const struct anello *an, struct numero *last)
{
	const struct anello_documento *d = an->documenti;
	struct numero n, next;
	struct nodo *riga;
	const char *path;
	int64_t t;
	int e;

	if (an->n_documenti != 1)
		return err_set(ERR_INVALID, "l'atto %lld del kit ha più "
		    "documenti", (long long)an->seq);
	if ((e = open_piece(&riga, r, piece(r, d->cartella, d->percorso),
	    "registrazione-emergenza")) != 0 ||
	    (e = clock_parse(&t, an->ora)) != 0 ||
	    (e = numero_parse(&n, nodo_value(r->a, riga, "numero"))) != 0)
		return e;
	next = emergenza_seguente(last, clock_year(t));
	path = numero_path(r->a, KIT_RIGHE, n.progressivo);
	if (!numero_equal(&n, &next) || strcmp(path, d->percorso) != 0 ||
	    strcmp(nodo_value(r->a, riga, "ora"), an->ora) != 0 ||
	    strcmp(nodo_value(r->a, riga, "operatore"), an->operatore) != 0)
		return err_set(ERR_INVALID, "la riga %s del kit non segue la "
		    "precedente", nodo_value(r->a, riga, "numero"));
	*last = n;
	r->righe[r->n_righe++] = riga;
	return 0;
}

static int
read_rows(struct rientro *r)
{
	const char *before = nodo_value(r->a, r->kit, "ultimo");
	const char *total = nodo_value(r->a, r->emergenza, "chiusura/totale");
	struct numero last = { SERIE_EMERGENZA, 0, 0 };
	int e, i;

	if (before != NULL && (e = numero_parse(&last, before)) != 0)
		return e;
	r->righe = arena_alloc(r->a, (size_t)r->n_anelli *
	    sizeof(struct nodo *));
	for (i = 0; i < r->n_anelli; i++)
		if (strcmp(r->anelli[i]->atto, "registra-emergenza") == 0 &&
		    (e = read_row(r, r->anelli[i], &last)) != 0)
			return e;
	if (strtol(total, NULL, 10) != r->n_righe)
		return err_set(ERR_INVALID, "il kit ha %d righe, il suo "
		    "sigillo ne dice %s", r->n_righe, total);
	return 0;
}

int
rientro_check(struct rientro *r, const char *chiave)
{
	int e;

	if ((e = check_seal(r, chiave)) != 0)
		return theirs(e);
	return theirs(read_rows(r));
}

/* ---- what goes into the register ---- */

void
rientro_pack(struct buf *out, const struct rientro *r)
{
	const struct pezzo *x;
	size_t i;

	for (i = 0; i < r->n; i++) {
		x = &r->pezzi[i];
		buf_printf(out, "%s %s %s %zu\n", x->cartella, x->percorso,
		    x->impronta, x->n);
		buf_append(out, x->p, x->n);
	}
}

int
rientro_allegato(int *fd, const struct rientro *r, const struct nodo *riga,
    const char *impronta)
{
	struct numero n;
	int e;

	if ((e = numero_parse(&n, nodo_value(r->a, riga, "numero"))) != 0)
		return e;
	return theirs(allegato_open(fd, store_allegati(r->a, r->st, n.anno),
	    impronta));
}
