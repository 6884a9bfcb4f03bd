/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/protocollo/classificare.h"

#include "base/buf.h"
#include "registro/titolario.h"

#define ART64 "art. 64 DPR 445/2000"

static int
tell_unknown(struct op *op, const char *path, const char *classifica,
    const struct titolario *t)
{
	const struct voce *near[SIMILI];
	struct voce *voci;
	AUTO_BUF list = { 0 };
	int r, i, n, found;

	if ((r = registro_titolario_voci(&voci, &n, op->a, op->st->registro,
	    t->numero)) != 0)
		return r;
	found = titolario_simili(near, classifica, voci, n);
	for (i = 0; i < found; i++)
		buf_printf(&list, "%s%s (%s)", i > 0 ? ", " : "",
		    near[i]->indice, near[i]->denominazione);
	op_errore(op, path, "classifica-ignota", ART64, "%s non è nel "
	    "titolario «%s»: forse %s; cercala per parola con «titolario "
	    "--parola»", classifica, t->nome, buf_str(&list));
	return 0;
}

int
classifica_check(struct op *op, const char *path, const char *classifica)
{
	struct registro *reg = op->st->registro;
	struct titolario t;
	const char *ignored;
	int r;

	if (classifica == NULL)
		return 0;
	r = registro_titolario(&t, op->a, reg, op_oggi(op));
	if (r != 0)
		return r == ERR_ABSENT ? 0 : r;
	r = registro_titolario_voce(&ignored, op->a, reg, t.numero, classifica);
	return r == ERR_ABSENT ? tell_unknown(op, path, classifica, &t) : r;
}

const char *
classifica_di(const struct op *op, const struct caso *caso)
{
	const char *classifica = op_campo(op, "classifica");

	return classifica != NULL ? classifica : caso->c.classifica;
}
