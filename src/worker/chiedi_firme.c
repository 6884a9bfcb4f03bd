/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiedi_firme.c - the parent's side of the job `firme`.
 *
 * Believes of the answer only what it can: each piece of evidence has the
 * impronta its bytes have, and is one the tree names, in its order; the content
 * is the one the tree speaks of.
 */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "worker/operaio.h"
#include "worker/richiesta_firme.h"
#include "worker/worker.h"

#define PROVE_MAX 500

/* ---- the question ---- */

static size_t
count(const struct byte_dati *list)
{
	size_t n = 0;

	while (list != NULL && list[n].p != NULL)
		n++;
	return n;
}

static void
pack_list(struct buf *out, const struct byte_dati *list)
{
	size_t i, n = count(list);

	buf_u32(out, (uint32_t)n);
	for (i = 0; i < n; i++)
		buf_block(out, list[i].p, list[i].n);
}

static int
unpack_list(const struct byte_dati **out, struct arena *a, struct cursor *c)
{
	struct byte_dati *list;
	uint32_t i, n;
	int r;

	if ((r = cursor_u32(&n, c)) != 0)
		return r;
	if (n > c->left / 4)
		return err_set(ERR_INVALID, "elenco più lungo dei suoi byte");
	list = arena_alloc(a, ((size_t)n + 1) * sizeof *list);
	for (i = 0; i < n; i++)
		if ((r = cursor_block(&list[i].p, &list[i].n, c)) != 0)
			return r;
	list[n] = (struct byte_dati){ NULL, 0 };
	*out = list;
	return 0;
}

void
richiesta_firme_pack(struct buf *out, const struct richiesta_firme *q)
{
	const struct fiducia *f = &q->fiducia;

	buf_u32(out, q->staccata);
	buf_block(out, q->staccata ? q->firma.p : "", q->firma.n);
	buf_u32(out, (uint32_t)((uint64_t)f->ora >> 32));
	buf_u32(out, (uint32_t)f->ora);
	pack_list(out, f->radici);
	pack_list(out, f->radici_tsa);
	pack_list(out, f->crl);
	pack_list(out, f->ocsp);
}

int
richiesta_firme_unpack(struct richiesta_firme *out, struct arena *a,
    const struct buf *in)
{
	struct cursor c = { (const unsigned char *)in->data, in->len };
	struct richiesta_firme q = { 0 };
	uint32_t staccata, high, low;
	int r;

	if ((r = cursor_u32(&staccata, &c)) != 0 ||
	    (r = cursor_block(&q.firma.p, &q.firma.n, &c)) != 0 ||
	    (r = cursor_u32(&high, &c)) != 0 ||
	    (r = cursor_u32(&low, &c)) != 0 ||
	    (r = unpack_list(&q.fiducia.radici, a, &c)) != 0 ||
	    (r = unpack_list(&q.fiducia.radici_tsa, a, &c)) != 0 ||
	    (r = unpack_list(&q.fiducia.crl, a, &c)) != 0 ||
	    (r = unpack_list(&q.fiducia.ocsp, a, &c)) != 0)
		return r;
	if (staccata > 1 || c.left != 0)
		return err_set(ERR_INVALID, "richiesta senza la forma dovuta");
	q.staccata = staccata == 1;
	q.fiducia.ora = (int64_t)((uint64_t)high << 32 | low);
	*out = q;
	return 0;
}

/* ---- the answer ---- */

static const char *
known_type(const void *p, size_t n)
{
	static const char *const known[] = { "certificato", "crl", "ocsp",
	    "marca", "chiave" };
	size_t i;

	for (i = 0; i < NELEM(known); i++)
		if (strlen(known[i]) == n && memcmp(p, known[i], n) == 0)
			return known[i];
	return NULL;
}

static int
read_prove(struct prova **out, struct arena *a, struct cursor *c)
{
	struct prova *p, **last = out;
	const void *tipo, *bytes;
	size_t tipo_n, n;
	uint32_t i, many;

	if (cursor_u32(&many, c) != 0 || many > PROVE_MAX)
		return chiedi_lie();
	for (i = 0; i < many; i++) {
		if (cursor_block(&tipo, &tipo_n, c) != 0 ||
		    cursor_block(&bytes, &n, c) != 0)
			return chiedi_lie();
		p = arena_alloc(a, sizeof *p);
		p->tipo = known_type(tipo, tipo_n);
		p->p = arena_memdup(a, bytes, n);
		p->n = n;
		hash_hex(p->impronta, bytes, n);
		if (p->tipo == NULL)
			return chiedi_lie();
		*last = p;
		last = &p->succ;
	}
	return 0;
}

/* Every <prova> of the tree, in order, is the next of the list; *p ends where
 * the list does. */
static int
check_prove(const struct prova **p, const struct nodo *n)
{
	const struct nodo *c;
	const char *tipo, *impronta;
	int r;

	if (n->nome != NULL && strcmp(n->nome, "prova") == 0) {
		tipo = nodo_attr(n, "tipo");
		impronta = nodo_attr(n, "impronta");
		if (*p == NULL || tipo == NULL || impronta == NULL ||
		    strcmp(tipo, (*p)->tipo) != 0 ||
		    strcmp(impronta, (*p)->impronta) != 0)
			return chiedi_lie();
		*p = (*p)->succ;
	}
	for (c = n->primo; c != NULL; c = c->succ)
		if ((r = check_prove(p, c)) != 0)
			return r;
	return 0;
}

/* Is it the content some part of the tree speaks of? */
static bool
names_content(const struct nodo *firme, const char *impronta)
{
	const struct nodo *n;
	const char *said;

	for (n = firme; n != NULL; n = nodo_child(n, "firme")) {
		said = nodo_attr(nodo_child(n, "contenuto") != NULL ?
		    nodo_child(n, "contenuto") : n, "impronta");
		if (said != NULL && strcmp(said, impronta) == 0)
			return true;
	}
	return false;
}

static int
read_answer(struct nodo **out, struct buf *contenuto, struct prova **prove,
    struct arena *a, struct cursor *c)
{
	char impronta[IMPRONTA_LEN + 1];
	struct prova *list = NULL;
	const struct prova *p;
	struct nodo *firme;
	const void *bytes;
	size_t n;
	int r;

	if (nodo_unpack(&firme, a, c) != 0 || firme->nome == NULL ||
	    strcmp(firme->nome, "firme") != 0 ||
	    cursor_block(&bytes, &n, c) != 0)
		return chiedi_lie();
	if ((r = read_prove(&list, a, c)) != 0)
		return r;
	p = list;
	if ((r = check_prove(&p, firme)) != 0)
		return r;
	hash_hex(impronta, bytes, n);
	if (p != NULL || c->left != 0 ||
	    (n > 0 && !names_content(firme, impronta)))
		return chiedi_lie();
	if (contenuto != NULL)
		buf_append(contenuto, bytes, n);
	if (prove != NULL)
		*prove = list;
	*out = firme;
	return 0;
}

/* ---- all of it ---- */

static int
check_size(int fd, size_t max)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return err_sys("file firmato");
	if (!S_ISREG(st.st_mode) || (size_t)st.st_size > max)
		return err_set(ERR_FAULT, "il file firmato supera %zu MB",
		    max / MB);
	return 0;
}

static int
ask(struct cursor *c, struct buf *answer, const struct richiesta_firme *q,
    int fd)
{
	struct richiesta r = { .lavoro = "firme", .pesante = true, .fd = fd,
	    .secondi = 90, .out_max = FIRMATO_MAX + FIDUCIA_MAX };
	AUTO_BUF in = { 0 };

	richiesta_firme_pack(&in, q);
	if (in.len > RICHIESTA_FIRME_MAX)
		return err_set(ERR_FAULT, "certificati e revoche superano "
		    "%zu MB", FIDUCIA_MAX / MB);
	r.p = in.data;
	r.n = in.len;
	return chiedi(c, answer, &r);
}

/* The bytes from the start of the file, wherever fd stands. */
static int
read_signature(struct buf *out, int fd)
{
	char piece[65536];
	off_t at = 0;
	ssize_t got;

	while ((got = pread(fd, piece, sizeof piece, at)) > 0) {
		buf_append(out, piece, (size_t)got);
		at += got;
	}
	return got < 0 ? err_sys("firma") : 0;
}

int
worker_firme(struct nodo **out, struct buf *contenuto, struct prova **prove,
    struct arena *a, int fd, int staccato, const struct fiducia *f)
{
	struct richiesta_firme q = { .staccata = staccato >= 0,
	    .fiducia = *f };
	AUTO_BUF firma = { 0 }, answer = { 0 };
	struct cursor c;
	int r;

	if ((r = check_size(fd, q.staccata ? FIRMA_STACCATA_MAX :
	    FIRMATO_MAX)) != 0 ||
	    (q.staccata && (r = check_size(staccato, FIRMATO_MAX)) != 0))
		return r;
	if (q.staccata) {
		if ((r = read_signature(&firma, fd)) != 0)
			return r;
		q.firma = (struct byte_dati){ buf_str(&firma), firma.len };
	}
	if ((r = ask(&c, &answer, &q, q.staccata ? staccato : fd)) != 0)
		return r;
	return read_answer(out, contenuto, prove, a, &c);
}
