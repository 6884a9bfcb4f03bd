# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_letture.sh - readings of a case: found, handed over, and who read it
# (see ricette.sh).

pronta_cartelle() {
	pronta_annota
}

ricetta_cartelle() {
	come coord cartelle --id "$1" --ordine termine
}

pronta_trova() {
	pronta_redigi && ricetta_redigi "$(id_di 25)"
}

ricetta_trova() {
	come coord trova --id "$1" 'sostegno educatore'
}

pronta_chi_ha_letto() {
	pronta_annota && come as1 mostra "$(una_cartella)"
}

ricetta_chi_ha_letto() {	# without the readings of this very reading
	come coord chi-ha-letto --id "$1" "$(una_cartella)" |
	    grep -v chi-ha-letto
}

pronta_esponi() {
	pronta_annota
}

ricetta_esponi() {
	rm -rf "$T/esposta"
	come coord esponi --id "$1" "$(una_cartella)" --in "$T/esposta"
}

pronta_pacchetto() {
	pronta_annota
}

ricetta_pacchetto() {
	rm -rf "$T/pacco"
	come coord pacchetto --id "$1" "$(una_cartella)" --in "$T/pacco"
}
