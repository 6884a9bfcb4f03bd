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

/* "materna", "della madre", "per parte di padre" */
static enum lato
side(const char *words)
{
	if (strstr(words, " matern") != NULL ||
	    strstr(words, " madre ") != NULL ||
	    strstr(words, " uterin") != NULL)
		return L_MATERNO;
	if (strstr(words, " patern") != NULL ||
	    strstr(words, " padre ") != NULL ||
	    strstr(words, " consanguine") != NULL)
		return L_PATERNO;
	return L_NESSUNO;
}

static struct parentela
refine(struct parentela p, const char *rest)
{
	enum lato lato = side(rest);

	/* a brother of one side is half a brother; the husband of a parent is
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
	char *words;
	size_t i, n;

	if (utf8_words(&words, a, testo) != 0)
		return other;
	n = strcspn(words + 1, " ");
	for (i = 0; i < NELEM(parole); i++)
		if (strlen(parole[i].parola) == n &&
		    strncmp(words + 1, parole[i].parola, n) == 0)
			return refine(parole[i].p, words + 1 + n);
	return other;
}
