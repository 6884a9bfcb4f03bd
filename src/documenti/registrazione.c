/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/registrazione.h"

#include <string.h>

#include "documenti/calendario.h"

#define ART53 "art. 53 DPR 445/2000"

static void
check_parties(struct rilievi *out, const struct nodo *in, const char *flusso)
{
	/* art. 53 lett. c: the sender of what comes, the addressee of what goes */
	if (strcmp(flusso, "entrata") == 0 && !nodo_child(in, "mittente"))
		rilievo_add(out, ERRORE, "/registra/mittente", "manca-mittente",
		    ART53, "un documento in entrata ha un mittente: indicalo "
		    "con --mittente.denominazione");
	if (strcmp(flusso, "uscita") == 0 && !nodo_child(in, "destinatario"))
		rilievo_add(out, ERRORE, "/registra/destinatario",
		    "manca-destinatario", ART53, "un documento in uscita ha "
		    "un destinatario: indicalo con "
		    "--destinatario.denominazione");
}

static void
check_dates(struct rilievi *out, const struct nodo *in, const char *oggi)
{
	static const char *const past[] = {
		"data-arrivo", "protocollo-mittente/data"
	};
	const char *v;
	size_t i;

	for (i = 0; oggi != NULL && i < NELEM(past); i++) {
		v = nodo_value(out->a, in, past[i]);
		if (v != NULL && strcmp(v, oggi) > 0)
			rilievo_add(out, ERRORE, arena_printf(out->a,
			    "/registra/%s", past[i]), "data-futura", ART53,
			    "la data %s è nel futuro", v);
	}
	v = nodo_value(out->a, in, "riservata/fino-al");
	if (oggi != NULL && v != NULL && strcmp(v, oggi) <= 0)
		rilievo_add(out, ERRORE, "/registra/riservata/fino-al",
		    "data-passata", NULL,
		    "la riservatezza finirebbe il %s, che è già passato", v);
}

/* L. 241/1990 art. 18-bis: effects run from when it was presented. */
static void
check_presented(struct rilievi *out, const char *tipo, const char *arrivo)
{
	if (tipo == NULL || strcmp(tipo, "provvedimento") == 0 ||
	    strcmp(tipo, "altro") == 0)
		return;
	rilievo_add(out, AVVISO, "/registra/data-arrivo", "data-presentazione",
	    "art. 18-bis L. 241/1990", "è stata presentata il %s: la data di "
	    "protocollo non può essere diversa, i termini corrono da allora; "
	    "conferma con --conferma data-presentazione", arrivo);
}

/* Later than the working day after it came: somebody must have allowed it. */
static void
check_late(struct rilievi *out, const struct nodo *in, const char *oggi,
    const struct calendario *cal)
{
	const char *arrivo = nodo_value(out->a, in, "data-arrivo");
	bool differita = nodo_child(in, "differita") != NULL;
	char last[DATA_LEN + 1];

	if (differita && arrivo == NULL)
		rilievo_add(out, ERRORE, "/registra/data-arrivo",
		    "manca-data-arrivo", ART53, "di una registrazione "
		    "differita si dice quando è arrivato il documento: "
		    "--data-arrivo");
	if (oggi == NULL || arrivo == NULL || strcmp(arrivo, oggi) >= 0)
		return;
	check_presented(out, nodo_value(out->a, in, "tipo"), arrivo);
	calendario_precedente(last, cal, oggi);
	if (!differita && strcmp(arrivo, last) < 0)
		rilievo_add(out, ERRORE, "/registra/differita",
		    "manca-differita", ART53, "è arrivato il %s: dopo il "
		    "giorno lavorativo seguente la registrazione è differita, "
		    "indica --differita.motivo e --differita.autorizzazione",
		    arrivo);
}

void
registrazione_check(struct rilievi *out, const struct nodo *in,
    const char *oggi, const struct calendario *cal)
{
	const char *flusso = nodo_value(out->a, in, "flusso");

	/* a segnatura received may have said it */
	if (nodo_child(in, "oggetto") == NULL)
		rilievo_add(out, ERRORE, "/registra/oggetto", "manca-oggetto",
		    ART53, "ogni registrazione ha un oggetto: indicalo con "
		    "--oggetto");
	check_parties(out, in, flusso != NULL ? flusso : "");
	check_dates(out, in, oggi);
	check_late(out, in, oggi, cal);
	if (nodo_child(in, "classifica") == NULL)
		rilievo_add(out, ERRORE, "/registra/classifica",
		    "manca-classifica", "art. 56 DPR 445/2000",
		    "ogni documento registrato è classificato: indica "
		    "--classifica, come VII/9");
	if (nodo_child(in, "principale") == NULL)
		rilievo_add(out, AVVISO, "/registra/principale",
		    "senza-documento", ART53, "non c'è il documento: se è di "
		    "carta, conferma con --conferma senza-documento");
}

struct nodo *
registrazione_make(struct arena *a, const struct nodo *in,
    const struct numero *n, const char *ora, const char *operatore)
{
	struct nodo *out = nodo_new(a, "registrazione");
	const struct nodo *c;

	nodo_elem_text(a, out, "numero", numero_text(a, n));
	nodo_elem_text(a, out, "ora", ora);
	nodo_elem_text(a, out, "operatore", operatore);
	for (c = nodo_child(in, NULL); c != NULL; c = nodo_next(c, NULL))
		nodo_add(out, nodo_copy(a, c));
	return out;
}

void
registrazione_file(struct arena *a, struct nodo *padre, const char *elem,
    const char *nome, const char *impronta, const char *tipo,
    int64_t dimensione, const char *nota)
{
	struct nodo *n = nodo_elem(a, padre, elem);

	nodo_elem_text(a, n, "nome", nome);
	nodo_elem_text(a, n, "impronta", impronta);
	nodo_elem_text(a, n, "tipo", tipo);
	nodo_elem_printf(a, n, "dimensione", "%lld", (long long)dimensione);
	nodo_elem_text(a, n, "nota", nota);
}

char *
segnatura_text(struct arena *a, const char *ente, const char *codice_ipa,
    const char *codice_aoo, const char *numero, const char *ora)
{
	return arena_printf(a, "%s (%s, %s) - prot. %s del %.2s/%.2s/%.4s",
	    ente, codice_ipa, codice_aoo, numero, ora + 8, ora + 5, ora);
}
