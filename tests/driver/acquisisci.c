/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisisci.c - takes in the package of another body, without the messages of
 * a transfer: what the act that receives one does behind them.
 *
 *	acquisisci STORE USER DIR SUB IPA FINGERPRINT KEYFILE OFFICE WORKER
 *	    [CARTELLA | -] [CONFIRMED...]
 *
 * As the atto «apri», or «riapri» of CARTELLA, whose passages and permission it
 * so has.  Prints the number; or the codes of the rilievi with their texts, and
 * exits 1; 4 on an error.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atti/atto.h"
#include "atti/runner.h"
#include "atti/trasferimento/acquisire.h"
#include "base/file.h"
#include "base/random.h"
#include "worker/worker.h"

#define ID_PATTO "00000000000000000000000000000007"
#define ID_CASO "00000000000000000000000000000008"

struct prep {
	struct ente_altrui di;
	struct presa presa;
	struct numero n;
	struct pacchetto_altrui *p;
};

static char **args;		/* from DIR on */

static void
read_args(struct prep *x)
{
	x->di = (struct ente_altrui){ .ipa = args[2], .chiave = args[3] };
	x->presa = (struct presa){ .ufficio = args[5],
	    .responsabile = args[6], .motivo = "torna da un altro ente" };
	if (args[7] == NULL || strcmp(args[7], "-") == 0)
		return;
	if (numero_parse(&x->n, args[7]) != 0)
		abort();
	x->presa.ripresa = &x->n;
	x->di.ritorna = true;
}

static int
esamina(struct op *op)
{
	struct prep now = { 0 }, *x = op->prep;

	if (x == NULL)
		read_args(x = &now);
	return acquisire_esamina(op, x->p, &x->presa);
}

static int
prepara(struct op *op)
{
	struct prep *x = arena_alloc(op->a, sizeof *x);
	AUTO_BUF key = { 0 };
	int r;

	memset(x, 0, sizeof *x);
	read_args(x);
	if ((r = file_read(&key, args[4], 1 << 20)) != 0)
		return r;
	x->di.pubblica = arena_memdup(op->a, key.data, key.len);
	x->di.n = key.len;
	if ((r = acquisire_guarda(&x->p, op, op->file[0].fd, args[1],
	    &x->di)) == 0 && x->p != NULL)
		op->prep = x;
	return r;
}

static int
applica(struct op *op)
{
	const struct prep *x = op->prep;
	struct tr_lettera patto = { .id = ID_PATTO, .caso = ID_CASO };
	struct numero n;
	int r;

	if (x == NULL)
		return err_set(ERR_FAULT, "nulla è stato guardato");
	if ((r = acquisire_applica(&n, op, x->p, &patto, &x->presa)) == 0)
		op->fatto = numero_text(op->a, &n);
	return r;
}

static struct nodo *
istanza(struct arena *a, const char *atto, char **confirmed)
{
	struct nodo *root = nodo_new(a, "istanza"), *n;
	char id[ID_LEN + 1];

	random_id(id);
	nodo_set(a, root, "atto", atto);
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	n = nodo_elem(a, root, "conferme");
	for (; *confirmed != NULL; confirmed++)
		nodo_set(a, nodo_elem(a, n, "conferma"), "codice", *confirmed);
	n = nodo_elem(a, root, atto);
	if (args[7] != NULL && strcmp(args[7], "-") != 0) {
		nodo_elem_text(a, n, "cartella", args[7]);
		nodo_elem_text(a, n, "motivazione", "torna da un altro ente");
	}
	return root;
}

static int
say(const struct op *op)
{
	const struct rilievo *x;

	if (op->stato == OP_FATTO) {
		printf("%s\n", op->fatto);
		return 0;
	}
	for (x = op->ril.primo; x != NULL; x = x->succ)
		fprintf(stderr, "[%s] %s\n", x->codice, x->testo);
	return 1;
}

int
main(int argc, char **argv)
{
	static char *none[] = { NULL };
	AUTO(arena) a = arena_new();
	AUTO(store) st = NULL;
	struct atto atto = { .sommario = "", .flags = FILE_AMMESSI | DIRECTORY,
	    .esamina = esamina, .prepara = prepara, .applica = applica };
	struct op_file file = { .nome = "consegna" };
	const char *job = worker_chiamato(argc, argv);
	struct op *op;
	int r;

	if (job != NULL)
		worker_main(job);
	if (argc < 10)
		return 2;
	args = argv + 3;
	atto.nome = argc > 10 && strcmp(argv[10], "-") != 0 ? "riapri" :
	    "apri";
	if (store_open(&st, argv[1], 0) != 0) {
		fprintf(stderr, "%s\n", err_msg());
		return 4;
	}
	file.fd = open(argv[3], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	op = op_new(st, &atto, istanza(a, atto.nome, argc > 11 ? argv + 11 :
	    none), argv[2], NULL);
	op->file = &file;
	op->n_file = 1;
	if ((r = runner_esegui(op)) == 0)
		r = say(op);
	else
		fprintf(stderr, "%s\n", err_msg());
	op_free(op);
	return r < 0 ? 4 : r;
}
