/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modelli_attesa.c - stands in for what resa/modello.h promises until it is
 * merged; goes with it.
 */
#include "resa/modello.h"

#include "worker/worker.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"
#define ATTESA __attribute__((weak))

ATTESA int
modello_spedito(const struct buf **bytes, const char *nome)
{
	return err_set(ERR_ABSENT, "non c'è il modello «%s»", nome);
}

ATTESA int
modello_spediti(struct nodo **out, struct arena *a)
{
	*out = nodo_new(a, "modelli");
	return 0;
}

ATTESA int
modello_scheda(struct nodo **out, struct arena *a, const void *modello,
    size_t n)
{
	*out = nodo_new(a, "modello");
	return 0;
}

ATTESA int
dizionario_di(struct nodo **out, struct arena *a, const char *carta)
{
	return err_set(ERR_ABSENT, "non c'è la carta «%s»", carta);
}

ATTESA int
dizionario_carte(const char *const **out, struct arena *a)
{
	static const char *const none[] = { NULL };

	*out = none;
	return 0;
}

ATTESA int
worker_modello(struct buf *odt, struct nodo **scheda, struct rilievi *ril,
    struct arena *a, const void *bytes, size_t n,
    const struct nodo *dizionario, const char *titolo)
{
	return err_set(ERR_FAULT, "non ancora");
}
