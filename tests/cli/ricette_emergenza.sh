# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_emergenza.sh - recipes of the emergency register (ricette.sh).  For
# the atti of a kit $S becomes the kit, and $T/principale the register.

pronto_kit() {		# a kit that is out, in $T/kit
	rm -rf "$T/kit" "$T/principale"
	come resp prepara-emergenza && cartella scrivi-kit --in "$T/kit"
}

nel_kit() {		# nel_kit CMD...: with $S the kit
	nel_kit_s=$S S=$T/kit
	"$@"
	nel_kit_r=$?
	S=$nel_kit_s
	return $nel_kit_r
}

al_kit() {		# from now on $S is the kit
	mv "$S" "$T/principale" && mv "$T/kit" "$S"
}

fra() {			# fra N: the day N days from the clock's
	date -u -d "$(echo "$CARTELLA_ORA" | cut -c1-10) $1 days" +%Y-%m-%d
}

ricetta_prepara_emergenza() {
	come resp prepara-emergenza --id "$1"
}

pronta_annulla_kit() {
	come resp prepara-emergenza
}

ricetta_annulla_kit() {
	come resp annulla-kit --id "$1" 'la chiavetta è perduta'
}

pronta_apri_emergenza() {
	pronto_kit && al_kit
}

ricetta_apri_emergenza() {
	come resp apri-emergenza --id "$1" --causa 'manca la corrente' \
	    --inizio "$CARTELLA_ORA" \
	    --autorizzazione.provvedimento 'disposizione n. 3' \
	    --autorizzazione.data "$(fra 0)" \
	    --autorizzazione.fino-al "$(fra 7)"
}

pronta_registra_emergenza() {
	pronta_apri_emergenza && ricetta_apri_emergenza "$(id_di 61)"
}

ricetta_registra_emergenza() {	# a main document and an attachment
	echo "lettera $1" >"$T/lettera.txt"
	echo "foglio $1" >"$T/foglio.txt"
	come prot registra-emergenza --id "$1" --flusso entrata \
	    --oggetto 'lettera della scuola' --classifica VII/9 \
	    --mittente.denominazione 'Scuola di Prova' \
	    "$T/lettera.txt" "$T/foglio.txt"
}

pronta_proroga_emergenza() {
	pronta_registra_emergenza
}

ricetta_proroga_emergenza() {
	come resp proroga-emergenza --id "$1" \
	    --autorizzazione.provvedimento 'disposizione n. 4' \
	    --autorizzazione.data "$(fra 0)" \
	    --autorizzazione.fino-al "$(fra 14)"
}

pronta_sigilla_emergenza() {
	pronta_registra_emergenza && ricetta_registra_emergenza "$(id_di 62)"
}

ricetta_sigilla_emergenza() {
	come resp sigilla-emergenza --id "$1" --fine "$CARTELLA_ORA"
}

kit_usato() {		# in the kit: two rows, and the seal
	ricetta_apri_emergenza "$(id_di 61)" &&
	ricetta_registra_emergenza "$(id_di 62)" &&
	ricetta_registra_emergenza "$(id_di 63)" &&
	ricetta_sigilla_emergenza "$(id_di 64)"
}

pronta_chiudi_emergenza() {
	pronto_kit && nel_kit kit_usato
}

ricetta_chiudi_emergenza() {
	come resp chiudi-emergenza --id "$1" "$T/kit"
}

# What follows, in a kit: there are no letters there (uccisioni.sh).
seguito_apri_emergenza() {
	is=$(ricetta_registra_emergenza "$(id_di 70)" 2>&1)
	[ "$is" = EM-2026-0000001 ] || echo "seguito: $is"
	[ -f "$S/chiave-macchina" ] || echo 'la chiave non c'\''è'
}

seguito_proroga_emergenza() {
	seguito_apri_emergenza
}

seguito_registra_emergenza() {
	is=$(ricetta_registra_emergenza "$(id_di 70)" 2>&1)
	[ "$is" = EM-2026-0000002 ] || echo "seguito: $is"
}

seguito_sigilla_emergenza() {
	cartella verifica >/dev/null	# completes what is pending
	[ ! -e "$S/chiave-macchina" ] || echo 'la chiave c'\''è ancora'
	ricetta_registra_emergenza "$(id_di 70)" 2>&1 | grep -q sigillato ||
	    echo 'seguito: si registra ancora'
}
