/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/correzione.h"

#include <string.h>

#include "documenti/repertorio.h"

#define ART54 "art. 54 DPR 445/2000"

static const char *const campi[] = {
	"oggetto", "mittente", "destinatario", "protocollo-mittente",
	"data-arrivo", "mezzo"
};

bool
campo_soggetto(const char *campo)
{
	return strcmp(campo, "mittente") == 0 ||
	    strcmp(campo, "destinatario") == 0;
}

bool
campo_rettificabile(const char *campo)
{
	size_t i;

	for (i = 0; i < NELEM(campi); i++)
		if (strcmp(campi[i], campo) == 0)
			return true;
	return false;
}

/* ---- checks ---- */

void
richiesta_check(struct rilievi *out, const struct nodo *in)
{
	const char *campo = nodo_value(out->a, in, "campo");

	if (strcmp(nodo_value(out->a, in, "tipo"), CORREZIONE_RETTIFICA) != 0)
		return;
	if (campo == NULL)
		rilievo_add(out, ERRORE, "/chiedi-correzione/campo",
		    "manca-campo", ART54, "di una rettifica si dice quale "
		    "campo: --campo oggetto, o un altro");
	else if (!campo_rettificabile(campo))
		rilievo_add(out, ERRORE, "/chiedi-correzione/campo",
		    "campo-immodificabile", ART54, "%s non si rettifica: se è "
		    "sbagliato si annulla tutta la registrazione, chiedila "
		    "con --tipo annullamento", campo);
}

static void
check_value(struct rilievi *out, const struct nodo *in, const char *campo)
{
	size_t i;

	if (nodo_child(in, campo) == NULL)
		rilievo_add(out, ERRORE, arena_printf(out->a, "/rettifica/%s",
		    campo), "manca-valore", ART54, "indica il valore corretto "
		    "con --%s%s", campo, campo_soggetto(campo) ?
		    ".denominazione" : strcmp(campo, "protocollo-mittente") ==
		    0 ? ".numero" : "");
	for (i = 0; i < NELEM(campi); i++)
		if (strcmp(campi[i], campo) != 0 &&
		    nodo_child(in, campi[i]) != NULL)
			rilievo_add(out, ERRORE, arena_printf(out->a,
			    "/rettifica/%s", campi[i]), "altro-campo", ART54,
			    "si rettifica un campo alla volta: questo è %s",
			    campo);
}

static void
check_future(struct rilievi *out, const struct nodo *in, const char *path,
    const char *oggi)
{
	const char *v = nodo_value(out->a, in, path);

	if (v != NULL && strcmp(v, oggi) > 0)
		rilievo_add(out, ERRORE, arena_printf(out->a, "/rettifica/%s",
		    path), "data-futura", ART54, "la data %s è nel futuro", v);
}

void
rettifica_check(struct rilievi *out, const struct nodo *in, const char *oggi)
{
	const char *campo = nodo_value(out->a, in, "campo");

	if (!campo_rettificabile(campo)) {
		rilievo_add(out, ERRORE, "/rettifica/campo",
		    "campo-immodificabile", ART54, "%s non si rettifica: se è "
		    "sbagliato si annulla tutta la registrazione con "
		    "«annulla»", campo);
		return;
	}
	check_value(out, in, campo);
	check_future(out, in, "data-arrivo", oggi);
	check_future(out, in, "protocollo-mittente/data", oggi);
	if (!campo_soggetto(campo) && nodo_child(in, "ordine") != NULL)
		rilievo_add(out, ERRORE, "/rettifica/ordine", "ordine-inutile",
		    ART54, "di %s ce n'è uno: togli --ordine", campo);
}

bool
riserva_cessa(struct arena *a, const struct nodo *in)
{
	const char *v = nodo_value(a, in, "cessa");

	return v != NULL && strcmp(v, "si") == 0;
}

void
riserva_check(struct rilievi *out, const struct nodo *in, const char *oggi)
{
	const char *fino = nodo_value(out->a, in, "fino-al");

	if (fino == NULL)
		return;
	if (riserva_cessa(out->a, in))
		rilievo_add(out, ERRORE, "/riserva/fino-al", "cessa-e-dura",
		    NULL, "se la riservatezza cessa non ha una fine: togli "
		    "--fino-al");
	else if (strcmp(fino, oggi) <= 0)
		rilievo_add(out, ERRORE, "/riserva/fino-al", "data-passata",
		    NULL, "la riservatezza finirebbe il %s, che è già passato",
		    fino);
}

/* ---- values ---- */

static const char *
soggetto_text(struct arena *a, const struct nodo *s)
{
	const char *indirizzo = nodo_value(a, s, "indirizzo");
	const char *ipa = nodo_value(a, s, "codice-ipa");
	const char *pec = nodo_value(a, s, "pec");

	return arena_printf(a, "%s%s%s%s%s%s%s%s%s",
	    nodo_value(a, s, "denominazione"), ipa ? " (" : "", ipa ? ipa : "",
	    ipa ? ")" : "", indirizzo ? ", " : "", indirizzo ? indirizzo : "",
	    pec ? " <" : "", pec ? pec : "", pec ? ">" : "");
}

const char *
valore_text(struct arena *a, const struct nodo *valore, const char *campo)
{
	const struct nodo *v = nodo_child(valore, campo);
	const char *data;

	if (v == NULL)
		return NULL;
	if (campo_soggetto(campo))
		return soggetto_text(a, v);
	if (strcmp(campo, "protocollo-mittente") != 0)
		return nodo_all_text(a, v);
	data = nodo_value(a, v, "data");
	return arena_printf(a, "%s%s%s", nodo_value(a, v, "numero"),
	    data ? " del " : "", data ? data : "");
}

/* ---- documents ---- */

/* What an istanza says and a document says again. */
static void
carry(struct arena *a, struct nodo *out, const struct nodo *in,
    const char *nome)
{
	nodo_elem_text(a, out, nome, nodo_value(a, in, nome));
}

static void
sign(struct arena *a, struct nodo *out, const char *operatore, const char *ora)
{
	nodo_elem_text(a, out, "operatore", operatore);
	nodo_elem_text(a, out, "ora", ora);
}

struct nodo *
richiesta_make(struct arena *a, const struct nodo *in, int ordine,
    const char *richiedente, const char *operatore, const char *ora)
{
	struct nodo *out = nodo_new(a, "richiesta-correzione");

	carry(a, out, in, "protocollo");
	nodo_elem_printf(a, out, "ordine", "%d", ordine);
	carry(a, out, in, "tipo");
	carry(a, out, in, "campo");
	carry(a, out, in, "motivo");
	nodo_elem_text(a, out, "richiedente", richiedente);
	sign(a, out, operatore, ora);
	return out;
}

struct nodo *
rettifica_make(struct arena *a, const struct nodo *in, int ordine, int posto,
    const struct nodo *prima, const char *operatore, const char *ora)
{
	struct nodo *out = nodo_new(a, "rettifica"), *dopo;

	carry(a, out, in, "protocollo");
	nodo_elem_printf(a, out, "ordine", "%d", ordine);
	carry(a, out, in, "campo");
	if (posto != 0)
		nodo_elem_printf(a, out, "posto", "%d", posto);
	nodo_add(out, nodo_copy(a, prima));
	dopo = nodo_elem(a, out, "dopo");
	nodo_add(dopo, nodo_copy(a, nodo_child(in, nodo_value(a, in,
	    "campo"))));
	carry(a, out, in, "motivo");
	carry(a, out, in, "provvedimento");
	carry(a, out, in, "richiesta");
	sign(a, out, operatore, ora);
	return out;
}

struct nodo *
riserva_make(struct arena *a, const struct nodo *in, int ordine,
    const char *operatore, const char *ora)
{
	struct nodo *out = nodo_new(a, "riserva");

	carry(a, out, in, "protocollo");
	nodo_elem_printf(a, out, "ordine", "%d", ordine);
	nodo_elem_text(a, out, "riservata", riserva_cessa(a, in) ? "no" : "si");
	carry(a, out, in, "motivo");
	carry(a, out, in, "fino-al");
	sign(a, out, operatore, ora);
	return out;
}

struct nodo *
annullamento_make(struct arena *a, const struct nodo *in,
    const struct annullamento *x, const char *operatore, const char *ora)
{
	struct nodo *out = nodo_new(a, "annullamento");

	carry(a, out, in, "protocollo");
	carry(a, out, in, "motivo");
	carry(a, out, in, "provvedimento");
	nodo_elem_printf(a, out, "anno", "%04d", x->anno);
	nodo_elem_printf(a, out, "numero", "%d", x->numero);
	carry(a, out, in, "richiesta");
	nodo_elem_text(a, out, "richiedente", x->richiedente);
	nodo_elem_text(a, out, "inoltrata", x->inoltrata ? "si" : "no");
	sign(a, out, operatore, ora);
	return out;
}

struct nodo *
annullamento_voce(struct arena *a, const struct nodo *in)
{
	const char *protocollo = nodo_value(a, in, "protocollo");
	struct nodo *out = nodo_new(a, "voce");

	nodo_elem_text(a, out, "repertorio", REPERTORIO_ANNULLAMENTI);
	nodo_elem_text(a, out, "oggetto", arena_printf(a,
	    "annullamento della registrazione di protocollo %s", protocollo));
	nodo_elem_text(a, out, "protocollo", protocollo);
	return out;
}
