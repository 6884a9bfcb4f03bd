/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * titolario.c - look at the plan of classification, whole or by word, as it is
 * or as it was on a day.
 *
 * Refuses: a day on which none was in force; words no voce has.
 * Norm: DPR 445/2000 art. 64.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "base/utf8.h"
#include "registro/titolario.h"

/* Has the text each of these words, or one that begins with it? */
static int
has_words(struct op *op, const char *text, const char *words)
{
	const char *s, *end;
	char *in;
	int r;

	if ((r = utf8_words(&in, op->a, text)) != 0)
		return r;
	for (s = words; (end = strchr(s + 1, ' ')) != NULL; s = end)
		if (strstr(in, arena_strndup(op->a, s,
		    (size_t)(end - s))) == NULL)
			return 0;
	return 1;
}

/* Is `above` the titolo or the classe of indice, or indice itself? */
static bool
leads_to(const char *above, const char *indice)
{
	size_t n = strlen(above);

	return strncmp(above, indice, n) == 0 &&
	    (indice[n] == '\0' || indice[n] == '/');
}

static void
show(struct op *op, const struct voce *v)
{
	struct nodo *x = nodo_elem(op->a, op->vista, "voce");

	nodo_set(op->a, x, "indice", v->indice);
	nodo_text(op->a, x, v->denominazione);
}

/* Those found, each below what it belongs to. */
static int
show_found(struct op *op, const struct voce *voci, int n, const char *words)
{
	bool *found = arena_alloc(op->a, ((size_t)n + 1) * sizeof *found);
	int i, k, r, last = -1;

	for (i = 0; i < n; i++) {
		if ((r = has_words(op, voci[i].denominazione, words)) < 0)
			return r;
		if (r == 0)
			continue;
		for (k = 0; k <= i; k++)
			if (leads_to(voci[k].indice, voci[i].indice))
				found[k] = true;
		last = i;
	}
	for (i = 0; i <= last; i++)
		if (found[i])
			show(op, &voci[i]);
	return last >= 0 ? 0 : err_set(ERR_ABSENT, "nessuna voce del "
	    "titolario ha «%s»: prova con una parola sola, o con il suo "
	    "inizio", op_campo(op, "parola"));
}

static int
show_voci(struct op *op, int titolario)
{
	const char *parola = op_campo(op, "parola");
	struct voce *voci;
	char *words;
	int r, i, n;

	if ((r = registro_titolario_voci(&voci, &n, op->a, op->st->registro,
	    titolario)) != 0)
		return r;
	if (parola == NULL) {
		for (i = 0; i < n; i++)
			show(op, &voci[i]);
		return 0;
	}
	if ((r = utf8_words(&words, op->a, parola)) != 0)
		return r;
	return show_found(op, voci, n, words);
}

static int
applica(struct op *op)
{
	const char *al = op_campo(op, "al");
	struct titolario t;
	int r;

	if ((r = registro_titolario(&t, op->a, op->st->registro,
	    al != NULL ? al : op_oggi(op))) != 0)
		return r;
	op->vista = nodo_new(op->a, "titolario");
	nodo_elem_text(op->a, op->vista, "nome", t.nome);
	nodo_elem_text(op->a, op->vista, "valido-dal", t.valido_dal);
	nodo_elem_text(op->a, op->vista, "sostituito", t.sostituito);
	nodo_elem_text(op->a, op->vista, "provvedimento", t.provvedimento);
	return show_voci(op, t.numero);
}

const struct atto atto_titolario = {
	.nome = "titolario",
	.sommario = "il titolario di classificazione, tutto o per parola",
	.norma = "art. 64 DPR 445/2000",
	.flags = LETTURA,
	.applica = applica,
};
