/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * importa_registro.c - an old register, from a table (CSV) and a map of its
 * columns: first tried, with what would be left out row by row, then brought
 * in by one act.
 *
 * Refuses: a table or a map that cannot be read.  Warns: rows that are no
 * rows of a register, or are there already, which stay out; each is named with
 * its reason in the document of the import.  Keeps: both files as they came;
 * the old numbers, which are not ours.  Norm: DPR 445/2000 artt. 53, 61.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/table.h"
#include "documenti/registrazione.h"
#include "documenti/storico.h"
#include "registro/storico.h"
#include "worker/worker.h"

#define ART61 "art. 61 DPR 445/2000"
#define RIGHE_MAX 200000
#define PER_DOCUMENTO 1000

struct importo {
	struct nodo *voci;		/* <voce> */
	struct nodo *rifiutate;		/* <rifiutata riga=> */
	int prese, no;
};

/* ---- reading ---- */

static void
refuse(struct op *op, struct importo *x, int riga, const char *why)
{
	struct nodo *n = nodo_elem_text(op->a, x->rifiutate, "rifiutata", why);

	nodo_set(op->a, n, "riga", arena_printf(op->a, "%d", riga));
	x->no++;
}

/* A table, or a rilievo and 1. */
static int
table(struct csv *out, struct op *op, int file, const char *what)
{
	int r = worker_csv(out, op->a, op->file[file].fd, 0);

	if (r == ERR_INVALID)
		op_errore(op, "", "tabella", NULL, "%s, %s", what, err_msg());
	else if (r == 0 && out->n < 2)
		op_errore(op, "", "tabella", NULL, "%s non ha righe", what);
	else if (r == 0 && out->n > RIGHE_MAX)
		op_errore(op, "", "tabella", NULL, "%s ha %d righe, al più "
		    "%d per volta: dividila, per esempio per anno", what,
		    out->n, RIGHE_MAX);
	else
		return r;
	return 1;
}

static void
read_map(struct storico_mappa *m, struct op *op, const struct csv *mappa,
    const struct csv *t)
{
	const struct csv_riga *x;
	const char *why;
	int i;

	storico_mappa_vuota(m);
	for (i = 1; i < mappa->n; i++) {
		x = &mappa->righe[i];
		why = x->n < 2 ? "servono due campi: campo e colonna" :
		    storico_mappa_riga(m, op->a, x->campi[0], x->campi[1],
		    t->righe[0].campi, t->righe[0].n);
		if (why != NULL)
			op_errore(op, "", "mappa", NULL, "mappa, riga %d: %s",
			    x->riga, why);
	}
	if ((why = storico_mappa_manca(m)) != NULL)
		op_errore(op, "", "mappa", NULL, "la mappa non dice in quale "
		    "colonna sta %s", why);
}

/* ---- each row once ---- */

struct chiave {
	const char *anno, *numero;	/* the year is four digits of the date */
	struct nodo *voce;
	int riga;
};

static int
by_key(const void *a, const void *b)
{
	const struct chiave *x = a, *y = b;
	int c = strncmp(x->anno, y->anno, 4);

	if (c == 0)
		c = strcmp(x->numero, y->numero);
	return c != 0 ? c : (x->riga > y->riga) - (x->riga < y->riga);
}

/* Takes out the rows that come twice, and those that are in the store. */
static int
once(struct op *op, struct importo *x)
{
	const char *origine = op_campo(op, "origine");
	struct chiave *k;
	struct nodo *v;
	int i, n = 0, r;

	k = arena_alloc(op->a, ((size_t)x->prese + 1) * sizeof *k);
	for (v = nodo_child(x->voci, NULL); v != NULL; v = nodo_next(v, NULL))
		k[n++] = (struct chiave){ nodo_value(op->a, v, "data"),
		    nodo_value(op->a, v, "numero"), v,
		    (int)strtol(nodo_attr(v, "riga"), NULL, 10) };
	qsort(k, (size_t)n, sizeof *k, by_key);
	for (i = 0; i < n; i++) {
		const char *why = NULL;

		if (i > 0 && strncmp(k[i].anno, k[i - 1].anno, 4) == 0 &&
		    strcmp(k[i].numero, k[i - 1].numero) == 0)
			why = arena_printf(op->a, "il numero %s del %.4s è "
			    "già alla riga %d", k[i].numero, k[i].anno,
			    k[i - 1].riga);
		else if ((r = registro_storico_c_e(op->st->registro, origine,
		    (int)strtol(k[i].anno, NULL, 10), k[i].numero)) < 0)
			return r;
		else if (r == 1)
			why = arena_printf(op->a, "il numero %s del %.4s è "
			    "già stato importato", k[i].numero, k[i].anno);
		if (why == NULL)
			continue;
		nodo_remove(k[i].voce);
		refuse(op, x, k[i].riga, why);
		x->prese--;
	}
	return 0;
}

static int
read_rows(struct importo *x, struct op *op, const struct csv *t,
    const struct storico_mappa *m)
{
	struct nodo *v;
	const char *why;
	int i;

	x->voci = nodo_new(op->a, "voci");
	x->rifiutate = nodo_new(op->a, "rifiutate");
	for (i = 1; i < t->n; i++) {
		v = storico_voce(&why, op->a, m, t->righe[i].riga,
		    t->righe[i].campi, t->righe[i].n);
		if (v == NULL) {
			refuse(op, x, t->righe[i].riga, why);
			continue;
		}
		nodo_add(x->voci, v);
		x->prese++;
	}
	return once(op, x);
}

/* Both files; NULL in *out: rilievi say why. */
static int
read_all(struct importo **out, struct op *op)
{
	struct importo *x = arena_alloc(op->a, sizeof *x);
	struct storico_mappa m;
	struct csv t, mappa;
	int r;

	*out = NULL;
	if ((r = table(&t, op, 0, "la tabella")) != 0 ||
	    (r = table(&mappa, op, 1, "la mappa")) != 0)
		return r < 0 ? r : 0;
	read_map(&m, op, &mappa, &t);
	if (op->ril.errori > 0)
		return 0;
	if ((r = read_rows(x, op, &t, &m)) != 0)
		return r;
	*out = x;
	return 0;
}

static int
esamina(struct op *op)
{
	if (op->n_file != 2)
		op_errore(op, "", "manca-file", NULL, "servono due file: la "
		    "tabella delle righe e la mappa delle colonne, tutt'e due "
		    "CSV");
	return 0;
}

/* ---- trying ---- */

static int
applica_prova(struct op *op)
{
	struct importo *x;
	struct nodo *v;
	int r;

	if ((r = read_all(&x, op)) != 0)
		return r;
	if (x == NULL)
		return err_set(ERR_INVALID, "%s", op->ril.primo->testo);
	v = nodo_new(op->a, "prova-importazione");
	nodo_set(op->a, v, "prese", arena_printf(op->a, "%d", x->prese));
	nodo_set(op->a, v, "rifiutate", arena_printf(op->a, "%d", x->no));
	nodo_add(v, x->rifiutate);
	op->vista = v;
	return 0;
}

const struct atto atto_prova_importazione = {
	.nome = "prova-importazione",
	.sommario = "dice che cosa darebbe importare un vecchio registro",
	.norma = ART61,
	.flags = LETTURA | FILE_AMMESSI,
	.esamina = esamina,
	.applica = applica_prova,
};

/* ---- bringing in ---- */

static int
take_files(struct op *op, struct nodo *doc)
{
	static const char *const names[] = { "tabella", "mappa" };
	struct op_allegato *f;
	int r, i;

	for (i = 0; i < 2; i++) {
		if ((r = op_ricevi(&f, op, op->file[i].fd,
		    op->file[i].nome)) != 0)
			return r;
		registrazione_file(op->a, doc, names[i], f->nome,
		    f->al.impronta, "text/csv", f->al.dimensione, NULL);
	}
	return 0;
}

struct prep {
	struct importo *x;
	struct nodo *file;		/* <tabella>, <mappa> */
};

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	int r;

	if ((r = read_all(&p->x, op)) != 0 || p->x == NULL)
		return r;
	if (p->x->prese == 0)
		op_errore(op, "", "nessuna-riga", NULL, "nessuna riga si può "
		    "importare: «prova-importazione» dice perché");
	else if (p->x->no > 0)
		op_avviso(op, "", "righe-rifiutate", NULL, "%d righe non si "
		    "possono importare («prova-importazione» le elenca) e %d "
		    "sì: per importare queste conferma con --conferma "
		    "righe-rifiutate", p->x->no, p->x->prese);
	p->file = nodo_new(op->a, "file");
	if ((r = take_files(op, p->file)) != 0)
		return r;
	op->prep = p;
	return 0;
}

static void
copy_children(struct op *op, struct nodo *to, const struct nodo *from)
{
	const struct nodo *n;

	for (n = nodo_child(from, NULL); n != NULL; n = nodo_next(n, NULL))
		nodo_add(to, nodo_copy(op->a, n));
}

static struct nodo *
document(struct op *op, const struct prep *p)
{
	static const char *const same[] = { "origine", "denominazione",
	    "nota" };
	struct nodo *n = nodo_new(op->a, "importazione");
	size_t i;

	for (i = 0; i < NELEM(same); i++)
		nodo_elem_text(op->a, n, same[i], op_campo(op, same[i]));
	copy_children(op, n, p->file);
	nodo_elem_printf(op->a, n, "righe", "%d", p->x->prese);
	copy_children(op, n, p->x->rifiutate);
	nodo_elem_text(op->a, n, "operatore", op->utente);
	nodo_elem_text(op->a, n, "ora", op->ora_iso);
	return n;
}

/* The rows, a thousand a document. */
static void
put_rows(struct op *op, const struct importo *x, const char *folder,
    const char *dir)
{
	struct nodo *doc = NULL;
	const struct nodo *v;
	int n = 0, k = 0;

	for (v = nodo_child(x->voci, NULL); v != NULL; v = nodo_next(v, NULL)) {
		if (n++ % PER_DOCUMENTO == 0) {
			doc = nodo_new(op->a, "righe-storiche");
			nodo_elem_text(op->a, doc, "origine",
			    op_campo(op, "origine"));
			op_deposita(op, folder, ordinale_path_grouped(op->a,
			    dir, ++k, ".xml"), doc);
		}
		nodo_add(doc, nodo_copy(op->a, v));
	}
}

/* Rows were compared before the lock: others may have brought them since. */
static int
still_new(struct op *op, const struct importo *x)
{
	const char *origine = op_campo(op, "origine"), *data, *numero;
	const struct nodo *v;
	int r;

	for (v = nodo_child(x->voci, NULL); v; v = nodo_next(v, NULL)) {
		data = nodo_value(op->a, v, "data");
		numero = nodo_value(op->a, v, "numero");
		r = registro_storico_c_e(op->st->registro, origine,
		    (int)strtol(data, NULL, 10), numero);
		if (r < 0)
			return r;
		if (r == 1)
			return err_set(ERR_INVALID, "il numero %s del %.4s è "
			    "stato importato proprio ora da un altro: guarda "
			    "con «storico», poi riprova", numero, data);
	}
	return 0;
}

static int
applica(struct op *op)
{
	struct numero year = { SERIE_PROTOCOLLO, clock_year(op->ora), 1 };
	const char *folder = numero_folder(op->a, &year), *dir;
	const struct prep *p = op->prep;
	int r, before;

	if (p == NULL)
		return err_set(ERR_FAULT, "la tabella non è stata letta");
	if ((r = still_new(op, p->x)) != 0 ||
	    (r = registro_importazioni(&before, op->st->registro,
	    year.anno)) != 0)
		return r;
	dir = arena_printf(op->a, "storici/%04d", before + 1);
	op->fatto = op_campo(op, "origine");
	op_deposita(op, folder, arena_printf(op->a, "%s/importazione.xml",
	    dir), document(op, p));
	put_rows(op, p->x, folder, dir);
	return 0;
}

const struct atto atto_importa_registro = {
	.nome = "importa-registro",
	.sommario = "importa le righe di un vecchio registro",
	.norma = ART61,
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};

/* ---- reading ---- */

static int
applica_storico(struct op *op)
{
	const char *origine = op_campo(op, "origine");
	const char *anno = op_campo(op, "anno");
	const char *numero = op_campo(op, "numero");
	const char *dopo = op_campo(op, "dopo");
	struct registro *reg = op->st->registro;
	struct occhio occhio = op_occhio(op);

	if (op_campo(op, "parole") != NULL)
		return registro_storico_trova(&op->vista, op->a, reg, &occhio,
		    op_campo(op, "parole"),
		    dopo != NULL ? -strtoll(dopo, NULL, 10) : 0);
	if (origine == NULL || anno == NULL)
		return registro_vista_storici(&op->vista, op->a, reg);
	if (numero != NULL)
		return registro_vista_riga(&op->vista, op->a, reg, &occhio,
		    origine, (int)strtol(anno, NULL, 10), numero);
	return registro_vista_storico(&op->vista, op->a, reg, &occhio,
	    origine, (int)strtol(anno, NULL, 10),
	    dopo != NULL ? (int)strtol(dopo, NULL, 10) : 0);
}

const struct atto atto_storico = {
	.nome = "storico",
	.sommario = "mostra i registri importati e le loro righe",
	.norma = ART61,
	.flags = LETTURA,
	.applica = applica_storico,
};
