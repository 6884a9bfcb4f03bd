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

# A store restored without the two numbers that follow its last.
pronta_dichiara_perduti() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" "SELECT 'cartella ripristino 1'
	    || char(10) || printf('%04d %07d %07d', 2026, n + 1, n + 2) FROM
	    (SELECT coalesce(max(numero), 0) AS n FROM registrazione
	    WHERE anno = 2026)" >"$S/ripristino"
}

ricetta_dichiara_perduti() {
	come resp dichiara-perduti --id "$1" 'verbale n. 3 del 21/11/2026' \
	    'guasto del disco'
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
