# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# ricette_ricevute.sh - recipes of the signatures of others.

ricevute_firmata() {	# a signed file
	[ -f "$T/firmata.p7m" ] && return
	echo 'una segnalazione' >"$T/firmata.txt" &&
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
	    -keyout "$T/firmata.key" -out "$T/firmata.pem" -days 30 \
	    -subj '/C=IT/CN=Ada Esempio' 2>/dev/null &&
	openssl cms -sign -binary -nodetach -cades -nosmimecap -outform DER \
	    -signer "$T/firmata.pem" -inkey "$T/firmata.key" \
	    -in "$T/firmata.txt" -out "$T/firmata.p7m"
}

pronta_verifica_firma() {
	ricevute_firmata &&
	come prot registra --flusso entrata --oggetto 'segnalazione firmata' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    "$T/firmata.p7m"
}

ricetta_verifica_firma() {
	come prot verifica-firma --id "$1" "$(una_lettera)"
}

pronta_verifica_file() {
	ricevute_firmata
}

ricetta_verifica_file() {
	come prot verifica-file --id "$1" "$T/firmata.p7m"
}

pronta_riverifica_firma() {
	pronta_verifica_firma
}

ricetta_riverifica_firma() {
	come prot riverifica-firma --id "$1" "$(una_lettera)"
}

# ---- the same act by another road (uccisioni.sh) ----

pronta_registra_firmata() {
	ricevute_firmata
}

ricetta_registra_firmata() {	# with the bytes and what they say, a verdict
	come prot registra --id "$1" --flusso entrata \
	    --oggetto 'segnalazione firmata' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    "$T/firmata.p7m"
}

pronta_riverifica_nostra() {
	pronta_proponi
}

ricetta_riverifica_nostra() {
	come as1 riverifica-firma --id "$1" "$(una_cartella)" \
	    --documento relazioni/0001.xml
}
