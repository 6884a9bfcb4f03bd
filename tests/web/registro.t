# SPDX-License-Identifier: EUPL-1.2
# A registration through the service, without script: a file is sent, read and
# kept for its session; the form comes back with what it tells and loses
# nothing; the act takes the file, and it is kept no more.
. tests/web/lib.sh

F1=$FIXTURES/demo/integrazione.eml
F2=$FIXTURES/demo/segnalazione.pdf
valore() {		# valore XPATH: in the page last had
	xmllint --html --nonet --xpath "string($1)" "$BODY" 2>/dev/null
}
posta() {		# posta PATH FIELD...: as a form with files does
	posta_via=$1
	shift
	web "$posta_via" -H "Origin: $U" -F "_csrf=$CSRF" "$@"
}
tenuti() { find "$S/tenuti" -type f 2>/dev/null | wc -l; }
quante() {	# registrations
	"$CARTELLA" --store "$S" --come resp elenco --formato xml |
	    grep -c '<registrazione'
}

cartella init --denominazione 'Comune di Prova' --codice-ipa c_x000 \
    --codice-aoo AOO1 --dimostrativo si \
    --ufficio.codice protocollo --ufficio.denominazione 'Ufficio protocollo' \
    --ufficio.codice tutela --ufficio.denominazione 'Tutela minori' \
    --responsabile.codice resp --responsabile.cognome Bianchi \
    --responsabile.nome Anna >/dev/null
come resp nomina --codice prot1 --cognome Verdi --nome Luca --ruolo protocollo \
    --ufficio protocollo >/dev/null
come resp nomina --codice ctl --cognome Grigi --nome Leo --ruolo controllo \
    --ufficio tutela >/dev/null
(umask 077 && mkdir -p "$S/tenuti/vecchia")
touch -d '2 hours ago' "$S/tenuti/vecchia/x"
servizio --web 1 --lettori 1 --compositori 1
is "$(find "$S/tenuti" -type f | wc -l)" 0 'ciò che era tenuto da più di un'\''ora se ne va'
anno=${CARTELLA_ORA%%-*}

# pages
sessione prot1
web /registro
stato 200 'il registro'
corpo 'Nessuna registrazione' 'vuoto, e dice che cosa fare'
web '/registro?dal=ieri'
stato 422 'un criterio sbagliato'
corpo 'class="alert' 'ed è detto nella pagina'
web /registro/nuova
stato 200 'una nuova'
web "/registro/$anno/0000001"
stato 404 'ciò che non c'\''è'

# a file, for a script of ours
posta /sosta -F "file=@$F1" -H 'Accept: application/xml'
stato 200 'un file mandato prima'
testata '^content-type: application/xml' 'la risposta è un albero'
corpo 'nome="mittente.pec">rmic00000x@pec.istruzione.example<' 'che cosa dice'
senza '<sessione[^>]* segreto|sessione="[0-9a-f]' 'nessun segreto'
ID=$(grep -oE '<sosta [^>]*' "$BODY" | grep -oE ' id="[0-9a-f]{32}"' |
    cut -d'"' -f2)
is "${#ID}" 32 'ha un nome'
is "$(tenuti)" 2 'ed è tenuto'
is "$(find "$S/tenuti" -perm /077 | wc -l)" 0 'che nessun altro legge'
web /sosta -H "Origin: $U" -F "file=@$F1"
stato 400 'senza csrf no'
posta /sosta -F "file=@$F2;filename=fine$(printf '\342\200\256')fdp.exe" \
    -H 'Accept: application/xml'
senza "$(printf '\342\200\256')" 'un nome che inganna non lo fa più'

# without script: the form again, with what the file tells
posta /atto/registra -F _azione=leggi -F flusso=entrata -F 'oggetto=Il mio' \
    -F "_sosta=$ID" -F "file=@$F2"
stato 200 'il modulo con i file letti'
is "$(valore '//input[@name = "mittente.denominazione"]/@value')" \
    'Istituto comprensivo «Gianni Rodari»' 'i campi vuoti sono riempiti'
is "$(valore '//input[@name = "oggetto"]/@value')" 'Il mio' \
    'quelli scritti restano'
is "$(valore 'count(//input[@name = "_sosta"])')" 2 'i file sono tenuti'

# what is wrong: nothing is lost
posta /atto/registra -F _azione=invia -F flusso=entrata -F 'oggetto=Il mio' \
    -F 'mittente=1' -F 'mittente.denominazione=Scuola <b>' -F "_sosta=$ID"
stato 422 'senza classifica no'
is "$(valore '//input[@name = "mittente.denominazione"]/@value')" 'Scuola <b>' \
    'ciò che era scritto c'\''è'
is "$(valore 'count(//input[@name = "_sosta"])')" 1 'anche il file'
is "$(quante)" 0 'niente è registrato'
posta /atto/registra -F _azione=prova -F flusso=entrata -F classifica=VII/9 \
    -F 'oggetto=Il mio' -F 'mittente.denominazione=Scuola' -F "_sosta=$ID" \
    -H 'Accept: application/xml'
stato 200 'provata, va bene'
senza 'senza-documento' 'il documento c'\''è: è tenuto'
is "$(quante)" 0 'una prova non registra'

# another's file, another session's, one whose hour is over
MIO=$COOKIE
MIOCSRF=$CSRF
registra() {	# registra ID
	posta /atto/registra -F _azione=invia -F flusso=entrata \
	    -F classifica=VII/9 -F 'oggetto=Prova' \
	    -F 'mittente.denominazione=Scuola' -F "_sosta=$1" \
	    -F '_ritorno=/registro/{protocollo}' \
	    -F _id=00000000000000000000000000000007
}
sessione resp
registra "$ID"
stato 404 'il file di un altro non c'\''è'
sessione prot1
registra "$ID"
stato 404 'né quello di un'\''altra sessione'
registra 00000000000000000000000000000000
stato 404 'come uno che non c'\''è mai stato'
is "$(quante)" 0 'niente è registrato, ancora'
COOKIE=$MIO
CSRF=$MIOCSRF

# the act
registra "$ID"
stato 303 'registrata'
testata "^location: /registro/$anno/0000001\?fatto=registra&esito=" \
    'si arriva alla registrazione'
is "$(find "$S/tenuti" -name "$ID*" | wc -l)" 0 'il file non è più tenuto'
registra "$ID"
stato 303 'un doppio clic arriva alla stessa registrazione'
testata "^location: /registro/$anno/0000001\?fatto=registra&esito=" \
    'anche se il file non è più tenuto'
is "$(quante)" 1 'ed è una sola'
web "/registro/$anno/0000001?fatto=registra"
stato 200 'la registrazione'
corpo 'Documento registrato' 'è detto'
corpo 'Registra un altro' 'e si continua'
web "/file/originale?riferimento=0000001/$anno&file=0"
stato 200 'il file si riprende'
same_bytes "$BODY" "$F1" 'gli stessi byte'
posta /sosta -F "file=@$F2" -H 'Accept: application/xml'
corpo 'codice="doppione"' 'un documento già registrato è detto subito'
ID=$(grep -oE '<sosta [^>]*' "$BODY" | grep -oE ' id="[0-9a-f]{32}"' |
    cut -d'"' -f2)
touch -d '2 hours ago' "$S/tenuti"/*/"$ID"
registra "$ID"
stato 404 'passata l'\''ora non c'\''è più'
posta /sosta/togli -F "_sosta=$ID" -H 'Accept: application/xml'
stato 200 'e si può togliere'
is "$(find "$S/tenuti" -name "$ID*" | wc -l)" 0 'senza resti'

# the password changes while a file waits
echo 'quattro gatti sul tetto' |
    "$CARTELLA" --store "$S" parola prot1 --frase-da 0 >/dev/null
sessione prot1
posta /sosta -F "file=@$F2" -H 'Accept: application/xml'
ID=$(grep -oE '<sosta [^>]*' "$BODY" | grep -oE ' id="[0-9a-f]{32}"' |
    cut -d'"' -f2)
PRIMA=$COOKIE
web /profilo/parola -H "Origin: $U" -d "_csrf=$CSRF" \
    -d '_parola=quattro gatti sul tetto' -d '_nuova=cinque cani nel prato'
stato 303 'cambiata la parola d'\''ordine'
COOKIE=$(sed -n 's/^[Ss]et-[Cc]ookie: cartella=\([0-9a-f]*\).*/\1/p' "$HEAD")
ok 'il segreto è un altro' test "${#COOKIE}" = 64 -a "$COOKIE" != "$PRIMA"
registra "$ID"
stato 422 'dalla pagina di prima non si registra'
is "$(valore '//input[@name = "oggetto"]/@value')" Prova 'ma il modulo torna'
posta /atto/registra -F _azione=invia -F flusso=entrata -F 'oggetto=Con file' \
    -F "file=@$F2"
stato 422 'anche con un file nuovo'
is "$(valore '//input[@name = "oggetto"]/@value')" 'Con file' 'niente è perduto'
web /registro/nuova
CSRF=$(valore '//input[@name = "_csrf"]/@value')
posta /atto/registra -F _azione=leggi -F flusso=entrata -F "_sosta=$ID"
stato 200 'il modulo'
is "$(valore 'count(//input[@name = "_sosta"])')" 1 'il file c'\''è ancora'
senza 'non c.è più' 'per la stessa sessione'
posta /sosta/togli -F "_sosta=$ID" -H 'Accept: application/xml'

# sent to the offices from the page
web /da-smistare
corpo "action=\"/atto/smista\"" 'aspetta di essere smistata'
posta /atto/smista -F "protocollo=0000001/$anno" -F destinazione=1 \
    -F destinazione.ufficio=tutela -F destinazione.titolo=competenza \
    -F destinazione.utente= -F _azione=invia -F _ritorno=/da-smistare
stato 303 'smistata'
web /da-smistare
senza "0000001/$anno" 'e non aspetta più'

# who has no part in it
sessione ctl
for via in /registro/nuova /atto/registra; do
	web "$via"
	stato 404 "chi non registra: $via"
done
posta /sosta -F "file=@$F1" -H 'Accept: application/xml'
senza '<campo|<avviso' 'di un file non gli si dice nulla'
servizio_fine
run cartella verifica
is_exit 0 'l'\''archivio è integro'
plan
