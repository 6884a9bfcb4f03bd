/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cerca.c - find registrations by what one remembers of them.
 *
 * Refuses: days in the wrong order, two years, a file and an impronta
 * together.  Keeps: what the user may not see is not found; a riservata he may not read is
 * never found by its content, and shown masked when number or day find it; the
 * words sought are not kept in the read log.  Norm: DPR 445/2000 artt. 53 and
 * 58; GDPR artt. 5 and 32.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/table.h"
#include "base/hash.h"
#include "registro/ricerca.h"

#define LIMITE 50		/* rows of a page, unless told otherwise */

static int
esamina(struct op *op)
{
	const char *dal = op_campo(op, "dal"), *al = op_campo(op, "al");

	const char *numero = op_campo(op, "numero");
	const char *anno = op_campo(op, "anno"), *year;

	year = numero != NULL ? strchr(numero, '/') : NULL;
	if (year != NULL && anno != NULL && strcmp(year + 1, anno) != 0)
		op_errore(op, "anno", "altro-anno", NULL,
		    "il numero dice già un altro anno: lascia questo");
	if (dal != NULL && al != NULL && strcmp(dal, al) > 0)
		op_errore(op, "al", "date-invertite", NULL,
		    "la data finale viene prima di quella iniziale: scambiale");
	if (op->n_file > 1)
		op_errore(op, "", "un-file", NULL,
		    "si cerca con un file alla volta");
	if (op->n_file > 0 && op_campo(op, "impronta") != NULL)
		op_errore(op, "impronta", "file-e-impronta", NULL,
		    "o il file o la sua impronta: l'impronta del file la "
		    "calcola il programma");
	return 0;
}

/* ---- from the istanza to the criteria ---- */

static int
integer(const char *s)
{
	return s != NULL ? (int)strtol(s, NULL, 10) : 0;
}

static enum anche
with_or_without(const char *s)
{
	if (s == NULL || strcmp(s, "si") == 0)
		return ANCHE_SI;
	return strcmp(s, "no") == 0 ? ANCHE_NO : ANCHE_SOLO;
}

static int
read_criteria(struct criteri *c, struct op *op)
{
	const char *numero = op_campo(op, "numero"), *year;
	const char *limite = op_campo(op, "limite");
	const char *dopo = op_campo(op, "dopo");

	*c = (struct criteri){
		.parole = op_campo(op, "parole"),
		.corrispondente = op_campo(op, "corrispondente"),
		.protocollo_mittente = op_campo(op, "protocollo-mittente"),
		.impronta = op_campo(op, "impronta"),
		.numero = integer(numero), .anno = integer(op_campo(op, "anno")),
		.emergenza = op_campo(op, "emergenza"),
		.dal = op_campo(op, "dal"), .al = op_campo(op, "al"),
		.flusso = op_campo(op, "flusso"),
		.classifica = op_campo(op, "classifica"),
		.operatore = op_campo(op, "operatore"),
		.ufficio = op_campo(op, "ufficio"),
		.annullate = with_or_without(op_campo(op, "annullate")),
		.riservate = with_or_without(op_campo(op, "riservate")),
		.limite = limite != NULL ? integer(limite) : LIMITE,
	};
	/* 123, or 0000123/2026 */
	year = numero != NULL ? strchr(numero, '/') : NULL;
	if (year != NULL)
		c->anno = integer(year + 1);
	return dopo != NULL ? numero_parse(&c->dopo, dopo) : 0;
}

/* The impronta of the file given. */
static int
read_file(struct criteri *c, struct op *op)
{
	char *impronta = arena_alloc(op->a, IMPRONTA_LEN + 1);
	int r;

	if (op->n_file == 0)
		return 0;
	if ((r = hash_fd(impronta, op->file[0].fd)) != 0)
		return r;
	c->impronta = impronta;
	return 0;
}

/* ---- what the read log keeps ---- */

/* Criteria that are words of people: that they were there, and no more. */
static bool
personal(const char *nome)
{
	static const char *const words[] = { "parole", "corrispondente",
	    "protocollo-mittente" };
	size_t i;

	for (i = 0; i < NELEM(words); i++)
		if (strcmp(words[i], nome) == 0)
			return true;
	return false;
}

/* "anno=2026;parole;mostrate=2;0000012/2026-0000003/2026" */
static void
note_reading(struct op *op)
{
	const struct nodo *n, *first = nodo_child(op->vista, "registrazione");
	AUTO_BUF b = { 0 };
	int count = 0;

	for (n = nodo_child(op->in, NULL); n != NULL; n = nodo_next(n, NULL))
		buf_printf(&b, personal(n->nome) ? "%s;" : "%s=%s;", n->nome,
		    nodo_all_text(op->a, n));
	if (op->n_file > 0)
		buf_puts(&b, "file;");
	for (n = first; n != NULL; n = nodo_next(n, "registrazione"))
		count++;
	buf_printf(&b, "mostrate=%d", count);
	if (count > 0)
		buf_printf(&b, ";%s-%s", nodo_value(op->a, first, "numero"),
		    nodo_value(op->a, op->vista->ultimo, "numero"));
	op->letto = arena_strdup(op->a, buf_str(&b));
}

static int
applica(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct criteri c;
	int r;

	if ((r = read_criteria(&c, op)) != 0 || (r = read_file(&c, op)) != 0 ||
	    (r = ricerca_trova(&op->vista, op->a, op->st->registro, &occhio,
	    &c)) != 0)
		return r;
	note_reading(op);
	return 0;
}

const struct atto atto_cerca = {
	.nome = "cerca",
	.sommario = "cerca nel registro: parole, numero, date, mittente, un file",
	.norma = "artt. 53 e 58 DPR 445/2000",
	.flags = LETTURA | FILE_AMMESSI,
	.esamina = esamina,
	.applica = applica,
};
