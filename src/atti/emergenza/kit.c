/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * kit.c - what the atti of the emergency share: the kit as the register knows
 * it, and as it knows itself.
 *
 * Keeps: a sealed kit has no key.  Norm: DPR 445/2000 art. 63.
 */
#include "atti/emergenza/kit.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "atti/atto.h"
#include "base/file.h"
#include "base/point.h"

/* ---- in the register ---- */

char *
kit_path(struct arena *a, int ordine)
{
	return ordinale_path(a, "emergenze", ordine, ".xml");
}

int
kit_ultimo(struct nodo **out, int *ordine, struct arena *a, struct store *st)
{
	int r;

	if ((r = registro_documenti(ordine, st->registro, "ente",
	    "emergenze")) != 0)
		return r;
	*out = NULL;
	if (*ordine == 0)
		return 0;
	return store_documento(out, a, st, "ente", kit_path(a, *ordine));
}

int
kit_di_codice(struct nodo **out, struct arena *a, struct store *st,
    const char *codice)
{
	struct nodo *doc;
	int r, ordine;

	if ((r = kit_ultimo(&doc, &ordine, a, st)) != 0)
		return r;
	for (; ordine > 0; ordine--) {
		if ((r = store_documento(&doc, a, st, "ente",
		    kit_path(a, ordine))) != 0)
			return r;
		if (strcmp(nodo_value(a, doc, "codice"), codice) == 0) {
			*out = doc;
			return 0;
		}
	}
	return err_set(ERR_ABSENT, "non è un kit di questo registro");
}

bool
kit_fuori(struct arena *a, const struct nodo *kit)
{
	return kit != NULL &&
	    strcmp(nodo_value(a, kit, "stato"), "preparato") == 0;
}

struct nodo *
kit_finito(struct op *op, const struct nodo *kit, const char *stato,
    const char *motivo, const char *rientro, const char *ultimo)
{
	struct nodo *n = nodo_copy(op->a, kit), *x;

	x = nodo_child(n, "stato");
	nodo_remove(x->primo);
	nodo_text(op->a, x, stato);
	if (ultimo != NULL) {
		if ((x = nodo_child(n, "ultimo")) != NULL)
			nodo_remove(x);
		nodo_elem_text(op->a, n, "ultimo", ultimo);
	}
	x = nodo_elem(op->a, n, "esito");
	nodo_elem_text(op->a, x, "ora", op->ora_iso);
	nodo_elem_text(op->a, x, "operatore", op->utente);
	nodo_elem_text(op->a, x, "motivo", motivo);
	nodo_elem_text(op->a, x, "rientro", rientro);
	return n;
}

static int
avvia(struct op *op)
{
	const struct nodo *d;

	for (d = nodo_child(op->in, "documento"); d != NULL;
	    d = nodo_next(d, "documento"))
		op_deposita(op, "ente", nodo_attr(d, "percorso"),
		    nodo_copy(op->a, nodo_child(d, NULL)));
	return 0;
}

const struct atto atto_avvia_kit = {
	.nome = "avvia-kit",
	.sommario = "comincia un kit per l'emergenza",
	.norma = EMERGENZA_ART63,
	.flags = FONDA | SOLO_KIT,
	.applica = avvia,
};

/* ---- in a kit ---- */

int
kit_read(struct kit *out, struct arena *a, struct store *st)
{
	int r;

	memset(out, 0, sizeof *out);
	if ((r = store_documento(&out->doc, a, st, "ente",
	    KIT_DOCUMENTO)) != 0)
		return r;
	r = store_documento(&out->emergenza, a, st, "ente", KIT_EMERGENZA);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r == 0)
		out->sigillato = nodo_child(out->emergenza,
		    "chiusura") != NULL;
	return r;
}

void
kit_adesso(char out[ORA_LEN + 1], const struct op *op)
{
	clock_iso(out, op->ora != 0 ? op->ora : clock_now());
}

void
kit_oggi(char out[GIORNO_LEN + 1], const struct op *op)
{
	clock_day(out, op->ora != 0 ? op->ora : clock_now());
}

int
kit_aperto(struct kit *out, struct op *op)
{
	int r;

	if ((r = kit_read(out, op->a, op->st)) != 0)
		return r;
	if (out->sigillato)
		op_errore(op, "", "sigillato", EMERGENZA_ART63, "questo kit è "
		    "sigillato: portalo al registro, dove «chiudi-emergenza» "
		    "ne riprende le registrazioni");
	else if (out->emergenza == NULL)
		op_errore(op, "", "non-aperta", EMERGENZA_ART63,
		    "l'emergenza non è aperta: il responsabile la apre con "
		    "«apri-emergenza»");
	return 0;
}

int
kit_dimentica(struct store *st)
{
	AUTO(arena) a = arena_new();
	const char *path;
	struct kit kit;
	int r;

	if (!st->kit)
		return 0;
	path = store_path(a, st, KIT_CHIAVE);
	if (!file_exists(path))
		return 0;
	r = kit_read(&kit, a, st);
	if (r == ERR_ABSENT) {
		err_clear();	/* the first act is not done yet */
		return 0;
	}
	if (r != 0 || !kit.sigillato)
		return r;
	POINT("chiave-da-distruggere");
	if (unlink(path) != 0 && errno != ENOENT)
		return err_sys("%s", path);
	return file_sync_all(st->dir);
}
