/* SPDX-License-Identifier: EUPL-1.2 */
#include "servizio/profilo.h"

#include <string.h>

#include "accesso/eventi.h"
#include "accesso/frena.h"
#include "accesso/gettoni.h"
#include "base/clock.h"
#include "registro/registro.h"
#include "resa/resa.h"
#include "worker/parola.h"

#define EVENTI_SUOI 10
#define EVENTI_PAGINA 50
#define APPENA (10 * 60)	/* seconds since he came in */

/* ---- trees ---- */

static void
set_time(struct arena *a, struct nodo *n, const char *nome, int64_t t)
{
	char ora[ORA_LEN + 1];

	if (t == 0)
		return;
	clock_iso(ora, t);
	nodo_set(a, n, nome, ora);
}

static void
set_yes(struct arena *a, struct nodo *n, const char *nome, bool yes)
{
	nodo_set(a, n, nome, yes ? "si" : NULL);
}

static int
add_qr(struct nodo *n, struct arena *a, const char *testo)
{
	AUTO_BUF path = { 0 };
	struct nodo *q;
	int side, e;

	if ((e = resa_qr(&path, &side, testo)) != 0)
		return e;
	q = nodo_elem_text(a, n, "qr", buf_str(&path));
	nodo_set(a, q, "lato", arena_printf(a, "%d", side));
	return 0;
}

/* A key that is not wanted yet: what the telephone reads, and the paper. */
static int
add_new_key(struct nodo *n, const struct soglia *d,
    const struct credenziale *c)
{
	char rec[RECUPERI][RECUPERO_LEN + 1];
	struct ente ente;
	int e, i;

	if ((e = registro_ente(&ente, d->a, d->st->registro)) != 0)
		return e;
	nodo_set(d->a, n, "chiave", c->totp);
	credenziale_recuperi(rec, c->totp);
	for (i = 0; i < RECUPERI; i++)
		nodo_elem_text(d->a, n, "recupero", rec[i]);
	return add_qr(n, d->a, totp_indirizzo(d->a, ente.denominazione,
	    c->utente, c->totp));
}

static int
add_second(struct nodo *to, const struct soglia *d,
    const struct credenziale *c)
{
	struct nodo *n = nodo_elem(d->a, to, "secondo");

	set_yes(d->a, n, "attivo", c->totp_attivo);
	set_yes(d->a, n, "obbligatorio", d->modi->secondo_obbligatorio);
	if (c->totp_attivo)
		nodo_set(d->a, n, "recuperi", arena_printf(d->a, "%d",
		    c->recuperi));
	else if (c->totp != NULL)
		return add_new_key(n, d, c);
	return 0;
}

static void
add_session(struct nodo *to, struct arena *a, const struct sessione *s,
    const char *mine)
{
	struct nodo *n = nodo_elem(a, to, "sessione-aperta");

	nodo_set(a, n, "id", s->impronta);
	nodo_set(a, n, "utente", s->utente);
	nodo_set(a, n, "via", s->via);
	nodo_set(a, n, "indirizzo", s->indirizzo);
	nodo_set(a, n, "stato", sessione_stato_parola(s->stato));
	set_time(a, n, "inizio", s->inizio);
	set_time(a, n, "ultimo", s->ultimo);
	set_yes(a, n, "questa", mine != NULL &&
	    strcmp(mine, s->impronta) == 0);
}

static int
add_sessions(struct nodo *to, const struct soglia *d, const char *utente,
    const char *mine)
{
	struct sessione *list;
	int e, i, n;

	if ((e = sessioni_elenco(&list, &n, d->a, d->porta, utente,
	    d->ora)) != 0)
		return e;
	for (i = 0; i < n; i++)
		add_session(to, d->a, &list[i], mine);
	return 0;
}

static int
add_certificates(struct nodo *to, const struct soglia *d, const char *utente)
{
	struct certificato_di *list;
	struct nodo *x;
	int e, i, n;

	if ((e = certificati_elenco(&list, &n, d->a, d->porta, utente)) != 0)
		return e;
	for (i = 0; i < n; i++) {
		x = nodo_elem(d->a, to, "certificato");
		nodo_set(d->a, x, "impronta", list[i].impronta);
		nodo_set(d->a, x, "utente", list[i].utente);
		nodo_set(d->a, x, "nome", list[i].nome);
		set_time(d->a, x, "dal", list[i].dal);
	}
	return 0;
}

static int
add_events(struct nodo *to, const struct soglia *d, const char *utente,
    bool rifiuti, int64_t dopo, int max)
{
	struct evento *list;
	struct nodo *x;
	int e, i, n;

	if ((e = eventi_elenco(&list, &n, d->a, d->porta, utente, rifiuti,
	    dopo, max)) != 0)
		return e;
	for (i = 0; i < n; i++) {
		x = nodo_elem(d->a, to, "evento");
		nodo_set(d->a, x, "n", arena_printf(d->a, "%lld",
		    (long long)list[i].n));
		nodo_set(d->a, x, "ora", list[i].ora);
		nodo_set(d->a, x, "tipo", list[i].tipo);
		nodo_set(d->a, x, "utente", list[i].utente);
		nodo_set(d->a, x, "indirizzo", list[i].indirizzo);
		set_yes(d->a, x, "rifiutato", list[i].rifiutato);
		nodo_text(d->a, x, list[i].dettaglio);
	}
	return 0;
}

int
profilo_nodo(struct nodo *risposta, const struct soglia *d,
    const struct sessione *s)
{
	struct nodo *p = nodo_elem(d->a, risposta, "profilo"), *n;
	struct credenziale c;
	int e;

	if ((e = credenziale_di(&c, d->a, d->porta, s->utente)) != 0)
		return e;
	n = nodo_elem(d->a, p, "accesso");
	nodo_set(d->a, n, "via", s->via);
	set_yes(d->a, n, "parola", c.parola != NULL);
	set_yes(d->a, n, "provvisoria", c.provvisoria);
	set_time(d->a, n, "parola-dal", c.parola_dal);
	if ((e = add_second(p, d, &c)) != 0 ||
	    (e = add_sessions(p, d, s->utente, s->impronta)) != 0 ||
	    (e = add_certificates(p, d, s->utente)) != 0)
		return e;
	return add_events(p, d, s->utente, false, 0, EVENTI_SUOI);
}

int
profilo_passo(struct nodo *risposta, const struct soglia *d,
    const struct sessione *s)
{
	struct nodo *p = nodo_elem(d->a, risposta, "passo");
	struct credenziale c;
	int e;

	if ((e = credenziale_di(&c, d->a, d->porta, s->utente)) != 0)
		return e;
	if (s->stato == SESSIONE_SECONDO) {
		nodo_set(d->a, p, "che", "secondo");
		return 0;
	}
	if (c.provvisoria && strcmp(s->via, "parola") == 0) {
		nodo_set(d->a, p, "che", "parola");
		return 0;
	}
	nodo_set(d->a, p, "che", "prepara");
	return add_second(p, d, &c);
}

/* ---- the password ---- */

static int
answer(struct ammesso *out, enum esito_web e, const char *messaggio)
{
	out->esito = e;
	out->messaggio = messaggio;
	return 0;
}

/* Words a password may not be made of. */
static int
own_names(const char **names, const struct soglia *d, const char *utente)
{
	struct utente u;
	int e;

	if ((e = registro_utente(&u, d->a, d->st->registro, utente)) != 0)
		return e;
	names[0] = u.codice;
	names[1] = u.cognome;
	names[2] = u.nome;
	names[3] = NULL;
	return 0;
}

/* The session goes on, under a new secret; all others of his end. */
static int
goes_on(struct ammesso *out, const struct soglia *d, const struct sessione *s)
{
	struct credenziale c;
	int64_t closed;
	int e;

	if ((e = credenziale_di(&c, d->a, d->porta, s->utente)) != 0)
		return e;
	out->stato = soglia_manca(d, &c, s->via);
	if ((e = sessioni_chiudi(&closed, d->porta, s->utente,
	    s->impronta)) != 0 ||
	    (e = sessione_rinnova(out->segreto, d->porta, s, out->stato,
	    d->ora)) != 0)
		return e;
	return answer(out, out->stato == SESSIONE_INTERA ? WEB_FATTO :
	    WEB_SECONDO, NULL);
}

int
profilo_parola(struct ammesso *out, const struct soglia *d,
    const struct sessione *s, const struct segreto *vecchia,
    const struct segreto *nuova)
{
	const char *names[4], *why;
	char hash[PAROLA_HASH];
	int e;

	memset(out, 0, sizeof *out);
	if (strcmp(s->via, "ldap") == 0)
		return answer(out, WEB_RIFIUTATO, "la tua parola d'ordine è "
		    "quella dell'ente: si cambia dove si cambia quella");
	if ((e = own_names(names, d, s->utente)) != 0)
		return e;
	if ((why = parola_difetto(nuova, names)) != NULL)
		return answer(out, WEB_RIFIUTATO, why);
	if ((e = ingresso_conferma(out, d, s->utente, vecchia)) != 0 ||
	    out->esito != WEB_FATTO)
		return e;
	if (strcmp(segreto_str(vecchia), segreto_str(nuova)) == 0)
		return answer(out, WEB_RIFIUTATO, "la parola d'ordine nuova "
		    "è uguale a quella di adesso");
	if ((e = worker_parola_crea(hash, nuova)) != 0 ||
	    (e = credenziale_parola(d->porta, s->utente, hash, d->ora,
	    0)) != 0 ||
	    (e = soglia_evento(d, "parola", s->utente, false,
	    "parola d'ordine cambiata")) != 0)
		return e;
	return goes_on(out, d, s);
}

/* ---- the second factor ---- */

/* WEB_FATTO: who sits there is he. */
static int
still_he(struct ammesso *out, const struct soglia *d, const struct sessione *s,
    const struct credenziale *c, const struct segreto *parola)
{
	if (s->stato == SESSIONE_PREPARA)	/* he is on his way in */
		return answer(out, WEB_FATTO, NULL);
	if (c->parola != NULL)
		return ingresso_conferma(out, d, s->utente, parola);
	return d->ora - s->inizio <= APPENA ? answer(out, WEB_FATTO, NULL) :
	    answer(out, WEB_RIFIUTATO, "qui non hai una parola d'ordine con "
	    "cui confermare: esci, entra di nuovo e fallo entro dieci minuti");
}

int
profilo_secondo_prepara(struct ammesso *out, const struct soglia *d,
    const struct sessione *s)
{
	char key[TOTP_CHIAVE + 1];
	struct credenziale c;
	int e;

	memset(out, 0, sizeof *out);
	if ((e = credenziale_di(&c, d->a, d->porta, s->utente)) != 0)
		return e;
	if (c.totp_attivo)
		return answer(out, WEB_RIFIUTATO, "il secondo fattore c'è "
		    "già: per cambiarlo prima si toglie");
	credenziale_chiave(key);
	if ((e = credenziale_totp(d->porta, s->utente, key)) != 0)
		return e;
	return answer(out, WEB_FATTO, NULL);
}

int
profilo_secondo_attiva(struct ammesso *out, const struct soglia *d,
    const struct sessione *s, const struct segreto *parola,
    const struct segreto *codice)
{
	char rec[RECUPERI][RECUPERO_LEN + 1];
	struct credenziale c;
	int64_t step;
	int e;

	memset(out, 0, sizeof *out);
	if ((e = credenziale_di(&c, d->a, d->porta, s->utente)) != 0)
		return e;
	if (c.totp == NULL || c.totp_attivo)
		return answer(out, WEB_RIFIUTATO, "non c'è un secondo fattore "
		    "da attivare");
	if ((e = still_he(out, d, s, &c, parola)) != 0 ||
	    out->esito != WEB_FATTO)
		return e;
	if ((e = worker_totp(&step, c.totp, codice, d->ora)) < 0)
		return e;
	if (e == 0)
		return answer(out, WEB_RIFIUTATO, "il codice non è quello: "
		    "controlla l'ora del telefono e scrivi quello che si vede "
		    "adesso");
	credenziale_recuperi(rec, c.totp);
	if ((e = credenziale_totp_attiva(d->porta, s->utente, step,
	    rec)) != 0 || (e = soglia_evento(d, "secondo", s->utente, false,
	    "secondo fattore attivato")) != 0)
		return e;
	return goes_on(out, d, s);
}

int
profilo_secondo_togli(struct ammesso *out, const struct soglia *d,
    const struct sessione *s, const struct segreto *parola)
{
	struct credenziale c;
	int e;

	memset(out, 0, sizeof *out);
	if (d->modi->secondo_obbligatorio)
		return answer(out, WEB_RIFIUTATO, "il tuo ente vuole il "
		    "secondo fattore: se cambi telefono chiedi al responsabile");
	if ((e = credenziale_di(&c, d->a, d->porta, s->utente)) != 0 ||
	    (e = still_he(out, d, s, &c, parola)) != 0 ||
	    out->esito != WEB_FATTO)
		return e;
	if ((e = credenziale_totp_togli(d->porta, s->utente)) != 0 ||
	    (e = soglia_evento(d, "secondo", s->utente, false,
	    "secondo fattore tolto")) != 0)
		return e;
	return goes_on(out, d, s);
}

/* ---- everybody's ---- */

static int
add_credentials(struct nodo *to, const struct soglia *d)
{
	struct credenziale *list;
	struct nodo *x;
	int e, i, n;

	if ((e = credenziali_elenco(&list, &n, d->a, d->porta)) != 0)
		return e;
	for (i = 0; i < n; i++) {
		x = nodo_elem(d->a, to, "credenziale");
		nodo_set(d->a, x, "utente", list[i].utente);
		set_yes(d->a, x, "parola", list[i].parola != NULL);
		set_yes(d->a, x, "provvisoria", list[i].provvisoria);
		set_yes(d->a, x, "secondo", list[i].totp_attivo);
		set_time(d->a, x, "parola-dal", list[i].parola_dal);
		set_time(d->a, x, "bloccato", list[i].bloccato);
	}
	return 0;
}

static int
add_tokens(struct nodo *to, const struct soglia *d)
{
	struct gettone *list;
	struct nodo *x;
	int e, i, n;

	if ((e = gettoni_elenco(&list, &n, d->a, d->porta)) != 0)
		return e;
	for (i = 0; i < n; i++) {
		x = nodo_elem(d->a, to, "gettone");
		nodo_set(d->a, x, "id", arena_strndup(d->a, list[i].impronta,
		    12));
		nodo_set(d->a, x, "nome", list[i].nome);
		nodo_set(d->a, x, "utente", list[i].utente);
		set_time(d->a, x, "dal", list[i].dal);
		set_time(d->a, x, "scade", list[i].scade);
		set_time(d->a, x, "revocato", list[i].revocato);
		set_time(d->a, x, "ultimo", list[i].ultimo);
	}
	return 0;
}

int
profilo_accessi(struct nodo *risposta, const struct soglia *d,
    const char *utente, bool rifiuti, int64_t dopo)
{
	struct nodo *n = nodo_elem(d->a, risposta, "accessi");
	int e;

	if ((e = add_sessions(n, d, utente, NULL)) != 0 ||
	    (e = add_credentials(n, d)) != 0 || (e = add_tokens(n, d)) != 0 ||
	    (e = add_certificates(n, d, utente)) != 0)
		return e;
	return add_events(n, d, utente, rifiuti, dopo, EVENTI_PAGINA);
}
