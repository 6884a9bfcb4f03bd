#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# parti.sh NAME - tests/cli/NAME.t, which knows PARTE, in JOBS (1) parts side by
# side: what is not as it should be is shown meanwhile, and every hundredth
# result, how far each is; all that each said stays in build/parti/NAME.PART.
# PARTE=2/4: of the second of four parts only.
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
# shellcheck disable=SC2016,SC2086
printf '%s\n' $parti | xargs -P "$n" -I{} sh -c '
	log=build/parti/$1.$2
	start=$(date +%s)
	PARTE=$2/$3 sh "tests/cli/$1.t" 2>&1 | tee "$log" | awk -v part="$2" "
		/^(not ok|#)/ { print part \": \" \$0; fflush() }
		/^ok/ && ++n % 100 == 0 { print part \": \" \$0; fflush() }"
	awk -v part="$1, part $2" -v s=$(($(date +%s) - start)) "
		/^ok / { n++ }
		/^not ok / { n++; bad++ }
		/^1\.\.[0-9]+/ { plan = substr(\$1, 4) + 0; said = 1 }
		END {
			printf \"%s: %d of %d results, %d not ok, %d minutes\n\",
			    part, n, plan, bad, s / 60
			exit bad || !said || plan != n
		}" "$log"
	' - "$name" {} $((${mine#*/} * n))
