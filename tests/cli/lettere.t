# SPDX-License-Identifier: EUPL-1.2
# lettere: each model of a letter sent from a case, what it says and what it
# does not; a field without a value, or out of the eyes of who writes; a paper
# made again when model and scheda are other ones.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null || exit 1
con_chiave coord >"$OUT"
CS=$(aperta)
NUDA=$(aperta)		# nothing in it but scheda and cover
D=$S/cartelle/2026/0000001

# The case: a family, a judge, a placement, an appointment.
{
	come as1 aggiorna-scheda --cartella "$CS" \
	    --residenza.indirizzo 'via <b>Po</b> & C. 1' \
	    --residenza.comune Prova &&
	come as1 registra-famiglia --cartella "$CS" --data 2026-01-10 \
	    --fonte anpr --componente.cognome Bianchi \
	    --componente.nome Vecchia --componente.parentela nonna \
	    --componente.convivente no &&
	come as1 registra-famiglia --cartella "$CS" --data 2026-10-10 \
	    --fonte anpr --componente.cognome "D'Àmico" \
	    --componente.nome Maria --componente.parentela madre \
	    --componente.convivente si --componente.contatto '000 11122' &&
	come as1 acquisisci --cartella "$CS" --protocollo 0000001/2026 \
	    --provvedimento.autorita tribunale-minorenni \
	    --provvedimento.sede Firenze --provvedimento.numero 123/2026 \
	    --provvedimento.tipo affido-al-servizio \
	    --provvedimento.data 2026-11-02 &&
	come as1 registra-403 --cartella "$CS" \
	    --ora 2026-11-19T22:10:00+01:00 \
	    --avviso-pm 2026-11-19T22:20:00+01:00 &&
	come as1 fissa --caso "$CS" --giorno 2027-01-12 --alle 15:30 \
	    --tipo colloquio --luogo 'via Roma 1' --utente as1 &&
	come as1 fissa --caso "$CS" --giorno 2026-12-12 --alle 09:15 \
	    --tipo colloquio --luogo 'via Milano 2' --utente as1 &&
	come as1 fissa --caso "$CS" --giorno 2026-12-05 --alle 10:00 \
	    --tipo colloquio --luogo 'via Disdetta 3' --utente as1 &&
	come as1 disdici "$CS" agenda/00/0003.xml 'il padre lavora' &&
	come as1 annota --cartella "$CS" --tipo nota --testo 'Nel diario.'
} >fatto 2>&1 || { cat fatto >&2; exit 1; }
RELAZIONE=$(redatta "$CS")
RELAZIONE=${RELAZIONE#* }

lettera() {	# lettera MODEL OPTION...: as coord, from $CS
	lettera_m=$1
	shift
	come coord comunica --cartella "$CS" --modello "$lettera_m" \
	    --destinatario.denominazione 'Ente di Prova' \
	    --destinatario.pec ente@pec.example --oggetto 'Lettera L.B.' "$@"
}

n=0
spedita() {	# spedita MODEL OPTION...: its text in l.txt, its document $C
	n=$((n + 1))
	run lettera "$@"
	is_exit 0 "$1: si scrive"
	C=$(printf '%s/comunicazioni/%04d.xml' "$D" $n)
	PDF=$(byte_di "$(campo "$C" comunicazione/firma-file/file)")
	cp "$PDF" "$T/$n-$1.pdf" 2>/dev/null
	pdftotext -layout "$PDF" l.txt
	unlike_file '{{\|«[a-z]*\.\|ripeti_' "$1: niente di non risolto"
	is "$(campo "$C" comunicazione/modello-usato/nome)" "$1" \
	    "$1: si sa con quale modello"
}

unlike_file() {
	not_ok "$2" grep -q "$1" l.txt
}

dice() {	# dice DESC TEXT...
	dice_d=$1
	shift
	printf '%s\n' "$@" >v
	ok "$dice_d" contiene l.txt v
}

tace() {	# tace DESC BRE: neither the paper nor what is kept of it
	unlike_file "$2" "$1: la carta"
	not_ok "$1: i dati conservati" grep -q "$2" "$C"
}

rifiuto() {	# rifiuto CODE PATTERN DESC OPTION...
	rifiuto_codice=$1 rifiuto_che=$2 rifiuto_desc=$3
	shift 3
	run lettera "$@"
	is_exit 1 "$rifiuto_desc: no"
	like err "$rifiuto_che.*\\[$rifiuto_codice\\]" 'e lo dice'
}

# ---- each model ----

spedita comunicazione --testo 'Con *la presente*.' --allega "$RELAZIONE"
NUMERO=$(cat "$OUT")
FILE=$(campo "$C" comunicazione/inviato/file)
dice 'la lettera semplice, con l'\''impronta di ciò che si allega' \
    'Ente di Prova' 'Con la presente.' "$FILE"
tace 'chi è il minore, se il modello non lo dice' 'Bianchi\|Luca'
is "$(campo "$C" comunicazione/inviato/documento)" "$RELAZIONE" \
    'si sa quale documento è andato'
pdftotext -layout "$(byte_di "$FILE")" a.txt
ok 'ed è quello' grep -q 'Due colloqui' a.txt
run come coord mostra "$NUMERO"
like out "sha256 $FILE" 'e sta nel registro'
spedita trasmissione-scuola --testo 'Si trasmette.' \
    --allega comunicazioni/0001.xml
is "$(campo "$C" comunicazione/inviato/file)" "$(campo \
    "$D/comunicazioni/0001.xml" comunicazione/firma-file/file)" \
    'una lettera si allega com'\''era, con la sua firma'
dice 'alla scuola chi è' Bianchi Luca '1° marzo 2018'
tace 'ma non dove abita, né con chi' "Po\|Àmico\|Vecchia"
is "$(xmllint --xpath 'count(//*[local-name()="dati-da"])' "$C")" 2 \
    'e si sa da dove vengono i dati'
is "$(xmllint --xpath 'string(//*[local-name()="dati-da"][2]/*[2])' "$C" |
    wc -c)" 41 'con il commit'
spedita trasmissione-forze-ordine --testo 'Si trasmette.'
dice 'un valore con dentro dei segni resta testo' 'via <b>Po</b> & C. 1'
tace 'niente famiglia' 'Àmico'
spedita comunicazione-comune --testo 'Si comunica.'
dice 'il provvedimento' '123/2026' 'tribunale per i minorenni' '2 novembre 2026'
spedita segnalazione --testo 'Si segnala.' \
    --libero 'urgenza=<text:p>subito</text:p> & «ora»' \
    --libero interventi=Due --libero 'prognosi=  Incerta,   con
	capo	e   spazi '
dice 'alla Procura tutto' "D'Àmico" 'madre' '000 11122' \
    '<text:p>subito</text:p>'
tace 'la famiglia di ora, non quella di prima' Vecchia
spedita comunicazione-403 --testo 'Si comunica.' --libero luogo=casa \
    --libero collocato-presso=Comunità --libero disposto-da=AS
dice 'del collocamento' '19 novembre 2026, ore 22:10' 'ore 22:20'
spedita convocazione
dice 'il prossimo appuntamento' '12 dicembre 2026, ore 09:15' 'via Milano 2' \
    'Chi incontrerà as1 Prova'
tace 'e non quello che è stato disdetto' Disdetta
spedita convocazione --fonte agenda/00/0001.xml
dice 'o quello che si sceglie' '12 gennaio 2027, ore 15:30' 'via Roma 1'
run come resp espungi "$CS" agenda/00/0001.xml 'prov. 1/2026' x
like err 'come questo sono riportati in comunicazioni/.*\[ha-seguito\]' \
    'ciò che una lettera riporta non si espunge: l'\''ha detto ad altri'
if [ -n "${PAGINE:-}" ]; then		# to look at them
	cp "$T"/*-*.pdf "$PAGINE"
fi

# ---- what is missing ----

N=$(atti)
CS=$NUDA
rifiuto modello-ignoto 'non c.è il modello «inventato»' 'un modello che non c'\''è' \
    inventato --testo x
like err 'convocazione' 'e quali ci sono'
rifiuto modello-ignoto 'non c.è il modello «progetto»' 'uno di un'\''altra carta' \
    progetto --testo x
rifiuto campo-senza-valore '«corpo», il testo.*--testo' 'senza testo' \
    comunicazione
rifiuto campo-senza-valore '«collocamento.ora».*registra-403' \
    'senza collocamento' comunicazione-403 --testo x
like err '«libero.luogo».*--libero luogo=…' 'e che cosa deve scrivere lui'
rifiuto campo-senza-valore '«libero.giorno».*--libero giorno=' \
    'senza appuntamento' convocazione
rifiuto libero-ignoto 'libero.colore: ha giorno' 'un campo che il modello non ha' \
    convocazione --libero giorno=x --libero colore=y
rifiuto libero-ripetuto 'dato due volte' 'due volte lo stesso' convocazione \
    --libero giorno=x --libero giorno=y
rifiuto documento-ignoto 'agenda/00/0009' 'un documento che non c'\''è' \
    convocazione --fonte agenda/00/0009.xml
rifiuto fonte-senza-posto 'non riporta' 'un documento di cui non dice' \
    convocazione --fonte scheda.xml
rifiuto documento-ignoto 'relazioni/0009' 'allegare ciò che non c'\''è' \
    convocazione --allega relazioni/0009.xml
rifiuto allegato-ripetuto 'due volte' 'allegare due volte' convocazione \
    --allega cartella.xml --allega scheda.xml --allega scheda.xml
niente_scritto "$N" 'i rifiuti non lasciano niente'
CS=CS-2026-0000001

# ---- made again ----

P=comunicazioni/0002.xml
C=$D/$P
ODT=$D/allegati/$(campo "$C" comunicazione/odt).odt
for i in 2 5 8; do
	rm -f r.odt
	run come coord rifai "$CS" comunicazioni/000$i.xml --in r.odt
	is_exit 0 "la carta $i si rifà"
	same_bytes r.odt "$D/allegati/$(campo "$D/comunicazioni/000$i.xml" \
	    comunicazione/odt).odt" 'gli stessi byte'
done
rm -f r.odt
run come coord rifai "$CS" $P --in r.odt
like err 'gli stessi byte' 'e lo dice'

# ---- through the eyes of who writes ----

politica() {	# politica SED-EXPRESSION: today's, changed
	sed -e '/^<permessi/s/ id="[0-9a-f]*"//' -e "$1" \
	    "$S/ente/permessi.xml" >p.xml
	come resp adotta-permessi p.xml >"$OUT" || note "$(cat "$ERR")"
}
politica '/<ruolo nome="coordinatore">/,/<\/ruolo>/s,"ufficio" tipo="\*","ufficio" tipo="cartella",'
run come coord mostra "$CS" --documento scheda.xml
is_exit 1 'ora non legge la scheda'
N=$(atti)
run lettera trasmissione-scuola --testo x
is_exit 1 'e non può scriverne'
like err '«minore.cognome».*aggiorna-scheda.*\[campo-senza-valore\]' \
    'ciò che non legge manca'
cp "$ERR" nascosta
run lettera segnalazione --testo x --libero urgenza=x --libero interventi=x \
    --libero prognosi=x
is_exit 1 'alla Procura nemmeno'
unlike err 'famiglia' 'la famiglia, che non è obbligatoria, non c'\''è'
rifiuto documento-ignoto 'agenda/00/0001' 'un documento che non legge' \
    convocazione --fonte agenda/00/0001.xml
sed 's/0001/N/' "$ERR" >n1
rifiuto documento-ignoto 'agenda/00/0009' 'come uno che non c'\''è' \
    convocazione --fonte agenda/00/0009.xml
sed 's/0009/N/' "$ERR" >n2
same_bytes n1 n2 'con le stesse parole'
rifiuto documento-ignoto 'scheda.xml' 'allegare ciò che non legge' \
    convocazione --allega scheda.xml
niente_scritto "$N" 'niente resta'
run come coord rifai "$CS" $P --in no.odt
is_exit 1 'né si rifà la carta che non si legge'
no_file no.odt 'e niente esce'

# who reads no document of it, by a policy of the body's own
C_DI='/<ruolo nome="coordinatore">/,/<\/ruolo>/'
politica "$C_DI"'s,"ufficio" tipo="cartella","ufficio" tipo="progetto",'
run come coord mostra "$CS" --documento cartella.xml
is_exit 1 'chi non legge nemmeno la copertina'
rifiuto documento-ignoto 'scheda.xml' 'chi non legge niente, di che cosa dica' \
    convocazione --fonte scheda.xml
rifiuto documento-ignoto 'scheda.xml' 'né ne allega' convocazione --allega scheda.xml
rifiuto campo-senza-valore '«libero.giorno»' 'né gli viene un appuntamento' \
    convocazione
politica "$C_DI"'s,"ufficio" tipo="progetto","ufficio" tipo="cartella",'

# ---- made again, when model and scheda are other ones ----

come as1 aggiorna-scheda --cartella "$CS" --anagrafica.cognome Neri \
    --conferma persona-nota >"$OUT" 2>&1 || cat "$OUT"

# Another one, as an office would make it of the one there is.
mkdir nuovo
come resp modello trasmissione-scuola --in spedito.odt >"$OUT" &&
unzip -q -d nuovo spedito.odt &&
perl -0777 -i -pe 's{<office:text\b.*</office:text>}{<office:text><text:p>Nuovo
    modello per {{minore.cognome}}.</text:p></office:text>}s' nuovo/content.xml &&
(cd nuovo && zip -q -X -0 ../nuovo.odt mimetype &&
    zip -q -X -r ../nuovo.odt . -x mimetype)
run come resp aggiungi-modello --nome trasmissione-scuola --carta lettera \
    --denominazione 'Alla scuola' nuovo.odt
is_exit 0 'l'\''ente adotta un altro modello'
politica '/<ruolo nome="coordinatore">/,/<\/ruolo>/s,"ufficio" tipo="cartella","ufficio" tipo="*",'
run lettera trasmissione-scuola
is_exit 0 'una lettera nuova'
n=$((n + 1))
NUOVA=$(printf '%s/comunicazioni/%04d.xml' "$D" $n)
is "$(campo "$NUOVA" comunicazione/modello-usato/versione)" 1 \
    'è fatta con quello'
pdftotext "$(byte_di "$(campo "$NUOVA" comunicazione/firma-file/file)")" l.txt
dice 'e con la scheda di ora' 'Nuovo modello per Neri.'
fermata punti "$CARTELLA" --store "$S" --come coord comunica \
    --cartella "$CS" --modello trasmissione-scuola --oggetto 'Altra L.B.' \
    --destinatario.denominazione Scuola --destinatario.pec s@pec.example
come as1 aggiorna-scheda --cartella "$CS" --anagrafica.cognome Gialli \
    --conferma persona-nota >"$OUT" 2>&1 || cat "$OUT"
riprende
is_exit 0 'mentre la lettera è pronta, cambia la scheda: si fa'
is "$(grep -c '^dopo-prepara$' punti)" 2 'preparata di nuovo'
n=$((n + 1))
C2=$(printf '%s/comunicazioni/%04d.xml' "$D" $n)
pdftotext "$(byte_di "$(campo "$C2" comunicazione/firma-file/file)")" l.txt
dice 'con la scheda di allora' 'Nuovo modello per Gialli.'
rifiuto testo-senza-posto 'andrebbe perduto' \
    'un testo che il modello non ha dove mettere' trasmissione-scuola --testo x
sed -i 's/{{minore.cognome}}/& {{minore.residenza.indirizzo}}, a {{destinatario.indirizzo}}/' \
    nuovo/content.xml
(cd nuovo && zip -q -X -0 ../dove.odt mimetype && zip -q -X -r ../dove.odt . -x mimetype)
come resp aggiungi-modello --nome dove --carta lettera \
    --denominazione 'Dove sta' dove.odt >"$OUT" 2>&1
CS=$NUDA
rifiuto campo-senza-valore '«destinatario.indirizzo».*--destinatario.indirizzo' \
    'senza l'\''indirizzo che il modello vuole' dove
like err '«minore.residenza.indirizzo».*aggiorna-scheda' \
    'e di chi si sa il solo comune'
rifiuto modello-ignoto 'modelli per lettera: .*, dove' 'un modello che non c'\''è' boh
CS=CS-2026-0000001
rifiuto riferimento-senza-posto 'a che cosa si risponde' 'un riferimento' \
    trasmissione-scuola --riferimento 0000001/2026
come resp aggiungi-modello --nome preavviso --carta lettera \
    --denominazione 'Preavviso corto' nuovo.odt >"$OUT"
rifiuto modello-incompleto '«procedimento.motivi».*art. 10-bis' \
    'un preavviso che non dice i motivi' preavviso
run come coord rifai "$CS" $P --in r2.odt
is_exit 0 'quella di prima si rifà'
same_bytes r2.odt "$ODT" 'con il modello e i dati di allora'
run come coord rifai "$CS" "comunicazioni/$(basename "$NUOVA")" --in r3.odt
is_exit 0 'e anche questa'
run come coord rifai "$CS" scheda.xml --in no.odt
is_exit 1 'la scheda non è una carta'
run come coord rifai "$CS" comunicazioni/0099.xml --in no.odt
is_exit 1 'né ciò che non c'\''è'
run come prot rifai "$CS" $P --in no.odt
is_exit 3 'il protocollo non rifà carte dei casi'
same_absent "$CS" CS-2026-0000099 come coordn rifai --documento $P --cartella
M=$D/allegati/$(campo "$C" comunicazione/modello-usato/impronta).odt
has_file "$M" 'il modello è fra gli allegati della cartella'
is "$(sha256sum <"$M" | cut -c1-64).odt" "$(basename "$M")" 'con la sua impronta'
cp "$M" salvo
rm -f "$M"
run come coord rifai "$CS" $P --in no.odt
is_exit 4 'senza il modello è un guasto'
{ cat salvo; echo; } >"$M"
run come coord rifai "$CS" $P --in no.odt
is_exit 4 'con un altro anche'
like err 'verifica' 'e si dice che fare'
no_file no.odt 'e niente esce'
rm -f "$M"
ln "$(byte_di "$(basename "$M" .odt)")" "$M"
is_integro 'alla fine'
plan
