/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/firme/sede_firma.h"

#include <string.h>

#include "documenti/scarto.h"

bool
sede_di_ente(const struct caso *sede)
{
	return strcmp(sede->folder, SEDE_ENTE) == 0;
}

static bool
is_ente(const char *nome)
{
	return nome != NULL && strcmp(nome, SEDE_ENTE) == 0;
}

static struct caso
ente(void)
{
	return (struct caso){ .folder = SEDE_ENTE };
}

int
sede_firma_di(struct caso *out, struct op *op, const char *nome)
{
	if (!is_ente(nome))
		return caso_di(out, op, nome);
	*out = ente();
	return 0;
}

int
sede_firma(struct caso *out, struct op *op)
{
	if (!is_ente(op_campo(op, "cartella")))
		return caso_find(out, op);
	*out = ente();
	return 0;
}

int
sede_firma_scrivibile(struct caso *out, struct op *op)
{
	if (!is_ente(op_campo(op, "cartella")))
		return caso_scrivibile(out, op);
	*out = ente();
	return 0;
}

int
sede_firma_dipende(struct caso *out, struct op *op)
{
	if (!is_ente(op_campo(op, "cartella")))
		return caso_dipende(out, op);
	*out = ente();
	return op_dipende(op, SEDE_ENTE);
}

/* Whoever may read lists reads all of them: they name nobody. */
int
sede_firma_legge(struct op *op, const struct caso *sede, const char *percorso)
{
	struct occhio occhio = op_occhio(op);
	int r;

	if (!sede_di_ente(sede))
		return registro_vede_documento(op->st->registro, &occhio,
		    &sede->n, percorso);
	r = registro_permesso(op->st->registro, op_agente(op), "scarti");
	if (r != 0 && r != ERR_FORBIDDEN)
		return r;
	if (r == 0 && scarto_di_percorso(NULL, percorso) > 0)
		return 0;
	err_clear();
	return err_set(ERR_ABSENT, "%s non esiste, o non è fra le cose che "
	    "puoi vedere", percorso);
}

const char *
sede_firma_detta(struct op *op, const struct caso *sede, const char *percorso)
{
	const char *che = SCARTO_ELENCO;
	int elenco;

	if (!sede_di_ente(sede))
		return numero_text(op->a, &sede->n);
	elenco = scarto_di_percorso(&che, percorso);
	return arena_printf(op->a, strcmp(che, SCARTO_VERBALE) == 0 ?
	    "verbale di distruzione, elenco %d" : "elenco di scarto %d",
	    elenco);
}
