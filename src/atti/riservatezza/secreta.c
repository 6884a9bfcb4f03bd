/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * secreta.c - seal a cartella: from now on it is there only for who answers
 * for it and for the readers named here, if their roles let them.  Done again,
 * it changes the readers.
 *
 * Refuses: an adoption without the provvedimento that orders it; a reader who
 * is no user in service.  Warns: who would no longer see it himself.  Keeps:
 * the accesso it was born of and the text of its registrations close with it;
 * nothing is taken away.  Norm: L. 184/1983 art. 28 (the old identity of who
 * was adopted); GDPR art. 32 (an address that must not be known).
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/riservatezza/misura.h"
#include "atti/table.h"

static int
check_readers(struct op *op, const struct misurato *caso)
{
	bool stays = strcmp(caso->responsabile, op_agente(op)) == 0;
	const struct nodo *l;
	const char *utente;
	int r;

	for (l = nodo_child(op->in, "lettore"); l; l = nodo_next(l, "lettore")) {
		utente = nodo_all_text(op->a, l);
		if ((r = misura_utente(op, "lettore", utente)) != 0)
			return r;
		if (strcmp(utente, op_agente(op)) == 0)
			stays = true;
	}
	if (!stays)
		op_avviso(op, "lettore", "fuori-dai-lettori", NULL, "non ne "
		    "rispondi e non sei fra i lettori: non la vedrai più; "
		    "aggiungi --lettore %s o conferma con --conferma "
		    "fuori-dai-lettori", op_agente(op));
	return 0;
}

static int
esamina(struct op *op)
{
	struct misurato caso;
	int r;

	if ((r = misura_find(&caso, op, "cartella")) != 0)
		return r;
	if (strcmp(op_campo(op, "motivo"), "adozione") == 0 &&
	    op_campo(op, "provvedimento") == NULL)
		op_errore(op, "provvedimento", "manca-provvedimento",
		    "art. 28 L. 184/1983", "per un'adozione serve il "
		    "provvedimento: scrivi --provvedimento con i suoi "
		    "estremi");
	return check_readers(op, &caso);
}

/* Where it stands; sealed already, the same document again. */
static int
place(struct luogo *out, struct nodo *doc, struct op *op,
    const struct misurato *caso)
{
	struct attuale at;
	int r;

	out->cartella = caso->folder;
	r = registro_secretazione(out, op->a, op->st->registro, &caso->n);
	if (r == ERR_ABSENT)
		return misura_percorso(&out->percorso, op, caso->folder,
		    DIR_SECRETAZIONI);
	if (r != 0 || (r = registro_attuale(&at, op->a, op->st->registro,
	    out->cartella, out->percorso)) != 0)
		return r;
	nodo_set(op->a, doc, "id", at.id);
	return 0;
}

static int
applica(struct op *op)
{
	struct nodo *n = nodo_new(op->a, "secretazione");
	struct misurato caso;
	const struct nodo *l;
	struct luogo at;
	int r;

	if ((r = misura_find(&caso, op, "cartella")) != 0 ||
	    (r = place(&at, n, op, &caso)) != 0)
		return r;
	nodo_elem_text(op->a, n, "motivo", op_campo(op, "motivo"));
	nodo_elem_text(op->a, n, "provvedimento",
	    op_campo(op, "provvedimento"));
	for (l = nodo_child(op->in, "lettore"); l; l = nodo_next(l, "lettore"))
		nodo_add(n, nodo_copy(op->a, l));
	nodo_elem_text(op->a, n, "nota", op_campo(op, "nota"));
	nodo_elem_text(op->a, n, "autore", op_agente(op));
	nodo_elem_text(op->a, n, "data", op_oggi(op));
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, at.cartella, at.percorso, n);
	return 0;
}

const struct atto atto_secreta = {
	.nome = "secreta",
	.sommario = "chiude una cartella a tutti, tranne il responsabile e pochi lettori",
	.norma = "art. 28 L. 184/1983",
	.esamina = esamina,
	.applica = applica,
};
