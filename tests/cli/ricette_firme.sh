# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# ricette_firme.sh - a way to do each act about signatures, once.

pronta_prepara_firma() {
	pronta_firma
}

ricetta_prepara_firma() {
	rm -rf "$T/da-firmare"
	come as1 prepara-firma --resa nessuna --id "$1" \
	    --cartella "$(una_cartella)" --documento relazioni/0001.xml \
	    --in "$T/da-firmare"
}

# ---- the same act by another road (uccisioni.sh) ----

firme_certificato() {	# firme_certificato USER: enrolled, a file with its key
	[ -f "$T/$1x.p12" ] || (cd "$T" &&
	    . "$RADICE/tests/cli/certificati.sh" && pki_conf &&
	    pki_certificato firme '/C=IT/CN=CA di Prova' '' -extensions radice &&
	    pki_certificato "$1x" "/C=IT/CN=$1 Prova" firme &&
	    openssl pkcs12 -export -inkey "$1x.key" -in "$1x.pem" \
	    -certfile firme.pem -passout pass:segreta -out "$1x.p12" &&
	    echo segreta >frase.p12) || return
	come resp arruola-chiave --utente "$1" --conferma nome-diverso \
	    "$T/$1x.pem"
}

pronta_firma_p12() {
	pronta_redigi && ricetta_redigi "$(id_di 25)" && firme_certificato as1
}

ricetta_firma_p12() {
	come as1 firma --resa nessuna --id "$1" --cartella "$(una_cartella)" \
	    --documento relazioni/0001.xml --p12 "$T/as1x.p12" \
	    --frase-da 3 3<"$T/frase.p12"
}

pronta_comunica_p12() {
	pronta_annota && firme_certificato coord
}

ricetta_comunica_p12() {	# with the PDF in its signature
	come coord comunica --id "$1" --cartella "$(una_cartella)" \
	    --destinatario.denominazione 'Scuola di Prova' \
	    --destinatario.indirizzo 'Via della Scuola 1' \
	    --oggetto 'riscontro' --testo 'Il caso è in carico.' \
	    --p12 "$T/coordx.p12" --frase-da 3 3<"$T/frase.p12"
}
