/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/caso/chiudere.h"

#include <string.h>

#include "atti/caso/passaggio.h"
#include "documenti/accesso.h"
#include "documenti/cartella.h"
#include "documenti/chiusura.h"
#include "registro/procedimento.h"

/* The rule of one year proposes; here it is only asked whether it does. */
static int
check_inactive(struct op *op, const struct caso *caso)
{
	const char *ultima;
	int r, giorni, passati;

	if (strcmp(op_campo(op, "motivo"), "inattivita") != 0)
		return 0;
	if ((r = registro_inattivita(&giorni, op->st->registro)) != 0 ||
	    (r = registro_ultima_attivita(&ultima, &passati, op->a,
	    op->st->registro, &caso->n)) != 0)
		return r;
	if (passati < giorni)
		op_avviso(op, "motivo", "non-inattiva", NULL, "l'ultimo "
		    "accesso o intervento è del %s: la regola ne vuole nessuno "
		    "da %d giorni; se il motivo è questo, conferma con "
		    "--conferma non-inattiva", ultima, giorni);
	return 0;
}

int
chiudere_esamina(struct op *op, const struct caso *caso)
{
	int r;

	chiusura_check(&op->ril, op->in);
	if ((r = check_inactive(op, caso)) != 0)
		return r;
	return passaggio_esamina(op, OGGETTO_CARTELLA, caso->c.stato, NULL);
}

static void
close_cover(struct op *op, struct nodo *cover)
{
	static const char *const said[] = { "motivo", "dettaglio",
	    "situazione", "nota" };
	struct nodo *c;
	size_t i;

	c = nodo_elem(op->a, cover, "chiusura");
	nodo_elem_text(op->a, c, "data", op_oggi(op));
	for (i = 0; i < NELEM(said); i++)
		nodo_elem_text(op->a, c, said[i], op_campo(op, said[i]));
}

/* The accesso keeps day and motive; how it ended is told in the cartella. */
static int
close_origin(struct op *op, const struct numero *accesso)
{
	const char *folder = numero_folder(op->a, accesso);
	struct nodo *cover;
	int r;

	if ((r = passaggio_copertina(&cover, op, folder,
	    OGGETTO_ACCESSO, NULL)) != 0)
		return r;
	accesso_chiudi(op->a, cover, op_oggi(op), op_campo(op, "motivo"),
	    NULL);
	op_deposita(op, folder, ACCESSO_COPERTINA, cover);
	return 0;
}

int
chiudere_applica(struct op *op, const struct caso *caso)
{
	struct nodo *cover;
	int r;

	if ((r = passaggio_copertina(&cover, op, caso->folder,
	    OGGETTO_CARTELLA, NULL)) != 0)
		return r;
	close_cover(op, cover);
	op_deposita(op, caso->folder, CARTELLA_COPERTINA, cover);
	if (caso->c.accesso.progressivo == 0)
		return 0;
	return close_origin(op, &caso->c.accesso);
}
