/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * repertoria.c - give a document its number in a repertory.
 *
 * Refuses: a repertory that does not exist or is closed, a date in the future,
 * a registration the user does not see, an empty file.  Keeps: numbers
 * without gaps within the year, of each repertory its own; the bytes as they
 * came.  Norm: DPR 445/2000 art. 53 c. 5.
 */
#include <string.h>

#include "atti/file_ricevuti.h"
#include "atti/table.h"
#include "documenti/repertorio.h"
#include "registro/repertori.h"

#define ART53 "art. 53 c. 5 DPR 445/2000"

static int
check_repertorio(struct op *op)
{
	const char *codice = op_campo(op, "repertorio"), *ignored;
	bool attivo;
	int r;

	r = registro_repertorio(&attivo, &ignored, op->a, op->st->registro,
	    codice);
	if (r == ERR_ABSENT) {
		op_errore(op, "repertorio", "repertorio-ignoto", ART53, "%s",
		    err_msg());
		return 0;
	}
	if (r == 0 && !attivo)
		op_errore(op, "repertorio", "repertorio-chiuso", ART53,
		    "il repertorio %s è chiuso", codice);
	return r;
}

static int
check_link(struct op *op)
{
	const char *protocollo = op_campo(op, "protocollo");
	struct occhio occhio = op_occhio(op);
	struct numero n;
	int r;

	if (protocollo == NULL)
		return 0;
	if ((r = numero_parse(&n, protocollo)) != 0)
		return r;
	r = registro_vede(op->st->registro, &occhio, &n);
	if (r != ERR_ABSENT)
		return r;
	op_errore(op, "protocollo", "protocollo-ignoto", NULL, "%s",
	    err_msg());
	return 0;
}

static int
esamina(struct op *op)
{
	const char *data = op_campo(op, "data-documento");
	char oggi[GIORNO_LEN + 1];
	int r;

	clock_day(oggi, op->ora != 0 ? op->ora : clock_now());
	if (data != NULL && strcmp(data, oggi) > 0)
		op_errore(op, "data-documento", "data-futura", ART53,
		    "la data %s è nel futuro", data);
	file_dichiarati(op);
	if (op_campo(op, "principale") == NULL && op->n_file == 0)
		op_avviso(op, "principale", "senza-documento", ART53, "non c'è "
		    "il documento: se è di carta, conferma con "
		    "--conferma senza-documento");
	if ((r = check_repertorio(op)) != 0)
		return r;
	return check_link(op);
}

static int
prepara(struct op *op)
{
	int r;

	if (op->n_file == 0)
		return 0;
	if ((r = file_ricevi(op)) != 0)
		return r;
	return esamina(op);
}

static int
applica(struct op *op)
{
	const char *codice = op_campo(op, "repertorio"), *ufficio;
	struct numero year = { SERIE_PROTOCOLLO, clock_year(op->ora), 0 };
	int r, n;

	if ((r = registro_repertorio_numero(&n, op->st->registro, codice,
	    year.anno)) != 0 || (r = registro_ufficio_di(&ufficio, op->a,
	    op->st->registro, op_agente(op))) != 0)
		return r;
	op->fatto = arena_printf(op->a, "%s %d/%04d", codice, n, year.anno);
	op_deposita(op, numero_folder(op->a, &year), voce_path(op->a, codice,
	    n), voce_make(op->a, op->in, year.anno, n, op->ora_iso,
	    op->utente, ufficio));
	return 0;
}

const struct atto atto_repertoria = {
	.nome = "repertoria",
	.sommario = "dà a un documento il numero in un repertorio",
	.norma = "art. 53 c. 5 DPR 445/2000",
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
