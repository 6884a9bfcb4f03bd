# SPDX-License-Identifier: EUPL-1.2
# indicatori: what may be adopted, who may count what, which small counts are
# told, and the figures of a past day on any later one.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
ID=44444444444444444444444444444444
BASE=$RADICE/templates/ente/indicatori.xml

# ---- adopted ----

run come coord indicatori
is_exit 1 'senza indicatori adottati: no'
like err 'adotta-indicatori' 'e dice che cosa fare'
run come resp adotta-indicatori
like err '\[manca-file\]' 'senza file no'
run come coord adotta-indicatori "$BASE"
is_exit 3 'adottarli è del responsabile'
sed 's/<nome>riunioni</<nome>in-carico</' "$BASE" >i.xml
run come resp adotta-indicatori i.xml
like err 'indicatore\[4\]: .*\[doppio\]' 'due volte lo stesso: no'
sed 's/<nome>riunioni</<nome>apertura-sedi</' "$BASE" >i.xml
run come resp adotta-indicatori i.xml
like err '\[senza-sedi\]' 'le ore senza le sedi: no'
sed 's/<nome>riunioni</<nome>SELECT 1</' "$BASE" >i.xml
run come resp adotta-indicatori i.xml
like err 'nome: .*\[valore\]' 'ciò che il programma non conta: no'
sed 's/<atteso>6</<soglia>2</; s,6</atteso>,2</soglia>,; s,2</atteso>,2</soglia>,' \
    "$BASE" >i.xml
run come resp adotta-indicatori i.xml
like err 'soglia: .*\[valore\]' 'una soglia che non copre: no'
echo 'niente' >i.xml
run come resp adotta-indicatori i.xml
is_exit 1 'ciò che non è XML: no'
INIZIO='<residenti><numero>52000</numero><al>2026-01-01</al>'
INIZIO="$INIZIO<fonte>anagrafe</fonte></residenti>"
INIZIO="$INIZIO<sede><nome>=Nord</nome><ore>12.5</ore></sede>"
uno() {	# uno NAME LABEL
	echo "<indicatore><nome>$1</nome><etichetta>$2</etichetta>" \
	    "<unita>n</unita><fonte>regolamento</fonte></indicatore>"
}
FINE=$(uno operatori-residenti Operatori)$(uno apertura-sedi Apertura)
sed "s,^<indicatori .*,&$INIZIO,; s,^</indicatori>,$FINE&," "$BASE" >i.xml
run come resp adotta-indicatori --id $ID --provvedimento 'delibera 7' i.xml
is_exit 0 'adottati'
cp "$OUT" primo
run come resp adotta-indicatori --id $ID --provvedimento 'delibera 7' i.xml
same_bytes "$OUT" primo 'la stessa istanza di nuovo: la stessa risposta'

# ---- counted: three of as1, six of as2 ----

caso() {	# caso USER NAME
	ind_ac=$(come "$1" accogli --iniziativa ufficio \
	    --scheda.contatto.interlocutore utente \
	    --scheda.segnalato.cognome "$2" --scheda.motivazioni Aiuto. \
	    --esito da-assegnare 2>/dev/null) || return 1
	come coord assegna --accesso "$ind_ac" --assistente "$1" >/dev/null &&
	come "$1" valuta "$ind_ac" si 'serve un sostegno' >/dev/null &&
	come "$1" apri --accesso "$ind_ac" --scheda.anagrafica.cognome "$2" \
	    --scheda.anagrafica.nome Luca --scheda.iniziativa ufficio \
	    --scheda.anagrafica.nascita.data 2018-03-01 \
	    --scheda.anagrafica.nascita.luogo Prova \
	    --scheda.residenza.comune Prova --conferma persona-nota \
	    --conferma senza-liberatoria --conferma senza-stato-di-famiglia
}

complesso() {	# complesso CARTELLA USER USER
	come "$2" componi-equipe "$1" si complesso \
	    --componente.ruolo assistente-sociale --componente.utente "$2" \
	    --componente.dal 2026-11-20 --componente.ruolo psicologo \
	    --componente.esterno psicologa --componente.dal 2026-11-20
}

for n in Alfa Beta Gamma; do caso as1 $n; done >as1.n
for n in A B C D E F; do caso as2 "Caso$n"; done >as2.n
is "$(cat as1.n as2.n | wc -l)" 9 'nove cartelle'
for n in $(head -n 5 as2.n); do complesso "$n" as2; done >/dev/null
for n in $(head -n 5 as2.n); do
	come as2 annota --cartella "$n" --tipo colloquio --testo Visto. \
	    --data 2026-11-20
done >/dev/null

run come coord indicatori
is_exit 0 'il coordinatore li ha'
cp "$OUT" prima
like out '^  in carico  +9$' 'tutte in carico'
like out '^  Prova as1 \(as1\)  +<5$' 'meno di cinque non si dice'
like out '^  Prova as2 \(as2\)  +non mostrato$' \
    'né ciò da cui con il totale si saprebbe'
like out '^  con micro-équipe  +5$' 'le micro-équipe'
like out '5 su 5: 100,0%' 'in proporzione'
like out 'atteso: 120 su 200' 'con ciò che si attende'
like out 'assistenti sociali +2$' 'chi non è più in servizio non conta'
like out '0,38 ogni 10\.000 residenti' 'per residenti'
like out '=Nord +12,5$' 'le ore delle sedi'
like out '^catena: atto [0-9]+ [0-9a-f]{16};' 'cita la catena'
like out 'interrogazione: IND_PER_OPERATORE [0-9a-f]{16}$' \
    'e come si è contato'
unlike out 'entro 7 giorni +5' 'cinque visti e quattro no: con il totale si saprebbe'
like out 'entro 7 giorni +non mostrato' 'e non si mostrano'

# ---- who ----

for u in as1 prot1; do
	run come $u indicatori
	is_exit 3 "$u: non è dei suoi atti"
done
run come coordn indicatori
like out '^  totale +0$' 'un altro ufficio conta i suoi: nessuno'
unlike out '<5|Prova as' 'e non sa che ce ne sono'
run come sds1 indicatori --nome in-carico
like out '^  totale +9$' 'il controllo conta tutti'
unlike out 'Micro' 'solo quello chiesto'

# ---- files ----

run come coord indicatori --uscita csv
like out '^"per-operatore";"Prova as1 \(as1\)";"<5";' 'CSV'
like out "^\"apertura-sedi\";\"'=Nord\";12,5;" 'nessuna cella è una formula'
unlike out ';3;' 'e nessun numero piccolo'
run come coord indicatori --uscita svg
like out '<svg .*aria-labelledby="titolo descrizione"' 'SVG con nome'
like out '&lt;5' 'ciò che non si mostra è detto'
unlike out '>3<' 'e non disegnato'
ok 'ben formato' xmllint --noout "$OUT"

# ---- refused ----

run come coord indicatori --al 2026-11-21
like err '\[data-futura\]' 'domani no'
run come coord indicatori --dal 2026-11-20 --al 2026-11-19
like err '\[data-anteriore\]' 'un periodo al contrario: no'
run come coord indicatori --al 2020-01-01
is_exit 1 'prima del registro: no'

# ---- the same on a later day ----

ora 2026-11-21T09:00:00+01:00
run come coord indicatori --al 2026-11-20
same_bytes "$OUT" prima 'il giorno dopo, gli stessi del giorno prima'
come coord riassegna "$(head -n 1 as2.n)" --assistente as1 --motivo ferie \
    >riassegnata 2>&1
caso as1 Delta >delta.n
come as2 componi-equipe "$(head -n 1 as2.n)" no finita \
    --componente.ruolo assistente-sociale --componente.utente as2 \
    --componente.dal 2026-11-21 >"$OUT" 2>&1
come resp nomina as2 Altra Cosa --ufficio soc --ruolo assistente-sociale >"$OUT"
come resp adotta-indicatori "$BASE" >"$OUT"
run come coord indicatori --al 2026-11-20
same_bytes "$OUT" prima 'anche dopo altri casi, altri indicatori, altri nomi'
run come coord indicatori --nome in-carico
like out '^  totale +10$' 'oggi sono di più'
run come coord indicatori --nome operatori-residenti
is_exit 1 'uno che oggi non è adottato: no'
like err 'al 2026-11-21 «operatori-residenti» non era fra gli indicatori' \
    'e dice a quale giorno'
run come coord indicatori --nome primo-colloquio
unlike out 'la metà entro' 'ciò che non si mostra non ha una metà'
sed -n 6p as2.n >da-vedere
cat as1.n delta.n >>da-vedere
while read -r n; do
	come as1 annota --cartella "$n" --tipo colloquio --testo Visto. \
	    --data 2026-11-21 || come as2 annota --cartella "$n" \
	    --tipo colloquio --testo Visto. --data 2026-11-21
done <da-vedere >"$OUT" 2>&1
run come coord indicatori --nome primo-colloquio
like out '^  entro 7 giorni +10$' 'visti tutti'
like out 'la metà entro 0 giorni' 'di dieci si dice anche la metà'

# ---- sealed ----

come as1 secreta "$(sed -n 2p as1.n)" indirizzo-protetto >"$OUT"
run come coord indicatori --nome in-carico
like out '^  totale +9$' 'una secretata non si conta'
run come coord indicatori --nome in-carico --al 2026-11-20
like out '^  totale +8$' 'nemmeno nel passato'
is_integro 'dopo gli indicatori'
plan
