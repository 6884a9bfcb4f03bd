/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sosta.c - files kept for a session: <casa>/<id> are the bytes, <id>.scheda what
 * is known of them.
 *
 * Refuses: an id that is none (it becomes a path), a name that is none, more
 * than a session may keep.  Keeps: nobody's file longer than its hour; what is
 * late is not there even before it is swept away.
 */
#include "servizio/sosta.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "archivio/allegato.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/random.h"
#include "base/utf8.h"
#include "documenti/tipo_file.h"

#define CASA_LEN 32		/* hex digits of its hash */
#define SCHEDA_MAX ((size_t)1024 * 1024)

char *
sosta_casa(struct arena *a, const char *dir, const char *utente,
    const char *sessione)
{
	char hash[IMPRONTA_LEN + 1];
	const char *who = arena_printf(a, "%s\n%s", utente,
	    sessione != NULL ? sessione : "");

	hash_hex(hash, who, strlen(who));
	return arena_printf(a, "%s/" SOSTA_DIR "/%.*s", dir, CASA_LEN, hash);
}

static char *
path_of(struct arena *a, const char *casa, const char *id, const char *tail)
{
	return arena_printf(a, "%s/%s%s", casa, id, tail);
}

static int
gone(void)
{
	return err_set(ERR_ABSENT, "il file mandato prima non c'è più (si "
	    "tiene un'ora): scegli di nuovo il file");
}

static bool
is_late(const struct stat *st)
{
	return time(NULL) - st->st_mtime >= SOSTA_SECONDI;
}

/* ---- how much there is ---- */

static int
usage(int *n, int64_t *bytes, struct arena *a, const char *casa)
{
	char **names;
	struct stat st;
	int r;

	*n = 0;
	*bytes = 0;
	if ((r = dir_list(&names, a, casa)) != 0)
		return r == ERR_ABSENT ? 0 : r;
	for (; *names != NULL; names++)
		if (random_id_valid(*names) &&
		    lstat(path_of(a, casa, *names, ""), &st) == 0 &&
		    !is_late(&st)) {
			(*n)++;
			*bytes += st.st_size;
		}
	return 0;
}

static int
check_room(int64_t *left, struct arena *a, const char *casa)
{
	int64_t bytes;
	int n, r;

	if ((r = usage(&n, &bytes, a, casa)) != 0)
		return r;
	if (n >= SOSTA_FILE)
		return err_set(ERR_INVALID, "aspettano già %d file: registra "
		    "quelli, o togline", n);
	if (bytes >= SOSTA_BYTE)
		return err_set(ERR_INVALID, "i file che aspettano sono già "
		    "troppo grandi tutti insieme: registra quelli, o togline");
	*left = SOSTA_BYTE - bytes;
	return 0;
}

/* ---- one of them ---- */

static struct nodo *
card(struct arena *a, const struct allegato *al, int fd, const char *nome)
{
	struct nodo *n = nodo_new(a, "sosta");
	char first[16];
	ssize_t got = pread(fd, first, sizeof first, 0);

	nodo_set(a, n, "id", strrchr(al->transito, '/') + 1);
	nodo_set(a, n, "nome", nome);
	nodo_set(a, n, "tipo", tipo_file(nome, first,
	    got > 0 ? (size_t)got : 0));
	nodo_set(a, n, "dimensione", arena_printf(a, "%lld",
	    (long long)al->dimensione));
	nodo_set(a, n, "impronta", al->impronta);
	return n;
}

int
sosta_annota(struct arena *a, const char *casa, const struct nodo *scheda)
{
	const char *id = nodo_attr(scheda, "id");
	AUTO_BUF b = { 0 };

	if (id == NULL || !random_id_valid(id))
		return gone();
	nodo_pack(&b, scheda);
	return file_put(path_of(a, casa, id, ".scheda"), b.data, b.len, 0600);
}

int
sosta_metti(struct nodo **out, struct arena *a, const char *casa, int fd,
    const char *nome)
{
	struct allegato al;
	struct nodo *n;
	int64_t left = 0;
	char *nfc;
	int r;

	if ((r = utf8_nfc(&nfc, a, nome)) != 0)
		return r;
	if (!file_name_valid(nfc))
		return err_set(ERR_INVALID, "il file ha un nome che non si può "
		    "tenere: dagliene un altro e mandalo di nuovo");
	if ((r = dir_make(casa)) != 0 ||
	    (r = check_room(&left, a, casa)) != 0)
		return r;
	if (lseek(fd, 0, SEEK_SET) != 0)
		return err_sys("un file");
	if ((r = allegato_receive(&al, a, casa, fd, left)) != 0)
		return r;
	n = card(a, &al, fd, nfc);
	if ((r = sosta_annota(a, casa, n)) != 0) {
		unlink(al.transito);
		return r;
	}
	*out = n;
	return 0;
}

static int
read_card(struct nodo **out, struct arena *a, const char *casa,
    const char *id)
{
	AUTO_BUF b = { 0 };
	struct cursor c;
	int r;

	if ((r = file_read(&b, path_of(a, casa, id, ".scheda"),
	    SCHEDA_MAX)) != 0)
		return r == ERR_ABSENT ? gone() : r;
	c = (struct cursor){ (const unsigned char *)b.data, b.len };
	return nodo_unpack(out, a, &c);
}

int
sosta_apri(int *fd, struct nodo **scheda, struct arena *a, const char *casa,
    const char *id)
{
	AUTO_FD int f = -1;
	struct stat st;
	int r;

	if (id == NULL || !random_id_valid(id))
		return gone();
	f = open(path_of(a, casa, id, ""), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (f < 0)
		return errno == ENOENT ? gone() : err_sys("file in sosta");
	if (fstat(f, &st) != 0)
		return err_sys("file in sosta");
	if (is_late(&st))
		return gone();
	if ((r = read_card(scheda, a, casa, id)) != 0)
		return r;
	if (fd != NULL) {
		*fd = f;
		f = -1;
	}
	return 0;
}

void
sosta_togli(struct arena *a, const char *casa, const char *id)
{
	if (id == NULL || !random_id_valid(id))
		return;
	unlink(path_of(a, casa, id, ""));
	unlink(path_of(a, casa, id, ".scheda"));
}

/* ---- what is late ---- */

static void
sweep(struct arena *a, const char *casa)
{
	char **names;
	struct stat st;
	const char *path;

	if (dir_list(&names, a, casa) != 0) {
		err_clear();
		return;
	}
	for (; *names != NULL; names++) {
		path = path_of(a, casa, *names, "");
		if (lstat(path, &st) == 0 && is_late(&st))
			unlink(path);
	}
	/* not one that was made a moment ago, for a file to come */
	if (lstat(casa, &st) == 0 && is_late(&st))
		rmdir(casa);
}

void
sosta_sposta(const char *da, const char *a)
{
	if (rename(da, a) != 0)
		return;		/* there was nothing, mostly */
}

void
sosta_pulisci(const char *dir)
{
	AUTO(arena) a = arena_new();
	const char *all = arena_printf(a, "%s/" SOSTA_DIR, dir);
	char **names;

	if (dir_list(&names, a, all) != 0) {
		err_clear();
		return;
	}
	for (; *names != NULL; names++)
		sweep(a, arena_printf(a, "%s/%s", all, *names));
}
