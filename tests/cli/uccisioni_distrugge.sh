# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# uccisioni_distrugge.sh - an act that destroys, its process ended at the points
# it passes.  Read after lib.sh, when the store is as it is before the act; the
# test has its own
#
#	fa			does the act, as istanza $ID
#	aspetto WHEN FIRST	what is not as it must be, as lines; died WHEN
#				(prima, dopo) COMMIT; FIRST comes verifica, or the
#				next act (atto)
#	di_oggi			of the lines "POINT:N WHEN" of $T/tutti those
#				of today; with UCCISIONI=tutte it is all
#
# and then calls
#
#	passa			the act once: its points in $T/passati, its answer
#				in $T/dovuta
#	uccidi			its deaths

cp -a "$S" "$T/prima"
ID=66666666666666666666666666666666

riparti() {
	rm -rf "$S"
	cp -a "$T/prima" "$S"
}

atti() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" 'SELECT max(seq) FROM catena'
}

passa() {
	CARTELLA_PUNTI=$T/passati fa >"$T/dovuta" 2>&1
}

uccidi() {
	distrugge_first=verifica
	awk '{ print $0 ":" ++n[$0], done ? "dopo" : "prima" }
	    $0 == "dopo-il-commit" { done = 1 }' "$T/passati" |
	    sed 's/^\(dopo-il-commit:1\) prima/\1 dopo/' >"$T/tutti"
	if [ -n "${UCCISIONI:-}" ]; then
		cat "$T/tutti"
	else
		di_oggi
	fi >"$T/lista"
	while read -r point when; do
		riparti
		at_point "$point" fa >/dev/null 2>"$T/e" </dev/null
		is $? 99 "muore a $point"
		wrong=$(aspetto "$when" $distrugge_first </dev/null)
		is "$wrong" '' \
		    "morto a $point ($when del COMMIT): c'è tutto o non c'è niente"
		case $distrugge_first in
		verifica) distrugge_first=atto ;;
		*) distrugge_first=verifica ;;
		esac
	done <"$T/lista"
	ok 'passa per COMMIT' grep -q '^dopo-il-commit:1 dopo' "$T/lista"
}
