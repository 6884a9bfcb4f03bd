/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavori_leggeri.c - a worker with the jobs every command needs: the entry of
 * cartella-lettore.  Those on messages and PDFs are left to cartella-operaio.
 */
#include "worker/operaio.h"
#include "worker/worker.h"

const struct lavoro *const lavori_leggeri[] = {
	&lavoro_istanza, &lavoro_documento, &lavoro_documenti, &lavoro_altrui,
	&lavoro_csv, &lavoro_foglio, &lavoro_modello, &lavoro_rientro, &lavoro_certificati,
	&lavoro_revoche, &lavoro_elenco, NULL
};

_Noreturn void
worker_main_leggero(const char *nome)
{
	operaio_run(nome, lavori_leggeri);
}
