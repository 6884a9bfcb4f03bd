# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_termini.sh - recipes of terms (ricette.sh).

ricetta_adotta_termini() {
	ricette_x='<calendario><patrono>12-26</patrono></calendario>'
	sed "s,<termini [^>]*>,&$ricette_x," \
	    "$RADICE/templates/ente/termini.xml" >"$T/termini.xml"
	come resp adotta-termini --id "$1" "$T/termini.xml"
}

pronta_registra_403() {
	pronta_apri && ricetta_apri "$(id_di 24)"
}

ricetta_registra_403() {	# two terms begin, one is answered
	come as1 registra-403 --id "$1" --cartella "$(una_cartella)" \
	    --ora "$CARTELLA_ORA" --avviso-pm "$CARTELLA_ORA"
}

pronta_rispondi_termine() {
	pronta_registra_403 && ricetta_registra_403 "$(id_di 61)"
}

ricetta_rispondi_termine() {
	come as1 rispondi-termine --id "$1" --cartella "$(una_cartella)" \
	    --termine 2 --motivo 'Trasmesso a mano.'
}

pronta_termini() {
	pronta_rispondi_termine
}

ricetta_termini() {
	come coord termini --id "$1"
}

# A case born of an istanza: its term can stand still.
pronta_sospendi_termine() {
	utenti_del_caso && come prot registra --flusso entrata --tipo istanza \
	    --oggetto 'istanza di contributo' --classifica VII/9 \
	    --mittente.denominazione 'Scuola di Prova' \
	    --conferma senza-documento &&
	come prot smista "$(una_lettera)" --destinazione.ufficio tutela \
	    --destinazione.titolo competenza &&
	come coord prendi-visione "$(una_lettera)" &&
	ricetta_assegna "$(id_di 23)" &&
	come as1 valuta "$(un_accesso)" si 'serve un sostegno' &&
	ricetta_apri "$(id_di 24)"
}

ricetta_sospendi_termine() {
	come as1 sospendi-termine --id "$1" --cartella "$(una_cartella)" \
	    --termine 1 --motivo informazioni --nota 'Manca un certificato.'
}

pronta_riprendi_termine() {
	pronta_sospendi_termine && ricetta_sospendi_termine "$(id_di 62)"
}

ricetta_riprendi_termine() {
	come as1 riprendi-termine --id "$1" --cartella "$(una_cartella)" \
	    --termine 1 --nota 'È arrivato.'
}
