# SPDX-License-Identifier: EUPL-1.2
# `cartella openapi`: every atto that a request can bring is described, and
# another program finds the description sound.
. tests/cli/lib.sh

OPENAPI=$RADICE/tests/tools/openapi
MODULI=$RADICE/build/openapi

run "$CARTELLA" openapi
is_exit 0 'openapi'
cp "$OUT" descrizione.json
run perl -MJSON::PP -e 'local $/; my $d = decode_json(<STDIN>);
    for my $via (keys %{$d->{paths}}) {
	$via =~ m{^/api/v1/(?:atti/)?([a-z0-9-]+)$} and print "$1\n" }' \
    <descrizione.json
is_exit 0 'è JSON'
sort "$OUT" >descritti

"$CARTELLA" aiuto | awk '$0 == "atti:" { on = 1; next } /^$/ { on = 0 }
    on { print $1 }' | sort >atti
is "$(comm -13 atti descritti)" '' 'non inventa atti'
# these found a store, are done in a kit, or take a directory
is "$(comm -23 atti descritti | tr '\n' ' ')" \
    "$(echo apri-emergenza chiudi-emergenza init proroga-emergenza \
    registra-emergenza sigilla-emergenza) " \
    'mancano solo quelli che una richiesta non può portare'
is "$(grep -o '"operationId": "[^"]*"' descrizione.json | sort | uniq -d)" '' \
    'ogni operazione ha un nome suo'

field() {	# field EXPRESSION: of the description $d
	perl -MJSON::PP -e 'local $/; my $d = decode_json(<STDIN>);
	    my $v = eval shift; print ref $v ? encode_json($v) : $v' "$1" \
	    <descrizione.json
}
is "$(field '$d->{paths}{"/api/v1/atti/annota"}{post}{requestBody}{content}
    {"application/x-www-form-urlencoded"}{schema}{required}')" \
    '["cartella","testo"]' 'annota: i campi obbligatori'
is "$(field '$d->{paths}{"/api/v1/atti/registra"}{post}{requestBody}{content}
    {"multipart/form-data"}{schema}{properties}{file}{type}')" array \
    'registra prende dei file'
is "$(field '$d->{paths}{"/api/v1/mostra"}{get}{parameters}[0]{required}')" true \
    'mostra: il riferimento ci vuole'
is "$(field '$d->{paths}{"/api/v1/mostra"}{post} // "no"')" no \
    'una lettura senza file si chiede con GET'

if [ -d "$MODULI/node_modules" ]; then
	cd "$MODULI" || exit 1
	run node "$OPENAPI/convalida.mjs" "$T/descrizione.json"
	is_exit 0 'un altro programma la convalida'
	is_out 3.1 'come OpenAPI 3.1'
	sed 's/"in": "query"/"in": "altrove"/' "$T/descrizione.json" \
	    >"$T/guasta.json"
	run node "$OPENAPI/convalida.mjs" "$T/guasta.json"
	is_exit 1 'e guasta la rifiuta'
	cd "$T" || exit 1
else
	skip 'make non ha potuto prendere il convalidatore da npm' 3
fi
plan
