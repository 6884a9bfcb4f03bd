/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/chiusura.h"

#include <string.h>

#include "documenti/regole.h"

#define MORTO "decesso"

static const struct {
	const char *dettaglio, *motivo;
	int sinba;
} table[] = {
	{ "trasferimento-in-regione", "trasferimento", 1 },
	{ "trasferimento-fuori-regione", "trasferimento", 2 },
	{ "maggiore-eta", "conclusione", 3 },
	{ "risoluzione", "conclusione", 4 },
	{ "richiesta", "conclusione", 5 },
	{ "rimpatrio", "trasferimento", 6 },
	{ "irreperibilita", "inattivita", 7 },
	{ MORTO, MORTO, 8 },
	{ "altro", "inattivita", 9 },
};

void
chiusura_check(struct rilievi *out, const struct nodo *in)
{
	const char *motivo = nodo_value(out->a, in, "motivo");
	const char *dettaglio = nodo_value(out->a, in, "dettaglio");
	size_t i;

	if (strcmp(motivo, "presupposti-assenti") == 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "motivo"),
		    "motivo-di-accesso", NULL, "una cartella si è aperta "
		    "perché i presupposti c'erano: il motivo è un altro");
	for (i = 0; dettaglio != NULL && i < NELEM(table); i++)
		if (strcmp(dettaglio, table[i].dettaglio) == 0 &&
		    strcmp(motivo, table[i].motivo) != 0)
			rilievo_add(out, ERRORE, figlio_path(out->a, in,
			    "dettaglio"), "dettaglio", NULL, "«%s» è un modo "
			    "di «%s», non di «%s»", dettaglio,
			    table[i].motivo, motivo);
	if (strcmp(motivo, MORTO) == 0 && nodo_child(in, "situazione") != NULL)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "situazione"),
		    "situazione", NULL, "chi è morto non ha una situazione: "
		    "togli --situazione");
}

int
chiusura_sinba(const char *motivo, const char *dettaglio)
{
	const char *key = dettaglio != NULL ? dettaglio : motivo;
	size_t i;

	for (i = 0; i < NELEM(table); i++)
		if (strcmp(key, table[i].dettaglio) == 0)
			return table[i].sinba;
	return 0;
}
