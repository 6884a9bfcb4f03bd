/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * albero.c - trees: their bytes, the root of a commit, and what differs between
 * two.
 *
 * Refuses: entries that are neither a plain file nor a directory (links,
 * submodules), names path_allowed refuses, trees deeper than DEPTH_MAX, an
 * object that should be there and is not.
 */
#include <string.h>

#include "archivio/interno.h"

/* ---- bytes ---- */

int
voci_next(struct voce *out, struct voci *v)
{
	const char *end;
	size_t mode;

	if (v->left == 0)
		return 0;
	end = memchr(v->p, '\0', v->left);
	if (end == NULL || v->left - (size_t)(end - v->p) < 1 + GIT_OID_RAWSZ)
		return err_set(ERR_INVALID, "albero illeggibile");
	mode = strcspn(v->p, " ");
	if (v->p + mode == end || v->p + mode + 1 == end)
		return err_set(ERR_INVALID, "albero illeggibile");
	out->type = strncmp(v->p, "40000 ", 6) == 0 ? GIT_OBJECT_TREE :
	    strncmp(v->p, "100644 ", 7) == 0 ? GIT_OBJECT_BLOB :
	    GIT_OBJECT_INVALID;
	out->name = v->p + mode + 1;
	git_oid_fromraw(&out->id, (const unsigned char *)end + 1);
	v->left -= (size_t)(end - v->p) + 1 + GIT_OID_RAWSZ;
	v->p = end + 1 + GIT_OID_RAWSZ;
	return 1;
}

/* "word <40 hex>\n" at *p; 1: it was there, and *p is behind it. */
static int
header(git_oid *out, const char **p, const char *word)
{
	size_t n = strlen(word);
	char id[COMMIT_LEN + 1];

	if (strncmp(*p, word, n) != 0 || strlen(*p) < n + COMMIT_LEN + 1 ||
	    (*p)[n + COMMIT_LEN] != '\n')
		return 0;
	memcpy(id, *p + n, COMMIT_LEN);
	id[COMMIT_LEN] = '\0';
	if (oid_parse(out, id) != 0) {
		err_clear();
		return 0;
	}
	*p += n + COMMIT_LEN + 1;
	return 1;
}

int
commit_parts(git_oid *tree, git_oid *parent, const char *p)
{
	git_oid second;

	if (!header(tree, &p, "tree "))
		return err_set(ERR_INVALID, "non è un commit");
	if (!header(parent, &p, "parent "))
		return 0;
	return header(&second, &p, "parent ") ? 2 : 1;
}

int
tag_target(git_oid *out, const char *p)
{
	return header(out, &p, "object ") ? 0 :
	    err_set(ERR_INVALID, "non è un tag");
}

/* ---- through libgit2 ---- */

int
tree_root(git_tree **out, struct folder *f, const char *commit)
{
	AUTO(git_commit) c = NULL;
	git_oid id;
	int r;

	if (commit[0] == '\0') {
		*out = NULL;
		return 0;
	}
	if ((r = oid_parse(&id, commit)) != 0)
		return r;
	if ((r = git_commit_lookup(&c, f->repo, &id)) < 0 ||
	    (r = git_commit_tree(out, c)) < 0) {
		err_git(r, "%s: commit %s", f->path, commit);
		return ERR_FAULT;
	}
	return 0;
}

int
blob_read(git_blob **out, struct folder *f, const git_oid *id)
{
	int r = git_blob_lookup(out, f->repo, id);

	if (r < 0) {
		err_git(r, "%s: oggetto %s", f->path,
		    git_oid_tostr_s(id));
		return ERR_FAULT;
	}
	return 0;
}

struct diff {
	struct folder *f;
	tree_diff_fn *fn;
	void *arg;
	struct buf path;	/* of the directory under way, '/' at its end */
	int depth;
};

static int diff_trees(struct diff *, const git_tree *, const git_tree *);

static int
entry_check(const struct diff *d, const git_tree_entry *e)
{
	git_filemode_t mode = git_tree_entry_filemode(e);

	if ((mode != GIT_FILEMODE_BLOB && mode != GIT_FILEMODE_TREE) ||
	    !path_allowed(git_tree_entry_name(e)))
		return err_set(ERR_FAULT, "%s: voce non ammessa: %s%s",
		    d->f->path, d->path.len > 0 ? d->path.data : "",
		    git_tree_entry_name(e));
	return 0;
}

static bool
is_tree(const git_tree_entry *e)
{
	return e != NULL && git_tree_entry_filemode(e) == GIT_FILEMODE_TREE;
}

static int
subtree(git_tree **out, struct folder *f, const git_tree_entry *e)
{
	int r;

	if (e == NULL)
		return 0;
	if ((r = git_tree_lookup(out, f->repo, git_tree_entry_id(e))) < 0) {
		err_git(r, "%s: oggetto %s", f->path,
		    git_oid_tostr_s(git_tree_entry_id(e)));
		return ERR_FAULT;
	}
	return 0;
}

/* Two directories, or two files, of one name; either may be NULL. */
static int
diff_entry(struct diff *d, const git_tree_entry *old,
    const git_tree_entry *new)
{
	const git_tree_entry *any = new != NULL ? new : old;
	AUTO(git_tree) before = NULL;
	AUTO(git_tree) after = NULL;
	size_t len = d->path.len;
	int r;

	buf_puts(&d->path, git_tree_entry_name(any));
	if (is_tree(any)) {
		buf_putc(&d->path, '/');
		if ((r = subtree(&before, d->f, old)) == 0 &&
		    (r = subtree(&after, d->f, new)) == 0)
			r = diff_trees(d, before, after);
	} else {
		r = d->fn(d->arg, d->path.data,
		    old != NULL ? git_tree_entry_id(old) : NULL,
		    new != NULL ? git_tree_entry_id(new) : NULL);
	}
	d->path.len = len;
	d->path.data[len] = '\0';
	return r;
}

/* git's order: a directory stands where its name and a '/' would. */
static int
entry_order(const git_tree_entry *a, const git_tree_entry *b)
{
	const char *p = git_tree_entry_name(a), *q = git_tree_entry_name(b);
	size_t n = strlen(p), m = strlen(q);
	int c = memcmp(p, q, n < m ? n : m);
	int x, y;

	if (c != 0)
		return c;
	if (n == m)
		return is_tree(a) - is_tree(b);
	x = n > m ? (unsigned char)p[m] : is_tree(a) ? '/' : 0;
	y = m > n ? (unsigned char)q[n] : is_tree(b) ? '/' : 0;
	return x - y;
}

/* What stands in both was looked at when it came. */
static int
diff_step(struct diff *d, const git_tree_entry *x, const git_tree_entry *y)
{
	int r;

	if (x != NULL && y != NULL &&
	    git_oid_equal(git_tree_entry_id(x), git_tree_entry_id(y)) &&
	    git_tree_entry_filemode_raw(x) == git_tree_entry_filemode_raw(y))
		return 0;
	if ((x != NULL && (r = entry_check(d, x)) != 0) ||
	    (y != NULL && (r = entry_check(d, y)) != 0))
		return r;
	return diff_entry(d, x, y);
}

static int
diff_trees(struct diff *d, const git_tree *old, const git_tree *new)
{
	size_t n = old != NULL ? git_tree_entrycount(old) : 0;
	size_t m = new != NULL ? git_tree_entrycount(new) : 0;
	size_t i = 0, j = 0;
	int c, r;

	if (++d->depth > DEPTH_MAX)
		return err_set(ERR_FAULT, "%s: albero troppo profondo",
		    d->f->path);
	while (i < n || j < m) {
		const git_tree_entry *x, *y;

		x = i < n ? git_tree_entry_byindex(old, i) : NULL;
		y = j < m ? git_tree_entry_byindex(new, j) : NULL;
		c = x == NULL ? 1 : y == NULL ? -1 : entry_order(x, y);
		r = diff_step(d, c <= 0 ? x : NULL, c >= 0 ? y : NULL);
		if (r != 0)
			return r;
		i += c <= 0;
		j += c >= 0;
	}
	d->depth--;
	return 0;
}

int
tree_diff(struct folder *f, const git_tree *old, const git_tree *new,
    tree_diff_fn *fn, void *arg)
{
	struct diff d = { .f = f, .fn = fn, .arg = arg };
	int r = diff_trees(&d, old, new);

	buf_free(&d.path);
	return r;
}
