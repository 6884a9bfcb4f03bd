# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# due_enti.sh - two bodies with a store each, that know each other's seal: for
# tests of what goes from one to the other.  Read after lib.sh, uffici.sh,
# caso.sh.
#
#	due_enti		makes them: $T/a (c_x000) and $T/b (c_x001), each
#				with resp, prot1, coord, as1 and its seal
#	da_a, da_b		from now on the store $S is that one
#	qui_a CMD..., qui_b CMD...
#				does it there; $S is as before afterwards
#	offerta CARTELLA [OPT]	coord of $S offers it to the other: prints the id
#	consegna ID DIR		coord hands over what is due
#	arriva DIR [OPT...]	coord takes it in
#	stato ID		the state of a transfer in $S, "-": none
#	protocollata		registers the offer that came: its number

da_a() {
	S=$T/a
}

da_b() {
	S=$T/b
}

qui_a() {
	due_s=$S
	da_a
	"$@"
	due_r=$?
	S=$due_s
	return $due_r
}

qui_b() {
	due_s=$S
	da_b
	"$@"
	due_r=$?
	S=$due_s
	return $due_r
}

due_ente() {		# due_ente CODICE NOME: the store $S
	cartella init --denominazione "$2" --codice-ipa "$1" \
	    --codice-aoo AOO1 --dimostrativo si \
	    --ufficio.codice prot --ufficio.denominazione Protocollo \
	    --ufficio.codice soc --ufficio.denominazione 'Servizi sociali' \
	    --ufficio.codice sds --ufficio.denominazione 'SDS' \
	    --responsabile.codice resp --responsabile.cognome Rossi \
	    --responsabile.nome Anna &&
	utente prot1 prot protocollo && utente coord soc coordinatore &&
	utente as1 soc assistente-sociale && due_sigillo
}

# The seal of $S; its public key in $S.asc, its fingerprint in $S.fpr.
due_sigillo() {
	mkdir -m 700 "$S/sigillo" &&
	GNUPGHOME=$S/sigillo gpg_key "sigillo-$(basename "$S")" >"$S.fpr" &&
	GNUPGHOME=$S/sigillo gpg --batch --armor --export >"$S.asc" &&
	gpgconf --homedir "$S/sigillo" --kill all &&
	come resp arruola-chiave --uso sigillo "$S.asc"
}

conosce() {		# conosce CODICE NOME FILE: $S enrols the other
	come resp arruola-ente --codice-ipa "$1" --denominazione "$2" \
	    --impronta-chiave "$(cat "${3%.asc}.fpr")" \
	    --verificata di-persona "$3"
}

due_enti() {
	qui_a due_ente c_x000 'Comune di Prova' >/dev/null &&
	qui_b due_ente c_x001 'Comune di Arrivo' >/dev/null &&
	qui_a conosce c_x001 'Comune di Arrivo' "$T/b.asc" >/dev/null &&
	qui_b conosce c_x000 'Comune di Prova' "$T/a.asc" >/dev/null
}

altro() {		# whom $S deals with
	case $S in */a) echo c_x001 ;; *) echo c_x000 ;; esac
}

offerta() {
	due_cs=$1
	shift
	come coord offri-trasferimento --cartella "$due_cs" --ente "$(altro)" \
	    --motivo residenza "$@" | cut -d' ' -f1
}

consegna() {
	rm -rf "$2"
	come coord consegna-trasferimento "$1" --in "$2"
}

arriva() {
	due_dir=$1
	shift
	come coord ricevi-trasferimento "$@" "$due_dir"
}

stato() {
	due_stato=$(sqlite3 "$S/registro.sqlite" \
	    "SELECT stato FROM trasferimento WHERE id = '$1'")
	echo "${due_stato:--}"
}

protocollata() {
	come prot1 registra --flusso entrata --oggetto 'offerta di una cartella' \
	    --mittente.denominazione 'Comune di Prova' --classifica VII/9 \
	    --conferma senza-documento &&
	come prot1 smista "$(come prot1 elenco | head -1)" >/dev/null 2>&1
}
