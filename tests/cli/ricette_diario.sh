# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_diario.sh - recipes of the diary, of drafts and of the agenda (see
# ricette.sh).

una_voce() {		# the first entry of the cartella
	echo "diario/$(echo "$CARTELLA_ORA" | cut -c1-4)/00/0001.xml"
}

pronta_correggi_voce() {
	pronta_annota && ricetta_annota "$(id_di 81)"
}

ricetta_correggi_voce() {
	come as1 correggi-voce --id "$1" --cartella "$(una_cartella)" \
	    --voce "$(una_voce)" --motivo 'era la nonna' --testo 'Da sola.'
}

pronta_diario() {
	pronta_correggi_voce && ricetta_correggi_voce "$(id_di 82)"
}

ricetta_diario() {
	come as1 diario --id "$1" "$(una_cartella)"
}

pronta_bozze() {
	pronta_annota &&
	come as1 annota "$(una_cartella)" 'Da finire' --bozza
}

ricetta_bozze() {
	come as1 bozze --id "$1"
}

pronta_fissa() {
	pronta_annota
}

ricetta_fissa() {	# two who take part
	come as1 fissa --id "$1" --caso "$(una_cartella)" --giorno 2027-01-12 \
	    --alle 15:30 --tipo colloquio --luogo 'via Roma 1' --utente as1 \
	    --utente coord --altro 'la maestra'
}

pronta_sposta() {
	pronta_fissa && ricetta_fissa "$(id_di 83)"
}

ricetta_sposta() {	# a document is written again
	come as1 sposta --id "$1" --caso "$(una_cartella)" \
	    --appuntamento agenda/00/0001.xml --giorno 2027-01-13 --alle 09:00 \
	    --motivo 'la madre lavora'
}

pronta_disdici() {
	pronta_sposta
}

ricetta_disdici() {
	come as1 disdici --id "$1" --caso "$(una_cartella)" \
	    --appuntamento agenda/00/0001.xml --motivo 'è malata'
}

pronta_esita() {	# one that is over
	pronta_annota && ricetta_annota "$(id_di 81)" &&
	come as1 fissa --caso "$(una_cartella)" --giorno 2026-11-20 \
	    --alle 08:00 --tipo visita --conferma gia-passato
}

ricetta_esita() {
	come as1 esita --id "$1" --caso "$(una_cartella)" \
	    --appuntamento agenda/00/0001.xml --tenuto si --voce "$(una_voce)"
}

pronta_agenda() {
	pronta_sposta
}

ricetta_agenda() {
	come as1 agenda --id "$1" --dal 2027-01-10
}
