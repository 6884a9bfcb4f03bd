# SPDX-License-Identifier: EUPL-1.2
# confronta: what changed between two versions of a document.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
R=relazioni/0001.xml

versione() {	# versione FATTI [OPTION...]
	caso_fatti=$1
	shift
	come as1 redigi --cartella "$CS" --tipo attivita --oggetto 'M. R.' \
	    --fatti-accertati "$caso_fatti" --dichiarazioni 'Nessuna.' \
	    --valutazioni 'Serve.' --formato xml "$@" |
	    grep -o ' seq="[0-9]*"' | tr -dc 0-9
}
confronta() {
	come "$1" confronta "$CS" "$2"
}

V1=$(versione 'Un colloquio.

Una visita.')

run confronta as1 $R
is_exit 1 'una sola versione: niente da confrontare'
like err 'una sola versione' 'e lo dice'

V2=$(versione 'Due colloqui.

Una visita.' --relazione $R)
V3=$(versione 'Due colloqui.

Una *visita*.

- e una telefonata' --relazione $R)

# ---- done ----

run confronta as1 $R
is_exit 0 'le ultime due'
like out '^- fatti-accertati: Una visita\.$' 'che cosa è tolto'
like out '^\+ fatti-accertati: Una \*visita\*\.$' 'che cosa è messo, anche solo un grassetto'
like out '^\+ fatti-accertati: - e una telefonata$' 'una voce in più'
like out '^  fatti-accertati: Due colloqui\.$' 'che cosa resta'
unlike out '^[-+] (tipo|autore|dichiarazioni|valutazioni)' 'e nient'\''altro'

run come as1 confronta "$CS" $R --da "$V1" --a "$V2" --formato xml
is_exit 0 'due date'
like out '<riga campo="fatti-accertati" segno="-">Un colloquio\.</riga>' 'la prima'
like out '<riga campo="fatti-accertati" segno="\+">Due colloqui\.</riga>' 'la seconda'
like out "<confronto .*a=\"$V2\" da=\"$V1\"" 'e dice quali'
run come as1 confronta "$CS" $R --a "$V2"
like out '^- fatti-accertati: Un colloquio\.$' 'data la seconda, la prima le sta prima'
run come as1 confronta "$CS" $R --da "$V1"
like out '^- fatti-accertati: Un colloquio\.$' 'data la prima, la seconda è l'\''ultima'
like out 'telefonata' 'con tutto quel che è cambiato'
run come as1 confronta "$CS" $R --da "$V2" --a "$V2"
is_out 'nessuna differenza' 'una con se stessa'
run come as1 confronta "$CS" $R --da 1
is_exit 1 'a un atto in cui non c'\''era: no'
like err "da $V1 a $V3" 'e dice da quando c'\''è'

come as1 chiudi --cartella "$CS" --motivo conclusione --nota Fine >"$OUT"
run confronta coord cartella.xml
like out '^- stato: in-carico$' 'anche della copertina'
like out '^\+ chiusura/motivo: conclusione$' 'con il suo posto'

# ---- refused ----

run come as1 confronta 0000001/2026 cartella.xml
is_exit 1 'una registrazione non ha versioni'
like err 'art\. 53 DPR 445/2000.*\[senza-versioni\]' 'e dice perché'
run confronta as1 relazioni/0009.xml
is_exit 1 'un documento che non c'\''è: no'
run confronta prot1 $R
is_exit 3 'confrontare non è del protocollo'
run confronta as2 $R
is_exit 1 'chi non vede la cartella: no'
sed "s,$CS,N,g" "$ERR" >nascosta
run come as2 confronta CS-2026-0000099 $R
sed 's,CS-2026-0000099,N,g' "$ERR" >assente
same_bytes nascosta assente 'con la risposta di una che non c'\''è'
plan
