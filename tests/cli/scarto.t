# SPDX-License-Identifier: EUPL-1.2
# scarto: from the list to the verbale.  Refused at every step that is not the
# next; then each word that came only from the case is sought in every byte of
# the store, with a control before.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/scarto.sh"

scaduta || exit 1
ok 'una registrazione sta in due casi' [ -n "$PROT" ]
arch() { come arch "$@"; }
trova_tracce() { "$DRIVER/tracce" "$S" "$@" 2>>"$ERR"; }
SOLE='zafferano Zafferano Ermenegilda Ermelinda curcuma'

# ---- the list ----

run come as1 proponi-scarto Soprintendenza
is_exit 3 'proporre è dell'\''archivista'
run arch proponi-scarto Soprintendenza --unita "$ALTRA"
is_exit 1 'ciò che corre: no'
same_absent "$ALTRA" CS-2026-0000099 arch proponi-scarto Soprintendenza --unita
arch blocca-scarto "$CS" 'Causa n. 5.' --motivo contenzioso >/dev/null
run arch proponi-scarto Soprintendenza --unita "$CS"
like err '\[in-blocco\]' 'ciò che è in blocco: no'
run arch proponi-scarto Soprintendenza
like err '\[niente-da-scartare\]' 'né con tutto'
arch sblocca-scarto "$CS" --blocco 1 --motivo 'Finita.' >/dev/null
run arch proponi-scarto Soprintendenza --escludi.numero "$CS" \
    --escludi.motivo 'utile a un contenzioso'
like err '\[niente-da-scartare\]' 'un elenco di soli esclusi: no'
run arch proponi-scarto Soprintendenza --escludi.numero "$ALTRA" --escludi.motivo x
like err '\[non-proposto\]' 'escludere ciò che non si propone: no'
run arch proponi-scarto Soprintendenza --unita "$CS" --unita "$CS"
like err '\[doppio\]' 'due volte: no'
run arch proponi-scarto Soprintendenza --escludi.numero "$CS" --escludi.motivo x \
    --escludi.numero "$CS" --escludi.motivo y
like err 'escluso due volte.*\[doppio\]' 'né esclusa due volte'
run arch proponi-scarto Soprintendenza --unita "$CS" --classifica VII
like err '\[una-sola\]' 'o una classe o ciò che si nomina'
run arch proponi-scarto Soprintendenza --classifica VIII
like err '\[niente-da-scartare\]' 'di un'\''altra classe non c'\''è niente'
prop() {
	arch proponi-scarto 'Soprintendenza di Prova' --classifica VII \
	    --nota 'Non servono *più* a nessuno.' "$@"
}
run prop
like err '--provvedimento.*\[senza-provvedimento\]' \
    'senza il provvedimento: prima lo si conferma'
cp -a "$S" "$T/senza"
run prop --conferma senza-provvedimento
is_out 'elenco di scarto 1' 'poi si può'
run arch scarti 1
unlike out 'provvedimento' 'e dell'\''elenco non se ne dice uno'
run arch stampa-scarto 1 --odt si
unzip -p "$OUT" content.xml >c.xml
not_ok 'nemmeno la carta' grep -q 'Provvedimento' c.xml
rm -rf "$S" && mv "$T/senza" "$S"
run prop --provvedimento 'determinazione n. 15 del 20/11/2027'
is_out 'elenco di scarto 1' 'di questa sì'
unlike err . 'senza rilievi'
E1=$S/ente/scarti/0001/elenco.xml
ok 'l'\''elenco sta in ente' grep -q "<numero>$CS</numero>" "$E1"
ok 'con ciò che altro si dichiara' grep -q ' a nessuno' "$E1"
not_ok 'e non ha nomi' grep -Eiq 'bianchi|luca|scuola' "$E1"
run arch proponi-scarto Soprintendenza --unita "$CS"
like err '\[in-altro-elenco\]' 'chi è in un elenco non entra in un altro'
run arch scarti 1
like out "1  $CS  VII/9  cartella sociale .* pezzi di carta 2  in attesa" 'la riga si legge'
like out '1 anno dalla chiusura.*delibera 9' 'con il perché'
like out 'di Prova; provvedimento: determinazione n. 15 del 20/11/2027' \
    'e chi lo propone'
run arch scarti
like out 'provvedimento: determinazione n. 15' 'anche fra gli altri'
run come as1 scarti
is_exit 3 'gli elenchi non sono di tutti'
run arch scarti 2
is_exit 1 'un elenco che non c'\''è'
run arch stampa-scarto 1 --carta verbale
like err '\[senza-verbale\]' 'il verbale non c'\''è ancora'
run arch stampa-scarto 1 --odt si
is_exit 0 'l'\''elenco si stampa'
cp "$OUT" elenco.odt
unzip -p elenco.odt content.xml >c.xml
ok 'e dice che cosa' grep -q "cartella sociale $CS" c.xml
ok 'e con quale provvedimento' \
    grep -q 'determinazione n. 15 del 20/11/2027' c.xml
run come as1 riapri "$CS" 'La famiglia è tornata.'
like err '\[in-elenco-scarto\]' 'riaprire una cartella che è in un elenco: prima lo si conferma'

# ---- the request, the answer ----

run arch scarta 1
like err 'non è ancora stato mandato.*\[non-ora\]' 'senza autorizzazione: no'
IN=$(entrata) || exit 1
run come resp autorizza-scarto 1 "$IN" 123 2027-11-21
like err '\[non-ora\]' 'autorizzare ciò che non si è chiesto: no'
run arch richiedi-scarto 1 "$IN"
like err '\[altro-flusso\]' 'la richiesta è in uscita'
USC=$(uscita) || exit 1
run arch richiedi-scarto 1 "$USC" --fatto domanda
like err '\[non-ora\]' 'una domanda prima della richiesta: no'
run arch richiedi-scarto 1 "$USC" --conferma firma-fuori
is_exit 0 'la richiesta'
run arch richiedi-scarto 1 "$USC"
like err '\[non-ora\]' 'due volte: no'
run arch richiedi-scarto 1 "$(uscita)" --fatto ministero
like err '\[nessuna-riservata\]' 'al Ministero non si chiede di ciò che non è riservato'
run arch scarti
like out 'richiesto' 'è richiesto'
like out 'risposta entro il 20/01/2028' 'e la risposta si aspetta sessanta giorni'
run arch scrivania
like out 'elenco 1 .*richiesto.*entro il 20/01/2028' 'lo dice la scrivania'
run arch termini
like out 'elenco di scarto 1  fra giorni 60, il 20/01/2028' 'e lo dicono i termini'
like out 'risposta di Soprintendenza di Prova' 'di chi si aspetta la risposta'
run arch termini --entro 59
unlike out 'elenco di scarto' 'fra sessanta giorni non è entro cinquantanove'
run arch termini --al 2027-11-20
unlike out 'elenco di scarto' 'né di un giorno passato'
run come resp termini --entro 60
like out 'elenco di scarto 1' 'anche a chi registra la risposta'
run come as1 termini
unlike out 'elenco di scarto' 'non a chi non legge gli elenchi'
run arch richiedi-scarto 1 "$(uscita)" --fatto risposta
like err '\[non-ora\]' 'rispondere a nessuna domanda: no'
run arch richiedi-scarto 1 0000001/2026 --fatto domanda
like err '\[prima-di-quella\]' 'una domanda non viene prima della richiesta'
run come resp autorizza-scarto 1 0000001/2026 123 2027-11-21
like err '\[prima-della-richiesta\]' 'né la risposta'
arch richiedi-scarto 1 "$IN" --fatto domanda >/dev/null
run arch scarti
like out 'sospeso' 'una domanda sospende'
run arch termini
like out 'elenco di scarto 1  sospeso dal 21/11/2027: aspetta la nostra' 'anche fra i termini'
run arch termini --entro 999
unlike out 'elenco di scarto' 'ciò che è sospeso non ha un giorno'
run come resp autorizza-scarto 1 "$IN" 123 2027-11-21
like err '\[non-ora\]' 'e intanto non si autorizza'
ora 2027-11-24T09:00:00+01:00
arch richiedi-scarto 1 "$(uscita)" --fatto risposta >/dev/null
run arch scarti
like out 'risposta entro il 23/01/2028' 'tre giorni non contano'
run arch termini
like out 'elenco di scarto 1  fra giorni 60, il 23/01/2028' 'neanche fra i termini'
run arch scarta 1
like err '\[non-ora\]' 'il silenzio non autorizza'
run arch autorizza-scarto 1 "$(entrata)" 123 2027-11-21
is_exit 3 'chi propone non autorizza'
aut() { come resp autorizza-scarto 1 "$@"; }
RISP=$(entrata) || exit 1
run aut "$(uscita)" 123 2027-11-21
like err '\[altro-flusso\]' 'la risposta è in entrata'
run aut "$RISP" 123 2027-12-21
like err 'futur|dopo' 'un'\''autorizzazione di domani: no'
run aut "$RISP" 123 2027-11-24 --escludi.riga 9 --escludi.motivo x
like err '\[riga-ignota\]' 'una riga che non c'\''è: no'
run aut "$RISP" 123 2027-11-24 --escludi.riga 1 --escludi.motivo x
like err '\[esclusa-ogni-riga\]' 'tutte escluse: è un no'
run aut "$RISP" 123 2027-11-24 --esito negato --escludi.riga 1 --escludi.motivo x
like err '\[negato-tutto\]' 'un no non esclude righe'
run aut "$RISP" 123 2027-11-24
is_exit 0 'l'\''autorizzazione'
run aut "$RISP" 124 2027-11-24
like err '\[non-ora\]' 'due volte: no'

# ---- refused all the same ----

arch blocca-scarto "$CS" 'Causa n. 5.' --motivo contenzioso >/dev/null
run arch scarta 1 --unita "$CS"
like err '\[in-blocco\]' 'un blocco messo dopo vale'
run arch scarta 1
like err 'in blocco.*\[niente-da-distruggere\]' 'anche per chi non nomina'
arch sblocca-scarto "$CS" --blocco 2 --motivo 'Finita.' >/dev/null
run arch scarta 1 --unita "$ALTRA"
is_exit 1 'ciò che non è nell'\''elenco: no'
cp -a "$S" "$T/autorizzato"
sed 's/<anni>1</<anni>40</' "$T/m.xml" >m40.xml
come resp adotta-massimario m40.xml --provvedimento 'delibera 10' >/dev/null
run arch scarta 1 --unita "$CS"
like err '\[non-scaduto\]' 'un massimario nuovo che conserva più a lungo: no'
rm -rf "$S" && cp -a "$T/autorizzato" "$S"
come as1 riapri "$CS" 'Tornata.' --conferma in-elenco-scarto >/dev/null
run arch scarta 1
is_exit 1 'riaperta: no'
come as1 chiudi --cartella "$CS" --motivo conclusione --nota 'Di nuovo.' >/dev/null
run arch scarta 1 --unita "$CS"
like err '\[(riaperto|non-scaduto|non-depositato)\]' 'né se si chiude di nuovo'
run arch scarti 1
like out ' riaperto' 'e l'\''elenco lo dice'
un_anno_dopo
arch deposita --unita.numero "$CS" --unita.luogo Cantina --unita.pezzi 2 >/dev/null
run arch scarta 1 --unita "$CS"
like err '\[riaperto\]' 'neanche quando scade da capo: fu autorizzata com'\''era'
ora 2027-11-24T09:00:00+01:00
rm -rf "$S" && cp -a "$T/autorizzato" "$S"
come coord secreta "$CS" --motivo indirizzo-protetto --lettore as1 \
    --conferma fuori-dai-lettori >/dev/null
run arch scarta 1
like err 'riservata: senza.*Ministero' 'secretata: non senza il Ministero'
rm -rf "$S" && cp -a "$T/autorizzato" "$S"

# ---- done ----

for p in $SOLE; do
	ok "prima si trova: $p" [ -n "$(trova_tracce "$p")" ]
done
ID=$(sed -n 's/.* id="\([0-9a-f]*\)".*/\1/p' "$D/scheda.xml" | head -n 1)
TESTA=$(git -C "$D" rev-parse HEAD)
ATTI=$(git -C "$D" rev-list --count HEAD)
run come resp scarta 1
is_exit 3 'distruggere è dell'\''archivista'
run scarta --id 77777777777777777777777777777777
is_out "scartate: $CS; «scarti» dice che cosa resta dell'elenco" 'scarta'
cp "$OUT" primo
run scarta --id 77777777777777777777777777777777
same_bytes "$OUT" primo 'la stessa istanza: la stessa risposta'
run scarta
like err '\[non-ora\]' 'due volte: no'
# shellcheck disable=SC2086
is "$(trova_tracce $SOLE)" '' 'dopo, nessuna parola in nessun byte'
is "$(trova_tracce Bianchi | cut -f 2 | grep /2026/0000001)" '' \
    'né il nome, che un altro caso dice ancora, nelle sue cartelle'
is "$(trova_tracce "$ID")" '' 'né l'\''id che salava un'\''impronta'
ok 'ciò che un altro caso dice c'\''è ancora' [ -n "$(trova_tracce maggiorana)" ]
run come as1 genogramma "$CS" --in "$T/g.svg"
is_exit 1 'né c'\''è una famiglia da disegnare'
no_file g.svg 'e niente è scritto'
run come as1 trova maggiorana
like out "^$ALTRA " 'e si trova'
unlike out "$CS" 'là soltanto'
run come as1 persone Bianchi
unlike out "$CS" 'la persona non è più in questa cartella'
like out "$ALTRA" 'in quella sì'
is "$(git -C "$D" rev-list --count HEAD)" $((ATTI + 1)) 'un commit per ogni atto'
not_ok 'la storia di prima non c'\''è più' git -C "$D" cat-file -e "$TESTA"
ok 'git fsck' git -C "$D" fsck --strict --no-dangling
is "$(find "$S/registro/2026/allegati" -type f | wc -l)" 1 \
    'resta il file che sta anche in un altro caso'
run cartella verifica
is_exit 0 'verifica non trova difetti'
like out ': 0 difetti' 'e lo dice'
run cartella ricostruisci
is_exit 0 'il registro si rifà'
run cartella verifica
is_exit 0 'ed è uguale'

# ---- what is said of it ----

for chi in as1 arch; do
	run come $chi mostra "$CS"
	like out 'SCARTATA il 24/11/2027, elenco di scarto 1, autorizzazione n. 123' \
	    "$chi legge che è scartata"
	like out '0000001/2026' 'con le sue registrazioni'
done
run come as1 cartelle --stato chiuso
like out "^$CS .* scartata .*chiusa il 20/11/2026, scartata il 24/11/2027" \
    'fra le cartelle non è più solo chiusa'
run arch archivio --anno 2026
like out "^$CS .* scartata .*scartata il 24/11/2027" 'né nell'\''archivio'
run come as2 mostra "$CS"
is_exit 1 'chi non la vedeva non sa niente'
run come prot1 mostra 0000001/2026
like out 'caso assegnato' 'la registrazione resta trattata'
like out 'sha256 ' 'con la sua impronta'
run come prot1 originale 0000001/2026
like err 'distrutti per provvedimento' 'i suoi byte no'
run come coord scrivania
unlike out "$CS" 'niente aspetta per lei'
for atto in "annota $CS x" "riapri $CS x" "redigi --cartella $CS --tipo attivita"; do
	# shellcheck disable=SC2086
	run come as1 $atto
	is_exit 1 "${atto%% *}: no"
done
run arch blocca-scarto "$CS" x --motivo altro
like err '\[scartata\]' 'non vi si scrive più'
run arch conservazione
unlike out "$CS" 'e non si conserva'
run arch scarti 1
like out "$CS .* distrutto" 'l'\''elenco lo dice'
printf 'nuova\n' >"$T/nuova.txt"
is "$(con_lettera "$T/nuova.txt")" CS-2027-0000001 'i numeri vanno avanti'

# ---- verbale ----

verb() {
	arch verbalizza-scarto 1 Cantina 'Macero s.r.l.' triturazione \
	    'Le copie sono state rifatte.' --presente.nome 'Elena Sarti' \
	    --presente.qualita archivista
}
run arch chiudi-scarto 1 "$(uscita)"
like err '\[non-ora\]' 'senza verbale non si conclude'
run come as1 mostra "$CS"
unlike out 'verbale' 'e di verbale la cartella non dice niente'
run verb
is_exit 0 'il verbale'
for chi in as1 arch; do
	run come $chi mostra "$CS"
	like out 'autorizzazione n. 123.*, verbale del 24/11/2027: i documenti' \
	    "$chi legge che c'è il verbale"
done
run verb
like err '\[non-ora\]' 'uno solo'
run arch stampa-scarto 1 --carta verbale
is_exit 0 'si stampa'
pdftotext "$OUT" v.xml
ok 'dice chi autorizzò' grep -q 'Soprintendenza di Prova' v.xml
ok 'e chi distrusse' grep -q 'Macero s.r.l.' v.xml
run arch chiudi-scarto 1 "$(entrata)"
like err '\[altro-flusso\]' 'si trasmette in uscita'
run arch chiudi-scarto 1 "$USC" --conferma firma-fuori
like err '\[prima-del-verbale\]' 'dopo che c'\''è'
run arch chiudi-scarto 1 "$(uscita)" --conferma firma-fuori
is_exit 0 'e si conclude'
run arch scrivania
unlike out 'elenco 1' 'non aspetta più'
is_integro 'dopo lo scarto'

# ---- others' tools; a lapide is believed by its scarto only ----

run cartella esporta --pdf no "$T/fuori"
is_exit 0 'si esporta'
run sh "$T/fuori/verifica.sh"
is_exit 0 'e verifica.sh conosce le lapidi'
cp -a "$S" "$T/sano"
git clone -q "$D" falsata
git -C falsata -c user.name=x -c user.email=x@x.invalid filter-branch -f \
    --tree-filter "[ ! -f cartella.xml ] || sed -i s,VII/9,VII/8, cartella.xml" \
    -- main >"$T/fb" 2>&1
cp -rn falsata/.git/objects/. "$D/.git/objects/"
git -C falsata rev-parse HEAD >"$D/.git/refs/heads/main"
run cartella ricostruisci
is_exit 1 'una copertina mutata nella sua lapide: il registro non si rifà'
run cartella verifica
like out 'cartella.xml' 'e verifica dice dove'
rm -rf "$S" && mv "$T/sano" "$S"
run cartella verifica
is_exit 0 'com'\''era prima è integro'

# ---- a lapide that no scarto names, a scarto that nobody authorised ----

falsa() {	# falsa FOLDER FILTER: its history written again by who knows git
	rm -rf falsata && cp -a "$S" "$T/sano" && git clone -q "$1" falsata &&
	git -C falsata -c user.name=x -c user.email=x@x.invalid filter-branch -f \
	    --tree-filter "$2" -- main >"$T/fb" 2>&1 &&
	cp -rn falsata/.git/objects/. "$1/.git/objects/" &&
	git -C falsata rev-parse HEAD >"$1/.git/refs/heads/main"
}
D2=$S/cartelle/2026/0000002
V2=diario/2026/00/0001.xml
SEGNO=$(sqlite3 "$S/registro.sqlite" "SELECT segno FROM documento
    WHERE cartella = 'cartelle/2026/0000002' AND percorso = '$V2'")
sed -e "s,<segno>.*,<segno>$SEGNO</segno>," \
    -e "s,<impronta>.*,<impronta>$(sha256sum <"$D2/$V2" | cut -c1-64)</impronta>," \
    "$D/$V2" >"$T/lapide"
falsa "$D2" "[ ! -f $V2 ] || cp $T/lapide $V2"
run cartella verifica
is_exit 1 'una lapide in una cartella che nessuno ha scartato è un difetto'
like out "$V2 dell.atto [0-9]+ è una lapide, ma nessuna espunzione la nomina" \
    'e verifica dice quale'
run cartella ricostruisci
is_exit 1 'e il registro non si rifà'
rm -rf "$S" && mv "$T/sano" "$S"
falsa "$D" '[ ! -f scarto.xml ] || sed -i "s,<voce>1<,<voce>7<," scarto.xml'
run cartella verifica
is_exit 1 'uno scarto di una riga che nessuno autorizzò è un difetto'
like out 'scarto.xml' 'e verifica lo nomina'
run cartella ricostruisci
is_exit 1 'né con quello il registro si rifà'
rm -rf "$S" && mv "$T/sano" "$S"
plan
