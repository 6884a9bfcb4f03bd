# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_ricerca.sh - the readings that search and list (see ricette.sh).

pronta_cerca() {
	registra_lettera
}

ricetta_cerca() {
	come resp cerca --id "$1" --parole lettera
}

pronta_elenco() {
	registra_lettera
}

ricetta_elenco() {
	come resp elenco --id "$1"
}
