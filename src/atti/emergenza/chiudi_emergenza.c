/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiudi_emergenza.c - bring the rows of a kit into the register.
 *
 * Refuses: a kit that is not the one given out, is not sealed, was altered, or
 * came back before.  Keeps: each row in its order, with an ordinary number of
 * today tied for ever to its emergency one; attachments with their impronta;
 * the chain of the kit, filed; all of it in one act.
 * Norm: DPR 445/2000 art. 63.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/emergenza/kit.h"
#include "atti/emergenza/rientro.h"
#include "atti/protocollo/esterno.h"
#include "atti/protocollo/protocolla.h"
#include "atti/table.h"
#include "documenti/registrazione.h"
#include "registro/emergenza.h"

struct prep {
	struct rientro r;
	const struct op_allegato *fascicolo;
};

/* ---- rules ---- */

/* "0000004/2026 - 0000006/2026": what the rows of a kit were given. */
static const char *
numbers_of(struct op *op, const struct nodo *kit)
{
	const char *path = nodo_value(op->a, kit, "esito/rientro");
	const char *ora = nodo_value(op->a, kit, "esito/ora");
	const struct nodo *riga, *first, *last = NULL;
	struct nodo *doc;

	if (store_documento(&doc, op->a, op->st, arena_printf(op->a,
	    "registro/%.4s.git", ora), path) != 0)
		return "";
	first = nodo_child(doc, "riga");
	for (riga = first; riga != NULL; riga = nodo_next(riga, "riga"))
		last = riga;
	if (first == NULL)
		return ", senza registrazioni";
	return arena_printf(op->a, ", con i numeri da %s a %s",
	    nodo_attr(first, "protocollo"), nodo_attr(last, "protocollo"));
}

/* Is it the kit that is out?  *out is its document here; NULL: a rilievo says
 * why not. */
static int
check_kit(struct nodo **out, struct op *op, const struct rientro *r)
{
	const char *stato;
	int e;

	*out = NULL;
	e = kit_di_codice(out, op->a, op->st,
	    nodo_value(op->a, r->kit, "codice"));
	if (e == ERR_ABSENT) {
		err_clear();
		op_errore(op, "", "kit-estraneo", EMERGENZA_ART63,
		    "questo kit non è stato preparato da questo registro");
		return 0;
	}
	if (e != 0)
		return e;
	stato = nodo_value(op->a, *out, "stato");
	if (strcmp(stato, "rientrato") == 0)
		op_errore(op, "", "gia-rientrato", EMERGENZA_ART63, "questo "
		    "kit è già rientrato il %.10s%s", nodo_value(op->a, *out,
		    "esito/ora"), numbers_of(op, *out));
	else if (strcmp(stato, "annullato") == 0)
		op_errore(op, "", "kit-annullato", EMERGENZA_ART63, "questo "
		    "kit è stato annullato il %.10s: le sue registrazioni si "
		    "fanno una per una con «registra», e nell'oggetto il loro "
		    "numero di emergenza", nodo_value(op->a, *out,
		    "esito/ora"));
	if (op->ril.errori > 0)
		*out = NULL;
	return 0;
}

static int
esamina(struct op *op)
{
	const struct prep *p = op->prep;
	struct nodo *ignored;

	if (op->n_file != 1)
		op_errore(op, "", "manca-kit", EMERGENZA_ART63, "serve una "
		    "directory: quella del kit, sigillato");
	if (p == NULL)
		return 0;
	return check_kit(&ignored, op, &p->r);
}

/* ---- the kit ---- */

static bool
received(const struct op *op, const char *impronta)
{
	const struct op_allegato *x;

	for (x = op->allegati; x != NULL; x = x->succ)
		if (strcmp(x->al.impronta, impronta) == 0)
			return true;
	return false;
}

/* The bytes of <principale> or <allegato>: those of their impronta. */
static int
take_file(struct op *op, const struct rientro *r, const struct nodo *riga,
    const struct nodo *f)
{
	const char *impronta = nodo_value(op->a, f, "impronta");
	const char *size = nodo_value(op->a, f, "dimensione");
	struct op_allegato *x;
	AUTO_FD int fd = -1;
	int e;

	if (received(op, impronta))
		return 0;
	if ((e = rientro_allegato(&fd, r, riga, impronta)) != 0 ||
	    (e = op_ricevi(&x, op, fd, nodo_value(op->a, f, "nome"))) != 0)
		return e;
	if (strcmp(x->al.impronta, impronta) != 0 ||
	    x->al.dimensione != strtoll(size, NULL, 10))
		return err_set(ERR_INVALID, "l'allegato %s di %s è stato "
		    "modificato", impronta, nodo_value(op->a, riga, "numero"));
	return 0;
}

static int
take_files(struct op *op, const struct rientro *r)
{
	static const char *const elementi[] = { "principale", "allegato" };
	const struct nodo *f;
	size_t k;
	int e, i;

	for (i = 0; i < r->n_righe; i++)
		for (k = 0; k < NELEM(elementi); k++)
			for (f = nodo_child(r->righe[i], elementi[k]);
			    f != NULL; f = nodo_next(f, elementi[k]))
				if ((e = take_file(op, r, r->righe[i],
				    f)) != 0)
					return e;
	return 0;
}

static int
take_pack(struct op *op, struct prep *p)
{
	struct op_allegato *x;
	AUTO_BUF pack = { 0 };
	int e;

	rientro_pack(&pack, &p->r);
	if ((e = op_ricevi_bytes(&x, op, pack.data, pack.len, arena_printf(
	    op->a, "emergenza-%s.txt", nodo_value(op->a, p->r.kit,
	    "ordine")))) != 0)
		return e;
	p->fascicolo = x;
	return 0;
}

/* Where another register gives them, one number a row. */
static int
ask_numbers(struct op *op, const struct rientro *r)
{
	int e, i;

	for (i = 0; i < r->n_righe; i++)
		if ((e = esterno_chiedi(op, emergenza_campi(op->a,
		    r->righe[i]))) != 0)
			return e;
	return 0;
}

static int
take(struct op *op, struct prep *p)
{
	struct nodo *kit;
	int e;

	if ((e = check_kit(&kit, op, &p->r)) != 0 || kit == NULL)
		return e;
	if ((e = rientro_check(&p->r, nodo_value(op->a, kit,
	    "chiave"))) != 0 || (e = take_files(op, &p->r)) != 0 ||
	    (e = take_pack(op, p)) != 0)
		return e;
	op->prep = p;
	return ask_numbers(op, &p->r);
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	int e;

	if ((e = rientro_read(&p->r, op->a, arena_printf(op->a,
	    "/proc/self/fd/%d", op->file[0].fd))) == 0) {
		e = take(op, p);
		rientro_close(&p->r);
	}
	if (e != ERR_INVALID)
		return e;
	op_errore(op, "", "kit-non-integro", EMERGENZA_ART63, "%s: nulla è "
	    "stato registrato", err_msg());
	err_clear();
	return 0;
}

/* ---- effect ---- */

static struct nodo *
rientro_doc(struct op *op, const struct prep *p)
{
	struct nodo *n = nodo_new(op->a, "rientro-emergenza"), *x;
	const struct rientro *r = &p->r;
	const struct anello *last = r->anelli[r->n_anelli - 1];
	const struct nodo *c;

	nodo_elem_text(op->a, n, "ordine", nodo_value(op->a, r->kit, "ordine"));
	nodo_elem_text(op->a, n, "codice", nodo_value(op->a, r->kit, "codice"));
	for (c = nodo_child(r->emergenza, NULL); c; c = nodo_next(c, NULL))
		nodo_add(n, nodo_copy(op->a, c));
	x = nodo_elem(op->a, n, "anello");
	nodo_set(op->a, x, "seq",
	    arena_printf(op->a, "%lld", (long long)last->seq));
	nodo_set(op->a, x, "impronta", last->impronta);
	registrazione_file(op->a, n, "fascicolo", p->fascicolo->nome,
	    p->fascicolo->al.impronta, "text/plain",
	    p->fascicolo->al.dimensione, NULL);
	return n;
}

/* Every row with its number, in the order of the emergency. */
static int
register_rows(struct op *op, const struct rientro *r, struct nodo *rientro)
{
	struct nodo *campi, *x;
	struct numero n;
	int e, i;

	if ((e = protocolla_numero(&n, op)) != 0)
		return e;
	for (i = 0; i < r->n_righe; i++, n.progressivo++) {
		if (n.progressivo > PROGRESSIVO_MAX)
			return err_set(ERR_FAULT, "numeri esauriti");
		campi = emergenza_campi(op->a, r->righe[i]);
		emergenza_lega(op->a, campi, r->righe[i]);
		protocolla(op, &n, campi);
		x = nodo_elem(op->a, rientro, "riga");
		nodo_set(op->a, x, "emergenza", nodo_value(op->a, r->righe[i],
		    "numero"));
		nodo_set(op->a, x, "protocollo", numero_text(op->a, &n));
	}
	return 0;
}

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	struct numero year = { SERIE_PROTOCOLLO, clock_year(op->ora), 1 };
	struct nodo *kit, *rientro;
	const char *path;
	int e, ordine;

	if (p == NULL)
		return err_set(ERR_FAULT, "il kit non è stato letto");
	if ((e = kit_ultimo(&kit, &ordine, op->a, op->st)) != 0)
		return e;
	rientro = rientro_doc(op, p);
	op->casa = numero_folder(op->a, &year);
	if ((e = register_rows(op, &p->r, rientro)) != 0)
		return e;
	nodo_elem_text(op->a, rientro, "nota", op_campo(op, "nota"));
	nodo_elem_text(op->a, rientro, "operatore", op->utente);
	nodo_elem_text(op->a, rientro, "ora", op->ora_iso);
	path = ordinale_path(op->a, "rientri-emergenza", ordine, ".xml");
	op->fatto = arena_printf(op->a, "%d", ordine);
	op_deposita(op, op->casa, path, rientro);
	op_deposita(op, "ente", kit_path(op->a, ordine), kit_finito(op, kit,
	    "rientrato", NULL, path, nodo_value(op->a, p->r.emergenza,
	    "chiusura/ultimo")));
	return 0;
}

const struct atto atto_chiudi_emergenza = {
	.nome = "chiudi-emergenza",
	.sommario = "riporta nel registro le registrazioni di un kit",
	.norma = EMERGENZA_ART63,
	.flags = PROTOCOLLA | FILE_AMMESSI | DIRECTORY,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
