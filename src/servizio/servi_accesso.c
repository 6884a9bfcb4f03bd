/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_accesso.c - who asks.
 *
 * Refuses: everybody, but in a store of invented data, where the request's
 * `sessione` is the name of the user (until there are sessions).
 */
#include "servizio/servi.h"

#include "registro/registro.h"

enum esito_web
servi_chi(struct richiedente *out, struct servi *s,
    const struct nodo *richiesta)
{
	const char *who = nodo_attr(richiesta, "sessione");
	struct ente ente;

	if (who == NULL || who[0] == '\0')
		return WEB_ENTRA;
	if (registro_ente(&ente, s->a, s->st->registro) != 0)
		return WEB_GUASTO;
	if (!ente.dimostrativo)
		return WEB_ENTRA;
	*out = (struct richiedente){ .utente = who, .dimostrativo = true,
	    .per = nodo_attr(richiesta, "per"),
	    .csrf = "00000000000000000000000000000000" };
	return WEB_FATTO;
}

void
servi_accesso_chiudi(struct servi *s)
{
	s->accesso = NULL;
}

const struct servi_riga servi_righe_accesso[] = {
	{ 0 }
};
