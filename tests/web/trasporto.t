# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091
#
# How cartella-web is reached: over TLS, behind a proxy, by the names it has;
# and what the browser keeps of it.
. tests/web/lib.sh

cert() {	# cert NAME: a key and a certificate of it, NAME.pem NAME.key
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
	    -subj "/CN=$1" -addext "subjectAltName=DNS:$1" -days 2 \
	    -keyout "$1.key" -out "$1.pem" 2>/dev/null
}

# ---- TLS ----

cert localhost
cert marta
finto tls-cert="$T/localhost.pem" tls-chiave="$T/localhost.key" \
    tls-ca="$T/marta.pem"
U=https://localhost:$PORT
tls() {
	tls_p=$1
	shift
	web "$tls_p" --cacert "$T/localhost.pem" "$@"
}
tls /
stato 200 'in TLS'
testata '^strict-transport-security: max-age' 'e da ora solo così'
not_ok 'senza certificato dichiarato' grep -q 'certificato=' "$F/richieste"
tls / --tlsv1.2 --tls-max 1.2
stato 200 'TLS 1.2'
tls / --tls-max 1.1 --ciphers DEFAULT@SECLEVEL=0
stato 000 'non più vecchio'
web / -k -H 'Host: localhost' --http1.0
tls /entra -d utente=prova -d _parola=x
testata '^set-cookie: __Host-cartella=.*; Secure.$' 'il segreto è solo di TLS'
tls /entra -d utente=prova -d _parola=x -H "Origin: http://localhost:$PORT"
stato 403 'la stessa pagina senza TLS è un altro sito'
tls / --cert marta.pem --key marta.key
D=$(openssl x509 -in marta.pem -outform DER | sha256sum | cut -c1-64)
ok 'il certificato di chi chiede' grep -q "certificato=\"$D\"" "$F/richieste"
cert altri
tls / --cert altri.pem --key altri.key
is "$(grep -c 'certificato=' "$F/richieste")" 1 'non quello che nessuno garantisce'
web_asked=$(grep -c '<richiesta' "$F/richieste")
U=http://localhost:$PORT
web / --max-time 3
asked 0 'in chiaro niente'
finto_fine

echo 'non è un certificato' >rotto.pem
mkdir -p "$F/spool"
run "$DRIVER/web_finto" "$CARTELLA-web" "$F" tls-cert="$T/rotto.pem" \
    tls-chiave="$T/localhost.key"
is_exit 2 'con un certificato rotto non parte'

# ---- names ----

finto nomi='sociale.ente.it altro.it'
web / -H 'Host: sociale.ente.it'
stato 200 'il suo nome'
web / -H 'Host: male.example'
stato 400 'un altro nome no'
web / -H 'X-Forwarded-For: 10.1.2.3' -H 'Host: altro.it' \
    -H 'X-Utente: coord' -H 'X-Forwarded-Proto: https'
not_ok 'senza proxy nessuno dice di venire da altrove' \
    grep -qE '10\.1\.2\.3|utente-fidato' "$F/richieste"
notestata '^strict-transport' 'né di essere cifrato'
finto_fine

# ---- behind a proxy ----

finto proxy=127.0.0.1 utente-intestazione=X-Utente
web / -H 'X-Forwarded-For: 6.6.6.6, 10.1.2.3' -H 'X-Utente: coord' \
    -H 'X-Forwarded-Proto: https'
ok 'l’indirizzo che ha visto il proxy' grep -q 'indirizzo="10.1.2.3"' \
    "$F/richieste"
ok 'chi dice il proxy' grep -q 'utente-fidato="coord"' "$F/richieste"
testata '^strict-transport' 'e che è cifrato'
web / -H 'X-Forwarded-For: <script>' -H 'X-Utente;'
is "$(grep -c 'indirizzo="127.0.0.1"' "$F/richieste")" 1 \
    'un indirizzo che non lo è'
web /metriche -H 'X-Forwarded-For: 10.1.2.3'
stato 404 'le misure non sono per chi sta fuori'
finto_fine
finto proxy=10.9.9.9 utente-intestazione=X-Utente
web / -H 'X-Forwarded-For: 10.1.2.3' -H 'X-Utente: coord'
not_ok 'un altro proxy non è creduto' \
    grep -qE '10\.1\.2\.3|utente-fidato' "$F/richieste"

# ---- what the browser keeps ----

web /
E=$(grep -o '/statici/[0-9a-f]*/cartella.css' "$BODY" | head -1)
web "$E"
stato 200 'lo stile'
testata '^content-type: text/css; charset=utf-8' 'è uno stile'
testata '^cache-control: public, max-age=31536000, immutable' 'che si tiene'
testata '^x-content-type-options: nosniff' 'e non è altro'
cp "$BODY" intero.css
TAG=$(sed -n 's/^etag: *\([^ ]*\).$/\1/Ip' "$HEAD")
web "$E" -H "If-None-Match: $TAG"
stato 304 'chi lo ha non lo riceve'
web "$E" -H 'Accept-Encoding: gzip'
testata '^content-encoding: gzip' 'compresso per chi legge gzip'
gzip -dc <"$BODY" >aperto.css
same_bytes intero.css aperto.css 'è lo stesso'
web "$(echo "$E" | sed 's,/[0-9a-f]*/cartella,/0000000000000000/cartella,')"
stato 404 'di un’altra edizione non c’è'
for f in cartella.js icone.svg; do
	web "${E%/*}/$f"
	stato 200 "$f"
done
web "${E%/*}/../../../etc/passwd"
stato 404 'niente altro'
finto_fine
plan
