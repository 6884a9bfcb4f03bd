/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * innesto.c - a history of others becomes the beginning of a folder of ours:
 * its objects get a second name there, and nothing is copied.
 *
 * Keeps: only single objects that bundle_store has written, hashed by us; a
 * file that stands under their name already (an act cut short left it) gives
 * way.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"

/* Another name for the file, in the place of what may stand there. */
static int
link_over(const char *from, const char *to, const char *tmp)
{
	if (unlink(tmp) != 0 && errno != ENOENT)
		return err_sys("%s", tmp);
	if (link(from, tmp) != 0)
		return err_sys("%s", to);
	/* of two names of one file rename would remove none */
	if (rename(tmp, to) != 0)
		return err_sys("%s", to);
	if (unlink(tmp) != 0 && errno != ENOENT)
		return err_sys("%s", tmp);
	return 0;
}

struct adopting {
	struct arena *a;
	struct folder *to;
};

static int
adopt_one(void *arg, const struct found *found)
{
	struct adopting *x = arg;
	char path[LOOSE_PATH_MAX];
	char *tmp;
	int r;

	if (found->kind != FOUND_LOOSE)
		return 0;
	if ((r = loose_path(path, x->to->git, &found->id)) != 0 ||
	    (r = dir_make_parent(path)) != 0)
		return r;
	tmp = arena_printf(x->a, "%.*s/tmp_obj_innesto_%ld",
	    (int)(strrchr(path, '/') - path), path, (long)getpid());
	return link_over(found->path, path, tmp);
}

int
folder_adopt(struct folder *f, const char *from)
{
	AUTO(arena) a = arena_new();
	struct adopting x = { a, f };
	AUTO(folder) theirs = NULL;
	int r;

	if ((r = folder_open(&theirs, from)) != 0 ||
	    (r = inventory(theirs, adopt_one, &x)) != 0)
		return r;
	return folder_reload(f);
}

int
folder_tree(char out[COMMIT_LEN + 1], struct folder *f, const char *commit,
    const char *dir)
{
	AUTO(git_tree) root = NULL;
	git_tree_entry *e = NULL;
	int r;

	if ((r = tree_root(&root, f, commit)) != 0)
		return r;
	if (root == NULL)
		return err_set(ERR_ABSENT, "%s: non c'è %s", f->path, dir);
	if (dir[0] == '\0') {
		git_oid_tostr(out, COMMIT_LEN + 1, git_tree_id(root));
		return 0;
	}
	if ((r = git_tree_entry_bypath(&e, root, dir)) < 0)
		return err_git(r, "%s: %s", f->path, dir);
	r = git_tree_entry_filemode(e) == GIT_FILEMODE_TREE ? 0 :
	    err_set(ERR_ABSENT, "%s: %s non è una directory", f->path, dir);
	if (r == 0)
		git_oid_tostr(out, COMMIT_LEN + 1, git_tree_entry_id(e));
	git_tree_entry_free(e);
	return r;
}
