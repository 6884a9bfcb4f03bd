/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * salvataggio_pezzi.c - the directory of a copy: files named by the SHA-256 of
 * what they hold, and the lists of them.
 *
 * Refuses to write into a directory that holds anything else.  Keeps: a pezzo
 * appears whole or not at all, and none is ever written again.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "servizio/salvataggio.h"

#define FORMA "cartella salvataggio 1\ncopia "
#define LEGGIMI "LEGGIMI.txt"
#define NUOVO "nuovo-"		/* a pezzo being written */

static const char leggimi[] =
"Questa è una copia di sicurezza di un archivio di Cartella.\n"
"\n"
"È cifrata. Per riaverne l'archivio servono il programma («cartella\n"
"ripristina»), le chiavi, che stanno altrove, e la chiave OpenPGP di\n"
"ripristino, che apre quelle. Senza le chiavi non si legge niente.\n"
"\n"
"istantanee/  per ogni salvataggio l'elenco dei suoi pezzi\n"
"pezzi/       i pezzi: il nome di ognuno è il suo SHA-256\n"
"\n"
"Che sia intera si controlla senza chiavi: «cartella controlla-salvataggio»,\n"
"oppure\n"
"\n"
"    sed -n 's,^[pi][a-z]* \\(..\\)\\([0-9a-f]*\\) .*,"
    "\\1\\2  pezzi/\\1/\\1\\2,p' \\\n"
"        istantanee/*.txt | sort -u | sha256sum -c --quiet\n";

/* ---- which copy it is ---- */

int
copia_open(struct copia *out, struct arena *a, const char *dir)
{
	const size_t n = strlen(FORMA);
	AUTO_BUF b = { 0 };
	int r;

	r = file_read(&b, arena_printf(a, "%s/" SALVA_FORMA, dir), 256);
	if (r == ERR_ABSENT)
		return err_set(ERR_INVALID, "%s non è un salvataggio: manca "
		    SALVA_FORMA, dir);
	if (r != 0)
		return r;
	*out = (struct copia){ .a = a, .dir = dir };
	if (b.len != n + ID_LEN + 1 || memcmp(b.data, FORMA, n) != 0 ||
	    b.data[b.len - 1] != '\n')
		return err_set(ERR_INVALID, "%s/" SALVA_FORMA ": è un "
		    "salvataggio di un'altra forma", dir);
	memcpy(out->id, b.data + n, ID_LEN);
	out->id[ID_LEN] = '\0';
	return random_id_valid(out->id) ? 0 : err_set(ERR_INVALID,
	    "%s/" SALVA_FORMA ": non ha la sua forma", dir);
}

int
copia_crea(struct copia *out, struct arena *a, const char *dir,
    const char *id)
{
	const char *text;
	char **names;
	int r;

	if ((r = dir_make(dir)) != 0 || (r = dir_list(&names, a, dir)) != 0)
		return r;
	if (names[0] != NULL)
		return err_set(ERR_INVALID, "%s non è un salvataggio, e non è "
		    "vuota (%s): scegli una directory nuova", dir, names[0]);
	*out = (struct copia){ .a = a, .dir = dir };
	snprintf(out->id, sizeof out->id, "%s", id);
	text = arena_printf(a, FORMA "%s\n", out->id);
	if ((r = dir_make(arena_printf(a, "%s/" SALVA_LISTE, dir))) != 0 ||
	    (r = dir_make(arena_printf(a, "%s/" SALVA_PEZZI, dir))) != 0 ||
	    (r = file_put(arena_printf(a, "%s/" LEGGIMI, dir), leggimi,
	    strlen(leggimi), 0600)) != 0)
		return r;
	return file_put_synced(arena_printf(a, "%s/" SALVA_FORMA, dir), text,
	    strlen(text), 0600);
}

/* ---- a pezzo being written ---- */

struct penna {
	struct copia *c;
	struct cifra *cifra;
	char path[4096];
	int fd;
};

int
penna_open(struct penna **out, struct copia *c, const char *chiave,
    const char *contesto)
{
	AUTO(penna) p = calloc(1, sizeof *p);
	int r;

	if (p == NULL)
		abort();
	p->c = c;
	p->fd = -1;
	/* as the copy is locked, what a death left is written over */
	if (snprintf(p->path, sizeof p->path, "%s/" SALVA_PEZZI "/" NUOVO "%d",
	    c->dir, c->operaio) >= (int)sizeof p->path)
		return err_set(ERR_INVALID, "percorso troppo lungo: %s",
		    c->dir);
	p->fd = open(p->path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW |
	    O_CLOEXEC, 0600);
	if (p->fd < 0)
		return err_sys("%s", p->path);
	if ((r = cifra_open(&p->cifra, p->fd, chiave, contesto)) != 0)
		return r;
	*out = MOVE(p);
	return 0;
}

void
penna_free(struct penna *p)
{
	if (p == NULL)
		return;
	cifra_free(p->cifra);
	if (p->fd >= 0)
		close(p->fd);
	if (p->path[0] != '\0')
		unlink(p->path);
	free(p);
}

void
penna_put(struct penna *p, const void *s, size_t n)
{
	cifra_put(p->cifra, s, n);
}

void
penna_lungo(struct penna *p, size_t n)
{
	const unsigned char b[4] = { (unsigned char)(n >> 24),
	    (unsigned char)(n >> 16), (unsigned char)(n >> 8),
	    (unsigned char)n };

	cifra_put(p->cifra, b, sizeof b);
}

void
penna_blocco(struct penna *p, const void *s, size_t n)
{
	penna_lungo(p, n);
	cifra_put(p->cifra, s, n);
}

int
penna_end(struct pezzo *out, struct penna **w)
{
	AUTO(arena) a = arena_new();
	AUTO(penna) p = MOVE(*w);
	const char *path;
	int r, fd = p->fd;

	if ((r = cifra_end(out->impronta, &out->byte, &p->cifra)) != 0)
		return err_prefix(r, "%s", p->path);
	p->fd = -1;
	if (close(fd) != 0)
		return err_sys("%s", p->path);
	path = copia_path(a, p->c, out->impronta);
	if ((r = dir_make_parent(path)) != 0)
		return r;
	if (rename(p->path, path) != 0)
		return err_sys("%s", path);
	p->path[0] = '\0';
	return 0;
}

void
copia_conta(struct copia *c, const struct pezzo *p)
{
	c->pezzi++;
	c->byte += p->byte;
}

/* ---- those that are there ---- */

char *
copia_path(struct arena *a, const struct copia *c, const char *impronta)
{
	return arena_printf(a, "%s/" SALVA_PEZZI "/%.2s/%s", c->dir, impronta,
	    impronta);
}

bool
copia_ha(const struct copia *c, const struct pezzo *p)
{
	AUTO(arena) a = arena_new();
	struct stat st;

	return lstat(copia_path(a, c, p->impronta), &st) == 0 &&
	    S_ISREG(st.st_mode) && st.st_size == p->byte;
}

static int
open_piece(int *fd, const struct copia *c, const struct pezzo *p)
{
	AUTO(arena) a = arena_new();

	*fd = open(copia_path(a, c, p->impronta), O_RDONLY | O_NOFOLLOW |
	    O_NONBLOCK | O_CLOEXEC);
	if (*fd >= 0)
		return 0;
	return errno == ENOENT ? err_set(ERR_INVALID, "manca il pezzo %s",
	    p->impronta) : err_sys("pezzo %s", p->impronta);
}

static int
other_bytes(const struct pezzo *p)
{
	return err_set(ERR_INVALID, "il pezzo %s ha altri byte", p->impronta);
}

int
copia_controlla(const struct copia *c, const struct pezzo *p)
{
	char is[IMPRONTA_LEN + 1];
	AUTO_FD int fd = -1;
	struct stat st;
	int r;

	if ((r = open_piece(&fd, c, p)) != 0)
		return r;
	if (fstat(fd, &st) != 0)
		return err_sys("pezzo %s", p->impronta);
	if (!S_ISREG(st.st_mode) || st.st_size != p->byte)
		return other_bytes(p);
	if ((r = hash_fd(is, fd)) != 0)
		return err_prefix(r, "pezzo %s", p->impronta);
	return strcmp(is, p->impronta) == 0 ? 0 : other_bytes(p);
}

int
copia_decifra(struct decifra **out, const struct copia *c,
    const struct pezzo *p, const char *chiave, const char *contesto)
{
	int fd, r;

	if ((r = open_piece(&fd, c, p)) != 0)
		return r;
	r = decifra_open(out, fd, chiave, contesto);
	if (r != 0) {
		close(fd);
		return err_prefix(r, "il pezzo %s", p->impronta);
	}
	return 0;
}

int
copia_leggi(struct buf *out, const struct copia *c, const struct pezzo *p,
    const char *chiave, const char *contesto)
{
	char is[IMPRONTA_LEN + 1], piece[65536];
	AUTO(decifra) d = NULL;
	size_t got = 0;
	int r;

	if ((r = copia_decifra(&d, c, p, chiave, contesto)) != 0)
		return r;
	do {
		if ((r = decifra_get(&got, d, piece, sizeof piece)) != 0)
			return err_prefix(r, "il pezzo %s", p->impronta);
		buf_append(out, piece, got);
	} while (got == sizeof piece);
	if ((r = decifra_end(is, d)) != 0)
		return r;
	return strcmp(is, p->impronta) == 0 ? 0 : other_bytes(p);
}

/* ---- lists ---- */

char *
copia_lista_path(struct arena *a, const struct copia *c, int n)
{
	return arena_printf(a, "%s/" SALVA_LISTE "/%07d.txt", c->dir, n);
}

int
copia_liste(int **out, int *n, struct arena *a, const struct copia *c)
{
	char **names;
	int r, count = 0;

	if ((r = dir_list(&names, a, arena_printf(a, "%s/" SALVA_LISTE,
	    c->dir))) != 0)
		return r;
	for (*n = 0; names[*n] != NULL; ++*n)
		;
	*out = arena_alloc(a, ((size_t)*n + 1) * sizeof **out);
	for (; *names != NULL; names++)
		if (strlen(*names) == 11 && strspn(*names, "0123456789") == 7 &&
		    strcmp(*names + 7, ".txt") == 0)
			(*out)[count++] = (int)strtol(*names, NULL, 10);
	*n = count;
	return 0;
}

struct usati {
	char (*impronta)[IMPRONTA_LEN + 1];
	size_t n, cap;
};

static void
use(struct usati *u, const char *impronta)
{
	if (u->n == u->cap) {
		u->cap = u->cap ? u->cap * 2 : 1024;
		u->impronta = realloc(u->impronta,
		    u->cap * sizeof *u->impronta);
		if (u->impronta == NULL)
			abort();
	}
	memcpy(u->impronta[u->n++], impronta, sizeof *u->impronta);
}

static int
by_bytes(const void *x, const void *y)
{
	return strcmp(x, y);
}

static bool
known(const struct salvataggio *s, int n)
{
	int i;

	for (i = 0; i < s->n_istantanee; i++)
		if (s->istantanea[i].n == n)
			return true;
	return false;
}

static int
use_list(struct usati *u, const struct copia *c, int n)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	struct lista l;
	int r, i;

	if ((r = file_read(&b, copia_lista_path(a, c, n), SALVA_LISTA_MAX)) != 0 ||
	    (r = lista_leggi(&l, a, &b)) != 0)
		return err_prefix(r, "istantanea %d", n);
	use(u, l.indice.impronta);
	for (i = 0; i < l.n_pezzi; i++)
		use(u, l.pezzo[i].impronta);
	return 0;
}

static int
drop_unused(const struct usati *u, const struct copia *c)
{
	AUTO(arena) a = arena_new();
	char **dir, **name, **names;
	const char *path;
	int r;

	path = arena_printf(a, "%s/" SALVA_PEZZI, c->dir);
	if ((r = dir_list(&dir, a, path)) != 0)
		return r;
	for (; *dir != NULL; dir++) {
		/* of one that died */
		if (strncmp(*dir, NUOVO, strlen(NUOVO)) == 0 &&
		    unlink(arena_printf(a, "%s/%s", path, *dir)) != 0)
			return err_sys("%s", *dir);
		if (strlen(*dir) != 2)
			continue;
		if ((r = dir_list(&names, a, arena_printf(a, "%s/%s", path,
		    *dir))) != 0)
			return r;
		for (name = names; *name != NULL; name++)
			if (hash_valid(*name) && (u->n == 0 ||
			    bsearch(*name, u->impronta, u->n,
			    sizeof *u->impronta, by_bytes) == NULL) &&
			    unlink(copia_path(a, c, *name)) != 0)
				return err_sys("pezzo %s", *name);
	}
	return 0;
}

int
copia_sfoltisci(const struct copia *c, const struct salvataggio *s)
{
	AUTO(arena) a = arena_new();
	struct usati u = { 0 };
	int *list, n, i, r;

	if ((r = copia_liste(&list, &n, a, c)) != 0)
		return r;
	for (i = 0; i < n && r == 0; i++) {
		if (known(s, list[i]))
			r = use_list(&u, c, list[i]);
		else if (unlink(copia_lista_path(a, c, list[i])) != 0)
			r = err_sys("istantanea %d", list[i]);
	}
	if (u.n > 1)
		qsort(u.impronta, u.n, sizeof *u.impronta, by_bytes);
	if (r == 0)
		r = drop_unused(&u, c);
	free(u.impronta);
	return r;
}
