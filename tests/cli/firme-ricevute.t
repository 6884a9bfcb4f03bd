# SPDX-License-Identifier: EUPL-1.2
# Signatures of others: registered whatever they are worth; what is found of
# them stands beside the registration, and follows the bytes.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/carte.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/certificati.sh"

uffici_di_prova >/dev/null || exit 1
utente prot2 prot protocollo >/dev/null || exit 1
utente sis sds amministratore >/dev/null
cp "$FIXTURES"/ricevute/* .

registra() {
	come prot1 registra --flusso entrata --oggetto 'segnalazione M. R.' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 "$@"
}

verdetto() {	# verdetto NUMBER N: its bytes
	git --git-dir "$S/registro/2026.git" show \
	    "main:verdetti/000/00/${1%%/*}-$2.xml"
}

esito() {	# esito NUMBER: of each look, in order
	come prot1 verifica-firma "$1" --formato xml |
	    sed -n 's/.*<verdetto .*esito="\([a-z-]*\)".*/\1/p' | tr '\n' ' '
}

impronta() {
	sha256sum <"$1" | cut -c1-64
}

# ---- a CAdES, attached ----

P=$(registra nota.txt.p7m)
is "$P" 0000001/2026 'un file firmato si registra'
is "$(esito "$P")" 'ignota ' 'senza radici fidate non è valida, né integra'
run come prot1 mostra "$P"
DI_ADA='firma di chi non si conosce, a nome di «Ada Esempio»'
like out "$DI_ADA \\(CAdES-BES\\), verifica del 20/11/2026" \
    'la registrazione lo dice'
run come prot1 verifica-firma "$P" --file 9
unlike out 'firma|valida' 'di un file che non c'\''è niente'
run come prot1 verifica-firma "$P"
is_exit 0 'le verifiche si leggono'
like out 'certificato n\. [0-9A-F]+ di .*CN=prova' 'con il certificato'
like out 'ora che conta: 20/11/2026 10:15 \(registrazione\)' \
    'l'\''ora che conta è quella della registrazione'
unlike out 'firma valida|valida quando' 'e nulla la chiama valida'
run come prot1 originale "$P" --file v1 --in dentro.txt
is_exit 0 'il contenuto si legge'
same_bytes dentro.txt nota.txt 'ed è quello firmato'
not_ok 'un contenuto che non c'\''è non c'\''è' \
    come prot1 originale "$P" --file v2 --in altro.txt
verdetto "$P" 1 >v1.xml
for prova in $(sed -n 's/.*<prova impronta="\([0-9a-f]*\)".*/\1/p' v1.xml); do
	is "$(impronta "$(byte_di "$prova")")" "$prova" \
	    'ogni prova è un allegato con la sua impronta'
done
same_bytes "$(byte_di "$(impronta nota.txt.p7m)")" nota.txt.p7m \
    'i byte arrivati sono quelli'

# ---- detached, and several in one registration ----

D=$(registra nota.txt nota.txt.p7s)
is "$(esito "$D")" 'ignota ' 'una firma a parte si verifica con il suo file'
verdetto "$D" 1 >d1.xml
ok 'e dice di che cosa è' grep -q "<su>$(impronta nota.txt)</su>" d1.xml
sed 's/Relazione/Revisione/' nota.txt >altra.txt
mv nota.txt.p7s altra.txt.p7s
D=$(registra --conferma doppione altra.txt altra.txt.p7s)
is "$(esito "$D")" 'non-valida ' 'accanto a un altro file no'
mv altra.txt.p7s nota.txt.p7s

cp nota.txt.p7s nota.p7s
D=$(registra --conferma doppione --conferma file-doppio nota.txt nota.p7s)
run come prot1 verifica-firma "$D"
like out 'in .*: firma di chi non si conosce, a nome di «Ada Esempio»' \
    'si riconosce anche dal nome senza la sua estensione'

# ---- PDF ----

F=$(registra firmato.pdf)
is "$(esito "$F")" 'ignota ' 'un PDF firmato'
run come prot1 verifica-firma "$F"
like out 'PAdES-BES' 'PAdES'
C=$(registra cresciuto.pdf)
is "$(esito "$C")" 'ignota ' 'un PDF cresciuto non è meglio delle sue firme'
run come prot1 verifica-firma "$C"
like out 'dopo l.ultima firma sono stati aggiunti 210 byte, che nessuna firma copre' \
    'e si dice che cosa nessuno ha firmato'
ok 'ciò che era firmato si ha' come prot1 originale "$C" --file v1 \
    --in firmato-allora.pdf
same_bytes firmato-allora.pdf firmato.pdf 'com'\''era'
run come prot1 verifica-firma "$(registra due-firme.pdf)"
is "$(grep -c 'ES-BES): Ada' "$OUT")" 2 'più firme'
printf '%s\n' '-----BEGIN PGP SIGNATURE-----' '' iQ '-----END PGP SIGNATURE-----' \
    >nota.txt.asc
printf 'PK\003\004 META-INF/signatures.xml' >busta.asice
qpdf --warning-exit-0 --encrypt "" padrone 256 -- due-firme.pdf cifrato.pdf 2>/dev/null

# ---- XML ----

pki_conf && pki_certificato bruno '/C=IT/CN=Bruno Esempio' '' &&
    openssl pkcs12 -export -inkey bruno.key -in bruno.pem \
    -passout pass:segreta -out bruno.p12
printf '<dato xmlns="urn:x">ciao</dato>\n' >nudo.xml
"$DRIVER/firma_xml" bruno.p12 segreta nudo.xml >firmato.xml
X=$(registra firmato.xml)
is "$(esito "$X")" 'ignota ' 'un XML firmato'
run come prot1 verifica-firma "$X"
like out 'XAdES.*Bruno Esempio' 'XAdES'
sed 's/ciao/miao/' firmato.xml >toccato.xml
is "$(esito "$(registra toccato.xml)")" 'non-valida ' 'toccato no'

printf '<nota>dove sta SignatureValue</nota>\n' >parla.xml
run come prot1 verifica-firma "$(registra parla.xml)"
like out 'nessuna firma verificata' 'un XML che ne parla soltanto non ha firme'

# ---- in a message ----

{
	printf 'From: Scuola <scuola@example.org>\r\nSubject: prova\r\n'
	printf 'Date: Fri, 20 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n'
	printf 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'
	printf 'Content-Type: text/plain\r\n\r\nciao\r\n--x\r\n'
	printf 'Content-Type: application/pkcs7-mime; name=nota.txt.p7m\r\n'
	printf 'Content-Disposition: attachment; filename=nota.txt.p7m\r\n'
	printf 'Content-Transfer-Encoding: base64\r\n\r\n'
	openssl base64 -in nota.txt.p7m
	printf '\r\n--x\r\nContent-Type: application/pkcs7-signature\r\n'
	printf 'Content-Disposition: attachment; filename=smime.p7s\r\n'
	printf 'Content-Transfer-Encoding: base64\r\n\r\n'
	openssl base64 -in nota.txt.p7s
	printf '\r\n--x--\r\n'
} >messaggio.eml
M=$(come prot1 registra --flusso entrata --oggetto messaggio --conferma doppione \
    --classifica VII/9 messaggio.eml)
run come prot1 verifica-firma "$M"
is "$(grep -c ', prot1, in' "$OUT")" 2 \
    'di un messaggio si guardano gli allegati, non la firma del messaggio'
like out "in $M: firma di chi non si conosce, a nome di «Ada Esempio»" 'uno per uno'

# ---- damaged, hostile: registered all the same ----

head -c 600 nota.txt.p7m >tronco.p7m
printf 'non è una firma' >falso.p7m
printf '\060\200' >vuoto.p7m
printf '%%PDF-1.7\n/ByteRange [0 1 2 3]\n' >rotto.pdf
printf '<!DOCTYPE x [<!ENTITY a "b">]><x><SignatureValue/>&a;</x>' >ostile.xml
head -c 12000 firmato.pdf >tagliato.pdf
for file in tronco.p7m falso.p7m vuoto.p7m rotto.pdf ostile.xml tagliato.pdf \
    cifrato.pdf nota.txt.asc busta.asice; do
	run registra "$file"
	is_exit 0 "$file si registra"
	N=$(cat "$OUT")
	case $(esito "$N") in
	'non-valida ' | 'non-verificata ') ok "$file: $(esito "$N")" true ;;
	*) is "$(esito "$N")" 'non-valida o non-verificata' "$file" ;;
	esac
done
CARTELLA_FIRME_SECONDI=0
export CARTELLA_FIRME_SECONDI
run registra --conferma doppione firmato.xml
unset CARTELLA_FIRME_SECONDI
is_exit 0 'quando le firme sono troppe si registra'
run come prot1 verifica-firma "$(cat "$OUT")"
like out 'troppe firme' 'e si dice'
N=$(registra --conferma senza-documento)
run come prot1 verifica-firma "$N"
is_exit 1 'senza file non c'\''è niente da dire'

# ---- the verdict follows the bytes ----

cp firmato.pdf scambiato.pdf
B=$(registra --conferma doppione scambiato.pdf)
is "$(esito "$B")" 'ignota ignota ' \
    'gli stessi byte altrove: le verifiche di tutti e due i posti'
come prot1 copia "$F" --in timbrata.pdf >/dev/null
run come prot1 verifica-file timbrata.pdf
like out 'di questi byte non risulta una verifica' 'una copia col timbro non ne ha'
run come prot1 verifica-file firmato.pdf nota.txt
like out "in $F: firma di chi non si conosce" 'il file in mano ha le sue'
like out "in $P: firma di chi non si conosce" 'ciò che era dentro anche'
like out 'adesso: ignota \(pades\); non se ne tiene nota' 'e si guarda adesso'
run come prot1 verifica-file
is_exit 1 'senza file no'
like err 'indica il file' 'e dice che cosa fare'

# ---- another look ----

ora 2026-11-23T09:00:00+01:00
run come prot1 verifica-firma "$P" --di-nuovo
is_exit 0 'si guarda di nuovo'
is "$(esito "$P")" 'ignota ignota ignota ' 'e si aggiunge'
verdetto "$P" 1 | cmp -s - v1.xml
ok 'la prima è com'\''era' [ $? -eq 0 ]
verdetto "$P" 2 >v2.xml
ok 'conta ancora l'\''ora della registrazione' \
    grep -q 'riferimento="2026-11-20T10:15:30+01:00"' v2.xml
ok 'guardata quando' grep -q '<ora>2026-11-23T09:00:00+01:00</ora>' v2.xml
run cartella --come prot1 riverifica-firma --id 00000000000000000000000000000077 "$P"
is_exit 0 'la stessa istanza'
run cartella --come prot1 riverifica-firma --id 00000000000000000000000000000077 "$P"
is_exit 0 'due volte'
is "$(esito "$P")" 'ignota ignota ignota ignota ' 'è una'
run come prot1 riverifica-firma "$N"
is_exit 1 'senza firme no'
run come prot1 riverifica-firma 0000002/2026 --file 0
like err 'nessuna-firma|non si trovano firme' 'un file senza firme no'
run come prot1 riverifica-firma 0000002/2026 --file 7
is_exit 1 'un file che non c'\''è'
run come prot1 mostra "$P" --di-nuovo
is_exit 2 '--di-nuovo è di verifica-firma'

# ---- a copy that came later ----

come prot1 allega-copia --protocollo "$N" --conformita semplice due-firme.pdf \
    >/dev/null
run come prot1 riverifica-firma "$N" --file c1.1
is_exit 0 'anche una copia acquisita dopo'
run come prot1 mostra "$N"
like out "$DI_ADA; di una versione precedente.*: «Ada Esempio»" 'e si vede'

# ---- permission ----

run come sis verifica-firma "$P"
is_exit 3 'chi non può'
run come sis riverifica-firma "$P"
is_exit 3 'non può'
R=$(registra --conferma doppione --riservata.motivo minore due-firme.pdf)
run come prot2 verifica-firma "$R"
is_exit 1 'una riservata di altri non si vede'
run come prot2 riverifica-firma "$R"
is_exit 1 'né si verifica'
come as1 verifica-file due-firme.pdf >visto
not_ok 'chi non vede una registrazione non la scopre dai suoi byte' \
    grep -q 'in 0' visto
run come prot2 verifica-file due-firme.pdf
unlike out "in $R" 'nemmeno se riservata'

# ---- roots and revocations: valid, by what is known when one looks ----

come resp adotta-fiducia --nome prova prova.crt >/dev/null
run come prot1 riverifica-firma "$F"
is_exit 0 'con una radice fidata'
is "$(esito "$F")" 'ignota ignota integra ' \
    'è integra: della revoca non si sa (e ciò che si disse prima resta)'
run come prot1 mostra "$F"
like out 'firma integra, ma non si sa se revocata di Ada Esempio.* \(3 verifiche\)' \
    'e non la si chiama valida'
mkdir -p "$S/revoche"
cp prova.crl "$S/revoche/prova.crl"
V=$(registra --conferma doppione firmato.pdf)
run come prot1 verifica-firma "$V"
like out '^ +valida quando fatta, su queste prove' 'con le revoche è valida'
like out 'prova: crl sha256' 'e la prova è tenuta'
openssl crl -in prova.crl -outform DER -out prova.crl.der
same_bytes "$(byte_di "$(impronta prova.crl.der)")" prova.crl.der \
    'byte per byte'
come prot1 riverifica-firma "$C" >/dev/null
is "$(esito "$C")" 'ignota non-verificata ' \
    'un PDF cresciuto non è mai valido tutto intero'
run come prot1 verifica-firma "$C"
like out '^    valida \(PAdES-BES\): Ada Esempio' 'anche se la firma in sé lo è'
rm "$S/revoche/prova.crl"
echo guasto >"$S/revoche/prova.crl"
run registra --conferma doppione nota.txt.p7m
is_exit 0 'revoche guaste non fermano una registrazione'
unlike out 'valida' 'né la fanno valida'
rm -r "$S/revoche"

# ---- signatures of our own documents ----

CS=$(aperta)
redatta "$CS" >/dev/null
con_chiave as1 >/dev/null
come as1 firma --cartella "$CS" --documento relazioni/0001.xml --resa nessuna \
    >/dev/null
run come as1 verifica-firma "$CS" --documento relazioni/0001.xml
is_exit 0 'le firme di un documento nostro'
like out '^sottoscrizione di as1' 'chi'
like out 'firma valida' 'valida quando fatta'
run come as1 verifica-firma "$CS"
is_exit 1 'di un caso si dice quale documento'
run come as1 verifica-firma "$CS" --documento relazioni/0009.xml
is_exit 1 'che ci sia'
run come as1 verifica-firma "$CS" --documento relazioni/0001.xml --di-nuovo
is_exit 0 'si guarda di nuovo'
has_file "$S/cartelle/2026/0000001/firme/0001/verdetto-2.xml" 'accanto alla prima'
run come as1 riverifica-firma "$CS" --documento scheda.xml
is_exit 1 'ciò che non è firmato no'
same_absent "$CS" CS-2026-0000099 come as2 verifica-firma \
    --documento relazioni/0001.xml --riferimento

# by certificate: what its issuer says of it later is told by another look
redatta "$CS" >/dev/null
pki_certificato ca '/C=IT/CN=CA di Prova' '' -extensions radice &&
    pki_certificato as1x '/C=IT/CN=as1 Prova' ca &&
    openssl pkcs12 -export -inkey as1x.key -in as1x.pem -certfile ca.pem \
    -passout pass:segreta -out as1x.p12
come resp arruola-chiave --utente as1 as1x.pem >/dev/null
echo segreta >frase
come as1 firma --cartella "$CS" --documento relazioni/0002.xml --resa nessuna \
    --p12 as1x.p12 --frase-da 3 3<frase >/dev/null
come as1 riverifica-firma "$CS" --documento relazioni/0002.xml >/dev/null
run come as1 verifica-firma "$CS" --documento relazioni/0002.xml
is "$(grep -c 'valida quando fatta' "$OUT")" 2 'con un certificato'
come resp adotta-fiducia --nome ca ca.pem >/dev/null
openssl ca -config pki/ca.cnf -cert ca.pem -keyfile ca.key -revoke as1x.pem \
    2>>pki/detto
sed 's/^R\t\([^\t]*\)\t[^\t]*/R\t\1\t260601000000Z/' pki/indice >indice &&
    mv indice pki/indice
mkdir "$S/revoche"
openssl ca -config pki/ca.cnf -cert ca.pem -keyfile ca.key -gencrl \
    -crl_lastupdate 20261101000000Z -crl_nextupdate 20270101000000Z \
    -out "$S/revoche/ca.crl" 2>>pki/detto
come as1 riverifica-firma "$CS" --documento relazioni/0002.xml >/dev/null
run come as1 verifica-firma "$CS" --documento relazioni/0002.xml
like out 'firma con chiave revocata' 'revocato da prima di allora'
is "$(grep -c 'valida quando fatta' "$OUT")" 2 'e le verifiche di prima restano'
rm -r "$S/revoche"
is_integro 'con le firme di altri e le nostre'
come resp revoca-chiave --chiave "$(cat as1.fpr)" --motivo compromessa \
    --dal 2026-11-19 >/dev/null
run come as1 verifica-firma "$CS" --documento relazioni/0001.xml
like out 'per ciò che oggi si sa, allora non valeva' \
    'di una chiave compromessa prima di allora si dice'
come as1 riverifica-firma "$CS" --documento relazioni/0001.xml >/dev/null
run come as1 verifica-firma "$CS" --documento relazioni/0001.xml
like out 'firma valida di' 'ciò che si disse resta'
like out 'revocata' 'e ora si dice altro'
is "$(grep -c '^    valida (' "$OUT")" 2 \
    'e di nessuna sua parte che vale'
plan
