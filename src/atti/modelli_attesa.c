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
worker_modello(struct buf *odt, struct nodo **scheda, struct rilievi *ril,
    struct arena *a, const void *bytes, size_t n,
    const struct nodo *dizionario, const char *titolo)
{
	return err_set(ERR_FAULT, "non ancora");
}
