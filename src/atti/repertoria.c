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
#include <unistd.h>

#include "atti/table.h"
#include "base/utf8.h"
#include "documenti/registrazione.h"
#include "documenti/repertorio.h"
#include "documenti/tipo_file.h"
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
	/* the register only names bytes that it has seen */
	if (op_campo(op, "principale") != NULL && op->allegati == NULL)
		op_errore(op, "principale", "manca-file", ART53, "l'istanza "
		    "nomina un documento: il file va dato insieme");
	if (op_campo(op, "principale") == NULL && op->n_file == 0)
		op_avviso(op, "principale", "senza-documento", ART53, "non c'è "
		    "il documento: se è di carta, conferma con "
		    "--conferma senza-documento");
	if ((r = check_repertorio(op)) != 0)
		return r;
	return check_link(op);
}

/* ---- files ---- */

static int
take_file(struct op *op, const struct op_file *f, const char *elem)
{
	struct op_allegato *x;
	char first[16], *nome;
	ssize_t n;
	int r;

	if ((r = utf8_nfc(&nome, op->a, f->nome)) != 0 ||
	    (r = op_ricevi(&x, op, f->fd, nome)) != 0)
		return r;
	if (x->al.dimensione == 0)
		op_errore(op, elem, "file-vuoto", ART53,
		    "il file %s è vuoto: indica quello giusto", nome);
	n = pread(f->fd, first, sizeof first, 0);
	registrazione_file(op->a, op->in, elem, x->nome, x->al.impronta,
	    tipo_file(nome, first, n > 0 ? (size_t)n : 0), x->al.dimensione,
	    NULL);
	return 0;
}

static int
prepara(struct op *op)
{
	int r, i;

	for (i = 0; i < op->n_file; i++)
		if ((r = take_file(op, &op->file[i],
		    i == 0 ? "principale" : "allegato")) != 0)
			return r;
	return 0;
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
