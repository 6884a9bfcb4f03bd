/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * raccogli_liberatoria.c - keep a signed liberatoria: to record data, or to
 * work with other services.
 *
 * Refuses: a closed cartella, a signature of tomorrow, an end before it; the
 * number of a registration the operator cannot read.  It is no consent: the
 * service acts by public duty.  Norm: GDPR art. 6 (1)(e), art. 13.
 */
#include "atti/caso/scrivere.h"
#include "atti/table.h"
#include "documenti/liberatoria.h"

static const struct scrittura liberatoria = {
	.tipo = "liberatoria",
	.che = "la liberatoria",
	.dir = "liberatorie",
	.senza_autore = true,
	.check = liberatoria_check,
};

static int
esamina(struct op *op)
{
	int r = scrivere_esamina(op, &liberatoria);

	return r != 0 ? r : scrivere_protocollo(op);
}

static int
applica(struct op *op)
{
	return scrivere_applica(op, &liberatoria);
}

const struct atto atto_raccogli_liberatoria = {
	.nome = "raccogli-liberatoria",
	.sommario = "conserva una liberatoria firmata, per registrare i dati o lavorare in rete",
	.norma = "art. 6(1)(e) e art. 13 GDPR",
	.esamina = esamina,
	.applica = applica,
};
