/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/spedizione.h"

#include <string.h>

#include "base/auto.h"

const char *
invio_stato(const char *mezzo)
{
	static const char *const electronic[] = {
		"pec", "posta-elettronica", "cooperazione"
	};
	size_t i;

	for (i = 0; i < NELEM(electronic); i++)
		if (strcmp(electronic[i], mezzo) == 0)
			return INVIO_IN_CORSO;
	return INVIO_INVIATO;
}

const char *
invio_dopo(const char *stato, const char *esito)
{
	static const struct {
		const char *stato, *esito, *dopo;
	} steps[] = {
		{ INVIO_IN_CORSO, "accettazione", INVIO_INVIATO },
		{ INVIO_IN_CORSO, "consegna", INVIO_CONSEGNATO },
		{ INVIO_IN_CORSO, "errore", INVIO_ERRORE },
		{ INVIO_INVIATO, "accettazione", INVIO_INVIATO },
		{ INVIO_INVIATO, "consegna", INVIO_CONSEGNATO },
		{ INVIO_INVIATO, "errore", INVIO_ERRORE },
		/* a first notice of failure of PEC may precede delivery, or
		 * another notice: DPR 68/2005 art. 8 */
		{ INVIO_ERRORE, "accettazione", INVIO_ERRORE },
		{ INVIO_ERRORE, "consegna", INVIO_CONSEGNATO },
		{ INVIO_ERRORE, "errore", INVIO_ERRORE },
		/* it came late, and says no more */
		{ INVIO_CONSEGNATO, "accettazione", INVIO_CONSEGNATO },
	};
	size_t i;

	for (i = 0; i < NELEM(steps); i++)
		if (strcmp(steps[i].stato, stato) == 0 &&
		    strcmp(steps[i].esito, esito) == 0)
			return steps[i].dopo;
	return NULL;
}

bool
invio_partito(const char *stato)
{
	return strcmp(stato, INVIO_INVIATO) == 0 ||
	    strcmp(stato, INVIO_CONSEGNATO) == 0;
}

static void
carry(struct arena *a, struct nodo *out, const struct nodo *in,
    const char *nome)
{
	nodo_elem_text(a, out, nome, nodo_value(a, in, nome));
}

struct nodo *
spedizione_make(struct arena *a, const struct nodo *in, int ordine,
    const int *destinatari, int n, const char *operatore, const char *ora)
{
	struct nodo *out = nodo_new(a, "spedizione");
	int i;

	carry(a, out, in, "protocollo");
	nodo_elem_printf(a, out, "ordine", "%d", ordine);
	carry(a, out, in, "mezzo");
	carry(a, out, in, "data");
	for (i = 0; i < n; i++)
		nodo_elem_printf(a, out, "destinatario", "%d", destinatari[i]);
	carry(a, out, in, "estremi");
	carry(a, out, in, "nota");
	nodo_elem_text(a, out, "operatore", operatore);
	nodo_elem_text(a, out, "ora", ora);
	return out;
}

struct nodo *
ricevuta_spedizione_make(struct arena *a, const struct nodo *in, int ordine,
    const char *operatore, const char *ora)
{
	struct nodo *out = nodo_new(a, "ricevuta-spedizione");
	const struct nodo *f = nodo_child(in, "file");

	carry(a, out, in, "protocollo");
	nodo_elem_printf(a, out, "ordine", "%d", ordine);
	carry(a, out, in, "destinatario");
	carry(a, out, in, "esito");
	carry(a, out, in, "data");
	carry(a, out, in, "estremi");
	if (f != NULL)
		nodo_add(out, nodo_copy(a, f));
	nodo_elem_text(a, out, "operatore", operatore);
	nodo_elem_text(a, out, "ora", ora);
	return out;
}
