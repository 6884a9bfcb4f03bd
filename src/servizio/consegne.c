/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * consegne.c - the packages that a transfer may have to hand over once more.
 *
 * Tells: one that an offer or a release names and that is not there, has
 * another list than its papers say or other bytes than its list; as a remark,
 * one that no transfer needs (what an act cut short leaves, till the next).
 */
#include "servizio/consegne.h"

#include <string.h>

#include "atti/trasferimento/consegne.h"
#include "base/file.h"
#include "registro/trasferimenti.h"
#include "servizio/rilettura.h"

struct esame {
	struct arena *a;
	struct conto *conto;
	const struct ascolto *l;
	const char *luogo;
};

static void
defect(void *arg, const char *nome, const char *che)
{
	struct esame *e = arg;

	dico(e->conto, e->l, false, arena_printf(e->a, "%s/%s", e->luogo,
	    nome), "%s", che);
}

static int
nothing(void *arg, const char *impronta, const char *nome)
{
	(void)arg;
	(void)impronta;
	(void)nome;
	return 0;
}

static void
look_at(struct esame *e, struct store *st, const char *impronta)
{
	struct borsa_conto count;
	int r;

	e->luogo = arena_printf(e->a, CONSEGNE_DIR "/%s", impronta);
	r = consegna_ogni_file(e->a, st, impronta, nothing, NULL);
	if (r == 0)
		r = borsa_esamina(&count, consegna_dir(e->a, st, impronta),
		    defect, e);
	if (r == ERR_ABSENT)
		dico(e->conto, e->l, false, e->luogo, "non c'è: è il pacchetto "
		    "di un'offerta o di un rilascio, e se va perduto in "
		    "viaggio non si può ripetere");
	else if (r != 0)
		dico(e->conto, e->l, false, e->luogo, "%s", err_msg());
	err_clear();
}

static bool
is_one_of(const char *name, const char *const *list, int n)
{
	int i;

	for (i = 0; i < n; i++)
		if (strcmp(name, list[i]) == 0)
			return true;
	return false;
}

int
verifica_consegne(struct conto *conto, struct store *st,
    const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	struct esame e = { .a = a, .conto = conto, .l = l };
	const char *dir = store_path(a, st, CONSEGNE_DIR), **list;
	char **names;
	int r, n, i;

	if ((r = registro_consegne(&list, &n, a, st->registro)) != 0)
		return r;
	for (i = 0; i < n; i++)
		look_at(&e, st, list[i]);
	if (!dir_exists(dir))
		return 0;
	if ((r = dir_list(&names, a, dir)) != 0)
		return r;
	for (; *names != NULL; names++)
		if (!is_one_of(*names, list, n))
			dico(conto, l, true, arena_printf(a, CONSEGNE_DIR
			    "/%s", *names), "nessun trasferimento ne ha "
			    "bisogno: lo toglie il prossimo atto");
	return 0;
}
