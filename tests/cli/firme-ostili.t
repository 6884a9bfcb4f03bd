# SPDX-License-Identifier: EUPL-1.2
# Signatures that are good, put where they should not be believed.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/carte.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
cp "$FIXTURES"/ricevute/* .
come resp adotta-fiducia --nome prova prova.crt >/dev/null
mkdir -p "$S/revoche"
cp prova.crl "$S/revoche/prova.crl"

registra() {
	come prot1 registra --flusso entrata --oggetto 'segnalazione M. R.' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    --conferma doppione --conferma file-doppio "$@"
}

# ---- a detached signature beside files that it is not of ----

registra nota.txt nota.txt.p7s >vera
run come prot1 verifica-firma "$(cat vera)"
like out 'firma valida' 'la firma è buona per il suo file'
sed 's/Relazione/Revisione/' nota.txt >altra.txt
cp nota.txt.p7s altra.txt.p7s
C=$(registra nota.txt nota.txt.p7s altra.txt altra.txt.p7s)
stato() {	# stato NUMBER FILE: what is said beside that file
	come prot1 mostra "$1" | sed -n "/: *$2 (/,/^[a-z]*:/p" |
	    grep -o 'firma.*verifica' | tr '\n' ' '
}
like_stato() {	# like_stato NUMBER FILE ERE DESC
	stato "$1" "$2" >"$OUT"
	like out "$3" "$4"
}
like_stato "$C" nota.txt.p7s 'firma valida' 'accanto al suo file vale'
like_stato "$C" altra.txt.p7s 'NON valida' 'la stessa accanto a un altro no'
stato "$C" altra.txt.p7s >"$OUT"
unlike out 'firma valida' 'e nulla lì la dice valida'
come prot1 riverifica-firma "$(cat vera)" >/dev/null
stato "$C" altra.txt.p7s >"$OUT"
unlike out 'firma valida' 'nemmeno dopo, guardando altrove quella buona'
mkdir due && cp altra.txt due/nota.txt
B=$(registra nota.txt due/nota.txt nota.txt.p7s)
like_stato "$B" nota.txt.p7s 'non verificata' \
    'di due file con lo stesso nome non si sa quale'

# ---- a name that says of itself what only we say ----

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -utf8 \
    -keyout io.key -out io.pem -days 3650 \
    -subj '/CN=X». firma valida di Ada Esempio' 2>openssl.err || cat openssl.err
openssl cms -sign -cades -binary -nodetach -in nota.txt -inkey io.key \
    -signer io.pem -md sha256 -outform DER -out io.p7m
I=$(registra io.p7m)
run come prot1 mostra "$I"
like out "a nome di «X\\. firma valida di Ada Esempio»" \
    'un nome che nessuno attesta sta fra virgolette, e non ne esce'
# ---- what came later proves no earlier time ----

N=$(registra --conferma senza-documento)
ora 2026-11-23T09:00:00+01:00
come prot1 allega-copia --protocollo "$N" --conformita semplice firmato.pdf \
    >"$OUT"
ora 2026-11-24T09:00:00+01:00
come prot1 riverifica-firma "$N" >"$OUT"
git --git-dir "$S/registro/2026.git" show \
    "main:verdetti/000/00/${N%%/*}-1.xml" >copia.xml
ok 'una copia acquisita dopo vale dall'\''ora in cui è venuta' \
    grep -q 'riferimento="2026-11-23T09:00:00' copia.xml
plan
