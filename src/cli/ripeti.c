/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ripeti.c - the sender and the oggetto of the last registration, for whoever
 * registers ten letters of the same school.  What is written on the line wins;
 * what is repeated stands in the istanza like everything else.
 */
#include <string.h>

#include "atti/chi.h"
#include "atti/runner.h"
#include "atti/table.h"
#include "base/random.h"
#include "cli/cli.h"

static const char *const repeated[] = { "oggetto", "mittente.denominazione",
	"mittente.codice-ipa", "mittente.indirizzo", "mittente.pec" };

static bool
given(const struct riga *r, const char *campo)
{
	/* a sender is repeated whole, or not at all */
	size_t n = strcspn(campo, ".");
	int i;

	for (i = 0; i < r->n_campi; i++)
		if (strncmp(r->campi[i][0], campo, n) == 0 &&
		    (r->campi[i][0][n] == '.' || r->campi[i][0][n] == '\0'))
			return true;
	return false;
}

static struct nodo *
istanza_mostra(struct arena *a, const struct numero *n)
{
	struct nodo *root = nodo_new(a, "istanza");
	char id[ID_LEN + 1];

	random_id(id);
	nodo_set(a, root, "atto", atto_mostra.nome);
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	nodo_elem_text(a, nodo_elem(a, root, atto_mostra.nome), "riferimento",
	    numero_text(a, n));
	return root;
}

static void
fill(struct riga *r, struct arena *a, const struct nodo *vista)
{
	const char *(*campi)[2];
	const char *v, *path;
	int n = r->n_campi;
	size_t i;
	char *p;

	campi = arena_alloc(a, ((size_t)n + NELEM(repeated)) * sizeof *campi);
	memcpy(campi, r->campi, (size_t)n * sizeof *campi);
	for (i = 0; i < NELEM(repeated); i++) {
		path = p = arena_strdup(a, repeated[i]);
		if ((p = strchr(p, '.')) != NULL)
			*p = '/';
		v = nodo_value(a, vista, path);
		if (v == NULL || given(r, repeated[i]))
			continue;
		campi[n][0] = repeated[i];
		campi[n++][1] = arena_strdup(a, v);
	}
	r->campi = campi;
	r->n_campi = n;
}

int
ripeti(struct riga *r, struct arena *a)
{
	AUTO(store) st = NULL;
	AUTO(op) op = NULL;
	struct numero n;
	struct chi chi;
	int e;

	if (strcmp(r->verbo, atto_registra.nome) != 0 ||
	    strcmp(r->ripeti, "si") != 0)
		return err_set(ERR_INVALID, "--ripeti si: solo con registra");
	if ((e = store_open(&st, r->store, 0)) != 0 ||
	    (e = chi_agisce(&chi, a, st, esegui_login(),
	    r->come)) != 0)
		return e;
	e = registro_ultima_di(&n, st->registro, chi.utente,
	    clock_year(clock_now()));
	if (e == ERR_ABSENT)
		return err_set(ERR_INVALID, "non c'è una tua registrazione "
		    "di quest'anno da ripetere");
	if (e != 0)
		return e;
	op = op_new(st, &atto_mostra, istanza_mostra(a, &n), chi.utente,
	    chi.per);
	if ((e = runner_esegui(op)) != 0)
		return e;
	fill(r, a, op->vista);
	return 0;
}
