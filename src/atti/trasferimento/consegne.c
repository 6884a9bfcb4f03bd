/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/trasferimento/consegne.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/point.h"
#include "base/random.h"
#include "registro/trasferimenti.h"

#define ELENCO_MAX ((size_t)16 * 1024 * 1024)	/* bytes of a list of files */
#define FILE_MAX ((size_t)64 * 1024 * 1024)	/* bytes of what is read whole */
#define VECCHIA 86400		/* seconds: nobody makes it still */

/* ---- writing ---- */

static int
put_file(struct op *op, const char *dir, const struct borsa_file *f)
{
	const char *to = arena_printf(op->a, "%s/%s", dir, f->nome);
	int r;

	if ((r = dir_make_parent(to)) != 0)
		return r;
	if (f->p != NULL)
		return file_put(to, f->p, f->n, 0400);
	if (link(f->da, to) != 0)
		return err_sys("%s", f->nome);
	return 0;
}

int
consegna_tieni(const char **impronta, struct op *op, const struct borsa *b)
{
	char id[ID_LEN + 1];
	int i, r;

	random_id(id);
	op->consegna = store_path(op->a, op->st, arena_printf(op->a,
	    CONSEGNE_DIR "/.%s", id));
	if ((r = dir_make(op->consegna)) != 0)
		return r;
	for (i = 0; i < b->n; i++)
		if ((r = put_file(op, op->consegna, &b->file[i])) != 0)
			return r;
	*impronta = borsa_trova(b, BORSA_TAGMANIFEST)->impronta;
	return 0;
}

char *
consegna_dir(struct arena *a, const struct store *st, const char *impronta)
{
	return store_path(a, st, arena_printf(a, CONSEGNE_DIR "/%s",
	    impronta));
}

int
consegna_poni(struct op *op, const char *impronta)
{
	const char *to = consegna_dir(op->a, op->st, impronta);

	/* there already: this act is tried a second time, alone */
	if (op->consegna == NULL || dir_exists(to))
		return dir_exists(to) ? 0 : err_set(ERR_FAULT,
		    "il pacchetto non è stato preparato");
	if (rename(op->consegna, to) != 0)
		return err_sys("%s", to);
	POINT("consegna-posta");
	return 0;
}

void
consegna_lascia(struct op *op)
{
	/* what cannot be removed now goes with an act of tomorrow */
	if (op->consegna != NULL && dir_remove(op->consegna) != 0)
		err_clear();
	op->consegna = NULL;
}

/* ---- reading ---- */

/* A list of files whose own impronta is known. */
static int
read_list(struct buf *out, const char *path, const char *impronta)
{
	char is[IMPRONTA_LEN + 1];
	int r;

	if ((r = file_read(out, path, ELENCO_MAX)) != 0)
		return r;
	hash_hex(is, buf_str(out), out->len);
	return strcmp(is, impronta) == 0 ? 0 : err_set(ERR_FAULT,
	    "%s non è più com'era: il pacchetto non si consegna", path);
}

/* Each line "impronta  nome". */
static int
each_line(struct arena *a, struct buf *list, consegna_fn *fn, void *arg)
{
	char *line = arena_strdup(a, buf_str(list)), *next;
	int r;

	for (; *line != '\0'; line = next) {
		next = strchr(line, '\n');
		if (next == NULL || next - line < IMPRONTA_LEN + 3)
			return err_set(ERR_FAULT, "un elenco del pacchetto "
			    "non ha forma");
		*next++ = '\0';
		line[IMPRONTA_LEN] = '\0';
		if ((r = fn(arg, line, line + IMPRONTA_LEN + 2)) != 0)
			return r;
	}
	return 0;
}

struct giro {			/* over what the lists name */
	struct op *op;
	const char *dir, *sottodir, *cerca;
	const char *trovata;	/* impronta of the file `cerca` */
	struct op_reso *resi;
	int n, cap;
};

static int
hand_over(void *arg, const char *impronta, const char *nome)
{
	struct giro *g = arg;
	struct arena *a = g->op->a;
	const char *from = arena_printf(a, "%s/%s", g->dir, nome);
	int64_t size = file_size(from);

	if (!borsa_nome_valido(nome) || size < 0)
		return err_set(ERR_FAULT, "al pacchetto conservato manca %s",
		    nome);
	g->resi = arena_more(a, g->resi, g->n, &g->cap, sizeof *g->resi);
	g->resi[g->n++] = (struct op_reso){ .percorso = arena_printf(a,
	    "%s/%s", g->sottodir, nome), .n = (size_t)size, .da = from,
	    .impronta = arena_strdup(a, impronta) };
	return 0;
}

static int
look_for(void *arg, const char *impronta, const char *nome)
{
	struct giro *g = arg;

	if (strcmp(nome, g->cerca) == 0)
		g->trovata = impronta;
	return 0;
}

/* Of that file no list has an impronta: it is read now. */
static int
each_seal(struct arena *a, const char *dir, consegna_fn *fn, void *arg)
{
	const char *from = arena_printf(a, "%s/" BORSA_FIRMA, dir);
	char is[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	int r;

	/* what goes to another body is sealed, or it is not made */
	if (!file_exists(from))
		return err_set(ERR_FAULT, "al pacchetto conservato manca il "
		    "sigillo: eseguire «cartella verifica»");
	if ((r = file_read(&b, from, ELENCO_MAX)) != 0)
		return r;
	hash_hex(is, buf_str(&b), b.len);
	return fn(arg, arena_strdup(a, is), BORSA_FIRMA);
}

int
consegna_ogni_file(struct arena *a, const struct store *st,
    const char *impronta, consegna_fn *fn, void *arg)
{
	const char *dir = consegna_dir(a, st, impronta);
	struct giro list = { .cerca = BORSA_MANIFEST };
	AUTO_BUF tag = { 0 };
	AUTO_BUF payload = { 0 };
	int r;

	if (!dir_exists(dir))
		return err_set(ERR_ABSENT, "il pacchetto non è più "
		    "conservato");
	if ((r = read_list(&tag, arena_printf(a, "%s/" BORSA_TAGMANIFEST,
	    dir), impronta)) != 0 ||
	    (r = each_line(a, &tag, look_for, &list)) != 0)
		return r;
	if (list.trovata == NULL)
		return err_set(ERR_FAULT, "il pacchetto conservato non ha un "
		    "elenco");
	if ((r = read_list(&payload, arena_printf(a, "%s/" BORSA_MANIFEST,
	    dir), list.trovata)) != 0 ||
	    (r = each_line(a, &tag, fn, arg)) != 0 ||
	    (r = each_line(a, &payload, fn, arg)) != 0 ||
	    (r = fn(arg, impronta, BORSA_TAGMANIFEST)) != 0)
		return r;
	return each_seal(a, dir, fn, arg);
}

int
consegna_rendi(struct op *op, const char *impronta, const char *sottodir)
{
	struct giro g = { .op = op, .sottodir = sottodir,
	    .dir = consegna_dir(op->a, op->st, impronta) };
	int i, r;

	for (i = 0; i < op->n_resi; i++) {
		g.resi = arena_more(op->a, g.resi, g.n, &g.cap,
		    sizeof *g.resi);
		g.resi[g.n++] = op->resi[i];
	}
	if ((r = consegna_ogni_file(op->a, op->st, impronta, hand_over,
	    &g)) != 0)
		return r;
	op->resi = g.resi;
	op->n_resi = g.n;
	return 0;
}

int
consegna_leggi(struct buf *out, struct op *op, const char *impronta,
    const char *nome)
{
	struct giro g = { .op = op, .cerca = nome,
	    .dir = consegna_dir(op->a, op->st, impronta) };
	char is[IMPRONTA_LEN + 1];
	int r;

	if ((r = consegna_ogni_file(op->a, op->st, impronta, look_for,
	    &g)) != 0)
		return r;
	if (g.trovata == NULL)
		return err_set(ERR_ABSENT, "il pacchetto non ha %s", nome);
	if ((r = file_read(out, arena_printf(op->a, "%s/%s", g.dir, nome),
	    FILE_MAX)) != 0)
		return r;
	hash_hex(is, buf_str(out), out->len);
	return strcmp(is, g.trovata) == 0 ? 0 : err_set(ERR_FAULT,
	    "%s non è più com'era: il pacchetto non si consegna", nome);
}

/* ---- what goes ---- */

static bool
is_needed(const char *name, const char *const *need, int n)
{
	int i;

	for (i = 0; i < n; i++)
		if (strcmp(name, need[i]) == 0)
			return true;
	return false;
}

/* One that waits for an act is somebody's, unless it is old. */
static bool
waits(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && time(NULL) - st.st_mtime < VECCHIA;
}

int
consegne_pulisci(struct store *st)
{
	AUTO(arena) a = arena_new();
	const char *dir = store_path(a, st, CONSEGNE_DIR), *path;
	const char **need;
	char **names;
	int r, n;

	if (!dir_exists(dir))
		return 0;
	if ((r = dir_list(&names, a, dir)) != 0 ||
	    (r = registro_consegne(&need, &n, a, st->registro)) != 0)
		return r;
	for (; *names != NULL; names++) {
		path = arena_printf(a, "%s/%s", dir, *names);
		if (is_needed(*names, need, n) ||
		    ((*names)[0] == '.' && waits(path)))
			continue;
		if ((r = dir_remove(path)) != 0)
			return r;
		POINT("consegna-tolta");
	}
	return 0;
}
