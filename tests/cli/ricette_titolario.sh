# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_titolario.sh - recipes of the plan of classification (ricette.sh).
. "$RADICE/tests/cli/titolari.sh"

ricetta_adotta_titolario() {
	tabella_di_prova >"$T/piano.csv"
	come resp adotta-titolario --id "$1" --nome Piano \
	    --valido-dal 2026-01-01 --provvedimento 'delibera 7/2026' \
	    "$T/piano.csv"
}

pronta_titolario() {
	adottato 2026-01-01
}

ricetta_titolario() {
	come prot titolario --id "$1" --parola archivio
}

pronta_classifica() {
	registra_lettera && adottato 2026-01-01
}

ricetta_classifica() {
	come prot classifica --id "$1" "$(una_lettera)" I/6 \
	    --motivo 'è una copia'
}
