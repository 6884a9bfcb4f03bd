#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# parti.sh NAME - tests/cli/NAME.t, which knows PARTE, in JOBS (1) parts side by
# side: what is not as it should be and how far each is are shown meanwhile; all
# that each said stays in build/parti/NAME.PART.  PARTE=2/4: of the second of
# four parts only.
set -eu
name=$1
n=${JOBS:-1}
mine=${PARTE:-1/1}
mkdir -p build/parti
parti=
i=0
while [ $i -lt "$n" ]; do
	parti="$parti $((${mine%/*} + ${mine#*/} * i))"
	i=$((i + 1))
done
# shellcheck disable=SC2086
printf '%s\n' $parti | xargs -P "$n" -I{} sh -c '
	log=build/parti/$1.$2
	PARTE=$2/$3 prove -v --exec sh "tests/cli/$1.t" 2>&1 | tee "$log" |
	    sed -nu "/^not ok\|^#/s/^/$2: /p"
	tail -n 1 "$log" | grep -q "^Result: PASS" || exit 1
	' - "$name" {} $((${mine#*/} * n)) && code=0 || code=$?
for i in $parti; do
	tail -n 2 "build/parti/$name.$i"
done
exit "$code"
