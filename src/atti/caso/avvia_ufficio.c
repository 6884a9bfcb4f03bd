/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * avvia_ufficio.c - the office begins by itself, without an istanza or a
 * request.
 *
 * Refuses: a closed cartella, a beginning of tomorrow, one without reasons.
 * Norm: L. 241/1990 art. 2.
 */
#include "atti/caso/scrivere.h"
#include "atti/table.h"
#include "documenti/avvio_ufficio.h"

static const struct scrittura avvio = {
	.tipo = "avvio-ufficio",
	.che = "l'avvio d'ufficio",
	.dir = "istanze",
	.check = avvio_ufficio_check,
};

static int
esamina(struct op *op)
{
	int r = scrivere_esamina(op, &avvio);

	return r != 0 ? r : scrivere_protocollo(op);
}

static int
applica(struct op *op)
{
	return scrivere_applica(op, &avvio);
}

const struct atto atto_avvia_ufficio = {
	.nome = "avvia-ufficio",
	.sommario = "scrive perché l'ufficio agisce da sé, senza domanda né richiesta",
	.norma = "art. 2 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};
