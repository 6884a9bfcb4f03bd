/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavori.c - a worker with every job: the entry of cartella-operaio, and of
 * the tests, which are one program each.
 */
#include "worker/operaio.h"
#include "worker/worker.h"

const struct lavoro *const lavori_tutti[] = {
	&lavoro_istanza, &lavoro_documento, &lavoro_documenti, &lavoro_altrui,
	&lavoro_csv, &lavoro_foglio, &lavoro_modello, &lavoro_rientro, &lavoro_certificati,
	&lavoro_revoche, &lavoro_elenco, &lavoro_eml, &lavoro_pdf_testo,
	&lavoro_fascio, &lavoro_busta, &lavoro_convertitore, &lavoro_timbro,
	&lavoro_firme, &lavoro_openpgp, &lavoro_parola, NULL
};

_Noreturn void
worker_main(const char *nome)
{
	operaio_run(nome, lavori_tutti);
}
