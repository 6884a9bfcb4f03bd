/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/cartella.h"

#include <string.h>

#define ART2 "art. 2 L. 241/1990"

bool
cartella_scrivibile(const char *stato)
{
	return strcmp(stato, CARTELLA_CHIUSO) != 0;
}

void
cartella_check_chiudi(struct rilievi *out, const char *stato)
{
	/* a proposal is owed an express answer before the case ends */
	if (strcmp(stato, CARTELLA_PROPOSTA_INVIATA) == 0)
		rilievo_add(out, ERRORE, "/chiudi/cartella",
		    "proposta-pendente", ART2, "la cartella ha una proposta "
		    "che attende il coordinatore: prima la si approva o la "
		    "si rinvia");
	else if (strcmp(stato, CARTELLA_IN_ISTRUTTORIA) == 0)
		rilievo_add(out, AVVISO, "/chiudi/cartella",
		    "istruttoria-aperta", ART2, "l'area amministrativa sta "
		    "istruendo la proposta approvata: se non serve più, "
		    "conferma con --conferma istruttoria-aperta");
}
