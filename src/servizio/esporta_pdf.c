/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esporta_pdf.c - of an export: every document of the cases and of the register
 * as people read it, in PDF/A, at the same place below pdf/ as its XML below
 * documenti/.
 *
 * What is a paper already (a letter, what was signed as PDF) has its PDF among
 * the attachments, and the page says where.  Keeps: the XML is the original; a
 * PDF that cannot be made is told and loses nothing else.  Nobody's permission
 * is asked: an export is all there is, and was asked for as such.  Memory does
 * not grow with the documents.
 * Norm: linee guida AgID, Allegato 2; DPR 445/2000 art. 52 c. 1.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atti/atto.h"
#include "atti/carte/rese.h"
#include "base/clock.h"
#include "base/hash.h"
#include "documenti/stampato.h"
#include "documenti/titolo.h"
#include "registro/firme.h"
#include "registro/giorni.h"
#include "servizio/esporta.h"
#include "worker/convertitore.h"

#define PORZIONE 400		/* documents held at once */
#define GUASTI 20		/* failures in a row, and no other is tried */
#define UNO_MS 90		/* of a processor, for one: docs/misure.md */
#define DETTI 20		/* that are told one by one; mancano.txt has all */
#define MANCANO "pdf/mancano.txt"

struct voce {			/* a document */
	const char *nome;	/* its folder: "cartelle/2026/0000001" */
	const char *percorso, *tipo;
	struct stampando s;
	const char *pdf;	/* below the export */
	bool resa;
	const char *manca;
	struct resa_doc *x;	/* NULL: no rendition is made */
};

struct giro {
	struct uscita *u;
	struct momento *m;
	const char *utente;
	const struct avute *avute;
	struct indice *indice;
	struct foglio *fonti, *mancano;
	int64_t fatti, totale;
	bool smesso;		/* no more are tried */
	struct esportato *conto;

	struct op *op;		/* of a portion */
	struct voce voce[PORZIONE];
	struct resa_doc x[PORZIONE];
	char impronta[PORZIONE][IMPRONTA_LEN + 1];	/* of the PDF of x */
	int n, n_x;
	struct buf avuta;	/* the PDF that is being taken over */
};

/*
 * It carries what atti/ needs to make a paper.  The word is of no atto and no
 * role has it: whatever asks for a permission with it is refused.
 */
static const struct atto atto_esporta = { .nome = "esporta" };

static struct op *
new_op(const struct giro *g)
{
	AUTO(arena) a = arena_new();
	struct nodo *in = nodo_new(a, "istanza");

	nodo_set(a, in, "id", "");
	nodo_elem(a, in, atto_esporta.nome);
	return op_new(g->m->st, &atto_esporta, in, g->utente, NULL);
}

/* ---- what there is ---- */

/* "registro/2026" of "registro/2026.git". */
static const char *
name_of(struct arena *a, const char *cartella)
{
	size_t n = strlen(cartella);

	return n > 4 && strcmp(cartella + n - 4, ".git") == 0 ?
	    arena_strndup(a, cartella, n - 4) : arena_strdup(a, cartella);
}

/* The body itself is rules and offices, and its words are in the XML. */
static bool
is_of_body(const char *cartella)
{
	return strcmp(cartella, "ente") == 0;
}

static int
count(int64_t *out, const struct momento *m)
{
	struct attuale *d;
	int r, i, k, n;

	*out = 0;
	for (i = 0; i < m->n_teste; i++) {
		AUTO(arena) a = arena_new();

		if (is_of_body(m->teste[i].cartella))
			continue;
		if ((r = registro_attuali(&d, &n, a, m->st->registro,
		    m->teste[i].cartella)) != 0)
			return r;
		for (k = 0; k < n; k++)
			*out += rese_si_legge(d[k].percorso, d[k].tipo);
	}
	return 0;
}

/* Before an hour is spent. */
static void
foretell(const struct giro *g)
{
	int64_t most = (int64_t)sysconf(_SC_NPROCESSORS_ONLN);
	char text[160];

	if (most < 1 || most > CONVERTITORE_FIGLI)
		most = most < 1 ? 1 : CONVERTITORE_FIGLI;
	most = g->totale * UNO_MS / 60000 / most;
	if (most < 1)
		return;
	snprintf(text, sizeof text, "%lld documenti da rendere in PDF, circa "
	    "%lld minuti; con --pdf no restano fuori",
	    (long long)g->totale, (long long)most);
	g->u->l->difetto(g->u->l->arg, true, "pdf", text);
}

/* ---- a document ---- */

/* Words of an error, which is then forgotten. */
static const char *
why(struct op *op)
{
	const char *s = arena_strdup(op->a, err_msg());

	err_clear();
	return s;
}

/* The register of a day, when it was sealed; NULL: it is none, or was not. */
static int
sealed_day(const char **impronta, struct giro *g, const struct stampando *s)
{
	struct chiusura c;
	int r;

	*impronta = NULL;
	if (strcmp(s->tipo, "registro-giornaliero") != 0)
		return 0;
	r = registro_chiusura(&c, g->op->a, g->m->st->registro,
	    nodo_value(g->op->a, s->doc, "data"));
	if (r == 0)
		*impronta = c.pdf;
	else if (r == ERR_ABSENT)
		err_clear();
	return r == ERR_ABSENT ? 0 : r;
}

/* *rel: where the paper is that it has become already; NULL: it is none. */
static int
find_paper(const char **rel, struct giro *g, const struct stampando *s)
{
	const char *impronta = stampare_impronta_tenuta(g->op, s), *ora;
	int r;

	*rel = NULL;
	if (impronta == NULL && (r = sealed_day(&impronta, g, s)) != 0)
		return r;
	if (impronta != NULL && ((r = esporta_posto(rel, g->op->a, g->u, g->m,
	    impronta)) != 0 || *rel != NULL))
		return r;
	r = registro_resa_firmata(&impronta, &ora, g->op->a,
	    g->m->st->registro, s->id, s->impronta);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	return r != 0 ? r : esporta_posto(rel, g->op->a, g->u, g->m,
	    impronta);
}

static void
read_one(struct giro *g, const char *cartella, const char *nome,
    const struct attuale *d)
{
	struct arena *a = g->op->a;
	struct voce *v = &g->voce[g->n++];

	*v = (struct voce){ .nome = arena_strdup(a, nome),
	    .percorso = arena_strdup(a, d->percorso),
	    .tipo = arena_strdup(a, d->tipo) };
	if (stampare_apri(&v->s, g->op, arena_strdup(a, cartella),
	    v->percorso) != 0 || find_paper(&v->pdf, g, &v->s) != 0) {
		v->manca = why(g->op);
		return;
	}
	if (v->pdf != NULL) {
		g->fatti++;
		return;
	}
	v->resa = true;
	v->x = &g->x[g->n_x++];
	*v->x = (struct resa_doc){ .s = &v->s };
}

/* ---- a portion ---- */

static int
take_over(void *arg, struct resa_doc *x)
{
	struct giro *g = arg;
	int r;

	buf_clear(&g->avuta);
	if (g->avute == NULL || (r = avute_cerca(&g->avuta, g->avute,
	    x->fonte)) == 0)
		return 0;
	x->p = g->avuta.data;
	x->n = g->avuta.len;
	return r;
}

static int
put_pdf(void *arg, struct resa_doc *x)
{
	struct giro *g = arg;
	const char *percorso = x->s->percorso;
	AUTO(arena) a = arena_new();

	g->fatti++;
	if (g->u->l->avanzamento != NULL)
		g->u->l->avanzamento(g->u->l->arg, "PDF", g->fatti,
		    g->totale);
	if (x->p == NULL)
		return 0;
	hash_hex(g->impronta[x - g->x], x->p, x->n);
	return uscita_testo(g->u, arena_printf(a, ESPORTA_PDF "%s/%.*s.pdf",
	    name_of(a, x->s->folder), (int)(strlen(percorso) -
	    strlen(".xml")), percorso), x->p, x->n);
}

static int
render(struct giro *g)
{
	struct rese_come come = { .guasti = GUASTI, .avuta = take_over,
	    .fatta = put_pdf, .arg = g };
	int i, r;

	if (g->smesso) {
		for (i = 0; i < g->n_x; i++)
			g->x[i].manca = "la conversione in PDF non va, e non "
			    "è stata più tentata";
		return 0;
	}
	if ((r = rese_ogni(g->x, g->n_x, g->op, &come)) < 0)
		return r;
	g->smesso = r == 1;
	return 0;
}

static int
tell_missing(struct giro *g, const struct voce *v)
{
	AUTO(arena) a = arena_new();
	const char *xml = arena_printf(a, "documenti/%s/%s", v->nome,
	    v->percorso);
	int r;

	if (g->mancano == NULL &&
	    (r = foglio_open(&g->mancano, g->u, MANCANO)) != 0)
		return r;
	foglio_printf(g->mancano, "%s: %s\n", xml, v->manca);
	if (++g->conto->senza_pdf <= DETTI)
		g->u->l->difetto(g->u->l->arg, false, xml, arena_printf(a,
		    "il PDF non si è potuto fare: %s", v->manca));
	return 0;
}

/* In the list of what was made of what, or of what is missing; on its page. */
static int
write_down(struct giro *g, struct voce *v)
{
	struct arena *a = g->op->a;
	const struct resa_doc *x = v->x;
	struct indice_riga riga = { .percorso = v->percorso, .resa = v->resa,
	    .titolo = v->s.titolo != NULL ? v->s.titolo :
	    stampato_titolo(a, v->tipo), .ora = v->s.ora,
	    .firma = v->s.firma };
	int r;

	if (x != NULL && x->manca != NULL)
		v->manca = x->manca;
	else if (x != NULL) {
		v->pdf = arena_printf(a, ESPORTA_PDF "%s/%.*s.pdf", v->nome,
		    (int)(strlen(v->percorso) - strlen(".xml")),
		    v->percorso);
		foglio_printf(g->fonti, "%s %s %s\n", x->fonte,
		    g->impronta[x - g->x], v->pdf);
		g->conto->pdf++;
	}
	if (v->manca != NULL && (r = tell_missing(g, v)) != 0)
		return r;
	riga.pdf = v->pdf;
	riga.manca = v->manca;
	riga.di_che = v->s.doc != NULL ? documento_titolo(a, v->s.doc) : NULL;
	return indice_riga(g->indice, v->nome, &riga);
}

static int
flush(struct giro *g)
{
	int i, r;

	if ((r = render(g)) != 0)
		return r;
	for (i = 0; i < g->n; i++)
		if ((r = write_down(g, &g->voce[i])) != 0)
			return r;
	g->n = g->n_x = 0;
	op_free(g->op);
	g->op = new_op(g);
	return 0;
}

/* ---- all of them ---- */

static int
put_folder(struct giro *g, const char *cartella)
{
	AUTO(arena) a = arena_new();
	const char *nome = name_of(a, cartella);
	struct attuale *d;
	int r, i, n;

	if ((r = registro_attuali(&d, &n, a, g->m->st->registro,
	    cartella)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if (!rese_si_legge(d[i].percorso, d[i].tipo))
			continue;
		read_one(g, cartella, nome, &d[i]);
		if (g->n == PORZIONE && (r = flush(g)) != 0)
			return r;
	}
	return 0;
}

static int
put_all(struct giro *g)
{
	int i, r;

	for (i = 0; i < g->m->n_teste; i++)
		if (!is_of_body(g->m->teste[i].cartella) &&
		    (r = put_folder(g, g->m->teste[i].cartella)) != 0)
			return r;
	if ((r = flush(g)) != 0 || (r = indice_fine(g->indice)) != 0 ||
	    (g->mancano != NULL && (r = foglio_end(&g->mancano)) != 0))
		return r;
	return foglio_end(&g->fonti);
}

static int
begin(struct giro *g)
{
	char ora[ORA_LEN + 1];
	struct ente ente;
	int r;

	clock_iso(ora, g->m->ultimo.ora);
	if ((r = registro_ente(&ente, g->m->a, g->m->st->registro)) != 0 ||
	    (r = count(&g->totale, g->m)) != 0 ||
	    (r = indice_apri(&g->indice, g->u, ente.denominazione,
	    ora)) != 0 || (r = foglio_open(&g->fonti, g->u,
	    ESPORTA_FONTI)) != 0)
		return r;
	foretell(g);
	g->op = new_op(g);
	return 0;
}

int
esporta_pdf(struct esportato *out, struct uscita *u, struct momento *m,
    const char *utente, const struct avute *avute)
{
	struct giro *g = calloc(1, sizeof *g);
	int r;

	if (g == NULL)
		abort();
	g->u = u;
	g->m = m;
	g->utente = utente;
	g->avute = avute;
	g->conto = out;
	if ((r = begin(g)) == 0)
		r = put_all(g);
	indice_free(g->indice);
	foglio_free(g->fonti);
	foglio_free(g->mancano);
	op_free(g->op);
	buf_free(&g->avuta);
	free(g);
	return r;
}

/* ---- which names they have ---- */

/* "indice.html", "indice-12.html" */
static bool
is_page(const char *nome)
{
	size_t n = strlen("indice");

	if (strncmp(nome, "indice", n) != 0)
		return false;
	nome += n;
	if (nome[0] == '-' && nome[1] >= '1' && nome[1] <= '9')
		nome += 1 + strspn(nome + 1, "0123456789");
	return strcmp(nome, ".html") == 0;
}

bool
esporta_pdf_nome(const char **documento, struct arena *a, const char *rel)
{
	const size_t before = strlen(ESPORTA_PDF);
	const char *nome = strrchr(rel, '/');
	size_t n = strlen(rel);

	*documento = NULL;
	if (strncmp(rel, ESPORTA_PDF, before) != 0)
		return false;
	if (strcmp(rel, ESPORTA_FONTI) == 0 || strcmp(rel, MANCANO) == 0 ||
	    strcmp(rel, ESPORTA_STILE) == 0 || is_page(nome + 1))
		return true;
	if (n < 4 || strcmp(rel + n - 4, ".pdf") != 0)
		return false;
	*documento = arena_printf(a, "documenti/%.*s.xml",
	    (int)(n - before - 4), rel + before);
	return true;
}
