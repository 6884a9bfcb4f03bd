/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto_catena.c - of a package of others: what their chain says of it.
 *
 * Refuses: a link whose text is not its impronta, or has another number; links
 * out of order; one that does not follow the one before, where both are there;
 * a document of the index that the link it is said to come from does not name
 * with that impronta.  A link without its text has its impronta alone, which
 * nobody but its body can say more about.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/trasferimento/pacchetto_esame.h"
#include "worker/worker.h"

#define ELENCO PACCHETTO_CATENA "catena.xml"

struct scritto {		/* a document that a link names */
	int64_t seq;
	const char *percorso, *impronta;
};

struct catena {
	struct pacchetto_visto *x;
	const char *cartella;		/* theirs */
	struct scritto *scritto;	/* sorted by seq, percorso */
	int n, cap;
	int64_t prima;			/* link before; 0: none */
	const char *impronta;		/* of it */
};

static int
by_place(const void *a, const void *b)
{
	const struct scritto *x = a, *y = b;

	if (x->seq != y->seq)
		return x->seq < y->seq ? -1 : 1;
	return strcmp(x->percorso, y->percorso);
}

/* ---- the text of a link ---- */

/* "documento <folder> <path> <segno> <impronta>" of their folder. */
static void
note_document(struct catena *c, int64_t seq, const char *line)
{
	struct arena *a = c->x->a;
	char *copy = arena_strdup(a, line), *f[4];
	int i;

	for (i = 0; i < 4; i++) {
		f[i] = copy;
		copy += strcspn(copy, " ");
		if (*copy == ' ')
			*copy++ = '\0';
	}
	if (strcmp(f[0], c->cartella) != 0 || !hash_valid(f[3]))
		return;
	c->scritto = arena_more(a, c->scritto, c->n, &c->cap,
	    sizeof *c->scritto);
	c->scritto[c->n++] = (struct scritto){ seq, f[1], f[3] };
}

static const char *
text_wrong(struct catena *c, int64_t seq, const char *text)
{
	const char *p, *eol, *before = NULL;
	long long is = 0;

	for (p = text; (eol = strchr(p, '\n')) != NULL; p = eol + 1) {
		const char *line = arena_strndup(c->x->a, p,
		    (size_t)(eol - p));

		if (strncmp(line, "seq ", 4) == 0)
			is = strtoll(line + 4, NULL, 10);
		else if (strncmp(line, "precedente ", 11) == 0)
			before = line + 11;
		else if (strncmp(line, "documento ", 10) == 0)
			note_document(c, seq, line + 10);
	}
	if (strncmp(text, "cartella 1\n", 11) != 0 || before == NULL ||
	    is != seq)
		return "non è il testo di quell'anello";
	if (c->prima == seq - 1 && c->prima > 0 &&
	    strcmp(before, c->impronta) != 0)
		return "non segue l'anello che lo precede";
	return NULL;
}

static int
check_text(struct catena *c, int64_t seq, const char *impronta)
{
	const char *nome = arena_printf(c->x->a, PACCHETTO_CATENA "%lld.txt",
	    (long long)seq), *wrong;
	char is[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	int r;

	if ((r = pacchetto_leggi(&b, c->x, nome)) != 0)
		return pacchetto_loro(c->x, nome, r);
	hash_hex(is, buf_str(&b), b.len);
	if (strcmp(is, impronta) != 0)
		wrong = "non ha l'impronta che dice " ELENCO;
	else
		wrong = text_wrong(c, seq, buf_str(&b));
	if (wrong != NULL)
		pacchetto_difetto(c->x, nome, wrong);
	return 0;
}

static int
check_link(struct catena *c, const struct nodo *link)
{
	const char *seq = nodo_attr(link, "seq");
	const char *impronta = nodo_attr(link, "impronta");
	int64_t n;
	int r = 0;

	n = seq != NULL ? strtoll(seq, NULL, 10) : 0;
	if (n <= c->prima || impronta == NULL || !hash_valid(impronta)) {
		pacchetto_difetto(c->x, ELENCO,
		    "ha un anello fuori ordine, o senza forma");
		return 0;
	}
	if (nodo_attr(link, "testo") != NULL)
		r = check_text(c, n, impronta);
	c->prima = n;
	c->impronta = impronta;
	return r;
}

/* ---- the documents of the index ---- */

static const struct nodo *
link_of(const struct catena *c, const char *seq)
{
	const struct nodo *n;

	for (n = nodo_child(c->x->catena, "anello"); n != NULL;
	    n = nodo_next(n, "anello"))
		if (nodo_attr(n, "seq") != NULL &&
		    strcmp(nodo_attr(n, "seq"), seq) == 0)
			return n;
	return NULL;
}

/* What stands in the place of one that was erased is no act's document; what
 * they had of others stands below precedenti/. */
static bool
of_the_chain(const struct nodo *f, const char *path)
{
	const char *tipo = nodo_attr(f, "tipo");

	return strncmp(path, "precedenti/", 11) != 0 &&
	    (tipo == NULL || strcmp(tipo, "lapide") != 0);
}

static void
check_named(struct catena *c, const struct nodo *f)
{
	const char *nome = nodo_attr(f, "percorso");
	const char *atto = nodo_attr(f, "atto"), *path;
	const struct nodo *link;
	struct scritto key, *found = NULL;

	if (strncmp(nome, PACCHETTO_DOCUMENTI,
	    strlen(PACCHETTO_DOCUMENTI)) != 0)
		return;
	path = nome + strlen(PACCHETTO_DOCUMENTI);
	link = atto != NULL ? link_of(c, atto) : NULL;
	if (link == NULL) {
		pacchetto_difetto(c->x, nome, "nessun anello della catena lo "
		    "ha scritto");
		return;
	}
	if (nodo_attr(link, "testo") == NULL || !of_the_chain(f, path))
		return;
	key = (struct scritto){ strtoll(atto, NULL, 10), path, NULL };
	if (c->n > 0)
		found = bsearch(&key, c->scritto, (size_t)c->n,
		    sizeof *c->scritto, by_place);
	if (found == NULL || strcmp(found->impronta,
	    nodo_attr(f, "impronta")) != 0)
		pacchetto_difetto(c->x, nome, arena_printf(c->x->a,
		    "l'anello %s della catena non lo ha scritto così", atto));
}

int
pacchetto_esamina_catena(struct pacchetto_visto *x)
{
	struct catena c = { .x = x, .cartella = nodo_value(x->a, x->indice,
	    "volume/storia/@cartella") };
	const struct nodo *n, *g, *f;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = pacchetto_leggi(&b, x, ELENCO)) != 0 ||
	    (r = worker_xml_altrui(&x->catena, x->a, buf_str(&b), b.len)) != 0)
		return pacchetto_loro(x, ELENCO, r);
	for (n = nodo_child(x->catena, "anello"); n; n = nodo_next(n, "anello"))
		if ((r = check_link(&c, n)) != 0)
			return r;
	if (c.n > 1)
		qsort(c.scritto, (size_t)c.n, sizeof *c.scritto, by_place);
	for (g = nodo_child(x->indice, "gruppo"); g; g = nodo_next(g, "gruppo"))
		for (f = nodo_child(g, "file"); f; f = nodo_next(f, "file"))
			check_named(&c, f);
	return 0;
}
