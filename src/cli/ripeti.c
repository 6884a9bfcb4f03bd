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

static const char *const parts[] = { "denominazione", "codice-ipa",
	"indirizzo", "pec" };

/* Is a field, or one below it, on the line?  Senders are repeated all, or not
 * at all. */
static bool
given(const struct riga *r, const char *campo)
{
	size_t n = strlen(campo);
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
add(struct riga *r, struct arena *a, const char *campo, const char *valore)
{
	if (valore == NULL)
		return;
	r->campi[r->n_campi][0] = campo;
	r->campi[r->n_campi++][1] = arena_strdup(a, valore);
}

static void
fill(struct riga *r, struct arena *a, const struct nodo *vista)
{
	bool sender = given(r, "mittente");
	const char *(*campi)[2];
	const struct nodo *m;
	size_t i, n = 1;

	for (m = nodo_child(vista, "mittente"); m; m = nodo_next(m, "mittente"))
		n += NELEM(parts);
	campi = arena_alloc(a, ((size_t)r->n_campi + n) * sizeof *campi);
	memcpy(campi, r->campi, (size_t)r->n_campi * sizeof *campi);
	r->campi = campi;
	if (!given(r, "oggetto"))
		add(r, a, "oggetto", nodo_value(a, vista, "oggetto"));
	for (m = nodo_child(vista, "mittente"); m != NULL && !sender;
	    m = nodo_next(m, "mittente"))
		for (i = 0; i < NELEM(parts); i++)
			add(r, a, arena_printf(a, "mittente.%s", parts[i]),
			    nodo_value(a, m, parts[i]));
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
