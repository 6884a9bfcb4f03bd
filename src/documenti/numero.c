/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/numero.h"

#include <stdio.h>
#include <string.h>

/* `n` digits at s; -1 when they are not. */
static int
digits(const char *s, int n)
{
	int i, v = 0;

	for (i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		v = v * 10 + (s[i] - '0');
	}
	return v;
}

static int
accept(struct numero *out, enum serie serie, int anno, int progressivo)
{
	if (anno < 1900 || progressivo < 1)
		return ERR_INVALID;
	out->serie = serie;
	out->anno = anno;
	out->progressivo = progressivo;
	return 0;
}

/* How a series writes its numbers, and where its folders are; NULL: as the
 * register. */
static const struct {
	const char *sigla, *dir;
} serie_table[SERIE_N] = {
	[SERIE_ACCESSO] = { "AC", "accessi" },
	[SERIE_CARTELLA] = { "CS", "cartelle" },
	[SERIE_FASCICOLO] = { "FA", "fascicoli" },
	[SERIE_EMERGENZA] = { "EM", NULL },
};

/* Of what begins with its letters. */
enum serie
numero_serie(const char *sigla)
{
	int i;

	for (i = 0; i < SERIE_N; i++)
		if (serie_table[i].sigla != NULL &&
		    strncmp(sigla, serie_table[i].sigla, 2) == 0)
			return (enum serie)i;
	return SERIE_PROTOCOLLO;
}

int
numero_parse(struct numero *out, const char *s)
{
	size_t len = strlen(s);
	int r = ERR_INVALID;
	enum serie serie;

	if (len == 12 && s[7] == '/')
		r = accept(out, SERIE_PROTOCOLLO, digits(s + 8, 4),
		    digits(s, 7));
	else if (len == 15 && s[2] == '-' && s[7] == '-' &&
	    (serie = numero_serie(s)) != SERIE_PROTOCOLLO)
		r = accept(out, serie, digits(s + 3, 4), digits(s + 8, 7));
	if (r != 0)
		return err_set(ERR_INVALID, "«%.40s» non è un numero: si scrive "
		    "0000001/2026, AC-2026-0000001, CS-2026-0000001, "
		    "FA-2026-0000001 o EM-2026-0000001", s);
	return 0;
}

char *
numero_text(struct arena *a, const struct numero *n)
{
	if (n->serie == SERIE_PROTOCOLLO)
		return arena_printf(a, "%07d/%04d", n->progressivo, n->anno);
	return arena_printf(a, "%s-%04d-%07d", serie_table[n->serie].sigla,
	    n->anno, n->progressivo);
}

const char *
numero_sigla(enum serie serie)
{
	return serie_table[serie].sigla;
}

bool
numero_equal(const struct numero *a, const struct numero *b)
{
	return a->serie == b->serie && a->anno == b->anno &&
	    a->progressivo == b->progressivo;
}

char *
numero_folder(struct arena *a, const struct numero *n)
{
	const char *dir = serie_table[n->serie].dir;

	if (dir == NULL)
		return arena_printf(a, "registro/%04d.git", n->anno);
	return arena_printf(a, "%s/%04d/%07d", dir, n->anno, n->progressivo);
}

int
numero_of_folder(struct numero *out, const char *folder)
{
	const char *tail;
	size_t len;
	int i;

	for (i = 0; i < SERIE_N; i++) {
		if (serie_table[i].dir == NULL)
			continue;
		len = strlen(serie_table[i].dir);
		tail = folder + len + 1;
		if (strncmp(folder, serie_table[i].dir, len) == 0 &&
		    folder[len] == '/' && strlen(tail) == 12 &&
		    tail[4] == '/' && accept(out, (enum serie)i,
		    digits(tail, 4), digits(tail + 5, 7)) == 0)
			return 0;
	}
	return err_set(ERR_INVALID, "%s non ha un numero", folder);
}

char *
numero_path(struct arena *a, const char *dir, int progressivo)
{
	return arena_printf(a, "%s/%03d/%02d/%07d.xml", dir,
	    progressivo / 10000, progressivo / 100 % 100, progressivo);
}

char *
numero_follow_path(struct arena *a, const char *dir, int progressivo,
    int seguito)
{
	return arena_printf(a, "%s/%03d/%02d/%07d-%d.xml", dir,
	    progressivo / 10000, progressivo / 100 % 100, progressivo, seguito);
}

char *
ordinale_path(struct arena *a, const char *dir, int ordinale,
    const char *coda)
{
	return arena_printf(a, "%s/%04d%s", dir, ordinale, coda);
}

char *
ordinale_path_grouped(struct arena *a, const char *dir, int ordinale,
    const char *coda)
{
	return arena_printf(a, "%s/%02d/%04d%s", dir, ordinale / 100, ordinale,
	    coda);
}
