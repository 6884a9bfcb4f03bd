# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091
#
# espungi from a browser: the service ends it by itself, at once and after a
# death, while it answers; then no process of it holds a file in which the words
# still are.
. tests/web/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/espungi.sh"

uffici_di_prova >/dev/null || exit 1
sbagliata || exit 1
voce() {	# voce WORD: another entry with that word; its path
	come as1 annota "$CS" "Una $1." | sed 's/.* //'
}
espunge() {	# espunge PATH N [CURL...]: the form number N
	espunge_doc=$1 espunge_n=$2
	shift 2
	web /atto/espungi -d "_csrf=$CSRF" -d _azione=invia \
	    -d "_id=$(printf %032x "$espunge_n")" -d "cartella=$CS" \
	    -d "documento=$espunge_doc" --data-urlencode "provvedimento=$P" \
	    --data-urlencode 'motivo=altra persona' "$@"
}
finita() {	# finita N: the service has ended N erasures, 20 seconds at most
	finita_n=0
	while [ "$(grep -c '"espunzione-finita"' cronaca)" -lt "$1" ] &&
	    [ $finita_n -lt 400 ]; do
		sleep 0.05
		finita_n=$((finita_n + 1))
	done
	[ "$(grep -c '"espunzione-finita"' cronaca)" -eq "$1" ]
}
# Files that are gone and that a process of the service has open.
tenuti() {
	for pid in $PADRE $(ps -o pid= --ppid "$PADRE"); do
		# shellcheck disable=SC2012
		ls -l "/proc/$pid/fd" 2>/dev/null |
		    grep "$S/.*(deleted)"
	done
}
lasciati() {
	lasciati_n=0
	while [ -n "$(tenuti)" ] && [ $lasciati_n -lt 200 ]; do
		sleep 0.05
		lasciati_n=$((lasciati_n + 1))
	done
	[ -z "$(tenuti)" ]
}

# ---- at once ----

servizio --web 1 --lettori 2 --compositori 1
# the folders go into packs while its processes have them open
sessione as1
letta() {	# by either reader
	for _ in 1 2 3 4; do web "/cartella/$CS/documento?quale=$REL"; done
}
letta
stato 200 'si legge'
run cartella compatta --soglia 1
like out '^compattate [1-9][0-9]* cartelle' 'si compatta, col servizio acceso'
letta
stato 200 'si legge dal pacco'
corpo 'girasole' 'la stessa cosa'
web /atto/annota -d "_csrf=$CSRF" -d _azione=invia -d "_id=$(printf %032x 99)" \
    -d "cartella=$CS" -d 'testo=dopo il pacco'
stato 303 'e si scrive'
sessione resp
not_ok 'prima le parole ci sono' [ -z "$(tracce Ermenegilda)" ]
espunge "$V" 1
stato 303 'un browser espunge'
ok 'e il servizio la finisce' finita 1
ok 'nessuno dei suoi tiene un file di prima' lasciati
PAROLE=coltiva
is "$(tracce)" '' 'in nessun byte, col servizio acceso'
web /
stato 200 'e si continua'
espunge "$V" 1
stato 303 'lo stesso modulo: la stessa risposta'
run cartella verifica
is_exit 0 'verifica non trova difetti'

# ---- acts that wait meanwhile ----

V=$(voce pergola)
espunge "$V" 2 &
for n in 1 2 3 4; do
	(
		sleep 0.0$n
		web /atto/espungi -d "_csrf=$CSRF" -d _azione=invia \
		    -d "_id=$(printf %032x 9$n)" -d "cartella=$CS" \
		    -d documento=scheda.xml --data-urlencode "provvedimento=$P" \
		    -d motivo=x
		echo "$STATO" >"$T/stato.$n"
	) &
done
wait $!
ok 'un'\''altra' finita 2
sleep 0.2
is "$(cat "$T"/stato.* | sort -u)" 422 'chi chiedeva intanto ha la sua risposta'
is "$(tracce pergola)" '' 'e le parole non ci sono più'
servizio_fine
is "$CODE" 0 'il servizio finisce'

# ---- after a death ----

V=$(voce glicine)
CARTELLA_PUNTO=dopo-il-commit
export CARTELLA_PUNTO
servizio --web 1 --lettori 1 --compositori 1
unset CARTELLA_PUNTO
sessione resp
espunge "$V" 3
stato 303 'chi espunge muore dopo COMMIT: il browser ha la sua risposta'
ok 'e chi resta la finisce' finita 3
servizio_fine
is "$(tracce glicine)" '' 'le parole non ci sono più'

# ---- when the service begins, and those who wait ----

V=$(voce girandola)
at_point dopo-il-commit espungi "$V" "$P" x >/dev/null 2>&1
not_ok 'morto dopo COMMIT restano parole' [ -z "$(tracce girandola)" ]
flock "$S/.scrittura" sh -c "echo >'$T/preso'; while [ ! -e '$T/lascia' ]; do sleep 0.05; done" &
FLOCK=$!
wait_for preso
servizio --web 1 --lettori 1 --compositori 1
sessione as1
web /
stato 200 'mentre si finisce si legge'
sleep 0.3
# behind who ends it, for the same lock
(
	web /atto/annota -d "_csrf=$CSRF" -d _azione=invia \
	    -d "_id=$(printf %032x 40)" -d "cartella=$CS" \
	    -d 'testo=Nel frattempo.'
	echo "$STATO" >stato.annota
) &
RICHIESTA=$!
sleep 0.3
is "$(grep -c '"espunzione-finita"' cronaca)" 3 'finché altri scrivono non si finisce'
: >lascia
wait $FLOCK
wait $RICHIESTA
ok 'poi sì' finita 4
is "$(tracce girandola)" '' 'e le parole non ci sono più'
is "$(cat stato.annota)" 303 'chi aspettava per scrivere ha la sua risposta'
is "$(come as1 diario "$CS" | grep -c 'Nel frattempo')" 1 \
    'e ha scritto una volta, nel registro nuovo'
servizio_fine
run cartella verifica
is_exit 0 'verifica non trova difetti'
plan
