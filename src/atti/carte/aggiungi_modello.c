/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * aggiungi_modello.c - a model of papers made in Writer becomes the office's;
 * and a reading that says beforehand what is wrong with one, and hands it back
 * with its typed fields made real.
 *
 * Refuses: what the intake refuses (resa/modello.h), each fault with its page
 * and paragraph; a kind of paper that there is not; the name of a model of
 * another kind.  Keeps: every version, by which letters are made again.
 * Norm: DPR 445/2000 art. 64.
 */
#include <string.h>
#include <unistd.h>

#include "atti/carte/modelli.h"
#include "atti/ente/tipo.h"
#include "atti/table.h"
#include "base/file.h"
#include "base/hash.h"
#include "registro/modelli.h"
#include "resa/modello.h"
#include "worker/worker.h"

#define NORMA "art. 64 DPR 445/2000"

struct prep {
	const void *odt;		/* taken in */
	size_t n;			/* bytes */
	struct nodo *scheda;
	int versione;
};

/* ---- rules ---- */

static const char *
titolo(const struct op *op)
{
	static const char *const from[] = { "titolo", "denominazione" };
	size_t i;

	for (i = 0; i < NELEM(from); i++)
		if (op_campo(op, from[i]) != NULL)
			return op_campo(op, from[i]);
	return "Prova";
}

static void
check_file(struct op *op)
{
	if (op->n_file != 1 || tipo_parte(op, ".odt") == NULL)
		op_errore(op, "", "manca-file", NULL, "serve un file: il "
		    "modello, salvato da Writer come testo OpenDocument "
		    "(.odt)");
}

/* A name stays of one kind: letters are made by name and kind. */
static int
check_name(struct op *op)
{
	const char *nome = op_campo(op, "nome"), *was = NULL;
	const struct nodo *shipped;
	struct modello m;
	int r;

	if ((r = modello_in_indice(&shipped, op->a, nome)) != 0)
		return r;
	r = registro_modello(&m, op->a, op->st->registro, nome, 0);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	if (r == 0)
		was = m.carta;
	else if (shipped != NULL)
		was = nodo_attr(shipped, "carta");
	if (was != NULL && strcmp(was, op_campo(op, "carta")) != 0)
		op_errore(op, "carta", "altra-carta", NULL, "«%s» è un modello "
		    "per %s: usa quella carta, o dagli un altro nome", nome,
		    was);
	return 0;
}

/* 1: there is no such kind, and a rilievo says so. */
static int
dictionary(struct nodo **out, struct op *op)
{
	int r = modello_dizionario(out, op, op_campo(op, "carta"));

	if (r != ERR_ABSENT)
		return r;
	op_errore(op, "carta", "carta-ignota", NULL, "%s", err_msg());
	err_clear();
	return 1;
}

static int
esamina(struct op *op)
{
	struct nodo *ignored;
	int r;

	check_file(op);
	if ((r = dictionary(&ignored, op)) != 0)
		return r < 0 ? r : 0;
	return check_name(op);
}

/* ---- intake ---- */

/*
 * The file, taken in; its rilievi go to `ril`.  1: it is not, and they say
 * why.
 */
static int
take_in(struct prep *out, struct op *op, struct rilievi *ril)
{
	const struct op_file *f = tipo_parte(op, ".odt");
	AUTO_BUF raw = { 0 };
	AUTO_BUF odt = { 0 };
	struct nodo *d;
	int r;

	if ((r = dictionary(&d, op)) != 0)
		return r;
	if (lseek(f->fd, 0, SEEK_SET) < 0)
		return err_sys("%s", f->nome);
	r = file_read_fd(&raw, f->fd, MODELLO_MAX);
	if (r == ERR_INVALID) {
		err_clear();
		rilievo_add(ril, ERRORE, "", "file-grande", NULL, "%s: un "
		    "modello ha al più %zu MB: togli o riduci le immagini",
		    f->nome, MODELLO_MAX / 1024 / 1024);
		return 1;
	}
	if (r != 0 || (r = worker_modello(&odt, &out->scheda, ril, op->a,
	    buf_str(&raw), raw.len, d, titolo(op))) != 0)
		return r;
	if (ril->errori > 0)
		return 1;
	out->odt = arena_memdup(op->a, odt.data, odt.len);
	out->n = odt.len;
	return 0;
}

static int
next_version(int *out, struct op *op)
{
	struct modello m;
	int r = registro_modello(&m, op->a, op->st->registro,
	    op_campo(op, "nome"), 0);

	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	*out = r == 0 ? m.versione + 1 : 1;
	return 0;
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	int r;

	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = next_version(&p->versione, op)) != 0 ||
	    (r = take_in(p, op, &op->ril)) != 0)
		return r < 0 ? r : 0;
	op->prep = p;
	return 0;
}

/* ---- effect ---- */

static struct nodo *
document(struct op *op, const struct prep *p)
{
	struct nodo *n = nodo_new(op->a, "modello");
	char impronta[IMPRONTA_LEN + 1];

	hash_hex(impronta, p->odt, p->n);
	nodo_elem_text(op->a, n, "nome", op_campo(op, "nome"));
	nodo_elem_printf(op->a, n, "ordine", "%d", p->versione);
	nodo_elem_text(op->a, n, "carta", op_campo(op, "carta"));
	nodo_elem_text(op->a, n, "denominazione",
	    op_campo(op, "denominazione"));
	nodo_elem_text(op->a, n, "titolo", titolo(op));
	nodo_elem_text(op->a, n, "provvedimento",
	    op_campo(op, "provvedimento"));
	nodo_elem_text(op->a, n, "operatore", op->utente);
	nodo_elem_text(op->a, n, "ora", op->ora_iso);
	nodo_elem_text(op->a, n, "odt", impronta);
	modello_campi(n, op->a, p->scheda);
	return n;
}

static int
applica(struct op *op)
{
	const char *nome = op_campo(op, "nome");
	const struct prep *p = op->prep;
	int r;

	if (p == NULL)
		return err_set(ERR_FAULT, "il modello non è stato letto");
	if ((r = modello_deposita(op, document(op, p))) != 0)
		return r;
	op_deposita_bytes(op, "ente", modello_percorso(op->a, nome,
	    "modello.odt"), p->odt, p->n);
	return 0;
}

const struct atto atto_aggiungi_modello = {
	.nome = "aggiungi-modello",
	.sommario = "adotta un modello di lettera o di altra carta, fatto in Writer",
	.norma = NORMA,
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};

/* ---- trying ---- */

/* Of a reading, which has no prepara: called once. */
static int
esamina_prova(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	struct rilievi ril = { .a = op->a };
	const struct rilievo *x;
	int r;

	check_file(op);
	if (op->ril.errori > 0)
		return 0;
	if ((r = take_in(p, op, &ril)) < 0)
		return r;
	op->vista = nodo_new(op->a, "prova-modello");
	for (x = ril.primo; x != NULL; x = x->succ)
		if (r == 1)
			rilievo_add(&op->ril, x->grado, x->percorso, x->codice,
			    x->norma, "%s", x->testo);
		else
			nodo_elem_printf(op->a, op->vista, "nota", "%s [%s]",
			    x->testo, x->codice);
	if (r == 0)
		op->prep = p;
	return 0;
}

static int
applica_prova(struct op *op)
{
	const struct prep *p = op->prep;
	struct nodo *n = nodo_new(op->a, "modello");
	const char *sanati;

	modello_campi(n, op->a, p->scheda);
	if ((sanati = modello_sanati(op->a, n)) != NULL)
		nodo_elem_printf(op->a, op->vista, "nota", "erano scritti nel "
		    "testo, ora sono campi veri: %s", sanati);
	op->letto = "prova-modello";
	op->bytes = p->odt;
	op->n_bytes = p->n;
	return 0;
}

const struct atto atto_prova_modello = {
	.nome = "prova-modello",
	.sommario = "dice che cosa non va in un modello e lo rende con i campi veri",
	.norma = NORMA,
	.flags = LETTURA | FILE_AMMESSI,
	.esamina = esamina_prova,
	.applica = applica_prova,
};
