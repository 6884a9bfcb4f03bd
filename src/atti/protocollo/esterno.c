/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/protocollo/esterno.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process.h"
#include "registro/registrazioni.h"
#include "worker/worker.h"

#define SECONDI 60
#define RISPOSTA_MAX ((size_t)64 * 1024)	/* bytes */
#define ART50 "art. 50 DPR 445/2000"

/* Only the superuser, or we, may have written what we run. */
static int
check_program(const char *path)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return err_sys("%s", path);
	if (!S_ISREG(st.st_mode) || (st.st_mode & S_IXUSR) == 0)
		return err_set(ERR_INVALID, "%s non è un programma", path);
	if ((st.st_uid != 0 && st.st_uid != geteuid()) ||
	    (st.st_mode & (S_IWGRP | S_IWOTH)) != 0)
		return err_set(ERR_INVALID, "%s può essere scritto da altri: "
		    "deve essere solo dell'amministratore", path);
	return 0;
}

static struct nodo *
question(struct op *op, const struct ente *ente, const struct nodo *campi,
    int ordine)
{
	struct nodo *q = nodo_new(op->a, "richiesta-protocollo"), *n;
	const struct nodo *c;
	const char *impronta;

	nodo_set(op->a, q, "id", op->id);
	nodo_set(op->a, q, "ordine", arena_printf(op->a, "%d", ordine));
	nodo_set(op->a, q, "versione", "1");
	nodo_elem_text(op->a, q, "codice-ipa", ente->codice_ipa);
	nodo_elem_text(op->a, q, "codice-aoo", ente->codice_aoo);
	nodo_elem_text(op->a, q, "operatore", op->utente);
	for (c = nodo_child(campi, NULL); c != NULL; c = nodo_next(c, NULL)) {
		nodo_add(q, n = nodo_copy(op->a, c));
		impronta = nodo_value(op->a, c, "impronta");
		if (impronta != NULL)
			nodo_set(op->a, n, "percorso",
			    op_in_transito(op, impronta));
	}
	return q;
}

static int
ask(struct buf *answer, const struct ente *ente, const struct nodo *q)
{
	const char *const argv[] = { ente->programma, NULL };
	static const char *const envp[] = { "PATH=/usr/bin:/bin",
	    "LC_ALL=C.UTF-8", NULL };
	AUTO_BUF in = { 0 };
	AUTO_BUF said = { 0 };
	struct process p = { .argv = argv, .envp = envp,
	    .out_max = RISPOSTA_MAX, .seconds = SECONDI };
	int r;

	nodo_write(&in, q);
	p.in = in.data;
	p.in_len = in.len;
	if ((r = process_run(answer, &said, &p)) < 0)
		return err_prefix(r, "%s", ente->esterno);
	if (r != 0)
		return err_set(ERR_FAULT, "%s non ha dato il numero: %.300s",
		    ente->esterno, said.len > 0 ? buf_str(&said) : "senza "
		    "dire perché");
	return 0;
}

/* <esterno> of an answer; NULL: a rilievo says why there is none. */
static int
understand(struct nodo **out, struct op *op, const struct ente *ente,
    const struct buf *answer)
{
	struct rilievi ril = { .a = op->a };
	struct nodo *doc, *n;
	int r;

	*out = NULL;
	if ((r = worker_documento(&doc, &ril, op->a,
	    "adattatore/risposta-protocollo", answer->data,
	    answer->len)) != 0)
		return r;
	if (doc == NULL)
		return err_set(ERR_FAULT, "la risposta di %s non si capisce: "
		    "%s", ente->esterno, ril.primo->testo);
	if (nodo_child(doc, "rifiuto") != NULL) {
		op_errore(op, "", "protocollo-esterno", ART50,
		    "%s rifiuta: %s", ente->esterno,
		    nodo_value(op->a, doc, "rifiuto"));
		return 0;
	}
	n = nodo_new(op->a, "esterno");
	nodo_elem_text(op->a, n, "registro", ente->esterno);
	nodo_elem_text(op->a, n, "numero", nodo_value(op->a, doc, "numero"));
	nodo_elem_text(op->a, n, "data", nodo_value(op->a, doc, "data"));
	*out = n;
	return 0;
}

static int
check_new(struct op *op, const struct nodo *x)
{
	struct numero n;
	int r;

	r = registro_esterno_di(&n, op->st->registro,
	    nodo_value(op->a, x, "registro"), nodo_value(op->a, x, "data"),
	    nodo_value(op->a, x, "numero"));
	if (r == ERR_ABSENT)
		return 0;
	return r != 0 ? r : err_set(ERR_FAULT, "il numero %s, che è stato "
	    "dato ora, è già quello della registrazione %s",
	    nodo_value(op->a, x, "numero"), numero_text(op->a, &n));
}

static int
count(const struct op *op)
{
	const struct nodo *n;
	int i = 0;

	if (op->esterni != NULL)
		for (n = nodo_child(op->esterni, NULL); n != NULL;
		    n = nodo_next(n, NULL))
			i++;
	return i;
}

int
esterno_chiedi(struct op *op, const struct nodo *campi)
{
	AUTO_BUF answer = { 0 };
	struct ente ente;
	struct nodo *x;
	int r;

	if ((r = registro_ente(&ente, op->a, op->st->registro)) != 0)
		return r;
	/* nothing is asked for what will be refused: a number once given by
	 * another register is not ours to take back */
	if (ente.programma == NULL || op->st->kit || op_fermo(op))
		return 0;
	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = check_program(ente.programma)) != 0 ||
	    (r = ask(&answer, &ente, question(op, &ente, campi,
	    count(op) + 1))) != 0 ||
	    (r = understand(&x, op, &ente, &answer)) != 0 || x == NULL)
		return r;
	if ((r = check_new(op, x)) != 0)
		return r;
	if (op->esterni == NULL)
		op->esterni = nodo_new(op->a, "esterni");
	nodo_add(op->esterni, x);
	return 0;
}

int
esterno_pronto(struct op *op)
{
	struct ente ente;
	int r;

	if ((r = registro_ente(&ente, op->a, op->st->registro)) != 0)
		return r;
	if ((ente.programma != NULL) != (count(op) > 0))
		return err_set(ERR_BUSY, "il registro di protocollo è cambiato "
		    "mentre l'atto si preparava: riprova");
	return 0;
}

struct nodo *
esterno_prossimo(struct op *op)
{
	const struct nodo *n = op->esterni != NULL ?
	    nodo_child(op->esterni, NULL) : NULL;
	const struct deposito *d;

	/* applica may run again: how many are taken is what stands deposited */
	for (d = op->depositi; d != NULL && n != NULL; d = d->succ)
		if (strcmp(d->tipo, "registrazione") == 0)
			n = nodo_next(n, NULL);
	return n != NULL ? nodo_copy(op->a, n) : NULL;
}
