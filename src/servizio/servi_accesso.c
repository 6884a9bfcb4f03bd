/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_accesso.c - who asks, and the kinds of request about coming in.
 *
 *   entra		utente, modo; parola		sessione=, or «secondo»
 *   secondo		; codice			sessione=, or «secondo»
 *   esci		-				sessione=""
 *   passo		-				<passo che=>
 *   profilo		-				<profilo>
 *   parola		; vecchia, nuova		sessione=
 *   secondo-prepara	-				-
 *   secondo-attiva	; parola, codice		sessione=
 *   secondo-togli	; parola			sessione=
 *   sessione-chiudi	id, or tutte=si			-
 *   sessione-per	per				-
 *   accessi		utente, rifiuti, dopo		<accessi>
 *   accesso-blocca	utente, blocca=si|no		-
 *   accesso-chiudi	utente				-
 *
 * What is refused comes with what its page needs to be shown again.  Refuses:
 * the last three to who may not `nomina`.
 */
#include "servizio/servi.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atti/nominati.h"
#include "base/clock.h"
#include "base/hash.h"
#include "registro/registro.h"
#include "servizio/identita.h"
#include "servizio/ingresso.h"
#include "servizio/profilo.h"
#include "servizio/sosta.h"

struct servi_accesso {
	struct porta *porta;
};

/* ---- who asks ---- */

static int
door(struct porta **out, struct servi *s)
{
	struct porta *p;
	int r;

	if (s->accesso == NULL) {
		if ((r = identita_porta(&p, s->st)) != 0)
			return r;
		if ((s->accesso = calloc(1, sizeof *s->accesso)) == NULL)
			abort();
		s->accesso->porta = p;
	}
	*out = s->accesso->porta;
	return 0;
}

void
servi_accesso_chiudi(struct servi *s)
{
	if (s->accesso == NULL)
		return;
	porta_close(s->accesso->porta);
	free(s->accesso);
	s->accesso = NULL;
}

static int
asks(struct richiedente *out, struct servi *s, const struct identita *i)
{
	char *ora = arena_alloc(s->a, ORA_LEN + 1);
	struct ente ente;
	int r;

	if ((r = registro_ente(&ente, s->a, s->st->registro)) != 0)
		return r;
	clock_iso(ora, i->s.scade);
	*out = (struct richiedente){ .utente = i->utente, .per = i->per,
	    .csrf = i->s.gettone == NULL ? i->s.csrf : NULL, .scade = ora,
	    .sessione = i->s.impronta, .dimostrativo = ente.dimostrativo };
	return 0;
}

int
servi_chi_era(struct richiedente *out, struct servi *s,
    const struct nodo *richiesta)
{
	struct richiedente was = { 0 };
	struct porta *p;
	int r;

	if ((r = door(&p, s)) == 0 && (r = identita_era(&was.utente, &was.per,
	    s->a, p, s->st, richiesta)) == ERR_ABSENT)
		r = 0;
	if (r == 0)
		*out = was;
	return r;
}

enum esito_web
servi_chi(struct richiedente *out, struct servi *s,
    const struct nodo *richiesta)
{
	enum esito_web e = WEB_GUASTO;
	struct identita i;
	struct porta *p;
	int r;

	*out = (struct richiedente){ 0 };
	if ((r = door(&p, s)) != 0 || (r = identita_di(&e, &i, s->a, p, s->st,
	    richiesta, 0)) != 0)
		return esito_web_di_errore(r) == WEB_OCCUPATO ? WEB_OCCUPATO :
		    WEB_GUASTO;
	if (e == WEB_FATTO)
		r = asks(out, s, &i);
	else if (e == WEB_ENTRA && s->riga != NULL &&
	    (s->riga->flags & SERVI_ANCHE_FINITA))
		r = servi_chi_era(out, s, richiesta);
	return r == 0 ? e : WEB_GUASTO;
}

int
servi_accesso_rifiuto(struct servi *s, const struct nodo *richiesta,
    const char *utente, const char *dettaglio)
{
	struct porta *p;
	int r = door(&p, s);

	return r != 0 ? r : identita_rifiuto(p, richiesta, utente, dettaglio);
}

/* ---- what the kinds have in common ---- */

struct visita {			/* a request at the door */
	struct soglia d;
	struct modi modi;
	struct identita i;
	struct segreto *segreto[2];
	struct ammesso out;
};

static void
visita_end(struct visita *v)
{
	segreto_free(v->segreto[0]);
	segreto_free(v->segreto[1]);
	segreto_wipe(v->out.segreto, sizeof v->out.segreto);
}
#define VISITA __attribute__((cleanup(visita_end))) struct visita

static int
begin(struct visita *v, struct servi *s, const struct nodo *richiesta)
{
	const char *from = nodo_attr(richiesta, "indirizzo");
	const char *agente = nodo_attr(richiesta, "agente");
	int r;

	v->d = (struct soglia){ .a = s->a, .st = s->st, .modi = &v->modi,
	    .indirizzo = from != NULL ? from : "-",
	    .agente = agente != NULL ? agente : "", .ora = clock_now() };
	if ((r = door(&v->d.porta, s)) != 0)
		return r;
	r = modi_leggi(&v->modi, s->a, store_path(s->a, s->st,
	    "accesso.conf"));
	/* not for who wants to come in to read, or to mend */
	return r != 0 ? err_prefix(ERR_FAULT, "modi di entrare") : 0;
}

/* 0 for what is none. */
static int64_t
number(const char *s)
{
	char *end;
	long long n;

	if (s == NULL || s[0] < '0' || s[0] > '9')
		return 0;
	n = strtoll(s, &end, 10);
	return *end == '\0' ? n : 0;
}

/* The n secrets of the request, in the order of its kind. */
static int
secrets(struct visita *v, const struct nodo *richiesta,
    const struct consegna *c, int n)
{
	const char *how = nodo_attr(richiesta, "segreto");
	int i, r, fd;

	if (how == NULL || number(how) != n || c->n_fd == 0)
		return err_set(ERR_INVALID, "manca quello che serve per "
		    "entrare");
	fd = c->fd[c->n_fd - 1];
	if (lseek(fd, 0, SEEK_SET) != 0)
		return err_sys("segreto");
	for (i = 0; i < n; i++)
		if ((r = segreto_read(&v->segreto[i], fd)) != 0)
			return r;
	return 0;
}

/* A session, whole or not, with its csrf.  1: it is there; 0: answered. */
static int
session(struct visita *v, struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta, int flags)
{
	enum esito_web e;
	struct nodo *n;
	int r;

	if ((r = begin(v, s, richiesta)) < 0 || (r = identita_di(&e, &v->i,
	    s->a, v->d.porta, s->st, richiesta, flags)) < 0)
		return r;
	if (e == WEB_FATTO && v->i.s.gettone != NULL) {
		e = WEB_VIETATO;
		err_set(ERR_FORBIDDEN, "un'applicazione non ha un profilo");
	}
	if (e != WEB_FATTO) {
		servi_esito(risposta, s, e, err_msg());
		return 0;
	}
	if (nodo_child(risposta, "sessione") == NULL &&
	    (r = identita_nodo(&n, risposta, s->a, s->st, &v->i)) != 0)
		return r;
	return 1;
}

/* A new secret is the same session still: what was sent in it stays its own. */
static void
keep_files(struct servi *s, const struct visita *v)
{
	const struct sessione *old = &v->i.s;
	char impronta[IMPRONTA_LEN + 1];

	if (old->impronta == NULL)
		return;
	hash_hex(impronta, v->out.segreto, SESSIONE_SEGRETO);
	sosta_sposta(sosta_casa(s->a, s->dir, old->utente, old->impronta),
	    sosta_casa(s->a, s->dir, old->utente, impronta));
}

static void
answer(struct nodo *risposta, struct servi *s, const struct visita *v)
{
	const struct ammesso *m = &v->out;

	servi_esito(risposta, s, m->esito, m->messaggio);
	if (m->segreto[0] != '\0') {
		keep_files(s, v);
		nodo_set(s->a, risposta, "sessione", m->segreto);
		nodo_set(s->a, risposta, "dura", arena_printf(s->a, "%d",
		    SESSIONE_LUNGA));
	}
	if (m->esito == WEB_FRENA)
		nodo_set(s->a, risposta, "fra", arena_printf(s->a, "%d",
		    m->fra));
}

/* What was refused is shown again in its page. */
static int
again(struct nodo *risposta, struct servi *s, const struct visita *v)
{
	answer(risposta, s, v);
	if (v->out.esito == WEB_FATTO || v->out.esito == WEB_SECONDO)
		return 0;
	return v->i.s.stato == SESSIONE_INTERA ?
	    profilo_nodo(risposta, &v->d, &v->i.s) :
	    profilo_passo(risposta, &v->d, &v->i.s);
}

/* ---- in and out ---- */

/* The session the browser had before is not left behind. */
static int
leaves_old(const struct visita *v, const struct nodo *richiesta)
{
	struct sessione old;
	int r = sessione_trova(&old, v->d.a, v->d.porta,
	    nodo_attr(richiesta, "sessione"), v->d.agente, v->d.ora);

	if (r == 0)
		r = sessione_chiudi(v->d.porta, old.utente, old.impronta);
	return r == ERR_ABSENT || r == ERR_FORBIDDEN ? 0 : r;
}

static int
entra(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	struct richiesta_ingresso q = {
		.login = servi_campo(s, richiesta, "utente"),
		.modo = servi_campo(s, richiesta, "modo"),
		.certificato = nodo_attr(richiesta, "certificato"),
		.fidato = nodo_attr(richiesta, "utente-fidato"),
	};
	VISITA v = { 0 };
	int r;

	if ((r = begin(&v, s, richiesta)) != 0)
		return r;
	if (nodo_attr(richiesta, "segreto") != NULL &&
	    (r = secrets(&v, richiesta, c, 1)) != 0)
		return r;
	q.parola = v.segreto[0];
	if ((r = ingresso_entra(&v.out, &v.d, &q)) != 0)
		return r;
	if (v.out.segreto[0] != '\0' &&
	    (r = leaves_old(&v, richiesta)) != 0)
		return r;
	answer(risposta, s, &v);
	return 0;
}

static int
secondo(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	VISITA v = { 0 };
	int r;

	if ((r = session(&v, risposta, s, richiesta, IDENTITA_CSRF |
	    IDENTITA_INIZIO)) != 1)
		return r;
	if ((r = secrets(&v, richiesta, c, 1)) != 0 ||
	    (r = ingresso_secondo(&v.out, &v.d, &v.i.s, v.segreto[0])) != 0)
		return r;
	return again(risposta, s, &v);
}

static int
esci(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	VISITA v = { 0 };
	int r;

	(void)c;
	if ((r = session(&v, risposta, s, richiesta, IDENTITA_CSRF |
	    IDENTITA_INIZIO)) != 1) {
		/* it was none: the browser need not hold it any more */
		if (r == 0 && strcmp(nodo_attr(risposta, "esito"),
		    esito_web_parola(WEB_ENTRA)) == 0)
			nodo_set(s->a, risposta, "sessione", "");
		return r;
	}
	nodo_set(s->a, risposta, "sessione", "");
	if ((r = sessione_chiudi(v.d.porta, v.i.s.utente,
	    v.i.s.impronta)) != 0 && r != ERR_ABSENT)
		return r;
	return soglia_evento(&v.d, "esce", v.i.s.utente, false, "");
}

static int
passo(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	VISITA v = { 0 };
	int r;

	(void)c;
	if ((r = session(&v, risposta, s, richiesta, IDENTITA_INIZIO)) != 1)
		return r;
	return profilo_passo(risposta, &v.d, &v.i.s);
}

/* ---- one's own ---- */

static int
profilo(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	VISITA v = { 0 };
	int r;

	(void)c;
	if ((r = session(&v, risposta, s, richiesta, 0)) != 1)
		return r;
	return profilo_nodo(risposta, &v.d, &v.i.s);
}

static int
parola(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	VISITA v = { 0 };
	int r;

	if ((r = session(&v, risposta, s, richiesta, IDENTITA_CSRF |
	    IDENTITA_INIZIO)) != 1)
		return r;
	if (v.i.s.stato == SESSIONE_SECONDO)
		v.out = (struct ammesso){ .esito = WEB_SECONDO };
	else if ((r = secrets(&v, richiesta, c, 2)) != 0 ||
	    (r = profilo_parola(&v.out, &v.d, &v.i.s, v.segreto[0],
	    v.segreto[1])) != 0)
		return r;
	return again(risposta, s, &v);
}

static int
secondo_prepara(struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta, const struct consegna *c)
{
	VISITA v = { 0 };
	int r;

	(void)c;
	if ((r = session(&v, risposta, s, richiesta, IDENTITA_CSRF |
	    IDENTITA_INIZIO)) != 1)
		return r;
	if (v.i.s.stato == SESSIONE_SECONDO)
		v.out = (struct ammesso){ .esito = WEB_SECONDO };
	else if ((r = profilo_secondo_prepara(&v.out, &v.d, &v.i.s)) != 0)
		return r;
	return again(risposta, s, &v);
}

static int
secondo_attiva(struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta, const struct consegna *c)
{
	VISITA v = { 0 };
	int r;

	if ((r = session(&v, risposta, s, richiesta, IDENTITA_CSRF |
	    IDENTITA_INIZIO)) != 1)
		return r;
	if (v.i.s.stato == SESSIONE_SECONDO)
		v.out = (struct ammesso){ .esito = WEB_SECONDO };
	else if ((r = secrets(&v, richiesta, c, 2)) != 0 ||
	    (r = profilo_secondo_attiva(&v.out, &v.d, &v.i.s, v.segreto[0],
	    v.segreto[1])) != 0)
		return r;
	return again(risposta, s, &v);
}

static int
secondo_togli(struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta, const struct consegna *c)
{
	VISITA v = { 0 };
	int r;

	if ((r = session(&v, risposta, s, richiesta, IDENTITA_CSRF)) != 1)
		return r;
	if ((r = secrets(&v, richiesta, c, 1)) != 0 ||
	    (r = profilo_secondo_togli(&v.out, &v.d, &v.i.s,
	    v.segreto[0])) != 0)
		return r;
	return again(risposta, s, &v);
}

static int
sessione_chiudi_(struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta, const struct consegna *c)
{
	const char *id = servi_campo(s, richiesta, "id");
	const char *all = servi_campo(s, richiesta, "tutte");
	VISITA v = { 0 };
	int64_t closed;
	int r;

	(void)c;
	if ((r = session(&v, risposta, s, richiesta, IDENTITA_CSRF)) != 1)
		return r;
	if (all != NULL && strcmp(all, "si") == 0)
		r = sessioni_chiudi(&closed, v.d.porta, v.i.utente,
		    v.i.s.impronta);
	else
		r = sessione_chiudi(v.d.porta, v.i.utente,
		    id != NULL ? id : "");
	return r != 0 ? r : soglia_evento(&v.d, "sessione", v.i.utente, false,
	    "sessioni chiuse");
}

static int
sessione_per_(struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta, const struct consegna *c)
{
	const char *per = servi_campo(s, richiesta, "per");
	const bool own = per == NULL || per[0] == '\0';
	VISITA v = { 0 };
	int r;

	(void)c;
	if ((r = session(&v, risposta, s, richiesta, IDENTITA_CSRF)) != 1)
		return r;
	if (own || strcmp(per, v.i.utente) == 0)
		per = NULL;
	else if ((r = identita_puo_per(s->a, s->st, v.i.utente, per)) != 1)
		return r < 0 ? r : err_set(ERR_FORBIDDEN, "nessuno con codice "
		    "«%s» ti ha dato una delega in vigore", per);
	if ((r = sessione_per(v.d.porta, v.i.s.impronta, per)) != 0)
		return r;
	return soglia_evento(&v.d, "sessione", v.i.utente, false,
	    per == NULL ? "lavora a nome proprio" :
	    arena_printf(s->a, "lavora per conto di %s", per));
}

/* ---- everybody's ---- */

/* Of who looks after the people of the body: the atto that lists them all. */
static int
runs_the_body(struct visita *v, struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta, int flags)
{
	int r = session(v, risposta, s, richiesta, flags);

	return r != 1 ? r : registro_permesso(s->st->registro,
	    v->i.utente, "utenti") == 0 ? 1 :
	    err_set(ERR_FORBIDDEN, "non è fra le cose che puoi vedere");
}

/* What stands in an address, or in a field, is no word for the log: whoever it
 * names must be a user. */
static int
known_user(struct servi *s, const char *who)
{
	struct utente u;

	return registro_utente(&u, s->a, s->st->registro, who);
}

static int
accessi(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	const char *who = servi_campo(s, richiesta, "utente");
	const char *only = servi_campo(s, richiesta, "rifiuti");
	const char *from = servi_campo(s, richiesta, "dopo");
	VISITA v = { 0 };
	int r;

	(void)c;
	if ((r = runs_the_body(&v, risposta, s, richiesta, 0)) != 1)
		return r;
	if (who != NULL && who[0] == '\0')
		who = NULL;
	if ((who != NULL && (r = known_user(s, who)) != 0) ||
	    (r = soglia_evento(&v.d, "guarda", v.i.utente, false, who != NULL ?
	    arena_printf(s->a, "gli accessi di %s", who) :
	    "gli accessi di tutti")) != 0)
		return r;
	if ((r = profilo_accessi(risposta, &v.d, who, only != NULL &&
	    strcmp(only, "si") == 0, number(from))) != 0)
		return r;
	return nominati(risposta, s->a, s->st->registro);
}

static int
accesso_blocca(struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta, const struct consegna *c)
{
	const char *login = servi_campo(s, richiesta, "utente");
	const char *how = servi_campo(s, richiesta, "blocca");
	VISITA v = { 0 };
	int r;

	(void)c;
	if ((r = runs_the_body(&v, risposta, s, richiesta,
	    IDENTITA_CSRF)) != 1)
		return r;
	return soglia_blocca(&v.d, login != NULL ? login : "", how == NULL ||
	    strcmp(how, "no") != 0, v.i.utente);
}

static int
accesso_chiudi(struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta, const struct consegna *c)
{
	const char *utente = servi_campo(s, richiesta, "utente");
	VISITA v = { 0 };
	int64_t closed;
	int r;

	(void)c;
	if ((r = runs_the_body(&v, risposta, s, richiesta,
	    IDENTITA_CSRF)) != 1)
		return r;
	if (utente == NULL || utente[0] == '\0')
		return err_set(ERR_INVALID, "manca l'utente");
	if ((r = known_user(s, utente)) != 0 ||
	    (r = sessioni_chiudi(&closed, v.d.porta, utente, NULL)) != 0)
		return r;
	return soglia_evento(&v.d, "sessione", utente, false,
	    arena_printf(s->a, "chiuse da %s", v.i.utente));
}

/* They look at the session themselves: some are for one that is not whole. */
const struct servi_riga servi_righe_accesso[] = {
	{ "entra", CODA_LENTE, SERVI_SENZA_SESSIONE | SERVI_SENZA_CSRF, entra },
	{ "secondo", CODA_LENTE, SERVI_CHIUNQUE, secondo },
	{ "esci", CODA_LETTURE, SERVI_CHIUNQUE | SERVI_SENZA_CSRF, esci },
	{ "passo", CODA_LETTURE, SERVI_CHIUNQUE | SERVI_SENZA_CSRF, passo },
	{ "profilo", CODA_LETTURE, SERVI_SENZA_CSRF, profilo },
	{ "parola", CODA_LENTE, SERVI_CHIUNQUE, parola },
	{ "secondo-prepara", CODA_LENTE, SERVI_CHIUNQUE, secondo_prepara },
	{ "secondo-attiva", CODA_LENTE, SERVI_CHIUNQUE, secondo_attiva },
	{ "secondo-togli", CODA_LENTE, 0, secondo_togli },
	{ "sessione-chiudi", CODA_LETTURE, 0, sessione_chiudi_ },
	{ "sessione-per", CODA_LETTURE, 0, sessione_per_ },
	{ "accessi", CODA_LETTURE, SERVI_SENZA_CSRF, accessi },
	{ "accesso-blocca", CODA_LETTURE, 0, accesso_blocca },
	{ "accesso-chiudi", CODA_LETTURE, 0, accesso_chiudi },
	{ 0 }
};
