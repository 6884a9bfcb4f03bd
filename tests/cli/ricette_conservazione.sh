# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_conservazione.sh - recipes of how long things are kept (ricette.sh).

un_archivista() {
	come resp nomina --codice arch --cognome Sarti --nome Elena \
	    --ufficio spro --ruolo archivista >/dev/null
}

pronta_adotta_massimario() {	# a closed cartella, to be counted again
	pronta_blocca_scarto
}

ricetta_adotta_massimario() {
	sed 's,<anni>50<,<anni>45<,' \
	    "$RADICE/templates/ente/massimario.xml" >"$T/massimario.xml"
	come resp adotta-massimario --id "$1" "$T/massimario.xml"
}

pronta_blocca_scarto() {
	pronta_chiudi && ricetta_chiudi "$(id_di 81)" && un_archivista
}

ricetta_blocca_scarto() {
	come arch blocca-scarto --id "$1" "$(una_cartella)" 'Causa n. 5.' \
	    --motivo contenzioso
}

pronta_sblocca_scarto() {
	pronta_blocca_scarto && ricetta_blocca_scarto "$(id_di 82)"
}

ricetta_sblocca_scarto() {
	come arch sblocca-scarto --id "$1" "$(una_cartella)" --blocco 1 \
	    --motivo 'Causa finita.'
}

pronta_deposita() {
	pronta_blocca_scarto
}

ricetta_deposita() {
	come arch deposita --id "$1" --unita.numero "$(una_cartella)" \
	    --unita.luogo Cantina --unita.pezzi 2
}

pronta_conservazione() {
	pronta_sblocca_scarto
}

ricetta_conservazione() {
	come arch conservazione --id "$1"
}
