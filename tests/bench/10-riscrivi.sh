#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The erasure of a document in a folder of $COMMIT (1,000) commits: the history
# written again, and the purge; beside git fast-export into git fast-import of
# the same history, and gc.  BENCH_DIR chooses the file system.
set -eu
D=$(mktemp -d ${BENCH_DIR:+-p "$BENCH_DIR"})
N=${COMMIT:-1000}
trap 'rm -rf "$D"' EXIT
. tests/bench/banco.sh

for i in 1 2 3; do
	"$BENCH/riscrivi" "$D/$i.git" "$N"
done >"$D/noi"
cat "$D/noi"
git init -q --bare "$D/copia.git"
start=$(date +%s%N)
(
	git --git-dir="$D/1.git" fast-export main |
	    git --git-dir="$D/copia.git" fast-import --quiet
	git --git-dir="$D/copia.git" gc -q --prune=now
	times
) | awk 'NR == 2 {
	split($1 "m" $2, t, /[ms]+/)
	printf "git fast-export, fast-import e gc: processore %.0f ms\n",
	    (t[1] * 60 + t[2] + t[3] * 60 + t[4]) * 1000 }' | tee "$D/loro"
awk -v t=$(($(date +%s%N) - start)) 'BEGIN { printf "in tutto %.0f ms\n", t / 1e6 }'
# the two processore of each of our lines, together
noi=$(sed 's/.*(processore \([0-9]*\)).*(processore \([0-9]*\)).*/\1 \2/' "$D/noi" |
    awk '{ print $1 + $2 }' | median)
cifra 'Espungere da una storia lunga' "$N commit, di processore" 0 "$noi" ms - \
    'git fast-export, fast-import e gc' "$(sed 's/.* \([0-9]*\) ms/\1/' "$D/loro")"
