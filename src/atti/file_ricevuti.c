/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * file_ricevuti.c - bytes that come with an act.  Refuses: an empty file, a
 * main document and attachments that are not the ones declared.  Keeps: the
 * bytes untouched; what a stranger wrote in a message enters a field only when
 * the field could hold it.
 */
#include "atti/file_ricevuti.h"

#include <string.h>
#include <unistd.h>

#include "atti/atto.h"
#include "atti/protocollo/segnatura_arrivo.h"
#include "base/utf8.h"
#include "documenti/registrazione.h"
#include "documenti/tipo_file.h"
#include "worker/worker.h"

#define ART53 "art. 53 DPR 445/2000"

/* The elements that say of files: of a registration; of what only has files. */
static const char *const elementi[] = { "principale", "allegato", NULL };
static const char *const semplici[] = { "file", NULL };

/* What an istanza given whole says of its files must come with them: the
 * register only names bytes that it has seen. */
void
file_dichiarati(struct op *op)
{
	size_t i;

	for (i = 0; op->n_file == 0 && elementi[i] != NULL; i++)
		if (nodo_child(op->in, elementi[i]) != NULL)
			op_errore(op, elementi[i], "manca-file", ART53,
			    "l'istanza nomina un documento: il file va dato "
			    "insieme");
}

static void
put_file(struct op *op, const char *elem, const struct op_allegato *x,
    const char *tipo, const char *nota)
{
	registrazione_file(op->a, op->in, elem, x->nome, x->al.impronta, tipo,
	    x->al.dimensione, nota);
}

/* Where the schema wants it: before the first of those that follow it. */
bool
campo_mancante(struct op *op, struct nodo *n)
{
	static const char *const order[] = { "flusso", "oggetto", "tipo",
	    "riservata", "mittente", "destinatario", "mezzo", "data-arrivo",
	    "differita", "protocollo-mittente", "classifica", "sostituisce",
	    "cartacei", "principale", "allegato" };
	struct nodo *next = NULL;
	size_t i;

	if (nodo_child(op->in, n->nome) != NULL)
		return false;
	for (i = NELEM(order); i-- > 0 && strcmp(order[i], n->nome) != 0; )
		if (nodo_child(op->in, order[i]) != NULL)
			next = nodo_child(op->in, order[i]);
	if (next != NULL)
		nodo_add_before(next, n);
	else
		nodo_add(op->in, n);
	return true;
}

/* What the schema takes: a stranger wrote this, and a sender left out is asked
 * of the operator. */
static bool
name_fits(const char *s)
{
	return s[strspn(s, " \t\r\n")] != '\0' && utf8_length(s) <= 200 &&
	    utf8_plain(s);
}

bool
indirizzo_valido(const char *s)
{
	const char *at = strchr(s, '@'), *p;

	for (p = s; *p != '\0'; p++)
		if (*p <= ' ' || *p > '~')
			return false;
	return at != NULL && at > s && at - s <= 100 && at[1] != '\0' &&
	    strlen(at + 1) <= 150 && strspn(at + 1, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") == strlen(at + 1);
}

/* What the envelope of a message says fills what the operator left out. */
static void
fill_from_message(struct op *op, const struct messaggio *m)
{
	struct nodo *n;
	const char *nome = m->mittente_nome, *address = m->mittente_indirizzo;

	if (!name_fits(nome))
		nome = address;
	if (indirizzo_valido(address)) {
		n = nodo_new(op->a, "mittente");
		nodo_elem_text(op->a, n, "denominazione", nome);
		nodo_elem_text(op->a, n, "pec", address);
		(void)campo_mancante(op, n);
	}
	n = nodo_new(op->a, "mezzo");
	nodo_text(op->a, n, m->pec ? "pec" : "posta-elettronica");
	(void)campo_mancante(op, n);
}

static int
open_message(struct op *op, int fd)
{
	struct op_allegato *x;
	struct messaggio m;
	const char *tipo;
	int r, i;

	r = worker_eml(&m, op->a, fd);
	/* one that ends the cage that opens it has arrived like any other */
	if (r == ERR_INVALID || r == ERR_FAULT) {
		op_avviso(op, "principale", "messaggio-illeggibile", NULL,
		    "il messaggio non si apre (%s): per registrarlo com'è, "
		    "conferma con --conferma messaggio-illeggibile", err_msg());
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	if (op->atto->flags & (PROTOCOLLA | SOLO_KIT)) {
		if ((r = segnatura_arrivo(op, &m)) != 0)
			return r;
		fill_from_message(op, &m);
	}
	for (i = 0; i < m.n_parti; i++) {
		if ((r = op_ricevi_bytes(&x, op, m.parti[i].p, m.parti[i].n,
		    m.parti[i].nome)) != 0)
			return r;
		tipo = tipo_file(m.parti[i].nome, m.parti[i].p, m.parti[i].n);
		if (strcmp(tipo, TIPO_IGNOTO) == 0 && name_fits(m.parti[i].tipo))
			tipo = m.parti[i].tipo;
		put_file(op, "allegato", x, tipo, m.parti[i].nota);
	}
	return 0;
}

static int
take_file(struct op *op, const struct op_file *f, const char *elem,
    bool open)
{
	struct op_allegato *x;
	const char *tipo;
	char first[16];
	ssize_t n;
	char *nome;
	int r;

	if ((r = utf8_nfc(&nome, op->a, f->nome)) != 0 ||
	    (r = op_ricevi(&x, op, f->fd, nome)) != 0)
		return r;
	if (x->al.dimensione == 0)
		op_errore(op, elem, "file-vuoto", ART53,
		    "il file %s è vuoto: indica quello giusto", nome);
	n = pread(f->fd, first, sizeof first, 0);
	tipo = tipo_file(nome, first, n > 0 ? (size_t)n : 0);
	put_file(op, elem, x, tipo, NULL);
	if (open && strcmp(tipo, "message/rfc822") == 0)
		return open_message(op, f->fd);
	return 0;
}

/* Takes the elements that say of files out of the istanza. */
static struct nodo *
take_declared(struct op *op, const char *const *elem)
{
	struct nodo *declared = nodo_new(op->a, "dichiarati"), *n;

	for (; *elem != NULL; elem++)
		while ((n = nodo_child(op->in, *elem)) != NULL) {
			nodo_remove(n);
			nodo_add(declared, n);
		}
	return declared;
}

/* Each must be, in its order, what the file turned out to be. */
static void
check_declared(struct op *op, const struct nodo *declared,
    const char *const *elem)
{
	const struct nodo *was, *is;

	for (; *elem != NULL; elem++) {
		was = nodo_child(declared, *elem);
		is = nodo_child(op->in, *elem);
		for (; was != NULL; was = nodo_next(was, *elem)) {
			if (is == NULL || strcmp(nodo_value(op->a, was,
			    "impronta"), nodo_value(op->a, is,
			    "impronta")) != 0) {
				op_errore(op, *elem, "altra-impronta",
				    ART53, "fra i file dati non c'è, al suo "
				    "posto, quello con l'impronta che "
				    "l'istanza dichiara");
				return;
			}
			is = nodo_next(is, *elem);
		}
	}
}

int
file_prendi(struct op *op)
{
	struct nodo *declared = take_declared(op, semplici);
	int r, i;

	for (i = 0; i < op->n_file; i++)
		if ((r = take_file(op, &op->file[i], *semplici, false)) != 0)
			return r;
	check_declared(op, declared, semplici);
	return 0;
}

int
file_ricevi(struct op *op)
{
	struct nodo *declared;
	int r, i;

	if (op->n_file == 0)
		return 0;
	declared = take_declared(op, elementi);
	for (i = 0; i < op->n_file; i++)
		if ((r = take_file(op, &op->file[i],
		    i == 0 ? "principale" : "allegato", i == 0)) != 0)
			return r;
	check_declared(op, declared, elementi);
	return 0;
}
