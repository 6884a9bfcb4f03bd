/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * salva.c - a backup: one moment of the store, encrypted, written while others
 * work.
 *
 * Refuses: a kit; a store whose erasures are not finished; a directory that is
 * something else; keys beside what they open.  Keeps: the lock for no longer
 * than it takes to say which moment it is; the last backup, until the new one
 * and its keys are whole.  Whoever dies on the way leaves pezzi that nobody
 * names, which the next backup takes away.  Norm: GDPR art. 32 c. 1 lett. c.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atti/ente/ripristino.h"
#include "atti/ente/salvataggi.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/point.h"
#include "registro/salvataggi.h"
#include "servizio/rilettura.h"
#include "servizio/salva.h"

#define GIRI 3			/* when something is erased meanwhile */

struct salvando {
	struct arena *a;
	struct store *st;
	const struct salva_come *come;
	const struct ascolto *l;
	struct copia copia;
	const char *dove, *chiavi;	/* absolute */
	struct buf per;			/* the recovery key */
	int avvisa;			/* days; 0: as is usual */
	struct salvataggio prima;	/* what stands in the copy */
	struct salvato *out;
};

/* ---- where ---- */

static bool
below(const char *x, const char *dir)
{
	size_t n = strlen(dir);

	return strncmp(x, dir, n) == 0 && (x[n] == '/' || x[n] == '\0');
}

static int
absolute(const char **out, struct arena *a, const char *dir)
{
	char real[PATH_MAX];
	int r;

	if ((r = dir_make(dir)) != 0)
		return r;
	if (realpath(dir, real) == NULL)
		return err_sys("%s", dir);
	*out = arena_strdup(a, real);
	return 0;
}

/* Who takes one must not have the other with it; and each is noted in a line. */
static int
check_places(const struct salvando *x)
{
	const char *store = x->st->dir;

	if (strchr(x->dove, '\n') != NULL || strchr(x->chiavi, '\n') != NULL)
		return err_set(ERR_INVALID, "il nome di una directory va a "
		    "capo: scegline un altro");
	if (below(x->dove, store) || below(store, x->dove))
		return err_set(ERR_INVALID, "%s: una copia non sta "
		    "nell'archivio, né l'archivio in lei", x->dove);
	if (below(x->chiavi, store) || below(x->chiavi, x->dove) ||
	    below(x->dove, x->chiavi))
		return err_set(ERR_INVALID, "%s: le chiavi non stanno con ciò "
		    "che aprono; dà loro un'altra directory, su un altro "
		    "supporto (--chiavi)", x->chiavi);
	return 0;
}

static int
read_recovery(struct salvando *x)
{
	int r;

	if (x->come->per == NULL)
		return err_set(ERR_INVALID, "di una copia nuova si dice per "
		    "quale chiave: --per FILE, la chiave OpenPGP pubblica di "
		    "ripristino");
	if ((r = file_read(&x->per, x->come->per,
	    SALVA_DESTINATARIO_MAX)) != 0)
		return r;
	return destinatario_prova(x->out->per, &x->per);
}

/* Of a copy that has no backup yet. */
static void
first_state(struct salvando *x)
{
	x->prima = (struct salvataggio){ .a = x->a };
	memcpy(x->prima.copia, x->copia.id, sizeof x->prima.copia);
	cifra_chiave(x->prima.chiave_indice);
}

static int
new_copy(struct salvando *x)
{
	char id[ID_LEN + 1];
	int r;

	if (x->come->chiavi == NULL)
		return err_set(ERR_INVALID, "di una copia nuova si dice dove "
		    "vanno le chiavi: --chiavi DIR");
	random_secret(id, ID_LEN / 2);
	if ((r = read_recovery(x)) != 0 ||
	    (r = absolute(&x->chiavi, x->a, x->come->chiavi)) != 0 ||
	    (r = check_places(x)) != 0 ||
	    (r = stato_destinatario_metti(x->st->dir, id, &x->per)) != 0)
		return r;
	POINT("salva-nuova");
	if ((r = copia_crea(&x->copia, x->a, x->dove, id)) != 0)
		return r;
	first_state(x);
	return 0;
}

/* The directory of its keys, unless the line says another. */
static int
known_keys(struct salvando *x)
{
	const char *dir = x->come->chiavi;
	struct copia_nota *list;
	int r, n, i;

	if ((r = salvataggi_note(&list, &n, x->a, x->st->dir)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if (strcmp(list[i].copia, x->copia.id) != 0)
			continue;
		if (list[i].guasta != NULL && dir == NULL)
			return err_set(ERR_INVALID, "%s; dì di nuovo dove "
			    "vanno le chiavi: --chiavi DIR", list[i].guasta);
		if (dir == NULL)
			dir = list[i].chiavi;
		if (x->avvisa == 0)
			x->avvisa = list[i].avvisa;
	}
	if (dir == NULL)
		return err_set(ERR_INVALID, "dove vanno le chiavi? --chiavi "
		    "DIR");
	if (x->come->chiavi == NULL && !dir_exists(dir))
		return err_set(ERR_INVALID, "%s, dove sono le chiavi, non c'è: "
		    "collega il suo supporto, o dinne un altro con --chiavi",
		    dir);
	return absolute(&x->chiavi, x->a, dir);
}

static int
known_copy(struct salvando *x)
{
	int r;

	r = stato_destinatario(&x->per, x->st->dir, x->copia.id);
	if (r == ERR_ABSENT)
		return err_set(ERR_INVALID, "%s è la copia di un altro "
		    "archivio, o questo non la conosce: scegli una directory "
		    "nuova", x->dove);
	if (r != 0 || (r = known_keys(x)) != 0 || (r = check_places(x)) != 0)
		return r;
	if (x->come->per != NULL) {
		buf_clear(&x->per);
		if ((r = read_recovery(x)) != 0 ||
		    (r = stato_destinatario_metti(x->st->dir, x->copia.id,
		    &x->per)) != 0)
			return r;
	} else if ((r = destinatario_prova(x->out->per, &x->per)) != 0) {
		return r;
	}
	r = stato_leggi(&x->prima, x->a, x->st->dir, x->copia.id);
	if (r != ERR_ABSENT)
		return r;
	err_clear();			/* its first one was cut short */
	first_state(x);
	return 0;
}

static int
open_copy(struct salvando *x)
{
	int r;

	if (!file_exists(arena_printf(x->a, "%s/" SALVA_FORMA, x->dove)))
		return new_copy(x);
	if ((r = copia_open(&x->copia, x->a, x->dove)) != 0)
		return r;
	return known_copy(x);
}

/* ---- the moment ---- */

/* Under the lock: the first look at the register fixes the moment. */
static int
fix_moment(struct salva *s)
{
	struct lock lock = { -1 };
	struct conto c = { 0 };
	struct letture *log;
	int r;

	if ((r = store_letture(&log, s->st)) != 0 ||
	    (r = lock_take(&lock, store_path(s->a, s->st,
	    ".scrittura"))) != 0)
		return r;
	if ((r = completa(&c, s->st, s->l)) == 0 &&
	    (r = espunzioni_sospese(s->st)) == 1)
		r = err_set(ERR_BUSY, "un'espunzione è da finire: eseguire "
		    "«cartella ricostruisci», poi salvare");
	if (r == 0 && (r = registro_read_begin(s->st->registro)) == 0 &&
	    (r = registro_ultimo(&s->ultimo, s->st->registro)) == 0)
		r = letture_quante(&s->letture, log);
	lock_release(&lock);
	return r;
}

/* Before the first registration there are none. */
static int
list_years(char ***out, struct salva *s)
{
	static char *none[] = { NULL };
	int r = dir_list(out, s->a, store_path(s->a, s->st, "registro"));

	if (r != ERR_ABSENT)
		return r;
	err_clear();
	*out = none;
	return 0;
}

static int
plan(struct salva *s)
{
	int r;

	if ((r = registro_teste(&s->teste, &s->n_teste, s->a,
	    s->st->registro)) != 0 ||
	    (r = registro_allegati(&s->allegati, &s->n_allegati, s->a,
	    s->st->registro)) != 0 ||
	    (r = list_years(&s->anni, s)) != 0)
		return r;
	return salva_piano(s);
}

static int
take_moment(struct salva *s)
{
	int r = fix_moment(s);

	if (r == 0)
		r = plan(s);
	registro_read_end(s->st->registro);
	return r;
}

/* 1: something was destroyed behind that moment. */
static int
overtaken(const struct salva *s)
{
	int64_t last;
	int r = registro_ultima_distruzione(&last, s->st->registro,
	    s->ultimo.seq);

	return r != 0 ? r : last > 0;
}

static void
new_state(struct salvataggio *out, const struct salvando *x)
{
	const struct salvataggio *was = &x->prima;

	*out = (struct salvataggio){ .a = x->a,
	    .istantanea = was->istantanea,
	    .n_istantanee = was->n_istantanee,
	    .cap_istantanee = was->cap_istantanee };
	memcpy(out->copia, was->copia, sizeof out->copia);
	memcpy(out->chiave_indice, was->chiave_indice,
	    sizeof out->chiave_indice);
}

/* One round.  1: again, from a new moment: what was read may be no more. */
static int
one_round(struct salvataggio *nuovo, struct salvando *x)
{
	AUTO(arena) a = arena_new();
	struct salva s = { .a = a, .st = x->st, .copia = &x->copia,
	    .prima = &x->prima, .nuovo = nuovo, .l = x->l,
	    .operai = x->come->processi };
	int r, late;

	new_state(nuovo, x);
	store_folders_close(x->st);
	if ((r = take_moment(&s)) != 0)
		return r;
	nuovo->atti = s.ultimo.seq;
	nuovo->letture = s.letture;
	memcpy(nuovo->anello, s.ultimo.impronta, sizeof nuovo->anello);
	r = salva_scrivi(&s);
	POINT("salva-pezzi");
	if ((late = overtaken(&s)) != 0)
		return late;
	if (r != 0)
		return salva_consegne_tolte(&s) ? 1 : r;
	salvataggio_ordina(nuovo);
	x->out->nuove = s.nuove;
	x->out->mancano = s.mancano;
	return 0;
}

/* ---- the end: index, list, keys, state ---- */

static int
next_number(int *out, const struct salvando *x)
{
	const struct salvataggio *s = &x->prima;
	int *list, n, i, r;

	if ((r = copia_liste(&list, &n, x->a, &x->copia)) != 0)
		return r;
	*out = 1;
	for (i = 0; i < n; i++)
		if (list[i] >= *out)
			*out = list[i] + 1;
	for (i = 0; i < s->n_istantanee; i++)
		if (s->istantanea[i].n >= *out)
			*out = s->istantanea[i].n + 1;
	return 0;
}

static int
write_index(struct pezzo *out, struct salvando *x,
    const struct salvataggio *s, int n)
{
	AUTO_BUF text = { 0 };
	AUTO(penna) p = NULL;
	int r;

	salvataggio_indice(&text, s);
	if ((r = penna_open(&p, &x->copia, s->chiave_indice, arena_printf(x->a,
	    "%s indice %d", s->copia, n))) != 0)
		return r;
	penna_put(p, text.data, text.len);
	if ((r = penna_end(out, &p)) == 0)
		copia_conta(&x->copia, out);
	return r;
}

static int
write_list(struct istantanea *out, struct salvando *x,
    const struct salvataggio *s)
{
	struct istantanea i = { .atti = s->atti, .ora = clock_now() };
	struct pezzo indice;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = next_number(&i.n, x)) != 0 ||
	    (r = write_index(&indice, x, s, i.n)) != 0 ||
	    (r = file_sync_all(x->dove)) != 0)
		return r;
	lista_scrivi(&b, x->a, s, i.n, i.ora, &indice);
	hash_hex(i.impronta, b.data, b.len);
	if ((r = file_put_synced(copia_lista_path(x->a, &x->copia, i.n),
	    b.data, b.len, 0600)) != 0)
		return r;
	*out = i;
	return 0;
}

static void
remember(struct salvataggio *s, const struct istantanea *new, int tieni)
{
	int drop;

	s->istantanea = arena_more(s->a, s->istantanea, s->n_istantanee,
	    &s->cap_istantanee, sizeof *new);
	s->istantanea[s->n_istantanee++] = *new;
	drop = s->n_istantanee - tieni;
	if (drop <= 0)
		return;
	s->n_istantanee -= drop;
	memmove(s->istantanea, s->istantanea + drop,
	    (size_t)s->n_istantanee * sizeof *s->istantanea);
}

/* Keys the copy had and has no more: of what was destroyed, or erased from. */
static int64_t
dropped(const struct salvataggio *was, const struct salvataggio *is)
{
	const struct unita *u;
	int64_t n = 0;
	int i;

	for (i = 0; i < was->n; i++) {
		u = salvataggio_unita(is, was->unita[i].nome);
		if (was->unita[i].chiave[0] != '\0' && (u == NULL ||
		    strcmp(u->chiave, was->unita[i].chiave) != 0))
			n++;
	}
	return n;
}

static int
finish(struct salvando *x, struct salvataggio *s)
{
	int tieni = x->come->tieni > 0 ? x->come->tieni : SALVA_TIENI;
	struct istantanea new;
	int r;

	if ((r = write_list(&new, x, s)) != 0)
		return r;
	POINT("salva-lista");
	remember(s, &new, tieni);
	if ((r = chiavi_metti(x->out->per, s, x->chiavi, &x->per)) != 0)
		return r;
	POINT("salva-chiavi");
	if ((r = stato_scrivi(s, x->st->dir, x->dove, x->chiavi,
	    x->avvisa)) != 0)
		return r;
	POINT("salva-stato");
	x->out->istantanea = new.n;
	x->out->atti = s->atti;
	x->out->unita = s->n;
	memcpy(x->out->lista, new.impronta, sizeof x->out->lista);
	return copia_sfoltisci(&x->copia, s);
}

static int
save(struct salvando *x)
{
	struct salvataggio nuovo;
	int r = 1, i;

	for (i = 0; i < GIRI && r == 1; i++)
		r = one_round(&nuovo, x);
	if (r == 1)
		return err_set(ERR_BUSY, "mentre si salvava qualcosa è stato "
		    "tolto, più volte: riprova");
	if (r != 0 || (r = finish(x, &nuovo)) != 0)
		return r;
	x->out->tolte = dropped(&x->prima, &nuovo);
	x->out->pezzi = x->copia.pezzi;
	x->out->byte = x->copia.byte;
	x->out->chiavi = x->chiavi;
	memcpy(x->out->copia, x->copia.id, sizeof x->out->copia);
	return 0;
}

int
servizio_salva(struct salvato *out, struct arena *a, const char *dir,
    const struct salva_come *come, const struct ascolto *l)
{
	struct salvando x = { .a = a, .come = come, .l = l, .out = out,
	    .avvisa = come->avvisa };
	struct lock lock = { -1 };
	AUTO(store) st = NULL;
	int r;

	memset(out, 0, sizeof *out);
	if ((r = store_open(&st, dir, 0)) != 0)
		return r;
	if (st->kit)
		return err_set(ERR_INVALID, "questo è un kit: rientra nel "
		    "registro, ed è il registro che si salva");
	if (file_exists(store_path(a, st, RISERVA_FILE)))
		return err_set(ERR_INVALID, "questa è la copia di riserva: si "
		    "salva l'archivio");
	x.st = st;
	if ((r = absolute(&x.dove, a, come->dove)) == 0 &&
	    (r = lock_take_dir(&lock, x.dove)) == 0 &&
	    (r = open_copy(&x)) == 0)
		r = save(&x);
	lock_release(&lock);
	buf_free(&x.per);
	return r;
}
