#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# fuzz.sh BUILD SECONDS NAME... - runs BUILD/fuzz/NAME for so many seconds each,
# JOBS (1) at once.  Seeds come from tests/fuzz/NAME/, what is found new goes to
# BUILD/corpus/NAME, an input that breaks something to BUILD/NAME-crash-...; then
# it fails.
set -eu
build=$1 seconds=$2
shift 2
if [ $# -gt 1 ]; then
	printf '%s\n' "$@" | xargs -P "${JOBS:-1}" -n 1 sh "$0" "$build" "$seconds"
	exit
fi
name=$1
mkdir -p "$build/corpus/$name"
set -- "$build/corpus/$name"
[ ! -d "tests/fuzz/$name" ] || set -- "$@" "tests/fuzz/$name"
log=$build/$name.log
code=0
"$build/fuzz/$name" -max_total_time="$seconds" -timeout=10 \
    -rss_limit_mb=2048 -verbosity=0 -print_final_stats=1 \
    -artifact_prefix="$build/$name-" "$@" >"$log" 2>&1 || code=$?
echo "== $name, $seconds s"
cat "$log"
exit $code
