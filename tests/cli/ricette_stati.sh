# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_stati.sh - recipes of the states of a case (ricette.sh).

un_segretariato() {
	come resp nomina --codice seg --cognome Rosa --nome Pia \
	    --ruolo segretariato --ufficio tutela
}

pronta_accogli() {
	utenti_del_caso && un_segretariato
}

ricetta_accogli() {	# a scheda and a liberatoria
	come seg accogli --id "$1" --scheda.contatto.interlocutore utente \
	    --scheda.segnalato.cognome Bianchi \
	    --scheda.motivazioni 'Chiede un aiuto.' \
	    --liberatoria.ambito registrazione --liberatoria.data 2026-11-01 \
	    --liberatoria.firmatario 'Rosa Bianchi' \
	    --liberatoria.qualita genitore --esito da-assegnare
}

pronta_aggiorna_accesso() {
	pronta_accogli && ricetta_accogli "$(id_di 22)"
}

ricetta_aggiorna_accesso() {
	come seg aggiorna-accesso --id "$1" --accesso "$(un_accesso)" \
	    --scheda.contatto.interlocutore utente \
	    --scheda.segnalato.cognome Bianchi \
	    --scheda.motivazioni 'Chiede una casa.'
}

pronta_riassegna() {
	pronta_annota
}

ricetta_riassegna() {	# two covers, and why
	come coord riassegna --id "$1" --cartella "$(una_cartella)" \
	    --assistente as2 --motivo 'carico di lavoro'
}

pronta_rinvia() {
	pronta_proponi && ricetta_proponi "$(id_di 27)"
}

ricetta_rinvia() {
	come coord rinvia --id "$1" --cartella "$(una_cartella)" \
	    --proposta proposte/0001.xml --motivazione 'Manca il progetto.'
}

pronta_riapri() {
	pronta_annota && ricetta_chiudi "$(id_di 28)"
}

ricetta_riapri() {
	come as1 riapri --id "$1" "$(una_cartella)" 'La famiglia è tornata.'
}

ricetta_adotta_procedimento() {
	sed 's/>365</>180</' "$RADICE/templates/ente/procedimento.xml" |
	    sed 's/^<procedimento /&id="00000000000000000000000000000001" versione="1" /' \
	    >"$T/procedimento.xml"
	come resp adotta-procedimento --id "$1" "$T/procedimento.xml"
}

ricetta_procedimento() {
	come resp procedimento --id "$1"
}
