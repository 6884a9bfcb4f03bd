/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/appuntamento.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "documenti/regole.h"

#define MINUTO 60	/* seconds */

int
appuntamento_istante(int64_t *out, const char *giorno, const char *alle)
{
	/* summer time first: of two the earlier */
	static const struct {
		const char *zone;
		int offset;
	} zones[] = { { "+02:00", 7200 }, { "+01:00", 3600 } };
	AUTO(arena) a = arena_new();
	int64_t t;
	size_t i;
	int n = 0;

	for (i = 0; i < NELEM(zones); i++) {
		if (clock_parse(&t, arena_printf(a, "%sT%s:00%s", giorno, alle,
		    zones[i].zone)) != 0) {
			err_clear();
			continue;
		}
		if (clock_offset(t) == zones[i].offset && n++ == 0)
			*out = t;
	}
	return n;
}

static int
minutes(struct arena *a, const struct nodo *in, const struct nodo *prima)
{
	const char *v = nodo_value(a, in, "minuti");

	if (v == NULL && prima != NULL)
		v = nodo_value(a, prima, "minuti");
	return v != NULL ? (int)strtol(v, NULL, 10) : APPUNTAMENTO_MINUTI;
}

bool
appuntamento_quando(struct durata *out, struct rilievi *ril,
    const struct nodo *in, const struct nodo *prima, int64_t adesso)
{
	const char *giorno = nodo_value(ril->a, in, "giorno");
	const char *alle = nodo_value(ril->a, in, "alle");
	const char *path = figlio_path(ril->a, in, "alle");
	int n = appuntamento_istante(&out->da, giorno, alle);

	if (n == 0) {
		rilievo_add(ril, ERRORE, path, "ora-inesistente", NULL,
		    "il %s le %s non ci sono: gli orologi vanno avanti di "
		    "un'ora; scegli un'altra ora", giorno, alle);
		return false;
	}
	if (n == 2)
		rilievo_add(ril, AVVISO, path, "ora-doppia", NULL,
		    "il %s le %s vengono due volte: vale la prima, con l'ora "
		    "legale; se va bene, conferma con --conferma ora-doppia",
		    giorno, alle);
	out->fino = out->da + (int64_t)minutes(ril->a, in, prima) * MINUTO;
	if (out->da < adesso)
		rilievo_add(ril, AVVISO, figlio_path(ril->a, in, "giorno"),
		    "gia-passato", NULL, "il %s alle %s è già passato: di ciò "
		    "che è avvenuto si scrive con «annota»; se serve lo "
		    "stesso, conferma con --conferma gia-passato", giorno,
		    alle);
	return true;
}

int
appuntamento_durata(struct durata *out, struct arena *a,
    const struct nodo *doc)
{
	const char *inizio = nodo_value(a, doc, "inizio");
	int r;

	if (inizio == NULL || nodo_child(doc, "minuti") == NULL)
		return err_set(ERR_INVALID, "un appuntamento non dice quando");
	if ((r = clock_parse(&out->da, inizio)) != 0)
		return r;
	out->fino = out->da + (int64_t)minutes(a, doc, NULL) * MINUTO;
	return 0;
}

const char *
appuntamento_stato(struct arena *a, const struct nodo *doc)
{
	const char *tenuto = nodo_value(a, doc, "esito/tenuto");

	if (nodo_child(doc, "disdetta") != NULL)
		return APPUNTAMENTO_DISDETTO;
	if (tenuto == NULL)
		return APPUNTAMENTO_FISSATO;
	return strcmp(tenuto, "si") == 0 ? APPUNTAMENTO_TENUTO :
	    APPUNTAMENTO_NON_TENUTO;
}

void
appuntamento_aperto(struct rilievi *out, const struct nodo *in,
    const struct nodo *doc)
{
	const char *stato = appuntamento_stato(out->a, doc);

	if (strcmp(stato, APPUNTAMENTO_FISSATO) != 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in,
		    "appuntamento"), "appuntamento-concluso", NULL,
		    "l'appuntamento risulta già %s: se ne fissa un altro con "
		    "«fissa»", strcmp(stato, APPUNTAMENTO_NON_TENUTO) == 0 ?
		    "non tenuto" : stato);
}

static void
copy_all(struct arena *a, struct nodo *to, const struct nodo *from,
    const char *nome)
{
	const struct nodo *c;

	for (c = nodo_child(from, nome); c != NULL; c = nodo_next(c, nome))
		nodo_add(to, nodo_copy(a, c));
}

static void
put_start(struct arena *a, struct nodo *n, int64_t inizio)
{
	char iso[ORA_LEN + 1];

	clock_iso(iso, inizio);
	nodo_elem_text(a, n, "inizio", iso);
}

struct nodo *
appuntamento_make(struct arena *a, const struct nodo *in, int64_t inizio,
    const char *autore, const char *oggi)
{
	struct nodo *n = nodo_new(a, APPUNTAMENTO);

	nodo_elem_text(a, n, "autore", autore);
	nodo_elem_text(a, n, "scritto", oggi);
	nodo_elem_text(a, n, "tipo", nodo_value(a, in, "tipo"));
	put_start(a, n, inizio);
	nodo_elem_printf(a, n, "minuti", "%d", minutes(a, in, NULL));
	nodo_elem_text(a, n, "luogo", nodo_value(a, in, "luogo"));
	if (nodo_child(in, "utente") == NULL)
		nodo_elem_text(a, n, "utente", autore);
	copy_all(a, n, in, "utente");
	copy_all(a, n, in, "altro");
	nodo_elem_text(a, n, "oggetto", nodo_value(a, in, "oggetto"));
	return n;
}

static void
signed_by(struct arena *a, struct nodo *n, const char *autore,
    const char *oggi)
{
	nodo_elem_text(a, n, "autore", autore);
	nodo_elem_text(a, n, "il", oggi);
}

struct nodo *
appuntamento_sposta(struct arena *a, const struct nodo *doc,
    const struct nodo *in, int64_t inizio, const char *autore,
    const char *oggi)
{
	static const char *const same[] = { "utente", "altro", "oggetto",
	    "spostamento" };
	const char *luogo = nodo_value(a, in, "luogo");
	struct nodo *n = nodo_new(a, APPUNTAMENTO), *s;
	size_t i;

	nodo_set(a, n, "id", nodo_attr(doc, "id"));
	copy_all(a, n, doc, "autore");
	copy_all(a, n, doc, "scritto");
	copy_all(a, n, doc, "tipo");
	put_start(a, n, inizio);
	nodo_elem_printf(a, n, "minuti", "%d", minutes(a, in, doc));
	nodo_elem_text(a, n, "luogo", luogo != NULL ? luogo :
	    nodo_value(a, doc, "luogo"));
	for (i = 0; i < NELEM(same); i++)
		copy_all(a, n, doc, same[i]);
	s = nodo_elem(a, n, "spostamento");
	nodo_elem_text(a, s, "era", nodo_value(a, doc, "inizio"));
	nodo_elem_text(a, s, "motivo", nodo_value(a, in, "motivo"));
	signed_by(a, s, autore, oggi);
	return n;
}

void
appuntamento_concludi(struct arena *a, struct nodo *doc, const char *come,
    const struct nodo *in, const char *autore, const char *oggi)
{
	static const char *const fields[] = { "tenuto", "voce", "nota",
	    "motivo" };
	struct nodo *n = nodo_elem(a, doc, come);
	size_t i;

	for (i = 0; i < NELEM(fields); i++)
		nodo_elem_text(a, n, fields[i], nodo_value(a, in, fields[i]));
	signed_by(a, n, autore, oggi);
}
