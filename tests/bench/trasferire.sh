# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# trasferire.sh - of 10-archivio.sh: the case goes to a second store, $D/b.  How
# long each side worked: offerta, pervenuta, rilascio, presa, verificata (seconds).

qui() {		# qui STORE CMD...
	tr_s=$1
	shift
	"$CARTELLA" --store "$D/$tr_s" "$@"
}
tr_sigillo() {	# tr_sigillo STORE: the office has a seal, its key in STORE.asc
	mkdir -m 700 "$D/$1/sigillo"
	gpg --homedir "$D/$1/sigillo" --batch --quiet --pinentry-mode loopback \
	    --passphrase '' --quick-generate-key "sigillo $1" ed25519 sign never
	gpg --homedir "$D/$1/sigillo" --batch --armor --export >"$D/$1.asc"
	gpg --homedir "$D/$1/sigillo" --batch --with-colons --list-keys |
	    awk -F: '$1 == "fpr" { print $10; exit }' >"$D/$1.fpr"
	gpgconf --homedir "$D/$1/sigillo" --kill all
	qui "$1" --come resp arruola-chiave --uso sigillo "$D/$1.asc"
}
tr_conosce() {	# tr_conosce STORE OTHER CODICE
	qui "$1" --come resp arruola-ente --codice-ipa "$3" \
	    --denominazione "Ente $2" --verificata di-persona \
	    --impronta-chiave "$(cat "$D/$2.fpr")" "$D/$2.asc"
}
tr_consegna() {	# tr_consegna STORE DIR
	qui "$1" --come coord consegna-trasferimento "$tr_id" --in "$D/$2"
}
tr_arriva() {	# tr_arriva STORE DIR [OPTION...]
	tr_a=$1 tr_d=$2
	shift 2
	qui "$tr_a" --come coord ricevi-trasferimento "$@" "$D/$tr_d"
}

{
	qui b init --denominazione 'Altro comune' --codice-ipa c_y \
	    --codice-aoo AOO --dimostrativo si --ufficio.codice prot \
	    --ufficio.denominazione Protocollo --ufficio.codice soc \
	    --ufficio.denominazione 'Servizio sociale' \
	    --responsabile.codice resp --responsabile.cognome Neri \
	    --responsabile.nome Ugo
	for tr_u in prot1:protocollo:prot coord:coordinatore:soc \
	    as1:assistente-sociale:soc; do
		qui b --come resp nomina --codice "${tr_u%%:*}" --cognome X \
		    --nome Y --ruolo "$(echo "$tr_u" | cut -d: -f2)" \
		    --ufficio "${tr_u##*:}"
	done
	tr_sigillo s
	tr_sigillo b
	tr_conosce s b c_y
	tr_conosce b s c_x
	start=$(now)
	tr_id=$(qui s --come coord offri-trasferimento --cartella "$CS" \
	    --ente c_y --motivo residenza | cut -d' ' -f1)
	tr_consegna s offerta
	sync -f "$D"
	offerta=$(since "$start")
	start=$(now)
	tr_arriva b offerta
	sync -f "$D"
	pervenuta=$(since "$start")
	rm -rf "$D/offerta"
	tr_n=$(qui b --come prot1 registra --flusso entrata --oggetto offerta \
	    --mittente.denominazione X --classifica VII/9 \
	    --conferma senza-documento)
	qui b --come prot1 smista "$tr_n" --destinazione.ufficio soc \
	    --destinazione.titolo competenza
	qui b --come coord accetta-trasferimento "$tr_id" "$tr_n"
	tr_consegna b risposta
	tr_arriva s risposta
	start=$(now)
	qui s --come coord rilascia-trasferimento --cartella "$CS" \
	    --nota ceduta --conferma nessun-termine-aperto
	tr_consegna s rilascio
	sync -f "$D"
	rilascio=$(since "$start")
	start=$(now)
	/usr/bin/time -f '%M' -o "$D/memoria-presa" "$CARTELLA" --store "$D/b" \
	    --come coord ricevi-trasferimento --ufficio soc --assistente as1 \
	    --conferma persona-nota --conferma senza-liberatoria \
	    --conferma senza-stato-di-famiglia "$D/rilascio"
	sync -f "$D"
	presa=$(since "$start")
	start=$(now)
	qui b verifica
	verificata=$(since "$start")
} >/dev/null
