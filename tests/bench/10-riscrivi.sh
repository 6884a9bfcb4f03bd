#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The erasure of a document in a folder of $COMMIT (1,000) commits: the history
# written again, and the purge; beside git filter-branch, reflog expire and gc
# on the same history.  BENCH_DIR chooses the file system.
set -eu
D=$(mktemp -d ${BENCH_DIR:+-p "$BENCH_DIR"})
N=${COMMIT:-1000}
trap 'rm -rf "$D"' EXIT
export LC_ALL=C.UTF-8 GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export FILTER_BRANCH_SQUELCH_WARNING=1

for i in 1 2 3; do
	"$BENCH/riscrivi" "$D/$i.git" "$N"
done
git clone -q "$D/1.git" "$D/copia"
cd "$D/copia"
start=$(date +%s%N)
git filter-branch -f --index-filter 'if git cat-file -e $GIT_COMMIT:relazioni/0001.xml 2>/dev/null; then
	git update-index --cacheinfo 100644,'"$(echo lapide | git hash-object -w --stdin)"',relazioni/0001.xml; fi' \
	>/dev/null 2>&1
rm -rf .git/refs/original
git reflog expire --expire=now --all
git gc -q --prune=now
awk -v t=$(($(date +%s%N) - start)) 'BEGIN {
	printf "git filter-branch, reflog expire e gc: %.0f ms\n", t / 1e6 }'
