# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# uffici.sh - an office to play in, for tests of the road from a report to a
# case.  Read after lib.sh:  . "$RADICE/tests/cli/uffici.sh"
#
#	uffici_di_prova		a store $S with offices prot, soc, sds, nord and
#				users resp, prot1, coord and vice (soc), sds1
#				(controllo), coordn (coordinatore of nord),
#				as1, as2 (assistente-sociale of soc), tutto
#				(protocollo and coordinatore of soc), exas
#				(assistente-sociale, no longer active)
#	segnalazione [OPT...]	registers a report, prints its number
#	smistata [OPT...]	the same, sent to soc and, to know, to sds
#	vista [OPT...]		the same, seen by coord
#	assegnata [OPT...]	the same, given to as1: prints the accesso
#	is_integro DESC		the store is whole, and so is the register
#				rebuilt from its folders

# Who asks for it first has the one that was made for all tests (Makefile), which
# is the same; another one, or at another hour, is made here.
uffici_di_prova() {
	if [ ! -d "${PRONTI:-}/uffici" ] || [ -e "$T/.uffici" ] ||
	    [ "$CARTELLA_ORA" != 2026-11-20T10:15:30+01:00 ]; then
		uffici_nuovi
		return
	fi
	: >"$T/.uffici"
	cp -a "$PRONTI/uffici" "$S"
}

uffici_nuovi() {
	cartella init --denominazione 'Comune di Prova' --codice-ipa c_x000 \
	    --codice-aoo AOO1 --dimostrativo si \
	    --ufficio.codice prot --ufficio.denominazione Protocollo \
	    --ufficio.codice soc --ufficio.denominazione 'Servizi sociali' \
	    --ufficio.codice sds --ufficio.denominazione 'SDS' \
	    --ufficio.codice nord --ufficio.denominazione 'Zona nord' \
	    --responsabile.codice resp --responsabile.cognome Rossi \
	    --responsabile.nome Anna &&
	utente prot1 prot protocollo && utente coord soc coordinatore &&
	utente vice soc coordinatore && utente sds1 sds controllo &&
	utente coordn nord coordinatore &&
	utente as1 soc assistente-sociale && utente as2 soc assistente-sociale &&
	utente tutto soc protocollo --ruolo coordinatore &&
	utente exas soc assistente-sociale --attivo no
}

utente() {	# utente CODICE UFFICIO RUOLO [OPTION...]
	uffici_codice=$1 uffici_ufficio=$2 uffici_ruolo=$3
	shift 3
	come resp nomina --codice "$uffici_codice" --cognome Prova \
	    --nome "$uffici_codice" --ufficio "$uffici_ufficio" \
	    --ruolo "$uffici_ruolo" "$@"
}

segnalazione() {
	come prot1 registra --flusso entrata --oggetto 'segnalazione M. R.' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    --conferma senza-documento "$@"
}

smistata() {
	uffici_n=$(segnalazione "$@") &&
	come prot1 smista "$uffici_n" --destinazione.ufficio soc \
	    --destinazione.titolo competenza --destinazione.ufficio sds \
	    --destinazione.titolo conoscenza >/dev/null && echo "$uffici_n"
}

vista() {
	uffici_n=$(smistata "$@") &&
	come coord prendi-visione "$uffici_n" >/dev/null && echo "$uffici_n"
}

assegnata() {
	uffici_n=$(vista "$@") &&
	come coord assegna --protocollo "$uffici_n" --assistente as1
}

uffici_fsck() {
	find "$S" -name objects -type d -prune | while read -r uffici_o; do
		git --git-dir "${uffici_o%/objects}" fsck --strict \
		    --no-dangling || return 1
	done
}

is_integro() {
	ok "$1: git fsck" uffici_fsck
	run cartella verifica
	like out ': 0 difetti$' "$1: verifica"
	run cartella ricostruisci
	like out ': 0 difetti$' "$1: ricostruisci"
	run cartella verifica
	like out ': 0 difetti$' "$1: verifica dopo ricostruisci"
}
