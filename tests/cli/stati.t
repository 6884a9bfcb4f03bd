# SPDX-License-Identifier: EUPL-1.2
# The atti on the states of a case: accogli, aggiorna-accesso, riassegna,
# rinvia, riapri, and the table they follow.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

{
	uffici_di_prova && utente seg soc segretariato &&
	utente segn nord segretariato && con_chiave as1 && con_chiave as2
} >/dev/null || exit 1
ID1=11111111111111111111111111111111
ID2=22222222222222222222222222222222
ID3=33333333333333333333333333333333

accogli() {	# accogli USER ESITO [OPTION...]
	stati_chi=$1 stati_esito=$2
	shift 2
	come "$stati_chi" accogli --scheda.contatto.interlocutore utente \
	    --scheda.segnalato.cognome Bianchi \
	    --scheda.motivazioni 'Chiede un aiuto.' --esito "$stati_esito" "$@"
}

# ---- accogli ----

run accogli seg orientamento
is_exit 1 'il caso finisce qui senza ragioni: no'
like err '/accogli/motivazione: .*art\. 3 L\. 241/1990.*\[manca-motivazione\]' 'e lo dice'
run accogli seg segnalazione-ad-altri --motivazione 'non è nostro'
is_exit 1 'si segnala ad altri, ma a chi?'
like err '/accogli/inviato-a: .*\[manca-destinazione\]' 'e lo dice'
run accogli seg da-assegnare --scheda.contatto.data 2026-11-21
is_exit 1 'un contatto di domani: no'
like err '/accogli/scheda/contatto/data: .*\[data-futura\]' 'e lo dice'
run accogli seg da-assegnare --ufficio boh
is_exit 1 'un ufficio che non esiste: no'
like err '\[ufficio-ignoto\]' 'e lo dice'
NASCOSTA=$(segnalazione)
same_absent "$NASCOSTA" 0000099/2026 accogli seg da-assegnare --protocollo
run accogli prot1 da-assegnare
is_exit 3 'accogliere non è del protocollo'
no_file "$S/accessi/2026" 'i rifiuti non lasciano niente'

ISTANZA=$(smistata)
come seg prendi-visione "$ISTANZA" >"$OUT"
run accogli seg da-assegnare --protocollo "$ISTANZA" --id $ID1 \
    --liberatoria.ambito registrazione --liberatoria.data 2026-11-20 \
    --liberatoria.firmatario 'Rosa Bianchi' --liberatoria.qualita genitore
is_out AC-2026-0000001 'il segretariato accoglie, con l'\''istanza firmata'
D=$S/accessi/2026/0000001
is "$(campo "$D/accesso.xml" accesso/stato)" aperto 'l'\''accesso è aperto'
is "$(campo "$D/accesso.xml" accesso/tipo)" diretto 'diretto'
is "$(campo "$D/accesso.xml" accesso/iniziativa)" cittadino 'viene dal cittadino'
is "$(campo "$D/accesso.xml" accesso/protocollo)" "$ISTANZA" 'con la sua istanza'
is "$(campo "$D/accesso.xml" accesso/responsabile)" seg 'e per ora è di chi accoglie'
is "$(campo "$D/scheda-segretariato.xml" scheda-segretariato/scheda/contatto/data)" \
    2026-11-20 'la scheda ha il giorno'
has_file "$D/liberatorie/0001.xml" 'e c'\''è la liberatoria'
is "$(git -C "$D" log -1 --format=%s)" 'accogli AC-2026-0000001' \
    'il commit non porta nomi'
run accogli seg da-assegnare --id $ID1
is_out AC-2026-0000001 'la stessa istanza di nuovo: la stessa risposta'
run accogli seg da-assegnare --protocollo "$ISTANZA"
is_exit 1 'una seconda volta dalla stessa istanza: no'
like err '\[gia-assegnata\]' 'e lo dice'
run come coord scrivania
like out 'Accessi diretti, da assegnare: 1' 'aspetta il coordinatore'
like out 'AC-2026-0000001 .*da oggi' 'con il suo numero'
run come coordn scrivania
unlike out 'AC-2026-0000001' 'non quello di un altro ufficio'

run accogli seg segnalazione-ad-altri --inviato-a consultorio \
    --motivazione 'È di loro competenza.'
is_out AC-2026-0000002 'anche quando niente segue'
D2=$S/accessi/2026/0000002
is "$(campo "$D2/accesso.xml" accesso/stato)" chiuso 'ed è chiuso'
is "$(campo "$D2/accesso.xml" accesso/chiusura/motivo)" segnalazione-ad-altri \
    'con il motivo'
is "$(campo "$D2/scheda-segretariato.xml" scheda-segretariato/esito/inviato-a)" \
    consultorio 'e dove va la persona'
run accogli as1 da-assegnare --iniziativa ufficio
is_out AC-2026-0000003 'il servizio si muove anche da sé'

# ---- aggiorna-accesso ----

aggiorna() {	# aggiorna USER ACCESSO [OPTION...]
	stati_chi=$1 stati_ac=$2
	shift 2
	come "$stati_chi" aggiorna-accesso --accesso "$stati_ac" "$@"
}
NUOVA='--scheda.contatto.interlocutore utente --scheda.segnalato.cognome
    Bianchi --scheda.motivazioni Altro.'

run aggiorna seg AC-2026-0000001
is_exit 1 'niente da scrivere: no'
like err '\[niente\]' 'e lo dice'
# shellcheck disable=SC2086
run aggiorna seg AC-2026-0000002 $NUOVA
is_exit 1 'in un accesso chiuso no'
like err '/aggiorna-accesso/accesso: .*«chiuso».*\[stato\]' 'e lo dice'
# shellcheck disable=SC2086
run aggiorna segn AC-2026-0000001 $NUOVA
is_exit 1 'per un altro ufficio non esiste'
sed 's,0000001,N,g' "$ERR" >nascosta
# shellcheck disable=SC2086
run aggiorna segn AC-2026-0000099 $NUOVA
sed 's,0000099,N,g' "$ERR" >assente
same_bytes nascosta assente 'con la stessa risposta'
# shellcheck disable=SC2086
run aggiorna seg AC-2026-0000001 $NUOVA --id $ID2
is_exit 0 'il segretariato completa la scheda'
# shellcheck disable=SC2086
run aggiorna seg AC-2026-0000001 $NUOVA --id $ID2
is_exit 0 'la stessa istanza di nuovo'
is "$(git -C "$D" log --format=%s -- scheda-segretariato.xml | wc -l)" 2 \
    'è una nuova versione, una volta sola'
is "$(git -C "$D" show HEAD~1:scheda-segretariato.xml | grep -o ' id="[^"]*"')" \
    "$(grep -o ' id="[^"]*"' "$D/scheda-segretariato.xml")" \
    'dello stesso documento'
is "$(campo "$D/scheda-segretariato.xml" scheda-segretariato/esito/tipo)" \
    da-assegnare 'ciò che si era deciso resta'
run aggiorna seg AC-2026-0000001 --liberatoria.ambito rete \
    --liberatoria.data 2026-11-20 --liberatoria.firmatario 'Rosa Bianchi' \
    --liberatoria.qualita genitore
is_exit 0 'aggiunge una liberatoria'
has_file "$D/liberatorie/0002.xml" 'dopo quella che c'\''è'

# ---- assegna an accesso diretto, valuta, apri ----

run come segn assegna --accesso AC-2026-0000001 --assistente as1
is_exit 1 'un altro ufficio non lo assegna'
run come coord assegna --accesso AC-2026-0000001 --assistente as1
is_out AC-2026-0000001 'il coordinatore lo assegna'
is "$(campo "$D/accesso.xml" accesso/stato)" assegnato 'è assegnato'
run come as1 mostra "$ISTANZA"
is_exit 0 'e chi ne risponde vede l'\''istanza'
run come as1 valuta AC-2026-0000001 si 'serve un sostegno'
is_exit 0 'con la liberatoria si valuta'
run apri AC-2026-0000001 --conferma senza-stato-di-famiglia
is_exit 1 'la scheda dice un'\''altra iniziativa: no'
like err '/apri/scheda/iniziativa: .*cittadino.*\[iniziativa\]' 'e lo dice'
apri_diretto() {
	come as1 apri --accesso "$1" --scheda.anagrafica.cognome Bianchi \
	    --scheda.anagrafica.nome Luca \
	    --scheda.anagrafica.nascita.data 2018-03-01 \
	    --scheda.anagrafica.nascita.luogo Prova \
	    --scheda.residenza.comune Prova --scheda.iniziativa cittadino \
	    --conferma senza-stato-di-famiglia
}
run apri_diretto AC-2026-0000001
is_out CS-2026-0000001 'la liberatoria dell'\''accesso basta'
CS=CS-2026-0000001
C=$S/cartelle/2026/0000001

LIBERA=$(accogli seg da-assegnare)
come coord assegna --accesso "$LIBERA" --assistente as1 >"$OUT"
run come as1 valuta "$LIBERA" si 'serve'
is_exit 1 'chi viene da sé senza liberatoria: si chiede conferma'
like err 'avviso: /valuta/accesso: .*GDPR.*\[senza-liberatoria\]' 'e lo dice'
run come as1 valuta "$LIBERA" si 'serve' --conferma senza-liberatoria
is_exit 0 'confermando si va avanti'
come coord assegna --accesso AC-2026-0000003 --assistente as1 >"$OUT"
run come as1 valuta AC-2026-0000003 si 'serve'
is_exit 0 'd'\''ufficio la liberatoria non serve'

# ---- riassegna ----

riassegna() {	# riassegna USER WHAT NUMBER TO [OPTION...]
	stati_chi=$1 stati_che=$2 stati_n=$3 stati_a=$4
	shift 4
	come "$stati_chi" riassegna "--$stati_che" "$stati_n" \
	    --assistente "$stati_a" --motivo 'carico di lavoro' "$@"
}

run riassegna coord cartella $CS as1
is_exit 1 'a chi lo ha già no'
like err '/riassegna/assistente: .*\[stesso-responsabile\]' 'e lo dice'
run riassegna coord cartella $CS vice
is_exit 1 'a chi non è assistente sociale no'
like err '\[altro-ruolo\]' 'e lo dice'
run riassegna coord cartella $CS exas
is_exit 1 'a chi non è più in servizio no'
run riassegna coord accesso AC-2026-0000002 as1
is_exit 1 'un accesso chiuso non passa di mano'
like err '«chiuso».*\[stato\]' 'e lo dice'
run riassegna as1 cartella $CS as2
is_exit 3 'chi ne risponde non se ne libera da sé'
same_absent $CS CS-2026-0000099 come coordn riassegna --assistente as2 \
    --motivo x --cartella
come coord dichiara-conflitto $CS 'la conosce' --utente as2 >"$OUT"
run riassegna coord cartella $CS as2
is_exit 1 'a chi è in conflitto d'\''interessi no'
like err '/riassegna/assistente: .*art\. 6-bis L\. 241/1990.*\[in-conflitto\]' 'e lo dice'
come coord cessa-conflitto $CS as2 'un omonimo' >"$OUT"
run riassegna coord accesso AC-2026-0000001 as2 --id $ID3
is_out $CS 'dall'\''accesso passa anche la cartella'
is "$(campo "$C/cartella.xml" cartella/responsabile)" as2 'ha un nuovo responsabile'
is "$(campo "$D/accesso.xml" accesso/responsabile)" as2 'e così il suo accesso'
R=$C/riassegnazioni/0001.xml
is "$(campo "$R" riassegnazione/da) $(campo "$R" riassegnazione/a)" 'as1 as2' \
    'resta scritto da chi a chi'
is "$(campo "$R" riassegnazione/motivo)" 'carico di lavoro' 'e perché'
run riassegna coord accesso AC-2026-0000001 as2 --id $ID3
is_out $CS 'la stessa istanza di nuovo: la stessa risposta'
no_file "$C/riassegnazioni/0002.xml" 'e niente di nuovo'
run come as1 mostra $CS
is_exit 1 'chi l'\''aveva non la vede più'
run come as2 mostra $CS
is_exit 0 'chi l'\''ha la vede'
run riassegna coord cartella $CS as1 --ufficio nord
is_exit 0 'anche a un altro ufficio'
run riassegna coordn cartella $CS as1 --ufficio soc
is_exit 0 'che la può rendere'

# ---- rinvia ----

P=$(proposta $CS)
rinvia() {	# rinvia USER PROPOSTA [OPTION...]
	stati_chi=$1 stati_p=$2
	shift 2
	come "$stati_chi" rinvia --cartella $CS --proposta "$stati_p" \
	    --motivazione 'Manca il progetto.' "$@"
}
run rinvia as1 "$P"
is_exit 3 'chi propone non rinvia'
run rinvia coord proposte/0009.xml
is_exit 1 'una proposta che non c'\''è: no'
like err '\[non-proposta\]' 'e lo dice'
run come coord rinvia --cartella $CS --proposta "$P"
is_exit 1 'senza ragioni no'
run come as1 scrivania
unlike out 'rinviate' 'finché attende non è rinviata'
run rinvia coord "$P" --id 44444444444444444444444444444444
is_out "$CS $P" 'il coordinatore la rinvia'
is "$(campo "$C/$P" proposta/stato)" rinviata 'la proposta è rinviata'
run cat "$C/$P"
like out '<p>Manca il progetto\.</p>' 'con le ragioni'
is "$(campo "$C/cartella.xml" cartella/stato)" in-carico 'la cartella è in carico'
run come as1 scrivania
like out 'Proposte rinviate dal coordinatore: 1' 'chi ha proposto la trova'
like out "$CS .*da oggi" 'e da quando'
run rinvia coord "$P"
is_exit 1 'due volte no'
like err '/rinvia/cartella: .*«in carico».*da qui si fa: .*«proponi».*\[stato\]' \
    'e dice che cosa si può fare'
like err '\[gia-risposta\]' 'e che ha avuto risposta'
P2=$(proposta $CS)
is "$P2" proposte/0002.xml 'la nuova proposta è un altro documento'
run come as1 scrivania
unlike out 'rinviate' 'e non aspetta più chi propone'
rinvia coord "$P2" >"$OUT"

# ---- chiudi, riapri ----

run come as1 chiudi --cartella $CS --motivo presupposti-assenti --nota X
is_exit 1 'il motivo di un accesso non è di una cartella'
like err '/chiudi/motivo: .*\[motivo-di-accesso\]' 'e lo dice'
run come as1 chiudi --cartella $CS --motivo decesso --dettaglio rimpatrio --nota X
is_exit 1 'un dettaglio di un altro motivo: no'
like err '/chiudi/dettaglio: .*\[dettaglio\]' 'e lo dice'
run come as1 chiudi --cartella $CS --motivo inattivita --nota X
is_exit 1 'inattiva, e qualcosa è successo oggi: si chiede conferma'
like err 'avviso: .*2026-11-20.*365.*\[non-inattiva\]' 'e dice quando'
run come as1 riapri $CS 'ancora'
is_exit 1 'ciò che è aperto non si riapre'
like err '/riapri/cartella: .*\[stato\]' 'e lo dice'
come as1 chiudi --cartella $CS --motivo trasferimento \
    --dettaglio trasferimento-fuori-regione --nota 'A Bologna.' >"$OUT"
is "$(campo "$C/cartella.xml" cartella/chiusura/dettaglio)" \
    trasferimento-fuori-regione 'chiusa, con il suo dettaglio'

ora 2026-11-24T09:00:00+01:00
run come as1 riapri $CS 'tornata' --presa-in-carico 2026-11-19
is_exit 1 'in carico da prima della chiusura: no'
like err '\[prima-della-chiusura\]' 'e lo dice'
run come as1 riapri $CS 'tornata' --presa-in-carico 2026-11-25
is_exit 1 'né da domani'
run come seg riapri $CS tornata
is_exit 3 'riaprire non è del segretariato'
same_absent $CS CS-2026-0000099 come as2 riapri --motivo x
run come as1 riapri $CS 'La famiglia è tornata.' --presa-in-carico 2026-11-23 \
    --id 55555555555555555555555555555555
is_out $CS 'si riapre'
is "$(campo "$C/cartella.xml" cartella/stato)" in-carico 'è in carico'
is "$(campo "$C/cartella.xml" cartella/aperta)" 2026-11-23 'da un giorno nuovo'
is "$(campo "$C/cartella.xml" cartella/riapertura/chiusa)" 2026-11-20 \
    'che era chiusa resta scritto'
is "$(campo "$C/cartella.xml" cartella/riapertura/motivo)" \
    'La famiglia è tornata.' 'e perché si riapre'
is "$(campo "$D/accesso.xml" accesso/stato)" in-carico 'anche il suo accesso'
is "$(campo "$D/accesso.xml" accesso/chiusura)" '' 'che non è più chiuso'
run come as1 riapri $CS 'Altro.' --id 55555555555555555555555555555555
is_out $CS 'la stessa istanza di nuovo: la stessa risposta'
run come as1 annota --cartella $CS --tipo nota --testo 'Di nuovo.'
is_exit 0 'e vi si scrive'
come as1 chiudi --cartella $CS --motivo conclusione --nota 'Fine.' >"$OUT"
is "$(campo "$C/cartella.xml" cartella/chiusura/motivo)" conclusione \
    'si chiude ancora'

# ---- one year without anything ----

FERMA=$(come as1 apri --accesso "$LIBERA" --scheda.anagrafica.cognome Verdi \
    --scheda.anagrafica.nome Ada --scheda.anagrafica.nascita.data 2019-03-01 \
    --scheda.anagrafica.nascita.luogo Prova --scheda.residenza.comune Prova \
    --scheda.iniziativa cittadino --conferma senza-liberatoria \
    --conferma senza-stato-di-famiglia)
inattive() {	# inattive DAY DESC PATTERN
	ora "$1T09:00:00+01:00"
	come resp conferma-ora --ora "$CARTELLA_ORA" --motivo 'un anno' >"$OUT"
	run come as1 scrivania
	like out "$3" "$2"
}
inattive 2027-11-23 'dopo 364 giorni niente' 'Le tue cartelle'
unlike out 'forse da chiudere' 'nessuna proposta'
inattive 2027-11-24 'dopo un anno si propone di chiuderla' \
    'forse da chiudere: 1 \[chiudi\]'
like out "$FERMA .*da 365 giorni" 'con il numero dei giorni'
run come as2 scrivania
unlike out 'forse da chiudere' 'non a chi non ne risponde'
is "$(campo "$S/cartelle/2026/0000002/cartella.xml" cartella/stato)" in-carico \
    'ma nessuno la chiude da sé'
come as1 annota --cartella "$FERMA" --tipo telefonata --testo 'Risponde.' >"$OUT"
run come as1 scrivania
unlike out 'forse da chiudere' 'una voce di diario, e non è più inattiva'

# ---- the table ----

adotta() {	# adotta USER SED-EXPRESSION
	sed "$2" "$S/ente/procedimento.xml" >procedimento.xml
	come "$1" adotta-procedimento procedimento.xml
}
run come as1 procedimento
is_exit 0 'la tabella la legge chi ci lavora'
like out '^ACCESSO$' 'prima gli accessi'
like out '^    valuta \(no\) +-> chiuso$' 'da uno stato, che cosa si fa e dove porta'
like out '^      progetto \(si può confermare\)$' 'con le sue guardie'
run come as1 procedimento --oggetto cartella
unlike out ACCESSO 'o solo le cartelle'
run come prot1 procedimento
is_exit 3 'non è del protocollo'
run adotta as1 's/365/180/'
is_exit 3 'adottarla non è dell'\''assistente sociale'
run adotta coord '/nome="motivazione"/d'
is_exit 1 'senza le guardie di legge no'
like err 'art\. 3 L\. 241/1990.*\[guardia-di-legge\]' 'e dice quale legge le vuole'
run adotta coord '/atto="accogli".*"concluso"/s/a="chiuso"/a="aperto"/'
is_exit 1 'ciò che chiude deve chiudere'
like err '\[arrivo\]' 'e lo dice'
run come coord adotta-procedimento
is_exit 1 'senza un file no'
like err '\[manca-file\]' 'e lo dice'
truncate -s 100M grande.xml
run come coord adotta-procedimento grande.xml
like err 'file-grande' 'un file enorme: no'
run come coord adotta-procedimento "$RADICE/tests/fixtures/ostili/doctype.xml"
is_exit 1 'un file ostile no'
run adotta coord 's/365/10/; s/grado="avviso" nome="progetto"/grado="errore" nome="progetto"/'
is_exit 0 'il coordinatore ne adotta un'\''altra'
is "$(git -C "$S/ente" log --format=%s -- procedimento.xml | wc -l)" 2 \
    'è una nuova versione dello stesso documento'
R=$(con_esito "$FERMA")
run come as1 proponi --cartella "$FERMA" --relazione "$R" --oggetto x \
    --testo x --conferma senza-progetto
is_exit 1 'ciò che era un avviso ora è un rifiuto'
like err 'errore: .*\[senza-progetto\]' 'e lo dice'
run adotta coord 's/nome="progetto"/nome="visto-coordinatore"/'
is_exit 0 'o una che vuole il coordinatore'
run come as1 proponi --cartella "$FERMA" --relazione "$R" --oggetto x --testo x
like err '\[senza-visto\]' 'e allora l'\''assistente non basta'
run adotta coord 's/nome="visto-coordinatore"/nome="nessuna-firma-mancante"/'
is_exit 0 'o una che non lascia firme indietro'
run come as1 proponi --cartella "$FERMA" --relazione "$R" --oggetto x --testo x
is_exit 0 'qui non ne manca nessuna'

# whatever states it allows: a cartella is opened of what was found to be its due
via='oggetto="accesso"'
run adotta coord "s,.*atto=\"apri\" da=\"in-valutazione\" $via.*,\
<passaggio a=\"in-carico\" atto=\"apri\" da=\"assegnato\" $via/>&,"
is_exit 0 'una in cui si apre prima di valutare'
run apri "$(assegnata)" --conferma senza-liberatoria \
    --conferma senza-stato-di-famiglia
is_exit 1 'ma non senza i presupposti'
like err '\[senza-presupposti\]' 'e lo dice'
plan
