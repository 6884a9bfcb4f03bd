#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Reading and registering in a whole store of $BENCH_RIGHE (100,000)
# registrations over five years, and in those of a tenth and a hundredth of
# them (2,500 at least), to see what grows; with BENCH_GRANDE=1 also in one of
# 1,000,000 (6 GB, half an hour).
# A small store made in the same way is held against `verifica` first: with a
# defect the figures are of nothing, and the bench stops.  BENCH_VERIFICA=1
# verifies the big ones too, timed.  Figures; nothing else passes or fails.
set -eu
D=$(mktemp -d -p "${BENCH_DIR:-${TMPDIR:-/tmp}}")
trap 'rm -rf "$D"' EXIT
. tests/bench/banco.sh
G='Il registro intero (p99, ms di processore)'
# git fast-import gives its memory back at every object: half of its time
malloc="MALLOC_TRIM_THRESHOLD_=1000000000 MALLOC_TOP_PAD_=67108864"

import() {		# a store, and how many registrations
	env $malloc "$BENCH/importa" "$@"
}
empty() {		# a store with one registrar
	"$CARTELLA" --store "$1" init --denominazione "Comune di prova" \
	    --codice-ipa c_x --codice-aoo AOO --dimostrativo si \
	    --ufficio.codice prot --ufficio.denominazione Protocollo \
	    --responsabile.codice resp --responsabile.cognome Bianchi \
	    --responsabile.nome Anna >/dev/null
	"$CARTELLA" --store "$1" --come resp nomina --codice prot1 \
	    --cognome Verdi --nome Luca --ruolo protocollo \
	    --ufficio prot >/dev/null
}
verified() {		# a store: its last line, and the seconds it took
	start=$(date +%s%N)
	"$CARTELLA" --store "$1" verifica > "$D/verifica" || {
		cat "$D/verifica" >&2
		exit 1
	}
	awk -v t=$(($(date +%s%N) - start)) 'END { printf "%s, %.0f s\n", $0,
	    t / 1e9 }' "$D/verifica"
}
registering() {		# a store, beside an empty one: five times, by turns
	first=$("$BENCH/registra" "$1" 1 1 1)
	second=$("$BENCH/registra" "$1" 1 1 1)
	ieri=$(awk -v a="$first" -v b="$second" 'BEGIN { printf "%.0f",
	    1000 / a - 1000 / b }')
	echo "il registro di ieri, 1.100 registrazioni, col primo atto di oggi:" \
	    "$ieri ms"
	cifra 'Il registro giornaliero' '1.100 registrazioni, al primo atto del giorno' \
	    "$2" "$ieri" ms -
	empty "$D/vuoto"
	: > "$D/pieni"
	: > "$D/vuoti"
	for i in 1 2 3 4 5; do
		"$BENCH/registra" "$1" 300 1 1 >> "$D/pieni"
		"$BENCH/registra" "$D/vuoto" 300 1 1 >> "$D/vuoti"
	done
	cifra 'Registrare in un registro pieno' 'registrazioni al secondo' "$2" \
	    "$(median < "$D/pieni")" 'al secondo' + 'un registro vuoto' \
	    "$(median < "$D/vuoti")" '>=0.8'
	awk -v a="$(median < "$D/pieni")" -v b="$(median < "$D/vuoti")" \
	    'BEGIN { printf "registrazioni al secondo: %.0f, in uno vuoto " \
	    "%.0f: x%.2f\n", a, b, a / b }'
	mv "$D/vuoto" "$D/vuoto.$2"
}
whole() {		# how many
	echo "$1 registrazioni:"
	import "$D/$1" "$1"
	[ -z "${BENCH_VERIFICA:-}" ] || verified "$D/$1"
	"$BENCH/misura" "$D/$1" "$1" "$CARTELLA" >"$D/misure.$1"
	cifre_p99_p50 "$G" "$1" '<=10' <"$D/misure.$1"
	registering "$D/$1" "$1"
}

import "$D/piccolo" 2500
verified "$D/piccolo"
growth() {		# from how many, to how many
	echo "da $1 a $2, p50 e p99 del processore:"
	paste -d '|' "$D/misure.$1" "$D/misure.$2" | awk -F '|' '{
		split($1, a, / p50 +| +p99 +/)
		split($2, b, / p50 +| +p99 +/)
		printf "%s x%.2f  x%.2f\n", substr(a[1], 1, 41),
		    b[4] / a[4], b[5] / a[5]
	}'
}
n=${BENCH_RIGHE:-100000}
# 2,500 at least: the last day alone has 1,100 (importa.c)
before=
for k in $(printf '%s\n' $((n / 100)) $((n / 10)) "$n" |
    awk '{ print $1 < 2500 ? 2500 : $1 }' | sort -nu); do
	whole "$k"
	[ -z "$before" ] || growth "$before" "$k"
	before=$k
done
n=$before
[ -n "${BENCH_GRANDE:-}" ] || exit 0
whole 1000000
growth "$n" 1000000
