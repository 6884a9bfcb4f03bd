# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# ricette_istruttoria.sh - recipes from a proposta approved to the end of what
# it granted.  Office spro inquires and controls; users amm, dir, ctl.

# The store after a phase: with FASI set it is made once in a test, and copied.
fase() {	# fase NAME CMD
	if [ -z "${FASI:-}" ]; then
		"$2"
	elif [ -d "$T/.fase-$1-$CARTELLA_ORA" ]; then
		rm -rf "$S" && cp -a "$T/.fase-$1-$CARTELLA_ORA" "$S"
	else
		"$2" && cp -a "$S" "$T/.fase-$1-$CARTELLA_ORA"
	fi
}

pronta_avvia_istruttoria() {
	fase approvata approvata_per_spro
}

approvata_per_spro() {
	pronta_approva && ricetta_approva "$(id_di 28)" &&
	come resp nomina --codice amm --cognome Blu --nome Ines \
	    --ruolo area-amministrativa --ufficio spro &&
	come resp nomina --codice dir --cognome Viola --nome Rita \
	    --ruolo dirigente --ufficio spro &&
	come resp nomina --codice ctl --cognome Grigi --nome Leo \
	    --ruolo controllo --ufficio spro &&
	chiave_di amm && chiave_di dir
}

al_cittadino() {	# al_cittadino ATTO [OPTION...]
	al_atto=$1
	shift
	come amm "$al_atto" --cartella "$(una_cartella)" "$@" \
	    --destinatario.denominazione 'Bianchi Maria' \
	    --destinatario.indirizzo 'Via Po 1'
}

ricetta_avvia_istruttoria() {	# with its communication
	al_cittadino avvia-istruttoria --id "$1" --iniziativa istanza \
	    --istanza-data "$(echo "$CARTELLA_ORA" | cut -c1-10)"
}

pronta_preavvisa() {
	fase avviata avviata
}

avviata() {		# without: the letters are of others
	pronta_avvia_istruttoria && come amm avvia-istruttoria \
	    "$(una_cartella)" istanza --conferma senza-comunicazione \
	    --istanza-data "$(echo "$CARTELLA_ORA" | cut -c1-10)"
}

ricetta_preavvisa() {
	al_cittadino preavvisa --id "$1" --motivi 'Il reddito.'
}

pronta_osserva() {
	pronta_preavvisa && ricetta_preavvisa "$(id_di 29)" &&
	osserva_n=$(registra_lettera) && come prot smista "$osserva_n" \
	    --destinazione.ufficio spro --destinazione.titolo competenza
}

ricetta_osserva() {	# the last registration there is
	come amm osserva --id "$1" "$(una_cartella)" \
	    "0000004/$(echo "$CARTELLA_ORA" | cut -c1-4)"
}

pronta_prepara_determina() {
	pronta_preavvisa
}

ricetta_prepara_determina() {
	come amm prepara-determina --id "$1" "$(una_cartella)" accolta \
	    'sostegno L. B.' 'Vista la relazione.' 'Di attivare.' \
	    --intervento.tipologia sostegno-educativo \
	    --intervento.ente-erogatore Coop --intervento.controllo spro \
	    --intervento.dal "$(echo "$CARTELLA_ORA" | cut -c1-10)"
}

pronta_determina() {
	pronta_prepara_determina && ricetta_prepara_determina "$(id_di 30)"
}

ricetta_determina() {	# signed, numbered; an intervento begins
	come dir determina --id "$1" "$(una_cartella)" determinazioni/0001.xml
}

seguito_determina() {	# the next number of the repertory too
	seguito
	determina_is=$(come prot repertoria --repertorio determinazioni \
	    --oggetto altra --conferma senza-documento 2>&1)
	[ "${determina_is%/*}" = 'determinazioni 2' ] ||
	    echo "seguito: $determina_is"
}

pronta_comunica_esito() {
	fase determinata determinata
}

determinata() {
	pronta_determina && ricetta_determina "$(id_di 31)"
}

ricetta_comunica_esito() {	# within the body: registered and sent on
	come amm comunica-esito --id "$1" "$(una_cartella)" \
	    determinazioni/0001.xml
}

pronta_controlla_servizio() {
	pronta_comunica_esito
}

ricetta_controlla_servizio() {
	come ctl controlla-servizio --id "$1" "$(una_cartella)" \
	    interventi/0001.xml "$(echo "$CARTELLA_ORA" | cut -c1-10)" \
	    regolare 'Visto.'
}

pronta_verifica_intervento() {
	pronta_comunica_esito
}

ricetta_verifica_intervento() {
	come as1 verifica-intervento --id "$1" "$(una_cartella)" \
	    interventi/0001.xml "$(echo "$CARTELLA_ORA" | cut -c1-10)" \
	    adeguato 'Va bene.'
}

pronta_chiudi_intervento() {
	pronta_comunica_esito
}

ricetta_chiudi_intervento() {	# the last: the cover changes too
	come as1 chiudi-intervento --id "$1" "$(una_cartella)" \
	    interventi/0001.xml "$(echo "$CARTELLA_ORA" | cut -c1-10)" concluso
}
