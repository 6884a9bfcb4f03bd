/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/progetto.h"

#include <string.h>

#include "base/auto.h"
#include "documenti/regole.h"

static const char *const obiettivi[] = { "obiettivo-breve", "obiettivo-medio",
    "obiettivo-lungo" };

static void
check_objectives(struct rilievi *out, const struct nodo *in)
{
	size_t i;

	for (i = 0; i < NELEM(obiettivi); i++)
		if (nodo_child(in, obiettivi[i]) != NULL)
			return;
	rilievo_add(out, ERRORE, figlio_path(out->a, in, obiettivi[0]),
	    "manca-obiettivo", "art. 14 L. 328/2000", "un progetto ha almeno "
	    "un obiettivo: --obiettivo-breve.testo, --obiettivo-medio.testo o "
	    "--obiettivo-lungo.testo");
}

static void
check_actions(struct rilievi *out, const struct nodo *in)
{
	const struct nodo *c;

	if (nodo_child(in, "azione") == NULL)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "azione"),
		    "manca-azione", "art. 14 L. 328/2000", "un progetto dice "
		    "che cosa si fa: --azione.testo e --azione.chi");
	for (c = nodo_child(in, "azione"); c; c = nodo_next(c, "azione"))
		regola_ordine(out, c, "dal", "al");
}

void
progetto_check(struct rilievi *out, const struct nodo *in, const char *oggi)
{
	(void)oggi;
	check_objectives(out, in);
	check_actions(out, in);
	regola_ordine(out, in, "dal", "al");
	regola_ordine(out, in, "dal", "prossima-verifica");
}
