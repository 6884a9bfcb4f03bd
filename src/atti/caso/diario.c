/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * diario.c - the diary of a cartella as one page, newest first, each entry
 * with what corrects it.
 *
 * Refuses by "absent" what the user may not see.  Keeps: a private note is
 * there only for whom it opens to, and neither listed nor counted for others.
 * Norm: L. 241/1990 art. 22; GDPR art. 32.
 */
#include "registro/diario.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/caso/voci.h"
#include "atti/table.h"
#include "base/utf8.h"
#include "documenti/regole.h"
#include "xml/campi.h"

#define PAGINA 50		/* entries, when not said */
#define LETTE 100		/* looked at together */

struct pagina {
	struct numero n;
	struct scelta_diario scelta;
	char **parole;		/* each " word "; NULL: all entries */
	int limite, mostrate;
};

static int
esamina(struct op *op)
{
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0)
		return r;
	regola_ordine(&op->ril, op->in, "dal", "al");
	return 0;
}

/* " madre casa " -> " madre ", " casa " */
static int
split_words(char ***out, struct op *op)
{
	const char *v = op_campo(op, "parole"), *end;
	char *s, **list;
	int r, n = 0;

	*out = NULL;
	if (v == NULL)
		return 0;
	if ((r = utf8_words(&s, op->a, v)) != 0)
		return r;
	list = arena_alloc(op->a, (strlen(s) / 2 + 2) * sizeof *list);
	for (; s[0] == ' ' && s[1] != '\0'; s += end - s) {
		end = strchr(s + 1, ' ');
		list[n++] = arena_printf(op->a, "%.*s ", (int)(end - s), s);
	}
	*out = list;
	return 0;
}

/* What is read one after the other is no word together. */
static void
collect_text(struct buf *out, struct arena *a, const struct nodo *n)
{
	const struct nodo *c = nodo_child(n, NULL);

	if (c == NULL || prosa_blocco(n) || strcmp(n->nome, "cella") == 0) {
		buf_puts(out, nodo_all_text(a, n));
		buf_puts(out, "\n");
		return;
	}
	for (; c != NULL; c = nodo_next(c, NULL))
		collect_text(out, a, c);
}

/* All of them, in the entry or in what corrects it. */
static int
has_words(struct op *op, const struct nodo *voce, char *const *parole)
{
	AUTO_BUF all = { 0 };
	char *text;
	int r;

	if (parole == NULL)
		return 1;
	collect_text(&all, op->a, voce);
	if ((r = utf8_words(&text, op->a, buf_str(&all))) != 0)
		return r;
	for (; *parole != NULL; parole++)
		if (strstr(text, *parole) == NULL)
			return 0;
	return 1;
}

static int
show_entry(struct op *op, struct pagina *p, const struct voce *v)
{
	struct nodo *doc;
	int r;

	if ((r = voci_leggi(&doc, op, &p->n, v->percorso)) != 0)
		return r;
	if ((r = has_words(op, doc, p->parole)) != 1)
		return r;
	nodo_set(op->a, doc, "percorso", v->percorso);
	nodo_add(op->vista, doc);
	p->mostrate++;
	return 0;
}

/* From where the last page ended until this one is full. */
static int
fill(struct op *op, struct pagina *p)
{
	struct occhio occhio = op_occhio(op);
	const struct voce *last = NULL;
	struct voce *list;
	int r, i, n = LETTE;

	while (n == LETTE) {
		if ((r = registro_diario(&list, &n, op->a, op->st->registro,
		    &occhio, &p->n, &p->scelta, LETTE)) != 0)
			return r;
		for (i = 0; i < n; i++) {
			if (p->mostrate == p->limite) {
				/* a page has one at least */
				assert(last != NULL);
				nodo_set(op->a, op->vista, "continua",
				    arena_printf(op->a, "%s.%lld", last->data,
				    (long long)last->seq));
				return 0;
			}
			last = &list[i];
			if ((r = show_entry(op, p, last)) != 0)
				return r;
		}
		if (last != NULL) {
			p->scelta.prima_data = last->data;
			p->scelta.prima_seq = last->seq;
		}
	}
	return 0;
}

static int
applica(struct op *op)
{
	const char *limite = op_campo(op, "limite");
	const char *continua = op_campo(op, "continua");
	struct pagina p = { .limite = PAGINA, .scelta = {
	    .dal = op_campo(op, "dal"), .al = op_campo(op, "al"),
	    .tipo = op_campo(op, "tipo") } };
	struct occhio occhio = op_occhio(op);
	int r;

	if ((r = numero_parse(&p.n, op_campo(op, "riferimento"))) != 0 ||
	    (r = registro_vede(op->st->registro, &occhio, &p.n)) != 0 ||
	    (r = split_words(&p.parole, op)) != 0)
		return r;
	if (limite != NULL)
		p.limite = (int)strtol(limite, NULL, 10);
	if (continua != NULL) {
		p.scelta.prima_data = arena_strndup(op->a, continua,
		    GIORNO_LEN);
		p.scelta.prima_seq = strtoll(continua + GIORNO_LEN + 1, NULL,
		    10);
	}
	op->vista = nodo_new(op->a, "diario");
	nodo_set(op->a, op->vista, "riferimento", numero_text(op->a, &p.n));
	if ((r = caso_persona(op->vista, op, &p.n)) != 0)
		return r;
	return fill(op, &p);
}

const struct atto atto_diario = {
	.nome = "diario",
	.sommario = "il diario di una cartella, dalla voce più recente",
	.norma = "art. 22 L. 241/1990",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};
