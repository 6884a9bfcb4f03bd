/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * avanza.c - the end of the instant, and its repetition after a crash.
 * Refuses to move a branch that stands where no act of ours has put it, or a
 * tag at all.  Keeps: where a document was erased nothing is left in the folder
 * but what its new head reaches; of an attachment that
 * goes, nothing.
 */
#include "atti/avanza.h"

#include <string.h>

#include "atti/archivio/distruggi.h"
#include "atti/emergenza/kit.h"
#include "atti/trasferimento/consegne.h"
#include "base/file.h"
#include "base/point.h"
#include "documenti/provenienza.h"

static bool
is_branch(const struct mossa *m)
{
	return m->tag == NULL && m->allegato == NULL;
}

/* Of the branch of one folder, both? */
static int
same(const struct mossa *x, const struct mossa *y)
{
	return is_branch(x) && is_branch(y) &&
	    strcmp(x->cartella, y->cartella) == 0;
}

/* The last of the pending heads of a folder. */
static const char *
final(const struct mossa *m, int n, int from)
{
	const char *a = m[from].a;
	int i;

	for (i = from + 1; i < n; i++)
		if (same(&m[i], &m[from]))
			a = m[i].a;
	return a;
}

static int
seen_before(const struct mossa *m, int i)
{
	int j;

	for (j = 0; j < i; j++)
		if (same(&m[j], &m[i]))
			return 1;
	return 0;
}

/* Was something of the folder erased by one of them? */
static bool
purged(const struct mossa *m, int n, int from)
{
	int i;

	for (i = from; i < n; i++)
		if (same(&m[i], &m[from]) && m[i].purga)
			return true;
	return false;
}

/* Is the branch at the first `da` or at one of the `a` of its folder? */
static int
expected(const struct mossa *m, int n, int from, const char *head)
{
	int i;

	if (strcmp(head, m[from].da) == 0)
		return 1;
	for (i = from; i < n; i++)
		if (same(&m[i], &m[from]) && strcmp(head, m[i].a) == 0)
			return 1;
	return 0;
}

/* An erasure leaves something at each path, but for what came of others, which
 * goes whole. */
static int
drop_others(struct store *st, struct folder *f, const char *cartella,
    const char *commit)
{
	AUTO(arena) a = arena_new();
	const char *dir = store_path(a, st, arena_printf(a,
	    "%s/" PRECEDENTI_DIR, cartella));
	char **names;
	int r;

	if (folder_bare(f) || !dir_exists(dir))
		return 0;
	r = folder_list(&names, a, f, commit, PRECEDENTI_DIR);
	if (r == ERR_ABSENT)
		err_clear();
	if (r != 0 && r != ERR_ABSENT)
		return r;
	return r == 0 && names[0] != NULL ? 0 : dir_remove(dir);
}

static int
move_folder(struct store *st, const struct mossa *m, int n, int i)
{
	const char *to = final(m, n, i);
	char head[COMMIT_LEN + 1];
	struct folder *f;
	int r;

	/* after a power failure even the empty repository may be gone */
	if ((r = store_folder(&f, st, m[i].cartella, true)) != 0 ||
	    (r = folder_head(head, f)) != 0)
		return r;
	if (!expected(m, n, i, head))
		return err_set(ERR_FAULT, "il ramo di %s è stato spostato da "
		    "altri: eseguire «cartella verifica»", m[i].cartella);
	if ((r = folder_move(f, head, to)) != 0)
		return r;
	POINT("ramo-mosso");
	/* the second time the old history may be gone */
	if (!purged(m, n, i))
		return folder_refresh(f, m[i].da, to, false);
	if ((r = folder_refresh(f, to, to, true)) != 0)
		return r;
	return drop_others(st, f, m[i].cartella, to);
}

static int
purge_folder(struct store *st, const struct mossa *m, int n, int i)
{
	struct folder *f;
	int r;

	if (!purged(m, n, i))
		return 0;
	if ((r = store_folder(&f, st, m[i].cartella, false)) != 0 ||
	    (r = folder_purge(f, final(m, n, i))) != 0)
		return r;
	POINT("cartella-purgata");
	return 0;
}

static int
set_tag(struct store *st, const struct mossa *m)
{
	struct folder *f;
	int r;

	if ((r = store_folder(&f, st, m->cartella, false)) != 0)
		return r;
	r = folder_tag_set(f, m->tag, m->a);
	if (r == ERR_BUSY)
		return err_set(ERR_FAULT, "il tag %s di %s è stato messo da "
		    "altri: eseguire «cartella verifica»", m->tag,
		    m->cartella);
	POINT("tag-posto");
	return r;
}

/* Branches first: a tag is never seen before the act that made it.  Last what
 * goes for good, tags of the old history with it. */
static int
move_all(struct store *st, const struct mossa *m, int n)
{
	int i, r;

	for (i = 0; i < n; i++)
		if (is_branch(&m[i]) && !seen_before(m, i) &&
		    (r = move_folder(st, m, n, i)) != 0)
			return r;
	for (i = 0; i < n; i++)
		if (m[i].tag != NULL && (r = set_tag(st, &m[i])) != 0)
			return r;
	for (i = 0; i < n; i++)
		if (is_branch(&m[i]) && !seen_before(m, i) &&
		    (r = purge_folder(st, m, n, i)) != 0)
			return r;
	for (i = 0; i < n; i++)
		if (m[i].allegato != NULL &&
		    (r = distruggi_mossa(st, m[i].cartella,
		    m[i].allegato)) != 0)
			return r;
	return 0;
}

int
avanza(struct store *st)
{
	AUTO(arena) a = arena_new();
	struct mossa *m;
	int r, n;

	if ((r = registro_mosse(&m, &n, a, st->registro, st->boot)) != 0)
		return r;
	if ((r = consegne_pulisci(st)) != 0 || n == 0)
		return r != 0 ? r : kit_dimentica(st);
	if ((r = move_all(st, m, n)) != 0)
		return r;
	POINT("prima-del-segno");
	if ((r = registro_mosse_fatte(st->registro, st->boot)) != 0)
		return r;
	return kit_dimentica(st);
}
