#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Searches and the list of a day in registers of 10,000 and 100,000 registrations
# ($BENCH_RICERCA, 5,000 at least each) over five years, made by the projections
# alone; with BENCH_GRANDE=1 also in one of 1,000,000, and by how much the slowest
# searches grow.  Milliseconds, warm; nothing here passes or fails.
set -eu
D=$(mktemp -d -p "${BENCH_DIR:-/tmp}")
trap 'rm -rf "$D"' EXIT
. tests/bench/banco.sh
G='Ricerca nel registro (p99, ms di processore)'
both() {	# both HOW-MANY: figures of who keeps the register, of who has an office
	cifre_p99_p50 "$G, chi tiene il registro" "$1" '<=10' prot1 |
	    cifre_p99_p50 "$G, chi vede il suo ufficio" "$1" '<=10' as1
}

figures() {		# the lines of measures, without the plans
	grep ' p50 ' "$1"
}
mkdir "$D/a"
for n in ${BENCH_RICERCA:-10000 100000}; do
	"$BENCH/ricerca" "$D/a" "$n" >"$D/piccolo"
	rm -rf "$D/a"/*
	both "$n" <"$D/piccolo"
done
[ -n "${BENCH_GRANDE:-}" ] || exit 0
mkdir "$D/b"
"$BENCH/ricerca" "$D/b" 1000000 > "$D/grande"
grep -v '	' "$D/grande" | both 1000000
echo "da 100.000 a 1.000.000, p99 di processore:"
figures "$D/piccolo" > "$D/p"
figures "$D/grande" > "$D/g"
paste -d '|' "$D/p" "$D/g" | awk -F '|' '{
	split($1, x, "processore"); split($2, y, "processore")
	split(x[2], a, " "); split(y[2], b, " ")
	printf "%s x%.2f\n", substr($1, 1, index($1, " p50") - 1), b[4] / a[4]
}'
