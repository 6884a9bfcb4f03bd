#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# analisi.sh [FILE...] - clang-tidy (.clang-tidy) and cppcheck on all of src/,
# cppcheck on the C of tests/ too; or both on the files named.  TIDY_CFLAGS says
# how they are compiled, JOBS how many at once.  Prints what is found, in the
# order of files, and exits 1 if there is anything.
#
# Of cppcheck: warning, portability, performance.  What it is told to leave out
# is in cppcheck.txt, each with its reason.
set -eu
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
also=
[ $# -gt 0 ] || {
	set -- src/*/*.c src/*/*/*.c
	also='tests/*/*.c tests/driver/*/*.c'
}

tidy() {
	# shellcheck disable=SC2086
	printf '%s\n' "$@" | xargs -P "${JOBS:-2}" -I{} sh -c '
		o=$1/$(echo "$2" | tr / _)
		clang-tidy --quiet "$2" -- $3 >"$o" 2>/dev/null ||
		grep -qE "(warning|error): " "$o" || echo "$2:1: error: no answer" >"$o"
		' - "$out" {} "$TIDY_CFLAGS"
	cat "$out"/*
}

found=0
tidy "$@" >"$out.tidy"
if grep -qE '(warning|error): ' "$out.tidy"; then
	cat "$out.tidy"
	found=1
fi
rm -f "$out.tidy"
# shellcheck disable=SC2086
cppcheck -q -j "${JOBS:-2}" --enable=warning,portability,performance \
	--library=posix --library=gnu --library=bsd \
	--std=c11 -D_GNU_SOURCE -Isrc --inline-suppr --error-exitcode=1 \
	--suppressions-list=tests/tools/cppcheck.txt \
	--template='{file}:{line}: {id}: {message}' "$@" $also || found=1
exit $found
