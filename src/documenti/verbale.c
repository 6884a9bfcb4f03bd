/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/verbale.h"

#include <string.h>

#include "documenti/regole.h"

static void
check_held(struct rilievi *out, const struct nodo *in, const char *oggi)
{
	regola_non_futura(out, in, "data", oggi, "la data della riunione");
	regola_prosa(out, in, "decisioni", "il verbale di una riunione che si "
	    "è tenuta dice che cosa si è deciso");
}

static void
check_planned(struct rilievi *out, const struct nodo *in, const char *oggi)
{
	const char *data = nodo_value(out->a, in, "data");

	if (data != NULL && strcmp(data, oggi) < 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "data"),
		    "data-passata", NULL, "una riunione prevista non può "
		    "essere del %s: se si è tenuta scrivi --stato svolta, se "
		    "no --stato annullata", data);
}

static void
check_commitments(struct rilievi *out, const struct nodo *in)
{
	const char *data = nodo_value(out->a, in, "data"), *entro;
	const struct nodo *c;

	for (c = nodo_child(in, "scadenza"); c; c = nodo_next(c, "scadenza")) {
		entro = nodo_value(out->a, c, "entro");
		if (entro != NULL && data != NULL && strcmp(entro, data) < 0)
			rilievo_add(out, ERRORE,
			    figlio_path(out->a, c, "entro"),
			    "data-anteriore", NULL, "un impegno preso il %s "
			    "non scade il %s", data, entro);
	}
}

void
verbale_check(struct rilievi *out, const struct nodo *in, const char *oggi)
{
	const char *stato = nodo_value(out->a, in, "stato");
	const char *dalle = nodo_value(out->a, in, "dalle");
	const char *alle = nodo_value(out->a, in, "alle");

	if (stato != NULL && strcmp(stato, "svolta") == 0)
		check_held(out, in, oggi);
	else if (stato != NULL && strcmp(stato, "prevista") == 0)
		check_planned(out, in, oggi);
	if (dalle != NULL && alle != NULL && strcmp(alle, dalle) < 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "alle"),
		    "ora-anteriore", NULL, "la riunione finisce alle %s, prima "
		    "di cominciare (%s)", alle, dalle);
	check_commitments(out, in);
}
