/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/procedimento.h"

#include <string.h>

#include "documenti/accesso.h"
#include "documenti/cartella.h"

#define ACC OGGETTO_ACCESSO
#define CAR OGGETTO_CARTELLA

#define MOTIVATO { "motivazione", ERRORE, "art. 3 L. 241/1990" }
#define SENZA_CONFLITTO						\
	{ "as-senza-conflitto", ERRORE, "art. 6-bis L. 241/1990" }

const struct mossa_nota mosse_note[] = {
	{ ACC, "accogli", "da-assegnare", ACCESSO_APERTO, DA_INIZIO, {{ 0 }} },
	{ ACC, "accogli", "concluso", STATO_CHIUSO, DA_INIZIO, { MOTIVATO } },
	{ ACC, "assegna", "", ACCESSO_ASSEGNATO, DA_OVUNQUE,
	    { SENZA_CONFLITTO } },
	{ ACC, "riassegna", "", STATO_STESSO, DA_STATO, { SENZA_CONFLITTO } },
	{ ACC, "aggiorna-accesso", "", STATO_STESSO, DA_STATO, {{ 0 }} },
	{ ACC, "valuta", "si", ACCESSO_IN_VALUTAZIONE, DA_STATO, {{ 0 }} },
	{ ACC, "valuta", "no", STATO_CHIUSO, DA_STATO, { MOTIVATO } },
	{ ACC, "apri", "", ACCESSO_IN_CARICO, DA_STATO, {{ 0 }} },
	{ ACC, "chiudi", "", STATO_CHIUSO, DA_STATO, {{ 0 }} },
	{ ACC, "riapri", "", ACCESSO_IN_CARICO, DA_STATO, {{ 0 }} },
	{ CAR, "apri", "", CARTELLA_IN_CARICO, DA_INIZIO, {{ 0 }} },
	{ CAR, "ricevi-trasferimento", "", CARTELLA_IN_CARICO, DA_INIZIO,
	    {{ 0 }} },
	{ CAR, "riassegna", "", STATO_STESSO, DA_STATO, { SENZA_CONFLITTO } },
	{ CAR, "proponi", "", CARTELLA_PROPOSTA, DA_STATO,
	    { { "relazione-firmata", ERRORE, "art. 6 L. 241/1990" } } },
	{ CAR, "rinvia", "", NULL, DA_STATO, { MOTIVATO } },
	{ CAR, "approva", "", NULL, DA_STATO, {{ 0 }} },
	{ CAR, "avvia-istruttoria", "", CARTELLA_IN_ISTRUTTORIA, DA_STATO,
	    {{ 0 }} },
	{ CAR, "preavvisa", "", CARTELLA_IN_ISTRUTTORIA, DA_STATO, {{ 0 }} },
	{ CAR, "osserva", "", CARTELLA_IN_ISTRUTTORIA, DA_STATO, {{ 0 }} },
	{ CAR, "prepara-determina", "", CARTELLA_IN_ISTRUTTORIA, DA_STATO,
	    {{ 0 }} },
	{ CAR, "determina", "sospesa", CARTELLA_IN_ISTRUTTORIA, DA_STATO,
	    {{ 0 }} },
	{ CAR, "determina", "accolta", NULL, DA_STATO, {{ 0 }} },
	{ CAR, "determina", "respinta", NULL, DA_STATO,
	    { { "preavviso-10bis", ERRORE, "art. 10-bis L. 241/1990" } } },
	{ CAR, "controlla-servizio", "", CARTELLA_IN_EROGAZIONE, DA_STATO,
	    {{ 0 }} },
	{ CAR, "verifica-intervento", "", CARTELLA_IN_EROGAZIONE, DA_STATO,
	    {{ 0 }} },
	{ CAR, "chiudi-intervento", "altri", CARTELLA_IN_EROGAZIONE, DA_STATO,
	    {{ 0 }} },
	{ CAR, "chiudi-intervento", "ultimo", NULL, DA_STATO, {{ 0 }} },
	{ CAR, "chiudi", "", STATO_CHIUSO, DA_STATO, {
	    { "nessun-intervento-aperto", ERRORE, "art. 2 L. 241/1990" },
	    { "nessun-termine-aperto", AVVISO, "art. 2 L. 241/1990" },
	    { "nessun-sottofascicolo-aperto", ERRORE,
	    "art. 2 L. 241/1990" } } },
	{ CAR, "riapri", "", NULL, DA_STATO, { MOTIVATO } },
	{ 0 }
};

static const char *const stati_accesso[] = {
	ACCESSO_APERTO, ACCESSO_ASSEGNATO, ACCESSO_IN_VALUTAZIONE,
	ACCESSO_IN_CARICO, ACCESSO_CHIUSO, NULL
};
static const char *const stati_cartella[] = {
	CARTELLA_IN_CARICO, CARTELLA_PROPOSTA, CARTELLA_IN_ISTRUTTORIA,
	CARTELLA_IN_EROGAZIONE, CARTELLA_CHIUSO, NULL
};

const char *const procedimento_guardie[] = {
	"motivazione", "liberatoria", "liberatoria-o-ufficio",
	"stato-di-famiglia", "relazione-firmata", "progetto",
	"nessun-intervento-aperto", "nessun-termine-aperto",
	"nessun-sottofascicolo-aperto", "nessuna-firma-mancante",
	"istruttoria-conclusa",
	"preavviso-10bis", "as-senza-conflitto", "visto-coordinatore", NULL
};

const char *const *
procedimento_stati(const char *oggetto)
{
	return strcmp(oggetto, ACC) == 0 ? stati_accesso : stati_cartella;
}

static bool
among(const char *const *list, const char *what)
{
	for (; *list != NULL; list++)
		if (strcmp(*list, what) == 0)
			return true;
	return false;
}

const char *
stato_in_parole(struct arena *a, const char *stato)
{
	char *out = arena_strdup(a, stato), *p;

	for (p = out; *p != '\0'; p++)
		if (*p == '-')
			*p = ' ';
	return out;
}

/* ---- one passage ---- */

struct riga {			/* of <passaggio> */
	const struct nodo *n;
	const char *oggetto, *atto, *esito, *da, *a;
};

static struct riga
row(const struct nodo *n)
{
	const char *esito = nodo_attr(n, "esito");

	return (struct riga){ n, nodo_attr(n, "oggetto"),
	    nodo_attr(n, "atto"), esito != NULL ? esito : "",
	    nodo_attr(n, "da"), nodo_attr(n, "a") };
}

/* "chiudi di una cartella «in erogazione»", for rilievi. */
static const char *
words(struct arena *a, const struct riga *r)
{
	return arena_printf(a, "%s%s%s da «%s» (%s)", r->atto,
	    r->esito[0] ? " " : "", r->esito, r->da, r->oggetto);
}

static const struct mossa_nota *
known(const struct riga *r)
{
	const struct mossa_nota *m;

	for (m = mosse_note; m->oggetto != NULL; m++)
		if (strcmp(m->oggetto, r->oggetto) == 0 &&
		    strcmp(m->atto, r->atto) == 0 &&
		    strcmp(m->esito, r->esito) == 0)
			return m;
	return NULL;
}

static void
add(struct rilievi *out, const struct riga *r, const char *attr,
    const char *codice, const char *norma, const char *testo)
{
	const char *place = nodo_path(out->a, r->n);

	if (attr != NULL)
		place = arena_printf(out->a, "%s/@%s", place, attr);
	rilievo_add(out, ERRORE, place, codice, norma, "%s: %s",
	    words(out->a, r), testo);
}

static bool
check_states(struct rilievi *out, const struct riga *r)
{
	const char *const *stati = procedimento_stati(r->oggetto);
	bool from = strcmp(r->da, STATO_INIZIO) == 0 || among(stati, r->da);
	bool to = among(stati, r->a);

	if (!from)
		add(out, r, "da", "stato-ignoto", NULL, arena_printf(out->a,
		    "lo stato «%s» non esiste", r->da));
	if (!to)
		add(out, r, "a", "stato-ignoto", NULL, arena_printf(out->a,
		    "lo stato «%s» non esiste", r->a));
	return from && to;
}

static void
check_ends(struct rilievi *out, const struct riga *r,
    const struct mossa_nota *m)
{
	bool start = strcmp(r->da, STATO_INIZIO) == 0;
	const char *to = m->a;

	if (start != (m->da == DA_INIZIO) && m->da != DA_OVUNQUE)
		add(out, r, "da", "inizio", NULL, start ?
		    "non fa nascere niente: parte da uno stato" :
		    "fa nascere: parte da «inizio»");
	if (to != NULL && strcmp(to, STATO_STESSO) == 0)
		to = r->da;
	if (to != NULL && strcmp(r->a, to) != 0)
		add(out, r, "a", "arrivo", NULL, arena_printf(out->a,
		    "porta a «%s», non a «%s»", to, r->a));
	if (to == NULL && strcmp(r->a, STATO_CHIUSO) == 0)
		add(out, r, "a", "arrivo", NULL,
		    "non chiude: non può portare a «chiuso»");
}

/* Nothing is written in what is closed (norm: it ended by an express act). */
static void
check_closed(struct rilievi *out, const struct riga *r)
{
	bool closed = strcmp(r->da, STATO_CHIUSO) == 0;
	bool reopens = strcmp(r->atto, "riapri") == 0;

	if (closed && !reopens)
		add(out, r, "da", "scrive-in-chiuso", "art. 2 L. 241/1990",
		    "in ciò che è chiuso non si scrive: prima si riapre");
	if (!closed && reopens)
		add(out, r, "da", "non-chiuso", NULL,
		    "si riapre ciò che è chiuso");
}

static enum grado
grade_of(const struct nodo *guardia)
{
	return strcmp(nodo_attr(guardia, "grado"), "errore") == 0 ? ERRORE :
	    AVVISO;
}

static void
check_guards(struct rilievi *out, const struct riga *r)
{
	const struct nodo *g, *h;
	const char *nome;

	for (g = nodo_child(r->n, "guardia"); g; g = nodo_next(g, "guardia")) {
		nome = nodo_attr(g, "nome");
		if (!among(procedimento_guardie, nome))
			add(out, r, NULL, "guardia-ignota", NULL,
			    arena_printf(out->a, "la guardia «%s» non esiste",
			    nome));
		for (h = nodo_next(g, "guardia"); h != NULL;
		    h = nodo_next(h, "guardia"))
			if (strcmp(nome, nodo_attr(h, "nome")) == 0)
				add(out, r, NULL, "guardia-doppia", NULL,
				    arena_printf(out->a, "la guardia «%s» è "
				    "scritta due volte", nome));
	}
}

static bool
guarded(const struct riga *r, const struct guardia_di_legge *l)
{
	const struct nodo *g;

	for (g = nodo_child(r->n, "guardia"); g; g = nodo_next(g, "guardia"))
		if (strcmp(nodo_attr(g, "nome"), l->nome) == 0)
			return grade_of(g) >= l->grado;
	return false;
}

static void
check_law(struct rilievi *out, const struct riga *r,
    const struct mossa_nota *m)
{
	int i;

	for (i = 0; i < GUARDIE_DI_LEGGE_MAX && m->legge[i].nome; i++)
		if (!guarded(r, &m->legge[i]))
			add(out, r, NULL, "guardia-di-legge",
			    m->legge[i].norma, arena_printf(out->a,
			    "la legge vuole la guardia «%s», di grado %s",
			    m->legge[i].nome, m->legge[i].grado == ERRORE ?
			    "errore" : "almeno avviso"));
}

/* Is the same passage written again after this one? */
static void
check_once(struct rilievi *out, const struct riga *r)
{
	const struct nodo *n;

	for (n = nodo_next(r->n, "passaggio"); n != NULL;
	    n = nodo_next(n, "passaggio")) {
		struct riga s = row(n);

		if (strcmp(r->oggetto, s.oggetto) == 0 &&
		    strcmp(r->atto, s.atto) == 0 &&
		    strcmp(r->esito, s.esito) == 0 &&
		    strcmp(r->da, s.da) == 0)
			add(out, &s, NULL, "doppio", NULL,
			    "è scritto due volte");
	}
}

static void
check_row(struct rilievi *out, const struct riga *r)
{
	const struct mossa_nota *m = known(r);

	check_once(out, r);
	check_guards(out, r);
	if (m == NULL) {
		add(out, r, "atto", "atto-ignoto", NULL, "nessun atto fa "
		    "questo passaggio: gli atti e i loro esiti sono in "
		    "«cartella procedimento»");
		return;
	}
	if (!check_states(out, r))
		return;
	check_ends(out, r, m);
	check_closed(out, r);
	check_law(out, r, m);
}

/* ---- all of them ---- */

#define STATI_MAX 8

static int
place_of(const char *const *stati, const char *stato)
{
	int i;

	for (i = 0; stati[i] != NULL; i++)
		if (strcmp(stati[i], stato) == 0)
			return i;
	return -1;
}

/* Marks where one comes from what is marked, forwards or backwards, until
 * nothing is added. */
static void
spread(bool marked[STATI_MAX], const struct nodo *doc, const char *oggetto,
    bool back)
{
	const char *const *stati = procedimento_stati(oggetto);
	const struct nodo *n;
	bool more = true;
	int da, a;

	while (more) {
		more = false;
		for (n = nodo_child(doc, "passaggio"); n != NULL;
		    n = nodo_next(n, "passaggio")) {
			struct riga r = row(n);

			if (strcmp(r.oggetto, oggetto) != 0)
				continue;
			da = place_of(stati, back ? r.a : r.da);
			a = place_of(stati, back ? r.da : r.a);
			if (a < 0 || marked[a] || (da >= 0 ? !marked[da] :
			    back || strcmp(r.da, STATO_INIZIO) != 0))
				continue;
			marked[a] = more = true;
		}
	}
}

static void
check_graph(struct rilievi *out, const struct nodo *doc, const char *oggetto)
{
	const char *const *stati = procedimento_stati(oggetto);
	bool reached[STATI_MAX] = { false }, ends[STATI_MAX] = { false };
	int i;

	ends[place_of(stati, STATO_CHIUSO)] = true;
	spread(reached, doc, oggetto, false);
	spread(ends, doc, oggetto, true);
	for (i = 0; stati[i] != NULL; i++) {
		if (!reached[i])
			rilievo_add(out, ERRORE, "/procedimento",
			    "irraggiungibile", NULL, "a «%s» (%s) non porta "
			    "nessun passaggio", stati[i], oggetto);
		if (!ends[i])
			rilievo_add(out, ERRORE, "/procedimento", "morto",
			    "art. 2 L. 241/1990", "da «%s» (%s) non si "
			    "arriva mai a «chiuso»", stati[i], oggetto);
	}
}

/* A cartella takes its accesso with it when it ends and when it begins again. */
static void
check_together(struct rilievi *out, const struct nodo *doc)
{
	static const char *const both[] = { "chiudi", "riapri" };
	const struct nodo *n;
	size_t i;

	for (i = 0; i < NELEM(both); i++) {
		bool cartella = false, accesso = false;

		for (n = nodo_child(doc, "passaggio"); n != NULL;
		    n = nodo_next(n, "passaggio")) {
			struct riga r = row(n);

			if (strcmp(r.atto, both[i]) != 0)
				continue;
			if (strcmp(r.oggetto, CAR) == 0)
				cartella = true;
			else if (i == 1 || strcmp(r.da, ACCESSO_IN_CARICO) == 0)
				accesso = true;
		}
		if (cartella && !accesso)
			rilievo_add(out, ERRORE, "/procedimento", "insieme",
			    NULL, "%s la cartella e non l'accesso da cui è "
			    "nata: manca il passaggio «%s» dell'accesso",
			    both[i], both[i]);
	}
}

void
procedimento_check(struct rilievi *out, const struct nodo *doc)
{
	const struct nodo *n;

	for (n = nodo_child(doc, "passaggio"); n != NULL;
	    n = nodo_next(n, "passaggio")) {
		struct riga r = row(n);

		check_row(out, &r);
	}
	check_graph(out, doc, ACC);
	check_graph(out, doc, CAR);
	check_together(out, doc);
}
