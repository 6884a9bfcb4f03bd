# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091
#
# /api/v1: the examples of docs/api.md, in their order, on a real service; and
# what a program is refused.
. tests/web/lib.sh
. "$RADICE/tests/cli/ricette.sh"

{ ente_di_prova && utenti_del_caso; } >/dev/null || exit 1
mkdir bin
cat >bin/cartella <<'FINE'
#!/bin/sh
exec "$CARTELLA" --store "$CARTELLA_STORE" "$@"
FINE
chmod +x bin/cartella
CARTELLA_STORE=$S
export CARTELLA_STORE U CARTELLA

servizio --web 1 --lettori 1 --compositori 1
awk '/^```sh$/ { n++; on = 1; next } /^```$/ { on = 0 }
    on { print > sprintf("blocco-%02d", n) }' "$RADICE/docs/api.md"
for blocco in blocco-*; do
	run env PATH="$T/bin:$PATH" URL="$U" sh -eu "$blocco"
	is_exit 0 "$(head -n 1 "$blocco" | cut -c 1-60)"
	unlike out 'esito="(vietato|guasto|scorretta|entra)"' 'e nessun errore'
	cp "$OUT" "$blocco.out"
done
is "$(wc -l <gettone)" 1 'il gettone'
like_file() {
	ok "$3" grep -q "$2" "$1"
}
like_file blocco-02.out 'esito="fatto"' 'elenco: XML, se non si chiede altro'
like_file blocco-03.out '^{"esito":"fatto".*"scrivania":\[' 'scrivania: JSON'
like_file blocco-04.out '0000001/2026' 'registra: il primo numero'
is "$(cat blocco-05.out)" 0000001/2026 \
    'di nuovo la stessa istanza: lo stesso numero'
like_file blocco-06.out 'esito="fatto"' 'il suo esito'
like_file blocco-07.out '"esito":"fatto"' 'smista, da un modulo'
like_file blocco-08.out '"grado":"' 'la prova dice i rilievi'
is "$("$CARTELLA" --store "$S" --come prot elenco --formato xml |
    grep -c '<registrazione')" 1 'e non registra niente'

# ---- who asks ----
TOKEN=$(cat gettone)
api() {		# api PATH [CURL...]
	api_p=$1
	shift
	web "$api_p" -H "Authorization: Bearer $TOKEN" "$@"
}
web /api/v1/elenco
stato 401 'senza gettone no'
testata '^WWW-Authenticate: Bearer' 'e dice come'
web /api/v1/elenco -H 'Authorization: Bearer cartella_00'
stato 401 'con uno inventato no'
web /api/v1/elenco -H "Cookie: cartella=$TOKEN; __Host-cartella=$TOKEN"
stato 401 'come cookie no'
api "/api/v1/elenco?gettone=$TOKEN"
stato 400 'un campo che non c'\''è'
api /api/v1/stato-archivio
stato 403 'un atto che non è del suo ruolo'
api /api/v1/mostra?riferimento=CS-2026-0000001
stato 404 'ciò che non c'\''è'
api /api/v1/non-esiste
stato 404 'un atto che non c'\''è'
api /api/v1/atti/registra
stato 405 'un atto si fa con POST'
testata '^Allow: POST' 'e lo si dice'
api /api/v1/atti/elenco -d x=y
stato 400 'una lettura non è un atto: campi'
api /api/v1/atti/elenco -d giorno=2026-11-20
stato 400 'una lettura non è un atto'

# ---- what is sent ----
api /api/v1/atti/registra -H 'Content-Type: application/json' -d '{}'
stato 415 'JSON non si manda'
api /api/v1/atti/registra -H 'Content-Type: application/xml' -d '<istanza'
stato 400 'XML che non si legge'
api /api/v1/atti/registra -H 'Content-Type: application/xml' -d '<!DOCTYPE x [
<!ENTITY e SYSTEM "file:///etc/passwd">]><istanza atto="registra">&e;</istanza>'
stato 400 'un DOCTYPE no'
senza root: 'e niente è letto'
sed 's/registra/annulla/g' registra.xml >altro.xml
api /api/v1/atti/registra -H 'Content-Type: application/xml' -d @altro.xml
stato 400 "l'istanza di un altro atto"
sed 's/id="[0-9a-f]*"/id="x"/' registra.xml >altro.xml
api '/api/v1/atti/registra?_formato=json' -H 'Content-Type: application/xml' \
    --data-binary @altro.xml
stato 400 'un id che non lo è'
api /api/v1/atti/registra -F 'istanza=<registra.xml' -F 'oggetto=altro'
stato 400 "o l'istanza o i campi"

# ---- files ----
api '/api/v1/originale?riferimento=0000001/2026'
stato 200 'originale'
testata '^Content-Type: application/pdf' 'con il suo tipo'
testata '^Content-Disposition: attachment; filename=' 'da salvare'
ok 'e i suoi byte' cmp -s "$BODY" domanda.pdf

web /api/v1/openapi.json
stato 200 'la descrizione è di tutti'
"$CARTELLA" openapi >descrizione.json
ok 'ed è quella del comando' cmp -s "$BODY" descrizione.json
web /api/v1/schemi/registra.xsd
stato 200 'gli schemi anche'
ok 'sono schemi' xmllint --noout --schema "$BODY" registra.xml
web /api/v1/schemi/..%2f..%2fetc.xsd
stato 404 'e solo quelli'

# ---- taken back ----
"$CARTELLA" --store "$S" --come resp nomina portale Portale Servizi \
    --ruolo protocollo --attivo no >/dev/null
api /api/v1/elenco
stato 401 'chi non è più in servizio non ha più gettoni'
servizio_fine
run "$CARTELLA" --store "$S" verifica
like out ': 0 difetti$' 'alla fine è integro'
plan
