/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * salvataggi.c - what the store knows of its copies.  What was destroyed is
 * readable in a copy until `salva` has written over its keys: so the answer of
 * the act says which copies it has not reached, and so does verifica.
 */
#include "atti/ente/salvataggi.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atti/op.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/file.h"
#include "registro/salvataggi.h"

#define FORMA "cartella copia 1\n"
#define FORMA_CONTROLLO "cartella controllo 1\n"
#define ATTO "stato-archivio"		/* who is told of copies */
#define GIORNO 86400			/* seconds */

/* The value of a line "name value", in the arena; NULL: there is none. */
static char *
value(struct arena *a, const char *text, const char *name)
{
	size_t n = strlen(name);
	const char *at, *end;

	for (at = text; *at != '\0'; at = end + 1) {
		if ((end = strchr(at, '\n')) == NULL)
			return NULL;
		if (strncmp(at, name, n) == 0 && at[n] == ' ')
			return arena_strndup(a, at + n + 1,
			    (size_t)(end - at) - n - 1);
	}
	return NULL;
}

static const char *
check_path(struct arena *a, const char *dir, const char *copia)
{
	return arena_printf(a, "%s/" SALVATAGGI_DIR "/%s/controllo", dir,
	    copia);
}

static int
read_check(struct copia_nota *x, struct arena *a, const char *dir,
    const char *copia)
{
	const char *ora, *difetti;
	AUTO_BUF b = { 0 };
	int r;

	x->controllo = x->difetti = 0;
	r = file_read(&b, check_path(a, dir, copia), 1024);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	ora = value(a, buf_str(&b), "ora");
	difetti = value(a, buf_str(&b), "difetti");
	if (ora == NULL || difetti == NULL)
		return err_set(ERR_FAULT, "%s: non ha la sua forma",
		    check_path(a, dir, copia));
	x->controllo = strtoll(ora, NULL, 10);
	x->difetti = strtoll(difetti, NULL, 10);
	return 0;
}

static int
read_one(struct copia_nota *x, struct arena *a, const char *dir,
    const char *copia)
{
	const char *path = arena_printf(a, "%s/" SALVATAGGI_DIR "/%s/stato",
	    dir, copia), *atti, *ora, *avvisa;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = file_read(&b, path, 16384)) != 0)
		return r;
	memcpy(x->copia, copia, sizeof x->copia);
	atti = value(a, buf_str(&b), "atti");
	ora = value(a, buf_str(&b), "ora");
	x->dove = value(a, buf_str(&b), "dove");
	x->chiavi = value(a, buf_str(&b), "chiavi");
	if (strncmp(buf_str(&b), FORMA, strlen(FORMA)) != 0 || atti == NULL ||
	    ora == NULL || x->dove == NULL || x->chiavi == NULL)
		return err_set(ERR_FAULT, "%s: non ha la sua forma", path);
	x->atti = strtoll(atti, NULL, 10);
	x->ora = strtoll(ora, NULL, 10);
	avvisa = value(a, buf_str(&b), "avvisa");
	x->avvisa = avvisa != NULL ? (int)strtol(avvisa, NULL, 10) :
	    SALVATAGGI_AVVISA;
	return read_check(x, a, dir, copia);
}

static void
spoilt(struct copia_nota *x, struct arena *a, const char *dir,
    const char *copia)
{
	*x = (struct copia_nota){ .avvisa = SALVATAGGI_AVVISA,
	    .dove = arena_printf(a, "%s/" SALVATAGGI_DIR "/%s", dir, copia),
	    .guasta = arena_strdup(a, err_msg()) };
	memcpy(x->copia, copia, sizeof x->copia);
}

/* A copy whose first backup was cut short has no state: it has nothing. */
int
salvataggi_note(struct copia_nota **out, int *n, struct arena *a,
    const char *dir)
{
	char **names;
	int r;

	*n = 0;
	*out = NULL;
	r = dir_list(&names, a, arena_printf(a, "%s/" SALVATAGGI_DIR, dir));
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	for (; names[*n] != NULL; ++*n)
		;
	*out = arena_alloc(a, ((size_t)*n + 1) * sizeof **out);
	for (*n = 0; *names != NULL; names++) {
		if (!random_id_valid(*names))
			continue;
		r = read_one(&(*out)[*n], a, dir, *names);
		if (r != 0 && r != ERR_ABSENT)
			spoilt(&(*out)[*n], a, dir, *names);
		*n += r != ERR_ABSENT;
	}
	err_clear();
	return 0;
}

int
salvataggi_annota(const char *dir, const struct copia_nota *x)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };

	if (strchr(x->dove, '\n') != NULL || strchr(x->chiavi, '\n') != NULL)
		return err_set(ERR_INVALID, "il nome di una directory va a "
		    "capo: dagliene un altro");
	buf_printf(&b, FORMA "atti %" PRId64 "\nora %" PRId64 "\ndove %s\n"
	    "chiavi %s\navvisa %d\n", x->atti, x->ora, x->dove, x->chiavi,
	    x->avvisa > 0 ? x->avvisa : SALVATAGGI_AVVISA);
	return file_put_synced(arena_printf(a, "%s/" SALVATAGGI_DIR "/%s/stato",
	    dir, x->copia), b.data, b.len, 0600);
}

int
salvataggi_indietro(struct copia_nota **out, int *n, struct arena *a,
    const char *dir, struct registro *reg)
{
	struct copia_nota *all;
	int64_t last;
	int r, i, count, kept = 0;

	if ((r = salvataggi_note(&all, &count, a, dir)) != 0)
		return r;
	for (i = 0; i < count; i++) {
		if ((r = registro_ultima_distruzione(&last, reg,
		    all[i].atti)) != 0)
			return r;
		if (all[i].guasta != NULL || last > all[i].atti)
			all[kept++] = all[i];
	}
	*out = all;
	*n = kept;
	return 0;
}

int
salvataggi_esito(struct op *op)
{
	struct copia_nota *list;
	int64_t last;
	int r, n, i;

	if ((r = registro_ultima_distruzione(&last, op->st->registro,
	    op->seq - 1)) != 0 || last != op->seq ||
	    (r = salvataggi_note(&list, &n, op->a, op->st->dir)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if (list[i].guasta != NULL)
			nodo_set(op->a, nodo_elem_printf(op->a, op->vista,
			    "nota", "ciò che è stato distrutto forse si legge "
			    "ancora in una copia, di cui non si sa più dov'è "
			    "(%s): si rifà con «salva»", list[i].guasta),
			    "copia", list[i].copia);
		else if (list[i].atti < op->seq)
			nodo_set(op->a, nodo_elem_printf(op->a, op->vista,
			    "nota", "ciò che è stato distrutto si legge ancora "
			    "nella copia %s, con le sue chiavi in %s, finché "
			    "non si fa «salva»", list[i].dove,
			    list[i].chiavi), "copia", list[i].copia);
	return 0;
}

int
salvataggi_controllata(const char *dir, const char *copia, int64_t ora,
    int64_t difetti)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };

	buf_printf(&b, FORMA_CONTROLLO "ora %" PRId64 "\ndifetti %" PRId64
	    "\n", ora, difetti);
	return file_put_synced(check_path(a, dir, copia), b.data, b.len, 0600);
}

/* ---- what is shown of them ---- */

int
salvataggio_vecchio(const struct copia_nota *x, int64_t ora)
{
	int64_t days = (ora - x->ora) / GIORNO;

	return ora - x->ora > (int64_t)x->avvisa * GIORNO ? (int)days : -1;
}

static int
show_one(struct op *op, struct nodo *in, const struct copia_nota *x,
    int64_t last)
{
	struct nodo *n = nodo_elem(op->a, in, "copia");
	char iso[ORA_LEN + 1];
	int64_t gone;
	int r;

	nodo_set(op->a, n, "id", x->copia);
	nodo_set(op->a, n, "dove", x->dove);
	if (x->guasta != NULL) {
		nodo_set(op->a, n, "illeggibile", x->guasta);
		return 0;
	}
	clock_iso(iso, x->ora);
	nodo_set(op->a, n, "ora", iso);
	nodo_set(op->a, n, "indietro", arena_printf(op->a, "%" PRId64,
	    last - x->atti));
	if (salvataggio_vecchio(x, op->ora) >= 0)
		nodo_set(op->a, n, "vecchia", "si");
	if (x->controllo > 0) {
		clock_iso(iso, x->controllo);
		nodo_set(op->a, n, "controllata", iso);
		nodo_set(op->a, n, "difetti", arena_printf(op->a, "%" PRId64,
		    x->difetti));
	}
	if ((r = registro_ultima_distruzione(&gone, op->st->registro,
	    x->atti)) != 0)
		return r;
	if (gone > x->atti)
		nodo_set(op->a, n, "distrutto", "si");
	return 0;
}

int
salvataggi_vista(struct op *op, struct nodo *vista)
{
	struct nodo *in = nodo_elem(op->a, vista, "salvataggi");
	struct copia_nota *list;
	struct ultimo last;
	int r, n, i;

	if ((r = salvataggi_note(&list, &n, op->a, op->st->dir)) != 0 ||
	    (r = registro_ultimo(&last, op->st->registro)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = show_one(op, in, &list[i], last.seq)) != 0)
			return r;
	return 0;
}

static void
add_thing(struct op *op, struct nodo **sezione, struct nodo *vista,
    const struct copia_nota *x, int giorni, const char *text)
{
	struct nodo *n;
	char iso[ORA_LEN + 1];

	if (*sezione == NULL) {
		*sezione = nodo_elem(op->a, vista, "sezione");
		nodo_set(op->a, *sezione, "che", "salvataggi");
		nodo_set(op->a, *sezione, "titolo", "Copie di sicurezza");
		nodo_set(op->a, *sezione, "atto", ATTO);
	}
	n = nodo_elem(op->a, *sezione, "cosa");
	nodo_set(op->a, n, "riferimento", x != NULL ? x->dove : "nessuna");
	if (x != NULL && x->guasta == NULL) {
		clock_iso(iso, x->ora);
		nodo_set(op->a, n, "dal", iso);
		nodo_set(op->a, n, "giorni", arena_printf(op->a, "%d",
		    giorni));
	}
	nodo_text(op->a, n, text);
}

/* A store of trials may have none. */
static int
is_missed(struct op *op, int n)
{
	struct ente e;
	int r = registro_ente(&e, op->a, op->st->registro);

	return r != 0 ? r : n == 0 && !e.dimostrativo && !op->st->kit;
}

int
salvataggi_scrivania(struct op *op, struct nodo *vista)
{
	struct nodo *sezione = NULL;
	struct copia_nota *list;
	int r, n, i, days, k = 0;

	r = registro_permesso(op->st->registro, op_agente(op), ATTO);
	if (r == ERR_FORBIDDEN) {
		err_clear();
		return 0;
	}
	if (r != 0 || (r = salvataggi_note(&list, &n, op->a,
	    op->st->dir)) != 0 || (r = is_missed(op, n)) < 0)
		return r;
	if (r == 1)
		add_thing(op, &sezione, vista, NULL, 0, "l'archivio non è mai "
		    "stato salvato");
	k = r;
	for (i = 0; i < n; i++) {
		if (list[i].guasta != NULL)
			add_thing(op, &sezione, vista, &list[i], 0,
			    "non si legge più che copia è, e di quando");
		else if ((days = salvataggio_vecchio(&list[i], op->ora)) >= 0)
			add_thing(op, &sezione, vista, &list[i], days,
			    "l'ultimo salvataggio è vecchio");
		else if (list[i].difetti > 0)
			add_thing(op, &sezione, vista, &list[i], 0,
			    "l'ultimo controllo ha trovato difetti");
		else
			continue;
		k++;
	}
	if (sezione != NULL)
		nodo_set(op->a, sezione, "quante", arena_printf(op->a, "%d",
		    k));
	return 0;
}
