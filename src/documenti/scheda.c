/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/scheda.h"

#include "documenti/codice_fiscale.h"
#include "documenti/regole.h"

#define CF "anagrafica/codice-fiscale"

static void
check_codice_fiscale(struct rilievi *out, const struct nodo *scheda)
{
	const char *cf = nodo_value(out->a, scheda, CF);
	const char *nascita = nodo_value(out->a, scheda,
	    "anagrafica/nascita/data");
	const char *sesso = nodo_value(out->a, scheda, "anagrafica/sesso");

	if (cf == NULL)
		return;
	if (!codice_fiscale_valid(cf))
		rilievo_add(out, ERRORE, figlio_path(out->a, scheda, CF),
		    "codice-fiscale", "DM 23/12/1976", "il codice fiscale %s "
		    "non esiste: il carattere di controllo è un altro", cf);
	else if (nascita != NULL && !codice_fiscale_agrees(cf, nascita, sesso))
		rilievo_add(out, AVVISO, figlio_path(out->a, scheda, CF),
		    "codice-fiscale-discorde", "DM 23/12/1976", "il codice "
		    "fiscale %s dice un'altra data di nascita o un altro "
		    "sesso: se è quello del tesserino, conferma con "
		    "--conferma codice-fiscale-discorde", cf);
}

void
scheda_check(struct rilievi *out, const struct nodo *scheda, const char *oggi)
{
	regola_non_futura(out, scheda, "anagrafica/nascita/data", oggi,
	    "la data di nascita");
	check_codice_fiscale(out, scheda);
}
