/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * consegna_trasferimento.c - what goes to the other body, as a directory or as
 * one file that only its seal opens: the last message of ours and, with an
 * offer or a rilascio, the package it names.  As often as it is needed: on the
 * way it may have been lost.
 *
 * Refuses: where the other has nothing more to be told; to encrypt for a body
 * that is not believed any more.  Keeps: the bytes are those of the first time;
 * a row in the read log for the cartella, and for each registration that goes,
 * before a byte leaves.  Norm: GDPR artt. 5, 32.
 */
#include <string.h>

#include "atti/table.h"
#include "atti/trasferimento/consegne.h"
#include "atti/trasferimento/imbusta.h"
#include "atti/trasferimento/trasferire.h"
#include "xml/xml.h"

#define MESSAGGIO "messaggio.xml"
#define PACCHETTO "pacchetto"

/* The message that the table says goes once more. */
static struct tr_esito
due(const struct trasferimento *t, struct op *op)
{
	return trasferire_decidi(t, op, "trasferimento", TR_RIPETI, NULL,
	    NULL);
}

static int
esamina(struct op *op)
{
	struct trasferimento t;
	int r;

	if ((r = trasferire_detto(&t, op)) != 0)
		return r;
	due(&t, op);
	return 0;
}

/* The last of ours that says it; NULL: there is none. */
static const struct carta_trasferimento *
paper_of(const struct trasferimento *t, enum tr_messaggio tipo,
    struct arena *a)
{
	const struct carta_trasferimento *c = NULL;
	int i;

	for (i = 0; i < t->n_carte; i++)
		if (t->carte[i].nostra && strcmp(t->carte[i].trasferimento,
		    t->lato.patto.id) == 0 && trasferimento_tipo(nodo_new(a,
		    t->carte[i].tipo)) == tipo)
			c = &t->carte[i];
	return c;
}

static int
put_message(struct op *op, const struct trasferimento *t,
    enum tr_messaggio tipo)
{
	const struct carta_trasferimento *c = paper_of(t, tipo, op->a);
	struct op_reso *one = arena_alloc(op->a, sizeof *one);
	AUTO_BUF b = { 0 };
	int r;

	if (c == NULL)
		return err_set(ERR_FAULT, "manca il messaggio da ripetere");
	if ((r = store_bytes(&b, op->st, "ente", trasferire_messaggio(op->a,
	    t->caso, c->ordine))) != 0)
		return r;
	*one = (struct op_reso){ .percorso = MESSAGGIO,
	    .p = arena_memdup(op->a, b.data, b.len), .n = b.len };
	op->resi = one;
	op->n_resi = 1;
	return 0;
}

/* The cartella, and each registration whose files go with it. */
static int
note_readings(struct op *op, const char *impronta)
{
	struct nodo *index;
	const struct nodo *x;
	AUTO_BUF b = { 0 };
	int r, cap = 0;

	if ((r = consegna_leggi(&b, op, impronta, "data/registro.xml")) != 0 ||
	    (r = xml_parse(&index, op->a, buf_str(&b), b.len,
	    XML_OURS)) != 0)
		return r;
	op->letti = arena_more(op->a, op->letti, 0, &cap, sizeof *op->letti);
	op->letti[op->n_letti++] = arena_printf(op->a,
	    "%s;pacchetto=%s", nodo_attr(index, "riferimento"), impronta);
	for (x = nodo_child(index, NULL); x; x = nodo_next(x, NULL)) {
		if (nodo_attr(x, "oscurata") != NULL ||
		    nodo_value(op->a, x, "numero") == NULL)
			continue;
		op->letti = arena_more(op->a, op->letti, op->n_letti, &cap,
		    sizeof *op->letti);
		op->letti[op->n_letti++] = arena_printf(op->a,
		    "%s;pacchetto", nodo_value(op->a, x, "numero"));
	}
	return 0;
}

static int
put_package(struct op *op, const struct trasferimento *t,
    enum tr_messaggio tipo)
{
	const struct tr_lettera *p = &t->lato.patto;
	const char *impronta = tipo == TR_M_OFFERTA ? p->pacchetto :
	    tipo == TR_M_RILASCIO ? p->finale : NULL;
	int r;

	if (impronta == NULL)
		return 0;
	r = consegna_rendi(op, impronta, PACCHETTO);
	if (r == ERR_ABSENT)
		return err_set(ERR_INVALID, "il pacchetto non è più "
		    "conservato, e un altro non sarebbe quello: %s",
		    tipo == TR_M_OFFERTA ? "ritira l'offerta e fanne una nuova" :
		    "accordati con l'altro ente, che può aprire una cartella "
		    "sua con le carte che gli dai con «pacchetto»");
	return r != 0 ? r : note_readings(op, impronta);
}

/* The other body of it. */
static const char *
to_whom(const struct trasferimento *t)
{
	const struct tr_lettera *p = &t->lato.patto;

	return strcmp(p->da, t->noi) == 0 ? p->a : p->da;
}

static void
say_in_clear(struct op *op, const struct trasferimento *t)
{
	nodo_elem_printf(op->a, op->vista, "nota", "è in chiaro: prima di "
	    "mandarla si cifra con «imbusta %s DIRECTORY --in FILE», o si dà "
	    "già cifrata con «--cifrata si»; se no si porta a mano, su un "
	    "supporto cifrato", to_whom(t));
}

static int
applica(struct op *op)
{
	struct trasferimento t;
	struct tr_esito e;
	int r;

	if ((r = trasferire_detto(&t, op)) != 0)
		return r;
	e = due(&t, op);
	op->letto = arena_printf(op->a, "trasferimento=%s;%s",
	    t.lato.patto.id, tr_messaggio_nome(e.manda));
	op->vista = nodo_new(op->a, "consegna");
	nodo_set(op->a, op->vista, "trasferimento", t.lato.patto.id);
	nodo_set(op->a, op->vista, "messaggio", tr_messaggio_nome(e.manda));
	if ((r = put_message(op, &t, e.manda)) != 0 ||
	    (r = put_package(op, &t, e.manda)) != 0)
		return r;
	if (op_campo(op, "cifrata") != NULL &&
	    strcmp(op_campo(op, "cifrata"), "si") == 0)
		return imbusta_resi(op, to_whom(&t), arena_printf(op->a,
		    "consegna-%s.asc", to_whom(&t)));
	say_in_clear(op, &t);
	return 0;
}

const struct atto atto_consegna_trasferimento = {
	.nome = "consegna-trasferimento",
	.sommario = "ciò che va portato all'altro ente: il messaggio e il pacchetto",
	.norma = TRASFERIRE_NORMA,
	.flags = LETTURA | RENDE_DIRECTORY,
	.esamina = esamina,
	.applica = applica,
};
