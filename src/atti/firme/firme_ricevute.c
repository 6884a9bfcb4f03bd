/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme_ricevute.c - from files received to verdicts.  The bytes are only
 * guessed at here, to choose which are worth a cage; all else is the cage's.
 */
#include "atti/firme/firme_ricevute.h"

#include <assert.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "atti/firme/fiducia.h"
#include "atti/firme/firme_indizio.h"
#include "base/file.h"
#include "base/utf8.h"
#include "documenti/verdetto.h"
#include "firme/cms.h"
#include "firme/firme.h"
#include "registro/verdetti.h"
#include "worker/worker.h"

#define VERDETTI "verdetti"
#define PAZIENZA 120		/* seconds for the files of one act */
#define MOTIVO_MAX 200		/* characters */

struct sguardo {			/* a look at files that came together */
	struct op *op;
	const struct file_firmato *file;
	int n;
	int64_t ora;			/* when we had them */
	struct fiducia *fiducia;	/* NULL: not yet asked for */
	int64_t fine;			/* until when one looks, monotonic */
};

/* Whoever sends a thousand signed files does not keep the office waiting. */
static int64_t
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec;
}

static int64_t
patience(void)
{
#ifdef PROVA
	const char *s = getenv("CARTELLA_FIRME_SECONDI");

	if (s != NULL)
		return seconds() + strtol(s, NULL, 10);
#endif
	return seconds() + PAZIENZA;
}

static int
file_open(int *out, const struct file_firmato *f)
{
	assert(f->path != NULL || f->fd > 0);
	*out = f->path == NULL ? fcntl(f->fd, F_DUPFD_CLOEXEC, 3) :
	    open(f->path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	return *out < 0 ? err_sys("%s", f->nome) : 0;
}

/* Is it "atto.pdf" to "atto.pdf.p7s", or at least to "atto.p7s"?  2, 1; 0: no. */
static int
kinship(const char *nome, const char *firma)
{
	size_t len = strlen(firma) - 4;
	const char *dot = strrchr(nome, '.');

	if (strncasecmp(nome, firma, len) != 0)
		return 0;
	if (nome[len] == '\0')
		return 2;
	return dot == nome + len && !nome_finisce(nome, ".p7s");
}

/* What a detached signature is of, by its name; -1: it is not here, or two
 * files have that name and who reads could take one for the other. */
static int
partner(const struct file_firmato *file, int n, int which)
{
	int i, k, best = 0, found = -1;
	bool two = false;

	if (!nome_finisce(file[which].nome, ".p7s"))
		return -1;
	for (i = 0; i < n; i++) {
		if (i == which)
			continue;
		k = kinship(file[i].nome, file[which].nome);
		if (k > best) {
			best = k;
			found = i;
			two = false;
		} else if (k > 0 && k == best)
			two = two || strcmp(file[i].impronta,
			    file[found].impronta) != 0;
	}
	return two ? -1 : found;
}

/* ---- what is said of one ---- */

/* No verdict could be reached: that is the verdict. */
static struct nodo *
unverified(struct op *op, const char *formato, enum esito esito,
    const char *codice, const char *words)
{
	struct nodo *n = nodo_new(op->a, "firme"), *m;

	nodo_set(op->a, n, "formato", formato);
	nodo_set(op->a, n, "esito", esito_nome(esito));
	m = nodo_elem(op->a, n, "motivo");
	nodo_set(op->a, m, "codice", codice);
	nodo_text(op->a, m, utf8_line(op->a, words, MOTIVO_MAX));
	return n;
}

/* Would a reader take it?  What came out of the cage is not believed to have
 * its form. */
static bool
has_form(struct op *op, const struct nodo *firme)
{
	static const char zeros[] = "0000000000000000000000000000000000000000"
	    "000000000000000000000000";
	const struct verdetto_capo c = { .firma = zeros, .operatore = "x",
	    .ora = "2000-01-01T00:00:00+01:00" };
	struct nodo *ignored;
	AUTO_BUF b = { 0 };

	nodo_write(&b, verdetto_new(op->a, &c, firme));
	if (store_forma(&ignored, op->a, op->st, op->st->registro, b.data,
	    b.len) == 0)
		return true;
	err_clear();
	return false;
}

static struct nodo *
failed(struct op *op, const struct indizio *i, int code)
{
	const char *why = arena_strdup(op->a, err_msg());

	err_clear();
	if (code == ERR_ABSENT)
		return unverified(op, i->formato, FIRMA_NON_VERIFICATA,
		    "nessuna-firma", "il nome dice che è firmato, e non c'è "
		    "una firma");
	/* a CMS that breaks off is damaged; a PDF may only be encrypted */
	if (code == ERR_INVALID)
		return unverified(op, i->formato, i->sembra &&
		    strcmp(i->formato, "cades") == 0 ? FIRMA_NON_VALIDA :
		    FIRMA_NON_VERIFICATA, "illeggibile", arena_printf(op->a,
		    "%s firmato e non si legge: %s", i->sembra ? "sembra" :
		    "dal nome è", why));
	return unverified(op, i->formato, FIRMA_NON_VERIFICATA, "guasto",
	    arena_printf(op->a, "la verifica non è riuscita (%s)", why));
}

/* With roots and revocations, which are read when a file asks for them. */
static int
verify(struct nodo **firme, struct buf *contenuto, struct prova **prove,
    struct sguardo *s, int64_t ora, int fd, int other)
{
	int r;

	if (seconds() >= s->fine)
		return err_set(ERR_FAULT, "ci sono troppe firme per una volta "
		    "sola: «riverifica-firma» con --file");
	/* a copy that came later proves no earlier time */
	if (s->fiducia == NULL || s->fiducia->ora != ora) {
		s->fiducia = arena_alloc(s->op->a, sizeof *s->fiducia);
		if ((r = fiducia_carica(s->fiducia, s->op->a, s->op->st,
		    ora)) != 0) {
			s->fiducia = NULL;
			/* whatever is wrong with them, it arrived */
			return err_prefix(ERR_FAULT, "certificati fidati");
		}
	}
	return worker_firme(firme, contenuto, prove, s->op->a, fd, other,
	    s->fiducia);
}

/* *firme NULL: it bears no signature, and should not. */
static int
look(struct nodo **firme, struct buf *contenuto, struct prova **prove,
    struct sguardo *s, int which)
{
	const struct file_firmato *file = s->file;
	const char *nome = file[which].nome;
	int r, with = partner(file, s->n, which);
	struct indizio i;
	AUTO_FD int fd = -1, other = -1;
	struct op *op = s->op;

	*firme = NULL;
	if ((r = file_open(&fd, &file[which])) != 0 ||
	    (with >= 0 && (r = file_open(&other, &file[with])) != 0) ||
	    (r = firme_indizio(&i, nome, fd)) != 0 || i.formato == NULL)
		return r;
	if (i.oltre != NULL) {
		*firme = unverified(op, i.formato, FIRMA_NON_VERIFICATA,
		    "forma-non-verificata", arena_printf(op->a,
		    "%s: c'è, e non si verifica qui", i.oltre));
		return 0;
	}
	r = verify(firme, contenuto, prove, s, file[which].ora != 0 ?
	    file[which].ora : s->ora, fd, other);
	if (r == ERR_ABSENT && !nome_finisce(nome, ".p7m") &&
	    !nome_finisce(nome, ".p7s")) {
		err_clear();
		return 0;
	}
	if (r == 0 && has_form(op, *firme))
		return 0;
	if (r == 0)
		r = err_set(ERR_FAULT, "il risultato non ha la forma dovuta");
	*firme = failed(op, &i, r);
	/* a message may hold what a document may not */
	if (!has_form(op, *firme))
		*firme = unverified(op, i.formato, FIRMA_NON_VERIFICATA,
		    "guasto", "la verifica non è riuscita");
	buf_clear(contenuto);
	*prove = NULL;
	return 0;
}

/* ---- keeping it ---- */

static int
keep(struct op *op, const char *impronta, const void *p, size_t n,
    const char *nome)
{
	struct op_allegato *x;

	for (x = op->allegati; x != NULL; x = x->succ)
		if (strcmp(x->al.impronta, impronta) == 0)
			return 0;
	return op_ricevi_bytes(&x, op, p, n, nome);
}

/* The content inside, and the evidence. */
static int
keep_all(struct firme_ricevute *v, struct op *op, const struct buf *contenuto,
    const struct prova *p)
{
	char impronta[IMPRONTA_LEN + 1];
	int r;

	for (; p != NULL; p = p->succ)
		if ((r = keep(op, p->impronta, p->p, p->n, p->tipo)) != 0)
			return r;
	if (contenuto->len == 0)
		return 0;
	hash_hex(impronta, contenuto->data, contenuto->len);
	v->su = arena_strdup(op->a, impronta);
	return keep(op, impronta, contenuto->data, contenuto->len,
	    "contenuto");
}

static int
one(struct firme_ricevute **out, struct sguardo *s, int which, bool kept)
{
	const struct file_firmato *file = s->file;
	struct firme_ricevute *v;
	struct op *op = s->op;
	struct prova *prove = NULL;
	AUTO_BUF contenuto = { 0 };
	struct nodo *firme;
	int r, with;

	*out = NULL;
	if ((r = look(&firme, &contenuto, &prove, s, which)) != 0 ||
	    firme == NULL)
		return r;
	v = arena_alloc(op->a, sizeof *v);
	v->firma = file[which].impronta;
	v->firme = firme;
	if ((with = partner(file, s->n, which)) >= 0)
		v->su = file[with].impronta;
	*out = v;
	return kept ? keep_all(v, op, &contenuto, prove) : 0;
}

/* Of the same bytes, or both of nothing that is here. */
static bool
same_partner(const struct file_firmato *file, int n, int a, int b)
{
	int i = partner(file, n, a), k = partner(file, n, b);

	return i < 0 || k < 0 ? i == k :
	    strcmp(file[i].impronta, file[k].impronta) == 0;
}

/* The same bytes twice need one look; but a detached signature one for each
 * file that it is laid beside. */
static bool
seen(const struct file_firmato *file, int n, int which)
{
	int i;

	for (i = 0; i < which; i++)
		if (!file[i].solo_compagno &&
		    strcmp(file[i].impronta, file[which].impronta) == 0 &&
		    same_partner(file, n, i, which))
			return true;
	return false;
}

static int
all(struct firme_ricevute **out, struct op *op,
    const struct file_firmato *file, int n, int64_t ora, bool kept)
{
	struct firme_ricevute *list = NULL, **last = &list;
	struct sguardo s = { op, file, n, ora, NULL, patience() };
	int r, i;

	for (i = 0; i < n; i++) {
		if (file[i].solo_compagno || seen(file, n, i))
			continue;
		if ((r = one(last, &s, i, kept)) != 0)
			return r;
		if (*last != NULL)
			last = &(*last)->succ;
	}
	*out = list;
	return 0;
}

int
firme_ricevute(struct firme_ricevute **out, struct op *op,
    const struct file_firmato *file, int n, int64_t ora)
{
	return all(out, op, file, n, ora, true);
}

int
firme_ricevute_giudica(struct firme_ricevute **out, struct op *op,
    const struct file_firmato *file, int n, int64_t ora)
{
	return all(out, op, file, n, ora, false);
}

int
firme_ricevute_guarda(struct nodo **out, struct op *op,
    const struct file_firmato *file, int n, int which, int64_t ora)
{
	struct sguardo s = { op, file, n, ora, NULL, patience() };
	struct prova *prove = NULL;
	AUTO_BUF contenuto = { 0 };

	return look(out, &contenuto, &prove, &s, which);
}

/* ---- what has just arrived ---- */

int
firme_ricevute_arrivo(struct firme_ricevute **out, struct op *op)
{
	struct file_firmato *file = NULL;
	const struct nodo *f;
	int n = 0, cap = 0;

	for (f = nodo_child(op->in, NULL); f != NULL; f = nodo_next(f, NULL)) {
		if (strcmp(f->nome, "principale") != 0 &&
		    strcmp(f->nome, "allegato") != 0)
			continue;
		file = arena_more(op->a, file, n, &cap, sizeof *file);
		file[n].nome = nodo_value(op->a, f, "nome");
		file[n].impronta = nodo_value(op->a, f, "impronta");
		file[n].path = op_in_transito(op, file[n].impronta);
		n++;
	}
	return firme_ricevute(out, op, file, n, clock_now());
}

/* ---- under the lock ---- */

int
firme_ricevute_deposita(struct op *op, const struct numero *n,
    const struct firme_ricevute *list)
{
	struct verdetto_capo c = { .ora = op->ora_iso,
	    .operatore = op->utente };
	struct ultimo ultimo;
	int r, last;

	if ((r = registro_verdetti_n(&last, op->st->registro, n)) != 0 ||
	    (r = registro_ultimo(&ultimo, op->st->registro)) != 0)
		return r;
	c.protocollo = numero_text(op->a, n);
	c.dopo = ultimo.seq;
	c.dopo_impronta = ultimo.impronta;
	for (; list != NULL; list = list->succ) {
		c.firma = list->firma;
		c.su = list->su;
		op_deposita(op, numero_folder(op->a, n), numero_follow_path(
		    op->a, VERDETTI, n->progressivo, ++last),
		    verdetto_new(op->a, &c, list->firme));
	}
	return 0;
}
