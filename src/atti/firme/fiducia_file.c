/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/firme/fiducia_file.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "documenti/fiducia.h"
#include "documenti/verdetto.h"
#include "worker/worker.h"

struct pezzi {			/* certificates, and the files they came in */
	struct byte_dati *v;
	const char **nome;
	int n, cap, cap_nome;
};

/* ---- files ---- */

static void
push(struct pezzi *l, struct arena *a, const void *p, size_t n,
    const char *nome)
{
	l->v = arena_more(a, l->v, l->n, &l->cap, sizeof *l->v);
	l->nome = arena_more(a, l->nome, l->n, &l->cap_nome, sizeof *l->nome);
	l->v[l->n] = (struct byte_dati){ p, n };
	l->nome[l->n++] = nome;
}

static bool
is_list(const struct buf *b)
{
	size_t i = b->len >= 3 && memcmp(b->data, "\xef\xbb\xbf", 3) == 0 ?
	    3 : 0;

	while (i < b->len && strchr(" \t\r\n", b->data[i]) != NULL)
		i++;
	return i < b->len && b->data[i] == '<';
}

/* The certificates of a file: as many as it holds in PEM, or one in DER. */
static int
take_certificates(struct pezzi *out, struct op *op, const struct buf *b,
    const char *nome)
{
	const char **pem;
	void *copy;
	int r;

	if (b->len == 0)
		return err_set(ERR_INVALID, "%s: è vuoto", nome);
	if ((r = fiducia_pezzi(&pem, op->a, b->data, b->len)) != 0)
		return err_prefix(r, "%s", nome);
	if (*pem == NULL) {
		copy = arena_memdup(op->a, b->data, b->len);
		push(out, op->a, copy, b->len, nome);
	}
	for (; *pem != NULL; pem++)
		push(out, op->a, *pem, strlen(*pem), nome);
	return 0;
}

/* All files: the certificates, and which one is the list (-1: none). */
static int
take_files(struct pezzi *out, int *elenco, struct buf *xml, struct op *op)
{
	int r, i;

	*elenco = -1;
	for (i = 0; i < op->n_file; i++) {
		AUTO_BUF b = { 0 };

		if (lseek(op->file[i].fd, 0, SEEK_SET) < 0)
			return err_sys("%s", op->file[i].nome);
		if ((r = file_read_fd(&b, op->file[i].fd, ELENCO_MAX)) != 0)
			return err_prefix(r, "%s", op->file[i].nome);
		if (!is_list(&b)) {
			if ((r = take_certificates(out, op, &b,
			    op->file[i].nome)) != 0)
				return r;
			continue;
		}
		if (*elenco >= 0)
			return err_set(ERR_INVALID, "%s: un elenco alla volta",
			    op->file[i].nome);
		*elenco = i;
		buf_append(xml, b.data, b.len);
	}
	return 0;
}

/* What they say, each; 1: one cannot be read, and a rilievo says which. */
static int
read_certificates(struct nodo **out, struct op *op, const struct pezzi *l)
{
	const struct nodo *n;
	struct nodo *all;
	int r, i = 0, bad = 0;

	if ((r = worker_certificati(&all, op->a, l->v, l->n)) != 0)
		return r;
	for (n = nodo_child(all, NULL); n != NULL; n = nodo_next(n, NULL), i++)
		if (strcmp(n->nome, "illeggibile") == 0) {
			op_errore(op, "", "certificato", NULL, "%s: %s",
			    l->nome[i], nodo_all_text(op->a, n));
			bad = 1;
		}
	*out = all;
	return bad;
}

/* ---- certificates one by one ---- */

static int
by_hand(struct nodo *doc, struct op *op, const struct nodo *all)
{
	const char *uso = op_campo(op, "uso");
	const struct nodo *n;

	for (n = nodo_child(all, NULL); n != NULL; n = nodo_next(n, NULL))
		fiducia_aggiungi(doc, op->a,
		    uso != NULL ? uso : FIDUCIA_FIRMA, n);
	return 0;
}

/* ---- the list of a State ---- */

/* Is the one who signed, whole, among those that were given? */
static const char *
signer(struct op *op, const struct nodo *firme, const struct nodo *certificati)
{
	const struct nodo *f = nodo_child(firme, "firma"), *c;
	const char *is = f != NULL ? nodo_value(op->a, f,
	    "firmatario/@impronta") : NULL;

	if (is == NULL || nodo_next(f, "firma") != NULL ||
	    strcmp(nodo_attr(firme, "formato"), "xades") != 0 ||
	    strcmp(verdetto_esito(firme), "valida") != 0)
		return NULL;
	c = nodo_child(certificati, NULL);
	while (c != NULL && strcmp(nodo_attr(c, "impronta"), is) != 0)
		c = nodo_next(c, NULL);
	return c != NULL ? is : NULL;
}

/* 1: not signed by those, and a rilievo says so. */
static int
check_signature(const char **firmatario, struct op *op, int fd,
    const struct pezzi *l, const struct nodo *certificati)
{
	struct fiducia f = { .ora = clock_now() };
	struct prova *prove = NULL;
	struct byte_dati *radici;
	struct nodo *firme;
	const char *motivo;
	int r;

	radici = arena_alloc(op->a, ((size_t)l->n + 1) * sizeof *radici);
	memcpy(radici, l->v, (size_t)l->n * sizeof *radici);
	f.radici = radici;
	r = worker_firme(&firme, NULL, &prove, op->a, fd, -1, &f);
	if (r == ERR_ABSENT || r == ERR_INVALID) {
		op_errore(op, "", "elenco-non-firmato", NULL, "l'elenco non "
		    "ha una firma che si possa verificare: %s", err_msg());
		err_clear();
		return 1;
	}
	if (r != 0)
		return r;
	if ((*firmatario = signer(op, firme, certificati)) != NULL)
		return 0;
	motivo = nodo_value(op->a, firme, "firma/motivo");
	op_errore(op, "", "elenco-non-valido", NULL, "l'elenco non è firmato "
	    "da chi hai indicato (%s)%s%s: non lo si adotta",
	    verdetto_esito(firme), motivo != NULL ? ": " : "",
	    motivo != NULL ? motivo : "");
	return 1;
}

/* The certificates of the list, one for each line of it: in PEM, since their
 * text is base64. */
static int
of_list(struct nodo **out, struct op *op, const struct nodo *elenco)
{
	struct pezzi l = { 0 };
	const struct nodo *s;
	const char *pem;

	for (s = nodo_child(elenco, "servizio"); s != NULL;
	    s = nodo_next(s, "servizio")) {
		AUTO_BUF b = { 0 };
		const char *t = nodo_all_text(op->a, s);

		buf_puts(&b, "-----BEGIN CERTIFICATE-----\n");
		for (; strlen(t) > 64; t += 64)
			buf_printf(&b, "%.64s\n", t);
		buf_printf(&b, "%s\n-----END CERTIFICATE-----\n", t);
		pem = arena_strdup(op->a, buf_str(&b));
		push(&l, op->a, pem, strlen(pem), "");
	}
	return worker_certificati(out, op->a, l.v, l.n);
}

static void
describe_list(struct nodo *doc, struct op *op, const struct nodo *elenco,
    const char *impronta, const char *firmatario, int illeggibili)
{
	static const char *const attrs[] = { "paese", "numero", "emesso",
	    "scade" };
	struct nodo *n = nodo_elem(op->a, doc, "elenco");
	size_t i;

	nodo_set(op->a, n, "impronta", impronta);
	nodo_set(op->a, n, "firmatario", firmatario);
	for (i = 0; i < NELEM(attrs); i++)
		nodo_set(op->a, n, attrs[i], nodo_attr(elenco, attrs[i]));
	if (illeggibili > 0)
		nodo_set(op->a, n, "illeggibili",
		    arena_printf(op->a, "%d", illeggibili));
}

/* The list, its lines that can be read, its bytes kept. */
static int
from_list(struct nodo *doc, struct op *op, const struct op_file *file,
    const struct buf *xml, const char *firmatario)
{
	const struct nodo **each, *n;
	struct nodo *elenco, *all;
	struct op_allegato *x;
	int r, i = 0, bad = 0, lines = 0;

	if ((r = worker_elenco(&elenco, op->a, xml->data, xml->len)) != 0 ||
	    (r = of_list(&all, op, elenco)) != 0 ||
	    (r = op_ricevi_bytes(&x, op, xml->data, xml->len,
	    file->nome)) != 0)
		return r;
	for (n = nodo_child(all, NULL); n != NULL; n = nodo_next(n, NULL))
		lines++;
	each = arena_alloc(op->a, ((size_t)lines + 1) *
	    sizeof(struct nodo *));
	for (n = nodo_child(all, NULL); n != NULL; n = nodo_next(n, NULL)) {
		bool good = strcmp(n->nome, "certificato") == 0;

		each[i++] = good ? n : NULL;
		bad += !good;
	}
	describe_list(doc, op, elenco, x->al.impronta, firmatario, bad);
	return fiducia_periodi(doc, op->a, elenco, each);
}

int
fiducia_leggi(struct nodo *doc, struct op *op)
{
	const char *firmatario = NULL;
	struct pezzi l = { 0 };
	AUTO_BUF xml = { 0 };
	struct nodo *all;
	int r, elenco;

	if ((r = take_files(&l, &elenco, &xml, op)) != 0)
		return r;
	if (l.n == 0) {
		op_errore(op, "", "manca-certificato", NULL,
		    "con l'elenco serve il certificato di chi lo firma");
		return 1;
	}
	if (elenco >= 0 && op_campo(op, "uso") != NULL)
		op_errore(op, "uso", "uso-di-elenco", NULL,
		    "per che cosa si crede a ciascuno lo dice l'elenco");
	if ((r = read_certificates(&all, op, &l)) != 0)
		return r;
	if (elenco < 0)
		return by_hand(doc, op, all);
	if ((r = check_signature(&firmatario, op, op->file[elenco].fd, &l,
	    all)) != 0)
		return r;
	return from_list(doc, op, &op->file[elenco], &xml, firmatario);
}
