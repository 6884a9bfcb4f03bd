/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * adotta_termini.c - the table of terms of the body, from a file: how long,
 * by which law, what starts, suspends and answers each; patron's day and days
 * of closure.
 *
 * Refuses: what the schema refuses, and a table that contradicts itself.
 * Warns: a term that somebody waits for and the new table has no more.  Keeps:
 * every table; a term already begun is counted by the one it began with.
 * Norm: L. 241/1990 art. 2.
 */
#include <string.h>

#include "atti/ente/tabella.h"
#include "atti/table.h"
#include "documenti/termini.h"
#include "registro/termini.h"

/* Keys that lose the documents that answer them. */
static int
check_lost(struct op *op, const struct nodo *doc)
{
	const struct termini *now;
	AUTO_BUF list = { 0 };
	struct termini t;
	int r, i;

	r = registro_tabella_termini(&now, op->st->registro);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	termini_read(&t, op->a, doc);
	for (i = 0; i < now->n; i++)
		if (termini_regola(&t, now->regole[i].chiave) == NULL)
			buf_printf(&list, "%s%s", list.len > 0 ? ", " : "",
			    now->regole[i].chiave);
	if (list.len > 0)
		op_avviso(op, "", "termini-tolti", "art. 2 L. 241/1990",
		    "questa tabella non ha più: %s; a quelli in corso si "
		    "potrà rispondere solo con «rispondi-termine»; se va "
		    "bene, conferma con --conferma termini-tolti",
		    buf_str(&list));
	return 0;
}

static const struct adozione termini = {
	.radice = "termini",
	.percorso = TERMINI_PERCORSO,
	.file = "la tabella dei termini, come ente/termini.xml",
	.check = termini_check,
	.confronta = check_lost,
};

static int
esamina(struct op *op)
{
	return tabella_esamina(op, &termini);
}

static int
prepara(struct op *op)
{
	return tabella_prepara(op, &termini);
}

static int
applica(struct op *op)
{
	return tabella_applica(op, &termini);
}

const struct atto atto_adotta_termini = {
	.nome = "adotta-termini",
	.sommario = "adotta la tabella dei termini, da un file",
	.norma = "art. 2 L. 241/1990",
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
