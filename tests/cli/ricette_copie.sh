# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_copie.sh - recipes of the policy of redaction, of copies and of their
# attestation (ricette.sh).

ricetta_adotta_oscuramento() {
	sed '/nome="scuola"/,/<\/destinazione>/{/campo="prossima"/d;}' \
	    "$RADICE/templates/ente/oscuramento.xml" >"$T/oscuramento.xml"
	come resp adotta-oscuramento --id "$1" "$T/oscuramento.xml"
}

ricetta_oscuramento() {
	come resp oscuramento --id "$1" --per scuola
}

pronta_stampa() {
	pronta_annota
}

ricetta_stampa() {
	come as1 stampa --id "$1" "$(una_cartella)" scheda.xml --odt si
}

pronta_copia_oscurata() {
	pronta_annota
}

ricetta_copia_oscurata() {
	come as1 copia-oscurata --id "$1" --cartella "$(una_cartella)" \
	    --documento scheda.xml --per interessato
}

pronta_attesta_conformita() {
	pronta_annota && chiave_di as1 && come resp nomina --codice as1 \
	    --cognome Uno --nome Ada --qualifica 'assistente sociale' \
	    --ruolo assistente-sociale --ufficio tutela
}

ricetta_attesta_conformita() {
	come as1 attesta-conformita --id "$1" --cartella "$(una_cartella)" \
	    --documento scheda.xml
}
