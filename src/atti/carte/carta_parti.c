/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * carta_parti.c - the parts of a paper, from documents of the case.
 *
 * What the operator may not read is not looked at: the query that lists the
 * documents leaves it out.
 */
#include "atti/carte/carta_parti.h"

#include <string.h>

#include "atti/caso/istruttoria.h"
#include "documenti/cartella.h"
#include "documenti/determinazione.h"
#include "documenti/famiglia.h"
#include "documenti/provenienza.h"
#include "documenti/scheda.h"
#include "registro/legami.h"

static void
copy_text(struct op *op, struct nodo *to, const char *nome,
    const struct nodo *from, const char *path)
{
	nodo_elem_text(op->a, to, nome, nodo_value(op->a, from, path));
}

/* Children of those names, with all that is in them. */
static void
copy_children(struct op *op, struct nodo *to, const struct nodo *from,
    const char *const *nomi)
{
	const struct nodo *x;

	for (; *nomi != NULL; nomi++)
		if ((x = nodo_child(from, *nomi)) != NULL)
			nodo_add(to, nodo_copy(op->a, x));
}

/* ---- which document ---- */

struct scelta {
	const char *tipo;
	const char *quando;	/* its field that says of which day it is */
	bool nostra;		/* not one of the body the case came from */
	bool prossimo;		/* the first from today on; else the last */
	const char *istruttoria;	/* only of this inquiry; NULL */
};

static bool
named_by_writer(struct op *op, const char *percorso)
{
	const struct nodo *x;

	for (x = nodo_child(op->in, "fonte"); x; x = nodo_next(x, "fonte"))
		if (strcmp(nodo_all_text(op->a, x), percorso) == 0)
			return true;
	return false;
}

/* Called off, or over with: nobody is told to come. */
static bool
past(struct op *op, const struct nodo *doc, const char *quando)
{
	return nodo_child(doc, "disdetta") != NULL ||
	    nodo_child(doc, "esito") != NULL ||
	    strncmp(quando, op_oggi(op), GIORNO_LEN) < 0;
}

/* Is it to be told rather than `best`? */
static bool
better(struct op *op, const struct scelta *s, const struct nodo *doc,
    const struct nodo *best)
{
	const char *day = nodo_value(op->a, doc, s->quando), *other;

	if (s->istruttoria != NULL && strcmp(nodo_value(op->a, doc,
	    "istruttoria"), s->istruttoria) != 0)
		return false;
	if (s->prossimo && past(op, doc, day))
		return false;
	if (best == NULL)
		return true;
	other = nodo_value(op->a, best, s->quando);
	/* of two of one day, the later written */
	return s->prossimo ? strcmp(day, other) < 0 : strcmp(day, other) >= 0;
}

/* *out NULL: there is none that this eye may read. */
static int
choose(struct nodo **out, const char **percorso, struct op *op,
    const struct caso *caso, const struct scelta *s)
{
	struct occhio occhio = op_occhio(op);
	struct attuale *list;
	struct nodo *doc;
	int r, i, n;

	*out = NULL;
	r = registro_attuali_visti(&list, &n, op->a, op->st->registro,
	    &occhio, &caso->n);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	for (i = 0; r == 0 && i < n; i++) {
		bool named;

		if (strcmp(list[i].tipo, s->tipo) != 0 ||
		    (s->nostra && percorso_altrui(list[i].percorso)))
			continue;
		if ((r = store_documento(&doc, op->a, op->st, caso->folder,
		    list[i].percorso)) != 0)
			break;
		named = named_by_writer(op, list[i].percorso);
		if (!named && !better(op, s, doc, *out))
			continue;
		*out = doc;
		*percorso = list[i].percorso;
		if (named)
			break;
	}
	return r;
}

/* ---- the case and its people ---- */

static int
caso_part(struct nodo *full, struct op *op, const struct caso *caso)
{
	const char *ufficio, *chi;
	struct nodo *cover, *n;
	int r;

	if ((r = caso_documento_visto(&cover, op, caso,
	    CARTELLA_COPERTINA)) != 0 || cover == NULL)
		return r;
	if ((r = registro_ufficio(&ufficio, op->a, op->st->registro,
	    caso->c.ufficio)) != 0 ||
	    (r = utente_in_parole(&chi, op, caso->c.responsabile)) != 0)
		return r;
	n = nodo_elem(op->a, full, "caso");
	nodo_elem_text(op->a, n, "numero", numero_text(op->a, &caso->n));
	nodo_elem_text(op->a, n, "stato", caso->c.stato);
	nodo_elem_text(op->a, n, "aperta", caso->c.aperta);
	nodo_elem_text(op->a, n, "classifica", caso->c.classifica);
	nodo_elem_text(op->a, n, "ufficio", ufficio);
	nodo_elem_text(op->a, n, "responsabile", chi);
	return 0;
}

static int
minore_part(struct nodo *full, struct op *op, const struct caso *caso)
{
	struct nodo *scheda, *n, *x;
	int r;

	if ((r = caso_documento_visto(&scheda, op, caso,
	    SCHEDA_PERCORSO)) != 0 || scheda == NULL)
		return r;
	n = nodo_elem(op->a, full, "minore");
	copy_text(op, n, "cognome", scheda, "anagrafica/cognome");
	copy_text(op, n, "nome", scheda, "anagrafica/nome");
	nodo_elem_text(op->a, n, "iniziali", scheda_iniziali(op->a, scheda));
	copy_text(op, n, "sesso", scheda, "anagrafica/sesso");
	x = nodo_elem(op->a, n, "nascita");
	copy_text(op, x, "data", scheda, "anagrafica/nascita/data");
	copy_text(op, x, "luogo", scheda, "anagrafica/nascita/luogo");
	copy_text(op, n, "codice-fiscale", scheda, "anagrafica/codice-fiscale");
	copy_text(op, n, "cittadinanza", scheda, "anagrafica/cittadinanza");
	x = nodo_elem(op->a, n, "residenza");
	copy_text(op, x, "indirizzo", scheda, "residenza/indirizzo");
	copy_text(op, x, "comune", scheda, "residenza/comune");
	return 0;
}

static int
famiglia_part(struct nodo *full, struct op *op, const struct caso *caso)
{
	static const char *const said[] = { "cognome", "nome", "nascita",
	    "parentela", "convivente", "responsabilita", "contatto", NULL };
	const struct scelta s = { .tipo = FAMIGLIA_DIR, .quando = "data" };
	const struct nodo *x;
	const char *ignored;
	struct nodo *doc, *n;
	int r;

	if ((r = choose(&doc, &ignored, op, caso, &s)) != 0 || doc == NULL)
		return r;
	n = nodo_elem(op->a, full, "famiglia");
	for (x = nodo_child(doc, "componente"); x != NULL;
	    x = nodo_next(x, "componente"))
		copy_children(op, nodo_elem(op->a, n, "componente"), x, said);
	return 0;
}

/* ---- the judge ---- */

static int
provvedimento_part(struct nodo *full, struct op *op, const struct caso *caso)
{
	static const char *const said[] = { "autorita", "sede", "numero",
	    "data", "rg", "notificato", "relazione-entro", "relazione-ogni",
	    "termine", "sintesi", NULL };
	const struct scelta s = { .tipo = "provvedimento",
	    .quando = "dati/data" };
	const char *ignored;
	struct nodo *doc;
	int r;

	if ((r = choose(&doc, &ignored, op, caso, &s)) == 0 && doc != NULL)
		copy_children(op, nodo_elem(op->a, full, "provvedimento"),
		    nodo_child(doc, "dati"), said);
	return r;
}

static int
collocamento_part(struct nodo *full, struct op *op, const struct caso *caso)
{
	static const char *const said[] = { "ora", "avviso-pm", "nota", NULL };
	const struct scelta s = { .tipo = "collocamento-403",
	    .quando = "ora" };
	const char *ignored;
	struct nodo *doc;
	int r;

	if ((r = choose(&doc, &ignored, op, caso, &s)) == 0 && doc != NULL)
		copy_children(op, nodo_elem(op->a, full, "collocamento"), doc,
		    said);
	return r;
}

/* ---- the inquiry ---- */

/* What came of it: the decision or, before there is one, the preavviso. */
static int
add_outcome(struct nodo *n, struct op *op, const struct caso *caso,
    const char *istruttoria)
{
	struct scelta s = { .tipo = "determinazione", .quando = "data",
	    .nostra = true, .istruttoria = istruttoria };
	const char *ignored;
	struct nodo *doc;
	int r;

	if ((r = choose(&doc, &ignored, op, caso, &s)) != 0)
		return r;
	if (doc != NULL && !determinazione_bozza(op->a, doc)) {
		determinazione_in_carta(op->a, n, doc);
		return 0;
	}
	s.tipo = "preavviso";
	if ((r = choose(&doc, &ignored, op, caso, &s)) == 0 && doc != NULL)
		preavviso_in_carta(op->a, n, nodo_child(doc, "motivi"));
	return r;
}

static int
procedimento_part(struct nodo *full, struct op *op, const struct caso *caso)
{
	const struct scelta s = { .tipo = "istruttoria", .quando = "data",
	    .nostra = true };
	const char *percorso;
	struct nodo *doc, *n;
	int r;

	if ((r = choose(&doc, &percorso, op, caso, &s)) != 0 || doc == NULL)
		return r;
	if ((r = istruttoria_carta(&n, op, doc)) != 0)
		return r;
	nodo_add(full, n);
	return add_outcome(n, op, caso, percorso);
}

/* ---- the diary of the office ---- */

/* "Ada Neri, assistente sociale; …": those of the services. */
static int
who_comes(const char **out, struct op *op, const struct nodo *doc)
{
	const struct nodo *x;
	const char *chi;
	int r;

	*out = NULL;
	for (x = nodo_child(doc, "utente"); x; x = nodo_next(x, "utente")) {
		if ((r = utente_in_parole(&chi, op, nodo_all_text(op->a,
		    x))) != 0)
			return r;
		*out = *out == NULL ? chi : arena_printf(op->a, "%s; %s",
		    *out, chi);
	}
	return 0;
}

static int
appuntamento_part(struct nodo *full, struct op *op, const struct caso *caso)
{
	static const char *const said[] = { "tipo", "inizio", "minuti",
	    "luogo", "oggetto", NULL };
	const struct scelta s = { .tipo = "appuntamento", .quando = "inizio",
	    .nostra = true, .prossimo = true };
	const char *ignored, *chi;
	struct nodo *doc, *n;
	int r;

	if ((r = choose(&doc, &ignored, op, caso, &s)) != 0 || doc == NULL ||
	    (r = who_comes(&chi, op, doc)) != 0)
		return r;
	n = nodo_elem(op->a, full, "appuntamento");
	copy_children(op, n, doc, said);
	nodo_elem_text(op->a, n, "con", chi);
	return 0;
}

const struct carta_parte carta_parti_note[] = {
	{ "allegato", NULL, false, NULL },
	{ "caso", NULL, false, caso_part },
	{ "minore", NULL, false, minore_part },
	{ "famiglia", FAMIGLIA_DIR, false, famiglia_part },
	{ "provvedimento", "provvedimento", false, provvedimento_part },
	{ "collocamento", "collocamento-403", false, collocamento_part },
	{ "procedimento", "istruttoria", true, procedimento_part },
	{ "appuntamento", "appuntamento", true, appuntamento_part },
	{ "proposta", NULL, false, NULL },
	{ "ricevuta", NULL, false, NULL },
	{ NULL, NULL, false, NULL },
};
