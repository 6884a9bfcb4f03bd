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
like out '^  ~ Una \[-visita\.-\] \{\+\*visita\*\.\+\}$' \
    'che cosa è cambiato, anche solo un grassetto'
like out '^  \+ - e una telefonata$' 'una voce in più'
like out '^fatti accertati:$' 'di quale parte'
like out "^$R, dall.atto $V2 \(20/11/2026 10:15, as1\) all.atto $V3 " \
    'fra quali versioni'
unlike out 'Due colloqui|tipo|autore|dichiarazioni|valutazioni' 'e nient'\''altro'

run come as1 confronta "$CS" $R --da "$V1" --a "$V2" --formato xml
is_exit 0 'due date'
like out '<riga campo="fatti-accertati" segno="-">Un colloquio\.</riga>' 'la prima'
like out '<riga campo="fatti-accertati" segno="\+">Due colloqui\.</riga>' 'la seconda'
like out "<confronto .*a=\"$V2\" .* da=\"$V1\"" 'e dice quali'
run come as1 confronta "$CS" $R --a "$V2"
like out '^  - Un colloquio\.$' 'data la seconda, la prima le sta prima'
run come as1 confronta "$CS" $R --da "$V1"
like out '^  - Un colloquio\.$' 'data la prima, la seconda è l'\''ultima'
like out 'telefonata' 'con tutto quel che è cambiato'
run come as1 confronta "$CS" $R --da "$V2" --a "$V2"
is_out 'nessuna differenza' 'una con se stessa'
run come as1 confronta "$CS" $R --da 1
is_exit 1 'a un atto in cui non c'\''era: no'
like err "da $V1 \\(2026-11-20\\) a $V3" 'e dice da quando c'\''è'

ora 2026-11-23T09:00:00+01:00
V4=$(versione 'Due colloqui con la madre, che è sola.

La bambina va a scuola tutti i giorni.

Una *visita*.

- e una telefonata' --relazione $R)
V5=$(versione 'Due colloqui con la madre, che era sola.

Una *visita*.

- e una telefonata

La bambina va a scuola tutti i giorni.' --relazione $R)
run confronta as1 $R
like out '^  ~ Due colloqui con la madre, che \[-è-\] \{\+era\+\} sola\.$' \
    'di un capoverso, le parole'
like out '^  > \(spostato\) La bambina va a scuola' 'quello spostato, come tale'
unlike out 'telefonata' 'non quelli che gli stanno intorno'
run come as1 confronta "$CS" $R --da 2026-11-20 --a 2026-11-23
is_exit 0 'due giorni'
like out "dall.atto $V3 .* all.atto $V5 \(23/11/2026" 'la versione di fine giornata'
run come as1 confronta "$CS" $R --da 2026-11-19 --a 2026-11-23
is_exit 1 'un giorno in cui non c'\''era: no'
run come as1 confronta "$CS" $R --da 2026-11-31
is_exit 1 'un giorno che non esiste: no'
run come as1 confronta "$CS" $R --a 2026-11-24
is_exit 1 'un giorno che deve venire: no'
like err 'data-futura' 'e lo dice'

come as1 chiudi --cartella "$CS" --motivo conclusione --nota Fine >"$OUT"
run confronta coord cartella.xml
like out '^  ~ \[-in-carico-\] \{\+chiuso\+\}$' 'anche della copertina'
like out '^chiusura\.motivo:$' 'con il suo posto'

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
