/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * busta.c - a consegna as one encrypted file, for a mail or a stick; and back.
 *
 * Refuses: links and devices in the directory; of what comes, whatever is not for our seal or has
 * names that leave the directory.  Keeps: what was decrypted is opened in a
 * cage, and stands there whole or not at all.
 * Norm: GDPR art. 32; CAD art. 47.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atti/firme/sigillo.h"
#include "atti/store.h"
#include "atti/trasferimento/consegna_aperta.h"
#include "atti/trasferimento/imbusta.h"
#include "base/file.h"
#include "firme/firme.h"
#include "servizio/servizio.h"
#include "worker/worker.h"

#define PROFONDA 32		/* directories one in the other */

/* ---- out ---- */

struct raccolta {
	struct arena *a;
	struct zip_part *part;
	int n, cap;
	size_t bytes;
	int depth;
};

static int gather(struct raccolta *g, const char *path, const char *nome);

static int
gather_directory(struct raccolta *g, const char *path, const char *nome)
{
	char **list;
	int r = 0;

	if (++g->depth > PROFONDA)
		return err_set(ERR_INVALID, "%s: directory troppo profonda",
		    path);
	if ((r = dir_list(&list, g->a, path)) != 0)
		return r;
	for (; r == 0 && *list != NULL; list++)
		r = gather(g, arena_printf(g->a, "%s/%s", path, *list),
		    nome[0] == '\0' ? *list :
		    arena_printf(g->a, "%s/%s", nome, *list));
	g->depth--;
	return r;
}

static int
gather(struct raccolta *g, const char *path, const char *nome)
{
	AUTO_BUF b = { 0 };
	struct stat st;
	int r;

	if (lstat(path, &st) != 0)
		return err_sys("%s", path);
	if (S_ISDIR(st.st_mode))
		return gather_directory(g, path, nome);
	if (!S_ISREG(st.st_mode))
		return err_set(ERR_INVALID, "%s: non è un file: in una "
		    "consegna non ci sono collegamenti", path);
	if (g->n == BUSTA_FILE || (size_t)st.st_size > BUSTA_APERTA - g->bytes)
		return imbusta_troppo();
	if ((r = file_read(&b, path, BUSTA_APERTA - g->bytes)) != 0)
		return r;
	g->bytes += b.len;
	g->part = arena_more(g->a, g->part, g->n, &g->cap, sizeof *g->part);
	g->part[g->n++] = (struct zip_part){ .nome = nome,
	    .p = arena_memdup(g->a, buf_str(&b), b.len), .n = b.len,
	    .stored = 1 };
	return 0;
}

/* The directory that an act has handed over. */
static int
gather_consegna(struct raccolta *g, const char *consegna)
{
	int r = gather_directory(g, consegna, "");

	if (r != 0)
		return r;
	if (g->n == 0 || strcmp(g->part[0].nome, "messaggio.xml") != 0)
		return err_set(ERR_INVALID, "%s non è una consegna: quella che "
		    "dà «consegna-trasferimento» ha messaggio.xml", consegna);
	return 0;
}

int
servizio_imbusta(const char *dir, const char *codice_ipa, const char *consegna,
    const char *file)
{
	AUTO(arena) a = arena_new();
	AUTO(store) st = NULL;
	struct raccolta g = { .a = a };
	AUTO_BUF made = { 0 };
	int r;

	if (file_exists(file))
		return err_set(ERR_INVALID, "%s c'è già", file);
	if ((r = store_open(&st, dir, STORE_READONLY)) != 0 ||
	    (r = gather_consegna(&g, consegna)) != 0 ||
	    (r = imbusta(&made, a, st, codice_ipa, g.part, g.n)) != 0)
		return r;
	return file_put_synced(file, made.data, made.len, 0600);
}

/* ---- and back ---- */

int
servizio_sbusta(const char *dir, const char *file, const char *dove,
    const struct mezzi_firma *mezzi)
{
	AUTO(arena) a = arena_new();
	AUTO(store) st = NULL;
	AUTO(portachiavi) ring = NULL;
	AUTO_BUF made = { 0 };
	AUTO_BUF clear = { 0 };
	AUTO_FD int zip = -1;
	int r;

	if (dir_exists(dove) || file_exists(dove))
		return err_set(ERR_INVALID, "%s c'è già: di' una directory "
		    "nuova", dove);
	if ((r = store_open(&st, dir, STORE_READONLY)) != 0 ||
	    (r = file_read(&made, file, CONSEGNA_CIFRATA_MAX)) != 0 ||
	    (r = firme_init()) != 0 ||
	    (r = sigillo_apri(&ring, a, st, mezzi)) != 0)
		return r;
	if ((r = openpgp_decifra(&clear, ring, made.data, made.len)) != 0)
		return err_prefix(r, "%s non si apre con il sigillo "
		    "dell'ufficio", file);
	if ((r = file_memory(&zip, clear.data, clear.len)) != 0)
		return r;
	return consegna_disfa(a, zip, dove);
}
