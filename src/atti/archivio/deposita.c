/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * deposita.c - closed cartelle, accessi and fascicoli are handed to the
 * archivio di deposito: named one by one, or all that were closed in a year; of those that
 * have paper too, where it stands.
 *
 * Refuses: what is open, stands in something else, has no class, was handed
 * over already, is named twice; paper without its place or its pieces.  Warns:
 * paper of what was handed over has moved (the last place said holds).  Keeps: a
 * list is never written again.  Norm: DPR 445/2000 art. 67.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/protocollo/fascicolo.h"
#include "atti/table.h"
#include "registro/conservazione.h"
#include "registro/scarti.h"

#define ART67 "art. 67 DPR 445/2000"
#define UNITA_MAX 3000

struct unita {
	struct da_depositare d;
	const struct nodo *in;		/* as the istanza names it; NULL */
};

struct elenco {
	struct unita *v;
	int n, cap;
};

static struct unita *
find(const struct elenco *l, const struct numero *n)
{
	int i;

	for (i = 0; i < l->n; i++)
		if (numero_equal(&l->v[i].d.n, n))
			return &l->v[i];
	return NULL;
}

static void
add(struct elenco *l, struct op *op, const struct da_depositare *d,
    const struct nodo *in)
{
	l->v = arena_more(op->a, l->v, l->n, &l->cap, sizeof *l->v);
	l->v[l->n++] = (struct unita){ *d, in };
}

static void
check_paper(struct op *op, const struct nodo *in, const char *numero)
{
	bool where = nodo_child(in, "luogo") != NULL;
	bool shelf = nodo_child(in, "scaffale") != NULL;
	bool pieces = nodo_child(in, "pezzi") != NULL;

	if ((where || shelf) && !pieces)
		op_errore(op, "unita", "mancano-pezzi", ART67, "%s: quanti "
		    "pezzi di carta", numero);
	if ((pieces || shelf) && !where)
		op_errore(op, "unita", "manca-luogo", ART67, "%s: in che luogo "
		    "sta la carta", numero);
}

/* It is in the archivio di deposito: its paper may have been moved. */
static void
check_again(struct op *op, const char *numero, bool paper, int earlier)
{
	if (!paper)
		op_errore(op, "unita", "gia-depositato", ART67, "%s è già "
		    "stato depositato con l'elenco %d: di nuovo, se la sua "
		    "carta ha un altro posto, dicendo luogo e pezzi", numero,
		    earlier);
	else
		op_avviso(op, "unita", "spostata", ART67, "%s è già stato "
		    "depositato con l'elenco %d: se la sua carta è stata "
		    "spostata qui, conferma con --conferma spostata", numero,
		    earlier);
}

/* May it be handed over? */
static void
check_one(struct op *op, const struct scartabile *c, const char *numero,
    bool paper)
{

	if (c->livello > 1)
		op_errore(op, "unita", "sta-in-altro", ART67, "%s sta in "
		    "altro: si deposita con ciò che lo contiene", numero);
	if (c->chiuso == NULL) {
		op_errore(op, "unita", "aperto", ART67, "%s non è chiuso: si "
		    "deposita ciò che è concluso", numero);
		return;
	}
	if (c->livello == 1 && (c->classifica == NULL ||
	    c->classifica[0] == '\0'))
		op_errore(op, "unita", "senza-classe", ART67, "%s non ha una "
		    "classe del titolario%s", numero, c->n.serie ==
		    SERIE_ACCESSO ? ": di un accesso la dice la sua riga del "
		    "massimario («adotta-massimario»)" : "");
	if (c->deposito > 0)
		check_again(op, numero, paper, c->deposito);
}

static int
named(struct elenco *l, struct op *op, const struct nodo *in)
{
	const char *numero = nodo_value(op->a, in, "numero");
	struct occhio occhio = op_occhio(op);
	struct scartabile c;
	struct unita *there;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, numero)) != 0 ||
	    (r = registro_scartabile(&c, op->a, op->st->registro, &occhio,
	    &n)) != 0)
		return r;
	check_paper(op, in, numero);
	there = find(l, &c.n);
	if (there != NULL && there->in != NULL)
		op_errore(op, "unita", "doppio", NULL, "%s è detto due volte",
		    numero);
	if (there != NULL) {
		there->in = in;
		return 0;
	}
	check_one(op, &c, numero, nodo_child(in, "luogo") != NULL);
	add(l, op, &(struct da_depositare){ c.n, c.classifica, c.chiuso }, in);
	return 0;
}

/* What the istanza means: those of the year, and those it names. */
static int
gather(struct elenco *l, struct op *op)
{
	const char *anno = op_campo(op, "anno");
	struct occhio occhio = op_occhio(op);
	struct da_depositare *closed;
	const struct nodo *in;
	int r, i, n;

	*l = (struct elenco){ .n = 0 };
	if (anno != NULL) {
		if ((r = registro_da_depositare(&closed, &n, op->a,
		    op->st->registro, &occhio, (int)strtol(anno, NULL,
		    10))) != 0)
			return r;
		for (i = 0; i < n; i++)
			add(l, op, &closed[i], NULL);
	}
	for (in = nodo_child(op->in, "unita"); in != NULL;
	    in = nodo_next(in, "unita"))
		if ((r = named(l, op, in)) != 0)
			return r;
	return 0;
}

static int
esamina(struct op *op)
{
	struct elenco l;
	int r;

	if (op_campo(op, "anno") == NULL && nodo_child(op->in,
	    "unita") == NULL) {
		op_errore(op, "", "niente", ART67, "di' che cosa si deposita: "
		    "l'anno di chiusura, o una cartella, un accesso, un fascicolo");
		return 0;
	}
	if ((r = gather(&l, op)) != 0)
		return r;
	if (l.n == 0 && op->ril.errori == 0)
		op_errore(op, "anno", "niente-da-depositare", ART67, "di "
		    "quell'anno non c'è niente di chiuso che non sia già "
		    "depositato");
	if (l.n > UNITA_MAX)
		op_errore(op, "anno", "troppi", NULL, "sono più di %d: "
		    "depositane una parte, dicendole una per una", UNITA_MAX);
	return 0;
}

static void
add_unit(struct op *op, struct nodo *doc, const struct unita *u)
{
	static const char *const carta[] = { "luogo", "scaffale", "pezzi" };
	struct nodo *n = nodo_elem(op->a, doc, "unita");
	size_t i;

	nodo_elem_text(op->a, n, "numero", numero_text(op->a, &u->d.n));
	nodo_elem_text(op->a, n, "classifica", u->d.classifica);
	nodo_elem_text(op->a, n, "chiuso", u->d.chiuso);
	for (i = 0; u->in != NULL && i < NELEM(carta); i++)
		nodo_elem_text(op->a, n, carta[i], nodo_value(op->a, u->in,
		    carta[i]));
}

static int
applica(struct op *op)
{
	struct nodo *doc = nodo_new(op->a, "deposito");
	struct elenco l;
	int r, n, i;

	if ((r = gather(&l, op)) != 0 ||
	    (r = registro_documenti(&n, op->st->registro, "ente",
	    DIR_DEPOSITI)) != 0)
		return r;
	nodo_elem_printf(op->a, doc, "ordine", "%d", n + 1);
	nodo_elem_text(op->a, doc, "data", op_oggi(op));
	nodo_elem_text(op->a, doc, "utente", op_agente(op));
	nodo_elem_text(op->a, doc, "anno", op_campo(op, "anno"));
	for (i = 0; i < l.n; i++)
		add_unit(op, doc, &l.v[i]);
	nodo_elem_text(op->a, doc, "nota", op_campo(op, "nota"));
	op->fatto = arena_printf(op->a, "deposito %d: %d", n + 1, l.n);
	op_deposita(op, "ente", ordinale_path(op->a, DIR_DEPOSITI, n + 1,
	    ".xml"), doc);
	return 0;
}

const struct atto atto_deposita = {
	.nome = "deposita",
	.sommario = "consegna all'archivio di deposito ciò che è chiuso",
	.norma = "art. 67 DPR 445/2000",
	.esamina = esamina,
	.applica = applica,
};
