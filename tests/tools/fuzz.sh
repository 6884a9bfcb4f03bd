#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# fuzz.sh BUILD SECONDS NAME... - runs BUILD/fuzz/NAME for so many seconds each,
# JOBS (1) at once.  Inputs to begin with come from tests/fuzz/NAME/, those found
# to go somewhere new are kept in BUILD/corpus/NAME, one that breaks something in
# BUILD/NAME-crash-… (or -leak-, -oom-, -timeout-).  Then it says where, and how
# to see it again, and exits 1 when all have run.
#
# SEED (today's date): what is tried depends on it.  One of the day and not one
# for ever: the same parser is not shown the same inputs at every change; and not
# one of the moment, so that a finding is not the luck of who came by, but
# there for everybody on that day, and there again with SEED=… on the next.  It
# is a hole in what is on main already, and stops whoever comes: that is wanted
# of who looks for holes, not of who lands something else.
#
# FUZZ_RUNS=N: so many inputs, however long they take, from the kept ones and
# nothing else; FUZZ_RUNS=giri: of each target as many as are about half a minute
# of one core (tests/fuzz/giri.tsv).  With SEED=1 the same program is shown the
# same inputs each time, on any machine.  So CI does it: what passed once passes
# again.  (So the seeds come in the order of their names, not in that of the
# directory; what a program compares, which may be an address, is not tried; and
# what was found is not read again from its directory every second.  One target,
# fuzz_modello, still differs a little from one time to the next.)
#
# What must not stop anybody is a machine with much to do.  So an input has a
# minute (the slowest takes a tenth of a second) and a target has 4 GB (a tenth
# of which it needs): those that never end and those that eat all are found
# none the less.  One allocation of 2 GB is a finding on any machine.
set -eu
build=$1 seconds=$2
shift 2
SEED=${SEED:-$(date +%Y%m%d)}
export SEED
if [ $# -gt 1 ]; then
	each="$seconds s"
	case ${FUZZ_RUNS:-} in
	'') ;;
	giri) each='half a minute of inputs' ;;
	*) each="$FUZZ_RUNS inputs" ;;
	esac
	echo "fuzz: $# targets, $each each, ${JOBS:-1} at once, SEED=$SEED"
	printf '%s\n' "$@" | xargs -P "${JOBS:-1}" -n 1 sh "$0" "$build" "$seconds" || {
		echo "fuzz: something was found: see above, and $build/*.log"
		exit 1
	}
	exit
fi
name=$1 seeds=tests/fuzz/$1
[ -n "$(ls "$seeds" 2>/dev/null)" ] || {
	echo "fuzz: $seeds: there is nothing to begin with"
	exit 1
}
log=$build/$name.log
if [ "${FUZZ_RUNS:-}" = giri ]; then
	FUZZ_RUNS=$(awk -v n="$name" '$1 == n { print $2 }' tests/fuzz/giri.tsv)
	[ -n "$FUZZ_RUNS" ] || {
		echo "fuzz: tests/fuzz/giri.tsv: no $name"
		exit 1
	}
fi
if [ -z "${FUZZ_RUNS:-}" ]; then
	mkdir -p "$build/corpus/$name"
	set -- -max_total_time="$seconds" "$build/corpus/$name" "$seeds"
else
	new=$(mktemp -d)
	trap 'rm -rf "$new" "$new.seeds"' EXIT
	find -L "$seeds" -type f | LC_ALL=C sort | paste -sd , | tr -d '\n' >"$new.seeds"
	set -- -runs="$FUZZ_RUNS" -use_cmp=0 -use_memmem=0 -reload=0 \
	    -seed_inputs=@"$new.seeds" "$new"
fi
# The sanitizers of clang 14 die at random where a kernel moves addresses about
# more than they know of.
still=$(setarch -R true 2>/dev/null && echo 'setarch -R' || :)

try() {		# try ARG...
	code=0
	[ -z "${new:-}" ] || rm -f "$new"/*
	# shellcheck disable=SC2086
	$still "$build/fuzz/$name" -seed="$SEED" \
	    -timeout=60 -rss_limit_mb=4096 -malloc_limit_mb=2048 \
	    -verbosity=0 -print_final_stats=1 -artifact_prefix="$build/$name-" \
	    "$@" >"$log" 2>&1 || code=$?
}

try "$@"
# Leaks are looked for with ptrace, which not every container allows.
if grep -q 'LeakSanitizer has encountered a fatal error' "$log"; then
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
	export ASAN_OPTIONS
	try "$@"
fi
# Dead before the first input, where addresses cannot be kept from moving.
again=5
while [ "$code" -ne 0 ] && [ -z "$still" ] && [ $((again -= 1)) -ge 0 ] &&
    ! grep -q 'Test unit written to' "$log"; do
	try "$@"
done
if [ "$code" -eq 0 ]; then
	awk -v name="$name" '/^stat::/ { s[$1] = $2 } END {
		printf "  %-18s %9d inputs, %5d new, %4d MB\n", name,
		    s["stat::number_of_executed_units:"],
		    s["stat::new_units_added:"], s["stat::peak_rss_mb:"] }' "$log"
	exit
fi
# Several write at once: one piece.
{
	echo "== $name: broken, exit $code"
	cat "$log"
	found=$(sed -n 's/.*Test unit written to //p' "$log" | tail -1)
	if [ -n "$found" ]; then
		echo "fuzz: $name: broken by the input kept in $found"
		echo "fuzz: again with: make V=fuzz fuzzbin && $build/fuzz/$name $found"
		echo "fuzz: mended, it goes into $seeds; here it is, gzip and base64:"
		[ "$(gzip -9c "$found" | wc -c)" -gt 20000 ] || gzip -9c "$found" | base64
	else
		echo "fuzz: $name: broken before the first input"
	fi
} >"$log.found" 2>&1
cat "$log.found"
exit 1
