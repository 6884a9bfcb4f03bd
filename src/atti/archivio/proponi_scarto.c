/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proponi_scarto.c - the list of what may be destroyed: closed, handed to the
 * archivio di deposito, expired by the massimario; all of it, of a class, or
 * what is named.  What is still useful stands in it as left out, and why.
 *
 * Refuses: what runs, is held, permanent, not expired, not handed over, stands
 * in another list, was destroyed.  Warns: of years the body has not confirmed;
 * of a list that names no provvedimento.  Keeps: a list marks what is
 * confidential, names no person and is never written again; nothing is
 * destroyed by it.  Norm: D.lgs 42/2004 art. 21; DPR 445/2000 art. 68.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/archivio/scarti.h"
#include "atti/table.h"
#include "documenti/massimario.h"
#include "documenti/scarto.h"
#include "registro/conservazione.h"

#define VOCI_MAX 3000

struct voce {
	struct scartabile s;
	const char *escluso;	/* why; NULL: it is put forward */
};

struct proposta {
	struct voce *v;
	int n, cap;
};

static struct voce *
find(const struct proposta *p, const struct numero *n)
{
	int i;

	for (i = 0; i < p->n; i++)
		if (numero_equal(&p->v[i].s.n, n))
			return &p->v[i];
	return NULL;
}

static void
add(struct proposta *p, struct op *op, const struct scartabile *s)
{
	p->v = arena_more(op->a, p->v, p->n, &p->cap, sizeof *p->v);
	p->v[p->n++] = (struct voce){ *s, NULL };
}

static int
named(struct proposta *p, struct op *op, const char *numero)
{
	struct occhio occhio = op_occhio(op);
	struct impedimento no;
	struct scartabile s;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, numero)) != 0 ||
	    (r = registro_scartabile(&s, op->a, op->st->registro, &occhio,
	    &n)) != 0)
		return r;
	if (find(p, &n) != NULL)
		op_errore(op, "unita", "doppio", NULL, "%s è detto due volte",
		    numero);
	else if (scarto_impedito(&no, op->a, &s))
		op_errore(op, "unita", no.codice, ART21, "%s %s", numero,
		    no.testo);
	else if (s.elenco > 0)
		op_errore(op, "unita", "in-altro-elenco", ART21, "%s è "
		    "nell'elenco di scarto %d", numero, s.elenco);
	else
		add(p, op, &s);
	return 0;
}

/* Those that are left out, and why. */
static int
leave_out(struct proposta *p, struct op *op)
{
	const struct nodo *x;
	const char *numero;
	struct voce *v;
	struct numero n;
	int r;

	for (x = nodo_child(op->in, "escludi"); x; x = nodo_next(x,
	    "escludi")) {
		numero = nodo_value(op->a, x, "numero");
		if ((r = numero_parse(&n, numero)) != 0)
			return r;
		v = find(p, &n);
		if (v == NULL)
			op_errore(op, "escludi", "non-proposto", ART21, "%s "
			    "non è fra ciò che si propone: non c'è da "
			    "escluderlo", numero);
		else if (v->escluso != NULL)
			op_errore(op, "escludi", "doppio", NULL, "%s è "
			    "escluso due volte", numero);
		else
			v->escluso = nodo_value(op->a, x, "motivo");
	}
	return 0;
}

static int
gather(struct proposta *p, struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct scartabile *all;
	const struct nodo *x;
	int r, i, n;

	*p = (struct proposta){ .n = 0 };
	for (x = nodo_child(op->in, "unita"); x; x = nodo_next(x, "unita"))
		if ((r = named(p, op, nodo_all_text(op->a, x))) != 0)
			return r;
	if (nodo_child(op->in, "unita") == NULL) {
		if ((r = registro_scartabili(&all, &n, op->a,
		    op->st->registro, &occhio, op_campo(op,
		    "classifica"))) != 0)
			return r;
		for (i = 0; i < n; i++)
			add(p, op, &all[i]);
	}
	return leave_out(p, op);
}

/* Why it is over: of one he is only told that it is there (a sealed one), the
 * rule and nobody's age. */
static int
reason(const char **out, struct op *op, const struct scartabile *s)
{
	bool accesso = s->n.serie == SERIE_ACCESSO;
	const struct massimario *m;
	const struct riga_massimario *row;
	int r;

	*out = s->perche;
	if (s->perche != NULL)
		return 0;
	if ((r = registro_massimario(&m, op->st->registro)) != 0)
		return r;
	row = massimario_riga(m, accesso ? MASSIMARIO_ACCESSO :
	    MASSIMARIO_CARTELLA, accesso ? NULL : s->classifica, s->tipo);
	if (row == NULL)
		return err_set(ERR_FAULT, "manca la riga del massimario di %s",
		    numero_text(op->a, &s->n));
	*out = arena_printf(op->a, "%s (%s: %s; fonte: %s)",
	    accesso ? "accesso secretato" : "cartella secretata",
	    row->classifica, row->nome, row->fonte);
	return 0;
}

/* Years that nobody has found a source for are no reason to destroy anything,
 * until the body has confirmed them. */
static int
warn_unconfirmed(struct op *op, const struct proposta *p)
{
	const struct scartabile *first = NULL;
	const char *perche;
	int r, i, n = 0;

	for (i = 0; i < p->n; i++) {
		if (!p->v[i].s.da_confermare || p->v[i].escluso != NULL)
			continue;
		n++;
		if (first == NULL)
			first = &p->v[i].s;
	}
	if (n == 0)
		return 0;
	if ((r = reason(&perche, op, first)) != 0)
		return r;
	op_avviso(op, "", "da-confermare", "art. 68 DPR 445/2000", "di %d si "
	    "contano gli anni con una riga del massimario «da confermare», "
	    "come %s: %s. Prima di distruggere l'ente adotti il suo massimario "
	    "(«adotta-massimario»); se li ha già decisi, conferma con "
	    "--conferma da-confermare", n, numero_text(op->a, &first->n),
	    perche);
	return 0;
}

/* The list is never written again. */
static void
warn_without_act(struct op *op)
{
	if (op_campo(op, "provvedimento") == NULL)
		op_avviso(op, "provvedimento", "senza-provvedimento", ART21,
		    "l'elenco non dice quale provvedimento dell'ente propone "
		    "lo scarto, e poi non si riscrive: dillo con "
		    "--provvedimento; se il provvedimento viene dopo, e va "
		    "con la richiesta, conferma con --conferma "
		    "senza-provvedimento");
}

static int
esamina(struct op *op)
{
	struct proposta p;
	int r, i, left = 0;

	if (nodo_child(op->in, "unita") != NULL &&
	    op_campo(op, "classifica") != NULL)
		op_errore(op, "classifica", "una-sola", NULL, "o una classe, "
		    "o ciò che si nomina: togli uno dei due");
	if ((r = gather(&p, op)) != 0)
		return r;
	for (i = 0; i < p.n; i++)
		left += p.v[i].escluso == NULL;
	if (left == 0 && op->ril.errori == 0)
		op_errore(op, "", "niente-da-scartare", ART21, "non c'è "
		    "niente di chiuso, depositato e scaduto che non sia in "
		    "blocco o in un altro elenco: «conservazione» con filtro "
		    "«scaduti» dice che cosa manca");
	if (p.n > VOCI_MAX)
		op_errore(op, "", "troppi", NULL, "sono più di %d: proponi "
		    "una classe alla volta", VOCI_MAX);
	if (op->ril.errori > 0)
		return 0;
	warn_without_act(op);
	return warn_unconfirmed(op, &p);
}

/* ---- the document ---- */

static const char *
kind(struct arena *a, const struct scartabile *s)
{
	if (s->n.serie == SERIE_CARTELLA)
		return "cartella sociale";
	return arena_printf(a, s->n.serie == SERIE_ACCESSO ?
	    "accesso senza presa in carico (%s)" : "fascicolo (%s)", s->tipo);
}

static int
add_row(struct op *op, struct nodo *doc, const struct voce *v)
{
	struct nodo *n = nodo_elem(op->a, doc, "voce");
	const struct scartabile *s = &v->s;
	const char *perche, *riservata;
	int64_t documenti, byte;
	int r;

	if ((r = reason(&perche, op, s)) != 0 ||
	    (r = scarto_riservata(&riservata, op, &s->n)) != 0 ||
	    (r = registro_scarto_misura(&documenti, &byte, op->st->registro,
	    &s->n)) != 0)
		return r;
	nodo_elem_text(op->a, n, "numero", numero_text(op->a, &s->n));
	nodo_elem_text(op->a, n, "classifica", s->classifica);
	nodo_elem_text(op->a, n, "tipologia", kind(op->a, s));
	nodo_elem_text(op->a, n, "dal", arena_strndup(op->a, s->aperto, 4));
	nodo_elem_text(op->a, n, "al", arena_strndup(op->a, s->chiuso, 4));
	nodo_elem_text(op->a, n, "chiuso", s->chiuso);
	nodo_elem_text(op->a, n, "scaduto", s->scade);
	nodo_elem_printf(op->a, n, "documenti", "%lld", (long long)documenti);
	nodo_elem_printf(op->a, n, "byte", "%lld", (long long)byte);
	if (s->pezzi > 0) {
		nodo_elem_printf(op->a, n, "pezzi", "%d", s->pezzi);
		nodo_elem_text(op->a, n, "luogo", s->luogo);
	}
	nodo_elem_text(op->a, n, "motivo", perche);
	nodo_elem_text(op->a, n, "riservata", riservata);
	nodo_elem_text(op->a, n, "escluso", v->escluso);
	return 0;
}

static int
applica(struct op *op)
{
	struct scarto_elenco last;
	struct proposta p;
	struct nodo *doc;
	int r, i, n = 0;

	if ((r = gather(&p, op)) != 0)
		return r;
	do
		r = registro_scarto_elenco(&last, op->a, op->st->registro,
		    ++n);
	while (r == 0);
	if (r != ERR_ABSENT)
		return r;
	err_clear();
	doc = scarto_nodo(op, "elenco-scarto", n);
	nodo_elem_text(op->a, doc, "soprintendenza", op_campo(op,
	    "soprintendenza"));
	nodo_elem_text(op->a, doc, "provvedimento", op_campo(op,
	    "provvedimento"));
	for (i = 0; i < p.n; i++)
		if ((r = add_row(op, doc, &p.v[i])) != 0)
			return r;
	if (nodo_child(op->in, "nota") != NULL)
		nodo_add(doc, nodo_copy(op->a, nodo_child(op->in, "nota")));
	op->fatto = arena_printf(op->a, "elenco di scarto %d: %d", n, p.n);
	op_deposita(op, "ente", scarto_percorso(op->a, n, SCARTO_ELENCO),
	    doc);
	return 0;
}

const struct atto atto_proponi_scarto = {
	.nome = "proponi-scarto",
	.sommario = "elenca ciò che si propone di distruggere",
	.norma = "art. 21 D.lgs 42/2004; art. 68 DPR 445/2000",
	.esamina = esamina,
	.applica = applica,
};
