# SPDX-License-Identifier: EUPL-1.2
# Deaths of the atti of a case (uccisioni.sh).
. tests/cli/lib.sh
. "$RADICE/tests/cli/uccisioni.sh"

# shellcheck disable=SC2086
uccidi_tutti $DEL_CASO
plan
