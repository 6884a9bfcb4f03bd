#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# ieri.sh ARG... - stands for the program while the demonstration store is made:
# all that comes before the first smistamento happened yesterday afternoon, so
# that there is a day to close.  Yesterday is the test build's ($PROVA); from
# then on it is $VERO, with the clock of the machine.
set -eu
if [ "${3-}" = smista ]; then
	rm -f "$FINO_A"
fi
if [ -e "$FINO_A" ]; then
	CARTELLA_ORA=$(cat "$FINO_A")
	export CARTELLA_ORA
	exec "$PROVA" "$@"
fi
exec "$VERO" "$@"
