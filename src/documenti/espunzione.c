/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/espunzione.h"

#include <string.h>

#include "documenti/provenienza.h"

#define ATTO_VERSO_ALTRI "è un atto che ha effetto verso altri: non si toglie, " \
	"si rinvia, si revoca o si chiude con un altro atto"
#define VA_CON "va con il documento di cui parla: indica quello"
#define GOVERNA(come) "dice chi può che cosa nella cartella: " come

/*
 * What stands in a cartella, and why it may not be erased; NULL: it may, where
 * nothing that stays is built on it.  Those that may say something of somebody
 * and nothing else hangs on them when the register is read back.
 */
static const struct {
	const char *tipo, *perche;
} types[] = {
	{ "voce-diario", NULL },
	{ "correzione-voce", NULL },
	{ "relazione", NULL },
	{ "verbale", NULL },
	{ "progetto", NULL },
	{ "liberatoria", NULL },
	{ "revoca-liberatoria", NULL },
	{ "stato-di-famiglia", NULL },
	{ "istanza-di-parte", NULL },
	{ "richiesta-scritta", NULL },
	{ "provvedimento", NULL },
	{ "attestazione-isee", NULL },
	{ "relazione-msna", NULL },
	{ "appuntamento", NULL },
	{ "copia-oscurata", NULL },
	{ "attestazione", NULL },
	{ "cartella", "è la copertina: senza non c'è la cartella" },
	{ "scheda", "è la scheda della persona: si corregge con "
	    "«aggiorna-scheda», e ciò che diceva prima resta nella storia; se "
	    "è tutta di un'altra, o se ciò che diceva deve sparire, si apre una "
	    "cartella nuova, e questa si chiude e si secreta finché si scarta" },
	{ "comuni", "si corregge con «registra-comune»" },
	{ "manifesto", VA_CON },
	{ "verdetto", VA_CON },
	{ "firma-openpgp", VA_CON },
	{ "firma-cades", VA_CON },
	{ "rinvio-firma", VA_CON },
	{ "sottoscrizione", VA_CON },
	{ "equipe", GOVERNA("si cambia con «componi-equipe»") },
	{ "conflitto", GOVERNA("finisce con «cessa-conflitto»") },
	{ "secretazione", GOVERNA("si toglie con «dissecreta»") },
	{ "collegamento", GOVERNA("si toglie con «scollega»") },
	{ "accesso-straordinario", GOVERNA("chi vi è entrato resta scritto") },
	{ "riassegnazione", GOVERNA("si cambia con «riassegna»") },
	{ "blocco", GOVERNA("si toglie con «sblocca-scarto»") },
	{ PROVENIENZA, "dice che cosa venne da un altro ente, e di quello "
	    "risponde" },
	{ ESPUNZIONE, "dice che cosa fu espunto, e resta" },
	{ "unione-persone", "si toglie con «separa-persone»" },
	{ "separazione-persone", "si toglie con «unisci-persone»" },
};

const char *
espunzione_vieta(const char *tipo, const char *percorso)
{
	size_t i;

	/* of an adopted type: whatever it says, nothing of ours hangs on it */
	if (strncmp(percorso, "tipi/", 5) == 0)
		return NULL;
	for (i = 0; i < NELEM(types); i++)
		if (strcmp(types[i].tipo, tipo) == 0)
			return types[i].perche;
	return ATTO_VERSO_ALTRI;
}

bool
espunzione_segue(const char *tipo)
{
	static const char *const follow[] = { "correzione-voce", "manifesto",
	    "rinvio-firma", "sottoscrizione" };
	size_t i;

	for (i = 0; i < NELEM(follow); i++)
		if (strcmp(follow[i], tipo) == 0)
			return true;
	return false;
}

struct nodo *
lapide_make(struct arena *a, const struct espunto *e, const char *impronta)
{
	struct nodo *n = nodo_new(a, LAPIDE);

	nodo_set(a, n, "versione", "1");
	nodo_elem_text(a, n, "tipo", e->tipo);
	nodo_elem_text(a, n, "segno", e->segno);
	nodo_elem_text(a, n, "impronta", impronta);
	nodo_elem_text(a, n, "espunto", e->giorno);
	nodo_elem_text(a, n, "provvedimento", e->provvedimento);
	nodo_elem_text(a, n, "istanza", e->istanza);
	return n;
}

int
lapide_di(const char **tipo, struct arena *a, const struct nodo *doc,
    const struct anello_documento *d)
{
	const char *segno, *impronta;

	if (strcmp(doc->nome, LAPIDE) != 0)
		return 0;
	segno = nodo_value(a, doc, "segno");
	impronta = nodo_value(a, doc, "impronta");
	if (segno == NULL || impronta == NULL || strcmp(segno, d->segno) != 0 ||
	    strcmp(impronta, d->impronta) != 0)
		return err_set(ERR_INVALID, "la lapide è di un altro "
		    "documento");
	*tipo = nodo_value(a, doc, "tipo");
	return 1;
}

struct nodo *
espunzione_make(struct arena *a, const struct espunto *e, const char *autore,
    const char *motivo)
{
	struct nodo *n = nodo_new(a, ESPUNZIONE);

	nodo_elem_text(a, n, "autore", autore);
	nodo_elem_text(a, n, "scritto", e->giorno);
	nodo_elem_text(a, n, "provvedimento", e->provvedimento);
	nodo_elem_text(a, n, "motivo", motivo);
	return n;
}

struct nodo *
espunzione_documento(struct arena *a, struct nodo *n, const struct espunto *e)
{
	struct nodo *d = nodo_elem(a, n, "espunto");

	nodo_elem_text(a, d, "percorso", e->percorso);
	nodo_elem_text(a, d, "tipo", e->tipo);
	nodo_elem_text(a, d, "segno", e->segno);
	nodo_elem_text(a, d, "riservata-di", e->riservata_di);
	return d;
}

void
espunzione_versione(struct arena *a, struct nodo *espunto, int64_t seq,
    const char *impronta, const char *lapide)
{
	struct nodo *v = nodo_elem(a, espunto, "versione");

	nodo_elem_printf(a, v, "atto", "%lld", (long long)seq);
	nodo_elem_text(a, v, "impronta", impronta);
	nodo_elem_text(a, v, "lapide", lapide);
}

void
espunzione_commit(struct arena *a, struct nodo *n, int64_t seq,
    const char *prima, const char *dopo)
{
	struct nodo *c = nodo_elem(a, n, "commit");

	nodo_elem_printf(a, c, "atto", "%lld", (long long)seq);
	nodo_elem_text(a, c, "prima", prima);
	nodo_elem_text(a, c, "dopo", dopo);
}
