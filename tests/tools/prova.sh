#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# prova.sh TEST - one test, as prove starts it: a script of tests/cli or
# tests/web, or a program of tests/unit.  So all stand in one queue, and no core
# waits for the end of one kind before it begins with the next.
case $1 in
*.t) exec sh "$@" ;;
esac
# In memory, if there is room, as tests/cli/lib.sh has it.
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ] &&
    [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -gt 2000000 ]; then
	TMPDIR=/dev/shm
	export TMPDIR
fi
# What fails in a script is told where prove does not hide it; so too in these.
said=$(mktemp)
trap 'rm -f "$said"' EXIT
code=0
"$@" >"$said" || code=$?
cat "$said"
[ $code -eq 0 ] || {
	echo "# ${1##*/}: exit $code"
	grep -A 6 '^not ok' "$said"
} >&2
exit $code
