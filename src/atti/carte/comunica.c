/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * comunica.c - a letter to a third party: made by a model, signed, registered
 * as uscita.
 *
 * Refuses: a closed cartella, an addressee who cannot be reached, or not by
 * that means, a signer without a key, a model that is not there, a field of it
 * without a value, words it has no place for.  Warns: a name of the scheda in the
 * oggetto (initials and code belong there).  Keeps: the signed bytes never
 * contain their own number.  Norm: DPR 445/2000 artt. 53, 55; GDPR art. 5.
 */
#include "atti/carte/missiva.h"
#include "atti/table.h"

static const char *
model(const struct op *op)
{
	const char *v = op_campo(op, "modello");

	return v != NULL ? v : MODELLO_COMUNICAZIONE;
}

static int
check_reference(struct op *op)
{
	const char *rif = op_campo(op, "riferimento");
	struct occhio occhio = op_occhio(op);
	struct numero n;
	int r;

	if (rif == NULL)
		return 0;
	if ((r = numero_parse(&n, rif)) != 0)
		return r;
	r = registro_vede(op->st->registro, &occhio, &n);
	if (r == ERR_ABSENT)
		op_errore(op, "riferimento", "riferimento-ignoto", NULL,
		    "il protocollo %s non c'è fra quelli che puoi vedere",
		    rif);
	return r == ERR_ABSENT ? 0 : r;
}

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = check_reference(op)) != 0 ||
	    (r = caso_senza_nome(op, &caso, "oggetto",
	    op_campo(op, "oggetto"))) != 0)
		return r;
	return missiva_esamina(op, &caso, model(op));
}

static struct missiva
letter(struct op *op, const struct caso *caso)
{
	return (struct missiva){
		.ufficio = caso->c.ufficio,
		.oggetto = op_campo(op, "oggetto"),
		.riferimento = op_campo(op, "riferimento"),
		.modello = model(op),
		.corpo = nodo_child(op->in, "testo"),
		.nome = "comunicazione",
	};
}

static int
prepara(struct op *op)
{
	struct carta *carta;
	struct missiva m;
	struct caso caso;
	int r;

	/* but for what the model asks of the case (carta_parti), only its
	 * office goes into the letter, and who writes is of that office: no
	 * op_dipende */
	if ((r = caso_find(&caso, op)) != 0)
		return r;
	m = letter(op, &caso);
	if ((r = missiva_prepara(&carta, op, &caso, &m)) != 0)
		return r < 0 ? r : 0;
	op->prep = carta;
	return 0;
}

static int
applica(struct op *op)
{
	const struct carta *carta = op->prep;
	const char *percorso;
	struct missiva m;
	struct numero prot;
	struct caso caso;
	int r;

	if (carta == NULL)
		return err_set(ERR_FAULT, "la lettera non è stata preparata");
	if ((r = caso_find(&caso, op)) != 0)
		return r;
	m = letter(op, &caso);
	return missiva_applica(&prot, &percorso, op, &caso, carta, &m);
}

const struct atto atto_comunica = {
	.nome = "comunica",
	.sommario = "scrive a un terzo: lettera firmata, protocollata in uscita",
	.norma = "artt. 53 e 55 DPR 445/2000",
	.flags = PROTOCOLLA | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
