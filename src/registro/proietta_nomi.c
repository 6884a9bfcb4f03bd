/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_nomi.c - copies of papers added to a registration; the names of
 * the people of a cartella, as words to compare.
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "registro/ricerca.h"

int
proietta_copia_acquisita(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *ordine = dato(a, doc, "ordine");
	const struct nodo *f;
	struct numero n;
	int e, parte = 0;

	if (ordine == NULL)
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, doc, "protocollo")) != 0)
		return e;
	for (f = nodo_child(doc, "file"); f != NULL; f = nodo_next(f, "file"))
		if ((e = db_run(r->db, Q_COPIA_ADD, "ddsdsssssssi", n.anno,
		    n.progressivo, ordine, ++parte, DATO(a, f, "nome"),
		    DATO(a, f, "impronta"), DATO(a, f, "tipo"),
		    DATO(a, f, "dimensione"), DATO(a, doc, "conformita"),
		    DATO(a, doc, "operatore"), DATO(a, doc, "ora"),
		    p->seq)) != 0)
			return e;
	return ricerca_rinnova(r, &n);
}

/* " d angelo maria " -> "d" */
static char *
first_word(struct arena *a, const char *words)
{
	const char *end = words[0] != '\0' ? strchr(words + 1, ' ') : NULL;

	return end == NULL ? arena_strdup(a, "") :
	    arena_strndup(a, words + 1, (size_t)(end - words - 1));
}

static int
add_name(struct registro *r, struct arena *a, const struct posizione *p,
    int ordine, const char *cognome, const char *nome)
{
	char *c, *n;
	int e;

	if (cognome == NULL || nome == NULL)
		return 0;
	if ((e = utf8_words(&c, a, cognome)) != 0 ||
	    (e = utf8_words(&n, a, nome)) != 0)
		return e;
	/* of several given names people write the first */
	n = arena_printf(a, " %s ", first_word(a, n));
	return db_run(r->db, Q_NOME_ADD, "ssdsss", p->cartella, p->percorso,
	    ordine, first_word(a, c), c, n);
}

int
proietta_scheda(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	int e;

	if ((e = db_run(r->db, Q_NOME_TOGLI, "ss", p->cartella,
	    p->percorso)) != 0)
		return e;
	if ((e = add_name(r, a, p, 1, DATO(a, doc, "anagrafica/cognome"),
	    DATO(a, doc, "anagrafica/nome"))) != 0)
		return e;
	return persone_della_scheda(r, a, p, doc);
}

int
proietta_stato_di_famiglia(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *c;
	int e, ordine = 0;

	if ((e = db_run(r->db, Q_NOME_TOGLI, "ss", p->cartella,
	    p->percorso)) != 0)
		return e;
	for (c = nodo_child(doc, "componente"); c != NULL;
	    c = nodo_next(c, "componente"))
		if ((e = add_name(r, a, p, ++ordine, DATO(a, c, "cognome"),
		    DATO(a, c, "nome"))) != 0)
			return e;
	return persone_della_famiglia(r, a, p, doc);
}
