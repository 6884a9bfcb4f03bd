/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ripresa_unita.c - the pezzi of a backup, each unit into its place.
 *
 * Refuses names that are not of a store, a pezzo with other bytes than the
 * index says, an attachment with others than its name.  What git objects hold
 * is not looked at here: the folders are read whole afterwards.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atti/ente/salvataggi.h"
#include "base/file.h"
#include "documenti/numero.h"
#include "servizio/importa.h"
#include "servizio/ripresa.h"

#define NOME_MAX 4096		/* bytes of a name in a pezzo */

static int
other_form(const struct unita *u)
{
	return err_set(ERR_INVALID, "%s: non ha la sua forma", u->nome);
}

/* ---- records of a pezzo ---- */

/* Exactly n bytes. */
static int
take(struct decifra *d, void *p, size_t n)
{
	size_t got;
	int r;

	if ((r = decifra_get(&got, d, p, n)) != 0)
		return r;
	return got == n ? 0 : err_set(ERR_INVALID, "finisce a metà");
}

/* A length; 1: there was one, 0: the end. */
static int
length(size_t *n, struct decifra *d)
{
	unsigned char b[4];
	size_t got;
	int r;

	if ((r = decifra_get(&got, d, b, sizeof b)) < 0)
		return r;
	if (got == 0)
		return 0;
	if (got < sizeof b)
		return err_set(ERR_INVALID, "finisce a metà");
	*n = (size_t)b[0] << 24 | (size_t)b[1] << 16 | (size_t)b[2] << 8 | b[3];
	return 1;
}

/* A name, and how many bytes are behind it; 1: there was one, 0: the end. */
static int
next_record(char name[NOME_MAX + 1], size_t *n, struct decifra *d,
    const struct unita *u)
{
	int r;

	if ((r = length(n, d)) != 1)
		return r;
	if (*n > NOME_MAX || take(d, name, *n) != 0)
		return other_form(u);
	name[*n] = '\0';
	return strlen(name) == *n && length(n, d) == 1 ? 1 : other_form(u);
}

/* The next n bytes of d, all of them when n is (size_t)-1, into a new file. */
static int
pour(const char *path, struct decifra *d, size_t n, mode_t mode)
{
	AUTO_FD int fd = -1;
	char piece[65536];
	size_t want, got;
	int r;

	if ((r = dir_make_parent(path)) != 0)
		return r;
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	    mode);
	if (fd < 0)
		return err_sys("%s", path);
	while (n > 0) {
		want = n < sizeof piece ? n : sizeof piece;
		if ((r = decifra_get(&got, d, piece, want)) != 0 ||
		    (r = file_write_fd(fd, piece, got)) != 0)
			return err_prefix(r, "%s", path);
		if (n != (size_t)-1)
			n -= got;
		if (got < want)
			return n == (size_t)-1 ? 0 :
			    err_set(ERR_INVALID, "finisce a metà");
	}
	return 0;
}

/* An object that came before: what it is, is looked at with its folder. */
static int
skip(struct decifra *d, size_t n)
{
	char piece[65536];
	size_t want;
	int r;

	for (; n > 0; n -= want) {
		want = n < sizeof piece ? n : sizeof piece;
		if ((r = take(d, piece, want)) != 0)
			return r;
	}
	return 0;
}

/* ---- each pezzo of a unit ---- */

typedef int piece_fn(struct ripresa *x, const struct unita *u,
    struct decifra *d);

static int
read_piece(struct ripresa *x, const struct unita *u, const struct pezzo *p,
    piece_fn *fn)
{
	char is[IMPRONTA_LEN + 1];
	AUTO(arena) a = arena_new();
	AUTO(decifra) d = NULL;
	int r;

	if ((r = copia_decifra(&d, &x->copia, p, u->chiave, unita_contesto(a,
	    x->copia.id, u))) != 0 || (r = fn(x, u, d)) != 0 ||
	    (r = decifra_end(is, d)) != 0)
		return err_prefix(r, "%s", u->nome);
	return strcmp(is, p->impronta) == 0 ? 0 : err_set(ERR_INVALID, "%s: "
	    "il pezzo %s ha altri byte", u->nome, p->impronta);
}

static int
each_piece(struct ripresa *x, const struct unita *u, piece_fn *fn)
{
	int i, r;

	for (i = 0; i < u->n_pezzi; i++)
		if ((r = read_piece(x, u, &u->pezzo[i], fn)) != 0)
			return r;
	return 0;
}

/* ---- a folder ---- */

static const char *
git_dir(struct arena *a, const struct ripresa *x, const struct unita *u)
{
	return arena_printf(a, "%s/%s%s", x->fatto.dir, u->nome,
	    strncmp(u->nome, "registro/", 9) == 0 ? "" : "/.git");
}

static int
take_objects(struct ripresa *x, const struct unita *u, struct decifra *d)
{
	char name[NOME_MAX + 1];
	const char *path;
	size_t n;
	int r;

	while ((r = next_record(name, &n, d, u)) == 1) {
		AUTO(arena) a = arena_new();

		if (!folder_object_name(name))
			return other_form(u);
		path = arena_printf(a, "%s/%s", git_dir(a, x, u), name);
		r = file_exists(path) ? skip(d, n) : pour(path, d, n, 0444);
		if (r != 0)
			return r;
	}
	return r;
}

static int
take_folder(struct ripresa *x, const struct unita *u)
{
	AUTO(arena) a = arena_new();
	AUTO(folder) f = NULL;
	const char *path = arena_printf(a, "%s/%s", x->fatto.dir, u->nome);
	int r;

	if (!importa_cartella(u->nome) || strlen(u->testa) != COMMIT_LEN)
		return other_form(u);
	if ((r = dir_make_parent(path)) != 0 ||
	    (r = folder_create(path)) != 0 ||
	    (r = each_piece(x, u, take_objects)) != 0 ||
	    (r = folder_open(&f, path)) != 0 ||
	    (r = folder_move(f, "", u->testa)) != 0)
		return r;
	x->cartelle++;
	/* no register will tell what they show */
	return x->come->parziale ? folder_refresh(f, "", u->testa, true) : 0;
}

/* ---- an attachment ---- */

/* registro/2026/allegati/ab/<impronta>, <folder>/allegati/<impronta>…, or in a
 * package */
static bool
place_valid(const struct unita *u, const char *path)
{
	const char *at = strstr(path, "/allegati/"), *name;
	AUTO(arena) a = arena_new();

	if (importa_consegna(path))
		return true;
	if (at == NULL || !file_path_valid(path))
		return false;
	name = strrchr(path, '/') + 1;
	if (strncmp(name, u->nome, IMPRONTA_LEN) != 0)
		return false;
	if (strncmp(path, "registro/", 9) == 0)
		return strspn(path + 9, "0123456789") == 4 && strcmp(path,
		    arena_printf(a, "registro/%.4s/allegati/%.2s/%s",
		    path + 9, u->nome, u->nome)) == 0;
	return name == at + strlen("/allegati/") &&
	    importa_cartella(arena_strndup(a, path, (size_t)(at - path)));
}

static int
take_bytes(struct ripresa *x, const struct unita *u, struct decifra *d)
{
	AUTO(arena) a = arena_new();

	return pour(arena_printf(a, "%s/%s", x->fatto.dir, u->dove[0]), d,
	    (size_t)-1, 0400);
}

static int
check_bytes(const char *path, const struct unita *u)
{
	AUTO_FD int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	char is[IMPRONTA_LEN + 1];
	int r;

	if (fd < 0)
		return err_sys("%s", path);
	if ((r = hash_fd(is, fd)) != 0)
		return r;
	return strcmp(is, u->nome) == 0 ? 0 : err_set(ERR_INVALID, "%s: ha "
	    "altri byte", u->nome);
}

static int
take_attachment(struct ripresa *x, const struct unita *u)
{
	AUTO(arena) a = arena_new();
	const char *first, *other;
	int i, r;

	for (i = 0; i < u->n_dove; i++)
		if (!place_valid(u, u->dove[i]))
			return other_form(u);
	if (u->n_dove == 0 || u->n_pezzi != 1 || !hash_valid(u->nome))
		return other_form(u);
	first = arena_printf(a, "%s/%s", x->fatto.dir, u->dove[0]);
	if ((r = each_piece(x, u, take_bytes)) != 0 ||
	    (r = check_bytes(first, u)) != 0)
		return r;
	for (i = 1; i < u->n_dove; i++) {
		other = arena_printf(a, "%s/%s", x->fatto.dir, u->dove[i]);
		if ((r = dir_make_parent(other)) != 0)
			return r;
		if (link(first, other) != 0)
			return err_sys("%s", other);
	}
	x->allegati++;
	return 0;
}

/* ---- a package, but for its attachments ---- */

static int
take_package_file(struct ripresa *x, const struct unita *u, struct decifra *d)
{
	char name[NOME_MAX + 1];
	size_t n;
	int r;

	while ((r = next_record(name, &n, d, u)) == 1) {
		AUTO(arena) a = arena_new();
		const char *path = arena_printf(a, "%s/%s", u->nome, name);

		if (!importa_consegna(path))
			return other_form(u);
		if ((r = pour(arena_printf(a, "%s/%s", x->fatto.dir, path), d,
		    n, 0400)) != 0)
			return r;
	}
	return r;
}

/* ---- the read log, the files beside ---- */

static int
take_log(struct ripresa *x, const struct unita *u, struct decifra *d)
{
	AUTO_FD int fd = open(x->letture, O_WRONLY | O_APPEND | O_CREAT |
	    O_NOFOLLOW | O_CLOEXEC, 0600);
	char piece[65536];
	size_t got;
	int r;

	(void)u;
	if (fd < 0)
		return err_sys("%s", x->letture);
	do {
		if ((r = decifra_get(&got, d, piece, sizeof piece)) != 0 ||
		    (r = file_write_fd(fd, piece, got)) != 0)
			return r;
	} while (got == sizeof piece);
	return 0;
}

static bool
beside(const char *name)
{
	const char *slash = strchr(name, '/');

	if (strcmp(name, "accesso.conf") == 0 ||
	    strcmp(name, SALVA_DESTINATARIO) == 0)
		return true;
	return (strncmp(name, "lotti/", 6) == 0 ||
	    strncmp(name, "revoche/", 8) == 0) && file_name_valid(slash + 1);
}

static const char *
place_of(struct arena *a, const struct ripresa *x, const char *name)
{
	if (strcmp(name, SALVA_DESTINATARIO) == 0)
		return arena_printf(a, "%s/" SALVATAGGI_DIR "/%s/%s",
		    x->fatto.dir, x->copia.id, name);
	return arena_printf(a, "%s/%s", x->fatto.dir, name);
}

static int
take_files(struct ripresa *x, const struct unita *u, struct decifra *d)
{
	char name[NOME_MAX + 1];
	size_t n;
	int r;

	while ((r = next_record(name, &n, d, u)) == 1) {
		AUTO(arena) a = arena_new();

		if (!beside(name))
			return other_form(u);
		if ((r = pour(place_of(a, x, name), d, n, 0600)) != 0)
			return r;
	}
	return r;
}

/* ---- together ---- */

static int
take_unit(struct ripresa *x, const struct unita *u)
{
	switch (u->specie) {
	case UNITA_CARTELLA:
		return take_folder(x, u);
	case UNITA_ALLEGATO:
		return take_attachment(x, u);
	case UNITA_CONSEGNA:
		return each_piece(x, u, take_package_file);
	case UNITA_LETTURE:
		return each_piece(x, u, take_log);
	case UNITA_ALTRO:
		break;
	}
	return each_piece(x, u, take_files);
}

/* The read log may have no row, and then no pezzo. */
static int
empty_log(struct ripresa *x)
{
	x->letture = arena_printf(x->a, "%s/letture.txt", x->fatto.dir);
	return file_put(x->letture, "", 0, 0600);
}

int
ripresa_unita(struct ripresa *x)
{
	int i, r;

	if ((r = archivio_init()) != 0 || (r = empty_log(x)) != 0)
		return r;
	for (i = 0; i < x->s.n; i++) {
		if (x->s.unita[i].chiave[0] == '\0')
			continue;
		if ((r = take_unit(x, &x->s.unita[i])) != 0)
			return r;
		if (x->l->avanzamento != NULL)
			x->l->avanzamento(x->l->arg, "ripresi", i + 1, x->s.n);
	}
	return 0;
}
