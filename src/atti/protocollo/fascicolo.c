/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/protocollo/fascicolo.h"

static int
find_cartella(struct contenitore *out, struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct cartella c;
	int r;

	if ((r = registro_cartella(&c, op->a, op->st->registro, &occhio,
	    &out->n)) != 0)
		return r;
	out->classifica = c.classifica;
	out->ufficio = c.ufficio;
	out->responsabile = c.responsabile;
	out->chiuso = c.chiusa;
	out->livello = 1;
	out->di_un_caso = true;
	return 0;
}

static int
find_accesso(struct contenitore *out, struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct accesso acc;
	int r;

	if ((r = registro_accesso(&acc, op->a, op->st->registro, &occhio,
	    &out->n)) != 0)
		return r;
	out->classifica = acc.classifica;
	out->ufficio = acc.ufficio;
	out->responsabile = acc.responsabile;
	out->chiuso = acc.chiuso;
	out->livello = acc.livello;
	out->di_un_caso = true;
	return 0;
}

static int
find_fascicolo(struct contenitore *out, struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct fascicolo f;
	int r;

	if ((r = registro_fascicolo(&f, op->a, op->st->registro, &occhio,
	    &out->n)) != 0)
		return r;
	out->classifica = f.classifica;
	out->ufficio = f.ufficio;
	out->responsabile = f.responsabile;
	out->chiuso = f.chiuso;
	out->livello = f.livello;
	out->di_un_caso = f.cartella.progressivo != 0;
	return 0;
}

int
contenitore_find(struct contenitore *out, struct op *op, const char *numero)
{
	int r;

	if ((r = numero_parse(&out->n, numero)) != 0)
		return r;
	if (out->n.serie == SERIE_CARTELLA)
		return find_cartella(out, op);
	return out->n.serie == SERIE_ACCESSO ? find_accesso(out, op) :
	    find_fascicolo(out, op);
}
