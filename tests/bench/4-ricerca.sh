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
echo "da 100.000 a 1.000.000, p99:"
figures "$D/piccolo" > "$D/p"
figures "$D/grande" > "$D/g"
paste -d '|' "$D/p" "$D/g" | awk -F '|' '{
	match($1, /p99 +[0-9.]+/); a = substr($1, RSTART + 3, RLENGTH - 3)
	match($2, /p99 +[0-9.]+/); b = substr($2, RSTART + 3, RLENGTH - 3)
	printf "  %s x%.2f\n", substr($1, 3, 32), b / a
}'
