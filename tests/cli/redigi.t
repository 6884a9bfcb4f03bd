# SPDX-License-Identifier: EUPL-1.2
# redigi: a relazione in its three parts, written and written again.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
ALTRA=$(aperta)
D=$S/cartelle/2026/0000001
ID=44444444444444444444444444444444

# ---- refused ----

parti() {	# parti USER [OPTION...]: with no part but those of the options
	caso_chi=$1
	shift
	come "$caso_chi" redigi --cartella "$CS" --tipo attivita \
	    --oggetto 'relazione su M. R.' "$@"
}

run parti as1
is_exit 1 'senza le tre parti: no'
like err '/redigi/fatti-accertati: .*473-bis\.27.*\[manca-fatti-accertati\]' 'mancano i fatti'
like err '/redigi/dichiarazioni: .*473-bis\.27.*\[manca-dichiarazioni\]' 'le dichiarazioni'
like err '/redigi/valutazioni: .*473-bis\.27.*\[manca-valutazioni\]' 'le valutazioni'
run parti as1 --fatti-accertati 'Due colloqui.' --dichiarazioni ' ' \
    --valutazioni 'Serve.'
is_exit 1 'una parte vuota: no'
like err 'dichiarazioni' 'e dice quale'
unlike err 'manca-fatti' 'e solo quella'
run redatta "$CS" --tipo con-esito
is_exit 2 'un campo dato due volte: no'
run come as1 redigi --cartella "$CS" --tipo con-esito --oggetto X \
    --fatti-accertati F --dichiarazioni D --valutazioni V
is_exit 1 'con esito ma senza proposta: no'
like err '/redigi/proposta: .*\[manca-proposta\]' 'e lo dice'
run redatta "$CS" --relazione relazioni/0001.xml
is_exit 1 'riscrivere quella che non c'\''è: no'
like err '/redigi/relazione: .*\[relazione-ignota\]' 'e lo dice'
run redatta "$CS" --relazione scheda.xml
is_exit 1 'riscrivere ciò che non è una relazione: no'
like err '\[relazione-ignota\]' 'e lo dice'

run parti coord --fatti-accertati F --dichiarazioni D --valutazioni V
is_exit 3 'redigere non è del coordinatore'
same_absent "$CS" CS-2026-0000099 come as2 redigi --tipo attivita --oggetto X \
    --fatti-accertati F --dichiarazioni D --valutazioni V --cartella
no_file "$D/relazioni" 'i rifiuti non lasciano niente'

# ---- done ----

run redatta "$CS" --id $ID
is_exit 0 'si redige'
is_out "$CS relazioni/0001.xml" 'e dice dove'
R=$D/relazioni/0001.xml
run cat "$R"
like out '<data>2026-11-20</data>' 'quando'
like out '<autore>as1</autore>' 'chi'
like out '<fatti-accertati>' 'i fatti'
like out '<p>La madre dice di essere sola\.</p>' 'le dichiarazioni'
unlike out '<proposta>' 'nessuna proposta inventata'
cp "$R" prima
run redatta "$CS" --id $ID
is_out "$CS relazioni/0001.xml" 'la stessa istanza di nuovo: la stessa risposta'
no_file "$D/relazioni/0002.xml" 'e nessuna altra relazione'

run come as1 redigi --cartella "$CS" --relazione relazioni/0001.xml \
    --tipo con-esito --oggetto 'relazione su M. R.' \
    --fatti-accertati 'Tre colloqui.' --dichiarazioni 'La madre è sola.' \
    --valutazioni 'Serve un sostegno.' --proposta 'Educativa domiciliare.'
is_out "$CS relazioni/0001.xml" 'si riscrive'
run cat "$R"
like out 'Tre colloqui' 'con le nuove parole'
like out '<p>Educativa domiciliare\.</p>' 'e la proposta'
is "$(grep -o ' id="[0-9a-f]*"' "$R")" "$(grep -o ' id="[0-9a-f]*"' prima)" \
    'è lo stesso documento'
git -C "$D" show HEAD~1:relazioni/0001.xml >storica
same_bytes storica prima 'la prima versione resta nella storia'
run redatta "$CS"
is_out "$CS relazioni/0002.xml" 'un'\''altra prende il suo numero'

# ---- two that write at once ----

su() {	# su COMMIT ID: relazione 0001 written again on that head
	cat <<-XML
	<istanza xmlns="urn:cartella:1" atto="redigi" id="$2" versione="1">
	  <base><testa cartella="cartelle/2026/0000001" commit="$1"/></base>
	  <redigi><cartella>$CS</cartella>
	    <relazione>relazioni/0001.xml</relazione><tipo>attivita</tipo>
	    <oggetto>relazione su M. R.</oggetto>
	    <fatti-accertati><p>Quattro colloqui.</p></fatti-accertati>
	    <dichiarazioni><p>Nessuna.</p></dichiarazioni>
	    <valutazioni><p>Serve.</p></valutazioni></redigi>
	</istanza>
	XML
}
su "$(git -C "$D" rev-parse HEAD~2)" 55555555555555555555555555555551 >vecchia.xml
run come as1 redigi --xml vecchia.xml
is_exit 1 'chi aveva aperto una versione superata non scrive sopra'
like err '\[conflitto\]' 'e lo dice'
like err 'Tre colloqui' 'con il testo che c'\''è'
su "$(git -C "$D" rev-parse HEAD)" 55555555555555555555555555555552 >nuova.xml
run come as1 redigi --xml nuova.xml
is_exit 0 'chi ha aperto l'\''ultima sì'

# ---- signed, closed ----

con_chiave as1 >"$OUT"
run come as1 firma --resa nessuna --cartella "$CS" --documento relazioni/0001.xml
is_exit 0 'firmata'
run redatta "$CS" --relazione relazioni/0001.xml
is_exit 1 'una relazione firmata non si riscrive'
like err '/redigi/relazione: .*\[relazione-firmata\]' 'e lo dice'
run redatta "$CS" --relazione relazioni/0002.xml
is_exit 0 'una non firmata sì'

come as1 chiudi --cartella "$ALTRA" --motivo decesso --nota Fine >"$OUT"
run redatta "$ALTRA"
is_exit 1 'in una cartella chiusa non si redige'
like err '/redigi/cartella: .*\[cartella-chiusa\]' 'e lo dice'

is_integro 'dopo le relazioni'
plan
