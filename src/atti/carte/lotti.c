/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/carte/lotti.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/lock.h"
#include "base/random.h"

#define NOME_MAX 61

static int
check_name(const char *nome)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	size_t n = strlen(nome);

	if (n == 0 || n > NOME_MAX || nome[0] == '-' ||
	    strspn(nome, letters) != n)
		return err_set(ERR_INVALID, "il nome di un lotto è di "
		    "minuscole, cifre e trattini, come convocazioni-2026-12");
	return 0;
}

static void
invent(char out[LOTTO_CHIAVE_LEN + 1])
{
	char id[ID_LEN + 1];
	int i;

	for (i = 0; i < LOTTO_CHIAVE_LEN; i += ID_LEN) {
		random_id(id);
		memcpy(out + i, id, sizeof id);
	}
}

static int
read_key(char out[LOTTO_CHIAVE_LEN + 1], const char *path)
{
	AUTO_BUF b = { 0 };
	int r;

	if ((r = file_read(&b, path, LOTTO_CHIAVE_LEN)) != 0)
		return r;
	if (!hash_valid(buf_str(&b)))
		return err_set(ERR_FAULT, "%s non è quello che vi è stato "
		    "scritto", path);
	memcpy(out, b.data, LOTTO_CHIAVE_LEN + 1);
	return 0;
}

/* Under the lock: two that begin the same lotto have one secret. */
static int
make_key(char out[LOTTO_CHIAVE_LEN + 1], struct store *st, const char *path)
{
	AUTO(arena) a = arena_new();
	struct lock lock = { -1 };
	int r;

	if ((r = lock_take(&lock, store_path(a, st, ".scrittura"))) != 0)
		return r;
	if ((r = read_key(out, path)) == ERR_ABSENT) {
		err_clear();
		invent(out);
		if ((r = dir_make(store_path(a, st, "lotti"))) == 0)
			r = file_put_synced(path, out, LOTTO_CHIAVE_LEN, 0600);
	}
	lock_release(&lock);
	return r;
}

int
lotto_chiave(char out[LOTTO_CHIAVE_LEN + 1], struct store *st,
    const char *nome, bool prova)
{
	AUTO(arena) a = arena_new();
	const char *path;
	int r;

	if ((r = check_name(nome)) != 0)
		return r;
	path = store_path(a, st, arena_printf(a, "lotti/%s", nome));
	r = read_key(out, path);
	if (r != ERR_ABSENT)
		return r;
	err_clear();
	if (prova) {
		invent(out);
		return 0;
	}
	return make_key(out, st, path);
}
