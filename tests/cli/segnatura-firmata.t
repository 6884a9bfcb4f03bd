# SPDX-License-Identifier: EUPL-1.2
# segnatura --firmata: with XAdES, by a certificate of the office or the user;
# programs that know nothing of ours verify it.  registra: one received that
# was changed.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/carte.sh"

UFFICIALI=$RADICE/../shared/dati/segnatura

mkdir ca && : >ca/indice && cat >ca.cnf <<'FINE'
[ca]
default_ca = prova
[prova]
new_certs_dir = ca
database = ca/indice
default_md = sha256
rand_serial = yes
unique_subject = no
policy = tutto
default_startdate = 20260101000000Z
default_enddate = 20290101000000Z
x509_extensions = firma
[tutto]
commonName = supplied
[firma]
keyUsage = critical, nonRepudiation
FINE
certificato() {	# certificato NAME SUBJECT: NAME.pem, NAME.p12
	openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
	    -keyout "$1.key" -out "$1.csr" -subj "$2" &&
	openssl ca -batch -selfsign -config ca.cnf -keyfile "$1.key" \
	    -in "$1.csr" -notext -out "$1.pem" &&
	openssl pkcs12 -export -inkey "$1.key" -in "$1.pem" \
	    -passout pass:segreta -out "$1.p12"
}
{ certificato ufficio '/CN=Comune di Prova' &&
    certificato prot1 '/CN=prot1 Prova' &&
    certificato altri '/CN=Comune di Prova'; } >openssl 2>&1 ||
    { cat openssl; exit 1; }

uffici_di_prova >/dev/null || exit 1
A=$S
cp "$FIXTURES/demo/segnalazione.pdf" relazione.pdf
U=$(come prot1 registra --flusso uscita --classifica VII/9 \
    --oggetto 'Trasmissione della relazione su A. B.' \
    --destinatario.denominazione 'Comune di Altrove' \
    --destinatario.codice-ipa c_y000 relazione.pdf)

sigilla() {	# sigilla NAME [SED]: the command of an office
	printf '#!/bin/sh\nsed "%s" | "%s/xades" "%s/%s.p12"\n' "${2:-}" \
	    "$DRIVER" "$T" "$1" >sigilla
	chmod +x sigilla
}
firmata() {	# firmata ARG...: by that command
	CARTELLA_FIRMA_XADES=$T/sigilla come prot1 segnatura "$U" \
	    --firmata si "$@"
}
no() {	# no ERE DESC CMD...
	no_re=$1 no_desc=$2
	shift 2
	run "$@" --in no.xml
	is_exit 1 "$no_desc: no"
	like err "$no_re" 'e dice perché'
	no_file no.xml 'e nessun file'
}

# ---- by whom ----

sigilla ufficio
no 'un certificato in vigore' 'nessun certificato arruolato' firmata
come resp arruola-chiave --uso sigillo ufficio.pem >"$OUT" 2>"$ERR" ||
    cat "$ERR"
no 'con che cosa firmare' 'senza con che firmare' come prot1 segnatura "$U" \
    --firmata si
run firmata --in firmata.xml
is_exit 0 'con il sigillo dell'\''ufficio'
come prot1 segnatura "$U" >nuda.xml
sed 's,<ds:Signature .*</ds:Signature>,,' firmata.xml >senza.xml
same_bytes nuda.xml senza.xml 'gli altri byte sono quelli di sempre'
sigilla prot1
no 'ignota' 'un certificato di chi non è arruolato' firmata
come resp arruola-chiave --utente prot1 prot1.pem >"$OUT" 2>"$ERR" ||
    cat "$ERR"
gpg --batch --quiet --armor --export "$(gpg_key prot1)" >prot1.asc
run come resp arruola-chiave --utente prot1 prot1.asc
is_exit 0 'chi ha anche una chiave OpenPGP'
run firmata --in propria.xml
is_exit 0 'firma con il proprio certificato, arruolato'
sigilla altri
no 'ignota' 'uno con lo stesso nome, mai arruolato' firmata

# ---- with a PKCS#12 file ----

frase() {	# frase WORD P12 ARG...: it comes by a descriptor
	frase_f=$1 frase_p=$2
	shift 2
	printf '%s\n' "$frase_f" | cartella --come prot1 --p12 "$frase_p" \
	    --frase-da 0 segnatura "$U" --firmata si "$@"
}
run frase segreta prot1.p12 --in p12.xml
is_exit 0 'con un file PKCS#12 e la sua frase'
ok 'xmlsec1 la verifica' xmlsec1 --verify --id-attr:Id SignedProperties \
    --pubkey-cert-pem prot1.pem p12.xml
run frase sbagliata prot1.p12 --in no.xml
not_ok 'con un'\''altra frase: no' [ "$CODE" = 0 ]
like err 'non apre il file' 'e dice perché'
no_file no.xml 'e nessun file'
no 'ignota' 'un file PKCS#12 mai arruolato' frase segreta altri.p12

# ---- others verify it ----

if [ -r "$UFFICIALI/segnatura_protocollo.xsd" ]; then
	ok 'invariante 9: valida per lo schema ufficiale, firma compresa' \
	    xmllint --nonet --noout \
	    --schema "$UFFICIALI/segnatura_protocollo.xsd" firmata.xml
else
	skip 'gli schemi ufficiali non ci sono'
fi
ok 'xmlsec1 la verifica' xmlsec1 --verify --id-attr:Id SignedProperties \
    --pubkey-cert-pem ufficio.pem firmata.xml
sed 's/Trasmissione/trasmissione/' firmata.xml >mutata.xml
if command -v javac >/dev/null; then
	java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
	    "$RADICE/tests/tools/VerificaXml.java" firmata.xml propria.xml \
	    mutata.xml >java.txt
	is "$(tr '\n' ' ' <java.txt)" 'valida valida non valida ' 'e Java'
else
	skip 'javac non c'\''è'
fi

ldd "$CARTELLA" "${CARTELLA%/*}/cartella-lettore" >librerie
not_ok 'chi firma non ha bisogno di xmlsec: ogni comando comincerebbe dopo' \
    grep -q xmlsec librerie

# ---- what a command might do ----

sigilla ufficio s/Trasmissione/Rifiuto/
no 'non è questa segnatura' 'un comando che firma altro' firmata
printf '#!/bin/sh\ncat\n' >sigilla
no 'non è questa segnatura' 'uno che non firma' firmata
printf '#!/bin/sh\ncat "%s/mutata.xml"\n' "$T" >sigilla
no 'non è questa segnatura' 'uno che risponde un'\''altra cosa' firmata
printf '#!/bin/sh\nsed "s/<ds:SignatureValue>./&A/" "%s/firmata.xml"\n' "$T" \
    >sigilla
no 'non-valida' 'uno che rompe la firma' firmata
printf '#!/bin/sh\ncat >/dev/null; echo PIN errato >&2; exit 3\n' >sigilla
no 'non ha firmato .esito 3' 'uno che non riesce' firmata
like err 'PIN errato' 'e si legge ciò che dice'
CARTELLA_FIRMA_XADES=sigilla
export CARTELLA_FIRMA_XADES
run come prot1 segnatura "$U" --firmata si --in no.xml
is_exit 4 'un percorso relativo: no'
unset CARTELLA_FIRMA_XADES
no 'messaggio-senza-firma' 'un messaggio non si firma' come prot1 segnatura \
    "$U" --tipo conferma-ricezione --firmata si
is_integro 'dopo le segnature firmate'

# ---- received ----

S=$T/altrove
cartella init --denominazione 'Comune di Altrove' --codice-ipa c_y000 \
    --codice-aoo AOO2 --dimostrativo si \
    --ufficio.codice prot --ufficio.denominazione Protocollo \
    --responsabile.codice resp --responsabile.cognome Neri \
    --responsabile.nome Eva >/dev/null &&
    utente prot1 prot protocollo >/dev/null || exit 1
parte() {	# parte TYPE NAME FILE
	printf -- '--b\nContent-Type: %s\nContent-Disposition: attachment; ' "$1"
	printf 'filename="%s"\nContent-Transfer-Encoding: base64\n\n' "$2"
	base64 "$3"
}
messaggio() {	# messaggio SEGNATURA
	printf 'From: a@pec.prova.example\nSubject: x\nMessage-ID: <%s@x>\n' "$1"
	printf 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n'
	parte application/xml Segnatura.xml "$1"
	parte application/pdf relazione.pdf relazione.pdf
	echo '--b--'
}
entrata() {
	come prot1 registra --flusso entrata --classifica VII/9 "$@"
}
messaggio firmata.xml >arrivo.eml
run entrata arrivo.eml
is_exit 0 'una segnatura firmata si riceve senza dire altro'
like err 'segnatura del mittente: ne vengono oggetto' 'e se ne legge'
run come prot1 verifica-firma "$(cat "$OUT")"
like out 'ignota .XAdES-B.: Comune di Prova' 'il verdetto dice di chi è la firma'
messaggio mutata.xml >mutata.eml
run entrata --conferma doppione --conferma doppione-mittente mutata.eml
is_exit 1 'una mutata dopo la firma: fermo'
like err '001_ValidazioneFirma.*\[segnatura-firma-non-valida\]' 'e dice perché'
run entrata --conferma doppione --conferma doppione-mittente \
    --conferma segnatura-firma-non-valida mutata.eml
is_exit 0 'confermato, si registra lo stesso'
run come prot1 verifica-firma "$(cat "$OUT")"
like out 'non-valida .XAdES-B.: Comune di Prova' 'e il verdetto lo ricorda'
is_integro 'dopo le segnature ricevute'
plan
