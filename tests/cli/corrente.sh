# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# corrente.sh - some acts one after the other, and the states in which a power
# failure during them may leave the disk (tests/driver/corrente.c): every act
# that was answered is there, the others wholly or not at all; the same istanze
# again give the answers of before; verifica finds no defect.  Read after lib.sh.
#
#	CORRENTE=200		so many states of every run (make prova-corrente);
#				else a few, of some runs each day
#	SEME=7			the first of their seeds; else that of the day
#	PARTE=2/4		the second of four parts of the states
#	CORSE='versa'		the runs that end with these acts, alone
. "$RADICE/tests/cli/guasti.sh"

: "${SEME:=$(date +%Y%j)}" "${PARTE:=1/1}"
echo '00000000-0000-0000-0000-000000000000' >"$T/avvio"
SCRITTE=$T/scritte

# What an act that did not happen has left may be torn: nobody comes to it, and
# a clone is without.
git_integro() {
	rm -rf "$T/clone.git"
	git clone -q --bare --no-local "$1" "$T/clone.git" 2>&1 &&
	    git --git-dir "$T/clone.git" fsck --strict --no-dangling 2>&1
}

dopo_la_corrente() {	# CMD..., as after another start of the machine
	(
		export LD_PRELOAD="$DRIVER/guasti.so" GUASTI_AVVIO="$T/avvio"
		"$@"
	)
}

# The acts, each known by its place: its id, its answer.
passo_fa() {	# passo_fa N ATTO
	"$(ricetta_nome ricetta "$2")" "$(id_di $((900 + $1)))"
}

in_ordine() {	# in_ordine CMD: for each act, CMD N ATTO
	corrente_n=0
	for corrente_atto in $PASSI; do
		corrente_n=$((corrente_n + 1))
		"$1" $corrente_n "$corrente_atto"
	done
}

esegui_passo() {
	GUASTI_PASSO=$1 presa passo_fa "$1" "$2" >"$T/dovuta.$1" 2>"$T/errore" ||
	    { cat "$T/errore"; return 1; }
}

ripeti_passo() {
	passo_fa "$1" "$2" >"$T/risposta" 2>&1 ||
	    { echo "$2, ripetuto, esce con $?"; cat "$T/risposta"; }
	cmp -s "$T/risposta" "$T/dovuta.$1" ||
	    { echo "$2, ripetuto: altra risposta"; cat "$T/risposta"; }
}

# What is not as it must be, when so many acts were answered for and so many
# had been begun.  tornata ANSWERED BEGUN FIRST
tornata() {
	rifatto
	if [ "$3" = verifica ] && [ "$(atti)" != 0 ]; then
		cartella verifica >"$T/v" 2>&1 ||
		    grep -q 'da finire' "$T/v" || cat "$T/v"
	fi
	is=$(atti)
	{ [ "$is" -ge $((n + $1)) ] && [ "$is" -le $((n + $2)) ]; } ||
	    echo "risposti $1, cominciati $2: gli atti da $n sono $is"
	in_ordine ripeti_passo
	[ "$(atti)" = $((n + quanti)) ] ||
	    echo "ripetuti $quanti: gli atti da $n sono $(atti)"
	if ha_ricetta seguito "$corrente_atto"; then
		"$(ricetta_nome seguito "$corrente_atto")"
	else
		seguito
	fi
	cartella verifica >"$T/v" 2>&1 || cat "$T/v"
	rami || echo 'i rami non sono dove dice il registro'
}

# One state: its $seme_detto, and in $wrong what is not as it must be.
# stato SEED FIRST [senza]
stato() {
	riparti
	seme_detto=$("$DRIVER/corrente" stato "$SCRITTE" "$S" "$1" ${3:+"$3"}) ||
	    { wrong='lo stato non si fa'; return; }
	passo=$(echo "$seme_detto" | cut -d ' ' -f 1)
	detto=$(echo "$seme_detto" | cut -d ' ' -f 2)
	wrong=$(dopo_la_corrente tornata $((passo - 1 + detto)) "$passo" "$2" \
	    </dev/null)
}

manca() {	# manca SEED FIRST
	stato "$1" "$2"
	[ -z "$wrong" ]
	lib_result $? "seme $1: ${seme_detto#* * }, poi $2" || lib_diag "$wrong"
}

# The same run on a disk that syncs nothing: the test would see it.
controllo() {
	controllo_n=0
	wrong=
	while [ -z "$wrong" ] && [ $controllo_n -lt 20 ]; do
		stato $((SEME + controllo_n)) verifica senza
		controllo_n=$((controllo_n + 1))
	done
	[ -n "$wrong" ]
	lib_result $? 'senza sincronie qualcosa si perde, e si vede'
}

# The run, a check that it was written down whole, its states.
# senza_corrente STATES PRONTA PASSI...: from the store that PRONTA makes; niente:
# from an empty directory
senza_corrente() {
	stati=$1
	shift
	ora "$UCCIDI_ORA"
	rm -rf "$S" "$PRIMA" "$CONTO"
	case $1 in
	niente) mkdir "$S" ;;
	*) ente_di_prova >/dev/null && "$1" >"$T/o" 2>&1 ;;
	esac || { lib_result 1 "$1"; note "$(cat "$T/o")"; return; }
	shift
	PASSI=$*
	quanti=$#
	n=$(atti)
	cp -a "$S" "$PRIMA"
	wrong=$(in_ordine esegui_passo)
	is "$wrong" '' "$PASSI: riescono" || return
	mv "$CONTO" "$SCRITTE"
	mv "$S" "$T/vera"
	riparti
	"$DRIVER/corrente" stato "$SCRITTE" "$S" fine >"$T/o" 2>&1
	is "$(diff -r "$T/vera" "$S" 2>&1 | grep -v -e -shm -e S.gpg-agent)" '' \
	    "$PASSI: ogni scrittura è stata vista"
	rm -rf "$T/vera"
	first=verifica
	seme=$((SEME + ${PARTE%/*} - 1))
	while [ "$seme" -lt $((SEME + stati)) ]; do
		manca "$seme" $first
		case $first in verifica) first=atto ;; *) first=verifica ;; esac
		seme=$((seme + ${PARTE#*/}))
	done
}

# One of the runs of the test, with so many states; on its day, or when they are
# asked for.  corsa STATES PRONTA PASSI...
corse=0		# so far; and those that were run
corse_fatte=0
corsa() {
	corse=$((corse + 1))
	for corsa_ultimo; do :; done
	if [ -n "${CORSE:-}" ]; then
		case " $CORSE " in *" $corsa_ultimo "*) ;; *) return ;; esac
	elif [ -z "${CORRENTE:-}" ] && [ $corse -gt 1 ] &&
	    [ $(((GIORNO + corse) % 5)) -ne 0 ]; then
		return
	fi
	stati=${CORRENTE:-$1}
	shift
	corse_fatte=$((corse_fatte + 1))
	senza_corrente "$stati" "$@"
}
