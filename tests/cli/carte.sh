# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# carte.sh - proposals and letters, for tests of the papers.  Read after
# lib.sh, uffici.sh and caso.sh:  . "$RADICE/tests/cli/carte.sh"
#
#	con_esito CARTELLA	a relazione con-esito, signed by as1 (who has a
#				key): prints its path
#	proposta CARTELLA	the same, put before the coordinator: prints
#				the path of the proposta
#	atti			how many acts the chain has
#	niente_scritto N DESC	the chain has N acts still, transito/ is empty
#	senza_chiave CMD...	CMD, with a keyring that has no secret key
#	campo FILE XPATH	a value, by the local names of its path
#	valori FILE		what the <lettera> in FILE says, a line each
#	contiene TEXT VALUES	TEXT (a file) has each line of VALUES (a file),
#				spaces and hyphens apart
#	byte_di IMPRONTA	the registered bytes
#	odt_in_testo ODT OUT	LibreOffice reads it
#	fermata POINTS CMD...	begins CMD and stops it behind prepara, before
#				the lock; its process is $FERMA
#	riprende		lets it go on to its end, as `run` would

con_esito() {
	carte_r=$(come as1 redigi --cartella "$1" --tipo con-esito \
	    --oggetto 'relazione sociale su L. B.' \
	    --fatti-accertati 'Due colloqui.' \
	    --dichiarazioni 'La madre dice di essere sola.' \
	    --valutazioni 'Serve un sostegno.' \
	    --proposta 'Sostegno educativo.') &&
	come as1 firma --resa nessuna --cartella "$1" --documento "${carte_r#* }" >/dev/null &&
	echo "${carte_r#* }"
}

proposta() {
	carte_r=$(con_esito "$1") &&
	carte_p=$(come as1 proponi --cartella "$1" --relazione "$carte_r" \
	    --oggetto 'sostegno educativo' \
	    --testo 'Sei mesi di *sostegno educativo* a casa.' \
	    --conferma senza-progetto) &&
	echo "${carte_p#* }"
}

atti() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" \
	    'SELECT max(seq) FROM catena' 2>/dev/null
}

niente_scritto() {
	is "$(atti) $(ls -A "$S/transito")" "$1 " "$2"
}

senza_chiave() {
	mkdir -p -m 700 "$T/.vuoto"
	(
		GNUPGHOME=$T/.vuoto
		"$@"
		carte_e=$?
		gpgconf --kill all
		exit $carte_e
	)
}

campo() {
	carte_x=$(echo "/$2" | sed 's,/\([^/]*\),/*[local-name()="\1"],g')
	xmllint --xpath "string(/$carte_x)" "$1"
}

valori() {
	xmllint --xpath '//*[local-name()="lettera"]//text()[normalize-space()]
	    [not(parent::*[local-name()="data"])]' "$1" |
	    sed 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'
}

stretto() {
	tr -d ' \n\t\f-' | sed 's/\xc2\xa0//g; s/\xc2\xad//g'
}

contiene() {
	[ -s "$2" ] && stretto <"$1" >"$T/.stretto" || return 1
	while IFS= read -r carte_v; do
		grep -qF -e "$(printf '%s' "$carte_v" | stretto)" \
		    "$T/.stretto" || { echo "manca: $carte_v"; return 1; }
	done <"$2"
}

byte_di() {
	echo "$S/registro/2026/allegati/$(echo "$1" | cut -c1-2)/$1"
}

# A paper and the signature over the manifesto that names it, as gpg sees it:
# carta_firmata DOCUMENT [PATH] (of what has <firma-file>: "" or x/y/)
carta_firmata() {
	carte_f=$(campo "$1" "${2}firma-file/file")
	carte_m=$(byte_di "$(campo "$1" "${2}firma-file/manifesto")")
	gpg --batch --verify "$(byte_di "$(campo "$1" "${2}firma-file/firma")")" \
	    "$carte_m" &&
	    grep -q "impronta=\"$carte_f\".* ruolo=\"resa\"" "$carte_m" &&
	    [ "$(sha256sum <"$(byte_di "$carte_f")" | cut -c1-64)" = "$carte_f" ]
}

odt_in_testo() {
	rm -rf "$T/.lo"
	mkdir "$T/.lo" && cp "$1" "$T/.lo/carta.odt" &&
	timeout 120 soffice "-env:UserInstallation=file://$T/.profilo" \
	    --headless --convert-to txt:Text --outdir "$T/.lo" \
	    "$T/.lo/carta.odt" >"$T/.soffice" 2>&1
	[ -f "$T/.lo/carta.txt" ] && cp "$T/.lo/carta.txt" "$2"
}

fermata() {
	fermata_p=$1
	shift
	exec 9>>"$S/.scrittura"
	flock 9
	CARTELLA_PUNTI=$fermata_p "$@" >ferma.out 2>ferma.err 9>&- &
	FERMA=$!
	fermata_n=0
	until grep -qs '^dopo-prepara$' "$fermata_p"; do
		fermata_n=$((fermata_n + 1))
		[ $fermata_n -lt 600 ] || break
		sleep 0.1
	done
	kill -STOP $FERMA
	until grep -q '^State:.T' "/proc/$FERMA/status"; do
		sleep 0.1
	done
	exec 9>&-
}

riprende() {
	kill -CONT $FERMA
	wait $FERMA
	CODE=$?
	cp ferma.out "$OUT"
	cp ferma.err "$ERR"
}
