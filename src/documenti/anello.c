/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/anello.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int
by_place(const void *a, const void *b)
{
	const struct anello_documento *x = a, *y = b;
	int c = strcmp(x->cartella, y->cartella);

	return c != 0 ? c : strcmp(x->percorso, y->percorso);
}

/* A value of the hashed text: never a space or a line end. */
static const char *
word(const char *s)
{
	const unsigned char *p;

	assert(s != NULL && s[0] != '\0');
	for (p = (const unsigned char *)s; *p != '\0'; p++)
		assert(*p > ' ' && *p != 0x7f);
	return s;
}

void
anello_text(struct buf *b, const struct anello *an)
{
	int i;

	buf_puts(b, "cartella 1\n");
	buf_printf(b, "seq %lld\n", (long long)an->seq);
	buf_printf(b, "ora %s\n", word(an->ora));
	buf_printf(b, "atto %s\n", word(an->atto));
	buf_printf(b, "operatore %s\n", word(an->operatore));
	buf_printf(b, "per %s\n", an->per != NULL ? word(an->per) : "-");
	buf_printf(b, "istanza %s %s\n", word(an->istanza),
	    word(an->istanza_impronta));
	for (i = 0; i < an->n_cartelle; i++)
		buf_printf(b, "cartella %s\n", word(an->cartelle[i]));
	for (i = 0; i < an->n_documenti; i++)
		buf_printf(b, "documento %s %s %s %s\n",
		    word(an->documenti[i].cartella),
		    word(an->documenti[i].percorso),
		    word(an->documenti[i].segno),
		    word(an->documenti[i].impronta));
	for (i = 0; i < an->n_allegati; i++)
		buf_printf(b, "allegato %s\n", word(an->allegati[i]));
	buf_printf(b, "precedente %s\n", word(an->precedente));
}

void
anello_compute(char out[IMPRONTA_LEN + 1], const struct anello *an)
{
	AUTO_BUF b = { 0 };

	anello_text(&b, an);
	hash_hex(out, b.data, b.len);
}

void
documento_segno(char out[SEGNO_LEN + 1], const char *id)
{
	char impronta[IMPRONTA_LEN + 1];

	hash_hex(impronta, id, strlen(id));
	memcpy(out, impronta, SEGNO_LEN);
	out[SEGNO_LEN] = '\0';
}

const char *
anello_id(const struct anello_documento *d)
{
	return d->id != NULL ? d->id : d->segno;
}

void
anello_seal(struct anello *an)
{
	int i, n = 0;

	assert(an->n_cartelle > 0);
	for (i = 0; i < an->n_documenti; i++)
		if (an->documenti[i].id != NULL)
			documento_segno(an->documenti[i].segno,
			    an->documenti[i].id);
	if (an->n_cartelle > 2)
		qsort(an->cartelle + 1, (size_t)an->n_cartelle - 1,
		    sizeof *an->cartelle, by_text);
	if (an->n_documenti > 1)
		qsort(an->documenti, (size_t)an->n_documenti,
		    sizeof *an->documenti, by_place);
	if (an->n_allegati > 1)
		qsort(an->allegati, (size_t)an->n_allegati,
		    sizeof *an->allegati, by_text);
	for (i = 0; i < an->n_allegati; i++)
		if (n == 0 || strcmp(an->allegati[n - 1], an->allegati[i]) != 0)
			an->allegati[n++] = an->allegati[i];
	an->n_allegati = n;
	anello_compute(an->impronta, an);
}

struct nodo *
busta_of(struct arena *a, const struct nodo *istanza)
{
	struct nodo *busta = nodo_new(a, "istanza"), *n;
	static const char *const kept[] = { "atto", "id", "versione" };
	size_t i;

	for (i = 0; i < NELEM(kept); i++)
		nodo_set(a, busta, kept[i], nodo_attr(istanza, kept[i]));
	if ((n = nodo_child(istanza, "base")) != NULL)
		nodo_add(busta, nodo_copy(a, n));
	if ((n = nodo_child(istanza, "conferme")) != NULL)
		nodo_add(busta, nodo_copy(a, n));
	return busta;
}

void
busta_impronta(char out[IMPRONTA_LEN + 1], const struct nodo *busta)
{
	AUTO_BUF b = { 0 };

	nodo_write(&b, busta);
	hash_hex(out, b.data, b.len);
}

struct nodo *
anello_nodo(struct arena *a, const struct anello *an, struct nodo *busta)
{
	struct nodo *root = nodo_new(a, "atto-compiuto"), *n, *d;
	int i;

	nodo_set(a, root, "versione", "1");
	nodo_add(root, busta);
	n = nodo_elem(a, root, "anello");
	nodo_set(a, n, "seq", arena_printf(a, "%lld", (long long)an->seq));
	nodo_set(a, n, "ora", an->ora);
	nodo_set(a, n, "atto", an->atto);
	nodo_set(a, n, "operatore", an->operatore);
	nodo_set(a, n, "per", an->per);
	nodo_set(a, n, "istanza-impronta", an->istanza_impronta);
	nodo_set(a, n, "precedente", an->precedente);
	nodo_set(a, n, "impronta", an->impronta);
	for (i = 0; i < an->n_cartelle; i++)
		nodo_elem_text(a, n, "cartella", an->cartelle[i]);
	for (i = 0; i < an->n_documenti; i++) {
		d = nodo_elem(a, n, "documento");
		nodo_set(a, d, "cartella", an->documenti[i].cartella);
		nodo_set(a, d, "percorso", an->documenti[i].percorso);
		nodo_set(a, d, "segno", an->documenti[i].segno);
		nodo_set(a, d, "impronta", an->documenti[i].impronta);
	}
	for (i = 0; i < an->n_allegati; i++)
		nodo_set(a, nodo_elem(a, n, "allegato"), "impronta",
		    an->allegati[i]);
	return root;
}

static int
read_document(struct anello_documento *d, const struct nodo *n)
{
	const char *segno = nodo_attr(n, "segno");

	d->cartella = nodo_attr(n, "cartella");
	d->percorso = nodo_attr(n, "percorso");
	d->impronta = nodo_attr(n, "impronta");
	if (!d->cartella || !d->percorso || !d->impronta || !segno ||
	    strlen(segno) != SEGNO_LEN)
		return ERR_INVALID;
	memcpy(d->segno, segno, sizeof d->segno);
	return 0;
}

static int
read_lists(struct anello *an, struct arena *a, const struct nodo *n)
{
	const struct nodo *c;

	an->cartelle = arena_alloc(a, sizeof *an->cartelle *
	    (size_t)nodo_count(n, "cartella"));
	for (c = nodo_child(n, "cartella"); c; c = nodo_next(c, "cartella"))
		an->cartelle[an->n_cartelle++] = nodo_all_text(a, c);
	an->documenti = arena_alloc(a, sizeof *an->documenti *
	    (size_t)nodo_count(n, "documento"));
	for (c = nodo_child(n, "documento"); c; c = nodo_next(c, "documento"))
		if (read_document(&an->documenti[an->n_documenti++], c) != 0)
			return ERR_INVALID;
	an->allegati = arena_alloc(a, sizeof *an->allegati *
	    (size_t)nodo_count(n, "allegato"));
	for (c = nodo_child(n, "allegato"); c; c = nodo_next(c, "allegato"))
		if ((an->allegati[an->n_allegati++] =
		    nodo_attr(c, "impronta")) == NULL)
			return ERR_INVALID;
	return an->n_cartelle > 0 ? 0 : ERR_INVALID;
}

int
anello_read(struct anello **out, struct arena *a, const struct nodo *root)
{
	struct anello *an = arena_alloc(a, sizeof *an);
	const struct nodo *n = nodo_child(root, "anello");
	const struct nodo *busta = nodo_child(root, "istanza");
	const char *seq = n != NULL ? nodo_attr(n, "seq") : NULL;
	const char *impronta = n != NULL ? nodo_attr(n, "impronta") : NULL;

	if (seq == NULL || busta == NULL || impronta == NULL ||
	    strlen(impronta) != IMPRONTA_LEN || read_lists(an, a, n) != 0)
		goto bad;
	an->seq = strtoll(seq, NULL, 10);
	memcpy(an->impronta, impronta, sizeof an->impronta);
	an->ora = nodo_attr(n, "ora");
	an->atto = nodo_attr(n, "atto");
	an->operatore = nodo_attr(n, "operatore");
	an->per = nodo_attr(n, "per");
	an->istanza = nodo_attr(busta, "id");
	an->istanza_impronta = nodo_attr(n, "istanza-impronta");
	an->precedente = nodo_attr(n, "precedente");
	if (an->seq < 1 || !an->ora || !an->atto || !an->operatore ||
	    !an->istanza || !an->istanza_impronta || !an->precedente)
		goto bad;
	*out = an;
	return 0;
bad:
	return err_set(ERR_INVALID, "la voce del giornale è incompleta");
}
