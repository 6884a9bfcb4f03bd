# SPDX-License-Identifier: EUPL-1.2
# Deaths of the atti that make a letter (uccisioni.sh).
. tests/cli/lib.sh
. "$RADICE/tests/cli/uccisioni.sh"

# shellcheck disable=SC2086
uccidi_tutti $DI_LETTERE
# shellcheck disable=SC2086
[ -z "${UCCISIONI:-}${ATTI:-}" ] || uccidi_tutti $COME_COMUNICA
# shellcheck disable=SC2086
[ -z "${UCCISIONI:-}${ATTI:-}" ] || uccidi_tutti $ALTRE_STRADE
plan
