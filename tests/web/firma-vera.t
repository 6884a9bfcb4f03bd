# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091,SC2086
#
# Signing through the web in a store that is no demonstration: only with a key
# that the server keeps, and the passphrase of who signs.
. tests/web/lib.sh

come() {	# no demonstration: each by a login of his own
	vera_u=$1
	shift
	CARTELLA_LOGIN=$vera_u "$CARTELLA" --store "$S" "$@"
}
chiave() {	# chiave USER: a key under a passphrase
	frase | gpg --batch --quiet --faked-system-time 20200101T000000 \
	    --pinentry-mode loopback --passphrase-fd 0 --quick-generate-key \
	    "$1 <$1@prova.invalid>" ed25519 sign never 2>"$T/.gpg"
	gpg --batch --armor --export "$1 <$1@prova.invalid>" >"$1.asc"
}
frase() { echo 'cinque barche in secca'; }
sigilla() {	# sigilla [PASSPHRASE]: a seal, with the key of who asks
	web /atto/sigilla -H "Origin: $U" --data-urlencode "_csrf=$CSRF" \
	    --data-urlencode _azione=invia \
	    ${1:+--data-urlencode "_frase=$1"}
}
sigilli() { come resp archivio --cosa giorni --formato xml |
	grep -c '<sigillo '; }

CARTELLA_LOGIN=resp cartella init --denominazione 'Comune di Prova' \
    --codice-ipa c_x000 --codice-aoo AOO1 \
    --ufficio.codice soc --ufficio.denominazione 'Servizi sociali' \
    --responsabile.codice resp --responsabile.cognome Rossi \
    --responsabile.nome Anna --responsabile.login resp >"$OUT" || exit 1
chiave resp
ok 'una chiave' come resp arruola-chiave --utente resp resp.asc
servizio --web 1 --lettori 1 --compositori 1
sessione resp
sigilla "$(frase)"
stato 422 'una chiave che il server non tiene'
corpo 'non è fra quelle che il server tiene' 'dice che fare'
is "$(sigilli)" 0 'e non firma niente'

frase | gpg --batch --pinentry-mode loopback --passphrase-fd 0 --armor \
    --export-secret-keys 'resp <resp@prova.invalid>' >resp.sec 2>"$T/.gpg"
ok 'la tiene il server' come resp arruola-chiave --utente resp \
    --custodia server resp.asc
frase >f
ok 'che la prende' sh -c \
    'CARTELLA_LOGIN=resp "$CARTELLA" --store "$1" custodisci --frase-da 3 resp.sec 3<f' - "$S"
sigilla
stato 422 'senza frase'
corpo 'serve la frase' 'dice che fare'
sigilla 'quattro barche in secca'
is "$(sigilli)" 0 'con un'\''altra frase non firma'
sigilla "$(frase)"
stato 303 'con la sua sì'
is "$(sigilli)" 1 'e il sigillo c'\''è'
servizio_fine
plan
