/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * adotta_massimario.c - for how long the body keeps what is closed, by class
 * and kind, from a file.
 *
 * Refuses: what the schema refuses; two rows for the same things; a permanent
 * row that has years; a class no titolario has; documents of a type there is
 * not; a table without a row for a class that cartelle or fascicoli have, or
 * for accessi that are no cartella.  Keeps: every table; the last one counts for
 * all that is closed, from now on.
 * Norm: DPR 445/2000 art. 68.
 */
#include <string.h>

#include "atti/ente/tabella.h"
#include "atti/table.h"
#include "base/buf.h"
#include "base/resource.h"
#include "documenti/massimario.h"
#include "registro/carte.h"
#include "registro/conservazione.h"

#define ART68 "art. 68 DPR 445/2000"

static int
check_classes(struct op *op, const struct massimario *m)
{
	const char *classe;
	int i, known;

	for (i = 0; i < m->n; i++) {
		if ((classe = m->righe[i].classifica) == NULL)
			continue;
		if ((known = registro_voce_nota(op->st->registro,
		    classe)) < 0)
			return known;
		if (known == 0)
			op_errore(op, "", "classe-ignota", ART68, "riga %d: "
			    "%s non è di nessun titolario adottato", i + 1,
			    classe);
	}
	return 0;
}

/* A type of the program, or one the body has adopted. */
static int
check_types(struct op *op, const struct massimario *m)
{
	const struct riga_massimario *row;
	struct tipo t;
	int r, i;

	for (i = 0; i < m->n; i++) {
		row = &m->righe[i];
		if (strcmp(row->cosa, MASSIMARIO_DOCUMENTO) != 0 ||
		    row->tipo == NULL || resource_find(arena_printf(op->a,
		    "schema/documenti/%s.xsd", row->tipo)) != NULL)
			continue;
		r = registro_tipo(&t, op->a, op->st->registro, row->tipo);
		if (r == ERR_ABSENT) {
			err_clear();
			op_errore(op, "", "tipo-ignoto", ART68, "riga %d: non "
			    "ci sono documenti di tipo «%s»: il tipo di ognuno "
			    "lo dice «mostra»", i + 1, row->tipo);
			r = 0;
		}
		if (r != 0)
			return r;
	}
	return 0;
}

/* ", fascicolo II/1 affare" */
static void
add_name(struct buf *out, const struct classe_in_uso *x)
{
	buf_printf(out, "%s%s", out->len > 0 ? ", " : "", x->cosa);
	if (x->classifica != NULL)
		buf_printf(out, " %s", x->classifica);
	if (x->tipo != NULL)
		buf_printf(out, " %s", x->tipo);
}

/* What nobody says how long to keep would wait for ever. */
static int
check_covered(struct op *op, const struct massimario *m)
{
	struct classe_in_uso *used;
	AUTO_BUF list = { 0 };
	int r, i, n;

	if ((r = registro_classi_in_uso(&used, &n, op->a,
	    op->st->registro)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if (massimario_riga(m, used[i].cosa, used[i].classifica,
		    used[i].tipo) == NULL)
			add_name(&list, &used[i]);
	if (list.len > 0)
		op_errore(op, "", "classe-scoperta", ART68, "ci sono cose di "
		    "cui questo massimario non ha righe: %s; aggiungile",
		    buf_str(&list));
	return 0;
}

static int
check(struct op *op, const struct nodo *doc)
{
	struct massimario m;
	int r;

	massimario_read(&m, op->a, doc);
	if ((r = check_classes(op, &m)) != 0 ||
	    (r = check_types(op, &m)) != 0)
		return r;
	return check_covered(op, &m);
}

static const struct adozione massimario = {
	.radice = "massimario",
	.percorso = MASSIMARIO_PERCORSO,
	.file = "il massimario, come ente/massimario.xml",
	.check = massimario_check,
	.confronta = check,
};

static int
esamina(struct op *op)
{
	return tabella_esamina(op, &massimario);
}

static int
prepara(struct op *op)
{
	return tabella_prepara(op, &massimario);
}

static int
applica(struct op *op)
{
	return tabella_applica(op, &massimario);
}

const struct atto atto_adotta_massimario = {
	.nome = "adotta-massimario",
	.sommario = "adotta il massimario: per quanto si conserva ciò che è chiuso",
	.norma = "art. 68 DPR 445/2000",
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
