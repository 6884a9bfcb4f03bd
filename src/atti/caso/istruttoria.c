/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * istruttoria.c - the state of an inquiry, read from its documents: they stand
 * in order in istruttoria/, each inquiry behind the one before.
 */
#include "atti/caso/istruttoria.h"

#include <string.h>

#include "documenti/cartella.h"

/* ---- what was done ---- */

/* One step back: 1 when the inquiry is at its beginning. */
static int
look(struct istruttoria *out, struct op *op, const struct caso *caso,
    const char *path)
{
	struct nodo *doc;
	int r;

	if ((r = store_documento(&doc, op->a, op->st, caso->folder,
	    path)) != 0)
		return r;
	if (strcmp(doc->nome, "osservazioni") == 0)
		out->osservazioni++;
	if (strcmp(doc->nome, "preavviso") == 0) {
		out->preavviso = path;
		out->preavviso_doc = doc;
	}
	if (strcmp(doc->nome, "istruttoria") != 0)
		return 0;
	out->percorso = path;
	out->doc = doc;
	return 1;
}

int
istruttoria_leggi(struct istruttoria *out, struct op *op,
    const struct caso *caso)
{
	struct registro *reg = op->st->registro;
	int r, proposte, n, i;

	memset(out, 0, sizeof *out);
	if ((r = registro_documenti(&proposte, reg, caso->folder,
	    "proposte")) != 0 ||
	    (r = registro_documenti(&n, reg, caso->folder,
	    "istruttoria")) != 0)
		return r;
	if (proposte == 0)
		return 0;
	out->proposta = ordinale_path(op->a, "proposte", proposte, ".xml");
	out->prossima = n + 1;
	for (i = n, r = 0; i > 0 && r == 0; i--)
		r = look(out, op, caso, ordinale_path(op->a, "istruttoria", i,
		    ".xml"));
	if (r < 0)
		return r;
	/* the last one may be of a proposta answered before this one */
	if (out->doc != NULL && strcmp(nodo_value(op->a, out->doc, "proposta"),
	    out->proposta) != 0)
		*out = (struct istruttoria){ .proposta = out->proposta,
		    .prossima = out->prossima };
	return 0;
}

int
istruttoria_avviata(struct istruttoria *out, struct op *op,
    const struct caso *caso)
{
	int r;

	memset(out, 0, sizeof *out);
	/* the state has its own rilievo already */
	if (op->ril.errori > 0)
		return 0;
	if ((r = istruttoria_leggi(out, op, caso)) != 0)
		return r;
	if (out->percorso == NULL)
		op_errore(op, "cartella", "istruttoria-non-avviata",
		    "art. 8 L. 241/1990", "l'istruttoria %s%s non è "
		    "cominciata: prima «avvia-istruttoria»",
		    out->proposta != NULL ? "della proposta " : "",
		    out->proposta != NULL ? out->proposta : "");
	return 0;
}

/* ---- words ---- */

int
utente_in_parole(const char **out, struct op *op, const char *utente)
{
	struct utente u;
	int r;

	if ((r = registro_utente(&u, op->a, op->st->registro, utente)) != 0)
		return r;
	*out = arena_printf(op->a, "%s %s%s%s", u.nome, u.cognome,
	    u.qualifica != NULL ? ", " : "",
	    u.qualifica != NULL ? u.qualifica : "");
	return 0;
}

int
istruttoria_carta(struct nodo **out, struct op *op, const struct nodo *doc)
{
	struct registro *reg = op->st->registro;
	struct avviso av = { 0 };
	struct ente ente;
	int r;

	if ((r = registro_ente(&ente, op->a, reg)) != 0 ||
	    (r = registro_ufficio(&av.ufficio, op->a, reg, nodo_value(op->a,
	    doc, "ufficio"))) != 0 ||
	    (r = utente_in_parole(&av.responsabile, op, nodo_value(op->a, doc,
	    "responsabile"))) != 0)
		return r;
	av.pec = ente.pec;
	*out = istruttoria_in_carta(op->a, doc, &av);
	return 0;
}
