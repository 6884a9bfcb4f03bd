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
exec "$@"
