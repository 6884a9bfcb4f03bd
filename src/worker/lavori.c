/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavori.c - a worker with every job: the entry of cartella-operaio, and of
 * the tests, which are one program each.
 */
#include "worker/operaio.h"
#include "worker/worker.h"

_Noreturn void
worker_main(const char *nome)
{
	static const struct lavoro *const tutti[] = { &lavoro_istanza,
	    &lavoro_documento, &lavoro_documenti, &lavoro_altrui, &lavoro_csv, &lavoro_foglio,
	    &lavoro_modello, &lavoro_rientro,
	    &lavoro_certificati,
	    &lavoro_revoche,
	    &lavoro_elenco,
	    &lavoro_eml, &lavoro_pdf_testo, &lavoro_fascio, &lavoro_busta,
	    &lavoro_convertitore, &lavoro_timbro, &lavoro_firme,
	    &lavoro_openpgp, &lavoro_parola, NULL };

	operaio_run(nome, tutti);
}
