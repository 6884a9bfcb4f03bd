/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registra.c - give a document its place in the register.
 *
 * Refuses: what art. 53 wants and is not there; a main document and attachments
 * that are not the files given.  Warns: the same document, or the same
 * sender's protocol, registered before.  Keeps: numbers without gaps within
 * the year; the received bytes untouched, read in a cage when they are a
 * message.  Norm: DPR 445/2000 artt. 53, 55, 56, 57.
 */
#include <string.h>

#include "atti/file_ricevuti.h"
#include "atti/protocolla.h"
#include "atti/table.h"
#include "documenti/registrazione.h"

#define ART53 "art. 53 DPR 445/2000"

/* ---- rules ---- */

static void
tell_earlier(struct op *op, const char *path, const char *codice,
    const struct numero *n, const char *what)
{
	op_avviso(op, path, codice, ART53, "%s è già registrato con il numero "
	    "%s: se va registrato lo stesso, conferma con --conferma %s",
	    what, numero_text(op->a, n), codice);
}

static int
check_earlier(struct op *op)
{
	const char *impronta = op_campo(op, "principale/impronta");
	const char *numero = op_campo(op, "protocollo-mittente/numero");
	const char *mittente = op_campo(op, "mittente/denominazione");
	struct registro *reg = op->st->registro;
	struct numero n;
	int r = ERR_ABSENT;

	if (impronta != NULL)
		r = registro_doppione_file(&n, reg, impronta,
		    op_campo(op, "flusso"));
	if (r == 0)
		tell_earlier(op, "principale", "doppione", &n,
		    "questo documento");
	if (r != 0 && r != ERR_ABSENT)
		return r;
	if (numero == NULL || mittente == NULL)
		return 0;
	r = registro_doppione_mittente(&n, reg, numero, mittente,
	    op_campo(op, "protocollo-mittente/data"));
	if (r == 0)
		tell_earlier(op, "protocollo-mittente", "doppione-mittente", &n,
		    "il protocollo del mittente");
	return r == ERR_ABSENT ? 0 : r;
}

static int
esamina(struct op *op)
{
	char oggi[GIORNO_LEN + 1];

	clock_day(oggi, op->ora != 0 ? op->ora : clock_now());
	/* the data of the files come with prepara */
	if (op->n_file == 0 || op->allegati != NULL)
		registrazione_check(&op->ril, op->in, oggi);
	file_dichiarati(op);
	return check_earlier(op);
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

/* ---- effect ---- */

static int
applica(struct op *op)
{
	struct numero n;
	int r;

	if ((r = protocolla_numero(&n, op)) != 0)
		return r;
	protocolla(op, &n, op->in);
	return 0;
}

const struct atto atto_registra = {
	.nome = "registra",
	.sommario = "registra un documento e gli dà il numero di protocollo",
	.norma = "artt. 53, 55 e 56 DPR 445/2000",
	.flags = PROTOCOLLA | FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
