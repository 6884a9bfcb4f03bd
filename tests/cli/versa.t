# SPDX-License-Identifier: EUPL-1.2
# versa, pacchetto-versamento, acquisisci-rapporto, versamenti: what is handed to
# the conservatore, checked by a conservatore that knows nothing of us, and his
# answer taken back in.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/certificati.sh"

{ uffici_di_prova && utente arch prot archivista; } >/dev/null || exit 1
ID=33333333333333333333333333333333
printf 'lettera della scuola\n' >lettera.txt
printf 'MZ\220\000' >programma.exe
segnalazione() {
	come prot1 registra --flusso entrata --oggetto 'segnalazione M. R.' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    "$T/lettera.txt"
}
CS=$(aperta) || exit 1
R=$(redatta "$CS" | cut -d' ' -f2)
{ con_chiave as1 && con_chiave resp; } >/dev/null || exit 1
come as1 firma --cartella "$CS" --documento "$R" >/dev/null
come as1 chiudi --cartella "$CS" --motivo conclusione --nota 'Fatto.' >/dev/null
FA=$(come prot1 apri-fascicolo --oggetto Contributi --tipo affare \
    --classifica VII/12 --ufficio prot)
DENTRO=$(come prot1 apri-fascicolo --oggetto Dentro --tipo affare \
    --padre "$FA" --ufficio prot)
N=$(come prot1 registra --flusso entrata --oggetto 'domanda di contributo' \
    --mittente.denominazione 'Verdi Carla' --classifica VII/12 \
    --conferma doppione "$T/lettera.txt" "$T/programma.exe")
come prot1 fascicola "$N" "$DENTRO" >"$OUT"
for f in "$DENTRO" "$FA"; do
	come prot1 chiudi-fascicolo --fascicolo "$f" --nota conclusa >"$OUT"
done

leggimi() {	# runs the commands of DIR/LEGGIMI.txt, one after the other
	(cd "$1" && sed -n 's/^    \$ //p' LEGGIMI.txt >"$T/comandi" &&
	    sh -eu "$T/comandi" >/dev/null 2>&1)
}
mkdir in out
conservatore() {	# conservatore NAME [KEY]: what it says in one word
	ORA=${ORA_RAPPORTO:-2026-12-01T12:00:00Z} sh \
	    "$RADICE/tests/tools/conservatore.sh" "$T/in" "$T/out" "$@" |
	    sed 's/.*: //'
}
acquisisci() {
	come resp acquisisci-rapporto --conferma senza-firma "$@"
}

# ---- a day that is not sealed, a day that is ----

run come resp versa
like err '\[niente-da-versare\]' 'senza giorni chiusi non c'\''è niente'
ora 2026-11-21T10:00:00+01:00
RIS=$(come prot1 registra --flusso entrata --oggetto 'M. R.' \
    --riservata.motivo 'dati sanitari' --mittente.denominazione X \
    --classifica VII/9 --conferma senza-documento)
run come resp versa --unita 2026-11-20
like err '\[giorno-aperto\]' 'un giorno formato e non chiuso: no'
same_absent 2026-11-19 2026-11-18 come resp versa --unita
run come resp versa --unita 2026-02-31
is_exit 1 'un giorno che non c'\''è: no'
come resp chiudi-giorno >"$OUT"
run come resp scrivania
like out 'Registri giornalieri da versare.*: 1' 'chiuso, aspetta di essere versato'
like out '2026-11-20 .*da versare entro il 23/11/2026' 'entro il lunedì'
for chi in arch coord; do
	run come $chi versa
	is_exit 3 "$chi: chi non vede le riservate non versa un giorno"
	run come $chi scrivania
	unlike out 'Registri giornalieri da versare' "$chi: e non lo si aspetta da lui"
done
run come as1 versa
is_exit 3 'non è dell'\''assistente sociale'
run come resp pacchetto-versamento --in "$T/no"
is_exit 1 'prima del primo versamento non c'\''è un pacchetto'
run come resp versa --id $ID
is_exit 0 'il responsabile versa i giorni chiusi'
like out '^versamento 1: .*pacchetto-versamento 1 --in' 'e sa che cosa viene poi'
cp "$OUT" primo
run come resp versa --id $ID
same_bytes "$OUT" primo 'la stessa istanza di nuovo: la stessa risposta'
run come resp versamenti
like out 'in attesa del rapporto; attesa: 1' 'è in attesa'
unlike out '^  2026-11-20' 'e non aspetta più'
run come resp versa
like err '\[niente-da-versare\]' 'i giorni non si versano due volte'
run come resp versa --unita 2026-11-20
like err '\[in-attesa\]' 'né uno per nome, finché se ne aspetta il rapporto'

# ---- the package ----

run come arch pacchetto-versamento --in "$T/no"
is_exit 3 'il pacchetto di un giorno non è per chi non vede le riservate'
ok 'e nulla è scritto' [ ! -e no ]
run come resp pacchetto-versamento --in "$T/in/v1"
is_exit 0 'il pacchetto si dà'
G=in/v1/data/2026-11-20
for f in registro-2026-11-20.pdf registro-2026-11-20.xml chiusura-2026-11-20.xml \
    registro-2026-11-20-manifesto.xml registro-2026-11-20-manifesto.xml.asc; do
	has_file "$G/$f" "c'è $f"
	has_file "$G/$f.metadati.xml" 'con i metadati'
	is "$(cat "$G/$f.sha256")" "$(sha256sum <"$G/$f" | cut -c1-64)" \
	    'e la sua impronta'
	is "$(wc -c <"$G/$f.sha256" | tr -d ' ')" 64 'senza a capo'
done
ok 'LEGGIMI: ogni suo comando riesce' leggimi in/v1
ok 'e sono almeno sei' [ "$(wc -l <comandi)" -ge 6 ]
ok 'il registro è un PDF/A' "$DRIVER/pdfa" "$T" "$G/registro-2026-11-20.pdf"
ok 'e si disegna' sh -c 'command -v pdftoppm >/dev/null || exit 0
    pdftoppm -r 40 -png -f 1 -l 1 "$1" pagina &&
    [ "$(wc -c <"$(ls pagina*.png)")" -gt 2000 ]' - "$G/registro-2026-11-20.pdf"
ok 'la firma è sul manifesto' gpg --batch -q --verify \
    "$G/registro-2026-11-20-manifesto.xml.asc" \
    "$G/registro-2026-11-20-manifesto.xml"
P=$(sha256sum <in/v1/tagmanifest-sha256.txt | cut -c1-64)
run come resp versamenti 1
like out "pacchetto $P" 'l'\''impronta è quella che l'\''atto ha scritto'
ok 'nell'\''ente non c'\''è un nome' sh -c '! git -C "$1/ente" show \
    HEAD:versamenti/00/0001.xml | grep -qiE "scuola|bianchi|segnalazione"' - "$S"
come resp pacchetto-versamento --in "$T/ancora" >"$OUT"
ok 'chiesto di nuovo è lo stesso, byte per byte' diff -r in/v1 ancora
chmod -R u+w ancora && rm -rf ancora
run come resp pacchetto-versamento --in "$T/in/v1"
is_exit 1 'non in una directory che c'\''è già'
run sqlite3 "$S/letture.sqlite" "SELECT oggetto FROM lettura
    WHERE atto = 'pacchetto-versamento' AND oggetto LIKE '2026%'"
like out '2026-11-20;versamento;file=5' 'ogni giorno dato è una lettura'

# ---- the report ----

is "$(conservatore v1)" accettato 'il conservatore lo prende'
run come resp acquisisci-rapporto out/v1.xml
like err '\[senza-firma\]' 'senza una firma si conferma di averlo avuto da lui'
run come as1 acquisisci-rapporto out/v1.xml
is_exit 3 'non è dell'\''assistente sociale'
run acquisisci
like err '\[manca-file\]' 'senza file: no'
run acquisisci out/v1.xml out/v1.xml
like err '\[manca-file\]' 'due: no'
no() {	# no CODE DESC SED: the report changed so is refused
	sed "$3" out/v1.xml >no.xml
	run acquisisci no.xml
	is_exit 1 "$2: no"
	like err "\\[$1\\]" 'e si dice perché'
}
no pacchetto-ignoto 'di un altro pacchetto' "s/$P/$(printf %064d 7)/"
no unita-ignota 'di ciò che non c'\''era' \
    's/numero="2026-11-20"/numero="2026-11-19"/'
no contraddizione 'che prende tutto e rifiuta' \
    's/numero="2026-11-20" esito="accettato"/numero="2026-11-20" esito="rifiutato"/'
no senza-motivo 'che rifiuta senza dire perché' \
    's/>accettato</>rifiutato</; /<unita/d'
no incompleto 'di una parte, che non dice dell'\''altra' \
    's/>accettato</>parziale</; /<unita/d'
no doppio 'che dice due volte' 's/.*<unita.*/&\n&/'
ALTRO_FILE="<unita numero=\"2026-11-20\" esito=\"rifiutato\">\
<documento impronta=\"$P\"><motivo codice=\"altro\">x</motivo></documento></unita>"
no file-ignoto 'che rifiuta un file che non c'\''era' \
    "s/>accettato</>parziale</; s,<unita.*,$ALTRO_FILE,"
no prima-del-pacchetto 'di prima' 's/2026-12-01T/2026-11-01T/'
no formato 'con un'\''ora che non è UTC' 's/12:00:00Z/12:00:00+01:00/'
no valore 'con un esito inventato' 's,<esito>.*</esito>,<esito>forse</esito>,'
printf '<!DOCTYPE a [<!ENTITY x SYSTEM "/etc/passwd">]><a>&x;</a>' >no.xml
run acquisisci no.xml
is_exit 1 'un file che non è un rapporto: no'
unlike err 'root:' 'e non si legge altro'
run acquisisci /dev/null
is_exit 2 'né ciò che non è un file'
is "$(come resp versamenti | grep -c 'in attesa')" 1 'di tutto ciò non è rimasto niente'
run acquisisci --id 44444444444444444444444444444444 out/v1.xml
is_exit 0 'quello giusto si acquisisce'
run acquisisci --id 44444444444444444444444444444444 out/v1.xml
is_exit 0 'la stessa istanza di nuovo è lo stesso atto'
run acquisisci out/v1.xml
like err '\[gia-acquisito\]' 'un'\''altra volta no'
sed 's/RdV-v1/RdV-altro/' out/v1.xml >no.xml
run acquisisci no.xml
like err '\[altro-rapporto\]' 'né un altro sullo stesso pacchetto'
run come resp versamenti 1
like out 'rapporto RdV-v1 di Conservatore di prova' 'si sa chi ha risposto'
like out '^  2026-11-20  accettato  file 5$' 'e che cosa'
run come resp versa --unita 2026-11-20
like err '\[gia-conservata\]' 'ciò che è in conservazione non si versa più'

# ---- a cartella with a signed document ----

run come resp versa --unita "$CS"
is_exit 1 'la cartella non è del responsabile'
run come arch versa --unita "$CS"
is_exit 1 'né dell'\''archivista, che ne vede la copertina'
same_absent "$CS" CS-2026-0000099 come coordn versa --unita
come as1 riapri "$CS" 'Torna.' >"$OUT"
come as1 annota --cartella "$CS" --tipo visita --testo zzsegreto \
    --riservata si >"$OUT"
come as1 chiudi --cartella "$CS" --motivo conclusione --nota 'Fatto.' >"$OUT"
run "$DRIVER/pagina" "$S" resp /archivio/versamenti
like out "$CS" 'il responsabile sa che la cartella è da versare'
unlike out "/atto/versa\?unita=$CS" 'ma ciò che non può versare non gli si offre'
like out 'la versa chi la legge tutta' 'e gli si dice chi può'
run "$DRIVER/pagina" "$S" coord /archivio/versamenti
like out "/atto/versa\?unita=$CS" 'alla coordinatrice sì'
sed '/<ruolo nome="coordinatore">/,/<\/ruolo>/s,"ufficio" tipo="\*","ufficio" tipo="cartella",' \
    "$RADICE/templates/ente/permessi.xml" >p.xml
come resp adotta-permessi p.xml >"$OUT" 2>&1
run come coord versa --unita "$CS"
like err '\[[a-z-]*inter[ao]\]' 'chi ne legge una parte non la versa'
come resp adotta-permessi "$RADICE/templates/ente/permessi.xml" \
    --conferma da-rileggere >"$OUT" 2>&1
run come coord versa --unita "$CS" --unita "$CS"
is_exit 0 'la coordinatrice la versa; detta due volte è una'
come coord pacchetto-versamento --in "$T/in/v2" >"$OUT"
C=in/v2/data/$CS
ok 'LEGGIMI vale' leggimi in/v2
has_file "$C/aggregazione.xml" 'c'\''è il fascicolo'
has_file "$C/documenti/$R" 'la relazione'
has_file "$C/documenti/firme/0001/firma.asc" 'la sua firma'
has_file "$C/protocollo/2026-0000001/principale-1.txt" 'la segnalazione'
ok 'come fu registrata' cmp lettera.txt "$C/protocollo/2026-0000001/principale-1.txt"
PDF=$(ls "$C"/allegati/*.pdf)
ok 'il PDF firmato è un PDF/A' "$DRIVER/pdfa" "$T" "$PDF"
campo() {	# campo FILE ELEMENT: its text
	xmllint --xpath "string(//*[local-name()='$2'])" "$1"
}
is "$(campo "$PDF.metadati.xml" FirmatoDigitalmente)" true 'è firmato'
dentro() {	# dentro FILE ELEMENT CHILD
	xmllint --xpath "string(//*[local-name()='$2']/*[local-name()='$3'])" "$1"
}
is "$(dentro "$PDF.metadati.xml" IdIdentificativoDocumentoPrimario \
    Identificativo)" "$CS/documenti/$R" 'ed è ciò che si legge della relazione'

# ---- its documents in PDF/A ----

for d in cartella scheda liberatorie; do
	[ -e "$C/documenti/$d.xml" ] || continue
	has_file "$C/documenti/$d.pdf" "$d: accanto all'XML c'è il PDF"
	has_file "$C/documenti/$d.pdf.metadati.xml" 'con i metadati'
	is "$(cat "$C/documenti/$d.pdf.sha256")" \
	    "$(sha256sum <"$C/documenti/$d.pdf" | cut -c1-64)" 'e la sua impronta'
done
ok 'la resa è un PDF/A' "$DRIVER/pdfa" "$T" "$C/documenti/scheda.pdf"
pdftotext -layout "$C/documenti/scheda.pdf" - >testo
ok 'dice ciò che dice la scheda' grep -q Bianchi testo
ok 'e che è una resa' grep -q "Resa in PDF.*originale è il documento in XML" testo
M=$C/documenti/scheda.pdf.metadati.xml
like_note=$(campo "$M" Note)
is "${like_note%%, di *}" 'Resa in PDF/A, fatta per leggere' \
    'i metadati dicono che è una resa'
is "$(dentro "$M" IdIdentificativoDocumentoPrimario Identificativo)" \
    "$CS/documenti/scheda.xml" 'e di che cosa'
is "$(campo "$M" Formato)" application/pdf 'in che formato è'
is "$(campo "$M" FirmatoDigitalmente)" false 'non è firmata'
ok 'e come si è formata' grep -q '<ModalitaDiFormazione>generazione' "$M"
ok 'quelli dell'\''XML la nominano' grep -q '<Descrizione>scheda.pdf<' \
    "$C/documenti/scheda.xml.metadati.xml"
ok 'e non hanno note' sh -c '! grep -q "<Note>" "$0"' \
    "$C/documenti/scheda.xml.metadati.xml"
ok 'l'\''indice anche' grep -q \
    "resa-di=\"data/$CS/documenti/scheda.xml\"" in/v2/data/indice.xml
G=$C/protocollo/2026-0000001
pdftotext -layout "$G/registrazione.pdf" - >testo
ok 'anche di ciò che la registrazione dice' grep -q 'Protocollo 0000001/2026' testo
ok 'e chi l'\''ha mandata' grep -q "$(xmllint --xpath 'string(//*[local-name()="mittente"]/*)' \
    "$G/registrazione.xml")" testo
is "$(dentro "$G/registrazione.pdf.metadati.xml" \
    IdIdentificativoDocumentoPrimario Identificativo)" \
    "$CS/protocollo/2026-0000001/registrazione.xml" 'di quella'
no_file "$G/principale-1.pdf" 'ma non di ciò che fu ricevuto'
no_file "$C/documenti/${R%.xml}.pdf" 'di ciò che fu firmato in PDF non se ne fa un altro'
ok 'come di ciò che è solo una firma' sh -c '! ls "$0"/documenti/firme/*/*.pdf' "$C"
ok 'niente di ciò che resta si legge nei PDF' sh -c \
    'for f in $(find in/v2 -name "*.pdf"); do pdftotext "$f" - | grep -q zzsegreto &&
    exit 1; done; exit 0'
sleep 1
come coord pacchetto-versamento --in "$T/ancora" >"$OUT"
ok 'chiesto di nuovo è lo stesso, byte per byte' diff -r in/v2 ancora
chmod -R u+w ancora && rm -rf ancora
export CARTELLA_PDF_PROVA=assente
run come coord pacchetto-versamento --in "$T/no"
like err '\[senza-resa\].*' 'senza LibreOffice non si rifà'
like err 'LibreOffice non è installato' 'e si dice perché'
unset CARTELLA_PDF_PROVA
ok 'e nulla è scritto' [ ! -e no ]

M=$C/protocollo/2026-0000001/principale-1.txt.metadati.xml
is "$(campo "$M" NumeroProtocolloDocumento)" 0000001 'con il suo numero'
is "$(campo "$M" TipologiaDiFlusso)" E 'in entrata'
is "$(campo "$M" DenominazioneOrganizzazione)" 'Scuola di Prova' 'da chi'
is "$(campo "$M" Impronta)" "$(openssl dgst -sha256 -binary lettera.txt |
    base64)" 'e l'\''impronta, in base 64'
is "$(campo "$C/aggregazione.xml" Cognome)" Bianchi 'il fascicolo dice di chi è'
is "$(campo "$C/aggregazione.xml" DataChiusura)" 2026-11-21 'e quando si è chiuso'
ok 'la riservata non c'\''è' sh -c '! grep -rq zzsegreto in/v2'
ok 'né il suo nome' sh -c '! find in/v2 | grep -q riservate'
run come coord versamenti 2
like out "$CS  attesa .*senza le annotazioni riservate" 'e si sa che manca'
run come coordn versamenti
unlike out "$CS|versamento 2" 'chi non vede la cartella non ne sa niente'
run come coordn versamenti 2
is_exit 1 'nemmeno del versamento'
run come coord chi-ha-letto "$CS"
like out 'coord  pacchetto-versamento' 'chi la dà l'\''ha letta'

# ---- not taken, and handed over again ----

is "$(RIFIUTA=$CS conservatore v2)" parziale 'il conservatore non la prende'
run acquisisci out/v2.xml
is_exit 0 'il rifiuto si acquisisce'
run come coord versamenti 2
like out "$CS  rifiutato .*\(altro\): non oggi" 'con le sue parole'
run "$DRIVER/pagina" "$S" coord /archivio/versamento/2
like out "/atto/versa\?unita=$CS" 'a lei si offre di versarla di nuovo'
run "$DRIVER/pagina" "$S" resp /archivio/versamento/2
unlike out "/atto/versa\?unita=$CS" 'al responsabile no'
run come coord scrivania
like out "Non accettati dal conservatore.*: 1" 'e torna sulla scrivania'
ok 'le sue parole non sono nell'\''ente' sh -c \
    '! git -C "$1/ente" log -p | grep -q "non oggi"' - "$S"
export CARTELLA_PDF_PROVA=assente
run come coord versa --unita "$CS"
is_exit 1 'senza LibreOffice si chiede'
like err 'PDF/A non si è potuto fare \(LibreOffice.*\[senza-resa\]' 'e si dice che cosa manca'
run come coord versa --unita "$CS" --conferma senza-resa
is_exit 0 'con la conferma si versa di nuovo'
unset CARTELLA_PDF_PROVA
run come coord scrivania
unlike out 'Non accettati' 'e non aspetta più'
come coord pacchetto-versamento --in "$T/in/v3" >"$OUT"
ok 'il pacchetto è quello di allora, senza rese' sh -c \
    '! find in/v3 -path "*documenti/*.pdf" | grep -q .'
is "$(PRESI=$T/presi conservatore v3)" accettato 'questa volta la prende'
is "$(PRESI=$T/presi conservatore v3)" parziale 'mandata ancora, dice che l'\''ha già'
is "$(xmllint --xpath 'string(//*[local-name()="unita"]/*/@codice)' out/v3.xml)" \
    gia-versato 'con il suo codice'
: >presi
conservatore v3 >"$OUT"
acquisisci out/v3.xml >"$OUT"
run come coord versa --unita "$CS" --conferma formato-non-conservabile
like err '\[gia-conservata\]' 'due volte no'
run come coord versa --anno 2026
like err '\[niente-da-versare\]' 'né con l'\''anno'
ora 2026-11-22T09:00:00+01:00
come as1 riapri "$CS" 'Torna di nuovo.' >"$OUT"
come as1 annota --cartella "$CS" --tipo visita --testo 'Ultima visita.' >"$OUT"
run come coord pacchetto-versamento 3 --in "$T/no"
like err '\[cambiato\]' 'il pacchetto di prima non si rifà: è cambiata'
ok 'e nulla è scritto' [ ! -e no ]
come as1 chiudi --cartella "$CS" --motivo conclusione --nota 'Fatto.' >"$OUT"
run come coord versa --anno 2026 --pdf no
is_exit 0 'cambiata, si versa ancora, anche senza PDF'
come coord pacchetto-versamento --in "$T/v4" >"$OUT"
ok 'e allora non ce ne sono' sh -c \
    '! find v4 -path "*documenti/*.pdf" | grep -q . && ! grep -q resa-di v4/data/indice.xml'

# ---- a fascicolo, one in it, a format that is not kept ----

run come resp versa --unita "$DENTRO"
like err '\[sta-in-altro\]' 'ciò che sta in altro va con quello'
run come resp versa --unita "$FA"
like err "programma.exe\) può contenere programmi.*\[formato-non-conservabile\]" \
    'di un programma si è avvisati'
run come resp versa --unita "$FA" --conferma formato-non-conservabile
is_exit 0 'con la conferma va'
come resp pacchetto-versamento --in "$T/in/v5" >"$OUT"
has_file "in/v5/data/$FA/$DENTRO/aggregazione.xml" 'con ciò che sta in esso'
is "$(dentro "in/v5/data/$FA/$DENTRO/aggregazione.xml" IdAggPrimario \
    IdAggregazione)" "$FA" 'che dice in che cosa sta'
pdftotext -layout "in/v5/data/$FA/documenti/fascicolo.pdf" - >testo
ok 'il fascicolo ha il suo PDF' grep -q "Fascicolo $FA" testo
ok 'con ciò che dice' grep -q Contributi testo
pdftotext -layout "in/v5/data/$FA/$DENTRO/documenti/fascicolo.pdf" - >testo
ok 'e quello che sta in esso' grep -q "Fascicolo $DENTRO" testo
ok 'è un PDF/A' "$DRIVER/pdfa" "$T" "in/v5/data/$FA/documenti/fascicolo.pdf"
is "$(conservatore v5)" parziale 'il conservatore rifiuta'
is "$(xmllint --xpath 'string(//*[local-name()="documento"]/*/@codice)' \
    out/v5.xml)" formato 'per il formato, e dice quale file'
run acquisisci out/v5.xml
is_exit 0 'si acquisisce'
run come arch versamenti --filtro rifiutati
like out '^versamento 5 ' 'fra i rifiutati'
like out 'rifiutato: 1' 'lo vede anche l'\''archivista'
run come arch versa --unita "$RIS"
like err '\[riservata\]' 'una riservata non la versa chi non la vede'
come resp rettifica "$N" --campo oggetto --oggetto 'domanda di contributo, 2' \
    --motivo 'manca il numero' --provvedimento 'prov. 1/2026' >"$OUT"
run come resp versa --unita "$RIS" --unita "$N" \
    --conferma formato-non-conservabile
is_exit 0 'delle registrazioni sole'
come resp pacchetto-versamento --in "$T/in/v6" >"$OUT"
ok 'LEGGIMI vale' leggimi in/v6
is "$(campo "in/v6/data/PG-2026-${RIS%/*}/registrazione.xml.metadati.xml" Riservato)" \
    true 'i metadati dicono che è riservata'
has_file "in/v6/data/PG-2026-${RIS%/*}/registrazione.pdf" 'e ognuna ha il suo PDF'
M=in/v6/data/PG-2026-${N%/*}
has_file "$M/rettifica-1.xml" 'una che fu rettificata, con la rettifica'
no_file "$M/rettifica-2.xml" 'l'\''unica'
ok 'e chi la fece' sh -c 'xmllint --format "$0" | grep -A9 Rettifica |
    grep -q "<Cognome>Rossi<"' "$M/registrazione.xml.metadati.xml"

CHIUSO=$(come prot1 apri-fascicolo --oggetto Riservato --tipo affare \
    --classifica VII/12 --ufficio prot)
ALTRA=$(come prot1 registra --flusso entrata --oggetto 'C. V.' \
    --riservata.motivo 'dati sanitari' --mittente.denominazione X \
    --classifica VII/12 --conferma senza-documento)
come prot1 fascicola "$ALTRA" "$CHIUSO" >"$OUT"
run come arch versa --unita "$CHIUSO"
like err '\[non-intera\]' 'un fascicolo con una riservata dentro: nemmeno'
unlike err "$ALTRA|C. V." 'e non si dice quale'
SUO=$(come tutto apri-fascicolo --oggetto Suo --tipo affare --classifica VII/12 \
    --ufficio soc)
NONSUO=$(come tutto apri-fascicolo --oggetto 'Non suo' --tipo affare \
    --padre "$SUO" --ufficio prot --responsabile prot1)
run come coord versa --unita "$SUO"
like err '\[non-intera\]' 'né uno in cui ce n'\''è uno che non si vede'
unlike err "$NONSUO|Non suo" 'e nemmeno di quello si dice'

printf '%%PDF-1.4\n%%%%EOF\n' >semplice.pdf
SEMPLICE=$(come prot1 registra --flusso entrata --oggetto 'una pagina' \
    --mittente.denominazione X --classifica VII/12 "$T/semplice.pdf")
run come resp versa --unita "$SEMPLICE"
like err 'semplice.pdf\) è un PDF, e non un PDF/A.*\[formato-non-conservabile\]' \
    'di un PDF qualunque si è avvisati'

# ---- something is erased on its way ----

printf 'altra lettera\n' >lettera.txt
ALTRO=$(aperta)
V=$(come as1 annota "$ALTRO" 'Ermenegilda, per errore' | cut -d' ' -f2)
run come coord versa --unita "$ALTRO"
is_exit 0 'si versa anche ciò che corre'
run come resp espungi "$ALTRO" "$V" 'provvedimento n. 5' 'di un altro'
like err "ciò che qui va: $ALTRO \\(versamento [0-9]+\\).*\\[versato\\]" \
    'chi espunge sa che il conservatore l'\''ha'
DOPO=$(come as1 annota "$ALTRO" 'Scritta dopo.' | cut -d' ' -f2)
run come resp espungi "$ALTRO" "$DOPO" 'provvedimento n. 5' x --anche "$V"
like err "ciò che qui va: $ALTRO .*\\[versato\\]" \
    'anche se la indica insieme a una che non ha'
run come resp espungi "$ALTRO" "$V" 'provvedimento n. 5' 'di un altro' \
    --conferma versato
is_exit 0 'una voce è espunta'
run come coord pacchetto-versamento --in "$T/no"
like err '\[cambiato\]' 'il pacchetto che l'\''aveva non si dà più'
ok 'e nulla è scritto' [ ! -e no ]
run come coord versa --unita "$ALTRO" --conferma in-attesa
is_exit 0 'si versa di nuovo'
come coord pacchetto-versamento --in "$T/in/v9" >"$OUT"
ok 'senza una sua parola' sh -c '! grep -rqi ermenegilda in/v9'
ok 'LEGGIMI vale, con la lapide' leggimi in/v9
has_file "in/v9/data/$ALTRO/documenti/$V" 'che sta al suo posto'

# ---- a conservatore whose key is known ----

gpg_key cons >cons.fpr
gpg --batch --armor --export "$(cat cons.fpr)" >cons.asc
gpg_key falso >falso.fpr
run come resp versa --unita "$N" --conservatore cons_1 --conferma in-attesa \
    --conferma formato-non-conservabile
like err '\[ente-ignoto\]' 'a chi non si conosce: no'
come resp arruola-ente --codice-ipa cons_1 --denominazione 'Conservatore srl' \
    --impronta-chiave "$(cat cons.fpr)" --verificata telefono cons.asc >"$OUT"
run come resp versa --unita "$N" --conservatore cons_1 --conferma in-attesa \
    --conferma formato-non-conservabile
is_exit 0 'arruolato sì'
come resp pacchetto-versamento --in "$T/in/v7" >"$OUT"
conservatore v7 "$(cat falso.fpr)" >"$OUT"
run acquisisci out/v7.xml
like err '\[senza-firma\]' 'il suo rapporto senza firma: no, comunque si confermi'
run acquisisci out/v7.xml out/v7.xml.asc
like err '\[firma\]' 'con la firma di un altro: no'
truncate -s 65537 lunga.asc
run acquisisci out/v7.xml lunga.asc
like err '65536 byte.*\[file-grande\]' 'con una firma che non può essere: nemmeno si legge'
conservatore v7 "$(cat cons.fpr)" >"$OUT"
sed 's/RdV/rdv/' out/v7.xml >cambiato.xml
run acquisisci cambiato.xml out/v7.xml.asc
like err '\[firma\]' 'cambiato: no'
run come resp acquisisci-rapporto out/v7.xml out/v7.xml.asc
is_exit 0 'con la sua sì, e non c'\''è niente da confermare'

# ---- a report inside a CAdES signature ----

pki_prepara && pki_certificato rossi '/C=IT/O=Conservatore srl/CN=Ugo Rossi' ca
N3=$(come prot1 registra --flusso entrata --oggetto 'col p7m' \
    --mittente.denominazione X --classifica VII/9 \
    --conferma senza-documento)
come resp versa --unita "$N3" --conservatore cons_1 >"$OUT"
come resp pacchetto-versamento --in "$T/in/v10" >"$OUT"
conservatore v10 >"$OUT"
busta() {	# busta CERT FILE: FILE.p7m
	openssl cms -sign -cades -binary -nodetach -outform DER -signer "$1.pem" \
	    -inkey "$1.key" -in "$2" -out "$2.p7m" 2>/dev/null
}
busta rossi out/v10.xml
run come resp acquisisci-rapporto out/v10.xml.p7m
is_exit 1 'un certificato di chi non si conosce: no'
like err 'ignota.*\[firma\]' 'e si dice perché'
come resp adotta-fiducia --nome prova ca.pem >"$OUT"
run come resp acquisisci-rapporto out/v10.xml.p7m
is_exit 1 'di chi si conosce: chi firma va confermato'
like err 'firmato da Ugo Rossi, con firma integra.*Conservatore srl.*\[firmatario\]' \
    'e si dice chi è, e per chi deve firmare'
sed 's/RdV-/rdv-/' out/v10.xml.p7m >rotto.p7m
run come resp acquisisci-rapporto --conferma firmatario rotto.p7m
like err '\[firma\]' 'cambiato dentro: no, comunque si confermi'
run come resp acquisisci-rapporto --conferma firmatario out/v10.xml
like err '\[senza-firma\]' 'il rapporto nudo: no'
echo '<rapporto/>' >altro.xml && busta rossi altro.xml
run come resp acquisisci-rapporto --conferma firmatario altro.xml.p7m
is_exit 1 'firmato bene, ma non è un rapporto: no'
echo no >vuoto.p7m
run come resp acquisisci-rapporto vuoto.p7m
like err '\[illeggibile\]' 'un .p7m che non lo è: no'
run come resp acquisisci-rapporto out/v10.xml.p7m out/v7.xml.asc
like err '\[manca-file\]' 'due firme: no'
run come resp acquisisci-rapporto --conferma firmatario out/v10.xml.p7m
is_exit 0 'confermato: acquisito'
git -C "$S/ente" grep -q '<firmatario>Ugo Rossi' HEAD -- versamenti
is $? 0 'il documento dice chi ha firmato'
is "$(find "$S/registro" -path '*allegati*' -type f -exec cmp -s {} \
    out/v10.xml.p7m \; -print | wc -l)" 1 'la busta è tenuta byte per byte'

# ---- whose key is not believed any more ----

N4=$(come prot1 registra --flusso entrata --oggetto 'di un'\''altra' \
    --mittente.denominazione X --classifica VII/9 \
    --conferma senza-documento)
come resp versa --unita "$N4" --conservatore cons_1 --pdf no >"$OUT"
come resp pacchetto-versamento --in "$T/in/v11" >"$OUT"
conservatore v11 "$(cat cons.fpr)" >"$OUT"
come resp revoca-ente cons_1 compromessa >"$OUT"
run come resp acquisisci-rapporto out/v11.xml out/v11.xml.asc
like err 'Conservatore srl.*\[chiave-revocata\]' 'firmato con una chiave revocata: no'
run come resp versa --unita "$N4" --conservatore cons_1 --conferma in-attesa
like err 'cons_1.*arruola-ente.*\[chiave-revocata\]' 'né gli si versa altro'

# ---- the seal, what waits too long, the store ----

mkdir -m 700 "$S/sigillo"
(GNUPGHOME=$S/sigillo gpg_key sigillo) >sigillo.fpr
gpg --homedir "$S/sigillo" --batch --armor --export "$(cat sigillo.fpr)" \
    >sigillo.asc 2>/dev/null
come resp arruola-chiave --uso sigillo sigillo.asc >"$OUT"
ora 2026-11-24T09:00:00+01:00
come resp conferma-ora "$CARTELLA_ORA" 'È martedì.' >"$OUT" 2>&1
segnalazione --conferma doppione >"$OUT" 2>&1
come prot1 registra --flusso entrata --oggetto altra \
    --mittente.denominazione X --classifica VII/9 \
    --conferma senza-documento >"$OUT"
for g in 21 22 23; do
	come resp chiudi-giorno >"$OUT" 2>&1
done
run come resp scrivania
like out '2026-11-21 .*da versare entro il 23/11/2026' 'il sabato entro il lunedì'
like out '2026-11-21 .*in ritardo' 'che è passato: in ritardo'
like out 'senza il rapporto del conservatore: [0-9]' 'e un rapporto che non arriva si chiede'
run come resp versa
is_exit 0 'si versano tutti'
come resp pacchetto-versamento --in "$T/in/v8" >"$OUT"
ok 'con un sigillo il pacchetto è sigillato' gpg --homedir "$S/sigillo" --batch \
    -q --verify in/v8/tagmanifest-sha256.txt.asc in/v8/tagmanifest-sha256.txt
is "$(xmllint --xpath 'count(//*[local-name()="gruppo"])' \
    in/v8/data/indice.xml)" 3 'tre giorni'
flip() {	# flip FILE: another byte in the middle of it
	perl -e 'open F, "+<", $ARGV[0] or die; binmode F; seek F, $ARGV[1], 0;
	    read F, $c, 1; seek F, $ARGV[1], 0; print F chr(ord($c) ^ 1)' \
	    "$1" "$(($(wc -c <"$1") / 2))"
}
chmod -R u+w in/v8
flip in/v8/data/2026-11-22/registro-2026-11-22.xml
is "$(conservatore v8)" parziale 'un byte cambiato: quel giorno non è preso'
run acquisisci out/v8.xml
is_exit 0 'si acquisisce'
run come resp versamenti --prima 2
like out '^versamento 1 ' 'si va indietro: quelli prima di uno'
unlike out '^versamento [2-9]|^  2026-11-2.  entro' 'non quello, né ciò che aspetta'
run come resp versamenti
like out '^  2026-11-22  entro' 'e torna da versare'
unlike out '^  2026-11-21  entro' 'gli altri no'
rm in/v8/tagmanifest-sha256.txt
: >in/v8/tagmanifest-sha256.txt
is "$(conservatore v8)" rifiutato 'un elenco vuoto: tutto rifiutato'
is_integro 'alla fine'
run cartella --come resp esporta --pdf no "$T/fuori"
is_exit 0 'si porta via'
run "$CARTELLA" --store "$T/nuovo" importa "$T/fuori"
is_exit 0 'e ciò che torna è lo stesso, riga per riga'
plan
