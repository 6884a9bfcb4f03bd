# SPDX-License-Identifier: EUPL-1.2
# Power failures during acts (corrente.sh).
. tests/cli/lib.sh
. "$RADICE/tests/cli/corrente.sh"

note "semi da $SEME"
senza_corrente pronta_redigi registra annota redigi registra
plan
