/* SPDX-License-Identifier: EUPL-1.2 */
#include "servizio/firme_openpgp.h"

#include <stdlib.h>
#include <string.h>

#include "firme/firme.h"
#include "servizio/rilettura.h"
#include "worker/worker.h"

#define INSIEME 2000			/* signatures at once … */
#define INSIEME_BYTE ((size_t)16 << 20)	/* … or bytes of them */

struct attende {			/* a signature not yet looked at */
	const char *luogo;
	char chiave[CHIAVE_LEN + 1];
	struct buf firma, dati;
};

struct raccolta {
	struct arena *a;
	struct store *st;
	struct conto *conto;
	const struct ascolto *l;
	struct byte_dati *chiavi;	/* NULL: not yet read */
	const char **nomi;		/* of those keys, in ente/ */
	int n_chiavi;
	struct portachiavi *ring;	/* NULL: gpg was not needed yet */
	struct attende *attende;
	int n;
	size_t byte;
};

struct raccolta *
raccolta_new(struct store *st, struct conto *conto, const struct ascolto *l)
{
	struct arena *a = arena_new();
	struct raccolta *r = arena_alloc(a, sizeof *r);

	*r = (struct raccolta){ .a = a, .st = st, .conto = conto, .l = l,
	    .attende = arena_alloc(a, INSIEME * sizeof *r->attende) };
	return r;
}

static void
empty(struct raccolta *r)
{
	int i;

	for (i = 0; i < r->n; i++) {
		buf_free(&r->attende[i].firma);
		buf_free(&r->attende[i].dati);
	}
	r->n = 0;
	r->byte = 0;
}

void
raccolta_free(struct raccolta *r)
{
	if (r == NULL)
		return;
	empty(r);
	portachiavi_close(r->ring);
	arena_free(r->a);
}

static void
say(struct raccolta *r, const char *luogo, const char *che)
{
	dico(r->conto, r->l, false, luogo, "%s", che);
	err_clear();
}

/* ---- keys ---- */

/* All that were ever enrolled: who could sign when is not asked here. */
static int
read_keys(struct raccolta *r)
{
	struct attuale *list;
	int e, n, i;

	if (r->chiavi != NULL)
		return 0;
	if ((e = registro_attuali(&list, &n, r->a, r->st->registro,
	    "ente")) != 0)
		return e;
	r->chiavi = arena_alloc(r->a, ((size_t)n + 1) * sizeof *r->chiavi);
	r->nomi = arena_alloc(r->a, ((size_t)n + 1) * sizeof *r->nomi);
	for (i = 0; i < n; i++) {
		AUTO_BUF b = { 0 };

		if (strcmp(list[i].tipo, "chiave-openpgp") != 0)
			continue;
		r->nomi[r->n_chiavi] = arena_printf(r->a, "ente/%s",
		    list[i].percorso);
		if (store_bytes(&b, r->st, "ente", list[i].percorso) != 0) {
			say(r, r->nomi[r->n_chiavi], err_msg());
			continue;
		}
		r->chiavi[r->n_chiavi++] = (struct byte_dati){
		    arena_memdup(r->a, b.data, b.len), b.len };
	}
	return 0;
}

/* gpg's, with all the keys. */
static int
open_ring(struct raccolta *r)
{
	struct chiave ignored;
	int e, i;

	if (r->ring != NULL)
		return 0;
	if ((e = firme_init()) != 0 ||
	    (e = portachiavi_temporary(&r->ring)) != 0)
		return e;
	for (i = 0; i < r->n_chiavi; i++)
		if (chiave_import(&ignored, r->a, r->ring, r->chiavi[i].p,
		    r->chiavi[i].n) != 0)
			say(r, r->nomi[i], err_msg());
	return 0;
}

/* ---- signatures ---- */

static void
by_gpg(struct raccolta *r, const struct attende *x)
{
	struct verdetto v;

	if (open_ring(r) != 0 ||
	    verifica_openpgp(&v, r->a, r->ring, x->chiave, x->firma.data,
	    x->firma.len, x->dati.data, x->dati.len) != 0)
		say(r, x->luogo, err_msg());
	else if (v.esito != FIRMA_VALIDA)
		say(r, x->luogo, v.testo);
}

int
raccolta_end(struct raccolta *r)
{
	struct firma_da_vedere q[INSIEME];
	bool vale[INSIEME] = { false };
	int e, i;

	if (r->n == 0)
		return 0;
	if ((e = read_keys(r)) != 0)
		return e;
	for (i = 0; i < r->n; i++)
		q[i] = (struct firma_da_vedere){ r->attende[i].chiave,
		    { buf_str(&r->attende[i].firma), r->attende[i].firma.len },
		    { buf_str(&r->attende[i].dati), r->attende[i].dati.len } };
	/* without its answer gpg looks at them all */
	if (worker_openpgp(vale, q, r->n, r->chiavi, r->n_chiavi) != 0)
		err_clear();
	for (i = 0; i < r->n; i++)
		if (!vale[i])
			by_gpg(r, &r->attende[i]);
	empty(r);
	return 0;
}

int
raccolta_add(struct raccolta *r, const char *luogo, const char *chiave,
    struct buf *firma, struct buf *dati)
{
	struct attende *x = &r->attende[r->n];

	if (strlen(chiave) != CHIAVE_LEN)
		return err_set(ERR_INVALID,
		    "«%s» non è l'impronta di una chiave", chiave);
	x->luogo = arena_strdup(r->a, luogo);
	memcpy(x->chiave, chiave, sizeof x->chiave);
	x->firma = *firma;
	x->dati = *dati;
	*firma = *dati = (struct buf){ 0 };
	r->byte += x->firma.len + x->dati.len;
	if (++r->n < INSIEME && r->byte < INSIEME_BYTE)
		return 0;
	return raccolta_end(r);
}
