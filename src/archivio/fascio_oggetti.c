/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fascio_oggetti.c - what may be in a history of others.
 *
 * Refuses whatever a folder of ours could not have: tags; commits with two
 * parents or lines of another kind; entries that are links, submodules or
 * programs; names with anything but letters, digits, "-", "_" and ".", or that
 * begin with a dot (".git", ".gitmodules", ".."); entries out of git's order,
 * or twice; paths too deep, trees that unfold into too many files; objects
 * that are missing, or that the head does not need.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "archivio/interno.h"

#define MODE_FILE "100644 "
#define MODE_TREE "40000 "
#define ENTRIES_MAX 4096	/* of one directory */
#define LINE_MAX_LEN 400	/* bytes of "author …" */

static int
refuse(const struct fascio_oggetto *o, const char *why)
{
	return err_set(ERR_INVALID, "il fascio di git non è ammesso: %s: %s",
	    git_oid_tostr_s(&o->id), why);
}

/* ---- the set ---- */

void
fascio_free(struct fascio *s)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		free(s->object[i].p);
	free(s->object);
}

int
fascio_add(struct fascio *s, git_object_t type, void *p, size_t n)
{
	struct fascio_oggetto o = { .type = type, .p = p, .n = n };
	int r;

	if (n > FASCIO_OGGETTO || s->n >= FASCIO_OGGETTI ||
	    s->bytes + n > FASCIO_APERTO || (type != GIT_OBJECT_COMMIT &&
	    type != GIT_OBJECT_TREE && type != GIT_OBJECT_BLOB)) {
		free(p);
		return err_set(ERR_INVALID, "il fascio di git non è ammesso: "
		    "ha troppi oggetti, uno troppo grande o di un altro tipo");
	}
	if ((r = git_odb_hash(&o.id, p, n, type)) < 0) {
		free(p);
		return err_git(r, "oggetto del fascio");
	}
	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 256;
		s->object = realloc(s->object, s->cap * sizeof *s->object);
		if (s->object == NULL)
			abort();
	}
	s->object[s->n++] = o;
	s->bytes += n;
	return 0;
}

static int
by_id(const void *a, const void *b)
{
	return git_oid_cmp(&((const struct fascio_oggetto *)a)->id,
	    &((const struct fascio_oggetto *)b)->id);
}

static struct fascio_oggetto *
find(struct fascio *s, const git_oid *id)
{
	struct fascio_oggetto key = { .id = *id };

	return s->n == 0 ? NULL :
	    bsearch(&key, s->object, s->n, sizeof *s->object, by_id);
}

/* ---- trees ---- */

struct entry {
	const char *name;
	size_t n;		/* bytes of it */
	bool tree;
	git_oid id;
};

static bool
name_plain(const char *s, size_t n)
{
	size_t i;

	if (n == 0 || n > 255 || s[0] == '.' || s[n - 1] == '.')
		return false;
	for (i = 0; i < n; i++)
		if (!isalnum((unsigned char)s[i]) && s[i] != '-' &&
		    s[i] != '_' && s[i] != '.')
			return false;
	return true;
}

/* 0 at the end, 1 and *e, negative: no entry of ours. */
static int
next_entry(struct entry *e, const char **p, size_t *left)
{
	size_t mode = strlen(MODE_FILE);
	const char *nul;

	if (*left == 0)
		return 0;
	e->tree = *left > strlen(MODE_TREE) &&
	    memcmp(*p, MODE_TREE, strlen(MODE_TREE)) == 0;
	if (e->tree)
		mode = strlen(MODE_TREE);
	else if (*left <= mode || memcmp(*p, MODE_FILE, mode) != 0)
		return ERR_INVALID;
	e->name = *p + mode;
	if ((nul = memchr(e->name, '\0', *left - mode)) == NULL)
		return ERR_INVALID;
	e->n = (size_t)(nul - e->name);
	*left -= mode + e->n + 1;
	if (*left < GIT_OID_RAWSZ)
		return ERR_INVALID;
	git_oid_fromraw(&e->id, (const unsigned char *)nul + 1);
	*p = nul + 1 + GIT_OID_RAWSZ;
	*left -= GIT_OID_RAWSZ;
	return 1;
}

/* git's order: a directory stands as if its name ended in '/'. */
static int
entry_order(const struct entry *a, const struct entry *b)
{
	size_t n = a->n < b->n ? a->n : b->n;
	int c = memcmp(a->name, b->name, n);
	char x, y;

	if (c != 0)
		return c;
	x = a->n > n ? a->name[n] : a->tree ? '/' : '\0';
	y = b->n > n ? b->name[n] : b->tree ? '/' : '\0';
	return (unsigned char)x - (unsigned char)y;
}

static bool
same_name(const struct entry *a, const struct entry *b)
{
	return a->n == b->n && memcmp(a->name, b->name, a->n) == 0;
}

/* A directory that comes behind a file of its name: between the two there are
 * only names that begin with it. */
static bool
name_twice(const struct fascio_oggetto *o, const struct entry *e)
{
	const char *p = o->p;
	size_t left = o->n;
	struct entry x;

	while (next_entry(&x, &p, &left) > 0 && x.name != e->name)
		if (same_name(&x, e))
			return true;
	return false;
}

static const char *
entry_wrong(const struct fascio_oggetto *o, const struct entry *last,
    const struct entry *e)
{
	if (!name_plain(e->name, e->n))
		return "il nome di un file non è ammesso";
	if (last->name == NULL)
		return NULL;
	if (entry_order(last, e) >= 0)
		return "una directory è fuori ordine";
	return e->tree && name_twice(o, e) ?
	    "una directory ha due volte un nome" : NULL;
}

static int reach(struct fascio_oggetto **out, struct fascio *s,
    const git_oid *id, git_object_t type, int depth);

static int
reach_tree(struct fascio *s, struct fascio_oggetto *o, int depth)
{
	struct entry e, last = { 0 };
	struct fascio_oggetto *below;
	const char *p = o->p, *wrong;
	size_t left = o->n;
	int r, entries = 0;

	while ((r = next_entry(&e, &p, &left)) > 0) {
		if (++entries > ENTRIES_MAX)
			return refuse(o, "una directory ha troppi file");
		if ((wrong = entry_wrong(o, &last, &e)) != NULL)
			return refuse(o, wrong);
		if ((r = reach(&below, s, &e.id, e.tree ? GIT_OBJECT_TREE :
		    GIT_OBJECT_BLOB, depth + 1)) != 0)
			return r;
		if (below->height >= o->height)
			o->height = below->height + 1;
		o->files += below->files;
		if (o->files > FASCIO_OGGETTI)
			return refuse(o, "una directory ha troppi file");
		last = e;
	}
	return r == 0 ? 0 : refuse(o, "una directory ha collegamenti, altri "
	    "archivi, programmi, o non ha forma");
}

/* An object that is needed, looked at once: what was found of it is kept, so
 * that a tree in many places costs as much as in one, and is not too deep or
 * too full in any. */
static int
reach(struct fascio_oggetto **out, struct fascio *s, const git_oid *id,
    git_object_t type, int depth)
{
	struct fascio_oggetto *o = find(s, id);
	int r;

	if (o == NULL)
		return err_set(ERR_INVALID, "il fascio di git non è ammesso: "
		    "manca l'oggetto %s", git_oid_tostr_s(id));
	if (o->type != type)
		return refuse(o, "non è del tipo che si dice");
	if (depth + o->height > DEPTH_MAX)
		return refuse(o, "una directory è troppo profonda");
	if (!o->reached) {
		o->reached = true;
		o->files = type == GIT_OBJECT_BLOB;
		if (type == GIT_OBJECT_TREE &&
		    (r = reach_tree(s, o, depth)) != 0)
			return r;
	}
	*out = o;
	return 0;
}

/* ---- commits ---- */

struct lines {
	const char *p;
	size_t left;
};

/* The next line, which must begin with `word` and a blank; NULL: it does not. */
static const char *
line_of(size_t *n, struct lines *l, const char *word)
{
	size_t w = strlen(word);
	const char *end = memchr(l->p, '\n', l->left), *at = l->p;

	if (end == NULL || (size_t)(end - at) < w + 1 ||
	    memcmp(at, word, w) != 0 || at[w] != ' ' ||
	    memchr(at, '\0', (size_t)(end - at)) != NULL)
		return NULL;
	*n = (size_t)(end - at) - w - 1;
	l->left -= (size_t)(end - at) + 1;
	l->p = end + 1;
	return at + w + 1;
}

static bool
line_id(git_oid *out, const char *p, size_t n)
{
	char id[COMMIT_LEN + 1];

	if (p == NULL || n != COMMIT_LEN)
		return false;
	memcpy(id, p, COMMIT_LEN);
	id[COMMIT_LEN] = '\0';
	if (oid_parse(out, id) == 0)
		return true;
	err_clear();
	return false;
}

/* *parent: 1 and the id, or 0. */
static int
commit_read(git_oid *tree, git_oid *parent, const struct fascio_oggetto *o)
{
	struct lines l = { o->p, o->n };
	const char *p;
	size_t n;
	int has = 0;

	if ((p = line_of(&n, &l, "tree")) == NULL || !line_id(tree, p, n))
		return refuse(o, "il commit non ha forma");
	if ((p = line_of(&n, &l, "parent")) != NULL) {
		if (!line_id(parent, p, n))
			return refuse(o, "il commit non ha forma");
		has = 1;
	}
	if (line_of(&n, &l, "author") == NULL || n > LINE_MAX_LEN ||
	    line_of(&n, &l, "committer") == NULL || n > LINE_MAX_LEN ||
	    l.left == 0 || l.p[0] != '\n')
		return refuse(o, "il commit ha due padri, o righe che non sono "
		    "delle nostre");
	return has;
}

/* From the head back to the first. */
static int
history_check(struct fascio *s, const git_oid *head)
{
	git_oid id = *head, tree, parent;
	struct fascio_oggetto *o, *root;
	int more, r;

	do {
		if ((r = reach(&o, s, &id, GIT_OBJECT_COMMIT, 0)) != 0)
			return r;
		if ((more = commit_read(&tree, &parent, o)) < 0)
			return more;
		if ((r = reach(&root, s, &tree, GIT_OBJECT_TREE, 0)) != 0)
			return r;
		id = parent;
	} while (more == 1);
	return 0;
}

int
fascio_check(struct fascio *s)
{
	git_oid head;
	size_t i;
	int r;

	if (s->n > 1)
		qsort(s->object, s->n, sizeof *s->object, by_id);
	for (i = 1; i < s->n; i++)
		if (by_id(&s->object[i - 1], &s->object[i]) == 0)
			return refuse(&s->object[i], "c'è due volte");
	if ((r = oid_parse(&head, s->head)) != 0 ||
	    (r = history_check(s, &head)) != 0)
		return r;
	for (i = 0; i < s->n; i++)
		if (!s->object[i].reached)
			return refuse(&s->object[i], "nulla ne ha bisogno");
	return 0;
}
