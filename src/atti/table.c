/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * table.c - the atti of this program, in the order of help and menus.
 */
#include "atti/table.h"

#include <string.h>

const struct atto *const atto_table[] = {
	&atto_init,
	&atto_nomina,
	&atto_arruola_chiave,
	&atto_conferma_ora,
	&atto_adotta_titolario,
	&atto_adotta_procedimento,
	&atto_delega,
	&atto_revoca_delega,
	&atto_collega_protocollo,
	&atto_registra,
	&atto_allega_copia,
	&atto_chiedi_correzione,
	&atto_rettifica,
	&atto_annulla,
	&atto_annulla_inoltro,
	&atto_riserva,
	&atto_spedisci,
	&atto_acquisisci_ricevuta,
	&atto_smista,
	&atto_prendi_visione,
	&atto_prepara_emergenza,
	&atto_annulla_kit,
	&atto_apri_emergenza,
	&atto_registra_emergenza,
	&atto_proroga_emergenza,
	&atto_sigilla_emergenza,
	&atto_chiudi_emergenza,
	&atto_classifica,
	&atto_apri_fascicolo,
	&atto_fascicola,
	&atto_chiudi_fascicolo,
	&atto_prendi_in_carico,
	&atto_rifiuta,
	&atto_accogli,
	&atto_aggiorna_accesso,
	&atto_assegna,
	&atto_riassegna,
	&atto_valuta,
	&atto_apri,
	&atto_annota,
	&atto_redigi,
	&atto_firma,
	&atto_proponi,
	&atto_approva,
	&atto_rinvia,
	&atto_comunica,
	&atto_avvia_istruttoria,
	&atto_preavvisa,
	&atto_osserva,
	&atto_prepara_determina,
	&atto_determina,
	&atto_comunica_esito,
	&atto_controlla_servizio,
	&atto_verifica_intervento,
	&atto_chiudi_intervento,
	&atto_chiudi,
	&atto_registra_403,
	&atto_sospendi_termine,
	&atto_riprendi_termine,
	&atto_rispondi_termine,
	&atto_termini,
	&atto_cerca,
	&atto_elenco,
	&atto_titolario,
	&atto_adotta_termini,
	&atto_riapri,
	&atto_procedimento,
	&atto_scrivania,
	&atto_istituisci_repertorio,
	&atto_repertoria,
	&atto_repertori,
	&atto_iscrivi_corrispondente,
	&atto_unisci_corrispondenti,
	&atto_separa_corrispondente,
	&atto_corrispondenti,
	&atto_prova_importazione,
	&atto_importa_registro,
	&atto_storico,
	&atto_mostra,
	&atto_storia,
	&atto_confronta,
	&atto_copia,
	&atto_originale,
	&atto_segnatura,
	&atto_etichetta,
	&atto_ricevuta,
	&atto_chiudi_giorno,
	&atto_giorno,
	&atto_stampa_registro,
	NULL
};

const struct atto *
atto_find(const char *nome)
{
	const struct atto *const *a;

	for (a = atto_table; *a != NULL; a++)
		if (strcmp((*a)->nome, nome) == 0)
			return *a;
	return NULL;
}
