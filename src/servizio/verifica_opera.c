/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica_opera.c - acts, folders and attachments as pieces of work for several
 * processes, and what they found in the order of their names.
 *
 * Acts stand in a line, to be read ahead of who projects them in their order.
 */
#include "base/point.h"
#include "base/squadra.h"
#include "servizio/rilettura.h"
#include "servizio/verifica.h"

struct opera {
	const struct rilettura *rilettura;
	struct cartelle *cartelle;
	struct allegati *allegati;	/* NULL: of some acts only */
	struct squadra *squadra;
	int atti, n;			/* pieces of acts; the folders behind
					 * them; attachments follow */
	bool severo;			/* who reads acts hashes objects too */
};

static int
piece(struct buf *out, void *arg, int i, int operaio)
{
	struct opera *o = arg;

	if (i < o->atti) {
		archivio_severo(o->severo);
		rilettura_pezzo(o->rilettura, i, out);
	} else if (i < o->atti + o->n) {
		archivio_severo(true);
		cartelle_guarda(o->cartelle, i - o->atti, out);
	} else {
		allegati_guarda(o->allegati, i - o->atti - o->n, out);
	}
	/* this process goes on reading acts */
	archivio_severo(o->severo);
	if (operaio > 0 && i < o->atti)
		POINT("verifica-lettore");
	else if (operaio > 0)
		POINT("verifica-figlio");
	return 0;
}

/* Acts count as they are projected. */
static int64_t *
weights(struct opera *o, struct verifica *v, int all)
{
	int64_t *peso = arena_alloc(v->a, ((size_t)all + 1) * sizeof *peso);
	int i, k;

	for (i = o->atti; i < all; i++) {
		k = i - o->atti;
		peso[i] = k < o->n ? cartelle_peso(o->cartelle, k) :
		    allegati_peso(o->allegati, k - o->n);
		v->totale += peso[i];
	}
	return peso;
}

int
opera_avvia(struct opera **out, struct verifica *v)
{
	AUTO(opera) o = arena_alloc(v->a, sizeof *o);
	int r, all;

	if ((r = cartelle_pianta(&o->cartelle, v)) != 0 ||
	    (v->dopo == 0 && (r = allegati_pianta(&o->allegati, v)) != 0) ||
	    (r = archivio_init()) != 0)
		return r;
	if ((o->rilettura = v->rilettura) != NULL)
		o->atti = rilettura_pezzi(o->rilettura);
	o->n = cartelle_quante(o->cartelle);
	all = o->atti + o->n;
	if (o->allegati != NULL)
		all += allegati_quanti(o->allegati);
	/* they hash every object: nobody need do it again beside them */
	o->severo = v->dopo > 0 || v->corso.n > 0;
	/* no handle of git is shared with a child */
	store_folders_close(v->st);
	if ((r = squadra_avvia(&o->squadra, all, o->atti, weights(o, v, all),
	    v->come->processi, piece, o)) != 0)
		return r;
	archivio_severo(o->severo);
	*out = MOVE(o);
	return 0;
}

struct squadra *
opera_lettori(struct opera *o)
{
	return o->atti > 0 ? o->squadra : NULL;
}

int64_t
opera_fatto(const struct opera *o)
{
	return o->squadra != NULL ? squadra_fatto(o->squadra) : 0;
}

static void
step(void *arg)
{
	verifica_avanza(arg, "cartelle e allegati");
}

int
opera_finisci(struct opera *o, struct verifica *v)
{
	struct cursor c;
	int r, i, n;

	if ((r = squadra_finisci(o->squadra, step, v)) != 0)
		return r;
	POINT("verifica-guardato");
	for (i = 0; i < o->n; i++)
		cartelle_dici(o->cartelle, i,
		    squadra_esito(&c, o->squadra, o->atti + i) ? &c :
		    NULL);
	if (o->allegati == NULL)
		return 0;
	if (cartelle_ignote(o->cartelle) != 0)
		verifica_errore(v, "cartelle");
	n = allegati_quanti(o->allegati);
	for (i = 0; i < n; i++)
		allegati_dici(o->allegati, i,
		    squadra_esito(&c, o->squadra, o->atti + o->n + i) ?
		    &c : NULL);
	if (allegati_mancanti(o->allegati) != 0)
		verifica_errore(v, "allegati");
	return 0;
}

void
opera_free(struct opera *o)
{
	if (o == NULL)
		return;
	archivio_severo(true);
	squadra_free(o->squadra);
	allegati_free(o->allegati);
}
