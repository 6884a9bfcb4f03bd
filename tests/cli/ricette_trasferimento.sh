# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_trasferimento.sh - recipes of other bodies and of transfers (see
# ricette.sh).

chiave_di_altrove() {	# makes, once, the seal of another body: $T/altrove.asc
	[ -f "$T/altrove.asc" ] || {
		gpg_key altrove >"$T/altrove.fpr" &&
		gpg --batch --armor --export "$(cat "$T/altrove.fpr")" \
		    >"$T/altrove.asc"
	}
}

pronta_arruola_ente() {
	chiave_di_altrove
}

ricetta_arruola_ente() {	# a document and a key
	come resp arruola-ente --id "$1" --codice-ipa c_a944 \
	    --denominazione 'Comune di Altrove' \
	    --impronta-chiave "$(cat "$T/altrove.fpr")" --verificata telefono \
	    "$T/altrove.asc"
}

pronta_revoca_ente() {
	pronta_arruola_ente && ricetta_arruola_ente "$(id_di 91)"
}

ricetta_revoca_ente() {
	come resp revoca-ente --id "$1" c_a944 compromessa
}

pronta_enti() {
	pronta_revoca_ente && ricetta_revoca_ente "$(id_di 92)"
}

ricetta_enti() {
	come resp enti --id "$1"
}
