/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * disposizione.c - the names of a store (docs/formato.md §1), above its git
 * folders: a file or a directory that no act puts there is a defect; what an
 * act or a rebuild cut short leaves, and what is beside it all, is a remark.
 */
#include "servizio/disposizione.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archivio/allegato.h"
#include "atti/emergenza/kit.h"
#include "atti/ente/ripristino.h"
#include "atti/ente/salvataggi.h"
#include "atti/ente/verifiche.h"
#include "atti/firme/custodia.h"
#include "base/file.h"
#include "base/hash.h"
#include "servizio/rilettura.h"
#include "servizio/sosta.h"

struct sguardo {
	struct arena *a;
	struct store *st;
	struct conto *conto;
	const struct ascolto *l;
};

static void
alien(struct sguardo *s, const char *path)
{
	dico(s->conto, s->l, false, path,
	    "non è una delle cose che un archivio contiene");
}

/* n digits and nothing behind them but `tail`. */
static bool
is_number(const char *name, size_t n, const char *tail)
{
	return strspn(name, "0123456789") == n && strcmp(name + n, tail) == 0;
}

/* A directory, and not a link to one. */
static bool
is_dir(struct sguardo *s, const char *path)
{
	struct stat st;

	return lstat(store_path(s->a, s->st, path), &st) == 0 &&
	    S_ISDIR(st.st_mode);
}

/* Names of <path>; none when it is not there. */
static int
names_of(char ***out, struct sguardo *s, const char *path)
{
	static char *none[] = { NULL };
	int r = dir_list(out, s->a, store_path(s->a, s->st, path));

	if (r != ERR_ABSENT)
		return r;
	*out = none;
	return 0;
}

/* ---- the top ---- */

static const char *const plain[] = { "formato", ".scrittura", "README.md",
	"accesso.conf", RIPRISTINO_FILE, RISERVA_FILE };
static const char *const of_kit[] = { KIT_CHIAVE, KIT_LEGGIMI };
static const char *const dirs[] = { "transito", "ente", "registro",
	"accessi", "cartelle", "fascicoli", "lotti", "sigillo",
	"consegne", "revoche", RISERVA_LETTURE, CUSTODIA_DIR, SOSTA_DIR,
	SALVATAGGI_DIR, VERIFICHE_DIR };
static const char *const databases[] = {
	"registro.sqlite", "letture.sqlite", "accesso.sqlite",
	"registro.sqlite.precedente"
};

static bool
is_one_of(const char *name, const char *const *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static bool
is_database(const char *name)
{
	static const char *const tails[] = { "", "-wal", "-shm" };
	size_t i, k, len;

	for (i = 0; i < NELEM(databases); i++) {
		len = strlen(databases[i]);
		for (k = 0; k < NELEM(tails); k++)
			if (strncmp(name, databases[i], len) == 0 &&
			    strcmp(name + len, tails[k]) == 0)
				return true;
	}
	return false;
}

/* Nothing that is read stands here under another name: a remark is enough. */
static int
look_at_top(struct sguardo *s)
{
	char **names;
	int r, n;

	if ((r = names_of(&names, s, ".")) != 0)
		return r;
	for (; *names != NULL; names++) {
		if (is_one_of(*names, dirs, NELEM(dirs))) {
			if (!is_dir(s, *names))
				alien(s, *names);
		} else if (!(s->st->kit && is_one_of(*names, of_kit,
		    NELEM(of_kit))) &&
		    !is_one_of(*names, plain, NELEM(plain)) &&
		    !is_database(*names)) {
			dico(s->conto, s->l, true, *names,
			    strstr(*names, ".nuovo") != NULL ?
			    "resto di un'operazione interrotta" :
			    "non è dell'archivio");
		}
	}
	if ((r = names_of(&names, s, "transito")) != 0)
		return r;
	for (n = 0; names[n] != NULL; n++)
		continue;
	if (n > 0)
		dico(s->conto, s->l, true, "transito", "%d file di atti non "
		    "ancora compiuti, o interrotti", n);
	return 0;
}

/* ---- years and numbers ---- */

/* What verifica writes down there (verifica_stato.c). */
static int
look_at_checks(struct sguardo *s)
{
	static const char *const known[] = { VERIFICHE_ESITO,
	    VERIFICHE_ULTIMA, VERIFICHE_CORSO };
	const char *path;
	char **names;
	int r;

	if ((r = names_of(&names, s, VERIFICHE_DIR)) != 0)
		return r;
	for (; *names != NULL; names++) {
		path = arena_printf(s->a, VERIFICHE_DIR "/%s", *names);
		if (!is_one_of(path, known, NELEM(known)))
			alien(s, path);
	}
	return 0;
}

/* registro/2026/ holds allegati/, that holds 00/ … ff/. */
static int
look_at_files(struct sguardo *s, const char *year)
{
	const char *path = arena_printf(s->a, "%s/allegati", year);
	char **names;
	int r;

	if ((r = names_of(&names, s, year)) != 0)
		return r;
	for (; *names != NULL; names++)
		if (strcmp(*names, "allegati") != 0 || !is_dir(s, path))
			alien(s, arena_printf(s->a, "%s/%s", year, *names));
	if ((r = names_of(&names, s, path)) != 0)
		return r;
	for (; *names != NULL; names++)
		if (strlen(*names) != 2 ||
		    strspn(*names, "0123456789abcdef") != 2 ||
		    !is_dir(s, arena_printf(s->a, "%s/%s", path, *names)))
			alien(s, arena_printf(s->a, "%s/%s", path, *names));
	return 0;
}

static int
look_at_register(struct sguardo *s)
{
	const char *path;
	char **names;
	int r;

	if ((r = names_of(&names, s, "registro")) != 0)
		return r;
	for (; *names != NULL; names++) {
		path = arena_printf(s->a, "registro/%s", *names);
		if (!is_dir(s, path))
			alien(s, path);
		else if (is_number(*names, 4, "")) {
			if ((r = look_at_files(s, path)) != 0)
				return r;
		} else if (!is_number(*names, 4, ".git"))
			alien(s, path);
	}
	return 0;
}

/* <kind>/2026/0000001 */
static int
look_at_kind(struct sguardo *s, const char *kind)
{
	const char *year, *path;
	char **years, **names;
	int r;

	if ((r = names_of(&years, s, kind)) != 0)
		return r;
	for (; *years != NULL; years++) {
		year = arena_printf(s->a, "%s/%s", kind, *years);
		if (!is_number(*years, 4, "") || !is_dir(s, year)) {
			alien(s, year);
			continue;
		}
		if ((r = names_of(&names, s, year)) != 0)
			return r;
		for (; *names != NULL; names++) {
			path = arena_printf(s->a, "%s/%s", year, *names);
			if (!is_number(*names, 7, "") || !is_dir(s, path))
				alien(s, path);
		}
	}
	return 0;
}

int
verifica_disposizione(struct conto *conto, struct store *st,
    const struct ascolto *l)
{
	static const char *const kinds[] = { "accessi", "cartelle",
	    "fascicoli" };
	AUTO(arena) a = arena_new();
	struct sguardo s = { a, st, conto, l };
	size_t i;
	int r;

	if ((r = look_at_top(&s)) != 0 || (r = look_at_register(&s)) != 0 ||
	    (r = look_at_checks(&s)) != 0)
		return r;
	for (i = 0; i < NELEM(kinds); i++)
		if ((r = look_at_kind(&s, kinds[i])) != 0)
			return r;
	return 0;
}

/* ---- attachments beside a folder ---- */

static int
check_bytes(const char *path, const char *impronta)
{
	AUTO_FD int fd = open(path,
	    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	char is[IMPRONTA_LEN + 1];
	int r;

	if (fd < 0)
		return err_sys("l'allegato");
	if ((r = hash_fd(is, fd)) != 0)
		return r;
	if (strcmp(is, impronta) != 0)
		return err_set(ERR_INVALID, "l'allegato ha altri byte: "
		    "impronta %s", is);
	return 0;
}

int
verifica_legami(struct conto *conto, struct store *st, const struct ascolto *l,
    const char *cartella)
{
	AUTO(arena) a = arena_new();
	struct sguardo s = { a, st, conto, l };
	const char *dir = arena_printf(a, "%s/allegati", cartella), *path;
	char impronta[IMPRONTA_LEN + 1], **names;
	int r;

	if ((r = names_of(&names, &s, dir)) != 0)
		return r;
	for (; *names != NULL; names++) {
		path = arena_printf(a, "%s/%s", dir, *names);
		/* <impronta>, or <impronta>.<ext> */
		memset(impronta, 0, sizeof impronta);
		memcpy(impronta, *names, strnlen(*names, IMPRONTA_LEN));
		if (!hash_valid(impronta) || ((*names)[IMPRONTA_LEN] != '\0' &&
		    (*names)[IMPRONTA_LEN] != '.')) {
			alien(&s, path);
		} else if (check_bytes(store_path(a, st, path),
		    impronta) != 0) {
			dico(conto, l, false, path, "%s", err_msg());
			err_clear();
		}
	}
	return 0;
}
