# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_deleghe.sh - recipes of deleghe (see ricette.sh).

pronta_delega() {
	utenti_del_caso
}

ricetta_delega() {	# to a colleague, for a month
	come as1 delega --id "$1" --delegato as2 --dal 2026-11-20 \
	    --al 2026-12-20 --motivo ferie --atto mostra --atto annota
}

pronta_revoca_delega() {
	pronta_delega && ricetta_delega "$(id_di 31)"
}

ricetta_revoca_delega() {	# a document is written again
	come as1 revoca-delega --id "$1" --numero 1 --motivo rientro
}
