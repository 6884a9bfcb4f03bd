/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registra_emergenza.c - give a document its place in the emergency register,
 * on a kit.
 *
 * Refuses: what registra refuses; when no emergency is open, or its
 * authorisation or the kit has run out.  Keeps: numbers without gaps, that go
 * on from the last interruption of the year.  Norm: DPR 445/2000 art. 63.
 */
#include <string.h>

#include "atti/emergenza/kit.h"
#include "atti/protocollo/registra.h"
#include "atti/table.h"
#include "registro/emergenza.h"

static int
check_days(struct op *op, const struct kit *kit)
{
	const char *fino = emergenza_fino(op->a, kit->emergenza), *last;
	const char *scade = nodo_value(op->a, kit->doc, "scade");
	char oggi[GIORNO_LEN + 1];
	struct numero n;
	int r;

	kit_oggi(oggi, op);
	if (strcmp(oggi, fino) > 0)
		op_errore(op, "", "autorizzazione-scaduta", EMERGENZA_ART63,
		    "l'emergenza era autorizzata fino al %s: il responsabile la "
		    "proroga con «proroga-emergenza»", fino);
	if (strcmp(oggi, scade) > 0)
		op_errore(op, "", "kit-scaduto", EMERGENZA_ART63, "il kit si "
		    "poteva usare fino al %s: chiudilo con "
		    "«sigilla-emergenza»", scade);
	if ((r = registro_emergenza_ultima(&n, &last, op->a,
	    op->st->registro)) != 0)
		return r;
	if (strncmp(oggi, last, GIORNO_LEN) < 0)
		op_errore(op, "", "giorno-passato", EMERGENZA_ART63,
		    "l'ultima riga è del %.10s: il registro non torna al %s",
		    last, oggi);
	return 0;
}

/* The rules of registra speak of its own fields: here they are these. */
static int
say_here(struct op *op, int r)
{
	struct rilievo *x;

	for (x = op->ril.primo; x != NULL; x = x->succ)
		if (strncmp(x->percorso, "/registra/", 10) == 0)
			x->percorso = arena_printf(op->a, "/%s/%s",
			    op->atto->nome, x->percorso + 10);
	return r;
}

static int
esamina(struct op *op)
{
	struct kit kit;
	int r;

	if ((r = kit_aperto(&kit, op)) != 0 || op->ril.errori > 0 ||
	    (r = check_days(op, &kit)) != 0)
		return r;
	return say_here(op, registra_esamina(op));
}

static int
prepara(struct op *op)
{
	return say_here(op, registra_prepara(op));
}

/* The number after the last of this kit, or after the last before it. */
static int
next_number(struct numero *out, struct op *op)
{
	const char *before, *ora;
	struct numero last;
	struct kit kit;
	int r;

	if ((r = kit_read(&kit, op->a, op->st)) != 0 ||
	    (r = registro_emergenza_ultima(&last, &ora, op->a,
	    op->st->registro)) != 0)
		return r;
	before = nodo_value(op->a, kit.doc, "ultimo");
	if (last.progressivo == 0 && before != NULL &&
	    (r = numero_parse(&last, before)) != 0)
		return r;
	*out = emergenza_seguente(&last, clock_year(op->ora));
	return 0;
}

static int
applica(struct op *op)
{
	struct numero n;
	int r;

	if ((r = next_number(&n, op)) != 0)
		return r;
	op->fatto = numero_text(op->a, &n);
	op_deposita(op, numero_folder(op->a, &n),
	    numero_path(op->a, KIT_RIGHE, n.progressivo),
	    emergenza_riga(op->a, op->in, &n, op->ora_iso, op->utente));
	return 0;
}

const struct atto atto_registra_emergenza = {
	.nome = "registra-emergenza",
	.sommario = "registra un documento nel registro di emergenza, in un kit",
	.norma = EMERGENZA_ART63,
	.flags = FILE_AMMESSI | SOLO_KIT,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
