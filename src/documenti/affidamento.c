/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/affidamento.h"

#include <string.h>

#include "documenti/regole.h"

#define ART4 "art. 4 L. 184/1983"
#define MESI_ASCOLTO (12 * 12)

static void
check_consent(struct rilievi *out, const struct nodo *in, const char *oggi)
{
	const char *forma = nodo_value(out->a, in, "forma");
	const struct nodo *c;

	if (forma == NULL)
		return;
	if (strcmp(forma, "consensuale") == 0 &&
	    nodo_child(in, "consenso") == NULL)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "consenso"),
		    "manca-consenso", ART4, "un affidamento consensuale dice "
		    "chi ha consentito: --consenso.nome, --consenso.qualita, "
		    "--consenso.data; senza consenso dispone il tribunale per "
		    "i minorenni (--forma giudiziario)");
	if (strcmp(forma, "giudiziario") == 0 &&
	    nodo_child(in, "decreto") == NULL)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "decreto"),
		    "manca-decreto", ART4, "un affidamento giudiziario cita il "
		    "decreto: --decreto.autorita, --decreto.numero, "
		    "--decreto.data");
	for (c = nodo_child(in, "consenso"); c; c = nodo_next(c, "consenso"))
		regola_non_futura(out, c, "data", oggi, "la data del consenso");
}

/* Art. 4 c. 1: a minor of 12 is heard, and a younger one of discernment. */
static void
check_hearing(struct rilievi *out, const struct nodo *in,
    const struct affidamento_dati *d)
{
	const char *dal = nodo_value(out->a, in, "dal");
	const struct nodo *ascolto = nodo_child(in, "ascolto");
	bool heard = ascolto != NULL && nodo_child(ascolto, "data") != NULL;
	bool grown = d->nascita == NULL || dal == NULL ||
	    strcmp(mesi_dopo(out->a, d->nascita, MESI_ASCOLTO), dal) <= 0;

	if (ascolto != NULL)
		regola_non_futura(out, ascolto, "data", d->oggi,
		    "la data dell'ascolto");
	if (heard)
		return;
	if (grown)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "ascolto"),
		    "manca-ascolto", ART4, "il minore che ha compiuto dodici "
		    "anni va ascoltato: --ascolto.data e --ascolto.sintesi");
	else if (ascolto == NULL || nodo_child(ascolto, "motivo") == NULL)
		rilievo_add(out, AVVISO, figlio_path(out->a, in, "ascolto"),
		    "senza-ascolto", ART4, "anche il minore di dodici anni va "
		    "ascoltato, se ha discernimento: scrivi --ascolto.data, o "
		    "--ascolto.motivo se non lo si è ascoltato, o conferma con "
		    "--conferma senza-ascolto");
}

/* Art. 4 c. 4: the tribunal may extend it. */
static void
check_length(struct rilievi *out, const struct nodo *in, int mesi)
{
	const char *dal = nodo_value(out->a, in, "dal");
	const char *al = nodo_value(out->a, in, "al");

	regola_ordine(out, in, "dal", "al");
	if (dal == NULL || al == NULL ||
	    strcmp(al, mesi_dopo(out->a, dal, mesi)) <= 0 ||
	    nodo_child(in, "decreto") != NULL)
		return;
	rilievo_add(out, ERRORE, figlio_path(out->a, in, "al"), "troppo-lungo",
	    ART4, "un affidamento disposto dal servizio dura al più %d mesi: "
	    "fino al %s; lo proroga il tribunale, il cui decreto si cita con "
	    "--decreto.autorita, --decreto.numero, --decreto.data", mesi,
	    mesi_dopo(out->a, dal, mesi));
}

void
affidamento_check(struct rilievi *out, const struct nodo *in,
    const struct affidamento_dati *d)
{
	const struct nodo *decreto = nodo_child(in, "decreto");

	check_consent(out, in, d->oggi);
	check_hearing(out, in, d);
	check_length(out, in, d->mesi);
	if (decreto != NULL)
		regola_non_futura(out, decreto, "data", d->oggi,
		    "la data del decreto");
	regola_prosa(out, in, "motivi", "un affidamento dice perché lo si fa");
	regola_prosa(out, in, "poteri", "un affidamento dice quali poteri ha "
	    "l'affidatario");
	regola_prosa(out, in, "rapporti", "un affidamento dice tempi e modi "
	    "dei rapporti con la famiglia di origine");
}
