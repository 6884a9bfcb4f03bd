/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/trasferimento.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/auto.h"

/* Read from top to bottom; the first row whose guards hold is done. */
const struct tr_passaggio tr_passaggi[] = {
	/* who sends */
	{ TR_NESSUNO, TR_OFFRI,
	    TR_IN_CARICO | TR_LIBERA | TR_AD_ALTRI | TR_IN_TEMPO |
	    TR_COL_PACCHETTO, TR_OFFERTA, TR_M_OFFERTA, TR_RESTA },
	{ TR_OFFERTA, TR_RIPETI, 0, TR_OFFERTA, TR_M_OFFERTA, TR_RESTA },
	{ TR_OFFERTA, TR_RITIRA, 0, TR_RITIRATA, TR_M_RITIRO, TR_RESTA },
	{ TR_OFFERTA, TR_SCADE, TR_SCADUTA, TR_RITIRATA, TR_M_RITIRO,
	    TR_RESTA },
	{ TR_OFFERTA, TR_E_ACCETTAZIONE, TR_IN_TEMPO, TR_ACCETTATA, TR_NIENTE,
	    TR_RESTA },
	{ TR_OFFERTA, TR_E_ACCETTAZIONE, TR_SCADUTA, TR_RITIRATA, TR_M_RITIRO,
	    TR_RESTA },
	{ TR_OFFERTA, TR_E_RIFIUTO, 0, TR_RIFIUTATA, TR_NIENTE, TR_RESTA },
	{ TR_ACCETTATA, TR_E_ACCETTAZIONE, 0, TR_ACCETTATA, TR_NIENTE,
	    TR_RESTA },
	{ TR_ACCETTATA, TR_RITIRA, 0, TR_RITIRATA, TR_M_RITIRO, TR_RESTA },
	{ TR_ACCETTATA, TR_RILASCIA, TR_COL_PACCHETTO, TR_RILASCIATA,
	    TR_M_RILASCIO, TR_LASCIA },
	{ TR_RILASCIATA, TR_RIPETI, 0, TR_RILASCIATA, TR_M_RILASCIO,
	    TR_RESTA },
	{ TR_RILASCIATA, TR_E_ACCETTAZIONE, 0, TR_RILASCIATA, TR_M_RILASCIO,
	    TR_RESTA },
	{ TR_RITIRATA, TR_RIPETI, 0, TR_RITIRATA, TR_M_RITIRO, TR_RESTA },
	{ TR_RITIRATA, TR_E_ACCETTAZIONE, 0, TR_RITIRATA, TR_M_RITIRO,
	    TR_RESTA },
	{ TR_RITIRATA, TR_E_RIFIUTO, 0, TR_RITIRATA, TR_NIENTE, TR_RESTA },
	{ TR_RIFIUTATA, TR_E_RIFIUTO, 0, TR_RIFIUTATA, TR_NIENTE, TR_RESTA },
	/* who receives */
	{ TR_NESSUNO, TR_E_OFFERTA, TR_COL_PACCHETTO, TR_PERVENUTA, TR_NIENTE,
	    TR_RESTA },
	{ TR_PERVENUTA, TR_E_OFFERTA, 0, TR_PERVENUTA, TR_NIENTE, TR_RESTA },
	{ TR_PERVENUTA, TR_ACCETTA, TR_NON_NOSTRA | TR_IN_TEMPO, TR_IMPEGNATA,
	    TR_M_ACCETTAZIONE, TR_RESTA },
	{ TR_PERVENUTA, TR_RIFIUTA, 0, TR_RESPINTA, TR_M_RIFIUTO, TR_RESTA },
	{ TR_PERVENUTA, TR_E_RITIRO, 0, TR_DECADUTA, TR_NIENTE, TR_RESTA },
	{ TR_IMPEGNATA, TR_RIPETI, 0, TR_IMPEGNATA, TR_M_ACCETTAZIONE,
	    TR_RESTA },
	{ TR_IMPEGNATA, TR_E_OFFERTA, 0, TR_IMPEGNATA, TR_M_ACCETTAZIONE,
	    TR_RESTA },
	{ TR_IMPEGNATA, TR_E_RITIRO, 0, TR_DECADUTA, TR_NIENTE, TR_RESTA },
	{ TR_IMPEGNATA, TR_E_RILASCIO, TR_COL_PACCHETTO, TR_RICEVUTA,
	    TR_NIENTE, TR_PRENDE },
	{ TR_RICEVUTA, TR_E_OFFERTA, 0, TR_RICEVUTA, TR_M_ACCETTAZIONE,
	    TR_RESTA },
	{ TR_RICEVUTA, TR_E_RILASCIO, 0, TR_RICEVUTA, TR_NIENTE, TR_RESTA },
	{ TR_RESPINTA, TR_RIPETI, 0, TR_RESPINTA, TR_M_RIFIUTO, TR_RESTA },
	{ TR_RESPINTA, TR_E_OFFERTA, 0, TR_RESPINTA, TR_M_RIFIUTO, TR_RESTA },
	{ TR_RESPINTA, TR_E_RITIRO, 0, TR_RESPINTA, TR_NIENTE, TR_RESTA },
	{ TR_DECADUTA, TR_E_OFFERTA, 0, TR_DECADUTA, TR_NIENTE, TR_RESTA },
	{ TR_DECADUTA, TR_E_RITIRO, 0, TR_DECADUTA, TR_NIENTE, TR_RESTA },
};
const size_t tr_passaggi_n = NELEM(tr_passaggi);

/* ---- words ---- */

static const struct {
	const char *nome;
	const char *perche;	/* what is possible from here */
} stati[TR_STATI] = {
	[TR_NESSUNO] = { "nessuno", "non c'è nessun trasferimento con questo "
	    "id: viene prima l'offerta" },
	[TR_OFFERTA] = { "offerta", "la cartella è offerta e la risposta non è "
	    "ancora arrivata: si può ripetere l'offerta o ritirarla" },
	[TR_ACCETTATA] = { "accettata", "l'offerta è accettata: si rilascia la "
	    "cartella o si ritira l'offerta" },
	[TR_RILASCIATA] = { "rilasciata", "la cartella è rilasciata e non è "
	    "più di questo ente: il rilascio si può solo ripetere" },
	[TR_RITIRATA] = { "ritirata", "l'offerta è ritirata: per trasferire la "
	    "cartella se ne fa una nuova" },
	[TR_RIFIUTATA] = { "rifiutata", "l'altro ente ha rifiutato l'offerta: "
	    "per trasferire la cartella se ne fa una nuova" },
	[TR_PERVENUTA] = { "pervenuta", "l'offerta attende una decisione: si "
	    "accetta o si rifiuta" },
	[TR_IMPEGNATA] = { "impegnata", "l'offerta è già accettata: si attende "
	    "il rilascio, e intanto si può ripetere l'accettazione" },
	[TR_RICEVUTA] = { "ricevuta", "la cartella è già di questo ente: per "
	    "restituirla si fa una nuova offerta" },
	[TR_RESPINTA] = { "respinta", "l'offerta è già rifiutata: il rifiuto "
	    "si può solo ripetere" },
	[TR_DECADUTA] = { "decaduta", "l'altro ente ha ritirato l'offerta: ne "
	    "deve fare una nuova" },
};

static const char *const messaggi[TR_MESSAGGI] = {
	[TR_NIENTE] = "niente",
	[TR_M_OFFERTA] = "offerta",
	[TR_M_RILASCIO] = "rilascio",
	[TR_M_RITIRO] = "ritiro",
	[TR_M_ACCETTAZIONE] = "accettazione",
	[TR_M_RIFIUTO] = "rifiuto",
};

static const char *const eventi[TR_EVENTI] = {
	[TR_OFFRI] = "offri",
	[TR_RITIRA] = "ritira",
	[TR_SCADE] = "scade",
	[TR_RILASCIA] = "rilascia",
	[TR_ACCETTA] = "accetta",
	[TR_RIFIUTA] = "rifiuta",
	[TR_RIPETI] = "ripeti",
	[TR_E_OFFERTA] = "arriva offerta",
	[TR_E_RILASCIO] = "arriva rilascio",
	[TR_E_RITIRO] = "arriva ritiro",
	[TR_E_ACCETTAZIONE] = "arriva accettazione",
	[TR_E_RIFIUTO] = "arriva rifiuto",
};

static const struct {
	enum tr_guardia g;
	const char *nome, *perche;
} guardie[TR_GUARDIE] = {
	{ TR_IN_CARICO, "in carico", "la cartella non è in carico a questo "
	    "ente: si offre solo ciò che si ha" },
	{ TR_NON_NOSTRA, "non in carico", "la cartella è già in carico a "
	    "questo ente: l'offerta si rifiuta" },
	{ TR_LIBERA, "nessun'altra offerta", "un'altra offerta della cartella "
	    "è in corso: prima la si ritira" },
	{ TR_AD_ALTRI, "ad altri", "la cartella si offre a un altro ente, non "
	    "al proprio" },
	{ TR_IN_TEMPO, "in tempo", "l'ultimo giorno dell'offerta è passato: "
	    "ne occorre una nuova" },
	{ TR_SCADUTA, "scaduta", "l'offerta non è ancora scaduta: per "
	    "terminarla prima la si ritira" },
	{ TR_COL_PACCHETTO, "col pacchetto", "manca il pacchetto nominato, o "
	    "la sua impronta è un'altra" },
};

const char *
tr_stato_nome(enum tr_stato s)
{
	return stati[s].nome;
}

const char *
tr_messaggio_nome(enum tr_messaggio m)
{
	return messaggi[m];
}

const char *
tr_evento_nome(enum tr_evento e)
{
	return eventi[e];
}

const char *
tr_guardia_nome(enum tr_guardia g)
{
	size_t i;

	for (i = 0; i < NELEM(guardie) && guardie[i].g != g; i++)
		;
	assert(i < NELEM(guardie));
	return guardie[i].nome;
}

const char *
tr_effetto_nome(enum tr_effetto e)
{
	static const char *const nome[] = { "resta", "lascia", "prende" };

	return nome[e];
}

/* ---- is it about this, and from whom it says? ---- */

static bool
same(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* IPA codes are the same in capitals. */
static bool
same_body(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcasecmp(a, b) == 0;
}

static bool
is_message(enum tr_evento e)
{
	return e >= TR_E_OFFERTA;
}

static enum tr_messaggio
message_of(enum tr_evento e)
{
	return TR_M_OFFERTA + (e - TR_E_OFFERTA);
}

static bool
of_sender(enum tr_messaggio m)
{
	return m == TR_M_OFFERTA || m == TR_M_RILASCIO || m == TR_M_RITIRO;
}

static bool
is_receiving(enum tr_stato s)
{
	return s >= TR_PERVENUTA;
}

bool
tr_lettera_di(const struct tr_lettera *m, const char *ente)
{
	return same_body(of_sender(m->tipo) ? m->da : m->a, ente);
}

enum tr_stato
tr_stato_dopo(enum tr_messaggio m, bool nostro)
{
	static const enum tr_stato dopo[TR_MESSAGGI][2] = {
		[TR_M_OFFERTA] = { TR_PERVENUTA, TR_OFFERTA },
		[TR_M_RILASCIO] = { TR_RICEVUTA, TR_RILASCIATA },
		[TR_M_RITIRO] = { TR_DECADUTA, TR_RITIRATA },
		[TR_M_ACCETTAZIONE] = { TR_ACCETTATA, TR_IMPEGNATA },
		[TR_M_RIFIUTO] = { TR_RIFIUTATA, TR_RESPINTA },
	};

	return dopo[m][nostro];
}

static bool
complete(const struct tr_lettera *m)
{
	return m->id != NULL && m->caso != NULL && m->da != NULL &&
	    m->a != NULL && m->pacchetto != NULL &&
	    (m->tipo != TR_M_OFFERTA || m->scade != NULL) &&
	    (m->tipo != TR_M_RILASCIO || m->finale != NULL);
}

/* What is wrong with an offer that is to go, or NULL. */
static const char *
check_going(const struct tr_fatto *f)
{
	const struct tr_lettera *m = f->lettera;

	if (m == NULL || m->tipo != TR_M_OFFERTA || !complete(m))
		return "l'offerta non è completa";
	if (!same_body(m->da, f->noi))
		return "l'offerta la fa questo ente, non un altro";
	return NULL;
}

/* The same of a message that came. */
static const char *
check_came(const struct tr_lato *l, const struct tr_fatto *f)
{
	const struct tr_lettera *m = f->lettera, *p = &l->patto;
	bool to_us;

	if (m == NULL || m->tipo != message_of(f->evento) || !complete(m))
		return "il messaggio non è completo";
	to_us = same_body(of_sender(m->tipo) ? m->a : m->da, f->noi);
	if (!to_us || same_body(m->a, m->da))
		return "il messaggio non è per questo ente";
	if (!same_body(f->firmatario, of_sender(m->tipo) ? m->da : m->a))
		return "il messaggio non ha un sigillo valido dell'ente che "
		    "dice di averlo mandato";
	if (l->stato == TR_NESSUNO)
		return NULL;
	if (!same(m->id, p->id) || !same(m->caso, p->caso) ||
	    !same_body(m->da, p->da) || !same_body(m->a, p->a))
		return "il messaggio è di un altro trasferimento";
	if (!same(m->pacchetto, p->pacchetto) ||
	    (m->tipo == TR_M_OFFERTA && !same(m->scade, p->scade)) ||
	    (m->tipo == TR_M_RILASCIO && p->finale != NULL &&
	    !same(m->finale, p->finale)))
		return "il messaggio non dice ciò che fu offerto: altro "
		    "pacchetto o altro termine";
	return NULL;
}

/* The same of a decision: each end has its own. */
static const char *
check_here(const struct tr_lato *l, const struct tr_fatto *f)
{
	if (l->stato == TR_NESSUNO)
		return NULL;
	if (!same_body(is_receiving(l->stato) ? l->patto.a : l->patto.da, f->noi))
		return "il trasferimento non è di questo ente";
	return NULL;
}

static const char *
check(const struct tr_lato *l, const struct tr_fatto *f)
{
	const char *wrong;

	if (is_message(f->evento))
		return check_came(l, f);
	wrong = check_here(l, f);
	if (wrong == NULL && f->evento == TR_OFFRI && l->stato == TR_NESSUNO)
		wrong = check_going(f);
	return wrong;
}

/* ---- the step ---- */

/* What this event adds to what was agreed. */
static struct tr_lettera
agreed(const struct tr_lato *l, const struct tr_fatto *f)
{
	struct tr_lettera p = l->patto;

	if (l->stato == TR_NESSUNO && f->lettera != NULL)
		p = *f->lettera;
	else if (f->evento == TR_RILASCIA)
		p.finale = f->pacchetto;
	else if (f->evento == TR_E_RILASCIO)
		p.finale = f->lettera->finale;
	return p;
}

/* Is the package here that this event is about? */
static bool
package_here(const struct tr_lettera *p, const struct tr_fatto *f)
{
	return same(f->pacchetto, p->finale != NULL ? p->finale :
	    p->pacchetto);
}

static bool
holds(enum tr_guardia g, const struct tr_lettera *p, const struct tr_fatto *f)
{
	/* Without a date nothing that depends on one is done. */
	bool known = p->scade != NULL && f->oggi != NULL;
	bool late = known && strcmp(f->oggi, p->scade) > 0;

	switch (g) {
	case TR_IN_CARICO:
		return f->in_carico;
	case TR_NON_NOSTRA:
		return !f->in_carico;
	case TR_LIBERA:
		return !f->altra_offerta;
	case TR_AD_ALTRI:
		return !same_body(p->a, f->noi);
	case TR_IN_TEMPO:
		return known && !late;
	case TR_SCADUTA:
		return late;
	case TR_COL_PACCHETTO:
		break;
	}
	return package_here(p, f);
}

/* The reason why that row does not go, or NULL. */
static const char *
hinders(const struct tr_passaggio *r, const struct tr_lettera *p,
    const struct tr_fatto *f)
{
	size_t i;

	for (i = 0; i < NELEM(guardie); i++)
		if ((r->guardie & guardie[i].g) && !holds(guardie[i].g, p, f))
			return guardie[i].perche;
	return NULL;
}

static struct tr_esito
refused(const struct tr_lato *l, const char *why)
{
	return (struct tr_esito){ .rifiutato = true, .motivo = why,
	    .dopo = *l };
}

struct tr_esito
trasferimento_passo_con(const struct tr_passaggio *tabella, size_t n,
    const struct tr_lato *l, const struct tr_fatto *f)
{
	const char *why = check(l, f), *hindered = NULL;
	struct tr_lettera p;
	size_t i;

	if (why != NULL)
		return refused(l, why);
	p = agreed(l, f);
	for (i = 0; i < n; i++) {
		const struct tr_passaggio *r = &tabella[i];

		if (r->da != l->stato || r->evento != f->evento)
			continue;
		why = hinders(r, &p, f);
		if (why == NULL)
			return (struct tr_esito){ .dopo = { r->a, p },
			    .manda = r->manda, .effetto = r->effetto };
		hindered = why;
	}
	return refused(l, hindered != NULL ? hindered :
	    stati[l->stato].perche);
}

struct tr_esito
trasferimento_passo(const struct tr_lato *l, const struct tr_fatto *f)
{
	return trasferimento_passo_con(tr_passaggi, tr_passaggi_n, l, f);
}
