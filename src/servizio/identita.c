/* SPDX-License-Identifier: EUPL-1.2 */
#include "servizio/identita.h"

#include <string.h>

#include "accesso/credenziali.h"
#include "accesso/eventi.h"
#include "accesso/frena.h"
#include "accesso/gettoni.h"
#include "base/clock.h"
#include "registro/deleghe.h"

int
identita_porta(struct porta **out, struct store *st)
{
	AUTO(arena) a = arena_new();

	return porta_open(out, store_path(a, st, "accesso.sqlite"));
}

/* A word of the outcome for what the user is told, not a fault. */
static int
says(enum esito_web *esito, enum esito_web e)
{
	*esito = e;
	return 0;
}

static bool
by_token(const struct nodo *q)
{
	const char *modo = nodo_attr(q, "modo");

	return modo != NULL && strcmp(modo, "gettone") == 0;
}

static int
look(struct identita *out, struct arena *a, struct porta *p,
    const struct nodo *q)
{
	const char *segreto = nodo_attr(q, "sessione");

	if (by_token(q))
		return sessione_gettone(&out->s, a, p, segreto, clock_now());
	return sessione_trova(&out->s, a, p, segreto, nodo_attr(q, "agente"),
	    clock_now());
}

int
identita_rifiuto(struct porta *p, const struct nodo *q, const char *utente,
    const char *dettaglio)
{
	const char *from = nodo_attr(q, "indirizzo");
	char ora[ORA_LEN + 1];

	clock_iso(ora, clock_now());
	return evento_aggiungi(p, &(struct evento){ .ora = ora,
	    .tipo = "sessione", .utente = utente, .rifiutato = true,
	    .indirizzo = from != NULL ? from : "-", .dettaglio = dettaglio });
}

/* It will not do any more, for anybody. */
static int
ends(enum esito_web *esito, struct porta *p, const struct nodo *q,
    const struct sessione *s, const char *dettaglio, const char *said)
{
	int e = s->gettone != NULL ?
	    gettone_revoca(p, s->impronta, clock_now()) :
	    sessione_chiudi(p, s->utente, s->impronta);

	if ((e != 0 && e != ERR_ABSENT) ||
	    (e = identita_rifiuto(p, q, s->utente, dettaglio)) != 0)
		return e;
	err_set(ERR_ABSENT, "%s", said);
	return says(esito, WEB_ENTRA);
}

/* Of tokens that are none one event, then none for a while that grows: whoever
 * tries them by the thousand does not fill the log. */
static int
no_token(struct arena *a, struct porta *p, const struct nodo *q)
{
	const char *from = nodo_attr(q, "indirizzo");
	const struct freno f = { arena_printf(a, "gettoni %s",
	    from != NULL ? from : "-"), 1 };
	bool first;
	int e, wait;

	if ((e = frena_prova(&wait, &first, p, &f, 1, clock_now())) != 0 ||
	    wait > 0)
		return e;
	return identita_rifiuto(p, q, NULL, "gettone di nessuno");
}

/* 1: he is in service, with the nomina he came in with, and not kept out. */
static int
in_service(struct identita *i, struct arena *a, struct porta *p,
    struct store *st)
{
	struct credenziale c;
	struct attuale doc;
	int e;

	if ((e = credenziale_di(&c, a, p, i->s.utente)) != 0)
		return e;
	if (c.bloccato != 0)
		return 0;
	if ((e = registro_utente(&i->chi, a, st->registro,
	    i->s.utente)) == ERR_ABSENT)
		return 0;
	if (e != 0 || !i->chi.attivo)
		return e;
	if (i->s.nomina == NULL)
		return 1;
	if ((e = registro_attuale(&doc, a, st->registro, "ente",
	    arena_printf(a, "utenti/%s.xml", i->s.utente))) == ERR_ABSENT)
		return 0;
	return e != 0 ? e : strcmp(doc.impronta, i->s.nomina) == 0;
}

int
identita_puo_per(struct arena *a, struct store *st, const char *utente,
    const char *per)
{
	struct utente u;
	const char **d;
	int e;

	/* a word of nobody would stand in the read log */
	if ((e = registro_utente(&u, a, st->registro, per)) != 0)
		return e == ERR_ABSENT ? 0 : e;
	if ((e = registro_permesso(st->registro, utente, "agire-per")) == 0)
		return 1;
	if (e != ERR_FORBIDDEN)
		return e;
	if ((e = registro_deleganti(&d, a, st->registro, utente)) != 0)
		return e;
	for (; *d != NULL; d++)
		if (strcmp(*d, per) == 0)
			return 1;
	return 0;
}

static bool
same_text(const char *x, const char *y)
{
	size_t n = strlen(x), i;
	unsigned char diff = 0;

	if (y == NULL || strlen(y) != n || n == 0)
		return false;
	for (i = 0; i < n; i++)
		diff |= (unsigned char)(x[i] ^ y[i]);
	return diff == 0;
}

/* What he had chosen has ended: he goes on in his own name, and sees that. */
static int
own_name_again(enum esito_web *esito, struct identita *i, struct porta *p)
{
	int e = sessione_per(p, i->s.impronta, NULL);

	i->s.per = NULL;
	return e != 0 ? e : says(esito, WEB_FATTO);
}

static int
no_delega(enum esito_web *esito, struct porta *p, const struct nodo *q,
    const char *utente, const char *per)
{
	int e = identita_rifiuto(p, q, utente,
	    "a nome di chi non gli ha dato una delega");

	err_set(ERR_FORBIDDEN, "nessuno con codice «%s» ti ha dato una delega "
	    "in vigore", per);
	return e != 0 ? e : says(esito, WEB_VIETATO);
}

/* The name of this very request, else the one chosen in the session. */
static int
whose_name(enum esito_web *esito, struct identita *i, struct arena *a,
    struct porta *p, struct store *st, const struct nodo *q)
{
	const char *asked = nodo_attr(q, "per");
	const char *per = asked != NULL ? asked : i->s.per;
	int e;

	if (per == NULL || per[0] == '\0' || strcmp(per, i->utente) == 0)
		return says(esito, WEB_FATTO);
	if ((e = identita_puo_per(a, st, i->utente, per)) < 0)
		return e;
	if (e == 0)
		return asked != NULL ? no_delega(esito, p, q, i->utente, per) :
		    own_name_again(esito, i, p);
	i->per = per;
	return says(esito, WEB_FATTO);
}

int
identita_di(enum esito_web *esito, struct identita *out, struct arena *a,
    struct porta *p, struct store *st, const struct nodo *richiesta,
    int flags)
{
	int e;

	memset(out, 0, sizeof *out);
	e = look(out, a, p, richiesta);
	if (e == ERR_ABSENT && by_token(richiesta))
		e = no_token(a, p, richiesta) == 0 ? ERR_ABSENT : ERR_FAULT;
	if (e == ERR_ABSENT)
		return says(esito, WEB_ENTRA);
	if (e == ERR_FORBIDDEN)
		return ends(esito, p, richiesta, &out->s, "mostrata da un "
		    "altro browser: chiusa", "la sessione è di un altro "
		    "browser: entra di nuovo");
	if (e != 0 || (e = in_service(out, a, p, st)) < 0)
		return e;
	if (e == 0)
		return ends(esito, p, richiesta, &out->s, "l'incarico è "
		    "cambiato: chiusa", "il tuo incarico è cambiato: entra di "
		    "nuovo");
	out->utente = out->s.utente;
	if ((flags & IDENTITA_CSRF) && out->s.gettone == NULL &&
	    !same_text(out->s.csrf, nodo_attr(richiesta, "csrf"))) {
		if ((e = identita_rifiuto(p, richiesta, out->utente, "modulo di un'altra "
		    "sessione")) != 0)
			return e;
		err_set(ERR_FORBIDDEN, "il modulo non è di questa sessione: "
		    "ricarica la pagina e ripeti");
		return says(esito, WEB_VIETATO);
	}
	if (out->s.stato != SESSIONE_INTERA && !(flags & IDENTITA_INIZIO)) {
		err_set(ERR_FORBIDDEN, "per entrare manca ancora un passo");
		return says(esito, WEB_SECONDO);
	}
	return whose_name(esito, out, a, p, st, richiesta);
}

int
identita_era(const char **utente, const char **per, struct arena *a,
    struct porta *p, struct store *st, const struct nodo *richiesta)
{
	/* his nomina may have changed: he keeps his words */
	struct identita i = { 0 };
	int e;

	if ((e = sessione_era(&i.s.utente, &i.s.per, a, p,
	    nodo_attr(richiesta, "csrf"), nodo_attr(richiesta, "agente"),
	    clock_now())) != 0 || (e = in_service(&i, a, p, st)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "la sessione è finita: entra di "
		    "nuovo");
	*utente = i.s.utente;
	*per = i.s.per;
	return 0;
}

static void
set_time(struct arena *a, struct nodo *n, const char *nome, int64_t t)
{
	char ora[ORA_LEN + 1];

	clock_iso(ora, t);
	nodo_set(a, n, nome, ora);
}

static int
in_name_of(struct nodo *n, struct arena *a, struct store *st,
    const char *codice)
{
	struct utente u;
	int e;

	if ((e = registro_utente(&u, a, st->registro, codice)) != 0)
		return e;
	nodo_set(a, n, "per", codice);
	nodo_set(a, n, "per-nome", arena_printf(a, "%s %s", u.nome, u.cognome));
	return 0;
}

int
identita_nodo(struct nodo **out, struct nodo *risposta, struct arena *a,
    struct store *st, const struct identita *i)
{
	struct nodo *n = nodo_elem(a, risposta, "sessione");
	struct ente ente;
	int e;

	if ((e = registro_ente(&ente, a, st->registro)) != 0)
		return e;
	nodo_set(a, n, "utente", i->utente);
	nodo_set(a, n, "nome", arena_printf(a, "%s %s", i->chi.nome,
	    i->chi.cognome));
	nodo_set(a, n, "qualifica", i->chi.qualifica);
	nodo_set(a, n, "ente", ente.denominazione);
	if (ente.dimostrativo)
		nodo_set(a, n, "dimostrativo", "si");
	nodo_set(a, n, "csrf", i->s.csrf);
	nodo_set(a, n, "stato", sessione_stato_parola(i->s.stato));
	nodo_set(a, n, "via", i->s.via);
	nodo_set(a, n, "applicazione", i->s.gettone);
	set_time(a, n, "scade", i->s.scade);
	*out = n;
	return i->per != NULL ? in_name_of(n, a, st, i->per) : 0;
}
