/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * versare_rese.c - of a package for the conservatore: documents in PDF/A, each
 * beside its XML (versare.h).
 *
 * What is a paper already (a letter, a document signed as PDF) has its PDF
 * among the attachments.  Keeps: the XML is the original, the PDF says that it
 * is none, and so do its metadata; what could not be made once is not made when
 * the package is made again, so that it is the same.
 * Norm: linee guida AgID, Allegato 2 (PDF/A; XML with its schema) and 5.
 */
#include <string.h>

#include "atti/archivio/versare.h"
#include "atti/carte/rese.h"
#include "registro/firme.h"

struct rese {
	struct versare *v;
	int primo;			/* of the pezzi they are among */
	struct resa_doc *x;
	int *di;			/* of which pezzo each of them is */
	int quante;
};

static bool
there(const struct rese *z, const char *impronta)
{
	int i = z->primo;

	while (i < z->v->n_pezzi &&
	    strcmp(z->v->pezzo[i].m.id.impronta, impronta) != 0)
		i++;
	return i < z->v->n_pezzi;
}

/* 1: it is one already, and that goes. */
static int
is_paper(const struct rese *z, const struct stampando *s)
{
	struct op *op = z->v->op;
	const char *impronta = stampare_impronta_tenuta(op, s), *ora;
	int r;

	if (impronta != NULL && there(z, impronta))
		return 1;
	r = registro_resa_firmata(&impronta, &ora, op->a, op->st->registro,
	    s->id, s->impronta);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	return r != 0 ? r : there(z, impronta);
}

static bool
left_out(const struct versare *v, const char *impronta)
{
	int i;

	for (i = 0; i < v->n_senza; i++)
		if (strcmp(v->senza[i], impronta) == 0)
			return true;
	return false;
}

/* That it may go was asked when it was chosen. */
static int
choose(struct rese *z, int i)
{
	const struct pezzo *p = &z->v->pezzo[i];
	struct stampando *s;
	int r;

	if (p->documento == NULL || !rese_si_legge(p->documento,
	    p->tipo) || left_out(z->v, p->m.id.impronta))
		return 0;
	s = arena_alloc(z->v->op->a, sizeof *s);
	if ((r = stampare_apri(s, z->v->op, p->cartella, p->documento)) != 0 ||
	    (r = is_paper(z, s)) != 0)
		return r < 0 ? r : 0;
	z->di[z->quante] = i;
	z->x[z->quante++] = (struct resa_doc){ .s = s };
	return 0;
}

/* ---- what goes ---- */

static int
add(struct versare *v, int di, const struct resa_doc *x)
{
	struct arena *a = v->op->a;
	const char *xml = v->pezzo[di].percorso;
	const char *percorso = arena_printf(a, "%.*s.pdf",
	    (int)(strlen(xml) - strlen(".xml")), xml);
	struct pezzo *p = versare_pezzo(v, percorso, NULL,
	    strrchr(percorso, '/') + 1);
	const struct pezzo *of = &v->pezzo[di];
	struct metadati_documento m = of->m;

	m.id = p->m.id;
	m.nome = p->m.nome;
	m.modalita = GENERATO;
	m.firmato = m.sigillato = false;
	m.oggetto = arena_printf(a, "Resa in PDF/A: %s", of->m.oggetto);
	m.note = arena_printf(a, "Resa in PDF/A, fatta per leggere, di %s, "
	    "che è l'originale", of->m.id.identificativo);
	p->m = m;
	p->primario = di;
	p->resa = true;
	return versare_memoria(v, p, x->p, x->n);
}

/* For who decides whether it goes without, and for the next time. */
static void
tell(struct versare *v, const struct pezzo *of, const char *why)
{
	v->senza = arena_more(v->op->a, v->senza, v->n_senza, &v->cap_senza,
	    sizeof *v->senza);
	v->senza[v->n_senza++] = of->m.id.impronta;
	if (v->perche == NULL)
		v->perche = why;
}

int
versare_rese(struct versare *v, int primo)
{
	size_t most = (size_t)(v->n_pezzi - primo) + 1;
	struct rese z = { .v = v, .primo = primo };
	int i, r;

	if (!v->rese)
		return 0;
	z.x = arena_alloc(v->op->a, most * sizeof *z.x);
	z.di = arena_alloc(v->op->a, most * sizeof *z.di);
	for (i = primo; i < v->n_pezzi; i++)
		if ((r = choose(&z, i)) != 0)
			return r;
	rese_fai(z.x, z.quante, v->op);
	for (i = 0; i < z.quante; i++) {
		if (z.x[i].p == NULL)
			tell(v, &v->pezzo[z.di[i]], z.x[i].manca);
		else if ((r = add(v, z.di[i], &z.x[i])) != 0)
			return r;
	}
	return 0;
}
