# SPDX-License-Identifier: EUPL-1.2
# segnatura: the segnatura.xml of an uscita and the messages of Allegato 6;
# registra: the segnatura of a message that comes.  The official schemas lie
# beside this project; where they are missing the comparison is left out, but
# fails when CI is set.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/carte.sh"

UFFICIALI=$RADICE/../shared/dati/segnatura
SEGNATURE=$FIXTURES/segnature

# ufficiale FILE SCHEMA DESC: valid against an official schema
ufficiale() {
	if [ -r "$UFFICIALI/$2" ]; then
		ok "$3" xmllint --nonet --noout --schema "$UFFICIALI/$2" "$1"
	elif [ "${CI:-}" = 1 ] || [ "${CI:-}" = true ]; then
		ok "$3: gli schemi ufficiali ci sono" false
	else
		skip 'gli schemi ufficiali non ci sono'
	fi
}

DS=http://www.w3.org/2000/09/xmldsig#
firma_finta() {	# firma_finta FILE: with the signature that is to come
	sed -n '/<ds:Signature>/,/<\/ds:Signature>/p' "$SEGNATURE/intera.xml" |
	    sed "1s,<ds:Signature>,<ds:Signature xmlns:ds=\"$DS\">," >firma
	sed '/<\/prot:SegnaturaInformatica>/,$d' "$1"
	cat firma
	echo '</prot:SegnaturaInformatica>'
}

uffici_di_prova >/dev/null || exit 1
utente prot2 prot protocollo >/dev/null || exit 1
A=$S
cp "$FIXTURES/demo/segnalazione.pdf" relazione.pdf
printf 'una nota\n' >nota.txt
printf 'firma\n' >relazione.pdf.p7s

uscita() {	# uscita OPTION... FILE...
	come prot1 registra --flusso uscita --classifica VII/9 \
	    --oggetto 'Trasmissione della relazione su A. B.' "$@"
}
U=$(uscita --destinatario.denominazione 'Comune di Altrove' \
    --destinatario.codice-ipa c_y000 --destinatario.pec altrove@pec.example \
    --destinatario.denominazione 'Rossi Ugo' \
    --riservata.motivo 'minore in carico' relazione.pdf nota.txt relazione.pdf.p7s)
P=$(uscita --destinatario.denominazione 'Rossi Ugo' --conferma doppione \
    relazione.pdf)
V=$(uscita --destinatario.denominazione 'Comune di Altrove' \
    --destinatario.codice-ipa c_y000 --conferma senza-documento)
E=$(segnalazione)
N=$(atti)

# ---- the segnatura of an uscita ----

run come prot1 segnatura "$U" --in segnatura.xml
is_exit 0 'la segnatura di un'\''uscita fra amministrazioni si fa'
is_out segnatura.xml 'e dice dove'
come prot1 segnatura "$U" >ancora.xml
same_bytes segnatura.xml ancora.xml 'gli stessi fatti, gli stessi byte'
firma_finta segnatura.xml >firmata.xml
ufficiale firmata.xml segnatura_protocollo.xsd \
    'invariante 9: la segnatura è valida per lo schema ufficiale'
is "$(campo segnatura.xml SegnaturaInformatica/Intestazione/Identificatore/NumeroRegistrazione)" \
    "${U%/*}" 'invariante 9: il numero ha gli zeri davanti'
grep -v '^<?xml ' segnatura.xml | grep -o ' [a-z:A-Z0-9]*="' |
    grep -v '^ prot:\|^ xmlns:' >nudi
is "$(cat nudi)" '' 'invariante 9: ogni attributo ha il suo prefisso'
is "$(campo segnatura.xml SegnaturaInformatica/Descrizione/DocumentoPrimario/Impronta)" \
    "$(openssl dgst -sha256 -binary relazione.pdf | base64)" \
    'porta l'\''impronta del documento primario'
is "$(xmllint --xpath 'count(//*[local-name()="Allegato"])' segnatura.xml)" 2 \
    'e gli allegati'
ok 'con la firma che gli sta accanto' grep -q \
    '<prot:Detached prot:nomeFile="relazione.pdf.p7s"' segnatura.xml
is "$(campo segnatura.xml SegnaturaInformatica/Intestazione/Riservato)" true \
    'la riservata è detta'
not_ok 'e mai perché' grep -q 'minore in carico' segnatura.xml
not_ok 'nessun indirizzo postale' grep -q 'IndirizzoPostale' segnatura.xml
not_ok 'nessuna credenziale' grep -qi 'CollocazioneTelematica\|password' segnatura.xml

# ---- refused ----

no() {	# no USER CODE ERE DESC ARG...
	no_chi=$1 no_codice=$2 no_re=$3 no_desc=$4
	shift 4
	run come "$no_chi" segnatura "$@" --in no.xml
	is_exit "$no_codice" "$no_desc: no"
	like err "$no_re" 'e dice perché'
	no_file no.xml 'e nessun file'
}

no prot1 1 'codice IPA' 'a un privato' "$P"
no prot1 1 'non c.è il documento' 'senza documento' "$V"
no prot1 1 'non è un.uscita' 'di un'\''entrata' "$E"
no prot1 1 'non è un.entrata' 'la conferma di un'\''uscita' "$U" \
    --tipo conferma-ricezione
no prot1 1 'manca-motivo' 'un'\''eccezione senza motivo' "$E" \
    --tipo notifica-eccezione
no prot1 1 'non è annullata' 'l'\''annullamento di ciò che vale' "$U" \
    --tipo annullamento-protocollazione
no prot1 1 'motivo-di-troppo' 'un motivo che non si dice' "$U" --motivo x
no prot1 1 'non valido|fra|scelta' 'un tipo inventato' "$U" --tipo lettera
no as1 3 . 'chi non spedisce' "$U"
no coord 1 'non esiste, o non è' 'ciò che non è del proprio ufficio' "$U"
no prot2 1 'non c.è un contenuto' 'una riservata di altri' "$U"
no prot1 1 . 'ciò che non esiste' 0000099/2026

# ---- messages of an entrata without a segnatura ----

for tipo in conferma-ricezione aggiornamento-conferma notifica-eccezione; do
	set --
	[ "$tipo" != notifica-eccezione ] || set -- --motivo 'file illeggibile'
	run come prot1 segnatura "$E" --tipo "$tipo" "$@" --in "$tipo.xml"
	is_exit 0 "$tipo: si fa"
	ufficiale "$tipo.xml" pec_message.xsd "$tipo: valido"
done
ok 'ciò che si è ricevuto è detto a parole' grep -q \
    'DescrizioneMessaggio>da Scuola di Prova: segnalazione M. R.<' \
    conferma-ricezione.xml
is "$(atti)" "$N" 'nessuno di questi è un atto che scrive'

# ---- of what is annulled ----

come resp annulla "$V" --motivo 'registrata due volte' --richiedente prot1 \
    >"$OUT"
come resp annulla "$P" --motivo 'registrata due volte' --richiedente prot1 \
    >"$OUT"
no prot1 1 'è annullata: non si spedisce' 'la segnatura di un'\''annullata' "$V"
run come prot1 segnatura "$V" --tipo annullamento-protocollazione --in annullo.xml
is_exit 0 'dell'\''annullamento il registro sa il motivo'
ufficiale annullo.xml pec_message.xsd 'annullamento-protocollazione: valido'
is "$(campo annullo.xml AnnullamentoProtocollazione/Motivo)" \
    'registrata due volte' 'il motivo'
is "$(campo annullo.xml AnnullamentoProtocollazione/Provvedimento)" \
    'annullamenti n. 1/2026' 'e il provvedimento'
for a in copia etichetta; do
	run come prot1 "$a" "$P" --in "$a.pdf"
	is_exit 0 "$a di un'annullata"
	ok "$a: lo porta scritto" sh -c "pdftotext $a.pdf - | grep -qx ANNULLATA"
done
is_integro 'dopo le segnature'

# ---- another store receives it ----

S=$T/altrove
B=$S
cartella init --denominazione 'Comune di Altrove' --codice-ipa c_y000 \
    --codice-aoo AOO2 --dimostrativo si \
    --ufficio.codice prot --ufficio.denominazione Protocollo \
    --responsabile.codice resp --responsabile.cognome Neri \
    --responsabile.nome Eva >/dev/null &&
    utente prot1 prot protocollo >/dev/null || exit 1

parte() {	# parte TYPE NAME FILE
	cat <<-FINE
	--b
	Content-Type: $1; name="$2"
	Content-Disposition: attachment; filename="$2"
	Content-Transfer-Encoding: base64

	$(base64 "$3")
	FINE
}
messaggio() {	# messaggio SEGNATURA [NAME]: with the files of the uscita
	cat <<-FINE
	From: Protocollo <comune@pec.prova.example>
	To: altrove@pec.example
	Subject: prot. $U
	Date: Fri, 20 Nov 2026 10:20:00 +0100
	Message-ID: <$(basename "$1")@x>
	MIME-Version: 1.0
	Content-Type: multipart/mixed; boundary=b

	--b
	Content-Type: text/plain

	In allegato.
	FINE
	[ ! -f "$1" ] || parte application/xml "${2:-Segnatura.xml}" "$1"
	parte application/pdf relazione.pdf "${RELAZIONE:-relazione.pdf}"
	parte text/plain nota.txt nota.txt
	[ -n "${SENZA_FIRMA:-}" ] ||
	    parte application/pkcs7-signature relazione.pdf.p7s relazione.pdf.p7s
	echo '--b--'
}
entrata() {
	come prot1 registra --flusso entrata --classifica VII/9 "$@"
}

messaggio segnatura.xml >arrivo.eml
run entrata arrivo.eml
is_exit 0 'il messaggio con la segnatura si registra senza dire altro'
like err 'Segnatura.xml: segnatura del mittente: ne vengono oggetto, riservata, mittente, p' \
    'e si vede che cosa ne è venuto'
R=$(cat "$OUT")
come prot1 --formato xml mostra "$R" >vista.xml
come prot1 mostra "$R" >vista.txt
like_vista() {
	ok "$2" grep -Eq -e "$1" vista.txt
}
like_vista 'oggetto: +Trasmissione della relazione su A\. B\.$' 'l'\''oggetto'
like_vista 'mittente: +Comune di Prova <comune@pec.prova.example>' 'il mittente'
is "$(campo vista.xml registrazione/mittente/codice-ipa)" c_x000 'il suo codice'
is "$(campo vista.xml registrazione/protocollo-mittente)" "${U%/*}" \
    'il suo numero'
is "$(campo vista.xml registrazione/protocollo-mittente-data)" 2026-11-20 \
    'e la data'
is "$(xmllint --xpath 'string(/*/@riservata)' vista.xml)" si \
    'ciò che per il mittente è riservato lo resta'
grep -A 4 '<nome>relazione.pdf</nome>' vista.xml >primario
ok 'il documento primario è detto' grep -q \
    '<nota>documento primario secondo la segnatura</nota>' primario

run come prot1 segnatura "$R" --tipo conferma-ricezione --in risposta.xml
is_exit 0 'la conferma di ricezione'
ufficiale risposta.xml pec_message.xsd 'la conferma è valida'
dice() {	# dice PATH...: what the answer says, joined
	for dice_p; do
		campo risposta.xml "ConfermaRicezione/$dice_p" | tr '\n' ' '
	done
}
is "$(dice Identificatore/CodiceAmministrazione \
    Identificatore/NumeroRegistrazione)" "c_y000 ${R%/*} " \
    'dice il nostro numero'
M=MessaggioRicevuto/Identificatore
is "$(dice $M/CodiceAmministrazione $M/CodiceAOO $M/CodiceRegistro \
    $M/NumeroRegistrazione $M/DataRegistrazione)" \
    "c_x000 AOO1 PG ${U%/*} 2026-11-20 " 'e quello del messaggio ricevuto'

# ---- inside a PEC ----

sed -e '/^From: "Dirigente/,/^--int--/{/^--int--/r arrivo.eml
	d;}' "$FIXTURES/eml/pec.eml" >pec.eml
run entrata --conferma doppione --conferma doppione-mittente pec.eml
is_exit 0 'la stessa, dentro una busta PEC'
like err 'segnatura del mittente: ne vengono oggetto' 'si legge'
come prot1 mostra "$(cat "$OUT")" >vista.txt
like_vista 'mittente: +Comune di Prova <scuola@pec.istituto.example>' \
    'con l'\''indirizzo che il gestore certifica'
like_vista 'mezzo: +pec' 'per PEC'

# ---- the operator's word ----

sed 's,<prot:NumeroRegistrazione>.*</,<prot:NumeroRegistrazione>0000777</,' \
    segnatura.xml >altra.xml
messaggio altra.xml SEGNATURA.XML >scritto.eml
run entrata --oggetto 'come dico io' --mittente.denominazione 'Io stesso' \
    --conferma doppione scritto.eml
is_exit 0 'ciò che si scrive'
come prot1 mostra "$(cat "$OUT")" >vista.txt
like_vista 'oggetto: +come dico io$' 'vale più della segnatura'
like_vista 'mittente: +Io stesso$' 'anche il mittente'
like_vista 'prot\. mittente: +0000777$' 'il resto ne viene'

# ---- what is wrong is said, and nothing is lost ----

avviso() {	# avviso CODE ERE DESC FILE [OPTION...]
	avviso_c=$1 avviso_re=$2 avviso_d=$3
	shift 3
	run entrata --conferma doppione "$@"
	is_exit 1 "$avviso_d: fermo"
	like err "$avviso_re.*\[$avviso_c\]" 'e dice perché'
	run entrata --conferma doppione --conferma "$avviso_c" "$@"
	is_exit 0 'confermato, si registra lo stesso'
}
numero() {	# numero N: the segnatura with another number
	sed "s,<prot:NumeroRegistrazione>.*</,<prot:NumeroRegistrazione>$1</," \
	    segnatura.xml
}
printf 'altri byte\n' >altri.pdf
numero 0000801 >s1.xml
RELAZIONE=altri.pdf
messaggio s1.xml >m1.eml
RELAZIONE=
avviso impronta-diversa 'relazione.pdf.*002_AnomaliaImpronte' \
    'un file che non è quello' m1.eml
numero 0000802 >s2.xml
SENZA_FIRMA=si
messaggio s2.xml >m2.eml
SENZA_FIRMA=
avviso segnatura-manca-file 'relazione.pdf.p7s.*003_DocumentoAllegatiNonLeggibili' \
    'un file che non c'\''è' m2.eml
numero 0000803 | sed 's/prot:versione="3.0.0"/prot:versione="3.0.1"/' >s3.xml
messaggio s3.xml >m3.eml
avviso segnatura-non-conforme 'versione' 'una forma che non è quella' m3.eml
head -c 300 segnatura.xml >s4.xml
messaggio s4.xml >m4.eml
avviso segnatura-illeggibile 'Segnatura.xml non si legge' \
    'una segnatura troncata' m4.eml --oggetto x
printf '<!DOCTYPE a [<!ENTITY e SYSTEM "file://%s">]><Segnatura>&e;</Segnatura>' \
    "$FIXTURES/segreto.txt" >s5.xml
messaggio s5.xml >m5.eml
avviso segnatura-illeggibile 'dichiara entità' 'una segnatura ostile' \
    m5.eml --oggetto x
printf '<fattura/>' >s6.xml
messaggio s6.xml >m6.eml
avviso segnatura-illeggibile 'primo elemento è fattura' \
    'un altro documento con quel nome' m6.eml --oggetto x
is "$(xmllint --xpath 'string(//*[local-name()="allegato"][1]/*[local-name()="impronta"])' - <<FINE
$(come prot1 --formato xml mostra "$(cat "$OUT")")
FINE
)" "$(sha256sum <s6.xml | cut -c1-64)" 'i suoi byte restano come sono'

run entrata --conferma doppione m6.eml --conferma segnatura-illeggibile
is_exit 1 'senza segnatura e senza oggetto: no'
like err 'manca-oggetto' 'l'\''oggetto lo dice l'\''operatore'
run come prot1 registra --flusso uscita --classifica VII/9 --oggetto inoltro \
    --destinatario.denominazione X --conferma doppione arrivo.eml
is_exit 0 'in un'\''uscita la segnatura allegata non conta'
unlike err 'segnatura del mittente' 'e non se ne parla'

# ---- somebody else's segnatura, in a message forwarded ----

{ cat <<-FINE
	From: a@b.example
	Subject: inoltro
	MIME-Version: 1.0
	Content-Type: multipart/mixed; boundary=z

	--z
	Content-Type: message/rfc822

	FINE
	cat arrivo.eml
	printf -- '--z--\n'; } >inoltrato.eml
run entrata --oggetto 'inoltro di un messaggio' --conferma doppione inoltrato.eml
is_exit 0 'un messaggio che ne inoltra un altro'
like err 'inoltrato: non se ne tiene conto' 'la sua segnatura non conta'
come prot1 mostra "$(cat "$OUT")" >vista.txt
like_vista 'mittente: +a@b.example' 'il mittente è chi ha scritto'

# ---- the older vocabularies ----

for v in 2013 2001; do
	messaggio "$SEGNATURE/circolare-$v.xml" segnatura.xml >"m$v.eml"
	run entrata --conferma doppione --conferma segnatura-manca-file \
	    "m$v.eml"
	is_exit 0 "una segnatura del $v si legge"
	come prot1 mostra "$(cat "$OUT")" >"vista$v.txt"
done
ok 'del 2013: il mittente, con i suoi accenti' grep -q \
    'mittente: *Azienda sanitaria di Città' vista2013.txt
ok 'e riservata' grep -q RISERVATA vista2013.txt
ok 'del 2001: il mittente' grep -q 'Tribunale per i minorenni' vista2001.txt
ok 'e il suo numero' grep -q 'prot. mittente: *0000999' vista2001.txt

# ---- one that says little, or what we cannot check ----

povera() {	# povera NUMBER SED: of 2013, of the files that came
	LC_ALL=C sed -e "s,>123<,>$1<,; s,\"esito.pdf\",\"relazione.pdf\"," \
	    -e "s,<Impronta.*</Impronta>,," -e /Fascicolo/d -e "$2" \
	    "$SEGNATURE/circolare-2013.xml"
}
SHA1='<Impronta algoritmo="SHA-1">2jmj7l5rSw0yVb/vlWAYkK/YBwk=</Impronta>'
povera 901 "s,<Documento nome=\"carta\".*,<Documento nome=\"nota.txt\">$SHA1</Documento>," \
    >p1.xml
messaggio p1.xml >p1
# the address cannot be one: who wrote it is not told by it
sed 's,<comune@pec.prova.example>,<città@pec.example>,' p1 >p1.eml
run entrata --conferma doppione p1.eml
is_exit 0 'una segnatura senza impronta, o con una che non si controlla'
unlike err 'impronta-diversa' 'non è una che non torna'
N=$(cat "$OUT")
come prot1 mostra "$N" >vista.txt
like_vista 'mittente: +Azienda sanitaria di Città <asl@pec.asl.example>' \
    'l'\''indirizzo che manca nella busta viene dalla segnatura'
come prot1 --formato xml mostra "$N" >vista.xml
note_di() {	# note_di FILE: what is noted of it
	xmllint --xpath "string(//*[*[local-name()='nome'] = '$1']/*[local-name()='nota'])" \
	    vista.xml
}
is "$(note_di relazione.pdf)" 'documento primario secondo la segnatura' \
    'il documento primario'
is "$(note_di nota.txt)" 'impronta della segnatura non controllata: non è SHA-256' \
    'e ciò che non si è controllato è detto'
povera 902 's,<Denominazione>Azienda[^<]*</Denominazione>,,' >p2.xml
messaggio p2.xml >p2.eml
run entrata --conferma doppione p2.eml
is_exit 0 'una che non dice di chi è'
come prot1 mostra "$(cat "$OUT")" >vista.txt
like_vista 'mittente: +Protocollo <comune@pec.prova.example>' \
    'il mittente è quello della busta'
sed 's,<comune@pec.prova.example>,<città@pec.example>,' m6.eml >p3.eml
run entrata --conferma doppione --conferma segnatura-illeggibile --oggetto x \
    p3.eml
is_exit 1 'senza segnatura, da un indirizzo che non è tale: no'
like err 'mittente' 'il mittente lo dice l'\''operatore'

is_integro 'dopo gli arrivi'

# ---- its bytes are not there any more ----

i=$(sha256sum <p1.xml | cut -c1-64)
rm -f "$(find "$S/registro" -type f -name "*${i#????}*")"
run come prot1 segnatura "$N" --tipo conferma-ricezione --in parole.xml
is_exit 0 'senza i byte della segnatura si risponde lo stesso'
ok 'a parole' grep -q 'DescrizioneMessaggio>prot. 901 del 2026-11-18 di Azienda' \
    parole.xml
plan
