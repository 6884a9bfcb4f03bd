# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_persone.sh - people, families, comuni (see ricette.sh).

# A second cartella of the same person.
altra_cartella() {
	registra_lettera >"$T/altra" &&
	come prot smista "$(cat "$T/altra")" --destinazione.ufficio tutela \
	    --destinazione.titolo competenza &&
	come coord prendi-visione "$(cat "$T/altra")" &&
	come coord assegna --protocollo "$(cat "$T/altra")" --assistente as1 \
	    >"$T/altro" &&
	come as1 valuta "$(cat "$T/altro")" si 'serve un sostegno' &&
	come as1 apri --accesso "$(cat "$T/altro")" \
	    --scheda.anagrafica.cognome Bianchi \
	    --scheda.anagrafica.nome Luca \
	    --scheda.anagrafica.nascita.data 2018-03-01 \
	    --scheda.anagrafica.nascita.luogo Prova \
	    --scheda.residenza.comune Prova --scheda.iniziativa altro-organo \
	    --conferma senza-liberatoria --conferma senza-stato-di-famiglia \
	    --conferma persona-nota
}

pronta_unisci_persone() {
	pronta_annota && altra_cartella
}

ricetta_unisci_persone() {	# two folders
	come coord unisci-persone --id "$1" --cartella "$(una_cartella)" \
	    --con "$(una_cartella | sed 's/1$/2/')" \
	    --motivo 'stesso codice fiscale'
}

pronta_separa_persone() {
	pronta_unisci_persone && ricetta_unisci_persone "$(id_di 71)"
}

ricetta_separa_persone() {
	come coord separa-persone --id "$1" --cartella "$(una_cartella)" \
	    --con "$(una_cartella | sed 's/1$/2/')" --motivo 'è un omonimo'
}

pronta_registra_comune() {
	pronta_annota
}

ricetta_registra_comune() {
	come as1 registra-comune --id "$1" --cartella "$(una_cartella)" \
	    --tipo residenza --comune Prova --codice G999 --dal 2026-01-01 \
	    --fonte ANPR
}

pronta_persone() {
	pronta_annota
}

ricetta_persone() {
	come as1 persone --id "$1" bian
}

pronta_famiglia() {
	pronta_annota
}

ricetta_famiglia() {
	come as1 famiglia --id "$1" "$(una_cartella)"
}

pronta_genogramma() {
	pronta_annota
}

ricetta_genogramma() {
	rm -f "$T/genogramma.svg"
	come as1 genogramma --id "$1" "$(una_cartella)" \
	    --in "$T/genogramma.svg"
}
