# SPDX-License-Identifier: EUPL-1.2
# firma with a certificate: CAdES by a PKCS#12 file or a token, over the
# manifesto and around the PDF of a letter; OpenSSL verifies it by itself.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null || exit 1
ora 2026-11-20T11:00:00+01:00
CS=$(aperta)
for R in 1 2 3 4 5 6; do redatta "$CS" >/dev/null; done
D=$S/cartelle/2026/0000001

# ---- who signs: a chain, a file and a token ----

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
x509_extensions = firma
[tutto]
commonName = supplied
[firma]
keyUsage = critical, nonRepudiation
[tsa]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[radice]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
FINE
VALE='-startdate 20260101000000Z -enddate 20290101000000Z'
certificato() {	# certificato NAME CN OPTION... : of a new key
	cert_n=$1 cert_cn=$2
	shift 2
	openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
	    -keyout "$cert_n.key" -out "$cert_n.csr" -subj "/CN=$cert_cn" &&
	# shellcheck disable=SC2086
	openssl ca -batch -config ca.cnf -in "$cert_n.csr" -notext \
	    -out "$cert_n.pem" $VALE "$@"
}
{
	certificato radice 'Prova CA' -selfsign -keyfile radice.key \
	    -extensions radice &&
	certificato as1 'as1 Prova' -cert radice.pem -keyfile radice.key &&
	certificato coord 'coord Prova' -cert radice.pem -keyfile radice.key &&
	certificato altra 'as1 Prova' -cert radice.pem -keyfile radice.key &&
	certificato tsa 'Prova TSA' -cert radice.pem -keyfile radice.key \
	    -extensions tsa &&
	for n in as1 coord altra; do
		openssl pkcs12 -export -inkey $n.key -in $n.pem -certfile \
		    radice.pem -passout pass:frase-segreta -out $n.p12
	done
} 2>openssl.err || { cat openssl.err; exit 1; }
echo frase-segreta >frase
echo un-altra >sbagliata

con_p12() {	# con_p12 FILE COMMAND... : signs with it
	p12_f=$1
	shift
	"$@" --p12 "$p12_f" --frase-da 3 3<"${FRASE:-frase}"
}
firma() {	# firma USER DOCUMENT [OPTION...]
	pf_chi=$1 pf_doc=$2
	shift 2
	come "$pf_chi" firma --cartella "$CS" --documento "$pf_doc" \
	    --resa nessuna "$@"
}
rifiuta() {	# rifiuta CODE DESC COMMAND...
	pf_codice=$1 pf_desc=$2
	shift 2
	run "$@"
	is_exit 1 "$pf_desc: no"
	like err "\\[$pf_codice\\]" "e lo dice ($pf_codice)"
}

# ---- refused ----

rifiuta senza-chiave 'un certificato che nessuno ha arruolato' \
    con_p12 as1.p12 firma as1 relazioni/0001.xml
for u in as1 coord; do
	come resp arruola-chiave --utente $u --conferma nome-diverso $u.pem >"$OUT" ||
	    cat "$OUT" "$ERR"
done
rifiuta firma-non-fatta 'con un altro certificato dello stesso nome' \
    con_p12 altra.p12 firma as1 relazioni/0001.xml
like err 'non è quello arruolato' 'e dice perché'
FRASE=sbagliata
rifiuta firma-non-fatta 'con un'\''altra frase' \
    con_p12 as1.p12 firma as1 relazioni/0001.xml
unset FRASE
head -c 500 as1.p12 >tronco.p12
rifiuta firma-non-fatta 'con un file tronco' \
    con_p12 tronco.p12 firma as1 relazioni/0001.xml
no_file "$D/firme" 'i rifiuti non lasciano niente'
come resp arruola-chiave --utente resp --conferma nome-diverso altra.pem >"$OUT"
rifiuta sigillo-openpgp 'sigillare con un certificato, che git non sa leggere' \
    con_p12 altra.p12 come resp sigilla

# ---- done: a file ----

run con_p12 as1.p12 firma as1 relazioni/0001.xml
is_out "$CS firme/0001/manifesto.xml" 'si firma con un certificato'
F=$D/firme/0001
is "$(ls "$F" | tr '\n' ' ')" 'firma.p7s manifesto.xml verdetto-1.xml ' 'tre file'
openssl_cms() {
	openssl cms -verify -cades -binary -inform DER -CAfile radice.pem \
	    -attime 1795000000 "$@" 2>openssl.err
}
ok 'openssl cms -verify -cades la dice buona' \
    openssl_cms -in "$F/firma.p7s" -content "$F/manifesto.xml" -out fuori
sed 's/sottoscrizione/visto/' "$F/manifesto.xml" >altro.xml
not_ok 'di altri byte no' \
    openssl_cms -in "$F/firma.p7s" -content altro.xml -out fuori
run cat "$F/manifesto.xml"
IMPRONTA=$(openssl x509 -in as1.pem -outform DER | sha256sum | cut -c1-64)
like out "<chiave tipo=\"x509\">$IMPRONTA<" 'il manifesto nomina il certificato'
run cat "$F/verdetto-1.xml"
like out 'esito="valida" formato="cades"' 'con un primo verdetto'
like out 'profilo="CAdES' 'che dice il profilo'

# ---- done: a token ----

MODULO=/usr/lib/softhsm/libsofthsm2.so
mkdir gettoni
printf 'directories.tokendir = %s\nlog.level = ERROR\n' "$T/gettoni" >hsm.conf
export SOFTHSM2_CONF="$T/hsm.conf" CARTELLA_PKCS11=$MODULO
{
	softhsm2-util --init-token --free --label carta --so-pin 9999 --pin 1234 &&
	openssl pkcs8 -topk8 -nocrypt -in as1.key -out as1.p8 &&
	softhsm2-util --token carta --pin 1234 --import as1.p8 --label as1 --id 01 &&
	openssl x509 -in as1.pem -outform DER -out as1.der &&
	pkcs11-tool --module $MODULO --token-label carta --login --pin 1234 \
	    --write-object as1.der --type cert --label as1 --id 01
} >hsm.out 2>&1 || cat hsm.out
echo 1234 >pin
con_carta() {
	"$@" --pkcs11 'pkcs11:token=carta' --frase-da 3 3<"${FRASE:-pin}"
}
run con_carta firma as1 relazioni/0002.xml
is_out "$CS firme/0002/manifesto.xml" 'si firma con la carta'
ok 'e OpenSSL la dice buona' openssl_cms -in "$D/firme/0002/firma.p7s" \
    -content "$D/firme/0002/manifesto.xml" -out fuori
N=$(atti)
FRASE=sbagliata
rifiuta firma-non-fatta 'con un altro PIN' con_carta firma as1 relazioni/0003.xml
unset FRASE
mv gettoni tolti && mkdir gettoni
rifiuta firma-non-fatta 'con la carta tolta' con_carta firma as1 relazioni/0003.xml
niente_scritto "$N" 'e non è successo niente'
unset SOFTHSM2_CONF CARTELLA_PKCS11

# ---- done: with a time stamp of the office's command ----

printf '[tsa]\ndefault_tsa = c\n[c]\nserial = %s/serie\ndefault_policy = 1.2.3\n%s\n%s\n' \
    "$T" 'digests = sha256' 'ess_cert_id_alg = sha256' >tsa.cnf
echo 'signer_digest = sha256' >>tsa.cnf
echo 01 >serie
cat >marca <<FINE
#!/bin/sh
cd "$T" && cat >domanda.tsq &&
openssl ts -reply -config tsa.cnf -queryfile domanda.tsq -signer tsa.pem \\
    -inkey tsa.key -out risposta.tsr 2>/dev/null && cat risposta.tsr
FINE
chmod +x marca
export CARTELLA_TSA="$T/marca"
run con_p12 as1.p12 firma as1 relazioni/0005.xml
is_exit 0 'con la marca temporale dell'\''ufficio'
run cat "$D/firme/0003/verdetto-1.xml"
like out 'tipo="marca"' 'che sta fra le prove'
like out 'esito="valida" formato="cades"' 'e la firma vale'
N=$(atti)
CARTELLA_TSA=/bin/false
rifiuta firma-non-fatta 'se la marca non arriva' \
    con_p12 as1.p12 firma as1 relazioni/0003.xml
niente_scritto "$N" 'e non è successo niente'
unset CARTELLA_TSA

# ---- at home, with another's tool ----

come as1 prepara-firma --cartella "$CS" --documento relazioni/0003.xml \
    --resa nessuna --chiave x509 --in casa >/dev/null
a_casa() {	# a_casa OUTPUT KEY OPTION... : as OpenSSL does it
	casa_o=$1 casa_k=$2
	shift 2
	openssl cms -sign -cades -binary -in casa/manifesto.xml -inkey "$casa_k.key" \
	    -signer "$casa_k.pem" -md sha256 -outform DER -out "$casa_o" "$@"
}
a_casa casa/coord.p7s coord
a_casa casa/firma.p7m as1 -nodetach
a_casa casa/due.p7s as1 -signer coord.pem -inkey coord.key
casa() {
	come as1 firma --cartella "$CS" --documento relazioni/0003.xml "$@"
}
rifiuta firma-non-valida 'la firma di un altro' \
    casa casa/manifesto.xml casa/coord.p7s
rifiuta firma-non-valida 'di due insieme' casa casa/manifesto.xml casa/due.p7s
openssl cms -sign -cades -binary -nodetach -in casa/LEGGIMI.txt -inkey as1.key \
    -signer as1.pem -md sha256 -outform DER -out casa/altro.p7m
rifiuta firma-non-valida 'intorno ad altri byte' \
    casa casa/manifesto.xml casa/altro.p7m
gpg_key as1 >as1.fpr
gpg --batch --quiet --armor --detach-sign -u "$(cat as1.fpr)" -o casa/firma.asc \
    casa/manifesto.xml
rifiuta firma-non-valida 'con OpenPGP dove il manifesto dice un certificato' \
    casa casa/manifesto.xml casa/firma.asc
rifiuta firma-non-fatta 'senza la firma, e senza dire con che cosa si fa' \
    casa casa/manifesto.xml
like err '--p12 FILE o --pkcs11 URI' 'e dice che cosa indicare'
base64 casa/firma.p7m >casa/base64.p7m
run casa casa/manifesto.xml casa/base64.p7m
is_out "$CS firme/0004/manifesto.xml" 'quella intorno al manifesto, in base64'
has_file "$D/firme/0004/firma.p7m" 'resta com'\''è'
come as1 prepara-firma --cartella "$CS" --documento relazioni/0004.xml \
    --resa nessuna --chiave x509 --in casa2 >/dev/null
cp casa2/manifesto.xml casa/ && a_casa casa/firma.p7s as1
run come as1 firma --cartella "$CS" --documento relazioni/0004.xml \
    casa/manifesto.xml casa/firma.p7s
is_out "$CS firme/0005/manifesto.xml" 'e quella staccata'

for n in 1 3 4; do
	run come as1 verifica-firma "$CS" --documento relazioni/000$n.xml --di-nuovo
	is_exit 0 "la firma $n si guarda di nuovo, qualunque forma abbia"
done

# ---- taken back by who issued it ----

come resp adotta-fiducia --nome prova radice.pem >/dev/null
mkdir -p "$S/revoche"
revoca() {	# what the issuer says in its list
	openssl ca -config ca.cnf -gencrl -cert radice.pem -keyfile radice.key \
	    -crl_lastupdate 20261119000000Z -crl_nextupdate 20270101000000Z \
	    -out "$S/revoche/prova.crl" 2>openssl.err
}
cp ca/indice indice.salva
awk -F'\t' -v OFS='\t' '$6 == "/CN=as1 Prova" { $1 = "R"; $3 = "261118000000Z" }
    { print }' indice.salva >ca/indice
revoca
N=$(atti)
rifiuta firma-non-valida 'un certificato che il suo emittente ha revocato' \
    con_p12 as1.p12 firma as1 relazioni/0006.xml
like err 'revocato' 'e dice perché'
niente_scritto "$N" 'e non è successo niente'
mv indice.salva ca/indice
revoca
run con_p12 as1.p12 firma as1 relazioni/0006.xml
is_exit 0 'con una lista che non lo nomina sì'

# ---- a letter ----

run con_p12 coord.p12 come coord comunica --cartella "$CS" \
    --destinatario.denominazione Scuola --destinatario.pec scuola@pec.example \
    --oggetto 'Riscontro' --testo 'Si risponde.'
is_exit 0 'una lettera firmata con un certificato'
C=$D/comunicazioni/0001.xml
P7M=$(byte_di "$(campo "$C" comunicazione/firma-file/cades)")
ok 'ha il PDF nella sua firma CAdES' openssl_cms -in "$P7M" -out lettera.pdf
is "$(sha256sum <lettera.pdf | cut -c1-64)" \
    "$(campo "$C" comunicazione/firma-file/file)" 'che è il PDF della lettera'
run come coord mostra 0000002/2026
like out '\.pdf\.p7m' 'ed è fra i file della registrazione'
like out 'manifesto\.xml\.p7s' 'con la firma del manifesto'

is_integro 'alla fine'
run cartella verifica
like out ' 7 firme' 'tutte verificate'

# ---- a day, closed with what git cannot read ----

ora 2026-11-23T08:30:00+01:00
come as1 annota --cartella "$CS" --tipo nota --testo Oggi. >/dev/null
run con_p12 altra.p12 come resp chiudi-giorno
is_exit 0 'il giorno si chiude con un certificato'
is "$(sqlite3 "file:$S/registro.sqlite?mode=ro" 'SELECT count(*) FROM tag')" 0 \
    'senza tag'
run come resp giorno 2026-11-20
like out '^chiuso da resp il 23/11/2026' 'e il giorno dice chi l'\''ha chiuso'

# ---- handed over: their bytes, before what else names a file ----

R=$(redatta "$CS" | cut -d' ' -f2)
M=$(con_p12 as1.p12 come as1 firma --cartella "$CS" --documento "$R" |
    cut -d' ' -f2)
run come coord pacchetto "$CS" --in "$T/p"
is_exit 0 'il pacchetto di una cartella con firme CAdES'
PDF=$(sed -n 's/.*\([0-9a-f]\{64\}\).*/\1/p' "$D/$M" | while read -r i; do
    ls "$D/allegati/$i".*; done 2>/dev/null)
has_file "$PDF" 'il PDF firmato dopo le altre'
has_file "p/data/allegati/${PDF##*/}" 'va con il pacchetto'

cp "$D/firme/0001/firma.p7s" salva
chmod u+w "$D/firme/0001/firma.p7s"
head -c 200 salva >"$D/firme/0001/firma.p7s"
run cartella verifica
unlike out ': 0 difetti$' 'una toccata si vede'
plan
