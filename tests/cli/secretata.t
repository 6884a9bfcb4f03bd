# SPDX-License-Identifier: EUPL-1.2
# What is sealed goes to the archive as it is: kept, handed over, disposed of by
# number, class, days and pieces, by an archivist who never sees whose it is; and
# what is confidential is destroyed only when the Ministero dell'interno, too,
# has said so.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/scarto.sh"

arch() { come arch "$@"; }
aut() { come resp autorizza-scarto 1 "$@"; }
prima_di_chiudere() {
	come as1 secreta "$CS" indirizzo-protetto --lettore as1 >/dev/null
}
scaduta || exit 1
R=0000001/2026
NON='Bianchi|Luca|Zafferano|zafferano|chiusura del'

# ---- the wrong eyes: number, class, days, pieces ----

run arch conservazione
like out "^$CS  VII/9  chiusa il 20/11/2026  scaduta il 20/11/2027  secretata\$" \
    'l'\''archivista sa che c'\''è e fino a quando'
like out 'carta in Cantina, pezzi 2' 'e dove sta la carta, che ha depositato lei'
unlike out "$NON" 'non di chi è, né perché'
run arch conservazione --deposito 1
like out "$CS .*pezzi 2" 'anche nell'\''elenco di deposito'
for atto in mostra storia; do
	same_absent "$CS" CS-2026-0000099 arch $atto
done
same_absent "$CS" CS-2026-0000099 arch blocca-scarto --estremi X --motivo altro \
    --riferimento
run arch cartelle --stato tutte
unlike out "$CS" 'fra le cartelle non c'\''è'
run arch archivio
unlike out "$CS" 'né in archivio'
run arch mostra "$R"
unlike out 'segnalazione|Scuola' 'né legge che cosa vi è arrivato'
run "$DRIVER/pagina" "$S" arch /archivio/conservazione
like out "$CS.*Secretata" 'nel browser lo stesso'
unlike out "href=\"/cartella/$CS|riferimento=$CS|$NON" 'senza una via per andarci'
run come coordn conservazione "$CS"
is_exit 1 'chi non tiene l'\''archivio non sa che c'\''è'

# ---- the list says it is confidential ----

run arch proponi-scarto 'Soprintendenza di Prova' --provvedimento 'det. 15'
is_out 'elenco di scarto 1' 'si propone com'\''è'
E1=$S/ente/scarti/0001/elenco.xml
ok 'riservata, e perché' grep -q '<riservata>secretata</riservata>' "$E1"
ok 'con la regola' \
    grep -q '<motivo>cartella secretata (VII: cartelle; fonte: delibera 9)</motivo>' "$E1"
not_ok 'e niente di chi è' grep -Eq "$NON" "$E1"
run arch scarti 1
like out "$CS .*in attesa  RISERVATA \(secretata\)" 'la riga lo dice'
like out "Ministero dell'interno: da chiedere" 'e l'\''elenco che cosa serve'
run "$DRIVER/pagina" "$S" arch '/archivio/scarti?elenco=1'
like out 'Ministero dell’interno' 'anche nel browser'
unlike out "href=\"/cartella/$CS" 'senza una via per andarci'
run arch stampa-scarto 1 --odt si
cp "$OUT" elenco.odt
unzip -p elenco.odt content.xml >c.xml
ok 'e la carta' grep -q "anche il Ministero dell\('\|&apos;\)interno" c.xml
run arch richiedi-scarto 1 "$(uscita)" --fatto ministero
like err '\[non-ora\]' 'al Ministero si chiede dopo la Soprintendenza'
arch richiedi-scarto 1 "$(uscita)" --conferma firma-fuori >"$OUT"
run arch termini
like out 'da chiedere anche al Ministero' 'fra i termini si legge'
run arch richiedi-scarto 1 "$(entrata)" --fatto ministero
like err '\[altro-flusso\]' 'con una registrazione in entrata: no'
run arch richiedi-scarto 1 "$(uscita)" --fatto ministero
is_exit 0 'si è chiesto al Ministero'
run arch richiedi-scarto 1 "$(uscita)" --fatto ministero
like err '\[gia-chiesto\]' 'una volta'
arch richiedi-scarto 1 "$(entrata)" --fatto domanda >"$OUT"
arch richiedi-scarto 1 "$(uscita)" --fatto risposta >"$OUT"
run arch termini
like out "al Ministero dell'interno chiesto il 21/11/2027" 'e resta detto'
run "$DRIVER/pagina" "$S" arch '/termini?entro=90'
like out 'al Ministero dell’interno si è chiesto' 'anche nel browser'

# ---- the answers ----

IN=$(entrata)
MIN=$(entrata)
ministero() {	# ministero PROTOCOLLO DAY [OPTION...]
	ministero_p=$1
	ministero_g=$2
	shift 2
	run aut "$IN" 123 2027-11-21 --ministero.protocollo "$ministero_p" \
	    --ministero.numero 77 --ministero.del "$ministero_g" "$@"
}
run aut "$IN" 123 2027-11-21
like err '1 riga è riservata.*\[manca-ministero\]' 'senza il Ministero: no'
ministero "$(uscita)" 2027-11-20
like err '\[altro-flusso\]' 'la sua risposta arriva'
ministero 0000002/2026 2027-11-20
like err '\[prima-della-richiesta\]' 'dopo che gli si è chiesto'
ministero "$MIN" 2027-11-22
like err 'Ministero.*\[data-futura\]' 'e non è di domani'
ministero 0000099/2027 2027-11-20
is_exit 1 'con una registrazione che non c'\''è: no'
ministero "$MIN" 2027-11-20 --esito negato
like err '\[nessuna-riservata\]' 'se niente è autorizzato non c'\''è che dire'
cp -a "$S" "$T/chiesto"
ministero "$MIN" 2027-11-20
is_exit 0 'con tutte e due le risposte si autorizza'
run arch scarti 1
like out "Ministero dell'interno: autorizzazione n\. 77 del 20/11/2027, prot\. $MIN" 'e si legge'

# ---- destroyed: what was sealed stays so ----

run come coord mostra "$R"
unlike out 'segnalazione|Scuola' 'prima: ciò che vi è arrivato lo legge solo chi legge il caso'
run arch scarta 1
is_exit 0 'si distrugge'
for quando in 'distrutta' 'ricostruito il registro'; do
	run come coord mostra "$R"
	unlike out 'segnalazione|Scuola' "$quando: ancora"
	run come as1 mostra "$R"
	like out 'segnalazione' "$quando: chi la leggeva sì"
	run come as1 mostra "$CS"
	like out 'SCARTATA il 21/11/2027' "$quando: e legge che è scartata"
	same_absent "$CS" CS-2026-0000099 arch mostra
	run cartella ricostruisci
done
ok 'e di lei resta scritto chi la leggeva' \
    grep -q '<lettore>as1</lettore>' "$D/scarto.xml"
come as1 dissecreta "$CS" 'Non serve più.' >"$OUT" 2>"$ERR"
like err '\[scartata\]' 'il segreto di ciò che non c'\''è più non si toglie'
arch verbalizza-scarto 1 'Deposito comunale' 'Macero Prova s.r.l.' triturazione \
    'Le copie sono state rifatte.' --presente.nome 'Ada Esempio' \
    --presente.qualita archivista >"$OUT"
run arch stampa-scarto 1 --carta verbale --odt si
cp "$OUT" verbale.odt
unzip -p verbale.odt content.xml >c.xml
ok 'il verbale dice anche del Ministero' grep -q 'autorizzazione n. 77 del 20/11/2027' c.xml
is_integro 'dopo lo scarto di una secretata'

# ---- riservate registrations; what the body decides of it ----

rm -rf "$S" && mv "$T/chiesto" "$S"
come resp riserva 0000002/2026 'segnalazione di un minore' >"$OUT"
come as1 chiudi --cartella "$ALTRA" --motivo conclusione --nota x \
    --conferma termini-aperti >"$OUT"
arch deposita --unita.numero "$ALTRA" >"$OUT"
un_anno_dopo
proposta() {	# proposta [MINISTERO]: is the other case's row confidential?
	sed "0,/<riga>/s,<riga>,${1:+<ministero>$1</ministero>}&," "$T/m.xml" >m2.xml
	rm -rf "$S.p" && cp -a "$S" "$S.p"
	come resp adotta-massimario m2.xml --provvedimento 'delibera 10' >"$OUT" 2>"$ERR" &&
	    arch proponi-scarto Soprintendenza --provvedimento 'det. 15' \
	    --unita "$ALTRA" >"$OUT" 2>"$ERR"
	sed -n 's,.*<riservata>\(.*\)</riservata>.*,\1,p' "$S/ente/scarti/0002/elenco.xml"
	rm -rf "$S" && mv "$S.p" "$S"
}
is "$(proposta)" registrazioni-riservate 'chi ha registrazioni riservate è riservato'
is "$(proposta secretate-e-riservate)" registrazioni-riservate 'anche a dirlo'
is "$(proposta secretate)" '' 'se l'\''ente lo limita alle secretate no'
is "$(proposta nessuno)" '' 'né se a nessuna'
is "$(proposta tutte | head -n 1)" '' 'ciò che non è fra le scelte non si adotta'
like err '\[valore\]' 'e si dice'
plan
