/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme_trovate.c - what a file is, and so whose verifier it is for; and a
 * signed file within a signed file of another kind (a PDF with its own
 * signatures inside a .p7m).
 *
 * Refuses to call a file good whose content is: the worst of what was found in
 * it is what is said of it.
 */
#include "worker/firme_trovate.h"

#include <stdarg.h>
#include <string.h>

#include "base/utf8.h"
#include "firme/xades.h"
#include "resa/firme_pdf.h"

#define MOTIVO_MAX 200		/* characters of a testo-breve */

/* ---- the tree ---- */

struct nodo *
firme_nuove(struct arena *a, const char *formato, enum esito esito)
{
	struct nodo *n = nodo_new(a, "firme");

	nodo_set(a, n, "formato", formato);
	nodo_set(a, n, "esito", esito_nome(esito));
	return n;
}

void
firme_motivo(struct arena *a, struct nodo *n, const char *codice,
    const char *fmt, ...)
{
	struct nodo *m = nodo_new(a, "motivo"), *first = n->primo;
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = arena_vprintf(a, fmt, ap);
	va_end(ap);
	nodo_set(a, m, "codice", codice);
	nodo_text(a, m, utf8_line(a, text, MOTIVO_MAX));
	while (first != NULL && first->nome != NULL &&
	    strcmp(first->nome, "motivo") == 0)
		first = first->succ;
	if (first != NULL)
		nodo_add_before(first, m);
	else
		nodo_add(n, m);
}

enum esito
firme_esito(const struct nodo *n)
{
	const char *s = nodo_attr(n, "esito");
	enum esito e;

	for (e = FIRMA_VALIDA; s != NULL && e <= FIRMA_NON_VERIFICATA; e++)
		if (strcmp(s, esito_nome(e)) == 0)
			return e;
	return FIRMA_NON_VERIFICATA;
}

void
firme_peggiora(struct arena *a, struct nodo *n, enum esito e)
{
	nodo_set(a, n, "esito",
	    esito_nome(esito_peggiore(firme_esito(n), e)));
}

void
firme_prove(struct prova **lista, struct prova *piu)
{
	while (*lista != NULL)
		lista = &(*lista)->succ;
	*lista = piu;
}

/* ---- which kind ---- */

static bool
xml_sembra(const struct byte_dati *d)
{
	const char *p = d->p;
	size_t i = 0;

	if (d->n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0)
		i = 3;
	while (i < d->n && strchr(" \t\r\n", p[i]) != NULL && p[i] != '\0')
		i++;
	return i < d->n && p[i] == '<';
}

static int
none(void)
{
	return err_set(ERR_ABSENT, "nel file non ci sono firme");
}

/* Of XML that is not signed, and cannot be read, nothing is said. */
static int
of_xml(struct nodo **out, struct prova **prove, struct arena *a,
    const struct byte_dati *d, const struct fiducia *f)
{
	int r = verifica_xades(out, prove, a, d->p, d->n, f);

	if (r == ERR_INVALID && memmem(d->p, d->n, "SignatureValue", 14) == NULL)
		return none();
	return r;
}

/* A signed file that holds no other. */
static int
plain(struct nodo **out, struct buf *contenuto, struct prova **prove,
    struct arena *a, const struct byte_dati *d, const struct fiducia *f)
{
	if (pdf_sembra(d->p, d->n))
		return firme_pades(out, contenuto, prove, a, d, f);
	if (xml_sembra(d))
		return of_xml(out, prove, a, d, f);
	return none();
}

/* ---- CMS, and what is in it ---- */

static struct nodo *
innermost(struct nodo *firme)
{
	struct nodo *n;

	while ((n = nodo_child(firme, "firme")) != NULL)
		firme = n;
	return firme;
}

/* The content bears signatures of its own. */
static int
within(struct nodo *firme, struct buf *contenuto, struct prova **prove,
    struct arena *a, const struct fiducia *f)
{
	const struct byte_dati d = { contenuto->data, contenuto->len };
	struct nodo *inner = NULL, *n = innermost(firme);
	struct prova *more = NULL;
	AUTO_BUF deeper = { 0 };
	int r;

	if (contenuto->len == 0)
		return 0;
	r = plain(&inner, &deeper, &more, a, &d, f);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r == ERR_INVALID) {
		firme_motivo(a, n, "firma-interna-illeggibile",
		    "il contenuto sembra firmato e non si legge: %s",
		    err_msg());
		firme_peggiora(a, firme, FIRMA_NON_VERIFICATA);
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	nodo_add(n, inner);
	firme_prove(prove, more);
	for (; n != NULL && n->nome != NULL; n = n->padre)
		firme_peggiora(a, n, firme_esito(inner));
	/* what was signed last, if the PDF has grown since */
	if (deeper.len > 0) {
		buf_clear(contenuto);
		buf_append(contenuto, deeper.data, deeper.len);
	}
	return 0;
}

/* A verifier that took other bytes for the content is not believed. */
static void
check_content(struct nodo *firme, struct arena *a,
    const struct byte_dati *staccato)
{
	const char *said = nodo_value(a, firme, "contenuto/@impronta");
	char is[IMPRONTA_LEN + 1];

	if (staccato == NULL || said == NULL)
		return;
	hash_hex(is, staccato->p, staccato->n);
	if (strcmp(is, said) == 0)
		return;
	firme_motivo(a, firme, "altro-contenuto",
	    "la firma è di un contenuto diverso dal file con cui è arrivata");
	firme_peggiora(a, firme, FIRMA_NON_VALIDA);
}

static int
of_cms(struct nodo **out, struct buf *contenuto, struct prova **prove,
    struct arena *a, const struct byte_dati *file,
    const struct byte_dati *staccato, const struct fiducia *f)
{
	AUTO_BUF content = { 0 };
	int r;

	if ((r = verifica_cms(out, &content, prove, a, file->p, file->n,
	    staccato, f)) != 0)
		return r;
	check_content(*out, a, staccato);
	if (staccato != NULL)
		return 0;
	if ((r = within(*out, &content, prove, a, f)) != 0)
		return r;
	if (contenuto != NULL)
		buf_append(contenuto, content.data, content.len);
	return 0;
}

int
firme_trovate(struct nodo **out, struct buf *contenuto, struct prova **prove,
    struct arena *a, const struct byte_dati *file,
    const struct byte_dati *staccato, const struct fiducia *f)
{
	struct prova *found = NULL;
	struct nodo *firme = NULL;
	int r;

	if (staccato != NULL || cms_sembra(file->p, file->n))
		r = of_cms(&firme, contenuto, &found, a, file, staccato, f);
	else
		r = plain(&firme, contenuto, &found, a, file, f);
	if (r != 0)
		return r;
	*out = firme;
	if (prove != NULL)
		firme_prove(prove, found);
	return 0;
}
