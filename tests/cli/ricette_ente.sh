# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_ente.sh - recipes of what is read of the body (see ricette.sh).

pronta_utenti() {
	utenti_del_caso
}

ricetta_utenti() {
	come resp utenti --id "$1"
}

pronta_deleghe() {
	pronta_delega && ricetta_delega "$(id_di 31)"
}

ricetta_deleghe() {
	come resp deleghe --id "$1"
}

pronta_stato_archivio() {
	utenti_del_caso
}

ricetta_stato_archivio() {
	come resp stato-archivio --id "$1"
}

pronta_archivio() {
	pronta_annota
}

ricetta_archivio() {
	come coord archivio --id "$1"
}
