/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * spedisci.c - say that an uscita has been sent, to whom, how and when.
 *
 * Refuses: what is not an uscita, or is annulled; an addressee it has not, or
 * that has received it; a day in the future or before it was registered.
 * Warns: one it was sent to already.  Keeps: every sending, failed ones too.
 * Norm: CAD artt. 45, 47; DPR 445/2000 art. 53 c. 5.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/spedizione.h"
#include "registro/spedizione.h"
#include "registro/titolario.h"

#define ART47 "art. 47 CAD"

/* To whom: those named or, when none is, all that the registration has. */
static int *
addressees(int *n, const struct op *op, const struct nodo *v)
{
	const struct nodo *x = nodo_child(op->in, "destinatario");
	int i, *list;

	*n = nodo_count(x != NULL ? op->in : v, "destinatario");
	list = arena_alloc(op->a, (size_t)(*n + 1) * sizeof *list);
	for (i = 0; i < *n; i++) {
		list[i] = i + 1;
		if (x != NULL) {
			list[i] = (int)strtol(nodo_all_text(op->a, x), NULL,
			    10);
			x = nodo_next(x, "destinatario");
		}
	}
	return list;
}

static void
check_date(struct op *op, const struct nodo *v)
{
	const char *data = op_campo(op, "data");

	if (strcmp(data, op_oggi(op)) > 0)
		op_errore(op, "data", "data-futura", ART47,
		    "la data %s è nel futuro", data);
	if (strncmp(data, nodo_value(op->a, v, "ora"), GIORNO_LEN) < 0)
		op_errore(op, "data", "data-precedente", ART47,
		    "il %s non era ancora registrata", data);
}

/* What was done before for that addressee. */
static int
check_before(struct op *op, const struct numero *n, int who)
{
	struct invio i;
	int r = registro_invio(&i, op->a, op->st->registro, n, who);

	if (r != 0)
		return r == ERR_ABSENT ? 0 : r;
	if (strcmp(i.stato, INVIO_CONSEGNATO) == 0)
		op_errore(op, "destinatario", "gia-consegnata", ART47, "al "
		    "destinatario %d è già stata consegnata: indica gli altri "
		    "con --destinatario", who);
	else if (strcmp(i.stato, INVIO_ERRORE) != 0)
		op_avviso(op, "destinatario", "gia-spedita", ART47, "al "
		    "destinatario %d è già stata spedita il %s: se la spedisci "
		    "di nuovo, conferma con --conferma gia-spedita", who,
		    i.data);
	return 0;
}

static int
check_addressees(struct op *op, const struct numero *n, const struct nodo *v)
{
	int count_v = nodo_count(v, "destinatario"), count_in, i, j, r;
	int *list = addressees(&count_in, op, v);

	for (i = 0; i < count_in; i++) {
		for (j = 0; j < i && list[j] != list[i]; j++)
			continue;
		if (j < i)
			op_errore(op, "destinatario", "destinatario-doppio",
			    ART47, "il destinatario %d è scritto due volte",
			    list[i]);
		else if (list[i] > count_v)
			op_errore(op, "destinatario", "destinatario-ignoto",
			    ART47, "%s ha %d destinatari: il %d non c'è",
			    numero_text(op->a, n), count_v, list[i]);
		else if ((r = check_before(op, n, list[i])) != 0)
			return r;
	}
	return 0;
}

static int
esamina(struct op *op)
{
	struct numero n;
	struct nodo *v;
	int r;

	if ((r = registrazione_in_chiaro(&v, &n, op)) != 0 ||
	    (r = registrazione_valida(op, "protocollo", &n)) <= 0)
		return r;
	if (strcmp(nodo_value(op->a, v, "flusso"), "uscita") != 0) {
		op_errore(op, "protocollo", "non-uscita", ART47,
		    "%s non è un'uscita: si spedisce ciò che esce",
		    numero_text(op->a, &n));
		return 0;
	}
	check_date(op, v);
	return check_addressees(op, &n, v);
}

static int
applica(struct op *op)
{
	struct numero n;
	struct nodo *v;
	int r, before, count_in, *list;

	if ((r = registrazione_in_chiaro(&v, &n, op)) != 0 ||
	    (r = registro_seguiti(&before, op->st->registro, &n,
	    SPEDIZIONI)) != 0)
		return r;
	list = addressees(&count_in, op, v);
	op->fatto = numero_text(op->a, &n);
	op_deposita(op, numero_folder(op->a, &n), numero_follow_path(op->a,
	    SPEDIZIONI, n.progressivo, before + 1), spedizione_make(op->a,
	    op->in, before + 1, list, count_in, op->utente, op->ora_iso));
	return 0;
}

const struct atto atto_spedisci = {
	.nome = "spedisci",
	.sommario = "dice che un'uscita è stata spedita",
	.norma = "artt. 45 e 47 CAD",
	.esamina = esamina,
	.applica = applica,
};
