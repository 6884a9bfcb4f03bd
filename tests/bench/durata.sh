#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# durata.sh - an office for DURATA seconds (3600): 60 people on 2,000 cartelle
# and 100,000 registrations ($BENCH_CASI, $BENCH_REGISTRAZIONI; BENCH_GRANDE=1:
# 1,000,000), with `servi` as it is shipped.  In slices of a twentieth: eight in
# peace, nine in which a process of `servi`, at times all of them, is killed with
# kill -9 at a random moment (and served again), three in peace.
#
# Fails when an act that was answered as done is not in the store once, when an
# answer was not what it should be, when the store is not whole, and when what
# should be flat is not: memory, of each trade before the kills and of each process
# that nobody killed since, and the p50 of readings and acts, of the last slices of
# peace beside the first ones (ratios of one run; at most $LARGO, 1.5).
# BENCH_NEGOZIO, BENCH_TIENI: as in 9-web.sh.  SEME: of the kills.
set -eu
D=$(mktemp -d -p "${BENCH_DIR:-${TMPDIR:-/tmp}}")
SERVI=
end() {
	[ -z "$SERVI" ] || kill -TERM "$SERVI" 2>/dev/null || :
	rm -rf "$D"
}
trap end EXIT
. tests/bench/banco.sh
S=$D/s
DURATA=${DURATA:-3600}
FETTA=$((DURATA / 20))
[ "$FETTA" -ge 2 ] || { echo 'DURATA: almeno 40 secondi' >&2; exit 2; }
SEME=${SEME:-$(date +%s)}
REGISTRAZIONI=${BENCH_REGISTRAZIONI:-${BENCH_GRANDE:+1000000}}
guasti=0
guasto() {
	echo "NON VA: $*"
	guasti=$((guasti + 1))
}
caso() {	# caso N: the next of the numbers below N
	SEME=$(((SEME * 1103515245 + 12345) % 2147483648))
	caso=$((SEME / 65536 % $1))
}

# ---- the store and its people ----

confirm() {
	"$CARTELLA" --store "$S" --come resp conferma-ora \
	    "$(date -Iseconds)" banco >/dev/null
}
if [ -n "${BENCH_NEGOZIO:-}" ]; then
	cp -a "$BENCH_NEGOZIO" "$S"
	confirm 2>/dev/null || :
else
	"$BENCH/casi" "$S" "${BENCH_CASI:-2000}" 20
	confirm
	"$BENCH/registra" "$S" "${REGISTRAZIONI:-100000}" 64 1
	[ -z "${BENCH_TIENI:-}" ] || cp -a "$S" "$BENCH_TIENI"
fi
sql() { sqlite3 "file:$S/registro.sqlite?mode=ro" "$1"; }
prima=$(sql 'SELECT count(*) FROM catena')
{
	sqlite3 -separator ' ' "file:$S/registro.sqlite?mode=ro" "
	    SELECT responsabile, group_concat(printf('CS-%d-%07d', anno,
	    numero), ' ') FROM (SELECT * FROM cartella ORDER BY anno DESC,
	    numero DESC) GROUP BY responsabile" | cut -d' ' -f1-20
	echo prot1
	echo prot1
} >"$D/persone"
"$BENCH/carico" sessioni "$S" 60 <"$D/persone" >"$D/sessioni"

# ---- served, measured, killed ----

serve() {	# serve ADDRESS
	: >"$D/out"
	"$CARTELLA" --store "$S" servi --indirizzo "$1" >"$D/out" 2>>"$D/err" &
	SERVI=$!
	n=0
	while [ ! -s "$D/out" ] && [ $n -lt 600 ]; do
		sleep 0.1
		n=$((n + 1))
	done
	[ -s "$D/out" ] || { cat "$D/err" >&2; exit 1; }
	A=$(sed 's,^http://,,; s,/$,,' "$D/out")
}
memory() {	# each process: its trade, pid and start, KB of its own
	for p in $(pgrep -P "$SERVI"); do
		printf '%s %s-%s %s\n' "$(ps -o comm= -p "$p")" "$p" \
		    "$(awk '{ print $22 }' "/proc/$p/stat")" \
		    "$(awk '/^Pss:/ { print $2 }' "/proc/$p/smaps_rollup")"
	done 2>/dev/null | awk 'NF == 3'
}
most() {	# most SLICE: of each trade the most one process has
	awk '$3 > m[$1] { m[$1] = $3 } END { for (x in m) print x, m[x] }' \
	    "$D/memoria.$1" | sort
}
of() {		# of KIND WHAT
	awk -v k="$1" -v w="$2" '$1 == k { for (i = 2; i < NF; i++)
	    if ($i == w) { print $(i + 1); exit } }' "$D/fetta"
}
kill_one() {	# at a random moment of the slice; 0: all of them
	caso $((FETTA * 1000 * 6 / 10))
	sleep "$(awk -v n="$caso" 'BEGIN { print n / 1000 + 0.5 }')"
	caso 8
	if [ "$caso" -eq 0 ]; then
		chi='tutti'
		kill -9 "$SERVI" $(pgrep -P "$SERVI") 2>/dev/null || :
		wait "$SERVI" 2>/dev/null || :
		serve "$A"
	else
		figli=$(pgrep -P "$SERVI")
		set -- $figli
		caso $#
		shift "$caso"
		chi=$(ps -o comm= -p "$1" 2>/dev/null || echo nessuno)
		kill -9 "$1" 2>/dev/null || :
	fi
}
slice() {	# slice N HOW (pace, morti)
	export CARICO_FATTI="$D/fatti"
	"$BENCH/carico" "$A" "$FETTA" 500 <"$D/sessioni" >"$D/fetta" &
	carico=$!
	chi=-
	[ "$2" = pace ] || kill_one
	wait "$carico" || guasto "fetta $1: $(grep SBAGLIATE "$D/fetta")"
	memory >"$D/memoria.$1"
	printf '%d\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$(of LETTURE p50)" \
	    "$(of LETTURE p99)" "$(of ATTI p50)" "$(of ATTI p99)" \
	    "$chi" | tee -a "$D/fette"
}

echo "seme $SEME; $(sql 'SELECT count(*) FROM cartella') cartelle, $(sql \
    'SELECT count(*) FROM registrazione') registrazioni; fette di $FETTA s"
serve 127.0.0.1:0
"$BENCH/carico" "$A" 5 500 <"$D/sessioni" >/dev/null	# warm
printf 'fetta\tcome\tletture p50\tp99\tatti p50\tp99\tucciso\n'
k=0
while [ $((k += 1)) -le 20 ]; do
	if [ $k -le 8 ] || [ $k -gt 17 ]; then
		slice $k pace
	else
		slice $k morti
	fi
done
kill -TERM "$SERVI"
wait "$SERVI" || guasto "servi è finito con $?"
SERVI=

# ---- nothing lost ----

sort "$D/fatti" >"$D/detti"
[ -z "$(uniq -d "$D/detti")" ] || guasto 'un atto detto fatto due volte'
{
	sql 'SELECT oggetto FROM registrazione'
	find "$S/cartelle" -path '*/diario/*' -name '*.xml' -exec cat {} +
} | grep -oE '[0-9a-f]{32}' | sort >"$D/scritti"
persi=$(uniq "$D/scritti" | comm -23 "$D/detti" - | wc -l)
[ "$persi" -eq 0 ] || guasto "$persi atti detti fatti non ci sono"
doppi=$(uniq -d "$D/scritti" | wc -l)
[ "$doppi" -eq 0 ] || guasto "$doppi atti ci sono due volte"
echo "$(wc -l <"$D/detti") atti detti fatti, $persi persi;" \
    "nell'archivio $(($(sql 'SELECT count(*) FROM catena') - prima)) di più"
"$CARTELLA" --store "$S" verifica >"$D/verifica" ||
    guasto "verifica: $(tail -n 3 "$D/verifica")"
tail -n 1 "$D/verifica"

# ---- flat ----

LARGO=${LARGO:-1.5}
flat() {	# flat WHAT BEFORE AFTER
	printf '%s: %s, poi %s: x%s\n' "$1" "$2" "$3" "$(ratio "$3" "$2")"
	awk -v a="$2" -v b="$3" -v l="$LARGO" 'BEGIN { exit !(b > a * l) }' &&
	    guasto "$1 cresce" || :
}
p50() {		# p50 COLUMN FROM TO: the median of those slices
	awk -F '\t' -v c="$1" -v a="$2" -v b="$3" \
	    '$1 >= a && $1 <= b { print $c }' "$D/fette" | median
}
flat 'letture, p50 in ms' "$(p50 3 1 3)" "$(p50 3 6 8)"
flat 'atti, p50 in ms' "$(p50 5 1 3)" "$(p50 5 6 8)"
flat 'letture, p50 dopo le morti' "$(p50 3 1 3)" "$(p50 3 18 20)"
flat 'atti, p50 dopo le morti' "$(p50 5 1 3)" "$(p50 5 18 20)"
most 2 >"$D/presto"
most 8 >"$D/tardi"
join "$D/presto" "$D/tardi" >"$D/prima-delle-morti"
while read -r che kb poi; do	# the first eight: nobody was killed
	flat "memoria di $che, KB" "$kb" "$poi"
done <"$D/prima-delle-morti"
# in the second slice that a process saw it is warm; then three slices at least
k=0
while [ $((k += 1)) -le 20 ]; do
	sed "s/^/$k /" "$D/memoria.$k"
done | awk '{ if (++n[$3] == 2) { at[$3] = $1; kb[$3] = $4 } }
    $1 == 20 && n[$3] > 4 { print $2, at[$3], kb[$3], $4 }' | sort >"$D/vivi"
while read -r che da kb poi; do
	flat "memoria di un $che dalla fetta $da alla 20, KB" "$kb" "$poi"
done <"$D/vivi"
[ $guasti -eq 0 ]
