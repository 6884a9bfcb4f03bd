# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_versamenti.sh - recipes of what is handed to the conservatore
# (ricette.sh).

pronta_versa() {	# a sealed day
	pronta_chiudi_giorno && ricetta_chiudi_giorno "$(id_di 71)"
}

ricetta_versa() {
	come resp versa --id "$1"
}

pronta_pacchetto_versamento() {
	pronta_versa && ricetta_versa "$(id_di 72)"
}

ricetta_pacchetto_versamento() {
	rm -rf "$T/versato"
	come resp pacchetto-versamento --id "$1" --in "$T/versato"
}

pronta_acquisisci_rapporto() {
	pronta_pacchetto_versamento && ricetta_pacchetto_versamento \
	    "$(id_di 73)" && mkdir -p "$T/rapporti" && ORA=$(date -u -d \
	    "$CARTELLA_ORA" +%Y-%m-%dT%H:%M:%SZ) sh \
	    "$RADICE/tests/tools/conservatore.sh" "$T" "$T/rapporti" versato
}

ricetta_acquisisci_rapporto() {
	come resp acquisisci-rapporto --id "$1" --conferma senza-firma \
	    "$T/rapporti/versato.xml"
}

pronta_versamenti() {
	pronta_acquisisci_rapporto &&
	    ricetta_acquisisci_rapporto "$(id_di 74)"
}

ricetta_versamenti() {
	come resp versamenti --id "$1"
}
