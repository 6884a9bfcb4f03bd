# SPDX-License-Identifier: EUPL-1.2
# People: found among the cases one sees, warned of when they are known, joined
# and parted; their family on a day, drawn; the comuni of a case.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
SENZA='--conferma senza-liberatoria --conferma senza-stato-di-famiglia'

# persona ACCESSO COGNOME NOME NASCITA [OPTION...]: opens its cartella
persona() {
	p_ac=$1 p_c=$2 p_n=$3 p_d=$4
	shift 4
	# shellcheck disable=SC2086
	come "${CHI:-as1}" apri --accesso "$p_ac" $SENZA \
	    --scheda.anagrafica.cognome "$p_c" --scheda.anagrafica.nome "$p_n" \
	    --scheda.anagrafica.nascita.data "$p_d" \
	    --scheda.anagrafica.nascita.luogo Prova \
	    --scheda.residenza.comune Prova --scheda.iniziativa ufficio "$@"
}

# ---- the codice fiscale ----

AC=$(valutata)
CF=--scheda.anagrafica.codice-fiscale
run persona "$AC" "D'Angelo" Mario 2018-03-01 $CF DNGMRA18C01G999R
is_exit 1 'un codice fiscale con un altro carattere di controllo: no'
like err 'errore: .*/codice-fiscale: .*\[codice-fiscale\]' 'e lo dice'
run persona "$AC" "D'Angelo" Mario 2018-03-01 $CF 12345678901
is_exit 1 'uno provvisorio sbagliato: no'
like err '\[codice-fiscale\]' 'e lo dice'
run persona "$AC" "D'Angelo" Mario 2018-03-01 $CF STP123
like err '/codice-fiscale: .*\[formato\]' 'un codice STP corto: no'
run persona "$AC" "D'Angelo" Mario 2018-03-01 $CF RSSMRA18C01G999Y
is_exit 1 'quello di un altro nome chiede conferma'
like err 'avviso: .*DM 23/12/1976.*\[codice-fiscale-nome\]' 'e dice perché'
run persona "$AC" "D'Angelo" Mario 2018-03-01 $CF STP0900101234567 \
    --scheda.anagrafica.senza-codice-fiscale msna
is_exit 1 'un codice e il motivo per cui manca: no'
like err '\[codice-fiscale-presente\]' 'e lo dice'
run persona "$AC" "D'Angelo" Mario 2025-02-29
is_exit 1 'il 29 febbraio 2025: no'
like err '/nascita/data: .*\[formato\]' 'e lo dice'
run persona "$AC" "D'Angelo" Mario 2030-01-01
like err '\[data-futura\]' 'una nascita di domani: no'
run persona "$AC" "D'Angelo" Mario 2018-03-01 $CF STP0900101234567
is_out CS-2026-0000001 'un codice STP basta'

# ---- looking ----

run come as1 persone dang
like out "^D'Angelo Mario, 01/03/2018, STP0900101234567$" 'si trova scrivendo'
like out '^  CS-2026-0000001  interessato$' 'e dice in quale cartella'
for cercato in "D'An" 'd’angelo ma' 'mario DANGELO' 01/03/2018 '1/3/2018 dang' \
    stp0900 2018-03-01; do
	run come as1 persone "$cercato"
	like out "^D'Angelo" "si trova con «$cercato»"
done
run come as1 persone "d'angelo maria"
is_out 'nessuna persona' 'chi si chiama altrimenti non si trova'
run come as1 persone 02/03/2018
is_out 'nessuna persona' 'né chi è nato un altro giorno'
run come as1 persone d
is_exit 1 'una lettera sola non basta'
run come as1 persone "% _ *"
is_exit 1 'i segni non sono lettere'
run come prot1 persone dang
is_exit 3 'chi tiene il registro non cerca persone'

# ---- known already ----

AC=$(valutata)
run persona "$AC" Dangelo Màrio 2018-03-01
is_exit 1 'chi suona uguale ed è nato lo stesso giorno è forse lo stesso'
like err "avviso: /apri/scheda/anagrafica: .*CS-2026-0000001 \(D'Angelo Mario, 01/03" \
    'e dice dove'
like err '\[persona-nota\]' 'con il suo codice'
run persona "$AC" Neri Ugo 2010-01-01 $CF STP0900101234567
like err '\[persona-nota\]' 'anche chi ha lo stesso codice'
run persona "$AC" Dangelo Mario 2018-03-01 --conferma persona-nota
is_out CS-2026-0000002 'si apre lo stesso, confermando'
AC=$(valutata)
run persona "$AC" Dangelo Maria 2018-03-02
is_out CS-2026-0000003 'un'\''altra persona non è nota'

# A case that is not seen warns nobody, and changes no answer.
come coord assegna --protocollo "$(vista)" --assistente as2 >ac2
come as2 valuta "$(cat ac2)" si 'serve un sostegno' >"$OUT"
run come as1 persone mohamed
cp "$OUT" prima
CHI=as2 persona "$(cat ac2)" Mohamed Ali 2015-05-05 >cs2
run come as1 persone mohamed
same_bytes "$OUT" prima 'la cartella di un altro non si trova'
run come as2 persone 'muhammad aly'
like out '^Mohamed Ali, 05/05/2015 \(nome simile\)$' 'chi la segue la trova per il suono'
run come coord persone moham
like out "^  $(cat cs2)  interessato" 'e il coordinatore'
run come coordn persone moham
is_out 'nessuna persona' 'non quello di un altro ufficio'
AC=$(valutata)
run persona "$AC" Muhammad Ali 2015-05-05
is_out CS-2026-0000005 'nessun avviso per ciò che non si vede'

# ---- joined, and parted ----

A=CS-2026-0000001 B=CS-2026-0000002 C=CS-2026-0000003
unisci() {
	come coord unisci-persone --cartella "$1" --con "$2" --motivo 'visti i documenti'
}
run come as1 unisci-persone --cartella $A --con $B --motivo X
is_exit 3 'unire non è dell'\''assistente sociale'
run unisci $A $A
like err '\[se-stessa\]' 'una cartella con se stessa: no'
run unisci $A $C
is_exit 1 'due persone che non si somigliano chiedono conferma'
like err 'avviso: .*\[persone-diverse\]' 'e lo dice'
run come coord separa-persone --cartella $A --con $B --motivo X
like err '\[non-unite\]' 'chi non è unito non si separa'
same_absent $A CS-2026-0000099 come coordn unisci-persone --con $B --motivo X \
    --cartella
ID=77777777777777777777777777777777
run come coord unisci-persone --cartella $A --con $B --motivo 'visti i documenti' --id $ID
is_exit 0 'si uniscono'
is_out "$A persone/0001.xml" 'e dice dove'
has_file "$S/cartelle/2026/0000002/persone/0001.xml" 'lo dice anche l'\''altra'
run come coord unisci-persone --cartella $A --con $B --motivo 'visti i documenti' --id $ID
is_out "$A persone/0001.xml" 'la stessa istanza di nuovo: la stessa risposta'
run unisci $B $A
like err '\[gia-unite\]' 'una volta basta'
run come coord persone dangelo
is "$(grep -c '^[A-Z]' "$OUT")" 2 'una persona con due cartelle, e un'\''altra'
like out "^  $B  interessato$" 'si mostrano tutte e due'
run come as1 chiudi --cartella $B --motivo conclusione --nota Fine
come coord assegna --accesso "$(come coord mostra $B | sed -n 's/^ *accesso: //p')" \
    --assistente as2 >"$OUT" 2>&1
run come coord separa-persone --cartella $B --con $A --motivo omonimo
is_out "$A persone/0002.xml" 'si separano, e lo dice la sola che è aperta'
no_file "$S/cartelle/2026/0000002/persone/0002.xml" \
    'invariante 10: in quella chiusa non si scrive'
run come coord persone dangelo
is "$(grep -c '^[A-Z]' "$OUT")" 3 'e sono di nuovo due persone'
cp -a "$S" "$T/aperte"
come as1 chiudi --cartella $A --motivo conclusione --nota Fine >"$OUT" 2>&1
run unisci $A $B
like err '\[cartella-chiusa\]' 'due che sono chiuse non si uniscono: dove lo si scriverebbe?'
rm -rf "$S" && mv "$T/aperte" "$S"
run come as1 mostra $A --documento persone/0002.xml
like out 'separazione persone' 'resta scritto'

# ---- comuni ----

comune() {	# comune TIPO COMUNE CODICE DAL [OPTION...]
	c_t=$1 c_n=$2 c_c=$3 c_d=$4
	shift 4
	come as1 registra-comune --cartella $A --tipo "$c_t" --comune "$c_n" \
	    --codice "$c_c" --dal "$c_d" --fonte ANPR "$@"
}
run comune residenza Prova G99 2020-01-01
like err '/registra-comune/codice: .*\[formato\]' 'un codice catastale storto: no'
run comune residenza Prova G999 2020-01-01 --al 2019-01-01
like err '\[periodo-rovescio\]' 'un periodo che finisce prima: no'
run comune residenza Prova G999 2020-01-01
is_out "$A comuni.xml" 'la residenza'
run comune onere Prova G999 2020-01-01
run comune in-carico Prova G999 2020-01-01
run comune residenza Altrove A001 2019-06-01
is_exit 1 'due residenze nello stesso giorno: no'
like err 'art\. 6\(4\) L\. 328/2000.*\[periodi-sovrapposti\]' 'e lo dice'
run comune residenza Altrove A001 2026-06-01
is_exit 0 'un trasferimento chiude la residenza di prima'
run comune residenza Vecchia A002 2018-01-01 --al 2018-12-31
is_exit 1 'un anno scoperto chiede conferma'
like err 'avviso: .*\[periodo-scoperto\]' 'e lo dice'
run comune residenza Vecchia A002 2018-01-01 --al 2018-12-31 --conferma periodo-scoperto
is_exit 0 'confermando, sì'
run comune residenza Vecchia A002 2018-01-01 --al 2019-12-31 --corregge 9
like err '\[periodo-ignoto\]' 'si corregge solo ciò che c'\''è'
run comune residenza Vecchia A002 2018-01-01 --al 2019-12-31 --corregge 1
is_exit 0 'un periodo si corregge'
run cat "$S/cartelle/2026/0000001/comuni.xml"
is "$(tr -d '\n ' <"$OUT" | grep -o '<dal>[^/]*</dal><al>[^/]*</al>' | tr '\n' ' ')" \
    '<dal>2018-01-01</dal><al>2019-12-31</al> <dal>2020-01-01</dal><al>2026-05-31</al> ' \
    'con i suoi giorni'
run come as1 mostra $A
like out '^comune residenza: Altrove \(A001\) dal 01/06/2026, ANPR$' \
    'la cartella dice il comune di oggi'
like out '^comune onere: Prova \(G999\) dal 01/01/2020, ANPR$' 'e chi paga'
run come as1 registra-comune --cartella $B --tipo onere --comune X --codice G999 \
    --dal 2020-01-01 --fonte ANPR
is_exit 1 'in una cartella chiusa no'

utente rem1 nord comune-remoto --comune A001 >"$OUT"
utente rem2 nord comune-remoto --comune A002 >"$OUT"
run come rem1 mostra $A
is_exit 0 'invariante 18: il comune di residenza vede il suo minore'
same_absent $C CS-2026-0000099 come rem1 mostra
run come rem2 mostra $A
is_exit 1 'invariante 18: quello dove non risiede più non lo vede'

# ---- the family ----

componente() {	# componente COGNOME NOME PARENTELA CONVIVE
	printf -- '--stato-di-famiglia.componente.cognome %s ' "$1"
	printf -- '--stato-di-famiglia.componente.nome %s ' "$2"
	printf -- '--stato-di-famiglia.componente.parentela %s ' "$3"
	printf -- '--stato-di-famiglia.componente.convivente %s ' "$4"
}
FAM="--stato-di-famiglia.data 2026-11-01 --stato-di-famiglia.fonte anpr
    $(componente Verdi Giulia madre si)
    --stato-di-famiglia.componente.nascita 1985-02-03
    --stato-di-famiglia.componente.sigla mamma
    --stato-di-famiglia.componente.relazione.tipo separazione
    --stato-di-famiglia.componente.relazione.con babbo
    $(componente Bianchi Marco padre no)
    --stato-di-famiglia.componente.sigla babbo"
# shellcheck disable=SC2086
run persona "$(valutata)" Bianchi Luca 2018-03-01 $FAM \
    --stato-di-famiglia.componente.relazione.tipo coniuge \
    --stato-di-famiglia.componente.relazione.con nessuno
is_exit 1 'una relazione con chi non c'\''è: no'
like err '\[relazione-ignota\]' 'e lo dice'
# shellcheck disable=SC2086
F=$(persona "$(valutata)" Bianchi Luca 2018-03-01 $FAM)
run come as1 famiglia "$F"
like out '^vivono insieme:$' 'la famiglia a oggi'
like out '^  Verdi Giulia, madre, nascita 03/02/1985$' 'con chi vive'
like out "^    c'è già il 01/11/2026 \(stato-di-famiglia/2026-11-01\.xml\)$" \
    'da quando si sa, e da dove'
like out '^  Bianchi Marco, padre$' 'e gli altri'
run come as1 famiglia "$F" --al 2026-10-01
like out 'nessuno stato di famiglia' 'prima non si sa niente'
same_absent "$F" CS-2026-0000099 come as2 famiglia
run come as1 persone 'verdi giu'
like out "^  $F  madre$" 'chi è nella famiglia si trova'

run come as1 genogramma "$F" --in g.svg
is_exit 0 'si disegna'
is_out g.svg 'e dice dove'
ok 'è XML' xmllint --noout g.svg
run cat g.svg
like out "<title id=\"titolo\">Genogramma di $F al 20/11/2026</title>" 'con un titolo'
like out '<desc id="descrizione">.*Giulia Verdi \(madre\), convive' 'e una descrizione'
is "$(grep -c 'class="taglio"' g.svg)" 1 'un taglio dice la separazione'
run come as1 genogramma "$F" --iniziali si --in i.svg
run cat i.svg
unlike out 'Giulia|Verdi|Bianchi' 'con le iniziali non ci sono nomi'
like out 'G\. V\.' 'ma le iniziali sì'
if command -v rsvg-convert >/dev/null; then
	run rsvg-convert g.svg -o g.png
	is_exit 0 'un altro programma lo sa disegnare'
	silent err 'senza osservazioni'
else
	skip 'rsvg-convert non c'\''è' 2
fi
same_absent "$F" CS-2026-0000099 come as2 genogramma

# ---- known, and no wonder: the accesso it was born of, one person's cartelle ----

utente uno soc segretariato --ruolo assistente-sociale >"$OUT"
zafferani() {	# zafferani NASCITA: an accesso, from the counter
	z_ac=$(come uno accogli --iniziativa ufficio \
	    --scheda.contatto.interlocutore altro \
	    --scheda.segnalato.cognome Zafferani \
	    --scheda.segnalato.nome Ottilia --scheda.segnalato.nato "$1" \
	    --scheda.motivazioni X --esito da-assegnare \
	    --conferma persona-nota) &&
	come uno assegna --accesso "$z_ac" --assistente uno >"$OUT" &&
	come uno valuta "$z_ac" si 'serve un sostegno' >"$OUT" && echo "$z_ac"
}
rinata() {	# rinata CARTELLA NASCITA LUOGO
	come uno aggiorna-scheda "$1" --anagrafica.cognome Zafferani \
	    --anagrafica.nome Ottilia --anagrafica.nascita.data "$2" \
	    --anagrafica.nascita.luogo "$3"
}
CHI=uno run persona "$(zafferani 2012-01-01)" Zafferani Ottilia 2012-01-01
is_exit 0 'la persona del suo accesso non è un'\''altra'
Z=$(cat "$OUT")
run rinata "$Z" 2012-01-01 Altrove
is_exit 0 'nemmeno quando la sua scheda cambia'
AC=$(zafferani 2012-01-03)
run rinata "$Z" 2012-01-03 Altrove
like err "anagrafica: .*: $AC .*\[persona-nota\]" \
    'quella di un accesso che non è il suo sì'
Y=$(CHI=uno persona "$AC" Zafferani Ottilia 2012-01-03)
CHI=uno run persona "$(zafferani 2012-01-03)" Zafferani Ottilia 2012-01-03
like err "$AC .*\[persona-nota\]" 'anche quando ci si prende in carico un altro'
run rinata "$Z" 2012-01-03 Altrove
like err "$Y .*\[persona-nota\]" 'e di un'\''altra cartella'
come coord unisci-persone --cartella "$Z" --con "$Y" --motivo x \
    --conferma persone-diverse >"$OUT"
run rinata "$Z" 2012-01-03 Altrove
unlike err "$Y" 'se sono unite è lei'
run persona "$(valutata)" Verdi Giulia 1985-02-03
like err "$F \(Verdi Giulia, 03/02/1985, madre\).*\[persona-nota\]" \
    'di chi è nella famiglia di un altro si dice che cosa ne è'

# ---- more than are shown ----

for i in $(seq 10 30); do
	componente Tamerici Zoe altro-parente no
	echo "--stato-di-famiglia.componente.nascita 2000-01-$i"
done >molti
# shellcheck disable=SC2046
persona "$(valutata)" Tamerici Zelda 2011-01-01 \
    --stato-di-famiglia.data 2026-11-01 --stato-di-famiglia.fonte anpr \
    $(cat molti) >"$OUT" || exit 1
run come as1 persone tamerici
is "$(grep -c ^Tamerici "$OUT")" 20 'di molti si mostrano i primi'
like out 'altre: scrivi di più' 'e si dice che ce ne sono'
run come as1 persone 'tamerici 10/01/2000'
is "$(grep -c ^Tamerici "$OUT")" 1 'scrivendo di più si trova'
unlike out 'scrivi di più' 'e altre non ce ne sono'

is_integro 'dopo le persone'
run come as1 persone dang
like out "^D'Angelo Mario" 'il registro ricostruito le trova'
plan
