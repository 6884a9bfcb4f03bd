/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ripristina.c - a store made of a backup.
 *
 * Refuses: a list that the keys do not know; a pezzo with other bytes, under
 * another key, or that is missing; a unit whose key is gone, unless what can be
 * read is all that is asked; folders whose chain does not end where the backup
 * says.  Keeps: nothing is believed for having been decrypted, all is hashed
 * and verified as in importa; a number that was given is never given again.
 */
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atti/ente/ripristino.h"
#include "atti/store.h"
#include "base/clock.h"
#include "base/file.h"
#include "servizio/importa.h"
#include "servizio/nuovo.h"
#include "servizio/ripresa.h"

/* ---- which one ---- */

static int
choose(const struct istantanea **out, const struct salvataggio *s, int n)
{
	int i;

	if (s->n_istantanee == 0)
		return err_set(ERR_INVALID, "le chiavi non sono di nessun "
		    "salvataggio");
	*out = &s->istantanea[s->n_istantanee - 1];
	if (n == 0)
		return 0;
	for (i = 0; i < s->n_istantanee; i++)
		if (s->istantanea[i].n == n) {
			*out = &s->istantanea[i];
			return 0;
		}
	return err_set(ERR_INVALID, "del salvataggio %d non ci sono le chiavi: "
	    "vanno dal %d al %d", n, s->istantanea[0].n,
	    s->istantanea[s->n_istantanee - 1].n);
}

/* The list that the keys name, and the index that it names. */
static int
read_index(struct ripresa *x, const struct istantanea *i)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 }, index = { 0 };
	struct lista l;
	int r;

	if ((r = file_read(&b, copia_lista_path(x->a, &x->copia, i->n),
	    SALVA_LISTA_MAX)) != 0)
		return r == ERR_ABSENT ? err_set(ERR_INVALID, "del "
		    "salvataggio %d manca l'elenco", i->n) : r;
	hash_hex(impronta, b.data, b.len);
	if (strcmp(impronta, i->impronta) != 0)
		return err_set(ERR_INVALID, "l'elenco del salvataggio %d non è "
		    "quello che le chiavi ricordano", i->n);
	if ((r = lista_leggi(&l, x->a, &b)) != 0 ||
	    (r = copia_leggi(&index, &x->copia, &l.indice,
	    x->s.chiave_indice, arena_printf(x->a, "%s indice %d",
	    x->copia.id, i->n))) != 0 ||
	    (r = salvataggio_leggi_indice(&x->s, &index)) != 0)
		return err_prefix(r, "salvataggio %d", i->n);
	return 0;
}

/* ---- units that no key opens ---- */

static int
count_lost(struct ripresa *x)
{
	const struct unita *u, *first = NULL;
	int i;

	for (i = 0; i < x->s.n; i++) {
		u = &x->s.unita[i];
		if (u->chiave[0] != '\0')
			continue;
		first = first != NULL ? first : u;
		x->perse++;
		if (x->come->parziale && x->l->difetto != NULL)
			x->l->difetto(x->l->arg, false, u->nome, "la sua "
			    "chiave è stata distrutta: non si legge più");
	}
	if (first == NULL || x->come->parziale)
		return 0;
	return err_set(ERR_INVALID, "%s: la sua chiave è stata distrutta dopo "
	    "quel salvataggio (espunzione, scarto), e con lei ciò che "
	    "conteneva%s; si ripristina un salvataggio più recente, oppure "
	    "con --parziale si leggono le altre cartelle, che però da sole "
	    "non fanno un archivio", first->nome, x->perse > 1 ?
	    ", e non solo lei" : "");
}

/* ---- what was given and is not there ---- */

struct aperti {
	struct ripresa *x;
	struct registro *r;
	struct numeri_aperti *list;
	int n, cap;
};

static int
year_of(int64_t ora)
{
	char day[GIORNO_LEN + 1];

	clock_day(day, ora);
	return (int)strtol(day, NULL, 10);
}

static void
leave_open(struct aperti *o, const char *serie, int anno, int dal, int al)
{
	o->list = arena_more(o->x->a, o->list, o->n, &o->cap,
	    sizeof *o->list);
	o->list[o->n++] = (struct numeri_aperti){ serie, anno, dal, al };
}

/* Of what was told: that it goes beyond what is there. */
static int
open_known(struct aperti *o, const struct ultimo_noto *u)
{
	int r, next;

	if ((r = ripristino_seguente(&next, o->r, u->serie, u->anno)) != 0)
		return r;
	if (u->numero < next)
		return 0;
	leave_open(o, u->serie, u->anno, next, u->numero);
	o->x->mancanti += u->numero - next + 1;
	return 0;
}

static bool
is_told(const struct ripresa *x, const char *serie, int anno)
{
	const struct ripristina_come *come = x->come;
	int i;

	for (i = 0; i < come->n_ultimi; i++)
		if (strcmp(come->ultimi[i].serie, serie) == 0 &&
		    come->ultimi[i].anno == anno)
			return true;
	return false;
}

static int
open_untold(struct aperti *o, const char *serie, int anno)
{
	int r, next;

	if (is_told(o->x, serie, anno))
		return 0;
	if ((r = ripristino_seguente(&next, o->r, serie, anno)) != 0)
		return r;
	leave_open(o, serie, anno, next, 0);
	o->x->aperte++;
	return 0;
}

/* From the year of the backup to this one. */
static int
open_all_untold(struct aperti *o)
{
	int anno, last = year_of(clock_now()), i, n, r;
	const char **serie;

	if ((r = ripristino_serie(&serie, &n, o->x->a, o->r)) != 0)
		return r;
	for (anno = year_of(o->x->ora); anno <= last; anno++)
		for (i = 0; i < n; i++)
			if ((r = open_untold(o, serie[i], anno)) != 0)
				return r;
	return 0;
}

/* The register began again in January: who only knows of the year of the backup
 * would have this one give its first numbers twice. */
int
ripresa_anni(const struct ripresa *x)
{
	int first = year_of(x->ora), last = year_of(clock_now()), anno = first;

	while (is_told(x, SERIE_PG, anno))
		if (++anno > last)
			return 0;
	return err_set(ERR_INVALID, "il salvataggio è del %d%s: di' anche "
	    "l'ultimo numero di protocollo che si sa dato nel %d (--ultimo "
	    "NUMERO/%d; 0/%d se nessuno)", first, last > first ? ", e da "
	    "allora è cominciato un altro anno" : "", anno, anno, anno);
}

int
ripresa_numeri(struct ripresa *x)
{
	struct aperti o = { .x = x };
	AUTO(store) st = NULL;
	int r, i;

	if ((r = store_open(&st, x->fatto.dir, 0)) != 0)
		return r;
	o.r = st->registro;
	for (i = 0; i < x->come->n_ultimi; i++)
		if ((r = open_known(&o, &x->come->ultimi[i])) != 0)
			return r;
	if (!x->come->ritrovate && (r = open_all_untold(&o)) != 0)
		return r;
	return o.n == 0 ? 0 : ripristino_apri(x->fatto.dir, o.list, o.n);
}

/* ---- together ---- */

/* The chain ends where the backup said: nothing was left out of it. */
static int
check_end(struct ripresa *x)
{
	AUTO(store) st = NULL;
	struct ultimo u;
	int r;

	if ((r = store_open(&st, x->fatto.dir, 0)) != 0 ||
	    (r = registro_ultimo(&u, st->registro)) != 0)
		return r;
	if (u.seq != x->s.atti || strcmp(u.impronta, x->s.anello) != 0)
		return err_set(ERR_INVALID, "la catena delle cartelle finisce "
		    "all'atto %" PRId64 ", il salvataggio a %" PRId64, u.seq,
		    x->s.atti);
	return 0;
}

/* The state that the lost store kept: from now on this one knows the copy. */
static int
take_state(struct ripresa *x)
{
	char real[4096], keys[4096];

	if (realpath(x->come->da, real) == NULL)
		return err_sys("%s", x->come->da);
	if (realpath(x->come->chiavi, keys) == NULL)
		return err_sys("%s", x->come->chiavi);
	return stato_scrivi(&x->s, x->fatto.dir, real, keys, 0);
}

static int
mark_standby(const struct ripresa *x)
{
	struct riserva s = { .istantanea = x->istantanea, .ora = x->ora,
	    .atti = x->s.atti, .letture = x->s.letture };

	memcpy(s.copia, x->copia.id, sizeof s.copia);
	return riserva_scrivi(x->fatto.dir, &s);
}

static int
build(struct ripresa *x)
{
	int r;

	if ((r = ripresa_unita(x)) != 0 || x->come->parziale)
		return r;
	if ((r = nuovo_formato(&x->fatto)) != 0 ||
	    (r = importa_letture(arena_printf(x->a, "%s/letture.sqlite",
	    x->fatto.dir), x->letture)) != 0)
		return r;
	if (unlink(x->letture) != 0)
		return err_sys("%s", x->letture);
	if ((r = nuovo_registro(&x->fatto, true)) != 0 ||
	    (r = check_end(x)) != 0 || (r = take_state(x)) != 0 ||
	    (r = nuovo_verifica(&x->fatto)) != 0)
		return r;
	return x->come->riserva ? mark_standby(x) : ripresa_numeri(x);
}

int
servizio_ripristina(struct ripristinato *out, const char *dir,
    const struct ripristina_come *come, const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	struct ripresa x = { .a = a, .come = come, .l = l,
	    .fatto = { .a = a, .che = "la copia", .l = l } };
	const struct istantanea *i = NULL;
	int r;

	if ((r = nuovo_libero(a, dir)) != 0 ||
	    (r = copia_open(&x.copia, a, come->da)) != 0 ||
	    (r = chiavi_prendi(&x.s, a, come->chiavi, x.copia.id,
	    come->frase)) != 0 || (r = choose(&i, &x.s,
	    come->istantanea)) != 0 || (r = read_index(&x, i)) != 0 ||
	    (x.ora = i->ora, x.istantanea = i->n,
	    r = count_lost(&x)) != 0 ||
	    (!come->parziale && !come->riserva &&
	    (r = ripresa_anni(&x)) != 0) ||
	    (r = nuovo_comincia(&x.fatto, dir, "ripristino")) != 0)
		return r;
	if ((r = nuovo_finisci(&x.fatto, build(&x))) != 0)
		return r;
	*out = (struct ripristinato){ .istantanea = i->n, .ora = i->ora,
	    .atti = x.s.atti, .cartelle = x.cartelle,
	    .allegati = x.allegati, .letture = x.s.letture,
	    .perse = x.perse, .mancanti = x.mancanti, .aperte = x.aperte };
	memcpy(out->anello, x.s.anello, sizeof out->anello);
	return 0;
}
