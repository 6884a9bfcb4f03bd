# SPDX-License-Identifier: EUPL-1.2
# mostra --al: a case as it stood at the end of a day.  What it held is of
# then; who may read it is decided as it is today.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null && utente amm1 soc area-amministrativa >/dev/null ||
    exit 1
CS=$(aperta)
R=$(redatta "$CS" | cut -d' ' -f2)
SUA=$(apri "$(valutata)" --conferma senza-liberatoria \
    --conferma senza-stato-di-famiglia)
N=$(smistata)
come coord fascicola "$N" "$CS" >/dev/null

ora 2026-11-21T09:00:00+01:00
come as1 collega "$CS" "$SUA" fratelli >/dev/null
ora 2026-11-22T09:00:00+01:00
come as1 scollega --cartella "$CS" --con "$SUA" --motivo 'non lo sono' >/dev/null
ora 2026-11-23T09:00:00+01:00
come as1 redigi --cartella "$CS" --relazione "$R" --tipo attivita \
    --oggetto 'relazione su M. R.' --fatti-accertati 'Tre colloqui.' \
    --dichiarazioni 'La madre dice di essere sola.' \
    --valutazioni 'Serve un sostegno.' >/dev/null
come as1 annota --cartella "$CS" --tipo visita --testo 'Visita a casa.' >/dev/null
V=$(come as1 annota --cartella "$CS" --tipo visita --testo 'zzsegreto' \
    --riservata si | cut -d' ' -f2)
come as1 apri-fascicolo --padre "$CS" --tipo affare --classifica VII/9 \
    --oggetto 'carte della scuola' >/dev/null
come coord fascicola "$N" "$CS" --togli si >/dev/null
come as1 chiudi-fascicolo FA-2026-0000001 >/dev/null
come coord chiudi --cartella "$CS" --motivo conclusione --nota Fine >/dev/null

ora 2026-11-25T09:00:00+01:00
al() {	# al USER DAY [OPTION...]
	al_chi=$1 al_giorno=$2
	shift 2
	run come "$al_chi" mostra "$CS" --al "$al_giorno" "$@"
}

# ---- what it was ----

al as1 2026-11-20
is_exit 0 'com'\''era alla fine del giorno in cui fu aperta'
like out "^$CS - com'era alla fine del 20/11/2026$" 'e lo dice'
like out '^  stato: in-carico$' 'con lo stato di allora'
unlike out chiusura 'senza ciò che venne dopo'
unlike out diario 'senza i documenti di dopo'
like out "^  $R " 'con quelli di allora'
unlike out FA-2026 'senza i fascicoli di dopo'
like out "^  $N del 20/11/2026" 'con le registrazioni di allora'
unlike out "$SUA" 'senza la sorella che si collegò dopo'
al as1 2026-11-21
like out "$SUA .fratelli" 'con lei il giorno in cui lo era'
al as1 2026-11-23
unlike out "$SUA" 'e non quando non lo era più'
al as1 2026-11-22
like out '^  stato: in-carico$' 'e com'\''era fra un atto e l'\''altro'
al as1 2026-11-23
like out '^  stato: chiuso$' 'la copertina è di quel giorno'
like out 'diario' 'e il diario'
like out 'FA-2026-0000001 .chiuso' 'e i fascicoli'
unlike out "$N" 'e non ciò che n'\''era stato tolto'

al as1 2026-11-20 --documento "$R"
is_exit 0 'un documento, com'\''era'
like out 'Due colloqui' 'dice quel che diceva'
unlike out 'Tre colloqui' 'e non altro'
al as1 2026-11-24 --documento "$R"
like out 'Tre colloqui' 'il giorno dopo la correzione dice quella'
run come as1 mostra AC-2026-0000001 --al 2026-11-20
is_exit 0 'anche un accesso'
like out '^  tipo: indiretto|^  stato: ' 'con la sua copertina'
run come as1 mostra FA-2026-0000001 --al 2026-11-23
is_exit 0 'anche un fascicolo'
like out 'oggetto: carte della scuola' 'con la sua'

# ---- what was not ----

al as1 2026-11-19
is_exit 1 'prima che fosse aperta: no'
like err 'non era ancora aperta' 'e lo dice'
run come as1 mostra FA-2026-0000001 --al 2026-11-22
like err 'non era ancora aperto' 'anche di un fascicolo'
al as1 2026-11-20 --documento "$V"
is_exit 1 'un documento che non c'\''era: no'
al as1 2026-11-26
is_exit 1 'un giorno che deve venire: no'
like err 'data-futura' 'e lo dice'
al as1 2026-11-31
is_exit 1 'un giorno che non esiste: no'
run come prot1 mostra "$N" --al 2026-11-20
is_exit 1 'una registrazione si mostra sempre intera'
like err 'ogni correzione.*\[sempre-intera\]' 'e dice perché'

# ---- who may not see it today may not see it as it was ----

for u in as2 prot1 sds1 coordn; do
	run come $u mostra "$CS" --al 2026-11-20
	is_exit 1 "$u non la vede: né oggi né allora"
	sed "s,$CS,N,g" "$ERR" >nascosta
	run come $u mostra CS-2026-0000099 --al 2026-11-20
	sed 's,CS-2026-0000099,N,g' "$ERR" >assente
	same_bytes nascosta assente 'con la risposta di una che non c'\''è'
done
al coord 2026-11-24
like out diario 'la coordinatrice vede il diario di allora'
al coord 2026-11-24 --documento "$V"
is_exit 0 'e le voci riservate'
al vice 2026-11-24 --documento "$V"
is_exit 0 'come oggi'
is "$(sqlite3 "$S/letture.sqlite" "SELECT oggetto FROM lettura
    ORDER BY n DESC LIMIT 1")" "$CS;documento=$V;al=2026-11-24" \
    'la lettura dice che cosa, e di quando'
plan
