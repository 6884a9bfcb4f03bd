/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/anagrafica.h"

#include <string.h>

#include "documenti/codice_fiscale.h"
#include "documenti/regole.h"

#define CF "codice-fiscale"
#define DM "DM 23/12/1976"

/* What a codice fiscale of a person tells otherwise than his papers. */
static void
check_agreement(struct rilievi *out, const struct nodo *n, const char *cf)
{
	const char *nascita = nodo_value(out->a, n, "nascita/data");
	const char *cognome = nodo_value(out->a, n, "cognome");
	const char *nome = nodo_value(out->a, n, "nome");
	const char *place = nodo_value(out->a, n, "nascita/codice-catastale");
	const char *at = figlio_path(out->a, n, CF);

	if (nascita != NULL && !codice_fiscale_agrees(cf, nascita,
	    nodo_value(out->a, n, "sesso")))
		rilievo_add(out, AVVISO, at, "codice-fiscale-discorde", DM,
		    "il codice fiscale %s dice un'altra data di nascita o un "
		    "altro sesso: se è quello del tesserino, conferma con "
		    "--conferma codice-fiscale-discorde", cf);
	if (cognome != NULL && nome != NULL &&
	    !codice_fiscale_nome(out->a, cf, cognome, nome))
		rilievo_add(out, AVVISO, at, "codice-fiscale-nome", DM,
		    "il codice fiscale %s dice un altro cognome o nome: se è "
		    "quello del tesserino (un nome può cambiare), conferma "
		    "con --conferma codice-fiscale-nome", cf);
	if (place != NULL && strcmp(place, codice_fiscale_luogo(out->a,
	    cf)) != 0)
		rilievo_add(out, AVVISO, at, "codice-fiscale-luogo", DM,
		    "il codice fiscale %s dice nato in %s, non in %s: se è "
		    "quello del tesserino, conferma con --conferma "
		    "codice-fiscale-luogo", cf, codice_fiscale_luogo(out->a,
		    cf), place);
}

static void
check_codice_fiscale(struct rilievi *out, const struct nodo *n)
{
	const char *cf = nodo_value(out->a, n, CF);

	if (cf == NULL)
		return;
	if (nodo_child(n, "senza-codice-fiscale") != NULL)
		rilievo_add(out, ERRORE,
		    figlio_path(out->a, n, "senza-codice-fiscale"),
		    "codice-fiscale-presente", NULL, "c'è un codice fiscale e "
		    "il motivo per cui manca: togli l'uno o l'altro");
	if (!codice_fiscale_valid(cf))
		rilievo_add(out, ERRORE, figlio_path(out->a, n, CF), CF, DM,
		    "il codice fiscale %s non esiste: il carattere di "
		    "controllo è un altro", cf);
	else if (codice_fiscale_tipo(cf) == CF_PERSONA)
		check_agreement(out, n, cf);
}

void
anagrafica_check(struct rilievi *out, const struct nodo *anagrafica,
    const char *oggi)
{
	regola_non_futura(out, anagrafica, "nascita/data", oggi,
	    "la data di nascita");
	check_codice_fiscale(out, anagrafica);
}
