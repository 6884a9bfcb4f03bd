/* SPDX-License-Identifier: EUPL-1.2 */
/* linea.c - one line on the terminal, not drawn more often than it can be read. */
#include "cli/linea.h"

#include <stdio.h>

#include "base/clock.h"
#include "cli/cli.h"

#define OGNI 100000000		/* ns between two drawings */
#define POCO 1000000000		/* ns: before them nothing is foreseen */

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

static void
time_left(int64_t spent, int64_t fatto, int64_t totale)
{
	double s = (double)spent / 1e9 / (double)fatto *
	    (double)(totale - fatto);

	if (s < 90)
		fprintf(stderr, ", circa %.0f s", s);
	else if (s < 5400)
		fprintf(stderr, ", circa %.0f min", s / 60);
	else
		fprintf(stderr, ", circa %.1f ore", s / 3600);
}

void
linea_percento(struct linea *s, int64_t fatto, int64_t totale)
{
	int64_t spent = s->ultimo - s->inizio;

	if (totale <= 0 || fatto > totale) {
		fprintf(stderr, "%lld", (long long)fatto);
	} else {
		fprintf(stderr, "%d%%", (int)(fatto * 100 / totale));
		if (fatto > 0 && spent > POCO)
			time_left(spent, fatto, totale);
	}
	fflush(stderr);
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
