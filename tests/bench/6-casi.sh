#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Working on the cases of a whole store of $BENCH_CASI (2,000) cartelle of 40
# entries each, and of one of a tenth: opening, writing, what waits, people, words; the disk they
# take; and one act more in a cartella of 2,000 acts.  With BENCH_GRANDE=1 also
# in a store of 100,000 cartelle of 20 entries (40 GB and hours).  A small
# store made in the same way is held against `verifica` first.  Figures;
# nothing else passes or fails.
set -eu
D=$(mktemp -d -p "${BENCH_DIR:-${TMPDIR:-/tmp}}")
trap 'rm -rf "$D"' EXIT
. tests/bench/banco.sh
G='I casi (p99, ms di processore)'
n=${BENCH_CASI:-2000}
# a tenth of them are a store too
[ "$n" -ge 200 ] || { echo 'BENCH_CASI: 200 at least' >&2; exit 1; }

casi() {		# a store, how many cartelle, entries of each
	env MALLOC_TRIM_THRESHOLD_=1000000000 MALLOC_TOP_PAD_=67108864 \
	    "$BENCH/casi" "$@"
}
kb() { du -sk "$@" | awk '{ s += $1 } END { print s }'; }
whole() {		# how many cartelle, entries of each
	echo "$1 cartelle, $2 voci l'una:"
	start=$(date +%s)
	casi "$D/$1" "$1" "$2"
	awk -v s=$(($(date +%s) - start)) -v n="$1" \
	    -v c="$(kb "$D/$1/cartelle")" -v a="$(kb "$D/$1/accessi")" \
	    -v r="$(kb "$D/$1/registro.sqlite")" 'BEGIN { printf "  scritte " \
	    "in %d s; KB l'"'"'una: cartella %.0f, accesso %.0f, registro " \
	    "%.0f\n", s, c / n, a / n, r / n }'
	"$BENCH/misura_casi" "$D/$1" "$CARTELLA" >"$D/misure"
	cifre_p99_p50 "$G" "$1" '<=20' <"$D/misure"
	cifra 'Disco di una cartella di 40 voci' cartella "$1" \
	    "$(ratio "$(kb "$D/$1/cartelle")" "$1")" KB -
}
lunga() {		# how many acts
	casi "$D/lunga" 300 20
	"$BENCH/lunga" "$D/lunga" "$1" >"$D/storia"
	cat "$D/storia"
	cifra 'Un atto di più' "dopo $1 atti" 0 "$(sed -n \
	    's/.*: x\([0-9.]*\).*/\1/p' "$D/storia")" volte - 'dopo venti' 1 '<=1.5'
	set -- "$1" "$D"/lunga/cartelle/*/0000001
	awk -v l="$(kb "$2")" -v n="$1" \
	    'BEGIN { printf "  non impacchettato, un atto occupa %.0f KB\n",
	    l / n }'
}

casi "$D/piccolo" 20 40
"$CARTELLA" --store "$D/piccolo" verifica > "$D/verifica" || {
	cat "$D/verifica" >&2
	exit 1
}
tail -n 1 "$D/verifica"
whole $((n / 10)) 40
whole "$n" 40
lunga 2000
[ -n "${BENCH_GRANDE:-}" ] || exit 0
whole 100000 20
