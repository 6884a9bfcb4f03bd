# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette.sh - for each atto, how to come to it and how to do it once.  Read
# by the tests that try every atto (uccisioni.t), after lib.sh:
#
#	. "$RADICE/tests/cli/ricette.sh"
#
# A new atto adds two functions here, its name with _ for -:
#
#	pronta_<atto>		the acts that come before it, on the store $S,
#				which has had ente_di_prova (init alone finds
#				no store at all); may be missing
#	ricetta_<atto> ID	the act, once, with that id of the istanza.
#				Called again with the same ID it asks for the
#				same thing.  What it prints is its answer
#
# Recipes use `come USER`, never fixed numbers, and files of $T or $FIXTURES.
# The clock stands where lib.sh put it; pronta_ may move it with `ora`.
# Users: resp (responsabile-protocollo), prot (protocollo).  Offices: spro,
# tutela.

ricetta_nome() {	# the function of an atto: ricetta_nome PREFIX ATTO
	echo "$1_$2" | tr - _
}

ha_ricetta() {
	command -v "$(ricetta_nome "$1" "$2")" >/dev/null
}

# The istanza's id number N of this test.
id_di() {
	printf '%032x' "$1"
}

# ---- the beginning of every store ----

ricetta_init() {
	cartella init --id "$1" --denominazione 'Comune di Prova' \
	    --codice-ipa c_x000 --codice-aoo AOO1234 --dimostrativo si \
	    --ufficio.codice spro --ufficio.denominazione Protocollo \
	    --ufficio.codice tutela --ufficio.denominazione 'Tutela minori' \
	    --responsabile.codice resp --responsabile.cognome Rossi \
	    --responsabile.nome Anna
}

ente_di_prova() {
	ricetta_init "$(id_di 1)" && come resp nomina --codice prot \
	    --cognome Verdi --nome Ugo --ruolo protocollo --ufficio spro
}

# ---- ente ----

ricetta_nomina() {	# changes a user: the old file goes, the new one comes
	come resp nomina --id "$1" --codice prot --cognome Verdi \
	    --nome Ugo --qualifica istruttore --ruolo protocollo \
	    --ruolo segretariato --ufficio spro --ufficio tutela
}

pronta_arruola_chiave() {
	[ -f "$T/chiave.asc" ] && return
	gpg --batch --armor --export "$(gpg_key prot)" >"$T/chiave.asc"
}

ricetta_arruola_chiave() {
	come resp arruola-chiave --id "$1" --utente prot "$T/chiave.asc"
}

ricetta_conferma_ora() {
	come resp conferma-ora --id "$1" --ora "$CARTELLA_ORA" \
	    --motivo 'orologio controllato'
}

# ---- registro ----

# Another letter at every call: the same one twice would be warned of.
# registra_lettera [OPTION...]
registra_lettera() {
	echo "lettera $(lib_caso)" >"$T/lettera.txt"
	come prot registra --flusso entrata --oggetto 'lettera della scuola' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    "$@" "$T/lettera.txt"
}

ricetta_registra() {	# a main document and an attachment
	echo "segnalazione $1" >"$T/segnalazione.txt"
	echo "foglio $1" >"$T/foglio.txt"
	come prot registra --id "$1" --flusso entrata \
	    --oggetto 'segnalazione della scuola' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    "$T/segnalazione.txt" "$T/foglio.txt"
}

# ---- letture ----

pronta_mostra() {
	registra_lettera
}

ricetta_mostra() {
	come resp mostra --id "$1" "0000001/$(echo "$CARTELLA_ORA" | cut -c1-4)"
}
