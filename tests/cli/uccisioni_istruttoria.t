# SPDX-License-Identifier: EUPL-1.2
# Deaths of the atti of the istruttoria (uccisioni.sh).
FASI=si
. tests/cli/lib.sh
. "$RADICE/tests/cli/uccisioni.sh"

# shellcheck disable=SC2086
uccidi_tutti $DELL_ISTRUTTORIA
plan
