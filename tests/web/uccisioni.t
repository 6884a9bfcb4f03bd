# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091,SC2086
#
# The same deaths as in processi.t, seen from a browser: cartella-web in front,
# files on the way, a web child killed in the middle of an answer.
. tests/web/lib.sh

child() {	# child TRADE: the pid of one
	ps -o pid=,comm= --ppid $PADRE | awk -v c="$1" '$2 == c { print $1 }' |
	    head -1
}
numbers() {	# how many registrations there are
	come prot elenco --formato xml | grep -c '<registrazione'
}
registra() {	# registra ID [CURL...]: the form of an arrival, sent
	registra_id=$1
	shift
	web /atto/registra -F "_csrf=$CSRF" -F "_id=$registra_id" \
	    -F _azione=invia -F flusso=entrata -F 'oggetto=Prova' \
	    -F 'mittente.denominazione=Scuola' -F classifica=VII/9 \
	    -F _conferma=senza-documento -F _conferma=doppione "$@"
}
id() { printf '%032x' "$1"; }
died() {	# died DESC: somebody has, since the last time
	died_now=$(grep -c '"figlio-finito"' cronaca)
	ok "$1" test "$died_now" -gt "${died_last:-0}"
	died_last=$died_now
}
done_as() {	# done_as N DESC: 303, and it is number N
	is "$STATO" 303 "$2"
	is "$(numbers)" "$1" 'e c'\''è una volta sola'
}

cartella init --denominazione 'Comune di Prova' --codice-ipa c_r000 \
    --codice-aoo AOO1 --dimostrativo si \
    --ufficio.codice protocollo --ufficio.denominazione Protocollo \
    --responsabile.codice resp --responsabile.cognome Bianchi \
    --responsabile.nome Anna >/dev/null
come resp nomina --codice prot --cognome Verdi --nome Luca --ruolo protocollo \
    --ufficio protocollo >/dev/null
read -r COOKIE CSRF AGENTE <<-X
	$("$DRIVER/sessione" "$S" prot prova)
X
: "$AGENTE"
serve() {	# serve [POINT]: with a scrittore, lettore … that ends there
	if [ $# -gt 0 ]; then
		CARTELLA_PUNTO=$1
		export CARTELLA_PUNTO
	fi
	servizio --web 1 --lettori 1 --compositori 1
	unset CARTELLA_PUNTO
}
# the browser is the one that the session was given to
web() {
	: >"$HEAD"
	: >"$BODY"
	web_path=$1
	shift
	STATO=$(curl -s -A prova --max-time 20 -D "$HEAD" -o "$BODY" \
	    -w '%{http_code}' -b "cartella=$COOKIE" "$@" "$U$web_path")
}

# ---- the scrittore ----
n=0
for point in prima-del-commit servi-prima-della-risposta; do
	serve $point:2
	registra "$(id $((n + 1)))"
	registra "$(id $((n + 2)))"
	n=$((n + 2))
	done_as $n "scrittore ucciso a $point: il browser ha la sua risposta"
	died 'ed è morto davvero'
	servizio_fine
done

# ---- a compositore, with a file on the way ----
printf 'una lettera\n' >lettera.txt
for point in dopo-prepara dopo-il-commit; do
	serve $point:2
	n=$((n + 1))
	registra "$(id $n)" -F 'file=@lettera.txt'
	printf 'altra %s\n' "$n" >altra.txt
	n=$((n + 1))
	registra "$(id $n)" -F 'file=@altra.txt'
	done_as $n "compositore ucciso a $point, con un file"
	died 'ed è morto davvero'
	servizio_fine
done

# ---- lettori ----
for point in lettura-scritta; do
	serve $point:3
	all=
	for i in 1 2 3 4 5; do
		web /
		all="$all $STATO"
	done
	is "$all" ' 200 200 200 200 200' "lettore ucciso a $point: la pagina c'è"
	died 'ed è morto davvero'
	servizio_fine
done

# ---- a web child, in the middle ----
serve
for i in 1 2 3; do
	n=$((n + 1))
	registra "$(id $n)" &
	W=$!
	sleep 0.0$i
	kill -KILL "$(child cartella-web)"
	wait $W
	registra "$(id $n)"
	done_as $n 'web ucciso: lo stesso modulo di nuovo, un atto solo'
done
web /salute
stato 200 'e si serve ancora'
is "$(find "$S/spool" -type f | wc -l)" 0 'niente resta dei file in arrivo'

# ---- another program, with somebody at it ----
for i in 1 2 3 4 5 6 7 8; do
	web /salute
	printf '%s ' "$STATO"
	sleep 0.1
done >stati &
W=$!
sleep 0.2
kill -HUP $PADRE
wait $W
is "$(cat stati)" '200 200 200 200 200 200 200 200 ' 'SIGHUP: nessuno respinto'
n=$((n + 1))
registra "$(id $n)"
done_as $n 'e la sessione vale ancora'

# ---- told to end while it writes ----
n=$((n + 1))
registra "$(id $n)" &
W=$!
sleep 0.03
servizio_fine
is $CODE 0 'SIGTERM: finisce bene'
wait $W
serve
registra "$(id $n)"
done_as $n 'e l'\''atto, rimandato, c'\''è una volta'

# ---- the parent killed ----
KIDS=$(ps -o pid= --ppid $PADRE)
kill -KILL $PADRE
wait $PADRE 2>/dev/null
PADRE=
i=0
for k in $KIDS; do
	while kill -0 $k 2>/dev/null && [ $i -lt 100 ]; do
		sleep 0.05
		i=$((i + 1))
	done
done
ok 'ucciso il padre, finiscono tutti' test $i -lt 100
run cartella verifica
is_exit 0 'e tutto torna'
plan
