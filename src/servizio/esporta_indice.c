/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esporta_indice.c - pages by which a person finds the documents of an export:
 * one of kinds and years, one of the folders of a year, some of the documents
 * of a folder, each with links to its XML and its PDF.
 *
 * Keeps: plain HTML and one style sheet, no script, nothing from outside; no
 * page is longer than RIGHE, so memory does not grow with the store.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/resource.h"
#include "documenti/numero.h"
#include "servizio/esporta.h"
#include "xml/xml.h"

#define RIGHE 500		/* documents of a page */
#define STILE "templates/pacchetto/stile.css"

/* A page that is being filled. */
struct pagina {
	struct arena *a;
	struct nodo *n;
	const char *nome;	/* of what it tells: "cartelle/2026/0000001" */
	int righe, numero;	/* which of its pages, from 1 */
};

struct indice {
	struct uscita *u;
	struct arena *a;
	const char *ente, *ora;
	struct pagina tutto, anno, cartella;	/* n NULL: there is none */
	int documenti;		/* of the folder */
	int mancano;		/* of them, without a PDF */
};

/* ---- a page ---- */

/* From pdf/<nome>/ back to the export. */
static const char *
way_up(struct arena *a, const char *nome)
{
	const char *up = "../";

	for (; *nome != '\0'; nome++)
		if (*nome == '/')
			up = arena_printf(a, "%s../", up);
	return arena_printf(a, "%s../", up);
}

static void
begin(struct pagina *p, const struct indice *x, const char *nome, int numero,
    const char *titolo)
{
	p->a = arena_new();
	p->n = nodo_new(p->a, "esportazione");
	p->nome = arena_strdup(p->a, nome);
	p->righe = 0;
	p->numero = numero;
	nodo_set(p->a, p->n, "ente", x->ente);
	nodo_set(p->a, p->n, "ora", x->ora);
	nodo_set(p->a, p->n, "titolo", titolo);
	nodo_set(p->a, p->n, "su", nome[0] == '\0' ? "../" :
	    way_up(p->a, nome));
}

static void
drop(struct pagina *p)
{
	arena_free(p->a);
	*p = (struct pagina){ 0 };
}

static const char *
file_of(struct arena *a, int numero)
{
	return numero == 1 ? "indice.html" : arena_printf(a, "indice-%d.html",
	    numero);
}

static int
put(struct pagina *p, struct uscita *u, bool more)
{
	AUTO_BUF b = { 0 };
	int r;

	if (p->numero > 1)
		nodo_set(p->a, p->n, "prima", file_of(p->a, p->numero - 1));
	if (more)
		nodo_set(p->a, p->n, "dopo", file_of(p->a, p->numero + 1));
	if ((r = xml_transform(&b, "esportazione", p->n, NULL)) != 0)
		return r;
	r = uscita_testo(u, arena_printf(p->a, ESPORTA_PDF "%s%s%s", p->nome,
	    p->nome[0] != '\0' ? "/" : "", file_of(p->a, p->numero)), b.data,
	    b.len);
	drop(p);
	return r;
}

/* ---- what a page is of ---- */

/* "Cartella CS-2026-0000001"; "Registro di protocollo 2026". */
static const char *
title_of(struct arena *a, const char *nome)
{
	struct numero n;

	if (numero_of_folder(&n, nome) == 0)
		return numero_text(a, &n);
	err_clear();
	return arena_printf(a, "Registro di protocollo %s",
	    strrchr(nome, '/') + 1);
}

/* "cartelle/2026" of "cartelle/2026/0000001"; of the register, nothing: its
 * folders are years. */
static const char *
year_of(struct arena *a, const char *nome)
{
	return strncmp(nome, "registro/", 9) == 0 ? NULL :
	    arena_strndup(a, nome, (size_t)(strrchr(nome, '/') - nome));
}

/* "Cartelle 2026" */
static const char *
title_of_year(struct arena *a, const char *anno)
{
	static const char *const kinds[][2] = {
		{ "accessi/", "Primi contatti" }, { "cartelle/", "Cartelle" },
		{ "fascicoli/", "Fascicoli" },
	};
	size_t i;

	for (i = 0; i < NELEM(kinds); i++)
		if (strncmp(anno, kinds[i][0], strlen(kinds[i][0])) == 0)
			return arena_printf(a, "%s %s", kinds[i][1],
			    anno + strlen(kinds[i][0]));
	return anno;
}

/* <voce> of p: a page below it, and how many documents it leads to. */
static void
add_entry(struct pagina *p, const char *titolo, const char *nome, int documenti,
    int mancano)
{
	struct nodo *v = nodo_elem(p->a, p->n, "voce");

	nodo_set(p->a, v, "titolo", titolo);
	nodo_set(p->a, v, "pagina", arena_printf(p->a, "%s/indice.html",
	    nome + (p->nome[0] != '\0' ? strlen(p->nome) + 1 : 0)));
	if (documenti > 0)
		nodo_set(p->a, v, "documenti", arena_printf(p->a, "%d",
		    documenti));
	if (mancano > 0)
		nodo_set(p->a, v, "mancano", arena_printf(p->a, "%d",
		    mancano));
}

/* ---- as they come ---- */

static int
end_year(struct indice *x)
{
	if (x->anno.n == NULL)
		return 0;
	add_entry(&x->tutto, title_of_year(x->a, x->anno.nome), x->anno.nome,
	    0, 0);
	return put(&x->anno, x->u, false);
}

static int
end_folder(struct indice *x)
{
	struct pagina *p = &x->cartella;
	AUTO(arena) a = arena_new();
	const char *anno;
	int r;

	if (p->n == NULL)
		return 0;
	anno = year_of(a, p->nome);
	if (x->anno.n != NULL && (anno == NULL ||
	    strcmp(anno, x->anno.nome) != 0) && (r = end_year(x)) != 0)
		return r;
	if (anno != NULL && x->anno.n == NULL)
		begin(&x->anno, x, anno, 1, title_of_year(x->a, anno));
	add_entry(anno != NULL ? &x->anno : &x->tutto, title_of(a, p->nome),
	    p->nome, x->documenti, x->mancano);
	x->documenti = x->mancano = 0;
	return put(p, x->u, false);
}

int
indice_apri(struct indice **out, struct uscita *u, const char *ente,
    const char *ora)
{
	const struct resource *css = resource_find(STILE);
	AUTO(indice) x = calloc(1, sizeof *x);
	int r;

	if (x == NULL)
		abort();
	x->a = arena_new();
	x->u = u;
	x->ente = arena_strdup(x->a, ente);
	x->ora = arena_strdup(x->a, ora);
	begin(&x->tutto, x, "", 1, "I documenti");
	if ((r = uscita_testo(u, ESPORTA_STILE, css->data,
	    css->size)) != 0)
		return r;
	*out = MOVE(x);
	return 0;
}

static void
add_document(struct pagina *p, const struct indice_riga *riga)
{
	struct nodo *d = nodo_elem(p->a, p->n, "documento");

	nodo_set(p->a, d, "titolo", riga->titolo);
	nodo_set(p->a, d, "di-che", riga->di_che);
	nodo_set(p->a, d, "ora", riga->ora);
	nodo_set(p->a, d, "firma", riga->firma);
	nodo_set(p->a, d, "percorso", riga->percorso);
	nodo_set(p->a, d, "xml", arena_printf(p->a, "documenti/%s/%s", p->nome,
	    riga->percorso));
	nodo_set(p->a, d, riga->resa ? "resa" : "carta", riga->pdf);
	nodo_set(p->a, d, "manca", riga->manca);
	p->righe++;
}

int
indice_riga(struct indice *x, const char *nome, const struct indice_riga *riga)
{
	struct pagina *p = &x->cartella;
	int r, numero = 1;

	if (p->n != NULL && strcmp(p->nome, nome) != 0 &&
	    (r = end_folder(x)) != 0)
		return r;
	if (p->n != NULL && p->righe == RIGHE) {
		numero = p->numero + 1;
		if ((r = put(p, x->u, true)) != 0)
			return r;
	}
	if (p->n == NULL)
		begin(p, x, nome, numero, title_of(x->a, nome));
	add_document(p, riga);
	x->documenti++;
	x->mancano += riga->pdf == NULL;
	return 0;
}

int
indice_fine(struct indice *x)
{
	int r;

	if ((r = end_folder(x)) != 0 || (r = end_year(x)) != 0)
		return r;
	return put(&x->tutto, x->u, false);
}

void
indice_free(struct indice *x)
{
	if (x == NULL)
		return;
	drop(&x->tutto);
	drop(&x->anno);
	drop(&x->cartella);
	arena_free(x->a);
	free(x);
}
