/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * importa.c - a store made of an export.
 *
 * Refuses: an export with a byte that is not in its manifesto, of another
 * form or schema; folders whose links do not hold; a register, a chain, a
 * document that is not what the folders say.  Keeps: nothing is believed but
 * the git folders and the read log, both by their hashes; no SQL of others is
 * run, no config or ref of others is taken but the branch and the tags; PDFs
 * that were made for reading are held against the manifesto and left there; the
 * new store is made beside and put in place whole, or not at all.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archivio/allegato.h"
#include "atti/trasferimento/consegne.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/resource.h"
#include "servizio/esporta.h"
#include "servizio/importa.h"
#include "servizio/nuovo.h"

#define RIGA_MAX 4096		/* bytes of a line of ours */

struct importazione {
	struct arena *a;
	const char *da, *nuovo;		/* the export; the store being made */
	const struct ascolto *l;
	int64_t file, pdf;		/* of the export; of them in pdf/ */
	struct nuovo fatto;
};

/* ---- is it one of ours? ---- */

static int
check_form(struct importazione *x)
{
	const struct resource *ddl = resource_find("schema/registro.sql");
	AUTO_BUF formato = { 0 }, schema = { 0 };
	int r;

	if ((r = file_read(&formato, arena_printf(x->a, "%s/%s", x->da,
	    ESPORTA_FORMATO), RIGA_MAX)) != 0 ||
	    (r = file_read(&schema, arena_printf(x->a, "%s/%s", x->da,
	    ESPORTA_SCHEMA), 16 * 1024 * 1024)) != 0)
		return err_prefix(ERR_INVALID, "non è un'esportazione");
	if (strcmp(buf_str(&formato), ESPORTA_FORMATO_TESTO) != 0)
		return err_set(ERR_INVALID, "%s: è un'esportazione di un'altra "
		    "forma", ESPORTA_FORMATO);
	if (ddl == NULL || schema.len != ddl->size ||
	    memcmp(buf_str(&schema), ddl->data, ddl->size) != 0)
		return err_set(ERR_INVALID, "%s: è un'esportazione di un altro "
		    "schema: si importa con la versione del programma che l'ha "
		    "scritta", ESPORTA_SCHEMA);
	return 0;
}

/* ---- files that go as they are ---- */

static int
copy_file(const char *from, const char *to, mode_t mode)
{
	AUTO_FD int in = open(from, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	AUTO_FD int out = -1;
	char piece[65536];
	ssize_t n;
	int r;

	if (in < 0)
		return err_sys("%s", from);
	if ((r = dir_make_parent(to)) != 0)
		return r;
	out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	    mode);
	if (out < 0)
		return err_sys("%s", to);
	while ((n = read(in, piece, sizeof piece)) > 0)
		if ((r = file_write_fd(out, piece, (size_t)n)) != 0)
			return err_prefix(r, "%s", to);
	return n < 0 ? err_sys("%s", from) : 0;
}

/* "cartelle/2026/0000001", "registro/2026", "ente". */
static bool
is_folder(const char *nome, size_t n)
{
	static const char *const kinds[] = { "accessi/", "cartelle/",
	    "fascicoli/" };
	static const char *const cifre = "0123456789";
	size_t i, k;

	if (n == 4 && strncmp(nome, "ente", 4) == 0)
		return true;
	if (n == 13 && strncmp(nome, "registro/", 9) == 0)
		return strspn(nome + 9, cifre) >= 4;
	for (i = 0; i < NELEM(kinds); i++) {
		k = strlen(kinds[i]);
		if (n == k + 12 && strncmp(nome, kinds[i], k) == 0)
			return strspn(nome + k, cifre) == 4 &&
			    nome[k + 4] == '/' &&
			    strspn(nome + k + 5, cifre) >= 7;
	}
	return false;
}

bool
importa_cartella(const char *nome)
{
	size_t n = strlen(nome);

	if (strncmp(nome, "registro/", 9) != 0)
		return is_folder(nome, n);
	return n > 4 && strcmp(nome + n - 4, ".git") == 0 &&
	    is_folder(nome, n - 4);
}

/* A file of storia/<folder>.git/: HEAD and config are ours to write. */
static int
take_git(struct importazione *x, const char *rel, const char *path)
{
	AUTO(arena) a = arena_new();
	const char *end = strstr(rel, ".git/"), *name, *dir;

	if (end == NULL || !is_folder(rel, (size_t)(end - rel)) ||
	    !folder_copy_name(end + 5))
		return err_set(ERR_INVALID, "storia/%s: non è di una cartella "
		    "git", rel);
	name = end + 5;
	dir = arena_printf(a, "%s/%.*s%s", x->nuovo, (int)(end - rel), rel,
	    strncmp(rel, "registro/", 9) == 0 ? ".git" : "");
	if (strcmp(name, "HEAD") == 0)
		return folder_create(dir);
	if (strcmp(name, "config") == 0)
		return 0;
	return copy_file(path, arena_printf(a, "%s%s/%s", dir,
	    strncmp(rel, "registro/", 9) == 0 ? "" : "/.git", name),
	    strncmp(name, "objects/", 8) == 0 ? 0444 : 0600);
}

/* A file that stands beside the folders, if that is what rel is of `dir`. */
static bool
is_beside(const char *rel, const char *dir)
{
	size_t n = strlen(dir);

	return strncmp(rel, dir, n) == 0 && rel[n] == '/' &&
	    strchr(rel + n + 1, '/') == NULL;
}

bool
importa_consegna(const char *rel)
{
	const size_t n = strlen(CONSEGNE_DIR "/");
	char impronta[IMPRONTA_LEN + 1];

	if (strncmp(rel, CONSEGNE_DIR "/", n) != 0)
		return false;
	snprintf(impronta, sizeof impronta, "%s", rel + n);
	return hash_valid(impronta) && rel[n + IMPRONTA_LEN] == '/' &&
	    borsa_nome_valido(rel + n + IMPRONTA_LEN + 1);
}

/* What is only to be read is of another LibreOffice: it goes with its document,
 * has the bytes of the manifesto, and is not taken in. */
static int
pass_over(struct importazione *x, const char *rel)
{
	AUTO(arena) a = arena_new();
	const char *documento;

	if (!esporta_pdf_nome(&documento, a, rel) || (documento != NULL &&
	    !file_exists(arena_printf(a, "%s/%s", x->da, documento))))
		return err_set(ERR_INVALID, "%s: non è il PDF di un documento "
		    "dell'esportazione", rel);
	x->pdf++;
	return 0;
}

static int
take_file(void *arg, const char *rel, const char *path)
{
	struct importazione *x = arg;
	AUTO(arena) a = arena_new();

	if (strncmp(rel, "storia/", 7) == 0)
		return take_git(x, rel + 7, path);
	if (is_beside(rel, "altro/revoche") || is_beside(rel, "altro/lotti"))
		return copy_file(path, arena_printf(a, "%s/%s", x->nuovo,
		    rel + strlen("altro/")), 0600);
	if (strncmp(rel, ESPORTA_PDF, strlen(ESPORTA_PDF)) == 0)
		return pass_over(x, rel);
	if (importa_consegna(rel))
		return copy_file(path, arena_printf(a, "%s/%s", x->nuovo, rel),
		    0400);
	return 0;
}

/* ---- attachments ---- */

typedef int line_fn(struct importazione *x, char **word);

/* Each line of a file of ours, cut at its blanks into n words. */
static int
each_line(struct importazione *x, const char *rel, int n, line_fn *fn)
{
	const char *path = arena_printf(x->a, "%s/%s", x->da, rel);
	char line[RIGA_MAX], *word[4], *at, *save;
	int i, r = 0;
	FILE *f;

	if ((f = fopen(path, "re")) == NULL)
		return err_set(ERR_INVALID, "%s: manca", rel);
	while (r == 0 && fgets(line, sizeof line, f) != NULL) {
		at = line;
		for (i = 0; i < n && (word[i] = strtok_r(at, " \n",
		    &save)) != NULL; i++)
			at = NULL;
		if (i < n || strtok_r(NULL, " \n", &save) != NULL ||
		    !hash_valid(word[0]))
			r = err_set(ERR_INVALID, "una riga non ha la sua "
			    "forma");
		else
			r = fn(x, word);
	}
	fclose(f);
	return r == 0 ? 0 : err_prefix(r, "%s", rel);
}

static const char *
bytes_of(struct importazione *x, struct arena *a, const char *anno,
    const char *impronta)
{
	return allegato_path(a, arena_printf(a, "%s/registro/%s/allegati",
	    x->nuovo, anno), impronta);
}

/* impronta, year, file of the export */
static int
take_bytes(struct importazione *x, char **word)
{
	AUTO(arena) a = arena_new();

	if (strlen(word[1]) != 4 || strspn(word[1], "0123456789") != 4 ||
	    !file_path_valid(word[2]) || strncmp(word[2], "allegati/", 9) != 0)
		return err_set(ERR_INVALID, "%.200s: non è un allegato",
		    word[2]);
	return copy_file(arena_printf(a, "%s/%s", x->da, word[2]),
	    bytes_of(x, a, word[1], word[0]), 0400);
}

/* impronta, place in a folder */
static int
take_link(struct importazione *x, char **word)
{
	AUTO(arena) a = arena_new();
	const char *base = strstr(word[1], "/allegati/"), *from, *to;
	char **years;
	int r;

	if (base == NULL || !is_folder(word[1], (size_t)(base - word[1])) ||
	    strchr(base + 10, '/') != NULL || !file_name_valid(base + 10) ||
	    strncmp(base + 10, word[0], IMPRONTA_LEN) != 0)
		return err_set(ERR_INVALID, "%.200s: non è un allegato di una "
		    "cartella", word[1]);
	to = arena_printf(a, "%s/%s", x->nuovo, word[1]);
	if ((r = dir_list(&years, a, arena_printf(a, "%s/registro",
	    x->nuovo))) != 0 || (r = dir_make_parent(to)) != 0)
		return r;
	for (; *years != NULL; years++) {
		from = bytes_of(x, a, *years, word[0]);
		if (!file_exists(from))
			continue;
		return link(from, to) == 0 ? 0 : err_sys("%s", to);
	}
	return err_set(ERR_INVALID, "%.200s: mancano i suoi byte", word[1]);
}

/* ---- together ---- */

/* The new store, exported, is the export: row by row, byte by byte. */
static int
compare(struct esportato *out, struct importazione *x)
{
	struct uscita u = { .dir = x->da, .confronta = true, .l = x->l };
	AUTO(arena) a = arena_new();
	AUTO(store) st = NULL;
	struct momento m = { 0 };
	int64_t beside;
	int r;

	if ((r = store_open(&st, x->nuovo, 0)) != 0)
		return r;
	if ((r = momento_apri(&m, a, st)) == 0)
		r = esporta_contenuto(&u, &m);
	*out = (struct esportato){ .file = u.file, .byte = u.byte,
	    .atti = m.ultimo.seq };
	memcpy(out->anello, m.ultimo.impronta, sizeof out->anello);
	momento_chiudi(&m);
	if (r != 0)
		return r;
	beside = file_exists(arena_printf(a, "%s/%s", x->da,
	    ESPORTA_ACCESSI)) ? 1 : 0;
	if (u.file + beside + x->pdf != x->file)
		return err_set(ERR_INVALID, "l'esportazione ha %lld file, e "
		    "l'archivio che se ne fa ne esporta %lld",
		    (long long)(x->file - beside - x->pdf), (long long)u.file);
	out->pdf = x->pdf;
	return 0;
}

static int
build(struct esportato *out, struct importazione *x)
{
	int r;

	if ((r = esporta_cammina(x->da, take_file, x)) != 0 ||
	    (r = each_line(x, ESPORTA_POSTI, 3, take_bytes)) != 0 ||
	    (r = each_line(x, ESPORTA_LEGAMI, 2, take_link)) != 0 ||
	    (r = importa_letture(arena_printf(x->a, "%s/letture.sqlite",
	    x->nuovo), arena_printf(x->a, "%s/%s", x->da,
	    ESPORTA_LETTURE))) != 0 ||
	    (r = nuovo_formato(&x->fatto)) != 0 ||
	    (r = nuovo_registro(&x->fatto, false)) != 0 ||
	    (r = nuovo_verifica(&x->fatto)) != 0)
		return r;
	return compare(out, x);
}

int
servizio_importa(struct esportato *out, const char *dir, const char *da,
    const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	struct importazione x = { .a = a, .da = da, .l = l,
	    .fatto = { .a = a, .che = "l'esportazione", .l = l } };
	int r;

	if ((r = nuovo_libero(a, dir)) != 0 ||
	    (r = manifesto_controlla(&x.file, da, l)) != 0 ||
	    (r = check_form(&x)) != 0 ||
	    (r = nuovo_comincia(&x.fatto, dir, "importazione")) != 0)
		return r;
	x.nuovo = x.fatto.dir;
	return nuovo_finisci(&x.fatto, build(out, &x));
}
