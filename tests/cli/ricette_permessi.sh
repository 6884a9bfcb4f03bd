# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_permessi.sh - recipes of the atti that decide who sees a case (see
# ricette.sh).

pronta_componi_equipe() {
	pronta_annota
}

ricetta_componi_equipe() {	# a colleague and somebody from outside
	come as1 componi-equipe --id "$1" --cartella "$(una_cartella)" \
	    --complesso si --motivo 'caso complesso' \
	    --componente.ruolo educatore --componente.utente as2 \
	    --componente.dal 2026-11-20 --componente.ruolo psicologo \
	    --componente.esterno 'psicologa del consultorio' \
	    --componente.dal 2026-11-20
}

pronta_dichiara_conflitto() {
	pronta_annota
}

ricetta_dichiara_conflitto() {
	come coord dichiara-conflitto --id "$1" --riferimento "$(una_cartella)" \
	    --utente as2 --motivo 'parente della famiglia'
}

pronta_cessa_conflitto() {
	pronta_dichiara_conflitto && ricetta_dichiara_conflitto "$(id_di 61)"
}

ricetta_cessa_conflitto() {	# a document is written again
	come coord cessa-conflitto --id "$1" --riferimento "$(una_cartella)" \
	    --utente as2 --motivo 'non lo è più'
}

pronta_accedi() {
	pronta_annota
}

ricetta_accedi() {
	come as2 accedi --id "$1" --cartella "$(una_cartella)" \
	    --motivo 'chiamata della polizia nella notte'
}

pronta_prendi_atto() {
	pronta_accedi && ricetta_accedi "$(id_di 62)"
}

ricetta_prendi_atto() {
	come coord prendi-atto --id "$1" --cartella "$(una_cartella)"
}

cartella_collegata() {	# the second of the store
	echo "CS-$(echo "$CARTELLA_ORA" | cut -c1-4)-0000002"
}

pronta_collega() {	# two cartelle
	pronta_annota && registra_lettera >/dev/null &&
	come prot smista "0000002/$(echo "$CARTELLA_ORA" | cut -c1-4)" \
	    --destinazione.ufficio tutela --destinazione.titolo competenza &&
	come coord prendi-visione \
	    "0000002/$(echo "$CARTELLA_ORA" | cut -c1-4)" &&
	come coord assegna \
	    --protocollo "0000002/$(echo "$CARTELLA_ORA" | cut -c1-4)" \
	    --assistente as1 &&
	ricette_ac=AC-$(echo "$CARTELLA_ORA" | cut -c1-4)-0000002 &&
	come as1 valuta "$ricette_ac" si 'serve un sostegno' &&
	come as1 apri --accesso "$ricette_ac" \
	    --scheda.anagrafica.cognome Bianchi \
	    --scheda.anagrafica.nome Anna \
	    --scheda.anagrafica.nascita.data 2016-03-01 \
	    --scheda.anagrafica.nascita.luogo Prova \
	    --scheda.residenza.comune Prova --scheda.iniziativa altro-organo \
	    --conferma senza-liberatoria --conferma senza-stato-di-famiglia
}

ricetta_collega() {
	come as1 collega --id "$1" --cartella "$(una_cartella)" \
	    --con "$(cartella_collegata)" --legame fratelli
}

pronta_scollega() {
	pronta_collega && ricetta_collega "$(id_di 63)"
}

ricetta_scollega() {	# from the other side
	come as1 scollega --id "$1" --cartella "$(cartella_collegata)" \
	    --con "$(una_cartella)" --motivo 'non sono fratelli'
}

pronta_secreta() {
	pronta_annota
}

ricetta_secreta() {
	come as1 secreta --id "$1" --cartella "$(una_cartella)" \
	    --motivo adozione --provvedimento 'TM 12/2026' --lettore coord
}

pronta_dissecreta() {
	pronta_secreta && ricetta_secreta "$(id_di 64)"
}

ricetta_dissecreta() {
	come as1 dissecreta --id "$1" --cartella "$(una_cartella)" \
	    --motivo 'errore' --provvedimento 'TM 13/2026'
}

pronta_concedi_consultazione() {
	pronta_annota && come resp nomina --codice est1 --cognome Neri \
	    --nome Ada --ruolo ente-esterno --ente 'Ambulatorio di Prova'
}

ricetta_concedi_consultazione() {
	come coord concedi-consultazione --id "$1" "$(una_cartella)" \
	    "$(echo "$CARTELLA_ORA" | cut -c1-10)" 'Valutazione clinica.' \
	    --utente est1 --tipo scheda --documento cartella.xml \
	    --norma 'art. 22 L. 328/2000'
}

pronta_revoca_consultazione() {
	pronta_concedi_consultazione &&
	ricetta_concedi_consultazione "$(id_di 65)"
}

ricetta_revoca_consultazione() {
	come coord revoca-consultazione --id "$1" "$(una_cartella)" \
	    legami/consultazioni/00/0001.xml 'Non serve più.'
}

pronta_consultazioni() {
	pronta_revoca_consultazione
}

ricetta_consultazioni() {
	come coord consultazioni --id "$1" --cartella "$(una_cartella)"
}

pronta_chi_vede() {
	pronta_annota
}

ricetta_chi_vede() {
	come coord chi-vede --id "$1" "$(una_cartella)"
}

# The policy in force, another in one line.
politica_di_prova() {
	sed 's,<straordinario giorni="[0-9]*",<straordinario giorni="2",;
	    s/ id="[0-9a-f]*"//; s/ versione="1"//' \
	    "$RADICE/templates/ente/permessi.xml" >"$T/permessi.xml"
}

ricetta_adotta_permessi() {	# every table of permission is made again
	politica_di_prova && come resp adotta-permessi --id "$1" \
	    --provvedimento 'delibera 3/2026' "$T/permessi.xml"
}

ricetta_prova_permessi() {
	politica_di_prova &&
	come resp prova-permessi --id "$1" "$T/permessi.xml"
}

ricetta_permessi() {
	come resp permessi --id "$1" --utente resp
}
