/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * corrente.c - what presa/guasti.c wrote down, and the states of the disk that
 * a power failure may leave of it.
 *
 *	corrente conta FILE		how many calls can fail
 *	corrente guasto FILE		the one that failed, in words
 *	corrente elenco FILE		all of them, a line each
 *	corrente stato FILE DIR SEME	DIR is the store as it was before, in the
 *					place where it was: makes the state of it;
 *					SEME «fine»: all that was done
 *	corrente stato FILE DIR SEME senza
 *					as if nothing had been synced
 *
 * stato cuts at a call and keeps what a sync before the cut made durable: of a
 * file its bytes, of a directory its names, syncfs all.  Of the rest it keeps,
 * by SEME: nothing; the names, of which the files are empty or full of zeros;
 * the bytes, without new names; of each directory what came first and of each
 * file any sectors; all names and of each file any sectors.  It prints the act,
 * whether its answer had been told, and in words where the cut is.
 */
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "guasti.h"

#define SETTORE 512

enum modo { NIENTE, NOMI, BYTE, A_CASO, SETTORI, TUTTO };
static const char *const modi[] = { "niente", "nomi senza byte",
    "byte senza nomi", "a caso", "settori a caso", "tutto" };

struct voce {
	const struct chiamata *c;
	const char *nome, *altro, *p;
	bool certa;		/* durable at the cut */
};

/* A file has a number of its own and stands in the directory beside, whatever
 * names it has. */
struct nome {
	char *path;
	unsigned int file;
};

static struct registro_chiamate *registro;
static struct voce *voci;
static size_t n_voci;
static struct nome *nomi;	/* as the running program saw them */
static size_t n_nomi, cap_nomi;
static uint64_t *inode;		/* of file i, as the program or the copy had it */
static unsigned int n_file;
static char lato[PATH_MAX];
static uint64_t dado;
static enum modo modo;

/* ---- what was written down ---- */

static void
apri(const char *path)
{
	int fd = open(path, O_RDWR);

	if (fd < 0)
		err(2, "%s", path);
	registro = mmap(NULL, CHIAMATE_MAX, PROT_READ | PROT_WRITE, MAP_SHARED,
	    fd, 0);
	if (registro == MAP_FAILED)
		err(2, "%s", path);
	close(fd);
}

static void
leggi(void)
{
	const char *at = (const char *)registro + sizeof *registro;
	const char *end = (const char *)registro + registro->fine;
	const struct chiamata *c;
	struct voce *v;

	for (; at < end; at += c->lungo) {
		c = (const void *)at;
		if (c->lungo < sizeof *c)
			errx(2, "una chiamata non è finita");
		if (n_voci % 1024 == 0 && (voci = realloc(voci,
		    (n_voci + 1024) * sizeof *voci)) == NULL)
			err(2, NULL);
		v = &voci[n_voci++];
		v->c = c;
		v->nome = at + sizeof *c;
		v->altro = c->altro > 0 ? v->nome + c->nome : NULL;
		v->p = v->nome + c->nome + c->altro;
		v->certa = false;
	}
}

static void
elenco(void)
{
	static const char *const detti[CH_N] = { "", "crea", "scrivi", "tronca",
	    "sincrono", "sincroni", "rinomina", "scambia", "collega", "togli",
	    "cartella", "togli-cartella", "simbolico" };
	size_t i;

	for (i = 0; i < n_voci; i++)
		printf("%zu %u%s %s %s%s%s %lld+%u\n", i, voci[i].c->passo,
		    voci[i].c->detto ? " detto" : "",
		    detti[voci[i].c->tipo], voci[i].nome,
		    voci[i].altro != NULL ? " " : "",
		    voci[i].altro != NULL ? voci[i].altro : "",
		    (long long)voci[i].c->da, voci[i].c->n);
}

/* ---- chance ---- */

static uint64_t
mescola(uint64_t x)
{
	x += 0x9e3779b97f4a7c15u;
	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
	x = (x ^ x >> 27) * 0x94d049bb133111ebu;
	return x ^ x >> 31;
}

static uint64_t
tira(void)
{
	return mescola(dado++);
}

/* ---- what is durable ---- */

static bool
di_byte(const struct voce *v)
{
	return v->c->tipo == CH_SCRIVI || v->c->tipo == CH_TRONCA;
}

/* Is `path` an entry of the directory `dir`? */
static bool
sta_in(const char *path, const char *dir)
{
	size_t n = strlen(dir);

	return path != NULL && strncmp(path, dir, n) == 0 && path[n] == '/' &&
	    strchr(path + n + 1, '/') == NULL;
}

static bool
assicura(const struct voce *s, const struct voce *v)
{
	if (di_byte(v))
		return s->c->file == v->c->file;
	return sta_in(v->nome, s->nome) || sta_in(v->altro, s->nome);
}

static void
certezze(size_t cut)
{
	size_t i, j, all = 0;

	for (j = 0; j < cut; j++)
		if (voci[j].c->tipo == CH_SINCRONI)
			all = j;
	for (i = 0; i < all; i++)
		voci[i].certa = true;
	for (j = all; j < cut; j++) {
		if (voci[j].c->tipo != CH_SINCRONO)
			continue;
		for (i = all; i < j; i++)
			if (assicura(&voci[j], &voci[i]))
				voci[i].certa = true;
	}
}

/* Of a directory what came before some moment, another for each. */
static bool
in_tempo(const char *path, size_t i, size_t cut)
{
	const char *end;
	uint64_t h = dado;

	if (path == NULL)
		return true;
	for (end = strrchr(path, '/'); path < end; path++)
		h = mescola(h ^ (unsigned char)*path);
	return i < h % (cut + 1);
}

static bool
nome_resta(size_t i, size_t cut)
{
	const struct voce *v = &voci[i];

	if (v->certa)
		return true;
	if (modo == A_CASO)
		return in_tempo(v->nome, i, cut) && in_tempo(v->altro, i, cut);
	return modo != NIENTE && modo != BYTE;
}

/* ---- names, as the program saw them ---- */

static struct nome *
trova(const char *path)
{
	size_t i;

	for (i = 0; i < n_nomi; i++)
		if (strcmp(nomi[i].path, path) == 0)
			return &nomi[i];
	return NULL;
}

static void
scorda(const char *path)
{
	struct nome *x = trova(path);

	if (x == NULL)
		return;
	free(x->path);
	*x = nomi[--n_nomi];
}

static void
metti(const char *path, unsigned int file)
{
	scorda(path);
	if (n_nomi == cap_nomi) {
		cap_nomi = cap_nomi * 2 + 1024;
		nomi = reallocarray(nomi, cap_nomi, sizeof *nomi);
		if (nomi == NULL)
			err(2, NULL);
	}
	nomi[n_nomi].file = file;
	if ((nomi[n_nomi++].path = strdup(path)) == NULL)
		err(2, NULL);
}

static void
sposta_sotto(const char *da, const char *a)
{
	size_t i, n = strlen(da);
	char b[PATH_MAX];

	for (i = 0; i < n_nomi; i++) {
		if (strncmp(nomi[i].path, da, n) != 0 ||
		    nomi[i].path[n] != '/')
			continue;
		snprintf(b, sizeof b, "%s%s", a, nomi[i].path + n);
		free(nomi[i].path);
		if ((nomi[i].path = strdup(b)) == NULL)
			err(2, NULL);
	}
}

/* ---- files ---- */

static const char *
posto(unsigned int file)
{
	static char b[PATH_MAX + 16];

	snprintf(b, sizeof b, "%s/%u", lato, file);
	return b;
}

static unsigned int
nuovo(uint64_t ino)
{
	if (n_file % 1024 == 0 && (inode = realloc(inode,
	    (n_file + 1024) * sizeof *inode)) == NULL)
		err(2, NULL);
	inode[n_file] = ino;
	return n_file++;
}

static int
carica(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	unsigned int i;

	(void)ftw;
	if (flag != FTW_F || !S_ISREG(st->st_mode))
		return 0;
	for (i = 0; i < n_file && inode[i] != st->st_ino; i++)
		continue;
	if (i == n_file) {
		nuovo(st->st_ino);
		if (link(path, posto(i)) != 0)
			err(2, "%s", posto(i));
	}
	metti(path, i);
	return 0;
}

/* Which file was written to: by its number since it is known, else by the name
 * it was opened with. */
static unsigned int
quale(const struct voce *v)
{
	struct nome *x;
	unsigned int i;

	for (i = n_file; i-- > 0;)
		if (inode[i] == v->c->file)
			return i;
	if ((x = trova(v->nome)) == NULL)
		errx(2, "%s: scritto e mai creato", v->nome);
	inode[x->file] = v->c->file;
	return x->file;
}

static int
apri_file(unsigned int file)
{
	struct stat st;
	int fd = open(posto(file), O_WRONLY);

	if (fd >= 0 || errno != EACCES)
		return fd;
	if (stat(posto(file), &st) != 0 || chmod(posto(file), 0600) != 0)
		return -1;
	fd = open(posto(file), O_WRONLY);
	(void)!chmod(posto(file), st.st_mode & 07777);
	return fd;
}

/* The sectors of a write that reached the disk. */
static void
settori(int fd, const struct voce *v, bool all)
{
	int64_t at = v->c->da, end = at + v->c->n, next;

	for (; at < end; at = next) {
		next = all ? end : (at / SETTORE + 1) * SETTORE;
		if (next > end)
			next = end;
		if ((all || tira() % 2 == 0) && pwrite(fd, v->p + (at -
		    v->c->da), (size_t)(next - at), at) != next - at)
			err(2, "%s", v->nome);
	}
}

static void
byte(const struct voce *v)
{
	unsigned int file = quale(v);
	struct stat st;
	int fd, r = 0;

	if (modo == NIENTE && !v->certa)
		return;
	if ((fd = apri_file(file)) < 0 || fstat(fd, &st) != 0)
		err(2, "%s", v->nome);
	if (v->certa || modo == BYTE || modo == TUTTO) {
		if (v->c->tipo == CH_TRONCA)
			r = ftruncate(fd, v->c->da);
		else
			settori(fd, v, true);
	} else if (modo == NOMI) {
		/* the length may be there before the bytes are */
		if (v->c->tipo == CH_SCRIVI && st.st_size < v->c->da + v->c->n &&
		    mescola(dado ^ file) % 2 == 0)
			r = ftruncate(fd, v->c->da + v->c->n);
	} else if (v->c->tipo == CH_SCRIVI) {
		settori(fd, v, tira() % 4 == 0);
	} else if (tira() % 2 == 0) {
		r = ftruncate(fd, v->c->da);
	}
	if (r != 0)
		err(2, "%s", v->nome);
	close(fd);
}

/* ---- names on the disk: where the directory is not, they are not ---- */

static void
scrivi_nome(const char *path, unsigned int file)
{
	unlink(path);
	(void)!link(posto(file), path);
}

static void
rinomina(const struct voce *v, bool keep)
{
	struct nome *x = trova(v->nome);
	unsigned int file;

	if (x == NULL) {
		if (keep)
			(void)!rename(v->nome, v->altro);
		sposta_sotto(v->nome, v->altro);
		return;
	}
	file = x->file;
	scorda(v->nome);
	metti(v->altro, file);
	if (keep) {
		scrivi_nome(v->altro, file);
		unlink(v->nome);
	}
}

static void
scambia(const struct voce *v, bool keep)
{
	struct nome *x = trova(v->nome), *y = trova(v->altro);
	unsigned int file;

	if (x == NULL || y == NULL)
		errx(2, "%s: scambiato e mai creato", v->altro);
	file = x->file;
	x->file = y->file;
	y->file = file;
	if (keep)
		(void)!renameat2(AT_FDCWD, v->nome, AT_FDCWD, v->altro,
		    RENAME_EXCHANGE);
}

static void
crea(const struct voce *v, bool keep)
{
	unsigned int file = nuovo(v->c->file);
	int fd = open(posto(file), O_WRONLY | O_CREAT | O_EXCL, v->c->n);

	if (fd < 0)
		err(2, "%s", posto(file));
	close(fd);
	metti(v->nome, file);
	if (keep)
		scrivi_nome(v->nome, file);
}

static void
collega(const struct voce *v, bool keep)
{
	struct nome *x = trova(v->nome);
	unsigned int file;

	if (x == NULL)
		errx(2, "%s: collegato e mai creato", v->nome);
	file = x->file;
	metti(v->altro, file);
	if (keep)
		scrivi_nome(v->altro, file);
}

static void
ripeti(size_t i, size_t cut)
{
	const struct voce *v = &voci[i];
	bool keep = nome_resta(i, cut);

	switch (v->c->tipo) {
	case CH_SCRIVI:
	case CH_TRONCA:
		byte(v);
		break;
	case CH_CREA:
		crea(v, keep);
		break;
	case CH_RINOMINA:
		rinomina(v, keep);
		break;
	case CH_SCAMBIA:
		scambia(v, keep);
		break;
	case CH_COLLEGA:
		collega(v, keep);
		break;
	case CH_TOGLI:
		scorda(v->nome);
		if (keep)
			unlink(v->nome);
		break;
	case CH_CARTELLA:
		if (keep)
			(void)!mkdir(v->nome, 0700);
		break;
	case CH_TOGLI_CARTELLA:
		if (keep)
			(void)!rmdir(v->nome);
		break;
	case CH_SIMBOLICO:
		if (keep)
			(void)!symlink(v->nome, v->altro);
		break;
	default:
		break;
	}
}

static void
stato(const char *dir, const char *seme, bool senza)
{
	uint64_t n = strtoull(seme, NULL, 10);
	const struct chiamata *last;
	size_t cut = n_voci, i;
	bool whole = strcmp(seme, "fine") == 0;

	if (n_voci == 0)
		errx(2, "nessuna chiamata");
	modo = whole ? TUTTO : (enum modo)(n % TUTTO);
	dado = mescola(n);
	if (!whole)
		cut = tira() % n_voci + 1;
	snprintf(lato, sizeof lato, "%s.lato", dir);
	if (mkdir(lato, 0700) != 0 || nftw(dir, carica, 32, FTW_PHYS) != 0)
		err(2, "%s", lato);
	/* those of the copy say nothing of those written down */
	for (i = 0; i < n_file; i++)
		inode[i] = 0;
	if (!senza)
		certezze(cut);
	for (i = 0; i < cut; i++)
		ripeti(i, cut);
	for (i = 0; i < n_file; i++)
		unlink(posto((unsigned int)i));
	rmdir(lato);
	last = voci[cut - 1].c;
	printf("%u %d a %zu di %zu, %s\n", last->passo, last->detto ||
	    cut == n_voci, cut, n_voci, modi[modo]);
}

int
main(int argc, char **argv)
{
	const char *what = argc > 2 ? argv[1] : "";

	if (argc > 2)
		apri(argv[2]);
	if (strcmp(what, "conta") == 0 && argc == 3) {
		printf("%u\n", registro->contate);
	} else if (strcmp(what, "guasto") == 0 && argc == 3) {
		puts(registro->guasto);
	} else if (strcmp(what, "elenco") == 0 && argc == 3) {
		leggi();
		elenco();
	} else if (strcmp(what, "stato") == 0 && (argc == 5 || (argc == 6 &&
	    strcmp(argv[5], "senza") == 0))) {
		leggi();
		stato(argv[3], argv[4], argc == 6);
	} else {
		errx(2, "uso: conta|guasto|elenco|stato FILE …");
	}
	return 0;
}
