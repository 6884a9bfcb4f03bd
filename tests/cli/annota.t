# SPDX-License-Identifier: EUPL-1.2
# annota: the diary of a cartella, one file an entry, only added.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
ALTRA=$(aperta)
D=$S/cartelle/2026/0000001
ID=33333333333333333333333333333333

voce() {	# voce USER TEXT [OPTION...]
	caso_chi=$1 caso_testo=$2
	shift 2
	come "$caso_chi" annota --cartella "$CS" --tipo colloquio \
	    --testo "$caso_testo" "$@"
}

# ---- refused ----

run voce as1 'Domani.' --data 2026-11-21
is_exit 1 'un fatto di domani: no'
like err '/annota/data: .*\[data-futura\]' 'e lo dice'
run voce as1 '   '
is_exit 1 'una voce senza parole: no'
like err '/annota/testo' 'e lo dice'
run come as1 annota --cartella "$CS" --tipo colloquio
is_exit 1 'nemmeno senza testo'
run come as1 annota --cartella "$CS" --tipo chiacchiera --testo X
is_exit 1 'un tipo che non c'\''è: no'
like err '/annota/tipo: .*\[valore\]' 'e lo dice'
run voce as1 'Prima.' --data 2016-11-20
is_exit 1 'un fatto di prima dell'\''apertura chiede conferma'
like err 'avviso: /annota/data: .*\[data-anteriore\]' 'e lo dice'

run voce coord 'Visto.'
is_exit 3 'annotare non è del coordinatore'
same_absent "$CS" CS-2026-0000099 come as2 annota --tipo nota --testo X \
    --cartella
no_file "$D/diario" 'i rifiuti non lasciano niente'

# ---- done ----

run voce as1 'La madre *lavora*.

- turni di notte' --partecipanti 'Verdi Giulia' --luogo 'via Roma 101' --id $ID
is_exit 0 'si annota'
is_out "$CS diario/2026/00/0001.xml" 'e dice dove'
run cat "$D/diario/2026/00/0001.xml"
like out '<data>2026-11-20</data>' 'oggi, se non si dice altro'
like out '<autore>as1</autore>' 'chi'
like out '<partecipanti>Verdi Giulia</partecipanti>' 'con chi'
like out '<luogo>via Roma 101</luogo>' 'dove'
like out '<p>La madre <b>lavora</b>\.</p>' 'che cosa'
like out '<voce>turni di notte</voce>' 'con le voci'
unlike out '<riservata>' 'non è riservata'
is "$(git -C "$D" log -1 --format=%s)" "annota $CS" 'il commit non dice il testo'
cp "$D/diario/2026/00/0001.xml" prima

run voce as1 'Altro testo.' --id $ID
is_out "$CS diario/2026/00/0001.xml" 'la stessa istanza di nuovo: la stessa risposta'
no_file "$D/diario/2026/00/0002.xml" 'e nessuna altra voce'
run voce as1 'Seconda.'
is_out "$CS diario/2026/00/0002.xml" 'la voce che segue'
run voce as1 'Visita di allora.' --data 2025-12-30 --conferma data-anteriore
is_out "$CS diario/2025/00/0001.xml" 'un fatto dell'\''altr'\''anno sta nel suo anno'
same_bytes "$D/diario/2026/00/0001.xml" prima 'la prima è com'\''era'

# ---- riservata ----

run voce as1 'Teme il padre.' --riservata si
like out "^$CS diario/riservate/.*\.xml\$" 'una voce riservata'
R=$(sed 's/.* //' "$OUT")
run voce as1 'Terza.'
is_out "$CS diario/2026/00/0003.xml" 'il cui posto non lascia un vuoto fra le altre'
mostra() {	# mostra USER DOCUMENT
	come "$1" mostra "$CS" --documento "$2"
}
run mostra as1 "$R"
like out 'Teme il padre' 'la legge chi l'\''ha scritta'
run mostra coord "$R"
like out 'Teme il padre' 'la legge il coordinatore dell'\''ufficio'
run mostra coordn "$R"
is_exit 1 'non quello di un altro ufficio'

# the register is one thing, a case another
run mostra prot1 diario/2026/00/0001.xml
is_exit 1 'chi tiene il registro non legge il diario'
run mostra resp scheda.xml
is_exit 1 'nemmeno il responsabile del protocollo la scheda'
run come prot1 mostra "$CS"
is_exit 1 'né vede la cartella'
run come resp mostra AC-2026-0000001
is_exit 1 'o l'\''accesso'
run come prot1 mostra 0000001/2026
is_exit 0 'ma vede la segnalazione'

# the desk of first contact has the accesso, not the diary
come resp nomina --codice seg --cognome Prova --nome Seg --ruolo segretariato \
    --ufficio soc >"$OUT"
run mostra seg diario/2026/00/0002.xml
is_exit 1 'il segretariato non legge il diario'
run mostra seg "$R"
is_exit 1 'né la riservata'
unlike err 'Teme' 'né una parola di essa'
sed "s,$R,N,g" "$ERR" >nascosta
run mostra seg diario/2026/00/0009.xml
sed 's,diario/2026/00/0009.xml,N,g' "$ERR" >assente
same_bytes nascosta assente 'che risponde come una che non c'\''è'
run come seg mostra "$CS"
is_exit 1 'né vede la cartella'
run come seg storia "$CS"
is_exit 1 'o la sua storia'
run come seg mostra AC-2026-0000001
like out 'accesso\.xml' 'ma il suo accesso sì'

# the case passes to another: so does the diary
come coord riassegna --accesso AC-2026-0000001 --assistente as2 \
    --motivo 'carico di lavoro' >"$OUT"
run mostra as2 "$R"
like out 'Teme il padre' 'la legge chi ora ne risponde'
run voce as2 'Riservata di as2.' --riservata si
is_exit 0 'chi ora ne risponde annota'
run voce as1 'Ancora io.'
is_exit 1 'chi ne rispondeva non più'
run mostra as1 "$R"
is_exit 1 'e non vede più la cartella'

# ---- closed ----

come as1 chiudi --cartella "$ALTRA" --motivo decesso --nota Fine >"$OUT"
run come as1 annota --cartella "$ALTRA" --tipo nota --testo Dopo
is_exit 1 'in una cartella chiusa non si annota'
like err '/annota/cartella: .*\[cartella-chiusa\]' 'e lo dice'

is_integro 'dopo le annotazioni'
run mostra seg "$R"
is_exit 1 'la riservata è tale anche nel registro ricostruito'
plan
