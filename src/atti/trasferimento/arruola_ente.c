/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * arruola_ente.c - another body, and the OpenPGP key of its office's seal: from
 * now on what that key seals is believed to be of that body, and nothing else.
 *
 * Refuses: this body itself; a key whose fingerprint is not the one that was
 * had by another road; a key that was revoked, or is enrolled for somebody else
 * or here; a secret key, one that cannot sign.  Keeps: every enrolment.
 * Norm: CAD artt. 20, 47.
 */
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "atti/table.h"
#include "base/file.h"
#include "documenti/numero.h"
#include "firme/firme.h"
#include "registro/chiavi.h"
#include "registro/trasferimenti.h"

#define CHIAVE_MAX ((size_t)256 * 1024)		/* bytes of a key file */

struct prep {
	struct chiave chiave;
	const char *armatura;
	size_t n;		/* bytes of it */
};

/* ---- rules ---- */

static int
check_body(struct op *op)
{
	struct ente noi;
	int r = registro_ente(&noi, op->a, op->st->registro);

	if (r == 0 && strcasecmp(noi.codice_ipa, op_campo(op,
	    "codice-ipa")) == 0)
		op_errore(op, "codice-ipa", "ente-proprio", NULL, "%s è questo "
		    "ente: la chiave del suo sigillo si arruola con "
		    "«arruola-chiave»", noi.codice_ipa);
	return r;
}

/* Whoever seals for one body seals for no other. */
static int
check_others(struct op *op, const char *chiave)
{
	struct chiave_arruolata ours;
	struct altro_ente e;
	int r;

	r = registro_chiave_altrui(&e, op->a, op->st->registro, chiave);
	if (r == 0 && e.revocato != NULL)
		op_errore(op, "impronta-chiave", "chiave-revocata", NULL,
		    "questa chiave è stata revocata: ne serve una nuova");
	else if (r == 0 && strcasecmp(e.codice_ipa, op_campo(op,
	    "codice-ipa")) != 0)
		op_errore(op, "impronta-chiave", "chiave-altrui", NULL,
		    "questa chiave è già di %s", e.codice_ipa);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	r = registro_chiave_leggi(&ours, op->a, op->st->registro, chiave);
	if (r == 0)
		op_errore(op, "impronta-chiave", "chiave-altrui", NULL,
		    "questa chiave è arruolata qui, per %s", ours.utente !=
		    NULL ? ours.utente : "il sigillo dell'ufficio");
	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	return 0;
}

static int
esamina(struct op *op)
{
	const char *said = op_campo(op, "impronta-chiave");
	const struct prep *p = op->prep;
	int r;

	if ((r = check_body(op)) != 0 || (r = check_others(op, said)) != 0)
		return r;
	if (op->n_file != 1)
		op_errore(op, "", "manca-file", NULL, "serve un file: la "
		    "chiave pubblica del sigillo, come la dà l'altro ente");
	if (p != NULL && strcmp(p->chiave.impronta, said) != 0)
		op_errore(op, "impronta-chiave", "altra-chiave", NULL, "il "
		    "file è della chiave %s, non di quella detta: senti di "
		    "nuovo l'ente, e non usare il file finché le due non sono "
		    "uguali", p->chiave.impronta);
	return 0;
}

/* ---- the key ---- */

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	AUTO_BUF bytes = { 0 };
	AUTO_BUF armour = { 0 };
	int r;

	if (lseek(op->file[0].fd, 0, SEEK_SET) < 0)
		return err_sys("%s", op->file[0].nome);
	if ((r = file_read_fd(&bytes, op->file[0].fd, CHIAVE_MAX)) == 0)
		r = chiave_leggi(&p->chiave, &armour, op->a, bytes.data,
		    bytes.len);
	if (r == ERR_INVALID) {
		op_errore(op, "", "chiave", NULL, "%s", err_msg());
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	p->armatura = arena_memdup(op->a, armour.data, armour.len);
	p->n = armour.len;
	op->prep = p;
	return 0;
}

/* ---- effect ---- */

static struct nodo *
document(struct op *op, const struct chiave *c)
{
	static const char *const said[] = { "codice-ipa", "denominazione",
	    "impronta-chiave" };
	struct nodo *n = nodo_new(op->a, "ente-arruolato");
	size_t i;

	for (i = 0; i < NELEM(said); i++)
		nodo_elem_text(op->a, n, said[i], op_campo(op, said[i]));
	nodo_elem_text(op->a, n, "algoritmo", c->algoritmo);
	nodo_elem_text(op->a, n, "identita", c->identita);
	nodo_elem_text(op->a, n, "verificata", op_campo(op, "verificata"));
	nodo_elem_text(op->a, n, "nota", op_campo(op, "nota"));
	nodo_elem_text(op->a, n, "operatore", op->utente);
	nodo_elem_text(op->a, n, "arruolato", op->ora_iso);
	return n;
}

static int
applica(struct op *op)
{
	const char *codice = op_campo(op, "codice-ipa");
	const char *dir = altro_ente_dir(op->a, codice);
	const struct prep *p = op->prep;
	struct altro_ente before;
	int r, ordine = 1;

	if (p == NULL)
		return err_set(ERR_FAULT, "la chiave non è stata preparata");
	r = registro_altro_ente(&before, op->a, op->st->registro, codice);
	if (r == 0)
		ordine = before.ordine + 1;
	else if (r != ERR_ABSENT)
		return r;
	err_clear();
	op->fatto = codice;
	op_deposita(op, "ente", ordinale_path(op->a, dir, ordine, ".xml"),
	    document(op, &p->chiave));
	op_deposita_bytes(op, "ente", ordinale_path(op->a, dir, ordine,
	    ".asc"), p->armatura, p->n);
	return 0;
}

const struct atto atto_arruola_ente = {
	.nome = "arruola-ente",
	.sommario = "dice con quale chiave sigilla un altro ente, e che gli si crede",
	.norma = "artt. 20, 47 CAD",
	.flags = PERSONALE | FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
