# SPDX-License-Identifier: EUPL-1.2
# uccisioni_trasferimento: deaths of what goes from one body to another, on both
# sides (uccisioni.sh).
. tests/cli/lib.sh
. "$RADICE/tests/cli/uccisioni.sh"

# shellcheck disable=SC2086
uccidi_tutti $DEI_TRASFERIMENTI
plan
