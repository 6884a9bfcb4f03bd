# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# due_enti.sh - two bodies with a store each, that know each other's seal: for
# tests of what goes from one to the other.  Read after lib.sh.
#
#	due_enti		makes them: $T/a (c_x000) and $T/b (c_x001), each
#				with resp, prot1, coord, as1 (offices prot, soc,
#				sds) and a seal
#	da_a, da_b		from now on the store $S is that one
#	qui_a CMD..., qui_b CMD...
#				does it there; $S is as before afterwards
#	tr_offri CARTELLA [OPT]	coord of $S offers it to the other, without PDF
#				unless PDF=si: prints the id
#	tr_consegna ID DIR	coord hands over what is due
#	tr_arriva DIR [OPT...]	coord takes it in
#	tr_prende DIR		the same of a rilascio, for as1
#	tr_registrata		the number of a registration for an offer
#	tr_accetta ID		coord accepts it
#	tr_rilascia CARTELLA	coord lets it go
#	tr_stato ID		the state of a transfer in $S, "-": none
#	due_sigillo		a seal for $S: its public key in $S.asc,
#				its fingerprint in $S.fpr
#	conosce CODICE FILE	$S enrols another body, whose key is there

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

due_utente() {		# due_utente CODICE UFFICIO RUOLO
	come resp nomina --codice "$1" --cognome Prova --nome "$1" \
	    --ufficio "$2" --ruolo "$3"
}

due_ente() {		# due_ente CODICE NOME: the store $S
	cartella init --denominazione "$2" --codice-ipa "$1" \
	    --codice-aoo AOO1 --dimostrativo si \
	    --ufficio.codice prot --ufficio.denominazione Protocollo \
	    --ufficio.codice soc --ufficio.denominazione 'Servizi sociali' \
	    --ufficio.codice sds --ufficio.denominazione 'SDS' \
	    --responsabile.codice resp --responsabile.cognome Rossi \
	    --responsabile.nome Anna &&
	due_utente prot1 prot protocollo && due_utente coord soc coordinatore &&
	due_utente as1 soc assistente-sociale && due_sigillo
}

# A key that may also open what comes (not sigillo-c's).  Its fingerprint.
due_chiave() {	# due_chiave NAME
	gpg --batch --quiet --pinentry-mode loopback --passphrase '' \
	    --faked-system-time 20200101T000000 \
	    --quick-generate-key "$1 <$1@prova.invalid>" ed25519 sign never &&
	gpg_fpr=$(gpg --batch --with-colons --list-keys 2>/dev/null |
	    awk -F: '$1 == "fpr" { print $10; exit }') &&
	{ [ "$1" = sigillo-c ] || gpg --batch --quiet --pinentry-mode loopback \
	    --passphrase '' --faked-system-time 20200101T000000 \
	    --quick-add-key "$gpg_fpr" cv25519 encr never; } >/dev/null 2>&1 &&
	echo "$gpg_fpr"
}

due_sigillo() {
	mkdir -m 700 "$S/sigillo" && (
		umask 077
		export GNUPGHOME="$S/sigillo"
		gpg_key "sigillo-$(basename "$S")" >"$S.fpr" &&
		gpg --batch --armor --export >"$S.asc"
	) &&
	gpgconf --homedir "$S/sigillo" --kill all &&
	come resp arruola-chiave --uso sigillo "$S.asc"
}

conosce() {
	come resp arruola-ente --codice-ipa "$1" --denominazione "Ente $1" \
	    --impronta-chiave "$(cat "${2%.asc}.fpr")" \
	    --verificata di-persona "$2"
}

due_enti() {
	qui_a due_ente c_x000 'Comune di Prova' >/dev/null &&
	qui_b due_ente c_x001 'Comune di Arrivo' >/dev/null &&
	qui_a conosce c_x001 "$T/b.asc" >/dev/null &&
	qui_b conosce c_x000 "$T/a.asc" >/dev/null
}

altro() {		# whom $S deals with
	case $S in */b) echo c_x000 ;; *) echo c_x001 ;; esac
}

tr_offri() {
	due_cs=$1
	shift
	come coord offri-trasferimento --cartella "$due_cs" --ente "$(altro)" \
	    --motivo residenza --pdf "${PDF:-no}" "$@" >"$T/.offerta" &&
	cut -d' ' -f1 "$T/.offerta"
}

tr_consegna() {
	rm -rf "$2"
	come coord consegna-trasferimento "$1" --in "$2" 2>"$T/.consegna" ||
	    { cat "$T/.consegna" >&2; return 1; }
}

tr_arriva() {
	due_dir=$1
	shift
	come coord ricevi-trasferimento "$@" "$due_dir"
}

tr_prende() {
	tr_arriva "$1" --ufficio soc --assistente as1 --conferma persona-nota
}

tr_registrata() {
	due_n=$(come prot1 registra --flusso entrata --classifica VII/9 \
	    --oggetto 'offerta di una cartella' --conferma senza-documento \
	    --mittente.denominazione 'Altro Comune') &&
	come prot1 smista "$due_n" --destinazione.ufficio soc \
	    --destinazione.titolo competenza >/dev/null && echo "$due_n"
}

tr_accetta() {
	due_n=$(tr_registrata) &&
	come coord accetta-trasferimento "$1" "$due_n"
}

tr_rilascia() {
	come coord rilascia-trasferimento --cartella "$1" --nota ceduta \
	    --dettaglio trasferimento-in-regione --pdf "${PDF:-no}" \
	    --conferma nessun-termine-aperto
}

tr_stato() {
	due_stato=$(sqlite3 "$S/registro.sqlite" \
	    "SELECT stato FROM trasferimento WHERE id = '$1'")
	echo "${due_stato:--}"
}
