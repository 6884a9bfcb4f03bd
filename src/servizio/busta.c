/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * busta.c - a consegna as one encrypted file, for a mail or a stick; and back.
 *
 * Refuses: a body that is not enrolled, or not believed any more; links and
 * devices in the directory; of what comes, whatever is not for our seal or has
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
#include "base/file.h"
#include "documenti/percorso.h"
#include "firme/firme.h"
#include "registro/trasferimenti.h"
#include "servizio/servizio.h"
#include "worker/worker.h"
#include "zip/zip.h"

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
		return err_set(ERR_INVALID, "la consegna supera %zu MB o %d "
		    "file: portala com'è, su un supporto cifrato",
		    BUSTA_APERTA >> 20, BUSTA_FILE);
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
pack(struct buf *out, struct arena *a, const char *consegna)
{
	struct raccolta g = { .a = a };
	int r = gather_directory(&g, consegna, "");

	if (r != 0)
		return r;
	if (g.n == 0 || strcmp(g.part[0].nome, "messaggio.xml") != 0)
		return err_set(ERR_INVALID, "%s non è una consegna: quella che "
		    "dà «consegna-trasferimento» ha messaggio.xml", consegna);
	return zip_write(out, g.part, g.n);
}

static int
encrypt(struct buf *out, struct arena *a, struct store *st,
    const char *codice_ipa, const struct buf *clear)
{
	AUTO(portachiavi) ring = NULL;
	AUTO_BUF armour = { 0 };
	struct altro_ente e;
	struct chiave k;
	int r;

	r = registro_altro_ente(&e, a, st->registro, codice_ipa);
	if (r == ERR_ABSENT || (r == 0 && e.revocato != NULL))
		return err_set(ERR_INVALID, "%s: %s; gli enti arruolati li "
		    "elenca «enti»", codice_ipa, r == 0 ?
		    "al suo sigillo non si crede più" :
		    "non è un ente arruolato");
	if (r != 0 || (r = store_bytes(&armour, st, "ente", ordinale_path(a,
	    altro_ente_dir(a, e.codice_ipa), e.ordine, ".asc"))) != 0 ||
	    (r = firme_init()) != 0 ||
	    (r = portachiavi_temporary(&ring)) != 0 ||
	    (r = chiave_import(&k, a, ring, armour.data, armour.len)) != 0)
		return r;
	return openpgp_cifra(out, ring, e.chiave, clear->data, clear->len);
}

int
servizio_imbusta(const char *dir, const char *codice_ipa, const char *consegna,
    const char *file)
{
	AUTO(arena) a = arena_new();
	AUTO(store) st = NULL;
	AUTO_BUF clear = { 0 };
	AUTO_BUF made = { 0 };
	int r;

	if (file_exists(file))
		return err_set(ERR_INVALID, "%s c'è già", file);
	if ((r = store_open(&st, dir, STORE_READONLY)) != 0 ||
	    (r = pack(&clear, a, consegna)) != 0 ||
	    (r = encrypt(&made, a, st, codice_ipa, &clear)) != 0)
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
