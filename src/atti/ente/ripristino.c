/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/ente/ripristino.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "documenti/numero.h"
#include "registro/repertori.h"
#include "registro/salvataggi.h"
#include "xml/nodo.h"

#define FORMA "cartella ripristino 2\n"
#define REPERTORIO "R:"

/* ---- series ---- */

static const struct {
	const char *nome;
	enum serie serie;
} serie_note[] = {
	{ SERIE_PG, SERIE_PROTOCOLLO }, { "AC", SERIE_ACCESSO },
	{ "CS", SERIE_CARTELLA }, { "FA", SERIE_FASCICOLO },
};

/* n digits at most, nothing behind them but `end`; -1: no. */
static int
digits(const char *s, size_t max, char end)
{
	size_t n = strspn(s, "0123456789");

	return n > 0 && n <= max && s[n] == end ? (int)strtol(s, NULL, 10) : -1;
}

/* Which of serie_note; -1: none. */
static int
which(const char *serie)
{
	size_t i;

	for (i = 0; i < NELEM(serie_note); i++)
		if (strcmp(serie, serie_note[i].nome) == 0)
			return (int)i;
	return -1;
}

int
ultimo_leggi(struct ultimo_noto *out, const char *s)
{
	const char *colon = strchr(s, ':'), *slash = strchr(s, '/'), *n = s;
	size_t len;

	if (slash == NULL && strlen(s) == 15 && s[2] == '-' && s[7] == '-') {
		snprintf(out->serie, sizeof out->serie, "%.2s", s);
		out->anno = which(out->serie) >= 0 ?
		    digits(s + 3, 4, '-') : -1;
		out->numero = digits(s + 8, 7, '\0');
	} else if (slash != NULL) {
		snprintf(out->serie, sizeof out->serie, SERIE_PG);
		if (colon != NULL && colon < slash) {
			len = (size_t)(colon - s);
			if (len == 0 || len + 3 > sizeof out->serie)
				return err_set(ERR_INVALID, "«%.40s» non è un "
				    "numero", s);
			snprintf(out->serie, sizeof out->serie, REPERTORIO
			    "%.*s", (int)len, s);
			n = colon + 1;
		}
		out->numero = digits(n, 7, '/');
		out->anno = strlen(slash) == 5 ? digits(slash + 1, 4, '\0') :
		    -1;
	} else {
		out->anno = -1;
	}
	return out->anno >= 1990 && out->numero >= 0 ? 0 :
	    err_set(ERR_INVALID, "«%.40s» non è un numero: si scrive "
	    "0000123/2026, CS-2026-0000012, AC-…, FA-…, o di un repertorio "
	    "determine:12/2026", s);
}

const char *
serie_testo(struct arena *a, const char *serie, int anno, int numero)
{
	if (strncmp(serie, REPERTORIO, 2) == 0)
		return arena_printf(a, "%s:%d/%d", serie + 2, numero, anno);
	return arena_printf(a, "%s-%d-%07d", serie, anno, numero);
}

int
ripristino_serie(const char ***out, int *n, struct arena *a,
    struct registro *r)
{
	const struct nodo *x;
	const char **list = NULL;
	struct nodo *rep;
	int e, cap = 0;
	size_t i;

	if ((e = registro_repertori(&rep, a, r)) != 0)
		return e;
	*n = 0;
	for (i = 1; i < NELEM(serie_note); i++) {
		list = arena_more(a, list, *n, &cap, sizeof *list);
		list[(*n)++] = serie_note[i].nome;
	}
	for (x = nodo_child(rep, "repertorio"); x != NULL;
	    x = nodo_next(x, "repertorio")) {
		list = arena_more(a, list, *n, &cap, sizeof *list);
		list[(*n)++] = arena_printf(a, REPERTORIO "%s",
		    nodo_attr(x, "codice"));
	}
	*out = list;
	return 0;
}

int
ripristino_seguente(int *out, struct registro *r, const char *serie, int anno)
{
	int i;

	if (strncmp(serie, REPERTORIO, 2) == 0)
		return registro_repertorio_numero(out, r, serie + 2, anno);
	i = which(serie);
	assert(i >= 0);
	return registro_numero(out, r, serie_note[i].serie, anno);
}

/* ---- the file ---- */

int
ripristino_apri(const char *dir, const struct numeri_aperti *x, int n)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	int i;

	buf_puts(&b, FORMA);
	for (i = 0; i < n; i++)
		buf_printf(&b, "%s %04d %07d %07d\n", x[i].serie, x[i].anno,
		    x[i].dal, x[i].al);
	return file_put_synced(arena_printf(a, "%s/" RIPRISTINO_FILE, dir),
	    b.data, b.len, 0600);
}

/* Those of the file. */
static int
read_file(struct numeri_aperti **out, int *n, struct arena *a,
    const char *path)
{
	struct numeri_aperti *list = NULL, x;
	int r, used = 0, cap = 0, len = 0;
	AUTO_BUF b = { 0 };
	char serie[SERIE_MAX];
	const char *at;

	if ((r = file_read(&b, path, 65536)) != 0)
		return r;
	at = buf_str(&b) + strlen(FORMA);
	if (strncmp(buf_str(&b), FORMA, strlen(FORMA)) != 0)
		return err_set(ERR_FAULT, "%s: non ha la sua forma", path);
	for (; *at != '\0'; at += len, len = 0) {
		if (sscanf(at, "%63s %4d %7d %7d\n%n", serie, &x.anno, &x.dal,
		    &x.al, &len) != 4 || len == 0)
			return err_set(ERR_FAULT, "%s: non ha la sua forma",
			    path);
		x.serie = arena_strdup(a, serie);
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = x;
	}
	*out = list;
	*n = used;
	return 0;
}

int
ripristino_leggi(struct numeri_aperti **out, int *n, struct arena *a,
    const struct store *st)
{
	struct numeri_aperti *list = NULL;
	int r, i, count = 0, kept = 0;

	*n = 0;
	*out = NULL;
	r = read_file(&list, &count, a, store_path(a, st, RIPRISTINO_FILE));
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	for (i = 0; i < count; i++) {
		if ((r = registro_perduti(st->registro, list[i].serie,
		    list[i].anno, list[i].dal, list[i].al > 0 ? list[i].al :
		    list[i].dal - 1)) < 0)
			return r;
		if (r == 0)
			list[kept++] = list[i];
	}
	*out = list;
	*n = kept;
	return 0;
}

int
ripristino_aperto(const struct store *st)
{
	AUTO(arena) a = arena_new();
	const char *path = store_path(a, st, RIPRISTINO_FILE);
	struct numeri_aperti *list;
	int r, n;

	if (!file_exists(path))
		return 0;
	if ((r = ripristino_leggi(&list, &n, a, st)) != 0)
		return r;
	if (n == 0)
		(void)!unlink(path);
	return n > 0;
}

/* ---- a standby ---- */

#define FORMA_RISERVA "cartella riserva 1\n"

int
riserva_scrivi(const char *dir, const struct riserva *x)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };

	buf_printf(&b, FORMA_RISERVA "%s %d %" PRId64 " %" PRId64 " %" PRId64
	    "\n", x->copia, x->istantanea, x->ora, x->atti, x->letture);
	return file_put_synced(arena_printf(a, "%s/" RISERVA_FILE, dir),
	    b.data, b.len, 0600);
}

int
riserva_leggi(struct riserva *out, const char *dir)
{
	AUTO(arena) a = arena_new();
	const char *path = arena_printf(a, "%s/" RISERVA_FILE, dir);
	struct riserva x = { 0 };
	AUTO_BUF b = { 0 };
	int r;

	if ((r = file_read(&b, path, 1024)) != 0)
		return r;
	if (strncmp(buf_str(&b), FORMA_RISERVA, strlen(FORMA_RISERVA)) != 0 ||
	    sscanf(buf_str(&b) + strlen(FORMA_RISERVA), "%32[0-9a-f] %d %"
	    SCNd64 " %" SCNd64 " %" SCNd64, x.copia, &x.istantanea, &x.ora,
	    &x.atti, &x.letture) != 5 || x.istantanea < 1)
		return err_set(ERR_FAULT, "%s: non ha la sua forma", path);
	*out = x;
	return 0;
}
