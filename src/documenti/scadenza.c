/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/regole.h"
#include "documenti/scadenza.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- suspensions ---- */

bool
sosta_urta(const struct sosta *a, const struct sosta *b)
{
	return (a->fine == NULL || strcmp(b->inizio, a->fine) < 0) &&
	    (b->fine == NULL || strcmp(a->inizio, b->fine) < 0);
}

const char *
sosta_fine(struct arena *a, const struct motivo *m, const char *inizio,
    const char *evento)
{
	char limit[DATA_LEN + 1], end[DATA_LEN + 1];

	if (m->massimo >= 0)
		calendario_giorni(limit, inizio, m->massimo);
	if (evento != NULL && (m->massimo < 0 || strcmp(evento, limit) <= 0)) {
		calendario_giorni(end, evento, m->ripresa);
		return arena_strdup(a, end);
	}
	return m->massimo >= 0 ? arena_strdup(a, limit) : NULL;
}

static int
by_start(const void *x, const void *y)
{
	return strcmp(((const struct sosta *)x)->inizio,
	    ((const struct sosta *)y)->inizio);
}

/* In order, what overlaps joined; the clock of a term has no time before its
 * own start. */
static struct sosta *
joined(int *n, struct arena *a, const struct conto *c)
{
	struct sosta *out, *last, s;
	int i;

	*n = 0;
	if (c->n == 0)
		return NULL;
	out = arena_memdup(a, c->soste, (size_t)c->n * sizeof *out);
	qsort(out, (size_t)c->n, sizeof *out, by_start);
	for (i = 0; i < c->n; i++) {
		s = out[i];
		if (strcmp(s.inizio, c->inizio) < 0)
			s.inizio = c->inizio;
		if (s.fine != NULL && strcmp(s.fine, s.inizio) <= 0)
			continue;
		last = *n > 0 ? &out[*n - 1] : NULL;
		if (last == NULL || (last->fine != NULL &&
		    strcmp(last->fine, s.inizio) < 0))
			out[(*n)++] = s;
		else if (last->fine != NULL &&
		    (s.fine == NULL || strcmp(s.fine, last->fine) > 0))
			last->fine = s.fine;
	}
	return out;
}

/* ---- counting ---- */

static const char *
hours(struct arena *a, const struct conto *c)
{
	char out[ORA_LEN + 1];
	int64_t t = 0;
	int r;

	r = clock_parse(&t, c->inizio);
	assert(r == 0);
	clock_iso(out, t + (int64_t)c->regola->quantita * 3600);
	return arena_strdup(a, out);
}

/* The day it would end did it never stand still. */
static void
unbroken(char out[DATA_LEN + 1], const struct conto *c)
{
	int q = c->regola->quantita;

	if (c->mesi > 0)
		calendario_mesi(out, c->inizio, c->mesi);
	else if (c->giorni > 0)
		calendario_giorni(out, c->inizio, c->giorni);
	else if (c->regola->unita == MESI)
		calendario_mesi(out, c->inizio, q);
	else if (c->regola->unita == ANNI)
		calendario_mesi(out, c->inizio, q * 12);
	else
		calendario_giorni(out, c->inizio, q);
}

/* Each stop that begins before the end moves it by its own length. */
static bool
moved(char out[DATA_LEN + 1], const struct sosta *s, int n)
{
	int i;

	for (i = 0; i < n && strcmp(s[i].inizio, out) < 0; i++) {
		if (s[i].fine == NULL)
			return false;
		calendario_giorni(out, out, calendario_fra(s[i].inizio,
		    s[i].fine));
	}
	return true;
}

/* Working days, one at a time, but those in which it stands still. */
static bool
working(char out[DATA_LEN + 1], const struct conto *c, const struct sosta *s,
    int n)
{
	int left = c->regola->quantita, i = 0;

	memcpy(out, c->inizio, DATA_LEN + 1);
	while (left > 0) {
		calendario_giorni(out, out, 1);
		while (i < n && s[i].fine != NULL &&
		    strcmp(out, s[i].fine) > 0)
			i++;
		if (i < n && strcmp(out, s[i].inizio) > 0) {
			if (s[i].fine == NULL)
				return false;
			continue;
		}
		left -= calendario_lavorativo(c->cal, out);
	}
	return true;
}

static bool
counted(char out[DATA_LEN + 1], struct arena *a, const struct conto *c)
{
	struct sosta *s;
	int n;

	s = joined(&n, a, c);
	if (c->mesi + c->giorni == 0 && c->regola->unita == GIORNI_LAVORATIVI)
		return working(out, c, s, n);
	unbroken(out, c);
	return moved(out, s, n);
}

static bool
moves(const struct conto *c, const char *day)
{
	switch (c->regola->slitta) {
	case SE_FESTIVO:
		return calendario_festivo(day);
	case SE_NON_LAVORATIVO:
		return !calendario_lavorativo(c->cal, day);
	default:
		return false;
	}
}

const char *
scadenza(struct arena *a, const struct conto *c)
{
	bool amount = c->mesi + c->giorni > 0 || c->regola->quantita >= 0;
	char day[DATA_LEN + 1];

	if (c->regola->unita == ORE && c->regola->quantita >= 0)
		return hours(a, c);
	if (amount && !counted(day, a, c)) {
		if (c->fissata == NULL)
			return NULL;
		amount = false;
	}
	if (!amount || (c->fissata != NULL && strcmp(c->fissata, day) < 0)) {
		assert(c->fissata != NULL);
		memcpy(day, c->fissata, DATA_LEN + 1);
	}
	while (moves(c, day))
		calendario_giorni(day, day, 1);
	return arena_strdup(a, day);
}

int64_t
scadenza_istante(const char *giorno, const char *ora)
{
	char text[ORA_LEN + 1];
	int64_t t = 0;
	int r;

	snprintf(text, sizeof text, "%.10sT%.8sZ", giorno, ora);
	r = clock_parse(&t, text);
	assert(r == 0);
	return t - clock_offset(t);
}

const char *
scadenza_valore(struct arena *a, const struct regola *r, const char *valore)
{
	char day[GIORNO_LEN + 1], iso[ORA_LEN + 1];
	bool hour = r->unita == ORE && r->quantita >= 0;
	int64_t t;

	if (clock_day_valid(valore)) {
		if (!hour)
			return valore;
		/* no hour said: the earliest */
		t = scadenza_istante(valore, "00:00:00");
	} else if (clock_parse(&t, valore) != 0) {
		err_clear();
		return NULL;
	}
	clock_iso(iso, t);
	clock_day(day, t);
	return arena_strdup(a, hour ? iso : day);
}

/* ---- how it stands ---- */

/* The stop in which it is on that day; NULL: it runs. */
static const struct sosta *
standing(const struct conto *c, const char *oggi)
{
	int i;

	for (i = 0; i < c->n; i++)
		if (strcmp(c->soste[i].inizio, oggi) <= 0 &&
		    (c->soste[i].fine == NULL ||
		    strcmp(oggi, c->soste[i].fine) < 0))
			return &c->soste[i];
	return NULL;
}

static const char *
at_hour(struct arena *a, const char *scade)
{
	return scade[DATA_LEN] == 'T' ? arena_printf(a, " alle %.5s",
	    scade + DATA_LEN + 1) : "";
}

static const char *
words(struct arena *a, int days, bool over, const char *scade)
{
	const char *hour = at_hour(a, scade);

	if (days < -1)
		return arena_printf(a, "scaduto da %d giorni", -days);
	if (days == -1)
		return "scaduto ieri";
	if (days == 0)
		return arena_printf(a, "%s oggi%s", over ? "scaduto" : "scade",
		    hour);
	if (days == 1)
		return arena_printf(a, "scade domani%s", hour);
	return arena_printf(a, "scade fra %d giorni", days);
}

void
scadenza_leggi(struct lettura_termine *out, struct arena *a,
    const struct conto *c, const char *scade, int64_t adesso)
{
	char oggi[GIORNO_LEN + 1], day[DATA_LEN + 1];
	const struct sosta *s;
	int64_t end = INT64_MAX;
	bool over;

	clock_day(oggi, adesso);
	*out = (struct lettura_termine){ .stato = SOSPESO };
	if (scade != NULL) {
		memcpy(day, scade, DATA_LEN);
		day[DATA_LEN] = '\0';
		out->giorni = calendario_fra(oggi, day);
		if (scade[DATA_LEN] == 'T' && clock_parse(&end, scade) != 0)
			err_clear();
	}
	s = standing(c, oggi);
	if (scade == NULL || (s != NULL && strcmp(s->inizio, scade) < 0)) {
		out->parole = s == NULL || s->fine == NULL ? "sospeso" :
		    arena_printf(a, "sospeso fino al %s",
		    giorno_in_cifre(a, s->fine));
		return;
	}
	over = end < adesso;
	out->stato = out->giorni < 0 || over ? SCADUTO :
	    out->giorni == 0 ? SCADE_OGGI : CORRE;
	out->parole = words(a, out->giorni, over, scade);
}
