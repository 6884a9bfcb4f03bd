/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/firme/fiducia.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "documenti/fiducia.h"
#include "registro/chiavi.h"

struct lista {			/* of borrowed bytes, ended by p NULL */
	struct byte_dati *v;
	int n, cap;
};

static void
push(struct lista *l, struct arena *a, const void *p, size_t n)
{
	l->v = arena_more(a, l->v, l->n, &l->cap, sizeof *l->v);
	l->v[l->n++] = (struct byte_dati){ p, n };
}

static const struct byte_dati *
ended(struct lista *l, struct arena *a)
{
	push(l, a, NULL, 0);
	return l->v;
}

int
fiducia_adottate(struct nodo ***out, struct arena *a, struct store *st)
{
	struct nodo **docs = NULL;
	const char **nomi;
	int r, used = 0, cap = 0;

	if ((r = registro_fiducie(&nomi, a, st->registro)) != 0)
		return r;
	for (; *nomi != NULL; nomi++) {
		docs = arena_more(a, docs, used, &cap,
		    sizeof(struct nodo *));
		if ((r = store_documento(&docs[used++], a, st, "ente",
		    fiducia_percorso(a, *nomi))) != 0)
			return r;
	}
	docs = arena_more(a, docs, used, &cap,
	    sizeof(struct nodo *));
	docs[used] = NULL;
	*out = docs;
	return 0;
}

/* ---- roots ---- */

static int
add_roots(struct lista *firma, struct lista *marca, struct arena *a,
    struct store *st, const struct nodo *doc, int64_t ora)
{
	const char *nome = nodo_value(a, doc, "nome"), **pezzi;
	const struct nodo *x;
	AUTO_BUF pem = { 0 };
	int r, n, at;

	if ((r = store_bytes(&pem, st, "ente",
	    fiducia_certificati(a, nome))) != 0 ||
	    (r = fiducia_pezzi(&pezzi, a, buf_str(&pem), pem.len)) != 0)
		return r;
	for (n = 0; pezzi[n] != NULL; n++)
		continue;
	for (x = nodo_child(doc, "radice"); x; x = nodo_next(x, "radice")) {
		if (!fiducia_valeva(x, ora))
			continue;
		at = (int)strtol(nodo_attr(x, "posto"), NULL, 10) - 1;
		if (at < 0 || at >= n)
			return err_set(ERR_FAULT, "ente/%s non ha i "
			    "certificati che dice", fiducia_percorso(a, nome));
		push(strcmp(nodo_attr(x, "uso"), FIDUCIA_MARCA) == 0 ? marca :
		    firma, a, pezzi[at], strlen(pezzi[at]));
	}
	return 0;
}

/* ---- revocations ---- */

static bool
ends(const char *s, const char *tail)
{
	size_t n = strlen(s), t = strlen(tail);

	return n > t && strcmp(s + n - t, tail) == 0;
}

static int
add_revocations(struct lista *crl, struct lista *ocsp, struct arena *a,
    struct store *st)
{
	const char *dir = store_path(a, st, REVOCHE_DIR);
	size_t all = 0;
	char **names;
	int r;

	if ((r = dir_list(&names, a, dir)) == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	for (; r == 0 && *names != NULL; names++) {
		AUTO_BUF b = { 0 };
		struct lista *to = ends(*names, ".crl") ? crl :
		    ends(*names, ".ocsp") ? ocsp : NULL;

		if (to == NULL)
			continue;
		if ((r = file_read(&b, arena_printf(a, "%s/%s", dir, *names),
		    REVOCHE_TUTTE - all)) != 0)
			return err_prefix(r, "%s/%s", REVOCHE_DIR, *names);
		push(to, a, arena_memdup(a, buf_str(&b), b.len), b.len);
		all += b.len;
	}
	return r;
}

int
fiducia_carica(struct fiducia *out, struct arena *a, struct store *st,
    int64_t ora)
{
	struct lista firma = { 0 }, marca = { 0 }, crl = { 0 }, ocsp = { 0 };
	struct nodo **docs;
	int r;

	if ((r = fiducia_adottate(&docs, a, st)) != 0)
		return r;
	for (; *docs != NULL; docs++)
		if ((r = add_roots(&firma, &marca, a, st, *docs, ora)) != 0)
			return r;
	if ((r = add_revocations(&crl, &ocsp, a, st)) != 0)
		return r;
	*out = (struct fiducia){ .radici = ended(&firma, a),
	    .radici_tsa = ended(&marca, a), .crl = ended(&crl, a),
	    .ocsp = ended(&ocsp, a), .ora = ora };
	return 0;
}
