/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * agenda.c - the appointments of some days, of the cases who asks may see; as a
 * page, or as an iCalendar file.
 *
 * Refuses: days in the wrong order or more than a year of them.  Keeps: what
 * leaves in a calendar bears the number of the case and initials, never a name;
 * of a sealed case the number only.  Norm: GDPR artt. 5, 32.
 */
#include "registro/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "base/hash.h"
#include "documenti/appuntamento.h"
#include "documenti/regole.h"
#include "documenti/scheda.h"
#include "registro/legami.h"
#include "resa/calendario.h"

#define GIORNI 6	/* after the first, when not said */
#define MESI_MAX 12
#define GIORNI_DIETRO 90	/* of one case, when not said */
#define MESI_AVANTI 6

struct periodo {
	const char *dal, *al;
};

static struct periodo
days_of(struct op *op)
{
	struct periodo p = { op_campo(op, "dal"), op_campo(op, "al") };
	bool uno = op_campo(op, "caso") != NULL;
	char g[GIORNO_LEN + 1];
	int i;

	if (p.dal == NULL && uno) {
		clock_day(g, (op->ora != 0 ? op->ora : clock_now()) -
		    (int64_t)GIORNI_DIETRO * 86400);
		p.dal = arena_strdup(op->a, g);
	}
	if (p.al == NULL && uno)
		p.al = mesi_dopo(op->a, p.dal, GIORNI_DIETRO / 30 +
		    MESI_AVANTI);
	if (p.dal == NULL)
		p.dal = op_oggi(op);
	if (p.al != NULL)
		return p;
	clock_day_after(g, p.dal);
	for (i = 1; i < GIORNI; i++)
		clock_day_after(g, g);
	p.al = arena_strdup(op->a, g);
	return p;
}

static int
esamina(struct op *op)
{
	struct periodo p = days_of(op);

	if (strcmp(p.al, p.dal) < 0)
		op_errore(op, "al", "data-anteriore", NULL,
		    "%s viene prima di %s", p.al, p.dal);
	if (op_campo(op, "caso") != NULL && op_campo(op, "di") != NULL)
		op_errore(op, "di", "di-o-caso", NULL, "di un utente o di un "
		    "caso: togli l'uno o l'altro");
	if (strcmp(p.al, mesi_dopo(op->a, p.dal, MESI_MAX)) > 0)
		op_errore(op, "al", "troppi-giorni", NULL, "al massimo un "
		    "anno: fino al %s", mesi_dopo(op->a, p.dal, MESI_MAX));
	return 0;
}

/* "L. B.", when the scheda is for this eye; NULL: not. */
static int
initials(const char **out, struct op *op, const struct impegno *m)
{
	struct occhio occhio = op_occhio(op);
	struct nodo *scheda;
	int r;

	*out = NULL;
	if (m->caso.serie != SERIE_CARTELLA)
		return 0;
	r = registro_vede_documento(op->st->registro, &occhio, &m->caso,
	    SCHEDA_PERCORSO);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0 || (r = store_documento(&scheda, op->a, op->st,
	    m->cartella, SCHEDA_PERCORSO)) != 0)
		return r;
	*out = scheda_iniziali(op->a, scheda);
	return 0;
}

/* The document, with what the list shows beside it. */
static int
add(struct op *op, const struct impegno *m)
{
	char fine[ORA_LEN + 1];
	const char *iniziali;
	struct luogo sigillo;
	struct nodo *doc;
	int r;

	if ((r = store_documento(&doc, op->a, op->st, m->cartella,
	    m->percorso)) != 0 || (r = initials(&iniziali, op, m)) != 0)
		return r;
	r = registro_secretazione(&sigillo, op->a, op->st->registro, &m->caso);
	if (r == 0)
		nodo_set(op->a, doc, "secretata", "si");
	else if (r != ERR_ABSENT)
		return r;
	else
		err_clear();
	clock_iso(fine, m->fino);
	nodo_set(op->a, doc, "caso", numero_text(op->a, &m->caso));
	nodo_set(op->a, doc, "percorso", m->percorso);
	nodo_set(op->a, doc, "stato", m->stato);
	nodo_set(op->a, doc, "fine", fine);
	nodo_set(op->a, doc, "iniziali", iniziali);
	nodo_add(op->vista, doc);
	return 0;
}

static int
count_children(const struct nodo *n, const char *nome)
{
	const struct nodo *c;
	int count = 0;

	for (c = nodo_child(n, nome); c != NULL; c = nodo_next(c, nome))
		count++;
	return count;
}

static const char *
in_words(const char *tipo)
{
	return strcmp(tipo, "riunione-equipe") == 0 ? "riunione d'équipe" :
	    strcmp(tipo, "altro") == 0 ? "appuntamento" : tipo;
}

/* Stable, and not the id of the document: that salts its hash (formato 3). */
static const char *
uid(struct arena *a, const struct nodo *doc)
{
	const char *id = nodo_attr(doc, "id");
	char h[IMPRONTA_LEN + 1];

	hash_hex(h, id, strlen(id));
	return arena_printf(a, "%.32s@cartella.invalid", h);
}

static struct evento
event(struct op *op, const struct impegno *m, const struct nodo *doc)
{
	bool sigillata = nodo_attr(doc, "secretata") != NULL;
	const char *iniziali = sigillata ? NULL : nodo_attr(doc, "iniziali");
	bool off = strcmp(m->stato, APPUNTAMENTO_DISDETTO) == 0;

	return (struct evento){
		.uid = uid(op->a, doc),
		.sommario = arena_printf(op->a, "%s%s%s - %s",
		    numero_text(op->a, &m->caso), iniziali ? " " : "",
		    iniziali ? iniziali : "",
		    in_words(nodo_value(op->a, doc, "tipo"))),
		.luogo = sigillata ? NULL : nodo_value(op->a, doc, "luogo"),
		.da = m->da, .fino = m->fino, .disdetto = off,
		.sequenza = count_children(doc, "spostamento") + off,
	};
}

static int
hand_over(struct op *op, const struct impegno *list, int n)
{
	struct evento *v = arena_alloc(op->a, ((size_t)n + 1) * sizeof *v);
	const struct nodo *doc = nodo_child(op->vista, APPUNTAMENTO);
	AUTO_BUF b = { 0 };
	int r, i;

	for (i = 0; i < n; i++, doc = nodo_next(doc, APPUNTAMENTO))
		v[i] = event(op, &list[i], doc);
	if ((r = resa_calendario(&b, v, n, op->ora)) != 0)
		return r;
	nodo_set(op->a, op->vista, "nome", "agenda.ics");
	op->bytes = arena_memdup(op->a, b.data, b.len);
	op->n_bytes = b.len;
	return 0;
}

/* The days, and a row for each appointment that is shown. */
static void
note_reading(struct op *op, const struct periodo *p,
    const struct impegno *list, int n)
{
	int i;

	op->letto = arena_printf(op->a, "%s;dal=%s;al=%s;mostrati=%d",
	    op_campo(op, "caso") != NULL ? op_campo(op, "caso") : "agenda",
	    p->dal, p->al, n);
	op->letti = arena_alloc(op->a, ((size_t)n + 1) * sizeof *op->letti);
	op->n_letti = n;
	for (i = 0; i < n; i++)
		op->letti[i] = arena_printf(op->a, "%s;documento=%s",
		    numero_text(op->a, &list[i].caso), list[i].percorso);
}

/* All of the days, or those of one case, which must be for who asks. */
static int
find(struct impegno **list, int *n, struct op *op, const struct periodo *p)
{
	const char *caso = op_campo(op, "caso");
	struct occhio occhio = op_occhio(op);
	struct registro *reg = op->st->registro;
	struct numero num;
	int r;

	if (caso == NULL)
		return registro_agenda(list, n, op->a, reg, &occhio, p->dal,
		    p->al, op_campo(op, "di"));
	if ((r = numero_parse(&num, caso)) != 0 ||
	    (r = registro_vede(reg, &occhio, &num)) != 0)
		return r;
	return registro_agenda_caso(list, n, op->a, reg, &occhio, &num, p->dal,
	    p->al);
}

static int
name_case(struct op *op)
{
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "caso"))) != 0)
		return r;
	return caso_persona(op->vista, op, &n);
}

static int
applica(struct op *op)
{
	const char *di = op_campo(op, "di"), *ical = op_campo(op, "ical");
	struct periodo p = days_of(op);
	struct impegno *list;
	int r, i, n;

	if ((r = find(&list, &n, op, &p)) != 0)
		return r;
	op->vista = nodo_new(op->a, "agenda");
	if (op_campo(op, "caso") != NULL && (r = name_case(op)) != 0)
		return r;
	nodo_set(op->a, op->vista, "dal", p.dal);
	nodo_set(op->a, op->vista, "al", p.al);
	nodo_set(op->a, op->vista, "di", di);
	for (i = 0; i < n; i++)
		if ((r = add(op, &list[i])) != 0)
			return r;
	note_reading(op, &p, list, n);
	return ical != NULL && strcmp(ical, "si") == 0 ?
	    hand_over(op, list, n) : 0;
}

const struct atto atto_agenda = {
	.nome = "agenda",
	.sommario = "gli appuntamenti di alcuni giorni, anche come iCalendar",
	.norma = "artt. 5 e 32 GDPR",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};
