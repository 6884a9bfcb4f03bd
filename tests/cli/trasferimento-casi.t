# SPDX-License-Identifier: EUPL-1.2
# Schedules of what can happen to cases between two bodies - lost, doubled, late,
# a death before or behind COMMIT, both offering to each other - done with two real
# stores and held against what the step says of each: the states are those, and
# no case ever has two owners.  CASI=N does N schedules.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/due_enti.sh"

due_enti || exit 1
qui_a aperta >/dev/null && qui_b aperta >/dev/null || exit 1
mkdir prima && cp -a a b prima/

riparti() {
	rm -rf a b ids m? m??
	cp -a prima/a prima/b .
	mkdir ids
	echo CS-2026-0000001 >ids/a.1
	echo CS-2026-0000001 >ids/b.2
}

sql() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" "$1"
}

ultimo() {	# the last transfer of $S
	sql 'SELECT id FROM trasferimento ORDER BY seq DESC LIMIT 1'
}

# The number of case $2 at $1, which may have come there.
cartella_del() {
	[ -f "ids/$1.$2" ] || sql "SELECT printf('CS-%d-%07d', anno, numero)
	    FROM caso_trasferito WHERE caso = '$(cat "ids/caso.$2")'
	    ORDER BY seq DESC LIMIT 1" >"ids/$1.$2"
	cat "ids/$1.$2"
}

id_del() {
	cat "ids/$1" 2>/dev/null
}

fa() {		# fa WHO WHAT ARG OTHER
	case $2 in
	offri) tr_offri "$(cartella_del "$1" "$3")" ;;
	ritira) come coord ritira-trasferimento "$(cartella_del "$1" "$3")" \
	    da-rifare ;;
	rilascia) tr_rilascia "$(cartella_del "$1" "$3")" ;;
	accetta) tr_accetta "$(id_del "$3")" ;;
	rifiuta) come coord rifiuta-trasferimento "$(id_del "$3")" \
	    non-competente ;;
	consegna) tr_consegna "$(id_del "$3")" "$T/$4" ;;
	arriva) tr_prende "$T/$3" ;;
	esac
}

# A registration is an act too: the death is that of the act that was meant.
muore() {	# muore POINT WHO WHAT ARG OTHER
	muore_p=$1
	shift
	if [ "$2" = accetta ]; then
		due_n=$(tr_registrata)
		at_point "$muore_p" come coord accetta-trasferimento \
		    "$(id_del "$3")" "$due_n"
	else
		at_point "$muore_p" fa "$@"
	fi
}

# What is not as it should be.
passo() {	# passo WHO WHAT ARG OTHER HOW RESULT
	S=$T/$1
	case $5 in
	prima) muore prima-del-commit "$1" "$2" "$3" "$4" ;;
	dopo) muore dopo-il-commit "$1" "$2" "$3" "$4" ;;
	*) fa "$1" "$2" "$3" "$4" ;;
	esac >o 2>e
	code=$?
	case $2:$5 in
	offri:prima) ;;
	offri:*) [ "$6" = no ] || {
		ultimo >"ids/$4"
		sql "SELECT caso FROM trasferimento
		    WHERE id = '$(cat "ids/$4")'" >"ids/caso.$3"
	} ;;
	esac
	case $6 in
	no)	[ $code -eq 1 ] || echo "esce con $code: $(cat o e)" ;;
	si)	[ $code -eq 0 ] || echo "esce con $code: $(cat e)" ;;
	*)
		case $5 in intero) want=0 ;; *) want=99 ;; esac
		[ $code -eq $want ] || echo "esce con $code: $(cat e)"
		case $2 in accetta | rifiuta) k=$3 ;; *) k=$4 ;; esac
		[ "$2:$5" = offri:prima ] ||
		    [ "$(tr_stato "$(id_del "$k")")" = "$6" ] ||
		    [ "$6:$(tr_stato "$(id_del "$k")")" = nessuno:- ] ||
		    echo "è $(tr_stato "$(id_del "$k")"), non $6"
		;;
	esac
}

# Open cartelle of a case, in both.
padroni() {
	padroni_p=
	for chi in a b; do
		S=$T/$chi
		[ -f "ids/$chi.$1" ] || [ -f "ids/caso.$1" ] || continue
		padroni_n=$(cartella_del "$chi" "$1")
		[ -n "$padroni_n" ] || { rm "ids/$chi.$1"; continue; }
		[ "$(sql "SELECT stato FROM cartella WHERE
		    printf('CS-%d-%07d', anno, numero) = '$padroni_n'")" = \
		    chiuso ] || padroni_p=$padroni_p$chi
	done
	echo "${padroni_p:--}"
}

replay() {	# replay FILE
	while read -r chi cosa x y come esito; do
		if [ "$chi" = = ]; then
			[ "$(padroni "$cosa")" = "$esito" ] ||
			    echo "caso $cosa: di $(padroni "$cosa"), non $esito"
			continue
		fi
		wrong=$(passo "$chi" "$cosa" "$x" "$y" "$come" "$esito")
		[ -z "$wrong" ] ||
		    echo "$chi $cosa $x $y $come -> $esito: $wrong"
		for c in 1 2; do
			case $(padroni $c) in
			ab) echo "dopo $chi $cosa $x: due padroni di $c" ;;
			esac
		done
	done <"$1"
	for chi in a b; do
		S=$T/$chi
		cartella verifica >o 2>&1 || cat o
	done
}

"$DRIVER/trasferimenti" 1 10 >o1 && "$DRIVER/trasferimenti" 1 10 >o2
ok 'lo stesso seme dà gli stessi passi' cmp -s o1 o2
fatti=0
seme=1
while [ $seme -le "${CASI:-6}" ]; do
	"$DRIVER/trasferimenti" $seme 16 >passi
	riparti
	is "$(replay passi)" '' "seme $seme: $(grep -c '^[ab]' passi) passi"
	fatti=$((fatti + $(grep -c 'ricevuta$' passi)))
	seme=$((seme + 1))
done
ok "e qualche caso è passato ($fatti)" [ $fatti -gt 0 ]
plan
