/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * operaio.c - the child: one job, one answer, the end.  Which jobs it knows is
 * said by who starts it: a program links only what its jobs need.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/process.h"
#include "base/resource.h"
#include "worker/operaio.h"
#include "worker/prova.h"
#include "worker/worker.h"

#ifdef COV
void __gcov_dump(void);
#endif

_Noreturn void
operaio_end(int status)
{
#ifdef COV
	__gcov_dump();
#endif
	_exit(status);
}

int
operaio_mappa(const void **p, size_t *n, const char *che)
{
	struct stat st;
	void *at;

	if (fstat(3, &st) != 0)
		return err_sys("%s", che);
	*n = (size_t)st.st_size;
	*p = "";
	if (*n == 0)
		return 0;
	if ((at = mmap(NULL, *n, PROT_READ, MAP_PRIVATE, 3, 0)) == MAP_FAILED)
		return err_sys("%s", che);
	*p = at;
	return 0;
}

static _Noreturn void
answer(int r, const void *p, size_t n)
{
	AUTO_BUF head = { 0 };

	buf_u32(&head, (uint32_t)-r);
	if (r != 0)
		buf_block(&head, err_msg(), strlen(err_msg()));
	if (file_write_fd(1, head.data, head.len) != 0 ||
	    (r == 0 && file_write_fd(1, p, n) != 0))
		operaio_end(1);
	operaio_end(0);
}

/* Splits "nome:dettaglio"; *dettaglio is NULL when there is none. */
static const struct lavoro *
find(const char **dettaglio, const char *nome,
    const struct lavoro *const *lavori)
{
	size_t n = strcspn(nome, ":");

	*dettaglio = nome[n] == ':' ? nome + n + 1 : NULL;
	for (; *lavori != NULL; lavori++)
		if (strlen((*lavori)->nome) == n &&
		    strncmp((*lavori)->nome, nome, n) == 0)
			return *lavori;
	return NULL;
}

static int
close_door(const struct lavoro *l)
{
	struct gabbia g = l->gabbia;

	if (l->con_casa) {
		g.scrive = getenv("HOME");
		if (g.scrive == NULL || g.scrive[0] != '/')
			return err_set(ERR_FAULT, "operaio senza cartella");
	}
	return gabbia_close(&g);
}

const char *
worker_chiamato(int argc, char **argv)
{
	return argc == 5 && strcmp(argv[1], "--operaio") == 0 &&
	    strcmp(argv[3], OPERAIO_FORMA) == 0 &&
	    strcmp(argv[4], resource_edition) == 0 ? argv[2] : NULL;
}

/* "prova@N:NOME": NOME, and N in *da; else NULL. */
static const char *
tried(const char **da, const char *nome)
{
	const char *colon = strchr(nome, ':');

	if (strncmp(nome, "prova@", 6) != 0 || colon == NULL)
		return NULL;
	*da = nome + 6;
	return colon + 1;
}

/* The door is closed: the inmate tries it. */
static _Noreturn void
try_door(const char *nome, const char *da)
{
	if (strncmp(da, "ferma:", 6) == 0)
		prova_ferma();
	prova_fai(nome, (int)strtol(da, NULL, 10), 1, true);
	operaio_end(0);
}

_Noreturn void
operaio_run(const char *nome, const struct lavoro *const *lavori)
{
	const char *da = NULL, *prova = tried(&da, nome);
	const struct lavoro *l;
	bool custode;
	const char *dettaglio;
	AUTO_BUF out = { 0 };
	int r;

	process_reserve();
	if (prova != NULL && strcmp(prova, "custode") == 0) {
		if (close_range(4, ~0U, 0) != 0 || (r = custode_close()) != 0)
			answer(err_set(ERR_FAULT, "custode"), NULL, 0);
		try_door(prova, da);
	}
	l = find(&dettaglio, prova != NULL ? prova : nome, lavori);
	custode = l != NULL && l->con_custode && prova == NULL;
	if (close_range(custode ? 5 : l != NULL && l->con_fd ? 4 : 3, ~0U,
	    0) != 0)
		answer(err_sys("close_range"), NULL, 0);
	if (l == NULL)
		answer(err_set(ERR_INVALID, "operaio sconosciuto"), NULL, 0);
	if (custode && (r = custode_part()) != 0)
		answer(r, NULL, 0);
	if ((r = l->prepara(dettaglio)) != 0 || (r = close_door(l)) != 0)
		answer(r, NULL, 0);
	if (prova != NULL)
		try_door(prova, da);
	r = l->esegui(&out, dettaglio);
	answer(r, out.data, out.len);
}
