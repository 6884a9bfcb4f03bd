# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_smistamento.sh - recipes of the road of a registration to offices
# and people (see ricette.sh).

pronta_prendi_in_carico() {
	pronta_prendi_visione
}

ricetta_prendi_in_carico() {
	come coord prendi-in-carico --id "$1" "$(una_lettera)"
}

pronta_rifiuta() {
	pronta_prendi_visione
}

ricetta_rifiuta() {	# the last that must act: it waits for the protocollo
	come coord rifiuta --id "$1" --protocollo "$(una_lettera)" \
	    --motivo 'non è del nostro ufficio'
}

pronta_scrivania() {
	pronta_prendi_visione
}

ricetta_scrivania() {
	come coord scrivania --id "$1"
}

pronta_uffici() {
	utenti_del_caso
}

ricetta_uffici() {
	come prot uffici --id "$1"
}
