/* SPDX-License-Identifier: EUPL-1.2 */
/* table.h - one line an atto; the descriptors stand at the end of their files. */
#ifndef ATTI_TABLE_H
#define ATTI_TABLE_H

#include "atti/atto.h"

extern const struct atto atto_init, atto_nomina, atto_arruola_chiave,
    atto_conferma_ora;
extern const struct atto atto_revoca_chiave, atto_chiavi, atto_adotta_fiducia,
    atto_fiducia;
extern const struct atto atto_registra, atto_smista, atto_prendi_visione;
extern const struct atto atto_prepara_emergenza, atto_annulla_kit,
    atto_apri_emergenza, atto_registra_emergenza, atto_proroga_emergenza,
    atto_sigilla_emergenza, atto_chiudi_emergenza;
extern const struct atto atto_prendi_in_carico, atto_rifiuta, atto_scrivania,
    atto_uffici;
extern const struct atto atto_delega, atto_revoca_delega;
extern const struct atto atto_adotta_procedimento, atto_procedimento;
extern const struct atto atto_adotta_oscuramento, atto_oscuramento,
    atto_copia_oscurata, atto_attesta_conformita;
extern const struct atto atto_adotta_permessi, atto_prova_permessi,
    atto_permessi;
extern const struct atto atto_accogli, atto_aggiorna_accesso, atto_assegna,
    atto_riassegna, atto_valuta;
extern const struct atto atto_apri, atto_annota, atto_redigi, atto_firma,
    atto_prepara_firma, atto_bozza;
extern const struct atto atto_adotta_firme, atto_rinvia_firma, atto_libro_firma;
extern const struct atto atto_proponi, atto_approva, atto_comunica,
    atto_rinvia, atto_chiudi, atto_riapri;
extern const struct atto atto_avvia_istruttoria, atto_preavvisa, atto_osserva;
extern const struct atto atto_prepara_determina, atto_determina,
    atto_comunica_esito;
extern const struct atto atto_controlla_servizio, atto_verifica_intervento,
    atto_chiudi_intervento;
extern const struct atto atto_adotta_titolario, atto_titolario, atto_classifica;
extern const struct atto atto_apri_fascicolo, atto_chiudi_fascicolo,
    atto_fascicola;
extern const struct atto atto_mostra, atto_stampa, atto_storia, atto_confronta,
    atto_copia, atto_rifai;
extern const struct atto atto_cartelle, atto_trova, atto_chi_ha_letto,
    atto_esponi, atto_pacchetto;
extern const struct atto atto_cerca, atto_elenco;
extern const struct atto atto_istituisci_repertorio, atto_repertoria,
    atto_repertori, atto_archivio;
extern const struct atto atto_iscrivi_corrispondente,
    atto_unisci_corrispondenti, atto_separa_corrispondente,
    atto_corrispondenti;
extern const struct atto atto_allega_copia, atto_ricevuta, atto_originale;
extern const struct atto atto_segnatura, atto_etichetta;
extern const struct atto atto_verifica_firma, atto_verifica_file,
    atto_riverifica_firma;
extern const struct atto atto_chiedi_correzione, atto_rettifica, atto_annulla,
    atto_annulla_inoltro, atto_riserva;
extern const struct atto atto_spedisci, atto_acquisisci_ricevuta;
extern const struct atto atto_collega_protocollo;
extern const struct atto atto_prova_importazione, atto_importa_registro,
    atto_storico;
extern const struct atto atto_aggiorna_scheda, atto_raccogli_liberatoria,
    atto_revoca_liberatoria, atto_registra_famiglia, atto_acquisisci,
    atto_avvia_ufficio, atto_progetto, atto_sottoscrivi, atto_verbale,
    atto_affidamento, atto_adotta_tipo, atto_scrivi;
extern const struct atto atto_aggiungi_modello, atto_prova_modello,
    atto_ritira_modello, atto_modelli, atto_modello, atto_campi;
extern const struct atto atto_adotta_termini, atto_termini,
    atto_sospendi_termine, atto_riprendi_termine, atto_rispondi_termine,
    atto_registra_403;
extern const struct atto atto_componi_equipe, atto_dichiara_conflitto,
    atto_cessa_conflitto, atto_accedi, atto_prendi_atto, atto_collega,
    atto_scollega, atto_secreta, atto_dissecreta, atto_chi_vede;
extern const struct atto atto_concedi_consultazione, atto_revoca_consultazione,
    atto_consultazioni;
extern const struct atto atto_espungi;
extern const struct atto atto_dichiara_perduti;
extern const struct atto atto_correggi_voce, atto_diario, atto_bozze, atto_fissa,
    atto_sposta, atto_disdici, atto_esita, atto_agenda;
extern const struct atto atto_chiudi_giorno, atto_sigilla, atto_giorno, atto_stampa_registro;
extern const struct atto atto_persone, atto_unisci_persone, atto_separa_persone;
extern const struct atto atto_registra_comune, atto_famiglia, atto_genogramma;
extern const struct atto atto_adotta_indicatori, atto_indicatori;
extern const struct atto atto_utenti, atto_deleghe, atto_stato_archivio;
extern const struct atto atto_adotta_massimario, atto_massimario,
    atto_blocca_scarto, atto_sblocca_scarto, atto_deposita, atto_conservazione;
extern const struct atto atto_versa, atto_pacchetto_versamento,
    atto_acquisisci_rapporto, atto_versamenti;
extern const struct atto atto_proponi_scarto, atto_richiedi_scarto,
    atto_autorizza_scarto, atto_scarta, atto_verbalizza_scarto,
    atto_chiudi_scarto, atto_scarti, atto_stampa_scarto,
    atto_trasmetti_scarto, atto_ritira_scarto;
extern const struct atto atto_arruola_ente, atto_revoca_ente, atto_enti;
extern const struct atto atto_offri_trasferimento, atto_ritira_trasferimento,
    atto_rilascia_trasferimento, atto_ricevi_trasferimento,
    atto_accetta_trasferimento, atto_rifiuta_trasferimento,
    atto_consegna_trasferimento, atto_trasferimenti;

#endif
