/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proponi.c - put a signed relazione "con esito" before the coordinator.
 *
 * Refuses: a relazione without outcome, one its author has not signed in its
 * present version, a cartella that waits for an earlier proposta.  Warns: an
 * oggetto that names the person, for it goes into the register.
 * Norm: Prato procedure, step 3; L.241/1990 art. 6.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/caso/passaggio.h"
#include "atti/firme/passi_firma.h"
#include "atti/table.h"
#include "documenti/cartella.h"
#include "documenti/proposta.h"
#include "registro/firme.h"

static int
check_relazione(struct op *op, const char *cartella)
{
	const char *path = op_campo(op, "relazione"), *tipo, *autore;
	struct attuale at;
	struct nodo *doc;
	int r;

	r = registro_attuale(&at, op->a, op->st->registro, cartella, path);
	if (r == ERR_ABSENT || (r == 0 && strcmp(at.tipo, "relazione") != 0)) {
		op_errore(op, "relazione", "non-relazione", NULL,
		    "%s non è una relazione di questa cartella", path);
		return 0;
	}
	if (r != 0 || (r = store_documento(&doc, op->a, op->st, cartella,
	    path)) != 0)
		return r;
	tipo = nodo_value(op->a, doc, "tipo");
	autore = nodo_value(op->a, doc, "autore");
	if (tipo == NULL || strcmp(tipo, "con-esito") != 0)
		op_errore(op, "relazione", "senza-esito", NULL,
		    "si propone con una relazione «con-esito»: questa è «%s»",
		    tipo != NULL ? tipo : "");
	if ((r = registro_firmata_da(NULL, op->a, op->st->registro, at.id,
	    at.impronta, autore != NULL ? autore : "")) < 0)
		return r;
	if (r == 0)
		op_errore(op, "relazione", "non-firmata", NULL, "la relazione "
		    "non è firmata da chi l'ha scritta: prima «firma»");
	return passi_firma_complete(op, "relazione", cartella, path,
	    "non-firmata");
}

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = passaggio_esamina(op, OGGETTO_CARTELLA, caso.c.stato,
	    NULL)) != 0)
		return r;
	if ((r = check_relazione(op, caso.folder)) != 0)
		return r;
	return caso_senza_nome(op, &caso, "oggetto", op_campo(op, "oggetto"));
}

static int
applica(struct op *op)
{
	struct proposta_relazione rel;
	struct attuale at;
	struct nodo *cover;
	struct caso caso;
	int r, count;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = registro_attuale(&at, op->a, op->st->registro, caso.folder,
	    op_campo(op, "relazione"))) != 0 ||
	    (r = registro_documenti(&count, op->st->registro, caso.folder,
	    "proposte")) != 0 ||
	    (r = passaggio_copertina(&cover, op, caso.folder,
	    OGGETTO_CARTELLA, NULL)) != 0)
		return r;
	rel = (struct proposta_relazione){ at.percorso, at.id, at.impronta };
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder,
	    ordinale_path(op->a, "proposte", count + 1, ".xml"),
	    proposta_make(op->a, op->in, &rel, op_agente(op), op_oggi(op)));
	op_deposita(op, caso.folder, CARTELLA_COPERTINA, cover);
	return 0;
}

const struct atto atto_proponi = {
	.nome = "proponi",
	.sommario = "propone al coordinatore l'esito di una relazione firmata",
	.norma = "art. 6 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};
