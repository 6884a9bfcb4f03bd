# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# ricette_giorni.sh - recipes of the days.

# The clock of other recipes may have moved: days are counted from it.
giorno_da() {		# giorno_da N: the day N days from that of the clock
	date -u -d "${CARTELLA_ORA%%T*} $1 day" +%F
}

# A day with a letter, formed by another of the day after.
giorno_formato() {
	registra_lettera && ora "$(giorno_da +1)T09:00:00+01:00" &&
	registra_lettera
}

pronta_chiudi_giorno() {
	chiave_di resp && giorno_formato && ora "$(giorno_da +1)T09:00:00+01:00"
}

ricetta_chiudi_giorno() {	# and forms the day before: two things in one
	come resp chiudi-giorno --id "$1"
}

pronta_giorno() {
	giorno_formato
}

ricetta_giorno() {
	come resp giorno --id "$1" "$(giorno_da -1)"
}

pronta_stampa_registro() {
	giorno_formato
}

ricetta_stampa_registro() {
	rm -f "$T/stampa.pdf"
	come resp stampa-registro --id "$1" \
	    "${CARTELLA_ORA%%-*}" --in "$T/stampa.pdf"
}

pronta_sigilla() {
	chiave_di resp && registra_lettera
}

ricetta_sigilla() {
	come resp sigilla --id "$1" --motivo 'consegna di una copia'
}

# ---- the same acts by another road (uccisioni.sh) ----

sigillo_ufficio() {	# the office's seal, in a place of its own
	export CARTELLA_SIGILLO="$T/portasigillo"
	[ -f "$T/sigillo.asc" ] || {
		mkdir -m 700 "$CARTELLA_SIGILLO" &&
		(GNUPGHOME=$CARTELLA_SIGILLO gpg_key sigillo) >/dev/null &&
		gpg --homedir "$CARTELLA_SIGILLO" --batch --armor --export \
		    >"$T/sigillo.asc"
	} && come resp arruola-chiave --uso sigillo "$T/sigillo.asc"
}

pronta_chiudi_giorno_sigillo() {
	sigillo_ufficio && giorno_formato &&
	ora "$(giorno_da +1)T09:00:00+01:00"
}

ricetta_chiudi_giorno_sigillo() {
	ricetta_chiudi_giorno "$1"
}

pronta_sigilla_sigillo() {
	sigillo_ufficio && registra_lettera
}

ricetta_sigilla_sigillo() {
	ricetta_sigilla "$1"
}
