# SPDX-License-Identifier: EUPL-1.2
# pronti.sh DIR - the store that most tests begin with, made once for all of
# them: DIR/uffici (tests/cli/uffici.sh).
where=$1
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
set -e
uffici_nuovi >/dev/null
mkdir -p "$where"
rm -rf "$where/uffici"
cp -a "$S" "$where/uffici"
