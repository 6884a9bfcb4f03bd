/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rientro.c - `redigi bozza.odt`: the file that somebody has written in Writer
 * gives the fields that the line does not.  Opened in a cage.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "cli/cli.h"
#include "worker/worker.h"

static bool
is_odt(const char *s)
{
	size_t n = strlen(s);

	return n > 4 && strcasecmp(s + n - 4, ".odt") == 0;
}

/* The ODT among the arguments, which it leaves; NULL: there is none. */
static int
take_argument(const char **out, struct riga *r, struct arena *a)
{
	const char **left = arena_alloc(a, ((size_t)r->n_resto + 1) *
	    sizeof *left);
	int i, n = 0;

	*out = NULL;
	for (i = 0; i < r->n_resto; i++) {
		if (!is_odt(r->resto[i]))
			left[n++] = r->resto[i];
		else if (*out != NULL)
			return err_set(ERR_INVALID, "una bozza alla volta: "
			    "%s, o %s", *out, r->resto[i]);
		else
			*out = r->resto[i];
	}
	r->resto = left;
	r->n_resto = n;
	return 0;
}

static int
read_sections(struct nodo **out, struct arena *a, const char *path)
{
	AUTO_FD int fd = -1;
	AUTO_BUF b = { 0 };
	int e;

	if ((e = esegui_apri(&fd, path)) != 0)
		return e;
	if ((e = file_read_fd(&b, fd, RIENTRO_MAX)) == 0)
		e = worker_rientro(out, a, b.data != NULL ? b.data : "",
		    b.len);
	return e != 0 ? err_prefix(e, "%s", path) : 0;
}

static void
add_fields(struct riga *r, struct arena *a, const struct rientro_bozza *b)
{
	const char *(*all)[2] = arena_alloc(a, ((size_t)r->n_campi +
	    (size_t)b->n_campi + 1) * sizeof *all);
	int i, n = 0;

	for (i = 0; i < r->n_campi; i++, n++)
		memcpy(all[n], r->campi[i], sizeof *all);
	for (i = 0; i < b->n_campi; i++, n++)
		memcpy(all[n], b->campi[i], sizeof *all);
	r->campi = all;
	r->n_campi = n;
}

static void
tell(const struct rientro_bozza *b)
{
	int i;

	for (i = 0; i < b->n_detti; i++) {
		stampa_testo(stderr, b->detti[i]);
		fputc('\n', stderr);
	}
}

int
rientro_di_riga(struct rientro_bozza *out, struct riga *r, struct arena *a,
    const struct atto *atto)
{
	const struct bozza_tipo *t = bozza_tipo_di_atto(atto->nome);
	struct nodo *sections;
	const char *path;
	int e;

	memset(out, 0, sizeof *out);
	if (t == NULL || (atto->flags & FILE_AMMESSI))
		return 0;
	if ((e = take_argument(&path, r, a)) != 0 || path == NULL)
		return e;
	if ((e = read_sections(&sections, a, path)) != 0)
		return e;
	if ((e = rientro_bozza_leggi(out, a, t, sections,
	    (const char *const (*)[2])r->campi, r->n_campi)) != 0)
		return err_prefix(e, "%s", path);
	add_fields(r, a, out);
	tell(out);
	return 0;
}
