/* SPDX-License-Identifier: EUPL-1.2 */
/* test_credenziali.c - sessions, waits, codes, tokens, the log of entries. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "accesso/credenziali.h"
#include "accesso/eventi.h"
#include "accesso/frena.h"
#include "accesso/gettoni.h"
#include "accesso/sessioni.h"
#include "db/db.h"
#include "servizio/modi.h"

#define ORA ((int64_t)1795000000)
#define MINUTO 60
#define AGENTE "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

struct prova {
	char path[40];
	struct arena *a;
	struct porta *p;
};

static int
begin(void **state)
{
	struct prova *t = calloc(1, sizeof *t);
	int fd;

	snprintf(t->path, sizeof t->path, "/tmp/porta.XXXXXX");
	fd = mkstemp(t->path);
	if (fd < 0 || close(fd) != 0 || porta_open(&t->p, t->path) != 0)
		return -1;
	t->a = arena_new();
	*state = t;
	return 0;
}

static int
end(void **state)
{
	struct prova *t = *state;
	char path[60];

	arena_free(t->a);
	porta_close(t->p);
	unlink(t->path);
	snprintf(path, sizeof path, "%s-wal", t->path);
	unlink(path);
	snprintf(path, sizeof path, "%s-shm", t->path);
	unlink(path);
	free(t);
	return 0;
}

static struct sessione
asked(const char *utente, int64_t inizio)
{
	return (struct sessione){ .utente = utente, .via = "parola",
	    .agente = AGENTE, .indirizzo = "10.0.0.7", .nomina = "n",
	    .inizio = inizio };
}

/* ---- sessions ---- */

static void
session_lives_and_ends(void **state)
{
	struct prova *t = *state;
	struct sessione s = asked("as1", ORA), got;
	char secret[SESSIONE_SEGRETO + 1];
	int64_t at;

	assert_int_equal(sessione_inizia(secret, t->p, &s), 0);
	assert_int_equal(sessione_trova(&got, t->a, t->p, secret, AGENTE,
	    ORA + 1), 0);
	assert_string_equal(got.utente, "as1");
	assert_int_equal(got.stato, SESSIONE_INTERA);
	assert_int_equal(strlen(got.csrf), 32);
	assert_string_not_equal(got.impronta, secret);
	/* not used for half an hour */
	assert_int_equal(sessione_trova(&got, t->a, t->p, secret, AGENTE,
	    ORA + SESSIONE_FERMA), ERR_ABSENT);
	/* used all the time: ten hours, no more */
	for (at = ORA; at < ORA + SESSIONE_LUNGA; at += 20 * MINUTO)
		assert_int_equal(sessione_trova(&got, t->a, t->p, secret,
		    AGENTE, at), 0);
	assert_int_equal(sessione_trova(&got, t->a, t->p, secret, AGENTE,
	    ORA + SESSIONE_LUNGA), ERR_ABSENT);
	/* nor before it was born */
	assert_int_equal(sessione_trova(&got, t->a, t->p, secret, AGENTE,
	    ORA - SESSIONE_FERMA - 1), ERR_ABSENT);
}

static void
session_of_others(void **state)
{
	struct prova *t = *state;
	struct sessione s = asked("as1", ORA), got;
	char secret[SESSIONE_SEGRETO + 1];

	assert_int_equal(sessione_inizia(secret, t->p, &s), 0);
	assert_int_equal(sessione_trova(&got, t->a, t->p, secret, "b", ORA),
	    ERR_FORBIDDEN);
	assert_int_equal(sessione_trova(&got, t->a, t->p, secret, NULL, ORA),
	    ERR_FORBIDDEN);
	assert_int_equal(sessione_trova(&got, t->a, t->p, NULL, AGENTE, ORA),
	    ERR_ABSENT);
	assert_int_equal(sessione_trova(&got, t->a, t->p, "", AGENTE, ORA),
	    ERR_ABSENT);
	/* what is kept opens nothing */
	assert_int_equal(sessione_trova(&got, t->a, t->p, secret, AGENTE, ORA),
	    0);
	assert_int_equal(sessione_trova(&s, t->a, t->p, got.impronta, AGENTE,
	    ORA), ERR_ABSENT);
	secret[0] = secret[0] == '0' ? '1' : '0';
	assert_int_equal(sessione_trova(&got, t->a, t->p, secret, AGENTE, ORA),
	    ERR_ABSENT);
}

static void
session_renewed(void **state)
{
	struct prova *t = *state;
	struct sessione s = asked("as1", ORA), got, more;
	char first[SESSIONE_SEGRETO + 1], second[SESSIONE_SEGRETO + 1];

	s.stato = SESSIONE_SECONDO;
	assert_int_equal(sessione_inizia(first, t->p, &s), 0);
	assert_int_equal(sessione_trova(&got, t->a, t->p, first, AGENTE, ORA),
	    0);
	assert_int_equal(got.stato, SESSIONE_SECONDO);
	assert_int_equal(sessione_rinnova(second, t->p, &got, SESSIONE_INTERA,
	    ORA + 10), 0);
	assert_string_not_equal(first, second);
	assert_int_equal(sessione_trova(&more, t->a, t->p, first, AGENTE,
	    ORA + 10), ERR_ABSENT);
	assert_int_equal(sessione_trova(&more, t->a, t->p, second, AGENTE,
	    ORA + 10), 0);
	assert_int_equal(more.stato, SESSIONE_INTERA);
	assert_int_equal(more.inizio, ORA);
	assert_string_not_equal(more.csrf, got.csrf);
	/* one that was closed is not opened by renewing it */
	assert_int_equal(sessione_rinnova(first, t->p, &got, SESSIONE_INTERA,
	    ORA + 10), ERR_ABSENT);
}

static void
sessions_of_a_user(void **state)
{
	struct prova *t = *state;
	char secret[SESSIONE_SEGRETO + 1];
	struct sessione s, *list;
	int64_t closed;
	int i, n;

	for (i = 0; i < SESSIONI_MAX + 3; i++) {
		s = asked("as1", ORA + i);
		assert_int_equal(sessione_inizia(secret, t->p, &s), 0);
	}
	s = asked("coord", ORA);
	assert_int_equal(sessione_inizia(secret, t->p, &s), 0);
	assert_int_equal(sessioni_elenco(&list, &n, t->a, t->p, "as1",
	    ORA + 60), 0);
	assert_int_equal(n, SESSIONI_MAX);
	/* not another's */
	assert_int_equal(sessione_chiudi(t->p, "coord", list[0].impronta),
	    ERR_ABSENT);
	assert_int_equal(sessione_chiudi(t->p, "as1", list[0].impronta), 0);
	assert_int_equal(sessioni_chiudi(&closed, t->p, "as1",
	    list[1].impronta), 0);
	assert_int_equal(closed, SESSIONI_MAX - 2);
	assert_int_equal(sessioni_chiudi(&closed, t->p, "as1", NULL), 0);
	assert_int_equal(closed, 1);
	assert_int_equal(sessioni_elenco(&list, &n, t->a, t->p, NULL,
	    ORA + 60), 0);
	assert_int_equal(n, 1);
	assert_int_equal(sessioni_pulisci(t->p, ORA + SESSIONE_FERMA), 0);
	assert_int_equal(sessioni_elenco(&list, &n, t->a, t->p, NULL, ORA),
	    0);
	assert_int_equal(n, 1);
	assert_int_equal(sessioni_pulisci(t->p, ORA + SESSIONE_FERMA +
	    SESSIONE_RICORDO), 0);
	assert_int_equal(sessioni_elenco(&list, &n, t->a, t->p, NULL, ORA),
	    0);
	assert_int_equal(n, 0);
}

static void
whose_it_was(void **state)
{
	const int64_t day = SESSIONE_FERMA + SESSIONE_RICORDO;
	struct prova *t = *state;
	char secret[SESSIONE_SEGRETO + 1], other[SESSIONE_SEGRETO + 1];
	struct sessione s = asked("as1", ORA), got, half;
	const char *utente = NULL, *per = "";

	assert_int_equal(sessione_inizia(secret, t->p, &s), 0);
	assert_int_equal(sessione_trova(&got, t->a, t->p, secret, AGENTE, ORA),
	    0);
	s.stato = SESSIONE_SECONDO;
	assert_int_equal(sessione_inizia(other, t->p, &s), 0);
	assert_int_equal(sessione_trova(&half, t->a, t->p, other, AGENTE, ORA),
	    0);
	/* it lives, has ended by itself, was closed: always known */
	assert_int_equal(sessione_era(&utente, &per, t->a, t->p, got.csrf,
	    AGENTE, ORA), 0);
	assert_string_equal(utente, "as1");
	assert_null(per);
	assert_int_equal(sessione_era(&utente, &per, t->a, t->p, got.csrf,
	    AGENTE, ORA + day - 1), 0);
	assert_int_equal(sessione_chiudi(t->p, "as1", got.impronta), 0);
	assert_int_equal(sessione_era(&utente, &per, t->a, t->p, got.csrf,
	    AGENTE, ORA + day - 1), 0);
	/* but it opens nothing */
	assert_int_equal(sessione_trova(&got, t->a, t->p, secret, AGENTE, ORA),
	    ERR_ABSENT);
	/* another browser's, no csrf, for more than a day, not whole */
	assert_int_equal(sessione_era(&utente, &per, t->a, t->p, got.csrf,
	    "b", ORA), ERR_ABSENT);
	assert_int_equal(sessione_era(&utente, &per, t->a, t->p, NULL, AGENTE,
	    ORA), ERR_ABSENT);
	assert_int_equal(sessione_era(&utente, &per, t->a, t->p, got.csrf,
	    AGENTE, ORA + day), ERR_ABSENT);
	assert_int_equal(sessione_era(&utente, &per, t->a, t->p, half.csrf,
	    AGENTE, ORA), ERR_ABSENT);
	assert_int_equal(sessione_chiudi(t->p, "as1", half.impronta), 0);
	assert_int_equal(sessione_era(&utente, &per, t->a, t->p, half.csrf,
	    AGENTE, ORA), ERR_ABSENT);
	/* forgotten with the others */
	assert_int_equal(sessioni_pulisci(t->p, ORA + day), 0);
	assert_int_equal(sessione_era(&utente, &per, t->a, t->p, got.csrf,
	    AGENTE, ORA), ERR_ABSENT);
}

/* ---- waits ---- */

static void
waits_grow_and_end(void **state)
{
	struct prova *t = *state;
	const struct freno f = { "utente as1", 5 }, other = { "utente x", 5 },
	    once = { "indirizzo y", 1 };
	int64_t ora = ORA;
	int fra, i, last = 0;
	bool nuovo;

	for (i = 0; i < 4; i++) {
		assert_int_equal(frena_prova(&fra, &nuovo, t->p, &f, 1, ora),
		    0);
		assert_int_equal(fra, 0);
	}
	for (; i < 20; i++) {
		assert_int_equal(frena_prova(&fra, &nuovo, t->p, &f, 1, ora),
		    0);
		assert_int_equal(fra, 0);
		assert_int_equal(frena_prova(&fra, &nuovo, t->p, &f, 1, ora),
		    0);
		assert_true(fra > last || fra == FRENA_MAX);
		assert_true(nuovo);
		last = fra;
		assert_int_equal(frena_prova(&fra, &nuovo, t->p, &f, 1,
		    ora + 1), 0);
		assert_false(nuovo);
		ora += last;
	}
	assert_int_equal(last, FRENA_MAX);
	/* nobody else waits */
	assert_int_equal(frena_prova(&fra, &nuovo, t->p, &other, 1, ora - 1),
	    0);
	assert_int_equal(fra, 0);
	/* what succeeded was no attempt */
	assert_int_equal(frena_prova(&fra, &nuovo, t->p, &once, 1, ora), 0);
	assert_int_equal(frena_perdona(t->p, once.chi), 0);
	assert_int_equal(frena_prova(&fra, &nuovo, t->p, &once, 1, ora), 0);
	assert_int_equal(fra, 0);
	/* what succeeds forgets */
	assert_int_equal(frena_riuscita(t->p, f.chi), 0);
	assert_int_equal(frena_prova(&fra, &nuovo, t->p, &f, 1, ora - 1), 0);
	assert_int_equal(fra, 0);
	assert_string_equal(frena_parole(t->a, 1), "1 secondo");
	assert_string_equal(frena_parole(t->a, 61), "2 minuti");
}

static void
waits_forget_in_a_day(void **state)
{
	struct prova *t = *state;
	const struct freno f = { "utente as1", 1 };
	bool nuovo;
	int fra;

	assert_int_equal(frena_prova(&fra, &nuovo, t->p, &f, 1, ORA), 0);
	assert_int_equal(frena_prova(&fra, &nuovo, t->p, &f, 1, ORA), 0);
	assert_int_equal(fra, FRENA_PRIMA);
	assert_int_equal(frena_prova(&fra, &nuovo, t->p, &f, 1, ORA + 86400),
	    0);
	assert_int_equal(fra, 0);
	assert_int_equal(frena_prova(&fra, &nuovo, t->p, &f, 1, ORA + 86400),
	    0);
	assert_int_equal(fra, FRENA_PRIMA);
}

/* ---- what opens ---- */

static struct segreto *
word(const char *s)
{
	struct segreto *out;

	assert_int_equal(segreto_new(&out, s, strlen(s)), 0);
	return out;
}

static bool
good(const char *s)
{
	const char *const nomi[] = { "ferri", "Lucia", NULL };
	AUTO(segreto) w = word(s);

	return parola_difetto(w, nomi) == NULL;
}

static void
chosen_words(void **state)
{
	(void)state;
	assert_true(good("correre piano verso sera"));
	assert_true(good("Zx9!kfo2mQ#w"));
	assert_true(good("però è così già"));
	assert_false(good("corta"));
	assert_false(good(""));
	assert_false(good("aaaaaaaaaaaaaaaaaa"));
	assert_false(good("password1234"));
	assert_false(good("lucia.ferri.2026"));
	assert_false(good("LUCIAFERRI!!"));
	assert_false(good("tab\x01ulazione lunga"));
	assert_false(good("non \xff utf8 lunga"));
}

static void
second_factor(void **state)
{
	struct prova *t = *state;
	char rec[RECUPERI][RECUPERO_LEN + 1], key[TOTP_CHIAVE + 1];
	char typed[RECUPERO_LEN + 3];
	struct credenziale c;
	AUTO(segreto) w = NULL;
	size_t i;

	credenziale_chiave(key);
	credenziale_recuperi(rec, key);
	assert_int_equal(strlen(rec[9]), RECUPERO_LEN);
	assert_string_not_equal(rec[0], rec[1]);
	assert_int_equal(credenziale_totp_attiva(t->p, "as1", 5, rec),
	    ERR_ABSENT);
	assert_int_equal(credenziale_totp(t->p, "as1", key), 0);
	assert_int_equal(credenziale_di(&c, t->a, t->p, "as1"), 0);
	assert_false(c.totp_attivo);
	assert_int_equal(credenziale_totp_attiva(t->p, "as1", 100, rec), 0);
	assert_int_equal(credenziale_di(&c, t->a, t->p, "as1"), 0);
	assert_true(c.totp_attivo);
	assert_int_equal(c.recuperi, RECUPERI);
	/* a step counts once, and none before it */
	assert_int_equal(credenziale_passo(t->p, "as1", 100), ERR_FORBIDDEN);
	assert_int_equal(credenziale_passo(t->p, "as1", 99), ERR_FORBIDDEN);
	assert_int_equal(credenziale_passo(t->p, "as1", 101), 0);
	assert_int_equal(credenziale_passo(t->p, "as1", 101), ERR_FORBIDDEN);
	/* a word of recovery too, typed as one likes */
	snprintf(typed, sizeof typed, " %s", rec[3]);
	for (i = 0; typed[i] != '\0'; i++)
		if (typed[i] >= 'A' && typed[i] <= 'Z')
			typed[i] = (char)(typed[i] - 'A' + 'a');
	w = word(typed);
	assert_int_equal(credenziale_recupera(t->p, "coord", w), ERR_ABSENT);
	assert_int_equal(credenziale_recupera(t->p, "as1", w), 0);
	assert_int_equal(credenziale_recupera(t->p, "as1", w), ERR_ABSENT);
	assert_int_equal(credenziale_totp_togli(t->p, "as1"), 0);
	assert_int_equal(credenziale_di(&c, t->a, t->p, "as1"), 0);
	assert_null(c.totp);
	assert_int_equal(c.recuperi, 0);
}

static void
tokens(void **state)
{
	struct prova *t = *state;
	char secret[GETTONE_LEN + 1];
	struct gettone *list;
	struct sessione got;
	int n;

	assert_int_equal(gettone_crea(secret, t->p, "anagrafe", "app", ORA,
	    ORA + (int64_t)500 * 86400), ERR_INVALID);
	assert_int_equal(gettone_crea(secret, t->p, "anagrafe", "app", ORA,
	    ORA + 86400), 0);
	assert_int_equal(sessione_gettone(&got, t->a, t->p, secret, ORA + 1),
	    0);
	assert_string_equal(got.utente, "app");
	assert_string_equal(got.gettone, "anagrafe");
	assert_int_equal(sessione_gettone(&got, t->a, t->p, secret,
	    ORA + 86400), ERR_ABSENT);
	/* it is no session, and a session no token */
	assert_int_equal(sessione_trova(&got, t->a, t->p, secret, AGENTE,
	    ORA + 1), ERR_ABSENT);
	assert_int_equal(gettoni_elenco(&list, &n, t->a, t->p), 0);
	assert_int_equal(n, 1);
	assert_int_equal(gettone_revoca(t->p, "", ORA), ERR_INVALID);
	assert_int_equal(gettone_revoca(t->p, "%%%%%%%%%%%%", ORA),
	    ERR_INVALID);
	assert_int_equal(gettone_revoca(t->p,
	    arena_strndup(t->a, list[0].impronta, 12), ORA), 0);
	assert_int_equal(gettone_revoca(t->p, list[0].impronta, ORA),
	    ERR_ABSENT);
	assert_int_equal(sessione_gettone(&got, t->a, t->p, secret, ORA + 1),
	    ERR_ABSENT);
}

/* ---- the log ---- */

static void
broken(void *arg, int64_t n, const char *che)
{
	(void)n;
	(void)che;
	++*(int *)arg;
}

static void
event_log(void **state)
{
	struct prova *t = *state;
	struct evento e = { .ora = "2026-11-21T10:00:00+01:00",
	    .tipo = "entra", .utente = "as1", .indirizzo = "10.0.0.7",
	    .dettaglio = "" }, *list;
	int bad = 0, n, i;
	struct db *db;
	int64_t rows;

	for (i = 0; i < 5; i++) {
		e.rifiutato = i % 2 == 0;
		e.utente = i == 3 ? NULL : "as1";
		assert_int_equal(evento_aggiungi(t->p, &e), 0);
	}
	/* what could not be read again is not put there */
	e.dettaglio = "\xc3";
	assert_int_equal(evento_aggiungi(t->p, &e), ERR_INVALID);
	e.dettaglio = "";
	assert_int_equal(eventi_elenco(&list, &n, t->a, t->p, NULL, false, 0,
	    3), 0);
	assert_int_equal(n, 3);
	assert_int_equal(list[0].n, 5);
	assert_int_equal(eventi_elenco(&list, &n, t->a, t->p, "as1", true, 5,
	    10), 0);
	assert_int_equal(n, 2);
	assert_int_equal(eventi_check(&rows, t->p, broken, &bad), 0);
	assert_int_equal(rows, 5);
	assert_int_equal(bad, 0);
	/* it cannot be changed, and who does it all the same is seen */
	assert_int_equal(db_open(&db, t->path, 0, NULL, 0), 0);
	assert_int_not_equal(db_exec(db, "UPDATE accesso_evento "
	    "SET utente = 'x' WHERE n = 2"), 0);
	assert_int_not_equal(db_exec(db, "DELETE FROM accesso_evento "
	    "WHERE n = 5"), 0);
	assert_int_equal(db_exec(db, "DROP TRIGGER accesso_evento_update; "
	    "UPDATE accesso_evento SET utente = 'x' WHERE n = 2"), 0);
	db_close(db);
	/* the trigger and the row */
	assert_int_equal(eventi_check(&rows, t->p, broken, &bad), 0);
	assert_int_equal(bad, 2);
}

/* ---- the ways in that a body has chosen ---- */

static void
chosen_ways(void **state)
{
	static const char *const bad[] = { "ldap = http://x\nldap-nome = %s",
	    "ldap = ldaps://x", "ldap = ldaps://x\nldap-nome = uid=x",
	    "accesso-unico = forse", "certificati", "pippo = si",
	    "secondo-fattore = si", "ldap = si = no" };
	struct prova *t = *state;
	struct modi m;
	size_t i;

	assert_int_equal(modi_testo(&m, t->a, ""), 0);
	assert_false(m.accesso_unico || m.certificati ||
	    m.secondo_obbligatorio || m.ldap.indirizzo != NULL);
	assert_int_equal(modi_testo(&m, t->a, "# a remark\n\n"
	    "  ldap = ldaps://dc1.x \r\nldap-nome=uid=%s,dc=x\n"
	    "accesso-unico = si\nsecondo-fattore = obbligatorio"), 0);
	assert_string_equal(m.ldap.indirizzo, "ldaps://dc1.x");
	assert_string_equal(m.ldap.nome, "uid=%s,dc=x");
	assert_true(m.accesso_unico && m.secondo_obbligatorio);
	assert_false(m.certificati);
	for (i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_int_equal(modi_testo(&m, t->a, bad[i]), ERR_INVALID);
}

static void
directory_names(void **state)
{
	(void)state;
	assert_true(directory_nome_ammesso("lucia.ferri"));
	assert_true(directory_nome_ammesso("l-ferri_2@comune"));
	assert_false(directory_nome_ammesso(""));
	assert_false(directory_nome_ammesso("a,dc=x"));
	assert_false(directory_nome_ammesso("*"));
	assert_false(directory_nome_ammesso("a)(uid=*"));
	assert_false(directory_nome_ammesso("a b"));
	assert_false(directory_nome_ammesso("a\nb"));
}

static void
file_is_private(void **state)
{
	struct prova *t = *state;
	struct stat st;

	assert_int_equal(stat(t->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(session_lives_and_ends), TEST(session_of_others),
		TEST(session_renewed), TEST(sessions_of_a_user),
		TEST(whose_it_was),
		TEST(waits_grow_and_end), TEST(waits_forget_in_a_day),
		cmocka_unit_test(chosen_words), TEST(second_factor),
		TEST(tokens), TEST(event_log), TEST(file_is_private),
		TEST(chosen_ways), cmocka_unit_test(directory_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
