# SPDX-License-Identifier: EUPL-1.2
# scrivania: what waits, for whom, and nothing else.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1

# ---- by hand ----

run come coord scrivania
is_out 'Niente in attesa.' 'vuota, lo dice'
run come nessuno scrivania
is_exit 3 'chi non ha ruoli non ha scrivania'
run come coord scrivania --altro si
is_exit 2 'non ha altri campi'

P=$(segnalazione --riservata.motivo minore)
Q=$(segnalazione)
ora 2026-11-22T09:00:00+01:00
run come prot1 scrivania
is_out "Da smistare: 2 [smista]
  $P  da 2 giorni   segnalazione M. R.
  $Q  da 2 giorni   segnalazione M. R." \
    'le entrate da smistare, con l'\''atto che occorre'
run come tutto scrivania
like out "^  $P .*\(riservata\)$" 'di una riservata altrui solo il numero'
run come coord scrivania
is_out 'Niente in attesa.' 'a chi non è ancora smistata, non dice che c'\''è'

come prot1 smista "$P" --destinazione.ufficio soc \
    --destinazione.titolo competenza --destinazione.ufficio sds \
    --destinazione.titolo conoscenza >"$OUT"
run come prot1 scrivania
unlike out "$P" 'smistata, lascia il protocollo'
run come coord scrivania
is_out "Da prendere in carico: 1 [prendi-in-carico]
  $P  da oggi       segnalazione M. R." 'e va all'\''ufficio competente'
run come sds1 scrivania
is_out "Per conoscenza, da vedere: 1 [prendi-visione]
  $P  da oggi       segnalazione M. R." 'e a chi deve saperlo'
run come as1 scrivania
is_out 'Niente in attesa.' 'non a chi ha solo i propri casi'
come sds1 prendi-visione "$P" >"$OUT"
run come sds1 scrivania
is_out 'Niente in attesa.' 'vista, non aspetta più'

ora 2026-11-23T09:00:00+01:00
come coord prendi-in-carico "$P" >"$OUT"
run come vice scrivania
is_out "In carico, da assegnare: 1 [assegna]
  $P  da oggi       segnalazione M. R." 'presa in carico, è da assegnare'
AC=$(come coord assegna --protocollo "$P" --assistente as1)
run come vice scrivania
is_out 'Niente in attesa.' 'assegnata, lascia l'\''ufficio'
run come as1 scrivania
is_out "Accessi da valutare: 1 [valuta]
  $AC  da oggi       dal protocollo $P" 'ed è dell'\''assistente sociale'
come as1 valuta "$AC" si 'serve un sostegno' >"$OUT"
run come as1 scrivania
like out '^Accessi valutati, da prendere in carico: 1 \[apri\]$' 'valutato, è da aprire'
run come as2 scrivania
is_out 'Niente in attesa.' 'e di nessun'\''altra'
run come as1 scrivania --al-piu 1 --tutte da-aprire
like out "^  $AC " 'una parte per intero, delle altre una cosa'
run come as1 scrivania --formato xml
like out '<scrivania .*utente="as1"' 'la vista dice di chi è'

# ---- many ----

n=0
while [ $n -lt 53 ]; do
	segnalazione >/dev/null
	n=$((n + 1))
done
run come prot1 scrivania
like out '^Da smistare: 54 ' 'si dice quante sono'
is "$(grep -c '^  0' "$OUT")" 50 'se ne mostrano cinquanta'
like out '^  … e altre 4$' 'e quante ne restano'
ora 2029-11-22T09:00:00+01:00
run come prot1 scrivania
like out 'da 109[0-9] giorni segnalazione' 'anche dopo anni, parole staccate'

is_integro 'dopo il lavoro di un giorno'

# ---- random acts, and a model that knows only lists ----

ora 2026-11-20T10:15:30+01:00
for seme in ${SEMI:-3 4 8}; do
	rm -rf "$S"
	uffici_di_prova >/dev/null
	run "$DRIVER/scrivania" "$S" "$seme" "${PASSI:-500}"
	is_exit 0 "atti a caso, seme $seme: la scrivania è funzione dei fatti"
	note "$(tail -n 1 "$OUT")"
done
run cartella ricostruisci
like out ': 0 difetti$' 'e ricostruita dai documenti'
run cartella verifica
like out ': 0 difetti$' 'è la stessa'
plan
