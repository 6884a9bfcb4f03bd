/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/trasferimento_carte.h"

#include <string.h>
#include <strings.h>

#include "base/auto.h"

static const struct {
	enum tr_messaggio m;
	const char *root;
	enum tr_evento nostra, altrui;	/* what it is, when we wrote it; or
					 * the other */
} tipi[] = {
	{ TR_M_OFFERTA, "offerta-trasferimento", TR_OFFRI, TR_E_OFFERTA },
	{ TR_M_RILASCIO, "rilascio-trasferimento", TR_RILASCIA,
	    TR_E_RILASCIO },
	{ TR_M_RITIRO, "ritiro-trasferimento", TR_RITIRA, TR_E_RITIRO },
	{ TR_M_ACCETTAZIONE, "accettazione-trasferimento", TR_ACCETTA,
	    TR_E_ACCETTAZIONE },
	{ TR_M_RIFIUTO, "rifiuto-trasferimento", TR_RIFIUTA, TR_E_RIFIUTO },
};

static size_t
place_of(enum tr_messaggio m)
{
	size_t i;

	for (i = 0; i < NELEM(tipi) && tipi[i].m != m; i++)
		;
	return i;
}

enum tr_messaggio
trasferimento_tipo(const struct nodo *doc)
{
	size_t i;

	for (i = 0; i < NELEM(tipi); i++)
		if (doc->nome != NULL && strcmp(doc->nome, tipi[i].root) == 0)
			return tipi[i].m;
	return TR_NIENTE;
}

int
trasferimento_leggi(struct tr_lettera *out, struct arena *a,
    const struct nodo *doc)
{
	struct tr_lettera m = {
		.tipo = trasferimento_tipo(doc),
		.id = nodo_value(a, doc, "patto/trasferimento"),
		.caso = nodo_value(a, doc, "patto/caso"),
		.da = nodo_value(a, doc, "patto/da"),
		.a = nodo_value(a, doc, "patto/a"),
		.pacchetto = nodo_value(a, doc, "patto/pacchetto"),
		.finale = nodo_value(a, doc, "finale"),
		.scade = nodo_value(a, doc, "scade"),
	};

	if (m.tipo == TR_NIENTE)
		return err_set(ERR_INVALID, "non è la carta di un "
		    "trasferimento");
	*out = m;
	return 0;
}

struct nodo *
trasferimento_scrivi(struct arena *a, const struct tr_lettera *m,
    const struct tr_stesura *s)
{
	struct nodo *doc = nodo_new(a, tipi[place_of(m->tipo)].root);
	struct nodo *p = nodo_elem(a, doc, "patto");
	int i;

	nodo_set(a, doc, "id", s->id);
	nodo_set(a, doc, "versione", "1");
	nodo_elem_text(a, p, "trasferimento", m->id);
	nodo_elem_text(a, p, "caso", m->caso);
	nodo_elem_text(a, p, "da", m->da);
	nodo_elem_text(a, p, "a", m->a);
	nodo_elem_text(a, p, "pacchetto", m->pacchetto);
	if (m->tipo == TR_M_OFFERTA) {
		nodo_elem_text(a, doc, "scade", m->scade);
		nodo_elem_text(a, doc, "cartella", s->cartella);
	}
	if (m->tipo == TR_M_RILASCIO)
		nodo_elem_text(a, doc, "finale", m->finale);
	if (m->tipo == TR_M_ACCETTAZIONE)
		nodo_elem_text(a, doc, "protocollo", s->protocollo);
	else if (m->tipo != TR_M_RILASCIO)
		nodo_elem_text(a, doc, "motivo", s->motivo);
	for (i = 0; m->tipo == TR_M_OFFERTA && i < s->n_resta; i++)
		nodo_elem_text(a, doc, "resta", s->resta[i]);
	for (i = 0; m->tipo == TR_M_OFFERTA && i < s->n_oscura; i++)
		nodo_elem_text(a, doc, "oscura", s->oscura[i]);
	if (m->tipo == TR_M_OFFERTA && s->n_oscura > 0)
		nodo_elem_text(a, doc, "per", s->per);
	nodo_elem_text(a, doc, "data", s->data);
	nodo_elem_text(a, doc, "autore", s->autore);
	return doc;
}

/* ---- reading back ---- */

struct lettura {
	struct tr_caso c;
	enum tr_messaggio *dovuto;	/* for each: the answer that its last
					 * paper calls for */
	const char *noi;
};

/* The place of a transfer; a new one behind the others. */
static int
transfer_of(const struct lettura *l, const char *id)
{
	int i;

	for (i = 0; i < l->c.n; i++)
		if (strcmp(l->c.lati[i].patto.id, id) == 0)
			break;
	return i;
}

static bool
other_waits(const struct lettura *l, int but)
{
	int i;

	for (i = 0; i < l->c.n; i++)
		if (i != but && (l->c.lati[i].stato == TR_OFFERTA ||
		    l->c.lati[i].stato == TR_ACCETTATA))
			return true;
	return false;
}

/* All papers of a folder are of one case. */
static bool
same_case(const struct lettura *l, const struct tr_lettera *m)
{
	return l->c.n == 0 || (m->caso != NULL &&
	    strcmp(l->c.lati[0].patto.caso, m->caso) == 0);
}

/* What the paper was, with the facts of its day.  That the seal held and the
 * package was there was seen when it was put here. */
static struct tr_fatto
fact_of(const struct lettura *l, const struct tr_lettera *m, int i,
    const char *giorno)
{
	size_t t = place_of(m->tipo);
	bool ours = tr_lettera_di(m, l->noi);

	return (struct tr_fatto){
		.evento = ours ? tipi[t].nostra : tipi[t].altrui,
		.lettera = m,
		.noi = l->noi,
		.firmatario = m->tipo == TR_M_ACCETTAZIONE ||
		    m->tipo == TR_M_RIFIUTO ? m->a : m->da,
		.pacchetto = m->tipo == TR_M_RILASCIO ? m->finale :
		    m->pacchetto,
		.oggi = giorno,
		.in_carico = l->c.in_carico,
		.altra_offerta = other_waits(l, i),
	};
}

/* Our own message is of what was agreed as well. */
static const char *
not_agreed(const struct tr_lato *l, const struct tr_lettera *m)
{
	const struct tr_lettera *p = &l->patto;

	if (m->id == NULL || m->caso == NULL || m->da == NULL ||
	    m->a == NULL || m->pacchetto == NULL)
		return "non è completa";
	if (l->stato != TR_NESSUNO && (strcmp(m->id, p->id) != 0 ||
	    strcmp(m->caso, p->caso) != 0 || strcasecmp(m->da, p->da) != 0 ||
	    strcasecmp(m->a, p->a) != 0 ||
	    strcmp(m->pacchetto, p->pacchetto) != 0))
		return "non nomina ciò che fu offerto";
	return NULL;
}

static const char *
follow(struct lettura *l, const struct tr_lettera *m, const char *giorno)
{
	int i = m->id != NULL ? transfer_of(l, m->id) : l->c.n;
	struct tr_lato *lato = &l->c.lati[i];
	struct tr_fatto f = fact_of(l, m, i, giorno);
	const char *why = not_agreed(lato, m);
	struct tr_esito e;

	if (why == NULL && !same_case(l, m))
		why = "è di un altro caso";
	if (why != NULL)
		return why;
	if (l->dovuto[i] != TR_NIENTE) {	/* the answer, and no other */
		if (m->tipo != l->dovuto[i] || !tr_lettera_di(m, l->noi))
			return "manca la risposta che il messaggio prima "
			    "chiede";
		l->dovuto[i] = TR_NIENTE;
		return NULL;
	}
	e = trasferimento_passo(lato, &f);
	if (e.rifiutato)
		return e.motivo;
	if (e.dopo.stato == lato->stato)
		return "non cambia niente: è un messaggio ripetuto";
	*lato = e.dopo;
	if (i == l->c.n)
		l->c.n++;
	if (!tr_lettera_di(m, l->noi))
		l->dovuto[i] = e.manda;
	if (e.effetto != TR_RESTA)
		l->c.in_carico = e.effetto == TR_PRENDE;
	return NULL;
}

int
trasferimento_rileggi(struct tr_caso *out, struct arena *a, const char *noi,
    bool in_carico, const struct tr_carta *carte, int n)
{
	struct lettura l = { .noi = noi, .c.in_carico = in_carico };
	size_t room = (size_t)n + 1;
	struct tr_lettera m;
	const char *why;
	int i, r;

	l.c.lati = arena_alloc(a, room * sizeof(*l.c.lati));
	l.dovuto = arena_alloc(a, room * sizeof(*l.dovuto));
	for (i = 0; i < n; i++) {
		if ((r = trasferimento_leggi(&m, a, carte[i].doc)) != 0)
			return r;
		if ((why = follow(&l, &m, carte[i].giorno)) != NULL)
			return err_set(ERR_INVALID, "la carta %d dei "
			    "trasferimenti (%s) non può seguire alle altre: %s",
			    i + 1, carte[i].doc->nome, why);
	}
	for (i = 0; i < l.c.n; i++)
		if (l.dovuto[i] != TR_NIENTE)
			return err_set(ERR_INVALID, "manca l'ultima carta di "
			    "un trasferimento: %s",
			    tr_messaggio_nome(l.dovuto[i]));
	*out = l.c;
	return 0;
}
