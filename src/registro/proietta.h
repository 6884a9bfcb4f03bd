/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta.h - one function a document type: from the document to its rows.
 * Internal to registro/.  Pure but for the rows: no clock, no other document,
 * so that an act and a rebuild give the same.
 */
#ifndef REGISTRO_PROIETTA_H
#define REGISTRO_PROIETTA_H

#include "registro/query.h"
#include "registro/registro.h"

typedef int proietta_fn(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc);

proietta_fn proietta_ente, proietta_utente, proietta_permessi,
    proietta_numeri_perduti, proietta_ora_confermata;
proietta_fn proietta_chiave, proietta_revoca_chiave, proietta_fiducia;
proietta_fn proietta_registrazione, proietta_smistamento,
    proietta_presa_visione, proietta_presa_in_carico, proietta_rifiuto;
proietta_fn proietta_sigillo_giorno, proietta_sigillo;
proietta_fn proietta_delega;
proietta_fn proietta_procedimento, proietta_attivita;

/* proietta_procedimento.c: something was done on that day for the person of
 * the cartella, if the folder is one. */
int attivita_segna(struct registro *r, const char *cartella,
    const char *giorno) MUST;
proietta_fn proietta_righe_storiche, proietta_importazione;
proietta_fn proietta_registrazione_emergenza;
proietta_fn proietta_accesso, proietta_cartella, proietta_voce_diario,
    proietta_proposta, proietta_comunicazione, proietta_attestazione;
proietta_fn proietta_manifesto;

/* proietta_firme.c: <firma-file> of a paper, whose bytes are with those of the
 * year. */
int firma_file_metti(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *carta, int anno) MUST;

proietta_fn proietta_correzione_voce, proietta_appuntamento;
proietta_fn proietta_istruttoria, proietta_osservazioni,
    proietta_determinazione, proietta_intervento;
proietta_fn proietta_titolario, proietta_classificazione;
proietta_fn proietta_fascicolo, proietta_fascicolazione;

/* proietta_fascicoli.c: a registration belongs to a fascicolo or cartella
 * from now on; come is one of documenti/fascicolo.h. */
int fascicolo_accoglie(struct registro *r, const struct numero *fascicolo,
    const struct numero *protocollo, const char *come, int64_t seq) MUST;
/* A cartella has a new cover: the registration it was born of is in it, and
 * who answers for it sees what it holds. */
int fascicolo_cartella(struct registro *r, const struct numero *cartella,
    const struct numero *accesso, int64_t seq) MUST;
proietta_fn proietta_registro_giornaliero, proietta_chiusura_giorno;

proietta_fn proietta_copia_acquisita, proietta_scheda,
    proietta_stato_di_famiglia;
proietta_fn proietta_richiesta_correzione, proietta_rettifica,
    proietta_annullamento, proietta_riserva;
proietta_fn proietta_spedizione, proietta_ricevuta_spedizione;
proietta_fn proietta_termini;
proietta_fn proietta_verdetto;

/* proietta_termini.c: what any document of a cartella does to its terms. */
proietta_fn termini_documento;
/* The same of a registration that is in it from now on. */
int termini_accoglie(struct registro *r, const struct numero *cartella,
    const struct numero *protocollo, int64_t seq) MUST;
proietta_fn proietta_corrispondente, proietta_repertorio,
    proietta_voce_repertorio;

proietta_fn proietta_equipe, proietta_conflitto, proietta_secretazione,
    proietta_collegamento, proietta_accesso_straordinario,
    proietta_consultazione, proietta_revoca_liberatoria;
/* proietta_legami.c: what was declared on the accesso holds for the cartella
 * born of it. */
int misure_eredita(struct registro *r, const struct numero *cartella,
    const struct numero *accesso) MUST;
/* Seals the case in whose folder document p stands, but to the <lettore> of
 * that node. */
int misura_sigilla(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc) MUST;
proietta_fn proietta_acquisito, proietta_sottoscrizione, proietta_tipo,
    proietta_modello;
proietta_fn proietta_scheda_segretariato, proietta_unione_persone,
    proietta_separazione_persone, proietta_comuni;

/* proietta_indicatori.c: what indicators are counted from. */
proietta_fn proietta_indicatori, storia_caso, storia_equipe, storia_colloquio,
    storia_appuntamento, storia_riunione, storia_provvedimento,
    storia_operatore;

/* proietta_persone.c: the people a document of a case names, instead of those
 * its earlier version named. */
proietta_fn persone_della_scheda, persone_della_famiglia;
/* Those of a document that was erased. */
int persone_togli(struct registro *r, struct arena *a,
    const struct posizione *p, const char *percorso) MUST;

/* proietta_libro.c: rules of signatures, what is signed, what was given back;
 * a signature on a document of a case, for whoever projects it. */
proietta_fn proietta_firme, libro_documento, proietta_rinvio_firma;
int libro_firmato(struct registro *r, const struct posizione *p,
    const char *documento, const char *impronta, const char *utente,
    const char *per) MUST;

/* proietta_espunzioni.c: where the lapidi stand, which commits took the place
 * of which. */
proietta_fn proietta_espunzione;
/* proietta_distrutti.c: attachments that a document says are gone. */
proietta_fn proietta_distrutti;
proietta_fn proietta_elenco_scarto, proietta_richiesta_scarto,
    proietta_autorizzazione_scarto, proietta_verbale_scarto,
    proietta_lettera_scarto,
    proietta_chiusura_scarto, proietta_ritiro_scarto, proietta_scarto;

/* proietta_caso.c: what a comunicazione tells of other documents; of others'
 * too. */
proietta_fn lettera_riporta;

/* proietta_altrui.c: the attachments that came with a case of another body. */
proietta_fn proietta_provenienza;

/* The emergency number a registration had before its own, if any. */
int emergenza_collega(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc,
    const struct numero *protocollo) MUST;

/* The text of a required element; records the error and returns NULL. */
const char *dato(struct arena *a, const struct nodo *doc, const char *path);
/* The same for a number. */
int dato_numero(struct numero *out, struct arena *a, const struct nodo *doc,
    const char *path) MUST;
/* Shorthand: optional. */
#define DATO(a, doc, path) nodo_value((a), (doc), (path))

proietta_fn proietta_massimario, proietta_blocco, proietta_deposito,
    proietta_misura_giudice;
proietta_fn proietta_giorno_da_versare, proietta_versamento,
    proietta_esito_versamento;
/* proietta_conservazione.c: what any document of a cartella or of a fascicolo
 * does to how long it is kept. */
proietta_fn conservazione_documento;
/* Of what came with the case of another body; doc NULL: it cannot be read. */
proietta_fn misura_di_altri;

/* proietta_trasferimenti.c: other bodies; the papers of transfers; under which
 * number stands what came. */
proietta_fn proietta_ente_arruolato, proietta_revoca_ente,
    proietta_trasferimento, caso_provenienza;

#endif
