# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# caso.sh - a case to play with, for tests of what is done in a cartella.
# Read after lib.sh and uffici.sh:  . "$RADICE/tests/cli/caso.sh"
#
#	valutata		an accesso of as1 whose presupposti are there:
#				prints its number
#	apri ACCESSO [OPT...]	opens its cartella as as1, without papers; it is
#				always the same person
#	aperta [OPT...]		both: prints the cartella
#	redatta CARTELLA [OPT]	a relazione of as1 in it
#	con_chiave USER		makes a key of USER and enrols it
#	same_absent CMD HIDDEN ABSENT
#				the words for the hidden number are those for
#				one that is not there

valutata() {
	caso_ac=$(assegnata) &&
	come as1 valuta "$caso_ac" si 'serve un sostegno' >/dev/null &&
	echo "$caso_ac"
}

apri() {
	caso_ac=$1
	shift
	come as1 apri --accesso "$caso_ac" --scheda.anagrafica.cognome Bianchi \
	    --scheda.anagrafica.nome Luca \
	    --scheda.anagrafica.nascita.data 2018-03-01 \
	    --scheda.anagrafica.nascita.luogo Prova \
	    --scheda.residenza.comune Prova --scheda.iniziativa altro-organo \
	    --conferma persona-nota "$@"
}

aperta() {
	caso_ac=$(valutata) &&
	apri "$caso_ac" --conferma senza-liberatoria \
	    --conferma senza-stato-di-famiglia "$@"
}

redatta() {
	caso_cs=$1
	shift
	come as1 redigi --cartella "$caso_cs" --tipo attivita \
	    --oggetto 'relazione su M. R.' --fatti-accertati 'Due colloqui.' \
	    --dichiarazioni 'La madre dice di essere sola.' \
	    --valutazioni 'Serve un sostegno.' "$@"
}

con_chiave() {
	gpg_key "$1" >"$T/$1.fpr" &&
	gpg --batch --armor --export "$(cat "$T/$1.fpr")" >"$T/$1.asc" &&
	come resp arruola-chiave --utente "$1" "$T/$1.asc"
}

same_absent() {
	caso_hidden=$1 caso_absent=$2
	shift 2
	run "$@" "$caso_hidden"
	is_exit 1 'ciò che non si può vedere: no'
	sed "s,$caso_hidden,N,g" "$ERR" >"$T/.nascosto"
	run "$@" "$caso_absent"
	is_exit 1 'ciò che non esiste: no'
	sed "s,$caso_absent,N,g" "$ERR" >"$T/.assente"
	same_bytes "$T/.nascosto" "$T/.assente" 'con la stessa risposta'
}
