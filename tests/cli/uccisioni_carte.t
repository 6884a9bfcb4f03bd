# SPDX-License-Identifier: EUPL-1.2
# Deaths of the atti that follow a registration (uccisioni.sh).
. tests/cli/lib.sh
. "$RADICE/tests/cli/uccisioni.sh"

# shellcheck disable=SC2086
uccidi_tutti $DELLE_CARTE
plan
