# SPDX-License-Identifier: EUPL-1.2
# Writers killed with kill -9 at random moments, for KILL9_SECONDS (8): then
# the store is whole, its numbers have no gap, and every number that a writer
# had printed before it died is there, once.  `make prova-kill9` goes on for
# 30 seconds.
#
# Two are the driver, which registers without a pause; one is the program
# itself, whose death may also come while it starts or ends.
DISCO=1
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"

fine=$(($(date +%s) + ${KILL9_SECONDS:-8}))
NUMERI=$T/numeri
: >"$NUMERI"

manca_tempo() {
	[ "$(date +%s)" -lt "$fine" ]
}

# uccidi_dopo FROM TO PID: in milliseconds
uccidi_dopo() {
	sleep "$(shuf -i "$1-$2" -n 1 | awk '{ print $1 / 1000 }')"
	kill -9 "$3" 2>/dev/null && echo "$3" >>"$T/morti"
	wait "$3" 2>/dev/null
}

senza_pausa() {
	while manca_tempo; do
		"$DRIVER/scrittori" "$S" prot 1 60 "$1" "$NUMERI" \
		    >/dev/null 2>>"$T/detto" &
		uccidi_dopo 50 1000 $!
	done
}

uno_alla_volta() {
	while manca_tempo; do
		i=$((i + 1))
		echo "lettera $1 $i" >"$T/lettera$1"
		"$CARTELLA" --store "$S" --come prot registra --flusso entrata \
		    --oggetto 'lettera della scuola' --classifica VII/9 \
		    --mittente.denominazione 'Scuola di Prova' \
		    "$T/lettera$1" >>"$NUMERI" 2>>"$T/detto" &
		uccidi_dopo 10 300 $!
	done
}

ente_di_prova >/dev/null
(senza_pausa 1) 2>/dev/null &
(senza_pausa 4) 2>/dev/null &
(i=0; uno_alla_volta c) 2>/dev/null &
wait

morti=$(wc -l <"$T/morti")
note "$morti uccisi, $(wc -l <"$NUMERI") numeri detti"
ok 'molti sono morti' [ "$morti" -ge 10 ]
is "$(cat "$T/detto")" '' 'nessuno ha avuto da ridire'
run cartella verifica
is_exit 0 'verifica non trova difetti'
note "$(cat "$OUT")"

sqlite3 "$S/registro.sqlite" "SELECT printf('%07d/%d', numero, anno)
    FROM registrazione ORDER BY anno, numero" >"$T/registrati"
quanti=$(wc -l <"$T/registrati")
is "$(tail -n 1 "$T/registrati")" "$(printf '%07d/2026' "$quanti")" \
    'nessun numero manca'
is "$(sort "$NUMERI" | uniq -d)" '' 'nessun numero è stato detto due volte'
is "$(sort "$NUMERI" | comm -23 - "$T/registrati")" '' \
    'ogni numero detto esiste'
ok 'e ne sono stati detti' grep -q '^00000[0-9]*/2026$' "$NUMERI"
is "$(registra_lettera)" "$(printf '%07d/2026' $((quanti + 1)))" \
    'e si continua'
is "$(git --git-dir "$S/registro/2026.git" rev-list --min-parents=2 main |
    wc -l)" 0 'la storia è una linea'
is "$(git --git-dir "$S/registro/2026.git" rev-list --count main)" \
    $((quanti + 1)) 'con un commit a registrazione'
ok 'git fsck non trova nulla' git --git-dir "$S/registro/2026.git" fsck \
    --strict --no-dangling
plan
