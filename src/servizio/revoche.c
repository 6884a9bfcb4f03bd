/* SPDX-License-Identifier: EUPL-1.2 */
#include "servizio/revoche.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "atti/firme/fiducia.h"
#include "base/file.h"
#include "base/hash.h"
#include "worker/worker.h"

/* The directory of a store that is one; made when asked. */
static int
directory(char **out, struct arena *a, const char *dir, bool make)
{
	AUTO(store) st = NULL;
	int r;

	if ((r = store_open(&st, dir, STORE_READONLY |
	    STORE_SENZA_REGISTRO)) != 0)
		return r;
	*out = store_path(a, st, REVOCHE_DIR);
	return make ? dir_make(*out) : 0;
}

/* Would they still be few enough to be handed to a verification? */
static int
check_room(struct arena *a, const char *path, size_t more)
{
	char **names;
	struct stat st;
	size_t all = more;
	int r;

	if ((r = dir_list(&names, a, path)) != 0)
		return r;
	for (; *names != NULL; names++)
		if (stat(arena_printf(a, "%s/%s", path, *names), &st) == 0)
			all += (size_t)st.st_size;
	if (all > REVOCHE_TUTTE)
		return err_set(ERR_INVALID, "insieme supererebbero %zu MB: "
		    "togli prima da %s/ quelle che altre, più nuove, hanno "
		    "sostituito", REVOCHE_TUTTE >> 20, REVOCHE_DIR);
	return 0;
}

int
servizio_revoche_metti(struct nodo **out, struct arena *a, const char *dir,
    int fd)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	struct nodo *n;
	char *path;
	int r;

	if ((r = directory(&path, a, dir, true)) != 0 ||
	    (r = worker_revoche(&n, a, fd)) != 0 ||
	    (r = file_read_fd(&b, fd, REVOCHE_MAX)) != 0 ||
	    (r = check_room(a, path, b.len)) != 0)
		return r;
	hash_hex(impronta, buf_str(&b), b.len);
	if ((r = file_put_synced(arena_printf(a, "%s/%s.%s", path, impronta,
	    nodo_attr(n, "tipo")), buf_str(&b), b.len, 0600)) != 0)
		return r;
	*out = n;
	return 0;
}

static int
look(struct nodo *out, struct arena *a, const char *path, const char *name)
{
	AUTO_FD int fd = open(arena_printf(a, "%s/%s", path, name),
	    O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	struct nodo *n = NULL;
	int r;

	r = fd < 0 ? err_set(ERR_INVALID, "non si apre") :
	    worker_revoche(&n, a, fd);
	if (r != 0 && r != ERR_INVALID)
		return r;
	if (r != 0) {
		n = nodo_new(a, "revoche");
		nodo_set(a, n, "illeggibile", err_msg());
		err_clear();
	}
	nodo_set(a, n, "file", name);
	nodo_add(out, n);
	return 0;
}

int
servizio_revoche(struct nodo **out, struct arena *a, const char *dir)
{
	struct nodo *list = nodo_new(a, "elenco");
	char *path, **names;
	int r;

	if ((r = directory(&path, a, dir, false)) != 0)
		return r;
	if ((r = dir_list(&names, a, path)) == ERR_ABSENT) {
		err_clear();
		*out = list;
		return 0;
	}
	for (; r == 0 && *names != NULL; names++)
		r = look(list, a, path, *names);
	if (r == 0)
		*out = list;
	return r;
}
