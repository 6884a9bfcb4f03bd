/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * read.c - one entry, or the names, of an archive nobody vouches for.
 *
 * Refuses: what is not exactly a zip (the directory and the entries must
 * agree), encrypted entries, methods other than stored and deflated, entries
 * larger than the caller's limit or blown up more than a thousand times, by
 * what they declare and by what they really yield; names that climb out.
 */
#include "zip/interno.h"

#include <string.h>

#include "base/file.h"

#define RATIO 1000

static void
archive_discard(zip_t **za)
{
	if (*za != NULL)
		zip_discard(*za);
}

static void
entry_close(zip_file_t **f)
{
	if (*f != NULL)
		zip_fclose(*f);
}

#define AUTO_ARCHIVE __attribute__((cleanup(archive_discard))) zip_t
#define AUTO_ENTRY __attribute__((cleanup(entry_close))) zip_file_t

static int
archive_open(zip_t **out, const void *zip, size_t len)
{
	zip_source_t *s;
	zip_error_t e;
	zip_t *za;

	if (len == 0)		/* libzip takes no bytes for an empty archive */
		return err_set(ERR_INVALID, "lettura: non è uno zip");
	zip_error_init(&e);
	s = zip_source_buffer_create(zip, len, 0, &e);
	if (s == NULL)
		return err_zip(&e, "lettura");
	za = zip_open_from_source(s, ZIP_RDONLY | ZIP_CHECKCONS, &e);
	if (za == NULL) {
		zip_source_free(s);
		return err_zip(&e, "lettura");
	}
	*out = za;
	return 0;
}

/* What the directory says of the entry, before a byte of it is unpacked. */
static int
check_declared(const zip_stat_t *st, const char *nome, size_t max)
{
	const zip_uint64_t need = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
	    ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;

	if ((st->valid & need) != need)
		return err_set(ERR_INVALID, "%s: zip danneggiato", nome);
	if (st->encryption_method != ZIP_EM_NONE)
		return err_set(ERR_INVALID, "%s: voce cifrata", nome);
	if (st->comp_method != ZIP_CM_STORE &&
	    st->comp_method != ZIP_CM_DEFLATE)
		return err_set(ERR_INVALID,
		    "%s: metodo di compressione non ammesso", nome);
	if (st->size > max)
		return err_set(ERR_INVALID,
		    "%s: supera il limite di %zu byte", nome, max);
	if (st->size / RATIO > st->comp_size)
		return err_set(ERR_INVALID,
		    "%s: compressione oltre 1:%d, rifiutata", nome, RATIO);
	return 0;
}

/* The end is reached by reading: only there libzip compares the CRC. */
static int
unpack(struct buf *out, zip_file_t *f, const zip_stat_t *st, const char *nome)
{
	char piece[65536];
	zip_int64_t n;

	while ((n = zip_fread(f, piece, sizeof piece)) > 0) {
		if ((zip_uint64_t)n > st->size - out->len)
			return err_set(ERR_INVALID,
			    "%s: più lunga di quanto dichiara", nome);
		buf_append(out, piece, (size_t)n);
	}
	if (n < 0)
		return err_zip(zip_file_get_error(f), nome);
	if (out->len != st->size)
		return err_set(ERR_INVALID,
		    "%s: più corta di quanto dichiara", nome);
	return 0;
}

int
zip_read(struct buf *out, const void *zip, size_t len, const char *nome,
    size_t max)
{
	AUTO_ARCHIVE *za = NULL;
	AUTO_ENTRY *f = NULL;
	AUTO_BUF all = { 0 };
	zip_int64_t i;
	zip_stat_t st;
	int r;

	if ((r = archive_open(&za, zip, len)) != 0)
		return r;
	i = zip_name_locate(za, nome, ZIP_FL_ENC_GUESS);
	if (i < 0 && zip_error_code_zip(zip_get_error(za)) == ZIP_ER_NOENT)
		return err_set(ERR_ABSENT, "%s: voce assente dallo zip", nome);
	zip_stat_init(&st);
	if (i < 0 || zip_stat_index(za, (zip_uint64_t)i, ZIP_FL_ENC_GUESS,
	    &st) != 0)
		return err_zip(zip_get_error(za), nome);
	if ((r = check_declared(&st, nome, max)) != 0)
		return r;
	f = zip_fopen_index(za, (zip_uint64_t)i, 0);
	if (f == NULL)
		return err_zip(zip_get_error(za), nome);
	if ((r = unpack(&all, f, &st, nome)) != 0)
		return r;
	buf_append(out, all.data, all.len);
	return 0;
}

int
zip_names(char ***out, struct arena *a, const void *zip, size_t len)
{
	AUTO_ARCHIVE *za = NULL;
	zip_int64_t i, n;
	const char *nome;
	char **names;
	int r;

	if ((r = archive_open(&za, zip, len)) != 0)
		return r;
	n = zip_get_num_entries(za, 0);
	names = arena_alloc(a, ((size_t)n + 1) * sizeof *names);
	for (i = 0; i < n; i++) {
		nome = zip_get_name(za, (zip_uint64_t)i, ZIP_FL_ENC_GUESS);
		if (nome == NULL)
			return err_zip(zip_get_error(za), "lettura");
		if (!zip_name_valid(nome))
			return err_set(ERR_INVALID,
			    "nome non ammesso in uno zip: «%s»", nome);
		names[i] = arena_strdup(a, nome);
	}
	*out = names;
	return 0;
}

/* ---- all of it ---- */

/* Other programs name the directories too: "pacchetto/", with nothing in it. */
static bool
is_directory(const zip_stat_t *st, const char *nome)
{
	char bare[256];
	size_t n = strlen(nome);

	if (n < 2 || n > sizeof bare || nome[n - 1] != '/' || st->size != 0)
		return false;
	memcpy(bare, nome, n - 1);
	bare[n - 1] = '\0';
	return zip_name_valid(bare) && file_path_valid(bare);
}

static int
each(zip_t *za, zip_uint64_t i, size_t *left, zip_part_fn *fn, void *arg)
{
	AUTO_ENTRY *f = NULL;
	AUTO_BUF all = { 0 };
	struct zip_part part = { 0 };
	zip_stat_t st;
	int r;

	zip_stat_init(&st);
	if (zip_stat_index(za, i, ZIP_FL_ENC_GUESS, &st) != 0 ||
	    (part.nome = zip_get_name(za, i, ZIP_FL_ENC_GUESS)) == NULL)
		return err_zip(zip_get_error(za), "lettura");
	if (is_directory(&st, part.nome))
		return 0;
	if (!zip_name_valid(part.nome) || !file_path_valid(part.nome))
		return err_set(ERR_INVALID, "nome non ammesso in uno zip: «%s»",
		    part.nome);
	/* libzip finds the first of two: then this is the second */
	if (zip_name_locate(za, part.nome, ZIP_FL_ENC_GUESS) != (zip_int64_t)i)
		return err_set(ERR_INVALID, "%s: lo zip ha due voci dello "
		    "stesso nome", part.nome);
	if ((r = check_declared(&st, part.nome, *left)) != 0)
		return r;
	if ((f = zip_fopen_index(za, i, 0)) == NULL)
		return err_zip(zip_get_error(za), part.nome);
	if ((r = unpack(&all, f, &st, part.nome)) != 0)
		return r;
	*left -= all.len;
	part.p = buf_str(&all);
	part.n = all.len;
	part.stored = st.comp_method == ZIP_CM_STORE;
	return fn(arg, &part);
}

int
zip_each(const void *zip, size_t len, int files, size_t max, zip_part_fn *fn,
    void *arg)
{
	AUTO_ARCHIVE *za = NULL;
	zip_int64_t i, n;
	int r;

	if ((r = archive_open(&za, zip, len)) != 0)
		return r;
	n = zip_get_num_entries(za, 0);
	if (n > files)
		return err_set(ERR_INVALID, "lo zip ha più di %d file", files);
	for (i = 0; i < n; i++)
		if ((r = each(za, (zip_uint64_t)i, &max, fn, arg)) != 0)
			return r;
	return 0;
}
