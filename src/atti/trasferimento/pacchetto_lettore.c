/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto_lettore.c - of a package: the pages that people read, and
 * LEGGIMI.txt (pacchetto.h).
 *
 * Keeps: pages are plain HTML with one style sheet beside them, no script and
 * nothing from outside; each shows only what the package has.
 */
#include <string.h>

#include "atti/carte/stampare.h"
#include "atti/table.h"
#include "atti/trasferimento/pacchetto.h"
#include "base/resource.h"
#include "documenti/omissis.h"
#include "documenti/stampato.h"
#include "registro/legami.h"
#include "xml/xml.h"

#define DIR "data/lettore/"

static int
page(struct pacchetto *p, const char *nome, const struct nodo *tree,
    const char *which)
{
	const char *const params[] = { "pagina", which, NULL };
	AUTO_BUF b = { 0 };
	int r;

	if ((r = xml_transform(&b, "lettore", tree, params)) != 0)
		return r;
	return pacchetto_metti(p, NULL, "lettore", arena_printf(p->op->a,
	    DIR "%s", nome), &b);
}

/* What every page says at its head. */
static void
say_head(struct nodo *to, struct pacchetto *p)
{
	struct arena *a = p->op->a;

	nodo_set(a, to, "riferimento", p->riferimento);
	nodo_set(a, to, "ente", nodo_value(a, p->indice, "volume/ente"));
	nodo_set(a, to, "ora", p->op->ora_iso);
	nodo_set(a, to, "commit", p->head);
	nodo_set(a, to, "intera", p->intero ? "si" : "no");
}

/* ---- documents ---- */

static bool
is_diary(const struct attuale *d)
{
	return !percorso_omissis(d->percorso) &&
	    (strcmp(d->tipo, "voce-diario") == 0 ||
	    strcmp(d->tipo, "correzione-voce") == 0);
}

/* A file of the package that the document names. */
static void
add_files(struct nodo *to, struct pacchetto *p, const struct borsa_file *d)
{
	struct arena *a = p->op->a;
	const struct nodo *f;
	const char *impronta;

	for (f = nodo_child(p->lettore, "allegato"); f != NULL;
	    f = nodo_next(f, "allegato")) {
		impronta = arena_strndup(a, nodo_attr(f, "percorso") +
		    strlen("data/allegati/"), IMPRONTA_LEN);
		if (memmem(d->p, d->n, impronta, IMPRONTA_LEN) != NULL)
			nodo_add(to, nodo_copy(a, f));
	}
}

/* Among the attachments, whose PDF one is. */
static void
name_paper(struct pacchetto *p, const struct pacchetto_carta *c)
{
	const char *nome;
	struct nodo *f;

	for (f = nodo_child(p->lettore, "allegato"); f != NULL;
	    f = nodo_next(f, "allegato")) {
		if (strcmp(nodo_attr(f, "percorso"), c->pdf) != 0)
			continue;
		nome = nodo_attr(f, "nome");
		if (c->firmato || nome == NULL || strstr(c->pdf, nome) != NULL)
			nodo_set(p->op->a, f, "nome", arena_printf(p->op->a,
			    "%s: il PDF%s", c->s.titolo, c->firmato ?
			    " firmato" : ""));
	}
}

/* The element whose text is that impronta. */
static const struct nodo *
naming(const struct nodo *n, const char *impronta)
{
	const struct nodo *c, *found;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (c->primo != NULL && c->primo->nome == NULL &&
		    strcmp(c->primo->testo, impronta) == 0)
			return c;
		if ((found = naming(c, impronta)) != NULL)
			return found;
	}
	return NULL;
}

/* Among the attachments, what a letter was made from: without this it would
 * have the name of its bytes. */
static void
name_sources(struct pacchetto *p, const struct pacchetto_carta *c)
{
	struct arena *a = p->op->a;
	const struct nodo *by;
	const char *nome;
	struct nodo *f;

	for (f = nodo_child(p->lettore, "allegato"); f != NULL;
	    f = nodo_next(f, "allegato")) {
		nome = nodo_attr(f, "nome");
		if (nome == NULL || strlen(nome) != IMPRONTA_LEN + 4 ||
		    strcmp(nome + IMPRONTA_LEN, ".odt") != 0 ||
		    (by = naming(c->s.doc, arena_strndup(a, nome,
		    IMPRONTA_LEN))) == NULL)
			continue;
		nodo_set(a, f, "nome", arena_printf(a, "%s: il %s (ODT)",
		    c->s.titolo, strcmp(by->nome, "odt") == 0 ? "testo" :
		    "modello"));
	}
}

/* In the place of a document: what it says of itself, and its words. */
static void
add_omissis(struct pacchetto *p, int i, int number)
{
	const struct attuale *d = &p->doc[i];
	const struct pacchetto_carta *c = &p->carta[i];
	struct op *op = p->op;
	struct nodo *n = nodo_elem(op->a, p->lettore, "documento");
	const struct nodo *doc = c->s.doc;

	nodo_set(op->a, n, "percorso", d->percorso);
	nodo_set(op->a, n, "titolo", arena_printf(op->a,
	    "%s (copia con omissis)", nodo_value(op->a, doc, "titolo")));
	nodo_set(op->a, n, "ora", d->ora);
	nodo_set(op->a, n, "operatore", stampare_utente(op, d->operatore));
	nodo_set(op->a, n, "impronta", d->impronta);
	nodo_set(op->a, n, "pdf", c->pdf);
	nodo_set(op->a, n, "omissis", omissis_dice(op->a, doc));
	nodo_set(op->a, n, "originale", nodo_value(op->a, doc,
	    "documento-impronta"));
	nodo_set(op->a, n, "pagina", arena_printf(op->a,
	    "documento-%04d.html", number));
	nodo_add(n, omissis_stampato(op->a, doc, NULL));
	n->ultimo->nome = "testo";
}

static void
add_document(struct pacchetto *p, int i, int number)
{
	const struct attuale *d = &p->doc[i];
	struct pacchetto_carta *c = &p->carta[i];
	struct op *op = p->op;
	const struct borsa_file *f = borsa_trova(&p->borsa,
	    arena_printf(op->a, "data/documenti/%s", d->percorso));
	struct nodo *n;

	if (percorso_omissis(d->percorso)) {
		add_omissis(p, i, number);
		return;
	}
	n = nodo_elem(op->a, p->lettore, "documento");
	nodo_set(op->a, n, "percorso", d->percorso);
	nodo_set(op->a, n, "titolo", c->s.titolo);
	nodo_set(op->a, n, "ora", d->ora);
	nodo_set(op->a, n, "operatore", stampare_utente(op, d->operatore));
	nodo_set(op->a, n, "firma", c->s.firma);
	nodo_set(op->a, n, "impronta", d->impronta);
	nodo_set(op->a, n, "pdf", c->pdf);
	nodo_set(op->a, n, "pdf-firmato", c->firmato ? "si" : NULL);
	nodo_set(op->a, n, is_diary(d) ? "diario" : "pagina",
	    is_diary(d) ? "si" : arena_printf(op->a, "documento-%04d.html",
	    number));
	if (c->pdf != NULL)
		name_paper(p, c);
	name_sources(p, c);
	add_files(n, p, f);
	stampare_nomi(op, &c->s, c->s.doc);
	nodo_add(n, stampato_fai(op->a, c->s.doc, c->s.campi, c->s.titolo,
	    NULL));
	n->ultimo->nome = "testo";
}

static int
document_page(struct pacchetto *p, const struct nodo *d)
{
	struct nodo *tree = nodo_new(p->op->a, "lettore");

	say_head(tree, p);
	nodo_add(tree, nodo_copy(p->op->a, d));
	return page(p, nodo_attr(d, "pagina"), tree, "documento");
}

static int
add_documents(struct pacchetto *p)
{
	const struct nodo *d;
	int i, r, number = 0;

	for (i = 0; i < p->n_doc; i++)
		if (p->carta[i].letta)
			add_document(p, i, ++number);
	for (d = nodo_child(p->lettore, "documento"); d != NULL;
	    d = nodo_next(d, "documento"))
		if (nodo_attr(d, "pagina") != NULL &&
		    (r = document_page(p, d)) != 0)
			return r;
	return 0;
}

/* ---- who, when, which numbers ---- */

/* Has it made something that goes? */
static bool
act_goes(const struct pacchetto *p, const struct nodo *act)
{
	const struct nodo *d;

	for (d = nodo_child(act, "documento"); d; d = nodo_next(d, "documento"))
		if (pacchetto_va(p, nodo_attr(d, "percorso")))
			return true;
	return false;
}

static int
add_acts(struct pacchetto *p)
{
	struct op *op = p->op;
	struct occhio occhio = op_occhio(op);
	struct nodo *n, *next, *storia = nodo_elem(op->a, p->lettore,
	    "storia");
	const struct atto *atto;
	int r;

	if ((r = registro_storia(storia, op->a, op->st->registro, &occhio,
	    &p->n)) != 0)
		return r;
	for (n = nodo_child(storia, "atto"); n != NULL; n = next) {
		next = nodo_next(n, "atto");
		if (!act_goes(p, n)) {
			nodo_remove(n);
			continue;
		}
		if ((atto = atto_find(nodo_attr(n, "atto"))) != NULL)
			nodo_set(op->a, n, "sommario", atto->sommario);
		nodo_set(op->a, n, "operatore", stampare_utente(op,
		    nodo_attr(n, "operatore")));
	}
	return 0;
}

static int
style_sheet(struct pacchetto *p)
{
	const struct resource *css =
	    resource_find("templates/pacchetto/stile.css");
	AUTO_BUF b = { 0 };

	buf_append(&b, css->data, css->size);
	return pacchetto_metti(p, NULL, "lettore", DIR "stile.css", &b);
}

int
pacchetto_lettore(struct pacchetto *p)
{
	static const char *const pages[] = { "index", "diario", "registro",
	    "atti" };
	size_t i;
	int r;

	say_head(p->lettore, p);
	nodo_add(p->lettore, nodo_copy(p->op->a, p->registro));
	if ((r = style_sheet(p)) != 0 || (r = add_documents(p)) != 0 ||
	    (r = add_acts(p)) != 0)
		return r;
	for (i = 0; i < NELEM(pages); i++)
		if ((r = page(p, arena_printf(p->op->a, "%s.html", pages[i]),
		    p->lettore, pages[i])) != 0)
			return r;
	return 0;
}

/* ---- the index itself, and how all is checked ---- */

int
pacchetto_leggimi(struct pacchetto *p)
{
	const struct resource *xsd =
	    resource_find("schema/pacchetto/indice-pacchetto.xsd");
	AUTO_BUF text = { 0 }, schema = { 0 }, indice = { 0 };
	int r;

	buf_append(&schema, xsd->data, xsd->size);
	if ((r = pacchetto_metti(p, NULL, "schema", "data/indice.xsd",
	    &schema)) != 0)
		return r;
	nodo_write(&indice, p->indice);
	if ((r = pacchetto_metti(p, NULL, NULL, "data/indice.xml",
	    &indice)) != 0 ||
	    (r = xml_transform(&text, "leggimi", p->indice, NULL)) != 0)
		return r;
	return pacchetto_metti(p, NULL, NULL, "LEGGIMI.txt", &text);
}
