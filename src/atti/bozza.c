/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/bozza.h"

#include <string.h>

#include "atti/atto.h"
#include "atti/chi.h"

int
bozza_apri(struct bozze **out, struct store *st)
{
	return store_bozze(out, st);
}

/* The first number it names. */
static const char *
reference(struct op *op)
{
	static const char *const fields[] = { "cartella", "caso", "accesso",
	    "protocollo", "riferimento" };
	struct numero n;
	const char *v;
	size_t i;

	for (i = 0; i < NELEM(fields); i++) {
		if ((v = op_campo(op, fields[i])) == NULL)
			continue;
		if (numero_parse(&n, v) == 0)
			return v;
		err_clear();
	}
	return NULL;
}

static int
done(struct store *st, const char *id)
{
	int64_t seq;
	int r = registro_istanza(&seq, st->registro, id);

	if (r == 0)
		return 1;
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	return r;
}

/* The words of a draft whose istanza has been done would never be written. */
static int
not_done(struct op *op)
{
	int r = done(op->st, op->id);

	return r <= 0 ? r : err_set(ERR_INVALID,
	    "questa istanza è già stata usata per un atto");
}

int
bozza_tieni(struct op *op)
{
	struct autore chi = { op->utente, op->per };
	struct bozze *b = NULL;
	char ora[ORA_LEN + 1];
	AUTO_BUF testo = { 0 };
	int r;

	if ((r = chi_per(op)) != 0 || (r = registro_permesso(op->st->registro,
	    op_agente(op), op->atto->nome)) != 0 ||
	    (r = not_done(op)) != 0 ||
	    (r = bozza_apri(&b, op->st)) != 0)
		return r;
	clock_iso(ora, clock_now());
	nodo_write(&testo, op->istanza);
	return bozze_tieni(b, &chi, &(struct bozza){ op->id, op->atto->nome,
	    reference(op), ora, buf_str(&testo) });
}

int
bozza_prendi(struct bozza *out, struct arena *a, struct store *st,
    const struct autore *chi, const char *id)
{
	struct bozze *b = NULL;
	int r;

	if ((r = bozza_apri(&b, st)) != 0)
		return r;
	return bozze_leggi(out, a, b, chi, id);
}

int
bozza_mandata(struct store *st, const struct autore *chi,
    const struct bozza *x)
{
	struct bozze *b = NULL;
	int r;

	if ((r = bozza_apri(&b, st)) != 0)
		return r;
	return bozze_mandata(b, chi, x);
}

int
bozza_compiuta(struct store *st, const struct bozza *x)
{
	return done(st, x->id);
}
