# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# titolari.sh - small plans of classification.  Read after lib.sh:
#	. "$RADICE/tests/cli/titolari.sh"
#
#	tabella_di_prova >FILE	a table of five voci and what is above them
#	adottato DAY [FILE]	adopts it, or FILE, as resp, from that day
#	registrata CLASS [OPT...]
#				registers a report of that class as prot1

tabella_di_prova() {
	cat <<'FINE'
titolo,classe,denominazione
I,,Amministrazione generale
I,6,Archivio generale
I,9,"Politica del personale; ordinamento degli uffici"
VII,,Servizi alla persona
VII,8,Accordi con enti e volontariato sociale
VII,9,"Prevenzione, recupero e reintegrazione dei soggetti a rischio"
VII,12,"Assistenza diretta e indiretta, benefici economici"
FINE
}

adottato() {	# adottato DAY [FILE]
	[ $# -gt 1 ] || tabella_di_prova >"$T/titolario.csv"
	come resp adotta-titolario --nome "Titolario $1" --valido-dal "$1" \
	    "${2:-$T/titolario.csv}"
}

registrata() {
	titolari_c=$1
	shift
	come prot1 registra --flusso entrata --oggetto 'segnalazione M. R.' \
	    --mittente.denominazione 'Scuola di Prova' \
	    --classifica "$titolari_c" --conferma senza-documento "$@"
}
