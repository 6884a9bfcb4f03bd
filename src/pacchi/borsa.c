/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * borsa.c - a bag being filled (borsa.h).
 *
 * Refuses: a name that a manifest would have to escape, or a file system could
 * take for something else; a second file of a name.  Keeps: the manifests are
 * in order of name, so the same files give the same bag.
 */
#include "pacchi/borsa.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"

#define NAME_MAX_LEN 900	/* bytes */

bool
borsa_nome_valido(const char *nome)
{
	const char *p;

	if (strlen(nome) > NAME_MAX_LEN || !file_path_valid(nome))
		return false;
	for (p = nome; *p != '\0'; p++) {
		if (!isalnum((unsigned char)*p) && strchr("-_./", *p) == NULL)
			return false;
		if (*p == '.' && (p == nome || p[-1] == '/'))
			return false;
	}
	return nome[0] != '-';
}

const struct borsa_file *
borsa_trova(const struct borsa *b, const char *nome)
{
	int i;

	for (i = 0; i < b->n; i++)
		if (strcmp(b->file[i].nome, nome) == 0)
			return &b->file[i];
	return NULL;
}

static int
add(struct borsa_file **out, struct borsa *b, const char *nome)
{
	if (!borsa_nome_valido(nome))
		return err_set(ERR_INVALID, "%s non è il nome di un file di "
		    "un pacchetto", nome);
	b->file = arena_more(b->a, b->file, b->n, &b->cap, sizeof *b->file);
	*out = &b->file[b->n++];
	**out = (struct borsa_file){ .nome = arena_strdup(b->a, nome) };
	return 0;
}

int
borsa_metti(struct borsa *b, const char *nome, const void *p, size_t n)
{
	struct borsa_file *f;
	int r;

	if ((r = add(&f, b, nome)) != 0)
		return r;
	f->p = p != NULL ? p : "";
	f->n = n;
	hash_hex(f->impronta, f->p, n);
	return 0;
}

int
borsa_metti_file(struct borsa *b, const char *nome, const char *da, size_t n,
    const char *impronta)
{
	struct borsa_file *f;
	int r;

	if (!hash_valid(impronta))
		return err_set(ERR_INVALID, "impronta non valida");
	if ((r = add(&f, b, nome)) != 0)
		return r;
	f->da = arena_strdup(b->a, da);
	f->n = n;
	memcpy(f->impronta, impronta, sizeof f->impronta);
	return 0;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct borsa_file *)a)->nome,
	    ((const struct borsa_file *)b)->nome);
}

static bool
is_payload(const struct borsa_file *f)
{
	return strncmp(f->nome, "data/", 5) == 0;
}

/* The lines of those in data/, or of the others. */
static int
add_manifest(struct borsa *b, const char *nome, bool payload)
{
	AUTO_BUF t = { 0 };
	int i;

	for (i = 0; i < b->n; i++)
		if (is_payload(&b->file[i]) == payload)
			buf_printf(&t, "%s  %s\n", b->file[i].impronta,
			    b->file[i].nome);
	return borsa_metti(b, nome, arena_memdup(b->a, buf_str(&t), t.len),
	    t.len);
}

static int
add_info(struct borsa *b, const char *const *info)
{
	AUTO_BUF t = { 0 };
	size_t bytes = 0;
	int i, files = 0;

	for (; info[0] != NULL; info += 2)
		buf_printf(&t, "%s: %s\n", info[0], info[1]);
	for (i = 0; i < b->n; i++) {
		if (!is_payload(&b->file[i]))
			continue;
		bytes += b->file[i].n;
		files++;
	}
	buf_printf(&t, "Payload-Oxum: %zu.%d\n", bytes, files);
	return borsa_metti(b, "bag-info.txt", arena_memdup(b->a, buf_str(&t),
	    t.len), t.len);
}

int
borsa_chiudi(struct borsa *b, const char *const *info)
{
	static const char bagit[] = "BagIt-Version: 1.0\n"
	    "Tag-File-Character-Encoding: UTF-8\n";
	int i, r;

	if ((r = borsa_metti(b, "bagit.txt", bagit, sizeof bagit - 1)) != 0 ||
	    (r = add_info(b, info)) != 0)
		return r;
	qsort(b->file, (size_t)b->n, sizeof *b->file, by_name);
	for (i = 1; i < b->n; i++)
		if (strcmp(b->file[i - 1].nome, b->file[i].nome) == 0)
			return err_set(ERR_INVALID, "%s: c'è già",
			    b->file[i].nome);
	if ((r = add_manifest(b, BORSA_MANIFEST, true)) != 0)
		return r;
	return add_manifest(b, BORSA_TAGMANIFEST, false);
}
