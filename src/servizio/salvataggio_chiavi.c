/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * salvataggio_chiavi.c - where the keys of a backup are: in the store, which
 * holds what they open anyway, and, for a key that is kept elsewhere, in one
 * file that each backup writes over.
 *
 * Keeps: at any moment there is a whole file of keys, the older or the newer;
 * the bytes of the older are written over as far as a file system lets one.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atti/ente/salvataggi.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/point.h"
#include "firme/firme.h"
#include "servizio/salvataggio.h"

#define TESTO_MAX ((size_t)1 << 31)	/* bytes of keys, or of an index */

static char *
state_path(struct arena *a, const char *store, const char *copia,
    const char *name)
{
	return arena_printf(a, "%s/" SALVATAGGI_DIR "/%s%s%s", store, copia,
	    name[0] != '\0' ? "/" : "", name);
}

/* ---- the state of a copy, in the store ---- */

int
stato_leggi(struct salvataggio *out, struct arena *a, const char *store,
    const char *copia)
{
	AUTO_BUF keys = { 0 }, index = { 0 };
	int r;

	*out = (struct salvataggio){ .a = a };
	snprintf(out->copia, sizeof out->copia, "%s", copia);
	if ((r = file_read(&keys, state_path(a, store, copia, "chiavi"),
	    TESTO_MAX)) != 0)
		return r;
	r = salvataggio_leggi_chiavi(out, &keys);
	segreto_wipe(keys.data, keys.len);
	if (r != 0)
		return err_prefix(r, "chiavi della copia %s", copia);
	if ((r = file_read(&index, state_path(a, store, copia, "indice"),
	    TESTO_MAX)) != 0 ||
	    (r = salvataggio_leggi_indice(out, &index)) != 0)
		return err_prefix(r, "indice della copia %s", copia);
	return 0;
}

int
stato_scrivi(const struct salvataggio *s, const char *store, const char *dove,
    const char *chiavi, int avvisa)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF keys = { 0 }, index = { 0 };
	struct copia_nota nota = { .atti = s->atti, .dove = dove,
	    .chiavi = chiavi, .avvisa = avvisa };
	int r;

	if (s->n_istantanee > 0)
		nota.ora = s->istantanea[s->n_istantanee - 1].ora;
	snprintf(nota.copia, sizeof nota.copia, "%s", s->copia);
	salvataggio_chiavi(&keys, s);
	salvataggio_indice(&index, s);
	if ((r = dir_make(state_path(a, store, s->copia, ""))) == 0 &&
	    (r = file_put_synced(state_path(a, store, s->copia, "indice"),
	    index.data, index.len, 0600)) == 0) {
		POINT("salva-indice");
		r = file_put_synced(state_path(a, store, s->copia, "chiavi"),
		    keys.data, keys.len, 0600);
	}
	segreto_wipe(keys.data, keys.len);
	POINT("salva-chiavi-sue");
	return r != 0 ? r : salvataggi_annota(store, &nota);
}

int
stato_destinatario(struct buf *out, const char *store, const char *copia)
{
	AUTO(arena) a = arena_new();

	return file_read(out, state_path(a, store, copia, SALVA_DESTINATARIO),
	    SALVA_DESTINATARIO_MAX);
}

int
stato_destinatario_metti(const char *store, const char *copia,
    const struct buf *chiave)
{
	AUTO(arena) a = arena_new();
	int r;

	if ((r = dir_make(state_path(a, store, copia, ""))) != 0)
		return r;
	return file_put_synced(state_path(a, store, copia, SALVA_DESTINATARIO),
	    chiave->data, chiave->len, 0600);
}

/* ---- elsewhere ---- */

static char *
keys_path(struct arena *a, const char *dir, const char *copia)
{
	return arena_printf(a, "%s/%s.gpg", dir, copia);
}

/* What an unlinked file held, as far as that is ours to say.  Best effort: a
 * disk that writes elsewhere keeps it, which is why it is encrypted. */
static void
overwrite(int fd)
{
	static const char nothing[65536];
	struct stat st;
	off_t at;
	size_t n;

	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		return;
	for (at = 0; at < st.st_size; at += (off_t)n) {
		n = st.st_size - at < (off_t)sizeof nothing ?
		    (size_t)(st.st_size - at) : sizeof nothing;
		if (pwrite(fd, nothing, n, at) != (ssize_t)n)
			return;
	}
	(void)!fdatasync(fd);
}

static int
encrypt(struct buf *out, char impronta[41], const struct buf *clear,
    const struct buf *destinatario)
{
	AUTO(portachiavi) p = NULL;
	AUTO(arena) a = arena_new();
	struct chiave k;
	int r;

	if ((r = firme_init()) != 0 || (r = portachiavi_temporary(&p)) != 0)
		return r;
	if ((r = chiave_import(&k, a, p, destinatario->data,
	    destinatario->len)) != 0)
		return err_prefix(r, "chiave di ripristino");
	if ((r = openpgp_cifra(out, p, k.impronta, clear->data,
	    clear->len)) != 0)
		return err_prefix(r, "chiave di ripristino");
	memcpy(impronta, k.impronta, CHIAVE_LEN + 1);
	return 0;
}

int
destinatario_prova(char impronta[41], const struct buf *chiave)
{
	AUTO_BUF trial = { 0 }, made = { 0 };

	buf_puts(&trial, "prova\n");
	return encrypt(&made, impronta, &trial, chiave);
}

int
chiavi_metti(char impronta[41], const struct salvataggio *s, const char *dir,
    const struct buf *destinatario)
{
	AUTO(arena) a = arena_new();
	const char *path = keys_path(a, dir, s->copia);
	AUTO_BUF clear = { 0 }, made = { 0 };
	AUTO_FD int old = -1;
	int r;

	salvataggio_chiavi(&clear, s);
	r = encrypt(&made, impronta, &clear, destinatario);
	segreto_wipe(clear.data, clear.len);
	if (r != 0 || (r = dir_make(dir)) != 0)
		return r;
	old = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
	if ((r = file_put_synced(path, made.data, made.len, 0600)) != 0)
		return r;
	POINT("salva-chiavi-fuori");
	if (old >= 0)
		overwrite(old);
	return 0;
}

int
chiavi_prendi(struct salvataggio *out, struct arena *a, const char *dir,
    const char *copia, const struct segreto *frase)
{
	const char *path = keys_path(a, dir, copia);
	AUTO_BUF made = { 0 }, clear = { 0 };
	AUTO(portachiavi) p = NULL;
	int r;

	r = file_read(&made, path, TESTO_MAX);
	if (r == ERR_ABSENT)
		return err_set(ERR_INVALID, "mancano le chiavi di questa "
		    "copia: %s; senza, non si legge", path);
	if (r != 0 || (r = firme_init()) != 0 ||
	    (r = portachiavi_open(&p, NULL)) != 0)
		return r;
	if (frase != NULL)
		portachiavi_frase(p, frase);
	if ((r = openpgp_decifra(&clear, p, made.data, made.len)) != 0)
		return err_prefix(r == ERR_ABSENT ? ERR_INVALID : r, "%s",
		    path);
	/* it opens all; an agent that cannot be told is no reason to leave
	 * an archive where it is, and the manual says how to stop one */
	if (openpgp_scorda(p) != 0)
		err_clear();
	*out = (struct salvataggio){ .a = a };
	snprintf(out->copia, sizeof out->copia, "%s", copia);
	r = salvataggio_leggi_chiavi(out, &clear);
	segreto_wipe(clear.data, clear.len);
	return r == 0 ? 0 : err_prefix(r, "%s", path);
}
