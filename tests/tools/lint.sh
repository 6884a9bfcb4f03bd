#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# lint.sh [DIR] - the rules of docs/stile.md and docs/architettura.md that a
# program can check, on the tree DIR (default: here).
#
# Prints "file:line: rule: what is wrong", one line each, and exits 1 if there
# is any.  The rules on lines are in lint.awk, who may include whom is in
# stanze.txt; tests/cli/lint.t breaks each rule once.
#
# CC and LINT_CFLAGS (from the Makefile) say how headers are compiled.
set -eu
tools=$(cd "$(dirname "$0")" && pwd)
cd "${1:-.}"
LC_ALL=C
export LC_ALL
: "${CC:=gcc}" "${LINT_CFLAGS:=-std=gnu17 -D_GNU_SOURCE -Isrc}"

found=$(mktemp)
trap 'rm -f "$found"' EXIT

# What is ours and has lines: fixtures may be as ugly as they must.
files() {
	find . \( -name build -o -name node_modules -o -name .git \
	    -o -path ./store -o -path ./tests/fixtures -o -path ./tests/render \
	    -o -path './tests/fuzz/*/*' \) -prune -o -type f "$@" -print |
	    sed 's,^\./,,' | sort
}

code=$(files \( -name '*.[ch]' -o -name '*.sh' -o -name '*.t' -o -name '*.awk' \
    -o -name '*.sql' -o -name '*.xs[dl]' -o -name '*.js' -o -name '*.css' \
    -o -name Makefile -o -path ./tests/tools/stanze.txt -o -path ./.ci/run \))
prose=$(files -name '*.md')

# Names are ours: no blanks in them.
# shellcheck disable=SC2086
awk -v stanze="$tools/stanze.txt" -f "$tools/lint.awk" $code $prose >>"$found"

# The top of the tree holds what docs/architettura.md lists, nothing else.
for name in *; do
	case $name in
	Makefile | README.md | SECURITY.md | package.json | package-lock.json) ;;
	src | templates | xslt | store | schema | tests | docs | debian) ;;
	build | node_modules) ;;
	*) echo "$name:1: layout: not a name of the top level" ;;
	esac
done >>"$found"

# Every header stands alone.
headers=$(files -path './src/*' -name '*.h')
if [ -n "$headers" ]; then
	# shellcheck disable=SC2086
	$CC $LINT_CFLAGS -Wall -Werror -fsyntax-only -x c $headers 2>&1 |
	    sed -n 's/^\([^:]*:[0-9]*\):[0-9]*:.*error: /\1: self-contained: /p' \
	    >>"$found"
fi

# What is checked does not become less.
if [ -e .clang-tidy ] || [ -e tests/tools/controlli.txt ]; then
	sh "$tools/controlli.sh" >>"$found"
fi

# So does every bench, which no test builds.
for bench in $(files -path './tests/bench/*' -name '*.c' ! -name lok.c); do
	$CC $LINT_CFLAGS -Werror -fsyntax-only "$bench" 2>&1 |
	    sed -n 's/^\([^:]*:[0-9]*\):[0-9]*: error: /\1: compiles: /p'
done >>"$found"

# Every script parses.
for script in $(files \( -name '*.sh' -o -name '*.t' \)); do
	sh -n "$script" 2>/dev/null || echo "$script:1: syntax: sh -n refuses it"
done >>"$found"

# A test that the prose cites is there: what it is said to show is shown.
# shellcheck disable=SC2086
[ -z "$prose" ] || grep -noE 'tests/[a-z]+/[A-Za-z0-9_-]+\.(t|c|sh|pl)\b' /dev/null $prose |
while IFS=: read -r file line test; do
	[ -e "$test" ] || echo "$file:$line: cited: there is no $test"
done >>"$found"

[ -s "$found" ] || exit 0
sort -t: -k1,1 -k2,2n "$found"
exit 1
