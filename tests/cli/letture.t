# SPDX-License-Identifier: EUPL-1.2
# chi-ha-letto and esponi: who read what of a case, also who was refused; the
# papers of a case handed over.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
AC=AC-2026-0000001
R=$(redatta "$CS" | cut -d' ' -f2)
come as1 annota --cartella "$CS" --tipo visita --testo 'Visita a casa.' >/dev/null
V=$(come as1 annota --cartella "$CS" --tipo visita --testo 'zzsegreto' \
    --riservata si | cut -d' ' -f2)

# ---- who read ----

come as1 mostra "$CS" --documento "$R" >/dev/null
come coord mostra "$CS" --documento "$V" >/dev/null
come as1 trova sostegno --tipo relazione >/dev/null
run come as2 mostra "$CS"
is_exit 1 'chi non può vedere non vede'
run come prot1 storia "$CS"
is_exit 3 'e chi non ha l'\''atto nemmeno'
come as1 mostra "$CS" --al 2026-11-20 >/dev/null

run come coord chi-ha-letto "$CS"
is_exit 0 'la coordinatrice sa chi ha letto'
like out "^Letture di $CS$" 'che cosa'
like out "  as1  mostra  $R$" 'quale documento'
like out "  coord  mostra  $V$" 'una voce riservata che può leggere'
like out "  as1  trova  $R$" 'ciò che una ricerca ha mostrato'
like out '  as1  mostra  al 2026-11-20$' 'di quale giorno'
like out '  as2  mostra  NEGATA$' 'a chi fu negato'
like out '  prot1  storia  NEGATA$' 'anche a chi non ha l'\''atto'
unlike out sostegno 'mai le parole cercate'
is "$(sed -n '2s/.*  \(al .*\)/\1/p' "$OUT")" 'al 2026-11-20' 'la più recente per prima'
run come coord chi-ha-letto "$CS"
like out '  coord  chi-ha-letto$' 'e anche questa è una lettura'
run come as1 chi-ha-letto "$CS"
is_exit 0 'lo sa anche chi risponde del caso'
like out '  as2  mostra  NEGATA$' 'con ciò che fu negato'
run come resp chi-ha-letto "$CS"
is_exit 0 'e il responsabile del registro'
unlike out 'relazioni/|diario/' 'senza i nomi dei documenti che non legge'
like out '  as1  mostra  un documento che non puoi leggere$' 'che ci sono'
run come coord chi-ha-letto "$CS" --limite 2
N=$(sed -n 's/.*--dopo \([0-9]*\)$/\1/p' "$OUT")
run come coord chi-ha-letto "$CS" --dopo "$N"
sed -n 2p "$OUT" >prima
run come coord chi-ha-letto "$CS" --dopo "$N" --limite 1
is "$(grep -c ' as1 \| resp \| coord ' "$OUT")" 1 'una pagina continua'
is "$(sed -n 2p "$OUT")" "$(cat prima)" 'da dove era rimasta'
run come coord chi-ha-letto "$CS" --dal 2026-11-20 --al 2026-11-20
like out '  as2  mostra  NEGATA$' 'da un giorno a un giorno'
run come coord chi-ha-letto "$CS" --al 2026-11-19
is_out "Letture di $CS
nessuna lettura" 'prima non ce ne sono'
run come coord chi-ha-letto "$CS" --dal 2026-11-20 --al 2026-11-19
like err 'date-invertite' 'date a rovescio: no'
run come coord chi-ha-letto "$CS" --dal 2026-11-21
like err 'data-futura' 'un giorno che deve venire: no'
run come coord chi-ha-letto 0000001/2026
like err 'non-un-caso' 'una registrazione: no'
same_absent "$CS" CS-2026-0000099 come as2 chi-ha-letto
same_absent "$AC" AC-2026-0000099 come coordn chi-ha-letto
run come prot1 chi-ha-letto "$CS"
is_exit 3 'non è del protocollo'

# a conflict of interest closes this too
come coord dichiara-conflitto --riferimento "$CS" --utente vice \
    --motivo 'parente della famiglia' >/dev/null
same_absent "$CS" CS-2026-0000099 come vice chi-ha-letto
same_absent "$CS" CS-2026-0000099 come vice esponi --in "$T/conflitto"

# ---- handed over ----

run come as1 esponi "$CS" --in "$T/carte"
is_exit 0 'chi risponde del caso ne ha le carte'
has_file "$T/carte/index.xml" 'con un indice'
has_file "$T/carte/$V" 'con la voce riservata, che può leggere'
is "$(sha256sum <"$T/carte/$R" | cut -d' ' -f1)" "$(sed -n \
    "s,.*impronta=\"\([0-9a-f]*\)\" percorso=\"$R\".*,\1,p" "$T/carte/index.xml")" \
    'i byte sono quelli dell'\''indice'
run come as1 esponi "$CS" --in "$T/carte"
is_exit 1 'non in una directory che c'\''è già'
run come coord esponi "$CS" --per-altri si --in "$T/altri"
is_exit 0 'per chi non è della casa'
ok 'senza la voce riservata' [ ! -e "$T/altri/$V" ]
has_file "$T/altri/$R" 'con la relazione'
ok 'neppure nell'\''indice' sh -c "! grep -q '$V' '$T/altri/index.xml'"
run come coord chi-ha-letto "$CS"
like out "  coord  esponi  $R$" 'ogni documento consegnato è una lettura'
like out '  coord  esponi  esposta  per-altri  documenti [0-9]+$' 'e si sa per chi'
same_absent "$CS" CS-2026-0000099 come as2 esponi --in "$T/negata"
ok 'e nulla è scritto' [ ! -e "$T/negata" ]
run come as1 esponi 0000001/2026 --in "$T/registrazione"
like err 'non-un-caso' 'una registrazione non si espone'

# ---- a reading that cannot be written shows nothing ----

sqlite3 "$S/letture.sqlite" "CREATE TRIGGER guasto BEFORE INSERT ON lettura
    BEGIN SELECT raise(ABORT, 'disco pieno'); END"
for a in "trova visita" "chi-ha-letto $CS" "mostra $CS --al 2026-11-20"; do
	# shellcheck disable=SC2086
	run come as1 $a
	is_exit 4 "$a: se la lettura non si scrive"
	silent out 'non si mostra nulla'
done
run come as1 esponi "$CS" --in "$T/non-scritta"
is_exit 4 'esponi: se la lettura non si scrive'
ok 'non si consegna nulla' [ ! -e "$T/non-scritta" ]
plan
