/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fascicola.c - put a registration in fascicoli or cartelle, or take it out.
 *
 * Refuses: putting in what is annulled; a closed fascicolo; one it is in
 * already, or is not in; taking it from the cartella it belongs to by an act;
 * what the operator may not read, for who answers for a fascicolo reads what
 * is in it; a registration of a case outside cartelle, where it would stay
 * visible when the case goes to others.  Keeps: each of these steps.
 * Norm: DPR 445/2000 artt. 54, 64 c. 4.
 */
#include <string.h>

#include "atti/protocollo/fascicolo.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/fascicolo.h"
#include "registro/titolario.h"

#define ART64 "art. 64 DPR 445/2000"
#define DIR "fascicolazioni"

/* ---- rules on each fascicolo ---- */

static int
check_presence(struct op *op, const char *path, const char *numero,
    const struct contenitore *f, const struct numero *n)
{
	bool out = fascicola_toglie(op->a, op->in);
	const char *come = NULL;
	int r;

	r = registro_come_in(&come, op->a, op->st->registro, &f->n, n);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	if (!out && r == 0)
		op_errore(op, path, "gia-fascicolata", NULL,
		    "la registrazione è già in %s", numero);
	else if (out && r == ERR_ABSENT)
		op_errore(op, path, "non-fascicolata", NULL,
		    "la registrazione non è in %s", numero);
	else if (out && strcmp(come, COME_FASCICOLA) != 0)
		op_errore(op, path, "non-si-toglie", ART64, "la registrazione "
		    "è di %s per un atto della cartella: non se ne toglie",
		    numero);
	return 0;
}

static bool
written_before(const struct op *op, const struct nodo *x)
{
	const char *numero = nodo_all_text(op->a, x);
	const struct nodo *y;

	for (y = nodo_child(op->in, "fascicolo"); y != x;
	    y = nodo_next(y, "fascicolo"))
		if (strcmp(nodo_all_text(op->a, y), numero) == 0)
			return true;
	return false;
}

static int
check_one(struct op *op, const struct nodo *x, const struct numero *n,
    bool of_a_case)
{
	const char *numero = nodo_all_text(op->a, x);
	const char *path = nodo_path(op->a, x) + strlen("/fascicola/");
	struct contenitore f;
	int r;

	if ((r = contenitore_find(&f, op, numero)) != 0)
		return r;
	if (written_before(op, x))
		op_errore(op, path, "fascicolo-doppio", NULL,
		    "%s è scritto due volte", numero);
	if (f.chiuso != NULL)
		op_errore(op, path, "fascicolo-chiuso", ART64,
		    "%s è chiuso dal %s: ciò che contiene non cambia più",
		    numero, f.chiuso);
	if (of_a_case && !f.di_un_caso && !fascicola_toglie(op->a, op->in))
		op_errore(op, path, "di-un-caso", "art. 32 GDPR", "la "
		    "registrazione è di un caso: si fascicola in una cartella, "
		    "o in un fascicolo che sta in una cartella");
	return check_presence(op, path, numero, &f, n);
}

/* ---- rules on the registration ---- */

static int
check_clear(struct op *op, const struct numero *n)
{
	struct occhio occhio = op_occhio(op);
	struct nodo *v;
	int r;

	if ((r = registro_vista_registrazione(&v, op->a, op->st->registro,
	    &occhio, n)) != 0)
		return r;
	if (nodo_attr(v, "oscurata") != NULL &&
	    !fascicola_toglie(op->a, op->in))
		op_errore(op, "protocollo", "riservata", "art. 32 GDPR", "la "
		    "registrazione %s è riservata e non la vedi in chiaro: la "
		    "fascicola chi la tratta", numero_text(op->a, n));
	return 0;
}

static int
esamina(struct op *op)
{
	const struct nodo *x;
	struct numero n;
	int r, of_a_case;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = check_clear(op, &n)) != 0)
		return r;
	if (!fascicola_toglie(op->a, op->in) &&
	    (r = registrazione_valida(op, "protocollo", &n)) < 0)
		return r;
	of_a_case = registro_di_un_caso(op->st->registro, &n);
	if (of_a_case < 0)
		return of_a_case;
	for (x = nodo_child(op->in, "fascicolo"); x != NULL;
	    x = nodo_next(x, "fascicolo"))
		if ((r = check_one(op, x, &n, of_a_case == 1)) != 0)
			return r;
	return 0;
}

static int
applica(struct op *op)
{
	struct numero n;
	int r, before;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_seguiti(&before, op->st->registro, &n, DIR)) != 0)
		return r;
	op->fatto = numero_text(op->a, &n);
	op_deposita(op, numero_folder(op->a, &n), numero_follow_path(op->a,
	    DIR, n.progressivo, before + 1), fascicolazione_make(op->a,
	    op->in, before + 1, op->ora_iso, op->utente));
	return 0;
}

const struct atto atto_fascicola = {
	.nome = "fascicola",
	.sommario = "mette una registrazione nei fascicoli, o ne la toglie",
	.norma = "art. 64 DPR 445/2000",
	.esamina = esamina,
	.applica = applica,
};
