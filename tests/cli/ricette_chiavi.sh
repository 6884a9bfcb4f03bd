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

pronta_adotta_fiducia() {
	[ -f "$T/ca.pem" ] && return
	(cd "$T" && . "$RADICE/tests/cli/certificati.sh" && pki_conf &&
	    pki_certificato ca '/C=IT/CN=CA di Prova' '' -extensions radice)
}

ricetta_adotta_fiducia() {	# two documents of the body
	come resp adotta-fiducia --id "$1" --nome interne "$T/ca.pem"
}

pronta_fiducia() {
	pronta_adotta_fiducia && ricetta_adotta_fiducia "$(id_di 73)"
}

ricetta_fiducia() {
	come prot fiducia --id "$1"
}
