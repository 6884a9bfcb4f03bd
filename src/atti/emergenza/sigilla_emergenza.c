/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sigilla_emergenza.c - end the emergency register, on a kit: the time of the
 * restore, how many rows each day had, and a seal that only the key of the
 * kit could make.
 *
 * Refuses: an end before the last row.  Keeps: after it no row, and no key.
 * Norm: DPR 445/2000 art. 63.
 */
#include <string.h>

#include "atti/emergenza/kit.h"
#include "atti/table.h"
#include "base/file.h"
#include "registro/emergenza.h"

static int
esamina(struct op *op)
{
	int64_t fine, inizio, now = op->ora != 0 ? op->ora : clock_now(), t;
	struct numero n;
	const char *last;
	struct kit kit;
	int r;

	if ((r = kit_aperto(&kit, op)) != 0 || op->ril.errori > 0)
		return r;
	if ((r = clock_parse(&fine, op_campo(op, "fine"))) != 0 ||
	    (r = clock_parse(&inizio, nodo_value(op->a, kit.emergenza,
	    "inizio"))) != 0 ||
	    (r = registro_emergenza_ultima(&n, &last, op->a,
	    op->st->registro)) != 0)
		return r;
	t = inizio;
	if (last[0] != '\0' && (r = clock_parse(&t, last)) != 0)
		return r;
	if (fine > now)
		op_errore(op, "fine", "fine-futura", EMERGENZA_ART63,
		    "il ripristino è dopo adesso");
	if (fine < inizio || fine < t)
		op_errore(op, "fine", "fine-prima", EMERGENZA_ART63,
		    "il ripristino è prima %s", fine < inizio ?
		    "dell'inizio dell'emergenza" : "dell'ultima registrazione");
	return 0;
}

/* Each day from the beginning to the end, the empty ones too. */
static int
add_days(struct op *op, struct nodo *chiusura, const char *inizio,
    const char *fine)
{
	char day[GIORNO_LEN + 1], last[GIORNO_LEN + 1], next[GIORNO_LEN + 1];
	int64_t from, to;
	struct nodo *n;
	int r, count, total = 0;

	if ((r = clock_parse(&from, inizio)) != 0 ||
	    (r = clock_parse(&to, fine)) != 0)
		return r;
	clock_day(day, from);
	clock_day(last, to);
	while (strcmp(day, last) <= 0) {
		if ((r = registro_emergenza_giorno(&count, op->st->registro,
		    day)) != 0)
			return r;
		n = nodo_elem(op->a, chiusura, "giornata");
		nodo_set(op->a, n, "data", day);
		nodo_set(op->a, n, "totale", arena_printf(op->a, "%d", count));
		total += count;
		giorno_dopo(next, day, 1);
		memcpy(day, next, sizeof day);
	}
	nodo_elem_printf(op->a, chiusura, "totale", "%d", total);
	return 0;
}

static int
add_seal(struct op *op, struct nodo *emergenza, struct nodo *chiusura)
{
	char prova[IMPRONTA_LEN + 1];
	struct ultimo ultimo;
	AUTO_BUF key = { 0 };
	int r;

	if ((r = file_read(&key, store_path(op->a, op->st, KIT_CHIAVE),
	    IMPRONTA_LEN)) != 0)
		return err_prefix(r, "la chiave del kit");
	if (!hash_valid(buf_str(&key)))
		return err_set(ERR_FAULT, "la chiave del kit è guasta");
	if ((r = registro_ultimo(&ultimo, op->st->registro)) != 0)
		return r;
	emergenza_prova(prova, op->a, emergenza, ultimo.impronta, key.data);
	nodo_elem_text(op->a, chiusura, "prova", prova);
	return 0;
}

static int
applica(struct op *op)
{
	const char *fine = op_campo(op, "fine"), *ora;
	struct nodo *chiusura;
	struct numero last;
	struct kit kit;
	int r;

	if ((r = kit_read(&kit, op->a, op->st)) != 0 ||
	    (r = registro_emergenza_ultima(&last, &ora, op->a,
	    op->st->registro)) != 0)
		return r;
	chiusura = nodo_elem(op->a, kit.emergenza, "chiusura");
	nodo_elem_text(op->a, chiusura, "fine", fine);
	if ((r = add_days(op, chiusura, nodo_value(op->a, kit.emergenza,
	    "inizio"), fine)) != 0)
		return r;
	if (last.progressivo > 0)
		nodo_elem_text(op->a, chiusura, "ultimo",
		    numero_text(op->a, &last));
	nodo_elem_text(op->a, chiusura, "operatore", op->utente);
	nodo_elem_text(op->a, chiusura, "ora", op->ora_iso);
	if ((r = add_seal(op, kit.emergenza, chiusura)) != 0)
		return r;
	op_deposita(op, "ente", KIT_EMERGENZA, kit.emergenza);
	return 0;
}

const struct atto atto_sigilla_emergenza = {
	.nome = "sigilla-emergenza",
	.sommario = "chiude il registro di emergenza e sigilla il kit",
	.norma = EMERGENZA_ART63,
	.flags = SOLO_KIT | SENZA_OROLOGIO,
	.esamina = esamina,
	.applica = applica,
};
