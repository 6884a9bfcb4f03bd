/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica_stato.c - up to where a store was verified, beside it.
 *
 * verifiche/ultima is written when nothing was found wrong: the last link, the
 * head of each folder, the attachments.  verifiche/in-corso gets a line for
 * each folder and directory of attachments whose bytes were found whole, by
 * whoever looked at it, and goes with the end of the verification.
 *
 * Neither is a proof: who can write the store can write them.  They are only
 * believed about what need not be looked at again now; a whole verification
 * asks them nothing, unless it is told to go on with one that was cut short.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "atti/ente/verifiche.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/hash.h"
#include "registro/verifica.h"
#include "servizio/verifica.h"

#define FORMA "cartella verifica 1\n"
#define STATO_MAX ((size_t)256 << 20)	/* bytes */
#define GIORNI_RIPRESA 7	/* older ones are not gone on with */

static char *
path_of(struct verifica *v, const char *rel)
{
	return store_path(v->a, v->st, rel);
}

/* ---- what was verified ---- */

static int
write_heads(struct buf *b, struct verifica *v)
{
	struct testa *t;
	int r, n, i;

	if ((r = registro_teste(&t, &n, v->a, v->st->registro)) != 0)
		return r;
	for (i = 0; i < n; i++)
		buf_printf(b, "testa %s %s\n", t[i].cartella, t[i].commit);
	return 0;
}

int
stato_scrivi_ultima(struct verifica *v, const char *intera)
{
	char manifesto[IMPRONTA_LEN + 1], impronta[IMPRONTA_LEN + 1];
	char ora[ORA_LEN + 1];
	AUTO_BUF b = { 0 };
	int r;

	clock_iso(ora, clock_now());
	if ((r = registro_allegati_manifesto(manifesto, v->st->registro,
	    v->ultimo.seq)) != 0)
		return r;
	buf_printf(&b, FORMA "ora %s\nintera %s\natti %lld %s\nallegati %s\n",
	    ora, intera != NULL ? intera : ora, (long long)v->ultimo.seq,
	    v->ultimo.impronta, manifesto);
	if ((r = write_heads(&b, v)) != 0 ||
	    (r = dir_make(path_of(v, VERIFICHE_DIR))) != 0)
		return r;
	hash_hex(impronta, b.data, b.len);
	buf_printf(&b, "fine %s\n", impronta);
	return file_put(path_of(v, VERIFICHE_ULTIMA), b.data, b.len, 0600);
}

/* The next line, ended, without its new line; NULL: no more. */
static char *
line_of(char **p)
{
	char *line = *p, *end;

	if (line == NULL || (end = strchr(line, '\n')) == NULL)
		return NULL;
	*end = '\0';
	*p = end + 1;
	return line;
}

static bool
head_line(struct arena *a, struct stato *s, int *cap, const char *line)
{
	const char *commit = strrchr(line, ' ');

	if (strncmp(line, "testa ", 6) != 0 || commit < line + 6)
		return false;
	s->teste = arena_more(a, s->teste, s->n, cap, sizeof *s->teste);
	s->teste[s->n++] = (struct testa){ arena_strndup(a, line + 6,
	    (size_t)(commit - line - 6)), arena_strdup(a, commit + 1), 0 };
	return true;
}

static bool
parse(struct stato *s, struct arena *a, char *text)
{
	char seq[24], *line;
	int cap = 0;

	if (strncmp(text, FORMA, strlen(FORMA)) != 0)
		return false;
	text += strlen(FORMA);
	if ((line = line_of(&text)) == NULL ||
	    sscanf(line, "ora %39s", s->ora) != 1 ||
	    (line = line_of(&text)) == NULL ||
	    sscanf(line, "intera %39s", s->intera) != 1 ||
	    (line = line_of(&text)) == NULL ||
	    sscanf(line, "atti %20s %64s", seq, s->anello) != 2 ||
	    (line = line_of(&text)) == NULL ||
	    sscanf(line, "allegati %64s", s->allegati) != 1)
		return false;
	s->seq = strtoll(seq, NULL, 10);
	while ((line = line_of(&text)) != NULL)
		if (!head_line(a, s, &cap, line))
			return false;
	return s->seq > 0;
}

int
stato_leggi_ultima(struct stato *out, struct verifica *v)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	size_t n;
	int r;

	*out = (struct stato){ 0 };
	if ((r = file_read(&b, path_of(v, VERIFICHE_ULTIMA),
	    STATO_MAX)) != 0)
		return r;
	n = strlen("fine \n") + IMPRONTA_LEN;
	if (b.len > n) {
		n = b.len - n;
		hash_hex(impronta, b.data, n);
		if (strncmp(b.data + n, "fine ", 5) == 0 &&
		    strncmp(b.data + n + 5, impronta, IMPRONTA_LEN) == 0) {
			b.data[n] = '\0';
			if (parse(out, v->a, b.data))
				return 0;
		}
	}
	return err_set(ERR_INVALID, "%s non si legge", VERIFICHE_ULTIMA);
}

/* ---- one that is going on ---- */

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What the one that was cut short has looked at.  Its first line says when it
 * began; *since. */
static int
read_done(struct corso *c, struct verifica *v)
{
	AUTO_BUF b = { 0 };
	char *text, *line;
	int cap = 0, r;

	if ((r = file_read(&b, path_of(v, VERIFICHE_CORSO), STATO_MAX)) != 0)
		return r;
	text = b.data;
	if (b.len == 0 || (line = line_of(&text)) == NULL ||
	    (c->da = strtoll(line, NULL, 10)) <= 0)
		return err_set(ERR_INVALID, "%s non si legge",
		    VERIFICHE_CORSO);
	if (time(NULL) - c->da > (int64_t)GIORNI_RIPRESA * 86400)
		return err_set(ERR_INVALID, "quella interrotta è di più di %d "
		    "giorni fa", GIORNI_RIPRESA);
	while ((line = line_of(&text)) != NULL) {
		c->fatti = arena_more(v->a, c->fatti, c->n, &cap,
		    sizeof *c->fatti);
		c->fatti[c->n++] = arena_strdup(v->a, line);
	}
	if (c->n > 1)
		qsort(c->fatti, (size_t)c->n, sizeof *c->fatti, by_text);
	return 0;
}

static int
begin(struct corso *c, struct verifica *v)
{
	AUTO_BUF b = { 0 };
	int r;

	c->da = time(NULL);
	buf_printf(&b, "%lld\n", (long long)c->da);
	if ((r = dir_make(path_of(v, VERIFICHE_DIR))) != 0)
		return r;
	return file_put(path_of(v, VERIFICHE_CORSO), b.data, b.len, 0600);
}

int
corso_apri(struct corso *c, struct verifica *v, bool riprendi)
{
	int r;

	*c = (struct corso){ .fd = -1 };
	if (riprendi && (r = read_done(c, v)) != 0) {
		*c = (struct corso){ .fd = -1 };
		if (r != ERR_ABSENT && r != ERR_INVALID)
			return r;
		err_clear();
	}
	if (c->da == 0 && (r = begin(c, v)) != 0)
		return r;
	c->fd = open(path_of(v, VERIFICHE_CORSO),
	    O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC);
	return c->fd < 0 ? err_sys(VERIFICHE_CORSO) : 0;
}

bool
corso_ha(const struct corso *c, const char *cosa)
{
	return c->n > 0 && bsearch(&cosa, c->fatti, (size_t)c->n,
	    sizeof *c->fatti, by_text) != NULL;
}

/* One write: lines of different processes do not mix. */
void
corso_segna(const struct corso *c, const char *cosa)
{
	AUTO_BUF b = { 0 };

	if (c->fd < 0)
		return;
	buf_printf(&b, "%s\n", cosa);
	if (write(c->fd, b.data, b.len) != (ssize_t)b.len)
		return;			/* then it is looked at again */
}

void
corso_chiudi(struct corso *c, struct verifica *v, bool finita)
{
	if (c->fd < 0)
		return;
	close(c->fd);
	c->fd = -1;
	if (finita)
		unlink(path_of(v, VERIFICHE_CORSO));
}
