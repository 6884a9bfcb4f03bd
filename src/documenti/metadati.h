/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * metadati.h - what is said of a document and of a fascicolo when they are
 * handed to a conservatore (schema/pacchetto/metadati.xsd).
 * Norm: linee guida AgID, Allegato 5; names are those of the Allegato.
 */
#ifndef DOCUMENTI_METADATI_H
#define DOCUMENTI_METADATI_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"

#define METADATI_PER_SEMPRE 9999	/* years */

struct metadati_ente {
	const char *denominazione, *ipa, *aoo;
};

struct metadati_persona {
	const char *cognome, *nome, *codice_fiscale;	/* the last may be NULL */
};

struct metadati_id {
	const char *impronta;		/* 64 hex digits */
	const char *identificativo;	/* CS-2026-0000001/scheda.xml */
	const char *segnatura;		/* 0000001/2026; NULL: not registered */
};

/* Art. 40 CAD and Allegato 5: how a document came to be. */
enum modalita_formazione {
	FORMATO_CON_SOFTWARE, ACQUISITO, MEMORIZZATO, GENERATO
};

/* Of a registration: "Annullamento", "Rettifica". */
struct metadati_modifica {
	const char *tipo, *ora;
	struct metadati_persona chi;
};

struct metadati_documento {
	struct metadati_id id;
	enum modalita_formazione modalita;
	const char *tipologia, *oggetto;
	const char *nome;		/* of the file, as it was called */
	const char *note;		/* NULL: none */
	const char *formato;		/* MIME */
	const char *classifica;		/* NULL: none */
	int versione;			/* from 1 */
	bool riservato, firmato, sigillato;
	int anni;			/* kept for; 0: not known */

	/* registered: the view of the registration (registro.h); or made by
	 * an act of the chain */
	const struct nodo *registrazione;
	const char *ora, *atto;		/* of the act; its place, "17" */
	const char *registro;		/* its code: "catena" */
	struct metadati_persona operatore;
	const struct metadati_modifica *modifiche;
	int n_modifiche;

	const char *aggregazione;	/* FA-2026-0000001, registro-2026 */
	bool serie;			/* and that is a series */
	const struct metadati_id *primario;	/* NULL: it is one */
	const struct metadati_id *const *allegati;	/* ends with NULL */
	const char *const *allegati_nomi;
};

struct nodo *metadati_documento(struct arena *a,
    const struct metadati_ente *e, const struct metadati_documento *m);

struct metadati_aggregazione {
	const char *id;			/* FA-2026-0000001 */
	const char *tipologia;		/* "affare", of a fascicolo of ours */
	const char *oggetto, *classifica;
	const char *aperta, *chiusa;	/* days; chiusa NULL: it runs */
	const char *ufficio, *assegnato;	/* names; the second may be NULL */
	const struct metadati_persona *persona;	/* whose it is; NULL */
	const char *padre;		/* what it stands in; NULL */
	const char *posizione;		/* of its paper; NULL */
	int progressivo, anni;
	const struct metadati_id *const *documenti;	/* ends with NULL */
};

struct nodo *metadati_aggregazione(struct arena *a,
    const struct metadati_ente *e, const struct metadati_aggregazione *m);

#endif
