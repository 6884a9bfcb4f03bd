# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# ricette_esterno.sh - recipe of collega-protocollo.

# The example of docs/adattatore.md, for this test alone; its state is in $T.
adattatore_di_prova() {
	mkdir -p "$T/adattatore"
	sed "s#^STATO=.*#STATO='$T/adattatore'#" \
	    "$RADICE/docs/adattatore-esempio.sh" >"$T/adattatore.sh"
	chmod 755 "$T/adattatore.sh"
}

pronta_collega_protocollo() {
	adattatore_di_prova
}

ricetta_collega_protocollo() {
	come resp collega-protocollo --id "$1" \
	    --registro.denominazione 'Protocollo del Comune' \
	    --registro.programma "$T/adattatore.sh"
}

# Afterwards a letter has a number of the other register too: ours goes on.
