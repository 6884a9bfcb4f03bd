/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/store.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archivio/allegato.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/random.h"
#include "documenti/forma.h"
#include "documenti/tipo.h"
#include "xml/xml.h"

#define FOLDERS_MAX 64		/* open handles kept */

struct store_folder {
	char *nome;
	struct folder *folder;
};

static int
check_format(bool *kit, const char *dir)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	int r;

	r = file_read(&b, arena_printf(a, "%s/formato", dir), 64);
	if (r == ERR_ABSENT)
		return err_set(ERR_ABSENT, "%s non è un archivio di Cartella: "
		    "si crea con «cartella --store %s init»", dir, dir);
	if (r != 0)
		return r;
	*kit = strcmp(buf_str(&b), STORE_FORMATO_KIT) == 0;
	if (!*kit && strcmp(buf_str(&b), STORE_FORMATO) != 0)
		return err_set(ERR_INVALID,
		    "%s ha un formato che questa versione non conosce", dir);
	return 0;
}

static void
read_boot(struct store *st)
{
	AUTO_BUF b = { 0 };

	/* without a boot id every start counts as a new boot: only slower */
	if (file_read(&b, "/proc/sys/kernel/random/boot_id", 64) != 0) {
		err_clear();
		random_id(st->boot);
		return;
	}
	snprintf(st->boot, sizeof st->boot, "%.36s", buf_str(&b));
}

bool
store_writable(const char *dir)
{
	return access(dir, W_OK) == 0;
}

static int
register_stat(struct stat *out, const struct store *st)
{
	AUTO(arena) a = arena_new();

	if (stat(store_path(a, st, "registro.sqlite"), out) == 0)
		return 0;
	if (errno == ENOENT)
		return err_set(ERR_FAULT, "manca registro.sqlite: si rifà con "
		    "«cartella --store %s ricostruisci»", st->dir);
	return err_sys("%s/registro.sqlite", st->dir);
}

int
store_current(struct store *st)
{
	struct stat now;
	int r;

	if ((r = register_stat(&now, st)) != 0)
		return r;
	if (now.st_dev != st->dev || now.st_ino != st->ino)
		return err_set(ERR_BUSY, "il registro è stato ricostruito in "
		    "questo momento: riprova");
	return 0;
}

static int
open_register(struct store *st, int flags)
{
	AUTO(arena) a = arena_new();
	struct stat before;
	int r;

	if ((r = register_stat(&before, st)) != 0 ||
	    (r = registro_open(&st->registro,
	    store_path(a, st, "registro.sqlite"),
	    flags & STORE_READONLY ? REGISTRO_READONLY : 0)) != 0)
		return r;
	st->dev = before.st_dev;
	st->ino = before.st_ino;
	/* not exchanged between the look and the opening */
	return store_current(st);
}

int
store_open(struct store **out, const char *dir, int flags)
{
	AUTO(store) st = calloc(1, sizeof *st);
	int r;

	if (st == NULL)
		abort();
	if ((r = check_format(&st->kit, dir)) != 0)
		return r;
	st->readonly = flags & STORE_READONLY;
	if (!st->readonly && !store_writable(dir))
		return err_set(ERR_FAULT, "%s non si può scrivere: nessun atto "
		    "è possibile, nemmeno leggere, perché ogni lettura lascia "
		    "la sua riga; si può solo fare «verifica»", dir);
	st->dir = realpath(dir, NULL);
	if (st->dir == NULL)
		return err_sys("%s", dir);
	read_boot(st);
	if (!(flags & STORE_SENZA_REGISTRO) &&
	    (r = open_register(st, flags)) != 0)
		return r;
	*out = MOVE(st);
	return 0;
}

void
store_folders_close(struct store *st)
{
	int i;

	for (i = 0; i < st->n_folders; i++) {
		folder_close(st->folders[i].folder);
		free(st->folders[i].nome);
	}
	st->n_folders = 0;
}

void
store_close(struct store *st)
{
	if (st == NULL)
		return;
	store_folders_close(st);
	free(st->folders);
	registro_close(st->registro);
	letture_close(st->letture);
	bozze_close(st->bozze);
	free(st->dir);
	free(st);
}

char *
store_path(struct arena *a, const struct store *st, const char *rel)
{
	return arena_printf(a, "%s/%s", st->dir, rel);
}

char *
store_allegati(struct arena *a, const struct store *st, int anno)
{
	return arena_printf(a, "%s/registro/%04d/allegati", st->dir, anno);
}

int
store_allegato(int *fd, struct store *st, int anno, const char *impronta)
{
	AUTO(arena) a = arena_new();

	return allegato_open(fd, store_allegati(a, st, anno), impronta);
}

int
store_folder(struct folder **out, struct store *st, const char *nome,
    bool create)
{
	AUTO(arena) a = arena_new();
	struct store_folder *f;
	const char *path = store_path(a, st, nome);
	int i, r;

	for (i = 0; i < st->n_folders; i++)
		if (strcmp(st->folders[i].nome, nome) == 0) {
			*out = st->folders[i].folder;
			return 0;
		}
	/* not before: who only asks the register need not wait for it */
	if ((r = archivio_init()) != 0)
		return r;
	if (create && ((r = dir_make_parent(path)) != 0 ||
	    (r = folder_create(path)) != 0))
		return r;
	if (st->n_folders == FOLDERS_MAX)
		store_folders_close(st);
	if (st->folders == NULL)
		st->folders = calloc(FOLDERS_MAX, sizeof *st->folders);
	if (st->folders == NULL)
		abort();
	f = &st->folders[st->n_folders];
	if ((r = folder_open(&f->folder, path)) != 0)
		return r;
	f->nome = strdup(nome);
	if (f->nome == NULL)
		abort();
	st->n_folders++;
	*out = f->folder;
	return 0;
}

int
store_letture(struct letture **out, struct store *st)
{
	AUTO(arena) a = arena_new();
	int r;

	if (st->letture == NULL && (r = letture_open(&st->letture,
	    store_path(a, st, "letture.sqlite"),
	    st->readonly ? LETTURE_READONLY : 0)) != 0)
		return r;
	*out = st->letture;
	return 0;
}

int
store_bozze(struct bozze **out, struct store *st)
{
	AUTO(arena) a = arena_new();
	int r;

	if (st->bozze == NULL && (r = bozze_open(&st->bozze,
	    store_path(a, st, "accesso.sqlite"))) != 0)
		return r;
	*out = st->bozze;
	return 0;
}

int
store_bytes(struct buf *out, struct store *st, const char *cartella,
    const char *percorso)
{
	AUTO(arena) a = arena_new();
	char commit[TESTA_LEN + 1], impronta[IMPRONTA_LEN + 1];
	struct attuale at;
	struct folder *f;
	size_t start = out->len;
	int r, atti;

	if ((r = registro_attuale(&at, a, st->registro, cartella,
	    percorso)) != 0 ||
	    (r = registro_testa(commit, &atti, st->registro, cartella)) != 0 ||
	    (r = store_folder(&f, st, cartella, false)) != 0 ||
	    (r = folder_read(out, f, commit, percorso)) != 0)
		return r;
	hash_hex(impronta, out->data + start, out->len - start);
	if (strcmp(impronta, at.impronta) != 0)
		return err_set(ERR_FAULT, "%s di %s non è il documento "
		    "registrato: eseguire «cartella verifica»", percorso,
		    cartella);
	return 0;
}

int
store_versione(struct buf *out, struct store *st, const char *cartella,
    const char *percorso, const struct versione *v)
{
	char impronta[IMPRONTA_LEN + 1];
	size_t start = out->len;
	struct folder *f;
	int r;

	if ((r = store_folder(&f, st, cartella, false)) != 0 ||
	    (r = folder_read(out, f, v->commit, percorso)) != 0)
		return r;
	hash_hex(impronta, out->data + start, out->len - start);
	if (strcmp(impronta, v->impronta) != 0)
		return err_set(ERR_FAULT, "%s dell'atto %lld non è quello "
		    "registrato: eseguire «cartella verifica»", percorso,
		    (long long)v->seq);
	return 0;
}

int
store_documento(struct nodo **out, struct arena *a, struct store *st,
    const char *cartella, const char *percorso)
{
	AUTO_BUF b = { 0 };
	int r;

	if ((r = store_bytes(&b, st, cartella, percorso)) != 0)
		return r;
	return xml_parse(out, a, b.data, b.len, XML_OURS);
}

int
store_tipo(struct buf *out, struct store *st, struct registro *reg,
    const char *tipo, int versione, const char *file)
{
	AUTO(arena) a = arena_new();
	struct versione *v;
	struct folder *f;
	int r, n;

	if ((r = registro_versioni(&v, &n, a, reg, "ente",
	    tipo_percorso(a, tipo, "tipo.xml"))) != 0)
		return r;
	if (versione < 1 || versione > n)
		return err_set(ERR_ABSENT, "il tipo «%s» non ha una versione "
		    "%d", tipo, versione);
	if ((r = store_folder(&f, st, "ente", false)) != 0)
		return r;
	return folder_read(out, f, v[versione - 1].commit,
	    tipo_percorso(a, tipo, file));
}

struct types {
	struct store *st;
	struct registro *reg;
};

static int
schema_of_type(struct buf *out, void *arg, const char *tipo, int versione)
{
	const struct types *t = arg;
	int r = store_tipo(out, t->st, t->reg, tipo, versione, "schema.xsd");

	return r == ERR_ABSENT ? err_prefix(ERR_INVALID, "il suo schema") : r;
}

int
store_forma(struct nodo **out, struct arena *a, struct store *st,
    struct registro *reg, const void *p, size_t n)
{
	struct types t = { st, reg };

	return forma_read_con(out, a, p, n, schema_of_type, &t);
}
