/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * interno.h - what the files of this room share: the open folder, the adapter
 * of libgit2's errors, our own writer of loose objects, the walk of trees.
 *
 * libgit2 parses, hashes and packs.  Single objects and the branch are read
 * and written by us: git_odb_write rescans objects/pack for every new object
 * and trusts a file already there by its name alone (after a power failure it
 * may be empty), and its reader hangs on some altered files.
 */
#ifndef ARCHIVIO_INTERNO_H
#define ARCHIVIO_INTERNO_H

#include <git2.h>
#include <stdbool.h>

#include "archivio/archivio.h"
#include "base/buf.h"
#include "base/err.h"

#define GIT_DIR ".git"
#define REF_MAIN "refs/heads/main"
#define REF_TAGS "refs/tags/"
#define HEAD_TEXT "ref: " REF_MAIN "\n"
#define DEPTH_MAX 32		/* steps of a path in a folder */
#define LOOSE_MAX ((size_t)1 << 31)	/* bytes of a single object's file */
#define PATH_LEN_MAX 1024	/* bytes of such a path */
#define TEMPORARY_END ".nuovo"	/* of our temporary files in the git dir */
#define CHECK_DIR "verifica."	/* starts the workshop of folder_check there */
#define PACK_DIR "pacco."	/* and that of a pack being made */

struct folder {
	git_repository *repo;
	git_odb *odb;
	char *path;		/* as opened */
	char *git;		/* the git directory */
	bool bare;
};

AUTO_DEFINE(git_tree, git_tree_free)
AUTO_DEFINE(git_blob, git_blob_free)
AUTO_DEFINE(git_commit, git_commit_free)
AUTO_DEFINE(git_odb, git_odb_free)
AUTO_DEFINE(git_odb_object, git_odb_object_free)

/* ---- git.c ---- */

/* Records the text and libgit2's own words; returns our code for its code. */
int err_git(int code, const char *fmt, ...) PRINTF(2, 3);

/* 40 lower-case hex digits?  invalid: no. */
int oid_parse(git_oid *out, const char *id) MUST;

/* A path that may stand in a folder: valid, short, not deep, no ".git" in any
 * case. */
bool path_allowed(const char *path);

/* The two files of fixed content. */
const char *folder_config_text(bool bare);

/* The line "author …" of a commit, "tagger …" of a tag. */
int author_write(struct buf *b, const char *role, const struct git_author *a)
    MUST;

/* ---- folder.c ---- */

/* 40 hex digits and a new line, as a ref's file holds them; "": an empty file.
 * `what` is for the message. */
int ref_read(char out[COMMIT_LEN + 1], struct folder *f, int fd,
    const char *what) MUST;

/* Looks at the files anew: forgets what it has read and which packs it knew. */
int folder_reload(struct folder *f) MUST;

/* ---- loose.c ---- */

/* Writes an object unless a sound copy is there already; not synced. */
int loose_write(git_oid *out, struct folder *f, git_object_t type,
    const void *p, size_t n) MUST;

/* Header and content of the bytes of a loose file.  invalid: they are not
 * one whole zlib stream holding exactly one object. */
struct loose {
	git_object_t type;
	struct buf raw;		/* header, then content */
	size_t start;		/* of the content in raw */
	bool stored;		/* the bytes were those of loose_encode */
};
int loose_decode(struct loose *out, const void *p, size_t n) MUST;
void loose_free(struct loose *l);
#define AUTO_LOOSE __attribute__((cleanup(loose_free))) struct loose
/* The bytes this program writes for such a raw object. */
int loose_encode(struct buf *out, const struct buf *raw) MUST;
/* Are they those that l was read from? */
bool loose_ours(const struct loose *l, const void *p, size_t n);

/* "ab/cdef…", below objects/. */
#define LOOSE_NAME (COMMIT_LEN + 2)
void loose_name(char out[LOOSE_NAME], const git_oid *id);
/* Opened to be read, below objects/; -1 with errno. */
int loose_open(int objects, const git_oid *id);
/* Where the object of that id stands, or would. */
#define LOOSE_PATH_MAX 4096
int loose_path(char out[LOOSE_PATH_MAX], const char *git, const git_oid *id)
    MUST;

/* Its content, followed by a NUL. */
const char *loose_content(const struct loose *l, size_t *n);
/* What the n bytes of its file hold, if that is the object of that id.
 * invalid: damaged, or another. */
int loose_read(struct loose *out, const git_oid *id, const void *p, size_t n)
    MUST;

/* ---- odb.c ---- */

/* The packs of a git directory alone, freshly opened. */
int packs_open(git_odb **out, const char *git) MUST;
/* That pack of them ("pack-…") alone. */
int pack_open(git_odb **out, const char *git, const char *name) MUST;
/* Packs and single objects, and a repository that knows nothing else: no
 * config, no refs, whatever the files beside say. */
int odb_open(git_odb **out, git_repository **repo, const char *git) MUST;

/* ---- albero.c ---- */

struct voce {			/* an entry of a tree */
	const char *name;
	git_object_t type;	/* of a kind that no folder has: INVALID */
	git_oid id;
};
struct voci {			/* what is left of a tree's bytes */
	const char *p;
	size_t left;
};
/* 1: there was one more, 0: that was all.  invalid: no tree looks so. */
int voci_next(struct voce *out, struct voci *v) MUST;
/* Of the text of a commit; how many parents it has, 2 for more than one.
 * invalid: it is none. */
int commit_parts(git_oid *tree, git_oid *parent, const char *p) MUST;
/* The commit that the text of a tag is of. */
int tag_target(git_oid *out, const char *p) MUST;

/* The root tree of a commit; NULL for "".  fault: object missing. */
int tree_root(git_tree **out, struct folder *f, const char *commit) MUST;

/* One file that differs; an id is NULL on the side that lacks it. */
typedef int tree_diff_fn(void *arg, const char *path, const git_oid *old,
    const git_oid *new);
/* Files that differ between two trees (NULL = empty), in path order; other
 * than 0 from fn ends it and is returned. */
int tree_diff(struct folder *f, const git_tree *old, const git_tree *new,
    tree_diff_fn *fn, void *arg) MUST;

/* fault: not there, or not a blob. */
int blob_read(git_blob **out, struct folder *f, const git_oid *id) MUST;

/* ---- inventario.c ---- */

enum found_kind {
	FOUND_HEAD, FOUND_CONFIG, FOUND_REF,
	FOUND_TAG,		/* name ends in that of a tag of ours */
	FOUND_LOOSE,		/* id is set */
	FOUND_PACK, FOUND_IDX,
	FOUND_LEFTOVER,		/* a temporary file of an interrupted act */
	FOUND_TOLERATED,	/* the index of a custodian's git */
	FOUND_ALIEN		/* anything else, links included */
};

struct found {
	enum found_kind kind;
	const char *name;	/* relative to the git directory */
	const char *path;
	git_oid id;
};
/* Of a file that was found, seconds UTC; when it is gone later than all. */
int64_t found_mtime(const char *path);
/* A pack of ours whose index is not there: who was to put that beside it ended
 * before.  What is needed is there without it. */
bool found_half_pack(const struct found *found);
/* Of a single object. */
int64_t loose_mtime(struct folder *f, const git_oid *id);

/* Every file of the git directory, sorted; other than 0 from fn ends it.  What
 * goes while we look was not there. */
typedef int found_fn(void *arg, const struct found *found);
int inventory(struct folder *f, found_fn *fn, void *arg) MUST;
/* The same, of those that are not below objects/. */
int inventory_above(struct folder *f, found_fn *fn, void *arg) MUST;

/* ---- oggetti.c ---- */

struct object {
	git_oid id;
	bool loose, packed;
	bool reached;		/* from the head */
	bool bad, empty;	/* its loose file, */
	bool letto;		/* once it was read */
};

struct objects {
	struct object *object;	/* sorted by id once objects_sort has run */
	size_t n, cap;
};

void objects_free(struct objects *s);
#define AUTO_OBJECTS __attribute__((cleanup(objects_free))) struct objects
void objects_add(struct objects *s, const struct object *o);
void objects_sort(struct objects *s);	/* and joins doubles */
struct object *objects_find(const struct objects *s, const git_oid *id);

int objects_add_packed(struct objects *s, git_odb *packs) MUST;
/* Every object of the folder, single or packed, sorted. */
int objects_all(struct objects *s, struct folder *f) MUST;

typedef void reach_fn(void *arg, const git_oid *id, const char *what);
/* Gives an object of the set that should be of that type: of a blob only that it
 * is one, of others the content. */
typedef int object_read_fn(struct loose *out, void *arg, struct object *o,
    git_object_t type);
struct reach {
	struct objects *set;
	struct folder *f;
	object_read_fn *read;	/* NULL: as libgit2 finds it in f */
	reach_fn *fn;		/* is told what is missing or unreadable */
	void *arg;		/* of both */
};
/* An object_read_fn's work, of what an odb has. */
int objects_read(struct loose *out, git_odb *odb, const git_oid *id,
    git_object_t type) MUST;
/* Marks all that `head` needs. */
void objects_reach(const struct reach *w, const char *head);
/* Marks a tag object; fn is told when it is none of that name, or of a commit
 * that was not reached (or not `commit`, unless that is NULL). */
void objects_reach_tag(const struct reach *w, const char *nome, const char *id,
    const char *commit);
/* The same of the head and of tags (NULL: none).  fault: something is missing;
 * the last of it is told. */
int objects_need(struct objects *s, struct folder *f, const char *head,
    const struct folder_tags *tags) MUST;

/* ---- tag.c ---- */

/* Of the text of that object; invalid: it is no tag of ours of that name. */
int tag_parse(struct tag *out, const char *nome, const void *p, size_t n) MUST;

/* ---- pacco.c ---- */

/* Those of the set that are in no pack (all: all of them) into one more, synced
 * and in its place; *name is "pack-…", NULL when there was nothing to do. */
int pack_write(char **name, struct arena *a, struct folder *f,
    const struct objects *s, bool all) MUST;
/* Every object of the set, read from there and hashed again. */
int pack_verify(struct folder *f, git_odb *packs, const struct objects *s)
    MUST;
/* ---- fascio*.c ---- */

#define FASCIO_FIRMA "# v2 git bundle\n"

/* An object of others, in memory. */
struct fascio_oggetto {
	git_oid id;
	git_object_t type;
	void *p;
	size_t n;		/* bytes */
	bool reached;
	int height;		/* of a tree: levels below it */
	size_t files;		/* in it and below, as often as they appear */
};
struct fascio {
	char head[COMMIT_LEN + 1];
	struct fascio_oggetto *object;	/* sorted by id */
	size_t n, cap;
	size_t bytes;			/* of all */
};
void fascio_free(struct fascio *s);
#define AUTO_FASCIO __attribute__((cleanup(fascio_free))) struct fascio
/* Hashes it, and takes over p.  invalid: too much. */
int fascio_add(struct fascio *s, git_object_t type, void *p, size_t n) MUST;
/* Each object in our form, all of them and no others needed by the head.
 * Sorts them first. */
int fascio_check(struct fascio *s) MUST;
/* fascio_pacco.c: the objects of a pack. */
int pacco_read(struct fascio *s, const void *pack, size_t n) MUST;

/* ---- controllo*.c ---- */

struct check {
	struct folder *f;
	struct folder_sguardo g;
	const char *head;
	const struct folder_tags *tags;
	bool *tag_seen;		/* of each of them: its file */
	defect_fn *fn;
	void *arg;
	struct objects set;
	int objects;		/* the directory of single ones */
	git_odb *packs;		/* NULL: they do not open */
	struct folder_visto visto;
	unsigned int seen;	/* bits 1 << found_kind */
};

void check_pack(struct check *c, const char *path, const char *name);
int check_visible(struct check *c) MUST;

#endif
