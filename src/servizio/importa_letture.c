/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * importa_letture.c - the read log of an export, row by row by its hashes.
 *
 * Refuses a row that does not hold.  Keeps: the rows are added as they were
 * when somebody read, by the same function; their hashes must come out equal.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accesso/letture.h"
#include "base/arena.h"
#include "servizio/importa.h"

#define GRUPPO 512		/* rows of one transaction */

struct giro {
	struct letture *log;
	struct arena *a;		/* of a group */
	struct lettura x[GRUPPO];
	int n;
	int64_t riga;
	char ultima[IMPRONTA_LEN + 1];	/* of the last row */
};

static int
send(struct giro *g)
{
	char is[IMPRONTA_LEN + 1];
	int r;

	if (g->n == 0)
		return 0;
	if ((r = letture_add(g->log, g->x, g->n)) != 0 ||
	    (r = letture_impronta(is, g->log, g->riga)) != 0)
		return r;
	if (strcmp(is, g->ultima) != 0)
		return err_set(ERR_INVALID, "le righe fino alla %lld non hanno "
		    "le loro impronte", (long long)g->riga);
	g->n = 0;
	arena_free(g->a);
	g->a = arena_new();
	return 0;
}

/* The word before the last one, cut off; NULL: there is none. */
static char *
cut_last(char *line)
{
	char *at = strrchr(line, ' ');

	if (at != NULL)
		*at++ = '\0';
	return at;
}

/* n ora operatore per atto oggetto esito precedente impronta: only oggetto
 * could hold a blank. */
static int
take_row(struct giro *g, char *line)
{
	char *word[5], *oggetto, *esito, *impronta, *save = NULL, *at = line;
	int i;

	impronta = cut_last(line);
	if (impronta == NULL || cut_last(line) == NULL ||
	    (esito = cut_last(line)) == NULL || !hash_valid(impronta))
		return ERR_INVALID;
	for (i = 0; i < 5; i++, at = NULL)
		if ((word[i] = strtok_r(at, " ", &save)) == NULL)
			return ERR_INVALID;
	if ((oggetto = strtok_r(NULL, "", &save)) == NULL ||
	    strtoll(word[0], NULL, 10) != ++g->riga ||
	    (strcmp(esito, "negato") != 0 && strcmp(esito, "mostrato") != 0))
		return ERR_INVALID;
	g->x[g->n++] = (struct lettura){
		.ora = arena_strdup(g->a, word[1]),
		.operatore = arena_strdup(g->a, word[2]),
		.per = strcmp(word[3], "-") == 0 ? NULL :
		    arena_strdup(g->a, word[3]),
		.atto = arena_strdup(g->a, word[4]),
		.oggetto = arena_strdup(g->a, oggetto),
		.negato = strcmp(esito, "negato") == 0,
	};
	memcpy(g->ultima, impronta, sizeof g->ultima);
	return 0;
}

static int
take_all(struct giro *g, FILE *f)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;
	int r = 0;

	while (r == 0 && (n = getline(&line, &cap, f)) > 0) {
		if (line[n - 1] == '\n')
			line[n - 1] = '\0';
		if (take_row(g, line) != 0)
			r = err_set(ERR_INVALID, "la riga dopo la %lld non ha "
			    "la sua forma", (long long)g->riga);
		else if (g->n == GRUPPO)
			r = send(g);
	}
	free(line);
	return r != 0 ? r : send(g);
}

int
importa_letture(const char *path, const char *da)
{
	AUTO(letture) log = NULL;
	struct giro *g;
	FILE *f;
	int r;

	if ((r = letture_open(&log, path, LETTURE_CREATE)) != 0)
		return r;
	if ((f = fopen(da, "re")) == NULL)
		return err_sys("%s", da);
	if ((g = calloc(1, sizeof *g)) == NULL)
		abort();
	g->log = log;
	g->a = arena_new();
	r = take_all(g, f);
	arena_free(g->a);
	free(g);
	fclose(f);
	return r == 0 ? 0 : err_prefix(r, "letture");
}
