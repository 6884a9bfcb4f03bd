# SPDX-License-Identifier: EUPL-1.2
# Deaths of every atto of the table (uccisioni.sh) but those of the tests beside
# this one.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uccisioni.sh"

tutti=$(cartella aiuto | sed -n '/^atti:/,/^$/s/^  \([a-z0-9-]*\) .*/\1/p')
is "$(echo "$tutti" | head -n 1)" init 'aiuto elenca gli atti'
altrove=$(echo " $DEL_CASO $DI_LETTERE $DEL_REGISTRO $DELLE_CARTE" \
    "$DELLA_CARTELLA $COME_ANNOTA $COME_COMUNICA $DELL_ISTRUTTORIA" \
    "$DEI_TRASFERIMENTI espungi scarta " |
    tr '\n' ' ')
resto=
for uno in $tutti; do
	case $altrove in
	*" $uno "*) ;;
	*) resto="$resto $uno" ;;
	esac
done
# shellcheck disable=SC2086
uccidi_tutti $resto
plan
