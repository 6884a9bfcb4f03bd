# SPDX-License-Identifier: EUPL-1.2
# Whom the office believes: certificates given one by one, the trust list of a
# State under the signature of those who are given; what is known of
# revocations.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/certificati.sh"

ente_di_prova >/dev/null && pki_prepara && pki_elenco || exit 1

# rifiuto CODE DESC CMD...
rifiuto() {
	rif_code=$1 rif_desc=$2
	shift 2
	run "$@"
	is_exit 1 "$rif_desc: no"
	like err "\\[$rif_code\\]" 'e lo dice'
}

run come prot fiducia
like out 'non si crede a nessuno' 'dapprima non si crede a nessuno'

# ---- certificati uno per uno ----

rifiuto manca-file 'senza file' come resp adotta-fiducia --nome interne
rifiuto certificato 'ciò che non è un certificato' come resp adotta-fiducia \
    --nome interne "$RADICE/README.md"
: >vuoto.pem
rifiuto illeggibile 'un file vuoto' come resp adotta-fiducia --nome interne \
    vuoto.pem
head -n 5 ca.pem >tronco.pem
rifiuto illeggibile 'un certificato che non finisce' come resp adotta-fiducia \
    --nome interne tronco.pem
cat ca.pem debole.pem >insieme.pem
rifiuto certificato 'uno debole fra buoni' come resp adotta-fiducia \
    --nome interne insieme.pem
rifiuto fiducia-ignota 'ritirare ciò che non c'\''è' come resp adotta-fiducia \
    --nome interne --ritira si
run come prot adotta-fiducia --nome interne ca.pem
is_exit 3 'non chiunque'

cat ca.pem altra.pem >insieme.pem
openssl x509 -in marca.pem -outform DER -out marca.cer
run come resp adotta-fiducia --nome interne insieme.pem marca.cer ca.pem
is_exit 0 'due file, tre certificati, uno due volte'
run come prot fiducia
like out 'interne: 3 certificati per le firme, 0 per le marche' 'si vedono'
is "$(grep -c BEGIN "$S/ente/fiducia/interne.pem")" 3 'ciascuno una volta'
ok 'e openssl legge il fascio' openssl verify -CAfile \
    "$S/ente/fiducia/interne.pem" ada.pem
run come prot fiducia --nome interne
like out "firma  $(impronta_certificato ca.pem)  CA di Prova" 'uno per uno'
run come prot fiducia --nome altro
is_exit 1 'un insieme che non c'\''è'
rifiuto non-creduti-piu 'toglierne, senza dirlo' come resp adotta-fiducia \
    --nome interne ca.pem
run come resp adotta-fiducia --nome interne --conferma non-creduti-piu ca.pem
is_exit 0 'dicendolo sì'
run come resp adotta-fiducia --nome marche --uso marca marca.cer
is_exit 0 'per le marche'
run come prot fiducia --nome marche
like out "marca  $(impronta_certificato marca.pem)" 'sono un'\''altra cosa'
rifiuto non-creduti-piu 'ritirarle senza dirlo' come resp adotta-fiducia \
    --nome marche --ritira si
rifiuto troppi-file 'ritirare e adottare insieme' come resp adotta-fiducia \
    --nome marche --ritira si ca.pem
run come resp adotta-fiducia --nome marche --ritira si --conferma non-creduti-piu
is_exit 0 'si possono ritirare'
run come prot fiducia
unlike out 'marche:' 'e non ci sono più'

# ---- l'elenco di uno Stato ----

rifiuto manca-certificato 'l'\''elenco da solo' come resp adotta-fiducia \
    --nome elenco-it elenco.xml
rifiuto elenco-non-firmato 'non firmato' come resp adotta-fiducia \
    --nome elenco-it elenco.nudo.xml gestore.pem
rifiuto elenco-non-valido 'firmato da un altro' come resp adotta-fiducia \
    --nome elenco-it elenco.xml altra.pem
sed 's/granted/granted /' elenco.xml >toccato.xml
rifiuto elenco-non-valido 'toccato' come resp adotta-fiducia \
    --nome elenco-it toccato.xml gestore.pem
rifiuto uso-di-elenco 'dicendo noi per che cosa' come resp adotta-fiducia \
    --nome elenco-it --uso firma elenco.xml gestore.pem
rifiuto illeggibile 'due elenchi insieme' come resp adotta-fiducia \
    --nome elenco-it elenco.xml elenco.nudo.xml gestore.pem

run come resp adotta-fiducia --nome elenco-it elenco.xml gestore.pem
is_exit 0 'quello firmato da chi si è indicato'
run come prot fiducia
like out 'elenco-it: 1 certificati per le firme, 1 per le marche' \
    'vale ciò che vale oggi'
like out 'elenco di fiducia IT numero 91 .*rinnovare entro il 02/05/2027; 1 righe' \
    'quale, e fino a quando'
run come prot fiducia --nome elenco-it
like out 'CA di Prova, dal 01/01/2020$' 'chi vale'
like out 'Altra CA, dal 01/01/2018 al 01/01/2025' 'chi è valso, e quando'
unlike out 'CA negata' 'chi non è mai valso no'
sed 's/Number>91</Number>90</' elenco.nudo.xml >vecchio.nudo.xml
firma_elenco vecchio.nudo.xml >vecchio.xml
rifiuto elenco-vecchio 'uno più vecchio' come resp adotta-fiducia \
    --nome elenco-it vecchio.xml gestore.pem
sed 's,Svcstatus/granted,Svcstatus/withdrawn,' elenco.nudo.xml >vuoto.nudo.xml
firma_elenco vuoto.nudo.xml >vuoto.xml
rifiuto nessun-certificato 'uno in cui non vale nessuno' come resp \
    adotta-fiducia --nome altro vuoto.xml gestore.pem
run come resp scrivania
unlike out 'fiducia' 'la scrivania non dice niente'
ora 2027-04-20T10:00:00+02:00
come resp conferma-ora --ora "$CARTELLA_ORA" --motivo 'passato del tempo' >"$OUT"
run come resp scrivania
like out 'Elenchi di fiducia da rinnovare: 1' 'finché l'\''elenco non sta per scadere'
like out 'elenco-it .*scade il 2027-05-02' 'e dice quale'
ora 2027-06-01T10:00:00+02:00
come resp conferma-ora --ora "$CARTELLA_ORA" --motivo 'passato del tempo' >"$OUT"
rifiuto elenco-scaduto 'uno scaduto, senza dirlo' come resp adotta-fiducia \
    --nome elenco-it elenco.xml gestore.pem
run come prot fiducia
like out 'SCADUTO' 'quello che c'\''è si vede scaduto'

# ---- revoche ----

openssl ca -config pki/ca.cnf -gencrl -keyfile ca.key -cert ca.pem \
    -crl_lastupdate 20261120000000Z -crl_nextupdate 20261220000000Z \
    -out ca.crl 2>>pki/detto || exit 1
ora 2026-11-20T10:15:30+01:00
run cartella revoche
is_out nessuna 'dapprima nessuna'
run cartella revoche ca.pem
is_exit 1 'un certificato non è una lista di revoche'
like err 'ca.pem: non è una lista di revoche' 'e lo dice'
run cartella revoche ca.crl
is_exit 0 'una lista sì'
like out 'lista di revoche di CN=CA di Prova,C=IT, dal 2026-11-20 al 2026-12-20' \
    'e dice di chi'
ok 'sta in revoche/' test -f \
    "$S/revoche/$(sha256sum <ca.crl | cut -d' ' -f1).crl"
run cartella revoche ca.crl
run cartella revoche
is "$(grep -c . "$OUT")" 1 'la stessa due volte è una'
ora 2027-01-20T10:15:30+01:00
run cartella revoche
like out 'superata$' 'una vecchia si vede'
run "$CARTELLA" --store altrove revoche
is_exit 1 'in un archivio che non c'\''è: no'
ora 2027-06-01T10:00:00+02:00

# ---- a che cosa serve ----

echo 'di chi copia le liste' >"$S/revoche/LEGGIMI"	# is none, and hinders none
run come prot fiducia
is_exit 0 'chi si crede si legge, con le liste'
like out 'revoc' 'e quante sono'
ora 2026-11-20T10:15:30+01:00
printf '%%PDF-1.4\n' >lettera.pdf
cades() {	# cades NAME OUT: lettera.pdf signed by NAME
	openssl cms -sign -cades -binary -nodetach -in lettera.pdf -signer \
	    "$1.pem" -inkey "$1.key" -certfile ca.pem -outform DER -out "$2" \
	    2>>pki/detto
}
# a store of its own: this one is in another year
S=$T/altro
ente_di_prova >"$OUT" && cades ada ada.p7m && cades gestore ignota.p7m || exit 1
run come prot verifica-file ada.p7m
like out 'adesso: ignota' 'senza fiducia nessuna firma è valida'
come resp adotta-fiducia --nome interne ca.pem >"$OUT"
mkdir -p "$S/revoche"
echo 'di chi copia le liste' >"$S/revoche/LEGGIMI"	# is no list
run come prot verifica-file ada.p7m
like out 'adesso: integra' 'con la radice è integra, e non di più'
cades altra altra.p7m
{ echo; sed 1d elenco.xml; } >elenco.spazio.xml
run come resp adotta-fiducia --nome elenco-it elenco.spazio.xml \
    marca.pem gestore.pem
is_exit 0 'un elenco che comincia da una riga vuota è un elenco, di uno dei due'
run come prot verifica-file altra.p7m
like out 'adesso: ignota' 'di chi non vale più la firma di oggi non è creduta'
come resp adotta-fiducia --nome elenco-it --ritira si \
    --conferma non-creduti-piu >"$OUT"
cartella revoche ca.crl >"$OUT"
run come prot verifica-file ada.p7m
like out 'adesso: valida' 'con la lista delle revoche è valida'
# the day of an answer is that of openssl's clock: it must hold for long
openssl ocsp -index pki/indice -rsigner ca.pem -rkey ca.key -CA ca.pem \
    -issuer ca.pem -cert ada.pem -ndays 7300 -respout ada.ocsp -noverify \
    >>pki/detto 2>&1 || exit 1
rm "$S"/revoche/*.crl
run cartella revoche ada.ocsp
like out 'risposta OCSP di CN=CA di Prova,C=IT' 'una risposta OCSP'
run come prot verifica-file ada.p7m
like out 'adesso: valida' 'vale come una lista'
like out 'prova: ocsp' 'ed è la prova'
cartella revoche ca.crl >"$OUT"
run come prot verifica-file ignota.p7m
like out 'adesso: ignota' 'non quella di chi non si conosce'
# revoked on a day of ours, not on that of openssl's clock
openssl ca -config pki/ca.cnf -keyfile ca.key -cert ca.pem -revoke ada.pem \
    2>>pki/detto &&
    awk -F'\t' -v OFS='\t' '$1 == "R" { $3 = "261201000000Z" } 1' \
    pki/indice >pki/nuovo && mv pki/nuovo pki/indice &&
    openssl ca -config pki/ca.cnf -gencrl -keyfile ca.key \
    -cert ca.pem -crl_lastupdate 20261120010000Z \
    -crl_nextupdate 20261220000000Z -out ca2.crl 2>>pki/detto || exit 1
cartella revoche ca2.crl >"$OUT"
run come prot verifica-file ada.p7m
like out 'adesso: valida' 'revocata dopo, allora valeva'
ora 2026-12-10T10:00:00+01:00
run come prot verifica-file ada.p7m
like out 'adesso: revocata' 'ma non più da quando è revocata'
ora 2026-11-20T10:15:30+01:00
come resp adotta-fiducia --nome interne --ritira si \
    --conferma non-creduti-piu >"$OUT"
run come prot verifica-file ada.p7m
like out 'adesso: ignota' 'ritirata la radice, non vale niente'

is_integro 'dopo la fiducia'
plan
