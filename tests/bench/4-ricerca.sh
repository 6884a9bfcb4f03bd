#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Searches and the list of a day in a register of 100,000 registrations over
# five years, made by the projections alone; with BENCH_GRANDE=1 also in one of
# 1,000,000, and by how much the slowest searches grow.  Milliseconds, warm;
# nothing here passes or fails.
set -eu
D=$(mktemp -d -p "${BENCH_DIR:-/tmp}")
trap 'rm -rf "$D"' EXIT
export LC_ALL=C.UTF-8

figures() {		# the lines of measures, without the plans
	grep ' p50 ' "$1"
}
mkdir "$D/a"
"$BENCH/ricerca" "$D/a" 100000 > "$D/piccolo"
rm -rf "$D/a"
cat "$D/piccolo"
[ -n "${BENCH_GRANDE:-}" ] || exit 0
mkdir "$D/b"
"$BENCH/ricerca" "$D/b" 1000000 > "$D/grande"
grep -v '	' "$D/grande"
echo "da 100.000 a 1.000.000, p99 di processore:"
figures "$D/piccolo" > "$D/p"
figures "$D/grande" > "$D/g"
paste -d '|' "$D/p" "$D/g" | awk -F '|' '{
	split($1, x, "processore"); split($2, y, "processore")
	split(x[2], a, " "); split(y[2], b, " ")
	printf "%s x%.2f\n", substr($1, 1, index($1, " p50") - 1), b[4] / a[4]
}'
