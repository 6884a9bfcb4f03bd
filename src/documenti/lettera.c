/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/lettera.h"

#include <string.h>

#include "documenti/regole.h"
#include "documenti/smistamento.h"

#define ART53 "art. 53 DPR 445/2000"
#define RISERVATEZZA "dati di persona in carico al servizio sociale"

/* What each means of sending needs of the addressee. */
static const struct {
	const char *mezzo, *recapito;
} serve[] = {
	{ "pec", "pec" },
	{ "posta-elettronica", "pec" },
	{ "raccomandata", "indirizzo" },
	{ "posta-ordinaria", "indirizzo" },
};

void
lettera_check_recapito(struct rilievi *out, const struct nodo *in)
{
	const struct nodo *to = nodo_child(in, "destinatario");
	const char *mezzo = nodo_value(out->a, in, "mezzo");
	size_t i;

	if (nodo_child(to, "indirizzo") == NULL &&
	    nodo_child(to, "pec") == NULL) {
		rilievo_add(out, ERRORE, nodo_path(out->a, to),
		    "senza-recapito", ART53, "serve un recapito del "
		    "destinatario: --destinatario.pec o "
		    "--destinatario.indirizzo");
		return;
	}
	if (mezzo == NULL)
		return;
	if (strcmp(mezzo, "interno") == 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "mezzo"),
		    "mezzo-interno", ART53, "a un terzo non si scrive con il "
		    "mezzo «interno»: indica come si spedisce");
	for (i = 0; i < NELEM(serve); i++)
		if (strcmp(mezzo, serve[i].mezzo) == 0 &&
		    nodo_child(to, serve[i].recapito) == NULL)
			rilievo_add(out, ERRORE, figlio_path(out->a, to,
			    serve[i].recapito), "recapito-del-mezzo", ART53,
			    "per spedire con il mezzo «%s» serve "
			    "--destinatario.%s", mezzo, serve[i].recapito);
}

struct nodo *
lettera_smista(struct arena *a, const char *protocollo, const char *ufficio)
{
	struct nodo *n = nodo_new(a, "smista"), *d;

	nodo_elem_text(a, n, "protocollo", protocollo);
	d = nodo_elem(a, n, "destinazione");
	nodo_elem_text(a, d, "ufficio", ufficio);
	nodo_elem_text(a, d, "titolo", COMPETENZA);
	return n;
}

struct nodo *
lettera_fa_sapere(struct arena *a, const char *protocollo, const char *ufficio,
    const char *utente)
{
	struct nodo *n = nodo_new(a, "smista"), *d;

	nodo_elem_text(a, n, "protocollo", protocollo);
	d = nodo_elem(a, n, "destinazione");
	nodo_elem_text(a, d, "ufficio", ufficio);
	nodo_elem_text(a, d, "titolo", CONOSCENZA);
	nodo_elem_text(a, d, "utente", utente);
	return n;
}

struct nodo *
lettera_registra(struct arena *a, const struct nodo *lettera,
    const char *flusso, const char *mezzo, const char *classifica)
{
	struct nodo *n = nodo_new(a, "registra"), *x;

	nodo_elem_text(a, n, "flusso", flusso);
	nodo_elem_text(a, n, "oggetto", nodo_value(a, lettera, "oggetto"));
	x = nodo_elem(a, n, "riservata");
	nodo_elem_text(a, x, "motivo", RISERVATEZZA);
	x = nodo_elem(a, n, "mittente");
	nodo_elem_text(a, x, "denominazione",
	    nodo_value(a, lettera, "ente/ufficio"));
	nodo_add(n, nodo_copy(a, nodo_child(lettera, "destinatario")));
	nodo_elem_text(a, n, "mezzo", mezzo);
	nodo_elem_text(a, n, "classifica", classifica);
	return n;
}

void
corpo_prosa(struct arena *a, struct nodo *corpo, const struct nodo *prosa)
{
	const struct nodo *x = prosa != NULL ? nodo_child(prosa, NULL) : NULL;

	for (; x != NULL; x = nodo_next(x, NULL))
		nodo_add(corpo, nodo_copy(a, x));
}
