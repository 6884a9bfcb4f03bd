/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/parentela.h"

#include <string.h>

#include "base/utf8.h"

static const struct {
	const char *parola;
	struct parentela p;
} parole[] = {
	{ "interessato", { P_INTERESSATO, L_NESSUNO, 0, 0 } },
	{ "interessata", { P_INTERESSATO, L_NESSUNO, 'F', 0 } },
	{ "madre", { P_GENITORE, L_MATERNO, 'F', 1 } },
	{ "padre", { P_GENITORE, L_PATERNO, 'M', 2 } },
	{ "fratello", { P_FRATELLO, L_NESSUNO, 'M', 3 } },
	{ "sorella", { P_FRATELLO, L_NESSUNO, 'F', 3 } },
	{ "gemello", { P_FRATELLO, L_NESSUNO, 'M', 3 } },
	{ "gemella", { P_FRATELLO, L_NESSUNO, 'F', 3 } },
	{ "fratellastro", { P_FRATELLASTRO, L_NESSUNO, 'M', 3 } },
	{ "sorellastra", { P_FRATELLASTRO, L_NESSUNO, 'F', 3 } },
	{ "nonno", { P_NONNO, L_NESSUNO, 'M', 4 } },
	{ "nonna", { P_NONNO, L_NESSUNO, 'F', 4 } },
	{ "zio", { P_ZIO, L_NESSUNO, 'M', 6 } },
	{ "zia", { P_ZIO, L_NESSUNO, 'F', 6 } },
	{ "patrigno", { P_COMPAGNO, L_MATERNO, 'M', 5 } },
	{ "matrigna", { P_COMPAGNO, L_PATERNO, 'F', 5 } },
	{ "compagno", { P_COMPAGNO, L_NESSUNO, 'M', 5 } },
	{ "compagna", { P_COMPAGNO, L_NESSUNO, 'F', 5 } },
	{ "marito", { P_CONIUGE, L_NESSUNO, 'M', 6 } },
	{ "moglie", { P_CONIUGE, L_NESSUNO, 'F', 6 } },
	{ "coniuge", { P_CONIUGE, L_NESSUNO, 0, 6 } },
	{ "convivente", { P_CONVIVENTE, L_NESSUNO, 0, 6 } },
	{ "figlio", { P_FIGLIO, L_NESSUNO, 'M', 6 } },
	{ "figlia", { P_FIGLIO, L_NESSUNO, 'F', 6 } },
	{ "affidatario", { P_AFFIDATARIO, L_NESSUNO, 'M', 6 } },
	{ "affidataria", { P_AFFIDATARIO, L_NESSUNO, 'F', 6 } },
	{ "cugino", { P_ALTRO, L_NESSUNO, 'M', 6 } },
	{ "cugina", { P_ALTRO, L_NESSUNO, 'F', 6 } },
	{ "genitore", { P_GENITORE, L_NESSUNO, 0, 6 } },
};

/* What the first of these words says; NULL: it is none of the table. */
static const struct parentela *
word(const char *words)
{
	size_t i, n = strcspn(words, " ");

	for (i = 0; i < NELEM(parole); i++)
		if (strlen(parole[i].parola) == n &&
		    strncmp(words, parole[i].parola, n) == 0)
			return &parole[i].p;
	return NULL;
}

/* "materna", "per parte di padre"; of two parents the one named last: "nonna,
 * madre del padre". */
static enum lato
side(const char *words)
{
	bool materno = strstr(words, " matern") != NULL ||
	    strstr(words, " uterin") != NULL;
	bool paterno = strstr(words, " patern") != NULL ||
	    strstr(words, " consanguine") != NULL;
	const char *madre = strstr(words, " madre ");
	const char *padre = strstr(words, " padre ");

	if (materno != paterno)
		return materno ? L_MATERNO : L_PATERNO;
	if (madre == NULL && padre == NULL)
		return L_NESSUNO;
	return padre == NULL || (madre != NULL && madre > padre) ?
	    L_MATERNO : L_PATERNO;
}

/* Whose relative that is: "fratello della madre"; NULL: the person's own. */
static const struct parentela *
of_whom(const char *rest)
{
	static const char *const di[] = { " del ", " dello ",
	    " della ", " dell " };
	const struct parentela *p = NULL;
	size_t i;

	for (i = 0; i < NELEM(di); i++)
		if (strncmp(rest, di[i], strlen(di[i])) == 0)
			p = word(rest + strlen(di[i]));
	return p != NULL && p->grado == P_INTERESSATO ? NULL : p;
}

/* A parent's brother is an uncle, a parent's child half a brother; whose
 * relation is no parent is somebody, and no more is known. */
static struct parentela
of_another(struct parentela p, struct parentela whose)
{
	static const struct {
		enum grado_parentela suo, diventa;
		int sinba;
	} di_genitore[] = {
		{ P_GENITORE, P_NONNO, 4 }, { P_FRATELLO, P_ZIO, 6 },
		{ P_FIGLIO, P_FRATELLASTRO, 3 }, { P_CONIUGE, P_COMPAGNO, 5 },
		{ P_CONVIVENTE, P_COMPAGNO, 5 }, { P_COMPAGNO, P_COMPAGNO, 5 },
	};
	struct parentela out = { P_ALTRO, L_NESSUNO, p.sesso, 6 };
	size_t i;

	for (i = 0; whose.grado == P_GENITORE && i < NELEM(di_genitore); i++)
		if (di_genitore[i].suo == p.grado) {
			out.grado = di_genitore[i].diventa;
			out.lato = whose.lato;
			out.sinba = di_genitore[i].sinba;
		}
	return out;
}

static struct parentela
refine(struct parentela p, const char *rest)
{
	const struct parentela *whose = of_whom(rest);
	enum lato lato = side(rest);

	if (whose != NULL)
		return of_another(p, *whose);
	/* a brother of one side is half a brother; who lives with a parent is
	 * not the person's */
	if (lato != L_NESSUNO && p.grado == P_FRATELLO)
		p.grado = P_FRATELLASTRO;
	if (lato != L_NESSUNO && (p.grado == P_CONIUGE ||
	    p.grado == P_CONVIVENTE)) {
		p.grado = P_COMPAGNO;
		p.sinba = 5;
	}
	if (strstr(rest, " affidatari") != NULL)
		p.grado = P_AFFIDATARIO;
	if (lato != L_NESSUNO && p.grado != P_GENITORE)
		p.lato = lato;
	return p;
}

struct parentela
parentela_read(const char *testo)
{
	struct parentela other = { P_ALTRO, L_NESSUNO, 0, 6 };
	AUTO(arena) a = arena_new();
	const struct parentela *p;
	char *words;

	if (utf8_words(&words, a, testo) != 0)
		return other;
	p = word(words + 1);
	return p != NULL ? refine(*p, words + 1 + strcspn(words + 1, " ")) :
	    other;
}
