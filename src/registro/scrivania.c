/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scrivania.c - the kinds of things that wait, and who they wait for.
 *
 * A new kind is one line of the table and its two statements in
 * query_scrivania.h.
 */
#include "registro/scrivania.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "registro/deleghe.h"
#include "registro/query.h"

static const struct kind {
	const char *che, *titolo;
	const char *atto;	/* that ends the wait; also the permission */
	int prime, quante;	/* queries */
} kinds[] = {
	/* the office of the register */
	{ "da-smistare", "Da smistare", "smista", Q_DA_SMISTARE,
	    Q_DA_SMISTARE_N },
	{ "da-rismistare", "Rifiutate, da smistare di nuovo", "smista",
	    Q_DA_RISMISTARE, Q_DA_RISMISTARE_N },
	{ "da-rettificare", "Rettifiche chieste", "rettifica",
	    Q_DA_RETTIFICARE, Q_DA_RETTIFICARE_N },
	{ "da-annullare", "Annullamenti chiesti", "annulla", Q_DA_ANNULLARE,
	    Q_DA_ANNULLARE_N },
	{ "da-spedire", "In uscita, da spedire", "spedisci", Q_DA_SPEDIRE_Q,
	    Q_DA_SPEDIRE_N },
	{ "invii", "Spedite, senza ricevuta o tornate indietro",
	    "acquisisci-ricevuta", Q_INVII_APERTI, Q_INVII_APERTI_N },
	{ "giorni", "Giorni da chiudere", "chiudi-giorno",
	    Q_GIORNI_DA_CHIUDERE, Q_GIORNI_DA_CHIUDERE_N },
	{ "sigillo", "Da sigillare", "sigilla", Q_DA_SIGILLARE_Q,
	    Q_DA_SIGILLARE_N },
	/* who keeps the archive */
	{ "giorni-aperti", "Giorni che il responsabile deve ancora chiudere",
	    "archivio", Q_GIORNI_APERTI_Q, Q_GIORNI_APERTI_N },
	{ "chiuse", "Cartelle chiuse quest'anno", "archivio", Q_CHIUSE_Q,
	    Q_CHIUSE_N },
	{ "blocchi", "Blocchi allo scarto da rivedere", "blocca-scarto",
	    Q_BLOCCHI_SCRIVANIA, Q_BLOCCHI_SCRIVANIA_N },
	{ "scarti", "Scarti in corso", "proponi-scarto", Q_SCARTI_SCRIVANIA,
	    Q_SCARTI_SCRIVANIA_N },
	{ "da-versare", "Registri giornalieri da versare al conservatore",
	    "versa", Q_GIORNI_RITARDO, Q_GIORNI_RITARDO_N },
	{ "non-accettati", "Non accettati dal conservatore, da versare di nuovo",
	    "versa", Q_RIFIUTATE_Q, Q_RIFIUTATE_N },
	{ "senza-rapporto", "Versati, senza il rapporto del conservatore",
	    "acquisisci-rapporto", Q_SENZA_RAPPORTO_Q, Q_SENZA_RAPPORTO_N },
	/* offices and people to whom registrations are sent */
	{ "da-prendere", "Da prendere in carico", "prendi-in-carico",
	    Q_DA_PRENDERE_Q, Q_DA_PRENDERE_N },
	{ "da-assegnare", "In carico, da assegnare", "assegna",
	    Q_DA_ASSEGNARE_Q, Q_DA_ASSEGNARE_N },
	{ "da-vedere", "Per conoscenza, da vedere", "prendi-visione",
	    Q_DA_VEDERE_Q, Q_DA_VEDERE_N },
	/* who looks at everybody's powers */
	{ "poteri", "Ruoli presi da sé e permessi cambiati, nell'ultimo mese",
	    "permessi", Q_POTERI_MUTATI_Q, Q_POTERI_MUTATI_N },
	/* who enrols keys */
	{ "chiavi", "Chiavi scadute o che scadono entro trenta giorni",
	    "arruola-chiave", Q_CHIAVI_FINE_Q, Q_CHIAVI_FINE_N },
	{ "fiducia", "Elenchi di fiducia da rinnovare", "adotta-fiducia",
	    Q_FIDUCIA_FINE_Q, Q_FIDUCIA_FINE_N },
	/* cases */
	{ "termini", "Termini scaduti o che scadono entro sette giorni",
	    "rispondi-termine", Q_TERMINI_SCRIVANIA, Q_TERMINI_SCRIVANIA_N },
	{ "appuntamenti", "Appuntamenti di oggi, e passati senza esito",
	    "esita", Q_SENZA_ESITO_Q, Q_SENZA_ESITO_N },
	{ "offerte-arrivate", "Cartelle offerte da altri enti, da accettare",
	    "accetta-trasferimento", Q_OFFERTE_ARRIVATE_Q,
	    Q_OFFERTE_ARRIVATE_N },
	{ "da-rilasciare", "Trasferimenti accettati, da rilasciare",
	    "rilascia-trasferimento", Q_DA_RILASCIARE_Q, Q_DA_RILASCIARE_N },
	{ "offerte-scadute", "Offerte ad altri enti scadute, da ritirare",
	    "ritira-trasferimento", Q_OFFERTE_SCADUTE_Q,
	    Q_OFFERTE_SCADUTE_N },
	{ "da-approvare", "Proposte da approvare", "approva", Q_DA_APPROVARE,
	    Q_DA_APPROVARE_N },
	{ "da-istruire", "Proposte approvate, da istruire",
	    "avvia-istruttoria", Q_DA_ISTRUIRE, Q_DA_ISTRUIRE_N },
	{ "da-firmare", "Determinazioni da firmare", "determina",
	    Q_DA_FIRMARE, Q_DA_FIRMARE_N },
	{ "libro-firma", "Documenti da firmare", "firma", Q_LIBRO_SCRIVANIA,
	    Q_LIBRO_SCRIVANIA_N },
	{ "scarti-da-firmare", "Elenchi e verbali di scarto da firmare",
	    "firma", Q_LIBRO_ENTE_SCRIVANIA, Q_LIBRO_ENTE_SCRIVANIA_N },
	{ "tornati", "Tornati senza firma, da riscrivere", "libro-firma",
	    Q_TORNATI_SCRIVANIA, Q_TORNATI_SCRIVANIA_N },
	{ "accessi-da-assegnare", "Accessi diretti, da assegnare", "assegna",
	    Q_ACCESSI_APERTI_Q, Q_ACCESSI_APERTI_N },
	{ "rinviate", "Proposte rinviate dal coordinatore", "proponi",
	    Q_RINVIATE_Q, Q_RINVIATE_N },
	{ "da-valutare", "Accessi da valutare", "valuta", Q_DA_VALUTARE,
	    Q_DA_VALUTARE_N },
	{ "da-aprire", "Accessi valutati, da prendere in carico", "apri",
	    Q_DA_APRIRE, Q_DA_APRIRE_N },
	{ "inattive", "Senza accessi né interventi da molto: forse da chiudere",
	    "chiudi", Q_INATTIVE_Q, Q_INATTIVE_N },
	{ "straordinari", "Accessi straordinari, da vedere", "prendi-atto",
	    Q_STRAORDINARI_Q, Q_STRAORDINARI_N },
	{ "consultazioni", "Consultazioni di altri enti che finiscono entro "
	    "sette giorni", "concedi-consultazione", Q_CONSULTAZIONI_FINE_Q,
	    Q_CONSULTAZIONI_FINE_N },
	{ "cartelle", "Le tue cartelle", "annota", Q_CARTELLE_MIE,
	    Q_CARTELLE_MIE_N },
	{ "equipe", "Le cartelle in cui sei in équipe", "annota",
	    Q_CARTELLE_EQUIPE, Q_CARTELLE_EQUIPE_N },
};

static void
add_thing(struct nodo *sezione, struct arena *a, struct stmt *s)
{
	struct nodo *x = nodo_elem(a, sezione, "cosa");

	nodo_set(a, x, "riferimento", stmt_text(s, 0));
	nodo_set(a, x, "dal", stmt_text(s, 1));
	nodo_set(a, x, "giorni", stmt_text(s, 2));
	nodo_set(a, x, "nota", stmt_text(s, 4));
	if (stmt_int(s, 5) == 1)
		nodo_set(a, x, "oscurata", "si");
	else if (!stmt_null(s, 3))
		nodo_text(a, x, stmt_text(s, 3));
}

static int
add_kind(struct nodo *out, struct arena *a, struct registro *r,
    const struct kind *k, const char *utente, const char *per)
{
	struct nodo *sezione;
	AUTO_STMT s = NULL;
	int64_t n = 0;
	int e;

	/* who may not end the wait is not even counted for */
	if ((e = registro_permesso(r, utente, k->atto)) == ERR_FORBIDDEN) {
		err_clear();
		return 0;
	}
	if (e != 0 || (e = db_int(&n, r->db, k->quante, "ss", utente,
	    k->atto)) != 0)
		return e;
	if (n == 0)
		return 0;
	sezione = nodo_elem(a, out, "sezione");
	nodo_set(a, sezione, "che", k->che);
	nodo_set(a, sezione, "titolo", k->titolo);
	nodo_set(a, sezione, "atto", k->atto);
	nodo_set(a, sezione, "per", per);
	nodo_set(a, sezione, "quante", arena_printf(a, "%lld", (long long)n));
	if (n == strtol(SCRIVANIA_CONTA, NULL, 10))
		nodo_set(a, sezione, "oltre", "si");
	if ((e = db_query(&s, r->db, k->prime, "ss", utente, k->atto)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		add_thing(sezione, a, s);
	return e;
}

/* What waits for the delegante and this delegato may do for him. */
static int
add_delegated(struct nodo *out, struct arena *a, struct registro *r,
    const char *utente, const char *delegante)
{
	size_t i;
	int e;

	for (i = 0; i < NELEM(kinds); i++) {
		/* what may be signed for another is in his libro-firma */
		if (strcmp(kinds[i].atto, "firma") == 0 ||
		    strcmp(kinds[i].atto, "libro-firma") == 0)
			continue;
		e = registro_delega_copre(r, utente, delegante, kinds[i].atto);
		if (e < 0)
			return e;
		if (e == 1 && (e = add_kind(out, a, r, &kinds[i], delegante,
		    delegante)) != 0)
			return e;
	}
	return 0;
}

int
registro_scrivania(struct nodo *out, struct arena *a, struct registro *r,
    const char *utente, bool deleganti)
{
	const char **d;
	size_t i;
	int e;

	for (i = 0; i < NELEM(kinds); i++)
		if ((e = add_kind(out, a, r, &kinds[i], utente, NULL)) != 0)
			return e;
	if (!deleganti)
		return 0;
	if ((e = registro_deleganti(&d, a, r, utente)) != 0)
		return e;
	for (; *d != NULL; d++)
		if ((e = add_delegated(out, a, r, utente, *d)) != 0)
			return e;
	return 0;
}

int
registro_scrivania_di(struct nodo *out, struct arena *a, struct registro *r,
    const char *utente, const char *che)
{
	size_t i;

	for (i = 0; strcmp(kinds[i].che, che) != 0; i++)
		assert(i + 1 < NELEM(kinds));
	return add_kind(out, a, r, &kinds[i], utente, NULL);
}
