/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica.c - is the store whole and true?  Every object, every visible file,
 * every attachment, every signature, every row.
 *
 * Keeps: looks at everything and goes on after each defect; writes nothing but
 * the roll-forward any act would do.  Norm: linee guida AgID §3.1.6, DPR
 * 445/2000 art. 62.
 */
#include "servizio/servizio.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "accesso/eventi.h"
#include "archivio/allegato.h"
#include "atti/salvataggi.h"
#include "atti/store.h"
#include "base/file.h"
#include "base/lock.h"
#include "registro/distrutti.h"
#include "servizio/consegne.h"
#include "servizio/disposizione.h"
#include "servizio/espunzioni.h"
#include "servizio/firme.h"
#include "servizio/giorni.h"
#include "servizio/rilettura.h"
#include "servizio/sigilli.h"

struct verifica {
	struct arena *a;
	struct store *st;
	struct conto *conto;
	const struct ascolto *l;
	const char *luogo;		/* what a callback speaks about */
	char *officina;			/* where the new register is made */
};

/* An error of ours while looking is a defect of the store. */
static void
tell_error(struct verifica *v, const char *luogo)
{
	dico(v->conto, v->l, false, luogo, "%s", err_msg());
	err_clear();
}

/* ---- the register against its documents ---- */

static void
row_differs(void *arg, const char *tabella, const char *riga, const char *che)
{
	struct verifica *v = arg;

	dico(v->conto, v->l, false, arena_printf(v->a, "registro %s", tabella),
	    "%s: %s", riga, che);
}

/*
 * A register that does not open is one defect more: the rest is held against
 * the one that the folders make.
 */
static int
check_register(struct verifica *v)
{
	const char *path = arena_printf(v->a, "%s/registro.sqlite",
	    v->officina);
	int r;

	if ((r = rilettura(v->conto, v->st, path, v->l)) != 0)
		return r;
	if (v->st->registro == NULL)
		return registro_open(&v->st->registro, path, 0);
	if ((r = espunzioni_sospese(v->st)) < 0)
		tell_error(v, "registro");
	/* its rows are not those of the folders yet */
	if (r == 1) {
		dico(v->conto, v->l, false, "registro", "un'espunzione è da "
		    "finire: ciò che fu espunto è ancora nel file del "
		    "registro; la finisce il prossimo comando, o «cartella "
		    "ricostruisci»");
		return 0;
	}
	if (registro_confronta(v->st->registro, path, row_differs, v) != 0)
		tell_error(v, "registro");
	return 0;
}

/* ---- git folders ---- */

static void
folder_defect(void *arg, const char *place, const char *what)
{
	struct verifica *v = arg;

	dico(v->conto, v->l, false, arena_printf(v->a, "%s/%s", v->luogo,
	    place), "%s", what);
}

static void
check_folder(struct verifica *v, const struct testa *t)
{
	struct folder_tags tags = { 0 };
	int unreachable = 0, atti;
	char head[COMMIT_LEN + 1];
	struct folder *f;

	v->luogo = t->cartella;
	if (store_folder(&f, v->st, t->cartella, false) != 0 ||
	    folder_head(head, f) != 0) {
		tell_error(v, t->cartella);
		return;
	}
	if (strcmp(head, t->commit) != 0)
		dico(v->conto, v->l, false, t->cartella, "il ramo è a %.12s, "
		    "il registro lo dice a %.12s", head, t->commit);
	if (registro_giornale(&atti, v->st->registro, t->cartella) != 0)
		tell_error(v, "registro testa");
	else if (atti != t->atti)
		dico(v->conto, v->l, false, "registro testa", "%s: %d atti, "
		    "ma la catena ne ha %d", t->cartella, t->atti, atti);
	if (verifica_legami(v->conto, v->st, v->l, t->cartella) != 0)
		tell_error(v, t->cartella);
	if (sigilli_tag_di(&tags, v->a, v->st->registro,
	    t->cartella) != 0 ||
	    folder_check(f, t->commit, &tags, folder_defect, v,
	    &unreachable) != 0)
		tell_error(v, t->cartella);
	if (unreachable > 0)
		dico(v->conto, v->l, true, t->cartella,
		    "%d oggetti di atti interrotti", unreachable);
}

/* Folders on disk that the register does not know. */
static int
check_unknown(struct verifica *v, const struct testa *teste, int n)
{
	char **names;
	bool begun;
	int r, i, j;

	if ((r = rilettura_folders(&names, v->a, v->st)) != 0)
		return r;
	for (i = 0; names[i] != NULL; i++) {
		for (j = 0; j < n; j++)
			if (strcmp(names[i], teste[j].cartella) == 0)
				break;
		if (j < n)
			continue;
		begun = folder_begun(store_path(v->a, v->st, names[i]));
		dico(v->conto, v->l, begun, names[i], begun ?
		    "vuota, di un atto interrotto" :
		    "il registro non la conosce");
	}
	return 0;
}

static int
check_folders(struct verifica *v)
{
	struct testa *teste;
	int r, n, i;

	if ((r = registro_teste(&teste, &n, v->a, v->st->registro)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		check_folder(v, &teste[i]);
		if (v->l->avanzamento != NULL)
			v->l->avanzamento(v->l->arg, "controllo cartelle",
			    i + 1, n);
	}
	return check_unknown(v, teste, n);
}

/* ---- attachments ---- */

struct allegati {
	struct verifica *v;
	char **names;			/* improntas the chain knows, sorted */
	int n;
};

static int
known(const struct allegati *x, const char *impronta)
{
	int lo = 0, hi = x->n, mid, c;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		c = strcmp(x->names[mid], impronta);
		if (c == 0)
			return 1;
		if (c < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return 0;
}

/* Bytes that an act has destroyed, and that are there. */
static void
check_destroyed(struct verifica *v, const char *where, const char *impronta)
{
	int r = registro_distrutto(NULL, NULL, v->st->registro, impronta);

	if (r < 0)
		tell_error(v, where);
	if (r == 1)
		dico(v->conto, v->l, v->st->readonly, where, "%s c'è ancora: "
		    "un atto lo dice distrutto; rimesso da una copia, o da "
		    "distruggere", impronta);
}

/* One directory allegati/ab of a year. */
static int
check_bucket(struct allegati *x, const char *dir, const char *bucket,
    int *orphans)
{
	struct verifica *v = x->v;
	const char *where = arena_printf(v->a, "%s/%s", dir, bucket);
	char **names;
	int r, i;

	if ((r = dir_list(&names, v->a, where)) != 0)
		return r;
	for (i = 0; names[i] != NULL; i++) {
		v->conto->allegati++;
		if (!hash_valid(names[i]))
			dico(v->conto, v->l, false, where,
			    "%s non è il nome di un allegato", names[i]);
		else if (allegato_check(dir, names[i]) != 0)
			tell_error(v, where);
		else if (!known(x, names[i]))
			++*orphans;
		else
			check_destroyed(v, where, names[i]);
	}
	return 0;
}

static int
check_year(struct allegati *x, const char *year)
{
	struct verifica *v = x->v;
	const char *rel = arena_printf(v->a, "registro/%s/allegati", year);
	const char *dir = store_path(v->a, v->st, rel);
	char **buckets;
	int r, i, orphans = 0;

	if ((r = dir_list(&buckets, v->a, dir)) != 0)
		return r;
	for (i = 0; buckets[i] != NULL; i++)
		if ((r = check_bucket(x, dir, buckets[i], &orphans)) != 0)
			return r;
	if (orphans > 0)
		dico(v->conto, v->l, true, rel,
		    "%d allegati di atti interrotti", orphans);
	return 0;
}

static int
check_attachments(struct verifica *v)
{
	struct allegati x = { .v = v };
	int *years, n_years, r, i, k;
	char **names;
	bool found;

	if ((r = registro_allegati(&x.names, &x.n, v->a,
	    v->st->registro)) != 0 ||
	    (r = registro_anni(&years, &n_years, v->a, v->st->registro)) != 0)
		return r;
	for (i = 0; i < x.n; i++) {
		found = false;
		if (!hash_valid(x.names[i])) {
			dico(v->conto, v->l, false, "registro catena_allegato",
			    "%.80s non è un'impronta", x.names[i]);
			continue;
		}
		for (k = 0; k < n_years && !found; k++)
			found = file_exists(allegato_path(v->a,
			    store_allegati(v->a, v->st, years[k]),
			    x.names[i]));
		if (!found && (r = registro_distrutto(NULL, NULL,
		    v->st->registro, x.names[i])) < 0)
			return r;
		if (!found && r == 0)
			dico(v->conto, v->l, false, "allegati",
			    "manca l'allegato %s", x.names[i]);
	}
	if (!dir_exists(store_path(v->a, v->st, "registro")))
		return 0;
	if ((r = dir_list(&names, v->a,
	    store_path(v->a, v->st, "registro"))) != 0)
		return r;
	for (i = 0; names[i] != NULL; i++)
		if (strlen(names[i]) == 4 && dir_exists(store_path(v->a, v->st,
		    arena_printf(v->a, "registro/%s/allegati", names[i]))) &&
		    (r = check_year(&x, names[i])) != 0)
			return r;
	return 0;
}

/* ---- the read log ---- */

static void
log_defect(void *arg, int64_t n, const char *che)
{
	struct verifica *v = arg;

	dico(v->conto, v->l, false, n == 0 ? "letture schema" :
	    arena_printf(v->a, "letture n. %lld", (long long)n), "%s", che);
}

static void
check_log(struct verifica *v)
{
	struct letture *l;

	if (store_letture(&l, v->st) != 0 ||
	    letture_check(&v->conto->letture, l, log_defect, v) != 0)
		tell_error(v, "letture");
}

/* ---- the log of entries ---- */

static void
entry_defect(void *arg, int64_t n, const char *che)
{
	struct verifica *v = arg;

	dico(v->conto, v->l, false, arena_printf(v->a, "accessi n. %lld",
	    (long long)n), "%s", che);
}

static void
check_entries(struct verifica *v)
{
	const char *path = store_path(v->a, v->st, "accesso.sqlite");
	AUTO(porta) p = NULL;
	int64_t n;

	if (!file_exists(path))
		return;
	if (porta_guarda(&p, path) != 0 ||
	    eventi_check(&n, p, entry_defect, v) != 0)
		tell_error(v, "accessi");
}

/* What was destroyed and a copy still has. */
static void
check_copies(struct verifica *v)
{
	struct copia_nota *list;
	int n, i;

	if (v->st->registro == NULL)
		return;
	if (salvataggi_indietro(&list, &n, v->a, v->st->dir,
	    v->st->registro) != 0) {
		tell_error(v, SALVATAGGI_DIR);
		return;
	}
	for (i = 0; i < n; i++)
		dico(v->conto, v->l, true, SALVATAGGI_DIR, "la copia %s ha "
		    "ancora ciò che fu distrutto dopo l'atto %lld: eseguire "
		    "«cartella salva»", list[i].dove,
		    (long long)list[i].atti);
}

static int
check_all(struct verifica *v)
{
	int r;

	if ((r = check_register(v)) != 0)
		return r;
	if (check_folders(v) != 0)
		tell_error(v, "cartelle");
	if (check_attachments(v) != 0)
		tell_error(v, "allegati");
	if (verifica_firme(v->conto, v->st, v->l) != 0)
		tell_error(v, "firme");
	if (verifica_sigilli(v->conto, v->st, v->l) != 0)
		tell_error(v, "sigilli");
	check_log(v);
	check_entries(v);
	check_copies(v);
	if (verifica_consegne(v->conto, v->st, v->l) != 0)
		tell_error(v, "consegne");
	if (verifica_giorni(v->conto, v->st, v->l) != 0)
		tell_error(v, "giorni");
	if (verifica_disposizione(v->conto, v->st, v->l) != 0)
		tell_error(v, "archivio");
	if (v->conto->atti == 0)
		dico(v->conto, v->l, true, "archivio",
		    "nessun atto: si comincia con «init»");
	return 0;
}

/* Everything, with a directory for the new register that goes at the end. */
static int
check_with(struct verifica *v)
{
	int r;

	if ((r = dir_temporary(&v->officina, v->a)) != 0)
		return r;
	r = check_all(v);
	registro_close(MOVE(v->st->registro));
	if (dir_remove(v->officina) != 0)
		tell_error(v, v->officina);
	return r;
}

/* Also a store whose register does not open, or that cannot be written. */
static int
open_store(struct store **out, const char *dir, struct conto *conto,
    const struct ascolto *l)
{
	int mode = store_writable(dir) ? 0 : STORE_READONLY;
	AUTO(arena) a = arena_new();
	int r = store_open(out, dir, mode);
	const char *why;

	if (r == 0 || r == ERR_BUSY)
		return r;
	why = arena_strdup(a, err_msg());
	if (store_open(out, dir, mode | STORE_SENZA_REGISTRO) != 0)
		return err_set(r, "%s", why);
	dico(conto, l, false, "registro", "non si apre (%s): se le cartelle "
	    "sono integre, «cartella ricostruisci» lo rifà", why);
	return 0;
}

/* The lock, and what a dead process left pending. */
static int
settle(struct lock *lock, struct verifica *v)
{
	const char *path = store_path(v->a, v->st, ".scrittura");
	int r;

	if (v->st->readonly) {
		dico(v->conto, v->l, true, "archivio", "non si può scrivere: "
		    "letto com'è, senza completare ciò che fosse in sospeso né "
		    "controllare l'indice della ricerca");
		return 0;
	}
	if ((r = lock_take(lock, path)) != 0)
		return r;
	return v->st->registro == NULL ? 0 : completa(v->conto, v->st, v->l);
}

int
servizio_verifica(struct conto *out, const char *dir, const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	AUTO(store) st = NULL;
	struct verifica v = { .a = a, .conto = out, .l = l };
	struct lock lock = { -1 };
	int r;

	memset(out, 0, sizeof *out);
	if ((r = open_store(&st, dir, out, l)) != 0)
		return r;
	v.st = st;
	if ((r = settle(&lock, &v)) == 0)
		r = check_with(&v);
	lock_release(&lock);
	return r;
}
