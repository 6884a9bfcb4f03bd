# SPDX-License-Identifier: EUPL-1.2
# valuta: the evaluation of the need; without presupposti the accesso closes.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
AC=$(assegnata)
ALTRO=$(assegnata)
D=$S/accessi/2026/0000001
ID1=11111111111111111111111111111111

id_of() {	# the id of a document's text on stdin
	grep -o ' id="[0-9a-f]*"'
}

# ---- refused ----

run come as1 valuta "$AC" no 'nessun bisogno'
is_exit 1 'un no senza ragioni: no'
like err '/valuta/motivazione: .*art\. 3 L\. 241/1990.*\[manca-motivazione\]' 'e lo dice'

run come as1 valuta "$AC" forse 'qualcosa'
is_exit 1 'né sì né no: no'
like err '/valuta/presupposti: .*\[valore\]' 'e lo dice'
run come as1 valuta "$AC" si
is_exit 1 'senza il bisogno no'

run come coord valuta "$AC" si 'qualcosa'
is_exit 3 'valutare non è del coordinatore'
run come as2 valuta "$AC" si 'qualcosa'
is_exit 1 'chi non ne risponde non lo vede'
sed "s,$AC,N,g" "$ERR" >nascosto
run come as2 valuta AC-2026-0000099 si 'qualcosa'
is_exit 1 'uno che non esiste davvero'
sed 's,AC-2026-0000099,N,g' "$ERR" >assente
same_bytes nascosto assente 'ha la stessa risposta'

no_file "$D/valutazione.xml" 'i rifiuti non lasciano niente'

# ---- yes, and again ----

run come as1 valuta "$AC" si 'La famiglia è sola.

- manca un sostegno' --id "$ID1"
is_exit 0 'con i presupposti'
is_out "$AC valutazione.xml" 'e dice che cosa ha fatto'
run cat "$D/accesso.xml"
like out '<stato>in-valutazione</stato>' 'l'\''accesso resta aperto'
run cat "$D/valutazione.xml"
like out '<presupposti>si</presupposti>' 'la valutazione dice sì'
like out '<autore>as1</autore>' 'chi'
like out '<data>2026-11-20</data>' 'quando'
like out '<p>La famiglia è sola.</p>' 'e il bisogno'
like out '<voce>manca un sostegno</voce>' 'con le sue voci'

run come as1 valuta "$AC" si altro --id "$ID1"
is_exit 0 'la stessa istanza di nuovo'
run cat "$D/valutazione.xml"
like out 'La famiglia è sola' 'non cambia niente'
id_of <"$D/valutazione.xml" >id1

run come as1 valuta "$AC" si 'La famiglia è sola e ha lasciato la casa.' \
    --motivazione 'dopo il secondo colloquio'
is_exit 0 'prima di aprire si può rivedere'
id_of <"$D/valutazione.xml" >id2
same_bytes id1 id2 'è lo stesso documento'
is "$(git -C "$D" show HEAD~1:valutazione.xml | grep -c 'sola\.<')" 1 \
    'la prima versione resta nella storia'

# ---- no ----

run come as1 valuta "$ALTRO" no 'nessun bisogno' \
    --motivazione 'la famiglia è seguita altrove'
is_exit 0 'senza presupposti'
run cat "$S/accessi/2026/0000002/accesso.xml"
like out '<stato>chiuso</stato>' 'l'\''accesso è chiuso'
like out '<data>2026-11-20</data>' 'oggi'
like out '<motivo>presupposti-assenti</motivo>' 'con il motivo'
run come as1 valuta "$ALTRO" si 'ci ho ripensato'
is_exit 1 'chiuso resta chiuso'
like err '/valuta/accesso: .*\[stato\]' 'e lo dice'

run come as1 valuta "$AC" no 'nessun bisogno' --motivazione 'si è risolto'
is_exit 0 'una valutazione rivista può dire no'
run cat "$D/accesso.xml"
like out '<stato>chiuso</stato>' 'e chiude'

# ---- in care ----

CARICO=$(assegnata)
come as1 valuta "$CARICO" si 'serve' >"$OUT"
run come as1 apri --accesso "$CARICO" --classifica VII/9 \
    --scheda.anagrafica.cognome Prova --scheda.anagrafica.nome Luca \
    --scheda.anagrafica.nascita.data 2018-03-01 \
    --scheda.anagrafica.nascita.luogo Prova \
    --scheda.residenza.comune Prova --scheda.iniziativa altro-organo \
    --conferma senza-liberatoria --conferma senza-stato-di-famiglia
is_exit 0 'si apre la cartella'
run come as1 valuta "$CARICO" si 'ancora'
is_exit 1 'dopo non si valuta più'
like err '«in carico».*da qui si fa: .*\[stato\]' 'e lo dice'

is_integro 'dopo le valutazioni'
plan
