# SPDX-License-Identifier: EUPL-1.2
# The unit tests of the rooms that stand on libraries, an answer of these an error
# once on each road to it (tests/driver/presa/errori.c).  None may end by a signal
# or not at all; and where a row of the register or an object of git could not be
# had, the test must see it: a result that is as if nothing had been, when the
# question was never answered, shows one document too many, or one too few.
#
# A road is that within the program, to where the test itself called it: one that
# another test has gone is not tried again, nor is a call that the test makes for
# itself, or that a point does, which is there for tests.
#
#	UNITA='registro tag'	these alone
#	ERRORI=tutti		every road of every test (make prova-errori);
#				otherwise some of three of them, and of another
#				each day
#	PARTE=2/4		the second of four parts of them
. tests/cli/lib.sh

[ -f "$DRIVER/errori.so" ] || skip_all 'sotto i sanitizer non si può'
UNIT=${DRIVER%/*}/unit
[ -x "$UNIT/test_registro" ] || skip_all 'le prove unitarie non ci sono: make unit'
: "${ERRORI:=}"
: "${PARTE:=1/1}"
: "${GIORNO:=$(date +%j | sed 's/^0*//')}"
: "${TENTATIVI:=3}"
sempre='registro smistamento tag'
# the slow ones last: the others have gone many of their roads
altre='correzioni libro consultazioni titolario lettura archivio alieni allegato
    loose cifrato chiavi liste assenti termini_righe danni riscrivi certificato
    pkcs11 marca xades_verifica xades purga fascio ricerca'
# shellcheck disable=SC2086
[ -n "$ERRORI" ] || altre=$(printf '%s\n' $altre | awk -v g="$GIORNO" '
    { name[NR] = $0 } END { print name[g % NR + 1] }')
: "${UNITA:=$sempre $altre}"
export ERRORI_LARGHI=1

# Whoever asks can do without: what is rolled back has failed already and said
# why; an object whose file is not seen to be sound is written again.
MUTE='registro_rollback|registro_undo|present|sound|packed'

presa() {	# presa TEST, by its name; the variables say what of it
	rm -rf "$T/tmp"
	mkdir "$T/tmp"
	(
		cd "$RADICE" || exit 1
		unset CARTELLA_ORA	# openssl has the hour of the machine
		export LD_PRELOAD="$DRIVER/errori.so" ERRORI_SOLO="test_$1" \
		    TMPDIR="$T/tmp"
		exec timeout 300 "$UNIT/test_$1"
	) >"$T/o" 2>&1
}

# May a test be as it was, when this failed?  That of aliens sees that they are
# refused: not for what.  tace TEST FUNCTION
tace() {
	[ "$1" != alieni ] || return 0
	case $2 in sqlite3_* | git_*) ;; *) return 0 ;; esac
	sed 's/^[^ ]*//' "$T/dove" | xargs addr2line -f -e "$UNIT/test_$1" |
	    grep -Eq "^($MUTE)\$"
}

giudica() {	# giudica TEST FUNCTION CODE: what is not as it must be
	case $3 in
	0) tace "$1" "$2" || echo 'non se n'\''è accorto nessuno' ;;
	1) ! grep -Ei 'exception|assertion' "$T/o" || echo 'si è rotto' ;;
	124) echo 'non finisce' ;;
	*) echo "esce con $3" ;;
	esac
	[ -s "$T/dove" ] || echo 'la chiamata non è venuta'
}

# The roads through the program that no test before has gone: "CALL ROAD FUNCTION"
# lines.
strade_nuove() {	# strade_nuove TEST
	awk '{ for (i = 5; i <= NF; i++) print $i }' "$T/strade" | sort -u >"$T/passi"
	addr2line -e "$UNIT/test_$1" <"$T/passi" | paste -d ' ' "$T/passi" - >"$T/luoghi"
	awk -v viste="$T/viste" '
	    BEGIN {
		while ((getline line < viste) > 0)
			vista[line]
		close(viste)
	    }
	    FNR == NR { luogo[$1] = $2; next }
	    {
		road = $3
		for (i = 5; i <= NF && luogo[$i] !~ /\/tests\/unit\//; i++)
			road = road " " luogo[$i]
		if (i == 5 || luogo[$5] ~ /\/base\/point\.c:/ || road in vista)
			next
		vista[road]
		print road >>viste
		print $1, $2, $3
	    }' "$T/luoghi" "$T/strade"
}

# Those of today and of this part.
scelte() {
	awk -v all="$ERRORI" -v g="$GIORNO" -v want="$TENTATIVI" \
	    -v part="${PARTE%/*}" -v parts="${PARTE#*/}" '
	    { line[++n] = $0 }
	    END {
		step = all != "" ? 1 : int((n + want - 1) / want)
		for (i = 1; i <= n; i++)
			if ((i + g) % step == 0 && i % parts == part % parts)
				print line[i]
	    }'
}

sbaglia() {	# sbaglia TEST ROAD FUNCTION
	rm -f "$T/dove"
	ERRORE_STRADA=$2 ERRORE_DOVE=$T/dove presa "$1"
	wrong=$(giudica "$1" "$3" $?)
	[ -z "$wrong" ]
	lib_result $? "$1: $3 sulla strada $2" || {
		lib_diag "$wrong"
		lib_diag "$(tail -n 3 "$T/o")"
		lib_diag "$(sed 's/^[^ ]*//' "$T/dove" |
		    xargs addr2line -s -f -e "$UNIT/test_$1")"
	}
}

: >"$T/viste"
for unita in $UNITA; do
	rm -f "$T/strade"
	STRADE=$T/strade STRADE_PASSI=si presa "$unita"
	lib_result $? "$unita: senza errori riesce" || {
		lib_diag "$(grep -v ' OK ' "$T/o")"
		continue
	}
	strade_nuove "$unita" | scelte >"$T/lista"
	while read -r _ road what _; do
		sbaglia "$unita" "$road" "$what" </dev/null
	done <"$T/lista"
done
plan
