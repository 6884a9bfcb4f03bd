/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chi_ha_letto.c - who read what of a case, when, and who was refused.
 *
 * Refuses by "absent" what the user may not see; a registration, of which
 * others than those of a case read.  Keeps: the read log is only read; this
 * reading too leaves its row; a document that the reader may not look at is
 * not named to him.  Norm: GDPR artt. 5 and 32.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "documenti/regole.h"

#define LIMITE 100		/* rows of a page, unless told otherwise */
#define PIENA 1			/* the page is full */

static int
esamina(struct op *op)
{
	const char *dal = op_campo(op, "dal"), *al = op_campo(op, "al");
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0)
		return r;
	if (n.serie == SERIE_PROTOCOLLO)
		op_errore(op, "riferimento", "non-un-caso", NULL,
		    "le letture si dicono di un accesso, di una cartella, di "
		    "un fascicolo: di una registrazione, chi l'ha vista sta in "
		    "«mostra»");
	if (dal != NULL && al != NULL && strcmp(dal, al) > 0)
		op_errore(op, "al", "date-invertite", NULL,
		    "la data finale viene prima di quella iniziale: scambiale");
	regola_non_futura(&op->ril, op->in, "dal", op_oggi(op), "il giorno");
	return 0;
}

struct pagina {
	struct op *op;
	const struct numero *n;
	int righe, limite;
};

/* Of what was looked at, no path that this reader may not look at himself. */
static int
say_what(struct op *op, struct nodo *n, const struct numero *caso,
    const char *what)
{
	static const char key[] = "documento=";
	struct occhio occhio = op_occhio(op);
	const char *percorso;
	int r;

	if (strncmp(what, key, sizeof key - 1) != 0) {
		nodo_text(op->a, n, what);
		return 0;
	}
	percorso = what + sizeof key - 1;
	r = registro_vede_documento(op->st->registro, &occhio, caso,
	    arena_strndup(op->a, percorso, strcspn(percorso, ";")));
	if (r == ERR_ABSENT) {
		err_clear();
		nodo_text(op->a, n, "un documento che non puoi leggere");
		return 0;
	}
	if (r == 0)
		nodo_text(op->a, n, what);
	return r;
}

/* Of "CS-2026-0000001;documento=diario/…;al=…", what follows the number. */
static int
say(void *arg, const struct letta *x)
{
	const char *what = strchr(x->oggetto, ';');
	struct pagina *p = arg;
	struct arena *a = p->op->a;
	struct nodo *n;

	if (p->righe++ == p->limite) {
		nodo_set(a, p->op->vista, "altre", "si");
		return PIENA;
	}
	n = nodo_elem(a, p->op->vista, "lettura");
	nodo_set(a, n, "n", arena_printf(a, "%lld", (long long)x->n));
	nodo_set(a, n, "ora", x->ora);
	nodo_set(a, n, "operatore", x->operatore);
	nodo_set(a, n, "per", x->per);
	nodo_set(a, n, "atto", x->atto);
	nodo_set(a, n, "esito", x->esito);
	return what != NULL ? say_what(p->op, n, p->n, what + 1) : 0;
}

static int
applica(struct op *op)
{
	const char *limite = op_campo(op, "limite");
	const char *dopo = op_campo(op, "dopo");
	struct occhio occhio = op_occhio(op);
	struct numero n;
	struct pagina p = { .op = op, .n = &n, .limite = limite != NULL ?
	    (int)strtol(limite, NULL, 10) : LIMITE };
	struct letture *l;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0 ||
	    (r = registro_vede(op->st->registro, &occhio, &n)) != 0 ||
	    (r = store_letture(&l, op->st)) != 0)
		return r;
	op->vista = nodo_new(op->a, "letture");
	nodo_set(op->a, op->vista, "riferimento", numero_text(op->a, &n));
	if ((r = caso_persona(op->vista, op, &n)) != 0)
		return r;
	r = letture_di(l, numero_text(op->a, &n), op_campo(op, "dal"),
	    op_campo(op, "al"), dopo != NULL ? strtoll(dopo, NULL, 10) : 0,
	    say, &p);
	return r == PIENA ? 0 : r;
}

const struct atto atto_chi_ha_letto = {
	.nome = "chi-ha-letto",
	.sommario = "chi ha letto che cosa di un caso, quando, e a chi fu negato",
	.norma = "artt. 5 e 32 GDPR",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};
