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

firme_certificato() {	# of as1, in a file with its key
	[ -f "$T/as1x.p12" ] && return
	(cd "$T" && . "$RADICE/tests/cli/certificati.sh" && pki_conf &&
	    pki_certificato as1ca '/C=IT/CN=CA di Prova' '' -extensions radice &&
	    pki_certificato as1x '/C=IT/CN=as1 Prova' as1ca &&
	    openssl pkcs12 -export -inkey as1x.key -in as1x.pem \
	    -certfile as1ca.pem -passout pass:segreta -out as1x.p12) &&
	echo segreta >"$T/frase.p12"
}

pronta_firma_p12() {
	pronta_redigi && ricetta_redigi "$(id_di 25)" && firme_certificato &&
	come resp arruola-chiave --utente as1 --conferma nome-diverso \
	    "$T/as1x.pem"
}

ricetta_firma_p12() {
	come as1 firma --resa nessuna --id "$1" --cartella "$(una_cartella)" \
	    --documento relazioni/0001.xml --p12 "$T/as1x.p12" \
	    --frase-da 3 3<"$T/frase.p12"
}
