# SPDX-License-Identifier: EUPL-1.2
# Deaths of the atti on cartelle (uccisioni.sh).
. tests/cli/lib.sh
. "$RADICE/tests/cli/uccisioni.sh"

# shellcheck disable=SC2086
uccidi_tutti $DELLA_CARTELLA
# shellcheck disable=SC2086
[ -z "${UCCISIONI:-}${ATTI:-}" ] || uccidi_tutti $COME_ANNOTA
plan
