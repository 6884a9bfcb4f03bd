/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/storico.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "base/utf8.h"

enum { NUMERO, DATA, FLUSSO, OGGETTO, CORRISPONDENTE, PROTOCOLLO_MITTENTE,
	CLASSIFICA, ANNULLATA, RISERVATA, NOTA };

const char *const storico_campi[STORICO_CAMPI] = { "numero", "data", "flusso",
	"oggetto", "corrispondente", "protocollo-mittente", "classifica",
	"annullata", "riservata", "nota" };

/* ---- the map ---- */

void
storico_mappa_vuota(struct storico_mappa *m)
{
	int i;

	for (i = 0; i < STORICO_CAMPI; i++)
		m->colonna[i] = -1;
}

static int
index_of(const char *const *list, int n, const char *s)
{
	int i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i], s) == 0)
			return i;
	return -1;
}

const char *
storico_mappa_riga(struct storico_mappa *m, struct arena *a,
    const char *campo, const char *colonna, const char *const *testata, int n)
{
	int c = index_of(storico_campi, STORICO_CAMPI, campo);
	int where = index_of(testata, n, colonna);

	if (c < 0)
		return arena_printf(a, "il campo «%s» non esiste: sono numero, "
		    "data, flusso, oggetto, corrispondente, "
		    "protocollo-mittente, classifica, annullata, riservata, "
		    "nota", campo);
	if (where < 0)
		return arena_printf(a, "la tabella non ha una colonna «%s»",
		    colonna);
	if (m->colonna[c] >= 0)
		return arena_printf(a, "il campo «%s» è detto due volte",
		    campo);
	m->colonna[c] = where;
	return NULL;
}

const char *
storico_mappa_manca(const struct storico_mappa *m)
{
	int i;

	for (i = 0; i < STORICO_OBBLIGATORI; i++)
		if (m->colonna[i] < 0)
			return storico_campi[i];
	return NULL;
}

/* ---- a row ---- */

/* One line: blanks at the ends go, one remains between words. */
static char *
one_line(struct arena *a, const char *s)
{
	char *out = arena_alloc(a, strlen(s) + 1), *p = out;

	for (; *s != '\0'; s++)
		if (strchr(" \t\r\n", *s) == NULL)
			*p++ = *s;
		else if (p > out && p[-1] != ' ')
			*p++ = ' ';
	if (p > out && p[-1] == ' ')
		p--;
	*p = '\0';
	return out;
}

/* "2020-01-07…", "7/1/2020", "07.01.2020 10:15" -> "2020-01-07"; NULL. */
static char *
date(struct arena *a, const char *s)
{
	long d[3];
	char *end, *out;
	int i;

	for (i = 0; i < 3; i++, s = end + 1) {
		d[i] = strtol(s, &end, 10);
		if (end == s || (i < 2 && strchr("-/.", *end) == NULL) ||
		    (i < 2 && *end == '\0'))
			return NULL;
	}
	if (strchr(" T", *end) == NULL)
		return NULL;
	if (d[0] < 1000) {
		i = (int)d[0];
		d[0] = d[2];
		d[2] = i;
	}
	if (d[0] < 1900 || d[0] > 2099 || d[1] < 1 || d[1] > 12 || d[2] < 1 ||
	    d[2] > 31)
		return NULL;
	out = arena_printf(a, "%04ld-%02ld-%02ld", d[0], d[1], d[2]);
	return clock_day_valid(out) ? out : NULL;
}

static const char *
flow(const char *s)
{
	static const char *const words[][2] = {
		{ "entrata", "e entrata a arrivo in ingresso" },
		{ "uscita", "u uscita p partenza out" },
		{ "interna", "i interna interno" },
	};
	size_t i, n = strlen(s);
	const char *p;

	for (i = 0; i < NELEM(words); i++)
		for (p = words[i][1]; p != NULL && n > 0;
		    p = strchr(p, ' ') ? strchr(p, ' ') + 1 : NULL)
			if (strncasecmp(p, s, n) == 0 &&
			    (p[n] == ' ' || p[n] == '\0'))
				return words[i][0];
	return NULL;
}

static bool
yes(const char *s)
{
	static const char *const words[] = { "si", "sì", "s", "1", "x",
	    "true", "annullata", "annullato", "riservata", "riservato" };
	size_t i;

	for (i = 0; i < NELEM(words); i++)
		if (strcasecmp(s, words[i]) == 0)
			return true;
	return false;
}

static const char *
text_of(struct arena *a, const struct storico_mappa *m, int campo,
    const char *const *campi)
{
	return m->colonna[campo] < 0 ? "" :
	    one_line(a, campi[m->colonna[campo]]);
}

/* NULL, or what is too long. */
static const char *
too_long(struct arena *a, const char *const *v)
{
	static const struct {
		int campo;
		size_t max;
	} limits[] = {
		{ NUMERO, 200 }, { OGGETTO, 2000 }, { CORRISPONDENTE, 2000 },
		{ PROTOCOLLO_MITTENTE, 200 }, { CLASSIFICA, 200 },
		{ NOTA, 4000 },
	};
	size_t i;

	for (i = 0; i < NELEM(limits); i++)
		if (utf8_length(v[limits[i].campo]) > limits[i].max)
			return arena_printf(a, "%s ha più di %zu caratteri",
			    storico_campi[limits[i].campo], limits[i].max);
	return NULL;
}

static const char *
wrong(struct arena *a, const char *const *v, const char *giorno,
    const char *flusso)
{
	int i;

	for (i = 0; i < STORICO_OBBLIGATORI; i++)
		if (v[i][0] == '\0')
			return arena_printf(a, "manca %s", storico_campi[i]);
	if (giorno == NULL)
		return arena_printf(a, "la data «%s» non si capisce: "
		    "AAAA-MM-GG o GG/MM/AAAA", v[DATA]);
	if (flusso == NULL)
		return arena_printf(a, "il flusso «%s» non si capisce: "
		    "entrata, uscita o interna", v[FLUSSO]);
	return too_long(a, v);
}

struct nodo *
storico_voce(const char **perche, struct arena *a,
    const struct storico_mappa *m, int riga, const char *const *campi, int n)
{
	const char *v[STORICO_CAMPI], *giorno, *flusso;
	struct nodo *out;
	int i;

	for (i = 0; i < STORICO_CAMPI; i++) {
		if (m->colonna[i] >= n) {
			*perche = arena_printf(a, "ha solo %d campi", n);
			return NULL;
		}
		v[i] = text_of(a, m, i, campi);
	}
	giorno = date(a, v[DATA]);
	flusso = flow(v[FLUSSO]);
	if ((*perche = wrong(a, v, giorno, flusso)) != NULL)
		return NULL;
	out = nodo_new(a, "voce");
	nodo_set(a, out, "riga", arena_printf(a, "%d", riga));
	nodo_elem_text(a, out, "numero", v[NUMERO]);
	nodo_elem_text(a, out, "data", giorno);
	nodo_elem_text(a, out, "flusso", flusso);
	for (i = OGGETTO; i <= CLASSIFICA; i++)
		nodo_elem_text(a, out, storico_campi[i], v[i]);
	for (i = ANNULLATA; i <= RISERVATA; i++)
		if (yes(v[i]))
			nodo_elem_text(a, out, storico_campi[i], "si");
	nodo_elem_text(a, out, "nota", v[NOTA]);
	return out;
}
