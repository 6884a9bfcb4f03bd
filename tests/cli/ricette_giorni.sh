# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# ricette_giorni.sh - recipes of the days.

# A day with a letter, formed by another of the day after.
giorno_formato() {
	ora 2026-11-20T10:15:30+01:00
	registra_lettera && ora 2026-11-21T09:00:00+01:00 && registra_lettera
}

pronta_chiudi_giorno() {
	chiave_di resp && giorno_formato && ora 2026-11-22T09:00:00+01:00
}

ricetta_chiudi_giorno() {	# and forms the day before: two things in one
	come resp chiudi-giorno --id "$1"
}

pronta_giorno() {
	giorno_formato
}

ricetta_giorno() {
	come resp giorno --id "$1" 2026-11-20
}

pronta_stampa_registro() {
	giorno_formato
}

ricetta_stampa_registro() {
	rm -f "$T/stampa.pdf"
	come resp stampa-registro --id "$1" 2026 --in "$T/stampa.pdf"
}
