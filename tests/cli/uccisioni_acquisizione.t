# SPDX-License-Identifier: EUPL-1.2
# The case of another body, its process ended at every point it passes: the
# cartella is wholly there or wholly absent, and the next act follows.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/acquisizione.sh"

due_enti >/dev/null || exit 1
cp -a "$B" "$T/prima"
cartelle() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" 'SELECT count(*) FROM cartella'
}

rm -f "$T/.punti"
(export CARTELLA_PUNTI="$T/.punti"; prendi p >/dev/null)
awk '{ print $0 ":" ++n[$0], done ? "dopo" : "prima" }
    $0 == "dopo-il-commit" { done = 1 }' .punti |
    sed 's/^\(dopo-il-commit:1\) prima/\1 dopo/' >passaggi
ok 'fra i punti c'\''è quello della storia' grep -q storia-adottata passaggi
[ -n "${UCCISIONI:-}" ] || {
	awk 'NR % 6 == 0 || /storia-adottata|-commit:1 |ramo-mosso|righe-scritte/' \
	    passaggi >scelti && mv scelti passaggi
}
ok 'e ce ne sono parecchi' [ "$(grep -c . passaggi)" -ge 8 ]

while read -r punto dove; do
	rm -rf "$S" && cp -a "$T/prima" "$S"
	at_point "$punto" prendi p >/dev/null 2>&1
	code=$?
	[ "$dove" = prima ] && want=0 || want=1
	cartella verifica >v 2>&1
	wrong=
	[ $code = 99 ] || wrong="esce con $code"
	grep -q ': 0 difetti$' v || wrong="$wrong $(cat v)"
	[ "$(cartelle)" = $want ] || wrong="$wrong cartelle: $(cartelle)"
	if [ $want = 0 ]; then
		[ "$(prendi p 2>&1)" = CS-2026-0000001 ] ||
		    wrong="$wrong non si ripete"
	fi
	is "$(git -C "$S/cartelle/2026/0000001" rev-parse main~1)" \
	    "$(git -C "$A/cartelle/2026/0000001" rev-parse main)" \
	    "$punto: la storia segue"
	come as1 annota --cartella CS-2026-0000001 --tipo visita \
	    --testo 'Prima visita qui.' >/dev/null 2>>v ||
	    wrong="$wrong l'atto dopo: $(tail -1 v)"
	cartella verifica >v 2>&1
	grep -q ': 0 difetti$' v || wrong="$wrong $(cat v)"
	uffici_fsck >v 2>&1 || wrong="$wrong $(cat v)"
	is "$wrong" '' "morto a $punto ($dove del COMMIT)"
done <passaggi
plan
