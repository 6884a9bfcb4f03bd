# SPDX-License-Identifier: EUPL-1.2
# Every atto of the table, one of its calls to the disk failed (guasti.sh).
. tests/cli/lib.sh
. "$RADICE/tests/cli/guasti.sh"

cartella aiuto | sed -n '/^atti:/,/^$/s/^  \([a-z0-9-]*\) .*/\1/p' >"$T/tutti"
is "$(head -n 1 "$T/tutti")" init 'aiuto elenca gli atti'
# of the roads that all go, init would tell least
{
	echo registra
	echo annota
	grep -vx -e init -e registra -e annota "$T/tutti"
	echo init
} >"$T/ordine"
: >"$T/oggi"
i=0
while read -r atto; do
	i=$((i + 1))
	if ! ha_ricetta ricetta "$atto"; then
		lib_result 1 "$atto: ricette.sh non sa come si fa"
	elif e_di_oggi "$atto" $i; then
		echo "$atto" >>"$T/oggi"
	fi
done <"$T/ordine"
# shellcheck disable=SC2046
conta_tentativi $(cat "$T/oggi")
while read -r atto; do
	guasta "$atto" </dev/null
done <"$T/oggi"
ok 'qualche chiamata è fallita' [ $guasti_n -gt 0 ]
plan
