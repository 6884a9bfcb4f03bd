/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisisci_ricevuta.c - keep what came back of a sending: accepted,
 * delivered, failed.
 *
 * Refuses: an addressee it was never sent to; a receipt that cannot follow
 * where the sending stands; a day in the future or before the sending.  Keeps:
 * the bytes of the receipt, untouched.  Norm: CAD artt. 45, 48; DPR 68/2005
 * art. 6.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/file_ricevuti.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/spedizione.h"
#include "registro/spedizione.h"
#include "registro/titolario.h"

#define ART45 "art. 45 CAD"

static void
check_files(struct op *op)
{
	if (op->n_file > 1)
		op_errore(op, "file", "troppi-file", ART45,
		    "una ricevuta alla volta: indica un solo file");
	if (op->n_file == 0 && nodo_child(op->in, "file") != NULL)
		op_errore(op, "file", "manca-file", ART45,
		    "l'istanza nomina un file: va dato insieme");
}

static void
check_step(struct op *op, const struct invio *i)
{
	const char *data = op_campo(op, "data");

	if (strcmp(data, op_oggi(op)) > 0)
		op_errore(op, "data", "data-futura", ART45,
		    "la data %s è nel futuro", data);
	if (strcmp(data, i->data) < 0)
		op_errore(op, "data", "data-precedente", ART45,
		    "è stata spedita il %s: la ricevuta non può venire prima",
		    i->data);
	if (invio_dopo(i->stato, op_campo(op, "esito")) != NULL)
		return;
	op_errore(op, "esito", "gia-consegnata", ART45,
	    "risulta già consegnata: guarda le ricevute con «mostra»");
}

static int
esamina(struct op *op)
{
	const char *who = op_campo(op, "destinatario");
	struct invio i;
	struct numero n;
	struct nodo *v;
	int r;

	if ((r = registrazione_in_chiaro(&v, &n, op)) != 0)
		return r;
	check_files(op);
	r = registro_invio(&i, op->a, op->st->registro, &n,
	    (int)strtol(who, NULL, 10));
	if (r == ERR_ABSENT)
		op_errore(op, "destinatario", "non-spedita", ART45, "%s: "
		    "prima si fa «spedisci»", err_msg());
	else if (r == 0)
		check_step(op, &i);
	return r == ERR_ABSENT ? 0 : r;
}

static int
prepara(struct op *op)
{
	int r;

	if (op->n_file == 0)
		return 0;
	r = file_prendi(op);
	return r != 0 ? r : esamina(op);
}

static int
applica(struct op *op)
{
	struct numero n;
	int r, before;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_seguiti(&before, op->st->registro, &n,
	    RICEVUTE)) != 0)
		return r;
	op->fatto = numero_text(op->a, &n);
	op_deposita(op, numero_folder(op->a, &n), numero_follow_path(op->a,
	    RICEVUTE, n.progressivo, before + 1), ricevuta_spedizione_make(
	    op->a, op->in, before + 1, op->utente, op->ora_iso));
	return 0;
}

const struct atto atto_acquisisci_ricevuta = {
	.nome = "acquisisci-ricevuta",
	.sommario = "conserva la ricevuta di una spedizione",
	.norma = "artt. 45 e 48 CAD",
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
