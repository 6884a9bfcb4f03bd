/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica_accanto.c - signatures and seals, by another process while this one
 * reads acts and folders: they need the register and nothing of what the others
 * find.  It has the moment's copy of the register open for itself.
 */
#include "base/point.h"
#include "base/squadra.h"
#include "servizio/firme.h"
#include "servizio/rilettura.h"
#include "servizio/sigilli.h"
#include "servizio/verifica.h"

struct accanto {
	struct verifica *v;
	struct squadra *squadra;
};

static const struct {
	const char *luogo;
	int (*fn)(struct conto *conto, struct store *st, int64_t dopo,
	    const struct ascolto *l);
} cose[] = {
	{ "firme", verifica_firme }, { "sigilli", verifica_sigilli },
};

static int
own_store(struct store **out, struct arena *a, const struct verifica *v)
{
	AUTO(store) st = NULL;
	int r;

	if ((r = store_open(&st, v->st->dir, STORE_READONLY |
	    STORE_SENZA_REGISTRO)) != 0 ||
	    (r = registro_open(&st->registro, momento_percorso(a, v),
	    REGISTRO_READONLY)) != 0)
		return r;
	*out = MOVE(st);
	return 0;
}

static int
piece(struct buf *out, void *arg, int i, int operaio)
{
	const struct accanto *x = arg;
	AUTO(arena) a = arena_new();
	AUTO(store) own = NULL;
	struct referto found = { .a = a };
	struct ascolto keep = referto_ascolto(&found);
	struct conto c = { 0 };
	int r = 0;

	if (operaio == 0)
		r = cose[i].fn(&c, x->v->st, 0, &keep);
	else if ((r = own_store(&own, a, x->v)) == 0)
		r = cose[i].fn(&c, own, 0, &keep);
	if (r != 0) {
		referto_metti(&found, false, cose[i].luogo, err_msg());
		err_clear();
	}
	buf_u32(out, (uint32_t)c.firme);
	referto_scrivi(out, &found);
	if (operaio > 0)
		POINT("verifica-figlio");
	return 0;
}

int
accanto_avvia(struct accanto **out, struct verifica *v)
{
	AUTO(accanto) x = arena_alloc(v->a, sizeof *x);
	bool beside = !v->soli && v->come->processi > 1;
	int r;

	x->v = v;
	/* no handle of git is shared with a child */
	store_folders_close(v->st);
	if ((r = squadra_avvia(&x->squadra, NELEM(cose), 0, NULL,
	    beside ? 2 : 1, piece, x)) != 0)
		return r;
	*out = MOVE(x);
	return 0;
}

static int
read_found(struct referto *found, uint32_t *firme, const struct accanto *x,
    int i)
{
	struct cursor c;
	int r;

	if (!squadra_esito(&c, x->squadra, i))
		return err_set(ERR_FAULT, "il processo è finito prima");
	return (r = cursor_u32(firme, &c)) != 0 ? r : referto_leggi(found, &c);
}

void
accanto_dici(struct accanto *x)
{
	struct verifica *v = x->v;
	uint32_t firme;
	size_t i;

	if (squadra_finisci(x->squadra, NULL, NULL) != 0) {
		verifica_errore(v, cose[0].luogo);
		return;
	}
	for (i = 0; i < NELEM(cose); i++) {
		AUTO(arena) a = arena_new();
		struct referto found = { .a = a };

		if (read_found(&found, &firme, x, (int)i) != 0) {
			err_clear();
			dico(v->conto, v->l, false, cose[i].luogo, "non sono "
			    "state guardate: il processo che le guardava è "
			    "finito prima");
			continue;
		}
		v->conto->firme += firme;
		referto_dici(v, &found);
	}
}

void
accanto_free(struct accanto *x)
{
	if (x != NULL)
		squadra_free(x->squadra);
}
