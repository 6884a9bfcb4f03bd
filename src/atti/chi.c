/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/chi.h"

#include <string.h>

#include "atti/atto.h"
#include "registro/deleghe.h"

int
chi_agisce(struct chi *out, struct arena *a, struct store *st,
    const char *login, const char *come)
{
	const char *utente = NULL;
	struct ente ente;
	int e;

	if (come != NULL && (e = registro_ente(&ente, a, st->registro)) != 0)
		return e;
	if (come != NULL && ente.dimostrativo) {
		*out = (struct chi){ come, NULL };
		return 0;
	}
	e = registro_utente_login(&utente, a, st->registro, login);
	if (e == ERR_ABSENT)
		return err_set(ERR_FORBIDDEN, "l'accesso «%s» non è di nessun "
		    "utente: il responsabile lo lega a un utente con "
		    "«nomina»", login);
	if (e != 0)
		return e;
	if (come != NULL && strcmp(come, utente) == 0)
		come = NULL;
	*out = (struct chi){ utente, come };
	return 0;
}

bool
chi_delegabile(const struct atto *atto)
{
	return (atto->flags & (FONDA | PERSONALE)) == 0 &&
	    (!(atto->flags & RICHIEDE_FIRMA) || (atto->flags & PER_DELEGA));
}

static int
by_delega(struct op *op)
{
	int e = registro_delega_copre(op->st->registro, op->utente, op->per,
	    op->atto->nome);

	if (e == 0)
		return err_set(ERR_FORBIDDEN, "nessuna delega in vigore di %s "
		    "a %s comprende l'atto «%s»", op->per, op->utente,
		    op->atto->nome);
	return e < 0 ? e : 0;
}

int
chi_per(struct op *op)
{
	struct ente ente;
	int e;

	if (op->per == NULL)
		return 0;
	if ((e = registro_ente(&ente, op->a, op->st->registro)) != 0)
		return e;
	if (ente.dimostrativo)
		return 0;
	/* nor by the power: who may act as anybody would give himself the rest */
	if (!chi_delegabile(op->atto))
		return err_set(ERR_FORBIDDEN, "l'atto «%s» è personale: non si "
		    "compie per un altro", op->atto->nome);
	e = registro_permesso(op->st->registro, op->utente, "agire-per");
	if (e != ERR_FORBIDDEN)
		return e;
	err_clear();
	return by_delega(op);
}
