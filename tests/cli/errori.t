# SPDX-License-Identifier: EUPL-1.2
# An answer of a library is an error: a row of the register, an object of git, a
# stylesheet, a pipe, a directory (tests/driver/presa/errori.c).  Of every atto each road to
# such an answer fails once: the act is wholly there or wholly absent, what was
# answered is true, the same istanza again gives the one answer, a reading shows
# nothing that left no row.  A road that another atto has gone is not tried again.
#
#	ATTI='registra annota'	these alone
#	ERRORI=tutti		every road (make prova-errori); otherwise some of four
#				atti, others each day
#	PARTE=2/4		the second of four parts of them
. tests/cli/lib.sh
. "$RADICE/tests/cli/guasti.sh"

[ -f "$DRIVER/errori.so" ] || skip_all 'sotto i sanitizer non si può'
: "${ERRORI:=}"
[ -n "$ERRORI$ATTI" ] || ATTI='registra annota mostra scrivania'
: "${TENTATIVI:=12}"
FASI=1		# what many atti begin with is made once

presa() {	# with ERRORE, the number of the call that fails
	(
		export LD_PRELOAD="$DRIVER/errori.so" ERRORI_SOLO="$ID"
		"$@"
	)
}

parole() {
	[ -s "$T/errore" ] || echo 'non dice nulla'
}

# Done, but something that comes after could not be: it says so.
resta_qualcosa() {	# resta_qualcosa N CODE
	[ "$2" = 0 ] && [ "$(atti)" = $(($1 + 1)) ] &&
	    grep -q 'è compiuto, ma resta' "$T/errore" &&
	    ! grep -q '(atto )' "$T/risposta"
}

sbaglia() {	# sbaglia ATTO N CALL FUNCTION FIRST
	riparti
	righe=$(lette)
	(export ERRORE="$3"
	    presa "$(ricetta_nome ricetta "$1")" "$ID") >"$T/risposta" \
	    2>"$T/errore"
	code=$?
	[ -z "$2" ] || ! resta_qualcosa "$2" $code || cp "$T/dovuta" "$T/risposta"
	giudica "$1" "$2" "$4" $code "$5" "$1: $4, la chiamata $3"
}

# The roads of this atto that are new, in $T/lista; of those some.
strade_nuove() {
	awk 'FILENAME == ARGV[1] { vista[$1]; next }
	    !($2 in vista) { print }' "$T/viste" "$T/strade" >"$T/nuove"
	awk '{ print $2 }' "$T/nuove" >>"$T/viste"
	awk -v g="$GIORNO" -v n="$(wc -l <"$T/nuove")" -v want="$TENTATIVI" \
	    -v all="$ERRORI" 'BEGIN { step = int((n + want - 1) / want) }
	    all != "" || (NR + g) % step == 0' "$T/nuove" >"$T/lista"
}

errori_di() {	# errori_di ATTO
	prova_buona "$1"
	lib_result $? "$1: riesce" || return
	[ "$(atti)" != "$n" ] || n=
	strade_nuove
	first=verifica
	while read -r call road what byte; do
		di_questa_parte || continue
		sbaglia "$1" "$n" "$call" "$what" "$first" </dev/null
		case $first in verifica) first=atto ;; *) first=verifica ;; esac
	done <"$T/lista"
}

cartella aiuto | sed -n '/^atti:/,/^$/s/^  \([a-z0-9-]*\) .*/\1/p' >"$T/tutti"
i=0
while read -r atto; do
	i=$((i + 1))
	if [ -z "$ATTI" ] || e_di_oggi "$atto" $i; then
		errori_di "$atto" </dev/null
	fi
done <"$T/tutti"
ok 'qualche risposta è stata un errore' [ $guasti_n -gt 0 ]
plan
