/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * archivio.h - libgit2 made safe: the git folders of a store.
 *
 * A folder is a git repository with the one branch refs/heads/main, the tags
 * of its seals and nothing else: no hooks, no remotes, no config but ours.
 * Ours are `bare` ones (registro/2026.git) and those with a visible work tree
 * (a cartella).  Writing is in two steps: stage_commit and folder_tag_write
 * write objects *unsynced* and move nothing; folder_move moves the branch by
 * compare-and-swap, and folder_tag_set makes a tag be seen, once the register
 * has committed.  The visible files are a projection of a commit
 * (folder_refresh), never read as truth; there is no index.
 *
 * Commit ids are 40 hex digits; "" means "no commit yet".
 */
#ifndef ARCHIVIO_ARCHIVIO_H
#define ARCHIVIO_ARCHIVIO_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/auto.h"
#include "base/buf.h"
#include "base/err.h"

#define COMMIT_LEN 40

struct folder;			/* an open git folder */
struct stage;			/* files to go into its next commit */

/* Once a process: no global config, no search paths, strict hashes. */
int archivio_init(void) MUST;
/* Is an object hashed each time that it is read?  It is, until somebody says that
 * each is looked at by folder_look meanwhile, which does it once. */
void archivio_severo(bool si);

/* ---- folders ---- */

/*
 * Makes an empty repository: `path` ends in ".git" for a bare one, else the
 * repository is path/.git.  An existing one is left as it is (0), but one that
 * an act cut short has begun is completed.  Not synced.
 */
int folder_create(const char *path) MUST;
/* There is no commit in it, nor was there: left by an act that did not happen.
 * It may not open. */
bool folder_begun(const char *path) MUST;
/* absent: no repository there; forbidden: of another user; fault: a pack's
 * index of impossible shape. */
int folder_open(struct folder **out, const char *path) MUST;
void folder_close(struct folder *f);
AUTO_DEFINE(folder, folder_close)
bool folder_bare(const struct folder *f);

/* "" when the branch does not exist yet. */
int folder_head(char out[COMMIT_LEN + 1], struct folder *f) MUST;

/* ---- staging ---- */

struct stage *stage_new(struct folder *f, const char *base);
void stage_free(struct stage *s);
AUTO_DEFINE(stage, stage_free)

/* path: relative, '/'-separated, checked (file_path_valid, no ".git"). */
int stage_put(struct stage *s, const char *path, const void *p, size_t n)
    MUST;
int stage_remove(struct stage *s, const char *path) MUST;

/*
 * The line of a commit's message that says that its parent, whose id follows,
 * and all before is the history of others: the folder goes on from it and never
 * changes it.
 */
#define FOLDER_PRIMA "Prima: "

/*
 * The tree of `commit`, whose objects are in the folder (folder_adopt), as the
 * new directory `path`.  With `root` the new commit follows that one, and of
 * its tree nothing else stays: `base` must be "".
 */
int stage_graft(struct stage *s, const char *path, const char *commit,
    bool root) MUST;

struct git_author {
	const char *nome, *email;
	int64_t ora;		/* seconds UTC */
	int offset;		/* seconds */
};

/*
 * Writes blobs, the trees that changed and one commit on `base`; moves no
 * ref.  absent: the removal of what is not there; invalid: a file where a
 * directory stays or the reverse, an author or message git could not keep.
 */
int stage_commit(char out[COMMIT_LEN + 1], struct stage *s,
    const struct git_author *autore, const char *messaggio) MUST;

/* ---- publishing ---- */

/*
 * refs/heads/main from `old` ("" = must not exist) to `new`.  Already at
 * `new`: 0.  busy: it is elsewhere.
 */
int folder_move(struct folder *f, const char *old, const char *new) MUST;

/*
 * Brings the visible files from the tree of `old` ("" = nothing) to that of
 * `new`: writes what differs (tmp + rename, 0600), removes what went.  With
 * `all` also rewrites files that are missing or changed on disk.  No-op when
 * bare.  Files git does not know (allegati/) are left alone.
 */
int folder_refresh(struct folder *f, const char *old, const char *new,
    bool all) MUST;

/* ---- tags: the seal of a day, a seal on demand ---- */

#define TAG_NOME_MAX 32		/* bytes of a name, with its NUL */

/* "giorno/2026-11-20" or "sigillo/1234"? */
bool tag_name_valid(const char *nome);

/*
 * The buffer of an annotated tag over a commit: what is signed.  The object is
 * this text with the armoured signature behind it; `git verify-tag` reads it.
 * invalid: a name, commit, author or message git could not keep.
 */
int tag_text(struct buf *out, const char *nome, const char *commit,
    const struct git_author *autore, const char *messaggio) MUST;

/* The id that object has, before it is written. */
int tag_id(char out[COMMIT_LEN + 1], const void *p, size_t n) MUST;
/* Writes the object; no ref.  invalid: not the text of a tag of that name. */
int folder_tag_write(struct folder *f, const char *nome, const void *p,
    size_t n) MUST;
/* refs/tags/<nome> to the tag object `id`.  Already there: 0.  busy: it is
 * another one.  A crash leaves the ref whole or none. */
int folder_tag_set(struct folder *f, const char *nome, const char *id) MUST;
/* Where refs/tags/<nome> points; "" when there is none. */
int folder_tag(char out[COMMIT_LEN + 1], struct folder *f, const char *nome)
    MUST;

/* A tag object: the commit it is of, what was signed, the signature (up to the
 * end of text).  invalid: it is not a tag of that name. */
struct tag {
	char commit[COMMIT_LEN + 1];
	struct buf testo;		/* all of the object */
	size_t firma;			/* where the signature begins */
};
int folder_tag_read(struct tag *out, struct folder *f, const char *nome,
    const char *id) MUST;
void tag_free(struct tag *t);
#define AUTO_TAG __attribute__((cleanup(tag_free))) struct tag

/* ---- reading ---- */

/* The bytes of path at commit, appended.  absent: no such file there. */
int folder_read(struct buf *out, struct folder *f, const char *commit,
    const char *path) MUST;

/* Names directly below dir ("" = root) at commit, sorted; directories end in
 * '/'.  NULL-ended, in the arena.  absent: no such directory. */
int folder_list(char ***out, struct arena *a, struct folder *f,
    const char *commit, const char *dir) MUST;

/* Every file below dir at commit, in path order.  The callback returns 0 to
 * go on; any other value ends the walk and is returned. */
typedef int walk_fn(void *arg, const char *path, const void *p, size_t n);
int folder_walk(struct folder *f, const char *commit, const char *dir,
    walk_fn *fn, void *arg) MUST;

struct git_commit_info {
	char id[COMMIT_LEN + 1];
	char parent[COMMIT_LEN + 1];	/* "" for the first */
	int64_t ora;
	const char *messaggio;		/* valid in the callback only */
	const char *autore;
};
/* From `commit` back to the first; linear histories only (a merge is a
 * fault). */
typedef int history_fn(void *arg, const struct git_commit_info *c);
int folder_history(struct folder *f, const char *commit, history_fn *fn,
    void *arg) MUST;

/* Paths that differ between two commits ("" = nothing): NULL-ended, each
 * preceded by "+", "-" or "~". */
int folder_changes(char ***out, struct arena *a, struct folder *f,
    const char *old, const char *new) MUST;
/* The same, and fn is given each file that is new or has other bytes. */
int folder_brought(char ***out, struct arena *a, struct folder *f,
    const char *old, const char *new, walk_fn *fn, void *arg) MUST;

/* ---- erasing (docs/architettura.md §3) ---- */

/*
 * Writes the history up to `head` again with other bytes in place of some
 * files: fn is asked once for each distinct version of each of the n `path`s,
 * and appends to `out` what stands there instead (ours: a lapide; the same
 * bytes: the version stays).  One new commit for each old one, from the first
 * that changes on, with its author, times and message; those before stay, and
 * are not in the list; those of others (FOLDER_PRIMA) always stay.  Writes
 * objects, unsynced, and moves nothing.
 * absent: a path that no commit has; invalid: fn gave nothing, or a version
 * stands at another path of the new history, too (the message says which);
 * fault: a commit that is not written as ours are.  0 from fn goes on, any
 * other value ends it and is returned.
 */
typedef int rewrite_fn(void *arg, struct buf *out, const char *path,
    const void *p, size_t n);
struct rewritten {
	struct rewritten_commit {
		char prima[COMMIT_LEN + 1], dopo[COMMIT_LEN + 1];
	} *commit;			/* oldest first, in the arena */
	int n;
	char head[COMMIT_LEN + 1];	/* the new one */
};
int folder_rewrite(struct rewritten *out, struct arena *a, struct folder *f,
    const char *head, const char *const *path, int n, rewrite_fn *fn,
    void *arg) MUST;
/* The commit that has taken the place of that one; NULL: it stays. */
const char *rewritten_commit(const struct rewritten *w, const char *commit);

/* The same; and the history of others before FOLDER_PRIMA goes too, with the
 * directory `altrui` of every commit. */
int folder_rewrite_without(struct rewritten *out, struct arena *a,
    struct folder *f, const char *head, const char *const *path, int n,
    rewrite_fn *fn, void *arg, const char *altrui) MUST;

/*
 * Leaves only what `head` reaches, in one synced pack: all other objects,
 * packs, every tag and leftovers go, and what git itself puts beside (index,
 * reflogs, packed-refs); their going is synced too.  Under the lock, when the
 * branch is at `head` (busy: it is not).  Ended at any point it may be called
 * again; what `head` reaches can be read all the time, also by who opened the
 * folder before.  fault: objects of `head` are missing, or a file stands below
 * objects/ or refs/ that is not of a folder (nothing was done: who knows what
 * it holds).  Other files that are not ours are left alone.
 */
int folder_purge(struct folder *f, const char *head) MUST;

/* ---- bundles: a folder that travels (git-bundle(5), version 2) ---- */

/* The whole history up to `head` as a bundle with main and HEAD, appended: what
 * `git bundle verify` and `git clone` take.  fault: an object is missing. */
int folder_bundle(struct buf *out, struct folder *f, const char *head) MUST;

/* What a bundle of others may have at most. */
#define FASCIO_MAX ((size_t)256 * 1024 * 1024)	/* bytes of the file */
#define FASCIO_OGGETTI 200000
#define FASCIO_OGGETTO ((size_t)32 * 1024 * 1024)	/* bytes of one */
#define FASCIO_APERTO ((size_t)768 * 1024 * 1024)	/* bytes of them all */
#define FASCIO_CATENA 64			/* deltas one on the other */

/*
 * In a cage: a bundle of others into its objects, each hashed again.  Taken is
 * what a folder of ours has, and nothing else: one linear history (main; HEAD
 * may name it too), no prerequisites, commits of ours in form, plain files, plain
 * names, no object that the head does not need, no tags.  Appends the head and
 * the objects, for bundle_store.  invalid: the message says why not.
 */
int bundle_unpack(struct buf *out, const void *bundle, size_t n) MUST;

/*
 * Outside the cage: makes the new bare folder `path` ("….git") of what
 * bundle_unpack gave, looking at each object again.  `head` ("" to take
 * whatever came) is where it must stand.  invalid: it is not what it says; then
 * nothing is left.
 */
int bundle_store(char head[COMMIT_LEN + 1], const char *path,
    struct cursor *c) MUST;

/*
 * Every single object of the bare folder `from` (of bundle_store, on the same
 * file system) into this one, as another name of the same file.  Not synced.
 */
int folder_adopt(struct folder *f, const char *from) MUST;

/* The id of the tree at directory `dir` ("": the root) of a commit.  absent: no
 * such directory. */
int folder_tree(char out[COMMIT_LEN + 1], struct folder *f,
    const char *commit, const char *dir) MUST;

/* ---- a plain copy ---- */

struct folder_tags {			/* those a folder must have */
	struct tag_ref {
		const char *nome, *id, *commit;
	} *tag;				/* in order of name */
	int n;
};

/*
 * All that any git needs to read the history up to `head` with those tags, as
 * the files of a bare repository of which only we decide config and refs: one
 * call of fn a file, its bytes at `path`, or in p when path is NULL.  What an
 * act cut short has left beside is not in it.  fault: an object is missing;
 * other than 0 from fn ends it and is returned.
 */
typedef int copy_fn(void *arg, const char *name, const char *path,
    const void *p, size_t n);
int folder_copy(struct folder *f, const char *head,
    const struct folder_tags *tags, copy_fn *fn, void *arg) MUST;
/* A file that such a copy may have?  (What it holds is folder_check's.) */
bool folder_copy_name(const char *name);

/*
 * Each object that came after the commit `prima` ("": all) up to `head`, and
 * those tags, as the file of a single one: name "objects/ab/cdef…", its bytes
 * hashed again.  One that comes back after it was gone may come twice.  fault:
 * one is missing or spoilt, or head does not go on from prima; other than 0
 * from fn ends it and is returned.
 */
typedef int object_fn(void *arg, const char *name, const void *p, size_t n);
int folder_objects(struct folder *f, const char *prima, const char *head,
    const struct folder_tags *tags, object_fn *fn, void *arg) MUST;
/* The name of such a file? */
bool folder_object_name(const char *name);

/* ---- care ---- */

/*
 * The whole truth about a folder, one call of `fn` a defect (Italian text,
 * place = path of file or object): every loose object and pack read and
 * re-hashed to the last byte; HEAD, config and refs exactly as ours; `head`
 * reachable whole; its tags exactly those n, each of a commit of `head`'s
 * history; with a work tree, every visible file equal to the blob of
 * `head` and none extra (but allegati/).  *unreachable counts the leftovers of
 * interrupted acts (no defect).
 */
typedef void defect_fn(void *arg, const char *place, const char *what);
int folder_check(struct folder *f, const char *head,
    const struct folder_tags *tags, defect_fn *fn, void *arg,
    int *unreachable) MUST;

/*
 * The same in two parts, for who looks while others write.  OGGETTI: what the
 * files below the git directory hold, and what `head` and the tags need: true
 * of that head for ever, unless it is erased from.  POSTO: where the folder
 * stands now (HEAD, config, branch, tags, visible files): true of its present
 * head only.  Leftovers that are not older than `prima` (seconds UTC; 0: all
 * are) may be of an act that is being done, and are not counted.
 */
enum { FOLDER_OGGETTI = 1, FOLDER_POSTO = 2 };
struct folder_sguardo {
	int che;
	int64_t prima;
};
struct folder_visto {
	int avanzi;			/* leftovers of interrupted acts */
	int64_t oggetti, byte;		/* single objects and packs, and theirs */
};
int folder_look(struct folder_visto *out, struct folder *f, const char *head,
    const struct folder_tags *tags, const struct folder_sguardo *g,
    defect_fn *fn, void *arg) MUST;

/* Loose objects, for deciding about packing. */
int folder_loose_count(int *out, struct folder *f) MUST;
/*
 * Packs all loose objects older than two weeks or reachable from head and tags
 * into one pack, synced, then removes those loose files that are in the pack.  Under
 * the lock.  Never prunes an unreachable object.
 */
int folder_pack(struct folder *f, const char *head) MUST;

#endif
