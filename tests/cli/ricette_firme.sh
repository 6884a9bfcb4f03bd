# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# ricette_firme.sh - a way to do each act about signatures, once.

pronta_prepara_firma() {
	pronta_firma
}

ricetta_prepara_firma() {
	rm -rf "$T/da-firmare"
	come as1 prepara-firma --resa nessuna --id "$1" \
	    --cartella "$(una_cartella)" --documento relazioni/0001.xml \
	    --in "$T/da-firmare"
}
