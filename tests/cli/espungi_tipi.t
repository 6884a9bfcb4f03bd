# SPDX-License-Identifier: EUPL-1.2
# espungi of each type of document that a cartella may have: either it is gone,
# its id with it, and the register that is read back without it is whole; or a
# rilievo says why it may not go, and nothing has changed.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"

P='determinazione n. 12 del 18/11/2026'
N=500

fa() {		# fa ATTO...: their recipes, in the one cartella
	for fa_atto; do
		N=$((N + 1))
		"$(ricetta_nome ricetta "$fa_atto")" "$(id_di $N)" ||
		    echo "$fa_atto non si fa" >&2
	done
}

arriva() {	# papers that came: each brings its registration into the case
	come as1 acquisisci --cartella "$CS" --protocollo "$(una_lettera)" "$@" ||
	    echo "$1 non si fa"
}
arrivati() {
	arriva --provvedimento.autorita tribunale-minorenni \
	    --provvedimento.sede Firenze --provvedimento.numero 12/2026 \
	    --provvedimento.data 2026-01-02 \
	    --provvedimento.tipo affido-al-servizio \
	    --provvedimento.potesta prescrizioni \
	    --provvedimento.relazione-entro 2027-02-02
	arriva --attestazione-isee.tipologia minorenni \
	    --attestazione-isee.valore 5123,40 \
	    --attestazione-isee.rilasciata 2026-01-01 \
	    --attestazione-isee.scadenza 2026-12-31
	arriva --richiesta-scritta.ente Scuola \
	    --richiesta-scritta.data 2026-01-10 \
	    --richiesta-scritta.oggetto valutazione
	arriva --relazione-msna.data 2026-01-10 --relazione-msna.redatta-da as1 \
	    --relazione-msna.opinione 'Vuole studiare.'
}
tutto() {
	ente_di_prova && pronta_scrivi && chiave_di as1 &&
	come resp nomina --codice as1 --cognome Uno --nome Ada \
	    --qualifica 'assistente sociale' --ruolo assistente-sociale \
	    --ufficio tutela || return 1
	fa raccogli-liberatoria registra-famiglia acquisisci avvia-ufficio \
	    progetto sottoscrivi verbale affidamento annota correggi-voce redigi \
	    fissa scrivi componi-equipe dichiara-conflitto copia-oscurata \
	    attesta-conformita
	come as1 raccogli-liberatoria --cartella "$CS" --ambito informativa \
	    --data 2026-01-10 --firmatario 'Maria Bianchi' --qualita genitore
	fa revoca-liberatoria
	arrivati
}
CS=$(una_cartella)
tutto >tutto.txt 2>&1 || cat tutto.txt
D=cartelle/2026/0000001
is "$(cat tutto.txt | grep 'non si fa')" '' 'ogni ricetta si fa'

attuali() {	# attuali: "type path id" of the cartella, one a line
	sqlite3 -separator ' ' "file:$S/registro.sqlite?mode=ro" "SELECT tipo,
	    percorso, id FROM attuale WHERE cartella = '$D' ORDER BY 1, 2"
}
atti() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" 'SELECT max(seq) FROM catena'
}
prova() {	# prova TIPO PATH ID
	rm -rf "$S" && cp -a "$T/prima" "$S"
	come resp espungi "$CS" "$2" "$P" x --conferma vanno-insieme \
	    >"$T/o" 2>"$T/e"
	case $? in
	0) andato "$@" ;;
	1) rifiutato "$@" ;;
	*) echo "$1: esito inatteso"; cat "$T/e" ;;
	esac
	cartella verifica >"$T/v" 2>&1 || cat "$T/v"
}
andato() {
	echo "$1" >>"$T/andati"
	"$DRIVER/tracce" "$S" "$3" || echo "$1: resta l'id"
	grep -q '^<lapide ' "$S/$D/$2" || echo "$1: senza lapide"
}
rifiutato() {
	echo "$1" >>"$T/rimasti"
	grep -qE '\[(non-espungibile|ha-seguito)\]$' "$T/e" || cat "$T/e"
	[ "$(atti)" = "$SEQ" ] || echo "$1: rifiutato, e c'è un atto"
}

SEQ=$(atti)
cp -a "$S" prima
attuali >lista
while read -r tipo percorso id; do
	is "$(prova "$tipo" "$percorso" "$id" </dev/null)" '' \
	    "$tipo ($percorso): o non c'è più, o c'è come prima"
done <lista
# ---- at once, before the register is made again ----

rm -rf "$S" && cp -a prima "$S"
FAMIGLIA=stato-di-famiglia/2026-01-10.xml
MARIA="SELECT count(*) FROM persona WHERE percorso = '$FAMIGLIA'"
is "$(sqlite3 "file:$S/registro.sqlite?mode=ro" "$MARIA")" 1 'la madre si cerca'
at_point dopo-il-commit come resp espungi "$CS" $FAMIGLIA "$P" x >"$OUT" 2>&1
is "$(sqlite3 "file:$S/registro.sqlite?mode=ro" "$MARIA")" 0 \
    'espunto lo stato di famiglia non si cerca più, da subito'
come as1 annota "$CS" Seguito >"$OUT"
run cartella verifica
is_exit 0 'e il registro rifatto è integro'

sort -u andati | tr '\n' ' ' >andati.uno
sort -u rimasti | tr '\n' ' ' >rimasti.uno
is "$(cat andati.uno)" "abitazione appuntamento attestazione attestazione-isee\
 copia-oscurata correzione-voce istanza-di-parte progetto provvedimento relazione\
 relazione-msna revoca-liberatoria richiesta-scritta stato-di-famiglia verbale\
 voce-diario " 'i tipi che si espungono'
is "$(cat rimasti.uno)" "affidamento avvio-ufficio cartella conflitto equipe\
 firma-openpgp liberatoria manifesto scheda sottoscrizione verdetto " \
    'quelli che no, o di cui un altro documento parla'
plan
