# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091
#
# Processes of a real service killed while they are asked: what was answered is
# true, an act is whole or absent, the same form sent again is one act, and
# others go on.  (processi.t and uccisioni.t kill at named points.)
. tests/web/lib.sh

cartella init --denominazione 'Comune di Prova' --codice-ipa c_r000 \
    --codice-aoo AOO1 --dimostrativo si \
    --ufficio.codice protocollo --ufficio.denominazione Protocollo \
    --responsabile.codice resp --responsabile.cognome Bianchi \
    --responsabile.nome Anna >/dev/null
come resp nomina --codice prot --cognome Verdi --nome Luca --ruolo protocollo \
    --ufficio protocollo >/dev/null
servizio --web 2 --lettori 2 --compositori 1
sessione prot

figli() {	# figli TRADE: the pids of those children
	ps -o pid=,comm= --ppid "$PADRE" | awk -v c="$1" '$2 == c { print $1 }'
}
registra() {	# registra N [CURL...]: the form number N
	registra_n=$1
	shift
	web /atto/registra -d "_csrf=$CSRF" -d flusso=entrata \
	    -d "_id=$(printf %032x "$registra_n")" \
	    -d classifica=VII/9 \
	    -d mittente.denominazione=Scuola -d _conferma=senza-documento \
	    --data-urlencode "oggetto=Lettera numero $registra_n" "$@"
}
quante() {
	come prot elenco --formato xml | grep -c '<registrazione'
}

registra 0
stato 303 'si registra'
LUOGO=$(sed -n 's/^location: *\(.*\).$/\1/Ip' "$HEAD")
web "$LUOGO"
stato 200 'e se ne vede l’esito'
registra 0
stato 303 'lo stesso modulo di nuovo'
is "$(sed -n 's/^location: *\(.*\).$/\1/Ip' "$HEAD")" "$LUOGO" 'è lo stesso atto'
is "$(quante)" 1 'e un solo numero'

ok 'ci sono i mestieri' test -n "$(figli cartella-web)"

# all web children at once, each time while somebody asks
FALLITE=0 STRANE=0
for n in 1 2 3 4 5 6; do
	(
		sleep 0.0$n
		# shellcheck disable=SC2046
		kill -KILL $(figli cartella-web)
	) &
	registra $n
	wait $!
	case $STATO in
	303) ;;
	000) FALLITE=$((FALLITE + 1)) ;;
	*) STRANE=$((STRANE + 1)) ;;
	esac
	# the browser sends the form again
	t=0
	until registra $n && [ "$STATO" = 303 ] || [ $t -ge 100 ]; do
		sleep 0.1
		t=$((t + 1))
	done
done
is $STRANE 0 'chi chiede ha la risposta giusta, o nessuna'
note "senza risposta: $FALLITE di 6"
is "$(quante)" 7 'ogni modulo è un atto solo'

# one of those who answer, while many ask
i=0
while [ $i -lt 12 ]; do
	(
		registra $((100 + i))
		[ "$STATO" = 303 ] && echo fatto >>esiti
	) &
	PIDS="${PIDS:-} $!"
	i=$((i + 1))
	if [ $((i % 4)) -eq 0 ]; then
		# shellcheck disable=SC2046
		set -- $(for m in lettore scrittore compositore; do
			figli $m
		done | shuf)
		kill -KILL "$1"
	fi
done
# shellcheck disable=SC2086
wait $PIDS
i=0
while [ $i -lt 12 ]; do
	t=0
	until registra $((100 + i)) && [ "$STATO" = 303 ] || [ $t -ge 100 ]; do
		sleep 0.1
		t=$((t + 1))
	done
	i=$((i + 1))
done
note "risposte al primo invio: $(wc -l <esiti) di 12"
ok 'quasi tutti hanno la risposta subito' test "$(wc -l <esiti)" -ge 8
is "$(quante)" 19 'e nessun numero è doppio'
web /salute
stato 200 'il servizio è intero'

# what is not there says the same of everything
for p in '/file/copia?riferimento=9999999/2026' /registro/2026/9999999 \
    /atto/inesistente /cartella/CS-2026-9999999 /altrove; do
	web "$p"
	sed 's/data-pagina="[a-z-]*"//' "$BODY" | md5sum >>manca
done
is "$(sort -u manca | wc -l)" 1 'ciò che manca è sempre la stessa pagina'
web '/file/etichetta?riferimento=0000001/2026'
stato 200 'un file che c’è'
testata '^content-type: application/pdf' 'è un PDF'
ok 'intero' sh -c 'head -c 5 "$0" | grep -q %PDF-' "$BODY"
servizio_fine
is "$CODE" 0 'e finisce bene'
run cartella verifica
is_exit 0 'l’archivio è sano'
plan
