/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/fiducia.h"

#include <stdlib.h>
#include <string.h>

#include "base/auto.h"
#include "base/clock.h"

#define INIZIO "-----BEGIN CERTIFICATE-----"
#define FINE "-----END CERTIFICATE-----"

const char *
fiducia_percorso(struct arena *a, const char *nome)
{
	return arena_printf(a, "fiducia/%s.xml", nome);
}

const char *
fiducia_certificati(struct arena *a, const char *nome)
{
	return arena_printf(a, "fiducia/%s.pem", nome);
}

/* A moment that is said; what is said and cannot be read is no moment. */
static bool
moment(int64_t *out, const struct nodo *n, const char *attr)
{
	const char *s = nodo_attr(n, attr);

	if (s != NULL && clock_parse(out, s) == 0)
		return true;
	err_clear();
	return false;
}

bool
fiducia_valeva(const struct nodo *radice, int64_t ora)
{
	int64_t t;

	if (nodo_attr(radice, "dal") != NULL &&
	    (!moment(&t, radice, "dal") || ora < t))
		return false;
	return nodo_attr(radice, "al") == NULL ||
	    (moment(&t, radice, "al") && ora < t);
}

/* ---- the times of a list ---- */

struct riga {
	const struct nodo *servizio, *certificato;
	const char *uso;
	int64_t dal;
};

/* Supervised or accredited under the directive, granted by the regulation;
 * one that is leaving is supervised to its end. */
static bool
believed(const char *stato)
{
	static const char *const good[] = { "granted", "accredited",
	    "undersupervision", "supervisionincessation" };
	size_t i;

	for (i = 0; i < NELEM(good); i++)
		if (strcmp(stato, good[i]) == 0)
			return true;
	return false;
}

/* When the next status of the same certificate begins; false: none does. */
static bool
next(int64_t *out, const struct riga *all, int n, const struct riga *of)
{
	const char *impronta = nodo_attr(of->certificato, "impronta");
	bool found = false;
	int i;

	*out = 0;
	for (i = 0; i < n; i++)
		if (all[i].dal > of->dal && (!found || all[i].dal < *out) &&
		    strcmp(all[i].uso, of->uso) == 0 &&
		    strcmp(nodo_attr(all[i].certificato, "impronta"),
		    impronta) == 0) {
			*out = all[i].dal;
			found = true;
		}
	return found;
}

/* Two statuses of one day: the list contradicts itself; not believed. */
static bool
contradicted(const struct riga *all, int n, const struct riga *of)
{
	int i;

	for (i = 0; i < n; i++)
		if (all[i].dal == of->dal &&
		    strcmp(all[i].uso, of->uso) == 0 &&
		    strcmp(nodo_attr(all[i].certificato, "impronta"),
		    nodo_attr(of->certificato, "impronta")) == 0 &&
		    !believed(nodo_attr(all[i].servizio, "stato")))
			return true;
	return false;
}

/* That of the same certificate, or the next. */
static const char *
place(const struct nodo *doc, struct arena *a, const char *impronta)
{
	const struct nodo *x;
	long last = 0, at;

	for (x = nodo_child(doc, "radice"); x; x = nodo_next(x, "radice")) {
		if (strcmp(nodo_attr(x, "impronta"), impronta) == 0)
			return nodo_attr(x, "posto");
		at = strtol(nodo_attr(x, "posto"), NULL, 10);
		last = at > last ? at : last;
	}
	return arena_printf(a, "%ld", last + 1);
}

static struct nodo *
root(struct nodo *doc, struct arena *a, const char *uso,
    const struct nodo *certificato)
{
	const char *nome = nodo_attr(certificato, "nome");
	const char *impronta = nodo_attr(certificato, "impronta");
	const char *posto = place(doc, a, impronta);
	struct nodo *n = nodo_elem(a, doc, "radice");

	nodo_set(a, n, "uso", uso);
	nodo_set(a, n, "impronta", impronta);
	nodo_set(a, n, "posto", posto);
	nodo_text(a, n, nodo_all_text(a, certificato));
	if (nome == NULL || *nome == '\0')
		nome = nodo_attr(certificato, "soggetto");
	nodo_set(a, n, "nome", nome != NULL && *nome != '\0' ? nome : "?");
	return n;
}

static int
read_lines(struct riga **out, int *n, struct arena *a,
    const struct nodo *elenco, const struct nodo *const *certificato)
{
	const struct nodo *s;
	struct riga *all = NULL;
	int used = 0, cap = 0, i = 0;

	for (s = nodo_child(elenco, "servizio"); s != NULL;
	    s = nodo_next(s, "servizio"), i++) {
		const char *tipo = nodo_attr(s, "tipo");
		struct riga x = { .servizio = s, .certificato =
		    certificato[i], .uso = tipo == NULL ||
		    strcmp(tipo, "TSA/QTST") != 0 ? FIDUCIA_FIRMA :
		    FIDUCIA_MARCA };

		if (x.certificato == NULL)
			continue;
		if (tipo == NULL || nodo_attr(s, "stato") == NULL ||
		    !moment(&x.dal, s, "dal"))
			return err_set(ERR_INVALID, "nell'elenco un servizio "
			    "non dice che cos'è, o da quando");
		all = arena_more(a, all, used, &cap, sizeof *all);
		all[used++] = x;
	}
	*out = all;
	*n = used;
	return 0;
}

int
fiducia_periodi(struct nodo *doc, struct arena *a, const struct nodo *elenco,
    const struct nodo *const *certificato)
{
	char ora[ORA_LEN + 1];
	struct riga *all = NULL;
	struct nodo *x;
	int64_t al;
	int r, n = 0, i;

	if ((r = read_lines(&all, &n, a, elenco, certificato)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if (!believed(nodo_attr(all[i].servizio, "stato")) ||
		    contradicted(all, n, &all[i]))
			continue;
		x = root(doc, a, all[i].uso, all[i].certificato);
		nodo_set(a, x, "stato", nodo_attr(all[i].servizio, "stato"));
		clock_iso(ora, all[i].dal);
		nodo_set(a, x, "dal", ora);
		if (next(&al, all, n, &all[i])) {
			clock_iso(ora, al);
			nodo_set(a, x, "al", ora);
		}
	}
	return 0;
}

void
fiducia_aggiungi(struct nodo *doc, struct arena *a, const char *uso,
    const struct nodo *certificato)
{
	const char *impronta = nodo_attr(certificato, "impronta");
	const struct nodo *x;

	for (x = nodo_child(doc, "radice"); x; x = nodo_next(x, "radice"))
		if (strcmp(nodo_attr(x, "impronta"), impronta) == 0)
			return;		/* given twice */
	root(doc, a, uso, certificato);
}

/* ---- PEM ---- */

void
fiducia_stacca(struct buf *out, struct nodo *doc)
{
	struct nodo *x, *t;
	long next = 1;

	for (x = nodo_child(doc, "radice"); x; x = nodo_next(x, "radice")) {
		bool first = strtol(nodo_attr(x, "posto"), NULL, 10) == next;

		next += first;
		while ((t = x->primo) != NULL) {
			if (first)
				buf_puts(out, t->testo);
			nodo_remove(t);
		}
	}
}

int
fiducia_pezzi(const char ***out, struct arena *a, const char *pem, size_t n)
{
	const char **list = NULL, *p = pem, *end = pem + n, *from, *to;
	int used = 0, cap = 0;

	while ((from = memmem(p, (size_t)(end - p), INIZIO,
	    sizeof INIZIO - 1)) != NULL) {
		to = memmem(from, (size_t)(end - from), FINE, sizeof FINE - 1);
		if (to == NULL)
			return err_set(ERR_INVALID,
			    "un certificato comincia e non finisce");
		p = to + sizeof FINE - 1;
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = arena_printf(a, "%.*s\n", (int)(p - from),
		    from);
	}
	list = arena_more(a, list, used, &cap, sizeof *list);
	list[used] = NULL;
	*out = list;
	return 0;
}
