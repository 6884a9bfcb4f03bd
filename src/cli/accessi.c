/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accessi.c - how people and applications come in through the browser, seen to
 * from the machine itself: passwords, tokens, sessions, refusals.
 *
 * Whoever reaches the store's files may do all of it; each is an event of the
 * log of entries.  What opens something is printed once, and kept nowhere.
 */
#include <stdlib.h>
#include <string.h>

#include "accesso/eventi.h"
#include "accesso/gettoni.h"
#include "base/clock.h"
#include "base/file.h"
#include "cli/cli.h"
#include "servizio/identita.h"
#include "servizio/ingresso.h"
#include "worker/parola.h"
#include "worker/worker.h"

#define GIORNO (24 * 60 * 60)

struct banco {			/* the desk: a store and its door */
	struct arena *a;
	const struct riga *r;
	struct store *st;
	struct porta *porta;
	struct modi modi;
	struct soglia d;
};

/* ---- the line ---- */

static const char *
option(const struct riga *r, const char *nome)
{
	int i;

	for (i = 0; i < r->n_campi; i++)
		if (strcmp(r->campi[i][0], nome) == 0)
			return r->campi[i][1];
	return NULL;
}

/* Refuses an option that is none of `nomi` (blanks between). */
static int
only(const struct riga *r, const char *nomi, int resto)
{
	const char *at;
	size_t n;
	int i;

	for (i = 0; i < r->n_campi; i++) {
		n = strlen(r->campi[i][0]);
		at = strstr(nomi, r->campi[i][0]);
		if (n == 0 || at == NULL || (at[n] != ' ' && at[n] != '\0') ||
		    (at > nomi && at[-1] != ' '))
			return err_set(ERR_INVALID, "%s non ha l'opzione "
			    "--%s", r->verbo, r->campi[i][0]);
	}
	if (r->n_resto != resto)
		return err_set(ERR_INVALID, resto == 0 ? "%s non vuole "
		    "argomenti" : "%s: manca qualcosa, o è di troppo; vedi "
		    "«man cartella»", r->verbo);
	return 0;
}

static int
event(const struct banco *b, const char *tipo, const char *utente,
    const char *what)
{
	return soglia_evento(&b->d, tipo, utente, false, arena_printf(b->a,
	    "%s, sul posto da «%s»", what, esegui_login()));
}

static void
print_time(int64_t t)
{
	char ora[ORA_LEN + 1];

	clock_iso(ora, t);
	printf("%.10s %.5s", ora, ora + 11);
}

/* ---- passwords ---- */

static int
own_word(char hash[PAROLA_HASH], const struct banco *b)
{
	const char *why = parola_difetto(b->r->mezzi.frase, NULL);

	if (why != NULL)
		return err_set(ERR_INVALID, "%s", why);
	return worker_parola_crea(hash, b->r->mezzi.frase);
}

static int
made_word(char hash[PAROLA_HASH], char text[PROVVISORIA_LEN + 1])
{
	AUTO(segreto) s = NULL;
	int e;

	credenziale_provvisoria(text);
	if ((e = segreto_new(&s, text, PROVVISORIA_LEN)) != 0)
		return e;
	return worker_parola_crea(hash, s);
}

/* Whoever had the old one is out. */
static int
parola(struct banco *b)
{
	char hash[PAROLA_HASH], text[PROVVISORIA_LEN + 1] = "";
	const bool own = b->r->mezzi.frase != NULL;
	const char *utente;
	int64_t closed;
	int e;

	if ((e = only(b->r, "", 1)) != 0 ||
	    (e = soglia_utente(&utente, &b->d, b->r->resto[0])) != 0 ||
	    (e = own ? own_word(hash, b) : made_word(hash, text)) != 0 ||
	    (e = credenziale_parola(b->porta, utente, hash, b->d.ora,
	    own ? 0 : b->d.ora + PROVVISORIA_VALE)) != 0 ||
	    (e = sessioni_chiudi(&closed, b->porta, utente, NULL)) != 0 ||
	    (e = event(b, "parola", utente, own ? "parola d'ordine data" :
	    "parola provvisoria data")) != 0)
		return e;
	if (!own)
		printf("%s\n", text);
	segreto_wipe(text, sizeof text);
	return 0;
}

static int
blocca(struct banco *b)
{
	int e = only(b->r, "", 1);

	return e != 0 ? e : soglia_blocca(&b->d, b->r->resto[0],
	    strcmp(b->r->verbo, "blocca") == 0,
	    arena_printf(b->a, "«%s», sul posto", esegui_login()));
}

static int
no_second(struct banco *b)
{
	const char *utente;
	int64_t closed;
	int e;

	if ((e = only(b->r, "", 1)) != 0 ||
	    (e = soglia_utente(&utente, &b->d, b->r->resto[0])) != 0 ||
	    (e = credenziale_totp_togli(b->porta, utente)) != 0 ||
	    (e = sessioni_chiudi(&closed, b->porta, utente, NULL)) != 0)
		return e;
	return event(b, "secondo", utente, "secondo fattore tolto");
}

/* ---- certificates ---- */

static int
take_certificate(struct certificato_di *c, struct banco *b, const char *file)
{
	AUTO_BUF bytes = { 0 };
	struct byte_dati in;
	struct nodo *all, *x;
	int e;

	if ((e = file_read(&bytes, file, CERTIFICATI_MAX)) != 0)
		return e;
	in = (struct byte_dati){ bytes.data, bytes.len };
	if ((e = worker_certificati(&all, b->a, &in, 1)) != 0)
		return e;
	x = nodo_child(all, "certificato");
	if (x == NULL)
		return err_set(ERR_INVALID, "%s non è un certificato", file);
	c->impronta = nodo_attr(x, "impronta");
	c->nome = nodo_attr(x, "nome") != NULL ? nodo_attr(x, "nome") :
	    nodo_attr(x, "soggetto");
	c->dal = b->d.ora;
	return 0;
}

static int
certificato(struct banco *b)
{
	const char *drop = option(b->r, "togli");
	struct certificato_di c = { 0 };
	int e;

	if ((e = only(b->r, "togli", drop != NULL ? 1 : 2)) != 0 ||
	    (e = soglia_utente(&c.utente, &b->d, b->r->resto[0])) != 0)
		return e;
	if (drop != NULL) {
		if ((e = certificato_togli(b->porta, c.utente, drop)) != 0)
			return e;
		return event(b, "certificato", c.utente, "certificato tolto");
	}
	if ((e = take_certificate(&c, b, b->r->resto[1])) != 0 ||
	    (e = certificato_metti(b->porta, &c)) != 0 ||
	    (e = event(b, "certificato", c.utente, "certificato dato")) != 0)
		return e;
	printf("%s\n", c.impronta);
	return 0;
}

/* ---- applications ---- */

static int
new_token(struct banco *b)
{
	const char *giorni = option(b->r, "giorni"), *utente;
	char text[GETTONE_LEN + 1], *end;
	long n = giorni != NULL ? strtol(giorni, &end, 10) : 365;
	int e;

	if (giorni != NULL && (*end != '\0' || n < 1 ||
	    n > GETTONE_GIORNI_MAX))
		return err_set(ERR_INVALID, "--giorni vuole un numero da 1 a "
		    "%d", GETTONE_GIORNI_MAX);
	if (option(b->r, "utente") == NULL)
		return err_set(ERR_INVALID, "gettone vuole --utente, l'utente "
		    "come cui l'applicazione lavora");
	if ((e = only(b->r, "utente giorni", 1)) != 0 ||
	    (e = soglia_utente(&utente, &b->d, option(b->r, "utente"))) != 0 ||
	    (e = gettone_crea(text, b->porta, b->r->resto[0], utente, b->d.ora,
	    b->d.ora + n * (int64_t)GIORNO)) != 0 ||
	    (e = event(b, "gettone", utente, "gettone dato")) != 0)
		return e;
	printf("%s\n", text);
	segreto_wipe(text, sizeof text);
	return 0;
}

static int
tokens(struct banco *b)
{
	struct gettone *list;
	int e, i, n;

	if ((e = only(b->r, "", 0)) != 0 ||
	    (e = gettoni_elenco(&list, &n, b->a, b->porta)) != 0)
		return e;
	for (i = 0; i < n; i++) {
		printf("%.12s  %s  ", list[i].impronta, list[i].utente);
		stampa_testo(stdout, list[i].nome);
		printf("  fino al ");
		print_time(list[i].scade);
		printf("%s\n", list[i].revocato != 0 ? "  revocato" : "");
	}
	if (n == 0)
		printf("nessun gettone\n");
	return 0;
}

static int
gettone(struct banco *b)
{
	const char *revoca = option(b->r, "revoca");
	int e;

	if (revoca == NULL)
		return b->r->n_resto == 0 && b->r->n_campi == 0 ? tokens(b) :
		    new_token(b);
	if ((e = only(b->r, "revoca", 0)) != 0 ||
	    (e = gettone_revoca(b->porta, revoca, b->d.ora)) != 0)
		return e;
	return event(b, "gettone", NULL, "gettone revocato");
}

/* ---- who is in, who was refused ---- */

static int
sessioni(struct banco *b)
{
	const char *close = option(b->r, "chiudi"), *utente;
	struct sessione *list;
	int64_t closed;
	int e, i, n;

	if ((e = only(b->r, "chiudi", 0)) != 0)
		return e;
	if (close != NULL) {
		if ((e = soglia_utente(&utente, &b->d, close)) != 0 ||
		    (e = sessioni_chiudi(&closed, b->porta, utente,
		    NULL)) != 0)
			return e;
		printf("chiuse: %lld\n", (long long)closed);
		return event(b, "sessione", utente, "sessioni chiuse");
	}
	if ((e = sessioni_elenco(&list, &n, b->a, b->porta, NULL,
	    b->d.ora)) != 0)
		return e;
	for (i = 0; i < n; i++) {
		printf("%-12s  dal ", list[i].utente);
		print_time(list[i].inizio);
		printf("  ultima richiesta ");
		print_time(list[i].ultimo);
		printf("  da %s  (%s)\n", list[i].indirizzo, list[i].via);
	}
	if (n == 0)
		printf("nessuna sessione aperta\n");
	return 0;
}

static int
accessi(struct banco *b)
{
	const char *only_no = option(b->r, "rifiuti");
	struct evento *list;
	int e, i, n;

	if ((e = only(b->r, "utente rifiuti", 0)) != 0 ||
	    (e = eventi_elenco(&list, &n, b->a, b->porta,
	    option(b->r, "utente"), only_no != NULL &&
	    strcmp(only_no, "si") == 0, 0, 200)) != 0)
		return e;
	for (i = 0; i < n; i++) {
		printf("%.10s %.8s  %s  %s  %s%s%s", list[i].ora,
		    list[i].ora + 11, list[i].tipo, list[i].utente != NULL ?
		    list[i].utente : "-", list[i].indirizzo,
		    list[i].rifiutato ? "  RIFIUTATO" : "",
		    list[i].dettaglio[0] != '\0' ? "  " : "");
		stampa_testo(stdout, list[i].dettaglio);
		printf("\n");
	}
	if (n == 0)
		printf("nessun accesso\n");
	return 0;
}

/* ---- the words ---- */

static const struct {
	const char *word;
	int (*run)(struct banco *b);
} words[] = {
	{ "parola", parola }, { "blocca", blocca }, { "sblocca", blocca },
	{ "togli-secondo-fattore", no_second }, { "certificato", certificato },
	{ "gettone", gettone }, { "sessioni", sessioni },
	{ "accessi", accessi },
};

bool
accessi_word(const char *word)
{
	size_t i;

	for (i = 0; i < NELEM(words); i++)
		if (strcmp(words[i].word, word) == 0)
			return true;
	return false;
}

static int
run(struct banco *b)
{
	size_t i;
	int e;

	if ((e = store_open(&b->st, b->r->store, 0)) != 0 ||
	    (e = identita_porta(&b->porta, b->st)) != 0)
		return e;
	b->d = (struct soglia){ .a = b->a, .st = b->st, .porta = b->porta,
	    .modi = &b->modi, .indirizzo = "-", .agente = "",
	    .ora = clock_now() };
	for (i = 0; i < NELEM(words); i++)
		if (strcmp(words[i].word, b->r->verbo) == 0)
			return words[i].run(b);
	return err_set(ERR_INVALID, "%s non è un comando", b->r->verbo);
}

int
accessi_di_riga(struct arena *a, const struct riga *r)
{
	struct banco b = { .a = a, .r = r };
	int e = run(&b);

	porta_close(b.porta);
	store_close(b.st);
	if (e == 0)
		return USCITA_FATTO;
	stampa_errore(e);
	return e == ERR_INVALID ? USCITA_USO :
	    e == ERR_ABSENT ? USCITA_RILIEVI : USCITA_GUASTO;
}
