/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/scarto.h"

#include <stdlib.h>
#include <string.h>

#include "base/auto.h"
#include "documenti/regole.h"

char *
scarto_percorso(struct arena *a, int elenco, const char *che)
{
	return arena_printf(a, SCARTI_DIR "/%04d/%s.xml", elenco, che);
}

int
scarto_di_percorso(const char **che, const char *percorso)
{
	static const char *const signed_ones[] = { SCARTO_ELENCO,
	    SCARTO_VERBALE };
	const size_t dir = strlen(SCARTI_DIR "/");
	char *end;
	long n;
	size_t i, len;

	if (strncmp(percorso, SCARTI_DIR "/", dir) != 0 ||
	    strspn(percorso + dir, "0123456789") < 4)
		return 0;
	n = strtol(percorso + dir, &end, 10);
	for (i = 0; i < NELEM(signed_ones); i++) {
		len = strlen(signed_ones[i]);
		if (end[0] != '/' ||
		    strncmp(end + 1, signed_ones[i], len) != 0 ||
		    strcmp(end + 1 + len, ".xml") != 0)
			continue;
		if (che != NULL)
			*che = signed_ones[i];
		return (int)n;
	}
	return 0;
}

void
scarto_scade(char scade[DATA_LEN + 1], const char **sospesa, struct arena *a,
    const struct nodo *richiesta)
{
	const char *inviata = nodo_value(a, richiesta, "inviata");
	const char *from, *to;
	const struct nodo *d;
	int days = SCARTO_GIORNI;

	*sospesa = NULL;
	for (d = nodo_child(richiesta, "domanda"); d != NULL;
	    d = nodo_next(d, "domanda")) {
		from = nodo_value(a, d, "arrivata");
		to = nodo_value(a, d, "risposta/inviata");
		if (to == NULL)
			*sospesa = from;
		else
			days += calendario_fra(from, to);
	}
	scade[0] = '\0';
	if (*sospesa == NULL)
		calendario_giorni(scade, inviata, days);
}

const char *
scarto_ministero(struct arena *a, const struct nodo *doc)
{
	const struct nodo *m = nodo_child(doc, "ministero");

	return arena_printf(a, "autorizzazione n. %s del %s, prot. %s",
	    nodo_value(a, m, "numero"), giorno_in_cifre(a, nodo_value(a, m,
	    "del")), nodo_value(a, m, "protocollo"));
}

/* ---- covers ---- */

/* What stays of each, in the order of the schema. */
static const char *const kept[] = {
	"numero", "stato", "tipo", "protocollo", "oggetto", "classifica",
	"padre", "accesso", "ufficio", "responsabile", "aperta", "aperto"
};

bool
scarto_e_copertina(const char *tipo)
{
	return strcmp(tipo, "cartella") == 0 || strcmp(tipo, "accesso") == 0 ||
	    strcmp(tipo, "fascicolo") == 0;
}

struct nodo *
scarto_lapide(struct arena *a, const struct espunto *e, const char *impronta,
    const struct nodo *doc)
{
	struct nodo *n = lapide_make(a, e, impronta), *c, *end;
	const char *v;
	size_t i;

	if (doc == NULL || !scarto_e_copertina(doc->nome))
		return n;
	c = nodo_elem(a, n, "copertina");
	for (i = 0; i < NELEM(kept); i++) {
		v = nodo_value(a, doc, kept[i]);
		/* the one that people wrote */
		if (v != NULL && strcmp(kept[i], "oggetto") == 0)
			v = "fascicolo scartato";
		nodo_elem_text(a, c, kept[i], v);
	}
	if ((v = nodo_value(a, doc, "chiusura/data")) == NULL)
		return n;
	end = nodo_elem(a, c, "chiusura");
	nodo_elem_text(a, end, "data", v);
	nodo_elem_text(a, end, "motivo", nodo_value(a, doc,
	    "chiusura/motivo"));
	return n;
}

struct nodo *
scarto_copertina(struct arena *a, const struct nodo *lapide)
{
	const struct nodo *c = nodo_child(lapide, "copertina");
	const char *tipo = nodo_value(a, lapide, "tipo");
	struct nodo *n;

	if (c == NULL || tipo == NULL || !scarto_e_copertina(tipo))
		return NULL;
	n = nodo_copy(a, c);
	n->nome = tipo;
	return n;
}
