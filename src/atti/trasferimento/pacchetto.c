/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto.c - a cartella handed over whole, as a bag (BagIt 1.0) that is
 * checked with sha256sum, git and gpg and read with a browser.
 *
 * Refuses by "absent" what the user may not see; what is no cartella.  Keeps: a
 * package is for others: no riservata entry of the diary goes out, whoever asks,
 * and if anything stays behind the history does too, because it holds every
 * version of all; each document given leaves its row in the read log before a
 * byte leaves.  With a seal of the office enrolled the bag is sealed, or it is
 * not made.  Norm: GDPR artt. 5, 20, 32; DPCM 3/12/2013; UNI 11386 (SInCRO).
 */
#include <string.h>

#include "atti/trasferimento/imballo.h"
#include "atti/trasferimento/imbusta.h"
#include "atti/trasferimento/pacchetto.h"
#include "atti/table.h"
#include "base/clock.h"

static int
esamina(struct op *op)
{
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0)
		return r;
	if (n.serie != SERIE_CARTELLA)
		op_errore(op, "riferimento", "non-una-cartella", NULL,
		    "il pacchetto è di una cartella, come CS-2026-0000001: di "
		    "altro si hanno i file con «esponi»");
	return 0;
}

struct nodo *
pacchetto_voce(struct pacchetto *p, const char *gruppo,
    const struct borsa_file *f)
{
	struct arena *a = p->op->a;
	struct nodo *g, *e;

	for (g = nodo_child(p->indice, "gruppo"); g != NULL;
	    g = nodo_next(g, "gruppo"))
		if (strcmp(nodo_attr(g, "nome"), gruppo) == 0)
			break;
	if (g == NULL) {
		g = nodo_elem(a, p->indice, "gruppo");
		nodo_set(a, g, "nome", gruppo);
	}
	e = nodo_elem(a, g, "file");
	nodo_set(a, e, "percorso", f->nome);
	nodo_set(a, e, "impronta", f->impronta);
	nodo_set(a, e, "dimensione", arena_printf(a, "%zu", f->n));
	return e;
}

int
pacchetto_metti(struct pacchetto *p, struct nodo **voce, const char *gruppo,
    const char *nome, const struct buf *bytes)
{
	struct nodo *e;
	int r;

	if ((r = borsa_metti(&p->borsa, nome, arena_memdup(p->op->a,
	    bytes->data != NULL ? bytes->data : "", bytes->len),
	    bytes->len)) != 0)
		return r;
	if (gruppo == NULL)
		return 0;
	e = pacchetto_voce(p, gruppo, &p->borsa.file[p->borsa.n - 1]);
	if (voce != NULL)
		*voce = e;
	return 0;
}

/* ---- the head of the index ---- */

static int
begin_index(struct pacchetto *p)
{
	struct op *op = p->op;
	struct nodo *n;
	struct ente e;
	int r;

	if ((r = registro_ente(&e, op->a, op->st->registro)) != 0)
		return r;
	p->lettore = nodo_new(op->a, "lettore");
	p->indice = nodo_new(op->a, "indice-pacchetto");
	nodo_set(op->a, p->indice, "id", op->id);
	nodo_set(op->a, p->indice, "versione", "1");
	n = nodo_elem(op->a, p->indice, "programma");
	nodo_set(op->a, n, "nome", "Cartella");
	n = nodo_elem(op->a, p->indice, "volume");
	nodo_elem_text(op->a, n, "riferimento", p->riferimento);
	nodo_elem_text(op->a, n, "ente", e.denominazione);
	nodo_elem_text(op->a, n, "codice-ipa", e.codice_ipa);
	nodo_elem_text(op->a, n, "codice-aoo", e.codice_aoo);
	nodo_elem_text(op->a, n, "ora", op->ora_iso);
	nodo_elem_text(op->a, n, "operatore", op_agente(op));
	nodo_elem_text(op->a, n, "sigillo", p->sigillo);
	n = nodo_elem(op->a, n, "storia");
	nodo_set(op->a, n, "cartella", p->folder);
	nodo_set(op->a, n, "commit", p->head);
	nodo_set(op->a, n, "intera", p->intero ? "si" : "no");
	return 0;
}

/* ---- all of it ---- */

static int
close_bag(struct pacchetto *p)
{
	struct op *op = p->op;
	char day[GIORNO_LEN + 1];
	struct ente e;
	int r;

	if ((r = registro_ente(&e, op->a, op->st->registro)) != 0)
		return r;
	clock_day(day, op->ora);
	const char *const info[] = {
		"Source-Organization", e.denominazione,
		"External-Identifier", p->riferimento,
		"Bagging-Date", day, NULL
	};
	if ((r = borsa_chiudi(&p->borsa, info)) != 0)
		return r;
	return imballo_sigilla(&p->borsa, op, p->sigillo);
}

static void
hand_over(struct pacchetto *p)
{
	struct op *op = p->op;

	imballo_rendi(op, &p->borsa);
	op->vista = nodo_copy(op->a, p->indice);
	nodo_elem_text(op->a, op->vista, "nota", p->nota);
	op->letto = arena_printf(op->a, "%s;pacchetto;documenti=%d%s%s%s",
	    p->riferimento, p->n_doc, p->intero ? ";storia" : "",
	    p->consultazione != NULL ? ";consultazione=" : "",
	    p->consultazione != NULL ? p->consultazione : "");
}

static int
fill(struct pacchetto *p)
{
	int r;

	if ((r = pacchetto_scegli(p)) != 0 ||
	    (r = imballo_sigillo(&p->sigillo, p->op)) != 0 ||
	    (r = begin_index(p)) != 0 ||
	    (r = pacchetto_documenti(p)) != 0 ||
	    (r = pacchetto_registro(p)) != 0 ||
	    (r = pacchetto_allegati(p)) != 0 ||
	    (r = pacchetto_rese(p)) != 0 ||
	    (r = pacchetto_catena(p)) != 0 ||
	    (r = pacchetto_chiavi(p)) != 0 ||
	    (r = pacchetto_storia(p)) != 0 ||
	    (r = pacchetto_lettore(p)) != 0 ||
	    (r = pacchetto_leggimi(p)) != 0)
		return r;
	return close_bag(p);
}

int
pacchetto_fai(struct pacchetto *p)
{
	struct op *op = p->op;
	struct occhio occhio = op_occhio(op);
	int r;

	p->borsa.a = op->a;
	if ((r = registro_vede(op->st->registro, &occhio, &p->n)) != 0)
		return r;
	p->folder = numero_folder(op->a, &p->n);
	p->riferimento = numero_text(op->a, &p->n);
	r = fill(p);
	buf_free(&p->testo);
	buf_free(&p->taciuto);
	return r;
}

bool
pacchetto_senza_pdf(const struct op *op)
{
	const char *said = op_campo(op, "pdf");

	return said != NULL && strcmp(said, "no") == 0;
}

static int
applica(struct op *op)
{
	struct pacchetto p = { .op = op,
		.consultazione = op_campo(op, "consultazione"),
		.senza_pdf = pacchetto_senza_pdf(op) };
	const char *to;
	int r;

	if ((r = numero_parse(&p.n, op_campo(op, "riferimento"))) != 0 ||
	    (r = pacchetto_fai(&p)) != 0)
		return r;
	hand_over(&p);
	to = op_campo(op, "cifrato-per");
	return to == NULL ? 0 : imbusta_resi(op, to, arena_printf(op->a,
	    "pacchetto-%s-per-%s.asc", p.riferimento, to));
}

const struct atto atto_pacchetto = {
	.nome = "pacchetto",
	.sommario = "una cartella come pacchetto che si verifica e si legge senza questo programma",
	.norma = "artt. 20 e 32 GDPR; UNI 11386",
	.flags = LETTURA | RENDE_DIRECTORY,
	.esamina = esamina,
	.applica = applica,
};
