/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * arruola_chiave.c - tie an OpenPGP public key to a user.
 *
 * Refuses: a secret key, a key of somebody else, one that cannot sign.
 * Keeps: the key itself in ente/, so that a signature can be checked in forty
 * years.  Norm: CAD art. 20 (an OpenPGP signature is freely assessable).
 */
#include <string.h>

#include "atti/table.h"
#include "base/file.h"
#include "firme/firme.h"

#define CHIAVE_MAX ((size_t)256 * 1024)		/* bytes of a key file */

struct prep {
	struct chiave chiave;
	struct buf armatura;
};

static int
esamina(struct op *op)
{
	const struct prep *p = op->prep;
	const char *utente = op_campo(op, "utente"), *owner;
	struct utente u;
	int r;

	r = registro_utente(&u, op->a, op->st->registro, utente);
	if (r == ERR_ABSENT)
		op_errore(op, "utente", "utente-ignoto", NULL,
		    "l'utente %s non esiste: prima lo si nomina", utente);
	else if (r != 0)
		return r;
	if (op->n_file != 1)
		op_errore(op, "", "manca-file", NULL,
		    "serve un file, la chiave pubblica esportata con "
		    "«gpg --armor --export»");
	if (p == NULL)
		return 0;
	r = registro_chiave(&owner, op->a, op->st->registro,
	    p->chiave.impronta);
	if (r == 0 && strcmp(owner, utente) != 0)
		op_errore(op, "", "chiave-altrui", NULL,
		    "la chiave è già arruolata per %s", owner);
	return r == ERR_ABSENT ? 0 : r;
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	AUTO(portachiavi) ring = NULL;
	AUTO_BUF bytes = { 0 };
	AUTO_BUF armour = { 0 };
	int r;

	if ((r = file_read_fd(&bytes, op->file[0].fd, CHIAVE_MAX)) != 0 ||
	    (r = firme_init()) != 0 ||
	    (r = portachiavi_temporary(&ring)) != 0)
		return r;
	r = chiave_import(&p->chiave, op->a, ring, bytes.data, bytes.len);
	if (r == ERR_INVALID) {
		op_errore(op, "", "chiave", NULL, "%s", err_msg());
		return 0;
	}
	if (r != 0 ||
	    (r = chiave_export(&armour, ring, p->chiave.impronta)) != 0)
		return r;
	if (!p->chiave.puo_firmare)
		op_errore(op, "", "chiave", NULL,
		    "la chiave non può firmare: è scaduta, revocata o di solo "
		    "cifratura");
	p->armatura.data = arena_memdup(op->a, armour.data, armour.len);
	p->armatura.len = armour.len;
	op->prep = p;
	return 0;
}

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	struct nodo *n = nodo_new(op->a, "chiave");
	char ora[ORA_LEN + 1];
	const char *stem;

	if (p == NULL)
		return err_set(ERR_FAULT, "la chiave non è stata preparata");
	nodo_elem_text(op->a, n, "utente", op_campo(op, "utente"));
	nodo_elem_text(op->a, n, "impronta-chiave", p->chiave.impronta);
	nodo_elem_text(op->a, n, "algoritmo", p->chiave.algoritmo);
	nodo_elem_text(op->a, n, "identita", p->chiave.identita);
	clock_iso(ora, p->chiave.creata);
	nodo_elem_text(op->a, n, "creata", ora);
	if (p->chiave.scade != 0) {
		clock_iso(ora, p->chiave.scade);
		nodo_elem_text(op->a, n, "scade", ora);
	}
	nodo_elem_text(op->a, n, "arruolata", op->ora_iso);
	op->fatto = op_campo(op, "utente");
	stem = arena_printf(op->a, "chiavi/%s", p->chiave.impronta);
	op_deposita(op, "ente", arena_printf(op->a, "%s.xml", stem), n);
	op_deposita_bytes(op, "ente", arena_printf(op->a, "%s.asc", stem),
	    p->armatura.data, p->armatura.len);
	return 0;
}

const struct atto atto_arruola_chiave = {
	.nome = "arruola-chiave",
	.sommario = "lega a un utente la chiave con cui firmerà",
	.norma = "art. 20 CAD",
	.flags = PERSONALE | FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
