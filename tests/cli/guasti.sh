# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# guasti.sh - an atto, one of its calls to the disk failed, or its process
# killed there (tests/driver/presa/guasti.c): the act is wholly there or wholly
# absent, what was answered is true, the same istanza again gives the one
# answer, verifica finds no defect.  Read after lib.sh.
#
#	ATTI='registra annota'	these alone
#	GUASTI=strade		every road to a call, in every way (make prova-guasti)
#	GUASTI=ogni		every call, in every way: hours
#	GUASTI=giro		every call, in one way, another each day
#	MODI='eio meta'		of the ways these: eio pieno corto prima dopo meta
#	PARTE=2/4		the second of four parts of the attempts
#	GIORNO=12		as on the twelfth day of the year
#
# Otherwise some calls of some atti, others each day; registra and annota every
# day.
#
# By roads (tests/driver/presa/strada.h) a call is tried where its road is first
# come by, whichever atto goes it: what the program does about an error is of the
# road, and so is how its call is torn.  Deaths are of the atto as well: what is
# left behind one is of all that was done before.  So each atto that changes
# something dies behind the first call of each of its roads; within a loop, and
# at other calls of a library, it is GUASTI=ogni that kills.  Never tried, as the
# disk is left as by another: `prima' behind a `dopo', `meta' of what is no write
# or too small a one to be torn; nor `corto' of what is no write.
: "${ATTI:=}"
. "$RADICE/tests/cli/uccisioni.sh"

[ -f "$DRIVER/guasti.so" ] || skip_all 'sotto i sanitizer non si può'
: "${MODI:=eio pieno corto prima dopo meta}"
: "${GIORNO:=$(date +%j | sed 's/^0*//')}"
CONTO=$T/conto
guasti_n=0		# attempts, those of other parts too
guasti_via=$(date +%s)
: >"$T/viste"		# roads gone so far

presa() {	# presa CMD...: with what counts the calls on the store
	(
		export LD_PRELOAD="$DRIVER/guasti.so" GUASTI_CONTO="$CONTO" \
		    GUASTI_SOTTO="${SOTTO:-$S}"
		"$@"
	)
}

lette() {	# the rows of the read log
	sqlite3 "file:$S/letture.sqlite?mode=ro" \
	    'SELECT count(*) FROM lettura' 2>/dev/null || echo 0
}

# What was said to the person, of a call that failed: in Italian, and what of.
parole() {	# parole HOW
	[ -s "$T/errore" ] || echo 'non dice nulla'
	! grep -Eiw 'error|failed|cannot|no such|device|input|assertion|i/o' \
	    "$T/errore" || echo 'non è in italiano'
	case $1 in
	pieno | corto) what='disco è pieno|o disco pieno|il disco dà errore' ;;
	*) what=disco ;;
	esac
	grep -Eq "$what" "$T/errore" ||
	    { echo 'non dice del disco:'; cat "$T/errore"; }
}

# Of an answer: it is true; of an error: it can be understood.
# risposto ATTO N HOW CODE
risposto() {
	is=$(atti)
	case $4 in
	0)
		[ "$is" = $(($2 + 1)) ] || echo "ha risposto e gli atti sono $is"
		cmp -s "$T/risposta" "$T/dovuta" ||
		    { echo 'altra risposta'; cat "$T/risposta"; }
		return ;;
	[1-9])
		parole "$3"
		[ ! -s "$T/risposta" ] || { [ "$is" = $(($2 + 1)) ] &&
		    grep -Eq 'è compiuto, ma resta|è fatta, ma non è finita' \
		    "$T/errore"; } ||
		    echo "ha risposto e esce con $4" ;;
	esac
	[ "$is" = "$2" ] || [ "$is" = $(($2 + 1)) ] ||
	    echo "gli atti erano $2 e sono $is"
}

# A register taken away to be made again without what was erased.
rifatto() {
	[ -f "$S/registro.sqlite" ] || [ ! -d "$S/ente" ] ||
	    cartella ricostruisci >"$T/o" 2>&1 || cat "$T/o"
}

# What is not as it must be.  esame ATTO N HOW CODE FIRST
esame() {
	rifatto
	risposto "$@"
	if [ "$5" = verifica ] && [ "$(atti)" != 0 ]; then
		cartella verifica >"$T/v" 2>&1 ||
		    grep -q 'da finire' "$T/v" || cat "$T/v"
	fi
	poi "$1" "$2"
}

# A reading shows nothing that left no row.  esame_lettura ATTO ROWS CODE
esame_lettura() {
	[ ! -s "$T/risposta" ] || [ "$(lette)" -gt "$2" ] ||
	    { echo 'ha mostrato e non è annotato'; cat "$T/risposta"; }
	case $3 in [1-9]) [ -s "$T/errore" ] || echo 'non dice nulla' ;; esac
	"$(ricetta_nome ricetta "$1")" "$ID" >"$T/risposta" 2>&1 ||
	    { echo "ripetuta: esce con $?"; cat "$T/risposta"; }
	cartella verifica >"$T/v" 2>&1 || cat "$T/v"
}

# The result of one attempt; N "": a reading, with $righe rows before it.
giudica() {	# giudica ATTO N HOW CODE FIRST DESC
	if [ -n "$2" ]; then
		wrong=$(esame "$1" "$2" "$3" "$4" "$5")
	else
		wrong=$(esame_lettura "$1" "$righe" "$4")
	fi
	[ -z "$wrong" ]
	lib_result $? "$6" || {
		lib_diag "esce con $4, poi $5: $(head -c 300 "$T/errore")"
		lib_diag "$wrong"
	}
}

# tenta ATTO N CALL HOW FIRST: one attempt
tenta() {
	riparti
	rm -f "$CONTO"
	righe=$(lette)
	(GUASTO=$3:$4; export GUASTO
	    presa "$(ricetta_nome ricetta "$1")" "$ID" >"$T/risposta" \
	    2>"$T/errore") 2>/dev/null
	code=$?
	giudica "$1" "$2" "$4" $code "$5" \
	    "$1: $4 a $3 ($("$DRIVER/corrente" guasto "$CONTO"))"
}

# The attempts at the roads in $T/strade: "CALL HOW" lines.  They are gone then.
di_strada() {	# di_strada ACTS: how many the atto added
	awk -v modi="$MODI" -v atti="$1" '
	    function prova(how) {
		if (index(" " modi " ", " " how " "))
			print $1, how
	    }
	    FILENAME == ARGV[1] { vista[$1]; next }
	    { nuova = !($2 in vista) }
	    nuova && $1 > 1 && !(($1 - 1) in dopo) { prova("prima") }
	    nuova { prova("eio"); prova("pieno") }
	    nuova && $3 ~ /write/ { prova("corto") }
	    nuova && $3 ~ /write/ && $4 >= 1024 { prova("meta") }
	    nuova || atti > 0 { dopo[$1]; prova("dopo") }
	    ' "$T/viste" "$T/strade"
	awk '{ print $2 }' "$T/strade" >>"$T/viste"
}

# The attempts on an atto with so many calls, that added so many acts.
tentativi() {	# tentativi CALLS ACTS
	if [ "${GUASTI:-}" = strade ]; then
		di_strada "$2"
		return
	fi
	for guasti_modo in $MODI; do
		echo "$guasti_modo"
	done | awk -v n="$1" -v g="$GIORNO" -v all="${GUASTI:-}${UCCISIONI:-}" \
	    -v want="${TENTATIVI:-4}" '{ how[m++] = $1 }
	    END {
		step = int((n + want - 1) / want)
		for (i = 1; i <= n; i++)
			if (all == "giro")
				print i, how[(i + g) % m]
			else if (all != "")
				for (j = 0; j < m; j++)
					print i, how[j]
			else if ((i + g) % step == 0)
				print i, how[int((i + g) / step + g) % m]
	    }'
}

di_questa_parte() {
	guasti_n=$((guasti_n + 1))
	[ -z "${PARTE:-}" ] || [ $((guasti_n % ${PARTE#*/})) -eq \
	    $((${PARTE%/*} % ${PARTE#*/})) ]
}

# A good run of the atto: its answer in $T/dovuta, what it says beside it in
# $T/dovuta.note.  prova_buona ATTO
prova_buona() {
	ora "$UCCIDI_ORA"
	rm -rf "$S" "$PRIMA"
	if [ "$1" != init ]; then
		comincia || return 1
		! ha_ricetta pronta "$1" ||
		    "$(ricetta_nome pronta "$1")" >"$T/o" 2>&1 ||
		    { note "$(cat "$T/o")"; return 1; }
		cp -a "$S" "$PRIMA"
	fi
	n=$(atti)
	rm -f "$CONTO"
	: >"$T/strade"
	(export STRADE="$T/strade"
	    presa "$(ricetta_nome ricetta "$1")" "$ID") >"$T/dovuta" \
	    2>"$T/dovuta.note" || { note "$(cat "$T/dovuta.note")"; return 1; }
}

# The attempts on an atto, in $T/lista; its good run is in place.
elenca_tentativi() {	# elenca_tentativi ATTO
	prova_buona "$1" || { lib_result 1 "$1: riesce"; return 1; }
	tentativi "$("$DRIVER/corrente" conta "$CONTO")" $(($(atti) - n)) >"$T/lista"
}

# By roads it is known beforehand how much there is to do: $T/liste/ATTO.
# conta_tentativi ATTO...
conta_tentativi() {
	[ "${GUASTI:-}" = strade ] || return 0
	mkdir -p "$T/liste"
	for guasti_atto; do
		elenca_tentativi "$guasti_atto" || continue
		mv "$T/lista" "$T/liste/$guasti_atto"
	done </dev/null
	guasti_tutti=$(cat "$T"/liste/* | wc -l)
	note "$guasti_tutti attempts${PARTE:+, of which this is part $PARTE}"
	guasti_via=$(date +%s)
}

guasta() {	# guasta ATTO
	if [ ! -f "$T/liste/$1" ]; then
		elenca_tentativi "$1" || return
	elif prova_buona "$1"; then
		mv "$T/liste/$1" "$T/lista"
	else
		lib_result 1 "$1: riesce"
		return
	fi
	[ "$(atti)" != "$n" ] || n=
	first=verifica
	while read -r call how; do
		di_questa_parte || continue
		tenta "$1" "$n" "$call" "$how" "$first" </dev/null
		case $first in verifica) first=atto ;; *) first=verifica ;; esac
	done <"$T/lista"
	[ -z "${guasti_tutti:-}" ] || a_che_punto $guasti_n "$guasti_tutti"
}

# How far it is.  a_che_punto N OF
a_che_punto() {
	guasti_s=$(($(date +%s) - guasti_via))
	[ "$1" -eq 0 ] || note "$1 of $2 in $((guasti_s / 60)) minutes, about \
$((guasti_s * ($2 - $1) / $1 / 60)) to come"
}

# Is it the day of the N-th atto?
e_di_oggi() {	# e_di_oggi ATTO N
	[ -z "$ATTI" ] || case " $ATTI " in
	*" $1 "*) return 0 ;;
	*) return 1 ;;
	esac
	case $1 in registra | annota) return 0 ;; esac
	[ -n "${GUASTI:-}" ] || [ $((($2 + GIORNO) % 60)) -eq 0 ]
}
