/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rilettura_cartelle.c - which git folders stand on the disk, whatever the
 * register says.
 */
#include <string.h>

#include "base/file.h"
#include "servizio/rilettura.h"

static void
add_name(struct arena *a, char ***names, size_t *n, size_t *cap, char *name)
{
	char **copy;

	if (*n + 1 >= *cap) {
		*cap = *cap ? *cap * 2 : 64;
		copy = arena_alloc(a, *cap * sizeof *copy);
		if (*n > 0)
			memcpy(copy, *names, *n * sizeof *copy);
		*names = copy;
	}
	(*names)[(*n)++] = name;
	(*names)[*n] = NULL;
}

/* Entries of <dir>; absent directories have none. */
static int
entries(char ***out, struct arena *a, const struct store *st, const char *dir)
{
	static char *none[] = { NULL };
	int r = dir_list(out, a, store_path(a, st, dir));

	if (r == ERR_ABSENT) {
		*out = none;
		return 0;
	}
	return r;
}

int
rilettura_folders(char ***out, struct arena *a, const struct store *st)
{
	static const char *const kinds[] = { "accessi", "cartelle",
	    "fascicoli" };
	char **years, **nums, **names;
	size_t n = 0, cap = 1, k, i, j, len;
	const char *dir;
	int r;

	names = arena_alloc(a, sizeof *names);
	names[0] = NULL;
	if (dir_exists(store_path(a, st, "ente")))
		add_name(a, &names, &n, &cap, arena_strdup(a, "ente"));
	if ((r = entries(&years, a, st, "registro")) != 0)
		return r;
	for (i = 0; years[i] != NULL; i++)
		if ((len = strlen(years[i])) > 4 &&
		    strcmp(years[i] + len - 4, ".git") == 0)
			add_name(a, &names, &n, &cap,
			    arena_printf(a, "registro/%s", years[i]));
	for (k = 0; k < NELEM(kinds); k++) {
		if ((r = entries(&years, a, st, kinds[k])) != 0)
			return r;
		for (i = 0; years[i] != NULL; i++) {
			dir = arena_printf(a, "%s/%s", kinds[k], years[i]);
			if ((r = entries(&nums, a, st, dir)) != 0)
				return r;
			for (j = 0; nums[j] != NULL; j++)
				add_name(a, &names, &n, &cap,
				    arena_printf(a, "%s/%s", dir, nums[j]));
		}
	}
	*out = names;
	return 0;
}
