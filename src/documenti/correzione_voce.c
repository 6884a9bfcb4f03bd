/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/correzione_voce.h"

#include <string.h>

#include "documenti/regole.h"
#include "documenti/voce_diario.h"

/* As it reads now: what the last correction says. */
static const char *
text_now(struct arena *a, const struct nodo *voce)
{
	const struct nodo *k = nodo_child(voce, CORREZIONE_VOCE), *last = voce;

	for (; k != NULL; k = nodo_next(k, CORREZIONE_VOCE))
		last = k;
	return nodo_value(a, last, "testo");
}

void
correzione_voce_check(struct rilievi *out, const struct nodo *in,
    const struct nodo *voce, const char *agente, const char *responsabile)
{
	const char *autore = nodo_value(out->a, voce, "autore");
	const char *era = text_now(out->a, voce);
	const char *testo = nodo_value(out->a, in, "testo");

	if (strcmp(agente, autore) != 0 && strcmp(agente, responsabile) != 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "voce"),
		    "non-autore", NULL, "la voce è di %s: la corregge chi "
		    "l'ha scritta, o chi risponde della cartella (%s); scrivi "
		    "una voce tua con «annota»", autore, responsabile);
	voce_diario_testo(out, in);
	if (era != NULL && testo != NULL && strcmp(era, testo) == 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "testo"),
		    "testo-uguale", NULL, "la voce dice già così: scrivi il "
		    "testo come deve essere");
}

struct nodo *
correzione_voce_make(struct arena *a, const struct nodo *in,
    const struct nodo *voce, const char *agente, const char *oggi)
{
	struct nodo *n = nodo_new(a, CORREZIONE_VOCE);

	nodo_elem_text(a, n, "autore", agente);
	nodo_elem_text(a, n, "scritto", oggi);
	nodo_elem_text(a, n, "voce", nodo_value(a, in, "voce"));
	nodo_elem_text(a, n, "voce-autore", nodo_value(a, voce, "autore"));
	nodo_elem_text(a, n, "riservata", nodo_value(a, voce, "riservata"));
	nodo_elem_text(a, n, "che-cosa", nodo_value(a, in, "che-cosa"));
	nodo_elem_text(a, n, "motivo", nodo_value(a, in, "motivo"));
	nodo_add(n, nodo_copy(a, nodo_child(in, "testo")));
	return n;
}
