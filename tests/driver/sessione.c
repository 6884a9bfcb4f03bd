/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sessione.c - a session without a password, for tests that are about something
 * else: written where the way in writes it.
 *
 *	sessione STORE USER [USER-AGENT]
 *
 * prints the secret, the csrf and the SHA-256 of the browser's name ("" when it
 * is not given: one that sends none), with blanks between.
 */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/hash.h"
#include "servizio/identita.h"
#include "servizio/ingresso.h"
#include "xml/xml.h"

int
main(int argc, char **argv)
{
	const char *browser = argc > 3 ? argv[3] : "";
	char secret[SESSIONE_SEGRETO + 1], agente[IMPRONTA_LEN + 1];
	AUTO(arena) a = arena_new();
	AUTO(store) st = NULL;
	AUTO(porta) p = NULL;
	struct soglia d = { .a = a };
	struct sessione s = { .via = "parola", .indirizzo = "127.0.0.1",
	    .inizio = clock_now(), .agente = agente };

	if (argc < 3)
		return 2;
	xml_init();
	hash_hex(agente, browser, strlen(browser));
	if (store_open(&st, argv[1], 0) != 0 || identita_porta(&p, st) != 0)
		goto failed;
	d.st = st;
	d.porta = p;
	if (soglia_utente(&s.utente, &d, argv[2]) != 0 ||
	    soglia_nomina(&s.nomina, &d, s.utente) != 0 ||
	    sessione_inizia(secret, p, &s) != 0 || sessione_trova(&s, a, p,
	    secret, agente, s.inizio) != 0)
		goto failed;
	printf("%s %s %s\n", secret, s.csrf, agente);
	return 0;
failed:
	fprintf(stderr, "sessione: %s\n", err_msg());
	return 1;
}
