# SPDX-License-Identifier: EUPL-1.2
# massimario, conservazione, blocca-scarto, sblocca-scarto, deposita: how long what is closed
# is kept, what holds it, what was handed to the archivio di deposito.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

{ uffici_di_prova && utente arch prot archivista &&
    utente dir soc dirigente; } >/dev/null || exit 1
BASE=$RADICE/templates/ente/massimario.xml
ID=33333333333333333333333333333333

CS=$(aperta)
ALTRA=$(aperta)
FA=$(come prot1 apri-fascicolo --oggetto Contributi --tipo affare \
    --classifica VII/12 --ufficio prot)

# ---- open: nothing is counted ----

run come coord conservazione "$CS"
like out 'da calcolare' 'di una che corre non si conta niente'
like out 'è in corso' 'e lo dice'
run come arch conservazione
like out '^niente$' 'l'\''archivista non vede le aperte'
same_absent "$CS" CS-2026-0000099 come arch conservazione
run come as1 conservazione
is_exit 3 'all'\''assistente sociale non serve'

# ---- closed: the massimario of the first day ----

for cs in "$CS" "$ALTRA"; do
	come as1 chiudi --cartella "$cs" --motivo conclusione --nota 'Fatto.' >"$OUT"
done
come prot1 chiudi-fascicolo --fascicolo "$FA" --nota conclusa >"$OUT"
run come arch conservazione
like out "^$CS  VII/9  chiusa il 20/11/2026  fino al 01/03/2086\$" \
    'cinquant'\''anni dalla maggiore età'
like out '50 anni dalla maggiore età: la persona compie 18 anni il 1/3/2036, fino al 1/3/2086' \
    'e perché'
like out 'fonte: locale.*, da confermare\)' 'con la fonte, e che va confermata'
unlike out 'Bianchi|Luca' 'non chi è'
run come arch conservazione --cosa fascicoli
like out "^$FA  VII/12  chiusa il 20/11/2026  fino al 20/11/2036\$" \
    'un fascicolo di contributi, dieci anni'
for chi in resp dir; do
	run come $chi conservazione
	like out "^$CS " "$chi: la vede"
done
run come arch conservazione --filtro scaduti
unlike out "$CS" 'non è scaduta'
like out '^niente$' 'e non si dice quante'
run come arch conservazione "$CS" --filtro scaduti
like err '\[una-sola\]' 'di una sola non si sceglie altro'
run come arch conservazione --dopo "$FA"
like err '\[dopo-quale\]' 'né si continua da un fascicolo fra le cartelle'
run come arch conservazione --dopo "$CS"
unlike out "^$CS " 'dopo la prima'
like out "^$ALTRA " 'viene la seconda'
run "$DRIVER/pagina" "$S" arch /archivio/massimario
like out 'da confermare' 'ciò che nessuno ha confermato è segnato'
like out 'vale quella che finisce dopo' 'e di più durate si dice quale vale'

# ---- another massimario ----

adotta() { come resp adotta-massimario "$@"; }
run adotta
like err '\[manca-file\]' 'senza file no'
run come arch adotta-massimario "$BASE"
is_exit 3 'adottarlo è del responsabile'
sed 's/<anni>50</<anni>0</' "$BASE" >m.xml
run adotta m.xml
like err '[[]formato[]]' 'zero anni: no'
sed '0,/<permanente>si<\/permanente>/s//&<durata><da>chiusura<\/da><anni>5<\/anni><\/durata>/' \
    "$BASE" >m.xml
run adotta m.xml
like err '\[permanente-con-anni\]' 'sempre, e per cinque anni: no'
sed 's/>VII\/11</>VII\/9</' "$BASE" >m.xml
run adotta m.xml
like err 'riga 6.*\[sovrapposte\]' 'due righe per le stesse cose: no'
sed '/<riga>/,/<\/riga>/{/fascicolo/,/<\/riga>/s/VII\/12/VII\/13/}' "$BASE" >m.xml
run adotta m.xml
like err 'fascicolo VII/12 affare.*\[classe-scoperta\]' \
    'senza una riga per una classe che si usa: no'
: >m.xml
run adotta m.xml
is_exit 1 'un file vuoto: no'
cat >t.csv <<'FINE'
titolo;classe;denominazione
VII;;Servizi alla persona
VII;9;Prevenzione e recupero
VII;12;Assistenza
FINE
come resp adotta-titolario --nome Prova --valido-dal 2026-11-20 t.csv \
    --conferma classi-mancanti >"$OUT" 2>&1
run adotta "$BASE"
like err 'VII/11 .*\[classe-ignota\]' 'una classe che il titolario non ha: no'
like err '\[classe-ignota\]' 'e dice quale riga'
cat >m.xml <<'FINE'
<massimario xmlns="urn:cartella:1">
  <riga><cosa>cartella</cosa><classifica>VII</classifica><nome>cartelle</nome>
    <durata><da>chiusura</da><anni>5</anni></durata><fonte>delibera 9</fonte></riga>
  <riga><cosa>fascicolo</cosa><classifica>VII/12</classifica><nome>contributi</nome>
    <permanente>si</permanente><fonte>delibera 9</fonte></riga>
</massimario>
FINE
is "$(git -C "$S/ente" rev-list --count HEAD -- massimario.xml)" 1 \
    'di ciò che si è rifiutato non resta niente'
run adotta m.xml --id $ID --provvedimento 'delibera 9'
is_exit 0 'uno buono si adotta'
cp "$OUT" primo
run adotta m.xml --id $ID --provvedimento 'delibera 9'
same_bytes "$OUT" primo 'la stessa istanza di nuovo: la stessa risposta'
run come arch conservazione
like out "^$CS  VII/9  chiusa il 20/11/2026  fino al 20/11/2031\$" \
    'vale da subito per tutto ciò che è chiuso'
like out '\(VII: cartelle; fonte: delibera 9\)' 'con la riga più vicina'
run come arch conservazione --cosa fascicoli --filtro permanenti
like out "^$FA .*permanente" 'e i contributi restano sempre'
is_integro 'dopo due massimari'

# ---- the massimario in force ----

run come arch massimario
like out "^Massimario in vigore dal 20/11/2026, delibera 9\$" 'si legge'
like out '^cartella VII: cartelle$' 'riga per riga'
like out '^  5 anni dalla chiusura  fonte: delibera 9$' 'quanto, da quando, da dove'
like out '^  sempre  fonte: delibera 9$' 'anche ciò che resta sempre'
like out 'di ciò che è secretato o ha registrazioni riservate' 'e di che si chiede al Ministero'
run come coord massimario
is_exit 0 'chi legge le scadenze lo legge'
run come as1 massimario
is_exit 3 'all'\''assistente sociale non serve'
run "$DRIVER/pagina" "$S" arch /archivio/massimario
like out '5 anni dalla chiusura' 'ha la sua pagina'
unlike out '/atto/adotta-massimario' 'che non lo fa adottare a chi non può'
run "$DRIVER/pagina" "$S" resp /archivio/massimario
like out 'href="/atto/adotta-massimario' 'e a chi può sì'
for via in /archivio/conservazione /archivio/scarti "/cartella/$CS"; do
	run "$DRIVER/pagina" "$S" arch "$via"
	like out 'href="/archivio/massimario"' "$via: ci si arriva"
done

# ---- holds ----

blocca() { come arch blocca-scarto "$@"; }
run blocca "$CS" 'Causa n. 5.'
like err '\[manca-motivo\]' 'senza motivo no'
run blocca "$CS" 'Causa n. 5.' --motivo contenzioso --rivedere 2027-11-21
like err '\[oltre-un-anno\]' 'più di un anno no'
run blocca "$CS" 'Causa n. 5.' --motivo contenzioso --rivedere 2026-11-20
like err '\[data-passata\]' 'né oggi'
run blocca "$CS" 'Serve ancora.' --blocco 1
like err '\[nessun-blocco\]' 'rivedere ciò che non c'\''è: no'
run come arch sblocca-scarto "$CS" --blocco 1 --motivo 'Finita.'
like err '\[nessun-blocco\]' 'né toglierlo'
run come prot1 blocca-scarto "$CS" X --motivo altro
is_exit 3 'non è del protocollo'
same_absent CS-2026-0000099 CS-2026-0000098 blocca --estremi X --motivo altro \
    --riferimento
run blocca "$CS" 'Causa n. 5.' --motivo contenzioso
is_exit 0 'si blocca anche ciò che è chiuso'
blocca "$FA" 'Richiesta di accesso.' --motivo accesso-agli-atti \
    --rivedere 2026-12-01 >"$OUT"
run come arch conservazione --filtro in-blocco
like out "^$CS .*IN BLOCCO" 'ed è fra quelle in blocco'
like out 'blocco 1 \(contenzioso\) dal 20/11/2026, da rivedere entro il 20/11/2027: Causa n. 5\.' \
    'con il perché'
unlike out "^$ALTRA" 'l'\''altra no'
run come dir conservazione
like out "^$CS .*IN BLOCCO" 'il dirigente sa che è in blocco'
unlike out 'Causa n. 5' 'e non perché: è scritto in un documento del caso'
run "$DRIVER/pagina" "$S" arch /
like out 'blocco 1, da rivedere entro il 01/12/2026' 'anche nel browser, entro quando'
like out 'href="/archivio/conservazione\?filtro=in-blocco&amp;cosa=fascicoli"' 'e dove'
run come as1 mostra "$CS"
like out 'conservazione: .*, IN BLOCCO$' 'chi segue il caso legge che è in blocco'
unlike out 'Causa n. 5' 'sulla copertina non il perché'
run come arch scrivania
like out "$FA" 'fra dieci giorni uno è da rivedere'
unlike out "$CS .*blocco" 'l'\''altro fra un anno'
run come resp scrivania
unlike out 'Blocchi' 'e non aspetta chi non li mette'
blocca "$FA" 'Serve ancora.' --blocco 1 >"$OUT"
run come arch scrivania
unlike out 'Blocchi' 'rivisto, non aspetta più'
run come arch conservazione "$FA"
like out 'entro il 20/11/2027: Serve ancora\.' 'vale la ragione dell'\''ultima volta'
run blocca "$FA" X --blocco 1 --motivo altro
like err '\[gia-detto\]' 'il motivo resta quello'
run blocca "$FA" X --blocco 1 --protocollo 0000001/2026
like err 'quando si mette il blocco.*\[gia-detto\]' 'e la registrazione anche'
run come arch sblocca-scarto "$CS" --blocco 1 --motivo 'Causa finita.'
is_exit 0 'si toglie'
run come arch sblocca-scarto "$CS" --blocco 1 --motivo 'Causa finita.'
like err '\[blocco-tolto\]' 'una volta'
run blocca "$CS" X --blocco 1
like err '\[blocco-tolto\]' 'e non si rivede più'
run come arch conservazione --filtro in-blocco
like out '^niente$' 'non è più in blocco'

# ---- handed over ----

deposita() { come arch deposita "$@"; }
NUOVA=$(aperta)
run deposita
like err '\[niente\]' 'che cosa?'
run deposita --anno 2025
like err '\[niente-da-depositare\]' 'di un anno senza niente: no'
run come coord deposita --unita.numero "$NUOVA"
is_exit 3 'è dell'\''archivista'
same_absent "$NUOVA" CS-2026-0000099 deposita --unita.numero
run deposita --unita.numero "$CS" --unita.pezzi 2
like err '\[manca-luogo\]' 'carta senza luogo: no'
run deposita --unita.numero "$CS" --unita.luogo Cantina
like err '\[mancano-pezzi\]' 'e senza pezzi: no'
run deposita --unita.numero "$CS" --unita.numero "$CS"
like err '\[doppio\]' 'due volte la stessa: no'
AP=$(come prot1 apri-fascicolo --oggetto Altro --tipo affare \
    --classifica VII/12 --ufficio prot)
run deposita --unita.numero "$AP"
like err '\[aperto\]' 'ciò che è aperto: no'
DENTRO=$(come prot1 apri-fascicolo --oggetto Dentro --tipo affare \
    --padre "$AP" --ufficio prot)
come prot1 chiudi-fascicolo --fascicolo "$DENTRO" --nota x >"$OUT"
run deposita --unita.numero "$DENTRO"
like err '\[sta-in-altro\]' 'ciò che sta in altro: no'
run blocca "$DENTRO" X --motivo altro
like err '\[sta-in-altro\]' 'né si blocca da sé'
run come arch conservazione "$DENTRO"
like out 'con ciò che la contiene' 'si conserva con quello'
run come arch conservazione --filtro da-depositare
like out "^$CS " 'tutto è ancora da depositare'
run deposita --anno 2026 --unita.numero "$CS" --unita.luogo Cantina \
    --unita.scaffale 'B 4' --unita.pezzi 2
is_exit 0 'tutto ciò che si è chiuso nell'\''anno'
run come arch conservazione
like out "depositata con l'elenco 1 del 20/11/2026; ibrida: carta in Cantina, B 4, pezzi 2" \
    'con la parte di carta, dove sta'
for chi in arch as1; do
	run come $chi mostra "$CS"
	like out 'conservazione: fino al 20/11/2031$' "$chi: la copertina lo dice"
	like out 'ibrida, la parte di carta: Cantina, B 4, pezzi 2' 'e dove sta la carta'
done
run "$DRIVER/pagina" "$S" as1 "/cartella/$CS"
like out 'ibrida</span> Cantina, B 4, pezzi 2' 'anche nel browser'
run come arch conservazione "$ALTRA"
like out 'elenco 1' 'anche l'\''altra'
unlike out 'ibrida' 'che carta non ha'
run come arch conservazione --cosa fascicoli --filtro da-depositare
like out '^niente$' 'e il fascicolo'
run deposita --unita.numero "$ALTRA"
like err '\[gia-depositato\]' 'due volte no'
run come arch conservazione --deposito 1
like out '^elenco di deposito 1 del 20/11/2026$' 'l'\''elenco si legge'
like out "^  $CS  VII/9  chiusa il 20/11/2026  carta: Cantina, B 4, pezzi 2\$" 'con la carta'
like out "^  $FA  VII/12 " 'e il fascicolo'
run come arch conservazione --deposito 2
is_exit 1 'uno che non c'\''è no'
run come coordn conservazione --deposito 1
is_exit 1 'e chi di quelle cose non vede niente legge lo stesso'
run come arch conservazione --deposito 1 --filtro scaduti
like err '\[una-sola\]' 'di un elenco non si sceglie altro'
run "$DRIVER/pagina" "$S" arch /archivio/deposito/1
like out 'Cantina, B 4, pezzi 2' 'anche nel browser'
unlike out 'Bianchi|Luca' 'senza nomi'
run "$DRIVER/pagina" "$S" arch /archivio/conservazione
like out 'href="/archivio/deposito/1"' 'e ci si arriva'
run deposita --unita.numero "$CS" --unita.luogo 'Deposito nuovo' --unita.pezzi 3
like err 'avviso.*\[spostata\]' 'se la carta è stata spostata si dice il posto nuovo'
run deposita --unita.numero "$CS" --unita.luogo 'Deposito nuovo' --unita.pezzi 3 \
    --conferma spostata
is_exit 0 'con la conferma'
run come arch conservazione "$CS"
like out 'elenco 2 del 20/11/2026; ibrida: carta in Deposito nuovo, pezzi 3' 'e vale quello'
run come arch conservazione --deposito 1
like out "$CS .*Cantina" 'l'\''elenco di prima resta com'\''era'
run deposita --anno 2026
like err '\[niente-da-depositare\]' 'né con l'\''anno'

# ---- what closes again is to be handed over again; what is hidden is not there ----

ora 2026-11-25T09:00:00+01:00
come as1 riapri "$ALTRA" 'È tornata.' >"$OUT"
run come arch conservazione
unlike out "^$ALTRA" 'una riaperta non si conserva più: corre'
come as1 chiudi --cartella "$ALTRA" --motivo conclusione --nota 'Fatto.' >"$OUT"
run come arch conservazione --filtro da-depositare
like out "^$ALTRA  VII/9  chiusa il 25/11/2026  fino al 25/11/2031\$" \
    'chiusa di nuovo, gli anni ricominciano'
come as1 secreta "$ALTRA" indirizzo-protetto >"$OUT"
run come arch conservazione "$ALTRA"
like out "^$ALTRA  VII/9  chiusa il 25/11/2026  fino al 25/11/2031  secretata\$" \
    'di una secretata l'\''archivista ha numero, classe e giorni'
unlike out 'dalla chiusura' 'non le ragioni, che dicono di qualcuno'
same_absent "$ALTRA" CS-2026-0000099 blocca --estremi X --motivo altro --riferimento
run come dir conservazione
like out "^$ALTRA .*secretata" 'come chi dirige'
run come coordn conservazione "$ALTRA"
is_exit 1 'per chi non tiene l'\''archivio non c'\''è'
run deposita --anno 2026 --unita.numero "$ALTRA" --unita.luogo Cantina --unita.pezzi 1
is_exit 0 'e si deposita com'\''è'
run come arch conservazione --deposito 3
like out "$ALTRA .*carta: Cantina, pezzi 1" 'con la sua carta'

# ---- a family of which not all is known ----

FAM=$(aperta) || exit 1
famiglia() {	# famiglia DAY [OPTION...]: mother and son of the same name
	famiglia_g=$1
	shift
	come as1 registra-famiglia --cartella "$FAM" --data "$famiglia_g" --fonte certificato \
	    --componente.cognome Bianchi --componente.nome Andrea "$@" >"$OUT"
}
famiglia 2026-11-21 --componente.parentela madre --componente.convivente si
famiglia 2026-11-22 --componente.nascita 1990-02-03 --componente.parentela padre \
    --componente.convivente si
chiusa_di_nuovo() {
	come as1 chiudi --cartella "$FAM" --motivo conclusione --nota x "$@" >"$OUT"
	run come arch conservazione "$FAM"
}
sed 's,</durata>,&<durata><da>maggiore-eta</da><anni>5</anni></durata>,' m.xml >m2.xml
run come as1 chiudi --cartella "$FAM" --motivo trasferimento --nota x
is_exit 0 'dove la nascita non conta si chiude e basta'
come as1 riapri "$FAM" x >"$OUT"
adotta m2.xml --provvedimento 'delibera 10' >"$OUT"
run come as1 chiudi --cartella "$FAM" --motivo conclusione --nota x
like err 'avviso: /chiudi: .*non si conosce la nascita.*\[termine-da-calcolare\]' \
    'dove conta, chi chiude lo sa prima'
chiusa_di_nuovo --conferma termine-da-calcolare
like out 'da calcolare' 'di chi non si conosce la nascita non si indovina'
like out 'di 1 persona non si conosce la nascita \(la dice .*registra-famiglia' 'e si dice che fare'
come as1 riapri "$FAM" x >"$OUT"
famiglia 2026-11-23 --componente.nascita 1991-02-03 --componente.parentela madre \
    --componente.convivente si
chiusa_di_nuovo
like out 'la più giovane compie 18 anni il 1/3/2036, fino al 1/3/2041' \
    'un certificato nuovo la dice, e si calcola'
adotta m.xml --provvedimento 'delibera 11' >"$OUT"

# ---- time passes ----

ora 2031-11-20T09:00:00+01:00
run come arch conservazione --filtro scaduti
unlike out "^$CS" 'l'\''ultimo giorno si conserva ancora'
ora 2031-11-21T09:00:00+01:00
run come arch conservazione --filtro scaduti
like out "^$CS .*scaduta il 20/11/2031" 'il giorno dopo è scaduta'
run sqlite3 "$S/letture.sqlite" "SELECT DISTINCT oggetto FROM lettura \
    WHERE atto = 'conservazione' AND operatore = 'dir'"
like out "$CS" 'ogni cartella elencata ha la sua riga fra le letture'
is_integro 'alla fine'
plan
