# SPDX-License-Identifier: EUPL-1.2
# registra: fields, duplicates, names, what is repeated; allega-copia,
# originale.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1

entrata() {	# entrata [OPTION... FILE...]
	come prot1 registra --flusso entrata --classifica VII/9 "$@"
}
scuola="--mittente.denominazione=Scuola_di_Prova"

# ---- parties, in their order ----

echo uno >uno.txt; echo due >due.txt; echo tre >tre.txt
run come prot1 registra --flusso uscita --oggetto 'invito' --classifica VII/9 \
    --destinatario.denominazione 'Comune di Vattelapesca' \
    --destinatario.codice-ipa c_v001 \
    --destinatario.denominazione 'Scuola media' \
    --destinatario.denominazione 'Tribunale' uno.txt due.txt tre.txt
is_exit 0 'tre destinatari, tre file'
P=$(cat "$OUT")
run come prot1 mostra "$P"
is "$(grep ^destinatario: "$OUT" | sed 's/.*: *//')" 'Comune di Vattelapesca
Scuola media
Tribunale' 'nel loro ordine'
is "$(grep -E '^(principale|allegato):' "$OUT" | sed 's/.*: *//; s/ .*//')" \
    'uno.txt
due.txt
tre.txt' 'e i file nel loro'

# ---- the main document stays the main one ----

for sql in "UPDATE file SET ordine = 9 WHERE ordine = 0" \
    "INSERT OR REPLACE INTO file SELECT anno, numero, 0, nome, impronta, tipo,
	dimensione, nota FROM file WHERE ordine = 1" \
    "DELETE FROM file WHERE ordine = 0"; do
	not_ok "principale e allegati non si scambiano: ${sql%% *}" \
	    sqlite3 "$S/registro.sqlite" "$sql"
done
run come prot1 originale "$P" --in o0.txt
same_bytes o0.txt uno.txt 'originale: il documento'
run come prot1 originale "$P" --file 2 --in o2.txt
same_bytes o2.txt tre.txt "originale: il secondo allegato"
run come prot1 originale "$P" --file 3 --in o3.txt
is_exit 1 'originale: un file che non c’è'
no_file o3.txt 'non lascia niente'
run come as1 originale "$P" --in o4.txt
is_exit 1 'originale: chi non la vede'
is "$(sqlite3 "$S/letture.sqlite" "SELECT count(*) FROM lettura
    WHERE atto = 'originale'")" 4 \
    'ogni lettura ha la sua riga, anche rifiutata'

# ---- the same thing twice ----

run entrata $scuola --oggetto 'di nuovo' uno.txt
is_exit 1 'lo stesso file in un altro flusso: un avviso'
like err "$P.*\\[doppione\\]" 'con il numero di prima'
run entrata $scuola --oggetto 'di nuovo' due.txt
like err "$P.*\\[doppione\\]" 'anche se era un allegato'
echo nuovo >nuovo.txt
run entrata $scuola --oggetto 'di nuovo' nuovo.txt due.txt
is_exit 0 'un allegato che torna non è un doppione'
run entrata $scuola --oggetto 'ancora' nuovo.txt uno.txt --conferma doppione
is_exit 0 'confermato'
echo quattro >quattro.txt
run entrata $scuola --oggetto 'due volte' quattro.txt quattro.txt
like err '\[file-doppio\]' 'lo stesso file due volte: un avviso'
run entrata $scuola --oggetto 'numero' --protocollo-mittente.numero A/12 \
    --protocollo-mittente.data 2026-11-10 --conferma senza-documento
is_exit 0 'con il protocollo del mittente'
run entrata --mittente.denominazione 'SCUOLA_DI  PROVA' --oggetto numero \
    --protocollo-mittente.numero A/12 --conferma senza-documento
unlike err 'doppione-mittente' 'senza la data non è lo stesso'
run entrata --mittente.denominazione 'scuola_di_PRÒVA' --oggetto numero \
    --protocollo-mittente.numero A/12 --protocollo-mittente.data 2026-11-10 \
    --conferma senza-documento
like err '\[doppione-mittente\]' 'accenti e maiuscole non contano'

# ---- when it came ----

arrivata() {
	entrata $scuola --oggetto 'arrivata prima' --conferma senza-documento "$@"
}
run arrivata --data-arrivo 2026-11-19
is_exit 0 'il giorno lavorativo prima'
run arrivata --data-arrivo 2026-11-18
like err '/registra/differita: .*\[manca-differita\]' 'due giorni prima: differita'
run arrivata --data-arrivo 2026-11-18 --differita.motivo 'sistema fermo' \
    --differita.autorizzazione 'provvedimento 3/2026'
is_exit 0 'con motivo e autorizzazione'
run come prot1 mostra "$(cat "$OUT")"
like out 'differita: +sistema fermo \(autorizzazione: provvedimento 3/2026\)' 'si vede'
run arrivata --differita.motivo x --differita.autorizzazione y
like err '\[manca-data-arrivo\]' 'differita senza data: no'
run arrivata --data-arrivo 2026-11-21
like err '\[data-futura\]' 'nel futuro no'
run arrivata --data-arrivo 2026-11-19 --tipo istanza
like err 'art\. 18-bis.*\[data-presentazione\]' "un'istanza di ieri: un avviso"
run arrivata --data-arrivo 2026-11-19 --tipo provvedimento
is_exit 0 'un provvedimento no'

# ---- an uscita replaced ----

run come prot1 registra --flusso uscita --oggetto 'invito corretto' \
    --classifica VII/9 --destinatario.denominazione Tribunale \
    --sostituisce "$P" --conferma senza-documento
is_exit 0 "un'uscita ne sostituisce un'altra"
N=$(cat "$OUT")
run come prot1 mostra "$N"
like out "sostituisce: +$P" 'lo dice'
run come prot1 mostra "$P"
like out "sostituita da: +$N" 'e lo dice anche la prima'
run arrivata --sostituisce "$P"
like err '\[non-uscita\]' "un'entrata non sostituisce"
run come prot1 registra --flusso uscita --oggetto x --classifica VII/9 \
    --destinatario.denominazione y --sostituisce 0009999/2026
like err '\[protocollo-ignoto\]' 'una che non c’è: no'

# ---- papers, and their copies ----

run arrivata --cartacei.numero 3 --cartacei.descrizione 'certificati'
C=$(cat "$OUT")
run come prot1 mostra "$C"
like out 'allegati di carta:3 certificati|allegati di carta: +3 certificati' \
    'quanti e quali'
copia() {
	come prot1 allega-copia --protocollo "$C" --conformita semplice "$@"
}
run copia
like err '\[manca-file\]' 'una copia senza file: no'
ID1=11111111111111111111111111111111
run copia --id "$ID1" tre.txt
is_exit 0 'la scansione si aggiunge'
run copia --id "$ID1" tre.txt
is_exit 0 'la stessa istanza'
run copia quattro.txt nuovo.txt
is_exit 0 'e un’altra ancora'
run come prot1 mostra "$C"
is "$(grep -c '^copia acquisita' "$OUT")" 3 'si vedono tutte'
like out 'copia acquisita il 20/11/2026 10:15 da prot1 \(semplice\), c2.1: quattro.txt' \
    'con chi e quando'
run come prot1 originale "$C" --file c2.2 --in c22.txt
same_bytes c22.txt nuovo.txt 'e si riprendono'
run come prot1 allega-copia --protocollo "$P" --conformita semplice tre.txt
like err '\[documento-presente\]' 'dove il documento c’è non si sostituisce'
run come prot1 allega-copia --protocollo "$P" --conformita conforme \
    --ulteriore si tre.txt
is_exit 0 'si aggiunge, se lo si dice'
run come as1 allega-copia --protocollo "$P" --conformita semplice tre.txt
is_exit 3 "non è dell'assistente sociale"
run come prot1 allega-copia --protocollo 0009999/2026 --conformita semplice tre.txt
is_exit 1 'a una che non c’è: no'

# ---- repeated ----

run entrata --ripeti si --conferma senza-documento
is_exit 0 'mittente e oggetto di prima'
run come prot1 mostra "$(cat "$OUT")"
like out 'oggetto: +arrivata prima' 'oggetto'
like out 'mittente: +Scuola_di_Prova' 'e mittente'
run entrata --ripeti si --oggetto altro --conferma senza-documento
run come prot1 mostra "$(cat "$OUT")"
like out 'oggetto: +altro' 'quello che si scrive vale di più'
run come prot1 registra --flusso entrata --classifica VII/9 --oggetto 'in due' \
    --mittente.denominazione Primo --mittente.pec primo@x.example \
    --mittente.denominazione Secondo --conferma senza-documento
run entrata --ripeti si --conferma senza-documento
run come prot1 mostra "$(cat "$OUT")"
is "$(grep -c '^mittente:' "$OUT")" 2 'di due mittenti si ripetono tutti e due'
like out 'mittente: +Primo <primo@x.example>' 'ognuno intero'
run come coord registra --ripeti si --flusso entrata --classifica VII/9
is_exit 1 'chi non ha registrato non ripete'
run come prot1 mostra --ripeti si "$P"
is_exit 1 'si ripete solo registrando'

# ---- files that the istanza declares ----

dichiara() {	# dichiara ATTO ID BODY: an istanza of it
	printf '<istanza xmlns="urn:cartella:1" atto="%s" id="%032d" versione="1">' \
	    "$1" "$2"
	printf '<conferme><conferma codice="doppione"/></conferme>'
	printf '<%s>%s</%s></istanza>\n' "$1" "$3" "$1"
}
detto() {	# detto ELEMENT FILE...: what is said of them
	detto_e=$1
	shift
	for detto_f; do
		printf '<%s><nome>%s</nome><impronta>%s</impronta>' "$detto_e" \
		    "$detto_f" "$(sha256sum <"$detto_f" | cut -c1-64)"
		printf '<tipo>text/plain</tipo><dimensione>1</dimensione></%s>' \
		    "$detto_e"
	done
}
LETTERA="<flusso>entrata</flusso><oggetto>x</oggetto><mittente><denominazione>y\
</denominazione></mittente><classifica>VII/9</classifica>"
COPIA="<protocollo>$C</protocollo><conformita>semplice</conformita>"
DUE=$(detto principale uno.txt; detto allegato due.txt tre.txt)
dichiara registra 901 "$LETTERA$DUE" >i.xml
run come prot1 registra --xml i.xml uno.txt tre.txt due.txt
like err '/registra/allegato: .*\[altra-impronta\]' 'altri file, o in altro ordine: no'
run come prot1 registra --xml i.xml uno.txt due.txt
like err '\[altra-impronta\]' 'o uno di meno'
run come prot1 registra --xml i.xml uno.txt due.txt tre.txt
is_exit 0 'quelli che l’istanza dichiara'
dichiara allega-copia 902 "$COPIA$(detto file quattro.txt due.txt)" >i.xml
run come prot1 allega-copia --xml i.xml quattro.txt uno.txt
like err '/allega-copia/file: .*\[altra-impronta\]' 'e così per le copie'
run come prot1 allega-copia --xml i.xml quattro.txt
like err '\[altra-impronta\]' 'anche una che manca'
run come prot1 mostra "$C"
is "$(grep -c '^copia acquisita' "$OUT")" 3 'niente è aggiunto'
run come prot1 allega-copia --xml i.xml quattro.txt due.txt
is_exit 0 'con i suoi file sì'
run come prot1 originale "$C" --file c3.2 --in c32.txt
same_bytes c32.txt due.txt 'nel loro ordine'

# ---- bytes that are lost ----

p=$(sha256sum <tre.txt | cut -c1-64)
p=$(find "$S/registro/2026/allegati" -type f | grep "$(echo "$p" | tail -c 20)")
mv "$p" via
run come prot1 originale "$P" --file 2 --in o5.txt
not_ok 'un file i cui byte mancano' [ "$CODE" = 0 ]
unlike err 'distrutti' 'non è detto distrutto da nessuno'
no_file o5.txt 'e non lascia niente'
mv via "$p"

is_integro 'dopo tutto'
plan
