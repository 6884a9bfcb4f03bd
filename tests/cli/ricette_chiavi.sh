# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_chiavi.sh - recipes of keys and trust (see ricette.sh).

pronta_revoca_chiave() {
	pronta_arruola_chiave && ricetta_arruola_chiave "$(id_di 71)"
}

ricetta_revoca_chiave() {
	come resp revoca-chiave --id "$1" --motivo smarrita --dal 2026-11-20 \
	    --nota 'lasciata in treno' "$(impronta_di "$T/chiave.asc")"
}

pronta_chiavi() {
	pronta_revoca_chiave && ricetta_revoca_chiave "$(id_di 72)"
}

ricetta_chiavi() {
	come resp chiavi --id "$1"
}

impronta_di() {		# of the key in a file
	gpg --batch --with-colons --show-keys "$1" 2>/dev/null |
	    awk -F: '$1 == "fpr" { print $10; exit }'
}
