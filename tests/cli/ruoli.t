# SPDX-License-Identifier: EUPL-1.2
# The roles that work at no case: an archivista sees the covers of closed
# cartelle and nothing of what runs, an amministratore sees no case at all; and
# whom the archive shows nothing.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

{ uffici_di_prova && utente arch prot archivista &&
    utente sis prot amministratore && utente seg soc segretariato
} >/dev/null || exit 1
CS=$(aperta)
ALTRA=$(aperta)
R=$(segnalazione --riservata.motivo minore --conferma doppione)
CHIARA=$(segnalazione --conferma doppione)
redatta "$CS" >/dev/null &&
    come as1 annota "$CS" --testo 'Una visita.' >/dev/null || exit 1
same_absent "$CS" CS-2026-0000099 come arch mostra
chiusa_con() {	# chiusa_con NOTA
	come as1 chiudi --cartella "$CS" --motivo conclusione --nota "$1" \
	    --situazione famiglia-di-origine --conferma istruttoria-aperta >"$OUT"
}
chiusa_con 'Lo zio guarisce dal morbillo.'

# ---- the archivist: what is closed ----

run come arch archivio
is_exit 0 'l'\''archivio'
like out "^$CS .*VII/9.*chiusa il 20/11/2026 \\(conclusione\\)" 'la chiusa'
unlike out "$ALTRA" 'quella che corre no'
run come arch archivio --anno-di chiusura
like out "^$CS " 'per anno di chiusura'
unlike out "$ALTRA" 'quella che corre no'
run come arch archivio --anno-di chiusura --anno 2025
like out '^niente$' 'un anno in cui non si è chiuso nulla'
run come arch archivio --anno-di chiusura --dopo "$CS"
unlike out "$CS" 'continua dietro l'\''ultima'
for no in '--dopo 1' '--stato aperti' '--cosa fascicoli'; do
	run come arch archivio --anno-di chiusura $no
	is_exit 1 "per anno di chiusura, $no: no"
done
run come arch archivio --dopo "$CS"
is_exit 1 'per numero si continua dal numero d'\''ordine'
like err '\[dopo-quale\]' 'e lo dice'
run come arch cartelle --stato tutte
like out "^$CS " 'l'\''elenco'
unlike out "$ALTRA" 'e non le altre'
like out '^\(una cartella\)$' 'che non sono contate'
run come arch scrivania
like out 'chiuse quest.anno: 1' 'sulla scrivania'

run come arch mostra "$CS"
is_exit 0 'la copertina'
like out 'motivo: conclusione' 'perché si è chiusa'
unlike out 'Bianchi|Luca|visita|colloqui' 'né il nome né che cosa vi è scritto'
is "$(grep -c '\.xml ' "$OUT")" 0 'e nessun documento'
run come arch storia "$CS"
is_exit 0 'la storia'
unlike out 'diario|relazioni|scheda' 'di nessun altro documento'
run come arch storia "$CS" --formato xml
like out 'percorso="cartella.xml" sagoma="si"' 'la copertina c'\''è, e non si apre'
run come as1 storia "$CS" --formato xml
unlike out 'sagoma' 'chi la legge la apre'
same_absent "$ALTRA" CS-2026-0000099 come arch mostra
run come arch mostra "$CS" --documento relazioni/0001.xml
cp "$ERR" uno
[ "$CODE" -ne 0 ]
lib_result $? 'una relazione no'
run come arch mostra "$CS" --documento relazioni/0099.xml
sed 's,0099,0001,' "$ERR" >due
same_bytes uno due 'come una che non c'\''è'
for atto in "diario $CS" 'trova Bianchi' "chi-ha-letto $CS"; do
	run come arch $atto
	is_exit 3 "${atto%% *} non è dell'archivista"
done
run come arch termini "$CS"
is_exit 1 'dei termini ha solo quelli dello scarto'

# ---- the register, the days ----

run come arch mostra "$R"
unlike out 'segnalazione|Scuola' 'di una riservata non il contenuto'
run come arch mostra "$CHIARA"
like out 'segnalazione M' 'di un'\''altra l'\''oggetto'
ora 2026-11-21T09:00:00+01:00
segnalazione --conferma doppione >"$OUT"
run come arch archivio --cosa giorni
like out '^20/11/2026  registrazioni: [0-9]*, non ancora chiuso' 'i giorni'
run come arch scrivania
like out 'deve ancora chiudere: 1' 'e li trova sulla scrivania'

# ---- whom the archive shows no cartella ----

for chi in prot1 resp seg as2; do
	run come $chi archivio --anno-di chiusura
	is_exit 0 "$chi: può chiedere"
	like out '^niente$' "$chi: e non vede cartelle"
done

# ---- what people wrote of how it ended ----

come as1 riapri "$CS" 'Lo zio ha la varicella.' >"$OUT"
chiusa_con 'Lo zio guarisce dal morbillo.'
SCRITTO='Lo zio|morbillo|varicella|famiglia.di.origine'
run come as1 mostra "$CS"
like out 'zio guarisce.*|varicella' 'chi segue il caso lo legge'
run "$DRIVER/pagina" "$S" as1 "/cartella/$CS"
like out 'morbillo' 'anche nel browser'
for come in "mostra $CS" "mostra $CS --formato xml" "mostra $CS --titoli si" \
    "storia $CS --formato xml" "cartelle --stato tutte --formato xml" \
    'archivio --anno-di chiusura --formato xml' 'conservazione --formato xml'; do
	run come arch $come
	is_exit 0 "$come"
	unlike out "$SCRITTO" 'e di ciò non dice niente'
done
run come arch mostra "$CS" --formato xml
like out '<data>2026-11-21</data>' 'il giorno sì'
like out '<motivo-chiusura>conclusione<' 'anche di quando si era chiusa prima'
ID=$(sed -n 's/.* id="\([0-9a-f]*\)".*/\1/p' "$S/cartelle/2026/0000001/cartella.xml" | head -n 1)
unlike out "$ID" 'non l'\''id, che è il sale della sua impronta'
for doc in "mostra $CS --documento cartella.xml" "mostra $CS --al 2026-11-20" \
    "mostra $CS --al 2026-11-20 --documento cartella.xml" \
    "verifica-firma $CS --documento cartella.xml"; do
	run come arch $doc
	is_exit 1 "$doc: no"
	unlike out "$SCRITTO" 'e non ne resta niente'
done
run "$DRIVER/pagina" "$S" arch "/cartella/$CS"
like out 'Chiusa.*conclusione' 'nel browser il motivo'
unlike out "$SCRITTO" 'e non ciò che si è scritto'
unlike out '/allora' 'né come era un giorno passato'
cp -a "$S" "$T/prima"
di_piu='<atto ambito="chiuse" nome="trova"/>'
di_piu="$di_piu<atto ambito=\"chiuse\" nome=\"confronta\"/>"
di_piu="$di_piu<atto ambito=\"chiuse\" nome=\"stampa\"/>"
di_piu="$di_piu<documento ambito=\"chiuse\" tipo=\"*\"/>"
sed "/nome=\"archivista\">/,/<\/ruolo>/s,<documento .*tipo=\"cartella\"/>,$di_piu&," \
    "$S/ente/permessi.xml" >p.xml
come resp adotta-permessi p.xml --motivo 'per prova' >"$OUT"
is "$(come resp permessi --ruolo archivista | grep -c confronta)" 1 'con una politica più larga'
run come arch trova morbillo
unlike out "$CS|morbillo" 'dalle parole non si trova'
run come as1 trova morbillo
like out "$CS" 'che pure ci sono'
for doc in "confronta $CS cartella.xml" "stampa $CS cartella.xml" \
    "mostra $CS --documento cartella.xml"; do
	run come arch $doc
	is_exit 1 "$doc: nemmeno così"
done
rm -rf "$S" && mv "$T/prima" "$S"

# ---- what closes to him too ----

come as1 riapri "$CS" 'Di nuovo.' >"$OUT"
same_absent "$CS" CS-2026-0000099 come arch mostra
run come arch archivio
like out '^niente$' 'una riaperta esce dall'\''archivio'
come as1 chiudi --cartella "$CS" --motivo conclusione --nota 'Fatto.' \
    --conferma istruttoria-aperta >"$OUT"
run come arch mostra "$CS"
is_exit 0 'chiusa di nuovo, vi torna'
come as1 secreta "$CS" indirizzo-protetto >"$OUT"
same_absent "$CS" CS-2026-0000099 come arch mostra
run come arch archivio --anno-di chiusura
like out '^niente$' 'una secretata non c'\''è'
run come arch scrivania
unlike out "$CS" 'nemmeno sulla scrivania'

# ---- the administrator of the system ----

for atto in utenti uffici permessi deleghe chiavi titolario modelli \
    stato-archivio scrivania; do
	run come sis $atto
	[ "$CODE" -le 1 ]
	lib_result $? "$atto è dell'amministratore"
done
run come sis utenti
like out '^as1' 'vede le persone'
run come sis prova-permessi "$S/ente/permessi.xml"
is_exit 0 'prova i permessi'
for atto in "nomina x Prova x" "adotta-permessi $S/ente/permessi.xml" \
    "mostra $CS" "mostra $CHIARA" cerca elenco archivio cartelle \
    "storia $CS" "chi-ha-letto $CS"; do
	run come sis $atto
	is_exit 3 "${atto%% *} non è dell'amministratore"
done

# ---- the policy says so, and the register keeps it ----

run come resp permessi --ruolo archivista
like out 'mostra  *chiuse, registro|mostra  *registro, chiuse' 'l'\''ambito si legge'
# all that the two may do: who gives them more changes this too
atti_di() {
	come resp permessi --ruolo "$1" --formato xml |
	    sed -n 's/.*<atto .*nome="\([^"]*\)".*/\1/p' | sort -u | tr '\n' ' '
}
is "$(atti_di archivista)" "acquisisci-rapporto archivio blocca-scarto bozze campi \
cartelle cerca chiavi chiudi-scarto conservazione delega deleghe deposita elenco fiducia \
firma libro-firma massimario modelli modello mostra pacchetto-versamento permessi prepara-firma \
proponi-scarto repertori revoca-chiave revoca-delega richiedi-scarto ritira-scarto \
riverifica-firma \
sblocca-scarto scarta scarti scrivania stampa-scarto stato-archivio storia storico termini \
titolario trasmetti-scarto uffici verbalizza-scarto verifica-firma versa \
versamenti " 'gli atti dell'\''archivista'
is "$(atti_di amministratore)" "aggiungi-modello bozze campi chiavi deleghe \
fiducia modelli modello oscuramento permessi procedimento prova-modello \
prova-permessi revoca-chiave ritira-modello scrivania stato-archivio \
titolario uffici utenti " 'quelli dell'\''amministratore'
run come coord chi-vede "$ALTRA"
unlike out '^arch ' 'non è fra chi vede quella che corre'
run cartella verifica
like out ': 0 difetti$' 'tutto è integro'
plan
