/* SPDX-License-Identifier: EUPL-1.2 */
#include "servizio/ingresso.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

#include "accesso/eventi.h"
#include "accesso/frena.h"
#include "base/clock.h"
#include "base/hash.h"
#include "base/random.h"
#include "registro/registro.h"
#include "worker/parola.h"

/* ---- what all of it needs ---- */

int
soglia_evento(const struct soglia *d, const char *tipo, const char *utente,
    bool rifiutato, const char *dettaglio)
{
	char ora[ORA_LEN + 1];

	clock_iso(ora, d->ora);
	return evento_aggiungi(d->porta, &(struct evento){ .ora = ora,
	    .tipo = tipo, .utente = utente, .indirizzo = d->indirizzo,
	    .rifiutato = rifiutato, .dettaglio = dettaglio });
}

int
soglia_utente(const char **out, const struct soglia *d, const char *login)
{
	struct utente u;
	int e;

	if ((e = registro_utente_login(out, d->a, d->st->registro,
	    login)) != ERR_ABSENT)
		return e;
	if ((e = registro_utente(&u, d->a, d->st->registro, login)) != 0)
		return e;
	if (!u.attivo)
		return err_set(ERR_ABSENT, "l'utente non è più in servizio");
	*out = u.codice;
	return 0;
}

int
soglia_nomina(const char **out, const struct soglia *d, const char *utente)
{
	struct attuale doc;
	int e;

	if ((e = registro_attuale(&doc, d->a, d->st->registro, "ente",
	    arena_printf(d->a, "utenti/%s.xml", utente))) == 0)
		*out = doc.impronta;
	return e;
}

int
soglia_blocca(const struct soglia *d, const char *login, bool blocca,
    const char *da)
{
	const char *utente;
	int64_t closed;
	int e;

	if ((e = soglia_utente(&utente, d, login)) != 0 ||
	    (e = credenziale_blocca(d->porta, utente,
	    blocca ? d->ora : 0)) != 0 ||
	    (blocca && (e = sessioni_chiudi(&closed, d->porta, utente,
	    NULL)) != 0))
		return e;
	return soglia_evento(d, "blocca", utente, false, arena_printf(d->a,
	    blocca ? "accesso sospeso da %s" : "accesso riaperto da %s", da));
}

static int
answer(struct ammesso *out, enum esito_web e, const char *messaggio)
{
	out->esito = e;
	out->messaggio = messaggio;
	return 0;
}

/* ---- attempts that wait ---- */

enum { COPPIA, UTENTE, INDIRIZZO, FRENI };

/* Of IPv6 the network: who has one has as many addresses as he likes. */
static const char *
neighbourhood(const struct soglia *d)
{
	char text[INET6_ADDRSTRLEN];
	struct in6_addr six;

	if (inet_pton(AF_INET6, d->indirizzo, &six) != 1 ||
	    IN6_IS_ADDR_V4MAPPED(&six))
		return d->indirizzo;
	memset(&six.s6_addr[8], 0, 8);
	return inet_ntop(AF_INET6, &six, text, sizeof text) != NULL ?
	    arena_strdup(d->a, text) : d->indirizzo;
}

/* What was typed as a name is kept as a digest: it may be a password. */
static void
brakes(struct freno f[FRENI], const struct soglia *d, const char *login)
{
	const char *from = neighbourhood(d);
	char hex[IMPRONTA_LEN + 1];

	hash_hex(hex, login, strlen(login));
	f[COPPIA] = (struct freno){ arena_printf(d->a, "coppia %.32s %s", hex,
	    from), FRENA_COPPIA };
	f[UTENTE] = (struct freno){ arena_printf(d->a, "utente %.32s", hex),
	    FRENA_UTENTE };
	f[INDIRIZZO] = (struct freno){ arena_printf(d->a, "indirizzo %s",
	    from), FRENA_INDIRIZZO };
}

/* 0 with out->esito WEB_FRENA: not now.  Counted otherwise. */
static int
may_try(struct ammesso *out, const struct soglia *d,
    const struct freno f[FRENI], const char *tipo, const char *utente)
{
	bool first;
	int e;

	if ((e = frena_prova(&out->fra, &first, d->porta, f, FRENI,
	    d->ora)) != 0)
		return e;
	if (out->fra == 0)
		return answer(out, WEB_FATTO, NULL);
	if (first && (e = soglia_evento(d, tipo, utente, true,
	    "troppi tentativi: si aspetta")) != 0)
		return e;
	return answer(out, WEB_FRENA, arena_printf(d->a, "troppi tentativi "
	    "non riusciti: riprova fra %s", frena_parole(d->a, out->fra)));
}

static int
forgive(const struct soglia *d, const struct freno f[FRENI])
{
	int e;

	if ((e = frena_riuscita(d->porta, f[COPPIA].chi)) != 0 ||
	    (e = frena_riuscita(d->porta, f[UTENTE].chi)) != 0)
		return e;
	return frena_perdona(d->porta, f[INDIRIZZO].chi);
}

/* ---- the password ---- */

struct prova {			/* somebody at the door */
	const char *utente;	/* NULL: nobody's login */
	struct credenziale c;
	const char *via;
};

/* Is that very login, in the directory's words, this user's? */
static int
by_directory(struct prova *p, const struct soglia *d, const char *login,
    const struct segreto *parola)
{
	const char *whose;
	int r;

	p->via = "ldap";
	if ((r = directory_prova(&d->modi->ldap, login, parola)) != 1 ||
	    p->utente == NULL)
		return r < 0 ? r : 0;
	r = registro_utente_login(&whose, d->a, d->st->registro, login);
	if (r == ERR_ABSENT)
		return 0;
	return r != 0 ? r : strcmp(whose, p->utente) == 0;
}

/* A password that is ours is shown to no directory; yet it is asked something,
 * about nobody, for it is asked about whoever is unknown here. */
static int
by_nobody(struct prova *p, const struct soglia *d, const char *login)
{
	AUTO(segreto) any = NULL;
	char id[ID_LEN + 1];
	int r;

	if (!directory_nome_ammesso(login))
		return 0;
	random_secret(id, ID_LEN / 2);
	if ((r = segreto_new(&any, id, ID_LEN)) != 0)
		return r;
	p->via = "ldap";
	r = directory_prova(&d->modi->ldap, arena_printf(d->a, "nessuno-%s",
	    id), any);
	return r < 0 ? r : 0;
}

/* 1: it is his.  Whoever he is, or is not, it takes as long. */
static int
password_right(struct prova *p, const struct soglia *d, const char *login,
    const struct segreto *parola)
{
	int r = worker_parola_vale(p->c.parola, parola);

	if (r != 0 || d->modi->ldap.indirizzo == NULL)
		return r;
	return p->c.parola != NULL ? by_nobody(p, d, login) :
	    by_directory(p, d, login, parola);
}

/* Of a password that is right: why he is not let in; NULL: he is. */
static const char *
not_now(const struct prova *p, const struct soglia *d)
{
	if (p->c.bloccato != 0)
		return "l'accesso di questo utente è sospeso: rivolgiti al "
		    "responsabile";
	if (p->c.provvisoria && d->ora >= p->c.parola_scade &&
	    strcmp(p->via, "parola") == 0)
		return "la parola provvisoria è scaduta: chiedine un'altra al "
		    "responsabile";
	return NULL;
}

static int
refused(struct ammesso *out, const struct soglia *d, const char *tipo,
    const char *utente, const char *why, const char *said)
{
	int e = soglia_evento(d, tipo, utente, true, why);

	return e != 0 ? e : answer(out, WEB_RIFIUTATO, said);
}

enum sessione_stato
soglia_manca(const struct soglia *d, const struct credenziale *c,
    const char *via)
{
	if (c->provvisoria && strcmp(via, "parola") == 0)
		return SESSIONE_PREPARA;
	return d->modi->secondo_obbligatorio && !c->totp_attivo &&
	    strcmp(via, "certificato") != 0 ? SESSIONE_PREPARA :
	    SESSIONE_INTERA;
}

/* What has ended is forgotten when somebody comes in. */
static int
tidy(const struct soglia *d)
{
	int e = sessioni_pulisci(d->porta, d->ora);

	return e != 0 ? e : frena_pulisci(d->porta, d->ora);
}

static const char *
with_what(const char *via)
{
	if (strcmp(via, "parola") == 0)
		return "con la parola d'ordine";
	if (strcmp(via, "ldap") == 0)
		return "con la parola d'ordine dell'ente";
	return strcmp(via, "proxy") == 0 ? "con l'accesso unico" :
	    "con il certificato";
}

static int
let_in(struct ammesso *out, const struct soglia *d, const struct prova *p)
{
	struct sessione s = { .utente = p->utente, .via = p->via,
	    .agente = d->agente, .indirizzo = d->indirizzo,
	    .inizio = d->ora, .stato = p->c.totp_attivo ? SESSIONE_SECONDO :
	    soglia_manca(d, &p->c, p->via) };
	int e;

	if ((e = tidy(d)) != 0 ||
	    (e = soglia_nomina(&s.nomina, d, p->utente)) != 0 ||
	    (e = sessione_inizia(out->segreto, d->porta, &s)) != 0 ||
	    (e = soglia_evento(d, "entra", p->utente, false,
	    s.stato == SESSIONE_INTERA ? with_what(p->via) :
	    arena_printf(d->a, "%s; manca ancora un passo",
	    with_what(p->via)))) != 0)
		return e;
	out->stato = s.stato;
	return answer(out, s.stato == SESSIONE_INTERA ? WEB_FATTO :
	    WEB_SECONDO, NULL);
}

/* Why is for who looks after it; nobody comes in for that. */
static int
directory_down(struct ammesso *out, const struct soglia *d,
    const char *utente)
{
	int e = soglia_evento(d, "entra", utente, true,
	    arena_strdup(d->a, err_msg()));

	return e != 0 ? e : answer(out, WEB_OCCUPATO, "il servizio dell'ente "
	    "che conosce la tua parola d'ordine non risponde: riprova fra "
	    "qualche minuto");
}

static int
by_password(struct ammesso *out, const struct soglia *d,
    const struct richiesta_ingresso *q)
{
	struct prova p = { .via = "parola" };
	struct freno f[FRENI];
	const char *why;
	int e;

	e = soglia_utente(&p.utente, d, q->login);
	if (e != 0 && e != ERR_ABSENT)
		return e;
	brakes(f, d, q->login);
	if ((e = may_try(out, d, f, "entra", p.utente)) != 0 ||
	    out->esito != WEB_FATTO)
		return e;
	if (p.utente != NULL && (e = credenziale_di(&p.c, d->a, d->porta,
	    p.utente)) != 0)
		return e;
	if ((e = password_right(&p, d, q->login, q->parola)) < 0)
		return strcmp(p.via, "ldap") == 0 ?
		    directory_down(out, d, p.utente) : e;
	if (e == 0)
		return refused(out, d, "entra", p.utente, p.utente != NULL ?
		    "parola d'ordine non giusta" : "nome di nessuno",
		    INGRESSO_NO);
	if ((why = not_now(&p, d)) != NULL)
		return refused(out, d, "entra", p.utente, why, why);
	if ((e = forgive(d, f)) != 0)
		return e;
	return let_in(out, d, &p);
}

/* ---- without one ---- */

/* Who somebody else has made sure of: TLS, or the proxy. */
static int
vouched(const char **utente, const struct soglia *d,
    const struct richiesta_ingresso *q)
{
	if (strcmp(q->modo, "certificato") == 0 && d->modi->certificati &&
	    q->certificato != NULL)
		return certificato_utente(utente, d->a, d->porta,
		    q->certificato);
	if (strcmp(q->modo, "accesso-unico") == 0 && d->modi->accesso_unico &&
	    q->fidato != NULL && q->fidato[0] != '\0')
		return registro_utente_login(utente, d->a, d->st->registro,
		    q->fidato);
	return err_set(ERR_ABSENT, "non è stato presentato nulla");
}

static int
by_voucher(struct ammesso *out, const struct soglia *d,
    const struct richiesta_ingresso *q)
{
	const bool cert = strcmp(q->modo, "certificato") == 0;
	struct prova p = { .via = cert ? "certificato" : "proxy" };
	const char *no = cert ? "il certificato non c'è, o non è di nessun "
	    "utente" : "l'accesso unico non ha detto chi sei, o non sei un "
	    "utente di questo archivio", *why;
	struct freno f[FRENI];
	struct utente u;
	int e;

	brakes(f, d, p.via);
	e = vouched(&p.utente, d, q);
	if (e == 0)
		e = registro_utente(&u, d->a, d->st->registro, p.utente);
	if (e != 0 && e != ERR_ABSENT)
		return e;
	if (e == ERR_ABSENT || !u.attivo) {
		/* only of an address: nobody has tried to be anybody */
		f[COPPIA] = f[UTENTE] = f[INDIRIZZO];
		if ((e = may_try(out, d, f, "entra", NULL)) != 0 ||
		    out->esito != WEB_FATTO)
			return e;
		return refused(out, d, "entra", NULL, no, no);
	}
	if ((e = credenziale_di(&p.c, d->a, d->porta, p.utente)) != 0)
		return e;
	if ((why = not_now(&p, d)) != NULL)
		return refused(out, d, "entra", p.utente, why, why);
	return let_in(out, d, &p);
}

int
ingresso_entra(struct ammesso *out, const struct soglia *d,
    const struct richiesta_ingresso *q)
{
	memset(out, 0, sizeof *out);
	if (q->modo != NULL && q->modo[0] != '\0')
		return by_voucher(out, d, q);
	if (q->login == NULL || q->login[0] == '\0' || q->parola == NULL ||
	    segreto_len(q->parola) == 0)
		return answer(out, WEB_RIFIUTATO,
		    "scrivi il nome e la parola d'ordine");
	if (strlen(q->login) > 200 || segreto_len(q->parola) > PAROLA_MAX)
		return answer(out, WEB_RIFIUTATO, INGRESSO_NO);
	return by_password(out, d, q);
}

int
ingresso_conferma(struct ammesso *out, const struct soglia *d,
    const char *utente, const struct segreto *parola)
{
	struct freno f[FRENI];
	struct credenziale c;
	int e;

	memset(out, 0, sizeof *out);
	if (segreto_len(parola) > PAROLA_MAX)
		return answer(out, WEB_RIFIUTATO,
		    "la parola d'ordine di adesso non è giusta");
	brakes(f, d, utente);
	if ((e = may_try(out, d, f, "parola", utente)) != 0 ||
	    out->esito != WEB_FATTO ||
	    (e = credenziale_di(&c, d->a, d->porta, utente)) != 0 ||
	    (e = worker_parola_vale(c.parola, parola)) < 0)
		return e;
	if (e == 0)
		return refused(out, d, "parola", utente,
		    "la parola d'ordine di adesso non è giusta",
		    "la parola d'ordine di adesso non è giusta");
	return forgive(d, f);
}

/* ---- the second factor ---- */

/* 1: the code, or a word of recovery, is right and used up. */
static int
code_right(const char **how, const struct soglia *d,
    const struct credenziale *c, const struct segreto *codice)
{
	int64_t step;
	int e;

	*how = "codice";
	if (segreto_len(codice) <= 8) {
		if ((e = worker_totp(&step, c->totp, codice, d->ora)) != 1)
			return e;
		e = credenziale_passo(d->porta, c->utente, step);
		return e == 0 ? 1 : e == ERR_FORBIDDEN ? 0 : e;
	}
	*how = "codice di recupero";
	e = credenziale_recupera(d->porta, c->utente, codice);
	return e == 0 ? 1 : e == ERR_ABSENT ? 0 : e;
}

static int
whole_now(struct ammesso *out, const struct soglia *d,
    const struct sessione *s, const struct credenziale *c, const char *how)
{
	int e;

	out->stato = soglia_manca(d, c, s->via);
	if ((e = sessione_rinnova(out->segreto, d->porta, s, out->stato,
	    d->ora)) != 0 ||
	    (e = soglia_evento(d, "secondo", s->utente, false, how)) != 0)
		return e;
	return answer(out, out->stato == SESSIONE_INTERA ? WEB_FATTO :
	    WEB_SECONDO, NULL);
}

int
ingresso_secondo(struct ammesso *out, const struct soglia *d,
    const struct sessione *s, const struct segreto *codice)
{
	struct freno f[FRENI];
	struct credenziale c;
	const char *how;
	int e;

	memset(out, 0, sizeof *out);
	if ((e = credenziale_di(&c, d->a, d->porta, s->utente)) != 0)
		return e;
	if (s->stato != SESSIONE_SECONDO || !c.totp_attivo)
		return answer(out, WEB_ENTRA, "entra di nuovo");
	brakes(f, d, arena_printf(d->a, "secondo %s", s->utente));
	if ((e = may_try(out, d, f, "secondo", s->utente)) != 0 ||
	    out->esito != WEB_FATTO ||
	    (e = code_right(&how, d, &c, codice)) < 0)
		return e;
	if (e == 0)
		return refused(out, d, "secondo", s->utente,
		    "codice non giusto", "il codice non è giusto, o è già "
		    "stato usato: aspetta il prossimo e riprova");
	if ((e = forgive(d, f)) != 0)
		return e;
	return whole_now(out, d, s, &c, how);
}
