/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/istruttoria.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/lettera.h"
#include "documenti/regole.h"

#define ART8 "art. 8 L. 241/1990"

void
giorno_piu(char out[GIORNO_LEN + 1], const char *giorno, int giorni)
{
	char next[GIORNO_LEN + 1];

	memcpy(out, giorno, GIORNO_LEN);
	out[GIORNO_LEN] = '\0';
	for (; giorni > 0; giorni--) {
		clock_day_after(next, out);
		memcpy(out, next, sizeof next);
	}
}

bool
istruttoria_di_parte(struct arena *a, const struct nodo *istruttoria)
{
	return strcmp(nodo_value(a, istruttoria, "iniziativa"), "istanza") == 0;
}

/* ---- the inquiry ---- */

void
istruttoria_check(struct rilievi *out, const struct nodo *in, const char *oggi)
{
	bool asked = istruttoria_di_parte(out->a, in);
	bool day = nodo_child(in, "istanza-data") != NULL;

	if (asked && !day)
		rilievo_add(out, ERRORE, figlio_path(out->a, in,
		    "istanza-data"), "senza-data-istanza", ART8, "il termine "
		    "corre dall'istanza: scrivi quando è arrivata con "
		    "--istanza-data");
	if (!asked && (day || nodo_child(in, "istanza-protocollo") != NULL))
		rilievo_add(out, ERRORE, figlio_path(out->a, in, day ?
		    "istanza-data" : "istanza-protocollo"), "non-di-parte",
		    ART8, "d'ufficio non c'è un'istanza: se un cittadino l'ha "
		    "presentata, l'iniziativa è «istanza»");
	regola_non_futura(out, in, "istanza-data", oggi,
	    "la data dell'istanza");
}

static int
days_of(struct arena *a, const struct nodo *in)
{
	const char *v = nodo_value(a, in, "giorni");

	return v != NULL ? (int)strtol(v, NULL, 10) : ISTRUTTORIA_GIORNI;
}

struct nodo *
istruttoria_make(struct arena *a, const struct nodo *in,
    const struct istruttoria_dati *d)
{
	static const char *const said[] = { "iniziativa", "istanza-data",
	    "istanza-protocollo" };
	const char *from = nodo_value(a, in, "istanza-data");
	struct nodo *n = nodo_new(a, "istruttoria");
	char end[GIORNO_LEN + 1];
	size_t i;

	if (from == NULL)
		from = d->oggi;
	giorno_piu(end, from, days_of(a, in));
	nodo_elem_text(a, n, "proposta", d->proposta);
	nodo_elem_text(a, n, "oggetto", d->oggetto);
	for (i = 0; i < NELEM(said); i++)
		nodo_elem_text(a, n, said[i], nodo_value(a, in, said[i]));
	nodo_elem_text(a, n, "ufficio", d->ufficio);
	nodo_elem_text(a, n, "responsabile", d->responsabile);
	nodo_elem_text(a, n, "data", d->oggi);
	nodo_elem_text(a, n, "decorrenza", from);
	nodo_elem_printf(a, n, "giorni", "%d", days_of(a, in));
	nodo_elem_text(a, n, "entro", end);
	return n;
}

void
istruttoria_fine(struct arena *a, struct nodo *doc, const char *percorso,
    const char *protocollo, const char *autore)
{
	nodo_elem_text(a, doc, "comunicazione", percorso);
	nodo_elem_text(a, doc, "protocollo", protocollo);
	nodo_elem_text(a, doc, "autore", autore);
}

struct nodo *
preavviso_make(struct arena *a, const struct nodo *in, const char *istruttoria,
    const char *oggi)
{
	struct nodo *n = nodo_new(a, "preavviso");

	nodo_elem_text(a, n, "istruttoria", istruttoria);
	nodo_add(n, nodo_copy(a, nodo_child(in, "motivi")));
	nodo_elem_text(a, n, "data", oggi);
	nodo_elem_printf(a, n, "giorni", "%d", PREAVVISO_GIORNI);
	return n;
}

/* ---- what the letters say ---- */

/* "istanza del 02/11/2026, prot. 0000001/2026" */
static const char *
origin(struct arena *a, const struct nodo *istruttoria)
{
	const char *prot = nodo_value(a, istruttoria, "istanza-protocollo");

	if (!istruttoria_di_parte(a, istruttoria))
		return "d'ufficio";
	return arena_printf(a, "istanza del %s%s%s", giorno_in_cifre(a,
	    nodo_value(a, istruttoria, "istanza-data")),
	    prot != NULL ? ", prot. " : "", prot != NULL ? prot : "");
}

static void
whom_to_ask(struct arena *a, struct nodo *n, const struct avviso *av)
{
	corpo_voce(a, n, "ufficio: %s", av->ufficio);
	if (av->pec != NULL)
		corpo_voce(a, n, "domicilio digitale: %s", av->pec);
	corpo_voce(a, n, "responsabile del procedimento: %s",
	    av->responsabile);
}

/* art. 8 c. 2, letters a) to d) */
struct nodo *
avvio_testo(struct arena *a, const struct nodo *istruttoria,
    const struct avviso *av, const struct nodo *altro)
{
	struct nodo *n = nodo_new(a, "testo");

	corpo_p(a, n, "Ai sensi degli articoli 7 e 8 della legge 7 agosto "
	    "1990, n. 241, si comunica l'avvio del procedimento indicato in "
	    "oggetto.");
	corpo_voce(a, n, "amministrazione competente: %s", av->ente);
	corpo_voce(a, n, "oggetto del procedimento: %s", nodo_value(a,
	    istruttoria, "oggetto"));
	corpo_voce(a, n, "iniziativa: %s", origin(a, istruttoria));
	whom_to_ask(a, n, av);
	corpo_voce(a, n, "termine: il procedimento si conclude entro il %s "
	    "(%s giorni dal %s), salvo le sospensioni previste dalla legge",
	    giorno_in_cifre(a, nodo_value(a, istruttoria, "entro")),
	    nodo_value(a, istruttoria, "giorni"), giorno_in_cifre(a,
	    nodo_value(a, istruttoria, "decorrenza")));
	corpo_prosa(a, n, altro);
	corpo_p(a, n, "Presso l'ufficio si può prendere visione degli atti, "
	    "nei limiti di legge, e presentare memorie scritte e documenti "
	    "(art. 10 L. 241/1990).");
	corpo_p(a, n, "Trascorso il termine senza una decisione, ci si può "
	    "rivolgere a chi nell'ente ha il potere sostitutivo (art. 2, "
	    "commi 9-bis e 9-ter, L. 241/1990), o ricorrere al Tribunale "
	    "amministrativo regionale contro il silenzio (artt. 31 e 117 "
	    "cod. proc. amm.) finché dura l'inadempimento e comunque entro "
	    "un anno dalla scadenza del termine.");
	return n;
}

struct nodo *
preavviso_testo(struct arena *a, const struct nodo *istruttoria,
    const struct nodo *motivi, const struct avviso *av)
{
	struct nodo *n = nodo_new(a, "testo");

	corpo_p(a, n, "Ai sensi dell'articolo 10-bis della legge 7 agosto "
	    "1990, n. 241, si comunicano i motivi che ostano "
	    "all'accoglimento dell'%s.", origin(a, istruttoria));
	corpo_prosa(a, n, motivi);
	corpo_p(a, n, "Entro %d giorni dal ricevimento di questa lettera si "
	    "possono presentare osservazioni scritte, con i documenti che le "
	    "accompagnano. Della ragione per cui non fossero accolte si dirà "
	    "nel provvedimento finale.", PREAVVISO_GIORNI);
	corpo_p(a, n, "Questa comunicazione sospende il termine del "
	    "procedimento, che ricomincia a correre %d giorni dopo la "
	    "presentazione delle osservazioni o, se non ne arrivano, dalla "
	    "scadenza dei %d giorni.", PREAVVISO_GIORNI, PREAVVISO_GIORNI);
	corpo_p(a, n, "Le osservazioni si presentano a:");
	whom_to_ask(a, n, av);
	return n;
}
