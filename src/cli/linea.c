/* SPDX-License-Identifier: EUPL-1.2 */
/* linea.c - one line on the terminal, not drawn more often than it can be read. */
#include "cli/linea.h"

#include <stdio.h>

#include "base/clock.h"
#include "cli/cli.h"

#define OGNI 100000000		/* ns between two drawings */

void
linea_pulisci(struct linea *s)
{
	if (s->scritta)
		fputs("\r\033[K", stderr);
	s->scritta = false;
}

bool
linea_tocca(struct linea *s, const char *che)
{
	int64_t now = clock_mono();

	if (!s->terminale || now - s->ultimo < OGNI)
		return false;
	s->ultimo = now;
	s->scritta = true;
	fprintf(stderr, "\r\033[K%s: ", che);
	return true;
}

void
linea_difetto(void *arg, bool nota, const char *luogo, const char *che)
{
	linea_pulisci(arg);
	printf("%s: ", nota ? "nota" : "DIFETTO");
	stampa_testo(stdout, luogo);
	printf(": ");
	stampa_testo(stdout, che);
	printf("\n");
}
